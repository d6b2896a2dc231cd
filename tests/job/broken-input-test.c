/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Broken input through the program: each is refused with a message that names file and line, and nothing on the disk is
 * touched: not the broken file, not the good one beside it, and nothing is left lying about.
 */
#include <string.h>
#include <unistd.h>

#include "cli/cli-fixture.h"

/* Every verb that reads an event. */
static const char *const verbs[][8] = {
  { "info", "broken.marathon", NULL },
  { "check", "broken.marathon", NULL },
  { "import", "broken.marathon", "entries.csv", "--report", "notes.csv", NULL },
  { "plan", "broken.marathon", "all", NULL },
  { "apply", "broken.marathon", "edits.xml", NULL },
  { "print", "broken.marathon", "bibs", "--output", "old.pdf", NULL },
  { "export", "broken.marathon", "bibs", "--output", "old.csv", NULL },
  { "plan", "broken.marathon", "all", "--output", "good.marathon", NULL },
};

/* A folder with a good event, a good entry list, good edits and older results. */
static CliFixture *
make_folder (void)
{
  CliFixture *fixture = cli_fixture_new ();

  cli_fixture_put_event (fixture, "good.marathon");
  cli_fixture_put_entries (fixture, "entries.csv");
  cli_fixture_put (fixture, "edits.xml",
                   "<edits xmlns=\"urn:marathon:event\" version=\"1.0\">\n"
                   "<change entrant=\"" CLI_FIXTURE_ANN "\" status=\"withdrawn\"/>\n"
                   "</edits>\n",
                   -1);
  cli_fixture_put (fixture, "old.pdf", "an older PDF", -1);
  cli_fixture_put (fixture, "old.csv", "an older list", -1);
  return fixture;
}

/* The verb is refused, in good form, and nothing at all changes. */
static void
assert_refused (CliFixture *fixture, const char *const *arguments, const char *where, const char *what)
{
  g_autofree char *before = cli_fixture_describe (fixture), *after = NULL;
  g_autoptr (CliRun) run = cli_fixture_runv (fixture, arguments);

  after = cli_fixture_describe (fixture);
  if (run->status != 1 || strstr (run->err, where) == NULL || strstr (run->err, what) == NULL
      || strcmp (before, after) != 0)
    g_test_message ("%s: expected “%s” and “%s”, got status %d and: %s", arguments[0], where, what, run->status,
                    run->err);
  g_assert_cmpint (run->status, ==, 1);
  g_assert_true (g_str_has_prefix (run->err, "marathon-cli: "));
  g_assert_true (g_str_has_suffix (run->err, "\n"));
  g_assert_nonnull (strstr (run->err, where));
  g_assert_nonnull (strstr (run->err, what));
  g_assert_cmpstr (run->out, ==, "");
  g_assert_cmpstr (after, ==, before);
}

/* --- Project files --- */

static char *
get_data_path (const char *name)
{
  g_assert_nonnull (g_getenv ("MARATHON_TEST_DATA"));
  return g_build_filename (g_getenv ("MARATHON_TEST_DATA"), "projects", "broken", name, NULL);
}

static char *
read_data (const char *name, gsize *length)
{
  g_autofree char *path = get_data_path (name);
  g_autoptr (GError) error = NULL;
  char *content = NULL;

  g_file_get_contents (path, &content, length, &error);
  g_assert_no_error (error);
  return content;
}

/* Copies the broken file, and reads where the mistake is and what is to be said of it (tests/data/projects). */
static void
put_broken (CliFixture *fixture, const char *base, char **where, char **what)
{
  g_autofree char *file = g_strconcat (base, ".marathon", NULL), *expected = g_strconcat (base, ".expected", NULL);
  g_autofree char *line = read_data (expected, NULL), *content = NULL;
  g_auto (GStrv) parts = g_strsplit (g_strchomp (line), "\t", 2);
  gsize length;

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_assert_true (g_str_has_prefix (parts[0], file));
  *where = g_strconcat ("broken.marathon", parts[0] + strlen (file), NULL);
  *what = g_strdup (parts[1]);
  content = read_data (file, &length);
  cli_fixture_put (fixture, "broken.marathon", content, (gssize) length);
}

