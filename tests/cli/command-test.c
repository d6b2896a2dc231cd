/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the verbs share: words of options, and which files may not be written.
 */
#include "cli/command.h"

#include <locale.h>
#include <unistd.h>

#include "cli/cli-fixture.h"

/* Names every option, so that a person sees what there is. */
static void
test_words (void)
{
  if (g_test_subprocess ())
    {
      g_assert_cmpint (
          marathon_command_find_word (&marathon_command_print, "audience", marathon_audience_words, "medical"), ==,
          MARATHON_AUDIENCE_MEDICAL);
      g_assert_cmpint (marathon_command_find_word (&marathon_command_print, "audience", marathon_audience_words, "all"),
                       ==, -1);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("*--audience: “all” is not one of: public, officials, medical, everything\n"
                             "Try “marathon-cli print --help”.\n*");
}

static void
check_spares (const char *output, const char *source, gboolean expected)
{
  g_assert_cmpint (marathon_command_spares (&marathon_command_export, output, source), ==, expected);
}

static void
test_spares (void)
{
  g_autoptr (CliFixture) fixture = NULL;
  g_autofree char *event = NULL, *other = NULL, *soft = NULL, *hard = NULL, *none = NULL, *roundabout = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      g_test_trap_assert_stderr ("*this file is named twice: it would be lost*");
      return;
    }
  fixture = cli_fixture_new ();
  event = cli_fixture_path (fixture, "race.marathon");
  other = cli_fixture_path (fixture, "other.marathon");
  none = cli_fixture_path (fixture, "none");
  soft = cli_fixture_path (fixture, "link");
  hard = cli_fixture_path (fixture, "hard");
  roundabout = g_build_filename (fixture->folder, ".", "race.marathon", NULL);
  cli_fixture_put_event (fixture, "race.marathon");
  cli_fixture_put_event (fixture, "other.marathon");
  g_assert_cmpint (symlink ("race.marathon", soft), ==, 0);
  g_assert_cmpint (link (event, hard), ==, 0);

  check_spares (NULL, event, TRUE);
  check_spares (other, event, TRUE);
  check_spares (none, event, TRUE);
  check_spares (event, none, TRUE);
  check_spares (event, NULL, TRUE);
  check_spares (none, none, FALSE);
  check_spares (event, event, FALSE);
  check_spares (roundabout, event, FALSE);
  check_spares (soft, event, FALSE);
  check_spares (hard, event, FALSE);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/command/an-unknown-word-names-the-known-ones", test_words);
  g_test_add_func ("/command/a-file-that-is-read-is-not-written", test_spares);
  return g_test_run ();
}
