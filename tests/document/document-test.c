/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of an open event: what is saved is what is there, whether it is modified, and whose file it is.
 */
#include "document/document.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "document/document-error.h"
#include "document/document-scene.h"
#include "document/failing-calls.h"
#include "document/generated-event.h"

/* --- Whether it is modified --- */

static void
test_a_new_document_is_modified_until_it_has_a_file (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *path = g_build_filename (folder, "event", NULL);
  g_autoptr (MarathonEvent) event = generated_event_new (3);
  g_autoptr (MarathonDocument) document = marathon_document_new (event);

  g_assert_true (marathon_document_is_modified (document));
  g_assert_null (marathon_document_get_path (document));
  g_assert_true (marathon_document_get_event (document) == event);
  g_assert_true (marathon_history_get_event (marathon_document_get_history (document)) == event);
  document_scene_save (document, path);
  g_assert_cmpstr (marathon_document_get_path (document), ==, path);
  document_scene_assert_text (document, folder, "event");
  folder_fixture_assert_names (folder, "event");
}

static void
test_a_change_that_is_saved_comes_back (void)
{
  g_auto (DocumentScene) scene = { 0 };
  g_autoptr (MarathonDocument) again = NULL;

  document_scene_init (&scene, 200);
  g_assert_false (marathon_document_is_modified (scene.document));
  document_scene_set_title (scene.document, "Changed & saved");
  g_assert_true (marathon_document_is_modified (scene.document));
  document_scene_save (scene.document, NULL);
  document_scene_assert_text (scene.document, scene.folder, "event");
  again = document_scene_load (scene.path);
  g_assert_cmpstr (document_scene_get_title (again), ==, "Changed & saved");
  document_scene_assert_text (again, scene.folder, "event");
  document_scene_assert_title (scene.path, "Changed & saved");
  folder_fixture_assert_names (scene.folder, "event event~");
}

static void
test_undoing_to_the_saved_state_is_unmodified (void)
{
  g_auto (DocumentScene) scene = { 0 };

  document_scene_init (&scene, 3);
  document_scene_set_title (scene.document, "One");
  document_scene_set_title (scene.document, "Two");
  document_scene_undo (scene.document);
  g_assert_true (marathon_document_is_modified (scene.document));
  document_scene_undo (scene.document);
  g_assert_false (marathon_document_is_modified (scene.document));
  document_scene_redo (scene.document);
  document_scene_save (scene.document, NULL);
  document_scene_undo (scene.document);
  g_assert_true (marathon_document_is_modified (scene.document));
  document_scene_redo (scene.document);
  g_assert_false (marathon_document_is_modified (scene.document));
  /* Another step to the same content is another state: the saved one was thrown away. */
  document_scene_undo (scene.document);
  document_scene_set_title (scene.document, "One again");
  g_assert_true (marathon_document_is_modified (scene.document));
}

static void
test_forgetting_the_history_changes_nothing (void)
{
  g_auto (DocumentScene) scene = { 0 };

  document_scene_init (&scene, 3);
  document_scene_set_title (scene.document, "One");
  marathon_history_clear (marathon_document_get_history (scene.document));
  g_assert_true (marathon_document_is_modified (scene.document));
  document_scene_save (scene.document, NULL);
  marathon_history_clear (marathon_document_get_history (scene.document));
  g_assert_false (marathon_document_is_modified (scene.document));
}

typedef struct {
  guint modified, title, path;
} Counts;

static void
count_notify (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  Counts *counts = user_data;

  if (strcmp (pspec->name, "modified") == 0)
    counts->modified++;
  else if (strcmp (pspec->name, "title") == 0)
    counts->title++;
  else if (strcmp (pspec->name, "path") == 0)
    counts->path++;
}

