/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonImportFilePage: rows of choices; what is found out stands in the first of each.
 */
#include "window/import-file-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "widgets/interface.h"
#include "window/field-picker.h"
#include "window/import-column-row.h"
#include "window/import-words.h"

/* A list may have hundreds of columns; a row takes a millisecond or two. */
#define ROWS_AT_ONCE 16

struct _MarathonImportFilePage {
  GtkBox parent_instance;

  GtkWidget *trouble;
  GtkLabel *trouble_title;
  GtkLabel *trouble_text;
  AdwComboRow *encoding;
  AdwComboRow *delimiter;
  AdwComboRow *header_line;
  AdwPreferencesGroup *options;
  GtkWidget *update_row;
  GtkSwitch *update;
  AdwComboRow *bibs;
  AdwComboRow *dates;
  AdwPreferencesGroup *columns_group;
  GtkListBox *columns;
  GtkToggleButton *only_unrecognised;

  MarathonListImport *list;
  MarathonFieldPicker *picker; /* the menu buttons of the rows lend it to each other */
  MarathonImportColumnRow *picking;
  GPtrArray *rows; /* of MarathonImportColumnRow, which the list box owns */
  GArray *lines;   /* of guint: of the choices of a header */
  guint adding;    /* until all rows are there */
  gboolean is_showing; /* choices are being set, not made */
};

G_DEFINE_FINAL_TYPE (MarathonImportFilePage, marathon_import_file_page, GTK_TYPE_BOX)

/* --- Choices --- */

static const MarathonTextEncoding encodings[]
    = { MARATHON_TEXT_ENCODING_UNKNOWN, MARATHON_TEXT_ENCODING_UTF_8, MARATHON_TEXT_ENCODING_WINDOWS_1252,
        MARATHON_TEXT_ENCODING_UTF_16_LE, MARATHON_TEXT_ENCODING_UTF_16_BE };
static const char delimiters[] = { '\0', ',', ';', '\t', '|' };

static void
on_encoding (MarathonImportFilePage *page)
{
  if (!page->is_showing)
    marathon_list_import_set_encoding (page->list, encodings[adw_combo_row_get_selected (page->encoding)]);
}

static void
on_delimiter (MarathonImportFilePage *page)
{
  if (!page->is_showing)
    marathon_list_import_set_delimiter (page->list, delimiters[adw_combo_row_get_selected (page->delimiter)]);
}

static void
on_header (MarathonImportFilePage *page)
{
  guint selected = adw_combo_row_get_selected (page->header_line);

  if (!page->is_showing && selected < page->lines->len)
    marathon_list_import_set_header_line (page->list, g_array_index (page->lines, guint, selected));
}

static void
on_update (MarathonImportFilePage *page)
{
  if (!page->is_showing)
    marathon_list_import_set_update (page->list, gtk_switch_get_active (page->update));
}

static void
on_bibs (MarathonImportFilePage *page)
{
  if (!page->is_showing)
    marathon_list_import_set_bibs (page->list, (MarathonImportBibs) adw_combo_row_get_selected (page->bibs));
}

static void
on_dates (MarathonImportFilePage *page)
{
  if (!page->is_showing)
    marathon_list_import_set_date_order (page->list, (MarathonDateOrder) adw_combo_row_get_selected (page->dates));
}

/* --- What was recognised --- */

/* The strings of a row of choices, told only where they are others, lest an open list closes. */
static void
show_choices (AdwComboRow *row, GPtrArray *labels, guint selected)
{
  GListModel *old = adw_combo_row_get_model (row);
  gboolean same = old != NULL && g_list_model_get_n_items (old) == labels->len;
  g_autoptr (GtkStringList) model = NULL;

  for (guint i = 0; same && i < labels->len; i++)
    same = strcmp (gtk_string_list_get_string (GTK_STRING_LIST (old), i), g_ptr_array_index (labels, i)) == 0;
  if (!same)
    {
      g_ptr_array_add (labels, NULL);
      model = gtk_string_list_new ((const char *const *) labels->pdata);
      adw_combo_row_set_model (row, G_LIST_MODEL (model));
    }
  adw_combo_row_set_selected (row, selected);
}

