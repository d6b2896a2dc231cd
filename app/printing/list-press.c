/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonListPress: the wish, the jobs in threads, and the pages that are kept.
 */
#include "printing/list-press.h"

/* Between a change of the event and new pages: a person who types makes several. */
#define DELAY_MILLISECONDS 250
/* What is kept, and what may be made before it is asked for: some 30 MB. */
#define MAX_KEPT 8
#define MAX_KEPT_ROWS 400000
#define MAX_EXPECTED_ENTRANTS 100000

struct _MarathonListPress {
  GObject parent_instance;

  MarathonDocument *document;
  MarathonListRequest *wanted; /* NULL: nothing yet */
  gboolean is_busy;
  gboolean is_resting;
  gboolean is_stale; /* the event has changed since `wanted` was begun */
  guint timer;
  GPtrArray *jobs;     /* Job, in threads */
  GQueue kept;         /* MarathonListPages of the event as it is now, those used last first */
  GPtrArray *expected; /* MarathonListRequest */
};

G_DEFINE_FINAL_TYPE (MarathonListPress, marathon_list_press, G_TYPE_OBJECT)

enum { PROP_0, PROP_IS_BUSY, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { READY, FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* It does not keep the press alive. */
typedef struct {
  GWeakRef press;
  MarathonListRequest *request;
  GCancellable *cancellable;
  guint64 state; /* of the event */
} Job;

static void start_expected (MarathonListPress *press);

static void
free_job (Job *job)
{
  g_weak_ref_clear (&job->press);
  marathon_list_request_free (job->request);
  g_object_unref (job->cancellable);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, free_job)

static guint64
get_state (MarathonListPress *press)
{
  return marathon_history_get_state (marathon_document_get_history (press->document));
}

static void
set_busy (MarathonListPress *press, gboolean is_busy)
{
  if (press->is_busy == is_busy)
    return;
  press->is_busy = is_busy;
  g_object_notify_by_pspec (G_OBJECT (press), properties[PROP_IS_BUSY]);
}

/* --- What is kept --- */

static MarathonListPages *
find_kept (MarathonListPress *press, const MarathonListRequest *request)
{
  for (GList *l = press->kept.head; l != NULL; l = l->next)
    if (marathon_list_request_equal (marathon_list_pages_get_request (l->data), request))
      {
        g_queue_unlink (&press->kept, l);
        g_queue_push_head_link (&press->kept, l);
        return l->data;
      }
  return NULL;
}

static void
keep (MarathonListPress *press, MarathonListPages *pages)
{
  guint n_rows = 0, n = 0;
  GList *next;

  g_queue_push_head (&press->kept, marathon_list_pages_ref (pages));
  for (GList *l = press->kept.head; l != NULL; l = next)
    {
      next = l->next;
      n_rows += marathon_report_get_n_rows (marathon_list_pages_get_report (l->data));
      if (n++ == 0 || (n <= MAX_KEPT && n_rows <= MAX_KEPT_ROWS))
        continue;
      marathon_list_pages_unref (l->data);
      g_queue_delete_link (&press->kept, l);
    }
}

static void
forget (MarathonListPress *press)
{
  g_queue_clear_full (&press->kept, (GDestroyNotify) marathon_list_pages_unref);
}

/* --- Jobs --- */

/* A cancelled job ends by itself, and is then nobody's. */
static void
cancel_jobs_but (MarathonListPress *press, const MarathonListRequest *request)
{
  for (guint i = press->jobs->len; i > 0; i--)
    {
      Job *job = press->jobs->pdata[i - 1];

      if (request != NULL && job->state == get_state (press) && marathon_list_request_equal (job->request, request))
        continue;
      g_cancellable_cancel (job->cancellable);
      g_ptr_array_remove_index (press->jobs, i - 1);
    }
}

static gboolean
is_being_made (MarathonListPress *press, const MarathonListRequest *request)
{
  for (guint i = 0; i < press->jobs->len; i++)
    {
      const Job *job = press->jobs->pdata[i];

      if (job->state == get_state (press) && marathon_list_request_equal (job->request, request))
        return TRUE;
    }
  return FALSE;
}

static void
take_result (MarathonListPress *press, const Job *job, MarathonListPages *pages, const GError *error)
{
  gboolean is_wanted = press->wanted != NULL && marathon_list_request_equal (job->request, press->wanted);

  if (pages != NULL && job->state == get_state (press))
    keep (press, pages);
  if (!is_wanted)
    return;
  set_busy (press, FALSE);
  if (pages != NULL)
    g_signal_emit (press, signals[READY], 0, pages);
  else
    g_signal_emit (press, signals[FAILED], 0, error);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (MarathonListPress) press = g_weak_ref_get (&job->press);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonListPages) pages = marathon_list_pages_new_finish (result, &error);

