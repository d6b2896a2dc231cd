/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The writer of a journal: its queue and its thread. What the thread does on the disk is in journal-writing.c.
 */
#include "document/journal-writer.h"

#include "document/journal-writing.h"

typedef enum {
  MESSAGE_STEP,
  MESSAGE_SNAPSHOT,
  MESSAGE_NOTE_SAVE,
  MESSAGE_END_SAVE,
  MESSAGE_COPY_ENDED,
  MESSAGE_FLUSH,
  MESSAGE_DISCARD,
  MESSAGE_RELEASE,
} MessageKind;

typedef struct {
  MessageKind kind;
  MarathonJournalStep *step;
  MarathonEvent *event;
  char *title;
  guint64 position;
  MarathonJournalEventFile file;
  gboolean *is_done; /* (nullable): of who waits */
} Message;

struct _MarathonJournalWriter {
  gatomicrefcount ref_count; /* of the owner, and of the thread while it runs */
  GMutex mutex;              /* of all down to the status */
  GCond changed;
  GQueue messages;
  gboolean is_running; /* the thread was started */
  MarathonJournalStatus status;
  MarathonJournalToldFunc told;
  gpointer user_data;
  GDestroyNotify destroy;
  MarathonJournalWriting writing; /* the thread's */
};

/* --- Messages --- */

static void
message_free (gpointer data)
{
  Message *message = data;

  g_clear_pointer (&message->step, marathon_journal_step_free);
  g_clear_object (&message->event);
  g_free (message->title);
  g_free (message->file.path);
  g_free (message);
}

static void
unref (MarathonJournalWriter *writer)
{
  if (!g_atomic_ref_count_dec (&writer->ref_count))
    return;
  marathon_journal_writing_clear (&writer->writing);
  g_queue_clear_full (&writer->messages, message_free);
  marathon_journal_status_clear (&writer->status);
  g_mutex_clear (&writer->mutex);
  g_cond_clear (&writer->changed);
  g_free (writer);
}

static gpointer run (gpointer data);

/* Takes @message over; waits where it is to be waited for. */
static void
send (MarathonJournalWriter *writer, const Message *message, gboolean wait)
{
  Message *sent = g_memdup2 (message, sizeof *message);
  gboolean is_done = FALSE;

  if (wait)
    sent->is_done = &is_done;
  g_mutex_lock (&writer->mutex);
  g_queue_push_tail (&writer->messages, sent);
  if (!writer->is_running)
    {
      writer->is_running = TRUE;
      g_atomic_ref_count_inc (&writer->ref_count);
      g_thread_unref (g_thread_new ("journal", run, writer));
    }
  g_cond_broadcast (&writer->changed);
  while (wait && !is_done)
    g_cond_wait (&writer->changed, &writer->mutex);
  g_mutex_unlock (&writer->mutex);
}

/* --- The thread --- */

static void
publish (MarathonJournalWriter *writer)
{
  MarathonJournalWriting *writing = &writer->writing;
  MarathonJournalStatus *status = &writer->status;

  g_mutex_lock (&writer->mutex);
  status->kept = writing->kept;
  status->is_empty = writing->file == NULL && !writing->is_in_trouble;
  status->is_in_trouble = writing->is_in_trouble;
  status->has_failed = writing->has_failed;
  status->wants_snapshot = writing->wants_snapshot;
  status->n_asked = writing->n_asked;
  g_free (status->failure);
  status->failure = g_strdup (writing->failure);
  if (writer->told != NULL)
    writer->told (writer->user_data);
  g_mutex_unlock (&writer->mutex);
}

static void
on_copy_ended (MarathonJournalCopy *copy, gpointer user_data)
{
  const Message message = { .kind = MESSAGE_COPY_ENDED };

  send (user_data, &message, FALSE);
}

static void
perform (MarathonJournalWriter *writer, Message *message)
{
  MarathonJournalWriting *writing = &writer->writing;

  /* Only steps are gathered; everything else is about what is on the disk. */
  if (message->kind != MESSAGE_STEP)
    marathon_journal_writing_sync (writing);
  switch (message->kind)
    {
    case MESSAGE_STEP:
      marathon_journal_writing_add_step (writing, message->step);
      break;
    case MESSAGE_SNAPSHOT:
      marathon_journal_writing_take_snapshot (writing, message->event, message->position, message->title);
      break;
    case MESSAGE_NOTE_SAVE:
      marathon_journal_writing_note_save (writing, &message->file);
      break;
    case MESSAGE_END_SAVE:
      marathon_journal_writing_end_save (writing, &message->file);
      break;
    case MESSAGE_COPY_ENDED:
      marathon_journal_writing_end_copy (writing);
      break;
    case MESSAGE_DISCARD:
      marathon_journal_writing_discard (writing);
      break;
    case MESSAGE_FLUSH:
    case MESSAGE_RELEASE:
    default:
      break;
    }
}

