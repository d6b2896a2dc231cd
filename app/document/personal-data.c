/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Removing personal data: the new file first, then everything that still holds the old one.
 */
#include "document/personal-data.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "document/document-error.h"
#include "document/document-private.h"
#include "document/journal-folder.h"
#include "document/project-file.h"
#include "document/recovery.h"
#include "document/state-folder.h"
#include "document/version-keeper.h"
#include "document/versions.h"

/* Of the progress, how many hundredths are making the new event; the rest is writing it. */
#define MAKING_SHARE 30

typedef struct {
  MarathonPersonalDepth depth;
  MarathonProgressFunc progress;
  gpointer progress_data;
  char *path; /* of the file, as people call it */
  char *real; /* without links */
  char *state_folder;
  gboolean needs_lock;      /* the document holds none */
  MarathonEvent *event;     /* a snapshot */
  MarathonJournal *journal; /* (nullable) */
  guint64 position;         /* of the journal, in the snapshot */
  guint64 state;            /* of the history, in the snapshot */
  guint n_entrants;
  MarathonFileIdentity expected;
  /* Set by the thread. */
  MarathonFileIdentity identity; /* of the new file; not set: there is none */
  GPtrArray *failures;           /* of char *: sentences on what could not be removed */
  GError *error;                 /* why there is no new file */
} Removal;

static void
removal_free (Removal *removal)
{
  g_free (removal->path);
  g_free (removal->real);
  g_free (removal->state_folder);
  g_clear_object (&removal->event);
  g_clear_object (&removal->journal);
  g_ptr_array_unref (removal->failures);
  g_clear_error (&removal->error);
  g_free (removal);
}

/* --- Before --- */

static gboolean
check_document (MarathonDocument *document, GError **error)
{
  const char *reason = marathon_history_get_read_only_reason (document->history);

  if (document->path == NULL)
    {
      g_set_error_literal (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_READ_ONLY,
                           _ ("The event is in no file yet. Save it first."));
      return FALSE;
    }
  if (reason != NULL)
    {
      g_set_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_READ_ONLY,
                   /* Translators: a file, and a sentence on why it may not be changed */
                   _ ("%s: %s Nothing was removed."), document->path, reason);
      return FALSE;
    }
  if (document->is_removing || document->running != NULL || !g_queue_is_empty (&document->waiting))
    {
      g_set_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_HELD,
                   _ ("%s: the file is being saved. Try again when that has ended."), document->path);
      return FALSE;
    }
  return TRUE;
}

static Removal *
removal_new (MarathonDocument *document, MarathonPersonalDepth depth, MarathonProgressFunc progress,
             gpointer progress_data)
{
  Removal *removal = g_new0 (Removal, 1);

  removal->depth = depth;
  removal->progress = progress;
  removal->progress_data = progress_data;
  removal->path = g_strdup (document->path);
  removal->real = marathon_file_find_real (document->path);
  removal->state_folder
      = document->state_folder != NULL ? g_strdup (document->state_folder) : marathon_state_folder_get ();
  removal->needs_lock = document->lock == NULL;
  removal->event = marathon_event_snapshot (document->event);
  removal->state = marathon_history_get_state (document->history);
  removal->n_entrants = marathon_roster_get_size (marathon_event_get_roster (document->event));
  removal->expected = document->identity;
  removal->failures = g_ptr_array_new_with_free_func (g_free);
  if (document->journal != NULL)
    {
      removal->journal = g_object_ref (document->journal);
      removal->position = marathon_journal_get_position (document->journal);
    }
  document->is_removing = TRUE;
  /* What were changed from now on would be in no file. */
  marathon_document_set_read_only (document, _ ("Personal data is being removed."));
  return removal;
}

/* --- The new file --- */

static void
tell_making (guint64 done, guint64 total, gpointer data)
{
  const Removal *removal = data;

  if (removal->progress != NULL && total > 0)
    removal->progress (done * MAKING_SHARE, total * 100, removal->progress_data);
}

static void
tell_writing (guint64 done, guint64 total, gpointer data)
{
  const Removal *removal = data;

  if (removal->progress != NULL && total > 0)
    removal->progress (total * MAKING_SHARE + done * (100 - MAKING_SHARE), total * 100, removal->progress_data);
}

/* A crash after the file has taken its place must find that the journal knows it, and has nothing to recover. */
static void
note_in_journal (const MarathonFileIdentity *identity, gpointer data)
{
  const Removal *removal = data;

  if (removal->journal != NULL)
    marathon_journal_note_save (removal->journal, removal->position, removal->path, identity);
}

static gboolean
take_lock (Removal *removal, MarathonFileLock **lock)
{
  g_autoptr (MarathonFileHolder) holder = NULL;
  g_autofree char *who = NULL;

  if (!removal->needs_lock
      || marathon_file_lock_take (removal->state_folder, removal->path, FALSE, lock, &holder)
             != MARATHON_FILE_LOCK_HELD)
    return TRUE;
  who = marathon_file_holder_describe (holder);
  g_set_error (&removal->error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_HELD,
               /* Translators: a file, and a sentence on who has it open */
               _ ("%s: %s Nothing was removed."), removal->path, who);
  return FALSE;
}

