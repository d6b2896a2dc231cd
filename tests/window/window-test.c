/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The main job in the window, by its own actions and keys: a new event, people, a guide, bulk changes, undo and redo of
 * all of it, saving and opening again.
 */
#include <string.h>

#include "document/event-template.h"
#include "editing/entrant-edits.h"
#include "pages/entrants/entrants-page.h"
#include "widgets/display-scene.h"
#include "widgets/shortcuts.h"
#include "window/import-dialog.h"
#include "window/new-event-dialog.h"
#include "window/window.h"

static MarathonWindow *
new_window (void)
{
  MarathonWindow *window = marathon_window_new (GTK_APPLICATION (display_scene_get_application ()));

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  display_scene_present (GTK_WINDOW (window));
  return window;
}

/* An event out of a template, without the dialog. */
static MarathonDocument *
new_document (const char *template)
{
  const MarathonNewEvent what = { template, "Riverside Marathon", "2027-04-25", "Riverside", NULL };
  g_autoptr (GError) error = NULL;
  MarathonDocument *document;
  MarathonIdSource ids;

  marathon_id_source_init_seeded (&ids, 1);
  document = marathon_document_new_from_template (&what, &ids, &error);
  g_assert_no_error (error);
  return document;
}

/* A window that shows it; the window alone holds the document. */
static MarathonWindow *
new_event_window (const char *template)
{
  g_autoptr (MarathonDocument) document = new_document (template);
  MarathonWindow *window = new_window ();

  marathon_window_set_document (window, document);
  marathon_window_show_page (window, "entrants");
  display_scene_settle ();
  return window;
}

/* Closes it as somebody who wants nothing of it. */
static void
discard (MarathonWindow *window)
{
  gtk_window_close (GTK_WINDOW (window));
  display_scene_click (display_scene_find_text (GTK_WIDGET (display_scene_find_window (ADW_TYPE_MESSAGE_DIALOG)),
                                                GTK_TYPE_BUTTON, "_Discard"));
  display_scene_wait_until (display_scene_count_windows (MARATHON_TYPE_WINDOW) == 0);
}

static MarathonEvent *
get_event (MarathonWindow *window)
{
  return marathon_document_get_event (marathon_window_get_document (window));
}

static MarathonHistory *
get_history (MarathonWindow *window)
{
  return marathon_document_get_history (marathon_window_get_document (window));
}

static MarathonEntrantsModel *
get_model (MarathonWindow *window)
{
  return marathon_entrants_page_get_model (MARATHON_ENTRANTS_PAGE (marathon_window_get_page (window, "entrants")));
}

static guint
count_entrants (MarathonWindow *window)
{
  return marathon_roster_get_size (marathon_event_get_roster (get_event (window)));
}

static char *
get_text (MarathonWindow *window, guint position, guint field)
{
  MarathonEvent *event = get_event (window);

  return marathon_entrant_get_text (event, marathon_roster_get (marathon_event_get_roster (event), position), field);
}

static void
assert_text (MarathonWindow *window, guint position, guint field, const char *expected)
{
  g_autofree char *text = get_text (window, position, field);

  g_assert_cmpstr (text, ==, expected);
}

/* Nobody's fingers are faster than a frame, in which GTK moves the keyboard from a row that is gone. */
static void
press (MarathonWindow *window, const char *keys)
{
  display_scene_wait_for_frame (GTK_WIDGET (window));
  display_scene_press (GTK_WINDOW (window), keys);
}

static void
type (MarathonWindow *window, const char *text)
{
  display_scene_type (GTK_WINDOW (window), text);
}

static void
act (MarathonWindow *window, const char *action, const char *target)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, target != NULL ? "s" : NULL, target));
  display_scene_settle ();
}

static guint
count_guides (MarathonWindow *window, guint position)
{
  MarathonEvent *event = get_event (window);
  MarathonDetailsView details;

  marathon_details_store_get (marathon_event_get_details (event),
                              marathon_roster_get (marathon_event_get_roster (event), position)->details, &details);
  return details.n_guides;
}

