/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonProblemGroup: the most pressing problems of an event, the worst first; each leads to its place.
 */
#pragma once

#include <adwaita.h>

#include "document/problems-watch.h"

G_BEGIN_DECLS

/** So many are shown; there is a way to all of them. */
#define MARATHON_PROBLEM_GROUP_MAX 5

#define MARATHON_TYPE_PROBLEM_GROUP (marathon_problem_group_get_type ())
G_DECLARE_FINAL_TYPE (MarathonProblemGroup, marathon_problem_group, MARATHON, PROBLEM_GROUP, AdwPreferencesGroup)

/* Signal "chosen" (const char *page, const char *what): a place to go to, as in marathon_page_show_page(). */

/** @document and @problems: both or neither. */
void marathon_problem_group_set_problems (MarathonProblemGroup  *group,
                                          MarathonDocument      *document,
                                          MarathonProblemsWatch *problems);

G_END_DECLS
