/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of choices is of words, records or texts, and says when it is another.
 */
#include "widgets/choice-list.h"

#include "model/model-fixture.h"

static void
count (guint *n)
{
  (*n)++;
}

static MarathonChoiceList *
new_list (guint *n_changes)
{
  MarathonChoiceList *list = marathon_choice_list_new ();

  *n_changes = 0;
  g_signal_connect_swapped (list, "changed", G_CALLBACK (count), n_changes);
  return list;
}

static void
assert_choices (MarathonChoiceList *list, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < marathon_choice_list_get_size (list); i++)
    {
      MarathonChoice *choice = marathon_choice_list_get (list, i);

      g_string_append_printf (text, "%s=%s;", marathon_choice_get_text (choice), marathon_choice_get_label (choice));
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_words (void)
{
  guint n;
  g_autoptr (MarathonChoiceList) list = new_list (&n);

  assert_choices (list, "");
  g_assert_null (marathon_choice_list_get_words (list));
  marathon_choice_list_set_words (list, marathon_ranking_words);
  assert_choices (list, "gun=Gun time;net=Net time;");
  g_assert_true (marathon_choice_list_get_words (list) == marathon_ranking_words);
  g_assert_cmpstr (marathon_choice_get_label (marathon_choice_list_find (list, "net")), ==, "Net time");
  g_assert_null (marathon_choice_list_find (list, "Net time"));
  marathon_choice_list_set_words (list, marathon_ranking_words);
  g_assert_cmpuint (n, ==, 1);
}

static void
test_texts (void)
{
  static const char *const texts[] = { "a", "b", NULL };
  static const char *const labels[] = { "Amber", "Blue", NULL };
  static const char *const others[] = { "Amber", "Black", NULL };
  guint n;
  g_autoptr (MarathonChoiceList) list = new_list (&n);

  marathon_choice_list_set_texts (list, texts, NULL);
  assert_choices (list, "a=a;b=b;");
  marathon_choice_list_set_texts (list, texts, labels);
  assert_choices (list, "a=Amber;b=Blue;");
  marathon_choice_list_set_texts (list, texts, labels);
  g_assert_cmpuint (n, ==, 2);
  /* What is called otherwise is another list. */
  marathon_choice_list_set_texts (list, texts, others);
  assert_choices (list, "a=Amber;b=Black;");
  marathon_choice_list_set_words (list, marathon_ranking_words);
  assert_choices (list, "gun=Gun time;net=Net time;");
  g_assert_cmpuint (n, ==, 4);
}

static void
test_records_are_followed (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("start red | name=Red\nstart blue | name=Blue\n");
  MarathonRecordList *starts = marathon_event_get_list (event, MARATHON_LIST_STARTS);
  MarathonRecord *red = marathon_record_list_get (starts, 0);
  guint n, before;
  g_autoptr (MarathonChoiceList) list = new_list (&n);

  marathon_choice_list_set_records (list, starts);
  assert_choices (list, "red=Red;blue=Blue;");
  g_assert_true (marathon_event_set_record_text (event, red, (guint) marathon_record_find_column (red, "name"), "Rouge", NULL));
  assert_choices (list, "red=Rouge;blue=Blue;");
  model_fixture_add (event, "start green | name=Green\n");
  assert_choices (list, "red=Rouge;blue=Blue;green=Green;");
  marathon_event_move_record (event, MARATHON_LIST_STARTS, 2, 0);
  g_assert_true (marathon_event_remove_record (event, MARATHON_LIST_STARTS, 1, NULL));
  assert_choices (list, "green=Green;blue=Blue;");
  before = n;
  marathon_choice_list_set_records (list, starts);
  g_assert_cmpuint (n, ==, before);
  marathon_choice_list_set_records (list, NULL);
  assert_choices (list, "");
  before = n;
  model_fixture_add (event, "start white | name=White\n");
  g_assert_cmpuint (n, ==, before);
}

static void
test_record_without_a_name_has_its_label_or_key (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("field shirt | label=Shirt\nstart red\n");
  guint n;
  g_autoptr (MarathonChoiceList) list = new_list (&n);

  marathon_choice_list_set_records (list, marathon_event_get_list (event, MARATHON_LIST_CUSTOM_FIELDS));
  assert_choices (list, "shirt=Shirt;");
  marathon_choice_list_set_records (list, marathon_event_get_list (event, MARATHON_LIST_STARTS));
  assert_choices (list, "red=red;");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/choice-list/words", test_words);
  g_test_add_func ("/choice-list/texts", test_texts);
  g_test_add_func ("/choice-list/records-are-followed", test_records_are_followed);
  g_test_add_func ("/choice-list/record-without-a-name-has-its-label-or-key", test_record_without_a_name_has_its_label_or_key);
  return g_test_run ();
}
