/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An entry list, looked at, put right and put into an event as one step.
 */
#include <string.h>

#include "document/event-template.h"
#include "editing/import-edit.h"
#include "formats/project-writer.h"
#include "widgets/display-scene.h"
#include "window/field-picker.h"
#include "window/import-column-row.h"
#include "window/import-dialog.h"
#include "window/import-note-list.h"

#define LIST "Entry,Family name,Given name,Sex\nA1,Ashworth,Ann,F\nA2,Birch,Ben,M\nA3,,,\n"

static MarathonDocument *
new_document (void)
{
  const MarathonNewEvent what = { "village-10k", "Village 10 km", "2027-04-25", NULL, NULL };
  MarathonIdSource ids;

  marathon_id_source_init_seeded (&ids, 1);
  return marathon_document_new_from_template (&what, &ids, NULL);
}

static GtkWidget *
find (GtkWindow *dialog, const char *id)
{
  return display_scene_find_id (GTK_WIDGET (dialog), id);
}

static const char *
get_page (GtkWindow *dialog)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (find (dialog, "stack")));
}

/* Planning follows a choice by a moment, and takes a thread. */
static void
wait_until_ready (GtkWindow *dialog)
{
  display_scene_wait_until (strcmp (get_page (dialog), "reading") != 0);
  display_scene_wait_until (gtk_widget_is_sensitive (find (dialog, "next")) || gtk_widget_is_visible (find (dialog, "trouble")));
}

static GtkWindow *
show_bytes (MarathonDocument *document, const char *text, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, length);
  GtkWindow *dialog = marathon_import_dialog_new (NULL, document, "entries.csv", bytes);

  display_scene_present (dialog);
  wait_until_ready (dialog);
  return dialog;
}

static GtkWindow *
show (MarathonDocument *document, const char *text)
{
  return show_bytes (document, text, strlen (text));
}

static void
go_on (GtkWindow *dialog)
{
  display_scene_wait_until (gtk_widget_is_sensitive (find (dialog, "next")));
  display_scene_click (find (dialog, "next"));
  g_assert_cmpstr (get_page (dialog), ==, "plan");
}

static void
wait_until_closed (void)
{
  display_scene_wait_until (display_scene_count_windows (MARATHON_TYPE_IMPORT_DIALOG) == 0);
}

static guint
count (MarathonDocument *document)
{
  return marathon_roster_get_size (marathon_event_get_roster (marathon_document_get_event (document)));
}

static guint
count_own_fields (MarathonDocument *document)
{
  return marathon_record_list_get_size (
      marathon_event_get_list (marathon_document_get_event (document), MARATHON_LIST_CUSTOM_FIELDS));
}

static char *
get_text (MarathonDocument *document, guint position, guint field)
{
  MarathonEvent *event = marathon_document_get_event (document);

  return marathon_entrant_get_text (event, marathon_roster_get (marathon_event_get_roster (event), position), field);
}

static MarathonImportColumnRow *
get_column (GtkWindow *dialog, int index)
{
  return MARATHON_IMPORT_COLUMN_ROW (gtk_list_box_get_row_at_index (GTK_LIST_BOX (find (dialog, "columns")), index));
}

static char *
get_target (GtkWindow *dialog, int index)
{
  char *target;

  g_object_get (get_column (dialog, index), "target", &target, NULL);
  return target;
}

#define assert_target(dialog, index, expected) \
  G_STMT_START \
  { \
    g_autofree char *target_ = get_target (dialog, index); \
    g_assert_cmpstr (target_, ==, expected); \
  } \
  G_STMT_END

static gboolean
has_target (GtkWindow *dialog, int index, const char *expected)
{
  g_autofree char *target = get_target (dialog, index);

  return strcmp (target, expected) == 0;
}

/* Opens the popover of a column, types and takes the first that is found. */
static void
choose (GtkWindow *dialog, int index, const char *typed)
{
  GtkMenuButton *button = marathon_import_column_row_get_button (get_column (dialog, index));
  GtkWidget *picker;

  gtk_menu_button_popup (button);
  picker = GTK_WIDGET (gtk_menu_button_get_popover (button));
  display_scene_wait_until (gtk_widget_get_mapped (picker));
  gtk_editable_set_text (GTK_EDITABLE (display_scene_find_id (picker, "search")), typed);
  g_signal_emit_by_name (display_scene_find_id (picker, "search"), "activate");
  display_scene_wait_until (!gtk_widget_get_visible (picker));
}

static void
on_imported (MarathonImportDialog *dialog, guint n_added, guint n_updated, guint *numbers)
{
  numbers[0] = n_added;
  numbers[1] = n_updated;
}

/* --- One step --- */

