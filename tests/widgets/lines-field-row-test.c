/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of several lines.
 */
#include "widgets/lines-field-row.h"

#include "widgets/field-row-scene.h"

static void
scene_init (FieldRowScene *scene, const char *text)
{
  field_row_scene_init (scene, g_object_new (MARATHON_TYPE_LINES_FIELD_ROW, "key", "note", NULL));
  marathon_field_row_set_text (scene->row, text);
  marathon_field_row_focus (scene->row);
}

static void
test_enter_starts_a_line (void)
{
  FieldRowScene scene;

  scene_init (&scene, "");
  display_scene_type (scene.window, "one");
  display_scene_press (scene.window, "Return");
  display_scene_type (scene.window, "two");
  field_row_scene_assert (&scene, "one\ntwo", TRUE, "");
  display_scene_press (scene.window, "Tab");
  g_assert_true (field_row_scene_has_focus (scene.after));
  field_row_scene_assert (&scene, "one\ntwo", FALSE, "one\ntwo;");
  field_row_scene_clear (&scene);
}

static void
test_control_enter_saves_and_goes_on (void)
{
  FieldRowScene scene;

  scene_init (&scene, "");
  display_scene_type (scene.window, "one");
  display_scene_press (scene.window, "<Control>Return");
  g_assert_true (field_row_scene_has_focus (scene.after));
  field_row_scene_assert (&scene, "one", FALSE, "one;");
  field_row_scene_clear (&scene);
}

static void
test_escape_reverts_then_leaves (void)
{
  FieldRowScene scene;

  scene_init (&scene, "one\ntwo");
  display_scene_type (scene.window, " three");
  field_row_scene_assert (&scene, "one\ntwo three", TRUE, "");
  display_scene_press (scene.window, "Escape");
  field_row_scene_assert (&scene, "one\ntwo", FALSE, "");
  display_scene_press (scene.window, "Escape");
  g_assert_cmpuint (scene.n_left, ==, 1);
  field_row_scene_clear (&scene);
}

static void
test_undo_takes_back_typing_only (void)
{
  FieldRowScene scene;

  scene_init (&scene, "one");
  display_scene_press (scene.window, "<Control>z");
  field_row_scene_assert (&scene, "one", FALSE, "");
  field_row_scene_clear (&scene);
}

static void
test_refused_text_stays (void)
{
  FieldRowScene scene;
  GtkWidget *view;

  scene_init (&scene, "");
  scene.refused = "x";
  view = display_scene_find (GTK_WIDGET (scene.row), GTK_TYPE_TEXT_VIEW);
  display_scene_type (scene.window, "x");
  display_scene_press (scene.window, "<Control>Return");
  g_assert_true (field_row_scene_has_focus (GTK_WIDGET (scene.row)));
  field_row_scene_assert (&scene, "x", TRUE, "x;");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, "Field");
  field_row_scene_clear (&scene);
}

static void
test_described_in_one_line (void)
{
  FieldRowScene scene;
  g_autofree char *description = NULL;

  scene_init (&scene, "one\ntwo");
  description = marathon_field_row_describe (scene.row);
  g_assert_cmpstr (description, ==, "one two");
  field_row_scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/lines-field-row/enter-starts-a-line", test_enter_starts_a_line);
  g_test_add_func ("/lines-field-row/control-enter-saves-and-goes-on", test_control_enter_saves_and_goes_on);
  g_test_add_func ("/lines-field-row/escape-reverts-then-leaves", test_escape_reverts_then_leaves);
  g_test_add_func ("/lines-field-row/undo-takes-back-typing-only", test_undo_takes_back_typing_only);
  g_test_add_func ("/lines-field-row/refused-text-stays", test_refused_text_stays);
  g_test_add_func ("/lines-field-row/described-in-one-line", test_described_in_one_line);
  return display_scene_run ();
}
