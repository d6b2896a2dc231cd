/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saving, giving up changes and closing: what a window does with its event's file. How it is opened is in
 * window-open.c.
 */
#include "window/window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/file-name.h"
#include "document/document-error.h"
#include "document/event-template.h"
#include "widgets/question.h"
#include "window/welcome.h"

gboolean
marathon_window_commit (MarathonWindow *window)
{
  return window->document == NULL || marathon_page_commit (marathon_window_get_current_page (window));
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

static void
on_save_failed_answer (const char *answer, gpointer data)
{
  if (g_str_equal (answer, "save-as"))
    marathon_window_save_as (data, NULL);
  else if (g_str_equal (answer, "replace"))
    marathon_window_replace_file (data);
}

static void
tell_save_failed (MarathonWindow *window, const GError *error)
{
  const MarathonAnswer answers[] = {
    { "close", _ ("_Close"), ADW_RESPONSE_DEFAULT },
    { "save-as", _ ("_Save As…"), ADW_RESPONSE_SUGGESTED },
  };

  marathon_ask (GTK_WINDOW (window), _ ("The Event Is Not Saved"), error->message, answers, G_N_ELEMENTS (answers),
                on_save_failed_answer, window);
}

/* Somebody else wrote the file: only a person can say whose work counts. */
static void
ask_about_conflict (MarathonWindow *window)
{
  const MarathonAnswer answers[] = {
    { "close", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "replace", _ ("_Replace"), ADW_RESPONSE_DESTRUCTIVE },
    { "save-as", _ ("_Save As…"), ADW_RESPONSE_SUGGESTED },
  };
  g_autofree char *name = g_filename_display_basename (marathon_document_get_path (window->document));
  g_autofree char *body
    = g_strdup_printf (_ ("“%s” was changed by another program since it was opened here. Nothing was written. Save your event under another "
                          "name and compare, or replace what the other has written: it then stays as “%s~”."),
                       name, name);

  marathon_ask (GTK_WINDOW (window), _ ("The File Has Changed"), body, answers, G_N_ELEMENTS (answers), on_save_failed_answer, window);
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
  gboolean closes = saving->window->closes_when_saved;

  saving->window->closes_when_saved = FALSE;
  if (!saving->is_copy)
    saving->window->n_saves--;
  if (saving->window->progress == saving->progress) /* else the next save shows its own already */
    marathon_window_set_progress (saving->window, NULL);
  if (!gtk_widget_get_realized (GTK_WIDGET (saving->window)))
    return; /* closed meanwhile */
  if (!good)
    {
      if (g_error_matches (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_CHANGED))
        ask_about_conflict (saving->window);
      else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        tell_save_failed (saving->window, error);
      return;
    }
  if (saving->is_copy)
    tell_copy_saved (saving->window, saving->path);
  else
    marathon_welcome_remember (marathon_document_get_path (saving->document));
  if (saving->then != NULL)
    saving->then (saving->window);
  else if (closes)
    gtk_window_close (GTK_WINDOW (saving->window));
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
  if (!is_copy)
    window->n_saves++;
  marathon_window_set_progress (window, progress);
  (is_copy ? marathon_document_save_copy_async : marathon_document_save_async) (
      window->document, path, marathon_progress_report, progress, marathon_progress_get_cancellable (progress), on_saved, saving);
}

void
marathon_window_save (MarathonWindow *window, MarathonSavedFunc then)
{
  if (!marathon_window_commit (window))
    return;
  if (marathon_document_get_path (window->document) == NULL || marathon_document_is_read_only (window->document))
    marathon_window_save_as (window, then);
  else
    start_saving (window, NULL, FALSE, then);
}

void
marathon_window_replace_file (MarathonWindow *window)
{
  marathon_document_allow_replacing (window->document);
  start_saving (window, NULL, FALSE, NULL);
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
  return marathon_file_name_make (title != NULL ? title : "", _ ("Event"), MARATHON_FILE_ENDING);
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
  if (g_str_equal (answer, "revert"))
    marathon_window_open_again (data);
}

static void
ask_about_reverting (MarathonWindow *window, const char *heading, const char *body, const char *label)
{
  const MarathonAnswer answers[] = {
    { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "revert", label, ADW_RESPONSE_DESTRUCTIVE },
  };

  marathon_ask (GTK_WINDOW (window), heading, body, answers, G_N_ELEMENTS (answers), on_revert_answer, window);
}

void
marathon_window_revert (MarathonWindow *window)
{
  ask_about_reverting (window, _ ("Revert to the Saved Event?"),
                       _ ("The file is read again. All changes since it was saved are lost, and cannot be undone."), _ ("_Revert"));
}

void
marathon_window_reload (MarathonWindow *window)
{
  if (!marathon_window_commit (window))
    return;
  if (marathon_document_is_modified (window->document))
    ask_about_reverting (window, _ ("Open the Changed File?"),
                         _ ("What the other program has written is shown. All changes that you made here since you saved are lost, and cannot be "
                            "undone. To keep both, save yours as another file first."),
                         _ ("_Open It Again"));
  else
    marathon_window_open_again (window);
}

/* --- The journal --- */

static void
on_given_up (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GApplication) application = data;

  if (application != NULL)
    g_application_release (application);
}

void
marathon_window_give_up_changes (MarathonWindow *window)
{
  MarathonJournal *journal = window->document != NULL ? marathon_document_get_journal (window->document) : NULL;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  if (journal == NULL)
    return;
  /* On a slow disk it takes seconds, which the program outlives and the window does not wait for. */
  if (application != NULL)
    g_application_hold (G_APPLICATION (application));
  marathon_journal_discard_async (journal, on_given_up, application != NULL ? g_object_ref (application) : NULL);
}

/* --- Closing --- */

void
marathon_window_keep_all (MarathonWindow *window)
{
  g_autoptr (MarathonFileLock) lock = NULL;

  if (window->document == NULL)
    return;
  marathon_window_commit (window);
  if (marathon_document_get_journal (window->document) != NULL)
    marathon_journal_flush (marathon_document_get_journal (window->document));
  /* A program that just ends would leave its mark beside the file: others who share the folder would be told that it
   * is open here. */
  lock = marathon_document_release_lock (window->document);
}

static void
close_now (MarathonWindow *window)
{
  window->may_close = TRUE;
  gtk_window_close (GTK_WINDOW (window));
}

/* What was changed while it was saved is in no file: then it is asked again. */
static void
close_saved (MarathonWindow *window)
{
  gtk_window_close (GTK_WINDOW (window));
}

static void
on_close_answer (const char *answer, gpointer data)
{
  MarathonWindow *window = data;

  if (g_str_equal (answer, "discard"))
    close_now (window);
  else if (g_str_equal (answer, "save"))
    marathon_window_save (window, close_saved);
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
  /* What is asked now may be answered by the save that goes on. */
  if (window->n_saves > 0)
    {
      window->closes_when_saved = TRUE;
      return FALSE;
    }
  /* What is being read in its place would take away what is to be asked about. */
  if (window->opening != NULL && window->progress != NULL)
    g_cancellable_cancel (marathon_progress_get_cancellable (window->progress));
  gtk_window_present (GTK_WINDOW (window));
  ask_about_changes (window);
  return FALSE;
}
