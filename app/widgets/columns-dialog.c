/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of all fields: those with a column first, in the columns' order. The table is what is true; after each change
 * the rows are made to agree with it.
 */
#include "widgets/columns-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/fold.h"
#include "model/entrant-fields.h"
#include "widgets/column-row.h"
#include "widgets/interface.h"

struct _MarathonColumnsDialog {
  AdwWindow parent_instance;

  GtkSearchEntry *entry;
  GtkListBox *list;

  MarathonEntrantsTable *table;
  char *needle;
  gboolean is_updating; /* rows are made to agree: they say nothing new */
};

G_DEFINE_FINAL_TYPE (MarathonColumnsDialog, marathon_columns_dialog, ADW_TYPE_WINDOW)

static MarathonEvent *
get_event (MarathonColumnsDialog *dialog)
{
  return marathon_entrants_model_get_event (marathon_entrants_table_get_model (dialog->table));
}

static guint
find_key (const char *const *keys, const char *key)
{
  guint i;

  for (i = 0; keys[i] != NULL && !g_str_equal (keys[i], key); i++)
    ;
  return i;
}

/* --- The rows --- */

/* Those that are shown by column, the others behind them by their line of the table of fields. */
static void
update_row (MarathonColumnsDialog *dialog, MarathonColumnRow *row, guint line)
{
  const char *const *keys = marathon_entrants_table_get_columns (dialog->table);
  guint n_shown = g_strv_length ((GStrv) keys), place = find_key (keys, marathon_column_row_get_key (row));
  gboolean is_shown = place < n_shown;

  marathon_column_row_set_place (row, is_shown ? place : n_shown + line);
  g_object_set (row, "shown", is_shown, "can-hide", !is_shown || n_shown > 1, "can-move-up", is_shown && place > 0,
                "can-move-down", is_shown && place + 1 < n_shown, NULL);
}

static void
update (MarathonColumnsDialog *dialog)
{
  g_autoptr (GPtrArray) fields = marathon_event_list_fields (get_event (dialog));

  dialog->is_updating = TRUE;
  for (int i = 0; gtk_list_box_get_row_at_index (dialog->list, i) != NULL; i++)
    {
      MarathonColumnRow *row = MARATHON_COLUMN_ROW (gtk_list_box_get_row_at_index (dialog->list, i));
      const char *key = marathon_column_row_get_key (row);
      guint line;

      for (line = 0; line < fields->len; line++)
        if (g_str_equal (((const MarathonFieldInfo *) g_ptr_array_index (fields, line))->key, key))
          break;
      update_row (dialog, row, line);
    }
  gtk_list_box_invalidate_sort (dialog->list);
  dialog->is_updating = FALSE;
}

static void
apply (MarathonColumnsDialog *dialog, GPtrArray *keys)
{
  g_ptr_array_add (keys, NULL);
  marathon_entrants_table_set_columns (dialog->table, (const char *const *) keys->pdata);
  update (dialog);
}

/* The keys of the columns that are shown, without @left_out. */
static GPtrArray *
list_others (MarathonColumnsDialog *dialog, const char *left_out)
{
  const char *const *shown = marathon_entrants_table_get_columns (dialog->table);
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; shown[i] != NULL; i++)
    if (!g_str_equal (shown[i], left_out))
      g_ptr_array_add (keys, g_strdup (shown[i]));
  return keys;
}

static void
on_shown (MarathonColumnRow *row, GParamSpec *pspec, MarathonColumnsDialog *dialog)
{
  const char *key = marathon_column_row_get_key (row);
  g_autoptr (GPtrArray) keys = NULL;
  gboolean is_shown;

  if (dialog->is_updating)
    return;
  g_object_get (row, "shown", &is_shown, NULL);
  keys = list_others (dialog, key);
  if (is_shown)
    g_ptr_array_add (keys, g_strdup (key));
  apply (dialog, keys);
}

