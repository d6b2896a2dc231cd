/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Steps: made, taken back, redone, told.
 */
#include "editing/editing-fixture.h"

#include <string.h>

#include "model/model-error.h"

static MarathonEdit *
set_family (Editing *editing, guint position, const char *family)
{
  MarathonEntrant value = *marathon_roster_get (marathon_event_get_roster (editing->event), position);

  value.family = marathon_event_add_text (editing->event, family);
  return editing_new_change (editing, MARATHON_PLACE_ROSTER, position, &value);
}

static MarathonEdit *
set_bib (Editing *editing, guint position, const char *bib)
{
  MarathonEntrantDraft draft;
  MarathonEdit *edit;

  marathon_entrant_draft_init (&draft, editing->event);
  marathon_entrant_draft_start (&draft, marathon_roster_get (marathon_event_get_roster (editing->event), position));
  g_assert_true (marathon_entrant_draft_set (&draft, MARATHON_FIELD_BIB, bib, NULL));
  edit
    = editing_new_change (editing, MARATHON_PLACE_ROSTER, position,
                                        marathon_entrant_draft_finish (&draft));
  marathon_entrant_draft_clear (&draft);
  return edit;
}

static void
rename_to (Editing *editing, const char *family)
{
  g_autoptr (MarathonEdit) edit = set_family (editing, 0, family);
  g_autofree char *label = g_strconcat ("Rename to ", family, NULL);

  g_assert_true (marathon_history_do (editing->history, edit, label, NULL));
}

#define assert_labels(editing, undo, redo) \
  G_STMT_START \
  { \
    g_assert_cmpstr (marathon_history_get_undo_label ((editing)->history), ==, undo); \
    g_assert_cmpstr (marathon_history_get_redo_label ((editing)->history), ==, redo); \
    g_assert_cmpint (marathon_history_can_undo ((editing)->history), ==, (undo) != NULL); \
    g_assert_cmpint (marathon_history_can_redo ((editing)->history), ==, (redo) != NULL); \
  } \
  G_STMT_END

static void
test_undo_and_redo (void)
{
  Editing editing;
  const char *none = NULL;

  editing_start (&editing);
  assert_labels (&editing, none, none);
  rename_to (&editing, "A");
  rename_to (&editing, "B");
  assert_labels (&editing, "Rename to B", none);
  g_assert_true (marathon_history_undo (editing.history, NULL));
  editing_assert_field (&editing, 0, "family", "A");
  assert_labels (&editing, "Rename to A", "Rename to B");
  g_assert_true (marathon_history_undo (editing.history, NULL));
  editing_assert_field (&editing, 0, "family", "Farah");
  assert_labels (&editing, none, "Rename to A");
  g_assert_true (marathon_history_redo (editing.history, NULL));
  g_assert_true (marathon_history_redo (editing.history, NULL));
  editing_assert_field (&editing, 0, "family", "B");
  assert_labels (&editing, "Rename to B", none);
  editing_end (&editing);
}

static void
test_new_step_ends_redo (void)
{
  Editing editing;

  editing_start (&editing);
  rename_to (&editing, "A");
  rename_to (&editing, "B");
  g_assert_true (marathon_history_undo (editing.history, NULL));
  rename_to (&editing, "C");
  assert_labels (&editing, "Rename to C", (const char *) NULL);
  g_assert_true (marathon_history_undo (editing.history, NULL));
  editing_assert_field (&editing, 0, "family", "A");
  assert_labels (&editing, "Rename to A", "Rename to C");
  editing_end (&editing);
}

/* The same number is the same content, and no number is given twice. */
static void
test_states (void)
{
  Editing editing;
  guint64 a, b, c;

  editing_start (&editing);
  g_assert_cmpuint (marathon_history_get_state (editing.history), ==, 0);
  rename_to (&editing, "A");
  a = marathon_history_get_state (editing.history);
  rename_to (&editing, "B");
  b = marathon_history_get_state (editing.history);
  marathon_history_undo (editing.history, NULL);
  g_assert_cmpuint (marathon_history_get_state (editing.history), ==, a);
  rename_to (&editing, "C");
  c = marathon_history_get_state (editing.history);
  g_assert_true (a != 0 && b != a && c != a && c != b);
  marathon_history_clear (editing.history);
  g_assert_cmpuint (marathon_history_get_state (editing.history), ==, c);
  assert_labels (&editing, (const char *) NULL, (const char *) NULL);
  rename_to (&editing, "D");
  g_assert_cmpuint (marathon_history_get_state (editing.history), >, c);
  marathon_history_undo (editing.history, NULL);
  g_assert_cmpuint (marathon_history_get_state (editing.history), ==, c);
  editing_assert_field (&editing, 0, "family", "C");
  editing_end (&editing);
}

