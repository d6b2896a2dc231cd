/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saving a document, one save after the other: each expects the file that the one before has left, so the next can
 * begin only when it is known how that one ended.
 */
#include "document/document-private.h"

#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>

#include "document/document-error.h"
#include "document/project-file.h"
#include "document/version-keeper.h"

struct _MarathonSave {
  char *path;       /* NULL until it begins: the document's own */
  gboolean is_copy; /* the document keeps the file that it has */
  MarathonProgressFunc progress;
  gpointer progress_data;
  /* Set when it begins. */
  MarathonEvent *event; /* the snapshot */
  guint64 state;        /* of the history, in the snapshot */
  guint64 position;     /* of the journal, in the snapshot */
  guint n_entrants;     /* in the snapshot */
  char *state_folder;   /* (nullable) */
  MarathonJournal *journal; /* (nullable): of what becomes the document's own file */
  gboolean is_own_file;
  char *read_only; /* (nullable): why its own file may not be written */
  MarathonFileIdentity expected;
  /* Set by the thread. */
  MarathonFileLock *lock; /* on what becomes the document's file */
  MarathonFileIdentity old; /* of the event that the new file replaces; not set: there is none, or nobody can tell */
  guint n_old;              /* entrants in it */
  MarathonFileIdentity identity; /* of the new file */
  GError *error;                 /* NULL: all is saved */
  gboolean has_ended;            /* guarded by ending_mutex */
};

static GMutex ending_mutex;
static GCond ending;

static MarathonSave *
save_new (const char *path, MarathonProgressFunc progress, gpointer progress_data)
{
  MarathonSave *save = g_new0 (MarathonSave, 1);

  save->path = path != NULL ? marathon_document_make_absolute (path) : NULL;
  save->progress = progress;
  save->progress_data = progress_data;
  return save;
}

static void
save_free (gpointer data)
{
  MarathonSave *save = data;

  g_free (save->path);
  g_clear_object (&save->event);
  g_clear_object (&save->journal);
  g_clear_pointer (&save->lock, marathon_file_lock_free);
  g_free (save->state_folder);
  g_free (save->read_only);
  g_clear_error (&save->error);
  g_free (save);
}

/* --- One save --- */

static void
begin (MarathonDocument *document, MarathonSave *save)
{
  if (save->path == NULL)
    save->path = g_strdup (document->path);
  save->is_own_file = document->path != NULL && marathon_file_is_same (save->path, document->path);
  save->event = marathon_event_snapshot (document->event);
  if (!document->may_replace)
    save->expected = document->identity;
  if (save->is_own_file)
    {
      save->old = save->expected;
      save->n_old = document->n_in_file;
      save->read_only = g_strdup (marathon_history_get_read_only_reason (document->history));
      document->may_replace = FALSE;
    }
  save->n_entrants = marathon_roster_get_size (marathon_event_get_roster (document->event));
  save->state = marathon_history_get_state (document->history);
  save->state_folder = g_strdup (document->state_folder);
  if (document->journal != NULL && (!save->is_copy || save->is_own_file))
    {
      save->journal = g_object_ref (document->journal);
      save->position = marathon_journal_get_position (document->journal);
    }
}

/* In the thread, right before the new file takes its place: a crash from now on must find that the journal knows it. */
static void
note_in_journal (const MarathonFileIdentity *identity, gpointer user_data)
{
  MarathonSave *save = user_data;

  if (save->journal != NULL)
    marathon_journal_note_save (save->journal, save->position, save->path, identity);
}

/* Another file than the document's own must not be one that somebody is working on. %FALSE: it is. */
static gboolean
take_lock (MarathonSave *save)
{
  g_autoptr (MarathonFileHolder) holder = NULL;
  g_autofree char *who = NULL;

  if (save->is_own_file || save->state_folder == NULL
      || marathon_file_lock_take (save->state_folder, save->path, FALSE, &save->lock, &holder) != MARATHON_FILE_LOCK_HELD)
    return TRUE;
  who = marathon_file_holder_describe (holder);
  g_set_error (&save->error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_HELD,
               /* Translators: a file, and a sentence on who has it open */
               _ ("%s: %s Nothing was written. Save under another name."), save->path, who);
  return FALSE;
}

