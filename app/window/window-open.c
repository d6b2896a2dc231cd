/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening an event: its lock first, then what a crash may have left of it, then the file.
 */
#include "window/window-private.h"

#include <glib/gi18n-lib.h>

#include "document/document-error.h"
#include "document/entry-list-file.h"
#include "document/event-template.h"
#include "document/file-identity.h"
#include "document/state-folder.h"
#include "document/versions.h"
#include "widgets/question.h"
#include "window/new-event-dialog.h"
#include "window/recovery-words.h"
#include "window/welcome.h"

/* --- Which window --- */

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

/* --- An event on its way --- */

typedef enum {
  HOW_TO_EDIT,
  HOW_AGAIN,   /* instead of the document that is shown, whose changes are given up */
  HOW_AS_COPY, /* as an event that has no file yet */
} How;

typedef struct {
  MarathonWindow *window;
  MarathonProgress *progress; /* (nullable): a thread tells of it even when the window has gone */
  char *path; /* NULL: a recovered event that never had a file */
  How how;
  char *read_only; /* why; NULL: it can be changed */
  MarathonRecovery *recovery; /* (nullable): what is to be recovered, or to be asked about */
  /* Found in a thread, since disks can be slow. */
  gboolean by_force;
  MarathonFileLockOutcome outcome;
  MarathonFileLock *lock;
  MarathonFileHolder *holder; /* where it is held */
  GPtrArray *recoveries;      /* (nullable) */
} Opening;

static Opening *
opening_new (MarathonWindow *window, const char *path, How how)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->window = g_object_ref (window);
  opening->path = g_strdup (path);
  opening->how = how;
  /* From now on the window is no room for another event. */
  g_free (window->opening);
  window->opening = g_strdup (path != NULL ? path : "");
  return opening;
}

