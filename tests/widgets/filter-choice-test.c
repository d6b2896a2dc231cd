/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists of choices follow what there is to choose from.
 */
#include "widgets/filter-choice.h"

#include "model/event.h"
#include "widgets/display-scene.h"

/* Returns: "id=label(note) …" of all. */
static char *
describe (GListModel *choices)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (MarathonFilterChoice) choice = g_list_model_get_item (choices, i);
      g_autofree char *note = NULL;

      g_object_get (choice, "note", &note, NULL);
      g_string_append_printf (text, "%s%s=%s", i > 0 ? " " : "", marathon_filter_choice_get_id (choice),
                              marathon_filter_choice_get_label (choice));
      if (*note != '\0')
        g_string_append_printf (text, "(%s)", note);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_choices (GListModel *choices, const char *expected)
{
  g_autofree char *found = describe (choices);

  g_assert_cmpstr (found, ==, expected);
}

static void
add_start (MarathonEvent *event, guint position, const char *key, const char *name)
{
  g_autoptr (MarathonRecord) record = marathon_record_new (marathon_list_get_type_of (MARATHON_LIST_STARTS), key);

  g_assert_true (marathon_record_set_text (record, event, (guint) marathon_record_find_column (record, "name"), name, NULL));
  g_assert_true (marathon_event_insert_record (event, MARATHON_LIST_STARTS, position, record, NULL));
}

static void
test_records (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  MarathonRecordList *starts = marathon_event_get_list (event, MARATHON_LIST_STARTS);
  g_autoptr (GListModel) choices = marathon_filter_choices_new_records (starts, "No Start");
  MarathonRecord *red;

  assert_choices (choices, "=No Start");
  add_start (event, 0, "red", "Red");
  add_start (event, 0, "blue", "Blue");
  assert_choices (choices, "blue=Blue red=Red =No Start");
  red = marathon_record_list_get (starts, 1);
  g_assert_true (marathon_event_set_record_text (event, red, (guint) marathon_record_find_column (red, "name"), "Rouge", NULL));
  assert_choices (choices, "blue=Blue red=Rouge =No Start");
  marathon_event_move_record (event, MARATHON_LIST_STARTS, 0, 1);
  assert_choices (choices, "red=Rouge blue=Blue =No Start");
  g_assert_true (marathon_event_remove_record (event, MARATHON_LIST_STARTS, 0, NULL));
  assert_choices (choices, "blue=Blue =No Start");
}

static void
test_words (void)
{
  g_autoptr (GListModel) choices = marathon_filter_choices_new_words (marathon_sex_words);
  g_autoptr (MarathonFilterChoice) male = g_list_model_get_item (choices, 1);

  g_assert_cmpuint (g_list_model_get_n_items (choices), ==, 4);
  g_assert_cmpstr (marathon_filter_choice_get_id (male), ==, "M");
  g_assert_cmpstr (marathon_filter_choice_get_label (male), ==, marathon_sex_words[1].label);
}

static void
test_problems (void)
{
  g_autoptr (GListStore) store = g_list_store_new (MARATHON_TYPE_FILTER_CHOICE);
  MarathonProblems problems = { .n_words = 1 };
  guint64 bitmap[1] = { 7 };
  g_autoptr (MarathonFilterChoice) before = NULL;
  g_autoptr (MarathonFilterChoice) after = NULL;

  problems.kinds[MARATHON_PROBLEM_NO_BIB] = (MarathonProblem) { .count = 3, .entrants = bitmap };
  /* Of records, and of the event: nobody to filter by. */
  problems.kinds[MARATHON_PROBLEM_BLOCKS_OVERLAP] = (MarathonProblem) { .count = 2 };
  problems.kinds[MARATHON_PROBLEM_EVENT_WITHOUT_DATE] = (MarathonProblem) { .count = 1 };
  marathon_filter_choices_show_problems (store, &problems, NULL);
  assert_choices (G_LIST_MODEL (store), "no-bib=Without bib(3)");
  before = g_list_model_get_item (G_LIST_MODEL (store), 0);
  problems.kinds[MARATHON_PROBLEM_NO_BIB].count = 2;
  marathon_filter_choices_show_problems (store, &problems, NULL);
  assert_choices (G_LIST_MODEL (store), "no-bib=Without bib(2)");
  after = g_list_model_get_item (G_LIST_MODEL (store), 0);
  g_assert_true (before == after);
  problems.kinds[MARATHON_PROBLEM_NO_BIB].count = 0;
  marathon_filter_choices_show_problems (store, &problems, "no-bib");
  assert_choices (G_LIST_MODEL (store), "no-bib=Without bib(0)");
  marathon_filter_choices_show_problems (store, &problems, NULL);
  assert_choices (G_LIST_MODEL (store), "");
  marathon_filter_choices_show_problems (store, NULL, "no-wave");
  assert_choices (G_LIST_MODEL (store), "no-wave=Without wave(0)");
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/filter-choice/records", test_records);
  g_test_add_func ("/filter-choice/words", test_words);
  g_test_add_func ("/filter-choice/problems", test_problems);
  return display_scene_run ();
}
