/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Verbs that change a file which somebody has open in a window.
 */
#include "document/document.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/cli-fixture.h"

#define EDITS \
  "<edits xmlns=\"urn:marathon:event\" version=\"1.0\">\n" \
  "<change entrant=\"" CLI_FIXTURE_ANN "\" status=\"withdrawn\"/>\n</edits>\n"

/* An event that a window has open. */
typedef struct {
  CliFixture *fixture;
  MarathonFileLock *lock;
} Scene;

static MarathonFileLock *
take (CliFixture *fixture, const char *name)
{
  g_autofree char *path = cli_fixture_path (fixture, name);
  g_autofree char *state = g_build_filename (fixture->state, "marathon", NULL);
  MarathonFileLock *lock;

  g_assert_cmpint (marathon_file_lock_take (state, path, FALSE, &lock, NULL), ==, MARATHON_FILE_LOCK_TAKEN);
  return lock;
}

static void
scene_init (Scene *scene)
{
  scene->fixture = cli_fixture_new ();
  cli_fixture_put_event (scene->fixture, "race.marathon");
  cli_fixture_put (scene->fixture, "edits.xml", EDITS, -1);
  cli_fixture_put_entries (scene->fixture, "entries.csv");
  scene->lock = take (scene->fixture, "race.marathon");
}

static void
scene_clear (Scene *scene)
{
  g_clear_pointer (&scene->lock, marathon_file_lock_free);
  cli_fixture_free (scene->fixture);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scene, scene_clear)