/* Somebody new, by keyboard alone: family and given name. */
static void
enter_person (MarathonWindow *window, const char *family, const char *given)
{
  guint before = count_entrants (window);

  press (window, "<Control>n");
  type (window, family);
  press (window, "Return");
  display_scene_wait_until (count_entrants (window) == before + 1);
  type (window, given);
  press (window, "Return");
}

/* The whole event as it would be in a file. */
static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, length);
}

static char *
make_path (const char *name)
{
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  return g_build_filename (g_get_user_data_dir (), name, NULL);
}

static GBytes *
write_copy (MarathonWindow *window, const char *name)
{
  g_autofree char *path = make_path (name);
  g_autoptr (GError) error = NULL;

  marathon_document_save_copy (marathon_window_get_document (window), path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return read_file (path);
}

static void
wait_until_saved (MarathonWindow *window)
{
  display_scene_wait_until (!marathon_document_is_modified (marathon_window_get_document (window)));
}

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

static void
save_as (MarathonWindow *window, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  GtkWindow *dialog;

  press (window, "<Control>s");
  dialog = display_scene_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
  g_assert_true (gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), file, NULL));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  display_scene_settle ();
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);
  wait_until_saved (window);
}

static void
undo_everything (MarathonWindow *window)
{
  while (marathon_history_can_undo (get_history (window)))
    act (window, "win.undo", NULL);
}

static void
redo_everything (MarathonWindow *window)
{
  while (marathon_history_can_redo (get_history (window)))
    act (window, "win.redo", NULL);
}

static void
test_main_job (void)
{
  g_autofree char *path = make_path ("riverside.marathon");
  g_autofree char *toast = NULL;
  g_autoptr (GBytes) empty = NULL;
  g_autoptr (GBytes) done = NULL;
  g_autoptr (GBytes) undone = NULL;
  g_autoptr (GBytes) redone = NULL;
  g_autoptr (GBytes) saved = NULL;
  g_autoptr (GBytes) reopened = NULL;
  MarathonWindow *window = new_window ();

  make_event (window);
  empty = write_copy (window, "empty.marathon");

  /* People, by keyboard. */
  enter_person (window, "Ashworth", "Ann");
  enter_person (window, "Birch", "Ben");
  enter_person (window, "Çelik", "Deniz");
  g_assert_cmpuint (count_entrants (window), ==, 3);
  assert_text (window, 2, MARATHON_FIELD_FAMILY, "Çelik");
  assert_text (window, 1, MARATHON_FIELD_GIVEN, "Ben");

  /* A guide of the one who is shown. */
  press (window, "<Control>g");
  g_assert_cmpuint (count_guides (window, 2), ==, 1);

  /* All of them at once. */
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (get_model (window)));
  act (window, "entrants.set-status", "applied");
  for (guint i = 0; i < 3; i++)
    assert_text (window, i, MARATHON_FIELD_STATUS, "applied");
  g_assert_cmpstr (marathon_history_get_undo_label (get_history (window)), ==, "Change Status of 3 Entrants");
  toast = display_scene_get_toast (GTK_WIDGET (window));
  g_assert_cmpstr (toast, ==, "Status of 3 entrants: Applied");
  display_scene_click_toast (GTK_WIDGET (window));
  assert_text (window, 0, MARATHON_FIELD_STATUS, "");
  act (window, "win.redo", NULL);

  /* One goes. */
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (get_model (window)), 0, TRUE);
  act (window, "entrants.delete", NULL);
  g_assert_cmpuint (count_entrants (window), ==, 2);

  done = write_copy (window, "done.marathon");
  undo_everything (window);
  undone = write_copy (window, "undone.marathon");
  g_assert_true (g_bytes_equal (empty, undone));
  redo_everything (window);
  redone = write_copy (window, "redone.marathon");
  g_assert_true (g_bytes_equal (done, redone));

  save_as (window, path);
  saved = read_file (path);
  g_assert_true (g_bytes_equal (done, saved));
  display_scene_close (GTK_WINDOW (window));

  window = new_window ();
  marathon_window_open_path (window, path);
  display_scene_wait_until (marathon_window_get_document (window) != NULL);
  reopened = write_copy (window, "reopened.marathon");
  g_assert_true (g_bytes_equal (saved, reopened));
  display_scene_close (GTK_WINDOW (window));
}

/* --- Closing --- */

