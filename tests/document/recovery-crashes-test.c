/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of recovery when it is disturbed: by other programs, by cancelling, by another crash, by steps that
 * do not fit, by times that lie.
 */
#include "document/recovery.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>

#include "document/child-process.h"
#include "document/document-error.h"
#include "document/generated-event.h"
#include "document/journal-folder.h"
#include "document/journal-record.h"
#include "document/journal-scene.h"
#include "formats/project-writer.h"

static void
test_times_of_files_do_not_matter (void)
{
  static const time_t times[] = { 1, 4000000000 };
  g_auto (JournalScene) scene = { 0 };
  g_autofree char *journal = NULL;
  g_autofree char *records = NULL;

  journal_scene_init (&scene, 10);
  journal_scene_die (&scene, journal_scene_make_steps);
  journal = journal_scene_get_journal (&scene);
  records = g_build_filename (journal, "records", NULL);
  for (guint i = 0; i < 4; i++)
    {
      const struct utimbuf file_times = { times[i % 2], times[i % 2] }, records_times = { times[i / 2], times[i / 2] };
      g_autoptr (MarathonRecovery) recovery = NULL;

      g_assert_cmpint (utime (scene.path, &file_times), ==, 0);
      g_assert_cmpint (utime (records, &records_times), ==, 0);
      recovery = journal_scene_find (&scene, MARATHON_RECOVERY_FILE, 2);
    }
}

static void
test_journal_in_use_is_skipped (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonDocument) document = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) of_it = NULL;

  journal_scene_init (&scene, 10);
  document = journal_scene_open (&scene);
  journal_scene_step (document, "A");
  all = marathon_recovery_list (scene.state, NULL);
  of_it = marathon_recovery_list_of (scene.state, scene.path, NULL);
  g_assert_cmpuint (all->len + of_it->len, ==, 0);
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_journal_that_another_program_took_is_refused (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonRecovery) recovery = NULL;
  g_autoptr (MarathonJournalFolder) taken = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  journal_scene_init (&scene, 10);
  journal_scene_die (&scene, journal_scene_make_steps);
  recovery = journal_scene_find (&scene, MARATHON_RECOVERY_FILE, 2);
  taken = marathon_journal_folder_take (recovery->folder, NULL);
  marathon_recovery_open_async (recovery, NULL, NULL, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (marathon_recovery_open_finish (result, &error));
  g_assert_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_HELD);
  g_clear_error (&error);
  g_assert_false (marathon_recovery_discard (recovery, &error));
  g_assert_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_HELD);
}

static void
test_list_of_one_file_knows_it_by_any_spelling (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) other = NULL;
  g_autofree char *by_link = NULL;
  g_autofree char *elsewhere = NULL;

  journal_scene_init (&scene, 10);
  journal_scene_die (&scene, journal_scene_make_steps);
  folder_fixture_make_link (scene.folder, "link", "event");
  by_link = g_build_filename (scene.folder, "link", NULL);
  elsewhere = g_build_filename (scene.folder, "elsewhere", NULL);
  found = marathon_recovery_list_of (scene.state, by_link, NULL);
  other = marathon_recovery_list_of (scene.state, elsewhere, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (other->len, ==, 0);
}

static void
test_discarding_removes_it (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonRecovery) recovery = NULL;
  g_autoptr (GError) error = NULL;

  journal_scene_init (&scene, 10);
  journal_scene_die (&scene, journal_scene_make_steps);
  recovery = journal_scene_find (&scene, MARATHON_RECOVERY_FILE, 2);
  g_assert_true (marathon_recovery_discard (recovery, &error));
  g_assert_no_error (error);
  journal_scene_assert_nothing (&scene);
}

/* Recovers what is there, does one more step, and dies. */
static void
recover_and_go_on (JournalScene *scene)
{
  g_autoptr (GPtrArray) recoveries = marathon_recovery_list (scene->state, NULL);
  MarathonDocument *document = journal_scene_recover (g_ptr_array_index (recoveries, 0), NULL);

  journal_scene_step (document, "After the crash");
}

static void
recover_only (JournalScene *scene)
{
  g_autoptr (GPtrArray) recoveries = marathon_recovery_list (scene->state, NULL);

  journal_scene_recover (g_ptr_array_index (recoveries, 0), NULL);
}