static void
test_step_of_several_edits (void)
{
  Editing editing;
  g_autoptr (MarathonEdit) free_bib = NULL;
  g_autoptr (MarathonEdit) take_bib = NULL;
  g_autofree char *before = NULL;
  g_autofree char *lines = NULL;

  editing_start (&editing);
  before = editing_bytes (&editing);
  marathon_history_begin (editing.history, "Hand over");
  free_bib = set_bib (&editing, 0, "");
  g_assert_true (marathon_history_add (editing.history, free_bib, NULL));
  take_bib = set_bib (&editing, 2, "37");
  g_assert_true (marathon_history_add (editing.history, take_bib, NULL));
  g_assert_false (marathon_history_can_undo (editing.history));
  marathon_history_commit (editing.history);
  g_assert_true (marathon_history_undo (editing.history, NULL));
  g_assert_false (marathon_history_can_undo (editing.history));
  lines = editing_take_lines (&editing);
  /* Taken back in the other order. */
  g_assert_cmpstr (lines, ==,
                   "<begin label=\"Hand over\"/>\n"
                   "<change entrant=\"0000000000000001\" bib=\"\"/>\n"
                   "<change entrant=\"0000000000000003\" bib=\"37\"/>\n"
                   "<commit/>\n"
                   "<begin label=\"Undo Hand over\"/>\n"
                   "<change entrant=\"0000000000000003\" bib=\"\"/>\n"
                   "<change entrant=\"0000000000000001\" bib=\"37\"/>\n"
                   "<commit/>\n");
  editing_assert_undo (&editing, before);
  editing_end (&editing);
}

static void
test_refused_step_leaves_no_trace (void)
{
  Editing editing;
  g_autoptr (MarathonEdit) good = NULL;
  g_autoptr (MarathonEdit) bad = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL, *lines = NULL;

  editing_start (&editing);
  rename_to (&editing, "A");
  g_assert_true (marathon_history_undo (editing.history, NULL));
  before = editing_bytes (&editing);
  g_free (editing_take_lines (&editing));
  marathon_history_begin (editing.history, "Two");
  good = set_family (&editing, 1, "B");
  bad = set_bib (&editing, 2, "38");
  g_assert_true (marathon_history_add (editing.history, good, NULL));
  g_assert_false (marathon_history_add (editing.history, bad, &error));
  g_assert_nonnull (error);
  marathon_history_rollback (editing.history);
  after = editing_bytes (&editing);
  g_assert_cmpstr (before, ==, after);
  /* What could be redone before still can. */
  assert_labels (&editing, (const char *) NULL, "Rename to A");
  lines = editing_take_lines (&editing);
  g_assert_true (g_str_has_suffix (lines, "rollback\n"));
  g_assert_null (strstr (lines, MARATHON_EDIT_LINES_COMMIT));
  g_assert_false (marathon_history_do (editing.history, bad, "Bad", NULL));
  assert_labels (&editing, (const char *) NULL, "Rename to A");
  editing_end (&editing);
}