static void
test_asks_about_changes (void)
{
  MarathonWindow *window = new_event_window ("village-10k");
  GtkWindow *dialog;

  gtk_window_close (GTK_WINDOW (window));
  dialog = display_scene_find_window (ADW_TYPE_MESSAGE_DIALOG);
  display_scene_press (dialog, "Escape");
  display_scene_wait_until (display_scene_count_windows (ADW_TYPE_MESSAGE_DIALOG) == 0);
  g_assert_nonnull (marathon_window_get_document (window));
  discard (window);
}

static void
test_saves_before_it_closes (void)
{
  g_autofree char *path = make_path ("closing.marathon");
  g_autoptr (MarathonDocument) document = new_document ("village-10k");
  g_autoptr (MarathonDocument) reopened = NULL;
  g_autoptr (GError) error = NULL;
  MarathonWindow *window;

  g_assert_true (marathon_document_save (document, path, NULL, NULL, NULL, &error));
  window = new_window ();
  marathon_window_set_document (window, document);
  marathon_window_show_page (window, "entrants");
  /* The last field has not been left yet. */
  press (window, "<Control>n");
  type (window, "Ashworth");
  gtk_window_close (GTK_WINDOW (window));
  display_scene_click (display_scene_find_text (GTK_WIDGET (display_scene_find_window (ADW_TYPE_MESSAGE_DIALOG)),
                                                GTK_TYPE_BUTTON, "_Save"));
  display_scene_wait_until (display_scene_count_windows (MARATHON_TYPE_WINDOW) == 0);

  reopened = marathon_document_load (path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (marathon_roster_get_size (marathon_event_get_roster (marathon_document_get_event (reopened))), ==, 1);
}

/* --- Files --- */

static void
test_one_window_per_file (void)
{
  g_autofree char *path = make_path ("one.marathon");
  g_autofree char *detour = make_path ("../data/./one.marathon");
  g_autofree char *other = make_path ("other.marathon");
  g_autoptr (MarathonDocument) document = new_document ("village-10k");
  MarathonWindow *window = new_window ();
  GtkWindow *second;

  g_assert_true (marathon_document_save (document, path, NULL, NULL, NULL, NULL));
  g_assert_true (marathon_document_save_copy (document, other, NULL, NULL, NULL, NULL));
  marathon_window_open_path (window, path);
  display_scene_wait_until (marathon_window_get_document (window) != NULL);
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
  g_autofree char *path = make_path ("broken.marathon");
  MarathonWindow *window = new_window ();
  GtkWindow *dialog;

  g_assert_true (g_file_set_contents (path, "<event xmlns=\"urn:marathon:event\" version=\"1.0\"><sponsor/></event>", -1, NULL));
  marathon_window_open_path (window, path);
  dialog = display_scene_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_true (display_scene_shows (GTK_WIDGET (dialog), "“broken.marathon” Cannot Be Opened"));
  display_scene_press (dialog, "Return");
  display_scene_wait_until (display_scene_count_windows (ADW_TYPE_MESSAGE_DIALOG) == 0);
  g_assert_true (marathon_window_is_empty (window));
  display_scene_close (GTK_WINDOW (window));
}

static void
test_reverts (void)
{
  g_autofree char *path = make_path ("revert.marathon");
  g_autoptr (MarathonDocument) document = new_document ("village-10k");
  MarathonWindow *window = new_window ();

  g_assert_true (marathon_document_save (document, path, NULL, NULL, NULL, NULL));
  g_clear_object (&document);
  marathon_window_open_path (window, path);
  display_scene_wait_until (marathon_window_get_document (window) != NULL);
  enter_person (window, "Ashworth", "Ann");
  act (window, "win.revert", NULL);
  display_scene_click (display_scene_find_text (GTK_WIDGET (display_scene_find_window (ADW_TYPE_MESSAGE_DIALOG)),
                                                GTK_TYPE_BUTTON, "_Revert"));
  display_scene_wait_until (count_entrants (window) == 0);
  g_assert_false (marathon_document_is_modified (marathon_window_get_document (window)));
  display_scene_close (GTK_WINDOW (window));
}

static void
test_opens_the_example (void)
{
  MarathonWindow *window = new_window ();

  act (window, "win.open-example", NULL);
  display_scene_wait_until (marathon_window_get_document (window) != NULL);
  g_assert_cmpuint (count_entrants (window), >, 50);
  /* It is nobody's file, least of all the installed one. */
  g_assert_null (marathon_document_get_path (marathon_window_get_document (window)));
  discard (window);
}

static void
test_entry_list_makes_an_event (void)
{
  g_autofree char *list = make_path ("entries.csv");
  g_autofree char *junk = make_path ("junk.csv");
  MarathonWindow *window = new_window ();
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
  display_scene_press (display_scene_find_window (MARATHON_TYPE_IMPORT_DIALOG), "Return");
  display_scene_wait_until (display_scene_count_windows (MARATHON_TYPE_IMPORT_DIALOG) == 0);
  g_assert_cmpuint (count_entrants (window), ==, 2);
  display_scene_click_toast (GTK_WIDGET (window));
  g_assert_cmpuint (count_entrants (window), ==, 0);
  discard (window);
}

/* --- Finding --- */

static void
test_searches_as_one_types (void)
{
  MarathonWindow *window = new_event_window ("village-10k");

  enter_person (window, "Ashworth", "Ann");
  enter_person (window, "Birch", "Ben");
  press (window, "<Control>f");
  type (window, "bir");
  display_scene_wait_until (marathon_entrants_model_get_n_shown (get_model (window)) == 1);
  /* Enter goes to the one found. */
  press (window, "Return");
  display_scene_wait_until (marathon_entrants_model_get_n_selected (get_model (window)) == 1);
  g_assert_cmpuint (marathon_entrants_model_get_position (get_model (window), 0), ==, 1);
  /* Enter once more goes into the form. */
  press (window, "Return");
  type (window, "Birchwood");
  press (window, "Return");
  assert_text (window, 1, MARATHON_FIELD_FAMILY, "Birchwood");
  press (window, "<Control>f");
  type (window, "nobody");
  display_scene_wait_until (marathon_entrants_model_get_n_shown (get_model (window)) == 0);
  g_assert_true (display_scene_shows (GTK_WIDGET (window), "Nobody Found"));
  act (window, "entrants.clear-filters", NULL);
  g_assert_cmpuint (marathon_entrants_model_get_n_shown (get_model (window)), ==, 2);
  discard (window);
}

/* A bib is somebody's; others' begin so. */
static void
test_whose_bib_it_is (void)
{
  MarathonWindow *window = new_event_window ("village-10k");

  enter_person (window, "Ashworth", "Ann");
  gtk_widget_activate_action (GTK_WIDGET (window), "entrants.search", NULL);
  g_assert_true (marathon_entrants_set_field (get_history (window), (guint32[]) { 0 }, 1,
                                              marathon_event_get_field (get_event (window), MARATHON_FIELD_BIB), "120", NULL));
  enter_person (window, "Birch", "Ben");
  g_assert_true (marathon_entrants_set_field (get_history (window), (guint32[]) { 1 }, 1,
                                              marathon_event_get_field (get_event (window), MARATHON_FIELD_BIB), "12", NULL));
  press (window, "<Control>f");
  type (window, "12");
  display_scene_wait_until (marathon_entrants_model_get_n_shown (get_model (window)) == 2);
  press (window, "Return");
  g_assert_true (marathon_entrants_model_position_is_selected (get_model (window), 1));
  discard (window);
}

static void
test_who_is_hidden_is_selected_no_more (void)
{
  MarathonWindow *window = new_event_window ("village-10k");

  enter_person (window, "Ashworth", "Ann");
  enter_person (window, "Birch", "Ben");
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (get_model (window)));
  press (window, "<Control>f");
  type (window, "ash");
  display_scene_wait_until (marathon_entrants_model_get_n_selected (get_model (window)) == 1);
  g_assert_true (marathon_entrants_model_position_is_selected (get_model (window), 0));
  type (window, "zzz");
  display_scene_wait_until (marathon_entrants_model_get_n_selected (get_model (window)) == 0);
  /* Undo is of what was typed last. */
  press (window, "<Control>z");
  g_assert_cmpuint (count_entrants (window), ==, 2);
  assert_text (window, 1, MARATHON_FIELD_GIVEN, "Ben");
  /* Escape in the table shows everybody again. */
  act (window, "entrants.clear-filters", NULL);
  type (window, "ash");
  press (window, "Down Escape");
  display_scene_wait_until (marathon_entrants_model_get_n_shown (get_model (window)) == 2);
  discard (window);
}

