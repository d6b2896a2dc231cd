/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of the dialog of columns: it chooses, orders and finds them, and goes with its window.
 */
#include "widgets/columns-dialog.h"

#include "widgets/column-row.h"
#include "widgets/table-scene.h"

static gboolean
is_row (GtkWidget *widget, gconstpointer key)
{
  return MARATHON_IS_COLUMN_ROW (widget)
         && g_str_equal (marathon_column_row_get_key (MARATHON_COLUMN_ROW (widget)), key);
}

static GtkWidget *
find_row (GtkWindow *dialog, const char *key)
{
  GtkWidget *row = display_scene_search (GTK_WIDGET (dialog), is_row, key);

  g_assert_nonnull (row);
  return row;
}

static void
test_the_dialog_chooses_orders_and_resets (void)
{
  TableScene scene;
  GtkWindow *dialog;
  GtkWidget *row;
  g_autofree char *first = NULL;
  g_auto (GStrv) keys = NULL;

  table_scene_start (&scene, 0);
  table_scene_show (&scene);
  marathon_entrants_table_set_columns (scene.table, (const char *const[]){ "bib", "family", NULL });
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (scene.table), "entrants-table.choose-columns", NULL));
  dialog = display_scene_find_window (MARATHON_TYPE_COLUMNS_DIALOG);

  g_object_set (find_row (dialog, "club"), "shown", TRUE, NULL);
  table_scene_assert_columns (&scene, "bib family club");
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (find_row (dialog, "club"))), ==, 2);
  display_scene_click (display_scene_find_id (find_row (dialog, "club"), "up"));
  table_scene_assert_columns (&scene, "bib club family");
  gtk_widget_grab_focus (find_row (dialog, "club"));
  display_scene_press (dialog, "<Alt>Up <Alt>Up");
  table_scene_assert_columns (&scene, "club bib family");
  display_scene_press (dialog, "<Alt>Down");
  table_scene_assert_columns (&scene, "bib club family");
  g_assert_false (gtk_widget_get_sensitive (display_scene_find_id (find_row (dialog, "bib"), "up")));

  /* The last one can not be taken away. */
  g_object_set (find_row (dialog, "bib"), "shown", FALSE, NULL);
  g_object_set (find_row (dialog, "club"), "shown", FALSE, NULL);
  table_scene_assert_columns (&scene, "family");
  g_assert_false (gtk_widget_get_sensitive (display_scene_find_id (find_row (dialog, "family"), "tick")));

  display_scene_click (display_scene_find_id (GTK_WIDGET (dialog), "reset"));
  first = table_scene_get_first_columns (&scene);
  table_scene_assert_columns (&scene, first);
  keys = g_strsplit (first, " ", -1);
  for (int i = 0; keys[i] != NULL; i++)
    g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (find_row (dialog, keys[i]))), ==, i);

  row = find_row (dialog, "x-shirt");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Shirt");
  gtk_editable_set_text (GTK_EDITABLE (display_scene_find (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY)), "SHIR");
  display_scene_settle ();
  g_assert_true (gtk_widget_get_child_visible (row));
  g_assert_false (gtk_widget_get_child_visible (find_row (dialog, "bib")));
  gtk_editable_set_text (GTK_EDITABLE (display_scene_find (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY)), "");
  display_scene_settle ();
  gtk_widget_grab_focus (row);
  display_scene_press (dialog, "Escape");
  display_scene_wait_until (display_scene_count_windows (MARATHON_TYPE_COLUMNS_DIALOG) == 0);
  table_scene_end (&scene);
}

static void
test_the_dialog_goes_with_its_window (void)
{
  TableScene scene;

  table_scene_start (&scene, 0);
  table_scene_show (&scene);
  marathon_entrants_table_choose_columns (scene.table);
  display_scene_find_window (MARATHON_TYPE_COLUMNS_DIALOG);
  table_scene_end (&scene);
  g_assert_cmpuint (display_scene_count_windows (MARATHON_TYPE_COLUMNS_DIALOG), ==, 0);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);

  g_test_add_func ("/columns-dialog/chooses-orders-and-resets", test_the_dialog_chooses_orders_and_resets);
  g_test_add_func ("/columns-dialog/goes-with-its-window", test_the_dialog_goes_with_its_window);

  return display_scene_run ();
}
