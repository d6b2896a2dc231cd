/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saving to a file that is chosen: the whole of the main job in the window, by its own actions and keys, and a copy.
 */
#include "window/new-event-dialog.h"
#include "window/window-scene.h"

/* --- The main job --- */

static void
make_event (MarathonWindow *window)
{
  GtkWindow *dialog;

  marathon_window_ask_new_event (window);
  dialog = display_scene_find_window (MARATHON_TYPE_NEW_EVENT_DIALOG);
  display_scene_focus (dialog);
  display_scene_type (dialog, "Riverside Marathon");
  display_scene_press (dialog, "Return");
  display_scene_wait_until (marathon_window_get_document (window) != NULL);
  display_scene_wait_until (display_scene_count_windows (MARATHON_TYPE_NEW_EVENT_DIALOG) == 0);
}

static guint
count_guides (MarathonWindow *window, guint position)
{
  MarathonEvent *event = window_scene_get_event (window);
  MarathonDetailsView details;

  marathon_details_store_get (marathon_event_get_details (event),
                              marathon_roster_get (marathon_event_get_roster (event), position)->details, &details);
  return details.n_guides;
}

static void
undo_everything (MarathonWindow *window)
{
  while (marathon_history_can_undo (window_scene_get_history (window)))
    window_scene_act (window, "win.undo", NULL);
}

static void
redo_everything (MarathonWindow *window)
{
  while (marathon_history_can_redo (window_scene_get_history (window)))
    window_scene_act (window, "win.redo", NULL);
}

static void
enter_people (MarathonWindow *window)
{
  window_scene_enter_person (window, "Ashworth", "Ann");
  window_scene_enter_person (window, "Birch", "Ben");
  window_scene_enter_person (window, "Çelik", "Deniz");
  g_assert_cmpuint (window_scene_count_entrants (window), ==, 3);
  window_scene_assert_text (window, 2, MARATHON_FIELD_FAMILY, "Çelik");
  window_scene_assert_text (window, 1, MARATHON_FIELD_GIVEN, "Ben");
  /* A guide of the one who is shown. */
  window_scene_press (window, "<Control>g");
  g_assert_cmpuint (count_guides (window, 2), ==, 1);
}

/* Taken back by the toast's button, and done after all. */
static void
change_all_at_once (MarathonWindow *window)
{
  MarathonHistory *history = window_scene_get_history (window);
  g_autofree char *toast = NULL;

  gtk_selection_model_select_all (GTK_SELECTION_MODEL (window_scene_get_model (window)));
  window_scene_act (window, "entrants.set-status", "applied");
  for (guint i = 0; i < 3; i++)
    window_scene_assert_text (window, i, MARATHON_FIELD_STATUS, "applied");
  g_assert_cmpstr (marathon_history_get_undo_label (history), ==, "Change Status of 3 Entrants");
  toast = display_scene_get_toast (GTK_WIDGET (window));
  g_assert_cmpstr (toast, ==, "Status of 3 entrants: Applied");
  display_scene_click_toast (GTK_WIDGET (window));
  window_scene_assert_text (window, 0, MARATHON_FIELD_STATUS, "");
  window_scene_act (window, "win.redo", NULL);
}

static void
delete_the_first (MarathonWindow *window)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (window_scene_get_model (window)), 0, TRUE);
  window_scene_act (window, "entrants.delete", NULL);
  g_assert_cmpuint (window_scene_count_entrants (window), ==, 2);
}

/* Undone to the @empty event, and redone to what it is now. */
static void
assert_undone_and_redone (MarathonWindow *window, GBytes *empty)
{
  g_autoptr (GBytes) done = window_scene_write_copy (window, "done.marathon");
  g_autoptr (GBytes) undone = NULL;
  g_autoptr (GBytes) redone = NULL;

  undo_everything (window);
  undone = window_scene_write_copy (window, "undone.marathon");
  g_assert_true (g_bytes_equal (empty, undone));
  redo_everything (window);
  redone = window_scene_write_copy (window, "redone.marathon");
  g_assert_true (g_bytes_equal (done, redone));
}

static void
test_main_job (void)
{
  g_autofree char *path = window_scene_make_path ("riverside.marathon");
  g_autoptr (GBytes) empty = NULL;
  g_autoptr (GBytes) done = NULL;
  g_autoptr (GBytes) saved = NULL;
  g_autoptr (GBytes) reopened = NULL;
  MarathonWindow *window = window_scene_new ();

  make_event (window);
  empty = window_scene_write_copy (window, "empty.marathon");
  enter_people (window);
  change_all_at_once (window);
  delete_the_first (window);
  assert_undone_and_redone (window, empty);

  done = window_scene_write_copy (window, "done.marathon");
  window_scene_press (window, "<Control>s");
  window_scene_choose_destination (path);
  display_scene_wait_until (!marathon_document_is_modified (marathon_window_get_document (window)));
  display_scene_wait_until (!g_action_group_get_action_enabled (G_ACTION_GROUP (window), "cancel"));
  saved = window_scene_read_file (path);
  g_assert_true (g_bytes_equal (done, saved));
  display_scene_close (GTK_WINDOW (window));

  /* The next window knows it already. */
  window = window_scene_new ();
  display_scene_wait_until (display_scene_shows (GTK_WIDGET (window), "riverside"));
  marathon_window_open_path (window, path);
  display_scene_wait_until (marathon_window_get_document (window) != NULL);
  reopened = window_scene_write_copy (window, "reopened.marathon");
  g_assert_true (g_bytes_equal (saved, reopened));
  display_scene_close (GTK_WINDOW (window));
}

/* --- A copy --- */

static void
test_copy_is_another_file (void)
{
  g_autofree char *path = window_scene_save_event ("village-10k", "original.marathon");
  g_autofree char *copy_path = window_scene_make_path ("for the timekeeper.marathon");
  g_autofree char *toast = NULL;
  g_autoptr (GBytes) before = window_scene_read_file (path);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GBytes) copy = NULL;
  g_autoptr (GBytes) whole = NULL;
  MarathonWindow *window = window_scene_open (path);
  MarathonDocument *document = marathon_window_get_document (window);

  window_scene_enter_person (window, "Ashworth", "Ann");
  window_scene_act (window, "win.save-copy", NULL);
  window_scene_choose_destination (copy_path);
  toast = display_scene_get_toast (GTK_WIDGET (window));
  g_assert_cmpstr (toast, ==, "Copy saved as “for the timekeeper.marathon”");
  copy = window_scene_read_file (copy_path);
  whole = window_scene_write_copy (window, "whole.marathon");
  g_assert_true (g_bytes_equal (copy, whole));

  /* The event is what it was: of the same file, which lacks what was changed. */
  g_assert_cmpstr (marathon_document_get_path (document), ==, path);
  g_assert_true (marathon_document_is_modified (document));
  g_assert_true (display_scene_shows (GTK_WIDGET (window), "• Riverside Marathon"));
  display_scene_wait_until (display_scene_shows (GTK_WIDGET (window), "Changes kept, not saved yet"));
  after = window_scene_read_file (path);
  g_assert_true (g_bytes_equal (before, after));
  window_scene_discard (window);
}

int
main (int argc, char **argv)
{
  window_scene_init (&argc, &argv);
  g_test_add_func ("/window/does-the-main-job", test_main_job);
  g_test_add_func ("/window/copy-is-another-file", test_copy_is_another_file);
  return display_scene_run ();
}
