/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The frame of the window: what its header bar says and leads to, its pages, its size, its toasts.
 */
#include "planning/problem-table.h"
#include "widgets/interface.h"
#include "window/window-scene.h"

/* --- What the header bar says --- */

static void
test_header_bar (void)
{
  MarathonWindow *window = window_scene_new_event ("village-10k");

  g_assert_true (display_scene_shows (GTK_WIDGET (window), "• Riverside Marathon"));
  g_assert_true (display_scene_shows (GTK_WIDGET (window), "Not saved yet"));
  window_scene_enter_person (window, "Ashworth", "Ann");
  window_scene_act (window, "win.undo", NULL);
  window_scene_act (window, "win.undo", NULL);
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "undo"));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "redo"));
  window_scene_discard (window);
}

/* --- Undo and redo --- */

static void
test_undo_takes_back_typing_first (void)
{
  MarathonWindow *window = window_scene_new_event ("village-10k");
  guint64 state;

  window_scene_enter_person (window, "Ashworth", "Ann");
  state = marathon_history_get_state (window_scene_get_history (window));
  window_scene_type (window, "x");
  window_scene_press (window, "<Control>z");
  g_assert_cmpuint (marathon_history_get_state (window_scene_get_history (window)), ==, state);
  window_scene_press (window, "<Control>z");
  display_scene_wait_until (marathon_history_get_state (window_scene_get_history (window)) != state);
  window_scene_discard (window);
}

static gboolean
does_action (GtkWidget *widget, gconstpointer action)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0;
}

static const char *
get_tooltip (MarathonWindow *window, const char *action)
{
  GtkWidget *button = display_scene_search (GTK_WIDGET (window), does_action, action);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_mapped (button));
  return gtk_widget_get_tooltip_text (button);
}

static void
test_tooltips_name_the_step (void)
{
  MarathonWindow *window = window_scene_new_event ("village-10k");

  g_assert_cmpstr (get_tooltip (window, "win.undo"), ==, "Undo");
  g_assert_cmpstr (get_tooltip (window, "win.redo"), ==, "Redo");
  window_scene_enter_person (window, "Ashworth", "Ann");
  g_assert_cmpstr (get_tooltip (window, "win.undo"), ==, "Undo Change Given Name of Ashworth");
  window_scene_act (window, "win.undo", NULL);
  g_assert_cmpstr (get_tooltip (window, "win.undo"), ==, "Undo Add Entrant");
  g_assert_cmpstr (get_tooltip (window, "win.redo"), ==, "Redo Change Given Name of Ashworth");
  window_scene_act (window, "win.redo", NULL);
  g_assert_cmpstr (get_tooltip (window, "win.redo"), ==, "Redo");
  window_scene_discard (window);
}

/* --- Problems --- */

static MarathonProblemsWatch *
get_problems (MarathonWindow *window)
{
  MarathonProblemsWatch *problems;

  g_object_get (window, "problems", &problems, NULL);
  /* The window holds it too. */
  g_object_unref (problems);
  return problems;
}

/* How many errors and warnings the program finds, as soon as it has looked. */
static guint
count_problems (MarathonWindow *window)
{
  MarathonProblemsWatch *watch = get_problems (window);
  guint n_errors, n_warnings;

  display_scene_wait_until (!marathon_problems_watch_is_busy (watch));
  g_object_get (watch, "n-errors", &n_errors, "n-warnings", &n_warnings, NULL);
  return n_errors + n_warnings;
}

static void
assert_problems_button (MarathonWindow *window, guint n)
{
  GtkWidget *button = display_scene_find_id (GTK_WIDGET (window), "problems_button");
  GtkWidget *label = display_scene_find_id (button, "problem_count");
  g_autofree char *count = n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("");
  g_autofree char *tooltip = n == 0   ? g_strdup ("No Problems")
                             : n == 1 ? g_strdup ("1 Problem")
                                      : g_strdup_printf ("%u Problems", n);

  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, count);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, tooltip);
}

static void
test_problems_button_counts (void)
{
  MarathonWindow *window = window_scene_new_event ("village-10k");
  guint without_entrants = count_problems (window), with_one;

  assert_problems_button (window, without_entrants);
  window_scene_enter_person (window, "Ashworth", "Ann");
  with_one = count_problems (window);
  g_assert_cmpuint (with_one, >, without_entrants);
  assert_problems_button (window, with_one);
  window_scene_act (window, "win.undo", NULL);
  window_scene_act (window, "win.undo", NULL);
  g_assert_cmpuint (count_problems (window), ==, without_entrants);
  assert_problems_button (window, without_entrants);
  window_scene_discard (window);
}

static void
test_problem_leads_to_those_concerned (void)
{
  g_autofree char *sentence = marathon_problem_format (MARATHON_PROBLEM_NO_SEX, 1);
  MarathonWindow *window = window_scene_new_event ("village-10k");
  GtkWidget *button, *popover, *row;

  window_scene_enter_person (window, "Ashworth", "Ann");
  window_scene_enter_person (window, "Birch", "Ben");
  /* The field after the given name is the sex: Ben's is known. */
  window_scene_press (window, "m Tab");
  window_scene_assert_text (window, 1, MARATHON_FIELD_SEX, "M");
  display_scene_wait_until (!marathon_problems_watch_is_busy (get_problems (window)));
  window_scene_act (window, "win.show-page", "overview");

  window_scene_act (window, "win.show-problems", NULL);
  button = display_scene_find_id (GTK_WIDGET (window), "problems_button");
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  display_scene_wait_until (gtk_widget_get_mapped (popover));
  row = gtk_widget_get_ancestor (display_scene_find_text (popover, GTK_TYPE_LABEL, sentence), GTK_TYPE_LIST_BOX_ROW);
  gtk_widget_activate (row);
  display_scene_wait_until (!gtk_widget_get_mapped (popover));
  g_assert_true (marathon_window_get_current_page (window) == marathon_window_get_page (window, "entrants"));
  display_scene_wait_until (marathon_entrants_model_get_n_shown (window_scene_get_model (window)) == 1);
  g_assert_cmpuint (marathon_entrants_model_get_position (window_scene_get_model (window), 0), ==, 0);
  window_scene_discard (window);
}

