/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * marathon-cli import: what it says, what it writes, and what it leaves alone.
 */
#include <string.h>

#include "cli/cli-fixture.h"
#include "cli/json-tree.h"

static gint64
count_accepted (CliFixture *fixture, const char *name)
{
  g_autofree char *json = cli_fixture_do (fixture, "info", "--json", name, NULL);
  g_autoptr (JsonTree) tree = json_tree_parse (json);

  g_assert_nonnull (tree);
  return json_tree_get_number (tree, "status/accepted");
}

static void
make_event (CliFixture *fixture)
{
  g_autofree char *out = cli_fixture_do (fixture, "new", "race.marathon", "--template", "village-10k", NULL);

  cli_fixture_put_entries (fixture, "entries.csv");
}

static void
test_import (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *out = NULL, *names = NULL;

  make_event (fixture);
  cli_fixture_copy (fixture, "race.marathon", "was");
  out = cli_fixture_do (fixture, "import", "race.marathon", "entries.csv", NULL);
  g_assert_nonnull (strstr (out, "5 rows read"));
  g_assert_nonnull (strstr (out, "5 entrants added"));
  g_assert_nonnull (strstr (out, "Family Name → family"));
  g_assert_cmpint (count_accepted (fixture, "race.marathon"), ==, 4);
  cli_fixture_assert_same_bytes (fixture, "race.marathon~", "was");
  names = cli_fixture_list (fixture);
  g_assert_cmpstr (names, ==, "entries.csv race.marathon race.marathon~ was");
}

/* Nothing is new, so nothing is written: not even the file's time changes. */
static void
test_again (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *first = NULL, *second = NULL, *third = NULL, *before = NULL, *after = NULL;

  make_event (fixture);
  first = cli_fixture_do (fixture, "import", "race.marathon", "entries.csv", NULL);
  before = cli_fixture_describe (fixture);
  second = cli_fixture_do (fixture, "import", "race.marathon", "entries.csv", NULL);
  third = cli_fixture_do (fixture, "import", "race.marathon", "entries.csv", "--update", NULL);
  after = cli_fixture_describe (fixture);
  g_assert_nonnull (strstr (second, "5 entrants are in the event already"));
  g_assert_null (strstr (third, "added"));
  g_assert_cmpstr (after, ==, before);
}

static void
test_update (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *first = NULL, *without = NULL, *with = NULL, *file = NULL, *before = NULL, *after = NULL;

  make_event (fixture);
  first = cli_fixture_do (fixture, "import", "race.marathon", "entries.csv", NULL);
  cli_fixture_put (fixture, "later.csv", "Entry ID,Family Name,Given Name\nE2,Birch,Benjamin\n", -1);
  before = cli_fixture_describe (fixture);
  without = cli_fixture_do (fixture, "import", "race.marathon", "later.csv", NULL);
  after = cli_fixture_describe (fixture);
  g_assert_cmpstr (after, ==, before);
  with = cli_fixture_do (fixture, "import", "race.marathon", "later.csv", "--update", NULL);
  file = cli_fixture_get (fixture, "race.marathon", NULL);
  g_assert_nonnull (strstr (file, "given=\"Benjamin\""));
  g_assert_null (strstr (file, "given=\"Ben\""));
  g_assert_nonnull (strstr (file, "predicted=\"0:55:00\""));
}

static void
test_dry_run (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *out = NULL, *before = NULL, *after = NULL;

  make_event (fixture);
  before = cli_fixture_describe (fixture);
  out = cli_fixture_do (fixture, "import", "race.marathon", "entries.csv", "--dry-run", NULL);
  after = cli_fixture_describe (fixture);
  g_assert_nonnull (strstr (out, "5 entrants added"));
  g_assert_true (g_str_has_suffix (out, "Nothing was changed: this was a dry run.\n"));
  g_assert_cmpstr (after, ==, before);
}

static void
test_output (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *out = NULL, *names = NULL;

  make_event (fixture);
  cli_fixture_copy (fixture, "race.marathon", "was");
  out = cli_fixture_do (fixture, "import", "race.marathon", "entries.csv", "--output", "neu für Süd.marathon", NULL);
  cli_fixture_assert_same_bytes (fixture, "race.marathon", "was");
  g_assert_cmpint (count_accepted (fixture, "neu für Süd.marathon"), ==, 4);
  names = cli_fixture_list (fixture);
  g_assert_cmpstr (names, ==, "entries.csv neu für Süd.marathon race.marathon was");
}

