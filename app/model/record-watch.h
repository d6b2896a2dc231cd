/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonRecordWatch: tells when any record of some lists of an event changed, came, went or moved.
 */
#pragma once

#include "model/event.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_RECORD_WATCH (marathon_record_watch_get_type ())
G_DECLARE_FINAL_TYPE (MarathonRecordWatch, marathon_record_watch, MARATHON, RECORD_WATCH, GObject)

/* Signals: "changed" (guint list): a MarathonListId; once for each property of a record that changed */

/** @lists: @n of them. */
MarathonRecordWatch *marathon_record_watch_new (MarathonEvent *event, const MarathonListId *lists, guint n);

G_END_DECLS
