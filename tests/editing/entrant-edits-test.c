/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What officials do to entrants: what changes, the label of the step, and that one undo takes all of it back.
 */
#include "editing/entrant-edits.h"

#include <string.h>

#include "editing/editing-fixture.h"
#include "editing/plan-edit.h"
#include "planning/category-plan.h"

#define TODAY marathon_date_new_day (2014, 3, 1)

/* Asserts the label of the last step, and that taking it back and doing it again gives the same event. */
static void
assert_step (Editing *editing, const char *label, const char *before)
{
  g_autofree char *after = editing_bytes (editing);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  g_assert_cmpstr (marathon_history_get_undo_label (editing->history), ==, label);
  g_assert_true (marathon_history_undo (editing->history, NULL));
  undone = editing_bytes (editing);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (marathon_history_redo (editing->history, NULL));
  redone = editing_bytes (editing);
  g_assert_cmpstr (redone, ==, after);
}

static const MarathonFieldInfo *
field (Editing *editing, const char *key)
{
  return marathon_event_find_field (editing->event, key);
}

static void
set (Editing *editing, const char *key, const char *text, const guint32 *positions, guint n, const char *label)
{
  g_autofree char *before = editing_bytes (editing);
  g_autoptr (GError) error = NULL;

  marathon_entrants_set_field (editing->history, positions, n, field (editing, key), text, &error);
  g_assert_no_error (error);
  assert_step (editing, label, before);
}

static void
set_one (Editing *editing, const char *key, const char *text, const char *label)
{
  set (editing, key, text, (const guint32[]) { 0 }, 1, label);
}

static void
test_a_field_of_one (void)
{
  Editing editing;

  editing_start (&editing);
  set_one (&editing, "club", "  Newham   and Essex ", "Change Club of Mo Farah");
  editing_assert_field (&editing, 0, "club", "Newham and Essex");
  set_one (&editing, "club", "", "Change Club of Mo Farah");
  editing_assert_field (&editing, 0, "club", "");
  set_one (&editing, "town", "London", "Change Town of Mo Farah");
  editing_assert_field (&editing, 0, "town", "London");
  set_one (&editing, "x-shirt", "L", "Change Shirt of Mo Farah");
  editing_assert_field (&editing, 0, "x-shirt", "L");
  set_one (&editing, "family", "", "Change Family Name of Mo Farah");
  editing_end (&editing);
}

static void
test_a_field_of_several (void)
{
  Editing editing;
  static const guint32 all[] = { 0, 1, 2 };

  editing_start (&editing);
  set (&editing, "club", "Newham", all, 3, "Change Club of 3 Entrants");
  editing_assert_field (&editing, 2, "club", "Newham");
  set_one (&editing, "club", "Weir Archer", "Change Club of Mo Farah");
  /* Only one of the three differs: the label tells who. */
  set (&editing, "club", "Newham", all, 3, "Change Club of Mo Farah");
  editing_end (&editing);
}

static void
test_nothing_to_change_is_no_step (void)
{
  Editing editing;
  static const guint32 all[] = { 0, 1, 2 };

  editing_start (&editing);
  g_assert_true (marathon_entrants_set_field (editing.history, all, 1, field (&editing, "given"), "Mo", NULL));
  g_assert_true (marathon_entrants_set_field (editing.history, all, 1, field (&editing, "bib"), "37", NULL));
  g_assert_true (marathon_entrants_set_field (editing.history, all, 3, field (&editing, "category"), "", NULL));
  g_assert_true (marathon_entrants_set_field (editing.history, NULL, 0, field (&editing, "club"), "X", NULL));
  g_assert_true (marathon_entrants_withdraw (editing.history, NULL, 0, NULL));
  g_assert_true (marathon_entrants_delete (editing.history, NULL, 0, NULL));
  g_assert_true (marathon_entrants_restore (editing.history, NULL, 0, NULL));
  g_assert_false (marathon_history_can_undo (editing.history));
  editing_end (&editing);
}

static void
test_a_refusal_changes_nothing (void)
{
  Editing editing;
  static const guint32 all[] = { 0, 1, 2 };
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  editing_start (&editing);
  before = editing_bytes (&editing);
  g_assert_false (marathon_entrants_set_field (editing.history, all, 3, field (&editing, "born"), "nonsense", &error));
  g_assert_nonnull (strstr (error->message, "nonsense"));
  g_clear_error (&error);
  g_assert_false (marathon_entrants_set_field (editing.history, all, 1, field (&editing, "bib"), "38", &error));
  g_assert_nonnull (strstr (error->message, "David Weir"));
  g_clear_error (&error);
  g_assert_false (marathon_entrants_set_field (editing.history, all, 2, field (&editing, "bib"), "77", &error));
  g_assert_nonnull (error);
  after = editing_bytes (&editing);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (marathon_history_can_undo (editing.history));
  editing_end (&editing);
}