static void
opening_free (Opening *opening)
{
  g_clear_pointer (&opening->window->opening, g_free);
  g_object_unref (opening->window);
  g_clear_object (&opening->progress);
  g_free (opening->path);
  g_free (opening->read_only);
  g_clear_pointer (&opening->lock, marathon_file_lock_free);
  g_clear_pointer (&opening->holder, marathon_file_holder_free);
  g_clear_pointer (&opening->recoveries, g_ptr_array_unref);
  g_clear_pointer (&opening->recovery, marathon_recovery_free);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static char *
get_name (const Opening *opening)
{
  return opening->path != NULL ? g_filename_display_basename (opening->path) : marathon_recovery_get_name (opening->recovery);
}

/* The window shows what it is waiting for. */
static MarathonProgress *
begin (Opening *opening)
{
  MarathonWindow *window = opening->window;
  g_autoptr (MarathonProgress) progress = marathon_progress_new ();
  g_autofree char *name = get_name (opening);
  g_autofree char *title = g_strdup_printf (_ ("Opening “%s”"), name);

  adw_status_page_set_title (window->loading, title);
  gtk_stack_set_visible_child_name (window->content, "loading");
  marathon_window_set_progress (window, progress);
  g_set_object (&opening->progress, progress);
  return opening->progress;
}

/* %FALSE: the window was closed meanwhile. */
static gboolean
end (Opening *opening)
{
  /* Else a save, asked for when the window was to be closed, shows its own. */
  if (opening->window->progress == opening->progress)
    marathon_window_set_progress (opening->window, NULL);
  return gtk_widget_get_realized (GTK_WIDGET (opening->window));
}

static void
show_nothing_new (Opening *opening)
{
  gtk_stack_set_visible_child_name (opening->window->content, opening->window->document != NULL ? "event" : "welcome");
  if (opening->how == HOW_AGAIN && !marathon_document_is_read_only (opening->window->document))
    marathon_document_hold_lock (opening->window->document, g_steal_pointer (&opening->lock));
}

static void
show_failed (Opening *opening, const GError *error)
{
  g_autofree char *name = get_name (opening);
  g_autofree char *heading = g_strdup_printf (_ ("“%s” Cannot Be Opened"), name);

  show_nothing_new (opening);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    marathon_tell (GTK_WINDOW (opening->window), heading, error->message);
}

static void
show_document (Opening *opening, MarathonDocument *document)
{
  if (opening->how == HOW_AGAIN)
    marathon_window_give_up_changes (opening->window);
  if (opening->read_only != NULL)
    marathon_document_set_read_only (document, opening->read_only);
  if (opening->lock != NULL)
    marathon_document_hold_lock (document, g_steal_pointer (&opening->lock));
  marathon_window_set_document (opening->window, document);
}

/* --- The file --- */

static void load (Opening *opening);

static void
show_loaded (Opening *opening, MarathonDocument *document)
{
  if (opening->how == HOW_AS_COPY)
    {
      g_autoptr (MarathonDocument) copy = marathon_document_new (marathon_document_get_event (document));

      show_document (opening, copy);
      return;
    }
  show_document (opening, document);
  marathon_welcome_remember (opening->path);
}

/* A damaged file: what it was before the last save may still be there. */
static void
on_damaged_answer (const char *answer, gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_autofree char *backup = g_strconcat (opening->path, "~", NULL);
  MarathonWindow *room;

  if (!g_str_equal (answer, "backup"))
    return;
  room = g_object_ref (opening->window);
  g_clear_pointer (&opening, opening_free);
  if (room->document != NULL)
    g_set_object (&room, marathon_window_new (gtk_window_get_application (GTK_WINDOW (room))));
  load (opening_new (room, backup, HOW_AS_COPY));
  gtk_window_present (GTK_WINDOW (room));
  g_object_unref (room);
}

/* Takes over @opening. */
static void
show_damaged (Opening *opening, const GError *error)
{
  const MarathonAnswer answers[] = {
    { "close", _ ("_Close"), ADW_RESPONSE_DEFAULT },
    { "backup", _ ("Open the _Backup"), ADW_RESPONSE_SUGGESTED },
  };
  g_autofree char *backup = g_strconcat (opening->path, "~", NULL);
  g_autofree char *name = g_filename_display_basename (backup);
  g_autofree char *own_name = get_name (opening);
  g_autofree char *heading = g_strdup_printf (_ ("“%s” Cannot Be Opened"), own_name);
  g_autofree char *body = g_strdup_printf (_ ("%s\n\nWhat it was before it was saved last is still there, as “%s”."), error->message, name);

  show_nothing_new (opening);
  marathon_ask (GTK_WINDOW (opening->window), heading, body, answers, G_N_ELEMENTS (answers), on_damaged_answer, opening);
}

static gboolean
has_backup (const Opening *opening)
{
  g_autofree char *backup = g_strconcat (opening->path, "~", NULL);

  return opening->how != HOW_AS_COPY && g_file_test (backup, G_FILE_TEST_IS_REGULAR);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonDocument) document = marathon_document_load_finish (result, &error);

  if (!end (opening))
    return;
  if (document != NULL)
    show_loaded (opening, document);
  else if (g_error_matches (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_CONTENT) && has_backup (opening))
    show_damaged (g_steal_pointer (&opening), error);
  else
    show_failed (opening, error);
}

/* Takes over @opening. */
static void
load (Opening *opening)
{
  MarathonProgress *progress = begin (opening);

  marathon_document_load_async (opening->path, marathon_progress_report, progress, marathon_progress_get_cancellable (progress),
                                on_loaded, opening);
}

/* --- What a crash has left --- */

static void
on_recovered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonDocument) document = marathon_recovery_open_finish (result, &error);
  g_autofree char *text = NULL;

  if (!end (opening))
    return;
  if (document == NULL)
    {
      show_failed (opening, error);
      return;
    }
  show_document (opening, document);
  if (marathon_recovery_open_get_problem (result) != NULL)
    {
      marathon_tell (GTK_WINDOW (opening->window), _ ("Not All Changes Are Recovered"), marathon_recovery_open_get_problem (result));
      return;
    }
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u change recovered, not saved yet", "%u changes recovered, not saved yet",
                                       opening->recovery->n_steps),
                          opening->recovery->n_steps);
  marathon_window_add_toast (opening->window, adw_toast_new (text));
}

/* Takes over @opening. */
static void
recover (Opening *opening)
{
  MarathonProgress *progress = begin (opening);

  marathon_recovery_open_async (opening->recovery, marathon_progress_report, progress, marathon_progress_get_cancellable (progress),
                                on_recovered, opening);
}

