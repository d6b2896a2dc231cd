/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window, its event and its files of a test.
 */
#include "window/window-scene.h"

#include "document/event-template.h"
#include "widgets/shortcuts.h"

void
window_scene_init (int *argc, char ***argv)
{
  display_scene_init (argc, argv);
  marathon_shortcuts_register (GTK_APPLICATION (display_scene_get_application ()));
}

/* --- Windows --- */

MarathonWindow *
window_scene_new (void)
{
  MarathonWindow *window = marathon_window_new (GTK_APPLICATION (display_scene_get_application ()));

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  display_scene_present (GTK_WINDOW (window));
  return window;
}

MarathonWindow *
window_scene_new_event (const char *template)
{
  g_autoptr (MarathonDocument) document = window_scene_new_document (template);
  MarathonWindow *window = window_scene_new ();

  marathon_window_set_document (window, document);
  marathon_window_show_page (window, "entrants");
  display_scene_settle ();
  return window;
}

MarathonWindow *
window_scene_open (const char *path)
{
  MarathonWindow *window = window_scene_new ();

  marathon_window_open_path (window, path);
  display_scene_wait_until (marathon_window_get_document (window) != NULL);
  return window;
}

void
window_scene_answer (const char *label)
{
  GtkWindow *question = display_scene_find_window (ADW_TYPE_MESSAGE_DIALOG);
  guint n_before = display_scene_count_windows (ADW_TYPE_MESSAGE_DIALOG);

  display_scene_click (display_scene_find_text (GTK_WIDGET (question), GTK_TYPE_BUTTON, label));
  display_scene_wait_until (display_scene_count_windows (ADW_TYPE_MESSAGE_DIALOG) < n_before);
}

void
window_scene_discard (MarathonWindow *window)
{
  guint n_before = display_scene_count_windows (MARATHON_TYPE_WINDOW);

  gtk_window_close (GTK_WINDOW (window));
  window_scene_answer ("_Discard");
  display_scene_wait_until (display_scene_count_windows (MARATHON_TYPE_WINDOW) < n_before);
}

/* --- Its event --- */

MarathonEvent *
window_scene_get_event (MarathonWindow *window)
{
  return marathon_document_get_event (marathon_window_get_document (window));
}

MarathonHistory *
window_scene_get_history (MarathonWindow *window)
{
  return marathon_document_get_history (marathon_window_get_document (window));
}

MarathonEntrantsModel *
window_scene_get_model (MarathonWindow *window)
{
  return marathon_entrants_page_get_model (MARATHON_ENTRANTS_PAGE (marathon_window_get_page (window, "entrants")));
}

guint
window_scene_count_entrants (MarathonWindow *window)
{
  return marathon_roster_get_size (marathon_event_get_roster (window_scene_get_event (window)));
}

void
window_scene_assert_text (MarathonWindow *window, guint position, guint field, const char *expected)
{
  MarathonEvent *event = window_scene_get_event (window);
  const MarathonEntrant *entrant = marathon_roster_get (marathon_event_get_roster (event), position);
  g_autofree char *text = marathon_entrant_get_text (event, entrant, field);

  g_assert_cmpstr (text, ==, expected);
}

/* --- Acting --- */

/* In a frame GTK moves the keyboard from a row that is gone. */
void
window_scene_press (MarathonWindow *window, const char *keys)
{
  display_scene_wait_for_frame (GTK_WIDGET (window));
  display_scene_press (GTK_WINDOW (window), keys);
}

void
window_scene_type (MarathonWindow *window, const char *text)
{
  display_scene_type (GTK_WINDOW (window), text);
}

void
window_scene_act (MarathonWindow *window, const char *action, const char *target)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, target != NULL ? "s" : NULL, target));
  display_scene_settle ();
}

void
window_scene_enter_person (MarathonWindow *window, const char *family, const char *given)
{
  guint before = window_scene_count_entrants (window);

  window_scene_press (window, "<Control>n");
  window_scene_type (window, family);
  window_scene_press (window, "Return");
  display_scene_wait_until (window_scene_count_entrants (window) == before + 1);
  window_scene_type (window, given);
  window_scene_press (window, "Return");
}

/* --- Files --- */

MarathonDocument *
window_scene_new_document (const char *template)
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

char *
window_scene_make_path (const char *name)
{
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  return g_build_filename (g_get_user_data_dir (), name, NULL);
}

char *
window_scene_save_event (const char *template, const char *name)
{
  g_autoptr (MarathonDocument) document = window_scene_new_document (template);
  g_autoptr (GError) error = NULL;
  char *path = window_scene_make_path (name);

  marathon_document_save (document, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return path;
}

GBytes *
window_scene_read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, length);
}

GBytes *
window_scene_write_copy (MarathonWindow *window, const char *name)
{
  g_autofree char *path = window_scene_make_path (name);
  g_autoptr (GError) error = NULL;

  marathon_document_save_copy (marathon_window_get_document (window), path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return window_scene_read_file (path);
}

void
window_scene_choose_destination (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  GtkWindow *dialog = display_scene_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG);

  g_assert_true (gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), file, NULL));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  display_scene_settle ();
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);
  display_scene_settle ();
}