/* An event that was changed past its history: the step that cannot be taken back stays, the whole of it. */
static void
test_refused_undo_leaves_no_trace (void)
{
  Editing editing;
  g_autoptr (MarathonEdit) free_bib = NULL;
  g_autoptr (MarathonEdit) rename = NULL;
  g_autoptr (MarathonEdit) past = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL, *lines = NULL;

  editing_start (&editing);
  free_bib = set_bib (&editing, 0, "");
  rename = set_family (&editing, 1, "Renamed");
  marathon_history_begin (editing.history, "Two");
  g_assert_true (marathon_history_add (editing.history, free_bib, NULL));
  g_assert_true (marathon_history_add (editing.history, rename, NULL));
  marathon_history_commit (editing.history);
  past = set_bib (&editing, 2, "37");
  g_assert_true (marathon_edit_apply (past, editing.event, NULL));

  before = editing_bytes (&editing);
  g_free (editing_take_lines (&editing));
  g_assert_false (marathon_history_undo (editing.history, &error));
  g_assert_nonnull (error);
  editing_assert_field (&editing, 1, "family", "Renamed");
  after = editing_bytes (&editing);
  g_assert_cmpstr (before, ==, after);
  assert_labels (&editing, "Two", (const char *) NULL);
  lines = editing_take_lines (&editing);
  g_assert_true (g_str_has_suffix (lines, "rollback\n"));

  g_assert_true (marathon_edit_revert (past, editing.event, NULL));
  g_assert_true (marathon_history_undo (editing.history, NULL));
  editing_assert_field (&editing, 0, "bib", "37");
  editing_assert_field (&editing, 1, "family", "Weir");
  editing_end (&editing);
}

static void
test_empty_step_leaves_no_trace (void)
{
  Editing editing;
  g_autoptr (MarathonEdit) same = NULL;
  g_autofree char *lines = NULL;

  editing_start (&editing);
  same = set_family (&editing, 0, "Farah");
  g_assert_true (marathon_history_do (editing.history, same, "Nothing", NULL));
  assert_labels (&editing, (const char *) NULL, (const char *) NULL);
  g_assert_cmpuint (marathon_history_get_state (editing.history), ==, 0);
  lines = editing_take_lines (&editing);
  g_assert_cmpstr (lines, ==, "<begin label=\"Nothing\"/>\nrollback\n");
  editing_end (&editing);
}

static void
on_notify (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  g_ptr_array_add (user_data, (gpointer) pspec->name);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
assert_told (GPtrArray *told, const char *expected)
{
  g_autofree char *names = NULL;

  g_ptr_array_sort (told, compare_names);
  g_ptr_array_add (told, NULL);
  names = g_strjoinv (" ", (char **) told->pdata);
  g_assert_cmpstr (names, ==, expected);
  g_ptr_array_set_size (told, 0);
}

/* What a button shows is bound to these: a change of one must not wake the others. */
static void
test_properties_tell_of_changes_only (void)
{
  Editing editing;
  g_autoptr (GPtrArray) told = g_ptr_array_new ();

  editing_start (&editing);
  g_signal_connect (editing.history, "notify", G_CALLBACK (on_notify), told);
  rename_to (&editing, "A");
  assert_told (told, "can-undo state undo-label");
  rename_to (&editing, "B");
  assert_told (told, "state undo-label");
  marathon_history_undo (editing.history, NULL);
  assert_told (told, "can-redo redo-label state undo-label");
  marathon_history_undo (editing.history, NULL);
  assert_told (told, "can-undo redo-label state undo-label");
  marathon_history_redo (editing.history, NULL);
  assert_told (told, "can-undo redo-label state undo-label");
  marathon_history_clear (editing.history);
  assert_told (told, "can-redo can-undo redo-label undo-label");
  editing_end (&editing);
}

static void
test_properties_can_be_read (void)
{
  Editing editing;
  gboolean can_undo, can_redo;
  g_autofree char *undo_label = NULL;
  g_autofree char *redo_label = NULL;
  guint64 state;

  editing_start (&editing);
  rename_to (&editing, "A");
  g_object_get (editing.history, "can-undo", &can_undo, "can-redo", &can_redo, "undo-label", &undo_label, "redo-label",
                &redo_label,
                "state", &state, NULL);
  g_assert_true (can_undo);
  g_assert_false (can_redo);
  g_assert_cmpstr (undo_label, ==, "Rename to A");
  g_assert_null (redo_label);
  g_assert_cmpuint (state, ==, marathon_history_get_state (editing.history));
  g_assert_true (marathon_history_get_event (editing.history) == editing.event);
  editing_end (&editing);
}

static void
count_notify (guint *n)
{
  (*n)++;
}

#define assert_refused(call, error) \
  G_STMT_START \
  { \
    g_assert_false (call); \
    g_assert_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_READ_ONLY); \
    g_assert_cmpstr ((error)->message, ==, "Ann has it open."); \
    g_clear_error (&(error)); \
  } \
  G_STMT_END