static void
show_encoding (MarathonImportFilePage *page)
{
  const MarathonCsvTable *table = marathon_list_import_get_table (page->list);
  MarathonTextEncoding chosen = marathon_list_import_get_encoding (page->list);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  guint selected = 0;

  g_ptr_array_add (labels, marathon_import_words_format_found_encoding (
                               chosen == MARATHON_TEXT_ENCODING_UNKNOWN && table != NULL
                                   ? marathon_csv_table_get_encoding (table)
                                   : MARATHON_TEXT_ENCODING_UNKNOWN));
  for (guint i = 1; i < G_N_ELEMENTS (encodings); i++)
    {
      g_ptr_array_add (labels, g_strdup (marathon_text_encoding_get_name (encodings[i])));
      selected = encodings[i] == chosen ? i : selected;
    }
  show_choices (page->encoding, labels, selected);
}

static void
show_delimiter (MarathonImportFilePage *page)
{
  const MarathonCsvTable *table = marathon_list_import_get_table (page->list);
  char chosen = marathon_list_import_get_delimiter (page->list);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  guint selected = 0;

  g_ptr_array_add (labels, chosen == '\0' && table != NULL
                               ? g_strdup_printf (_ ("Found: %s"), marathon_import_words_get_delimiter (
                                                                       marathon_csv_table_get_delimiter (table)))
                               : g_strdup (_ ("Automatic")));
  for (guint i = 1; i < G_N_ELEMENTS (delimiters); i++)
    {
      g_ptr_array_add (labels, g_strdup (marathon_import_words_get_delimiter (delimiters[i])));
      selected = delimiters[i] == chosen ? i : selected;
    }
  show_choices (page->delimiter, labels, selected);
}

static void
add_line (MarathonImportFilePage *page, GPtrArray *labels, guint line, char *label)
{
  g_array_append_val (page->lines, line);
  g_ptr_array_add (labels, label);
}

static void
show_header (MarathonImportFilePage *page)
{
  const MarathonCsvTable *table = marathon_list_import_get_table (page->list);
  const MarathonImportSketch *sketch = marathon_list_import_get_sketch (page->list);
  guint chosen = marathon_list_import_get_header_line (page->list), selected = 0;
  guint n = table != NULL ? MIN (marathon_csv_table_get_n_rows (table), MARATHON_CSV_MAX_HEADING) : 0;
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  g_array_set_size (page->lines, 0);
  add_line (page, labels, 0, marathon_import_words_format_found_header (sketch, chosen == 0));
  add_line (page, labels, MARATHON_IMPORT_NO_HEADER, g_strdup (_ ("No line names the columns")));
  for (guint row = 0; row < n; row++)
    add_line (page, labels, marathon_csv_table_get_line (table, row), marathon_import_words_format_row (table, row));
  for (guint i = 0; i < page->lines->len; i++)
    selected = g_array_index (page->lines, guint, i) == chosen ? i : selected;
  show_choices (page->header_line, labels, selected);
}

/* Only what matters for this list in this event. */
static void
show_options (MarathonImportFilePage *page)
{
  MarathonEvent *event = marathon_document_get_event (marathon_list_import_get_document (page->list));
  const MarathonImportSketch *sketch = marathon_list_import_get_sketch (page->list);
  const MarathonImport *import = marathon_list_import_get_import (page->list);
  gboolean may_update = marathon_roster_get_size (marathon_event_get_roster (event)) > 0 && sketch != NULL
                        && marathon_import_sketch_knows_people (sketch);
  gboolean updates = marathon_list_import_get_update (page->list), has_dates;
  MarathonDateOrder asked = marathon_list_import_get_date_order (page->list), order = asked;
  guint proof_line = 0;
  g_autofree char *subtitle = NULL;

  if (import != NULL)
    order = marathon_import_get_date_order (import, &proof_line);
  has_dates = order != MARATHON_DATE_ORDER_UNKNOWN;
  subtitle = marathon_import_words_format_date_order (order, proof_line, asked != MARATHON_DATE_ORDER_UNKNOWN);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (page->dates), subtitle);
  gtk_switch_set_active (page->update, updates);
  adw_combo_row_set_selected (page->bibs, marathon_list_import_get_bibs (page->list));
  adw_combo_row_set_selected (page->dates, asked);
  gtk_widget_set_visible (page->update_row, may_update || updates);
  gtk_widget_set_visible (GTK_WIDGET (page->bibs), updates && marathon_import_words_has_field (sketch, "bib"));
  gtk_widget_set_visible (GTK_WIDGET (page->dates), has_dates);
  gtk_widget_set_visible (GTK_WIDGET (page->options), may_update || updates || has_dates);
}