/* --- Pins --- */

static void
test_what_a_person_chooses_is_pinned (void)
{
  Editing editing;

  editing_start (&editing);
  set_one (&editing, "category", "open", "Change Category of Mo Farah");
  editing_assert_field (&editing, 0, "pins", "category");
  set_one (&editing, "wave", "red-2", "Change Wave of Mo Farah");
  set_one (&editing, "bib", "40", "Change Bib of Mo Farah");
  editing_assert_field (&editing, 0, "pins", "bib;wave;category");
  set_one (&editing, "wave", "", "Change Wave of Mo Farah");
  set_one (&editing, "category", "", "Change Category of Mo Farah");
  set_one (&editing, "bib", "", "Change Bib of Mo Farah");
  editing_assert_field (&editing, 0, "pins", "");
  set_one (&editing, "club", "Newham", "Change Club of Mo Farah");
  editing_assert_field (&editing, 0, "pins", "");
  editing_end (&editing);
}

static void
test_the_reason_of_a_plan_goes (void)
{
  Editing editing;
  static const guint32 all[] = { 0, 1, 2 };
  g_autoptr (MarathonPlan) plan = NULL;

  editing_start (&editing);
  plan = marathon_category_plan_new (editing.event);
  g_assert_true (marathon_plan_apply (editing.history, plan, NULL));
  editing_assert_field (&editing, 0, "category-reason", "fits open");
  /* A form that says what it showed is no choice. */
  g_assert_true (marathon_entrants_set_field (editing.history, all, 1, field (&editing, "category"), "open", NULL));
  editing_assert_field (&editing, 0, "category-reason", "fits open");
  editing_assert_field (&editing, 0, "pins", "");
  /* To choose for many is. */
  set (&editing, "category", "open", all, 2, "Change Category of 2 Entrants");
  editing_assert_field (&editing, 1, "category-reason", "");
  editing_assert_field (&editing, 1, "pins", "category");
  set (&editing, "category", "", all + 2, 1, "Change Category of Kirui");
  editing_assert_field (&editing, 2, "category-reason", "");
  editing_end (&editing);
}

static void
test_a_changed_bib_is_not_printed (void)
{
  Editing editing;

  editing_start (&editing);
  g_assert_true (model_fixture_set (editing.event, 0, "printed", "yes", NULL));
  g_assert_true (model_fixture_set (editing.event, 0, "bib-block", "main", NULL));
  set_one (&editing, "club", "Newham", "Change Club of Mo Farah");
  editing_assert_field (&editing, 0, "printed", "yes");
  set_one (&editing, "bib", "99", "Change Bib of Mo Farah");
  editing_assert_field (&editing, 0, "printed", "");
  editing_assert_field (&editing, 0, "bib-block", "");
  editing_end (&editing);
}

/* --- Withdrawing, deleting, restoring --- */

static void
test_withdrawing (void)
{
  Editing editing;
  static const guint32 all[] = { 0, 1, 2 };
  g_autofree char *before = NULL, *between = NULL;

  editing_start (&editing);
  before = editing_bytes (&editing);
  g_assert_true (marathon_entrants_withdraw (editing.history, all, 1, NULL));
  editing_assert_field (&editing, 0, "status", "withdrawn");
  assert_step (&editing, "Withdraw Mo Farah", before);
  between = editing_bytes (&editing);
  g_assert_true (marathon_entrants_withdraw (editing.history, all, 3, NULL));
  assert_step (&editing, "Withdraw 2 Entrants", between);
  editing_end (&editing);
}

static void
assert_places (Editing *editing, guint n_roster, guint n_bin)
{
  g_assert_cmpuint (marathon_roster_get_size (marathon_event_get_roster (editing->event)), ==, n_roster);
  g_assert_cmpuint (marathon_roster_get_size (marathon_event_get_bin (editing->event)), ==, n_bin);
}

