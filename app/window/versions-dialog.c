/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonVersionsDialog: a row for each version; what is chosen is compared in a thread.
 */
#include "window/versions-dialog.h"

#include <glib/gi18n-lib.h>

#include "document/state-folder.h"
#include "document/version-change.h"
#include "widgets/interface.h"
#include "widgets/question.h"
#include "window/recovery-words.h"

struct _MarathonVersionsDialog {
  AdwWindow parent_instance;

  GtkWidget *restore;
  GtkStack *stack;
  GtkListBox *rows;
  GtkWidget *bottom;
  GtkSpinner *spinner;
  GtkLabel *text;
  GtkWidget *copy;

  MarathonDocument *document;
  GPtrArray *versions; /* of MarathonVersion, in the order of the rows */
  GCancellable *cancellable; /* of the comparison that goes on */
  MarathonVersionChange *change; /* to the version that is chosen; NULL until it is known */
};

enum { RESTORED, OPEN_COPY, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarathonVersionsDialog, marathon_versions_dialog, ADW_TYPE_WINDOW)

/* --- Words --- */

static char *
describe_changed (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u entrant changes", "%u entrants change", n), n);
}

static char *
describe_inserted (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u entrant comes back", "%u entrants come back", n), n);
}

static char *
describe_removed (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u entrant goes", "%u entrants go", n), n);
}

static char *
describe_records (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u setting changes", "%u settings change", n), n);
}

static char *
describe_change (const MarathonVersionChange *change)
{
  const MarathonEventDifference *difference = &change->difference;
  const struct {
    guint n;
    char *(*describe) (guint n);
  } parts[] = {
    { difference->n_inserted, describe_inserted },
    { difference->n_removed, describe_removed },
    { difference->n_changed, describe_changed },
    { difference->n_records, describe_records },
  };
  GString *text;

  if (marathon_version_change_is_empty (change))
    return g_strdup (_ ("The event is as it was then."));
  text = g_string_new (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *part = parts[i].n > 0 ? parts[i].describe (parts[i].n) : NULL;

      if (part != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
    }
  return g_string_free (text, FALSE);
}

static char *
describe_version (const MarathonVersion *version)
{
  g_autofree char *size = g_format_size (version->size);
  g_autofree char *entrants
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u entrant", "%u entrants", version->n_entrants), version->n_entrants);

  if (version->is_unfinished)
    /* Translators: a number of entrants and a size of a file. */
    return g_strdup_printf (_ ("%s, %s, from a save that was cut off"), entrants, size);
  return g_strdup_printf ("%s, %s", entrants, size);
}

/* --- The version that is chosen --- */

static void
show (MarathonVersionsDialog *dialog, const char *text)
{
  gboolean is_busy = dialog->cancellable != NULL;

  gtk_widget_set_visible (dialog->bottom, TRUE);
  gtk_spinner_set_spinning (dialog->spinner, is_busy);
  gtk_widget_set_visible (GTK_WIDGET (dialog->spinner), is_busy);
  gtk_label_set_label (dialog->text, text);
  gtk_widget_set_sensitive (dialog->copy, dialog->change != NULL);
  gtk_widget_set_sensitive (dialog->restore, dialog->change != NULL && !marathon_version_change_is_empty (dialog->change)
                                               && !marathon_document_is_read_only (dialog->document));
}

static void
forget (MarathonVersionsDialog *dialog)
{
  if (dialog->cancellable != NULL)
    g_cancellable_cancel (dialog->cancellable);
  g_clear_object (&dialog->cancellable);
  g_clear_pointer (&dialog->change, marathon_version_change_free);
}

static void
on_compared (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MarathonVersionsDialog) dialog = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonVersionChange) change = marathon_version_change_new_finish (result, &error);
  g_autofree char *text = NULL;

  /* Of one that is not chosen any more. */
  if (g_task_get_cancellable (G_TASK (result)) != dialog->cancellable)
    return;
  g_clear_object (&dialog->cancellable);
  dialog->change = g_steal_pointer (&change);
  text = error != NULL ? g_strdup (error->message) : describe_change (dialog->change);
  show (dialog, text);
}

