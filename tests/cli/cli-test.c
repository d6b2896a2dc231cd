/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The command line as a whole: verbs, help, exit statuses, locales, streams.
 */
#include <string.h>

#include "cli/cli-fixture.h"
#include "cli/json-tree.h"

static const char *const verbs[] = { "new", "info", "check", "import", "plan", "apply", "print", "export", "redact" };

static void
test_help (void)
{
  static const char *const words[] = { "--help", "-h", "help" };
  g_autoptr (CliFixture) fixture = cli_fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *help = cli_fixture_do (fixture, words[i], NULL);

      for (guint j = 0; j < G_N_ELEMENTS (verbs); j++)
        {
          g_autofree char *line = g_strdup_printf ("\n  %-7s FILE", verbs[j]);

          g_assert_nonnull (strstr (help, line));
        }
    }
}

static void
test_help_of_verbs (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *help = cli_fixture_do (fixture, verbs[i], "--help", NULL);
      g_autofree char *short_help = cli_fixture_do (fixture, verbs[i], "-h", NULL);
      g_autofree char *help_of = cli_fixture_do (fixture, "help", verbs[i], NULL);
      g_autofree char *usage = g_strdup_printf ("Usage:\n  marathon-cli %s [OPTION…] FILE", verbs[i]);
      g_autofree char *example = g_strdup_printf ("\nExample:\n  marathon-cli %s spring.marathon", verbs[i]);

      g_assert_true (g_str_has_prefix (help, usage));
      g_assert_nonnull (strstr (help, example));
      g_assert_true (g_str_has_suffix (help, "\n"));
      g_assert_cmpstr (short_help, ==, help);
      g_assert_cmpstr (help_of, ==, help);
    }
}

static void
test_version (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *version = cli_fixture_do (fixture, "--version", NULL);

  g_assert_cmpstr (version, ==, "marathon-cli " MARATHON_VERSION "\n");
}

static void
test_wrong_usage (void)
{
  static const struct {
    const char *arguments[8];
    const char *said;
  } cases[] = {
    { { NULL }, "Usage:" },
    { { "nonsense", NULL }, "there is no verb “nonsense”" },
    { { "", NULL }, "there is no verb “”" },
    { { "INFO", "race.marathon", NULL }, "there is no verb “INFO”" },
    { { "help", "nonsense", NULL }, "there is no verb “nonsense”" },
    { { "info", NULL }, "“info” takes FILE" },
    { { "info", "race.marathon", "more", NULL }, "“info” takes FILE" },
    { { "info", "race.marathon", "--nonsense", NULL }, "--nonsense" },
    { { "new", "x.marathon", "--date", NULL }, "--date" },
    { { "import", "race.marathon", NULL }, "“import” takes FILE ENTRIES.csv" },
    { { "import", "race.marathon", "entries.csv", "--bibs", "some", NULL },
      "--bibs: “some” is not one of: keep, fill, replace" },
    { { "import", "race.marathon", "entries.csv", "--dates", "XYZ", NULL }, "--dates: “XYZ” is not one of: " },
    { { "plan", "race.marathon", NULL }, "“plan” takes FILE" },
    { { "plan", "race.marathon", "lunch", NULL }, "“lunch” is not one of: categories, waves, bibs, all" },
    { { "apply", "race.marathon", NULL }, "“apply” takes FILE EDITS.xml" },
    { { "print", "race.marathon", NULL }, "“print” takes FILE LIST" },
    { { "print", "race.marathon", "lunch", NULL }, "there is no list “lunch”; there are: bibs, " },
    { { "print", "race.marathon", "bibs", "--paper", "A0", NULL }, "--paper: “A0” is not one of: A4, Letter" },
    { { "print", "race.marathon", "bibs", "--audience", "me", NULL }, "--audience: “me” is not one of: public, " },
    { { "export", "race.marathon", "entrants", "--wave", "red-1", NULL }, "“entrants” is always of all" },
    { { "export", "race.marathon", "lunch", NULL }, "there is no list “lunch”; there are: bibs, " },
    { { "export", "race.marathon", "bibs", "--audience", "me", NULL }, "--audience: “me” is not one of: public, " },
    { { "print", "race.marathon", "bibs", "--output", "race.marathon", NULL }, "race.marathon: this file is named twice" },
    { { "export", "race.marathon", "bibs", "--output", "./race.marathon", NULL }, "race.marathon: this file is named twice" },
    { { "import", "race.marathon", "entries.csv", "--output", "entries.csv", NULL }, "entries.csv: this file is named twice" },
    { { "import", "race.marathon", "entries.csv", "--report", "entries.csv", NULL }, "entries.csv: this file is named twice" },
    { { "import", "race.marathon", "entries.csv", "--report", "race.marathon", NULL },
      "race.marathon: this file is named twice" },
    { { "import", "race.marathon", "entries.csv", "--report", "new", "--output", "./new", NULL },
      "new: this file is named twice" },
    { { "apply", "race.marathon", "entries.csv", "--output", "entries.csv", NULL }, "entries.csv: this file is named twice" },
  };
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *before = NULL;

  cli_fixture_put_event (fixture, "race.marathon");
  cli_fixture_put_entries (fixture, "entries.csv");
  before = cli_fixture_describe (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CliRun) run = cli_fixture_runv (fixture, cases[i].arguments);
      g_autofree char *after = cli_fixture_describe (fixture);

      g_test_message ("%s: %s", cases[i].said, run->err);
      g_assert_cmpint (run->status, ==, 2);
      g_assert_nonnull (strstr (run->err, cases[i].said));
      g_assert_cmpstr (run->out, ==, "");
      g_assert_cmpstr (after, ==, before);
    }
}

