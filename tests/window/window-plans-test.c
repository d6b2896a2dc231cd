/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plans by the window's keys, and the ways out of them; the file is the one that the command line makes.
 */
#include "pages/plans/plan-dialog.h"

#include "window/window-scene.h"

/* A new event with people, three of them, in a file of that name; nobody has a place. */
static char *
save_people (const char *name)
{
  g_autofree char *path = window_scene_save_event ("village-10k", name);
  MarathonWindow *window = window_scene_open (path);

  marathon_window_show_page (window, "entrants");
  window_scene_enter_person (window, "Ashworth", "Ann");
  window_scene_enter_person (window, "Birch", "Ben");
  window_scene_enter_person (window, "Çelik", "Deniz");
  window_scene_act (window, "win.save", NULL);
  display_scene_wait_until (!marathon_document_is_modified (marathon_window_get_document (window)));
  display_scene_close (GTK_WINDOW (window));
  return g_steal_pointer (&path);
}

static GtkWindow *
wait_for_plan (void)
{
  GtkWindow *dialog = display_scene_find_window (MARATHON_TYPE_PLAN_DIALOG);
  GtkStack *stack = GTK_STACK (display_scene_find_id (GTK_WIDGET (dialog), "stack"));

  display_scene_wait_until (!g_str_equal (gtk_stack_get_visible_child_name (stack), "busy"));
  display_scene_wait_for_frame (GTK_WIDGET (dialog));
  return dialog;
}

static void
wait_until_closed (void)
{
  display_scene_wait_until (display_scene_count_windows (MARATHON_TYPE_PLAN_DIALOG) == 0);
}

static void
plan_by_keys (MarathonWindow *window, const char *keys, const char *toast)
{
  g_autofree char *found = NULL;

  window_scene_press (window, keys);
  display_scene_press (wait_for_plan (), "Return");
  wait_until_closed ();
  found = display_scene_get_toast (GTK_WIDGET (window));
  g_assert_cmpstr (found, ==, toast);
}

static GBytes *
plan_on_command_line (const char *path)
{
  g_autofree char *planned = window_scene_make_path ("planned.marathon");
  const char *argv[] = { g_getenv ("MARATHON_CLI"), "plan", path, "all", "--output", planned, NULL };
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return window_scene_read_file (planned);
}

static void
test_the_keys_do_what_the_command_line_does (void)
{
  g_autofree char *path = save_people ("village.marathon");
  g_autoptr (GBytes) expected = plan_on_command_line (path);
  g_autoptr (GBytes) before = window_scene_read_file (path);
  g_autoptr (GBytes) after = NULL, undone = NULL;
  MarathonWindow *window = window_scene_open (path);

  plan_by_keys (window, "<Control><Shift>c", "Assigned 3 categories");
  plan_by_keys (window, "<Control><Shift>w", "Assigned 3 waves");
  plan_by_keys (window, "<Control><Shift>b", "Assigned 3 bibs");
  after = window_scene_write_copy (window, "after.marathon");
  g_assert_true (g_bytes_equal (after, expected));
  for (guint i = 0; i < 3; i++)
    window_scene_act (window, "win.undo", NULL);
  g_assert_false (marathon_history_can_undo (window_scene_get_history (window)));
  undone = window_scene_write_copy (window, "undone.marathon");
  g_assert_true (g_bytes_equal (undone, before));
  display_scene_close (GTK_WINDOW (window));
}

static void
test_the_toast_takes_back (void)
{
  g_autofree char *path = save_people ("toast.marathon");
  MarathonWindow *window = window_scene_open (path);

  plan_by_keys (window, "<Control><Shift>b", "Assigned 3 bibs");
  display_scene_click_toast (GTK_WIDGET (window));
  window_scene_assert_text (window, 0, MARATHON_FIELD_BIB, "");
  g_assert_false (marathon_history_can_undo (window_scene_get_history (window)));
  display_scene_close (GTK_WINDOW (window));
}

/* Typing that is not in the event yet is planned with. */
static void
test_typing_comes_first (void)
{
  MarathonWindow *window = window_scene_new_event ("village-10k");

  window_scene_press (window, "<Control>n");
  window_scene_type (window, "Ashworth");
  window_scene_act (window, "win.plan-categories", NULL);
  g_assert_true (display_scene_shows (GTK_WIDGET (wait_for_plan ()), "1 gets a category"));
  window_scene_assert_text (window, 0, MARATHON_FIELD_FAMILY, "Ashworth");
  display_scene_press (wait_for_plan (), "Escape");
  wait_until_closed ();
  window_scene_discard (window);
}

static void
test_a_row_leads_to_the_entrant (void)
{
  g_autofree char *path = save_people ("row.marathon");
  MarathonWindow *window = window_scene_open (path);
  g_autoptr (GArray) selected = NULL;

  window_scene_act (window, "win.plan-waves", NULL);
  g_signal_emit_by_name (display_scene_find_id (GTK_WIDGET (wait_for_plan ()), "view"), "activate", 1);
  wait_until_closed ();
  g_assert_cmpstr (gtk_widget_get_name (GTK_WIDGET (marathon_window_get_current_page (window))), ==, "entrants");
  selected = marathon_entrants_model_get_selected (window_scene_get_model (window));
  g_assert_cmpuint (selected->len, ==, 1);
  g_assert_cmpuint (g_array_index (selected, guint32, 0), ==, 1);
  g_assert_false (marathon_history_can_undo (window_scene_get_history (window)));
  display_scene_close (GTK_WINDOW (window));
}

static void
test_what_lacks_leads_to_its_page (void)
{
  MarathonWindow *window = window_scene_new_event ("village-10k");

  marathon_window_show_page (window, "overview");
  window_scene_act (window, "win.plan-bibs", NULL);
  g_assert_true (display_scene_shows (GTK_WIDGET (wait_for_plan ()), "Nobody Is Accepted Yet"));
  display_scene_press (wait_for_plan (), "Return");
  wait_until_closed ();
  g_assert_cmpstr (gtk_widget_get_name (GTK_WIDGET (marathon_window_get_current_page (window))), ==, "entrants");
  window_scene_discard (window);
}

static void
test_only_with_an_event (void)
{
  MarathonWindow *window = window_scene_new ();

  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "plan-categories"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "plan-waves"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "plan-bibs"));
  display_scene_close (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  window_scene_init (&argc, &argv);
  g_test_add_func ("/window-plans/the-keys-do-what-the-command-line-does", test_the_keys_do_what_the_command_line_does);
  g_test_add_func ("/window-plans/the-toast-takes-back", test_the_toast_takes_back);
  g_test_add_func ("/window-plans/typing-comes-first", test_typing_comes_first);
  g_test_add_func ("/window-plans/a-row-leads-to-the-entrant", test_a_row_leads_to_the_entrant);
  g_test_add_func ("/window-plans/what-lacks-leads-to-its-page", test_what_lacks_leads_to_its_page);
  g_test_add_func ("/window-plans/only-with-an-event", test_only_with_an_event);
  return display_scene_run ();
}