/* --- The sidebar --- */

static AdwFlap *
get_flap (MarathonWindow *window)
{
  GtkWidget *view = display_scene_find_type_name (GTK_WIDGET (window), "MarathonEventView");

  return ADW_FLAP (display_scene_find_id (view, "flap"));
}

static gboolean
is_sidebar_mapped (MarathonWindow *window)
{
  return gtk_widget_get_mapped (display_scene_find_type_name (GTK_WIDGET (window), "MarathonSidebar"));
}

static void
test_sidebar_folds_where_there_is_no_room (void)
{
  MarathonWindow *window = window_scene_new_event ("village-10k");
  GtkListBoxRow *row;

  g_assert_false (adw_flap_get_folded (get_flap (window)));
  g_assert_true (is_sidebar_mapped (window));
  /* Less than sidebar and page need side by side. */
  gtk_window_set_default_size (GTK_WINDOW (window), 540, 800);
  display_scene_wait_until (adw_flap_get_folded (get_flap (window)));
  display_scene_wait_until (!is_sidebar_mapped (window));

  /* It comes over the page when it is asked for, and goes when a page was chosen. */
  window_scene_press (window, "F9");
  display_scene_wait_until (is_sidebar_mapped (window));
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (display_scene_find (
                                         display_scene_find_type_name (GTK_WIDGET (window), "MarathonSidebar"),
                                         GTK_TYPE_LIST_BOX)), 0);
  gtk_widget_activate (GTK_WIDGET (row));
  display_scene_wait_until (!is_sidebar_mapped (window));
  g_assert_true (marathon_window_get_current_page (window) == marathon_window_get_page (window, "overview"));

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  display_scene_wait_until (!adw_flap_get_folded (get_flap (window)));
  window_scene_discard (window);
}

/* --- Size --- */

static void
test_size_is_remembered (void)
{
  g_autoptr (GSettings) settings = g_settings_new (MARATHON_SETTINGS);
  MarathonWindow *window = window_scene_new ();
  int usual_width = gtk_widget_get_width (GTK_WIDGET (window)), width, height;

  gtk_window_set_default_size (GTK_WINDOW (window), 910, 620);
  display_scene_wait_until (gtk_widget_get_width (GTK_WIDGET (window)) < usual_width);
  width = gtk_widget_get_width (GTK_WIDGET (window));
  height = gtk_widget_get_height (GTK_WIDGET (window));
  display_scene_close (GTK_WINDOW (window));

  window = marathon_window_new (GTK_APPLICATION (display_scene_get_application ()));
  display_scene_present (GTK_WINDOW (window));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), ==, width);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (window)), ==, height);
  display_scene_close (GTK_WINDOW (window));
  g_settings_reset (settings, "window-size");
}

/* --- Toasts --- */

static void
test_toast_goes_with_its_step (void)
{
  MarathonWindow *window = window_scene_new_event ("village-10k");
  g_autofree char *toast = NULL;
  guint64 before;

  window_scene_enter_person (window, "Ashworth", "Ann");
  window_scene_press (window, "Escape");
  before = marathon_history_get_state (window_scene_get_history (window));
  window_scene_act (window, "entrants.withdraw", NULL);
  toast = display_scene_get_toast (GTK_WIDGET (window));
  g_assert_cmpstr (toast, ==, "1 entrant withdrawn");
  window_scene_press (window, "<Control>z");
  display_scene_wait_until (marathon_history_get_state (window_scene_get_history (window)) == before);
  /* At once, not when its time is over: its button would take back another step. */
  display_scene_settle ();
  g_assert_cmpuint (display_scene_count_toasts (GTK_WIDGET (window)), ==, 0);
  window_scene_assert_text (window, 0, MARATHON_FIELD_STATUS, "");
  window_scene_discard (window);
}

int
main (int argc, char **argv)
{
  window_scene_init (&argc, &argv);
  g_test_add_func ("/window/the-header-bar-says-what-is-unsaved", test_header_bar);
  g_test_add_func ("/window/undo-takes-back-typing-first", test_undo_takes_back_typing_first);
  g_test_add_func ("/window/tooltips-name-the-step", test_tooltips_name_the_step);
  g_test_add_func ("/window/problems-button-counts", test_problems_button_counts);
  g_test_add_func ("/window/problem-leads-to-those-concerned", test_problem_leads_to_those_concerned);
  g_test_add_func ("/window/sidebar-folds-where-there-is-no-room", test_sidebar_folds_where_there_is_no_room);
  g_test_add_func ("/window/size-is-remembered", test_size_is_remembered);
  g_test_add_func ("/window/toast-goes-with-its-step", test_toast_goes_with_its_step);
  return display_scene_run ();
}