static void
test_properties_say_what_changed (void)
{
  g_auto (DocumentScene) scene = { 0 };
  g_autofree char *other = NULL;
  g_autofree char *title = NULL;
  g_autofree char *path = NULL;
  gboolean modified;
  Counts counts = { 0 };

  document_scene_init (&scene, 3);
  other = g_build_filename (scene.folder, "other", NULL);
  g_signal_connect (scene.document, "notify", G_CALLBACK (count_notify), &counts);
  document_scene_set_title (scene.document, "Told");
  g_assert_cmpuint (counts.modified, ==, 1);
  g_assert_cmpuint (counts.title, >, 0);
  g_assert_cmpuint (counts.path, ==, 0);
  g_object_get (scene.document, "modified", &modified, "title", &title, "path", &path, NULL);
  g_assert_true (modified);
  g_assert_cmpstr (title, ==, "Told");
  g_assert_cmpstr (path, ==, scene.path);

  counts = (Counts) { 0 };
  document_scene_save (scene.document, other);
  g_assert_cmpuint (counts.modified, ==, 1);
  g_assert_cmpuint (counts.path, ==, 1);
  g_assert_cmpuint (counts.title, ==, 0);
  g_object_get (scene.document, "modified", &modified, NULL);
  g_assert_false (modified);
}

/* Who listens may redraw a whole window. */
static void
test_modified_is_told_only_when_it_changes (void)
{
  g_auto (DocumentScene) scene = { 0 };
  Counts counts = { 0 };

  document_scene_init (&scene, 3);
  g_signal_connect (scene.document, "notify", G_CALLBACK (count_notify), &counts);
  document_scene_save (scene.document, NULL);
  g_assert_cmpuint (counts.modified, ==, 0);
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title %u", i);

      document_scene_set_title (scene.document, title);
    }
  g_assert_cmpuint (counts.modified, ==, 1);
  for (guint i = 0; i < 10; i++)
    document_scene_undo (scene.document);
  g_assert_cmpuint (counts.modified, ==, 2);
  document_scene_redo (scene.document);
  g_assert_cmpuint (counts.modified, ==, 3);
  document_scene_save (scene.document, NULL);
  document_scene_save (scene.document, NULL);
  g_assert_cmpuint (counts.modified, ==, 4);
}

static void
test_a_new_document_tells_of_its_first_save (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *path = g_build_filename (folder, "event", NULL);
  g_autoptr (MarathonEvent) event = generated_event_new (3);
  g_autoptr (MarathonDocument) document = marathon_document_new (event);
  Counts counts = { 0 };

  g_signal_connect (document, "notify", G_CALLBACK (count_notify), &counts);
  document_scene_set_title (document, "Still without a file");
  g_assert_cmpuint (counts.modified, ==, 0);
  document_scene_save (document, path);
  g_assert_cmpuint (counts.modified, ==, 1);
  g_assert_cmpuint (counts.path, ==, 1);
}

/* --- Whose file --- */

static void
test_saving_as_another_file_makes_it_its_own (void)
{
  g_auto (DocumentScene) scene = { 0 };
  g_autofree char *other = NULL;

  document_scene_init (&scene, 3);
  other = g_build_filename (scene.folder, "other", NULL);
  document_scene_set_title (scene.document, "Another");
  document_scene_save (scene.document, other);
  g_assert_cmpstr (marathon_document_get_path (scene.document), ==, other);
  document_scene_assert_title (scene.path, "Generated");
  document_scene_set_title (scene.document, "And another");
  document_scene_save (scene.document, NULL);
  document_scene_assert_title (scene.path, "Generated");
  document_scene_assert_title (other, "And another");
  folder_fixture_assert_names (scene.folder, "event other other~");
}