static void
test_deleting_and_restoring (void)
{
  Editing editing;
  g_autofree char *before = NULL, *between = NULL, *then = NULL;

  editing_start (&editing);
  before = editing_bytes (&editing);
  g_assert_true (marathon_entrants_delete (editing.history, (const guint32[]) { 1 }, 1, NULL));
  assert_places (&editing, 2, 2);
  assert_step (&editing, "Delete David Weir", before);
  between = editing_bytes (&editing);
  g_assert_true (marathon_entrants_delete (editing.history, (const guint32[]) { 0, 1 }, 2, NULL));
  assert_places (&editing, 0, 4);
  assert_step (&editing, "Delete 2 Entrants", between);
  then = editing_bytes (&editing);
  /* The bin: Bolt, Weir, Farah, Kirui. */
  g_assert_true (marathon_entrants_restore (editing.history, (const guint32[]) { 1, 3 }, 2, NULL));
  assert_places (&editing, 2, 2);
  editing_assert_field (&editing, 0, "family", "Weir");
  editing_assert_field (&editing, 0, "bib", "38");
  editing_assert_field (&editing, 1, "family", "Kirui");
  assert_step (&editing, "Restore 2 Entrants", then);
  editing_end (&editing);
}

static void
test_a_bib_of_somebody_else_is_left_out (void)
{
  Editing editing;
  g_autofree char *before = NULL;

  editing_start (&editing);
  before = editing_bytes (&editing);
  g_assert_true (marathon_entrants_restore (editing.history, (const guint32[]) { 0 }, 1, NULL));
  assert_places (&editing, 4, 0);
  editing_assert_field (&editing, 3, "family", "Bolt");
  editing_assert_field (&editing, 3, "bib", "");
  assert_step (&editing, "Restore Bolt", before);
  editing_end (&editing);
}

/* Of two with the same bib in the bin, the first gets it. */
static void
test_bibs_among_the_restored (void)
{
  Editing editing;
  g_autofree char *before = NULL;

  editing_start (&editing);
  g_assert_true (model_fixture_set (editing.event, 0, "pins", "bib", NULL));
  g_assert_true (model_fixture_set (editing.event, 0, "printed", "yes", NULL));
  g_assert_true (marathon_entrants_delete (editing.history, (const guint32[]) { 0 }, 1, NULL));
  before = editing_bytes (&editing);
  g_assert_true (marathon_entrants_restore (editing.history, (const guint32[]) { 0, 1 }, 2, NULL));
  editing_assert_field (&editing, 2, "family", "Bolt");
  editing_assert_field (&editing, 2, "bib", "37");
  editing_assert_field (&editing, 3, "family", "Farah");
  editing_assert_field (&editing, 3, "bib", "");
  editing_assert_field (&editing, 3, "pins", "");
  editing_assert_field (&editing, 3, "printed", "");
  assert_step (&editing, "Restore 2 Entrants", before);
  editing_end (&editing);
}

static void
test_bibs_of_restored_guides (void)
{
  Editing editing;
  g_autofree char *before = NULL;
  MarathonDetailsView view;

  editing_start (&editing);
  model_fixture_add (editing.event, "entrant 4 | family=Kipsang | bib=90\nguide 41 | family=G | bib=G90\n"
                                    "guide 42 | family=H | bib=G90-2\n");
  g_assert_true (marathon_entrants_delete (editing.history, (const guint32[]) { 3 }, 1, NULL));
  g_assert_true (marathon_entrant_set_guide_field (editing.history, 1, 0, MARATHON_GUIDE_BIB, "G90", NULL));
  before = editing_bytes (&editing);
  g_assert_true (marathon_entrants_restore (editing.history, (const guint32[]) { 1 }, 1, NULL));
  editing_assert_field (&editing, 3, "bib", "90");
  marathon_details_store_get (marathon_event_get_details (editing.event),
                              marathon_roster_get (marathon_event_get_roster (editing.event), 3)->details, &view);
  g_assert_cmpuint (view.n_guides, ==, 2);
  g_assert_cmpstr (marathon_event_text (editing.event, view.guides[0].bib), ==, "");
  g_assert_cmpstr (marathon_event_text (editing.event, view.guides[1].bib), ==, "G90-2");
  assert_step (&editing, "Restore Kipsang", before);
  editing_end (&editing);
}

/* --- Bibs --- */

