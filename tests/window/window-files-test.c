/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the window does with files whose names are known: opened, saved again, given up, closed.
 */
#include <string.h>

#include "window/window-scene.h"

/* --- Opening --- */

static void
test_one_window_per_file (void)
{
  g_autofree char *path = window_scene_save_event ("village-10k", "one.marathon");
  g_autofree char *detour = window_scene_make_path ("../data/./one.marathon");
  g_autofree char *other = window_scene_save_event ("village-10k", "other.marathon");
  MarathonWindow *window = window_scene_open (path);
  GtkWindow *second;

  marathon_window_open_path (window, path);
  marathon_window_open_path (window, detour);
  g_assert_cmpuint (display_scene_count_windows (MARATHON_TYPE_WINDOW), ==, 1);
  marathon_window_open_path (window, other);
  g_assert_cmpuint (display_scene_count_windows (MARATHON_TYPE_WINDOW), ==, 2);
  second = display_scene_find_window (MARATHON_TYPE_WINDOW);
  display_scene_wait_until (marathon_window_get_document (MARATHON_WINDOW (second)) != NULL);
  display_scene_close (second);
  display_scene_close (GTK_WINDOW (window));
}

static void
test_says_what_cannot_be_opened (void)
{
  static const char broken[] = "<event xmlns=\"urn:marathon:event\" version=\"1.0\"><sponsor/></event>";
  g_autofree char *path = window_scene_make_path ("broken.marathon");
  MarathonWindow *window = window_scene_new ();
  GtkWindow *dialog;

  g_assert_true (g_file_set_contents (path, broken, -1, NULL));
  marathon_window_open_path (window, path);
  dialog = display_scene_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_true (display_scene_shows (GTK_WIDGET (dialog), "“broken.marathon” Cannot Be Opened"));
  display_scene_press (dialog, "Return");
  display_scene_wait_until (display_scene_count_windows (ADW_TYPE_MESSAGE_DIALOG) == 0);
  g_assert_true (marathon_window_is_empty (window));
  display_scene_close (GTK_WINDOW (window));
}

static void
test_opens_the_example (void)
{
  MarathonWindow *window = window_scene_new ();

  window_scene_act (window, "win.open-example", NULL);
  display_scene_wait_until (marathon_window_get_document (window) != NULL);
  g_assert_cmpuint (window_scene_count_entrants (window), >, 50);
  /* It is nobody's file, least of all the installed one. */
  g_assert_null (marathon_document_get_path (marathon_window_get_document (window)));
  window_scene_discard (window);
}

static GtkDropTarget *
find_drop_target (MarathonWindow *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  g_error ("nothing can be dropped on the window");
}

/* Files are let go over the window. */
static void
drop (MarathonWindow *window, const char *first, const char *second)
{
  GtkDropTarget *target = find_drop_target (window);
  GFile *files[] = { g_file_new_for_path (first), g_file_new_for_path (second) };
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean is_taken = FALSE;

  g_assert_true (gdk_content_formats_contain_gtype (gtk_drop_target_get_formats (target), GDK_TYPE_FILE_LIST));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (files, G_N_ELEMENTS (files)));
  g_signal_emit_by_name (target, "drop", &value, 10.0, 10.0, &is_taken);
  g_assert_true (is_taken);
  g_object_unref (files[0]);
  g_object_unref (files[1]);
}

static void
test_opens_what_is_dropped (void)
{
  g_autofree char *path = window_scene_save_event ("village-10k", "dropped.marathon");
  g_autofree char *other = window_scene_save_event ("village-10k", "dropped too.marathon");
  MarathonWindow *window = window_scene_new ();
  MarathonWindow *second;

  drop (window, path, other);
  display_scene_wait_until (display_scene_count_windows (MARATHON_TYPE_WINDOW) == 2);
  second = MARATHON_WINDOW (display_scene_find_window (MARATHON_TYPE_WINDOW));
  g_assert_true (second != window);
  display_scene_wait_until (marathon_window_get_document (window) != NULL);
  display_scene_wait_until (marathon_window_get_document (second) != NULL);
  g_assert_cmpstr (marathon_document_get_path (marathon_window_get_document (window)), ==, path);
  g_assert_cmpstr (marathon_document_get_path (marathon_window_get_document (second)), ==, other);
  display_scene_close (GTK_WINDOW (second));
  display_scene_close (GTK_WINDOW (window));
}

static void
test_opening_can_be_cancelled (void)
{
  g_autofree char *path = window_scene_save_event ("village-10k", "cancelled.marathon");
  MarathonWindow *window = window_scene_new ();

  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "cancel"));
  marathon_window_open_path (window, path);
  g_assert_false (marathon_window_is_empty (window));
  g_assert_true (display_scene_shows (GTK_WIDGET (window), "Opening “cancelled.marathon”"));
  window_scene_act (window, "win.cancel", NULL);
  display_scene_wait_until (marathon_window_is_empty (window));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "cancel"));
  display_scene_wait_until (display_scene_shows (GTK_WIDGET (window), "Welcome to Marathon"));
  /* Who cancels knows it. */
  g_assert_cmpuint (display_scene_count_windows (ADW_TYPE_MESSAGE_DIALOG), ==, 0);
  marathon_window_open_path (window, path);
  display_scene_wait_until (marathon_window_get_document (window) != NULL);
  display_scene_close (GTK_WINDOW (window));
}

