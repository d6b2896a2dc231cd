/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A chip says what was chosen, by pointer, keyboard and program, and forgets what is not there any more.
 */
#include "widgets/filter-chip.h"

#include "widgets/display-scene.h"

typedef struct {
  GtkWindow *window;
  GtkWidget *chip;
  GListStore *choices;
  guint n_notified;
} Scene;

static void
on_selected (Scene *scene)
{
  scene->n_notified++;
}

static void
add_choice (Scene *scene, const char *id, const char *label)
{
  g_autoptr (MarathonFilterChoice) choice = marathon_filter_choice_new (id, label, "");

  g_list_store_append (scene->choices, choice);
}

static void
scene_init (Scene *scene)
{
  *scene = (Scene) { 0 };
  scene->window = GTK_WINDOW (gtk_window_new ());
  scene->choices = g_list_store_new (MARATHON_TYPE_FILTER_CHOICE);
  add_choice (scene, "red", "Red");
  add_choice (scene, "blue", "Blue");
  add_choice (scene, "", "None");
  scene->chip = g_object_new (MARATHON_TYPE_FILTER_CHIP, "title", "Start", "empty-text", "Nothing here",
                              "halign", GTK_ALIGN_START, "valign", GTK_ALIGN_START, NULL);
  marathon_filter_chip_set_choices (MARATHON_FILTER_CHIP (scene->chip), G_LIST_MODEL (scene->choices));
  g_signal_connect_swapped (scene->chip, "notify::selected", G_CALLBACK (on_selected), scene);
  gtk_window_set_default_size (scene->window, 400, 300);
  gtk_window_set_child (scene->window, scene->chip);
  display_scene_present (scene->window);
}

static void
scene_clear (Scene *scene)
{
  display_scene_destroy (scene->window);
  g_assert_finalize_object (scene->choices);
}

static GtkWidget *
find (Scene *scene, const char *id)
{
  return display_scene_find_id (scene->chip, id);
}

static void
assert_selected (Scene *scene, const char *id, const char *label)
{
  g_assert_cmpstr (marathon_filter_chip_get_selected (MARATHON_FILTER_CHIP (scene->chip)), ==, id);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (find (scene, "label"))), ==, label);
  g_assert_true (gtk_widget_get_visible (find (scene, "clear")) == (id != NULL));
  g_assert_true (gtk_widget_has_css_class (scene->chip, "active") == (id != NULL));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find (scene, "button")), GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

static void
select_id (Scene *scene, const char *id)
{
  marathon_filter_chip_set_selected (MARATHON_FILTER_CHIP (scene->chip), id);
}

static void
test_choosing_by_keys (void)
{
  Scene scene;

  scene_init (&scene);
  assert_selected (&scene, NULL, "Start");
  gtk_widget_child_focus (scene.chip, GTK_DIR_TAB_FORWARD);
  display_scene_press (scene.window, "space");
  display_scene_wait_until (gtk_widget_get_mapped (find (&scene, "list")));
  display_scene_settle ();
  display_scene_press (scene.window, "Down Return");
  display_scene_wait_until (scene.n_notified == 1);
  assert_selected (&scene, "blue", "Start: Blue");
  display_scene_wait_until (!gtk_widget_get_mapped (find (&scene, "list")));
  scene_clear (&scene);
}

static void
test_space_chooses_too (void)
{
  Scene scene;

  scene_init (&scene);
  gtk_widget_child_focus (scene.chip, GTK_DIR_TAB_FORWARD);
  display_scene_press (scene.window, "space");
  display_scene_wait_until (gtk_widget_get_mapped (find (&scene, "list")));
  display_scene_settle ();
  display_scene_press (scene.window, "Down space");
  display_scene_wait_until (scene.n_notified == 1);
  assert_selected (&scene, "blue", "Start: Blue");
  display_scene_wait_until (!gtk_widget_get_mapped (find (&scene, "list")));
  scene_clear (&scene);
}

