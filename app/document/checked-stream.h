/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonCheckedStream: an input stream that fails where another one turns out not to be what is expected: too long,
 * too short, or other bytes.
 *
 * What is read before the end is not known to be right; only who has read to the end knows.
 */
#pragma once

#include "document/file-identity.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_CHECKED_STREAM (marathon_checked_stream_get_type ())
G_DECLARE_FINAL_TYPE (MarathonCheckedStream, marathon_checked_stream, MARATHON, CHECKED_STREAM, GFilterInputStream)

/** Returns: (transfer full): closing or freeing it closes @base. It gives at most the bytes of @expected, then
 * G_IO_ERROR_INVALID_DATA. */
GInputStream *marathon_checked_stream_new (GInputStream *base, const MarathonFileIdentity *expected);

/** Whether all has been read, and was as expected. */
gboolean marathon_checked_stream_is_good (MarathonCheckedStream *checked);

G_END_DECLS
