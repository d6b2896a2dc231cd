/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * After personal data was removed, no byte of it is anywhere: beside the file, in versions, in journals. What a sudden
 * end leaves is in personal-data-faults-test.c.
 */
#include "document/personal-data.h"

#include <string.h>
#include <unistd.h>

#include "document/document-error.h"
#include "document/personal-scene.h"
#include "document/versions.h"

/* --- That it goes --- */

static void
test_no_byte_of_it_is_left_anywhere (void)
{
  for (MarathonPersonalDepth depth = MARATHON_PERSONAL_CONTACT; depth <= MARATHON_PERSONAL_ALL; depth++)
    {
      g_auto (JournalScene) scene;
      g_autoptr (MarathonDocument) document = NULL;

      personal_scene_init (&scene);
      journal_scene_die (&scene, personal_scene_die_with_a_step);
      document = personal_scene_live (&scene);
      personal_scene_remove (document, depth);
      personal_scene_assert_gone (&scene, depth);
      personal_scene_assert_whole (&scene);
      /* What was not saved yet is in the file. */
      document_scene_assert_title (scene.path, "Unsaved");
    }
}

static void
test_the_scene_has_copies_everywhere (void)
{
  g_auto (JournalScene) scene;
  g_autoptr (MarathonDocument) document = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GPtrArray) recoveries = NULL;

  personal_scene_init (&scene);
  journal_scene_die (&scene, personal_scene_die_with_a_step);
  document = personal_scene_live (&scene);
  versions = marathon_versions_list (scene.state, 0xe1);
  recoveries = marathon_recovery_list_of (scene.state, scene.path, NULL);
  g_assert_cmpuint (versions->len, >=, 2);
  g_assert_cmpuint (recoveries->len, ==, 1);
  folder_fixture_assert_names (scene.folder, ".event.AbC123 .event.backup event event~ state");
}

static void
test_an_event_that_nothing_protects_is_cleaned_too (void)
{
  g_auto (JournalScene) scene;
  g_autoptr (MarathonDocument) document = NULL;

  personal_scene_init (&scene);
  document = document_scene_load (scene.path);
  document_scene_set_title (document, "Spring 2");
  document_scene_save (document, NULL);
  personal_scene_remove (document, MARATHON_PERSONAL_ALL);
  personal_scene_assert_clean (scene.folder, "gone");
  personal_scene_assert_clean (scene.folder, "nemo");
  folder_fixture_assert_names (scene.folder, "event");
}

static void
test_the_file_behind_a_link_is_cleaned_and_the_link_stays (void)
{
  g_auto (JournalScene) scene;
  g_autoptr (MarathonDocument) document = NULL;
  g_autofree char *link = NULL;

  personal_scene_init (&scene);
  folder_fixture_make_folder (scene.folder, "desk");
  folder_fixture_make_link (scene.folder, "desk/link", "../event");
  link = g_build_filename (scene.folder, "desk", "link", NULL);
  document = document_scene_load (link);
  document_scene_set_title (document, "Spring 2");
  document_scene_save (document, NULL);
  folder_fixture_assert_names (scene.folder, "desk event event~");
  personal_scene_remove (document, MARATHON_PERSONAL_ALL);
  folder_fixture_assert_names (scene.folder, "desk event");
  folder_fixture_assert_link (scene.folder, "desk/link", "../event");
  personal_scene_assert_clean (scene.folder, "nemo");
}

