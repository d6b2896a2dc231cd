/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonFillsWatch: how full the categories, starts, waves and bib blocks of an open event are, counted anew when
 * somebody asks after a change.
 */
#pragma once

#include "document/document.h"
#include "planning/fills.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_FILLS_WATCH (marathon_fills_watch_get_type ())
G_DECLARE_FINAL_TYPE (MarathonFillsWatch, marathon_fills_watch, MARATHON, FILLS_WATCH, GObject)

/* Signal "changed": what was counted is old. Comes once for any number of changes, when the main loop is idle, and not
 * again until somebody has asked; a page that nobody sees need not ask. */

/** Returns: (transfer full): the watch of @document; all who ask while one is there get the same. */
MarathonFillsWatch *marathon_fills_watch_get_for (MarathonDocument *document);

/** Counts where something has changed since the last count. */
MarathonFill marathon_fills_watch_get (MarathonFillsWatch *watch, MarathonListId list, guint32 handle);

G_END_DECLS
