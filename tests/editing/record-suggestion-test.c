/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is suggested for a new record goes on where the selected one ends.
 */
#include "editing/record-suggestion.h"

#include "model/model-fixture.h"

#define EVENT \
  "start red | name=Red\nstart blue | name=Blue\n" \
  "category any | name=Mass\ncategory new | name=New Category\n" \
  "wave red-1 | name=Red 1 | start=red | time=10:00 | to=3:30:00 | capacity=100 | headroom=5 | categories=any | routes=club\n" \
  "wave alone | name=Late | time=23:59\n" \
  "wave red-2 | name=Red 2 | start=red | time=10:05 | from=3:30:00 | to=4:00:00\n"

static char *
describe (MarathonEvent *event, MarathonListId list, MarathonListId like_list, const char *like)
{
  MarathonRecord *record = like != NULL ? marathon_record_list_find (marathon_event_get_list (event, like_list), like) : NULL;
  g_autoptr (MarathonRecordSuggestion) suggestion = marathon_record_suggest (event, list, record);
  GString *text = g_string_new (suggestion->name);

  for (guint i = 0; i < suggestion->values->len; i++)
    {
      const MarathonColumnText *value = &g_array_index (suggestion->values, MarathonColumnText, i);

      g_string_append_printf (text, " %s=%s", value->column, value->text);
    }
  return g_string_free (text, FALSE);
}

static void
test_suggestions (void)
{
  static const struct {
    MarathonListId list;
    MarathonListId like_list;
    const char *like;
    const char *suggestion;
  } cases[] = {
    { MARATHON_LIST_CATEGORIES, MARATHON_LIST_CATEGORIES, "any", "New Category 2" },
    { MARATHON_LIST_STARTS, MARATHON_LIST_STARTS, "red", "New Start" },
    { MARATHON_LIST_BIB_BLOCKS, 0, NULL, "New Bib Block" },
    { MARATHON_LIST_WAVES, 0, NULL, "New Wave" },
    { MARATHON_LIST_WAVES, MARATHON_LIST_STARTS, "blue", "Blue 1 start=blue" },
    { MARATHON_LIST_WAVES, MARATHON_LIST_WAVES, "red-1",
      "Red 3 start=red time=10:00 capacity=100 headroom=5 from=3:30:00 categories=any routes=club" },
    { MARATHON_LIST_WAVES, MARATHON_LIST_WAVES, "red-2",
      "Red 3 start=red time=10:10 capacity=0 headroom=0 from=4:00:00 categories= routes=" },
    { MARATHON_LIST_WAVES, MARATHON_LIST_STARTS, "red",
      "Red 3 start=red time=10:10 capacity=0 headroom=0 from=4:00:00 categories= routes=" },
  };
  g_autoptr (MarathonEvent) event = model_fixture_new (EVENT);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *suggestion = describe (event, cases[i].list, cases[i].like_list, cases[i].like);

      g_assert_cmpstr (suggestion, ==, cases[i].suggestion);
    }
}

/* After midnight is another day. */
static void
test_not_beyond_the_day (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("wave a | name=A | time=20:00\nwave b | name=B | time=23:30\n");
  g_autofree char *suggestion = describe (event, MARATHON_LIST_WAVES, MARATHON_LIST_WAVES, "b");

  g_assert_true (strstr (suggestion, " time=23:30 ") != NULL);
}

/* All that is suggested can be. */
static void
test_suggestions_can_be_added (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (EVENT);
  g_autoptr (MarathonHistory) history = marathon_history_new (event);
  MarathonRecordList *waves = marathon_event_get_list (event, MARATHON_LIST_WAVES);
  g_autoptr (MarathonRecordSuggestion) suggestion = marathon_record_suggest (event, MARATHON_LIST_WAVES, marathon_record_list_get (waves, 0));
  g_autoptr (GError) error = NULL;
  MarathonRecord *added;

  marathon_record_add (history, MARATHON_LIST_WAVES, 1, suggestion->name, (const MarathonColumnText *) (gpointer) suggestion->values->data,
                       suggestion->values->len, &added, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (marathon_record_list_get_position (waves, added), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-suggestion/suggestions", test_suggestions);
  g_test_add_func ("/record-suggestion/not-beyond-the-day", test_not_beyond_the_day);
  g_test_add_func ("/record-suggestion/suggestions-can-be-added", test_suggestions_can_be_added);
  return g_test_run ();
}
