/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * CliFixture.
 */
#include "cli/cli-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

/* --- The folder --- */

CliFixture *
cli_fixture_new (void)
{
  CliFixture *fixture = g_new0 (CliFixture, 1);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (g_getenv ("MARATHON_CLI"));
  fixture->folder = g_dir_make_tmp ("Läufe im Mai-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->state = g_dir_make_tmp ("state-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->environment = g_environ_setenv (g_get_environ (), "XDG_STATE_HOME", fixture->state, TRUE);
  return fixture;
}

static void
remove_tree (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_autoptr (GDir) dir = NULL;
      const char *name;

      g_chmod (path, 0700);
      dir = g_dir_open (path, 0, NULL);
      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *inner = g_build_filename (path, name, NULL);

          remove_tree (inner);
        }
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

void
cli_fixture_free (CliFixture *fixture)
{
  remove_tree (fixture->folder);
  remove_tree (fixture->state);
  g_free (fixture->folder);
  g_free (fixture->state);
  g_strfreev (fixture->environment);
  g_free (fixture);
}

void
cli_fixture_set_variable (CliFixture *fixture, const char *name, const char *value)
{
  fixture->environment = value != NULL ? g_environ_setenv (fixture->environment, name, value, TRUE)
                                       : g_environ_unsetenv (fixture->environment, name);
}

/* --- Running --- */

/* In the child, between fork and exec. */
static void
limit_files (gpointer data)
{
  const guint64 *most = data;
  struct rlimit limit = { *most, *most };

  if (*most > 0)
    setrlimit (RLIMIT_FSIZE, &limit);
}

/* cairo 1.16 loses a little with each font file (see lsan.supp), which only full unwinding tells from our own leaks. That
 * is slow, so only what draws gets it. */
static char **
make_environment (CliFixture *fixture, const char *verb)
{
  g_autofree char *options = NULL;

  if (g_strcmp0 (verb, "print") != 0)
    return g_strdupv (fixture->environment);
  options = g_strconcat ("fast_unwind_on_malloc=0:", g_environ_getenv (fixture->environment, "ASAN_OPTIONS"), NULL);
  return g_environ_setenv (g_strdupv (fixture->environment), "ASAN_OPTIONS", options, TRUE);
}

CliRun *
cli_fixture_runv (CliFixture *fixture, const char *const *arguments)
{
  g_auto (GStrv) environment = make_environment (fixture, arguments[0]);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  CliRun *run = g_new0 (CliRun, 1);
  g_autoptr (GError) error = NULL;
  int status;

  g_ptr_array_add (argv, (gpointer) g_getenv ("MARATHON_CLI"));
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) arguments[i]);
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (fixture->folder, (char **) argv->pdata, environment, G_SPAWN_DEFAULT, limit_files,
                &fixture->file_limit, &run->out, &run->err, &status, &error);
  g_assert_no_error (error);
  if (!WIFEXITED (status))
    g_test_message ("marathon-cli %s was killed: %s", arguments[0], run->err);
  g_assert_true (WIFEXITED (status));
  run->status = WEXITSTATUS (status);
  return run;
}

static CliRun *
run_with (CliFixture *fixture, va_list arguments)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  const char *argument;

  do
    {
      argument = va_arg (arguments, const char *);
      g_ptr_array_add (argv, (gpointer) argument);
    }
  while (argument != NULL);
  return cli_fixture_runv (fixture, (const char *const *) argv->pdata);
}

CliRun *
cli_fixture_run (CliFixture *fixture, ...)
{
  va_list arguments;
  CliRun *run;

  va_start (arguments, fixture);
  run = run_with (fixture, arguments);
  va_end (arguments);
  return run;
}

void
cli_run_free (CliRun *run)
{
  g_free (run->out);
  g_free (run->err);
  g_free (run);
}

char *
cli_fixture_do (CliFixture *fixture, ...)
{
  g_autoptr (CliRun) run = NULL;
  va_list arguments;

  va_start (arguments, fixture);
  run = run_with (fixture, arguments);
  va_end (arguments);
  g_assert_cmpstr (run->err, ==, "");
  g_assert_cmpint (run->status, ==, 0);
  return g_steal_pointer (&run->out);
}

static void
assert_fails (CliFixture *fixture, int status, const char *said, va_list arguments)
{
  g_autoptr (CliRun) run = run_with (fixture, arguments);

  if (strstr (run->err, said) == NULL || run->status != status)
    g_test_message ("expected status %d and “%s”, got status %d and: %s", status, said, run->status, run->err);
  g_assert_cmpint (run->status, ==, status);
  g_assert_nonnull (strstr (run->err, said));
  g_assert_cmpstr (run->out, ==, "");
  g_assert_true (g_str_has_suffix (run->err, "\n"));
}

void
cli_fixture_refuse (CliFixture *fixture, const char *said, ...)
{
  va_list arguments;

  va_start (arguments, said);
  assert_fails (fixture, 1, said, arguments);
  va_end (arguments);
}

void
cli_fixture_misuse (CliFixture *fixture, const char *said, ...)
{
  va_list arguments;

  va_start (arguments, said);
  assert_fails (fixture, 2, said, arguments);
  va_end (arguments);
}

/* --- Files --- */