static void
test_one_step (void)
{
  g_autoptr (MarathonDocument) document = new_document ();
  GtkWindow *dialog = show (document, LIST);
  guint numbers[2] = { 0, 0 };

  g_signal_connect (dialog, "imported", G_CALLBACK (on_imported), numbers);
  display_scene_press (dialog, "Return");
  display_scene_wait_until (strcmp (get_page (dialog), "plan") == 0);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (find (dialog, "accept"))), ==, "_Import 2 Entrants");
  g_assert_cmpuint (count (document), ==, 0);
  display_scene_wait_for_frame (GTK_WIDGET (dialog));
  display_scene_press (dialog, "Return");
  wait_until_closed ();
  g_assert_cmpuint (numbers[0], ==, 2);
  g_assert_cmpuint (count (document), ==, 2);
  g_assert_true (marathon_history_undo (marathon_document_get_history (document), NULL));
  g_assert_cmpuint (count (document), ==, 0);
  g_assert_false (marathon_history_can_undo (marathon_document_get_history (document)));
}

/* Returns: (transfer full): the event as a file, ids numbered in the order in which they come. */
static char *
write_with_plain_ids (MarathonEvent *event)
{
  char *text = marathon_project_to_text (event);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *const mark = " id=\"";

  for (char *at = strstr (text, mark); at != NULL; at = strstr (at, mark))
    {
      g_autofree char *id = NULL, *plain = NULL;

      at += strlen (mark);
      if (strspn (at, "0123456789abcdef") != 16)
        continue;
      id = g_strndup (at, 16);
      if (!g_hash_table_contains (known, id))
        g_hash_table_insert (known, g_strdup (id), GUINT_TO_POINTER (g_hash_table_size (known)));
      plain = g_strdup_printf ("%016x", GPOINTER_TO_UINT (g_hash_table_lookup (known, id)));
      memcpy (at, plain, 16);
    }
  return text;
}

/* What the command line does with a list. */
static MarathonDocument *
import_plainly (const char *text, const MarathonImportOptions *options)
{
  MarathonDocument *document = new_document ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (MarathonCsvTable) table = marathon_csv_table_new (bytes, NULL, NULL);
  g_autoptr (MarathonImport) import = NULL;
  MarathonIdSource ids;

  marathon_id_source_init_seeded (&ids, 2);
  import = marathon_import_new (marathon_document_get_event (document), table, options, &ids, NULL);
  g_assert_true (marathon_import_apply (marathon_document_get_history (document), import, NULL));
  return document;
}

static void
test_same_as_the_command_line (void)
{
  const char *const list = "Entry,Nachname,Given name,Farbe,Dorsal\nA1,Ashworth,Ann,red,12\nA2,Birch,Ben,,A7\nA2,Birch,B,,\n";
  const char *const mappings[] = { "Farbe=town", NULL };
  const MarathonImportOptions options = { .mappings = mappings };
  g_autoptr (MarathonDocument) document = new_document (), other = import_plainly (list, &options);
  GtkWindow *dialog = show (document, list);
  g_autofree char *text = NULL, *expected = NULL;

  choose (dialog, 3, "town");
  display_scene_wait_until (has_target (dialog, 3, "Town"));
  go_on (dialog);
  display_scene_click (find (dialog, "accept"));
  wait_until_closed ();
  text = write_with_plain_ids (marathon_document_get_event (document));
  expected = write_with_plain_ids (marathon_document_get_event (other));
  g_assert_cmpstr (text, ==, expected);
}

/* --- What will happen --- */

static GListModel *
get_notes (GtkWindow *dialog)
{
  return G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (find (dialog, "table"))));
}

static void
test_names_what_is_refused (void)
{
  g_autoptr (MarathonDocument) document = new_document ();
  GtkWindow *dialog = show (document, LIST);
  g_autoptr (MarathonImportNoteItem) note = NULL;
  g_autofree char *line = NULL;

  go_on (dialog);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find (dialog, "refused_rows"))));
  g_assert_cmpuint (g_list_model_get_n_items (get_notes (dialog)), ==, 1);
  note = g_list_model_get_item (get_notes (dialog), 0);
  g_object_get (note, "line", &line, NULL);
  g_assert_cmpstr (line, ==, "4");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (dialog, "doubtful")), TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (get_notes (dialog)), >=, 1);
  display_scene_click (find (dialog, "back"));
  g_assert_cmpstr (get_page (dialog), ==, "file");
  display_scene_press (dialog, "Escape");
  wait_until_closed ();
  g_assert_cmpuint (count (document), ==, 0);
}

