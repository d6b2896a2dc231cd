/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Earlier versions of an event, looked at and restored in the window.
 */
#include "window/versions-dialog.h"

#include "document/version-keeper.h"
#include "window/window-scene.h"

static GtkWindow *
show_versions (MarathonWindow *window)
{
  marathon_version_keeper_finish ();
  window_scene_act (window, "win.show-versions", NULL);
  return display_scene_find_window (MARATHON_TYPE_VERSIONS_DIALOG);
}

static void
save (MarathonWindow *window)
{
  window_scene_act (window, "win.save", NULL);
  display_scene_wait_until (!marathon_document_is_modified (marathon_window_get_document (window)));
}

static gboolean
holds_nobody (GtkWidget *widget, gconstpointer unused)
{
  const char *subtitle = ADW_IS_ACTION_ROW (widget) ? adw_action_row_get_subtitle (ADW_ACTION_ROW (widget)) : NULL;

  return subtitle != NULL && g_str_has_prefix (subtitle, "0 entrants, ");
}

/* The version with nobody in it: what the file held before it was saved with Ann. */
static void
select_first (GtkWindow *dialog)
{
  GtkWidget *row = display_scene_search (GTK_WIDGET (dialog), holds_nobody, NULL);

  g_assert_nonnull (row);
  gtk_list_box_select_row (GTK_LIST_BOX (display_scene_find_id (GTK_WIDGET (dialog), "rows")), GTK_LIST_BOX_ROW (row));
}

static void
test_an_event_without_versions (void)
{
  MarathonWindow *window = window_scene_new_event ("village-10k");
  GtkWindow *dialog = show_versions (window);

  g_assert_true (display_scene_shows (GTK_WIDGET (dialog), "No Versions Yet"));
  display_scene_press (dialog, "Escape");
  display_scene_wait_until (display_scene_count_windows (MARATHON_TYPE_VERSIONS_DIALOG) == 0);
  window_scene_discard (window);
}

static MarathonWindow *
open_with_versions (const char *name)
{
  g_autofree char *path = window_scene_save_event ("village-10k", name);
  MarathonWindow *window = window_scene_open (path);

  window_scene_enter_person (window, "Ashworth", "Ann");
  save (window);
  return window;
}

static void
test_a_version_is_restored_and_that_is_undone (void)
{
  MarathonWindow *window = open_with_versions ("versions.marathon");
  GtkWindow *dialog = show_versions (window);
  GtkWidget *restore = display_scene_find_id (GTK_WIDGET (dialog), "restore");

  g_assert_false (gtk_widget_get_sensitive (restore));
  select_first (dialog);
  display_scene_wait_until (gtk_widget_get_sensitive (restore));
  g_assert_true (display_scene_shows (GTK_WIDGET (dialog), "1 entrant goes"));
  display_scene_click (restore);
  display_scene_wait_until (display_scene_count_windows (MARATHON_TYPE_VERSIONS_DIALOG) == 0);
  g_assert_cmpuint (window_scene_count_entrants (window), ==, 0);
  display_scene_click_toast (GTK_WIDGET (window));
  display_scene_wait_until (window_scene_count_entrants (window) == 1);
  g_assert_false (marathon_document_is_modified (marathon_window_get_document (window)));
  display_scene_close (GTK_WINDOW (window));
}

static void
test_the_newest_version_is_what_is_there (void)
{
  MarathonWindow *window = open_with_versions ("newest.marathon");
  GtkWindow *dialog = show_versions (window);
  GtkListBox *rows = GTK_LIST_BOX (display_scene_find_id (GTK_WIDGET (dialog), "rows"));

  gtk_list_box_select_row (rows, gtk_list_box_get_row_at_index (rows, 0));
  display_scene_wait_until (display_scene_shows (GTK_WIDGET (dialog), "The event is as it was then."));
  g_assert_false (gtk_widget_get_sensitive (display_scene_find_id (GTK_WIDGET (dialog), "restore")));
  display_scene_close (dialog);
  display_scene_close (GTK_WINDOW (window));
}

static void
test_a_version_is_opened_as_a_copy (void)
{
  MarathonWindow *window = open_with_versions ("copied.marathon");
  GtkWindow *dialog = show_versions (window);
  GtkWidget *copy = display_scene_find_id (GTK_WIDGET (dialog), "copy");
  MarathonWindow *other;

  select_first (dialog);
  display_scene_wait_until (gtk_widget_get_sensitive (copy));
  display_scene_click (copy);
  display_scene_wait_until (display_scene_count_windows (MARATHON_TYPE_WINDOW) == 2);
  other = MARATHON_WINDOW (display_scene_find_window (MARATHON_TYPE_WINDOW));
  g_assert_true (other != window);
  g_assert_cmpuint (window_scene_count_entrants (other), ==, 0);
  g_assert_null (marathon_document_get_path (marathon_window_get_document (other)));
  window_scene_discard (other);
  g_assert_cmpuint (window_scene_count_entrants (window), ==, 1);
  display_scene_close (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  window_scene_init (&argc, &argv);
  g_test_add_func ("/versions-dialog/an-event-without-versions", test_an_event_without_versions);
  g_test_add_func ("/versions-dialog/a-version-is-restored-and-that-is-undone", test_a_version_is_restored_and_that_is_undone);
  g_test_add_func ("/versions-dialog/the-newest-version-is-what-is-there", test_the_newest_version_is_what_is_there);
  g_test_add_func ("/versions-dialog/a-version-is-opened-as-a-copy", test_a_version_is_opened_as_a_copy);
  return display_scene_run ();
}