static gboolean
has_tooltip (Scene *scene)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean answer = FALSE;

  g_signal_emit_by_name (find (scene, "button"), "query-tooltip", 1, 1, FALSE, tooltip, &answer);
  return answer;
}

static void
test_a_name_that_is_cut_has_a_tooltip (void)
{
  Scene scene;

  scene_init (&scene);
  add_choice (&scene, "long", "The Great Northern Half Marathon for Everybody, Wave Seventeen");
  select_id (&scene, "red");
  display_scene_wait_for_frame (scene.chip);
  g_assert_false (has_tooltip (&scene));
  select_id (&scene, "long");
  display_scene_wait_for_frame (scene.chip);
  g_assert_true (has_tooltip (&scene));
  /* Not over the open list. */
  gtk_menu_button_popup (GTK_MENU_BUTTON (find (&scene, "button")));
  display_scene_wait_until (gtk_widget_get_mapped (find (&scene, "list")));
  g_assert_false (has_tooltip (&scene));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (find (&scene, "button")));
  display_scene_wait_until (!gtk_widget_get_mapped (find (&scene, "list")));
  g_assert_true (has_tooltip (&scene));
  scene_clear (&scene);
}

static void
activate (Scene *scene, guint position)
{
  g_signal_emit_by_name (find (scene, "list"), "activate", position);
}

static void
test_choosing_again_takes_it_back (void)
{
  Scene scene;

  scene_init (&scene);
  activate (&scene, 2);
  assert_selected (&scene, "", "Start: None");
  activate (&scene, 0);
  assert_selected (&scene, "red", "Start: Red");
  activate (&scene, 0);
  assert_selected (&scene, NULL, "Start");
  g_assert_cmpuint (scene.n_notified, ==, 3);
  scene_clear (&scene);
}

static void
test_clearing (void)
{
  Scene scene;

  scene_init (&scene);
  select_id (&scene, "red");
  g_assert_cmpuint (scene.n_notified, ==, 1);
  select_id (&scene, "red");
  g_assert_cmpuint (scene.n_notified, ==, 1);
  display_scene_click (find (&scene, "clear"));
  assert_selected (&scene, NULL, "Start");
  g_assert_cmpuint (scene.n_notified, ==, 2);
  select_id (&scene, "not there");
  assert_selected (&scene, NULL, "Start");
  g_assert_cmpuint (scene.n_notified, ==, 2);
  scene_clear (&scene);
}

static void
test_what_leaves_the_list_is_chosen_no_more (void)
{
  Scene scene;

  scene_init (&scene);
  select_id (&scene, "red");
  g_list_store_remove (scene.choices, 1);
  assert_selected (&scene, "red", "Start: Red");
  g_list_store_remove (scene.choices, 0);
  assert_selected (&scene, NULL, "Start");
  g_list_store_remove_all (scene.choices);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (find (&scene, "stack"))), ==, "empty");
  scene_clear (&scene);
}

static void
test_a_new_name_is_shown (void)
{
  Scene scene;
  g_autoptr (MarathonFilterChoice) red = NULL;

  scene_init (&scene);
  red = g_list_model_get_item (G_LIST_MODEL (scene.choices), 0);
  select_id (&scene, "red");
  g_object_set (red, "label", "Rouge", NULL);
  assert_selected (&scene, "red", "Start: Rouge");
  g_clear_object (&red);
  scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/filter-chip/choosing-by-keys", test_choosing_by_keys);
  g_test_add_func ("/filter-chip/choosing-again-takes-it-back", test_choosing_again_takes_it_back);
  g_test_add_func ("/filter-chip/clearing", test_clearing);
  g_test_add_func ("/filter-chip/what-leaves-the-list-is-chosen-no-more", test_what_leaves_the_list_is_chosen_no_more);
  g_test_add_func ("/filter-chip/a-new-name-is-shown", test_a_new_name_is_shown);
  g_test_add_func ("/filter-chip/space-chooses-too", test_space_chooses_too);
  g_test_add_func ("/filter-chip/a-name-that-is-cut-has-a-tooltip", test_a_name_that_is_cut_has_a_tooltip);
  return display_scene_run ();
}