/* Wrong usage says where help is. */
static void
test_way_to_help (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();

  cli_fixture_misuse (fixture, "Try “marathon-cli --help”.\n", "nonsense", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *way = g_strdup_printf ("Try “marathon-cli %s --help”.\n", verbs[i]);

      cli_fixture_misuse (fixture, way, verbs[i], NULL);
    }
}

/* In a scheduled job no locale is set; names are no worse for it. */
static void
test_without_locale (void)
{
  static const char *const locales[] = { "C", "POSIX", "xx_XX.nonsense", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_autoptr (CliFixture) fixture = cli_fixture_new ();
      g_autofree char *made = NULL, *json = NULL;
      g_autoptr (JsonTree) tree = NULL;

      cli_fixture_set_variable (fixture, "LANG", NULL);
      cli_fixture_set_variable (fixture, "LC_ALL", locales[i]);
      made = cli_fixture_do (fixture, "new", "Zürich-Lauf.marathon", "--name", "Zürich Łódź 東京", NULL);
      json = cli_fixture_do (fixture, "info", "--json", "Zürich-Lauf.marathon", NULL);
      tree = json_tree_parse (json);
      g_assert_nonnull (tree);
      g_assert_cmpstr (json_tree_get_string (tree, "title"), ==, "Zürich Łódź 東京");
      cli_fixture_refuse (fixture, "Größe.marathon: cannot be opened", "info", "Größe.marathon", NULL);
    }
}

static void
test_missing_files (void)
{
  static const char *const calls[][4] = {
    { "info", "none.marathon", NULL },
    { "check", "none.marathon", NULL },
    { "plan", "none.marathon", "all", NULL },
    { "print", "none.marathon", "bibs", NULL },
    { "export", "none.marathon", "bibs", NULL },
    { "import", "none.marathon", "entries.csv", NULL },
    { "apply", "none.marathon", "entries.csv", NULL },
    { "import", "race.marathon", "none.csv", NULL },
    { "apply", "race.marathon", "none.xml", NULL },
  };
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *before = NULL;

  cli_fixture_put_event (fixture, "race.marathon");
  cli_fixture_put_entries (fixture, "entries.csv");
  before = cli_fixture_describe (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      g_autoptr (CliRun) run = cli_fixture_runv (fixture, calls[i]);
      g_autofree char *after = cli_fixture_describe (fixture);

      g_assert_cmpint (run->status, ==, 1);
      g_assert_true (g_str_has_prefix (run->err, "marathon-cli: none."));
      g_assert_nonnull (strstr (run->err, ": cannot be opened: No such file or directory\n"));
      g_assert_cmpstr (run->out, ==, "");
      g_assert_cmpstr (after, ==, before);
    }
}

/* Into a pipe goes no line of progress; a result that did not arrive whole is no success. */
static void
test_streams (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *command = NULL, *err = NULL;
  g_autofree char *argv_text = g_shell_quote (g_getenv ("MARATHON_CLI"));
  char *argv[] = { (char *) "/bin/sh", (char *) "-c", NULL, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  cli_fixture_put_event (fixture, "race.marathon");
  argv[2] = command = g_strdup_printf ("%s info race.marathon >/dev/full", argv_text);
  g_spawn_sync (fixture->folder, argv, fixture->environment, G_SPAWN_DEFAULT, NULL, NULL, NULL, &err, &status, &error);
  g_assert_no_error (error);
  g_assert_false (g_spawn_check_wait_status (status, NULL));
  g_assert_nonnull (strstr (err, "the standard output cannot be written"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/help-lists-every-verb", test_help);
  g_test_add_func ("/cli/help-of-every-verb-has-an-example", test_help_of_verbs);
  g_test_add_func ("/cli/version", test_version);
  g_test_add_func ("/cli/wrong-usage-is-status-2-and-touches-nothing", test_wrong_usage);
  g_test_add_func ("/cli/wrong-usage-says-where-help-is", test_way_to_help);
  g_test_add_func ("/cli/letters-survive-without-a-locale", test_without_locale);
  g_test_add_func ("/cli/missing-files-are-status-1-and-touch-nothing", test_missing_files);
  g_test_add_func ("/cli/a-result-that-cannot-be-written-is-no-success", test_streams);
  return g_test_run ();
}