static void
test_a_copy_is_not_its_own (void)
{
  g_auto (DocumentScene) scene = { 0 };
  g_autofree char *copy = NULL;
  g_autoptr (GError) error = NULL;

  document_scene_init (&scene, 3);
  copy = g_build_filename (scene.folder, "copy", NULL);
  document_scene_set_title (scene.document, "Copied");
  g_assert_true (marathon_document_save_copy (scene.document, copy, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (marathon_document_is_modified (scene.document));
  g_assert_cmpstr (marathon_document_get_path (scene.document), ==, scene.path);
  document_scene_assert_title (copy, "Copied");
  document_scene_assert_title (scene.path, "Generated");
  document_scene_save (scene.document, NULL);
  document_scene_assert_title (scene.path, "Copied");
}

/* Else the next save would find a file that was changed, by ourselves. */
static void
test_a_copy_onto_itself_is_a_save (void)
{
  g_auto (DocumentScene) scene = { 0 };
  g_autoptr (GError) error = NULL;

  document_scene_init (&scene, 3);
  document_scene_set_title (scene.document, "Copied");
  g_assert_true (marathon_document_save_copy (scene.document, scene.path, NULL, NULL, NULL, &error));
  g_assert_false (marathon_document_is_modified (scene.document));
  document_scene_set_title (scene.document, "Saved");
  document_scene_save (scene.document, NULL);
  document_scene_assert_title (scene.path, "Saved");
}

static void
test_a_copy_that_fails_changes_nothing (void)
{
  g_auto (DocumentScene) scene = { 0 };
  g_autofree char *copy = NULL;
  g_autoptr (GError) error = NULL;

  document_scene_init (&scene, 3);
  copy = g_build_filename (scene.folder, "missing", "copy", NULL);
  document_scene_set_title (scene.document, "Not copied");
  g_assert_false (marathon_document_save_copy (scene.document, copy, NULL, NULL, NULL, &error));
  g_assert_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_PLACE);
  g_assert_true (marathon_document_is_modified (scene.document));
  g_assert_cmpstr (marathon_document_get_path (scene.document), ==, scene.path);
}

/* Whatever the way to its own file: if others changed it, it is not overwritten. */
static void
test_a_file_that_others_changed_is_not_overwritten (void)
{
  static const char *const spellings[] = { "event", "./event", "inner/../event", "link", "shortcut/event" };

  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      g_auto (DocumentScene) scene = { 0 };
      g_autofree char *inner = NULL;
      g_autofree char *link = NULL;
      g_autofree char *shortcut = NULL;
      g_autofree char *spelling = NULL;
      g_autoptr (GError) error = NULL;

      document_scene_init (&scene, 3);
      inner = g_build_filename (scene.folder, "inner", NULL);
      link = g_build_filename (scene.folder, "link", NULL);
      shortcut = g_build_filename (scene.folder, "shortcut", NULL);
      spelling = g_strconcat (scene.folder, "/", spellings[i], NULL);
      g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
      g_assert_cmpint (symlink ("event", link), ==, 0);
      g_assert_cmpint (symlink (".", shortcut), ==, 0);
      document_scene_set_title (scene.document, "Mine");
      folder_fixture_put (scene.folder, "event", "theirs");

      g_assert_false (marathon_document_save (scene.document, i == 0 ? NULL : spelling, NULL, NULL, NULL, &error));
      g_assert_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_CHANGED);
      g_assert_true (marathon_document_is_modified (scene.document));
      folder_fixture_assert_text (scene.folder, "event", "theirs");
      folder_fixture_assert_names (scene.folder, "event inner link shortcut");
    }
}

static void
test_a_file_that_was_deleted_is_saved_anew (void)
{
  g_auto (DocumentScene) scene = { 0 };

  document_scene_init (&scene, 3);
  g_assert_cmpint (g_remove (scene.path), ==, 0);
  document_scene_set_title (scene.document, "Anew");
  document_scene_save (scene.document, NULL);
  document_scene_assert_title (scene.path, "Anew");
  folder_fixture_assert_names (scene.folder, "event");
}

/* Saved again and again, it is always the file that was written last that is expected. */
static void
test_each_save_expects_the_one_before (void)
{
  g_auto (DocumentScene) scene = { 0 };

  document_scene_init (&scene, 3);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *title = g_strdup_printf ("Save %u", i);

      document_scene_set_title (scene.document, title);
      document_scene_save (scene.document, NULL);
      document_scene_assert_title (scene.path, title);
    }
  folder_fixture_put (scene.folder, "event", "theirs");
  g_assert_false (marathon_document_save (scene.document, NULL, NULL, NULL, NULL, NULL));
  folder_fixture_assert_text (scene.folder, "event", "theirs");
}

