/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What happens before an event is shown: somebody else may have it open, and a crash may have left changes of it.
 */
#include <string.h>

#include "document/recovery.h"
#include "document/state-folder.h"
#include "window/notices.h"
#include "window/recovery-dialog.h"
#include "window/recovery-row.h"
#include "window/window-scene.h"

/* Whether a notice is there. */
static gboolean
is_shown (MarathonWindow *window, const char *id)
{
  return gtk_widget_get_visible (display_scene_find_id (GTK_WIDGET (window), id));
}

static const char *
get_title (MarathonWindow *window)
{
  return marathon_event_get_info (window_scene_get_event (window))->title;
}

/* --- What a crash has left --- */

static void
set_title (MarathonDocument *document, const char *title)
{
  MarathonEvent *event = marathon_document_get_event (document);
  MarathonRecord *info = marathon_event_get_single (event, MARATHON_SINGLE_INFO);
  g_autoptr (MarathonEdit) edit
    = marathon_edit_new_change_record (info, (guint) marathon_record_find_column (info, "title"), title);

  g_assert_true (marathon_history_do (marathon_document_get_history (document), edit, "Change Title", NULL));
}

/* Somebody gave the event another title in a program that ended without saying goodbye. */
static void
crash (MarathonDocument *document, const char *title)
{
  g_autofree char *state_folder = marathon_state_folder_get ();

  marathon_document_protect (document, state_folder);
  set_title (document, title);
  marathon_journal_flush (marathon_document_get_journal (document));
}

static guint
count_recoveries (void)
{
  g_autofree char *state_folder = marathon_state_folder_get ();
  g_autoptr (GPtrArray) recoveries = marathon_recovery_list (state_folder, NULL);

  return recoveries->len;
}

static char *
make_crashed_file (const char *name)
{
  char *path = window_scene_save_event ("village-10k", name);
  g_autoptr (MarathonDocument) document = marathon_document_load (path, NULL, NULL, NULL, NULL);

  crash (document, "Not Saved");
  return path;
}

static void
make_crashed_event (void)
{
  g_autoptr (MarathonDocument) document = window_scene_new_document ("village-10k");

  crash (document, "Never Saved");
}

/* The thread that keeps an event lets go of it when it can. */
static void
wait_for_recoveries (guint n)
{
  display_scene_wait_until (count_recoveries () == n);
}

static void
test_changes_that_a_crash_left_are_recovered (void)
{
  g_autofree char *path = make_crashed_file ("crashed.marathon");
  MarathonWindow *window = window_scene_new ();
  g_autofree char *toast = NULL;

  wait_for_recoveries (1);
  marathon_window_open_path (window, path);
  g_assert_true (display_scene_shows (GTK_WIDGET (display_scene_find_window (ADW_TYPE_MESSAGE_DIALOG)), "Recover Changes?"));
  window_scene_answer ("_Recover");
  display_scene_wait_until (marathon_window_get_document (window) != NULL);
  g_assert_cmpstr (get_title (window), ==, "Not Saved");
  toast = display_scene_get_toast (GTK_WIDGET (window));
  g_assert_cmpstr (toast, ==, "1 change recovered, not saved yet");
  g_assert_true (marathon_document_is_modified (marathon_window_get_document (window)));
  g_assert_cmpstr (marathon_document_get_path (marathon_window_get_document (window)), ==, path);
  window_scene_act (window, "win.undo", NULL);
  g_assert_cmpstr (get_title (window), !=, "Not Saved");
  window_scene_act (window, "win.redo", NULL);
  window_scene_act (window, "win.save", NULL);
  display_scene_wait_until (!marathon_document_is_modified (marathon_window_get_document (window)));
  display_scene_close (GTK_WINDOW (window));
  wait_for_recoveries (0);
}

static void
test_a_file_can_be_opened_without_them (void)
{
  g_autofree char *path = make_crashed_file ("without.marathon");
  MarathonWindow *window = window_scene_new ();

  wait_for_recoveries (1);
  marathon_window_open_path (window, path);
  window_scene_answer ("Open _Without Them");
  display_scene_wait_until (marathon_window_get_document (window) != NULL);
  g_assert_cmpstr (get_title (window), !=, "Not Saved");
  display_scene_close (GTK_WINDOW (window));
  /* They are kept until somebody gives them up. */
  wait_for_recoveries (1);
  window = window_scene_new ();
  marathon_window_open_path (window, path);
  window_scene_answer ("_Cancel");
  g_assert_true (marathon_window_is_empty (window));
  display_scene_close (GTK_WINDOW (window));
}