/* %FALSE: the event was opened for reading only. */
static gboolean
check_may_write (MarathonSave *save)
{
  if (save->read_only == NULL)
    return TRUE;
  g_set_error (&save->error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_READ_ONLY,
               /* Translators: a file, and a sentence on why it may not be changed */
               _ ("%s: %s Nothing was written. Save under another name."), save->path, save->read_only);
  return FALSE;
}

/* What another program has written, and is to be replaced: it can be kept as a version where it is an event. */
static void
look_at_replaced (MarathonSave *save, GCancellable *cancellable)
{
  int fd = open (save->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  g_autoptr (GInputStream) stream = fd >= 0 ? g_unix_input_stream_new (fd, TRUE) : NULL;
  MarathonProjectCounts counts;

  if (stream == NULL || !marathon_file_identity_read (&save->old, fd, cancellable))
    return;
  save->old.is_set = marathon_project_verify (stream, &counts, cancellable, NULL);
  save->n_old = save->old.is_set ? (guint) counts.n_entrants : 0;
}

/* Touches the snapshot only, so that a thread can do it. */
static void
perform (MarathonSave *save, GCancellable *cancellable)
{
  const MarathonProjectFileJob job = {
    .expected = save->is_own_file ? &save->expected : NULL,
    .note = note_in_journal,
    .note_data = save,
    .progress = save->progress,
    .progress_data = save->progress_data,
    .cancellable = cancellable,
  };

  if (g_cancellable_set_error_if_cancelled (cancellable, &save->error) || !check_may_write (save) || !take_lock (save))
    return;
  if (save->is_own_file && !save->expected.is_set)
    look_at_replaced (save, cancellable);
  marathon_project_file_write (save->event, save->path, &job, &save->identity, &save->error);
}

static void
keep_version (MarathonDocument *document, MarathonSave *save)
{
  MarathonSavedVersion saved = {
    .state_folder = g_strdup (save->state_folder),
    .event_id = marathon_event_get_id (document->event),
    .path = g_strdup (save->path),
    .old = save->old,
    .n_old = save->n_old,
    .new = save->identity,
    .n_new = save->n_entrants,
    .time = g_get_real_time () / G_USEC_PER_SEC,
  };

  marathon_version_keeper_push (&saved);
}

static void
settle_saved (MarathonDocument *document, MarathonSave *save)
{
  if (save->state_folder != NULL)
    keep_version (document, save);
  if (save->lock != NULL)
    marathon_document_hold_lock (document, g_steal_pointer (&save->lock));
  marathon_document_take_file (document, save->is_own_file ? document->path : save->path, &save->identity, save->n_entrants,
                               save->state);
  if (!save->is_own_file)
    marathon_document_set_read_only (document, NULL);
  if (save->journal != NULL)
    marathon_journal_end_save (save->journal, save->position, document->path, &save->identity);
}

/* The save marks the state that it wrote, not the one that the document has by now. */
static void
settle (MarathonDocument *document, MarathonSave *save)
{
  g_clear_object (&save->event);
  if (save->is_copy && !save->is_own_file) /* a copy onto itself is a save */
    return;
  if (save->error == NULL)
    settle_saved (document, save);
  else if (save->is_own_file && g_error_matches (save->error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_UNSURE))
    document->identity = save->identity; /* the file is ours already: the next save must not call it changed */
}

/* --- In the caller's thread --- */

static void
end_running (MarathonDocument *document, MarathonSave *save)
{
  if (document->running != save)
    return;
  document->running = NULL;
  settle (document, save);
}

static void
wait_for_running (MarathonDocument *document)
{
  MarathonSave *save = document->running;

  if (save == NULL)
    return;
  g_mutex_lock (&ending_mutex);
  while (!save->has_ended)
    g_cond_wait (&ending, &ending_mutex);
  g_mutex_unlock (&ending_mutex);
  end_running (document, save);
}

static gboolean
return_outcome (MarathonSave *save, GError **error)
{
  gboolean good = save->error == NULL;

  if (!good)
    g_propagate_error (error, g_steal_pointer (&save->error));
  save_free (save);
  return good;
}

gboolean
marathon_document_save (MarathonDocument     *document,
                        const char           *path,
                        MarathonProgressFunc  progress,
                        gpointer              progress_data,
                        GCancellable         *cancellable,
                        GError              **error)
{
  MarathonSave *save;

  g_return_val_if_fail (path != NULL || document->path != NULL, FALSE);
  wait_for_running (document);
  save = save_new (path, progress, progress_data);
  begin (document, save);
  perform (save, cancellable);
  settle (document, save);
  return return_outcome (save, error);
}

gboolean
marathon_document_save_copy (MarathonDocument     *document,
                             const char           *path,
                             MarathonProgressFunc  progress,
                             gpointer              progress_data,
                             GCancellable         *cancellable,
                             GError              **error)
{
  MarathonSave *save;

  g_return_val_if_fail (path != NULL, FALSE);
  wait_for_running (document);
  save = save_new (path, progress, progress_data);
  save->is_copy = TRUE;
  begin (document, save);
  perform (save, cancellable);
  settle (document, save);
  return return_outcome (save, error);
}

/* --- In threads --- */

static void start_next (MarathonDocument *document);

static void
save_in_thread (GTask *running, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  MarathonSave *save = task_data;

  perform (save, cancellable);
  g_mutex_lock (&ending_mutex);
  save->has_ended = TRUE;
  g_cond_broadcast (&ending);
  g_mutex_unlock (&ending_mutex);
  g_task_return_boolean (running, TRUE);
}

/* The document learns of it first, then the next one starts, and then the caller is told, who may do as he likes. */
static void
on_thread_ended (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  MarathonDocument *document = g_task_get_source_object (task);
  MarathonSave *save = g_task_get_task_data (task);

  end_running (document, save);
  start_next (document);
  if (save->error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&save->error));
}

