/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Removing personal data in the window: nothing happens before it is agreed to, and afterwards nothing is left, in
 * memory either.
 */
#include "window/personal-data-dialog.h"

#include <glib/gstdio.h>

#include "document/state-folder.h"
#include "document/version-keeper.h"
#include "document/versions.h"
#include "window/window-scene.h"

static GtkWindow *
show_dialog (MarathonWindow *window)
{
  window_scene_act (window, "win.remove-personal-data", NULL);
  return display_scene_find_window (MARATHON_TYPE_PERSONAL_DATA_DIALOG);
}

/* An event with Ann Ashworth in it, saved once with her and once more without another one; a backup and versions are
 * there. */
static MarathonWindow *
open_with_ann (const char *name)
{
  g_autofree char *path = window_scene_save_event ("village-10k", name);
  MarathonWindow *window = window_scene_open (path);

  window_scene_enter_person (window, "Ashworth", "Ann");
  window_scene_act (window, "win.save", NULL);
  display_scene_wait_until (!marathon_document_is_modified (marathon_window_get_document (window)));
  window_scene_enter_person (window, "Brookes", "Bea");
  return window;
}

static GtkWidget *
get (GtkWindow *dialog, const char *id)
{
  return display_scene_find_id (GTK_WIDGET (dialog), id);
}

static gboolean
file_holds (MarathonWindow *window, const char *word)
{
  g_autoptr (GBytes) bytes
      = window_scene_read_file (marathon_document_get_path (marathon_window_get_document (window)));
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  return g_strstr_len (text, (gssize) size, word) != NULL;
}

static void
remove_all (GtkWindow *dialog)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get (dialog, "all")), TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get (dialog, "understood")), TRUE);
  display_scene_click (get (dialog, "remove"));
  display_scene_wait_until (display_scene_count_windows (MARATHON_TYPE_PERSONAL_DATA_DIALOG) == 0);
}

static void
test_nothing_happens_before_it_is_understood (void)
{
  MarathonWindow *window = open_with_ann ("understood.marathon");
  GtkWindow *dialog = show_dialog (window);

  g_assert_false (gtk_widget_get_sensitive (get (dialog, "remove")));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get (dialog, "understood")), TRUE);
  g_assert_true (gtk_widget_get_sensitive (get (dialog, "remove")));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get (dialog, "understood")), FALSE);
  g_assert_false (gtk_widget_get_sensitive (get (dialog, "remove")));
  /* The keyboard begins at Cancel. */
  display_scene_press (dialog, "Return");
  display_scene_wait_until (display_scene_count_windows (MARATHON_TYPE_PERSONAL_DATA_DIALOG) == 0);
  g_assert_true (file_holds (window, "Ashworth"));
  g_assert_cmpuint (window_scene_count_entrants (window), ==, 2);
  window_scene_discard (window);
}

static void
test_the_dialog_says_what_there_is_of_it (void)
{
  MarathonWindow *window = open_with_ann ("says.marathon");
  GtkWindow *dialog = show_dialog (window);
  GtkLabel *found = GTK_LABEL (get (dialog, "found"));

  g_assert_cmpstr (gtk_label_get_label (found), ==, "The event has nothing of it. Copies that were kept may have.");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get (dialog, "all")), TRUE);
  g_assert_cmpstr (gtk_label_get_label (found), ==, "2 entrants are known by name.");
  display_scene_press (dialog, "Escape");
  display_scene_wait_until (display_scene_count_windows (MARATHON_TYPE_PERSONAL_DATA_DIALOG) == 0);
  window_scene_discard (window);
}