static void
test_new_one_like_another (void)
{
  MarathonWindow *window = new_event_window ("village-10k");

  enter_person (window, "Ashworth", "Ann");
  press (window, "<Control>d");
  display_scene_wait_until (count_entrants (window) == 2);
  type (window, "Amy");
  press (window, "Return");
  assert_text (window, 1, MARATHON_FIELD_FAMILY, "Ashworth");
  assert_text (window, 1, MARATHON_FIELD_GIVEN, "Amy");
  assert_text (window, 0, MARATHON_FIELD_GIVEN, "Ann");
  discard (window);
}

static void
test_delete_key (void)
{
  MarathonWindow *window = new_event_window ("village-10k");

  enter_person (window, "Ashworth", "Ann");
  enter_person (window, "Birch", "Ben");
  /* In a field the key deletes text. */
  press (window, "Home Delete");
  g_assert_cmpuint (count_entrants (window), ==, 2);
  press (window, "Escape Escape");
  press (window, "Delete");
  display_scene_wait_until (count_entrants (window) == 1);
  g_assert_cmpuint (marathon_entrants_model_get_n_selected (get_model (window)), ==, 1);
  press (window, "<Control>z");
  display_scene_wait_until (count_entrants (window) == 2);
  discard (window);
}

static void
test_undo_takes_back_typing_first (void)
{
  MarathonWindow *window = new_event_window ("village-10k");
  guint64 state;

  enter_person (window, "Ashworth", "Ann");
  state = marathon_history_get_state (get_history (window));
  type (window, "x");
  press (window, "<Control>z");
  g_assert_cmpuint (marathon_history_get_state (get_history (window)), ==, state);
  press (window, "<Control>z");
  display_scene_wait_until (marathon_history_get_state (get_history (window)) != state);
  discard (window);
}