static void
start_next (MarathonDocument *document)
{
  g_autoptr (GTask) running = NULL;
  GTask *task;

  if (document->running != NULL || g_queue_is_empty (&document->waiting))
    return;
  task = g_queue_pop_head (&document->waiting);
  document->running = g_task_get_task_data (task);
  begin (document, document->running);
  /* Without a source: the thread may be the last to let go of its task, and the document must not end there. */
  running = g_task_new (NULL, g_task_get_cancellable (task), on_thread_ended, task);
  g_task_set_source_tag (running, start_next);
  g_task_set_check_cancellable (running, FALSE); /* what was saved is saved, even if cancelling came just after */
  g_task_set_task_data (running, document->running, NULL); /* the waiting task owns it */
  g_task_run_in_thread (running, save_in_thread);
}

/* Takes over @save. */
static void
queue_save (MarathonDocument    *document,
            MarathonSave        *save,
            GCancellable        *cancellable,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  GTask *task = g_task_new (document, cancellable, callback, user_data);

  g_task_set_source_tag (task, queue_save);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, save, save_free);
  g_queue_push_tail (&document->waiting, task);
  start_next (document);
}

void
marathon_document_save_async (MarathonDocument     *document,
                              const char           *path,
                              MarathonProgressFunc  progress,
                              gpointer              progress_data,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data)
{
  g_return_if_fail (path != NULL || document->path != NULL);
  queue_save (document, save_new (path, progress, progress_data), cancellable, callback, user_data);
}

void
marathon_document_save_copy_async (MarathonDocument     *document,
                                   const char           *path,
                                   MarathonProgressFunc  progress,
                                   gpointer              progress_data,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data)
{
  MarathonSave *save;

  g_return_if_fail (path != NULL);
  save = save_new (path, progress, progress_data);
  save->is_copy = TRUE;
  queue_save (document, save, cancellable, callback, user_data);
}

gboolean
marathon_document_save_finish (MarathonDocument *document, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, document), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, queue_save), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