/* The ones that the acceptance of the format names, through every verb. */
static void
test_every_verb (void)
{
  static const char *const names[] = {
    "truncated",     "wrong-namespace",  "newer-major", "doctype",  "duplicate-id",
    "duplicate-bib", "unknown-category", "bad-date",    "bad-utf8", "empty",
  };
  g_autoptr (CliFixture) fixture = make_folder ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *where = NULL, *what = NULL;

      put_broken (fixture, names[i], &where, &what);
      for (guint j = 0; j < G_N_ELEMENTS (verbs); j++)
        assert_refused (fixture, verbs[j], where, what);
    }
}

/* All that there are, through the verb that would write the most. */
static void
test_every_file (void)
{
  g_autoptr (CliFixture) fixture = make_folder ();
  g_autofree char *folder = get_data_path ("");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *base = NULL, *where = NULL, *what = NULL;

      if (!g_str_has_suffix (name, ".marathon"))
        continue;
      base = g_strndup (name, strlen (name) - strlen (".marathon"));
      put_broken (fixture, base, &where, &what);
      assert_refused (fixture, verbs[3], where, what);
      n++;
    }
  g_assert_cmpuint (n, >, 40);
}

static void
test_no_file (void)
{
  static const struct {
    const char *name;
    const char *what;
  } cases[] = {
    { "folder", "this is a folder, not a file" },
    { "/dev/null", "this is no ordinary file" },
    { "none", "cannot be opened: No such file or directory" },
  };
  g_autoptr (CliFixture) fixture = make_folder ();
  g_autofree char *folder = cli_fixture_path (fixture, "folder");

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint j = 0; j < G_N_ELEMENTS (verbs); j++)
      {
        const char *arguments[8];

        memcpy (arguments, verbs[j], sizeof arguments);
        arguments[1] = cases[i].name;
        assert_refused (fixture, arguments, cases[i].name, cases[i].what);
      }
}

/* --- Entry lists and edits --- */

static void
test_entries (void)
{
  static const struct {
    const char *name;
    const char *text;
    const char *where;
    const char *what;
  } cases[] = {
    { "list.pdf", "%PDF-1.5\n%\xb5\xed\xae\xfb\n1 0 obj\n<< /Length 2 0 R >>\nstream\n", "list.pdf: ", "PDF" },
    { "list.zip", "PK\x03\x04\x14\x00\x06\x00", "list.zip: ", "ZIP" },
    { "no-names.csv", "Club,Town\nHarriers,Ashley\n", "no-names.csv: line 1: ", "no column holds names" },
    { "no-header.csv", "lorem ipsum\ndolor\n", "no-header.csv: line 1: ", "lorem ipsum" },
    { "empty.csv", "", "empty.csv: line 1: ", "the file is empty" },
  };
  g_autoptr (CliFixture) fixture = make_folder ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const arguments[] = { "import", "good.marathon", cases[i].name, "--report", "notes.csv", NULL };
      const char *const dry[] = { "import", "good.marathon", cases[i].name, "--dry-run", NULL };

      cli_fixture_put (fixture, cases[i].name, cases[i].text, -1);
      assert_refused (fixture, arguments, cases[i].where, cases[i].what);
      assert_refused (fixture, dry, cases[i].where, cases[i].what);
    }
}

/* A list that the program printed itself, given back as entries; and folders and devices. */
static void
test_other_entries (void)
{
  g_autoptr (CliFixture) fixture = make_folder ();
  g_autofree char *printed = cli_fixture_do (fixture, "print", "good.marathon", "bibs", "--output", "list.pdf", NULL);
  g_autofree char *folder = cli_fixture_path (fixture, "folder");
  static const char *const names[] = { "list.pdf", "folder", "/dev/zero", "none.csv" };

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *const import[] = { "import", "good.marathon", names[i], NULL };
      const char *const apply[] = { "apply", "good.marathon", names[i], NULL };

      assert_refused (fixture, import, names[i], ": ");
      assert_refused (fixture, apply, names[i], ":");
    }
}

/* --- Targets --- */

