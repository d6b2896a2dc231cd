/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entry lists that are opened in the window.
 */
#include "window/import-column-row.h"
#include "window/import-dialog.h"
#include "window/new-event-dialog.h"
#include "window/window-scene.h"

/* Goes through the dialog by keyboard. */
static void
take_in (GtkWindow *dialog)
{
  display_scene_wait_until (gtk_widget_is_sensitive (display_scene_find_id (GTK_WIDGET (dialog), "next")));
  display_scene_wait_for_frame (GTK_WIDGET (dialog));
  display_scene_press (dialog, "Return");
  display_scene_wait_until (gtk_widget_get_mapped (display_scene_find_id (GTK_WIDGET (dialog), "accept")));
  display_scene_wait_for_frame (GTK_WIDGET (dialog));
  display_scene_press (dialog, "Return");
  display_scene_wait_until (display_scene_count_windows (MARATHON_TYPE_IMPORT_DIALOG) == 0);
}

static void
test_entry_list_makes_an_event (void)
{
  g_autofree char *list = window_scene_make_path ("entries.csv");
  g_autofree char *junk = window_scene_make_path ("junk.csv");
  MarathonWindow *window = window_scene_new ();
  GtkWindow *dialog;

  g_assert_true (g_file_set_contents (junk, "%PDF-1.5\n%\n", -1, NULL));
  marathon_window_open_path (window, junk);
  dialog = display_scene_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_true (display_scene_shows (GTK_WIDGET (dialog), "“junk.csv” Cannot Be Imported"));
  display_scene_press (dialog, "Return");
  display_scene_wait_until (display_scene_count_windows (ADW_TYPE_MESSAGE_DIALOG) == 0);
  g_assert_true (marathon_window_is_empty (window));

  g_assert_true (g_file_set_contents (list, "Family name,Given name\nAshworth,Ann\nBirch,Ben\n", -1, NULL));
  marathon_window_open_path (window, list);
  dialog = display_scene_find_window (MARATHON_TYPE_NEW_EVENT_DIALOG);
  g_assert_true (display_scene_shows (GTK_WIDGET (dialog), "For the entrants in “entries.csv”"));
  display_scene_type (dialog, "Riverside Marathon");
  display_scene_press (dialog, "Return");
  take_in (display_scene_find_window (MARATHON_TYPE_IMPORT_DIALOG));
  g_assert_cmpuint (window_scene_count_entrants (window), ==, 2);
  display_scene_click_toast (GTK_WIDGET (window));
  g_assert_cmpuint (window_scene_count_entrants (window), ==, 0);
  window_scene_discard (window);
}

static void
copy (MarathonWindow *window, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), text);
}

static void
test_rows_can_be_pasted (void)
{
  MarathonWindow *window = window_scene_new_event ("village-10k");
  GtkWindow *dialog;

  copy (window, "Family name\tGiven name\nAshworth\tAnn\nBirch\tBen\n");
  window_scene_press (window, "<Control><Shift>v");
  dialog = display_scene_find_window (MARATHON_TYPE_IMPORT_DIALOG);
  g_assert_true (display_scene_shows (GTK_WIDGET (dialog), "Clipboard"));
  take_in (dialog);
  g_assert_cmpuint (window_scene_count_entrants (window), ==, 2);
  window_scene_assert_text (window, 0, MARATHON_FIELD_FAMILY, "Ashworth");
  window_scene_act (window, "win.undo", NULL);
  g_assert_cmpuint (window_scene_count_entrants (window), ==, 0);
  window_scene_discard (window);
}

static void
test_nothing_can_be_pasted (void)
{
  MarathonWindow *window = window_scene_new_event ("village-10k");
  g_autofree char *toast = NULL;

  copy (window, " \n");
  window_scene_act (window, "win.paste-entries", NULL);
  toast = display_scene_get_toast (GTK_WIDGET (window));
  g_assert_cmpstr (toast, ==, "There are no rows in the clipboard");
  g_assert_cmpuint (display_scene_count_windows (MARATHON_TYPE_IMPORT_DIALOG), ==, 0);
  window_scene_discard (window);
}

static void
test_pasted_rows_wait_for_an_event (void)
{
  MarathonWindow *window = window_scene_new ();
  GtkWindow *dialog;

  copy (window, "Family name\tGiven name\nAshworth\tAnn\n");
  window_scene_act (window, "win.paste-entries", NULL);
  dialog = display_scene_find_window (MARATHON_TYPE_NEW_EVENT_DIALOG);
  display_scene_type (dialog, "Riverside Marathon");
  display_scene_press (dialog, "Return");
  take_in (display_scene_find_window (MARATHON_TYPE_IMPORT_DIALOG));
  g_assert_cmpuint (window_scene_count_entrants (window), ==, 1);
  window_scene_discard (window);
}

static void
test_template_comes_back (void)
{
  g_autofree char *path = window_scene_make_path ("template.csv");
  MarathonWindow *window = window_scene_new_event ("city-marathon");
  GtkWindow *dialog;
  GtkListBox *columns;

  window_scene_act (window, "win.save-template", NULL);
  window_scene_choose_destination (path);
  display_scene_wait_until (g_file_test (path, G_FILE_TEST_EXISTS));
  marathon_window_open_path (window, path);
  dialog = display_scene_find_window (MARATHON_TYPE_IMPORT_DIALOG);
  display_scene_wait_until (gtk_widget_is_sensitive (display_scene_find_id (GTK_WIDGET (dialog), "next")));
  columns = GTK_LIST_BOX (display_scene_find_id (GTK_WIDGET (dialog), "columns"));
  for (int i = 0; gtk_list_box_get_row_at_index (columns, i) != NULL; i++)
    g_assert_true (marathon_import_column_row_is_recognised (
        MARATHON_IMPORT_COLUMN_ROW (gtk_list_box_get_row_at_index (columns, i))));
  display_scene_press (dialog, "Escape");
  display_scene_wait_until (display_scene_count_windows (MARATHON_TYPE_IMPORT_DIALOG) == 0);
  window_scene_discard (window);
}

int
main (int argc, char **argv)
{
  window_scene_init (&argc, &argv);
  g_test_add_func ("/window/an-entry-list-makes-an-event", test_entry_list_makes_an_event);
  g_test_add_func ("/window/rows-can-be-pasted", test_rows_can_be_pasted);
  g_test_add_func ("/window/an-empty-clipboard-is-told", test_nothing_can_be_pasted);
  g_test_add_func ("/window/pasted-rows-wait-for-an-event", test_pasted_rows_wait_for_an_event);
  g_test_add_func ("/window/a-template-is-recognised", test_template_comes_back);
  return display_scene_run ();
}
