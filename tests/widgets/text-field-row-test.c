/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of one line is saved when it is left, once, and says what was refused.
 */
#include "widgets/text-field-row.h"

#include "widgets/field-row-scene.h"

static void
scene_init (FieldRowScene *scene, const char *text)
{
  field_row_scene_init (scene, g_object_new (MARATHON_TYPE_TEXT_FIELD_ROW, "key", "bib", NULL));
  marathon_field_row_set_text (scene->row, text);
  marathon_field_row_focus (scene->row);
}

static void
test_leaving_saves_once (void)
{
  FieldRowScene scene;

  scene_init (&scene, "37");
  display_scene_type (scene.window, "38");
  field_row_scene_assert (&scene, "38", TRUE, "");
  display_scene_press (scene.window, "Tab");
  g_assert_true (field_row_scene_has_focus (scene.after));
  field_row_scene_assert (&scene, "38", FALSE, "38;");
  display_scene_press (scene.window, "<Shift>Tab");
  g_assert_true (field_row_scene_has_focus (GTK_WIDGET (scene.row)));
  display_scene_press (scene.window, "<Shift>Tab");
  g_assert_true (field_row_scene_has_focus (scene.before));
  field_row_scene_assert (&scene, "38", FALSE, "38;");
  field_row_scene_clear (&scene);
}

static void
test_enter_saves_once_and_goes_on (void)
{
  FieldRowScene scene;

  scene_init (&scene, "37");
  display_scene_type (scene.window, "38");
  display_scene_press (scene.window, "Return");
  g_assert_true (field_row_scene_has_focus (scene.after));
  field_row_scene_assert (&scene, "38", FALSE, "38;");
  field_row_scene_clear (&scene);
}

static void
test_enter_without_change_only_goes_on (void)
{
  FieldRowScene scene;

  scene_init (&scene, "37");
  display_scene_press (scene.window, "KP_Enter");
  g_assert_true (field_row_scene_has_focus (scene.after));
  field_row_scene_assert (&scene, "37", FALSE, "");
  field_row_scene_clear (&scene);
}

static void
test_canonical_text_is_shown (void)
{
  FieldRowScene scene;

  scene_init (&scene, "");
  scene.shown = "1980-04-03";
  display_scene_type (scene.window, "3.4.80");
  display_scene_press (scene.window, "Return");
  field_row_scene_assert (&scene, "1980-04-03", FALSE, "3.4.80;");
  field_row_scene_clear (&scene);
}

static void
test_escape_reverts_then_leaves (void)
{
  FieldRowScene scene;

  scene_init (&scene, "37");
  display_scene_type (scene.window, "38");
  display_scene_press (scene.window, "Escape");
  field_row_scene_assert (&scene, "37", FALSE, "");
  g_assert_true (field_row_scene_has_focus (GTK_WIDGET (scene.row)));
  g_assert_cmpuint (scene.n_left, ==, 0);
  display_scene_press (scene.window, "Escape");
  g_assert_cmpuint (scene.n_left, ==, 1);
  field_row_scene_clear (&scene);
}

static void
test_refused_text_stays_and_is_told (void)
{
  FieldRowScene scene;
  GtkWidget *text;

  scene_init (&scene, "37");
  text = display_scene_find (GTK_WIDGET (scene.row), GTK_TYPE_TEXT);
  scene.refused = "x";
  display_scene_type (scene.window, "x");
  display_scene_press (scene.window, "Return");
  g_assert_true (field_row_scene_has_focus (GTK_WIDGET (scene.row)));
  field_row_scene_assert (&scene, "x", TRUE, "x;");
  g_assert_cmpstr (marathon_field_row_get_error (scene.row), ==, "No.");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (scene.row), "error"));
  g_assert_true (display_scene_shows (GTK_WIDGET (scene.row), "No."));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "No.");
  /* The keyboard is free to go, and the same is not said twice. */
  display_scene_press (scene.window, "Tab");
  g_assert_true (field_row_scene_has_focus (scene.after));
  field_row_scene_assert (&scene, "x", TRUE, "x;");
  g_assert_false (marathon_field_row_commit (scene.row));
  field_row_scene_assert (&scene, "x", TRUE, "x;x;");
  field_row_scene_clear (&scene);
}

static void
test_error_goes_with_the_text (void)
{
  FieldRowScene scene;

  scene_init (&scene, "37");
  scene.refused = "x";
  marathon_field_row_set_note (scene.row, "A hint");
  display_scene_type (scene.window, "x");
  display_scene_press (scene.window, "Return");
  g_assert_false (display_scene_shows (GTK_WIDGET (scene.row), "A hint"));
  display_scene_type (scene.window, "y");
  g_assert_null (marathon_field_row_get_error (scene.row));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (scene.row), "error"));
  g_assert_true (display_scene_shows (GTK_WIDGET (scene.row), "A hint"));
  display_scene_press (scene.window, "Return");
  field_row_scene_assert (&scene, "xy", FALSE, "x;xy;");
  field_row_scene_clear (&scene);
}

static void
test_undo_takes_back_typing_only (void)
{
  FieldRowScene scene;

  scene_init (&scene, "");
  marathon_field_row_set_text (scene.row, "37");
  display_scene_press (scene.window, "<Control>z");
  field_row_scene_assert (&scene, "37", FALSE, "");
  display_scene_press (scene.window, "End");
  display_scene_type (scene.window, "8");
  field_row_scene_assert (&scene, "378", TRUE, "");
  display_scene_press (scene.window, "<Control>z");
  field_row_scene_assert (&scene, "37", FALSE, "");
  field_row_scene_clear (&scene);
}

