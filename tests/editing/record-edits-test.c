/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes of records: their labels, what they refuse, and that they can be taken back.
 */
#include "editing/record-edits.h"

#include <string.h>

#include "editing/editing-fixture.h"

static guint
find_column (MarathonRecord *record, const char *name)
{
  int column = marathon_record_find_column (record, name);

  g_assert_cmpint (column, >=, 0);
  return (guint) column;
}

static void
change (Editing *editing, gpointer record, const char *column, const char *text, const char *kept, const char *label)
{
  g_autoptr (GError) error = NULL;

  marathon_record_change (editing->history, record, find_column (record, column), text, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (marathon_record_get_text (record, find_column (record, column)), ==, kept);
  g_assert_cmpstr (marathon_history_get_undo_label (editing->history), ==, label);
}

static void
test_labels (void)
{
  Editing editing;
  g_autofree char *before = NULL;
  MarathonEvent *event;

  editing_start (&editing);
  event = editing.event;
  before = editing_bytes (&editing);
  change (&editing, marathon_event_get_info (event), "date", "2015-04-26", "2015-04-26", "Change Date of the Event");
  change (&editing, marathon_event_get_info (event), "title", "  Big   Race ", "Big Race", "Change Title of the Event");
  change (&editing, marathon_event_get_course (event), "length", "42195", "42195", "Change Length in Metres of the Course");
  change (&editing, marathon_event_get_single (event, MARATHON_SINGLE_RULES), "guides-max", "3", "3",
          "Change Guides per Athlete of the Rules");
  change (&editing, marathon_record_list_get (marathon_event_get_list (event, MARATHON_LIST_WAVES), 0), "capacity", "90", "90",
          "Change Capacity of Red 1");
  change (&editing, marathon_record_list_get (marathon_event_get_list (event, MARATHON_LIST_CUSTOM_FIELDS), 0), "label", "Top",
          "Top", "Change Label of Shirt");
  editing_assert_undo (&editing, before);
  editing_end (&editing);
}

static void
test_nothing_to_change_is_no_step (void)
{
  Editing editing;
  MarathonRecord *info;

  editing_start (&editing);
  info = MARATHON_RECORD (marathon_event_get_info (editing.event));
  g_assert_true (marathon_record_change (editing.history, info, find_column (info, "title"), " Spring  Marathon ", NULL));
  g_assert_true (marathon_record_change (editing.history, info, find_column (info, "place"), "", NULL));
  g_assert_false (marathon_history_can_undo (editing.history));
  editing_end (&editing);
}

static void
test_refusals (void)
{
  Editing editing;
  MarathonRecord *info, *group;
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  editing_start (&editing);
  before = editing_bytes (&editing);
  info = MARATHON_RECORD (marathon_event_get_info (editing.event));
  g_assert_false (marathon_record_change (editing.history, info, find_column (info, "date"), "soon", &error));
  g_assert_nonnull (strstr (error->message, "soon"));
  g_clear_error (&error);
  group = marathon_record_list_get (marathon_event_get_list (editing.event, MARATHON_LIST_GROUPS), 0);
  g_assert_false (marathon_record_change (editing.history, group, find_column (group, "bib"), "37", &error));
  g_assert_nonnull (strstr (error->message, "Mo Farah"));
  after = editing_bytes (&editing);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (marathon_history_can_undo (editing.history));
  editing_end (&editing);
}

/* --- Records that come and move --- */

static MarathonRecordList *
get_list (Editing *editing, MarathonListId list)
{
  return marathon_event_get_list (editing->event, list);
}

static void
assert_keys (Editing *editing, MarathonListId list, const char *expected)
{
  GString *keys = g_string_new (NULL);

  for (guint i = 0; i < marathon_record_list_get_size (get_list (editing, list)); i++)
    g_string_append_printf (keys, "%s%s", i == 0 ? "" : " ",
                            marathon_record_get_key (marathon_record_list_get (get_list (editing, list), i)));
  g_assert_cmpstr (keys->str, ==, expected);
  g_string_free (keys, TRUE);
}

static void
test_add (void)
{
  static const MarathonColumnText values[] = { { "start", "blue" }, { "capacity", "90" } };
  Editing editing;
  g_autofree char *before = NULL;
  MarathonRecord *added = NULL;

  editing_start (&editing);
  before = editing_bytes (&editing);
  g_assert_true (marathon_record_add (editing.history, MARATHON_LIST_WAVES, 1, "1", values, 2, &added, NULL));
  assert_keys (&editing, MARATHON_LIST_WAVES, "red-1 1 red-2");
  g_assert_true (added == marathon_record_list_get (get_list (&editing, MARATHON_LIST_WAVES), 1));
  g_assert_cmpstr (marathon_record_get_text (added, find_column (added, "start")), ==, "blue");
  g_assert_cmpstr (marathon_record_get_text (added, find_column (added, "capacity")), ==, "90");
  g_assert_cmpstr (marathon_history_get_undo_label (editing.history), ==, "Add Wave Blue 1");
  g_assert_true (marathon_record_add (editing.history, MARATHON_LIST_WAVES, G_MAXUINT, "Red 1", NULL, 0, NULL, NULL));
  assert_keys (&editing, MARATHON_LIST_WAVES, "red-1 1 red-2 red-1-2");
  editing_assert_undo (&editing, before);
  editing_end (&editing);
}

static void
test_add_is_refused (void)
{
  static const MarathonColumnText wrong[] = { { "capacity", "many" } }, taken[] = { { "bib", "37" } };
  Editing editing;
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  editing_start (&editing);
  before = editing_bytes (&editing);
  g_assert_false (marathon_record_add (editing.history, MARATHON_LIST_WAVES, 0, "New", wrong, 1, NULL, &error));
  g_assert_nonnull (strstr (error->message, "many"));
  g_clear_error (&error);
  g_assert_false (marathon_record_add (editing.history, MARATHON_LIST_GROUPS, 0, "New", taken, 1, NULL, &error));
  g_assert_nonnull (strstr (error->message, "Mo Farah"));
  g_clear_error (&error);
  g_assert_false (marathon_record_add (editing.history, MARATHON_LIST_CATEGORIES, 0, "", NULL, 0, NULL, &error));
  g_assert_nonnull (strstr (error->message, "name"));
  after = editing_bytes (&editing);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (marathon_history_can_undo (editing.history));
  editing_end (&editing);
}

static void
test_duplicate (void)
{
  Editing editing;
  g_autofree char *before = NULL;
  MarathonRecord *added = NULL;

  editing_start (&editing);
  before = editing_bytes (&editing);
  g_assert_true (marathon_record_duplicate (editing.history, MARATHON_LIST_WAVES, 0, &added, NULL));
  assert_keys (&editing, MARATHON_LIST_WAVES, "red-1 red-3 red-2");
  g_assert_cmpstr (marathon_record_get_name (added), ==, "Red 3");
  g_assert_cmpstr (marathon_record_get_text (added, find_column (added, "start")), ==, "red");
  g_assert_cmpstr (marathon_history_get_undo_label (editing.history), ==, "Duplicate Wave Red 1");
  g_assert_true (marathon_record_duplicate (editing.history, MARATHON_LIST_BIB_BLOCKS, 0, &added, NULL));
  g_assert_cmpstr (marathon_record_get_name (added), ==, "Main (copy)");
  g_assert_cmpstr (marathon_record_get_key (added), ==, "main-copy");
  g_assert_cmpstr (marathon_record_get_text (added, find_column (added, "numbers")), ==, "1-100");
  editing_assert_undo (&editing, before);
  editing_end (&editing);
}

static void
test_a_bib_is_not_duplicated (void)
{
  Editing editing;
  MarathonRecord *added = NULL;

  editing_start (&editing);
  g_assert_true (marathon_record_duplicate (editing.history, MARATHON_LIST_GROUPS, 0, &added, NULL));
  g_assert_cmpstr (marathon_record_get_text (added, find_column (added, "bib")), ==, "");
  editing_end (&editing);
}

/* Those without a name too. */
static void
test_every_kind_can_be_duplicated (void)
{
  Editing editing;

  editing_start (&editing);
  model_fixture_add (editing.event, "official o | role=starter\n");
  for (MarathonListId list = 0; list < MARATHON_N_LISTS; list++)
    if (marathon_record_list_get_size (get_list (&editing, list)) > 0)
      {
        g_autoptr (GError) error = NULL;
        guint size = marathon_record_list_get_size (get_list (&editing, list));

        marathon_record_duplicate (editing.history, list, 0, NULL, &error);
        g_assert_no_error (error);
        g_assert_cmpuint (marathon_record_list_get_size (get_list (&editing, list)), ==, size + 1);
      }
  editing_end (&editing);
}

static void
test_move (void)
{
  Editing editing;
  g_autofree char *before = NULL;

  editing_start (&editing);
  before = editing_bytes (&editing);
  g_assert_true (marathon_record_move (editing.history, MARATHON_LIST_WAVES, 0, 0, NULL));
  g_assert_false (marathon_history_can_undo (editing.history));
  g_assert_true (marathon_record_move (editing.history, MARATHON_LIST_WAVES, 0, 1, NULL));
  assert_keys (&editing, MARATHON_LIST_WAVES, "red-2 red-1");
  g_assert_cmpstr (marathon_history_get_undo_label (editing.history), ==, "Move Wave Red 1");
  editing_assert_undo (&editing, before);
  editing_end (&editing);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-edits/labels", test_labels);
  g_test_add_func ("/record-edits/nothing-to-change-is-no-step", test_nothing_to_change_is_no_step);
  g_test_add_func ("/record-edits/refusals", test_refusals);
  g_test_add_func ("/record-edits/add", test_add);
  g_test_add_func ("/record-edits/add-is-refused", test_add_is_refused);
  g_test_add_func ("/record-edits/duplicate", test_duplicate);
  g_test_add_func ("/record-edits/a-bib-is-not-duplicated", test_a_bib_is_not_duplicated);
  g_test_add_func ("/record-edits/every-kind-can-be-duplicated", test_every_kind_can_be_duplicated);
  g_test_add_func ("/record-edits/move", test_move);
  return g_test_run ();
}
