/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * marathon-cli apply.
 */
#include <string.h>

#include "cli/cli-fixture.h"

#define HEAD "<edits xmlns=\"urn:marathon:event\" version=\"1.0\">\n"
#define FOOT "</edits>\n"

static void
test_edits (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *out = NULL, *file = NULL;

  cli_fixture_put_event (fixture, "race.marathon");
  cli_fixture_put_event (fixture, "was");
  cli_fixture_put (fixture, "edits für heute.xml",
                   HEAD
                   "<change entrant=\"" CLI_FIXTURE_ANN "\" status=\"withdrawn\"/>\n"
                   "<add-guide entrant=\"" CLI_FIXTURE_EVE "\" given=\"Gül\" family=\"Guide\"/>\n"
                   "<begin label=\"Two at once\"/>\n"
                   "<change entrant=\"" CLI_FIXTURE_EVE "\" bib=\"7\" pins=\"bib\"/>\n"
                   "<change-record list=\"waves\" record=\"slow\" capacity=\"9\"/>\n"
                   "<commit/>\n" FOOT,
                   -1);
  out = cli_fixture_do (fixture, "apply", "race.marathon", "edits für heute.xml", NULL);
  g_assert_cmpstr (out, ==, "3 steps applied\n");
  file = cli_fixture_get (fixture, "race.marathon", NULL);
  g_assert_nonnull (strstr (file, "given=\"Gül\""));
  g_assert_nonnull (strstr (file, "id=\"" CLI_FIXTURE_EVE "\" bib=\"7\""));
  g_assert_nonnull (strstr (file, "capacity=\"9\""));
  cli_fixture_assert_same_bytes (fixture, "race.marathon~", "was");
}

/* Nothing of a file with a mistake is saved, the good steps before it neither; the message names file and line. */
static void
test_mistakes (void)
{
  static const struct {
    const char *edits;
    const char *said;
  } cases[] = {
    { HEAD "<change entrant=\"" CLI_FIXTURE_ANN
           "\" status=\"withdrawn\"/>\n<change entrant=\"ffffffffffffffff\" bib=\"1\"/>\n" FOOT,
      "edits.xml:3:" },
    { HEAD "<change entrant=\"" CLI_FIXTURE_ANN "\" born=\"1983-02-30\"/>\n" FOOT, "edits.xml:2:" },
    { HEAD "<change entrant=\"" CLI_FIXTURE_ANN "\" nonsense=\"1\"/>\n" FOOT, "edits.xml:2:" },
    { HEAD "<begin label=\"x\"/>\n<change entrant=\"" CLI_FIXTURE_ANN "\" status=\"withdrawn\"/>\n" FOOT,
      "edits.xml:" },
    { HEAD "<change entrant=\"" CLI_FIXTURE_ANN "\"", "edits.xml:2:" },
    { "<edits xmlns=\"urn:other\" version=\"1.0\"/>\n", "edits.xml:1:" },
    { "Not XML.\n", "edits.xml:1:" },
    { "", "edits.xml:" },
    { HEAD "<change entrant=\"" CLI_FIXTURE_ANN "\" bib=\"7\"/>\n<change entrant=\"" CLI_FIXTURE_EVE
           "\" bib=\"007\"/>\n" FOOT,
      "edits.xml:3:" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CliFixture) fixture = cli_fixture_new ();
      g_autofree char *before = NULL, *after = NULL;

      cli_fixture_put_event (fixture, "race.marathon");
      cli_fixture_put (fixture, "edits.xml", cases[i].edits, -1);
      before = cli_fixture_describe (fixture);
      cli_fixture_refuse (fixture, cases[i].said, "apply", "race.marathon", "edits.xml", NULL);
      cli_fixture_refuse (fixture, "Nothing was saved.\n", "apply", "race.marathon", "edits.xml", NULL);
      after = cli_fixture_describe (fixture);
      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_output (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *out = NULL, *names = NULL;

  cli_fixture_put_event (fixture, "race.marathon");
  cli_fixture_put_event (fixture, "was");
  cli_fixture_put (fixture, "edits.xml", HEAD "<change entrant=\"" CLI_FIXTURE_ANN "\" bib=\"7\"/>\n" FOOT, -1);
  out = cli_fixture_do (fixture, "apply", "race.marathon", "edits.xml", "--output", "new.marathon", NULL);
  cli_fixture_assert_same_bytes (fixture, "race.marathon", "was");
  names = cli_fixture_list (fixture);
  g_assert_cmpstr (names, ==, "edits.xml new.marathon race.marathon was");
}

static void
test_dry_run (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *out = NULL, *before = NULL, *after = NULL;

  cli_fixture_put_event (fixture, "race.marathon");
  cli_fixture_put (fixture, "edits.xml", HEAD "<change entrant=\"" CLI_FIXTURE_ANN "\" bib=\"7\"/>\n" FOOT, -1);
  before = cli_fixture_describe (fixture);
  out = cli_fixture_do (fixture, "apply", "race.marathon", "edits.xml", "--dry-run", NULL);
  after = cli_fixture_describe (fixture);
  g_assert_cmpstr (out, ==, "1 step applied\nNothing was changed: this was a dry run.\n");
  g_assert_cmpstr (after, ==, before);
}

/* No edits, nothing to save. */
static void
test_nothing (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *out = NULL, *before = NULL, *after = NULL;

  cli_fixture_put_event (fixture, "race.marathon");
  cli_fixture_put (fixture, "edits.xml", HEAD FOOT, -1);
  before = cli_fixture_describe (fixture);
  out = cli_fixture_do (fixture, "apply", "race.marathon", "edits.xml", NULL);
  after = cli_fixture_describe (fixture);
  g_assert_cmpstr (out, ==, "0 steps applied\n");
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verb-apply/edits-are-applied-step-by-step", test_edits);
  g_test_add_func ("/verb-apply/a-mistake-saves-nothing", test_mistakes);
  g_test_add_func ("/verb-apply/another-output-leaves-the-file-alone", test_output);
  g_test_add_func ("/verb-apply/a-dry-run-touches-nothing", test_dry_run);
  g_test_add_func ("/verb-apply/no-edits-touch-nothing", test_nothing);
  return g_test_run ();
}
