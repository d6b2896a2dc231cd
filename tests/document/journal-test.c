/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of a journal while its event is open: what it says is kept is on the disk, for its owner's eyes
 * only, and goes when a
 * file holds it.
 */
#include "document/journal.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "document/failing-calls.h"
#include "document/journal-content.h"
#include "document/journal-folder.h"
#include "document/journal-scene.h"

/* Of a journal that may be being written just now: @is_whole where nothing follows what counts. */
static guint64
look_at_steps (JournalScene *scene, guint *n_saves, gboolean *is_whole)
{
  g_autofree char *path = journal_scene_get_journal (scene);
  MarathonJournalFolder folder = { .path = path, .fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC), .lock_fd = -1 };
  g_auto (MarathonJournalContent) content = { 0 };

  marathon_journal_content_read (&content, &folder);
  g_assert_cmpint (content.state, ==, MARATHON_JOURNAL_CONTENT_GOOD);
  *is_whole = !content.has_damaged_end;
  if (n_saves != NULL)
    *n_saves = content.saves->len;
  close (folder.fd);
  return content.n_steps;
}

static guint64
count_kept_steps (JournalScene *scene, guint *n_saves)
{
  gboolean is_whole;
  guint64 n = look_at_steps (scene, n_saves, &is_whole);

  g_assert_true (is_whole);
  return n;
}

static void
test_nothing_is_written_before_the_first_step (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonDocument) document = NULL;

  journal_scene_init (&scene, 10);
  document = journal_scene_open (&scene);
  g_assert_cmpint (marathon_journal_get_state (marathon_document_get_journal (document)), ==, MARATHON_JOURNAL_EMPTY);
  marathon_journal_flush (marathon_document_get_journal (document));
  g_assert_false (g_file_test (scene.state, G_FILE_TEST_EXISTS));
}

static void
test_each_step_is_kept_when_it_says_so (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonDocument) document = NULL;

  journal_scene_init (&scene, 10);
  document = journal_scene_open (&scene);
  for (guint i = 1; i <= 5; i++)
    {
      g_autofree char *title = g_strdup_printf ("Lauf %u «ß» \"quoted\" & <b>", i);

      document_scene_set_title (document, title);
      g_assert_cmpint (marathon_journal_get_state (marathon_document_get_journal (document)), ==, MARATHON_JOURNAL_WRITING);
      g_assert_cmpuint (marathon_journal_get_position (marathon_document_get_journal (document)), ==, i);
      journal_scene_await (document, MARATHON_JOURNAL_KEPT);
      g_assert_cmpuint (count_kept_steps (&scene, NULL), ==, i);
    }
}

static void
test_all_is_the_owners_alone (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonDocument) document = NULL;
  g_autofree char *journal = NULL;
  g_autoptr (GDir) dir = NULL;
  mode_t old_mask = umask (0);
  const char *name;

  journal_scene_init (&scene, 10);
  document = journal_scene_open (&scene);
  journal_scene_step (document, "A");
  journal = journal_scene_get_journal (&scene);
  journal_scene_await_base (journal);
  umask (old_mask);
  g_assert_cmpint (folder_fixture_get_mode (scene.folder, "state"), ==, 0700);
  g_assert_cmpint (folder_fixture_get_mode (scene.folder, "state/journal"), ==, 0700);
  g_assert_cmpint (folder_fixture_get_mode (journal, "."), ==, 0700);
  dir = g_dir_open (journal, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_cmpint (folder_fixture_get_mode (journal, name), ==, 0600);
  g_assert_null (strstr (journal, "event"));
}

static void
test_base_is_a_copy_of_the_file (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonDocument) document = NULL;
  g_autofree char *journal = NULL;
  g_autofree char *base = NULL;
  g_autofree char *text = NULL;

  journal_scene_init (&scene, 10);
  g_file_get_contents (scene.path, &text, NULL, NULL);
  document = journal_scene_open (&scene);
  journal_scene_step (document, "A");
  journal = journal_scene_get_journal (&scene);
  journal_scene_await_base (journal);
  base = folder_fixture_find (journal, "base-");
  folder_fixture_assert_text (journal, base, text);
}

static void
test_event_without_a_file_has_its_base_first (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonDocument) document = NULL;
  g_autofree char *before = NULL;
  g_autofree char *journal = NULL;
  g_autofree char *base = NULL;

  journal_scene_init (&scene, 0);
  document = journal_scene_open (&scene);
  before = journal_scene_get_text (document);
  journal_scene_step (document, "A");
  journal = journal_scene_get_journal (&scene);
  base = folder_fixture_find (journal, "base-");
  folder_fixture_assert_text (journal, base, before);
  g_assert_cmpuint (count_kept_steps (&scene, NULL), ==, 1);
}

