/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sorting by menu: it has the columns that are shown, and says which one counts.
 */
#include "widgets/table-scene.h"

static void
assert_menu (TableScene *scene, const char *expected)
{
  GMenuModel *menu = marathon_entrants_table_get_sort_menu (scene->table);
  g_autoptr (GMenuModel) fields = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION);
  g_autoptr (GString) keys = g_string_new (NULL);

  for (int i = 0; i < g_menu_model_get_n_items (fields); i++)
    {
      g_autofree char *key = NULL;

      g_assert_true (g_menu_model_get_item_attribute (fields, i, "target", "s", &key));
      g_string_append_printf (keys, "%s%s", i > 0 ? " " : "", key);
    }
  g_assert_cmpstr (keys->str, ==, expected);
}

static void
assert_states (TableScene *scene, const char *by, gboolean descending)
{
  GActionGroup *actions = marathon_entrants_table_get_sort_actions (scene->table);
  g_autoptr (GVariant) first = g_action_group_get_action_state (actions, "by");
  g_autoptr (GVariant) second = g_action_group_get_action_state (actions, "descending");

  g_assert_cmpstr (g_variant_get_string (first, NULL), ==, by);
  g_assert_true (g_variant_get_boolean (second) == descending);
}

static void
test_the_menu_sorts (void)
{
  TableScene scene;
  GtkWidget *table;

  table_scene_start (&scene, 0);
  table_scene_show (&scene);
  table = GTK_WIDGET (scene.table);
  assert_states (&scene, "family", FALSE);
  g_assert_true (gtk_widget_activate_action (table, "entrants-sort.by", "s", "club"));
  g_assert_cmpuint (table_scene_get_id (&scene, 0), ==, 4);
  assert_states (&scene, "club", FALSE);
  g_assert_true (gtk_widget_activate_action (table, "entrants-sort.descending", NULL));
  g_assert_cmpuint (table_scene_get_id (&scene, 0), ==, 3);
  assert_states (&scene, "club", TRUE);
  table_scene_assert_setting (&scene, "entrants-sort", "[('club', true), ('family', false)]");
  display_scene_click_at (table_scene_find_title (&scene, "Given name"), DISPLAY_SCENE_LEFT);
  assert_states (&scene, "given", FALSE);
  table_scene_end (&scene);
}

static void
test_the_menu_has_the_columns (void)
{
  TableScene scene;

  table_scene_start (&scene, 0);
  table_scene_show (&scene);
  marathon_entrants_table_set_columns (scene.table, (const char *const[]){ "club", "x-shirt", NULL });
  assert_menu (&scene, "club x-shirt");
  marathon_entrants_table_set_columns (scene.table, (const char *const[]){ "bib", "family", NULL });
  assert_menu (&scene, "bib family");
  marathon_entrants_table_set_model (scene.table, NULL);
  g_assert_cmpint (g_menu_model_get_n_items (marathon_entrants_table_get_sort_menu (scene.table)), ==, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (scene.table), "entrants-sort.descending", NULL));
  assert_states (&scene, "family", FALSE);
  table_scene_end (&scene);
}

/* What a menu elsewhere has does nothing more when the table is gone. */
static void
test_actions_outlive_the_table (void)
{
  TableScene scene;
  GActionGroup *actions;

  table_scene_start (&scene, 0);
  table_scene_show (&scene);
  actions = g_object_ref (marathon_entrants_table_get_sort_actions (scene.table));
  table_scene_end (&scene);
  g_assert_false (g_action_group_has_action (actions, "by"));
  g_object_unref (actions);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/entrants-table-order/the-menu-sorts", test_the_menu_sorts);
  g_test_add_func ("/entrants-table-order/the-menu-has-the-columns", test_the_menu_has_the_columns);
  g_test_add_func ("/entrants-table-order/actions-outlive-the-table", test_actions_outlive_the_table);
  return display_scene_run ();
}