static GtkWidget *
find_row (GtkWindow *dialog, const char *title)
{
  return display_scene_find_text (GTK_WIDGET (dialog), MARATHON_TYPE_RECOVERY_ROW, title);
}

static void
test_all_that_is_left_is_listed (void)
{
  MarathonWindow *window = window_scene_new ();
  GtkWindow *dialog;

  make_crashed_event ();
  wait_for_recoveries (2); /* and the one of the test before */
  marathon_recovery_dialog_look (window, FALSE);
  dialog = display_scene_find_window (MARATHON_TYPE_RECOVERY_DIALOG);
  display_scene_click (display_scene_find_id (find_row (dialog, "Never Saved"), "recover"));
  display_scene_wait_until (marathon_window_get_document (window) != NULL);
  g_assert_cmpstr (get_title (window), ==, "Never Saved");
  g_assert_null (marathon_document_get_path (marathon_window_get_document (window)));

  display_scene_click (display_scene_find_id (GTK_WIDGET (display_scene_find (GTK_WIDGET (dialog), MARATHON_TYPE_RECOVERY_ROW)), "discard"));
  window_scene_answer ("_Cancel");
  g_assert_cmpuint (count_recoveries (), ==, 1);
  display_scene_click (display_scene_find_id (GTK_WIDGET (display_scene_find (GTK_WIDGET (dialog), MARATHON_TYPE_RECOVERY_ROW)), "discard"));
  window_scene_answer ("_Discard");
  display_scene_wait_until (display_scene_count_windows (MARATHON_TYPE_RECOVERY_DIALOG) == 0);
  g_assert_cmpuint (count_recoveries (), ==, 0);
  window_scene_discard (window);
}

static void
recover_listed (MarathonWindow *window)
{
  GtkWidget *dialog;

  marathon_recovery_dialog_look (window, FALSE);
  dialog = GTK_WIDGET (display_scene_find_window (MARATHON_TYPE_RECOVERY_DIALOG));
  display_scene_click (display_scene_find_id (display_scene_find (dialog, MARATHON_TYPE_RECOVERY_ROW), "recover"));
}

static void
test_what_is_open_already_is_recovered_when_it_is_closed (void)
{
  g_autofree char *path = make_crashed_file ("again.marathon");
  MarathonWindow *window = window_scene_new ();
  GtkWindow *message;

  wait_for_recoveries (1);
  marathon_window_open_path (window, path);
  window_scene_answer ("Open _Without Them");
  display_scene_wait_until (marathon_window_get_document (window) != NULL);
  recover_listed (window);
  message = display_scene_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_true (display_scene_shows (GTK_WIDGET (message), "“again.marathon” Is Open"));
  window_scene_answer ("_Close");
  display_scene_close (GTK_WINDOW (window));

  window = window_scene_new ();
  recover_listed (window);
  display_scene_wait_until (marathon_window_get_document (window) != NULL);
  g_assert_cmpstr (get_title (window), ==, "Not Saved");
  window_scene_discard (window);
  wait_for_recoveries (0);
}

static void
test_there_may_be_nothing_left (void)
{
  MarathonWindow *window = window_scene_new ();
  GtkWindow *dialog;

  marathon_recovery_dialog_look (window, TRUE);
  dialog = display_scene_find_window (MARATHON_TYPE_RECOVERY_DIALOG);
  g_assert_true (display_scene_shows (GTK_WIDGET (dialog), "Nothing to Recover"));
  display_scene_press (dialog, "Escape");
  display_scene_wait_until (display_scene_count_windows (MARATHON_TYPE_RECOVERY_DIALOG) == 0);
  display_scene_close (GTK_WINDOW (window));
}

static void
test_discarded_changes_do_not_come_back (void)
{
  g_autofree char *path = window_scene_save_event ("village-10k", "discarded.marathon");
  MarathonWindow *window = window_scene_open (path);

  window_scene_enter_person (window, "Ashworth", "Ann");
  window_scene_discard (window);
  wait_for_recoveries (0);
}

/* --- It is damaged --- */

static void
test_a_damaged_file_leads_to_its_backup (void)
{
  g_autofree char *path = window_scene_save_event ("village-10k", "damaged.marathon");
  g_autofree char *backup = g_strconcat (path, "~", NULL);
  g_autofree char *text = NULL;
  MarathonWindow *window = window_scene_new ();

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_file_set_contents (backup, text, -1, NULL));
  g_assert_true (g_file_set_contents (path, text, (gssize) strlen (text) / 2, NULL));
  marathon_window_open_path (window, path);
  window_scene_answer ("Open the _Backup");
  display_scene_wait_until (marathon_window_get_document (window) != NULL);
  g_assert_null (marathon_document_get_path (marathon_window_get_document (window)));
  window_scene_discard (window);
}

