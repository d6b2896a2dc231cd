/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A problem says how grave it is to eyes and ears, and whether it leads anywhere.
 */
#include "widgets/problem-row.h"

#include "widgets/display-scene.h"

typedef struct {
  GtkWindow *window;
  GtkListBox *list;
  MarathonProblemRow *row;
  guint n_activated;
} Scene;

static void
on_activated (Scene *scene)
{
  scene->n_activated++;
}

static void
scene_init (Scene *scene, MarathonProblemKind kind, const MarathonProblem *problem)
{
  *scene = (Scene) { 0 };
  scene->window = GTK_WINDOW (gtk_window_new ());
  scene->list = GTK_LIST_BOX (gtk_list_box_new ());
  scene->row = MARATHON_PROBLEM_ROW (marathon_problem_row_new (kind, problem));
  gtk_list_box_append (scene->list, GTK_WIDGET (scene->row));
  g_signal_connect_swapped (scene->list, "row-activated", G_CALLBACK (on_activated), scene);
  gtk_window_set_child (scene->window, GTK_WIDGET (scene->list));
  display_scene_present (scene->window);
}

static void
activate (Scene *scene)
{
  gtk_widget_activate (GTK_WIDGET (scene->row));
  display_scene_settle ();
}

static void
test_of_entrants (void)
{
  guint64 entrants = 3;
  MarathonProblem problem = { .count = 2, .entrants = &entrants };
  Scene scene;

  scene_init (&scene, MARATHON_PROBLEM_CATEGORY_SEX, &problem);
  g_assert_cmpint (marathon_problem_row_get_kind (scene.row), ==, MARATHON_PROBLEM_CATEGORY_SEX);
  g_assert_true (display_scene_shows (GTK_WIDGET (scene.row), "2 entrants are in a category for another sex"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (scene.row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Error: 2 entrants are in a category for another sex");
  activate (&scene);
  g_assert_cmpuint (scene.n_activated, ==, 1);
  display_scene_destroy (scene.window);
}

static void
test_of_the_event (void)
{
  MarathonProblem problem = { .count = 1 };
  Scene scene;

  scene_init (&scene, MARATHON_PROBLEM_EVENT_WITHOUT_DATE, &problem);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (scene.row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Warning: The event has no date, so ages cannot be told");
  activate (&scene);
  g_assert_cmpuint (scene.n_activated, ==, 0);
  g_assert_false (gtk_widget_get_visible (display_scene_find_id (GTK_WIDGET (scene.row), "arrow")));
  marathon_problem_row_set_leads (scene.row, TRUE);
  g_assert_true (gtk_widget_get_visible (display_scene_find_id (GTK_WIDGET (scene.row), "arrow")));
  activate (&scene);
  g_assert_cmpuint (scene.n_activated, ==, 1);
  display_scene_destroy (scene.window);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/problem-row/of-entrants", test_of_entrants);
  g_test_add_func ("/problem-row/of-the-event", test_of_the_event);
  return display_scene_run ();
}
