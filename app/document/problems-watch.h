/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonProblemsWatch: the problems of an open event, looked for anew in a thread a moment after each change.
 */
#pragma once

#include "document/document.h"
#include "planning/problems.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_PROBLEMS_WATCH (marathon_problems_watch_get_type ())
G_DECLARE_FINAL_TYPE (MarathonProblemsWatch, marathon_problems_watch, MARATHON, PROBLEMS_WATCH, GObject)

/* Properties (read only, notified on change):
 *   "n-errors", "n-warnings", "n-hints" (uint): 0 before the first look
 * Signals:
 *   "changed": there is a new result
 */

/** Starts to look at once. The first look at a million entrants takes about a second, in its thread. */
MarathonProblemsWatch *marathon_problems_watch_new (MarathonDocument *document);

/**
 * marathon_problems_watch_get:
 *
 * Returns: (transfer none) (nullable): what was found last; its bitmaps are of the roster as it was then, whose size it
 *   has. %NULL before the first result, and where entrants have come or gone since. Good until the next "changed".
 */
const MarathonProblems *marathon_problems_watch_get (MarathonProblemsWatch *watch);

/** Whether a change is still being looked at. */
gboolean marathon_problems_watch_is_busy (MarathonProblemsWatch *watch);

G_END_DECLS