/* --- Somebody else has it --- */

/* A mark as another computer leaves it. */
static void
leave_mark (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *mark = g_strdup_printf ("%s/.~lock.%s#", folder, name);

  g_assert_true (g_file_set_contents (mark, "marathon-lock,1,Jo%20Smith,desk-2,another,another,77,1767225600\n", -1, NULL));
}

static void
test_what_another_has_open_is_opened_for_reading (void)
{
  g_autofree char *path = window_scene_save_event ("village-10k", "shared.marathon");
  MarathonWindow *window = window_scene_new ();

  leave_mark (path);
  marathon_window_open_path (window, path);
  g_assert_true (display_scene_shows (GTK_WIDGET (display_scene_find_window (ADW_TYPE_MESSAGE_DIALOG)), "“shared.marathon” Is Open Elsewhere"));
  window_scene_answer ("Open _Read-Only");
  display_scene_wait_until (marathon_window_get_document (window) != NULL);
  g_assert_true (marathon_document_is_read_only (marathon_window_get_document (window)));
  g_assert_true (is_shown (window, "read_only"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "import"));
  /* The other one is still there. */
  window_scene_act (window, "win.edit-again", NULL);
  window_scene_answer ("_Take Over");
  display_scene_wait_until (!marathon_document_is_read_only (marathon_window_get_document (window)));
  g_assert_false (is_shown (window, "read_only"));
  window_scene_enter_person (window, "Ashworth", "Ann");
  window_scene_act (window, "win.save", NULL);
  display_scene_wait_until (!marathon_document_is_modified (marathon_window_get_document (window)));
  display_scene_close (GTK_WINDOW (window));
}

static void
test_what_a_program_has_open_here_is_not_taken_over (void)
{
  g_autofree char *path = window_scene_save_event ("village-10k", "open.marathon");
  g_autofree char *state_folder = marathon_state_folder_get ();
  g_autoptr (MarathonFileLock) lock = NULL;
  MarathonWindow *window = window_scene_new ();
  GtkWindow *question;

  g_assert_cmpint (marathon_file_lock_take (state_folder, path, FALSE, &lock, NULL), ==, MARATHON_FILE_LOCK_TAKEN);
  marathon_window_open_path (window, path);
  question = display_scene_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_false (adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (question), "take-over"));
  window_scene_answer ("_Cancel");
  g_assert_true (marathon_window_is_empty (window));
  display_scene_close (GTK_WINDOW (window));
}

static void
test_a_window_lets_go_when_it_closes (void)
{
  g_autofree char *path = window_scene_save_event ("village-10k", "closed.marathon");
  g_autofree char *state_folder = marathon_state_folder_get ();
  g_autoptr (MarathonFileLock) lock = NULL;

  display_scene_close (GTK_WINDOW (window_scene_open (path)));
  g_assert_cmpint (marathon_file_lock_take (state_folder, path, FALSE, &lock, NULL), ==, MARATHON_FILE_LOCK_TAKEN);
}

static void
test_a_window_lets_go_when_the_program_is_told_to_end (void)
{
  g_autofree char *path = window_scene_save_event ("village-10k", "ended.marathon");
  g_autofree char *state_folder = marathon_state_folder_get ();
  g_autoptr (MarathonFileLock) lock = NULL;
  MarathonWindow *window = window_scene_open (path);
  MarathonJournal *journal = marathon_document_get_journal (marathon_window_get_document (window));

  window_scene_enter_person (window, "Ashworth", "Ann");
  marathon_window_keep_all (window);
  g_assert_cmpint (marathon_journal_get_state (journal), ==, MARATHON_JOURNAL_KEPT);
  g_assert_cmpint (marathon_file_lock_take (state_folder, path, FALSE, &lock, NULL), ==, MARATHON_FILE_LOCK_TAKEN);
  window_scene_discard (window);
}

static void
test_a_window_can_be_closed_while_it_opens_something (void)
{
  g_autofree char *path = window_scene_save_event ("village-10k", "opening.marathon");
  MarathonWindow *window = window_scene_new ();

  marathon_window_open_path (window, path);
  display_scene_close (GTK_WINDOW (window));
  /* Nobody has it any more. */
  window = window_scene_open (path);
  g_assert_false (marathon_document_is_read_only (marathon_window_get_document (window)));
  display_scene_close (GTK_WINDOW (window));
}

