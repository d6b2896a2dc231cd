/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The laws of the wave plan, checked slowly and without the planner's own functions.
 */
#pragma once

#include "planning/plan.h"

G_BEGIN_DECLS

/**
 * wave_laws_check:
 * @before: the event that was planned
 * @after: the same with the plan applied
 *
 * Ends the test where the plan is not whole (everybody accepted is counted once), puts a unit apart or too early or in a wave that is not
 * for it, fills a wave beyond its capacity, or with newcomers into its headroom, takes a unit out of a wave within its capacity that it may
 * keep for one that is not better, or leaves a unit in a worse place than one that has room.
 */
void wave_laws_check (MarathonEvent *before, const MarathonPlan *plan, MarathonEvent *after);

/** <0 where the first wave (a handle, 0 for none) is the better one for the entrant at @position alone; 0 where they are equally good. */
int wave_laws_compare (MarathonEvent *event, guint position, guint32 wave_a, guint32 wave_b);

G_END_DECLS
