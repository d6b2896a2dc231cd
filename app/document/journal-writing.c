/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A journal on the disk, as its thread sees it.
 */
#include "document/journal-writing.h"

#include <errno.h>
#include <unistd.h>

#include "base/id-source.h"

/* Records of more bytes start anew from a snapshot: doing them again would take longer than people wait. */
#define MOST_RECORDS (G_GUINT64_CONSTANT (1) << 30)

static void
event_file_set (MarathonJournalEventFile *file, const MarathonJournalEventFile *other)
{
  char *path = g_strdup (other->path);

  g_free (file->path);
  *file = *other;
  file->path = path;
}

void
marathon_journal_writing_init (MarathonJournalWriting         *writing,
                               const char                     *state_folder,
                               guint64                         event_id,
                               const MarathonJournalEventFile *file,
                               MarathonJournalCopyFunc         copy_ended,
                               gpointer                        user_data)
{
  *writing = (MarathonJournalWriting) {
    .state_folder = g_strdup (state_folder),
    .event_id = event_id,
    .event_file = *file,
    .copy_ended = copy_ended,
    .user_data = user_data,
    .kept = file->position,
    .seen = file->position,
    .title = g_strdup (""),
    .most_records = MOST_RECORDS,
  };
}

static void
stop_copy (MarathonJournalWriting *writing)
{
  g_clear_pointer (&writing->copy, marathon_journal_copy_free);
  g_clear_pointer (&writing->copied.path, g_free);
}

static void
close_journal (MarathonJournalWriting *writing)
{
  stop_copy (writing);
  g_clear_pointer (&writing->file, marathon_journal_file_free);
  g_clear_pointer (&writing->folder, marathon_journal_folder_free);
}

void
marathon_journal_writing_stop (MarathonJournalWriting *writing)
{
  close_journal (writing);
}

void
marathon_journal_writing_clear (MarathonJournalWriting *writing)
{
  close_journal (writing);
  g_free (writing->state_folder);
  g_free (writing->event_file.path);
  g_free (writing->title);
  g_free (writing->failure);
}

/* --- Trouble --- */

static void
ask_for_snapshot (MarathonJournalWriting *writing)
{
  writing->wants_snapshot = TRUE;
  writing->n_asked++;
}

/* What is on the disk stays; what comes needs a new beginning. Takes @error over. */
static void
enter_trouble (MarathonJournalWriting *writing, GError *error)
{
  stop_copy (writing);
  g_clear_pointer (&writing->file, marathon_journal_file_free);
  if (writing->folder != NULL)
    marathon_journal_folder_tidy (writing->folder, NULL);
  g_free (writing->failure);
  writing->failure = g_strdup (error->message);
  g_error_free (error);
  writing->is_in_trouble = TRUE;
  ask_for_snapshot (writing);
}

static void
leave_trouble (MarathonJournalWriting *writing)
{
  writing->is_in_trouble = writing->has_failed = writing->wants_snapshot = FALSE;
  g_clear_pointer (&writing->failure, g_free);
}

/* --- Starting --- */

static gboolean
ensure_folder (MarathonJournalWriting *writing, GError **error)
{
  if (writing->folder != NULL && !marathon_journal_folder_is_there (writing->folder))
    close_journal (writing);
  if (writing->folder == NULL)
    {
      writing->has_base = FALSE;
      writing->folder = marathon_journal_folder_make (writing->state_folder, writing->event_file.path, error);
    }
  return writing->folder != NULL;
}

static gboolean
fail (MarathonJournalWriting *writing, GError **error)
{
  return marathon_journal_fail (writing->folder->path, errno, error);
}

/* Starts records after @base; nothing counts until they are synced. */
static MarathonJournalFile *
start_file (MarathonJournalWriting *writing, const char *path, const MarathonFileIdentity *base)
{
  MarathonIdSource ids;
  MarathonJournalHeader header = { .event_id = writing->event_id, .base = *base, .path = (char *) path, .title = writing->title };

  marathon_id_source_init_random (&ids);
  header.id = marathon_id_source_next (&ids);
  return marathon_journal_file_new (writing->folder, &header);
}

/* From now on @file (transfer full), which is synced, holds the records. */
static void
take_file (MarathonJournalWriting *writing, MarathonJournalFile *file, const MarathonFileIdentity *base,
           guint64 position)
{
  g_autofree char *name = marathon_journal_name_base (base);

  g_clear_pointer (&writing->file, marathon_journal_file_free);
  writing->file = file;
  writing->base = *base;
  writing->base_position = position;
  writing->has_base = TRUE;
  writing->most_records = MOST_RECORDS;
  marathon_journal_folder_tidy (writing->folder, name);
}