/* The program must refuse by the mode, since root may write it, and since renaming over it asks nobody. */
static void
test_read_only_target (void)
{
  static const char *const calls[][8] = {
    { "plan", "locked", "all", NULL },
    { "import", "locked", "entries.csv", NULL },
    { "apply", "locked", "edits.xml", NULL },
    { "plan", "good.marathon", "all", "--output", "locked", NULL },
    { "print", "good.marathon", "bibs", "--output", "locked", NULL },
    { "export", "good.marathon", "bibs", "--output", "locked", NULL },
  };
  g_autoptr (CliFixture) fixture = make_folder ();

  cli_fixture_put_event (fixture, "locked");
  cli_fixture_set_mode (fixture, "locked", 0444);
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    assert_refused (fixture, calls[i], "locked: ", "the file is read-only");
}

static void
test_other_targets (void)
{
  static const struct {
    const char *name;
    const char *what;
  } cases[] = {
    { ".", "this is a folder" },
    { "/dev/full", "this is no ordinary file" },
    { "none/new", "does not exist" },
  };
  g_autoptr (CliFixture) fixture = make_folder ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const plan[] = { "plan", "good.marathon", "all", "--output", cases[i].name, NULL };
      const char *const print[] = { "print", "good.marathon", "bibs", "--output", cases[i].name, NULL };
      const char *const export[] = { "export", "good.marathon", "bibs", "--output", cases[i].name, NULL };
      const char *const report[] = { "import", "good.marathon", "entries.csv", "--report", cases[i].name, NULL };

      assert_refused (fixture, plan, cases[i].name, cases[i].what);
      assert_refused (fixture, print, cases[i].name, cases[i].what);
      assert_refused (fixture, export, cases[i].name, cases[i].what);
      assert_refused (fixture, report, cases[i].name, cases[i].what);
    }
}

/* A limit of file sizes stands for a full disk: writing fails after some bytes, at each place in turn. Only an old file is
 * spoken of. */
static void
test_full_disk (void)
{
  static const struct {
    const char *what;
    const char *arguments[8];
  } calls[] = {
    { "The file on disk is as it was.", { "plan", "good.marathon", "all" } },
    { "The file on disk is as it was.", { "import", "good.marathon", "entries.csv" } },
    { "The file on disk is as it was.", { "apply", "good.marathon", "edits.xml" } },
    { "or save in another place.\n", { "plan", "good.marathon", "all", "--output", "new.marathon" } },
    { "The file on disk is as it was.", { "print", "good.marathon", "bibs", "--output", "old.pdf" } },
    { "or save in another place.\n", { "print", "good.marathon", "bibs", "--output", "new.pdf" } },
    { "The file on disk is as it was.", { "export", "good.marathon", "entrants", "--output", "old.csv" } },
    { "or save in another place.\n", { "new", "new.marathon", "--template", "city-marathon" } },
  };
  static const guint64 limits[] = { 1, 15, 80 };
  g_autoptr (CliFixture) fixture = make_folder ();

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    for (guint j = 0; j < G_N_ELEMENTS (limits); j++)
      {
        fixture->file_limit = limits[j];
        assert_refused (fixture, calls[i].arguments, "writing failed: File too large", calls[i].what);
      }
}

/* The backup of an earlier save outlives a save that fails. */
static void
test_backup (void)
{
  static const char *const call[] = { "import", "good.marathon", "entries.csv", NULL };
  g_autoptr (CliFixture) fixture = make_folder ();
  g_autofree char *planned = cli_fixture_do (fixture, "plan", "good.marathon", "all", NULL);

  g_assert_true (cli_fixture_has (fixture, "good.marathon~"));
  fixture->file_limit = 1000;
  assert_refused (fixture, call, "good.marathon: writing failed", "The file on disk is as it was.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/broken-input/every-verb-refuses-broken-events", test_every_verb);
  g_test_add_func ("/broken-input/every-broken-event-is-refused", test_every_file);
  g_test_add_func ("/broken-input/folders-and-devices-are-no-events", test_no_file);
  g_test_add_func ("/broken-input/what-is-no-entry-list-is-refused", test_entries);
  g_test_add_func ("/broken-input/other-files-are-neither-entries-nor-edits", test_other_entries);
  g_test_add_func ("/broken-input/a-read-only-target-stays", test_read_only_target);
  g_test_add_func ("/broken-input/what-is-no-file-is-no-target", test_other_targets);
  g_test_add_func ("/broken-input/a-full-disk-loses-nothing", test_full_disk);
  g_test_add_func ("/broken-input/the-backup-outlives-a-failed-save", test_backup);
  return g_test_run ();
}