static void
on_selected (MarathonVersionsDialog *dialog, GtkListBoxRow *row)
{
  const MarathonVersion *version;
  g_autofree char *time = NULL;
  g_autofree char *label = NULL;

  forget (dialog);
  if (row == NULL || dialog->versions == NULL)
    return;
  version = g_ptr_array_index (dialog->versions, gtk_list_box_row_get_index (row));
  time = marathon_describe_time (version->time);
  /* Translators: a step that can be undone; the version of what time. */
  label = g_strdup_printf (_ ("Restore the Version of %s"), time);
  dialog->cancellable = g_cancellable_new ();
  marathon_version_change_new_async (dialog->document, version, label, dialog->cancellable, on_compared, g_object_ref (dialog));
  show (dialog, _ ("Comparing with the event as it is now…"));
}

static void
on_restore (MarathonVersionsDialog *dialog)
{
  g_autoptr (GError) error = NULL;

  if (!marathon_version_change_apply (dialog->change, dialog->document, &error))
    {
      marathon_tell (GTK_WINDOW (dialog), _ ("The Version Is Not Restored"), error->message);
      return;
    }
  g_signal_emit (dialog, signals[RESTORED], 0);
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
on_copy (MarathonVersionsDialog *dialog)
{
  g_autoptr (MarathonDocument) copy = marathon_document_new (dialog->change->event);

  g_signal_emit (dialog, signals[OPEN_COPY], 0, copy);
  gtk_window_close (GTK_WINDOW (dialog));
}

/* --- The class --- */

static void
marathon_versions_dialog_dispose (GObject *object)
{
  MarathonVersionsDialog *dialog = MARATHON_VERSIONS_DIALOG (object);

  forget (dialog);
  g_clear_pointer (&dialog->versions, g_ptr_array_unref);
  gtk_window_set_focus (GTK_WINDOW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_VERSIONS_DIALOG);
  g_clear_object (&dialog->document);
  G_OBJECT_CLASS (marathon_versions_dialog_parent_class)->dispose (object);
}

static void
marathon_versions_dialog_class_init (MarathonVersionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_versions_dialog_dispose;
  signals[RESTORED]
    = g_signal_new ("restored", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPEN_COPY] = g_signal_new ("open-copy", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                     MARATHON_TYPE_DOCUMENT);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/window/versions-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonVersionsDialog, restore);
  gtk_widget_class_bind_template_child (widget_class, MarathonVersionsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, MarathonVersionsDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, MarathonVersionsDialog, bottom);
  gtk_widget_class_bind_template_child (widget_class, MarathonVersionsDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, MarathonVersionsDialog, text);
  gtk_widget_class_bind_template_child (widget_class, MarathonVersionsDialog, copy);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_restore);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
}

static void
marathon_versions_dialog_init (MarathonVersionsDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
}

/* With the seconds: two saves may follow each other soon. */
static char *
describe_time (const MarathonVersion *version)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (version->time);

  /* Translators: a moment as g_date_time_format() writes it: "23 November 2026 at 09:14:05". */
  return moment != NULL ? g_date_time_format (moment, _ ("%-d %B %Y at %H:%M:%S")) : marathon_describe_time (version->time);
}

static GtkWidget *
make_row (const MarathonVersion *version)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, NULL);
  g_autofree char *time = describe_time (version);
  g_autofree char *what = describe_version (version);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), time);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), what);
  return row;
}

GtkWindow *
marathon_versions_dialog_new (GtkWindow *parent, MarathonDocument *document)
{
  MarathonVersionsDialog *dialog = g_object_new (MARATHON_TYPE_VERSIONS_DIALOG, "transient-for", parent, NULL);
  g_autofree char *state_folder = marathon_state_folder_get ();
  GPtrArray *versions = marathon_versions_list (state_folder, marathon_event_get_id (marathon_document_get_event (document)));

  dialog->document = g_object_ref (document);
  for (guint i = 0; i < versions->len; i++)
    gtk_list_box_append (dialog->rows, make_row (g_ptr_array_index (versions, i)));
  dialog->versions = versions;
  gtk_list_box_unselect_all (dialog->rows);
  gtk_stack_set_visible_child_name (dialog->stack, versions->len > 0 ? "list" : "empty");
  gtk_widget_set_visible (dialog->restore, versions->len > 0);
  return GTK_WINDOW (dialog);
}
