/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonJournal: listening to the history, and what people are told. The disk is the writer's.
 */
#include "document/journal.h"

#include "document/journal-private.h"

/* A new beginning that takes longer is told of as a failure meanwhile: people must know within a second. */
#define PATIENCE_MS 500

/* After a failure a new beginning is tried when there is something new, but not more often. */
#define RETRY_MS 5000

/* What the writer's thread tells when its status has changed; the journal may be gone by then. */
typedef struct {
  MarathonJournal *journal; /* NULL when it is gone; for its own thread only */
  GMainContext *context;
  int is_pending; /* atomic */
} Teller;

struct _MarathonJournal {
  GObject parent_instance;

  MarathonHistory *history;
  MarathonJournalWriter *writer;
  Teller *teller;
  GMainContext *context;
  guint64 position;
  gboolean needs_base; /* there is no file that holds the event as it is before the next step */
  gboolean is_discarded;
  MarathonJournalStep *open; /* the step that was begun */
  gboolean is_asked;     /* for a snapshot, while a step is open */
  guint64 n_answered;    /* how many times it was asked, when it last answered */
  gboolean is_impatient; /* the new beginning takes long */
  GSource *patience;
  GSource *retry;
  gint64 last_try; /* monotonic time */
  /* As last told of. */
  MarathonJournalState state;
  char *failure;
};

G_DEFINE_FINAL_TYPE (MarathonJournal, marathon_journal, G_TYPE_OBJECT)

enum { PROP_0, PROP_STATE, PROP_FAILURE, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
marathon_journal_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MarathonJournal *journal = MARATHON_JOURNAL (object);