static void
test_rolled_back_step_is_not_written (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonDocument) document = NULL;
  MarathonHistory *history;

  journal_scene_init (&scene, 10);
  document = journal_scene_open (&scene);
  history = marathon_document_get_history (document);
  marathon_history_begin (history, "Nothing");
  marathon_history_rollback (history);
  marathon_journal_flush (marathon_document_get_journal (document));
  g_assert_false (g_file_test (scene.state, G_FILE_TEST_EXISTS));
  journal_scene_step (document, "A");
  marathon_history_begin (history, "Nothing");
  marathon_history_commit (history);
  g_assert_cmpint (marathon_journal_get_state (marathon_document_get_journal (document)), ==, MARATHON_JOURNAL_KEPT);
  g_assert_cmpuint (count_kept_steps (&scene, NULL), ==, 1);
}

static void
test_flush_waits_for_the_disk (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonDocument) document = NULL;

  journal_scene_init (&scene, 2000);
  document = journal_scene_open (&scene);
  journal_scene_change_all (document, "One");
  document_scene_set_title (document, "Two");
  document_scene_undo (document);
  marathon_journal_flush (marathon_document_get_journal (document));
  g_assert_cmpint (marathon_journal_get_state (marathon_document_get_journal (document)), ==, MARATHON_JOURNAL_KEPT);
  g_assert_cmpuint (count_kept_steps (&scene, NULL), ==, 3);
}

static void
test_steps_of_one_moment_are_synced_together (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonDocument) document = NULL;
  const FailingPlan plan = { .call = "fdatasync" };

  journal_scene_init (&scene, 2000);
  document = journal_scene_open (&scene);
  journal_scene_step (document, "A");
  marathon_journal_flush (marathon_document_get_journal (document));
  failing_calls_start (&plan);
  journal_scene_change_all (document, "Busy");
  for (guint i = 0; i < 200; i++)
    document_scene_set_title (document, i % 2 == 0 ? "B" : "C");
  journal_scene_await (document, MARATHON_JOURNAL_KEPT);
  g_assert_cmpuint (failing_calls_stop (), <, 100);
  g_assert_cmpuint (count_kept_steps (&scene, NULL), ==, 202);
}

static void
test_save_removes_the_journal (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonDocument) document = NULL;

  journal_scene_init (&scene, 10);
  document = journal_scene_open (&scene);
  journal_scene_step (document, "A");
  document_scene_save (document, NULL);
  journal_scene_await (document, MARATHON_JOURNAL_EMPTY);
  journal_scene_assert_nothing (&scene);
  journal_scene_step (document, "B");
  g_assert_cmpuint (count_kept_steps (&scene, NULL), ==, 1);
}

static void
test_save_is_noted_before_the_file_takes_its_place (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonDocument) document = NULL;
  MarathonFileIdentity identity = { .is_set = TRUE, .size = 1 };
  guint n_saves = 0;

  journal_scene_init (&scene, 10);
  document = journal_scene_open (&scene);
  document_scene_set_title (document, "A");
  marathon_journal_note_save (marathon_document_get_journal (document), 1, scene.path, &identity);
  g_assert_cmpuint (count_kept_steps (&scene, &n_saves), ==, 1);
  g_assert_cmpuint (n_saves, ==, 1);
}

static void
test_steps_after_a_save_are_kept_from_the_new_file (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonDocument) document = NULL;
  MarathonJournal *journal;
  MarathonFileIdentity identity;
  g_autofree char *folder = NULL;
  g_autofree char *base = NULL;
  g_autofree char *saved = NULL;
  gboolean is_whole;

  journal_scene_init (&scene, 10);
  document = journal_scene_open (&scene);
  journal = marathon_document_get_journal (document);
  journal_scene_step (document, "A");
  journal_scene_step (document, "B");
  folder = journal_scene_get_journal (&scene);
  journal_scene_await_base (folder);
  /* A save that began here, and ends when there are two more steps. */
  saved = journal_scene_get_text (document);
  folder_fixture_put (scene.folder, "event", saved);
  {
    int fd = open (scene.path, O_RDONLY | O_CLOEXEC);

    g_assert_true (marathon_file_identity_read (&identity, fd, NULL));
    close (fd);
  }
  document_scene_set_title (document, "C");
  document_scene_set_title (document, "D");
  marathon_journal_note_save (journal, 2, scene.path, &identity);
  marathon_journal_end_save (journal, 2, scene.path, &identity);
  for (int tries = 5000; tries > 0 && look_at_steps (&scene, NULL, &is_whole) != 2; tries--)
    g_usleep (1000);
  g_assert_cmpuint (count_kept_steps (&scene, NULL), ==, 2);
  journal_scene_await (document, MARATHON_JOURNAL_KEPT);
  journal_scene_await_base (folder);
  base = folder_fixture_find (folder, "base-");
  folder_fixture_assert_text (folder, base, saved);
  journal_scene_step (document, "E");
  g_assert_cmpuint (count_kept_steps (&scene, NULL), ==, 3);
}

