/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What all kinds of rows have in common.
 */
#include "widgets/field-row.h"

#include "widgets/field-row-scene.h"
#include "widgets/text-field-row.h"

static void
test_key_and_label (void)
{
  FieldRowScene scene;
  GtkWidget *text;

  field_row_scene_init (&scene, g_object_new (MARATHON_TYPE_TEXT_FIELD_ROW, "key", "family", NULL));
  text = display_scene_find (GTK_WIDGET (scene.row), GTK_TYPE_TEXT);
  g_assert_cmpstr (marathon_field_row_get_key (scene.row), ==, "family");
  marathon_field_row_set_label (scene.row, "Family & name");
  g_assert_true (display_scene_shows (GTK_WIDGET (scene.row), "Family & name"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL, "Family & name");
  field_row_scene_clear (&scene);
}

static void
test_refresh_leaves_typed_text (void)
{
  FieldRowScene scene;

  field_row_scene_init (&scene, g_object_new (MARATHON_TYPE_TEXT_FIELD_ROW, "key", "family", NULL));
  marathon_field_row_set_text (scene.row, "old");
  marathon_field_row_refresh_text (scene.row, "new");
  field_row_scene_assert (&scene, "new", FALSE, "");
  marathon_field_row_focus (scene.row);
  display_scene_type (scene.window, "typed");
  marathon_field_row_refresh_text (scene.row, "newer");
  field_row_scene_assert (&scene, "typed", TRUE, "");
  marathon_field_row_revert (scene.row);
  field_row_scene_assert (&scene, "newer", FALSE, "");
  field_row_scene_clear (&scene);
}

static void
on_dirty (MarathonFieldRow *row, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

static void
test_dirty_is_notified_on_change_only (void)
{
  FieldRowScene scene;
  guint n = 0;

  field_row_scene_init (&scene, g_object_new (MARATHON_TYPE_TEXT_FIELD_ROW, "key", "family", NULL));
  g_signal_connect (scene.row, "notify::dirty", G_CALLBACK (on_dirty), &n);
  marathon_field_row_set_text (scene.row, "a");
  g_assert_cmpuint (n, ==, 0);
  marathon_field_row_focus (scene.row);
  display_scene_type (scene.window, "bc");
  g_assert_cmpuint (n, ==, 1);
  /* Back to the old text by typing is clean too. */
  display_scene_press (scene.window, "BackSpace BackSpace");
  display_scene_type (scene.window, "a");
  g_assert_cmpuint (n, ==, 2);
  field_row_scene_assert (&scene, "a", FALSE, "");
  field_row_scene_clear (&scene);
}

static GtkWidget *
make_row_with_button (void)
{
  static const char ui[] = "<interface><object class='MarathonTextFieldRow' id='row'>"
                           "<property name='key'>bib</property>"
                           "<child type='suffix'><object class='GtkButton'><property name='label'>Pin</property></object>"
                           "</child></object></interface>";
  g_autoptr (GtkBuilder) builder = NULL;

  g_type_ensure (MARATHON_TYPE_TEXT_FIELD_ROW);
  builder = gtk_builder_new_from_string (ui, -1);
  return g_object_ref (GTK_WIDGET (gtk_builder_get_object (builder, "row")));
}

static void
test_suffix_is_reached_by_tab_and_passed_by_enter (void)
{
  FieldRowScene scene;
  GtkWidget *row = make_row_with_button ();
  GtkWidget *button;

  field_row_scene_init (&scene, row);
  g_object_unref (row);
  button = display_scene_find_text (row, GTK_TYPE_BUTTON, "Pin");
  marathon_field_row_focus (scene.row);
  display_scene_press (scene.window, "Tab");
  g_assert_true (field_row_scene_has_focus (button));
  display_scene_press (scene.window, "Tab");
  g_assert_true (field_row_scene_has_focus (scene.after));
  marathon_field_row_focus (scene.row);
  display_scene_press (scene.window, "Return");
  g_assert_true (field_row_scene_has_focus (scene.after));
  field_row_scene_clear (&scene);
}

static void
test_click_beside_the_text_is_for_it (void)
{
  FieldRowScene scene;

  field_row_scene_init (&scene, g_object_new (MARATHON_TYPE_TEXT_FIELD_ROW, "key", "family", NULL));
  marathon_field_row_set_note (scene.row, "A note below");
  g_assert_false (field_row_scene_has_focus (GTK_WIDGET (scene.row)));
  display_scene_click_at (display_scene_find_text (GTK_WIDGET (scene.row), GTK_TYPE_LABEL, "A note below"),
                          DISPLAY_SCENE_LEFT);
  g_assert_true (field_row_scene_has_focus (GTK_WIDGET (scene.row)));
  field_row_scene_clear (&scene);
}

static void
test_rows_are_listed_in_order (void)
{
  FieldRowScene scene;
  g_autoptr (GPtrArray) rows = NULL;

  field_row_scene_init (&scene, g_object_new (MARATHON_TYPE_TEXT_FIELD_ROW, "key", "family", NULL));
  rows = marathon_field_row_list (GTK_WIDGET (scene.window));
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_true (rows->pdata[0] == scene.before);
  g_assert_true (rows->pdata[1] == scene.row);
  g_assert_true (rows->pdata[2] == scene.after);
  field_row_scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/field-row/key-and-label", test_key_and_label);
  g_test_add_func ("/field-row/refresh-leaves-typed-text", test_refresh_leaves_typed_text);
  g_test_add_func ("/field-row/dirty-is-notified-on-change-only", test_dirty_is_notified_on_change_only);
  g_test_add_func ("/field-row/suffix-is-reached-by-tab-and-passed-by-enter",
                   test_suffix_is_reached_by_tab_and_passed_by_enter);
  g_test_add_func ("/field-row/click-beside-the-text-is-for-it", test_click_beside_the_text_is_for_it);
  g_test_add_func ("/field-row/rows-are-listed-in-order", test_rows_are_listed_in_order);
  return display_scene_run ();
}