  switch (property_id)
    {
    case PROP_STATE:
      g_value_set_int (value, (int) journal->state);
      break;
    case PROP_FAILURE:
      g_value_set_string (value, journal->failure);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
clear_source (GSource **source)
{
  if (*source == NULL)
    return;
  g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
teller_clear (gpointer data)
{
  g_main_context_unref (((Teller *) data)->context);
}

static void
teller_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, teller_clear);
}

static void
marathon_journal_dispose (GObject *object)
{
  MarathonJournal *journal = MARATHON_JOURNAL (object);

  if (journal->history != NULL)
    marathon_history_set_observer (journal->history, NULL, NULL);
  clear_source (&journal->patience);
  clear_source (&journal->retry);
  g_clear_pointer (&journal->open, marathon_journal_step_free);
  if (journal->teller != NULL)
    journal->teller->journal = NULL;
  g_clear_pointer (&journal->teller, teller_unref);
  g_clear_pointer (&journal->writer, marathon_journal_writer_release);
  g_clear_object (&journal->history);
  G_OBJECT_CLASS (marathon_journal_parent_class)->dispose (object);
}

static void
marathon_journal_finalize (GObject *object)
{
  MarathonJournal *journal = MARATHON_JOURNAL (object);

  g_main_context_unref (journal->context);
  g_free (journal->failure);
  G_OBJECT_CLASS (marathon_journal_parent_class)->finalize (object);
}

static void
marathon_journal_class_init (MarathonJournalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = marathon_journal_get_property;
  object_class->dispose = marathon_journal_dispose;
  object_class->finalize = marathon_journal_finalize;
  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, MARATHON_JOURNAL_EMPTY, MARATHON_JOURNAL_FAILED,
                                             MARATHON_JOURNAL_EMPTY, flags);
  properties[PROP_FAILURE] = g_param_spec_string ("failure", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
marathon_journal_init (MarathonJournal *journal)
{
  journal->context = g_main_context_ref_thread_default ();
}

/* --- Telling --- */

static void
send_snapshot (MarathonJournal *journal)
{
  MarathonEvent *event = marathon_history_get_event (journal->history);

  journal->is_asked = FALSE;
  journal->last_try = g_get_monotonic_time ();
  clear_source (&journal->retry);
  marathon_journal_writer_add_snapshot (journal->writer, marathon_event_snapshot (event), journal->position,
                                        g_strdup (marathon_event_get_info (event)->title));
}

/* In the middle of a step the event is nothing to keep. */
static void
send_snapshot_soon (MarathonJournal *journal)
{
  if (journal->open != NULL)
    journal->is_asked = TRUE;
  else
    send_snapshot (journal);
}

static MarathonJournalState
find_state (MarathonJournal *journal, const MarathonJournalStatus *status)
{
  if (journal->is_discarded)
    return MARATHON_JOURNAL_EMPTY;
  if (status->has_failed || (status->is_in_trouble && journal->is_impatient))
    return MARATHON_JOURNAL_FAILED;
  if (status->is_in_trouble || status->kept != journal->position)
    return MARATHON_JOURNAL_WRITING;
  return status->is_empty ? MARATHON_JOURNAL_EMPTY : MARATHON_JOURNAL_KEPT;
}

static void
tell (MarathonJournal *journal, const MarathonJournalStatus *status)
{
  MarathonJournalState state = find_state (journal, status);
  const char *failure = state == MARATHON_JOURNAL_FAILED ? status->failure : NULL;

  g_object_freeze_notify (G_OBJECT (journal));
  if (g_strcmp0 (failure, journal->failure) != 0)
    {
      g_free (journal->failure);
      journal->failure = g_strdup (failure);
      g_object_notify_by_pspec (G_OBJECT (journal), properties[PROP_FAILURE]);
    }
  if (state != journal->state)
    {
      journal->state = state;
      g_object_notify_by_pspec (G_OBJECT (journal), properties[PROP_STATE]);
    }
  g_object_thaw_notify (G_OBJECT (journal));
}

static void
tell_status (MarathonJournal *journal)
{
  g_auto (MarathonJournalStatus) status = { 0 };

  marathon_journal_writer_get_status (journal->writer, &status);
  tell (journal, &status);
}

static GSource *
start_timer (MarathonJournal *journal, guint milliseconds, GSourceFunc func)
{
  GSource *source = g_timeout_source_new (milliseconds);

  g_source_set_callback (source, func, journal, NULL);
  g_source_attach (source, journal->context);
  return source;
}

static gboolean
on_patience_ended (gpointer user_data)
{
  MarathonJournal *journal = user_data;

  journal->is_impatient = TRUE;
  tell_status (journal);
  return G_SOURCE_REMOVE;
}

/* What the writer's status asks for. */
static void
follow_status (MarathonJournal *journal)
{
  g_auto (MarathonJournalStatus) status = { 0 };

  marathon_journal_writer_get_status (journal->writer, &status);
  if (!status.is_in_trouble)
    {
      clear_source (&journal->patience);
      journal->is_impatient = FALSE;
    }
  else if (journal->patience == NULL)
    journal->patience = start_timer (journal, PATIENCE_MS, on_patience_ended);
  if (status.wants_snapshot && !status.has_failed && status.n_asked != journal->n_answered)
    {
      journal->n_answered = status.n_asked;
      send_snapshot_soon (journal);
    }
  tell (journal, &status);
}

static gboolean
on_retry (gpointer user_data)
{
  MarathonJournal *journal = user_data;

  clear_source (&journal->retry);
  send_snapshot_soon (journal);
  return G_SOURCE_REMOVE;
}

/* There is something new that is not kept. */
static void
retry_soon (MarathonJournal *journal)
{
  gint64 passed = (g_get_monotonic_time () - journal->last_try) / 1000;

  if (journal->retry == NULL)
    journal->retry = start_timer (journal, (guint) CLAMP (RETRY_MS - passed, 0, RETRY_MS), on_retry);
}

static gboolean
on_told (gpointer user_data)
{
  Teller *teller = user_data;

  g_atomic_int_set (&teller->is_pending, FALSE);
  if (teller->journal != NULL)
    follow_status (teller->journal);
  return G_SOURCE_REMOVE;
}

/* In the writer's thread. */
static void
tell_later (gpointer user_data)
{
  Teller *teller = user_data;
  g_autoptr (GSource) source = NULL;

  if (!g_atomic_int_compare_and_exchange (&teller->is_pending, FALSE, TRUE))
    return;
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_told, g_atomic_rc_box_acquire (teller), teller_unref);
  g_source_attach (source, teller->context);
}

/* --- Listening --- */

static void
on_begin (const char *label, gpointer user_data)
{
  MarathonJournal *journal = user_data;

  if (journal->is_discarded)
    return;
  journal->open = marathon_journal_step_new (label);
  if (journal->needs_base)
    journal->open->base = marathon_event_snapshot (marathon_history_get_event (journal->history));
}

static void
on_edited (MarathonEdit *edit, gboolean reverted, gpointer user_data)
{
  MarathonJournal *journal = user_data;

  if (journal->open != NULL)
    marathon_journal_step_add (journal->open, edit, marathon_history_get_event (journal->history), reverted);
}

static void
on_commit (gpointer user_data)
{
  MarathonJournal *journal = user_data;
  MarathonJournalStep *step = g_steal_pointer (&journal->open);
  g_auto (MarathonJournalStatus) status = { 0 };

  if (step == NULL)
    return;
  step->position = ++journal->position;
  step->time = g_get_real_time () / G_USEC_PER_SEC;
  step->title = g_strdup (marathon_event_get_info (marathon_history_get_event (journal->history))->title);
  journal->needs_base = FALSE;
  marathon_journal_writer_add_step (journal->writer, step);
  marathon_journal_writer_get_status (journal->writer, &status);
  if (status.has_failed)
    retry_soon (journal);
  if (journal->is_asked)
    send_snapshot (journal);
  tell (journal, &status);
}

static void
on_rollback (gpointer user_data)
{
  MarathonJournal *journal = user_data;

  g_clear_pointer (&journal->open, marathon_journal_step_free);
  if (journal->is_asked)
    send_snapshot (journal);
}

/* --- Public --- */

static MarathonJournal *
create (MarathonHistory *history, const char *state_folder, const MarathonJournalEventFile *file,
        MarathonJournalFound *found)
{
  static const MarathonHistoryObserver observer = { on_begin, on_edited, on_commit, on_rollback };
  MarathonJournal *journal = g_object_new (MARATHON_TYPE_JOURNAL, NULL);

  journal->history = g_object_ref (history);
  journal->last_try = g_get_monotonic_time ();
  journal->teller = g_atomic_rc_box_new0 (Teller);
  journal->teller->journal = journal;
  journal->teller->context = g_main_context_ref (journal->context);
  journal->writer = marathon_journal_writer_new (state_folder, marathon_event_get_id (marathon_history_get_event (history)),
                                                 file, found, tell_later, g_atomic_rc_box_acquire (journal->teller),
                                                 teller_unref);
  marathon_history_set_observer (history, &observer, journal);
  return journal;
}

MarathonJournal *
marathon_journal_new (MarathonHistory *history, const char *state_folder, const char *path,
                      const MarathonFileIdentity *identity)
{
  MarathonJournalEventFile file = { .path = g_strdup (path) };
  MarathonJournal *journal;

  if (identity != NULL)
    file.identity = *identity;
  journal = create (history, state_folder, &file, NULL);
  journal->needs_base = path == NULL || !file.identity.is_set;
  return journal;
}

MarathonJournal *
marathon_journal_new_adopted (MarathonHistory                *history,
                              const char                     *state_folder,
                              const MarathonJournalEventFile *file,
                              MarathonJournalFound           *found,
                              guint64                         position)
{
  MarathonJournal *journal = create (history, state_folder, file, found);

  journal->position = position;
  if (found == NULL)
    marathon_journal_writer_start_anew (journal->writer);
  follow_status (journal);
  return journal;
}

MarathonJournalState
marathon_journal_get_state (MarathonJournal *journal)
{
  return journal->state;
}

const char *
marathon_journal_get_failure (MarathonJournal *journal)
{
  return journal->failure;
}

guint64
marathon_journal_get_position (MarathonJournal *journal)
{
  return journal->position;
}

void
marathon_journal_note_save (MarathonJournal            *journal,
                            guint64                     position,
                            const char                 *path,
                            const MarathonFileIdentity *identity)
{
  const MarathonJournalEventFile file = { g_strdup (path), *identity, position };

  marathon_journal_writer_note_save (journal->writer, &file);
}

void
marathon_journal_end_save (MarathonJournal *journal, guint64 position, const char *path,
                           const MarathonFileIdentity *identity)
{
  const MarathonJournalEventFile file = { g_strdup (path), *identity, position };

  if (journal->is_discarded)
    {
      g_free (file.path);
      return;
    }
  journal->needs_base = FALSE;
  marathon_journal_writer_end_save (journal->writer, &file);
  /* Steps that came after it are in no file. */
  if (journal->state == MARATHON_JOURNAL_FAILED && position < journal->position)
    retry_soon (journal);
}

void
marathon_journal_flush (MarathonJournal *journal)
{
  g_auto (MarathonJournalStatus) status = { 0 };

  marathon_journal_writer_flush (journal->writer);
  marathon_journal_writer_get_status (journal->writer, &status);
  /* Nobody else can help while we block. */
  if (status.wants_snapshot && journal->open == NULL)
    {
      send_snapshot (journal);
      marathon_journal_writer_flush (journal->writer);
    }
  tell_status (journal);
}

static void
stop_writing (MarathonJournal *journal)
{
  journal->is_discarded = TRUE;
  clear_source (&journal->retry);
  g_clear_pointer (&journal->open, marathon_journal_step_free);
}

void
marathon_journal_discard (MarathonJournal *journal)
{
  stop_writing (journal);
  marathon_journal_writer_discard (journal->writer);
  follow_status (journal);
}

static void
discard_in_thread (GTask *running, gpointer source, gpointer writer, GCancellable *cancellable)
{
  marathon_journal_writer_discard (writer);
  g_task_return_boolean (running, TRUE);
}

static void
on_discarded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;

  g_task_return_boolean (task, TRUE);
}

void
marathon_journal_discard_async (MarathonJournal *journal, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (journal, NULL, callback, user_data);
  /* Without a source: the thread may be the last to let go of its task, and the journal must not end there. */
  g_autoptr (GTask) running = g_task_new (NULL, NULL, on_discarded, task);

  stop_writing (journal);
  g_task_set_source_tag (task, marathon_journal_discard_async);
  g_task_set_source_tag (running, discard_in_thread);
  g_task_set_task_data (running, journal->writer, NULL);
  g_task_run_in_thread (running, discard_in_thread);
}
