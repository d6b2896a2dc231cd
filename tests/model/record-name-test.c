/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What people call records: by the name, with what it takes to know which one; by the key where there is no name.
 */
#include "model/record-name.h"

#include "model/model-fixture.h"

static void
test_what_people_call_records (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("start red | name=Red\nstart blue | name=Blue\n"
                                                       "wave w | name=2 | start=red\n"
                                                       "category c | name=Mass\nbib-block b\n"
                                                       "official o | family=Abel | given=Ada\nofficial p\n");
  static const struct { MarathonListId list; const char *key, *name; } cases[] = {
    { MARATHON_LIST_WAVES, "w", "Red 2" },
    { MARATHON_LIST_STARTS, "red", "Red" },
    { MARATHON_LIST_OFFICIALS, "o", "Ada Abel" },
    { MARATHON_LIST_OFFICIALS, "p", "p" },
    { MARATHON_LIST_CATEGORIES, "c", "Mass" },
    { MARATHON_LIST_BIB_BLOCKS, "b", "b" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = marathon_record_get_full_name (
        event, marathon_record_list_find (marathon_event_get_list (event, cases[i].list), cases[i].key));

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-name/what-people-call-records", test_what_people_call_records);
  return g_test_run ();
}
