/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first page of a window: the files used last.
 */
#include <glib/gstdio.h>

#include "widgets/display-scene.h"
#include "window/welcome.h"

static char *
write_file (const char *name)
{
  char *path = g_build_filename (g_get_user_data_dir (), name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "x", 1, NULL));
  return path;
}

static GtkWindow *
show (void)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_child (window, g_object_new (MARATHON_TYPE_WELCOME, NULL));
  gtk_window_set_default_size (window, 700, 700);
  display_scene_present (window);
  return window;
}

static void
on_open_path (GSimpleAction *action, GVariant *parameter, gpointer opened)
{
  *(char **) opened = g_strdup (g_variant_get_bytestring (parameter));
}

static void
test_recent_files (void)
{
  g_autofree char *kept = write_file ("Kept & <Loved>.marathon");
  g_autofree char *gone = write_file ("Gone.marathon");
  g_autofree char *other = write_file ("Notes.txt");
  GtkWindow *window = show ();

  g_assert_false (gtk_widget_get_visible (display_scene_find_id (GTK_WIDGET (window), "recent_group")));
  marathon_welcome_remember (kept);
  marathon_welcome_remember (gone);
  marathon_welcome_remember (other);
  g_assert_cmpint (g_unlink (gone), ==, 0);
  display_scene_wait_until (display_scene_shows (GTK_WIDGET (window), "Kept & <Loved>"));
  g_assert_false (display_scene_shows (GTK_WIDGET (window), "Gone"));
  g_assert_false (display_scene_shows (GTK_WIDGET (window), "Notes"));
  display_scene_destroy (window);
}

static void
test_opens_a_recent_file (void)
{
  const GActionEntry entries[] = { { "open-path", on_open_path, "ay" } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autofree char *path = write_file ("Again.marathon");
  g_autofree char *opened = NULL;
  GtkWindow *window = show ();
  GtkWidget *row;

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), &opened);
  gtk_widget_insert_action_group (GTK_WIDGET (window), "win", G_ACTION_GROUP (actions));
  marathon_welcome_remember (path);
  display_scene_wait_until (display_scene_shows (GTK_WIDGET (window), "Again"));
  row = display_scene_find_text (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, "Again");
  gtk_widget_activate (row);
  display_scene_wait_until (opened != NULL);
  g_assert_cmpstr (opened, ==, path);
  display_scene_destroy (window);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/welcome/shows-recent-events-that-are-there", test_recent_files);
  g_test_add_func ("/welcome/opens-a-recent-event", test_opens_a_recent_file);
  return display_scene_run ();
}
