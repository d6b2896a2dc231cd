/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plans as steps: their labels, what they set, and that they are one step.
 */
#include "editing/plan-edit.h"

#include "editing/editing-fixture.h"
#include "planning/bib-plan.h"
#include "planning/category-plan.h"
#include "planning/wave-plan.h"

static void
apply (Editing *editing, MarathonPlan *plan, const char *label)
{
  g_autoptr (GError) error = NULL;

  marathon_plan_apply (editing->history, plan, &error);
  g_assert_no_error (error);
  marathon_plan_free (plan);
  g_assert_cmpstr (marathon_history_get_undo_label (editing->history), ==, label);
}

static void
test_every_plan (void)
{
  Editing editing;
  g_autofree char *before = NULL;

  editing_start (&editing);
  before = editing_bytes (&editing);
  apply (&editing, marathon_category_plan_new (editing.event), "Assign 3 Categories");
  editing_assert_field (&editing, 0, "category", "open");
  editing_assert_field (&editing, 0, "category-reason", "fits open");
  apply (&editing, marathon_wave_plan_new (editing.event), "Assign 2 Waves");
  editing_assert_field (&editing, 2, "wave", "red-1");
  apply (&editing, marathon_bib_plan_new (editing.event, MARATHON_BIB_PLAN_FILL), "Assign 1 Bib");
  editing_assert_field (&editing, 2, "bib", "1");
  editing_assert_field (&editing, 2, "bib-block", "main");
  g_assert_cmpuint (marathon_history_get_state (editing.history), ==, 3);
  editing_assert_undo (&editing, before);
  editing_end (&editing);
}

/* The entrant and the guide are changed together, once. */
static void
test_bibs_of_guides (void)
{
  Editing editing;
  g_autofree char *before = NULL, *lines = NULL;
  MarathonDetailsView view;

  editing_start (&editing);
  before = editing_bytes (&editing);
  g_assert_true (model_fixture_set (editing.event, 1, "bib", "", NULL));
  editing_apply_all (&editing, "<guides entrant=\"2\"><guide id=\"21\" family=\"Smith\"/><guide id=\"22\"/></guides>");
  g_free (editing_take_lines (&editing));
  apply (&editing, marathon_bib_plan_new (editing.event, MARATHON_BIB_PLAN_FILL), "Assign 4 Bibs");
  g_assert_cmpuint (editing.n_edits, ==, 1);
  marathon_details_store_get (marathon_event_get_details (editing.event),
                              marathon_roster_get (marathon_event_get_roster (editing.event), 1)->details, &view);
  editing_assert_field (&editing, 1, "bib", "1");
  g_assert_cmpstr (marathon_event_text (editing.event, view.guides[0].bib), ==, "G1");
  g_assert_cmpstr (marathon_event_text (editing.event, view.guides[1].bib), ==, "G1-2");
  editing_end (&editing);
}

static void
test_nothing_to_do (void)
{
  Editing editing;
  g_autoptr (MarathonPlan) plan = NULL;
  guint64 state;

  editing_start (&editing);
  apply (&editing, marathon_bib_plan_new (editing.event, MARATHON_BIB_PLAN_FILL), "Assign 1 Bib");
  state = marathon_history_get_state (editing.history);
  plan = marathon_bib_plan_new (editing.event, MARATHON_BIB_PLAN_FILL);
  g_assert_cmpuint (marathon_plan_get_n_changes (plan), ==, 0);
  g_assert_true (marathon_plan_apply (editing.history, plan, NULL));
  g_assert_cmpuint (marathon_history_get_state (editing.history), ==, state);
  editing_end (&editing);
}

/* Somebody took the number since. */
static void
test_a_plan_that_is_too_old (void)
{
  Editing editing;
  g_autoptr (MarathonPlan) plan = NULL;
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  editing_start (&editing);
  plan = marathon_bib_plan_new (editing.event, MARATHON_BIB_PLAN_FILL);
  editing_apply_all (&editing, "<change entrant=\"1\" bib=\"1\"/>");
  before = editing_bytes (&editing);
  g_assert_false (marathon_plan_apply (editing.history, plan, &error));
  g_assert_nonnull (error);
  after = editing_bytes (&editing);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (marathon_history_get_undo_label (editing.history), ==, "Edit");
  editing_end (&editing);
}

/* Planned in a thread on a snapshot. */
static void
test_plan_of_a_snapshot (void)
{
  Editing editing;
  g_autoptr (MarathonEvent) snapshot = NULL;

  editing_start (&editing);
  snapshot = marathon_event_snapshot (editing.event);
  apply (&editing, marathon_bib_plan_new (snapshot, MARATHON_BIB_PLAN_RENUMBER), "Assign 4 Bibs");
  editing_assert_field (&editing, 0, "bib", "1");
  editing_end (&editing);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-edit/every-plan", test_every_plan);
  g_test_add_func ("/plan-edit/bibs-of-guides", test_bibs_of_guides);
  g_test_add_func ("/plan-edit/nothing-to-do-is-no-step", test_nothing_to_do);
  g_test_add_func ("/plan-edit/a-plan-that-is-too-old", test_a_plan_that_is_too_old);
  g_test_add_func ("/plan-edit/plan-of-a-snapshot", test_plan_of_a_snapshot);
  return g_test_run ();
}
