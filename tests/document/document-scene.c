/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Open events for tests.
 */
#include "document-scene.h"

#include "document/generated-event.h"
#include "formats/project-writer.h"

void
document_scene_set_title (MarathonDocument *document, const char *title)
{
  MarathonRecord *info = marathon_event_get_single (marathon_document_get_event (document), MARATHON_SINGLE_INFO);
  g_autoptr (MarathonEdit) edit
    = marathon_edit_new_change_record (info, (guint) marathon_record_find_column (info, "title"), title);
  g_autoptr (GError) error = NULL;

  g_assert_true (marathon_history_do (marathon_document_get_history (document), edit, "Change Title", &error));
  g_assert_no_error (error);
}

const char *
document_scene_get_title (MarathonDocument *document)
{
  return marathon_event_get_info (marathon_document_get_event (document))->title;
}

void
document_scene_undo (MarathonDocument *document)
{
  g_assert_true (marathon_history_undo (marathon_document_get_history (document), NULL));
}

void
document_scene_redo (MarathonDocument *document)
{
  g_assert_true (marathon_history_redo (marathon_document_get_history (document), NULL));
}

MarathonDocument *
document_scene_load (const char *path)
{
  g_autoptr (GError) error = NULL;
  MarathonDocument *document = marathon_document_load (path, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);
  return document;
}

void
document_scene_save (MarathonDocument *document, const char *path)
{
  g_autoptr (GError) error = NULL;

  marathon_document_save (document, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (marathon_document_is_modified (document));
}

void
document_scene_assert_text (MarathonDocument *document, const char *folder, const char *name)
{
  g_autofree char *text = marathon_project_to_text (marathon_document_get_event (document));

  folder_fixture_assert_text (folder, name, text);
}

void
document_scene_assert_title (const char *path, const char *title)
{
  g_autoptr (MarathonDocument) document = document_scene_load (path);

  g_assert_cmpstr (document_scene_get_title (document), ==, title);
}

void
document_scene_init (DocumentScene *scene, guint n_entrants)
{
  g_autoptr (MarathonEvent) event = generated_event_new (n_entrants);
  g_autoptr (MarathonDocument) created = marathon_document_new (event);

  scene->folder = folder_fixture_new ();
  scene->path = g_build_filename (scene->folder, "event", NULL);
  document_scene_save (created, scene->path);
  scene->document = document_scene_load (scene->path);
}

void
document_scene_clear (DocumentScene *scene)
{
  g_object_unref (scene->document);
  g_free (scene->path);
  folder_fixture_free (scene->folder);
}
