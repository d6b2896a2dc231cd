/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row with a colour, typed or picked.
 */
#include "widgets/colour-field-row.h"

#include "widgets/colour-button.h"
#include "widgets/colour-palette.h"
#include "widgets/colour-swatch.h"
#include "widgets/field-row-scene.h"

static void
scene_init (FieldRowScene *scene, const char *text)
{
  field_row_scene_init (scene, g_object_new (MARATHON_TYPE_COLOUR_FIELD_ROW, "key", "ground", NULL));
  marathon_field_row_set_text (scene->row, text);
  marathon_field_row_focus (scene->row);
}

/* Keys take their time on a busy machine. */
static gboolean
says (FieldRowScene *scene, const char *text, const char *committed)
{
  g_autofree char *shown = marathon_field_row_get_text (scene->row);

  return strcmp (shown, text) == 0 && strcmp (scene->log->str, committed) == 0;
}

#define wait_for_row(scene, text, is_dirty, committed) \
  G_STMT_START \
  { \
    display_scene_wait_until (says (scene, text, committed)); \
    field_row_scene_assert (scene, text, is_dirty, committed); \
  } \
  G_STMT_END

static GtkWidget *
find_palette (FieldRowScene *scene)
{
  return display_scene_find (GTK_WIDGET (scene->row), MARATHON_TYPE_COLOUR_PALETTE);
}

static GtkWidget *
find_button (FieldRowScene *scene)
{
  return gtk_widget_get_first_child (display_scene_find (GTK_WIDGET (scene->row), GTK_TYPE_MENU_BUTTON));
}

static void
open_by (FieldRowScene *scene, const char *keys)
{
  display_scene_press (scene->window, keys);
  display_scene_wait_until (gtk_widget_get_mapped (find_palette (scene)));
  display_scene_wait_for_frame (find_palette (scene));
}

static void
wait_until_closed (FieldRowScene *scene)
{
  display_scene_wait_until (!gtk_widget_get_visible (find_palette (scene)));
}

static void
assert_swatch (FieldRowScene *scene, const char *colour, gboolean is_none)
{
  GtkWidget *swatch = display_scene_find (GTK_WIDGET (scene->row), MARATHON_TYPE_COLOUR_SWATCH);
  g_autofree char *shown = NULL;

  g_object_get (swatch, "colour", &shown, NULL);
  g_assert_cmpstr (shown, ==, colour);
  g_assert_cmpint (gtk_widget_has_css_class (swatch, "none"), ==, is_none);
}

static gboolean
is_named (GtkWidget *widget, gconstpointer name)
{
  return MARATHON_IS_COLOUR_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), name) == 0;
}

static void
test_typed_colour_is_shown_and_saved_on_leaving (void)
{
  FieldRowScene scene;

  scene_init (&scene, "");
  assert_swatch (&scene, "", TRUE);
  display_scene_type (scene.window, "#C01C2");
  wait_for_row (&scene, "#C01C2", TRUE, "");
  assert_swatch (&scene, "#c01c2", TRUE);
  display_scene_type (scene.window, "8");
  wait_for_row (&scene, "#C01C28", TRUE, "");
  assert_swatch (&scene, "#c01c28", FALSE);
  display_scene_press (scene.window, "Return");
  display_scene_wait_until (field_row_scene_has_focus (scene.after));
  wait_for_row (&scene, "#C01C28", FALSE, "#C01C28;");
  field_row_scene_clear (&scene);
}

static void
test_refused_colour_stays (void)
{
  FieldRowScene scene;

  scene_init (&scene, "#000000");
  scene.refused = "red";
  display_scene_type (scene.window, "red");
  display_scene_press (scene.window, "Return");
  wait_for_row (&scene, "red", TRUE, "red;");
  assert_swatch (&scene, "red", TRUE);
  g_assert_true (display_scene_shows (GTK_WIDGET (scene.row), "No."));
  display_scene_press (scene.window, "Escape");
  wait_for_row (&scene, "#000000", FALSE, "red;");
  assert_swatch (&scene, "#000000", FALSE);
  field_row_scene_clear (&scene);
}

static void
test_colour_is_picked_by_keyboard (void)
{
  static const char *const keys[] = { "<Alt>Down", "Down", "F4" };
  FieldRowScene scene;

  scene_init (&scene, "#c01c28");
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      open_by (&scene, keys[i]);
      display_scene_press (scene.window, "Escape");
      wait_until_closed (&scene);
      display_scene_wait_until (field_row_scene_has_focus (GTK_WIDGET (scene.row)));
    }
  wait_for_row (&scene, "#c01c28", FALSE, "");
  g_assert_cmpuint (scene.n_left, ==, 0);

  /* The keyboard begins at the colour that there is. */
  open_by (&scene, "<Alt>Down");
  display_scene_wait_until (is_named (gtk_root_get_focus (GTK_ROOT (scene.window)), "Red"));
  display_scene_press (scene.window, "Right");
  display_scene_wait_until (is_named (gtk_root_get_focus (GTK_ROOT (scene.window)), "Orange"));
  display_scene_press (scene.window, "Up Left Return");
  wait_until_closed (&scene);
  display_scene_wait_until (!marathon_field_row_is_dirty (scene.row));
  wait_for_row (&scene, "#ffffff", FALSE, "#ffffff;");
  assert_swatch (&scene, "#ffffff", FALSE);
  display_scene_wait_until (field_row_scene_has_focus (GTK_WIDGET (scene.row)));
  field_row_scene_clear (&scene);
}