static void
start_copy (MarathonJournalWriting *writing, const MarathonJournalEventFile *file, gboolean replaces)
{
  stop_copy (writing);
  event_file_set (&writing->copied, file);
  writing->copy_replaces = replaces;
  writing->copy = marathon_journal_copy_start (writing->folder, file->path, &file->identity, writing->copy_ended,
                                               writing->user_data);
}

/* The first step after the event's file, or after the snapshot that @step brings. */
static gboolean
start_journal (MarathonJournalWriting *writing, MarathonJournalStep *step, GError **error)
{
  const MarathonJournalEventFile *event_file = &writing->event_file;
  MarathonFileIdentity base = event_file->identity;

  if (!ensure_folder (writing, error))
    return FALSE;
  if (step->base != NULL && !marathon_journal_base_write (writing->folder, step->base, &base))
    return fail (writing, error);
  writing->file = start_file (writing, event_file->path, &base);
  if (writing->file == NULL)
    return fail (writing, error);
  writing->base = base;
  writing->base_position = step->position - 1;
  writing->has_base = step->base != NULL;
  return TRUE;
}

void
marathon_journal_writing_add_step (MarathonJournalWriting *writing, MarathonJournalStep *step)
{
  GError *error = NULL;

  writing->seen = step->position;
  g_free (writing->title);
  writing->title = g_strdup (step->title);
  if (writing->is_discarded || (writing->is_in_trouble && writing->file == NULL))
    return;
  if (writing->file != NULL || start_journal (writing, step, &error))
    marathon_journal_file_add_step (writing->file, step);
  else
    enter_trouble (writing, error);
}

/* A base that is in the event's file alone is copied; one that is nowhere needs a snapshot in its stead. */
static void
care_for_base (MarathonJournalWriting *writing)
{
  const MarathonJournalEventFile *event_file = &writing->event_file;

  if (writing->has_base || writing->copy != NULL || writing->wants_snapshot)
    return;
  if (event_file->path != NULL && marathon_file_identity_is_equal (&event_file->identity, &writing->base))
    start_copy (writing, event_file, FALSE);
  else
    ask_for_snapshot (writing);
}

void
marathon_journal_writing_sync (MarathonJournalWriting *writing)
{
  GError *error = NULL;

  if (writing->file == NULL)
    return;
  if (!marathon_journal_file_sync (writing->file))
    {
      fail (writing, &error);
      enter_trouble (writing, error);
      return;
    }
  writing->kept = writing->seen;
  care_for_base (writing);
  if (marathon_journal_file_get_size (writing->file) > writing->most_records)
    {
      writing->most_records *= 2;
      ask_for_snapshot (writing);
    }
}

/* --- Starting anew --- */

/* What is known of the event's file: it holds less than the snapshot, but what was done since is ours. */
static void
tell_event_file (MarathonJournalWriting *writing, MarathonJournalFile *file, guint64 position)
{
  const MarathonJournalEventFile *event_file = &writing->event_file;
  const MarathonJournalSave save = {
    .step = (gint64) event_file->position - (gint64) position,
    .identity = event_file->identity,
    .time = g_get_real_time () / G_USEC_PER_SEC,
    .path = event_file->path,
  };

  if (event_file->path != NULL && event_file->identity.is_set)
    marathon_journal_file_add_save (file, &save);
}

/* Removes a base that no records came to need: the disk may be full. Those of the records, or of what might be found
 * as the records, stay. */
static void
drop_base (MarathonJournalWriting *writing, const MarathonFileIdentity *base)
{
  g_autofree char *name = marathon_journal_name_base (base);
  int saved_errno = errno;

  if (!marathon_file_identity_is_equal (base, &writing->base))
    unlinkat (writing->folder->fd, name, 0);
  errno = saved_errno;
}

static gboolean
start_after_base (MarathonJournalWriting *writing, const MarathonFileIdentity *base, guint64 position)
{
  g_autoptr (MarathonJournalFile) file = start_file (writing, writing->event_file.path, base);

  if (file != NULL)
    {
      tell_event_file (writing, file, position);
      if (marathon_journal_file_sync (file))
        {
          take_file (writing, g_steal_pointer (&file), base, position);
          return TRUE;
        }
      if (marathon_journal_file_has_place (file))
        return FALSE;
    }
  drop_base (writing, base);
  return FALSE;
}

static gboolean
start_from_snapshot (MarathonJournalWriting *writing, MarathonEvent *event, guint64 position, GError **error)
{
  MarathonFileIdentity base = { 0 };

  return ensure_folder (writing, error)
         && ((marathon_journal_base_write (writing->folder, event, &base) && start_after_base (writing, &base, position))
             || fail (writing, error));
}

