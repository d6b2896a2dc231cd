/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making a document of a journal: the event's file, or the base, with the steps done again. All in a thread but the
 * last act, by which the document's
 * journal goes on.
 */
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "document/document-error.h"
#include "document/document-private.h"
#include "document/journal-private.h"
#include "document/journal-step-stream.h"
#include "document/project-file.h"
#include "document/recovery-choice.h"
#include "document/recovery.h"
#include "editing/edit-lines.h"

typedef struct {
  char *path; /* of the journal's folder */
  MarathonProgressFunc progress;
  gpointer progress_data;
  MarathonJournalFolder *folder;
  MarathonJournalContent content;
  MarathonRecoveryChoice choice;
  guint64 event_size; /* bytes, for progress; so are those of the records */
  guint64 first;      /* steps that the event has already */
  guint n_entrants;   /* before the first step that is done again */
  gboolean has_base;
  MarathonDocument *document;
  char *problem;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_free (opening->path);
  g_clear_pointer (&opening->folder, marathon_journal_folder_free);
  marathon_journal_content_clear (&opening->content);
  marathon_recovery_choice_clear (&opening->choice);
  g_clear_object (&opening->document);
  g_free (opening->problem);
  g_free (opening);
}

/* --- Which event --- */

static gboolean
refuse (Opening *opening, GError **error)
{
  g_set_error_literal (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_CONTENT,
                       opening->choice.problem != NULL ? opening->choice.problem
                                                       : _ ("There is nothing to recover: the file holds all changes."));
  return FALSE;
}

/* The choice is made again: since the list was made the file may have become another. */
static gboolean
choose (Opening *opening, GCancellable *cancellable, GError **error)
{
  opening->folder = marathon_journal_folder_take (opening->path, error);
  if (opening->folder == NULL)
    return FALSE;
  marathon_journal_content_read (&opening->content, opening->folder);
  marathon_recovery_choose (opening->folder, &opening->content, cancellable, &opening->choice);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (opening->choice.is_needless
      || (opening->choice.kind != MARATHON_RECOVERY_FILE && opening->choice.kind != MARATHON_RECOVERY_COPY))
    return refuse (opening, error);
  opening->first = (guint64) MAX (opening->choice.step, 0);
  opening->has_base = marathon_recovery_has_base (opening->folder, &opening->content, cancellable);
  return TRUE;
}

static void
on_event_read (guint64 done, guint64 total, gpointer user_data)
{
  Opening *opening = user_data;

  opening->progress (MIN (done, opening->event_size), opening->event_size + opening->content.end, opening->progress_data);
}

static MarathonEvent *
read_event (Opening *opening, GCancellable *cancellable, GError **error)
{
  gboolean from_file = opening->choice.from_file;
  const MarathonFileIdentity *expected = from_file ? &opening->choice.identity : &opening->content.header.base;
  g_autofree char *name = marathon_journal_name_base (&opening->content.header.base);
  g_autofree char *path = from_file ? g_strdup (opening->choice.path) : g_build_filename (opening->folder->path, name, NULL);
  g_autoptr (MarathonEvent) event = NULL;
  MarathonFileIdentity found = { 0 };

  opening->event_size = expected->size;
  event = marathon_project_file_read (path, &found, opening->progress != NULL ? on_event_read : NULL, opening, cancellable, error);
  if (event == NULL)
    return NULL;
  if (marathon_file_identity_is_equal (&found, expected))
    return g_steal_pointer (&event);
  g_set_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_CHANGED,
               _ ("%s: the file was changed by another program while it was read. Try again."), path);
  return NULL;
}

/* --- Its steps --- */

static gboolean
skip_steps (MarathonJournalReader *reader, guint64 n)
{
  MarathonJournalRecord record;

  while (n > 0 && marathon_journal_reader_next (reader, &record))
    if (record.kind == MARATHON_JOURNAL_RECORD_COMMIT)
      n--;
  return n == 0;
}

static gboolean
apply_step (Opening *opening, MarathonJournalReader *reader, MarathonIdSource *ids, GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GInputStream) stream = marathon_journal_step_stream_new (reader);

  if (!marathon_edit_lines_apply (opening->document->history, stream, ids, cancellable, NULL, error))
    return FALSE;
  if (opening->progress != NULL)
    opening->progress (opening->event_size + marathon_journal_reader_get_end (reader),
                       opening->event_size + opening->content.end, opening->progress_data);
  return TRUE;
}

/* What cannot be done again is told of and stays in the folder; what came before it is done. */
static void
describe_problem (Opening *opening, guint64 done, const GError *error)
{
  guint missing = (guint) MIN (opening->content.n_steps - done, G_MAXUINT);

  opening->problem = g_strdup_printf (
    /* Translators: a number, a folder, the reason */
    g_dngettext (GETTEXT_PACKAGE, "%u change could not be made again. It stays in “%s”. %s",
                 "%u changes could not be made again. They stay in “%s”. %s", missing),
    missing, opening->folder->path, error->message);
}