static void
test_welcome_knows_what_was_opened (void)
{
  g_autofree char *path = window_scene_save_event ("village-10k", "Known & Loved.marathon");
  MarathonWindow *window = window_scene_open (path);

  display_scene_close (GTK_WINDOW (window));
  window = window_scene_new ();
  display_scene_wait_until (display_scene_shows (GTK_WIDGET (window), "Known & Loved"));
  gtk_widget_activate (display_scene_find_text (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, "Known & Loved"));
  display_scene_wait_until (marathon_window_get_document (window) != NULL);
  g_assert_cmpstr (marathon_document_get_path (marathon_window_get_document (window)), ==, path);
  display_scene_close (GTK_WINDOW (window));
}

/* --- Saving again, and giving up --- */

/* Somebody has entered Ann here, and another program has written the file; it was tried to save. */
static MarathonWindow *
open_conflict (const char *name, char **path, GBytes **theirs)
{
  MarathonWindow *window;

  *path = window_scene_save_event ("village-10k", name);
  window = window_scene_open (*path);
  window_scene_enter_person (window, "Ashworth", "Ann");
  g_free (window_scene_save_event ("city-marathon", name));
  *theirs = window_scene_read_file (*path);
  window_scene_act (window, "win.save", NULL);
  g_assert_true (display_scene_shows (GTK_WIDGET (display_scene_find_window (ADW_TYPE_MESSAGE_DIALOG)), "The File Has Changed"));
  return window;
}

static void
test_another_programs_changes_are_not_overwritten (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) theirs = NULL;
  g_autoptr (GBytes) kept = NULL;
  MarathonWindow *window = open_conflict ("changed.marathon", &path, &theirs);
  GtkWindow *dialog = display_scene_find_window (ADW_TYPE_MESSAGE_DIALOG);

  g_assert_nonnull (display_scene_find_text (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Save As…"));
  window_scene_answer ("_Cancel");
  kept = window_scene_read_file (path);
  g_assert_true (g_bytes_equal (theirs, kept));
  g_assert_true (marathon_document_is_modified (marathon_window_get_document (window)));
  window_scene_discard (window);
}

static void
test_another_programs_changes_are_replaced_when_somebody_says_so (void)
{
  g_autofree char *path = NULL;
  g_autofree char *backup = NULL;
  g_autoptr (GBytes) theirs = NULL;
  g_autoptr (GBytes) in_backup = NULL;
  MarathonWindow *window = open_conflict ("replaced.marathon", &path, &theirs);

  window_scene_answer ("_Replace");
  display_scene_wait_until (!marathon_document_is_modified (marathon_window_get_document (window)));
  backup = g_strconcat (path, "~", NULL);
  in_backup = window_scene_read_file (backup);
  g_assert_true (g_bytes_equal (theirs, in_backup));
  /* Once only. */
  window_scene_enter_person (window, "Birch", "Ben");
  g_free (window_scene_save_event ("city-marathon", "replaced.marathon"));
  window_scene_act (window, "win.save", NULL);
  window_scene_answer ("_Cancel");
  window_scene_discard (window);
}

static void
test_reverts (void)
{
  g_autofree char *path = window_scene_save_event ("village-10k", "revert.marathon");
  MarathonWindow *window = window_scene_open (path);

  window_scene_enter_person (window, "Ashworth", "Ann");
  window_scene_act (window, "win.revert", NULL);
  window_scene_answer ("_Revert");
  display_scene_wait_until (window_scene_count_entrants (window) == 0);
  g_assert_false (marathon_document_is_modified (marathon_window_get_document (window)));
  display_scene_close (GTK_WINDOW (window));
}

static void
test_enter_does_not_revert (void)
{
  g_autofree char *path = window_scene_save_event ("village-10k", "kept.marathon");
  MarathonWindow *window = window_scene_open (path);
  GtkWindow *dialog;

  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "revert"));
  window_scene_enter_person (window, "Ashworth", "Ann");
  window_scene_act (window, "win.revert", NULL);
  dialog = display_scene_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_cmpstr (adw_message_dialog_get_default_response (ADW_MESSAGE_DIALOG (dialog)), ==, "cancel");
  display_scene_wait_for_frame (GTK_WIDGET (dialog));
  display_scene_press (dialog, "Return");
  display_scene_wait_until (display_scene_count_windows (ADW_TYPE_MESSAGE_DIALOG) == 0);
  display_scene_settle ();
  /* Nothing is being read. */
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "cancel"));
  g_assert_cmpuint (window_scene_count_entrants (window), ==, 1);
  g_assert_true (marathon_document_is_modified (marathon_window_get_document (window)));
  window_scene_discard (window);
}