static void
crash_twice (gpointer data)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonRecovery) recovery = NULL;
  g_autoptr (MarathonDocument) document = NULL;

  journal_scene_init (&scene, 10);
  journal_scene_die (&scene, journal_scene_make_steps);
  journal_scene_die (&scene, recover_only);
  g_clear_pointer (&recovery, marathon_recovery_free);
  recovery = journal_scene_find (&scene, MARATHON_RECOVERY_FILE, 2);
  journal_scene_die (&scene, recover_and_go_on);
  marathon_recovery_free (recovery);
  recovery = journal_scene_find (&scene, MARATHON_RECOVERY_FILE, 3);
  document = journal_scene_recover (recovery, NULL);
  g_assert_cmpstr (document_scene_get_title (document), ==, "After the crash");
  document_scene_undo (document);
  g_assert_cmpstr (document_scene_get_title (document), ==, "Eins ß");
  journal_scene_await (document, MARATHON_JOURNAL_KEPT);
  document_scene_save (document, NULL);
  journal_scene_await (document, MARATHON_JOURNAL_EMPTY);
  journal_scene_assert_nothing (&scene);
}

static void
test_second_crash_loses_nothing (void)
{
  g_assert_cmpint (child_process_run (crash_twice, NULL), ==, 0);
}

static void
save_recovered_copy (gpointer data)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonRecovery) recovery = NULL;
  g_autoptr (MarathonDocument) document = NULL;
  g_autofree char *other = NULL;

  journal_scene_init (&scene, 0);
  journal_scene_die (&scene, journal_scene_make_steps);
  journal_scene_die (&scene, recover_and_go_on);
  recovery = journal_scene_find (&scene, MARATHON_RECOVERY_COPY, 3);
  document = journal_scene_recover (recovery, NULL);
  other = g_build_filename (scene.folder, "other", NULL);
  document_scene_save (document, other);
  journal_scene_await (document, MARATHON_JOURNAL_EMPTY);
  journal_scene_assert_nothing (&scene);
  document_scene_assert_title (other, "After the crash");
}

static void
test_copy_recovered_is_saved_where_the_person_says (void)
{
  g_assert_cmpint (child_process_run (save_recovered_copy, NULL), ==, 0);
}

static void
undo_and_redo (JournalScene *scene)
{
  MarathonDocument *document = journal_scene_open (scene);

  document_scene_set_title (document, "A");
  journal_scene_change_all (document, "B");
  document_scene_undo (document);
  document_scene_redo (document);
  document_scene_undo (document);
  document_scene_undo (document);
  document_scene_redo (document);
  journal_scene_await (document, MARATHON_JOURNAL_KEPT);
}

static void
test_undo_and_redo_are_steps (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonRecovery) recovery = NULL;
  g_autoptr (MarathonDocument) before = NULL;
  g_autofree char *expected = NULL;

  journal_scene_init (&scene, 1000);
  before = document_scene_load (scene.path);
  document_scene_set_title (before, "A");
  expected = journal_scene_get_text (before);
  journal_scene_die (&scene, undo_and_redo);
  recovery = journal_scene_find (&scene, MARATHON_RECOVERY_FILE, 7);
  g_assert_cmpstr (recovery->last_label, ==, "Redo Change Title");
  journal_scene_assert_recovers (recovery, scene.path, expected);
}

/* The event is edited on while the thread writes what was done before. */
static void
make_large_steps (JournalScene *scene)
{
  MarathonDocument *document = journal_scene_open (scene);

  journal_scene_change_all (document, "One");
  journal_scene_change_all (document, "Two ß");
  document_scene_undo (document);
  document_scene_redo (document);
  document_scene_undo (document);
  journal_scene_change_all (document, "Three & <four>");
  document_scene_set_title (document, "Five");
  journal_scene_await (document, MARATHON_JOURNAL_KEPT);
}

static void
test_large_steps_are_recovered (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonRecovery) recovery = NULL;
  g_autoptr (MarathonDocument) before = NULL;
  g_autofree char *expected = NULL;

  journal_scene_init (&scene, 20000);
  before = document_scene_load (scene.path);
  journal_scene_change_all (before, "Three & <four>");
  document_scene_set_title (before, "Five");
  expected = journal_scene_get_text (before);
  journal_scene_die (&scene, make_large_steps);
  recovery = journal_scene_find (&scene, MARATHON_RECOVERY_FILE, 7);
  journal_scene_assert_recovers (recovery, scene.path, expected);
}

/* At any moment of a step of 20,000 entrants: all of it is recovered, or nothing. */
static void
test_kill_in_a_large_step_leaves_all_or_nothing (void)
{
  g_auto (JournalScene) scene = { 0 };
  guint n_none = 0, n_all = 0;

  journal_scene_init (&scene, 20000);
  for (guint delay = 0; delay < 12; delay++)
    {
      g_autoptr (GPtrArray) recoveries = NULL;
      int status;
      pid_t pid = fork ();

      g_assert_cmpint (pid, >=, 0);
      if (pid == 0)
        {
          MarathonDocument *document = journal_scene_open (&scene);

          journal_scene_change_all (document, "All");
          g_usleep (delay * 8000);
          kill (getpid (), SIGKILL);
        }
      g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
      g_assert_true (WIFSIGNALED (status));
      recoveries = marathon_recovery_list (scene.state, NULL);
      n_none += recoveries->len == 0;
      for (guint i = 0; i < recoveries->len; i++)
        {
          const MarathonRecovery *recovery = g_ptr_array_index (recoveries, i);

          g_assert_cmpint (recovery->kind, ==, MARATHON_RECOVERY_FILE);
          g_assert_cmpuint (recovery->n_steps, ==, 1);
          n_all++;
          g_assert_true (marathon_recovery_discard (recovery, NULL));
        }
    }
  g_assert_cmpuint (n_none + n_all, ==, 12);
  journal_scene_assert_nothing (&scene);
}