static void
show_trouble (MarathonImportFilePage *page)
{
  const GError *error = marathon_list_import_get_error (page->list);
  g_autofree char *text = error != NULL ? marathon_import_words_format_remedy (error) : NULL;

  gtk_widget_set_visible (page->trouble, error != NULL);
  gtk_label_set_label (page->trouble_title, error != NULL ? marathon_import_words_get_trouble (error) : "");
  gtk_label_set_label (page->trouble_text, text != NULL ? text : "");
}

/* --- Columns --- */

static void
on_popup (GtkMenuButton *button, gpointer data)
{
  MarathonImportFilePage *page = data;
  MarathonImportColumnRow *row
      = MARATHON_IMPORT_COLUMN_ROW (gtk_widget_get_ancestor (GTK_WIDGET (button), MARATHON_TYPE_IMPORT_COLUMN_ROW));
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (page->picker));

  if (parent != NULL && parent != GTK_WIDGET (button))
    gtk_menu_button_set_popover (GTK_MENU_BUTTON (parent), NULL);
  page->picking = row;
  gtk_menu_button_set_popover (button, GTK_WIDGET (page->picker));
  marathon_field_picker_begin (page->picker, marathon_import_column_row_get_name (row),
                               marathon_import_column_row_get_key (row));
}

static void
on_picked (MarathonImportFilePage *page, const char *key)
{
  marathon_list_import_choose (page->list, marathon_import_column_row_get_index (page->picking), key);
}

static gboolean
is_shown (GtkListBoxRow *row, gpointer data)
{
  MarathonImportFilePage *page = data;

  return !gtk_toggle_button_get_active (page->only_unrecognised)
         || !marathon_import_column_row_is_recognised (MARATHON_IMPORT_COLUMN_ROW (row));
}

static void
on_only_unrecognised (MarathonImportFilePage *page)
{
  gtk_list_box_invalidate_filter (page->columns);
}

static void
remove_rows (MarathonImportFilePage *page, guint n)
{
  while (page->rows->len > n)
    {
      GtkWidget *row = g_ptr_array_steal_index (page->rows, page->rows->len - 1);

      if (page->picking == MARATHON_IMPORT_COLUMN_ROW (row))
        marathon_import_file_page_popdown (page);
      gtk_list_box_remove (page->columns, row);
    }
}

/* Adds some of the rows that lack. */
static gboolean
add_rows (gpointer data)
{
  MarathonImportFilePage *page = data;
  guint n;
  const MarathonImportSketchColumn *columns
      = marathon_import_sketch_get_columns (marathon_list_import_get_sketch (page->list), &n);
  guint end = MIN (n, page->rows->len + ROWS_AT_ONCE);

  while (page->rows->len < end)
    {
      MarathonImportColumnRow *row = marathon_import_column_row_new (page->rows->len, on_popup, page);

      marathon_import_column_row_show (row, &columns[page->rows->len]);
      g_ptr_array_add (page->rows, row);
      gtk_list_box_append (page->columns, GTK_WIDGET (row));
    }
  if (end < n)
    return G_SOURCE_CONTINUE;
  page->adding = 0;
  return G_SOURCE_REMOVE;
}

static void
show_unrecognised (MarathonImportFilePage *page, guint n_unrecognised, guint n)
{
  /* Translators: a button that leaves only those columns in the list; how many */
  g_autofree char *label = g_strdup_printf (_ ("_Unrecognised Only (%u)"), n_unrecognised);

  gtk_button_set_label (GTK_BUTTON (page->only_unrecognised), label);
  if (n_unrecognised == 0)
    gtk_toggle_button_set_active (page->only_unrecognised, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (page->only_unrecognised), n_unrecognised > 0 && n_unrecognised < n);
}

/* Rows that are there stay, with what is open on them. */
static void
show_columns (MarathonImportFilePage *page)
{
  const MarathonImportSketch *sketch = marathon_list_import_get_sketch (page->list);
  guint n = 0, n_unrecognised = 0;
  const MarathonImportSketchColumn *columns = sketch != NULL ? marathon_import_sketch_get_columns (sketch, &n) : NULL;

  g_clear_handle_id (&page->adding, g_source_remove);
  remove_rows (page, n);
  for (guint i = 0; i < n; i++)
    {
      if (i < page->rows->len)
        marathon_import_column_row_show (g_ptr_array_index (page->rows, i), &columns[i]);
      n_unrecognised += !marathon_import_sketch_column_is_recognised (&columns[i]);
    }
  if (page->rows->len < n && add_rows (page))
    page->adding = g_idle_add (add_rows, page);
  show_unrecognised (page, n_unrecognised, n);
  gtk_widget_set_visible (GTK_WIDGET (page->columns_group), n > 0);
  gtk_list_box_invalidate_filter (page->columns);
}