static void
test_discard_removes_all_and_writes_no_more (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonDocument) document = NULL;

  journal_scene_init (&scene, 10);
  document = journal_scene_open (&scene);
  journal_scene_step (document, "A");
  marathon_journal_discard (marathon_document_get_journal (document));
  journal_scene_assert_nothing (&scene);
  document_scene_set_title (document, "B");
  marathon_journal_flush (marathon_document_get_journal (document));
  g_assert_cmpint (marathon_journal_get_state (marathon_document_get_journal (document)), ==, MARATHON_JOURNAL_EMPTY);
  journal_scene_assert_nothing (&scene);
}

static void
test_closing_keeps_what_is_in_no_file (void)
{
  g_auto (JournalScene) scene = { 0 };
  MarathonDocument *document;
  gboolean is_whole;

  journal_scene_init (&scene, 10);
  document = journal_scene_open (&scene);
  journal_scene_step (document, "A");
  document_scene_set_title (document, "B");
  g_object_unref (document);
  for (int tries = 5000; tries > 0 && look_at_steps (&scene, NULL, &is_whole) != 2; tries--)
    g_usleep (1000);
  g_assert_cmpuint (count_kept_steps (&scene, NULL), ==, 2);
}

static void
test_steps_go_on_while_a_folder_was_removed (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonDocument) document = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *command = NULL;

  journal_scene_init (&scene, 10);
  document = journal_scene_open (&scene);
  journal_scene_step (document, "A");
  first = journal_scene_get_journal (&scene);
  journal_scene_await_base (first);
  command = g_strdup_printf ("rm -r '%s'", first);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  journal_scene_step (document, "B");
  second = journal_scene_get_journal (&scene);
  g_assert_cmpstr (first, !=, second);
}

static void
count_change (MarathonJournal *journal, GParamSpec *pspec, gpointer user_data)
{
  (*(guint *) user_data)++;
}

static void
test_state_is_told_of (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonDocument) document = NULL;
  guint n = 0;
  int state = -1;

  journal_scene_init (&scene, 10);
  document = journal_scene_open (&scene);
  g_signal_connect (marathon_document_get_journal (document), "notify::state", G_CALLBACK (count_change), &n);
  journal_scene_step (document, "A");
  g_assert_cmpuint (n, ==, 2); /* writing, kept */
  document_scene_save (document, NULL);
  journal_scene_await (document, MARATHON_JOURNAL_EMPTY);
  g_assert_cmpuint (n, ==, 3);
  g_object_get (marathon_document_get_journal (document), "state", &state, NULL);
  g_assert_cmpint (state, ==, MARATHON_JOURNAL_EMPTY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journal/nothing-is-written-before-the-first-step", test_nothing_is_written_before_the_first_step);
  g_test_add_func ("/journal/each-step-is-kept-when-it-says-so", test_each_step_is_kept_when_it_says_so);
  g_test_add_func ("/journal/all-is-the-owners-alone", test_all_is_the_owners_alone);
  g_test_add_func ("/journal/base-is-a-copy-of-the-file", test_base_is_a_copy_of_the_file);
  g_test_add_func ("/journal/event-without-a-file-has-its-base-first", test_event_without_a_file_has_its_base_first);
  g_test_add_func ("/journal/rolled-back-step-is-not-written", test_rolled_back_step_is_not_written);
  g_test_add_func ("/journal/flush-waits-for-the-disk", test_flush_waits_for_the_disk);
  g_test_add_func ("/journal/steps-of-one-moment-are-synced-together", test_steps_of_one_moment_are_synced_together);
  g_test_add_func ("/journal/save-removes-the-journal", test_save_removes_the_journal);
  g_test_add_func ("/journal/save-is-noted-before-the-file-takes-its-place",
                   test_save_is_noted_before_the_file_takes_its_place);
  g_test_add_func ("/journal/steps-after-a-save-are-kept-from-the-new-file",
                   test_steps_after_a_save_are_kept_from_the_new_file);
  g_test_add_func ("/journal/discard-removes-all-and-writes-no-more", test_discard_removes_all_and_writes_no_more);
  g_test_add_func ("/journal/closing-keeps-what-is-in-no-file", test_closing_keeps_what_is_in_no_file);
  g_test_add_func ("/journal/steps-go-on-while-a-folder-was-removed", test_steps_go_on_while_a_folder_was_removed);
  g_test_add_func ("/journal/state-is-told-of", test_state_is_told_of);
  return g_test_run ();
}