static void
test_verbs_that_change_it_are_refused (void)
{
  g_auto (Scene) scene = { NULL };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  scene_init (&scene);
  before = cli_fixture_describe (scene.fixture);
  cli_fixture_refuse (scene.fixture, "race.marathon: You have had it open on this computer since ", "apply", "race.marathon",
                      "edits.xml", NULL);
  cli_fixture_refuse (scene.fixture, "with --output.\n", "import", "race.marathon", "entries.csv", NULL);
  cli_fixture_refuse (scene.fixture, "race.marathon: You have", "plan", "race.marathon", "all", NULL);
  cli_fixture_refuse (scene.fixture, "race.marathon: You have", "plan", "race.marathon", "all", "--output", "race.marathon",
                      NULL);
  after = cli_fixture_describe (scene.fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_verbs_that_leave_it_alone_are_not (void)
{
  g_auto (Scene) scene = { NULL };
  const char *const runs[][6] = {
    { "info", "race.marathon" },
    { "check", "race.marathon" },
    { "export", "race.marathon", "entrants", "--output", "out.csv" },
    { "apply", "race.marathon", "edits.xml", "--dry-run" },
    { "apply", "race.marathon", "edits.xml", "--output", "other.marathon" },
  };

  scene_init (&scene);
  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      g_autoptr (CliRun) run = cli_fixture_runv (scene.fixture, runs[i]);

      g_assert_cmpstr (run->err, ==, "");
    }
  g_assert_true (cli_fixture_has (scene.fixture, "other.marathon"));
  g_assert_true (cli_fixture_has (scene.fixture, "out.csv"));
}

static void
test_output_that_is_open_is_refused (void)
{
  g_auto (Scene) scene = { NULL };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  scene_init (&scene);
  cli_fixture_put_event (scene.fixture, "copy.marathon");
  before = cli_fixture_describe (scene.fixture);
  cli_fixture_refuse (scene.fixture, "race.marathon: You have", "apply", "copy.marathon", "edits.xml", "--output",
                      "race.marathon", NULL);
  after = cli_fixture_describe (scene.fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_who_on_another_computer_has_it_is_told (void)
{
  g_auto (Scene) scene = { NULL };

  scene_init (&scene);
  g_clear_pointer (&scene.lock, marathon_file_lock_free);
  cli_fixture_put (scene.fixture, ".~lock.race.marathon#", "marathon-lock,1,Jo%20Smith,desk-2,c,b,1,1\n", -1);
  cli_fixture_refuse (scene.fixture, "race.marathon: The user “Jo Smith” has had it open on the computer “desk-2” since 1970-01-01 00:00. ",
                      "plan", "race.marathon", "all", NULL);
}

static void
test_nothing_is_left_when_it_is_done (void)
{
  g_auto (Scene) scene = { NULL };
  g_autofree char *out = NULL;
  g_autofree char *names = NULL;

  scene_init (&scene);
  g_clear_pointer (&scene.lock, marathon_file_lock_free);
  out = cli_fixture_do (scene.fixture, "apply", "race.marathon", "edits.xml", NULL);
  names = cli_fixture_list (scene.fixture);
  g_assert_cmpstr (names, ==, "edits.xml entries.csv race.marathon race.marathon~");
  scene.lock = take (scene.fixture, "race.marathon");
}

/* Nobody reads what the verb prints, so it waits before its end, with the file saved. */
static void
test_it_is_locked_until_the_verb_ends (void)
{
  g_auto (Scene) scene = { NULL };
  g_autoptr (MarathonFileHolder) holder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *state = NULL;
  const char *const arguments[] = { g_getenv ("MARATHON_CLI"), "apply", "race.marathon", "edits.xml", NULL };
  MarathonFileLock *lock = NULL;
  char bytes[4096] = { 0 };
  int ends[2];
  GPid pid;

  scene_init (&scene);
  g_clear_pointer (&scene.lock, marathon_file_lock_free);
  path = cli_fixture_path (scene.fixture, "race.marathon");
  state = g_build_filename (scene.fixture->state, "marathon", NULL);
  g_assert_cmpint (pipe (ends), ==, 0);
  g_assert_cmpint (fcntl (ends[1], F_SETFL, O_NONBLOCK), ==, 0);
  while (write (ends[1], bytes, sizeof bytes) > 0)
    ;
  g_assert_cmpint (fcntl (ends[1], F_SETFL, 0), ==, 0);
  g_assert_true (g_spawn_async_with_fds (scene.fixture->folder, (char **) arguments, scene.fixture->environment,
                                         G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, -1, ends[1], -1, NULL));
  while (!cli_fixture_has (scene.fixture, "race.marathon~"))
    g_usleep (1000);
  g_assert_cmpint (marathon_file_lock_take (state, path, FALSE, &lock, &holder), ==, MARATHON_FILE_LOCK_HELD);
  g_assert_true (holder->is_here);
  while (read (ends[0], bytes, sizeof bytes) == sizeof bytes)
    ;
  g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
  close (ends[0]);
  close (ends[1]);
  scene.lock = take (scene.fixture, "race.marathon");
}

/* A window that makes changes and dies. */
static void
leave_changes (CliFixture *fixture, guint n)
{
  g_autofree char *path = cli_fixture_path (fixture, "race.marathon");
  g_autofree char *state = g_build_filename (fixture->state, "marathon", NULL);
  g_autoptr (MarathonDocument) document = marathon_document_load (path, NULL, NULL, NULL, NULL);
  MarathonRecord *info = marathon_event_get_single (marathon_document_get_event (document), MARATHON_SINGLE_INFO);

  marathon_document_protect (document, state);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title %u", i);
      g_autoptr (MarathonEdit) edit
        = marathon_edit_new_change_record (info, (guint) marathon_record_find_column (info, "title"), title);

      g_assert_true (marathon_history_do (marathon_document_get_history (document), edit, "Change Title", NULL));
    }
  marathon_journal_flush (marathon_document_get_journal (document));
  g_assert_null (marathon_journal_get_failure (marathon_document_get_journal (document)));
  _exit (0);
}

static void
test_unsaved_changes_are_told (gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);
  g_auto (Scene) scene = { NULL };
  g_autofree char *expected = NULL;
  const char *const arguments[] = { "apply", "race.marathon", "edits.xml", NULL };
  g_autoptr (CliRun) run = NULL;
  g_autoptr (CliRun) reading = NULL;
  const char *const info[] = { "info", "race.marathon", NULL };
  pid_t pid;
  int status;

  scene_init (&scene);
  g_clear_pointer (&scene.lock, marathon_file_lock_free);
  pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    leave_changes (scene.fixture, n);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_cmpint (status, ==, 0);

  reading = cli_fixture_runv (scene.fixture, info);
  g_assert_cmpstr (reading->err, ==, "");
  run = cli_fixture_runv (scene.fixture, arguments);
  expected = n == 1 ? g_strdup ("marathon-cli: race.marathon: 1 change made in a window was never saved and is not in this file: "
                                "open it in Marathon to get it back.\n")
                    : g_strdup_printf ("marathon-cli: race.marathon: %u changes made in a window were never saved and are not in "
                                       "this file: open it in Marathon to get them back.\n", n);
  g_assert_cmpstr (run->err, ==, expected);
  g_assert_cmpint (run->status, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/lock/verbs-that-change-it-are-refused", test_verbs_that_change_it_are_refused);
  g_test_add_func ("/cli/lock/verbs-that-leave-it-alone-are-not", test_verbs_that_leave_it_alone_are_not);
  g_test_add_func ("/cli/lock/output-that-is-open-is-refused", test_output_that_is_open_is_refused);
  g_test_add_func ("/cli/lock/who-on-another-computer-has-it-is-told", test_who_on_another_computer_has_it_is_told);
  g_test_add_func ("/cli/lock/nothing-is-left-when-it-is-done", test_nothing_is_left_when_it_is_done);
  g_test_add_func ("/cli/lock/it-is-locked-until-the-verb-ends", test_it_is_locked_until_the_verb_ends);
  g_test_add_data_func ("/cli/lock/unsaved-changes-are-told/one", GUINT_TO_POINTER (1), test_unsaved_changes_are_told);
  g_test_add_data_func ("/cli/lock/unsaved-changes-are-told/some", GUINT_TO_POINTER (3), test_unsaved_changes_are_told);
  return g_test_run ();
}