  /* One that is not in the list any more was cancelled. */
  if (press == NULL || !g_ptr_array_remove (press->jobs, job))
    return;
  take_result (press, job, pages, error);
  start_expected (press);
}

static void
start_job (MarathonListPress *press, const MarathonListRequest *request, int io_priority)
{
  Job *job = g_new0 (Job, 1);

  g_weak_ref_init (&job->press, press);
  job->request = marathon_list_request_copy (request);
  job->cancellable = g_cancellable_new ();
  job->state = get_state (press);
  g_ptr_array_add (press->jobs, job);
  marathon_list_pages_new_async (marathon_document_get_event (press->document), request, io_priority, job->cancellable,
                                 on_made, job);
}

static void
start_expected (MarathonListPress *press)
{
  guint n = marathon_roster_get_size (marathon_event_get_roster (marathon_document_get_event (press->document)));

  if (press->is_resting || press->timer != 0 || press->jobs->len > 0 || n > MAX_EXPECTED_ENTRANTS)
    return;
  while (press->expected->len > 0)
    {
      g_autoptr (MarathonListRequest) request = g_ptr_array_steal_index (press->expected, 0);

      if (find_kept (press, request) != NULL)
        continue;
      start_job (press, request, G_PRIORITY_LOW);
      return;
    }
}

static void
start_wanted (MarathonListPress *press)
{
  MarathonListPages *kept = find_kept (press, press->wanted);

  press->is_stale = FALSE;
  cancel_jobs_but (press, press->wanted);
  if (kept != NULL)
    {
      g_autoptr (MarathonListPages) pages = marathon_list_pages_ref (kept);

      set_busy (press, FALSE);
      g_signal_emit (press, signals[READY], 0, pages);
      start_expected (press);
      return;
    }
  set_busy (press, TRUE);
  if (!is_being_made (press, press->wanted))
    start_job (press, press->wanted, G_PRIORITY_DEFAULT);
}

/* --- Changes of the event --- */

static void
on_time (gpointer user_data)
{
  MarathonListPress *press = user_data;

  press->timer = 0;
  start_wanted (press);
}

/* A timer that runs is left to run: who never stops changing things sees pages too. */
static void
on_changed (MarathonListPress *press)
{
  forget (press);
  press->is_stale = press->wanted != NULL;
  if (press->is_stale && !press->is_resting && press->timer == 0)
    press->timer = g_timeout_add_once (DELAY_MILLISECONDS, on_time, press);
}

/* --- The object --- */

static void
marathon_list_press_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_IS_BUSY:
      g_value_set_boolean (value, MARATHON_LIST_PRESS (object)->is_busy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
marathon_list_press_dispose (GObject *object)
{
  MarathonListPress *press = MARATHON_LIST_PRESS (object);

  g_clear_handle_id (&press->timer, g_source_remove);
  if (press->document != NULL)
    cancel_jobs_but (press, NULL);
  forget (press);
  g_clear_pointer (&press->wanted, marathon_list_request_free);
  g_clear_object (&press->document);
  G_OBJECT_CLASS (marathon_list_press_parent_class)->dispose (object);
}

static void
marathon_list_press_finalize (GObject *object)
{
  MarathonListPress *press = MARATHON_LIST_PRESS (object);

  g_ptr_array_unref (press->jobs);
  g_ptr_array_unref (press->expected);
  G_OBJECT_CLASS (marathon_list_press_parent_class)->finalize (object);
}

static void
marathon_list_press_class_init (MarathonListPressClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = marathon_list_press_get_property;
  object_class->dispose = marathon_list_press_dispose;
  object_class->finalize = marathon_list_press_finalize;
  properties[PROP_IS_BUSY]
    = g_param_spec_boolean ("is-busy", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[READY] = g_signal_new ("ready", MARATHON_TYPE_LIST_PRESS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, MARATHON_TYPE_LIST_PAGES);
  signals[FAILED] = g_signal_new ("failed", MARATHON_TYPE_LIST_PRESS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
marathon_list_press_init (MarathonListPress *press)
{
  press->is_resting = TRUE;
  press->jobs = g_ptr_array_new ();
  press->expected = g_ptr_array_new_with_free_func ((GDestroyNotify) marathon_list_request_free);
  g_queue_init (&press->kept);
}

MarathonListPress *
marathon_list_press_new (MarathonDocument *document)
{
  MarathonListPress *press = g_object_new (MARATHON_TYPE_LIST_PRESS, NULL);

  press->document = g_object_ref (document);
  g_signal_connect_object (marathon_document_get_history (document), "notify::state", G_CALLBACK (on_changed), press,
                           G_CONNECT_SWAPPED);
  return press;
}

void
marathon_list_press_set_resting (MarathonListPress *press, gboolean resting)
{
  if (press->is_resting == resting)
    return;
  press->is_resting = resting;
  if (resting)
    g_clear_handle_id (&press->timer, g_source_remove);
  else if (press->is_stale)
    start_wanted (press);
  else
    start_expected (press);
}

void
marathon_list_press_want (MarathonListPress *press, const MarathonListRequest *request)
{
  g_return_if_fail (MARATHON_IS_LIST_PRESS (press) && request != NULL);

  g_clear_handle_id (&press->timer, g_source_remove);
  g_ptr_array_set_size (press->expected, 0);
  marathon_list_request_free (press->wanted);
  press->wanted = marathon_list_request_copy (request);
  start_wanted (press);
}

void
marathon_list_press_expect (MarathonListPress *press, const MarathonListRequest *request)
{
  g_return_if_fail (MARATHON_IS_LIST_PRESS (press) && request != NULL);

  g_ptr_array_add (press->expected, marathon_list_request_copy (request));
  start_expected (press);
}

gboolean
marathon_list_press_is_stale (MarathonListPress *press)
{
  return press->is_stale;
}

gboolean
marathon_list_press_is_working (MarathonListPress *press)
{
  return press->jobs->len > 0 || press->timer != 0;
}
