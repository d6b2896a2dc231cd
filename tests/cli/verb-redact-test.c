/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * marathon-cli redact: only where it is really meant, and then nothing is left.
 */
#include "document/file-lock.h"

#include <string.h>

#include "cli/cli-fixture.h"

/* Ann's mother goes at both depths, her name at the second. */
#define EDITS                                                                                                          \
  "<edits xmlns=\"urn:marathon:event\" version=\"1.0\">\n"                                                             \
  "<change entrant=\"" CLI_FIXTURE_ANN                                                                                 \
  "\" emergency-name=\"Gonemother\" medical=\"Gonepollen\" note=\"Gonote\"/>\n</edits>\n"

static CliFixture *
make_race (void)
{
  CliFixture *fixture = cli_fixture_new ();
  g_autofree char *out = NULL;

  cli_fixture_put_event (fixture, "race.marathon");
  cli_fixture_put (fixture, "edits.xml", EDITS, -1);
  out = cli_fixture_do (fixture, "apply", "race.marathon", "edits.xml", NULL);
  return fixture;
}

static gboolean
holds (CliFixture *fixture, const char *word)
{
  g_autofree char *text = cli_fixture_get (fixture, "race.marathon", NULL);

  return strstr (text, word) != NULL;
}

static void
test_without_yes_it_tells_what_would_go_and_changes_nothing (void)
{
  g_autoptr (CliFixture) fixture = make_race ();
  g_autofree char *before = cli_fixture_describe (fixture);
  g_autofree char *after = NULL;
  g_autoptr (CliRun) run = cli_fixture_run (fixture, "redact", "race.marathon", "all", NULL);

  g_assert_cmpint (run->status, ==, 1);
  g_assert_nonnull (strstr (run->out, "  1 entrant has an emergency contact\n"));
  g_assert_nonnull (strstr (run->out, "  1 entrant has a medical note\n"));
  g_assert_nonnull (strstr (run->out, "  5 entrants are known by name\n"));
  g_assert_nonnull (strstr (run->err, "nothing was changed"));
  g_assert_nonnull (strstr (run->err, "--yes"));
  after = cli_fixture_describe (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_contacts_go_and_names_stay (void)
{
  g_autoptr (CliFixture) fixture = make_race ();
  g_autofree char *out = NULL;
  g_autofree char *names = NULL;

  g_assert_true (holds (fixture, "Gonemother"));
  out = cli_fixture_do (fixture, "redact", "race.marathon", "contact", "--yes", NULL);
  g_assert_nonnull (strstr (out, "removed"));
  g_assert_false (holds (fixture, "Gone"));
  g_assert_true (holds (fixture, "Gonote"));
  g_assert_true (holds (fixture, CLI_FIXTURE_ANN));
  /* The backup too. */
  names = cli_fixture_list (fixture);
  g_assert_cmpstr (names, ==, "edits.xml race.marathon");
}

static void
test_all_goes (void)
{
  g_autoptr (CliFixture) fixture = make_race ();
  g_autofree char *info = cli_fixture_do (fixture, "info", "race.marathon", "--json", NULL);
  g_autofree char *out = cli_fixture_do (fixture, "redact", "race.marathon", "all", "--yes", NULL);
  g_autofree char *left = cli_fixture_do (fixture, "info", "race.marathon", "--json", NULL);

  g_assert_false (holds (fixture, "Gon"));
  g_assert_false (holds (fixture, "family"));
  g_assert_false (holds (fixture, "given"));
  g_assert_false (holds (fixture, CLI_FIXTURE_ANN));
  g_assert_false (holds (fixture, CLI_FIXTURE_EVE));
  /* What can be counted is as it was. */
  g_assert_cmpstr (info, ==, left);
}

static void
test_what_a_window_has_open_is_refused (void)
{
  g_autoptr (CliFixture) fixture = make_race ();
  g_autofree char *path = cli_fixture_path (fixture, "race.marathon");
  g_autofree char *state = g_build_filename (fixture->state, "marathon", NULL);
  g_autoptr (MarathonFileLock) lock = NULL;

  g_assert_cmpint (marathon_file_lock_take (state, path, FALSE, &lock, NULL), ==, MARATHON_FILE_LOCK_TAKEN);
  cli_fixture_refuse (fixture, "Nothing was removed", "redact", "race.marathon", "all", "--yes", NULL);
  g_assert_true (holds (fixture, "Gonemother"));
}

static void
test_wrong_usage_is_told (void)
{
  g_autoptr (CliFixture) fixture = make_race ();

  cli_fixture_misuse (fixture, "neither “contact” nor “all”", "redact", "race.marathon", "everything", "--yes", NULL);
  cli_fixture_misuse (fixture, "takes FILE contact|all", "redact", "race.marathon", NULL);
  cli_fixture_refuse (fixture, "missing.marathon", "redact", "missing.marathon", "all", "--yes", NULL);
}

static void
test_help_says_what_goes_and_what_is_not_reached (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *help = cli_fixture_do (fixture, "redact", "--help", NULL);

  g_assert_nonnull (strstr (help, "marathon-cli redact spring.marathon contact --yes"));
  g_assert_nonnull (strstr (help, "cannot be undone"));
  g_assert_nonnull (strstr (help, "exported lists and prints are not reached"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verb-redact/without-yes-it-tells-what-would-go-and-changes-nothing",
                   test_without_yes_it_tells_what_would_go_and_changes_nothing);
  g_test_add_func ("/verb-redact/contacts-go-and-names-stay", test_contacts_go_and_names_stay);
  g_test_add_func ("/verb-redact/all-goes", test_all_goes);
  g_test_add_func ("/verb-redact/what-a-window-has-open-is-refused", test_what_a_window_has_open_is_refused);
  g_test_add_func ("/verb-redact/wrong-usage-is-told", test_wrong_usage_is_told);
  g_test_add_func ("/verb-redact/help-says-what-goes-and-what-is-not-reached",
                   test_help_says_what_goes_and_what_is_not_reached);
  return g_test_run ();
}
