/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening, saving and closing: what a window does with its event's file.
 */
#include "window/window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/entry-list-file.h"
#include "document/event-template.h"
#include "document/file-identity.h"
#include "widgets/question.h"
#include "window/new-event-dialog.h"
#include "window/welcome.h"

gboolean
marathon_window_commit (MarathonWindow *window)
{
  return window->document == NULL || marathon_page_commit (marathon_window_get_current_page (window));
}

/* --- Opening --- */

static gboolean
shows_path (MarathonWindow *window, const char *path)
{
  const char *own = window->document != NULL ? marathon_document_get_path (window->document) : window->opening;

  return own != NULL && marathon_file_is_same (own, path);
}

static MarathonWindow *
find_window_of (MarathonWindow *window, const char *path)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    {
      if (MARATHON_IS_WINDOW (l->data) && shows_path (l->data, path))
        return l->data;
    }
  return NULL;
}

static MarathonWindow *
find_room (MarathonWindow *window)
{
  return marathon_window_is_empty (window) ? window : marathon_window_new (gtk_window_get_application (GTK_WINDOW (window)));
}

static void
show_loading (MarathonWindow *window, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *title = g_strdup_printf (_ ("Opening “%s”"), name);

  adw_status_page_set_title (window->loading, title);
  gtk_stack_set_visible_child_name (window->content, "loading");
}

/* --- A load, with what it needs to end --- */

typedef struct {
  MarathonWindow *window;
  MarathonProgress *progress;
  char *path;
  gboolean is_example; /* opened as an event that has no file yet */
} Loading;

static void
free_loading (Loading *loading)
{
  g_object_unref (loading->window);
  g_object_unref (loading->progress);
  g_free (loading->path);
  g_free (loading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loading, free_loading)

static void
show_loaded (Loading *loading, MarathonDocument *document)
{
  if (loading->is_example)
    {
      g_autoptr (MarathonDocument) copy = marathon_document_new (marathon_document_get_event (document));

      marathon_window_set_document (loading->window, copy);
      return;
    }
  marathon_window_set_document (loading->window, document);
  marathon_welcome_remember (loading->path);
}

static void
show_failed (Loading *loading, const GError *error)
{
  g_autofree char *name = g_filename_display_basename (loading->path);
  g_autofree char *heading = g_strdup_printf (_ ("“%s” Cannot Be Opened"), name);

  gtk_stack_set_visible_child_name (loading->window->content, loading->window->document != NULL ? "event" : "welcome");
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    marathon_tell (GTK_WINDOW (loading->window), heading, error->message);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Loading) loading = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonDocument) document = marathon_document_load_finish (result, &error);

  g_clear_pointer (&loading->window->opening, g_free);
  marathon_window_set_progress (loading->window, NULL);
  if (!gtk_widget_get_realized (GTK_WIDGET (loading->window)))
    return; /* closed meanwhile */
  if (document != NULL)
    show_loaded (loading, document);
  else
    show_failed (loading, error);
}

static void
start_loading (MarathonWindow *window, const char *path, gboolean is_example)
{
  g_autoptr (MarathonProgress) progress = marathon_progress_new ();
  Loading *loading = g_new0 (Loading, 1);

  loading->window = g_object_ref (window);
  loading->progress = g_object_ref (progress);
  loading->path = g_strdup (path);
  loading->is_example = is_example;
  window->opening = g_strdup (path);
  show_loading (window, path);
  marathon_window_set_progress (window, progress);
  marathon_document_load_async (path, marathon_progress_report, progress, marathon_progress_get_cancellable (progress),
                                on_loaded, loading);
}

void
marathon_window_open_example (MarathonWindow *window)
{
  g_autofree char *path = marathon_installed_file ("examples/london-2014" MARATHON_FILE_ENDING);
  MarathonWindow *room = find_room (window);

  start_loading (room, path, TRUE);
  gtk_window_present (GTK_WINDOW (room));
}

static void
on_created (MarathonWindow *window, MarathonDocument *document)
{
  MarathonWindow *room = find_room (window);

  if (room != window)
    {
      room->import_bytes = g_steal_pointer (&window->import_bytes);
      room->import_name = g_steal_pointer (&window->import_name);
    }
  marathon_window_set_document (room, document);
  gtk_window_present (GTK_WINDOW (room));
}

