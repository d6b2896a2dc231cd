/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Applying plans in tests, and plans and places as text, to compare. Events are written as in model/model-fixture.h.
 */
#pragma once

#include "model/model-fixture.h"
#include "planning/plan.h"

G_BEGIN_DECLS

/** Makes all changes of @plan in @event, as one edit would; ends the test where the event refuses them. */
void plan_fixture_apply (MarathonEvent *event, const MarathonPlan *plan);

/** Returns: (transfer full): "1=red-1 2=- 3=red-2": for each entrant of the roster, by id, the key of the category or wave, or the bib. */
char *plan_fixture_places (MarathonEvent *event, MarathonField field);

/**
 * plan_fixture_describe:
 *
 * Returns: (transfer full): what the plan says, one thing a line: "1=red-1 (predicted 2:50:00 red-1)" for a change, "1.0=G37 (guide-bib)" for a
 *   guide's, "2=- (full red-1)" for a place taken away, "2! full red-1" for somebody without place
 */
char *plan_fixture_describe (MarathonEvent *event, const MarathonPlan *plan);

/** Asserts that the plan counted so many. */
#define plan_fixture_assert_counts(plan, kept_, fixed_, changed_, unplaced_) \
  G_STMT_START \
  { \
    g_assert_cmpuint ((plan)->counts.considered, ==, (kept_) + (fixed_) + (changed_) + (unplaced_)); \
    g_assert_cmpuint ((plan)->counts.kept, ==, (kept_)); \
    g_assert_cmpuint ((plan)->counts.fixed, ==, (fixed_)); \
    g_assert_cmpuint ((plan)->counts.changed, ==, (changed_)); \
    g_assert_cmpuint ((plan)->counts.unplaced, ==, (unplaced_)); \
  } \
  G_STMT_END

G_END_DECLS