/* What cannot be applied to the file is an event of its own, beside it. */
static void
recover_beside (Opening *opening)
{
  MarathonWindow *other = marathon_window_new (gtk_window_get_application (GTK_WINDOW (opening->window)));
  Opening *copy = opening_new (other, NULL, HOW_TO_EDIT);

  copy->recovery = g_steal_pointer (&opening->recovery);
  load (opening);
  recover (copy);
  gtk_window_present (GTK_WINDOW (other));
}

static void
on_recovery_answer (const char *answer, gpointer data)
{
  g_autoptr (Opening) opening = data;

  if (g_str_equal (answer, "without"))
    load (g_steal_pointer (&opening));
  else if (!g_str_equal (answer, "recover"))
    show_nothing_new (opening);
  else if (opening->recovery->kind == MARATHON_RECOVERY_FILE)
    recover (g_steal_pointer (&opening));
  else
    recover_beside (g_steal_pointer (&opening));
}

/* Takes over @opening. */
static void
ask_about_recovery (Opening *opening)
{
  gboolean is_usable = marathon_recovery_is_usable (opening->recovery);
  const MarathonAnswer answers[] = {
    { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "without", _ ("Open _Without Them"), ADW_RESPONSE_DEFAULT },
    { "recover", _ ("_Recover"), ADW_RESPONSE_SUGGESTED },
  };
  g_autofree char *name = get_name (opening);
  g_autofree char *what = marathon_recovery_describe (opening->recovery);
  g_autofree char *body = g_strdup_printf (_ ("Marathon did not end properly. Changes of “%s” that are not in its file were kept:\n\n%s\n\n"
                                              "Opened without them, the event is as it was saved; they stay under “Recover Changes…” in the menu."),
                                           name, what);

  marathon_ask (GTK_WINDOW (opening->window), _ ("Recover Changes?"), body, answers, is_usable ? 3 : 2, on_recovery_answer, opening);
}

/* --- Who else has it --- */

static void prepare (Opening *opening, gboolean by_force);

static void
on_held_answer (const char *answer, gpointer data)
{
  g_autoptr (Opening) opening = data;

  if (g_str_equal (answer, "take-over"))
    prepare (g_steal_pointer (&opening), TRUE);
  else if (g_str_equal (answer, "read-only"))
    load (g_steal_pointer (&opening));
  else
    show_nothing_new (opening);
}

/* Takes over @opening. */
static void
ask_about_holder (Opening *opening)
{
  const MarathonAnswer answers[] = {
    { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "take-over", _ ("_Take Over"), ADW_RESPONSE_DESTRUCTIVE },
    { "read-only", _ ("Open _Read-Only"), ADW_RESPONSE_SUGGESTED },
  };
  const MarathonAnswer without_force[] = { answers[0], answers[2] };
  g_autofree char *name = get_name (opening);
  g_autofree char *heading = g_strdup_printf (_ ("“%s” Is Open Elsewhere"), name);
  g_autofree char *who = marathon_file_holder_describe (opening->holder);
  g_autofree char *body = NULL;

  opening->read_only = g_strdup_printf (_ ("Open for reading only. %s"), who);
  if (opening->holder->is_here)
    {
      body = g_strdup_printf (_ ("%s If both of you change it, one of you could not save."), who);
      marathon_ask (GTK_WINDOW (opening->window), heading, body, without_force, G_N_ELEMENTS (without_force), on_held_answer, opening);
      return;
    }
  body = g_strdup_printf (_ ("%s If both of you change it, one of you could not save. Take it over only where you know that the other computer "
                             "is off or has failed."),
                          who);
  marathon_ask (GTK_WINDOW (opening->window), heading, body, answers, G_N_ELEMENTS (answers), on_held_answer, opening);
}

/* --- Preparing: its lock, and what a crash may have left --- */

/* Takes over @opening. */
static void
go_on (Opening *opening)
{
  if (opening->outcome == MARATHON_FILE_LOCK_HELD)
    {
      ask_about_holder (opening);
      return;
    }
  if (opening->outcome == MARATHON_FILE_LOCK_READ_ONLY)
    opening->read_only
      = g_strdup (_ ("Open for reading only: you may not write this file, or its folder. Save it as another file to change it."));
  if (opening->recovery != NULL)
    recover (opening);
  else if (opening->recoveries != NULL && opening->recoveries->len > 0)
    {
      opening->recovery = g_ptr_array_steal_index (opening->recoveries, 0);
      ask_about_recovery (opening);
    }
  else
    load (opening);
}