static void
test_none_is_picked (void)
{
  FieldRowScene scene;

  scene_init (&scene, "#c01c28");
  open_by (&scene, "F4");
  display_scene_click_at (display_scene_find_text (find_palette (&scene), GTK_TYPE_BUTTON, "None"), DISPLAY_SCENE_LEFT);
  wait_until_closed (&scene);
  wait_for_row (&scene, "", FALSE, ";");
  assert_swatch (&scene, "", TRUE);
  field_row_scene_clear (&scene);
}

static void
test_swatch_opens_by_pointer_and_by_tab (void)
{
  FieldRowScene scene;

  scene_init (&scene, "");
  display_scene_click_at (find_button (&scene), DISPLAY_SCENE_LEFT);
  display_scene_wait_until (gtk_widget_get_mapped (find_palette (&scene)));
  display_scene_wait_for_frame (find_palette (&scene));
  display_scene_click_at (display_scene_search (find_palette (&scene), is_named, "Green"), DISPLAY_SCENE_LEFT);
  wait_until_closed (&scene);
  wait_for_row (&scene, "#1a7f37", FALSE, "#1a7f37;");
  display_scene_press (scene.window, "Tab");
  display_scene_wait_until (field_row_scene_has_focus (find_button (&scene)));
  open_by (&scene, "space");
  display_scene_press (scene.window, "Escape");
  wait_until_closed (&scene);
  field_row_scene_clear (&scene);
}

static void
test_chosen_colour_is_marked (void)
{
  FieldRowScene scene;
  GtkWidget *green, *red;

  scene_init (&scene, "#1a7f37");
  open_by (&scene, "F4");
  green = display_scene_search (find_palette (&scene), is_named, "Green");
  red = display_scene_search (find_palette (&scene), is_named, "Red");
  g_assert_true (gtk_widget_get_visible (display_scene_find_id (green, "mark")));
  g_assert_false (gtk_widget_get_visible (display_scene_find_id (red, "mark")));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (green), GTK_ACCESSIBLE_PROPERTY_LABEL, "Green");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (green), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Chosen");
  display_scene_press (scene.window, "Escape");
  wait_until_closed (&scene);
  marathon_field_row_set_text (scene.row, "#C01C28");
  open_by (&scene, "F4");
  g_assert_false (gtk_widget_get_visible (display_scene_find_id (green, "mark")));
  g_assert_true (gtk_widget_get_visible (display_scene_find_id (red, "mark")));
  display_scene_press (scene.window, "Escape");
  wait_until_closed (&scene);
  field_row_scene_clear (&scene);
}

static void
test_colours_have_different_names (void)
{
  FieldRowScene scene;
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) colours = g_hash_table_new (g_str_hash, g_str_equal);
  GtkWidget *grid;

  scene_init (&scene, "");
  grid = display_scene_find (find_palette (&scene), GTK_TYPE_GRID);
  g_assert_null (gtk_widget_get_first_child (grid)); /* made when it is opened */
  open_by (&scene, "F4");
  for (GtkWidget *button = gtk_widget_get_first_child (grid); button != NULL; button = gtk_widget_get_next_sibling (button))
    {
      const char *colour = marathon_colour_button_get_colour (MARATHON_COLOUR_BUTTON (button));
      const char *name = gtk_widget_get_tooltip_text (button);

      g_assert_cmpstr (marathon_colour_palette_get_name (colour), ==, name);
      g_assert_true (g_hash_table_add (names, (gpointer) name));
      g_assert_true (g_hash_table_add (colours, (gpointer) colour));
    }
  g_assert_cmpuint (g_hash_table_size (names), ==, 24);
  g_assert_null (marathon_colour_palette_get_name ("#123456"));
  display_scene_press (scene.window, "Escape");
  wait_until_closed (&scene);
  field_row_scene_clear (&scene);
}

static void
test_screen_reader_hears_the_colour_by_name (void)
{
  FieldRowScene scene;
  g_autofree char *described = NULL;

  scene_init (&scene, "#1a5fb4");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_button (&scene)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Choose Field: Blue");
  described = marathon_field_row_describe (scene.row);
  g_assert_cmpstr (described, ==, "Blue");
  marathon_field_row_set_text (scene.row, "#123456");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_button (&scene)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Choose Field: #123456");
  marathon_field_row_set_text (scene.row, "");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_button (&scene)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Choose Field: None");
  field_row_scene_clear (&scene);
}

static void
test_window_may_go_while_it_is_open (void)
{
  FieldRowScene scene;

  scene_init (&scene, "");
  open_by (&scene, "F4");
  field_row_scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/colour-field-row/typed-colour-is-shown-and-saved-on-leaving",
                   test_typed_colour_is_shown_and_saved_on_leaving);
  g_test_add_func ("/colour-field-row/refused-colour-stays", test_refused_colour_stays);
  g_test_add_func ("/colour-field-row/colour-is-picked-by-keyboard", test_colour_is_picked_by_keyboard);
  g_test_add_func ("/colour-field-row/none-is-picked", test_none_is_picked);
  g_test_add_func ("/colour-field-row/swatch-opens-by-pointer-and-by-tab", test_swatch_opens_by_pointer_and_by_tab);
  g_test_add_func ("/colour-field-row/chosen-colour-is-marked", test_chosen_colour_is_marked);
  g_test_add_func ("/colour-field-row/colours-have-different-names", test_colours_have_different_names);
  g_test_add_func ("/colour-field-row/screen-reader-hears-the-colour-by-name", test_screen_reader_hears_the_colour_by_name);
  g_test_add_func ("/colour-field-row/window-may-go-while-it-is-open", test_window_may_go_while_it_is_open);
  return display_scene_run ();
}
