/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonListPress: has the pages that somebody looks at made, always of the event as it is now: one wish at a time, of
 * which the last counts. Pages are made in threads; a few that were made are kept, and some are made before they are
 * asked for.
 */
#pragma once

#include "document/document.h"
#include "printing/list-pages.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_LIST_PRESS (marathon_list_press_get_type ())
G_DECLARE_FINAL_TYPE (MarathonListPress, marathon_list_press, MARATHON, LIST_PRESS, GObject)

/* To be used in one thread, the one whose main context calls back.
 *
 * Property: "is-busy" (boolean, read only): what is wanted is not there yet
 * Signals:
 *   "ready" (MarathonListPages *): what is wanted, or was wanted and has changed with the event
 *   "failed" (GError *): why it cannot be made
 */

/** Returns: (transfer full): a press that is at rest. */
MarathonListPress *marathon_list_press_new (MarathonDocument *document);

/** At rest, what the event's changes ask for is left until somebody looks again. */
void marathon_list_press_set_resting (MarathonListPress *press, gboolean resting);

/** Asks for pages; whatever was asked for before is given up. Where they are there, "ready" comes before this returns. */
void marathon_list_press_want (MarathonListPress *press, const MarathonListRequest *request);

/**
 * marathon_list_press_expect:
 *
 * Tells what may be wanted next: it is made when nothing else is to be done, and the event is not so large that it would
 * be in the way.
 */
void marathon_list_press_expect (MarathonListPress *press, const MarathonListRequest *request);

/** Whether the event has changed since what is wanted was begun. */
gboolean marathon_list_press_is_stale (MarathonListPress *press);

/** Whether anything is being made, or about to be. */
gboolean marathon_list_press_is_working (MarathonListPress *press);

G_END_DECLS
