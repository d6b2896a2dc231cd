/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The laws of the bib plan, checked slowly and without the planner's own functions.
 */
#pragma once

#include "planning/plan.h"

G_BEGIN_DECLS

/**
 * bib_laws_check:
 * @plan: one that fills blanks
 *
 * Ends the test where the plan is not whole, gives a bib outside a block or one kept for late entries, twice or to somebody who has one, or
 * leaves somebody without a bib while a block for them has one.
 */
void bib_laws_check (MarathonEvent *before, const MarathonPlan *plan, MarathonEvent *after);

G_END_DECLS