static void
test_a_relative_path_means_the_same_file_later (void)
{
  g_auto (DocumentScene) scene = { 0 };
  g_autofree char *here = g_get_current_dir ();
  g_autofree char *deep = NULL;
  g_autofree char *shortcut = NULL;
  g_autoptr (MarathonDocument) document = NULL;

  document_scene_init (&scene, 3);
  deep = g_build_filename (scene.folder, "deep", NULL);
  shortcut = g_build_filename (scene.folder, "deep", "shortcut", NULL);
  g_assert_cmpint (g_mkdir (deep, 0700), ==, 0);
  g_assert_cmpint (symlink ("../deep", shortcut), ==, 0);
  g_assert_cmpint (g_chdir (deep), ==, 0);
  document = document_scene_load ("shortcut/../event");
  g_assert_cmpint (g_chdir (here), ==, 0);
  g_assert_true (g_path_is_absolute (marathon_document_get_path (document)));
  document_scene_set_title (document, "From elsewhere");
  document_scene_save (document, NULL);
  document_scene_assert_title (scene.path, "From elsewhere");
  folder_fixture_assert_names (scene.folder, "deep event event~");
  folder_fixture_assert_names (deep, "shortcut");
}

/* --- Failures --- */

static void
test_a_failed_save_leaves_it_modified_and_can_be_repeated (void)
{
  static const FailingPlan plan = { "write", FAILING_ERROR, ENOSPC, 1, G_MAXUINT };
  g_auto (DocumentScene) scene = { 0 };
  g_autofree char *other = NULL;
  g_autoptr (GError) error = NULL;

  document_scene_init (&scene, 100);
  other = g_build_filename (scene.folder, "other", NULL);
  document_scene_set_title (scene.document, "Needs space");
  for (guint i = 0; i < 2; i++)
    {
      failing_calls_start (&plan);
      g_assert_false (marathon_document_save (scene.document, i == 0 ? NULL : other, NULL, NULL, NULL, &error));
      g_assert_cmpuint (failing_calls_stop (), >=, 1);
      g_assert_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_WRITE);
      g_assert_true (marathon_document_is_modified (scene.document));
      g_assert_cmpstr (marathon_document_get_path (scene.document), ==, scene.path);
      g_clear_error (&error);
      document_scene_assert_title (scene.path, "Generated");
      folder_fixture_assert_names (scene.folder, "event");
    }
  document_scene_save (scene.document, NULL);
  document_scene_assert_title (scene.path, "Needs space");
}

/* It is written, but perhaps not for good: still modified, and a second try must not take our file for another's. */
static void
test_an_unconfirmed_save_can_be_repeated (void)
{
  static const FailingPlan plan = { "fsync", FAILING_ERROR, EIO, 2, 1 };
  g_auto (DocumentScene) scene = { 0 };
  g_autoptr (GError) error = NULL;

  document_scene_init (&scene, 3);
  document_scene_set_title (scene.document, "Unsure");
  failing_calls_start (&plan);
  g_assert_false (marathon_document_save (scene.document, NULL, NULL, NULL, NULL, &error));
  failing_calls_stop ();
  g_assert_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_UNSURE);
  g_assert_true (marathon_document_is_modified (scene.document));
  document_scene_assert_title (scene.path, "Unsure");
  document_scene_save (scene.document, NULL);
}

static void
test_what_is_no_event_opens_no_document (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *path = g_build_filename (folder, "event", NULL);
  g_autofree char *start = g_strconcat (path, ":1:", NULL);
  g_autoptr (GError) error = NULL;

  folder_fixture_put (folder, "event", "<other/>");
  g_assert_null (marathon_document_load (path, NULL, NULL, NULL, &error));
  g_assert_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_CONTENT);
  g_assert_true (g_str_has_prefix (error->message, start));
  folder_fixture_assert_text (folder, "event", "<other/>");
}

static void
count_progress (guint64 done, guint64 total, gpointer user_data)
{
  guint *n = user_data;

  g_assert_cmpuint (done, <=, total);
  (*n)++;
}