static void
test_assigning_bibs (void)
{
  Editing editing;
  static const guint32 all[] = { 0, 1, 2, 3 };
  g_autofree char *before = NULL;
  guint n_assigned;

  editing_start (&editing);
  model_fixture_add (editing.event, "entrant 4 | family=Kipsang\nguide 41 | family=G\n");
  before = editing_bytes (&editing);
  /* The first number is the next, though Kirui waits too. */
  g_assert_true (marathon_entrants_assign_bibs (editing.history, all + 3, 1, &n_assigned, NULL));
  g_assert_cmpuint (n_assigned, ==, 1);
  editing_assert_field (&editing, 3, "bib", "1");
  editing_assert_field (&editing, 2, "bib", "");
  assert_step (&editing, "Assign 2 Bibs", before);
  g_assert_true (marathon_entrants_assign_bibs (editing.history, all, 4, &n_assigned, NULL));
  g_assert_cmpuint (n_assigned, ==, 1);
  editing_assert_field (&editing, 2, "bib", "2");
  g_assert_true (marathon_entrants_assign_bibs (editing.history, all, 4, &n_assigned, NULL));
  g_assert_cmpuint (n_assigned, ==, 0);
  g_assert_cmpstr (marathon_history_get_undo_label (editing.history), ==, "Assign 1 Bib");
  editing_end (&editing);
}

/* --- New entrants --- */

static void
test_adding (void)
{
  Editing editing;
  g_autofree char *before = NULL;
  guint64 id = 0;
  guint position;

  editing_start (&editing);
  before = editing_bytes (&editing);
  g_assert_true (marathon_entrant_add (editing.history, &editing.ids, TODAY, field (&editing, "wave"), "red-2", &id, NULL));
  g_assert_true (marathon_roster_find (marathon_event_get_roster (editing.event), id, &position));
  g_assert_cmpuint (position, ==, 3);
  editing_assert_field (&editing, 3, "wave", "red-2");
  editing_assert_field (&editing, 3, "pins", "wave");
  editing_assert_field (&editing, 3, "entered", "2014-03-01");
  editing_assert_field (&editing, 3, "status", "");
  assert_step (&editing, "Add Entrant", before);
  g_assert_true (marathon_entrant_add (editing.history, &editing.ids, TODAY, NULL, NULL, &id, NULL));
  assert_places (&editing, 5, 1);
  editing_end (&editing);
}

static void
test_adding_is_refused (void)
{
  Editing editing;
  guint64 id;
  g_autoptr (GError) error = NULL;

  editing_start (&editing);
  g_assert_false (marathon_entrant_add (editing.history, &editing.ids, TODAY, field (&editing, "bib"), "37", &id, &error));
  g_assert_nonnull (strstr (error->message, "Mo Farah"));
  g_clear_error (&error);
  g_assert_false (marathon_entrant_add (editing.history, &editing.ids, TODAY, field (&editing, "wave"), "none", &id, &error));
  g_assert_nonnull (error);
  assert_places (&editing, 3, 1);
  g_assert_false (marathon_history_can_undo (editing.history));
  editing_end (&editing);
}

static void
test_adding_like_another (void)
{
  static const struct { const char *key, *of_like, *of_new; } cases[] = {
    { "family", "Farah", "Farah" },   { "given", "Mo", "" },
    { "club", "Newham", "Newham" },   { "nation", "GBR", "GBR" },
    { "town", "London", "London" },   { "residence", "USA", "USA" },
    { "mode", "handcycle", "handcycle" }, { "route", "club", "club" },
    { "charity", "Oxfam", "Oxfam" },  { "group", "pair", "pair" },
    { "tags", "vip", "vip" },         { "publish", "initials", "initials" },
    { "status", "applied", "applied" }, { "email", "a@b.c", "a@b.c" },
    { "phone", "1", "1" },            { "emergency-name", "Tania", "Tania" },
    { "emergency-phone", "2", "2" },  { "category", "open", "open" },
    { "sex", "M", "" },               { "born", "1983-03-23", "" },
    { "external-id", "E-1", "" },     { "bib", "37", "" },
    { "wave", "red-1", "" },          { "pb", "2:10:00", "" },
    { "medical", "none", "" },        { "note", "late", "" },
    { "licence", "L", "" },           { "chip", "C", "" },
    { "x-shirt", "M", "" },           { "entered", "2014-01-01", "2014-03-01" },
    { "pins", "bib;wave;category", "" },
  };
  Editing editing;
  g_autofree char *before = NULL;
  guint64 id;

  editing_start (&editing);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (model_fixture_set (editing.event, 0, cases[i].key, cases[i].of_like, NULL));
  before = editing_bytes (&editing);
  g_assert_true (marathon_entrant_add_like (editing.history, 0, &editing.ids, TODAY, &id, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].key);
      editing_assert_field (&editing, 0, cases[i].key, cases[i].of_like);
      editing_assert_field (&editing, 3, cases[i].key, cases[i].of_new);
    }
  assert_step (&editing, "Add Entrant", before);
  editing_end (&editing);
}

/* --- Guides --- */