static void
test_read_only_refuses_all_changes (void)
{
  Editing editing;
  g_autoptr (MarathonEdit) edit = NULL;
  g_autoptr (MarathonEdit) nothing = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  GError *error = NULL;
  guint64 state;

  editing_start (&editing);
  rename_to (&editing, "A");
  rename_to (&editing, "B");
  g_assert_true (marathon_history_undo (editing.history, NULL));
  edit = set_family (&editing, 0, "C");
  nothing = set_family (&editing, 0, "A");
  before = editing_bytes (&editing);
  state = marathon_history_get_state (editing.history);

  marathon_history_set_read_only (editing.history, "Ann has it open.");
  assert_refused (marathon_history_do (editing.history, edit, "Rename", &error), error);
  marathon_history_begin (editing.history, "Rename");
  assert_refused (marathon_history_add (editing.history, edit, &error), error);
  marathon_history_commit (editing.history);
  assert_refused (marathon_history_undo (editing.history, &error), error);
  assert_refused (marathon_history_redo (editing.history, &error), error);
  g_assert_true (marathon_history_do (editing.history, nothing, "Rename to the same", NULL));
  g_assert_cmpuint (marathon_history_get_state (editing.history), ==, state);
  after = editing_bytes (&editing);
  g_assert_cmpstr (after, ==, before);

  marathon_history_set_read_only (editing.history, NULL);
  g_assert_true (marathon_history_redo (editing.history, NULL));
  g_assert_true (marathon_history_do (editing.history, edit, "Rename", NULL));
  editing_end (&editing);
}

static void
test_read_only_is_told (void)
{
  Editing editing;
  guint n_read_only = 0, n_can_undo = 0;
  gboolean read_only = FALSE, can_undo = TRUE;

  editing_start (&editing);
  rename_to (&editing, "A");
  g_signal_connect_swapped (editing.history, "notify::read-only", G_CALLBACK (count_notify), &n_read_only);
  g_signal_connect_swapped (editing.history, "notify::can-undo", G_CALLBACK (count_notify), &n_can_undo);
  marathon_history_set_read_only (editing.history, "Ann has it open.");
  marathon_history_set_read_only (editing.history, "Ben has it open.");
  marathon_history_set_read_only (editing.history, marathon_history_get_read_only_reason (editing.history));
  g_assert_cmpstr (marathon_history_get_read_only_reason (editing.history), ==, "Ben has it open.");
  g_object_get (editing.history, "read-only", &read_only, "can-undo", &can_undo, NULL);
  g_assert_true (read_only);
  g_assert_false (can_undo);
  g_assert_cmpuint (n_read_only, ==, 1);
  g_assert_cmpuint (n_can_undo, ==, 1);

  marathon_history_set_read_only (editing.history, NULL);
  g_assert_false (marathon_history_is_read_only (editing.history));
  g_assert_true (marathon_history_can_undo (editing.history));
  g_assert_cmpuint (n_read_only, ==, 2);
  g_assert_cmpuint (n_can_undo, ==, 2);
  editing_end (&editing);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/undo-and-redo", test_undo_and_redo);
  g_test_add_func ("/history/a-new-step-ends-redo", test_new_step_ends_redo);
  g_test_add_func ("/history/states", test_states);
  g_test_add_func ("/history/step-of-several-edits", test_step_of_several_edits);
  g_test_add_func ("/history/a-refused-step-leaves-no-trace", test_refused_step_leaves_no_trace);
  g_test_add_func ("/history/a-refused-undo-leaves-no-trace", test_refused_undo_leaves_no_trace);
  g_test_add_func ("/history/an-empty-step-leaves-no-trace", test_empty_step_leaves_no_trace);
  g_test_add_func ("/history/properties-tell-of-changes-only", test_properties_tell_of_changes_only);
  g_test_add_func ("/history/properties-can-be-read", test_properties_can_be_read);
  g_test_add_func ("/history/read-only-refuses-all-changes", test_read_only_refuses_all_changes);
  g_test_add_func ("/history/read-only-is-told", test_read_only_is_told);
  return g_test_run ();
}
