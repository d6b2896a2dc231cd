/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonImportDialog: summary and notes of an import, made anew when an option changes.
 */
#include "window/import-dialog.h"

#include <glib/gi18n-lib.h>

#include "editing/import-edit.h"
#include "widgets/interface.h"

/* As many notes as anybody reads in a dialog. */
#define MOST_NOTES 500

struct _MarathonImportDialog {
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkLabel *summary;
  GtkWidget *notes_frame;
  GtkTextView *notes;
  GtkSwitch *update;
  GtkWidget *accept;

  MarathonDocument *document;
  MarathonCsvTable *table;
  MarathonImport *import;
};

static guint imported_signal;

G_DEFINE_FINAL_TYPE (MarathonImportDialog, marathon_import_dialog, ADW_TYPE_WINDOW)

static void
show_notes (MarathonImportDialog *dialog, const char *notes)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (dialog->notes), notes, -1);
  gtk_widget_set_visible (dialog->notes_frame, *notes != '\0');
}

static void
show_import (MarathonImportDialog *dialog)
{
  g_autofree char *summary = marathon_import_format_summary (dialog->import);
  g_autofree char *notes = marathon_import_format_notes (dialog->import, MOST_NOTES);

  gtk_label_set_label (dialog->summary, g_strchomp (summary));
  show_notes (dialog, g_strchomp (notes));
  gtk_widget_set_sensitive (dialog->accept, !marathon_import_is_empty (dialog->import));
}

static void
look (MarathonImportDialog *dialog)
{
  const MarathonImportOptions options = { .update = gtk_switch_get_active (dialog->update) };
  g_autoptr (GError) error = NULL;
  MarathonIdSource ids;

  if (dialog->table == NULL)
    return;
  marathon_id_source_init_random (&ids);
  g_clear_pointer (&dialog->import, marathon_import_free);
  dialog->import = marathon_import_new (marathon_document_get_event (dialog->document), dialog->table, &options, &ids, &error);
  if (dialog->import != NULL)
    {
      show_import (dialog);
      return;
    }
  gtk_label_set_label (dialog->summary, error->message);
  show_notes (dialog, "");
  gtk_widget_set_sensitive (dialog->accept, FALSE);
}

static void
on_accept (MarathonImportDialog *dialog)
{
  g_autoptr (GError) error = NULL;

  if (!marathon_import_apply (marathon_document_get_history (dialog->document), dialog->import, &error))
    {
      gtk_label_set_label (dialog->summary, error->message);
      gtk_widget_set_sensitive (dialog->accept, FALSE);
      return;
    }
  g_signal_emit (dialog, imported_signal, 0, marathon_import_get_count (dialog->import, MARATHON_IMPORT_ADDED),
                 marathon_import_get_count (dialog->import, MARATHON_IMPORT_UPDATED));
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
marathon_import_dialog_dispose (GObject *object)
{
  MarathonImportDialog *dialog = MARATHON_IMPORT_DIALOG (object);

  g_clear_pointer (&dialog->import, marathon_import_free);
  g_clear_pointer (&dialog->table, marathon_csv_table_free);
  g_clear_object (&dialog->document);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_IMPORT_DIALOG);
  G_OBJECT_CLASS (marathon_import_dialog_parent_class)->dispose (object);
}

static void
marathon_import_dialog_class_init (MarathonImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_import_dialog_dispose;
  imported_signal = g_signal_new ("imported", MARATHON_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/window/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonImportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, MarathonImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, MarathonImportDialog, notes_frame);
  gtk_widget_class_bind_template_child (widget_class, MarathonImportDialog, notes);
  gtk_widget_class_bind_template_child (widget_class, MarathonImportDialog, update);
  gtk_widget_class_bind_template_child (widget_class, MarathonImportDialog, accept);
  gtk_widget_class_bind_template_callback (widget_class, look);
  gtk_widget_class_bind_template_callback (widget_class, on_accept);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
marathon_import_dialog_init (MarathonImportDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
}

GtkWindow *
marathon_import_dialog_new (GtkWindow *parent, MarathonDocument *document, const char *name, MarathonCsvTable *table)
{
  MarathonImportDialog *dialog = g_object_new (MARATHON_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);

  adw_window_title_set_subtitle (dialog->title, name);
  dialog->document = g_object_ref (document);
  dialog->table = table;
  look (dialog);
  gtk_widget_grab_focus (dialog->accept);
  return GTK_WINDOW (dialog);
}
