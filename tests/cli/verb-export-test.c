/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * marathon-cli export.
 */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/cli-fixture.h"
#include "printing/lists.h"

static CliFixture *
make_planned (void)
{
  CliFixture *fixture = cli_fixture_new ();
  g_autofree char *out = NULL;

  cli_fixture_put_event (fixture, "race.marathon");
  out = cli_fixture_do (fixture, "plan", "race.marathon", "all", "--output", "planned.marathon", NULL);
  return fixture;
}

static void
test_every_list (void)
{
  g_autoptr (CliFixture) fixture = make_planned ();
  g_autofree char *before = cli_fixture_get (fixture, "planned.marathon", NULL), *after = NULL;

  for (guint i = 0; i < marathon_list_info_count (); i++)
    {
      const MarathonListInfo *info = marathon_list_info_get (i);
      g_autofree char *name = g_strconcat (info->name, ".csv", NULL);
      g_autofree char *out = cli_fixture_do (fixture, "export", "planned.marathon", info->name, NULL);
      g_autofree char *text = cli_fixture_get (fixture, name, NULL);

      g_assert_true (g_str_has_prefix (out, name));
      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_nonnull (strstr (text, "\n"));
    }
  after = cli_fixture_get (fixture, "planned.marathon", NULL);
  g_assert_cmpstr (after, ==, before);
}

static void
test_audiences (void)
{
  g_autoptr (CliFixture) fixture = make_planned ();
  g_autofree char *first = cli_fixture_do (fixture, "export", "planned.marathon", "entrants", "-o", "public.csv", NULL);
  g_autofree char *second = cli_fixture_do (fixture, "export", "planned.marathon", "entrants", "-o", "all für mich.csv",
                                            "--audience", "everything", "--raw", NULL);
  g_autofree char *public = cli_fixture_get (fixture, "public.csv", NULL);
  g_autofree char *everything = cli_fixture_get (fixture, "all für mich.csv", NULL);

  g_assert_null (strstr (public, "1983-02-03"));
  g_assert_null (strstr (public, "Elm"));
  g_assert_null (strstr (public, CLI_FIXTURE_ANN));
  g_assert_true (g_str_has_prefix (everything, "id,external-id,bib,family,given,"));
  g_assert_nonnull (strstr (everything, CLI_FIXTURE_ANN ",,1,Alder,Ann,"));
  g_assert_nonnull (strstr (everything, "Elm,Eve"));
}

/* The owner's copy, taken into an empty event with the same records, is the same event but for its own id. */
static void
test_imports_again (void)
{
  g_autoptr (CliFixture) fixture = make_planned ();
  g_autofree char *exported = NULL, *imported = NULL, *again = NULL, *text = NULL, *head = NULL, *tail = NULL,
                  *empty = NULL;

  exported = cli_fixture_do (fixture, "export", "planned.marathon", "entrants", "--audience", "everything", "--raw",
                             "-o", "all.csv", NULL);
  text = cli_fixture_get (fixture, "planned.marathon", NULL);
  g_assert_nonnull (strstr (text, "  <entrants>\n"));
  head = g_strndup (text, (gsize) (strstr (text, "  <entrants>\n") - text));
  tail = g_strdup (strstr (text, "  </entrants>\n") + strlen ("  </entrants>\n"));
  empty = g_strconcat (head, "  <entrants/>\n", tail, NULL);
  cli_fixture_put (fixture, "empty.marathon", empty, -1);
  imported = cli_fixture_do (fixture, "import", "empty.marathon", "all.csv", NULL);
  cli_fixture_assert_same_bytes (fixture, "empty.marathon", "planned.marathon");
  again = cli_fixture_do (fixture, "export", "empty.marathon", "entrants", "--audience", "everything", "--raw", "-o",
                          "again.csv", NULL);
  cli_fixture_assert_same_bytes (fixture, "again.csv", "all.csv");
}