/* --- Closing --- */

static void
test_asks_about_changes (void)
{
  MarathonWindow *window = window_scene_new_event ("village-10k");
  GtkWindow *dialog;

  gtk_window_close (GTK_WINDOW (window));
  dialog = display_scene_find_window (ADW_TYPE_MESSAGE_DIALOG);
  display_scene_press (dialog, "Escape");
  display_scene_wait_until (display_scene_count_windows (ADW_TYPE_MESSAGE_DIALOG) == 0);
  g_assert_nonnull (marathon_window_get_document (window));
  window_scene_discard (window);
}

static void
test_saves_before_it_closes (void)
{
  g_autofree char *path = window_scene_save_event ("village-10k", "closing.marathon");
  g_autoptr (MarathonDocument) reopened = NULL;
  g_autoptr (GError) error = NULL;
  MarathonWindow *window = window_scene_open (path);
  MarathonEvent *event;

  /* The last field has not been left yet. */
  window_scene_press (window, "<Control>n");
  window_scene_type (window, "Ashworth");
  gtk_window_close (GTK_WINDOW (window));
  window_scene_answer ("_Save");
  display_scene_wait_until (display_scene_count_windows (MARATHON_TYPE_WINDOW) == 0);

  reopened = marathon_document_load (path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  event = marathon_document_get_event (reopened);
  g_assert_cmpuint (marathon_roster_get_size (marathon_event_get_roster (event)), ==, 1);
}

/* Somebody types on while the file is written: when the document hears that it is saved, it has changed again. */
static void
change_once (MarathonDocument *document, GParamSpec *pspec, gpointer data)
{
  MarathonRecord *info = marathon_event_get_single (marathon_document_get_event (document), MARATHON_SINGLE_INFO);
  g_autoptr (MarathonEdit) edit
    = marathon_edit_new_change_record (info, (guint) marathon_record_find_column (info, "title"), "Typed While Saving");

  g_signal_handlers_disconnect_by_func (document, change_once, data);
  g_assert_true (marathon_history_do (marathon_document_get_history (document), edit, "Change Title", NULL));
}

static void
test_what_is_changed_while_it_is_saved_is_not_lost_by_closing (void)
{
  g_autofree char *path = window_scene_save_event ("village-10k", "typing-on.marathon");
  MarathonWindow *window = window_scene_open (path);
  GtkWindow *question;

  window_scene_enter_person (window, "Ashworth", "Ann");
  gtk_window_close (GTK_WINDOW (window));
  question = display_scene_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_signal_connect (marathon_window_get_document (window), "notify::modified", G_CALLBACK (change_once), NULL);
  display_scene_click (display_scene_find_text (GTK_WIDGET (question), GTK_TYPE_BUTTON, "_Save"));
  display_scene_wait_until (display_scene_shows (GTK_WIDGET (window), "• Typed While Saving"));
  /* It is asked about that too. */
  window_scene_answer ("_Save");
  display_scene_wait_until (display_scene_count_windows (MARATHON_TYPE_WINDOW) == 0);
  window = window_scene_open (path);
  g_assert_cmpstr (marathon_event_get_info (window_scene_get_event (window))->title, ==, "Typed While Saving");
  display_scene_close (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  window_scene_init (&argc, &argv);
  g_test_add_func ("/window/one-window-per-file", test_one_window_per_file);
  g_test_add_func ("/window/says-what-cannot-be-opened", test_says_what_cannot_be_opened);
  g_test_add_func ("/window/opens-the-example-as-nobodys-file", test_opens_the_example);
  g_test_add_func ("/window/opens-what-is-dropped", test_opens_what_is_dropped);
  g_test_add_func ("/window/opening-can-be-cancelled", test_opening_can_be_cancelled);
  g_test_add_func ("/window/welcome-knows-what-was-opened", test_welcome_knows_what_was_opened);
  g_test_add_func ("/window/another-programs-changes-are-not-overwritten", test_another_programs_changes_are_not_overwritten);
  g_test_add_func ("/window/another-programs-changes-are-replaced-when-somebody-says-so",
                   test_another_programs_changes_are_replaced_when_somebody_says_so);
  g_test_add_func ("/window/reverts-to-the-file", test_reverts);
  g_test_add_func ("/window/enter-does-not-revert", test_enter_does_not_revert);
  g_test_add_func ("/window/asks-about-changes-before-it-closes", test_asks_about_changes);
  g_test_add_func ("/window/saves-what-is-being-typed-before-it-closes", test_saves_before_it_closes);
  g_test_add_func ("/window/what-is-changed-while-it-is-saved-is-not-lost-by-closing",
                   test_what_is_changed_while_it_is_saved_is_not_lost_by_closing);
  return display_scene_run ();
}
