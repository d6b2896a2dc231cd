/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers of entry routes.
 */
#include "planning/route-table.h"

#include "model/model-fixture.h"

static void
test_only_named_routes_have_numbers (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("category c | name=C | routes=elite;club\nwave w | name=W | routes=club\n"
                                                       "bib-block b | name=B | routes=tour\n");
  g_autoptr (MarathonRouteTable) table = marathon_route_table_new (event);
  guint elite = marathon_route_table_find (table, marathon_event_add_text (event, "elite"));
  guint club = marathon_route_table_find (table, marathon_event_add_text (event, "club"));
  guint tour = marathon_route_table_find (table, marathon_event_add_text (event, "tour"));

  g_assert_cmpuint (marathon_route_table_get_size (table), ==, 4);
  g_assert_true (elite > 0 && club > 0 && tour > 0 && elite != club && club != tour && elite != tour);
  g_assert_cmpuint (marathon_route_table_find (table, marathon_event_add_text (event, "ballot")), ==, 0);
  g_assert_cmpuint (marathon_route_table_find (table, 0), ==, 0);
  g_assert_cmpuint (marathon_route_table_find (table, marathon_event_add_text (event, "club")), ==, club);
}

static void
test_no_routes_admit_all (void)
{
  static const char *const none[] = { NULL }, *const club[] = { "club", NULL };
  g_autoptr (MarathonEvent) event = model_fixture_new ("wave w | name=W | routes=club;elite\n");
  g_autoptr (MarathonRouteTable) table = marathon_route_table_new (event);

  g_assert_true (marathon_route_table_admits (table, none, 0));
  g_assert_true (marathon_route_table_admits (table, NULL, 1));
  g_assert_false (marathon_route_table_admits (table, club, 0));
  g_assert_true (marathon_route_table_admits (table, club,
                                              marathon_route_table_find (table, marathon_event_add_text (event, "club"))));
  g_assert_false (marathon_route_table_admits (
    table, club, marathon_route_table_find (table, marathon_event_add_text (event, "elite"))));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/route-table/only-named-routes-have-numbers", test_only_named_routes_have_numbers);
  g_test_add_func ("/route-table/no-routes-admit-all", test_no_routes_admit_all);
  return g_test_run ();
}