static void
test_closing_while_it_is_read_again_asks_about_what_was_there (void)
{
  g_autofree char *path = window_scene_save_event ("village-10k", "reread.marathon");
  MarathonWindow *window = window_scene_open (path);
  GtkWindow *question;

  window_scene_enter_person (window, "Ashworth", "Ann");
  window_scene_act (window, "win.revert", NULL);
  /* Answered and closed before the file can be read. */
  question = display_scene_find_window (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "revert");
  gtk_window_destroy (question);
  gtk_window_close (GTK_WINDOW (window));
  window_scene_answer ("_Cancel");
  display_scene_wait_until (!g_action_group_get_action_enabled (G_ACTION_GROUP (window), "cancel"));
  g_assert_cmpuint (window_scene_count_entrants (window), ==, 1);
  window_scene_discard (window);
}

/* --- Somebody else writes it --- */

static void
test_a_file_that_another_has_changed_is_opened_again (void)
{
  g_autofree char *path = window_scene_save_event ("village-10k", "written.marathon");
  MarathonWindow *window = window_scene_open (path);
  MarathonDocument *before = marathon_window_get_document (window);

  g_assert_false (is_shown (window, "changed"));
  g_free (window_scene_save_event ("city-marathon", "written.marathon"));
  display_scene_wait_until (is_shown (window, "changed"));
  window_scene_act (window, "win.reload", NULL);
  display_scene_wait_until (marathon_window_get_document (window) != before);
  display_scene_wait_until (!is_shown (window, "changed"));
  display_scene_close (GTK_WINDOW (window));
}

static void
test_own_changes_are_not_given_up_unasked (void)
{
  g_autofree char *path = window_scene_save_event ("village-10k", "both.marathon");
  MarathonWindow *window = window_scene_open (path);

  window_scene_enter_person (window, "Ashworth", "Ann");
  g_free (window_scene_save_event ("city-marathon", "both.marathon"));
  display_scene_wait_until (is_shown (window, "changed"));
  window_scene_act (window, "win.reload", NULL);
  window_scene_answer ("_Cancel");
  g_assert_cmpuint (window_scene_count_entrants (window), ==, 1);
  window_scene_discard (window);
}

int
main (int argc, char **argv)
{
  window_scene_init (&argc, &argv);
  g_test_add_func ("/window-open/changes-that-a-crash-left-are-recovered", test_changes_that_a_crash_left_are_recovered);
  g_test_add_func ("/window-open/a-file-can-be-opened-without-them", test_a_file_can_be_opened_without_them);
  g_test_add_func ("/window-open/all-that-is-left-is-listed", test_all_that_is_left_is_listed);
  g_test_add_func ("/window-open/what-is-open-already-is-recovered-when-it-is-closed",
                   test_what_is_open_already_is_recovered_when_it_is_closed);
  g_test_add_func ("/window-open/there-may-be-nothing-left", test_there_may_be_nothing_left);
  g_test_add_func ("/window-open/discarded-changes-do-not-come-back", test_discarded_changes_do_not_come_back);
  g_test_add_func ("/window-open/a-damaged-file-leads-to-its-backup", test_a_damaged_file_leads_to_its_backup);
  g_test_add_func ("/window-open/what-another-has-open-is-opened-for-reading", test_what_another_has_open_is_opened_for_reading);
  g_test_add_func ("/window-open/what-a-program-has-open-here-is-not-taken-over",
                   test_what_a_program_has_open_here_is_not_taken_over);
  g_test_add_func ("/window-open/a-window-lets-go-when-it-closes", test_a_window_lets_go_when_it_closes);
  g_test_add_func ("/window-open/a-window-lets-go-when-the-program-is-told-to-end",
                   test_a_window_lets_go_when_the_program_is_told_to_end);
  g_test_add_func ("/window-open/a-window-can-be-closed-while-it-opens-something",
                   test_a_window_can_be_closed_while_it_opens_something);
  g_test_add_func ("/window-open/closing-while-it-is-read-again-asks-about-what-was-there",
                   test_closing_while_it_is_read_again_asks_about_what_was_there);
  g_test_add_func ("/window-open/a-file-that-another-has-changed-is-opened-again",
                   test_a_file_that_another_has_changed_is_opened_again);
  g_test_add_func ("/window-open/own-changes-are-not-given-up-unasked", test_own_changes_are_not_given_up_unasked);
  return display_scene_run ();
}
