/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An entry list, looked at and put into an event as one step.
 */
#include <string.h>

#include "document/event-template.h"
#include "widgets/display-scene.h"
#include "window/import-dialog.h"

#define LIST "Entry,Family name,Given name,Sex\nA1,Ashworth,Ann,F\nA2,Birch,Ben,M\nA3,,,\n"

static MarathonDocument *
new_document (void)
{
  const MarathonNewEvent what = { "village-10k", "Village 10 km", "2027-04-25", NULL, NULL };
  MarathonIdSource ids;

  marathon_id_source_init_seeded (&ids, 1);
  return marathon_document_new_from_template (&what, &ids, NULL);
}

static GtkWindow *
show (MarathonDocument *document, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  GtkWindow *dialog = marathon_import_dialog_new (NULL, document, "entries.csv", marathon_csv_table_new (bytes, NULL, NULL));

  display_scene_present (dialog);
  return dialog;
}

static guint
count (MarathonDocument *document)
{
  return marathon_roster_get_size (marathon_event_get_roster (marathon_document_get_event (document)));
}

static char *
get_notes (GtkWindow *dialog)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (display_scene_find_id (GTK_WIDGET (dialog), "notes")));
  char *text;

  g_object_get (buffer, "text", &text, NULL);
  return text;
}

static void
on_imported (MarathonImportDialog *dialog, guint n_added, guint n_updated, guint *numbers)
{
  numbers[0] = n_added;
  numbers[1] = n_updated;
}

static void
test_one_step (void)
{
  g_autoptr (MarathonDocument) document = new_document ();
  GtkWindow *dialog = show (document, LIST);
  guint numbers[2] = { 0, 0 };

  g_signal_connect (dialog, "imported", G_CALLBACK (on_imported), numbers);
  g_assert_cmpuint (count (document), ==, 0);
  display_scene_press (dialog, "Return");
  display_scene_wait_until (display_scene_count_windows (MARATHON_TYPE_IMPORT_DIALOG) == 0);
  g_assert_cmpuint (numbers[0], ==, 2);
  g_assert_cmpuint (count (document), ==, 2);
  g_assert_true (marathon_history_undo (marathon_document_get_history (document), NULL));
  g_assert_cmpuint (count (document), ==, 0);
  g_assert_false (marathon_history_can_undo (marathon_document_get_history (document)));
}

static void
test_names_what_is_refused (void)
{
  g_autoptr (MarathonDocument) document = new_document ();
  GtkWindow *dialog = show (document, LIST);
  g_autofree char *notes = get_notes (dialog);

  g_assert_nonnull (strstr (notes, "line 4"));
  display_scene_press (dialog, "Escape");
  display_scene_wait_until (display_scene_count_windows (MARATHON_TYPE_IMPORT_DIALOG) == 0);
  g_assert_cmpuint (count (document), ==, 0);
}

static void
test_update (void)
{
  g_autoptr (MarathonDocument) document = new_document ();
  GtkWindow *dialog = show (document, LIST);
  guint numbers[2] = { 0, 0 };

  display_scene_press (dialog, "Return");
  display_scene_wait_until (display_scene_count_windows (MARATHON_TYPE_IMPORT_DIALOG) == 0);

  dialog = show (document, "Entry,Family name,Given name,Club\nA1,Ashworth,Ann,Harriers\n");
  g_signal_connect (dialog, "imported", G_CALLBACK (on_imported), numbers);
  g_assert_false (gtk_widget_is_sensitive (display_scene_find_id (GTK_WIDGET (dialog), "accept")));
  gtk_switch_set_active (GTK_SWITCH (display_scene_find_id (GTK_WIDGET (dialog), "update")), TRUE);
  display_scene_click (display_scene_find_id (GTK_WIDGET (dialog), "accept"));
  display_scene_wait_until (display_scene_count_windows (MARATHON_TYPE_IMPORT_DIALOG) == 0);
  g_assert_cmpuint (numbers[0], ==, 0);
  g_assert_cmpuint (numbers[1], ==, 1);
  g_assert_cmpuint (count (document), ==, 2);
}

static void
test_no_entry_list (void)
{
  g_autoptr (MarathonDocument) document = new_document ();
  GtkWindow *dialog = show (document, "shopping\nmilk\nbread\n");

  g_assert_false (gtk_widget_is_sensitive (display_scene_find_id (GTK_WIDGET (dialog), "accept")));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (display_scene_find_id (GTK_WIDGET (dialog), "summary"))), !=, "");
  display_scene_destroy (dialog);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/import-dialog/imports-as-one-step", test_one_step);
  g_test_add_func ("/import-dialog/names-what-is-refused", test_names_what_is_refused);
  g_test_add_func ("/import-dialog/updates-where-asked", test_update);
  g_test_add_func ("/import-dialog/says-what-is-no-entry-list", test_no_entry_list);
  return display_scene_run ();
}
