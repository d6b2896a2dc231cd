/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonLedgerWatch: one ledger at a time, each of a snapshot in a thread: a million bibs are sorted for it.
 */
#include "document/ledger-watch.h"

struct _MarathonLedgerWatch {
  GObject parent_instance;

  MarathonDocument *document;
  MarathonBibLedger *ledger;
  MarathonEvent *snapshot; /* what the ledger is of */
  guint64 state;           /* of the history when the snapshot was made */
  gboolean is_making;      /* in a thread */
};

G_DEFINE_FINAL_TYPE (MarathonLedgerWatch, marathon_ledger_watch, G_TYPE_OBJECT)

static guint changed_signal;

/* What the thread works on. It does not keep the watch alive. */
typedef struct {
  GWeakRef watch;
  MarathonEvent *snapshot;
  guint64 state;
} Making;

static void
making_free (Making *making)
{
  g_weak_ref_clear (&making->watch);
  g_clear_object (&making->snapshot);
  g_free (making);
}

static void
make_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Making *making = task_data;

  g_task_return_pointer (task, marathon_bib_ledger_new (making->snapshot), (GDestroyNotify) marathon_bib_ledger_free);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Making *making = g_task_get_task_data (G_TASK (result));
  g_autoptr (MarathonLedgerWatch) watch = g_weak_ref_get (&making->watch);
  g_autoptr (MarathonBibLedger) ledger = g_task_propagate_pointer (G_TASK (result), NULL);

  if (watch == NULL)
    return;
  g_clear_pointer (&watch->ledger, marathon_bib_ledger_free);
  watch->ledger = g_steal_pointer (&ledger);
  g_set_object (&watch->snapshot, making->snapshot);
  watch->state = making->state;
  watch->is_making = FALSE;
  g_signal_emit (watch, changed_signal, 0);
}

static guint64
get_state (MarathonLedgerWatch *watch)
{
  return marathon_history_get_state (marathon_document_get_history (watch->document));
}

static void
start_making (MarathonLedgerWatch *watch)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_made, NULL);
  Making *making = g_new0 (Making, 1);

  g_weak_ref_init (&making->watch, watch);
  making->snapshot = marathon_event_snapshot (marathon_document_get_event (watch->document));
  making->state = get_state (watch);
  watch->is_making = TRUE;
  g_task_set_source_tag (task, start_making);
  g_task_set_task_data (task, making, (GDestroyNotify) making_free);
  g_task_run_in_thread (task, make_in_thread);
}

static void
on_event_changed (MarathonLedgerWatch *watch)
{
  g_signal_emit (watch, changed_signal, 0);
}

static void
marathon_ledger_watch_dispose (GObject *object)
{
  g_clear_object (&MARATHON_LEDGER_WATCH (object)->document);
  G_OBJECT_CLASS (marathon_ledger_watch_parent_class)->dispose (object);
}

static void
marathon_ledger_watch_finalize (GObject *object)
{
  MarathonLedgerWatch *watch = MARATHON_LEDGER_WATCH (object);

  g_clear_pointer (&watch->ledger, marathon_bib_ledger_free);
  g_clear_object (&watch->snapshot);
  G_OBJECT_CLASS (marathon_ledger_watch_parent_class)->finalize (object);
}

static void
marathon_ledger_watch_class_init (MarathonLedgerWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = marathon_ledger_watch_dispose;
  object_class->finalize = marathon_ledger_watch_finalize;
  changed_signal = g_signal_new ("changed", MARATHON_TYPE_LEDGER_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
marathon_ledger_watch_init (MarathonLedgerWatch *watch)
{
}

MarathonLedgerWatch *
marathon_ledger_watch_new (MarathonDocument *document)
{
  MarathonLedgerWatch *watch = g_object_new (MARATHON_TYPE_LEDGER_WATCH, NULL);

  watch->document = g_object_ref (document);
  g_signal_connect_object (marathon_document_get_history (document), "notify::state", G_CALLBACK (on_event_changed),
                           watch, G_CONNECT_SWAPPED);
  return watch;
}

const MarathonBibLedger *
marathon_ledger_watch_get (MarathonLedgerWatch *watch, MarathonEvent **event)
{
  if (!watch->is_making && (watch->ledger == NULL || watch->state != get_state (watch)))
    start_making (watch);
  if (event != NULL)
    *event = watch->snapshot;
  return watch->ledger;
}

gboolean
marathon_ledger_watch_is_busy (MarathonLedgerWatch *watch)
{
  return watch->is_making;
}
