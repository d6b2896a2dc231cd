/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entry lists: from the file to the dialog that shows what they would change.
 */
#include "window/window-private.h"

#include <glib/gi18n-lib.h>

#include "document/project-file.h"
#include "widgets/question.h"
#include "window/import-dialog.h"

gboolean
marathon_is_entry_list (const char *path)
{
  const char *const endings[] = { ".csv", ".tsv", ".txt" };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;
  return FALSE;
}

static void
on_imported (MarathonWindow *window, guint n_added, guint n_updated)
{
  guint n = n_added + n_updated;
  /* Translators: after an entry list was put into the event */
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u entrant imported", "%u entrants imported", n), n);
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  marathon_window_add_toast (window, toast);
  marathon_window_show_page (window, "entrants");
}

static void
show_refused (MarathonWindow *window, const char *path, const GError *error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *heading = g_strdup_printf (_ ("“%s” Cannot Be Imported"), name);

  marathon_tell (GTK_WINDOW (window), heading, error->message);
}

/* --- Reading, in a thread: a big list takes a second --- */

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = marathon_file_read_bytes (task_data, MARATHON_CSV_MAX_SIZE, &error);
  MarathonCsvTable *table = bytes != NULL ? marathon_csv_table_new (bytes, NULL, &error) : NULL;

  if (table != NULL)
    g_task_return_pointer (task, table, (GDestroyNotify) marathon_csv_table_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
marathon_window_import_waiting (MarathonWindow *window)
{
  g_autofree char *name = g_steal_pointer (&window->import_name);
  GtkWindow *dialog;

  if (window->import_table == NULL)
    return;
  dialog = marathon_import_dialog_new (GTK_WINDOW (window), window->document, name, g_steal_pointer (&window->import_table));
  g_signal_connect_object (dialog, "imported", G_CALLBACK (on_imported), window, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  MarathonWindow *window = MARATHON_WINDOW (source);
  const char *path = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  MarathonCsvTable *table = g_task_propagate_pointer (G_TASK (result), &error);

  if (table == NULL)
    {
      show_refused (window, path, error);
      return;
    }
  g_clear_pointer (&window->import_table, marathon_csv_table_free);
  g_free (window->import_name);
  window->import_table = table;
  window->import_name = g_filename_display_basename (path);
  if (!gtk_widget_get_realized (GTK_WIDGET (window)))
    return; /* closed meanwhile */
  if (window->document != NULL)
    marathon_window_import_waiting (window);
  else
    marathon_window_ask_event_for_list (window);
}

void
marathon_window_import (MarathonWindow *window, const char *path)
{
  g_autoptr (GTask) task = NULL;

  if (!marathon_window_commit (window))
    return;
  task = g_task_new (window, NULL, on_read, NULL);
  g_task_set_source_tag (task, marathon_window_import);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, read_in_thread);
}

static void
on_list_chosen (const char *path, gpointer data)
{
  if (path != NULL)
    marathon_window_import (data, path);
}

void
marathon_window_ask_import (MarathonWindow *window)
{
  marathon_choose_file (GTK_WINDOW (window), MARATHON_CHOOSE_IMPORT, _ ("Import Entry List"), NULL, on_list_chosen, window);
}