static gboolean
apply_steps (Opening *opening, int fd, GCancellable *cancellable, GError **error)
{
  g_autoptr (MarathonJournalReader) reader = marathon_journal_reader_new (fd, 0, NULL);
  g_autoptr (GError) local = NULL;
  MarathonIdSource ids;
  guint64 n = opening->first;
  gboolean good = skip_steps (reader, n);

  marathon_id_source_init_random (&ids);
  while (good && n < opening->content.n_steps)
    {
      good = apply_step (opening, reader, &ids, cancellable, &local);
      n += good ? 1 : 0;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (good)
    return TRUE;
  /* What could be read before cannot be read now: nothing is known of the rest. */
  if (marathon_journal_reader_get_failure (reader) != 0)
    return marathon_journal_fail (opening->folder->path, marathon_journal_reader_get_failure (reader), error);
  describe_problem (opening, n, local);
  return TRUE;
}

static gboolean
replay (Opening *opening, GCancellable *cancellable, GError **error)
{
  int fd = marathon_journal_folder_open (opening->folder, MARATHON_JOURNAL_RECORDS);
  gboolean good = fd >= 0 ? apply_steps (opening, fd, cancellable, error)
                          : marathon_journal_fail (opening->folder->path, errno, error);

  if (fd >= 0)
    close (fd);
  return good;
}

static void
open_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Opening *opening = task_data;
  g_autoptr (MarathonEvent) event = NULL;
  g_autoptr (GError) error = NULL;

  if (choose (opening, cancellable, &error))
    event = read_event (opening, cancellable, &error);
  if (event != NULL)
    {
      opening->n_entrants = marathon_roster_get_size (marathon_event_get_roster (event));
      opening->document = marathon_document_new (event);
    }
  if (event != NULL && replay (opening, cancellable, &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  /* Before the caller knows, who may try again at once. */
  g_clear_pointer (&opening->folder, marathon_journal_folder_free);
  g_task_return_error (task, g_steal_pointer (&error));
}

void
marathon_recovery_open_async (const MarathonRecovery *recovery,
                              MarathonProgressFunc    progress,
                              gpointer                progress_data,
                              GCancellable           *cancellable,
                              GAsyncReadyCallback     callback,
                              gpointer                user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  opening->path = g_strdup (recovery->folder);
  opening->progress = progress;
  opening->progress_data = progress_data;
  g_task_set_source_tag (task, marathon_recovery_open_async);
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, open_in_thread);
}

/* --- Going on --- */

static MarathonJournal *
go_on (Opening *opening)
{
  const MarathonRecoveryChoice *choice = &opening->choice;
  g_autofree char *journals = g_path_get_dirname (opening->path);
  g_autofree char *state_folder = g_path_get_dirname (journals);
  guint64 base_position = (guint64) MAX (-choice->step, 0);
  guint64 position = base_position + opening->content.n_steps;
  MarathonJournalEventFile file = { 0 };
  MarathonJournalFound found = {
    .header = opening->content.header,
    .has_base = opening->has_base,
    .end = opening->content.end,
    .chain = opening->content.chain,
    .base_position = base_position,
    .n_steps = opening->content.n_steps,
  };

  if (choice->kind == MARATHON_RECOVERY_FILE)
    file = (MarathonJournalEventFile) { g_strdup (choice->path), choice->identity, (guint64) ((gint64) base_position + choice->step) };
  if (opening->problem != NULL)
    return marathon_journal_new_adopted (opening->document->history, state_folder, &file, NULL, position);
  found.folder = g_steal_pointer (&opening->folder);
  opening->content.header = (MarathonJournalHeader) { 0 };
  return marathon_journal_new_adopted (opening->document->history, state_folder, &file, &found, position);
}

MarathonDocument *
marathon_recovery_open_finish (GAsyncResult *result, GError **error)
{
  Opening *opening;

  g_return_val_if_fail (g_async_result_is_tagged (result, marathon_recovery_open_async), NULL);
  opening = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  /* The history begins with the file's state; an older file has no state of it. */
  if (opening->choice.kind == MARATHON_RECOVERY_FILE)
    marathon_document_take_file (opening->document, opening->choice.path, &opening->choice.identity, opening->n_entrants,
                                 opening->choice.from_file ? 0 : G_MAXUINT64);
  marathon_document_adopt_journal (opening->document, go_on (opening));
  return g_steal_pointer (&opening->document);
}

const char *
marathon_recovery_open_get_problem (GAsyncResult *result)
{
  return ((Opening *) g_task_get_task_data (G_TASK (result)))->problem;
}
