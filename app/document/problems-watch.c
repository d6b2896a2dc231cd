/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonProblemsWatch: one look at a time, each at a snapshot in a thread.
 */
#include "document/problems-watch.h"

/* Between a change and the look: a person who types makes several. */
#define DELAY_MILLISECONDS 250

struct _MarathonProblemsWatch {
  GObject parent_instance;

  MarathonDocument *document;
  MarathonProblems *problems;
  guint counts[MARATHON_SEVERITY_HINT + 1];
  guint64 n_moves;      /* how often entrants have come or gone */
  guint64 moves_looked; /* n_moves when the snapshot of `problems` was made */
  guint timer;          /* until the next look */
  gboolean is_looking;  /* in a thread */
};

G_DEFINE_FINAL_TYPE (MarathonProblemsWatch, marathon_problems_watch, G_TYPE_OBJECT)

enum { PROP_0, PROP_N_ERRORS, PROP_N_WARNINGS, PROP_N_HINTS, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* A look: the thread has the snapshot, the main context the rest. It does not keep the watch alive. */
typedef struct {
  GWeakRef watch;
  MarathonEvent *snapshot;
  guint64 state;
  guint64 n_moves;
} Look;

static void start_look (MarathonProblemsWatch *watch);

static void
look_free (Look *look)
{
  g_weak_ref_clear (&look->watch);
  g_clear_object (&look->snapshot);
  g_free (look);
}

/* --- Looking --- */

static void
on_time (gpointer user_data)
{
  MarathonProblemsWatch *watch = user_data;

  watch->timer = 0;
  start_look (watch);
}

/* A timer that runs is left to run: who never stops changing things sees results too. */
static void
look_soon (MarathonProblemsWatch *watch)
{
  if (watch->timer == 0 && !watch->is_looking)
    watch->timer = g_timeout_add_once (DELAY_MILLISECONDS, on_time, watch);
}

static void
look_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Look *look = task_data;
  MarathonProblems *problems = marathon_problems_new (look->snapshot);

  /* While it lives, a change of the event copies the blocks that it touches. */
  g_clear_object (&look->snapshot);
  g_task_return_pointer (task, problems, (GDestroyNotify) marathon_problems_free);
}

static void
count (MarathonProblemsWatch *watch)
{
  static const guint props[] = { PROP_N_ERRORS, PROP_N_WARNINGS, PROP_N_HINTS };

  for (MarathonSeverity severity = 0; severity < G_N_ELEMENTS (watch->counts); severity++)
    {
      guint found = marathon_problems_count (watch->problems, severity);

      if (watch->counts[severity] == found)
        continue;
      watch->counts[severity] = found;
      g_object_notify_by_pspec (G_OBJECT (watch), properties[props[severity]]);
    }
}

static void
take_result (MarathonProblemsWatch *watch, const Look *look, MarathonProblems *problems)
{
  g_clear_pointer (&watch->problems, marathon_problems_free);
  watch->problems = problems;
  watch->moves_looked = look->n_moves;
  watch->is_looking = FALSE;
  if (marathon_history_get_state (marathon_document_get_history (watch->document)) != look->state)
    look_soon (watch);
  g_object_freeze_notify (G_OBJECT (watch));
  count (watch);
  g_object_thaw_notify (G_OBJECT (watch));
  g_signal_emit (watch, signals[CHANGED], 0);
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Look *look = g_task_get_task_data (G_TASK (result));
  g_autoptr (MarathonProblemsWatch) watch = g_weak_ref_get (&look->watch);
  g_autoptr (MarathonProblems) problems = g_task_propagate_pointer (G_TASK (result), NULL);

  if (watch != NULL)
    take_result (watch, look, g_steal_pointer (&problems));
}

static void
start_look (MarathonProblemsWatch *watch)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_looked, NULL);
  Look *look = g_new0 (Look, 1);

  g_weak_ref_init (&look->watch, watch);
  look->snapshot = marathon_event_snapshot (marathon_document_get_event (watch->document));
  look->state = marathon_history_get_state (marathon_document_get_history (watch->document));
  look->n_moves = watch->n_moves;
  watch->is_looking = TRUE;
  g_task_set_source_tag (task, start_look);
  g_task_set_task_data (task, look, (GDestroyNotify) look_free);
  g_task_run_in_thread (task, look_in_thread);
}

static void
on_items_changed (MarathonProblemsWatch *watch)
{
  watch->n_moves++;
}

/* --- The object --- */

static void
marathon_problems_watch_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MarathonProblemsWatch *watch = MARATHON_PROBLEMS_WATCH (object);

  switch (property_id)
    {
    case PROP_N_ERRORS:
      g_value_set_uint (value, watch->counts[MARATHON_SEVERITY_ERROR]);
      break;
    case PROP_N_WARNINGS:
      g_value_set_uint (value, watch->counts[MARATHON_SEVERITY_WARNING]);
      break;
    case PROP_N_HINTS:
      g_value_set_uint (value, watch->counts[MARATHON_SEVERITY_HINT]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
marathon_problems_watch_dispose (GObject *object)
{
  MarathonProblemsWatch *watch = MARATHON_PROBLEMS_WATCH (object);

  g_clear_handle_id (&watch->timer, g_source_remove);
  g_clear_object (&watch->document);
  G_OBJECT_CLASS (marathon_problems_watch_parent_class)->dispose (object);
}

static void
marathon_problems_watch_finalize (GObject *object)
{
  MarathonProblemsWatch *watch = MARATHON_PROBLEMS_WATCH (object);

  g_clear_pointer (&watch->problems, marathon_problems_free);
  G_OBJECT_CLASS (marathon_problems_watch_parent_class)->finalize (object);
}

static void
marathon_problems_watch_class_init (MarathonProblemsWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = marathon_problems_watch_get_property;
  object_class->dispose = marathon_problems_watch_dispose;
  object_class->finalize = marathon_problems_watch_finalize;
  properties[PROP_N_ERRORS] = g_param_spec_uint ("n-errors", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_WARNINGS] = g_param_spec_uint ("n-warnings", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_HINTS] = g_param_spec_uint ("n-hints", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", MARATHON_TYPE_PROBLEMS_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
marathon_problems_watch_init (MarathonProblemsWatch *watch)
{
}

MarathonProblemsWatch *
marathon_problems_watch_new (MarathonDocument *document)
{
  MarathonProblemsWatch *watch = g_object_new (MARATHON_TYPE_PROBLEMS_WATCH, NULL);

  watch->document = g_object_ref (document);
  g_signal_connect_object (marathon_document_get_history (document), "notify::state", G_CALLBACK (look_soon), watch,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (marathon_event_get_roster (marathon_document_get_event (document)), "items-changed",
                           G_CALLBACK (on_items_changed), watch, G_CONNECT_SWAPPED);
  start_look (watch);
  return watch;
}

const MarathonProblems *
marathon_problems_watch_get (MarathonProblemsWatch *watch)
{
  return watch->n_moves == watch->moves_looked ? watch->problems : NULL;
}

gboolean
marathon_problems_watch_is_busy (MarathonProblemsWatch *watch)
{
  return watch->is_looking || watch->timer != 0;
}