static void
add_failure (Removal *removal, const char *path, int number)
{
  g_ptr_array_add (removal->failures, g_strdup_printf ("%s: %s", path, g_strerror (number)));
}

static void
add_failed_error (Removal *removal, const GError *error)
{
  g_ptr_array_add (removal->failures, g_strdup (error->message));
}

/* %FALSE: the old file is as it was. */
static gboolean
write_file (Removal *removal, GCancellable *cancellable)
{
  const MarathonProjectFileJob job = {
    .expected = &removal->expected,
    .without_backup = TRUE,
    .note = note_in_journal,
    .note_data = removal,
    .progress = tell_writing,
    .progress_data = removal,
    .cancellable = cancellable,
  };
  g_autoptr (MarathonEvent) bare = NULL;
  MarathonIdSource ids;

  marathon_id_source_init_random (&ids);
  bare = marathon_personal_remove (removal->event, removal->depth, &ids, tell_making, removal, cancellable,
                                   &removal->error);
  g_clear_object (&removal->event);
  if (bare == NULL)
    return FALSE;
  if (marathon_project_file_write (bare, removal->path, &job, &removal->identity, &removal->error))
    return TRUE;
  if (!g_error_matches (removal->error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_UNSURE))
    return FALSE;
  add_failed_error (removal, removal->error);
  g_clear_error (&removal->error);
  return TRUE;
}

/* --- What still holds the old one --- */

static void
remove_backup (Removal *removal)
{
  g_autofree char *backup = g_strconcat (removal->real, "~", NULL);

  if (unlink (backup) < 0 && errno != ENOENT)
    add_failure (removal, backup, errno);
}

/* Leftovers of saves become versions, so that those go by one way. What stays of them is not ours, or cannot be
 * removed. */
static void
remove_leftovers (Removal *removal)
{
  g_autofree char *folder = g_path_get_dirname (removal->real);
  g_autofree char *base = g_path_get_basename (removal->real);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  marathon_versions_adopt_leftovers (removal->state_folder, removal->path, NULL);
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (marathon_versions_is_leftover_name (name, base))
      g_ptr_array_add (removal->failures, g_build_filename (folder, name, NULL));
}

static void
remove_versions (Removal *removal, guint64 event_id)
{
  g_autoptr (GError) error = NULL;

  /* Of a save that has just ended one may be on its way. */
  marathon_version_keeper_finish ();
  if (!marathon_versions_forget (removal->state_folder, event_id, &error))
    add_failed_error (removal, error);
}

static void
discard_all (Removal *removal, GPtrArray *recoveries, guint64 event_id)
{
  for (guint i = 0; i < recoveries->len; i++)
    {
      const MarathonRecovery *recovery = g_ptr_array_index (recoveries, i);
      g_autoptr (GError) error = NULL;

      if ((event_id == 0 || recovery->event_id == event_id) && !marathon_recovery_discard (recovery, &error))
        add_failed_error (removal, error);
    }
}

/* What crashes have left of the file, and of the event under other names: as a copy, or before the file was moved. */
static void
remove_recoveries (Removal *removal, guint64 event_id)
{
  g_autoptr (GPtrArray) of_file = marathon_recovery_list_of (removal->state_folder, removal->path, NULL);
  g_autoptr (GPtrArray) all = NULL;

  discard_all (removal, of_file, 0);
  all = marathon_recovery_list (removal->state_folder, NULL);
  if (event_id != 0)
    discard_all (removal, all, event_id);
}

static void
sync_folder (Removal *removal)
{
  g_autofree char *folder = g_path_get_dirname (removal->real);
  g_autoptr (GError) error = NULL;

  if (!marathon_state_folder_sync (folder, &error))
    add_failed_error (removal, error);
}

/* Whether the old file still has a name: a hard link that somebody made. */
static void
check_links (Removal *removal, int old)
{
  struct stat status;

  if (old >= 0 && fstat (old, &status) == 0 && status.st_nlink > 0)
    /* Translators: a file. */
    g_ptr_array_add (removal->failures,
                     g_strdup_printf (_ ("%s: the old file has another name (a hard link) somewhere"), removal->path));
}

static void
perform (Removal *removal, GCancellable *cancellable)
{
  g_autoptr (MarathonFileLock) lock = NULL;
  guint64 event_id = marathon_event_get_id (removal->event);
  int old = open (removal->real, O_RDONLY | O_NONBLOCK | O_CLOEXEC);

  if (take_lock (removal, &lock) && write_file (removal, cancellable))
    {
      remove_backup (removal);
      remove_leftovers (removal);
      remove_versions (removal, event_id);
      remove_recoveries (removal, event_id);
      sync_folder (removal);
      check_links (removal, old);
    }
  if (old >= 0)
    close (old);
}

