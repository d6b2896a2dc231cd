/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonImportDialog: two pages, and the work behind them that is done in a thread.
 */
#include "window/import-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/list-import.h"
#include "widgets/interface.h"
#include "window/import-file-page.h"
#include "window/import-files.h"
#include "window/import-plan-page.h"
#include "window/import-words.h"

/* More entrants than these take longer to put into the event than a frame or two. */
#define MANY_ENTRANTS 20000u
/* Shorter work ends before anybody could read what a bar says. */
#define LONG_AFTER (G_TIME_SPAN_MILLISECOND * 300)

struct _MarathonImportDialog {
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkWidget *cancel;
  GtkWidget *back;
  GtkWidget *next;
  GtkWidget *accept;
  GtkStack *stack; /* "reading", "file", "plan", "importing" */
  GtkProgressBar *progress;
  GtkProgressBar *first_progress;
  AdwToastOverlay *toasts;
  MarathonImportFilePage *file_page;
  MarathonImportPlanPage *plan_page;

  MarathonListImport *list;
  gint64 begun; /* when the work that is shown in the bar began */
  guint applying; /* until the page that says so is painted */
};

static guint imported_signal;

G_DEFINE_FINAL_TYPE (MarathonImportDialog, marathon_import_dialog, ADW_TYPE_WINDOW)

static gboolean
is_on (MarathonImportDialog *dialog, const char *page)
{
  return strcmp (gtk_stack_get_visible_child_name (dialog->stack), page) == 0;
}

/* --- Pages --- */

static void
update_buttons (MarathonImportDialog *dialog)
{
  const MarathonImport *import = marathon_list_import_get_import (dialog->list);
  gboolean is_ready = import != NULL && !marathon_list_import_is_working (dialog->list) && dialog->applying == 0;
  gboolean is_last = is_on (dialog, "plan") || is_on (dialog, "importing");
  g_autofree char *label = marathon_import_words_format_button (import);

  gtk_button_set_label (GTK_BUTTON (dialog->accept), label);
  gtk_widget_set_visible (dialog->cancel, !is_last);
  gtk_widget_set_visible (dialog->back, is_last);
  gtk_widget_set_visible (dialog->next, !is_last);
  gtk_widget_set_visible (dialog->accept, is_last);
  gtk_widget_set_sensitive (dialog->back, dialog->applying == 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (dialog), "import.next", is_ready && !is_last);
  gtk_widget_set_sensitive (dialog->accept, is_ready && !marathon_import_is_empty (import));
  gtk_window_set_default_widget (GTK_WINDOW (dialog), is_last ? dialog->accept : dialog->next);
}

static void
show_page (MarathonImportDialog *dialog, const char *name)
{
  gboolean is_plan = strcmp (name, "plan") == 0;

  gtk_window_set_focus (GTK_WINDOW (dialog), NULL);
  gtk_stack_set_visible_child_name (dialog->stack, name);
  adw_window_title_set_title (dialog->title, is_plan ? _ ("What Will Happen") : _ ("Import Entry List"));
  update_buttons (dialog);
  gtk_widget_grab_focus (is_plan ? dialog->accept : dialog->next);
}

static void
on_next (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarathonImportDialog *dialog = MARATHON_IMPORT_DIALOG (widget);

  marathon_import_file_page_popdown (dialog->file_page);
  show_page (dialog, "plan");
}

static void
on_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarathonImportDialog *dialog = MARATHON_IMPORT_DIALOG (widget);

  if (is_on (dialog, "plan"))
    show_page (dialog, "file");
}

/* --- Work --- */

static void
on_changed (MarathonImportDialog *dialog)
{
  const MarathonImport *import = marathon_list_import_get_import (dialog->list);

  marathon_import_plan_page_show (dialog->plan_page, import);
  if (is_on (dialog, "reading") || (is_on (dialog, "plan") && import == NULL))
    show_page (dialog, "file");
}

static void
on_working (MarathonImportDialog *dialog)
{
  dialog->begun = g_get_monotonic_time ();
  gtk_widget_set_visible (GTK_WIDGET (dialog->progress), FALSE);
  update_buttons (dialog);
}

static void
on_fraction (MarathonImportDialog *dialog)
{
  double fraction = marathon_list_import_get_fraction (dialog->list);
  gboolean is_long = g_get_monotonic_time () - dialog->begun > LONG_AFTER;

  gtk_progress_bar_set_fraction (dialog->progress, fraction);
  gtk_progress_bar_set_fraction (dialog->first_progress, fraction);
  gtk_widget_set_visible (GTK_WIDGET (dialog->progress),
                          is_long && marathon_list_import_is_working (dialog->list) && !is_on (dialog, "reading"));
}

/* --- Importing --- */

/* Who listens must hear it before the window lets go of everybody. */
static void
leave (MarathonImportDialog *dialog, guint n_added, guint n_updated)
{
  g_object_ref (dialog);
  g_signal_emit (dialog, imported_signal, 0, n_added, n_updated);
  gtk_window_close (GTK_WINDOW (dialog));
  g_object_unref (dialog);
}