static void
assert_guide (Editing *editing, guint position, guint n_guides, guint guide, const char *family)
{
  MarathonDetailsView view;

  marathon_details_store_get (marathon_event_get_details (editing->event),
                              marathon_roster_get (marathon_event_get_roster (editing->event), position)->details, &view);
  g_assert_cmpuint (view.n_guides, ==, n_guides);
  if (guide < n_guides)
    g_assert_cmpstr (marathon_event_text (editing->event, view.guides[guide].family), ==, family);
}

static void
test_guides (void)
{
  Editing editing;
  g_autofree char *before = NULL, *with_guide = NULL, *named = NULL;

  editing_start (&editing);
  before = editing_bytes (&editing);
  g_assert_true (marathon_entrant_add_guide (editing.history, 1, &editing.ids, NULL));
  assert_guide (&editing, 1, 2, 1, "");
  assert_step (&editing, "Add Guide of David Weir", before);
  with_guide = editing_bytes (&editing);
  g_assert_true (marathon_entrant_set_guide_field (editing.history, 1, 1, MARATHON_GUIDE_FAMILY, "Archer", NULL));
  assert_guide (&editing, 1, 2, 1, "Archer");
  assert_guide (&editing, 1, 2, 0, "Smith");
  assert_step (&editing, "Change Family Name of Guide of David Weir", with_guide);
  named = editing_bytes (&editing);
  g_assert_true (marathon_entrant_remove_guide (editing.history, 1, 0, NULL));
  assert_guide (&editing, 1, 1, 0, "Archer");
  assert_step (&editing, "Remove Guide of David Weir", named);
  editing_end (&editing);
}

static void
test_guides_are_refused (void)
{
  Editing editing;
  g_autoptr (GError) error = NULL;
  guint64 state;

  editing_start (&editing);
  for (guint i = 0; i < MARATHON_MAX_GUIDES; i++)
    g_assert_true (marathon_entrant_add_guide (editing.history, 0, &editing.ids, NULL));
  state = marathon_history_get_state (editing.history);
  g_assert_false (marathon_entrant_add_guide (editing.history, 0, &editing.ids, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (marathon_entrant_set_guide_field (editing.history, 0, 0, MARATHON_GUIDE_BIB, "G38", &error));
  g_assert_nonnull (strstr (error->message, "Smith"));
  g_clear_error (&error);
  g_assert_false (marathon_entrant_set_guide_field (editing.history, 0, 0, MARATHON_GUIDE_BORN, "never", &error));
  g_assert_nonnull (error);
  g_assert_true (marathon_entrant_set_guide_field (editing.history, 0, 0, MARATHON_GUIDE_FAMILY, "", NULL));
  g_assert_cmpuint (marathon_history_get_state (editing.history), ==, state);
  editing_end (&editing);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/entrant-edits/a-field-of-one", test_a_field_of_one);
  g_test_add_func ("/entrant-edits/a-field-of-several", test_a_field_of_several);
  g_test_add_func ("/entrant-edits/nothing-to-change-is-no-step", test_nothing_to_change_is_no_step);
  g_test_add_func ("/entrant-edits/a-refusal-changes-nothing", test_a_refusal_changes_nothing);
  g_test_add_func ("/entrant-edits/what-a-person-chooses-is-pinned", test_what_a_person_chooses_is_pinned);
  g_test_add_func ("/entrant-edits/the-reason-of-a-plan-goes", test_the_reason_of_a_plan_goes);
  g_test_add_func ("/entrant-edits/a-changed-bib-is-not-printed", test_a_changed_bib_is_not_printed);
  g_test_add_func ("/entrant-edits/withdrawing", test_withdrawing);
  g_test_add_func ("/entrant-edits/deleting-and-restoring", test_deleting_and_restoring);
  g_test_add_func ("/entrant-edits/a-bib-of-somebody-else-is-left-out", test_a_bib_of_somebody_else_is_left_out);
  g_test_add_func ("/entrant-edits/bibs-among-the-restored", test_bibs_among_the_restored);
  g_test_add_func ("/entrant-edits/bibs-of-restored-guides", test_bibs_of_restored_guides);
  g_test_add_func ("/entrant-edits/assigning-bibs", test_assigning_bibs);
  g_test_add_func ("/entrant-edits/adding", test_adding);
  g_test_add_func ("/entrant-edits/adding-is-refused", test_adding_is_refused);
  g_test_add_func ("/entrant-edits/adding-like-another", test_adding_like_another);
  g_test_add_func ("/entrant-edits/guides", test_guides);
  g_test_add_func ("/entrant-edits/guides-are-refused", test_guides_are_refused);
  return g_test_run ();
}
