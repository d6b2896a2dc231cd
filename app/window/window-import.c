/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entry lists: from the file to the dialog that shows what they would change.
 */
#include "window/window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/project-file.h"
#include "formats/csv-reader.h"
#include "widgets/question.h"
#include "window/import-dialog.h"
#include "window/import-files.h"

/* Other kinds of files are known by how they begin. */
#define MOST_LOOKED_AT 65536

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
  /* Those who have come are to be seen, whatever was looked for before. */
  marathon_page_show (marathon_window_get_page (window, "entrants"), "");
}

static void
show_refused (MarathonWindow *window, const char *path, const GError *error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *heading = g_strdup_printf (_ ("“%s” Cannot Be Imported"), name);

  marathon_tell (GTK_WINDOW (window), heading, error->message);
}

/* --- A list that waits --- */

void
marathon_window_import_waiting (MarathonWindow *window)
{
  g_autofree char *name = g_steal_pointer (&window->import_name);
  g_autoptr (GBytes) bytes = g_steal_pointer (&window->import_bytes);
  GtkWindow *dialog;

  if (bytes == NULL)
    return;
  dialog = marathon_import_dialog_new (GTK_WINDOW (window), window->document, name, bytes);
  g_signal_connect_object (dialog, "imported", G_CALLBACK (on_imported), window, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

/* Takes @name. */
static void
take_list (MarathonWindow *window, GBytes *bytes, char *name)
{
  g_clear_pointer (&window->import_bytes, g_bytes_unref);
  g_free (window->import_name);
  window->import_bytes = g_bytes_ref (bytes);
  window->import_name = name;
  if (!gtk_widget_get_realized (GTK_WIDGET (window)))
    return; /* closed meanwhile */
  if (window->document != NULL)
    marathon_window_import_waiting (window);
  else
    marathon_window_ask_event_for_list (window);
}

/* --- Reading, in a thread: the disk may be slow --- */

/* Whether the file may be a list at all; what can be put right is put right in the dialog. */
static gboolean
may_be_list (GBytes *bytes, GError **error)
{
  g_autoptr (GBytes) start = g_bytes_new_from_bytes (bytes, 0, MIN (g_bytes_get_size (bytes), MOST_LOOKED_AT));
  g_autoptr (GError) found = NULL;
  MarathonCsvTable *table = marathon_csv_table_new (start, NULL, &found);

  g_clear_pointer (&table, marathon_csv_table_free);
  if (!g_error_matches (found, MARATHON_TEXT_ENCODING_ERROR, MARATHON_TEXT_ENCODING_ERROR_NOT_TEXT)
      && !g_error_matches (found, MARATHON_CSV_ERROR, MARATHON_CSV_ERROR_NOT_CSV))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&found));
  return FALSE;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GBytes) bytes = marathon_file_read_bytes (task_data, MARATHON_CSV_MAX_SIZE, &error);

  if (bytes != NULL && may_be_list (bytes, &error))
    g_task_return_pointer (task, g_steal_pointer (&bytes), (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  MarathonWindow *window = MARATHON_WINDOW (source);
  const char *path = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);

  if (bytes != NULL)
    take_list (window, bytes, g_filename_display_basename (path));
  else if (gtk_widget_get_realized (GTK_WIDGET (window)))
    show_refused (window, path, error);
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

/* --- Pasting --- */

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

static void
on_clipboard_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MarathonWindow) window = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (!gtk_widget_get_realized (GTK_WIDGET (window)))
    return; /* closed meanwhile */
  if (is_blank (text))
    {
      marathon_window_add_toast (window, adw_toast_new (_ ("There are no rows in the clipboard")));
      return;
    }
  bytes = g_bytes_new_take (text, strlen (text));
  text = NULL;
  take_list (window, bytes, g_strdup (_ ("Clipboard")));
}

void
marathon_window_paste_entries (MarathonWindow *window)
{
  if (marathon_window_commit (window))
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (window)), NULL, on_clipboard_read,
                                   g_object_ref (window));
}

/* --- Files --- */

static void
on_template_saved (gpointer data)
{
  marathon_window_add_toast (data, adw_toast_new (_ ("Template saved")));
}

void
marathon_window_save_template (MarathonWindow *window)
{
  marathon_import_files_save_template (GTK_WINDOW (window), window->document, on_template_saved, window);
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
