/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * marathon-cli new.
 */
#include <string.h>

#include "cli/cli-fixture.h"
#include "cli/json-tree.h"

static JsonTree *
get_info (CliFixture *fixture, const char *name)
{
  g_autofree char *json = cli_fixture_do (fixture, "info", "--json", name, NULL);
  JsonTree *tree = json_tree_parse (json);

  g_assert_nonnull (tree);
  return tree;
}

static void
test_templates (void)
{
  static const struct {
    const char *name;
    guint waves;
  } cases[] = { { "blank", 0 }, { "village-10k", 1 }, { "city-marathon", 20 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CliFixture) fixture = cli_fixture_new ();
      g_autofree char *out = cli_fixture_do (fixture, "new", "a b.marathon", "--template", cases[i].name, NULL);
      g_autoptr (JsonTree) info = get_info (fixture, "a b.marathon");
      g_autofree char *names = cli_fixture_list (fixture);

      g_assert_nonnull (strstr (out, "no date yet"));
      g_assert_cmpuint (json_tree_count (info, "waves"), >=, cases[i].waves);
      g_assert_cmpint (json_tree_get_number (info, "status/accepted"), ==, 0);
      g_assert_cmpstr (names, ==, "a b.marathon");
    }
}

static void
test_options (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *out =
    cli_fixture_do (fixture, "new", "läufe.marathon", "--name", "Höhenlauf & \"Süd\"", "--date", "2027-05-02", NULL);
  g_autoptr (JsonTree) info = get_info (fixture, "läufe.marathon");

  g_assert_cmpstr (json_tree_get_string (info, "title"), ==, "Höhenlauf & \"Süd\"");
  g_assert_cmpstr (json_tree_get_string (info, "date"), ==, "2027-05-02");
}

/* Two events of one template are two events: their ids tell them apart. */
static void
test_ids (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *first = cli_fixture_do (fixture, "new", "first.marathon", "--template", "city-marathon", NULL);
  g_autofree char *second = cli_fixture_do (fixture, "new", "second.marathon", "--template", "city-marathon", NULL);
  g_autoptr (JsonTree) first_info = get_info (fixture, "first.marathon");
  g_autoptr (JsonTree) second_info = get_info (fixture, "second.marathon");

  g_assert_cmpuint (strlen (json_tree_get_string (first_info, "id")), ==, 16);
  g_assert_cmpstr (json_tree_get_string (first_info, "id"), !=, json_tree_get_string (second_info, "id"));
}

static void
test_refusals (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *before = NULL, *after = NULL;

  cli_fixture_put_event (fixture, "there.marathon");
  before = cli_fixture_describe (fixture);
  cli_fixture_refuse (fixture, "there.marathon: there is such a file already; nothing was changed", "new",
                      "there.marathon", NULL);
  cli_fixture_refuse (fixture, "there is no template “lunch”; there are: blank, city-marathon, village-10k\n", "new",
                      "x.marathon", "--template", "lunch", NULL);
  cli_fixture_refuse (fixture, "there is no template “../templates/blank”", "new", "x.marathon", "--template",
                      "../templates/blank", NULL);
  cli_fixture_refuse (fixture, "2027-02-30", "new", "x.marathon", "--date", "2027-02-30", NULL);
  cli_fixture_refuse (fixture, "none/x.marathon", "new", "none/x.marathon", NULL);
  cli_fixture_refuse (fixture, ".: there is such a file already", "new", ".", NULL);
  after = cli_fixture_describe (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_data_folder (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();

  cli_fixture_set_variable (fixture, "MARATHON_DATADIR", fixture->folder);
  cli_fixture_refuse (fixture, "there is no template “blank”", "new", "x.marathon", NULL);
  g_assert_false (cli_fixture_has (fixture, "x.marathon"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verb-new/every-template-makes-an-event", test_templates);
  g_test_add_func ("/verb-new/name-and-date-are-set", test_options);
  g_test_add_func ("/verb-new/every-event-has-an-id-of-its-own", test_ids);
  g_test_add_func ("/verb-new/what-cannot-be-made-is-refused", test_refusals);
  g_test_add_func ("/verb-new/templates-come-from-the-data-folder", test_data_folder);
  return g_test_run ();
}
