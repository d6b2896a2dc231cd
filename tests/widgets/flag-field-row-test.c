/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row with a switch.
 */
#include "widgets/flag-field-row.h"

#include "widgets/field-row-scene.h"

static void
scene_init (FieldRowScene *scene, const char *text)
{
  field_row_scene_init (scene, g_object_new (MARATHON_TYPE_FLAG_FIELD_ROW, "key", "debut", NULL));
  marathon_field_row_set_text (scene->row, text);
  marathon_field_row_focus (scene->row);
}

static void
test_switching_saves_at_once (void)
{
  FieldRowScene scene;

  scene_init (&scene, "");
  display_scene_press (scene.window, "space");
  display_scene_wait_until (scene.log->len > 0);
  field_row_scene_assert (&scene, "yes", FALSE, "yes;");
  gtk_switch_set_active (GTK_SWITCH (display_scene_find (GTK_WIDGET (scene.row), GTK_TYPE_SWITCH)), FALSE);
  field_row_scene_assert (&scene, "", FALSE, "yes;;");
  field_row_scene_clear (&scene);
}

static void
test_off_is_as_the_event_says_it (void)
{
  FieldRowScene scene;

  scene_init (&scene, "no");
  field_row_scene_assert (&scene, "no", FALSE, "");
  marathon_field_row_set_text (scene.row, "yes");
  field_row_scene_assert (&scene, "yes", FALSE, "");
  field_row_scene_clear (&scene);
}

static void
test_enter_goes_on_without_switching (void)
{
  FieldRowScene scene;

  scene_init (&scene, "");
  display_scene_press (scene.window, "Return");
  g_assert_true (field_row_scene_has_focus (scene.after));
  field_row_scene_assert (&scene, "", FALSE, "");
  field_row_scene_clear (&scene);
}

static void
test_click_on_the_label_switches (void)
{
  FieldRowScene scene;

  scene_init (&scene, "");
  display_scene_click_at (display_scene_find_text (GTK_WIDGET (scene.row), GTK_TYPE_LABEL, "Field"),
                          DISPLAY_SCENE_LEFT);
  field_row_scene_assert (&scene, "yes", FALSE, "yes;");
  field_row_scene_clear (&scene);
}

static void
test_click_on_the_switch_switches_once (void)
{
  FieldRowScene scene;

  scene_init (&scene, "");
  display_scene_click_at (display_scene_find (GTK_WIDGET (scene.row), GTK_TYPE_SWITCH), DISPLAY_SCENE_LEFT);
  display_scene_wait_until (scene.log->len > 0);
  display_scene_settle ();
  field_row_scene_assert (&scene, "yes", FALSE, "yes;");
  field_row_scene_clear (&scene);
}

static void
test_refused_switch_stays_and_can_be_reverted (void)
{
  FieldRowScene scene;

  scene_init (&scene, "");
  scene.refused = "yes";
  display_scene_press (scene.window, "space");
  display_scene_wait_until (scene.log->len > 0);
  field_row_scene_assert (&scene, "yes", TRUE, "yes;");
  g_assert_true (display_scene_shows (GTK_WIDGET (scene.row), "No."));
  display_scene_press (scene.window, "Escape");
  field_row_scene_assert (&scene, "", FALSE, "yes;");
  g_assert_null (marathon_field_row_get_error (scene.row));
  field_row_scene_clear (&scene);
}

static void
test_described_by_its_label (void)
{
  FieldRowScene scene;
  g_autofree char *off = NULL, *on = NULL;

  scene_init (&scene, "");
  off = marathon_field_row_describe (scene.row);
  g_assert_cmpstr (off, ==, "");
  marathon_field_row_set_text (scene.row, "yes");
  on = marathon_field_row_describe (scene.row);
  g_assert_cmpstr (on, ==, "Field");
  field_row_scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/flag-field-row/switching-saves-at-once", test_switching_saves_at_once);
  g_test_add_func ("/flag-field-row/off-is-as-the-event-says-it", test_off_is_as_the_event_says_it);
  g_test_add_func ("/flag-field-row/enter-goes-on-without-switching", test_enter_goes_on_without_switching);
  g_test_add_func ("/flag-field-row/click-on-the-label-switches", test_click_on_the_label_switches);
  g_test_add_func ("/flag-field-row/click-on-the-switch-switches-once", test_click_on_the_switch_switches_once);
  g_test_add_func ("/flag-field-row/refused-switch-stays-and-can-be-reverted",
                   test_refused_switch_stays_and_can_be_reverted);
  g_test_add_func ("/flag-field-row/described-by-its-label", test_described_by_its_label);
  return display_scene_run ();
}
