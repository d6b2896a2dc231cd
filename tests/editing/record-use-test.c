/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is told before a record is deleted.
 */
#include "editing/record-use.h"

#include "model/model-fixture.h"

static MarathonEvent *
make_event (void)
{
  return model_fixture_new (
    "field shirt | label=Shirt\nstart red | name=Red\nstart blue | name=Blue\n"
    "category open | name=Open\ncategory elite | name=Elite\ncategory idle | name=Idle\n"
    "wave r1 | name=Red 1 | start=red | categories=open\n"
    "wave r2 | name=Red 2 | start=red | categories=open;elite\n"
    "wave b1 | name=1 | start=blue | categories=elite\n"
    "bib-block main | name=Main | numbers=1-100 | categories=open | waves=r1;r2\n"
    "bib-block rest | name=Rest | numbers=200-300 | waves=r1\n"
    "group pair | name=Pair\n"
    "official o | family=Abel | given=Ada | waves=r1 | starts=red\n"
    "medal-event m | name=Cup | categories=open;elite\n"
    "layout l | name=Sheet | list=bibs | columns=bib;x-shirt;family\n"
    "entrant 1 | category=open | wave=r1 | bib=1 | bib-block=main | group=pair | x-shirt=L\n"
    "entrant 2 | category=open | wave=r1 | x-shirt=M\n"
    "entrant 3 | category=open | wave=b1 | status=withdrawn\n"
    "binned 4 | category=open | wave=r1 | group=pair\n");
}

static MarathonRecord *
find (MarathonEvent *event, MarathonListId list, const char *key)
{
  return marathon_record_list_find (marathon_event_get_list (event, list), key);
}

static void
assert_described (MarathonEvent *event, MarathonListId list, const char *key, const char *expected)
{
  g_autofree char *text = marathon_record_describe_use (event, list, find (event, list, key));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_sentences (void)
{
  g_autoptr (MarathonEvent) event = make_event ();

  assert_described (event, MARATHON_LIST_CATEGORIES, "idle", "");
  assert_described (event, MARATHON_LIST_CATEGORIES, "elite",
                    "Waves that would be open to every category: Blue 1. Waves it is taken out of: Red 2. "
                    "Medal events it is taken out of: Cup.");
  assert_described (event, MARATHON_LIST_CATEGORIES, "open",
                    "3 entrants lose their category. 1 deleted entrant loses it. "
                    "Waves that would be open to every category: Red 1. Waves it is taken out of: Red 2. "
                    "Bib blocks that would be for every category: Main. Medal events it is taken out of: Cup.");
  assert_described (event, MARATHON_LIST_WAVES, "r1",
                    "2 entrants lose their wave. 1 deleted entrant loses it. "
                    "Bib blocks that would be for every wave: Rest. Bib blocks it is taken out of: Main. "
                    "Officials it is taken away from: Ada Abel.");
  assert_described (event, MARATHON_LIST_WAVES, "b1", "1 entrant loses the wave.");
  assert_described (event, MARATHON_LIST_STARTS, "red",
                    "Waves without a start then: Red 1, Red 2. Officials it is taken away from: Ada Abel.");
  assert_described (event, MARATHON_LIST_BIB_BLOCKS, "main", "1 entrant keeps the bib, which is of no block then.");
  assert_described (event, MARATHON_LIST_GROUPS, "pair",
                    "1 entrant leaves the group. 1 deleted entrant loses it.");
  assert_described (event, MARATHON_LIST_CUSTOM_FIELDS, "shirt",
                    "2 entrants lose what is written there. Layouts it is taken out of: Sheet.");
}

static void
test_many_are_counted (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("start s | name=S\n");

  for (guint i = 1; i <= 40; i++)
    {
      g_autofree char *line = g_strdup_printf ("wave w%u | name=S %u | start=s\n", i, i);

      model_fixture_add (event, line);
    }
  assert_described (event, MARATHON_LIST_STARTS, "s", "Waves without a start then: S 1, S 2, S 3, and 37 more.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-use/sentences", test_sentences);
  g_test_add_func ("/record-use/many-are-counted", test_many_are_counted);
  return g_test_run ();
}
