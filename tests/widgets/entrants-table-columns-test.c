/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns are as wide as the text on the screen needs.
 */
#include "widgets/table-scene.h"

static int
get_width (TableScene *scene, guint place)
{
  g_autoptr (GtkColumnViewColumn) column
      = g_list_model_get_item (gtk_column_view_get_columns (table_scene_get_view (scene)), place);

  return gtk_column_view_column_get_fixed_width (column);
}

static void
set_width (TableScene *scene, guint place, int width)
{
  g_autoptr (GtkColumnViewColumn) column
      = g_list_model_get_item (gtk_column_view_get_columns (table_scene_get_view (scene)), place);

  gtk_column_view_column_set_fixed_width (column, width);
}

static void
set_text_percent (int percent)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * PANGO_SCALE * percent / 100, NULL);
}

static void
test_large_text_has_wide_columns (void)
{
  TableScene scene;
  int natural;

  set_text_percent (100);
  table_scene_start (&scene, 0);
  table_scene_show (&scene);
  marathon_entrants_table_set_columns (scene.table, (const char *const[]){ "family", "note", "club", NULL });
  natural = get_width (&scene, 1);
  set_width (&scene, 0, 150);
  set_text_percent (200);
  g_assert_cmpint (get_width (&scene, 0), ==, 300);
  g_assert_cmpint (get_width (&scene, 1), >=, 2 * natural - 2);
  set_width (&scene, 0, 240);
  table_scene_hide (&scene);
  g_assert_true (table_scene_has_setting (&scene, "entrants-columns", "[('family', 120), "));

  table_scene_show (&scene);
  g_assert_cmpint (get_width (&scene, 0), ==, 240);
  set_text_percent (100);
  g_assert_cmpint (get_width (&scene, 0), ==, 120);
  table_scene_end (&scene);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/entrants-table-columns/large-text-has-wide-columns", test_large_text_has_wide_columns);
  return display_scene_run ();
}