/* --- After, in the document's thread --- */

/* The journal's folder could not be removed where it is still there. */
static void
look_for_journal (Removal *removal)
{
  g_autofree char *name = marathon_state_folder_name_path (removal->path);
  g_autoptr (GPtrArray) journals = marathon_journal_folder_list (removal->state_folder);

  for (guint i = 0; i < journals->len; i++)
    {
      g_autofree char *base = g_path_get_basename (g_ptr_array_index (journals, i));

      if (g_str_has_prefix (base, name))
        g_ptr_array_add (removal->failures, g_strdup (g_ptr_array_index (journals, i)));
    }
}

static gboolean
tell_failures (Removal *removal, GError **error)
{
  g_autofree char *list = NULL;

  if (removal->failures->len == 0)
    return TRUE;
  g_ptr_array_add (removal->failures, NULL);
  list = g_strjoinv ("\n", (char **) removal->failures->pdata);
  g_set_error (
      error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_COPIES,
      /* Translators: a file, then one on each line. */
      _ ("%s: the personal data was removed from this file, but copies of it are left. Remove them yourself:\n%s"),
      removal->path, list);
  return FALSE;
}

/* %FALSE: the old file is as it was. */
static gboolean
settle_file (MarathonDocument *document, Removal *removal, GError **error)
{
  document->is_removing = FALSE;
  if (removal->error != NULL)
    {
      marathon_document_set_read_only (document, NULL);
      g_propagate_error (error, g_steal_pointer (&removal->error));
      return FALSE;
    }
  marathon_document_set_read_only (document, _ ("Personal data was removed. Open the file again."));
  marathon_document_take_file (document, document->path, &removal->identity, removal->n_entrants, removal->state);
  return TRUE;
}

gboolean
marathon_document_remove_personal_data (MarathonDocument *document, MarathonPersonalDepth depth,
                                        MarathonProgressFunc progress, gpointer progress_data,
                                        GCancellable *cancellable, GError **error)
{
  Removal *removal;
  gboolean good;

  if (!check_document (document, error))
    return FALSE;
  removal = removal_new (document, depth, progress, progress_data);
  perform (removal, cancellable);
  good = settle_file (document, removal, error);
  if (good)
    {
      marathon_document_give_up_changes (document);
      look_for_journal (removal);
      good = tell_failures (removal, error);
    }
  removal_free (removal);
  return good;
}

/* --- The same, with nothing in the main thread that a disk can hold up --- */

typedef struct {
  GTask *task;
  Removal *removal;
} Ending;

/* Takes over @removal. */
static void
return_outcome (GTask *task, Removal *removal)
{
  GError *error = NULL;

  look_for_journal (removal);
  if (tell_failures (removal, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  removal_free (removal);
}

static void
on_discarded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Ending *ending = data;
  g_autoptr (GTask) task = ending->task;

  return_outcome (task, ending->removal);
}

static void
perform_in_thread (GTask *running, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  perform (task_data, cancellable);
  g_task_return_boolean (running, TRUE);
}

static void
on_performed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  MarathonDocument *document = g_task_get_source_object (task);
  Removal *removal = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  Ending *ending;

  if (!settle_file (document, removal, &error))
    {
      g_task_return_error (task, error);
      removal_free (removal);
      return;
    }
  if (document->journal == NULL)
    {
      return_outcome (task, removal);
      return;
    }
  ending = g_new (Ending, 1);
  *ending = (Ending) { g_steal_pointer (&task), removal };
  marathon_journal_discard_async (document->journal, on_discarded, ending);
}

void
marathon_document_remove_personal_data_async (MarathonDocument *document, MarathonPersonalDepth depth,
                                              MarathonProgressFunc progress, gpointer progress_data,
                                              GCancellable *cancellable, GAsyncReadyCallback callback,
                                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (document, cancellable, callback, user_data);
  g_autoptr (GTask) running = NULL;
  GError *error = NULL;

  g_task_set_source_tag (task, marathon_document_remove_personal_data_async);
  g_task_set_check_cancellable (task, FALSE);
  if (!check_document (document, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  /* Without a source: the thread may be the last to let go of its task, and the document must not end there. */
  running = g_task_new (NULL, cancellable, on_performed, g_object_ref (task));
  g_task_set_source_tag (running, perform_in_thread);
  g_task_set_check_cancellable (running, FALSE); /* what is removed is removed, even if cancelling came just after */
  g_task_set_task_data (running, removal_new (document, depth, progress, progress_data),
                        NULL); /* on_performed() takes it over */
  g_task_run_in_thread (running, perform_in_thread);
}

gboolean
marathon_document_remove_personal_data_finish (MarathonDocument *document, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, document), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, marathon_document_remove_personal_data_async), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