static void
show_list (MarathonImportFilePage *page)
{
  page->is_showing = TRUE;
  show_encoding (page);
  show_delimiter (page);
  show_header (page);
  show_options (page);
  show_trouble (page);
  show_columns (page);
  page->is_showing = FALSE;
}

/* --- The object --- */

static void
marathon_import_file_page_dispose (GObject *object)
{
  MarathonImportFilePage *page = MARATHON_IMPORT_FILE_PAGE (object);

  g_clear_handle_id (&page->adding, g_source_remove);
  marathon_import_file_page_popdown (page);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_IMPORT_FILE_PAGE);
  g_clear_object (&page->picker);
  g_clear_object (&page->list);
  G_OBJECT_CLASS (marathon_import_file_page_parent_class)->dispose (object);
}

static void
marathon_import_file_page_finalize (GObject *object)
{
  MarathonImportFilePage *page = MARATHON_IMPORT_FILE_PAGE (object);

  g_ptr_array_unref (page->rows);
  g_array_unref (page->lines);
  G_OBJECT_CLASS (marathon_import_file_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MarathonImportFilePage, trouble);
  gtk_widget_class_bind_template_child (widget_class, MarathonImportFilePage, trouble_title);
  gtk_widget_class_bind_template_child (widget_class, MarathonImportFilePage, trouble_text);
  gtk_widget_class_bind_template_child (widget_class, MarathonImportFilePage, encoding);
  gtk_widget_class_bind_template_child (widget_class, MarathonImportFilePage, delimiter);
  gtk_widget_class_bind_template_child (widget_class, MarathonImportFilePage, header_line);
  gtk_widget_class_bind_template_child (widget_class, MarathonImportFilePage, options);
  gtk_widget_class_bind_template_child (widget_class, MarathonImportFilePage, update_row);
  gtk_widget_class_bind_template_child (widget_class, MarathonImportFilePage, update);
  gtk_widget_class_bind_template_child (widget_class, MarathonImportFilePage, bibs);
  gtk_widget_class_bind_template_child (widget_class, MarathonImportFilePage, dates);
  gtk_widget_class_bind_template_child (widget_class, MarathonImportFilePage, columns_group);
  gtk_widget_class_bind_template_child (widget_class, MarathonImportFilePage, columns);
  gtk_widget_class_bind_template_child (widget_class, MarathonImportFilePage, only_unrecognised);
}

static void
marathon_import_file_page_class_init (MarathonImportFilePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_import_file_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = marathon_import_file_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/window/import-file-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_encoding);
  gtk_widget_class_bind_template_callback (widget_class, on_delimiter);
  gtk_widget_class_bind_template_callback (widget_class, on_header);
  gtk_widget_class_bind_template_callback (widget_class, on_update);
  gtk_widget_class_bind_template_callback (widget_class, on_bibs);
  gtk_widget_class_bind_template_callback (widget_class, on_dates);
  gtk_widget_class_bind_template_callback (widget_class, on_only_unrecognised);
}

static void
marathon_import_file_page_init (MarathonImportFilePage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
  page->rows = g_ptr_array_new ();
  page->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_list_box_set_filter_func (page->columns, is_shown, page, NULL);
}

void
marathon_import_file_page_set_list (MarathonImportFilePage *page, MarathonListImport *list)
{
  g_return_if_fail (page->list == NULL);

  page->list = g_object_ref (list);
  page->picker = g_object_ref_sink (marathon_field_picker_new (marathon_document_get_event (marathon_list_import_get_document (list))));
  g_signal_connect_object (page->picker, "picked", G_CALLBACK (on_picked), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "changed", G_CALLBACK (show_list), page, G_CONNECT_SWAPPED);
}

void
marathon_import_file_page_popdown (MarathonImportFilePage *page)
{
  GtkWidget *button = page->picker != NULL ? gtk_widget_get_parent (GTK_WIDGET (page->picker)) : NULL;

  if (button == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (page->picker));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), NULL);
  page->picking = NULL;
}
