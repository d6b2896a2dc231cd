/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of pages beside the page that is shown.
 */
#include "pages/plain-page.h"
#include "widgets/display-scene.h"
#include "window/sidebar-row.h"
#include "window/sidebar.h"

typedef struct {
  GtkWindow *window;
  GtkStack *stack;
  GtkWidget *sidebar;
  char *asked; /* what "win.show-page" was activated with */
} Scene;

static void
on_show_page (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Scene *scene = data;

  g_free (scene->asked);
  scene->asked = g_variant_dup_string (parameter, NULL);
}

static void
set_up (Scene *scene, gconstpointer data)
{
  const GActionEntry entries[] = { { "show-page", on_show_page, "s" } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  scene->window = GTK_WINDOW (gtk_window_new ());
  scene->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (scene->stack, GTK_WIDGET (plain_page_new ("one", "First")), "one");
  gtk_stack_add_named (scene->stack, GTK_WIDGET (plain_page_new ("two", "Second")), "two");
  scene->sidebar = g_object_new (MARATHON_TYPE_SIDEBAR, "stack", scene->stack, NULL);
  gtk_box_append (GTK_BOX (box), scene->sidebar);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (scene->stack));
  gtk_window_set_child (scene->window, box);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), scene);
  gtk_widget_insert_action_group (GTK_WIDGET (scene->window), "win", G_ACTION_GROUP (actions));
  display_scene_present (scene->window);
}

static void
tear_down (Scene *scene, gconstpointer data)
{
  display_scene_destroy (scene->window);
  g_free (scene->asked);
}

static GtkListBoxRow *
get_row (Scene *scene, int index)
{
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (display_scene_find (scene->sidebar, GTK_TYPE_LIST_BOX)), index);
}

static void
test_shows_the_pages (Scene *scene, gconstpointer data)
{
  g_assert_true (display_scene_shows (GTK_WIDGET (get_row (scene, 0)), "First"));
  g_assert_true (display_scene_shows (GTK_WIDGET (get_row (scene, 1)), "Second"));
  g_assert_null (get_row (scene, 2));
  marathon_page_set_count (MARATHON_PAGE (gtk_stack_get_child_by_name (scene->stack, "two")), "36,337");
  g_assert_true (display_scene_shows (GTK_WIDGET (get_row (scene, 1)), "36,337"));
}

static void
test_follows_the_stack (Scene *scene, gconstpointer data)
{
  g_assert_true (gtk_list_box_row_is_selected (get_row (scene, 0)));
  gtk_stack_set_visible_child_name (scene->stack, "two");
  g_assert_true (gtk_list_box_row_is_selected (get_row (scene, 1)));
  g_assert_false (gtk_list_box_row_is_selected (get_row (scene, 0)));
}

static void
test_goes_to_a_page (Scene *scene, gconstpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (get_row (scene, 0)));
  display_scene_press (scene->window, "Down Return");
  display_scene_wait_until (g_strcmp0 (scene->asked, "two") == 0);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add ("/sidebar/shows-the-pages", Scene, NULL, set_up, test_shows_the_pages, tear_down);
  g_test_add ("/sidebar/follows-the-stack", Scene, NULL, set_up, test_follows_the_stack, tear_down);
  g_test_add ("/sidebar/goes-to-a-page-by-keyboard", Scene, NULL, set_up, test_goes_to_a_page, tear_down);
  return display_scene_run ();
}