static void
apply (gpointer data)
{
  MarathonImportDialog *dialog = data;
  const MarathonImport *import = marathon_list_import_get_import (dialog->list);
  guint n_added = marathon_import_get_count (import, MARATHON_IMPORT_ADDED);
  guint n_updated = marathon_import_get_count (import, MARATHON_IMPORT_UPDATED);
  g_autoptr (GError) error = NULL;
  g_autofree char *markup = NULL;

  dialog->applying = 0;
  if (marathon_list_import_apply (dialog->list, &error))
    {
      leave (dialog, n_added, n_updated);
      return;
    }
  markup = g_markup_escape_text (error->message, -1);
  show_page (dialog, "plan");
  adw_toast_overlay_add_toast (dialog->toasts, adw_toast_new (markup));
  gtk_widget_set_sensitive (dialog->accept, FALSE);
}

static void
on_accept (MarathonImportDialog *dialog)
{
  const MarathonImport *import = marathon_list_import_get_import (dialog->list);
  guint n;

  marathon_import_get_added (import, &n);
  if (n < MANY_ENTRANTS)
    {
      apply (dialog);
      return;
    }
  /* The page that says so is painted first: nothing is while the event takes them. */
  gtk_stack_set_visible_child_name (dialog->stack, "importing");
  dialog->applying = g_timeout_add_once (100, apply, dialog);
  update_buttons (dialog);
}

/* --- Files --- */

static void
on_saved (gpointer data)
{
  MarathonImportDialog *dialog = data;

  adw_toast_overlay_add_toast (dialog->toasts, adw_toast_new (_ ("File saved")));
}

static void
on_save_template (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarathonImportDialog *dialog = MARATHON_IMPORT_DIALOG (widget);

  marathon_import_files_save_template (GTK_WINDOW (dialog), marathon_list_import_get_document (dialog->list), on_saved,
                                       dialog);
}

static void
on_save_report (MarathonImportDialog *dialog)
{
  const MarathonImport *import = marathon_list_import_get_import (dialog->list);

  if (import != NULL)
    marathon_import_files_save_report (GTK_WINDOW (dialog), adw_window_title_get_subtitle (dialog->title), import,
                                       on_saved, dialog);
}

/* --- The object --- */

static gboolean
marathon_import_dialog_close_request (GtkWindow *window)
{
  MarathonImportDialog *dialog = MARATHON_IMPORT_DIALOG (window);

  if (dialog->applying != 0)
    return TRUE;
  marathon_import_file_page_popdown (dialog->file_page);
  return GTK_WINDOW_CLASS (marathon_import_dialog_parent_class)->close_request (window);
}

static void
marathon_import_dialog_dispose (GObject *object)
{
  MarathonImportDialog *dialog = MARATHON_IMPORT_DIALOG (object);

  g_clear_handle_id (&dialog->applying, g_source_remove);
  if (dialog->plan_page != NULL)
    marathon_import_plan_page_show (dialog->plan_page, NULL);
  if (dialog->list != NULL)
    g_signal_handlers_disconnect_by_data (dialog->list, dialog);
  g_clear_object (&dialog->list);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_IMPORT_DIALOG);
  G_OBJECT_CLASS (marathon_import_dialog_parent_class)->dispose (object);
}

static void
marathon_import_dialog_class_init (MarathonImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_import_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = marathon_import_dialog_close_request;
  imported_signal = g_signal_new ("imported", MARATHON_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  g_type_ensure (MARATHON_TYPE_IMPORT_FILE_PAGE);
  g_type_ensure (MARATHON_TYPE_IMPORT_PLAN_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/window/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonImportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, MarathonImportDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, MarathonImportDialog, back);
  gtk_widget_class_bind_template_child (widget_class, MarathonImportDialog, next);
  gtk_widget_class_bind_template_child (widget_class, MarathonImportDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, MarathonImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, MarathonImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, MarathonImportDialog, first_progress);
  gtk_widget_class_bind_template_child (widget_class, MarathonImportDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, MarathonImportDialog, file_page);
  gtk_widget_class_bind_template_child (widget_class, MarathonImportDialog, plan_page);
  gtk_widget_class_bind_template_callback (widget_class, on_accept);
  gtk_widget_class_bind_template_callback (widget_class, on_save_report);
  gtk_widget_class_install_action (widget_class, "import.next", NULL, on_next);
  gtk_widget_class_install_action (widget_class, "import.back", NULL, on_back);
  gtk_widget_class_install_action (widget_class, "import.save-template", NULL, on_save_template);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "import.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "import.next", NULL);
}

static void
marathon_import_dialog_init (MarathonImportDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
}

GtkWindow *
marathon_import_dialog_new (GtkWindow *parent, MarathonDocument *document, const char *name, GBytes *bytes)
{
  MarathonImportDialog *dialog = g_object_new (MARATHON_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);

  adw_window_title_set_subtitle (dialog->title, name);
  dialog->list = marathon_list_import_new (document, bytes, NULL);
  marathon_import_file_page_set_list (dialog->file_page, dialog->list);
  g_signal_connect_object (dialog->list, "changed", G_CALLBACK (on_changed), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog->list, "notify::working", G_CALLBACK (on_working), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog->list, "notify::fraction", G_CALLBACK (on_fraction), dialog, G_CONNECT_SWAPPED);
  on_working (dialog);
  return GTK_WINDOW (dialog);
}
