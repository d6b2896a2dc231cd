/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * marathon-cli plan.
 */
#include <string.h>

#include "cli/cli-fixture.h"

static void
test_all (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *out = NULL, *file = NULL, *again = NULL, *before = NULL, *after = NULL;

  cli_fixture_put_event (fixture, "race.marathon");
  out = cli_fixture_do (fixture, "plan", "race.marathon", "all", NULL);
  g_assert_cmpstr (out, ==,
                   "Categories: 4 considered, 0 kept, 0 fixed, 4 placed, 0 moved, 0 without a place\n"
                   "Waves: 4 considered, 0 kept, 0 fixed, 4 placed, 0 moved, 0 without a place\n"
                   "Bibs: 4 considered, 0 kept, 0 fixed, 4 placed, 0 moved, 0 without a place\n");
  file = cli_fixture_get (fixture, "race.marathon", NULL);
  g_assert_true (g_regex_match_simple ("id=\"" CLI_FIXTURE_ANN "\" bib=\"1\" [^>]*category=\"women\" wave=\"fast\"",
                                       file, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT));
  before = cli_fixture_describe (fixture);
  again = cli_fixture_do (fixture, "plan", "race.marathon", "all", NULL);
  after = cli_fixture_describe (fixture);
  g_assert_nonnull (strstr (again, "Bibs: 4 considered, 4 kept, 0 fixed, 0 placed, 0 moved, 0 without a place\n"));
  g_assert_cmpstr (after, ==, before);
}

/* One after the other makes the same file as all at once. */
static void
test_steps (void)
{
  static const char *const kinds[] = { "categories", "waves", "bibs" };
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *all = NULL;

  cli_fixture_put_event (fixture, "race.marathon");
  cli_fixture_put_event (fixture, "steps.marathon");
  all = cli_fixture_do (fixture, "plan", "race.marathon", "all", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *out = cli_fixture_do (fixture, "plan", "steps.marathon", kinds[i], NULL);

      g_assert_nonnull (strstr (all, out));
    }
  cli_fixture_assert_same_bytes (fixture, "race.marathon", "steps.marathon");
}

static void
test_dry_run (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *out = NULL, *explained = NULL, *before = NULL, *after = NULL;

  cli_fixture_put_event (fixture, "race.marathon");
  before = cli_fixture_describe (fixture);
  out = cli_fixture_do (fixture, "plan", "race.marathon", "all", "--dry-run", NULL);
  explained = cli_fixture_do (fixture, "plan", "race.marathon", "all", "--dry-run", "--explain", NULL);
  after = cli_fixture_describe (fixture);
  g_assert_nonnull (strstr (out, "\n  Ann Alder: – → Fast ("));
  g_assert_nonnull (strstr (out, "\n  Ben Birch: – → Slow ("));
  g_assert_true (g_str_has_suffix (out, "Nothing was changed: this was a dry run.\n"));
  g_assert_cmpstr (after, ==, before);
}

/* One line for each accepted entrant: id, bib, place, reason code, reason. */
static void
test_explain (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *planned = NULL, *out = NULL;
  g_auto (GStrv) lines = NULL;

  cli_fixture_put_event (fixture, "race.marathon");
  planned = cli_fixture_do (fixture, "plan", "race.marathon", "categories", NULL);
  out = cli_fixture_do (fixture, "plan", "race.marathon", "waves", "--explain", NULL);
  lines = g_strsplit (out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  for (guint i = 0; i < 4; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, 5);
      g_assert_cmpuint (strlen (cells[0]), ==, 16);
      g_assert_true (g_regex_match_simple ("^[a-z-]+$", cells[3], G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT));
      g_assert_cmpstr (cells[4], !=, "");
    }
  g_assert_true (g_str_has_prefix (lines[0], CLI_FIXTURE_ANN "\t\tfast\tpredicted\t"));
  g_assert_nonnull (strstr (lines[1], "\tslow\toverflow\t"));
}