char *
cli_fixture_path (CliFixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

void
cli_fixture_put (CliFixture *fixture, const char *name, const char *text, gssize length)
{
  g_autofree char *path = cli_fixture_path (fixture, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
}

char *
cli_fixture_get (CliFixture *fixture, const char *name, gsize *length)
{
  g_autofree char *path = cli_fixture_path (fixture, name);
  g_autoptr (GError) error = NULL;
  char *content = NULL;

  g_file_get_contents (path, &content, length, &error);
  g_assert_no_error (error);
  return content;
}

gboolean
cli_fixture_has (CliFixture *fixture, const char *name)
{
  g_autofree char *path = cli_fixture_path (fixture, name);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

void
cli_fixture_copy (CliFixture *fixture, const char *from, const char *to)
{
  gsize length;
  g_autofree char *content = cli_fixture_get (fixture, from, &length);

  cli_fixture_put (fixture, to, content, (gssize) length);
}

void
cli_fixture_set_mode (CliFixture *fixture, const char *name, int mode)
{
  g_autofree char *path = cli_fixture_path (fixture, name);

  g_assert_cmpint (g_chmod (path, mode), ==, 0);
}

void
cli_fixture_assert_same_bytes (CliFixture *fixture, const char *left, const char *right)
{
  gsize left_length, right_length;
  g_autofree char *left_bytes = cli_fixture_get (fixture, left, &left_length);
  g_autofree char *right_bytes = cli_fixture_get (fixture, right, &right_length);

  g_assert_cmpuint (left_length, ==, right_length);
  g_assert_true (memcmp (left_bytes, right_bytes, left_length) == 0);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_names (CliFixture *fixture)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

char *
cli_fixture_list (CliFixture *fixture)
{
  g_autoptr (GPtrArray) names = list_names (fixture);

  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **) names->pdata);
}

static void
describe_file (const char *path, const char *name, GString *out)
{
  g_autofree char *content = NULL, *hash = NULL;
  gsize length;
  struct stat status;

  g_assert_cmpint (lstat (path, &status), ==, 0);
  if (S_ISREG (status.st_mode) && g_file_get_contents (path, &content, &length, NULL))
    hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, length);
  g_string_append_printf (out, "%s %o %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %" G_GINT64_FORMAT ".%09ld %s\n",
                          name, status.st_mode, (guint64) status.st_size, (guint64) status.st_ino,
                          (gint64) status.st_mtim.tv_sec, status.st_mtim.tv_nsec, hash != NULL ? hash : "-");
}

char *
cli_fixture_describe (CliFixture *fixture)
{
  g_autoptr (GPtrArray) names = list_names (fixture);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *path = cli_fixture_path (fixture, name);

      describe_file (path, name, out);
    }
  return g_string_free (out, FALSE);
}

/* --- A small event --- */

void
cli_fixture_put_event (CliFixture *fixture, const char *name)
{
  static const char text[] =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<event xmlns=\"urn:marathon:event\" version=\"1.0\" id=\"1c5a7d90e2b3f468\" title=\"Höhenlauf &quot;Süd&quot;\""
      " date=\"2027-05-02\" place=\"Riverside\" language=\"en\">\n"
      "  <starts>\n"
      "    <start id=\"red\" name=\"Red\"/>\n"
      "  </starts>\n"
      "  <categories>\n"
      "    <category id=\"women\" name=\"Women\" sex=\"F\"/>\n"
      "    <category id=\"men\" name=\"Men\" sex=\"M\"/>\n"
      "  </categories>\n"
      "  <waves>\n"
      "    <wave id=\"fast\" start=\"red\" name=\"Fast\" time=\"10:00\" capacity=\"1\" to=\"1:00:00\"/>\n"
      "    <wave id=\"slow\" start=\"red\" name=\"Slow\" time=\"10:10\" from=\"1:00:00\"/>\n"
      "  </waves>\n"
      "  <bib-blocks>\n"
      "    <bib-block id=\"all\" name=\"All\" numbers=\"1-49,70-99\"/>\n"
      "  </bib-blocks>\n"
      "  <entrants>\n"
      "    <entrant id=\"0f3b6c2d91a84e57\" family=\"Alder\" given=\"Ann\" sex=\"F\" born=\"1983-02-03\" "
      "predicted=\"0:50:00\"/>\n"
      "    <entrant id=\"7ad0925be16f38c4\" family=\"Birch\" given=\"Ben\" sex=\"M\" predicted=\"0:55:00\"/>\n"
      "    <entrant id=\"b4e81f63c7052d9a\" family=\"Çınar\" given=\"Cem\" sex=\"M\" predicted=\"1:20:00\"/>\n"
      "    <entrant id=\"c65f0d3a8b1e9274\" family=\"Dogwood\" given=\"Dora\" sex=\"F\" status=\"withdrawn\"/>\n"
      "    <entrant id=\"d218e7945a3bf06c\" family=\"Elm\" given=\"Eve\" sex=\"F\" publish=\"withheld\"/>\n"
      "  </entrants>\n"
      "</event>\n";

  cli_fixture_put (fixture, name, text, -1);
}

void
cli_fixture_put_entries (CliFixture *fixture, const char *name)
{
  static const char text[] = "Entry ID,Family Name,Given Name,Gender,Date of Birth,Predicted Time,Status\n"
                             "E1,Alder,Ann,Female,1983-02-03,0:50:00,Accepted\n"
                             "E2,Birch,Ben,Male,1990-07-21,0:55:00,Accepted\n"
                             "E3,Çınar,Cem,Male,1979-11-30,1:20:00,Accepted\n"
                             "E4,Dogwood,Dora,Female,1965-01-01,,Withdrawn\n"
                             "E5,Elm,Eve,Female,2001-06-15,,Accepted\n";

  cli_fixture_put (fixture, name, text, -1);
}