static void
test_loading_tells_how_far_it_is (void)
{
  g_auto (DocumentScene) scene = { 0 };
  g_autoptr (MarathonDocument) document = NULL;
  guint n = 0;

  document_scene_init (&scene, 5000);
  document = marathon_document_load (scene.path, count_progress, &n, NULL, NULL);
  g_assert_nonnull (document);
  g_assert_cmpuint (n, >, 2);
}

static void
test_saving_tells_how_far_it_is (void)
{
  g_auto (DocumentScene) scene = { 0 };
  g_autofree char *copy = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0, n_of_copy = 0;

  document_scene_init (&scene, 5000);
  copy = g_build_filename (scene.folder, "copy", NULL);
  g_assert_true (marathon_document_save (scene.document, NULL, count_progress, &n, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, >, 2);
  g_assert_true (marathon_document_save_copy (scene.document, copy, count_progress, &n_of_copy, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_of_copy, ==, n);
}

static void
test_nothing_is_left_of_a_closed_document (void)
{
  g_auto (DocumentScene) scene = { 0 };
  MarathonDocument *document;
  MarathonEvent *event;
  MarathonHistory *history;

  document_scene_init (&scene, 10);
  document = document_scene_load (scene.path);
  document_scene_set_title (document, "Closed");
  document_scene_save (document, NULL);
  event = marathon_document_get_event (document);
  history = marathon_document_get_history (document);
  g_object_add_weak_pointer (G_OBJECT (event), (gpointer *) &event);
  g_object_add_weak_pointer (G_OBJECT (history), (gpointer *) &history);
  g_object_unref (document);
  g_assert_null (event);
  g_assert_null (history);
}

#define ADD(name, func) g_test_add_func ("/document/" name, func)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-new-document-is-modified-until-it-has-a-file", test_a_new_document_is_modified_until_it_has_a_file);
  ADD ("a-change-that-is-saved-comes-back", test_a_change_that_is_saved_comes_back);
  ADD ("undoing-to-the-saved-state-is-unmodified", test_undoing_to_the_saved_state_is_unmodified);
  ADD ("forgetting-the-history-changes-nothing", test_forgetting_the_history_changes_nothing);
  ADD ("properties-say-what-changed", test_properties_say_what_changed);
  ADD ("modified-is-told-only-when-it-changes", test_modified_is_told_only_when_it_changes);
  ADD ("a-new-document-tells-of-its-first-save", test_a_new_document_tells_of_its_first_save);
  ADD ("saving-as-another-file-makes-it-its-own", test_saving_as_another_file_makes_it_its_own);
  ADD ("a-copy-is-not-its-own", test_a_copy_is_not_its_own);
  ADD ("a-copy-onto-itself-is-a-save", test_a_copy_onto_itself_is_a_save);
  ADD ("a-copy-that-fails-changes-nothing", test_a_copy_that_fails_changes_nothing);
  ADD ("a-file-that-others-changed-is-not-overwritten", test_a_file_that_others_changed_is_not_overwritten);
  ADD ("a-file-that-was-deleted-is-saved-anew", test_a_file_that_was_deleted_is_saved_anew);
  ADD ("each-save-expects-the-one-before", test_each_save_expects_the_one_before);
  ADD ("a-relative-path-means-the-same-file-later", test_a_relative_path_means_the_same_file_later);
  ADD ("a-failed-save-leaves-it-modified-and-can-be-repeated",
       test_a_failed_save_leaves_it_modified_and_can_be_repeated);
  ADD ("an-unconfirmed-save-can-be-repeated", test_an_unconfirmed_save_can_be_repeated);
  ADD ("what-is-no-event-opens-no-document", test_what_is_no_event_opens_no_document);
  ADD ("loading-tells-how-far-it-is", test_loading_tells_how_far_it_is);
  ADD ("saving-tells-how-far-it-is", test_saving_tells_how_far_it_is);
  ADD ("nothing-is-left-of-a-closed-document", test_nothing_is_left_of_a_closed_document);
  return g_test_run ();
}