static void
test_afterwards_nothing_is_left_in_files_and_memory (void)
{
  MarathonWindow *window = open_with_ann ("gone.marathon");
  g_autoptr (MarathonDocument) before = g_object_ref (marathon_window_get_document (window));
  g_autofree char *backup = g_strconcat (marathon_document_get_path (before), "~", NULL);
  g_autofree char *state = marathon_state_folder_get ();
  g_autoptr (GPtrArray) versions = NULL;
  gpointer old = NULL;
  MarathonText found;

  marathon_version_keeper_finish ();
  g_assert_true (g_file_test (backup, G_FILE_TEST_EXISTS));
  remove_all (show_dialog (window));
  display_scene_wait_until (marathon_window_get_document (window) != before);

  g_assert_cmpuint (window_scene_count_entrants (window), ==, 2); /* what was not saved was saved */
  g_assert_false (file_holds (window, "Ashworth"));
  g_assert_false (file_holds (window, "Brookes"));
  g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));
  versions = marathon_versions_list (state, marathon_event_get_id (window_scene_get_event (window)));
  g_assert_cmpuint (versions->len, ==, 0);
  g_assert_false (
      marathon_text_pool_find (marathon_event_get_pool (window_scene_get_event (window)), "Ashworth", -1, &found));
  g_assert_false (marathon_history_can_undo (window_scene_get_history (window)));
  g_assert_false (marathon_document_is_modified (marathon_window_get_document (window)));

  /* The old one has gone from memory. */
  g_object_add_weak_pointer (G_OBJECT (before), &old);
  g_clear_object (&before);
  display_scene_assert_freed (old);
  /* It can be worked with, and saved. */
  window_scene_enter_person (window, "Carter", "Cyn");
  window_scene_act (window, "win.save", NULL);
  display_scene_wait_until (!marathon_document_is_modified (marathon_window_get_document (window)));
  g_assert_true (file_holds (window, "Carter"));
  display_scene_close (GTK_WINDOW (window));
}

static void
test_what_could_not_be_removed_is_told (void)
{
  MarathonWindow *window = open_with_ann ("told.marathon");
  MarathonDocument *before = marathon_window_get_document (window);
  g_autofree char *backup = g_strconcat (marathon_document_get_path (before), "~", NULL);

  marathon_version_keeper_finish ();
  g_assert_cmpint (g_remove (backup), ==, 0);
  g_assert_cmpint (g_mkdir (backup, 0700), ==, 0);
  remove_all (show_dialog (window));
  window_scene_answer ("_Close");
  display_scene_wait_until (marathon_window_get_document (window) != before);
  g_assert_false (file_holds (window, "Ashworth"));
  display_scene_close (GTK_WINDOW (window));
  g_assert_cmpint (g_rmdir (backup), ==, 0);
}

static void
test_a_refusal_is_told_and_all_stays (void)
{
  MarathonWindow *window = open_with_ann ("refused.marathon");
  MarathonDocument *document = marathon_window_get_document (window);
  GtkWindow *dialog = show_dialog (window);

  g_assert_true (g_file_set_contents (marathon_document_get_path (document), "something else", -1, NULL));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get (dialog, "understood")), TRUE);
  display_scene_click (get (dialog, "remove"));
  window_scene_answer ("_Close");
  g_assert_true (gtk_widget_get_sensitive (get (dialog, "remove")));
  display_scene_press (dialog, "Escape");
  display_scene_wait_until (display_scene_count_windows (MARATHON_TYPE_PERSONAL_DATA_DIALOG) == 0);
  g_assert_true (marathon_window_get_document (window) == document);
  g_assert_false (marathon_document_is_read_only (document));
  g_assert_true (file_holds (window, "something else"));
  window_scene_discard (window);
}

static void
test_an_event_without_a_file_has_to_be_saved_first (void)
{
  MarathonWindow *window = window_scene_new_event ("village-10k");

  window_scene_act (window, "win.remove-personal-data", NULL);
  window_scene_answer ("_Close");
  g_assert_cmpuint (display_scene_count_windows (MARATHON_TYPE_PERSONAL_DATA_DIALOG), ==, 0);
  window_scene_discard (window);
}

int
main (int argc, char **argv)
{
  window_scene_init (&argc, &argv);
  g_test_add_func ("/personal-data-dialog/nothing-happens-before-it-is-understood",
                   test_nothing_happens_before_it_is_understood);
  g_test_add_func ("/personal-data-dialog/the-dialog-says-what-there-is-of-it",
                   test_the_dialog_says_what_there_is_of_it);
  g_test_add_func ("/personal-data-dialog/afterwards-nothing-is-left-in-files-and-memory",
                   test_afterwards_nothing_is_left_in_files_and_memory);
  g_test_add_func ("/personal-data-dialog/what-could-not-be-removed-is-told", test_what_could_not_be_removed_is_told);
  g_test_add_func ("/personal-data-dialog/a-refusal-is-told-and-all-stays", test_a_refusal_is_told_and_all_stays);
  g_test_add_func ("/personal-data-dialog/an-event-without-a-file-has-to-be-saved-first",
                   test_an_event_without_a_file_has_to_be_saved_first);
  return display_scene_run ();
}
