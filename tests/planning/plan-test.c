/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of plans as lists.
 */
#include "planning/plan.h"

#include "model/model-fixture.h"

static void
append_row (const MarathonPlanRow *row, gpointer user_data)
{
  g_string_append_printf (user_data, "%u.%d %s→%s (%s)\n", row->position, row->guide, row->before, row->after, row->reason);
}

static guint32
handle_of (MarathonEvent *event, MarathonListId list, const char *key)
{
  return marathon_record_get_handle (marathon_record_list_find (marathon_event_get_list (event, list), key));
}

static void
test_rows_name_what_was_and_will_be (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("category a | name=Elite\ncategory b | name=Mass\nwave w | name=Red 1\n"
                                                       "entrant 1 | given=A | category=a\nentrant 2 | given=B | wave=w\n");
  g_autoptr (MarathonPlan) categories = marathon_plan_new (MARATHON_FIELD_CATEGORY);
  g_autoptr (MarathonPlan) waves = marathon_plan_new (MARATHON_FIELD_WAVE);
  g_autoptr (GString) rows = g_string_new (NULL);

  marathon_plan_add_change (categories, 0, handle_of (event, MARATHON_LIST_CATEGORIES, "b"), NULL, "fits b");
  marathon_plan_add_change (categories, 1, handle_of (event, MARATHON_LIST_CATEGORIES, "a"), NULL, "fits a");
  marathon_plan_foreach_row (categories, event, append_row, rows);
  marathon_plan_add_change (waves, 0, handle_of (event, MARATHON_LIST_WAVES, "w"), NULL, "no-time w");
  marathon_plan_add_change (waves, 1, 0, NULL, "no-wave");
  marathon_plan_foreach_row (waves, event, append_row, rows);
  g_assert_cmpstr (rows->str, ==,
                   "0.-1 Elite→Mass (fits b)\n1.-1 →Elite (fits a)\n0.-1 →Red 1 (no-time w)\n1.-1 Red 1→ (no-wave)\n");
}

static void
test_rows_show_bibs_of_guides_too (void)
{
  g_autoptr (MarathonEvent) event =
    model_fixture_new ("entrant 1 | given=A | bib=7\nguide 11 | given=G | bib=G7\nguide 12 | given=H\n");
  g_autoptr (MarathonPlan) plan = marathon_plan_new (MARATHON_FIELD_BIB);
  g_autoptr (GString) rows = g_string_new (NULL);

  marathon_plan_add_change (plan, 0, 1, "8", "block b");
  marathon_plan_add_change (plan, 0, 0, "G8", "guide-bib")->guide = 0;
  marathon_plan_add_change (plan, 0, 0, "G8-2", "guide-bib")->guide = 1;
  marathon_plan_foreach_row (plan, event, append_row, rows);
  g_assert_cmpstr (rows->str, ==, "0.-1 7→8 (block b)\n0.0 G7→G8 (guide-bib)\n0.1 →G8-2 (guide-bib)\n");
}

static void
append_move (const MarathonPlanRow *row, gpointer user_data)
{
  if (row->is_move)
    g_string_append_printf (user_data, "%s→%s\n", row->before, row->after);
}

static void
test_places_are_counted_as_moves_or_not (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("wave a | name=A\nwave b | name=B\n"
                                                       "entrant 1 | given=A | wave=a\nentrant 2 | given=B\nentrant 3 | given=C | wave=a\n");
  g_autoptr (MarathonPlan) plan = marathon_plan_new (MARATHON_FIELD_WAVE);
  guint32 b = handle_of (event, MARATHON_LIST_WAVES, "b");
  g_autoptr (GString) moves = g_string_new (NULL);

  marathon_plan_add_place (plan, 0, TRUE, b, NULL, "only-wave b");
  marathon_plan_add_place (plan, 1, FALSE, b, NULL, "only-wave b");
  marathon_plan_add_change (plan, 2, 0, NULL, "no-wave");
  marathon_plan_foreach_row (plan, event, append_move, moves);
  g_assert_cmpstr (moves->str, ==, "A→B\n");
  g_assert_cmpuint (plan->counts.changed, ==, 2);
  g_assert_cmpuint (plan->counts.placed, ==, 1);
  g_assert_cmpuint (plan->counts.moved, ==, 1);
}

static void
test_the_plan_owns_its_texts (void)
{
  g_autoptr (MarathonPlan) plan = marathon_plan_new (MARATHON_FIELD_BIB);
  char bib[] = "8", reason[] = "block b";

  marathon_plan_add_change (plan, 0, 1, bib, reason);
  marathon_plan_add_unplaced (plan, 1, reason);
  bib[0] = reason[0] = '?';
  g_assert_cmpstr (marathon_plan_get_change (plan, 0)->text, ==, "8");
  g_assert_cmpstr (marathon_plan_get_change (plan, 0)->reason, ==, "block b");
  g_assert_cmpint (marathon_plan_get_change (plan, 0)->guide, ==, -1);
  g_assert_cmpstr (marathon_plan_get_unplaced (plan, 0)->reason, ==, "block b");
  g_assert_cmpint (marathon_plan_get_unplaced (plan, 0)->guide, ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/rows-name-what-was-and-will-be", test_rows_name_what_was_and_will_be);
  g_test_add_func ("/plan/rows-show-bibs-of-guides-too", test_rows_show_bibs_of_guides_too);
  g_test_add_func ("/plan/places-are-counted-as-moves-or-not", test_places_are_counted_as_moves_or_not);
  g_test_add_func ("/plan/the-plan-owns-its-texts", test_the_plan_owns_its_texts);
  return g_test_run ();
}
