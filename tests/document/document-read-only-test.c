/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An event that was opened for reading only: nothing changes it or its file, and saved as another file it is an event as any.
 */
#include "document/document.h"

#include <string.h>

#include "document/document-error.h"
#include "document/document-scene.h"
#include "editing/record-edits.h"
#include "model/model-error.h"

#define REASON "Ann has it open."

static void
scene_init (DocumentScene *scene)
{
  document_scene_init (scene, 5);
  marathon_document_set_read_only (scene->document, REASON);
}

static gboolean
set_title (MarathonDocument *document, GError **error)
{
  MarathonRecord *info = marathon_event_get_single (marathon_document_get_event (document), MARATHON_SINGLE_INFO);
  g_autoptr (MarathonEdit) edit
    = marathon_edit_new_change_record (info, (guint) marathon_record_find_column (info, "title"), "Other");

  return marathon_history_do (marathon_document_get_history (document), edit, "Change", error);
}

static void
test_it_cannot_be_changed (void)
{
  g_auto (DocumentScene) scene = { 0 };
  g_autoptr (GError) error = NULL;

  scene_init (&scene);
  g_assert_true (marathon_document_is_read_only (scene.document));
  g_assert_false (set_title (scene.document, &error));
  g_assert_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_READ_ONLY);
  g_assert_cmpstr (error->message, ==, REASON);
  g_assert_false (marathon_document_is_modified (scene.document));
  g_assert_cmpstr (document_scene_get_title (scene.document), ==, "Generated");
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError **error = user_data;

  g_assert_false (marathon_document_save_finish (MARATHON_DOCUMENT (source), result, error));
}

static void
assert_refused (GError **error)
{
  g_assert_error (*error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_READ_ONLY);
  g_assert_nonnull (strstr ((*error)->message, REASON));
  g_clear_error (error);
}

static void
test_its_file_is_not_written (void)
{
  g_auto (DocumentScene) scene = { 0 };
  g_autofree char *link = NULL;
  GError *error = NULL;

  scene_init (&scene);
  folder_fixture_make_link (scene.folder, "link", "event");
  link = g_build_filename (scene.folder, "link", NULL);
  g_assert_false (marathon_document_save (scene.document, NULL, NULL, NULL, NULL, &error));
  assert_refused (&error);
  g_assert_false (marathon_document_save (scene.document, link, NULL, NULL, NULL, &error));
  assert_refused (&error);
  g_assert_false (marathon_document_save_copy (scene.document, scene.path, NULL, NULL, NULL, &error));
  assert_refused (&error);
  marathon_document_save_async (scene.document, NULL, NULL, NULL, NULL, on_saved, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_refused (&error);
  folder_fixture_assert_names (scene.folder, "event link");
  g_assert_true (marathon_document_is_read_only (scene.document));
}

static void
test_a_copy_can_be_saved (void)
{
  g_auto (DocumentScene) scene = { 0 };
  g_autofree char *copy = NULL;

  scene_init (&scene);
  copy = g_build_filename (scene.folder, "copy", NULL);
  g_assert_true (marathon_document_save_copy (scene.document, copy, NULL, NULL, NULL, NULL));
  document_scene_assert_text (scene.document, scene.folder, "copy");
  g_assert_true (marathon_document_is_read_only (scene.document));
  g_assert_cmpstr (marathon_document_get_path (scene.document), ==, scene.path);
}

static void
test_saved_as_another_file_it_can_be_changed (void)
{
  g_auto (DocumentScene) scene = { 0 };
  g_autofree char *other = NULL;
  GError *error = NULL;

  scene_init (&scene);
  other = g_build_filename (scene.folder, "other", NULL);
  document_scene_save (scene.document, other);
  g_assert_false (marathon_document_is_read_only (scene.document));
  g_assert_true (set_title (scene.document, &error));
  g_assert_no_error (error);
  document_scene_save (scene.document, NULL);
  document_scene_assert_title (other, "Other");
  document_scene_assert_title (scene.path, "Generated");
}

static void
test_a_failed_save_as_leaves_it_read_only (void)
{
  g_auto (DocumentScene) scene = { 0 };
  g_autofree char *other = NULL;
  g_autoptr (GError) error = NULL;

  scene_init (&scene);
  other = g_build_filename (scene.folder, "no", "folder", NULL);
  g_assert_false (marathon_document_save (scene.document, other, NULL, NULL, NULL, &error));
  g_assert_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_PLACE);
  g_assert_true (marathon_document_is_read_only (scene.document));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-read-only/it-cannot-be-changed", test_it_cannot_be_changed);
  g_test_add_func ("/document-read-only/its-file-is-not-written", test_its_file_is_not_written);
  g_test_add_func ("/document-read-only/a-copy-can-be-saved", test_a_copy_can_be_saved);
  g_test_add_func ("/document-read-only/saved-as-another-file-it-can-be-changed", test_saved_as_another_file_it_can_be_changed);
  g_test_add_func ("/document-read-only/a-failed-save-as-leaves-it-read-only", test_a_failed_save_as_leaves_it_read_only);
  return g_test_run ();
}
