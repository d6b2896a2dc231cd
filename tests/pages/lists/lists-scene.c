/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page Lists in a window.
 */
#include "pages/lists/lists-scene.h"

#include <glib/gstdio.h>

#include "document/event-template.h"

static void
on_toast (ListsScene *scene, AdwToast *toast)
{
  g_free (scene->toast);
  scene->toast = g_strdup (adw_toast_get_title (toast));
  scene->has_button = adw_toast_get_button_label (toast) != NULL;
}

void
lists_scene_init (ListsScene *scene)
{
  g_autofree char *path = marathon_installed_file ("examples/london-2014" MARATHON_FILE_ENDING);
  g_autoptr (GError) error = NULL;

  *scene = (ListsScene) { 0 };
  scene->folder = g_dir_make_tmp ("marathon-XXXXXX", NULL);
  scene->document = marathon_document_load (path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  scene->problems = marathon_problems_watch_new (scene->document);
  scene->page = g_object_new (MARATHON_TYPE_LISTS_PAGE, NULL);
  g_signal_connect_swapped (scene->page, "toast", G_CALLBACK (on_toast), scene);
  marathon_page_set_document (MARATHON_PAGE (scene->page), scene->document, scene->problems);
  scene->window = GTK_WINDOW (gtk_window_new ());
  gtk_widget_insert_action_group (GTK_WIDGET (scene->window), "lists",
                                  G_ACTION_GROUP (marathon_page_get_actions (MARATHON_PAGE (scene->page))));
  gtk_window_set_default_size (scene->window, 1080, 800);
  gtk_window_set_child (scene->window, GTK_WIDGET (scene->page));
  display_scene_present (scene->window);
  lists_scene_wait (scene);
}

static void
remove_folder (const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_dir_close (dir);
  g_rmdir (folder);
}

void
lists_scene_clear (ListsScene *scene)
{
  display_scene_wait_until (!marathon_list_press_is_working (scene->page->press));
  display_scene_destroy (scene->window);
  while (marathon_problems_watch_is_busy (scene->problems))
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (scene->problems);
  g_assert_finalize_object (scene->document);
  remove_folder (scene->folder);
  g_free (scene->folder);
  g_free (scene->toast);
}

void
lists_scene_wait (ListsScene *scene)
{
  display_scene_wait_until (marathon_lists_page_is_ready (scene->page));
  display_scene_wait_for_frame (GTK_WIDGET (scene->page));
}

void
lists_scene_choose (ListsScene *scene, const char *name)
{
  g_assert_true (marathon_lists_form_select (scene->page->form, name, NULL, NULL));
  lists_scene_wait (scene);
}

MarathonListPages *
lists_scene_get_pages (ListsScene *scene)
{
  return marathon_page_preview_get_pages (scene->page->preview);
}

char *
lists_scene_get_path (ListsScene *scene, const char *name)
{
  return g_build_filename (scene->folder, name, NULL);
}

char *
lists_scene_read_pdf (const char *path)
{
  const char *const command[] = { "pdftotext", "-raw", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  return text;
}
