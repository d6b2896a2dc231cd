/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonWatchedStream: an input stream that tells how far another one has been read.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** @n_read: bytes read so far; called where the reading is done. */
typedef void (*MarathonWatchFunc) (guint64 n_read, gpointer user_data);

#define MARATHON_TYPE_WATCHED_STREAM (marathon_watched_stream_get_type ())
G_DECLARE_FINAL_TYPE (MarathonWatchedStream, marathon_watched_stream, MARATHON, WATCHED_STREAM, GFilterInputStream)

/** Returns: (transfer full): closing or freeing it closes @base. */
GInputStream *marathon_watched_stream_new (GInputStream *base, MarathonWatchFunc watch, gpointer user_data);

G_END_DECLS
