/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of model/routes.h.
 */
#include "model/routes.h"

#include "model/model-fixture.h"

static void
test_usual_routes_come_first (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("");
  g_auto (GStrv) routes = marathon_routes_list (event);
  guint n = 0;

  for (; marathon_route_words[n].word != NULL; n++)
    g_assert_cmpstr (routes[n], ==, marathon_route_words[n].word);
  g_assert_null (routes[n]);
}

static void
test_routes_of_records_follow_once (void)
{
  g_autoptr (MarathonEvent) event
      = model_fixture_new ("category c | name=C | routes=fire brigade;elite\n"
                           "wave w | name=W | routes=police;fire brigade\n"
                           "bib-block b | name=B | routes=army\n");
  g_auto (GStrv) routes = marathon_routes_list (event);
  guint n = 0;

  while (marathon_route_words[n].word != NULL)
    n++;
  g_assert_cmpstr (routes[n], ==, "fire brigade");
  g_assert_cmpstr (routes[n + 1], ==, "police");
  g_assert_cmpstr (routes[n + 2], ==, "army");
  g_assert_null (routes[n + 3]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/routes/usual-routes-come-first", test_usual_routes_come_first);
  g_test_add_func ("/routes/routes-of-records-follow-once", test_routes_of_records_follow_once);
  return g_test_run ();
}
