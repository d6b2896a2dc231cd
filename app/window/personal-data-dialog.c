/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPersonalDataDialog: a choice, a warning, a tick that it was read, and the work in a thread.
 */
#include "window/personal-data-dialog.h"

#include <glib/gi18n-lib.h>

#include "document/document-error.h"
#include "document/personal-data.h"
#include "widgets/interface.h"
#include "widgets/progress.h"
#include "widgets/question.h"

struct _MarathonPersonalDataDialog {
  AdwWindow parent_instance;

  GtkWidget *remove;
  GtkWidget *page;
  GtkCheckButton *all;
  GtkCheckButton *understood;
  GtkLabel *found;
  GtkWidget *bottom;
  GtkProgressBar *bar;

  MarathonDocument *document;
  MarathonPersonalCount count;
  MarathonProgress *progress; /* of the work that goes on, or NULL */
};

enum { REMOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarathonPersonalDataDialog, marathon_personal_data_dialog, ADW_TYPE_WINDOW)

static MarathonPersonalDepth
get_depth (MarathonPersonalDataDialog *dialog)
{
  return gtk_check_button_get_active (dialog->all) ? MARATHON_PERSONAL_ALL : MARATHON_PERSONAL_CONTACT;
}

/* What there is of it. */
static void
on_depth_changed (MarathonPersonalDataDialog *dialog)
{
  g_autoptr (GPtrArray) lines = marathon_personal_describe (&dialog->count, get_depth (dialog));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s%s.", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (lines, i));
  if (lines->len == 0)
    g_string_append (text, _ ("The event has nothing of it. Copies that were kept may have."));
  gtk_label_set_label (dialog->found, text->str);
  g_string_free (text, TRUE);
}

static void
update (MarathonPersonalDataDialog *dialog)
{
  gboolean is_busy = dialog->progress != NULL;

  gtk_widget_set_sensitive (dialog->remove, !is_busy && gtk_check_button_get_active (dialog->understood));
  gtk_widget_set_sensitive (dialog->page, !is_busy);
  gtk_widget_set_visible (dialog->bottom, is_busy);
}

/* --- The work --- */

static void
finish (MarathonPersonalDataDialog *dialog, const char *problem)
{
  g_signal_emit (dialog, signals[REMOVED], 0, problem);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
on_removed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MarathonPersonalDataDialog) dialog = data;
  g_autoptr (GError) error = NULL;
  gboolean good = marathon_document_remove_personal_data_finish (MARATHON_DOCUMENT (source), result, &error);

  marathon_progress_end (dialog->progress);
  g_clear_object (&dialog->progress);
  if (good || g_error_matches (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_COPIES))
    {
      finish (dialog, good ? NULL : error->message);
      return;
    }
  update (dialog);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    marathon_tell (GTK_WINDOW (dialog), _ ("Nothing Was Removed"), error->message);
}

static void
on_remove (MarathonPersonalDataDialog *dialog)
{
  dialog->progress = marathon_progress_new ();
  g_object_bind_property (dialog->progress, "fraction", dialog->bar, "fraction", G_BINDING_SYNC_CREATE);
  marathon_document_remove_personal_data_async (dialog->document, get_depth (dialog), marathon_progress_report,
                                                dialog->progress, marathon_progress_get_cancellable (dialog->progress),
                                                on_removed, g_object_ref (dialog));
  update (dialog);
}

/* As long as it can still be stopped, closing stops it; it stays until that is known. */
static gboolean
on_close_request (MarathonPersonalDataDialog *dialog)
{
  if (dialog->progress == NULL)
    return FALSE;
  g_cancellable_cancel (marathon_progress_get_cancellable (dialog->progress));
  return TRUE;
}

/* --- The class --- */

static void
marathon_personal_data_dialog_dispose (GObject *object)
{
  MarathonPersonalDataDialog *dialog = MARATHON_PERSONAL_DATA_DIALOG (object);

  gtk_window_set_focus (GTK_WINDOW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_PERSONAL_DATA_DIALOG);
  g_clear_object (&dialog->document);
  G_OBJECT_CLASS (marathon_personal_data_dialog_parent_class)->dispose (object);
}

static void
marathon_personal_data_dialog_class_init (MarathonPersonalDataDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_personal_data_dialog_dispose;
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/window/personal-data-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonPersonalDataDialog, remove);
  gtk_widget_class_bind_template_child (widget_class, MarathonPersonalDataDialog, page);
  gtk_widget_class_bind_template_child (widget_class, MarathonPersonalDataDialog, all);
  gtk_widget_class_bind_template_child (widget_class, MarathonPersonalDataDialog, understood);
  gtk_widget_class_bind_template_child (widget_class, MarathonPersonalDataDialog, found);
  gtk_widget_class_bind_template_child (widget_class, MarathonPersonalDataDialog, bottom);
  gtk_widget_class_bind_template_child (widget_class, MarathonPersonalDataDialog, bar);
  gtk_widget_class_bind_template_callback (widget_class, on_depth_changed);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
  gtk_widget_class_bind_template_callback (widget_class, on_close_request);
}

static void
marathon_personal_data_dialog_init (MarathonPersonalDataDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
}

GtkWindow *
marathon_personal_data_dialog_new (GtkWindow *parent, MarathonDocument *document)
{
  MarathonPersonalDataDialog *dialog = g_object_new (MARATHON_TYPE_PERSONAL_DATA_DIALOG, "transient-for", parent, NULL);

  dialog->document = g_object_ref (document);
  marathon_personal_count (marathon_document_get_event (document), &dialog->count);
  on_depth_changed (dialog);
  return GTK_WINDOW (dialog);
}
