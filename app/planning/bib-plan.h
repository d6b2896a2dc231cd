/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bib plan: numbers out of the blocks.
 *
 * A block is for an entrant when its categories, waves and routes are each empty or hold the entrant's; of several, the one that names more
 * of the three comes first, then the list's order. Numbers in use by anybody (also by guides, groups and printed bibs in the bin) are not
 * given, nor are the highest numbers that a block keeps for late entries. Where a block cannot hold all, people with a wave come before
 * people without. Members of a group with a bib of its own get none. Guides without
 * a bib get one made of the athlete's: G37, the next G37-2.
 */
#pragma once

#include "planning/plan.h"

G_BEGIN_DECLS

typedef enum {
  MARATHON_BIB_PLAN_FILL,     /* who has a bib keeps it, also one outside the blocks */
  MARATHON_BIB_PLAN_RENUMBER, /* new numbers for all but pinned, printed and collected ones */
} MarathonBibPlanMode;

/** Returns: (transfer full): the plan; @event (usually a snapshot) is only read. */
MarathonPlan *marathon_bib_plan_new (MarathonEvent *event, MarathonBibPlanMode mode);

/**
 * marathon_bib_plan_new_for:
 * @positions: of the roster, ascending
 *
 * Bibs for some, as if nobody else waited for one: those of @positions who have none get the lowest free numbers, and
 * so do their guides. Only they are in the plan and its counts.
 *
 * Returns: (transfer full): the plan; @event is only read
 */
MarathonPlan *marathon_bib_plan_new_for (MarathonEvent *event, const guint32 *positions, guint n);

G_END_DECLS