void
marathon_window_ask_event_for_list (MarathonWindow *window)
{
  GtkWindow *dialog = marathon_new_event_dialog_new (GTK_WINDOW (window), window->import_name);

  g_signal_connect_object (dialog, "created", G_CALLBACK (on_created), window, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

void
marathon_window_ask_new_event (MarathonWindow *window)
{
  /* A list whose dialog was closed waits no more. */
  g_clear_pointer (&window->import_bytes, g_bytes_unref);
  g_clear_pointer (&window->import_name, g_free);
  marathon_window_ask_event_for_list (window);
}

void
marathon_window_open_path (MarathonWindow *window, const char *path)
{
  MarathonWindow *shown = find_window_of (window, path);

  g_return_if_fail (MARATHON_IS_WINDOW (window));
  if (shown == NULL && marathon_is_entry_list (path))
    {
      marathon_window_import (window, path);
      return;
    }
  if (shown == NULL)
    {
      shown = find_room (window);
      start_loading (shown, path, FALSE);
    }
  gtk_window_present (GTK_WINDOW (shown));
}

/* --- Saving --- */

typedef struct {
  MarathonWindow *window;
  MarathonDocument *document;
  MarathonProgress *progress;
  char *path; /* NULL: the document's own */
  gboolean is_copy;
  MarathonSavedFunc then;
} Saving;

static void
free_saving (Saving *saving)
{
  g_object_unref (saving->window);
  g_object_unref (saving->document);
  g_object_unref (saving->progress);
  g_free (saving->path);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, free_saving)

static const MarathonAnswer save_elsewhere[] = {
  { "close", N_ ("_Close"), ADW_RESPONSE_DEFAULT },
  { "save-as", N_ ("_Save As…"), ADW_RESPONSE_SUGGESTED },
};

static void
on_save_failed_answer (const char *answer, gpointer data)
{
  if (g_str_equal (answer, "save-as"))
    marathon_window_save_as (data, NULL);
}

static void
tell_save_failed (MarathonWindow *window, const GError *error)
{
  MarathonAnswer answers[G_N_ELEMENTS (save_elsewhere)];

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      answers[i] = save_elsewhere[i];
      answers[i].label = _ (save_elsewhere[i].label);
    }
  marathon_ask (GTK_WINDOW (window), _ ("The Event Is Not Saved"), error->message, answers, G_N_ELEMENTS (answers),
                on_save_failed_answer, window);
}

static void
tell_copy_saved (MarathonWindow *window, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = g_strdup_printf (_ ("Copy saved as “%s”"), name);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  marathon_window_add_toast (window, adw_toast_new (markup));
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GError) error = NULL;
  gboolean good = marathon_document_save_finish (saving->document, result, &error);

  marathon_window_set_progress (saving->window, NULL);
  if (!gtk_widget_get_realized (GTK_WIDGET (saving->window)))
    return; /* closed meanwhile */
  if (!good)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        tell_save_failed (saving->window, error);
      return;
    }
  if (saving->is_copy)
    tell_copy_saved (saving->window, saving->path);
  else
    marathon_welcome_remember (marathon_document_get_path (saving->document));
  if (saving->then != NULL)
    saving->then (saving->window);
}

static void
start_saving (MarathonWindow *window, const char *path, gboolean is_copy, MarathonSavedFunc then)
{
  g_autoptr (MarathonProgress) progress = marathon_progress_new ();
  Saving *saving = g_new0 (Saving, 1);

  saving->window = g_object_ref (window);
  saving->document = g_object_ref (window->document);
  saving->progress = g_object_ref (progress);
  saving->path = g_strdup (path);
  saving->is_copy = is_copy;
  saving->then = then;
  marathon_window_set_progress (window, progress);
  (is_copy ? marathon_document_save_copy_async : marathon_document_save_async) (
      window->document, path, marathon_progress_report, progress, marathon_progress_get_cancellable (progress), on_saved, saving);
}

void
marathon_window_save (MarathonWindow *window, MarathonSavedFunc then)
{
  if (!marathon_window_commit (window))
    return;
  if (marathon_document_get_path (window->document) == NULL)
    marathon_window_save_as (window, then);
  else
    start_saving (window, NULL, FALSE, then);
}

/* --- Choosing where --- */

typedef struct {
  MarathonWindow *window; /* the file choice ends before it */
  gboolean is_copy;
  MarathonSavedFunc then;
} Destination;

static char *
add_ending (const char *path)
{
  return g_str_has_suffix (path, MARATHON_FILE_ENDING) ? g_strdup (path) : g_strconcat (path, MARATHON_FILE_ENDING, NULL);
}