/* --- What the header bar says --- */

static void
test_header_bar (void)
{
  MarathonWindow *window = new_event_window ("village-10k");

  g_assert_true (display_scene_shows (GTK_WIDGET (window), "• Riverside Marathon"));
  g_assert_true (display_scene_shows (GTK_WIDGET (window), "Not saved yet"));
  enter_person (window, "Ashworth", "Ann");
  act (window, "win.undo", NULL);
  act (window, "win.undo", NULL);
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "undo"));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "redo"));
  discard (window);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  marathon_shortcuts_register (GTK_APPLICATION (display_scene_get_application ()));
  g_test_add_func ("/window/does-the-main-job", test_main_job);
  g_test_add_func ("/window/asks-about-changes-before-it-closes", test_asks_about_changes);
  g_test_add_func ("/window/saves-what-is-being-typed-before-it-closes", test_saves_before_it_closes);
  g_test_add_func ("/window/one-window-per-file", test_one_window_per_file);
  g_test_add_func ("/window/says-what-cannot-be-opened", test_says_what_cannot_be_opened);
  g_test_add_func ("/window/reverts-to-the-file", test_reverts);
  g_test_add_func ("/window/opens-the-example-as-nobodys-file", test_opens_the_example);
  g_test_add_func ("/window/an-entry-list-makes-an-event", test_entry_list_makes_an_event);
  g_test_add_func ("/window/searches-as-one-types", test_searches_as_one_types);
  g_test_add_func ("/window/enter-goes-to-whose-bib-it-is", test_whose_bib_it_is);
  g_test_add_func ("/window/who-is-hidden-is-selected-no-more", test_who_is_hidden_is_selected_no_more);
  g_test_add_func ("/window/enters-one-like-another", test_new_one_like_another);
  g_test_add_func ("/window/the-delete-key-deletes-text-in-a-field-and-people-in-the-table", test_delete_key);
  g_test_add_func ("/window/undo-takes-back-typing-first", test_undo_takes_back_typing_first);
  g_test_add_func ("/window/the-header-bar-says-what-is-unsaved", test_header_bar);
  return display_scene_run ();
}
