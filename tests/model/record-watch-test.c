/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of a watch: it tells of each change of the records of its lists, and of no others; it lets go.
 */
#include "model/record-watch.h"

#include "model/model-fixture.h"

typedef struct {
  guint n;
  guint list;
} Heard;

static void
hear (MarathonRecordWatch *watch, guint list, Heard *heard)
{
  heard->n++;
  heard->list = list;
}

static void
rename_record (MarathonEvent *event, MarathonListId list, guint position, const char *name)
{
  MarathonRecord *record = marathon_record_list_get (marathon_event_get_list (event, list), position);

  g_assert_true (
      marathon_event_set_record_text (event, record, (guint) marathon_record_find_column (record, "name"), name, NULL));
}

static void
test_it_tells_what_changes_in_its_lists (void)
{
  static const MarathonListId lists[] = { MARATHON_LIST_CATEGORIES, MARATHON_LIST_WAVES };
  g_autoptr (MarathonEvent) event
      = model_fixture_new ("start red | name=Red\n category a | name=A\n category b | name=B\n wave w | name=W\n");
  g_autoptr (MarathonRecord) gone
      = g_object_ref (marathon_record_list_get (marathon_event_get_list (event, MARATHON_LIST_CATEGORIES), 0));
  g_autoptr (MarathonRecordWatch) watch = marathon_record_watch_new (event, lists, G_N_ELEMENTS (lists));
  Heard heard = { 0 };

  g_signal_connect (watch, "changed", G_CALLBACK (hear), &heard);
  rename_record (event, MARATHON_LIST_WAVES, 0, "New");
  g_assert_cmpuint (heard.n, ==, 1);
  g_assert_cmpuint (heard.list, ==, MARATHON_LIST_WAVES);
  rename_record (event, MARATHON_LIST_STARTS, 0, "Pink");
  g_assert_cmpuint (heard.n, ==, 1);

  model_fixture_add (event, "category c | name=C\n");
  g_assert_cmpuint (heard.list, ==, MARATHON_LIST_CATEGORIES);
  heard.n = 0;
  rename_record (event, MARATHON_LIST_CATEGORIES, 2, "Sea");
  g_assert_cmpuint (heard.n, ==, 1);

  marathon_event_move_record (event, MARATHON_LIST_CATEGORIES, 2, 0);
  heard.n = 0;
  for (guint i = 0; i < 3; i++)
    rename_record (event, MARATHON_LIST_CATEGORIES, i, "Moved");
  g_assert_cmpuint (heard.n, ==, 3);

  g_assert_true (marathon_event_remove_record (event, MARATHON_LIST_CATEGORIES, 1, NULL));
  heard.n = 0;
  g_assert_true (
      marathon_record_set_text (gone, event, (guint) marathon_record_find_column (gone, "name"), "Gone", NULL));
  g_assert_cmpuint (heard.n, ==, 0);
  rename_record (event, MARATHON_LIST_CATEGORIES, 1, "Still there");
  g_assert_cmpuint (heard.n, ==, 1);
}

static void
test_it_lets_go_of_everything (void)
{
  static const MarathonListId lists[] = { MARATHON_LIST_CATEGORIES };
  MarathonEvent *event = model_fixture_new ("category a | name=A\n");
  MarathonRecordWatch *watch = marathon_record_watch_new (event, lists, G_N_ELEMENTS (lists));

  g_assert_finalize_object (watch);
  rename_record (event, MARATHON_LIST_CATEGORIES, 0, "B");
  model_fixture_add (event, "category c | name=C\n");
  g_assert_finalize_object (event);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record-watch/tells-what-changes-in-its-lists", test_it_tells_what_changes_in_its_lists);
  g_test_add_func ("/record-watch/lets-go-of-everything", test_it_lets_go_of_everything);

  return g_test_run ();
}