/* Answers who waits. What is true by now is told before. */
static void
answer (MarathonJournalWriter *writer, Message *message)
{
  if (message->is_done == NULL)
    return;
  publish (writer);
  g_mutex_lock (&writer->mutex);
  *message->is_done = TRUE;
  g_cond_broadcast (&writer->changed);
  g_mutex_unlock (&writer->mutex);
}

/* Returns: all that waits, in its order; waits where nothing does. */
static GQueue
take_messages (MarathonJournalWriter *writer)
{
  GQueue taken;

  g_mutex_lock (&writer->mutex);
  while (g_queue_is_empty (&writer->messages))
    g_cond_wait (&writer->changed, &writer->mutex);
  taken = writer->messages;
  g_queue_init (&writer->messages);
  g_mutex_unlock (&writer->mutex);
  return taken;
}

static gpointer
run (gpointer data)
{
  MarathonJournalWriter *writer = data;
  gboolean is_released = FALSE;

  while (!is_released)
    {
      GQueue taken = take_messages (writer);
      Message *message;

      while ((message = g_queue_pop_head (&taken)) != NULL)
        {
          perform (writer, message);
          answer (writer, message);
          is_released |= message->kind == MESSAGE_RELEASE;
          message_free (message);
        }
      marathon_journal_writing_sync (&writer->writing);
      publish (writer);
    }
  /* Before this one's reference goes: the copy sends to the writer when it ends. */
  marathon_journal_writing_stop (&writer->writing);
  unref (writer);
  return NULL;
}

/* --- Public --- */

void
marathon_journal_status_clear (MarathonJournalStatus *status)
{
  g_clear_pointer (&status->failure, g_free);
}

MarathonJournalWriter *
marathon_journal_writer_new (const char                     *state_folder,
                             guint64                         event_id,
                             const MarathonJournalEventFile *file,
                             MarathonJournalFound           *found,
                             MarathonJournalToldFunc         told,
                             gpointer                        user_data,
                             GDestroyNotify                  destroy)
{
  const Message look_at_base = { .kind = MESSAGE_FLUSH };
  MarathonJournalWriter *writer = g_new0 (MarathonJournalWriter, 1);

  g_atomic_ref_count_init (&writer->ref_count);
  g_mutex_init (&writer->mutex);
  g_cond_init (&writer->changed);
  g_queue_init (&writer->messages);
  writer->told = told;
  writer->user_data = user_data;
  writer->destroy = destroy;
  marathon_journal_writing_init (&writer->writing, state_folder, event_id, file, on_copy_ended, writer);
  writer->status = (MarathonJournalStatus) { .is_empty = TRUE };
  if (found != NULL)
    {
      marathon_journal_writing_adopt (&writer->writing, found);
      publish (writer);
      send (writer, &look_at_base, FALSE);
    }
  return writer;
}

void
marathon_journal_writer_start_anew (MarathonJournalWriter *writer)
{
  marathon_journal_writing_start_anew (&writer->writing);
  publish (writer);
}

void
marathon_journal_writer_release (MarathonJournalWriter *writer)
{
  const Message message = { .kind = MESSAGE_RELEASE };
  gpointer user_data;

  g_mutex_lock (&writer->mutex);
  user_data = writer->user_data;
  writer->told = NULL;
  g_mutex_unlock (&writer->mutex);
  if (writer->destroy != NULL)
    writer->destroy (user_data);
  if (writer->is_running)
    send (writer, &message, FALSE);
  unref (writer);
}

void
marathon_journal_writer_get_status (MarathonJournalWriter *writer, MarathonJournalStatus *status)
{
  g_mutex_lock (&writer->mutex);
  *status = writer->status;
  status->failure = g_strdup (writer->status.failure);
  g_mutex_unlock (&writer->mutex);
}

void
marathon_journal_writer_add_step (MarathonJournalWriter *writer, MarathonJournalStep *step)
{
  const Message message = { .kind = MESSAGE_STEP, .step = step };

  send (writer, &message, FALSE);
}

void
marathon_journal_writer_add_snapshot (MarathonJournalWriter *writer, MarathonEvent *event, guint64 position,
                                      char *title)
{
  const Message message = { .kind = MESSAGE_SNAPSHOT, .event = event, .position = position, .title = title };

  send (writer, &message, FALSE);
}

void
marathon_journal_writer_end_save (MarathonJournalWriter *writer, const MarathonJournalEventFile *file)
{
  const Message message = { .kind = MESSAGE_END_SAVE, .file = *file };

  send (writer, &message, FALSE);
}

void
marathon_journal_writer_note_save (MarathonJournalWriter *writer, const MarathonJournalEventFile *file)
{
  const Message message = { .kind = MESSAGE_NOTE_SAVE, .file = *file };

  send (writer, &message, TRUE);
}

void
marathon_journal_writer_flush (MarathonJournalWriter *writer)
{
  const Message message = { .kind = MESSAGE_FLUSH };

  send (writer, &message, TRUE);
}

void
marathon_journal_writer_discard (MarathonJournalWriter *writer)
{
  const Message message = { .kind = MESSAGE_DISCARD };

  send (writer, &message, TRUE);
}