/* Spreadsheets run what begins like a formula; programs want it as it is. */
static void
test_formulas (void)
{
  g_autoptr (CliFixture) fixture = make_planned ();
  g_autofree char *applied = NULL, *guarded = NULL, *raw = NULL, *guarded_text = NULL, *raw_text = NULL;

  cli_fixture_put (fixture, "edits.xml",
                   "<edits xmlns=\"urn:marathon:event\" version=\"1.0\">\n"
                   "<change entrant=\"" CLI_FIXTURE_ANN "\" club=\"=HYPERLINK(1)\"/>\n"
                   "</edits>\n",
                   -1);
  applied = cli_fixture_do (fixture, "apply", "planned.marathon", "edits.xml", NULL);
  guarded = cli_fixture_do (fixture, "export", "planned.marathon", "entrants", "-o", "guarded.csv", NULL);
  raw = cli_fixture_do (fixture, "export", "planned.marathon", "entrants", "-o", "raw.csv", "--raw", NULL);
  guarded_text = cli_fixture_get (fixture, "guarded.csv", NULL);
  raw_text = cli_fixture_get (fixture, "raw.csv", NULL);
  g_assert_nonnull (strstr (raw_text, ",=HYPERLINK(1),"));
  g_assert_null (strstr (guarded_text, ",=HYPERLINK(1),"));
  g_assert_nonnull (strstr (guarded_text, "=HYPERLINK(1)"));
}

static void
test_refusals (void)
{
  g_autoptr (CliFixture) fixture = make_planned ();
  g_autofree char *before = NULL, *after = NULL;

  cli_fixture_put (fixture, "old.csv", "old", -1);
  before = cli_fixture_describe (fixture);
  cli_fixture_refuse (fixture, "there is no wave “lunch”", "export", "planned.marathon", "waves", "--wave", "lunch",
                      "-o", "old.csv", NULL);
  cli_fixture_refuse (fixture, "personal data", "export", "planned.marathon", "medical", "--audience", "public", "-o",
                      "old.csv", NULL);
  cli_fixture_refuse (fixture, "none/new.csv", "export", "planned.marathon", "bibs", "-o", "none/new.csv", NULL);
  cli_fixture_refuse (fixture, "/dev/full: this is no ordinary file", "export", "planned.marathon", "bibs", "-o",
                      "/dev/full", NULL);
  after = cli_fixture_describe (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
assert_private (CliFixture *fixture, const char *name)
{
  g_autofree char *path = cli_fixture_path (fixture, name);
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 07777, ==, 0600);
}

/* Whatever files of others are made readable for: these are full of people. */
static void
test_new_files_are_for_their_owner_only (void)
{
  g_autoptr (CliFixture) fixture = NULL;
  mode_t mask = umask (0);

  fixture = make_planned ();
  cli_fixture_put_entries (fixture, "entries.csv");
  g_free (cli_fixture_do (fixture, "export", "planned.marathon", "bibs", NULL));
  g_free (cli_fixture_do (fixture, "export", "planned.marathon", "entrants", NULL));
  g_free (cli_fixture_do (fixture, "print", "planned.marathon", "waves", NULL));
  g_free (cli_fixture_do (fixture, "import", "planned.marathon", "entries.csv", "--report", "report.csv", "--output", "new.marathon", NULL));
  umask (mask);
  assert_private (fixture, "planned.marathon");
  assert_private (fixture, "bibs.csv");
  assert_private (fixture, "entrants.csv");
  assert_private (fixture, "waves.pdf");
  assert_private (fixture, "report.csv");
  assert_private (fixture, "new.marathon");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verb-export/every-list-becomes-a-csv-file", test_every_list);
  g_test_add_func ("/verb-export/each-audience-sees-what-it-may", test_audiences);
  g_test_add_func ("/verb-export/everything-imports-again-without-loss", test_imports_again);
  g_test_add_func ("/verb-export/formulas-are-guarded-but-for-programs", test_formulas);
  g_test_add_func ("/verb-export/new-files-are-for-their-owner-only", test_new_files_are_for_their_owner_only);
  g_test_add_func ("/verb-export/refusals-leave-old-files-alone", test_refusals);
  return g_test_run ();
}