/* Who stays is explained too, by the reason of the day on which they were placed. */
static void
test_explain_kept (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *planned = NULL, *first = NULL, *second = NULL;

  cli_fixture_put_event (fixture, "race.marathon");
  planned = cli_fixture_do (fixture, "plan", "race.marathon", "categories", NULL);
  first = cli_fixture_do (fixture, "plan", "race.marathon", "waves", "--explain", NULL);
  second = cli_fixture_do (fixture, "plan", "race.marathon", "waves", "--explain", NULL);
  g_assert_cmpstr (first, ==, second);
}

static void
test_unplaced (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *applied = NULL, *planned = NULL, *out = NULL;

  cli_fixture_put_event (fixture, "race.marathon");
  cli_fixture_put (fixture, "full.xml",
                   "<edits xmlns=\"urn:marathon:event\" version=\"1.0\">\n"
                   "<change-record list=\"waves\" record=\"slow\" capacity=\"1\"/>\n"
                   "</edits>\n",
                   -1);
  applied = cli_fixture_do (fixture, "apply", "race.marathon", "full.xml", NULL);
  planned = cli_fixture_do (fixture, "plan", "race.marathon", "categories", NULL);
  out = cli_fixture_do (fixture, "plan", "race.marathon", "waves", NULL);
  g_assert_nonnull (strstr (out, "Waves: 4 considered, 0 kept, 0 fixed, 2 placed, 0 moved, 2 without a place\n"));
  g_assert_nonnull (strstr (out, "\n  Cem Çınar: "));
  g_assert_nonnull (strstr (out, "\n  Eve Elm: "));
}

static void
test_renumber (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *planned = NULL, *applied = NULL, *filled = NULL, *renumbered = NULL, *file = NULL;

  cli_fixture_put_event (fixture, "race.marathon");
  planned = cli_fixture_do (fixture, "plan", "race.marathon", "all", NULL);
  cli_fixture_put (fixture, "odd.xml",
                   "<edits xmlns=\"urn:marathon:event\" version=\"1.0\">\n"
                   "<change entrant=\"bib:1\" bib=\"777\"/>\n"
                   "</edits>\n",
                   -1);
  applied = cli_fixture_do (fixture, "apply", "race.marathon", "odd.xml", NULL);
  filled = cli_fixture_do (fixture, "plan", "race.marathon", "bibs", NULL);
  g_assert_nonnull (strstr (filled, " 0 placed, 0 moved"));
  renumbered = cli_fixture_do (fixture, "plan", "race.marathon", "bibs", "--renumber", NULL);
  file = cli_fixture_get (fixture, "race.marathon", NULL);
  g_assert_nonnull (strstr (file, "id=\"" CLI_FIXTURE_ANN "\" bib=\"1\""));
  g_assert_null (strstr (file, "777"));
}

static void
test_output (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *out = NULL, *names = NULL;

  cli_fixture_put_event (fixture, "race.marathon");
  cli_fixture_put_event (fixture, "was");
  out = cli_fixture_do (fixture, "plan", "race.marathon", "all", "--output", "neu für Süd.marathon", NULL);
  cli_fixture_assert_same_bytes (fixture, "race.marathon", "was");
  names = cli_fixture_list (fixture);
  g_assert_cmpstr (names, ==, "neu für Süd.marathon race.marathon was");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verb-plan/all-plans-build-on-each-other-and-are-stable", test_all);
  g_test_add_func ("/verb-plan/step-by-step-gives-the-same-file", test_steps);
  g_test_add_func ("/verb-plan/a-dry-run-touches-nothing", test_dry_run);
  g_test_add_func ("/verb-plan/explain-says-why-of-everybody", test_explain);
  g_test_add_func ("/verb-plan/who-stays-keeps-the-reason", test_explain_kept);
  g_test_add_func ("/verb-plan/nobody-without-a-place-is-lost", test_unplaced);
  g_test_add_func ("/verb-plan/renumbering-is-a-choice", test_renumber);
  g_test_add_func ("/verb-plan/another-output-leaves-the-file-alone", test_output);
  return g_test_run ();
}