static void
test_step_that_cannot_be_made_again_is_told (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonRecovery) recovery = NULL;
  g_autoptr (MarathonDocument) document = NULL;
  g_autofree char *problem = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);
  MarathonJournalChain chain = { 0 };
  MarathonJournalHeader header = { .id = 1, .path = NULL, .title = (char *) "" };
  MarathonJournalFolder *folder;

  journal_scene_init (&scene, 10);
  header.path = scene.path;
  header.base = journal_scene_identify (scene.path);
  marathon_journal_append_header (lines, &chain, &header);
  marathon_journal_append_begin (lines, &chain, "Good");
  marathon_journal_append_edit (lines, &chain, "<change-record list=\"event\" title=\"Good\"/>", 42);
  marathon_journal_append_commit (lines, &chain, 1);
  marathon_journal_append_begin (lines, &chain, "Bad");
  marathon_journal_append_edit (lines, &chain, "<remove entrant=\"00000000000ffff0\"/>", 36);
  marathon_journal_append_commit (lines, &chain, 2);
  folder = marathon_journal_folder_make (scene.state, scene.path, NULL);
  folder_fixture_put (folder->path, "records", lines->str);
  marathon_journal_folder_free (folder);

  recovery = journal_scene_find (&scene, MARATHON_RECOVERY_FILE, 2);
  document = journal_scene_recover (recovery, &problem);
  g_assert_cmpstr (document_scene_get_title (document), ==, "Good");
  g_assert_nonnull (strstr (problem, "1 change could not"));
  g_assert_nonnull (strstr (problem, recovery->folder));
  journal_scene_await (document, MARATHON_JOURNAL_KEPT);
  folder_fixture_assert_text (recovery->folder, "records", lines->str);
}

static void
test_cancelled_opening_leaves_it (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonRecovery) recovery = NULL;
  g_autoptr (MarathonRecovery) again = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  journal_scene_init (&scene, 10);
  journal_scene_die (&scene, journal_scene_make_steps);
  recovery = journal_scene_find (&scene, MARATHON_RECOVERY_FILE, 2);
  g_cancellable_cancel (cancellable);
  marathon_recovery_open_async (recovery, NULL, NULL, cancellable, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (marathon_recovery_open_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&result);
  again = journal_scene_find (&scene, MARATHON_RECOVERY_FILE, 2);
}

static void
test_what_was_begun_only_is_tidied (void)
{
  g_auto (JournalScene) scene = { 0 };
  MarathonJournalFolder *folder;

  journal_scene_init (&scene, 10);
  folder = marathon_journal_folder_make (scene.state, scene.path, NULL);
  folder_fixture_put (folder->path, "records.new", "1 half a he");
  marathon_journal_folder_free (folder);
  journal_scene_assert_nothing (&scene);
}

#define ADD(name, func) g_test_add_func ("/recovery-crashes/" name, func)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* First, while there are no threads that a child could miss. */
  ADD ("second-crash-loses-nothing", test_second_crash_loses_nothing);
  ADD ("copy-recovered-is-saved-where-the-person-says", test_copy_recovered_is_saved_where_the_person_says);
  ADD ("times-of-files-do-not-matter", test_times_of_files_do_not_matter);
  ADD ("journal-in-use-is-skipped", test_journal_in_use_is_skipped);
  ADD ("journal-that-another-program-took-is-refused", test_journal_that_another_program_took_is_refused);
  ADD ("list-of-one-file-knows-it-by-any-spelling", test_list_of_one_file_knows_it_by_any_spelling);
  ADD ("discarding-removes-it", test_discarding_removes_it);
  ADD ("undo-and-redo-are-steps", test_undo_and_redo_are_steps);
  ADD ("large-steps-are-recovered", test_large_steps_are_recovered);
  ADD ("kill-in-a-large-step-leaves-all-or-nothing", test_kill_in_a_large_step_leaves_all_or_nothing);
  ADD ("step-that-cannot-be-made-again-is-told", test_step_that_cannot_be_made_again_is_told);
  ADD ("cancelled-opening-leaves-it", test_cancelled_opening_leaves_it);
  ADD ("what-was-begun-only-is-tidied", test_what_was_begun_only_is_tidied);
  return g_test_run ();
}