static void
test_never_names_keys (void)
{
  g_autoptr (MarathonDocument) document = new_document ();
  GtkWindow *dialog = show (document, "Given name,Surname,Last name,Team,Club,Guide\nAnn,Ashworth,A,B,C,D E\n");
  guint n;

  go_on (dialog);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (dialog, "doubtful")), TRUE);
  n = g_list_model_get_n_items (get_notes (dialog));
  g_assert_cmpuint (n, >=, 2);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarathonImportNoteItem) note = g_list_model_get_item (get_notes (dialog), i);
      g_autofree char *text = NULL;

      g_object_get (note, "text", &text, NULL);
      g_assert_null (strstr (text, "“family”"));
      g_assert_null (strstr (text, "“club”"));
    }
  display_scene_destroy (dialog);
}

/* --- Choices --- */

static void
test_columns_can_be_changed (void)
{
  g_autoptr (MarathonDocument) document = new_document ();
  GtkWindow *dialog = show (document, "First,Last,Where from\nAnn,Ashworth,Ely\nBen,Birch,York\n");
  g_autofree char *town = NULL;

  assert_target (dialog, 0, "Given name");
  assert_target (dialog, 1, "Family name");
  assert_target (dialog, 2, "Own field");
  g_assert_false (marathon_import_column_row_is_recognised (get_column (dialog, 2)));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (get_column (dialog, 2))), ==, "Ely · York");
  /* By another word that lists have for the field. */
  choose (dialog, 2, "wohnort");
  display_scene_wait_until (has_target (dialog, 2, "Town"));
  /* A field that another column is goes over. */
  choose (dialog, 1, "town");
  display_scene_wait_until (has_target (dialog, 1, "Town"));
  display_scene_wait_until (has_target (dialog, 2, "Own field"));
  choose (dialog, 1, "family");
  display_scene_wait_until (has_target (dialog, 1, "Family name"));
  choose (dialog, 2, "leave");
  display_scene_wait_until (has_target (dialog, 2, "Left out"));
  go_on (dialog);
  display_scene_click (find (dialog, "accept"));
  wait_until_closed ();
  town = get_text (document, 0, MARATHON_FIELD_TOWN);
  g_assert_cmpstr (town, ==, "");
}

static void
test_another_encoding_mends_names (void)
{
  /* "Åsa" in Windows-1252, but for one line that is no text of it: nothing is guessed then. */
  static const char text[] = "Family name,Given name\n\xc5strom,\xc5sa\n";
  g_autoptr (MarathonDocument) document = new_document ();
  GtkWindow *dialog = show_bytes (document, text, strlen (text));
  AdwComboRow *encoding = ADW_COMBO_ROW (find (dialog, "encoding"));
  g_autofree char *given = NULL;

  adw_combo_row_set_selected (encoding, 1);
  display_scene_wait_until (gtk_widget_get_visible (find (dialog, "trouble")));
  g_assert_false (gtk_widget_is_sensitive (find (dialog, "next")));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (encoding)));
  adw_combo_row_set_selected (encoding, 2);
  display_scene_wait_until (!gtk_widget_get_visible (find (dialog, "trouble")));
  go_on (dialog);
  display_scene_click (find (dialog, "accept"));
  wait_until_closed ();
  given = get_text (document, 0, MARATHON_FIELD_GIVEN);
  g_assert_cmpstr (given, ==, "\303\205sa");
}

static void
test_rows_without_names_of_columns (void)
{
  g_autoptr (MarathonDocument) document = new_document ();
  GtkWindow *dialog = show (document, "Ashworth\tAnn\tred\nBirch\tBen\tblue\n");
  guint n_own_fields = count_own_fields (document);
  g_autofree char *first = NULL;

  g_assert_true (gtk_widget_get_visible (find (dialog, "trouble")));
  g_assert_cmpstr (marathon_import_column_row_get_name (get_column (dialog, 2)), ==, "C");
  choose (dialog, 0, "family");
  display_scene_wait_until (has_target (dialog, 0, "Family name"));
  choose (dialog, 1, "first name");
  display_scene_wait_until (has_target (dialog, 1, "Given name"));
  display_scene_wait_until (!gtk_widget_get_visible (find (dialog, "trouble")));
  go_on (dialog);
  display_scene_click (find (dialog, "accept"));
  wait_until_closed ();
  g_assert_cmpuint (count (document), ==, 2);
  first = get_text (document, 0, MARATHON_FIELD_FAMILY);
  g_assert_cmpstr (first, ==, "Ashworth");
  g_assert_cmpuint (count_own_fields (document), ==, n_own_fields + 1);
}

