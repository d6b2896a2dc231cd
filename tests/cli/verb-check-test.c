/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * marathon-cli check: problems, and the status that they give.
 */
#include <string.h>

#include "cli/cli-fixture.h"
#include "cli/json-tree.h"

/* Puts an event of one block where two people of the same wave are too many for it, by force. */
static void
put_over_capacity (CliFixture *fixture)
{
  g_autofree char *out = NULL;

  cli_fixture_put_event (fixture, "race.marathon");
  cli_fixture_put (fixture, "force.xml",
                   "<edits xmlns=\"urn:marathon:event\" version=\"1.0\">\n"
                   "<change entrant=\"0f3b6c2d91a84e57\" wave=\"fast\" pins=\"wave\"/>\n"
                   "<change entrant=\"7ad0925be16f38c4\" wave=\"fast\" pins=\"wave\"/>\n"
                   "</edits>\n",
                   -1);
  out = cli_fixture_do (fixture, "apply", "race.marathon", "force.xml", NULL);
}

static gboolean
find_kind (JsonTree *tree, const char *kind, guint *index)
{
  for (*index = 0; *index < json_tree_count (tree, ""); (*index)++)
    {
      g_autofree char *path = g_strdup_printf ("%u/kind", *index);

      if (strcmp (json_tree_get_string (tree, path), kind) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_line (const char *out, const char *severity, const char *kind)
{
  g_autofree char *pattern = g_strdup_printf ("(?m)^%s +%s +\\S.*$", severity, kind);

  return g_regex_match_simple (pattern, out, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);
}

/* Problems are the result: they are said on standard output. */
static void
test_errors (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autoptr (CliRun) run = NULL;
  g_autofree char *before = NULL, *after = NULL;

  put_over_capacity (fixture);
  before = cli_fixture_describe (fixture);
  run = cli_fixture_run (fixture, "check", "race.marathon", NULL);
  after = cli_fixture_describe (fixture);
  g_assert_cmpint (run->status, ==, 1);
  g_assert_cmpstr (run->err, ==, "");
  g_assert_true (has_line (run->out, "error", "wave-over-capacity"));
  g_assert_nonnull (strstr (run->out, "fast"));
  g_assert_cmpstr (after, ==, before);
}

static void
test_json (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autoptr (CliRun) plain = NULL, json = NULL;
  g_autoptr (JsonTree) tree = NULL;
  g_auto (GStrv) lines = NULL;
  guint index;

  put_over_capacity (fixture);
  plain = cli_fixture_run (fixture, "check", "race.marathon", NULL);
  json = cli_fixture_run (fixture, "check", "race.marathon", "--json", NULL);
  g_assert_cmpint (json->status, ==, 1);
  tree = json_tree_parse (json->out);
  g_assert_nonnull (tree);
  lines = g_strsplit (plain->out, "\n", -1);
  g_assert_cmpuint (json_tree_count (tree, ""), ==, g_strv_length (lines) - 1);
  g_assert_true (find_kind (tree, "wave-over-capacity", &index));
  for (guint i = 0; i < json_tree_count (tree, ""); i++)
    {
      g_autofree char *kind = g_strdup_printf ("%u/kind", i), *severity = g_strdup_printf ("%u/severity", i);
      g_autofree char *count = g_strdup_printf ("%u/count", i);

      g_assert_true (has_line (lines[i], json_tree_get_string (tree, severity), json_tree_get_string (tree, kind)));
      g_assert_cmpint (json_tree_get_number (tree, count), >, 0);
    }
}

/* The gravest stand first, where they are seen. */
static void
test_order (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autoptr (CliRun) run = NULL;

  put_over_capacity (fixture);
  run = cli_fixture_run (fixture, "check", "race.marathon", NULL);
  g_assert_true (g_regex_match_simple ("\\A(error.*\n)+(warning.*\n)+(hint.*\n)+\\z", run->out, G_REGEX_DEFAULT,
                                       G_REGEX_MATCH_DEFAULT));
}

static void
test_no_problems (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *made = cli_fixture_do (fixture, "new", "empty.marathon", "--date", "2027-05-02", NULL);
  g_autofree char *out = cli_fixture_do (fixture, "check", "empty.marathon", NULL);
  g_autofree char *json = cli_fixture_do (fixture, "check", "empty.marathon", "--json", NULL);

  g_assert_cmpstr (out, ==, "No problems found.\n");
  g_assert_cmpstr (json, ==, "[]\n");
}

/* Warnings and hints are told and are no reason for a script to stop. */
static void
test_no_errors (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *planned = NULL, *out = NULL, *json = NULL;
  g_autoptr (JsonTree) tree = NULL;

  cli_fixture_put_event (fixture, "race.marathon");
  planned = cli_fixture_do (fixture, "plan", "race.marathon", "all", NULL);
  out = cli_fixture_do (fixture, "check", "race.marathon", NULL);
  json = cli_fixture_do (fixture, "check", "race.marathon", "--json", NULL);
  tree = json_tree_parse (json);
  g_assert_nonnull (tree);
  g_assert_false (g_regex_match_simple ("(?m)^error", out, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verb-check/an-error-gives-status-1", test_errors);
  g_test_add_func ("/verb-check/json-tells-the-same-problems", test_json);
  g_test_add_func ("/verb-check/the-gravest-stand-first", test_order);
  g_test_add_func ("/verb-check/no-problems-are-told-too", test_no_problems);
  g_test_add_func ("/verb-check/without-an-error-the-status-is-0", test_no_errors);
  return g_test_run ();
}