static void
test_afterwards_the_document_can_bring_nothing_back (void)
{
  g_auto (JournalScene) scene;
  g_autoptr (MarathonDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  personal_scene_init (&scene);
  document = personal_scene_live (&scene);
  personal_scene_remove (document, MARATHON_PERSONAL_ALL);
  g_assert_false (marathon_document_is_modified (document));
  g_assert_true (marathon_document_is_read_only (document));
  g_assert_false (marathon_document_save (document, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (marathon_document_remove_personal_data (document, MARATHON_PERSONAL_ALL, NULL, NULL, NULL, &error));
  g_clear_object (&document);
  personal_scene_assert_gone (&scene, MARATHON_PERSONAL_ALL);
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* In the thread that removes. */
static void
follow_progress (guint64 done, guint64 total, gpointer data)
{
  double *share = data;

  g_assert_cmpuint (done, <=, total);
  g_assert_cmpfloat ((double) done / (double) total, >=, *share);
  *share = (double) done / (double) total;
}

static void
test_it_can_be_done_in_a_thread (void)
{
  g_auto (JournalScene) scene;
  g_autoptr (MarathonDocument) document = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  double share = 0;

  personal_scene_init (&scene);
  document = personal_scene_live (&scene);
  marathon_document_remove_personal_data_async (document, MARATHON_PERSONAL_ALL, follow_progress, &share, NULL,
                                                keep_result, &result);
  g_assert_true (marathon_document_is_read_only (document));
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (marathon_document_remove_personal_data_finish (document, result, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (share, ==, 1);
  personal_scene_assert_gone (&scene, MARATHON_PERSONAL_ALL);
}

/* --- Refused --- */

/* The file is as it was, and the document too. */
static void
assert_refused (JournalScene *scene, MarathonDocument *document, MarathonDocumentError code, const char *word)
{
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  gboolean was_read_only = marathon_document_is_read_only (document);

  g_file_get_contents (scene->path, &before, NULL, NULL);
  g_assert_false (marathon_document_remove_personal_data (document, MARATHON_PERSONAL_ALL, NULL, NULL, NULL, &error));
  g_assert_error (error, MARATHON_DOCUMENT_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, word));
  g_file_get_contents (scene->path, &after, NULL, NULL);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (marathon_document_is_read_only (document), ==, was_read_only);
}

static void
test_an_event_without_a_file_has_to_be_saved_first (void)
{
  g_auto (JournalScene) scene;
  g_autoptr (MarathonDocument) document = NULL;

  journal_scene_init (&scene, 0);
  document = journal_scene_open (&scene);
  assert_refused (&scene, document, MARATHON_DOCUMENT_ERROR_READ_ONLY, "Save it first");
}

static void
test_what_is_open_for_reading_only_is_refused (void)
{
  g_auto (JournalScene) scene;
  g_autoptr (MarathonDocument) document = NULL;

  personal_scene_init (&scene);
  document = journal_scene_open (&scene);
  marathon_document_set_read_only (document, "Jo has it.");
  assert_refused (&scene, document, MARATHON_DOCUMENT_ERROR_READ_ONLY, "Jo has it.");
}

static void
test_what_somebody_else_wrote_is_refused (void)
{
  g_auto (JournalScene) scene;
  g_autoptr (MarathonDocument) document = NULL;

  personal_scene_init (&scene);
  document = journal_scene_open (&scene);
  folder_fixture_put (scene.folder, "event", "something else");
  assert_refused (&scene, document, MARATHON_DOCUMENT_ERROR_CHANGED, "changed by another program");
}

static void
test_what_somebody_else_holds_is_refused (void)
{
  g_auto (JournalScene) scene;
  g_autoptr (MarathonDocument) document = NULL;
  g_autoptr (MarathonFileLock) lock = NULL;

  personal_scene_init (&scene);
  g_assert_cmpint (marathon_file_lock_take (scene.state, scene.path, FALSE, &lock, NULL), ==, MARATHON_FILE_LOCK_TAKEN);
  document = journal_scene_open (&scene);
  assert_refused (&scene, document, MARATHON_DOCUMENT_ERROR_HELD, "Nothing was removed");
  /* Its own lock is no hindrance. */
  marathon_document_hold_lock (document, g_steal_pointer (&lock));
  personal_scene_remove (document, MARATHON_PERSONAL_CONTACT);
}

/* --- What cannot be removed --- */

static void
assert_told (MarathonDocument *document, const char *what)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (marathon_document_remove_personal_data (document, MARATHON_PERSONAL_ALL, NULL, NULL, NULL, &error));
  g_assert_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_COPIES);
  g_assert_nonnull (strstr (error->message, what));
}

static void
test_a_backup_that_cannot_be_removed_is_named (void)
{
  g_auto (JournalScene) scene;
  g_autoptr (MarathonDocument) document = NULL;
  g_autofree char *path = NULL;

  personal_scene_init (&scene);
  document = journal_scene_open (&scene);
  folder_fixture_make_folder (scene.folder, "event~");
  assert_told (document, "event~");
  personal_scene_assert_clean_file (scene.path, "nemo");
  g_assert_true (marathon_document_is_read_only (document));
}

static void
test_another_name_of_the_old_file_is_told_of (void)
{
  g_auto (JournalScene) scene;
  g_autoptr (MarathonDocument) document = NULL;
  g_autofree char *other = NULL;

  personal_scene_init (&scene);
  document = journal_scene_open (&scene);
  other = g_build_filename (scene.folder, "other", NULL);
  g_assert_cmpint (link (scene.path, other), ==, 0);
  assert_told (document, "hard link");
  personal_scene_assert_clean_file (scene.path, "nemo");
}

static void
test_a_strange_file_with_the_name_of_a_leftover_is_told_of_and_stays (void)
{
  g_auto (JournalScene) scene;
  g_autoptr (MarathonDocument) document = NULL;

  personal_scene_init (&scene);
  document = journal_scene_open (&scene);
  folder_fixture_put (scene.folder, ".event.Xyz987", "of another program");
  assert_told (document, ".event.Xyz987");
  folder_fixture_assert_text (scene.folder, ".event.Xyz987", "of another program");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/personal-data/the-scene-has-copies-everywhere", test_the_scene_has_copies_everywhere);
  g_test_add_func ("/personal-data/no-byte-of-it-is-left-anywhere", test_no_byte_of_it_is_left_anywhere);
  g_test_add_func ("/personal-data/an-event-that-nothing-protects-is-cleaned-too",
                   test_an_event_that_nothing_protects_is_cleaned_too);
  g_test_add_func ("/personal-data/the-file-behind-a-link-is-cleaned-and-the-link-stays",
                   test_the_file_behind_a_link_is_cleaned_and_the_link_stays);
  g_test_add_func ("/personal-data/afterwards-the-document-can-bring-nothing-back",
                   test_afterwards_the_document_can_bring_nothing_back);
  g_test_add_func ("/personal-data/it-can-be-done-in-a-thread", test_it_can_be_done_in_a_thread);
  g_test_add_func ("/personal-data/an-event-without-a-file-has-to-be-saved-first",
                   test_an_event_without_a_file_has_to_be_saved_first);
  g_test_add_func ("/personal-data/what-is-open-for-reading-only-is-refused",
                   test_what_is_open_for_reading_only_is_refused);
  g_test_add_func ("/personal-data/what-somebody-else-wrote-is-refused", test_what_somebody_else_wrote_is_refused);
  g_test_add_func ("/personal-data/what-somebody-else-holds-is-refused", test_what_somebody_else_holds_is_refused);
  g_test_add_func ("/personal-data/a-backup-that-cannot-be-removed-is-named",
                   test_a_backup_that_cannot_be_removed_is_named);
  g_test_add_func ("/personal-data/another-name-of-the-old-file-is-told-of",
                   test_another_name_of_the_old_file_is_told_of);
  g_test_add_func ("/personal-data/a-strange-file-with-the-name-of-a-leftover-is-told-of-and-stays",
                   test_a_strange_file_with_the_name_of_a_leftover_is_told_of_and_stays);
  return g_test_run ();
}