static void
test_header_can_be_chosen (void)
{
  g_autoptr (MarathonDocument) document = new_document ();
  GtkWindow *dialog = show (document, "Name,Club\nWho,Which\nAnn Ashworth,Harriers\n");
  AdwComboRow *header = ADW_COMBO_ROW (find (dialog, "header_line"));

  assert_target (dialog, 0, "Full name");
  /* Automatic, none, line 1, line 2. */
  adw_combo_row_set_selected (header, 3);
  display_scene_wait_until (has_target (dialog, 0, "Own field"));
  g_assert_cmpstr (marathon_import_column_row_get_name (get_column (dialog, 0)), ==, "Who");
  g_assert_true (gtk_widget_get_visible (find (dialog, "trouble")));
  adw_combo_row_set_selected (header, 0);
  display_scene_wait_until (has_target (dialog, 0, "Full name"));
  display_scene_destroy (dialog);
}

static void
test_dates_are_asked_about (void)
{
  g_autoptr (MarathonDocument) document = new_document ();
  GtkWindow *dialog = show (document, "Name,Born\nAnn Ashworth,03/04/1980\n");
  g_autofree char *born = NULL;

  g_assert_true (gtk_widget_get_visible (find (dialog, "dates")));
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (dialog, "dates")), 2);
  display_scene_wait_until (!gtk_widget_is_sensitive (find (dialog, "next")));
  go_on (dialog);
  display_scene_click (find (dialog, "accept"));
  wait_until_closed ();
  born = get_text (document, 0, MARATHON_FIELD_BORN);
  g_assert_cmpstr (born, ==, "1980-03-04");
}

static void
test_update (void)
{
  g_autoptr (MarathonDocument) document = import_plainly (LIST, NULL);
  GtkWindow *dialog = show (document, "Entry,Family name,Given name,Club,Bib\nA1,Ashworth,Ann,Harriers,7\n");
  guint numbers[2] = { 0, 0 };

  g_signal_connect (dialog, "imported", G_CALLBACK (on_imported), numbers);
  g_assert_false (gtk_widget_get_visible (find (dialog, "bibs")));
  go_on (dialog);
  g_assert_false (gtk_widget_is_sensitive (find (dialog, "accept")));
  display_scene_click (find (dialog, "back"));
  gtk_switch_set_active (GTK_SWITCH (find (dialog, "update")), TRUE);
  display_scene_wait_until (gtk_widget_get_visible (find (dialog, "bibs")));
  go_on (dialog);
  display_scene_click (find (dialog, "accept"));
  wait_until_closed ();
  g_assert_cmpuint (numbers[0], ==, 0);
  g_assert_cmpuint (numbers[1], ==, 1);
  g_assert_cmpuint (count (document), ==, 2);
}

/* --- What cannot be --- */

static void
test_no_entry_list (void)
{
  g_autoptr (MarathonDocument) document = new_document ();
  GtkWindow *dialog = show (document, "");

  g_assert_true (gtk_widget_get_visible (find (dialog, "trouble")));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (find (dialog, "trouble_text"))), !=, "");
  g_assert_false (gtk_widget_is_sensitive (find (dialog, "next")));
  g_assert_false (gtk_widget_get_visible (find (dialog, "columns_group")));
  display_scene_destroy (dialog);
}

static void
test_closing_while_it_reads (void)
{
  g_autoptr (MarathonDocument) document = new_document ();
  GString *text = g_string_new ("Family name,Given name\n");
  g_autoptr (GBytes) bytes = NULL;
  GtkWindow *dialog;

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (text, "Runner%u,Anna\n", i);
  bytes = g_string_free_to_bytes (text);
  dialog = marathon_import_dialog_new (NULL, document, "big.csv", bytes);
  display_scene_present (dialog);
  display_scene_close (dialog);
  g_assert_cmpuint (count (document), ==, 0);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/import-dialog/imports-as-one-step", test_one_step);
  g_test_add_func ("/import-dialog/gives-the-same-as-the-command-line", test_same_as_the_command_line);
  g_test_add_func ("/import-dialog/names-what-is-refused", test_names_what_is_refused);
  g_test_add_func ("/import-dialog/never-names-keys", test_never_names_keys);
  g_test_add_func ("/import-dialog/columns-can-be-changed", test_columns_can_be_changed);
  g_test_add_func ("/import-dialog/another-encoding-mends-names", test_another_encoding_mends_names);
  g_test_add_func ("/import-dialog/takes-rows-without-names-of-columns", test_rows_without_names_of_columns);
  g_test_add_func ("/import-dialog/header-can-be-chosen", test_header_can_be_chosen);
  g_test_add_func ("/import-dialog/dates-are-asked-about", test_dates_are_asked_about);
  g_test_add_func ("/import-dialog/updates-where-asked", test_update);
  g_test_add_func ("/import-dialog/says-what-is-no-entry-list", test_no_entry_list);
  g_test_add_func ("/import-dialog/can-be-closed-while-it-reads", test_closing_while_it_reads);
  return display_scene_run ();
}
