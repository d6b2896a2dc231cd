/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonProblemsPopover: what should be looked at in the event, the worst first; each leads to its place.
 */
#pragma once

#include <adwaita.h>

#include "document/problems-watch.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_PROBLEMS_POPOVER (marathon_problems_popover_get_type ())
G_DECLARE_FINAL_TYPE (MarathonProblemsPopover, marathon_problems_popover, MARATHON, PROBLEMS_POPOVER, GtkPopover)

/* Properties:
 *   "problems" (MarathonProblemsWatch, nullable)
 * Signals:
 *   "chosen" (int kind): a person wants to see whom the problem concerns
 */

void marathon_problems_popover_set_problems (MarathonProblemsPopover *popover, MarathonProblemsWatch *problems);

G_END_DECLS
