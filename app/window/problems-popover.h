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
 *   "document" (MarathonDocument, nullable), "problems" (MarathonProblemsWatch, nullable): of it
 * Signals:
 *   "chosen" (const char *page, const char *what): a person wants to see whom or what a problem concerns; the place is in
 *     the form of marathon_page_show_page()
 *
 * Where several records have a problem, they are shown below it, each leading to itself.
 */

/** @document and @problems: both or neither. */
void marathon_problems_popover_set_problems (MarathonProblemsPopover *popover,
                                             MarathonDocument        *document,
                                             MarathonProblemsWatch   *problems);

G_END_DECLS
