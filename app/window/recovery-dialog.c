/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonRecoveryDialog: a row for each event.
 */
#include "window/recovery-dialog.h"

#include <glib/gi18n-lib.h>

#include "document/state-folder.h"
#include "widgets/interface.h"
#include "widgets/question.h"
#include "window/recovery-row.h"
#include "window/recovery-words.h"

struct _MarathonRecoveryDialog {
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkListBox *rows;

  MarathonWindow *window; /* the parent, so it outlives the dialog */
};

G_DEFINE_FINAL_TYPE (MarathonRecoveryDialog, marathon_recovery_dialog, ADW_TYPE_WINDOW)

static gboolean
is_empty (MarathonRecoveryDialog *dialog)
{
  return gtk_list_box_get_row_at_index (dialog->rows, 0) == NULL;
}

/* Closes after the last one was recovered; an empty dialog would ask nothing any more. */
static void
remove_row (MarathonRecoveryDialog *dialog, MarathonRecoveryRow *row)
{
  gtk_window_set_focus (GTK_WINDOW (dialog), NULL);
  gtk_list_box_remove (dialog->rows, GTK_WIDGET (row));
  if (is_empty (dialog))
    gtk_window_close (GTK_WINDOW (dialog));
}

static void
on_recover (MarathonRecoveryRow *row, MarathonRecoveryDialog *dialog)
{
  MarathonRecovery *recovery = marathon_recovery_row_take (row);
  MarathonWindow *window = dialog->window;

  remove_row (dialog, row);
  marathon_window_recover (window, recovery);
}

/* --- Discarding --- */

/* The dialog may have been closed meanwhile. */
static void
on_discarded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MarathonRecoveryRow) row = data;
  GtkRoot *dialog = gtk_widget_get_root (GTK_WIDGET (row));
  g_autoptr (GError) error = NULL;
  gboolean good = g_task_propagate_boolean (G_TASK (result), &error);

  if (dialog == NULL)
    return;
  if (good)
    remove_row (MARATHON_RECOVERY_DIALOG (dialog), row);
  else
    marathon_tell (GTK_WINDOW (dialog), _ ("The Changes Are Still There"), error->message);
}

static void
discard_in_thread (GTask *task, gpointer source, gpointer recovery, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (marathon_recovery_discard (recovery, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_discard_answer (const char *answer, gpointer data)
{
  g_autoptr (MarathonRecoveryRow) row = data;
  g_autoptr (GTask) task = NULL;

  if (gtk_widget_get_root (GTK_WIDGET (row)) == NULL || !g_str_equal (answer, "discard"))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (row), FALSE);
  task = g_task_new (NULL, NULL, on_discarded, g_object_ref (row));
  g_task_set_source_tag (task, on_discard_answer);
  g_task_set_task_data (task, marathon_recovery_row_get (row), NULL); /* the row has it */
  g_task_run_in_thread (task, discard_in_thread);
}

static void
on_discard (MarathonRecoveryRow *row, MarathonRecoveryDialog *dialog)
{
  const MarathonAnswer answers[] = {
    { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "discard", _ ("_Discard"), ADW_RESPONSE_DESTRUCTIVE },
  };
  g_autofree char *name = marathon_recovery_get_name (marathon_recovery_row_get (row));
  g_autofree char *what = marathon_recovery_describe (marathon_recovery_row_get (row));
  g_autofree char *body = g_strdup_printf ("%s\n\n%s", name, what);

  marathon_ask (GTK_WINDOW (dialog), _ ("Discard These Changes for Good?"), body, answers, G_N_ELEMENTS (answers), on_discard_answer,
                g_object_ref (row));
}

/* --- The class --- */

static void
marathon_recovery_dialog_dispose (GObject *object)
{
  gtk_window_set_focus (GTK_WINDOW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_RECOVERY_DIALOG);
  G_OBJECT_CLASS (marathon_recovery_dialog_parent_class)->dispose (object);
}

static void
marathon_recovery_dialog_class_init (MarathonRecoveryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_recovery_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/window/recovery-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonRecoveryDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, MarathonRecoveryDialog, rows);
}

static void
marathon_recovery_dialog_init (MarathonRecoveryDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
}

GtkWindow *
marathon_recovery_dialog_new (MarathonWindow *window, GPtrArray *recoveries)
{
  g_autoptr (GPtrArray) left = recoveries;
  MarathonRecoveryDialog *dialog = g_object_new (MARATHON_TYPE_RECOVERY_DIALOG, "transient-for", window, NULL);

  dialog->window = window;
  while (left->len > 0)
    {
      GtkWidget *row = marathon_recovery_row_new (g_ptr_array_steal_index (left, 0));

      g_signal_connect_object (row, "recover", G_CALLBACK (on_recover), dialog, 0);
      g_signal_connect_object (row, "discard", G_CALLBACK (on_discard), dialog, 0);
      gtk_list_box_append (dialog->rows, row);
    }
  gtk_stack_set_visible_child_name (dialog->stack, is_empty (dialog) ? "empty" : "list");
  if (!is_empty (dialog))
    marathon_recovery_row_focus (MARATHON_RECOVERY_ROW (gtk_list_box_get_row_at_index (dialog->rows, 0)));
  return GTK_WINDOW (dialog);
}

/* --- Looking --- */

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autofree char *state_folder = marathon_state_folder_get ();

  g_task_return_pointer (task, marathon_recovery_list (state_folder, cancellable), (GDestroyNotify) g_ptr_array_unref);
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MarathonWindow) window = data;
  GPtrArray *recoveries = g_task_propagate_pointer (G_TASK (result), NULL);
  gboolean even_if_empty = GPOINTER_TO_INT (g_task_get_task_data (G_TASK (result)));

  if (recoveries == NULL)
    return;
  if (gtk_widget_get_realized (GTK_WIDGET (window)) && (recoveries->len > 0 || even_if_empty))
    gtk_window_present (marathon_recovery_dialog_new (window, recoveries));
  else
    g_ptr_array_unref (recoveries);
}

void
marathon_recovery_dialog_look (MarathonWindow *window, gboolean even_if_empty)
{
  /* Without a source: the thread may be the last to let go of its task, and a window must not end there. */
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_looked, g_object_ref (window));

  g_task_set_task_data (task, GINT_TO_POINTER (even_if_empty), NULL);
  g_task_set_source_tag (task, marathon_recovery_dialog_look);
  g_task_run_in_thread (task, look_in_thread);
}