static void
on_destination_chosen (const char *path, gpointer data)
{
  g_autofree Destination *destination = data;
  g_autofree char *complete = path != NULL ? add_ending (path) : NULL;

  if (complete != NULL)
    start_saving (destination->window, complete, destination->is_copy, destination->then);
}

/* "London 2014.marathon": what the event is called, without what file names must not have. */
static char *
suggest_name (MarathonDocument *document, gboolean is_copy)
{
  const char *path = marathon_document_get_path (document);
  g_autofree char *title = NULL;

  if (path != NULL && is_copy)
    {
      g_autofree char *stem = g_strndup (path, strlen (path) - (g_str_has_suffix (path, MARATHON_FILE_ENDING)
                                                                  ? strlen (MARATHON_FILE_ENDING) : 0));

      /* Translators: the name of a file that is a copy of the file %s */
      return g_strdup_printf (_ ("%s (copy).marathon"), stem);
    }
  if (path != NULL)
    return g_strdup (path);
  g_object_get (document, "title", &title, NULL);
  if (title == NULL || *title == '\0')
    title = g_strdup (_ ("Event"));
  g_strdelimit (title, "/\\:*?\"<>|", '-');
  return g_strconcat (title, MARATHON_FILE_ENDING, NULL);
}

static void
ask_destination (MarathonWindow *window, const char *title, gboolean is_copy, MarathonSavedFunc then)
{
  g_autofree char *suggestion = suggest_name (window->document, is_copy);
  Destination *destination;

  if (!marathon_window_commit (window))
    return;
  destination = g_new0 (Destination, 1);
  destination->window = window;
  destination->is_copy = is_copy;
  destination->then = then;
  marathon_choose_file (GTK_WINDOW (window), MARATHON_CHOOSE_SAVE, title, suggestion, on_destination_chosen, destination);
}

void
marathon_window_save_as (MarathonWindow *window, MarathonSavedFunc then)
{
  ask_destination (window, _ ("Save As"), FALSE, then);
}

void
marathon_window_save_copy (MarathonWindow *window)
{
  ask_destination (window, _ ("Save a Copy"), TRUE, NULL);
}

/* --- Giving up changes --- */

static void
on_revert_answer (const char *answer, gpointer data)
{
  MarathonWindow *window = data;
  g_autofree char *path = NULL;

  if (!g_str_equal (answer, "revert"))
    return;
  path = g_strdup (marathon_document_get_path (window->document));
  start_loading (window, path, FALSE);
}

void
marathon_window_revert (MarathonWindow *window)
{
  const MarathonAnswer answers[] = {
    { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "revert", _ ("_Revert"), ADW_RESPONSE_DESTRUCTIVE },
  };

  marathon_ask (GTK_WINDOW (window), _ ("Revert to the Saved Event?"),
                _ ("The file is read again. All changes since it was saved are lost, and cannot be undone."), answers,
                G_N_ELEMENTS (answers), on_revert_answer, window);
}

/* --- Closing --- */

static void
close_now (MarathonWindow *window)
{
  window->may_close = TRUE;
  gtk_window_close (GTK_WINDOW (window));
}

static void
on_close_answer (const char *answer, gpointer data)
{
  MarathonWindow *window = data;

  if (g_str_equal (answer, "discard"))
    close_now (window);
  else if (g_str_equal (answer, "save"))
    marathon_window_save (window, close_now);
}

static void
ask_about_changes (MarathonWindow *window)
{
  const MarathonAnswer answers[] = {
    { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "discard", _ ("_Discard"), ADW_RESPONSE_DESTRUCTIVE },
    { "save", _ ("_Save"), ADW_RESPONSE_SUGGESTED },
  };
  g_autofree char *title = NULL;
  g_autofree char *body = NULL;

  g_object_get (window->document, "title", &title, NULL);
  body = g_strdup_printf (_ ("“%s” has changes that are not in its file. They will be lost if you discard them."), title);
  marathon_ask (GTK_WINDOW (window), _ ("Save Changes?"), body, answers, G_N_ELEMENTS (answers), on_close_answer, window);
}

gboolean
marathon_window_may_close (MarathonWindow *window)
{
  if (window->may_close || window->document == NULL)
    return TRUE;
  if (!marathon_window_commit (window))
    return FALSE;
  if (!marathon_document_is_modified (window->document))
    return TRUE;
  gtk_window_present (GTK_WINDOW (window));
  ask_about_changes (window);
  return FALSE;
}
