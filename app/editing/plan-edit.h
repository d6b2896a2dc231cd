/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a plan to one undoable step.
 */
#pragma once

#include "editing/history.h"
#include "planning/plan.h"

G_BEGIN_DECLS

/**
 * marathon_plan_apply:
 * @plan: made from the history's event (or a snapshot of it) as it is now
 *
 * Applies all changes of the plan as one step with a label such as "Assign 36,337 Bibs"; a plan without changes makes no step.
 */
gboolean marathon_plan_apply (MarathonHistory *history, const MarathonPlan *plan, GError **error);

G_END_DECLS
