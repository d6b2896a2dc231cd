/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The laws of the category plan, checked slowly and without the planner's own functions.
 */
#pragma once

#include "planning/plan.h"

G_BEGIN_DECLS

/** Ends the test where the plan is not whole, or somebody it placed is not admitted, over the capacity, or kept out of an earlier
 * category with room. */
void category_laws_check (MarathonEvent *before, const MarathonPlan *plan, MarathonEvent *after);

G_END_DECLS