void
marathon_journal_writing_take_snapshot (MarathonJournalWriting *writing, MarathonEvent *event, guint64 position,
                                        const char *title)
{
  GError *error = NULL;

  if (writing->is_discarded || !writing->wants_snapshot)
    return;
  stop_copy (writing);
  writing->wants_snapshot = FALSE;
  g_free (writing->title);
  writing->title = g_strdup (title);
  if (start_from_snapshot (writing, event, position, &error))
    {
      leave_trouble (writing);
      writing->kept = writing->seen = position;
      return;
    }
  /* The records on the disk are good still. */
  if (writing->file != NULL && writing->has_base)
    {
      g_error_free (error);
      return;
    }
  enter_trouble (writing, error);
  writing->has_failed = TRUE;
}

/* The new base is there: the records after it take the place of all records. */
static gboolean
start_from_copy (MarathonJournalWriting *writing, GError **error)
{
  const MarathonJournalEventFile *copied = &writing->copied;
  g_autoptr (MarathonJournalFile) file = start_file (writing, copied->path, &copied->identity);

  if (file == NULL)
    return fail (writing, error);
  marathon_journal_file_add_old (file, copied->position - writing->base_position);
  if (!marathon_journal_file_sync (file))
    return fail (writing, error);
  take_file (writing, g_steal_pointer (&file), &copied->identity, copied->position);
  return TRUE;
}

void
marathon_journal_writing_end_copy (MarathonJournalWriting *writing)
{
  MarathonJournalCopyOutcome outcome;
  GError *error = NULL;

  if (writing->copy == NULL || writing->file == NULL)
    return;
  /* One that was given up has sent its message too: the next one may be running. */
  outcome = marathon_journal_copy_get_outcome (writing->copy);
  if (outcome == MARATHON_JOURNAL_COPY_RUNNING)
    return;
  if (outcome == MARATHON_JOURNAL_COPY_DONE && writing->copy_replaces)
    {
      if (!start_from_copy (writing, &error))
        enter_trouble (writing, error);
    }
  else if (outcome == MARATHON_JOURNAL_COPY_DONE)
    writing->has_base = TRUE;
  else if (outcome == MARATHON_JOURNAL_COPY_OTHER && !writing->has_base)
    ask_for_snapshot (writing); /* the base is nowhere any more */
  if (writing->has_base)
    stop_copy (writing);
}

/* --- Saving --- */

void
marathon_journal_writing_note_save (MarathonJournalWriting *writing, const MarathonJournalEventFile *file)
{
  const MarathonJournalSave save = {
    .step = (gint64) file->position - (gint64) writing->base_position,
    .identity = file->identity,
    .time = g_get_real_time () / G_USEC_PER_SEC,
    .path = file->path,
  };

  if (writing->file == NULL)
    return;
  marathon_journal_file_add_save (writing->file, &save);
  marathon_journal_writing_sync (writing);
}

static void
remove_journal (MarathonJournalWriting *writing)
{
  stop_copy (writing);
  g_clear_pointer (&writing->file, marathon_journal_file_free);
  if (writing->folder != NULL)
    marathon_journal_folder_remove (g_steal_pointer (&writing->folder), NULL);
  writing->has_base = FALSE;
}

void
marathon_journal_writing_end_save (MarathonJournalWriting *writing, const MarathonJournalEventFile *file)
{
  event_file_set (&writing->event_file, file);
  if (writing->seen <= file->position)
    {
      remove_journal (writing);
      leave_trouble (writing);
      writing->kept = writing->seen = file->position;
    }
  else if (writing->file != NULL && file->position >= writing->base_position)
    start_copy (writing, file, TRUE);
  else if (writing->file == NULL && !writing->has_base && writing->kept <= file->position)
    remove_journal (writing); /* what they began from is nowhere any more, and the file holds all of them */
}

void
marathon_journal_writing_discard (MarathonJournalWriting *writing)
{
  remove_journal (writing);
  leave_trouble (writing);
  writing->kept = writing->seen;
  writing->is_discarded = TRUE;
}

/* --- Going on --- */

void
marathon_journal_writing_start_anew (MarathonJournalWriting *writing)
{
  writing->is_in_trouble = TRUE;
  ask_for_snapshot (writing);
}

void
marathon_journal_writing_adopt (MarathonJournalWriting *writing, MarathonJournalFound *found)
{
  GError *error = NULL;

  writing->folder = g_steal_pointer (&found->folder);
  writing->base = found->header.base;
  writing->has_base = found->has_base;
  writing->base_position = found->base_position;
  writing->seen = writing->kept = found->base_position + found->n_steps;
  g_free (writing->title);
  writing->title = g_strdup (found->header.title);
  marathon_journal_header_clear (&found->header);
  writing->file = marathon_journal_file_continue (writing->folder, found->end, &found->chain);
  if (writing->file != NULL)
    return;
  fail (writing, &error);
  enter_trouble (writing, error);
}
