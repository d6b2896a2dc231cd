/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * marathon-cli info: the counts of a small event.
 */
#include <string.h>

#include "cli/cli-fixture.h"
#include "cli/json-tree.h"

static void
test_plain (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *out = NULL;

  cli_fixture_put_event (fixture, "race.marathon");
  out = cli_fixture_do (fixture, "info", "race.marathon", NULL);
  g_assert_cmpstr (out, ==,
                   "Höhenlauf \"Süd\"\n"
                   "2027-05-02, Riverside\n"
                   "Entrants\n"
                   "  Accepted                     4\n"
                   "  Applied                      0\n"
                   "  Withdrawn                    1\n"
                   "  Deferred                     0\n"
                   "Of the accepted\n"
                   "  without category             4\n"
                   "  without wave                 4\n"
                   "  without bib                  4\n"
                   "  bib collected                0\n"
                   "  guides                       0\n"
                   "Categories\n"
                   "  women                        0  Women\n"
                   "  men                          0  Men\n"
                   "Waves\n"
                   "  fast                         0 of 1  Fast\n"
                   "  slow                         0  Slow\n");
}

static void
test_json (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *planned = NULL, *out = NULL, *before = NULL, *after = NULL;
  g_autoptr (JsonTree) info = NULL;

  cli_fixture_put_event (fixture, "race.marathon");
  planned = cli_fixture_do (fixture, "plan", "race.marathon", "all", NULL);
  before = cli_fixture_describe (fixture);
  out = cli_fixture_do (fixture, "info", "race.marathon", "--json", NULL);
  after = cli_fixture_describe (fixture);
  info = json_tree_parse (out);
  g_assert_nonnull (info);
  g_assert_cmpstr (json_tree_get_string (info, "id"), ==, "1c5a7d90e2b3f468");
  g_assert_cmpstr (json_tree_get_string (info, "title"), ==, "Höhenlauf \"Süd\"");
  g_assert_cmpstr (json_tree_get_string (info, "place"), ==, "Riverside");
  g_assert_cmpuint (json_tree_count (info, "status"), ==, 4);
  g_assert_cmpint (json_tree_get_number (info, "status/accepted"), ==, 4);
  g_assert_cmpint (json_tree_get_number (info, "status/withdrawn"), ==, 1);
  g_assert_cmpint (json_tree_get_number (info, "without-bib"), ==, 0);
  g_assert_cmpint (json_tree_get_number (info, "categories/0/accepted"), ==, 2);
  g_assert_cmpstr (json_tree_get_string (info, "waves/0/id"), ==, "fast");
  g_assert_cmpint (json_tree_get_number (info, "waves/0/capacity"), ==, 1);
  g_assert_cmpint (json_tree_get_number (info, "waves/0/accepted"), ==, 1);
  g_assert_cmpint (json_tree_get_number (info, "waves/1/accepted"), ==, 3);
  g_assert_cmpuint (json_tree_count (info, "waves"), ==, 2);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verb-info/plain-says-what-a-person-wants-to-know-first", test_plain);
  g_test_add_func ("/verb-info/json-has-the-same-counts", test_json);
  return g_test_run ();
}