/* Every refused value is in the report, with line, column and reason. */
static void
test_report (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *out = NULL, *report = NULL;
  g_auto (GStrv) lines = NULL;

  make_event (fixture);
  cli_fixture_put (fixture, "odd.csv",
                   "Entry ID,Family Name,Given Name,Gender,Date of Birth\n"
                   "E1,Alder,Ann,Female,1983-02-30\n"
                   "E2,Birch,Ben,Nonsense,1990-07-21\n",
                   -1);
  out = cli_fixture_do (fixture, "import", "race.marathon", "odd.csv", "--report", "notes.csv", NULL);
  report = cli_fixture_get (fixture, "notes.csv", NULL);
  lines = g_strsplit (report, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >=, 3);
  g_assert_nonnull (strstr (report, "1983-02-30"));
  g_assert_nonnull (strstr (report, "Nonsense"));
  g_assert_nonnull (strstr (out, "line 2, column 5 (Date of Birth)"));
  g_assert_nonnull (strstr (out, "line 3, column 4 (Gender)"));
}

/* Where the report cannot be written, nothing is. */
static void
test_report_that_cannot_be_written (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *before = NULL, *after = NULL;

  make_event (fixture);
  before = cli_fixture_describe (fixture);
  cli_fixture_refuse (fixture, "none/notes.csv", "import", "race.marathon", "entries.csv", "--report", "none/notes.csv",
                      NULL);
  after = cli_fixture_describe (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_map (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *out = NULL, *file = NULL, *before = NULL, *after = NULL;

  make_event (fixture);
  cli_fixture_put (fixture, "own.csv", "A,B,Größe,Skip\nAlder,Ann,170,x\n", -1);
  before = cli_fixture_describe (fixture);
  cli_fixture_misuse (fixture, "own.csv: ", "import", "race.marathon", "own.csv", "--map", "A=nonsense", NULL);
  cli_fixture_refuse (fixture, "own.csv: ", "import", "race.marathon", "own.csv", "--map", "No such=family", NULL);
  after = cli_fixture_describe (fixture);
  g_assert_cmpstr (after, ==, before);
  out = cli_fixture_do (fixture, "import", "race.marathon", "own.csv", "--map", "A=family", "--map", "B=given", "--map",
                        "Größe=x-height", "--map", "Skip=", NULL);
  file = cli_fixture_get (fixture, "race.marathon", NULL);
  g_assert_nonnull (strstr (file, "family=\"Alder\" given=\"Ann\""));
  g_assert_nonnull (strstr (file, "height=\"170\""));
}

static void
test_date_order (void)
{
  static const struct {
    const char *order;
    const char *born;
  } cases[] = { { "DMY", "born=\"1980-04-03\"" }, { "MDY", "born=\"1980-03-04\"" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CliFixture) fixture = cli_fixture_new ();
      g_autofree char *out = NULL, *file = NULL;

      make_event (fixture);
      cli_fixture_put (fixture, "dates.csv", "Family Name,Given Name,Date of Birth\nAlder,Ann,03/04/1980\n", -1);
      out = cli_fixture_do (fixture, "import", "race.marathon", "dates.csv", "--dates", cases[i].order, NULL);
      file = cli_fixture_get (fixture, "race.marathon", NULL);
      g_assert_nonnull (strstr (file, cases[i].born));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verb-import/rows-become-entrants-and-the-old-file-is-kept", test_import);
  g_test_add_func ("/verb-import/the-same-file-again-touches-nothing", test_again);
  g_test_add_func ("/verb-import/only-with-update-do-people-change", test_update);
  g_test_add_func ("/verb-import/a-dry-run-touches-nothing", test_dry_run);
  g_test_add_func ("/verb-import/another-output-leaves-the-file-alone", test_output);
  g_test_add_func ("/verb-import/the-report-names-what-was-refused", test_report);
  g_test_add_func ("/verb-import/without-its-report-nothing-is-changed", test_report_that_cannot_be_written);
  g_test_add_func ("/verb-import/columns-are-mapped", test_map);
  g_test_add_func ("/verb-import/the-order-of-dates-may-be-told", test_date_order);
  return g_test_run ();
}