static void
on_prepared (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;

  if (!end (opening))
    return;
  if (g_task_propagate_boolean (G_TASK (result), NULL))
    go_on (g_steal_pointer (&opening));
  else
    show_nothing_new (opening);
}

static void
prepare_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opening *opening = data;
  g_autofree char *state_folder = marathon_state_folder_get ();

  opening->outcome = marathon_file_lock_take (state_folder, opening->path, opening->by_force, &opening->lock, &opening->holder);
  if (opening->lock != NULL)
    marathon_versions_adopt_leftovers (state_folder, opening->path, cancellable);
  if (opening->outcome != MARATHON_FILE_LOCK_HELD && opening->recovery == NULL && opening->how == HOW_TO_EDIT)
    opening->recoveries = marathon_recovery_list_of (state_folder, opening->path, cancellable);
  g_task_return_boolean (task, TRUE);
}

/* Takes over @opening. */
static void
prepare (Opening *opening, gboolean by_force)
{
  MarathonProgress *progress = begin (opening);
  g_autoptr (GTask) task = g_task_new (NULL, marathon_progress_get_cancellable (progress), on_prepared, opening);

  opening->by_force = by_force;
  g_clear_pointer (&opening->read_only, g_free);
  g_clear_pointer (&opening->holder, marathon_file_holder_free);
  g_task_set_source_tag (task, prepare);
  g_task_set_task_data (task, opening, NULL);
  g_task_run_in_thread (task, prepare_in_thread);
}

/* --- What is asked of a window --- */

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
  if (shown != NULL)
    {
      gtk_window_present (GTK_WINDOW (shown));
      return;
    }
  shown = find_room (window);
  gtk_window_present (GTK_WINDOW (shown));
  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    prepare (opening_new (shown, path, HOW_TO_EDIT), FALSE);
  else
    load (opening_new (shown, path, HOW_TO_EDIT)); /* which tells what is wrong */
}

void
marathon_window_open_example (MarathonWindow *window)
{
  g_autofree char *path = marathon_installed_file ("examples/london-2014" MARATHON_FILE_ENDING);
  MarathonWindow *room = find_room (window);

  load (opening_new (room, path, HOW_AS_COPY));
  gtk_window_present (GTK_WINDOW (room));
}

/* Takes over @recovery, which stays on the disk. */
static void
tell_is_open (MarathonWindow *shown, MarathonRecovery *recovery)
{
  g_autofree char *name = g_filename_display_basename (recovery->path);
  g_autofree char *heading = g_strdup_printf (_ ("“%s” Is Open"), name);

  gtk_window_present (GTK_WINDOW (shown));
  marathon_tell (GTK_WINDOW (shown), heading,
                 _ ("Its file is open here without these changes. Close it first, and recover them then. They are kept "
                    "until you do."));
  marathon_recovery_free (recovery);
}

void
marathon_window_recover (MarathonWindow *window, MarathonRecovery *recovery)
{
  gboolean has_file = recovery->kind == MARATHON_RECOVERY_FILE;
  MarathonWindow *shown = has_file ? find_window_of (window, recovery->path) : NULL;
  MarathonWindow *room;
  Opening *opening;

  if (shown != NULL)
    {
      tell_is_open (shown, recovery);
      return;
    }
  room = find_room (window);
  opening = opening_new (room, has_file ? recovery->path : NULL, HOW_TO_EDIT);
  opening->recovery = recovery;
  gtk_window_present (GTK_WINDOW (room));
  if (has_file)
    prepare (opening, FALSE);
  else
    recover (opening);
}

void
marathon_window_open_again (MarathonWindow *window)
{
  Opening *opening = opening_new (window, marathon_document_get_path (window->document), HOW_AGAIN);

  opening->lock = marathon_document_release_lock (window->document);
  if (opening->lock != NULL)
    load (opening);
  else
    prepare (opening, FALSE);
}

/* --- A new event --- */

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
