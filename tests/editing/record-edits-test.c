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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-edits/labels", test_labels);
  g_test_add_func ("/record-edits/nothing-to-change-is-no-step", test_nothing_to_change_is_no_step);
  g_test_add_func ("/record-edits/refusals", test_refusals);
  return g_test_run ();
}