static void
test_selection_is_not_left_behind (void)
{
  FieldRowScene scene;
  GtkWidget *text;

  scene_init (&scene, "37");
  text = display_scene_find (GTK_WIDGET (scene.row), GTK_TYPE_TEXT);
  g_assert_true (gtk_editable_get_selection_bounds (GTK_EDITABLE (text), NULL, NULL));
  display_scene_press (scene.window, "Tab");
  display_scene_wait_until (!gtk_editable_get_selection_bounds (GTK_EDITABLE (text), NULL, NULL));
  field_row_scene_clear (&scene);
}

/* The X server has one selection for all: that the one goes must not take the other along. */
static void
test_next_row_stays_selected (void)
{
  FieldRowScene scene;
  GtkWidget *text;

  scene_init (&scene, "37");
  text = display_scene_find (scene.after, GTK_TYPE_TEXT);
  marathon_field_row_set_text (MARATHON_FIELD_ROW (scene.after), "41");
  for (guint i = 0; i < 5; i++)
    {
      display_scene_press (scene.window, "Tab");
      display_scene_wait_until (gtk_widget_has_focus (text));
      display_scene_wait_for_frame (text);
      display_scene_settle ();
      g_assert_true (gtk_editable_get_selection_bounds (GTK_EDITABLE (text), NULL, NULL));
      display_scene_press (scene.window, "<Shift>Tab");
      display_scene_wait_until (!gtk_widget_has_focus (text));
      display_scene_wait_for_frame (text);
    }
  field_row_scene_clear (&scene);
}

static void
test_hidden_row_saves_nothing_by_itself (void)
{
  FieldRowScene scene;

  scene_init (&scene, "37");
  display_scene_type (scene.window, "38");
  gtk_widget_set_visible (gtk_window_get_child (scene.window), FALSE);
  display_scene_settle ();
  field_row_scene_assert (&scene, "38", TRUE, "");
  field_row_scene_clear (&scene);
}

static void
test_read_only_row_can_be_read (void)
{
  FieldRowScene scene;

  field_row_scene_init (&scene, g_object_new (MARATHON_TYPE_TEXT_FIELD_ROW, "key", "id", "editable", FALSE, NULL));
  marathon_field_row_set_text (scene.row, "37");
  marathon_field_row_focus (scene.row);
  g_assert_true (field_row_scene_has_focus (GTK_WIDGET (scene.row)));
  display_scene_type (scene.window, "8");
  field_row_scene_assert (&scene, "37", FALSE, "");
  field_row_scene_clear (&scene);
}

static void
test_text_begins_where_the_row_does (void)
{
  static const struct {
    GtkTextDirection direction;
    const char *text;
    float alignment;
  } cases[] = {
    { GTK_TEXT_DIR_LTR, "Farah", 0 }, { GTK_TEXT_DIR_LTR, "37", 0 },   { GTK_TEXT_DIR_LTR, "فرح", 1 },
    { GTK_TEXT_DIR_RTL, "Farah", 1 }, { GTK_TEXT_DIR_RTL, "فرح", 0 }, { GTK_TEXT_DIR_RTL, "1980-04-03", 0 },
  };
  FieldRowScene scene;
  GtkWidget *text;

  scene_init (&scene, "");
  text = display_scene_find (GTK_WIDGET (scene.row), GTK_TYPE_TEXT);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_widget_set_direction (GTK_WIDGET (scene.row), cases[i].direction);
      marathon_field_row_set_text (scene.row, cases[i].text);
      /* GTK turns the alignment round where the text is of the other direction: 1 there is the row's beginning. */
      g_assert_cmpfloat (gtk_editable_get_alignment (GTK_EDITABLE (text)), ==, cases[i].alignment);
    }
  field_row_scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/text-field-row/leaving-saves-once", test_leaving_saves_once);
  g_test_add_func ("/text-field-row/enter-saves-once-and-goes-on", test_enter_saves_once_and_goes_on);
  g_test_add_func ("/text-field-row/enter-without-change-only-goes-on", test_enter_without_change_only_goes_on);
  g_test_add_func ("/text-field-row/canonical-text-is-shown", test_canonical_text_is_shown);
  g_test_add_func ("/text-field-row/escape-reverts-then-leaves", test_escape_reverts_then_leaves);
  g_test_add_func ("/text-field-row/refused-text-stays-and-is-told", test_refused_text_stays_and_is_told);
  g_test_add_func ("/text-field-row/error-goes-with-the-text", test_error_goes_with_the_text);
  g_test_add_func ("/text-field-row/undo-takes-back-typing-only", test_undo_takes_back_typing_only);
  g_test_add_func ("/text-field-row/selection-is-not-left-behind", test_selection_is_not_left_behind);
  g_test_add_func ("/text-field-row/next-row-stays-selected", test_next_row_stays_selected);
  g_test_add_func ("/text-field-row/hidden-row-saves-nothing-by-itself", test_hidden_row_saves_nothing_by_itself);
  g_test_add_func ("/text-field-row/read-only-row-can-be-read", test_read_only_row_can_be_read);
  g_test_add_func ("/text-field-row/text-begins-where-the-row-does", test_text_begins_where_the_row_does);
  return display_scene_run ();
}