static void
on_move (MarathonColumnRow *row, int by, MarathonColumnsDialog *dialog)
{
  const char *key = marathon_column_row_get_key (row);
  g_autoptr (GPtrArray) keys = list_others (dialog, key);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (dialog));

  g_ptr_array_insert (keys, (gint) find_key (marathon_entrants_table_get_columns (dialog->table), key) + by,
                      g_strdup (key));
  apply (dialog, keys);
  /* The button may have been the last that could be pressed. */
  if (focus != NULL && !gtk_widget_is_sensitive (focus))
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
add_row (MarathonColumnsDialog *dialog, const MarathonFieldInfo *info, guint line)
{
  GtkWidget *row = marathon_column_row_new (info->key, line);
  gboolean is_private = info->audience == MARATHON_AUDIENCE_MEDICAL || info->audience == MARATHON_AUDIENCE_EVERYTHING;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (info->label));
  if (is_private)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Private"));
  update_row (dialog, MARATHON_COLUMN_ROW (row), line);
  g_signal_connect_object (row, "notify::shown", G_CALLBACK (on_shown), dialog, 0);
  g_signal_connect_object (row, "move", G_CALLBACK (on_move), dialog, 0);
  gtk_list_box_append (dialog->list, row);
}

/* --- The list --- */

static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  guint left = marathon_column_row_get_place (MARATHON_COLUMN_ROW (a));
  guint right = marathon_column_row_get_place (MARATHON_COLUMN_ROW (b));

  return (left > right) - (left < right);
}

static gboolean
is_found (GtkListBoxRow *row, gpointer data)
{
  MarathonColumnsDialog *dialog = data;
  g_autofree char *label = marathon_fold (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  return dialog->needle == NULL || strstr (label, dialog->needle) != NULL;
}

static void
on_search_changed (MarathonColumnsDialog *dialog)
{
  g_free (dialog->needle);
  dialog->needle = marathon_fold (gtk_editable_get_text (GTK_EDITABLE (dialog->entry)));
  gtk_list_box_invalidate_filter (dialog->list);
}

/* Escape takes back the search first, then the dialog. */
static void
on_stop_search (MarathonColumnsDialog *dialog)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (dialog->entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (dialog->entry), "");
  else
    gtk_window_close (GTK_WINDOW (dialog));
}

static void
on_reset (MarathonColumnsDialog *dialog)
{
  marathon_entrants_table_reset_columns (dialog->table);
  update (dialog);
}

/* --- Object --- */

static void
marathon_columns_dialog_dispose (GObject *object)
{
  MarathonColumnsDialog *dialog = MARATHON_COLUMNS_DIALOG (object);

  g_clear_object (&dialog->table);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_COLUMNS_DIALOG);
  G_OBJECT_CLASS (marathon_columns_dialog_parent_class)->dispose (object);
}

static void
marathon_columns_dialog_finalize (GObject *object)
{
  g_free (MARATHON_COLUMNS_DIALOG (object)->needle);
  G_OBJECT_CLASS (marathon_columns_dialog_parent_class)->finalize (object);
}

static void
marathon_columns_dialog_class_init (MarathonColumnsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = marathon_columns_dialog_dispose;
  object_class->finalize = marathon_columns_dialog_finalize;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/widgets/columns-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonColumnsDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, MarathonColumnsDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_reset);
}

static void
marathon_columns_dialog_init (MarathonColumnsDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
  gtk_list_box_set_sort_func (dialog->list, compare_rows, NULL, NULL);
  gtk_list_box_set_filter_func (dialog->list, is_found, dialog, NULL);
  gtk_search_entry_set_key_capture_widget (dialog->entry, GTK_WIDGET (dialog->list));
}

GtkWidget *
marathon_columns_dialog_new (MarathonEntrantsTable *table, GtkWindow *parent)
{
  MarathonColumnsDialog *dialog;
  g_autoptr (GPtrArray) fields = NULL;

  g_return_val_if_fail (MARATHON_IS_ENTRANTS_TABLE (table), NULL);
  g_return_val_if_fail (marathon_entrants_table_get_model (table) != NULL, NULL);

  dialog = g_object_new (MARATHON_TYPE_COLUMNS_DIALOG, "transient-for", parent, NULL);
  dialog->table = g_object_ref (table);
  fields = marathon_event_list_fields (get_event (dialog));
  for (guint line = 0; line < fields->len; line++)
    add_row (dialog, g_ptr_array_index (fields, line), line);
  return GTK_WIDGET (dialog);
}
