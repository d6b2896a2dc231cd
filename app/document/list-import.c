/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonListImport: one plan at a time, each in a thread; a choice cancels the one that is under way.
 */
#include "document/list-import.h"

#include "editing/import-edit.h"

/* Between a choice and the plan: a person who goes through a list of choices with the arrow keys makes several. */
#define DELAY_MILLISECONDS 120
#define TICK_MILLISECONDS 50

struct _MarathonListImport {
  GObject parent_instance;

  MarathonDocument *document;
  GBytes *bytes;
  MarathonIdSource ids;

  /* What was chosen. */
  MarathonCsvOptions csv;
  MarathonImportOptions options;
  GArray *choices; /* of MarathonImportChoice with keys that are owned */

  MarathonCsvTable **table; /* a box that threads share; NULL where it is to be scanned anew */

  /* What came of it. */
  MarathonCsvTable **shown; /* the box of the table that the sketch is of; NULL where it could not be read */
  MarathonImportSketch *sketch;
  MarathonImport *import;
  GError *error;

  guint timer; /* until the next plan */
  GCancellable *cancellable; /* of the plan that is under way, or NULL */
  gint *permille; /* of it; shared with the thread */
  guint ticker;
  double fraction;
  gboolean is_late; /* something was chosen since it began */
  gboolean was_working; /* as notified */
};

G_DEFINE_FINAL_TYPE (MarathonListImport, marathon_list_import, G_TYPE_OBJECT)

enum { PROP_0, PROP_WORKING, PROP_FRACTION, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* A plan: all of it is the thread's until the task has ended. */
typedef struct {
  GWeakRef list;
  GBytes *bytes;
  MarathonCsvOptions csv;
  MarathonCsvTable **table;
  MarathonEvent *snapshot;
  guint64 state;
  MarathonIdSource ids;
  MarathonImportOptions options;
  GArray *choices;
  gint *permille;
  MarathonImportSketch *sketch;
  MarathonImport *import;
} Plan;

static void
clear_choice (gpointer data)
{
  g_free ((char *) ((MarathonImportChoice *) data)->key);
}

static GArray *
choices_new (void)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (MarathonImportChoice));

  g_array_set_clear_func (choices, clear_choice);
  return choices;
}

static void
free_table (gpointer data)
{
  marathon_csv_table_free (*(MarathonCsvTable **) data);
}

static void
unref_table (MarathonCsvTable **table)
{
  g_atomic_rc_box_release_full (table, free_table);
}

static void
plan_free (Plan *plan)
{
  g_weak_ref_clear (&plan->list);
  g_bytes_unref (plan->bytes);
  g_clear_pointer (&plan->table, unref_table);
  g_clear_object (&plan->snapshot);
  g_array_unref (plan->choices);
  g_atomic_rc_box_release (plan->permille);
  g_clear_pointer (&plan->sketch, marathon_import_sketch_free);
  g_clear_pointer (&plan->import, marathon_import_free);
  g_free (plan);
}

/* --- In the thread --- */

static void
tell_progress (guint64 done, guint64 total, gpointer permille)
{
  g_atomic_int_set ((gint *) permille, (gint) (total > 0 ? done * 1000 / total : 0));
}

static gboolean
scan (Plan *plan, GError **error)
{
  MarathonCsvTable *table;

  if (plan->table != NULL)
    return TRUE;
  table = marathon_csv_table_new (plan->bytes, &plan->csv, error);
  if (table == NULL)
    return FALSE;
  plan->table = g_atomic_rc_box_new0 (MarathonCsvTable *);
  *plan->table = table;
  return TRUE;
}

static gboolean
work_out (Plan *plan, GCancellable *cancellable, GError **error)
{
  plan->options.choices = (const MarathonImportChoice *) (gconstpointer) plan->choices->data;
  plan->options.n_choices = plan->choices->len;
  plan->options.progress = tell_progress;
  plan->options.progress_data = plan->permille;
  plan->options.cancellable = cancellable;
  if (!scan (plan, error) || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  plan->sketch = marathon_import_sketch_new (plan->snapshot, *plan->table, &plan->options);
  /* A list without a header is told by its missing names: that is what a person can mend. */
  if (plan->options.header_line == 0 && marathon_import_sketch_get_header_line (plan->sketch) == 0
      && marathon_csv_table_get_n_rows (*plan->table) > 0)
    plan->options.header_line = MARATHON_IMPORT_NO_HEADER;
  plan->import = marathon_import_new (plan->snapshot, *plan->table, &plan->options, &plan->ids, error);
  return plan->import != NULL;
}

static void
plan_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Plan *plan = task_data;
  GError *error = NULL;
  gboolean done = work_out (plan, cancellable, &error);

  /* While it lives, a change of the event copies the blocks that it touches. */
  g_clear_object (&plan->snapshot);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* --- Around it --- */

static void start_plan (MarathonListImport *list);

static void
notify_working (MarathonListImport *list)
{
  gboolean working = marathon_list_import_is_working (list);

  if (working == list->was_working)
    return;
  list->was_working = working;
  g_object_notify_by_pspec (G_OBJECT (list), properties[PROP_WORKING]);
}

static void
set_fraction (MarathonListImport *list, double fraction)
{
  if (list->fraction == fraction)
    return;
  list->fraction = fraction;
  g_object_notify_by_pspec (G_OBJECT (list), properties[PROP_FRACTION]);
}

static gboolean
on_tick (gpointer data)
{
  MarathonListImport *list = data;

  if (list->permille != NULL)
    set_fraction (list, g_atomic_int_get (list->permille) / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
on_time (gpointer data)
{
  MarathonListImport *list = data;

  list->timer = 0;
  start_plan (list);
}

static void
plan_soon (MarathonListImport *list)
{
  list->is_late = TRUE;
  g_cancellable_cancel (list->cancellable);
  g_clear_handle_id (&list->timer, g_source_remove);
  if (list->cancellable == NULL)
    list->timer = g_timeout_add_once (DELAY_MILLISECONDS, on_time, list);
  notify_working (list);
}

static void
end_plan (MarathonListImport *list)
{
  g_clear_object (&list->cancellable);
  g_clear_pointer (&list->permille, g_atomic_rc_box_release);
  g_clear_handle_id (&list->ticker, g_source_remove);
}

/* Takes what the thread made, with the table even of a plan that came too late. */
static void
take_plan (MarathonListImport *list, Plan *plan, GError *error)
{
  g_autoptr (GError) owned = error;

  end_plan (list);
  if (list->table == NULL && plan->csv.encoding == list->csv.encoding && plan->csv.delimiter == list->csv.delimiter)
    list->table = g_steal_pointer (&plan->table);
  if (list->is_late || plan->state != marathon_history_get_state (marathon_document_get_history (list->document)))
    {
      plan_soon (list);
      return;
    }
  g_clear_pointer (&list->shown, unref_table);
  g_clear_pointer (&list->sketch, marathon_import_sketch_free);
  g_clear_pointer (&list->import, marathon_import_free);
  g_clear_error (&list->error);
  list->shown = list->table != NULL ? g_atomic_rc_box_acquire (list->table) : NULL;
  list->sketch = g_steal_pointer (&plan->sketch);
  list->import = g_steal_pointer (&plan->import);
  list->error = g_steal_pointer (&owned);
  set_fraction (list, 1);
  g_signal_emit (list, signals[CHANGED], 0);
  notify_working (list);
}

static void
on_planned (GObject *source, GAsyncResult *result, gpointer data)
{
  Plan *plan = g_task_get_task_data (G_TASK (result));
  g_autoptr (MarathonListImport) list = g_weak_ref_get (&plan->list);
  GError *error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  if (list != NULL && list->document != NULL)
    take_plan (list, plan, error);
  else
    g_clear_error (&error);
}

static Plan *
plan_new (MarathonListImport *list)
{
  Plan *plan = g_new0 (Plan, 1);

  g_weak_ref_init (&plan->list, list);
  plan->bytes = g_bytes_ref (list->bytes);
  plan->csv = list->csv;
  plan->table = list->table != NULL ? g_atomic_rc_box_acquire (list->table) : NULL;
  plan->snapshot = marathon_event_snapshot (marathon_document_get_event (list->document));
  plan->state = marathon_history_get_state (marathon_document_get_history (list->document));
  plan->ids = list->ids;
  plan->options = list->options;
  plan->choices = choices_new ();
  for (guint i = 0; i < list->choices->len; i++)
    {
      MarathonImportChoice choice = g_array_index (list->choices, MarathonImportChoice, i);

      choice.key = g_strdup (choice.key);
      g_array_append_val (plan->choices, choice);
    }
  return plan;
}

static void
start_plan (MarathonListImport *list)
{
  Plan *plan = plan_new (list);
  g_autoptr (GTask) task = NULL;

  list->is_late = FALSE;
  list->cancellable = g_cancellable_new ();
  list->permille = g_atomic_rc_box_new0 (gint);
  plan->permille = g_atomic_rc_box_acquire (list->permille);
  list->ticker = g_timeout_add (TICK_MILLISECONDS, on_tick, list);
  set_fraction (list, 0);
  task = g_task_new (NULL, list->cancellable, on_planned, NULL);
  g_task_set_source_tag (task, start_plan);
  g_task_set_check_cancellable (task, FALSE); /* the table of a cancelled plan is good */
  g_task_set_task_data (task, plan, (GDestroyNotify) plan_free);
  g_task_run_in_thread (task, plan_in_thread);
  notify_working (list);
}

/* --- The object --- */

static void
marathon_list_import_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MarathonListImport *list = MARATHON_LIST_IMPORT (object);

  switch (id)
    {
    case PROP_WORKING:
      g_value_set_boolean (value, marathon_list_import_is_working (list));
      break;
    case PROP_FRACTION:
      g_value_set_double (value, list->fraction);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_list_import_dispose (GObject *object)
{
  MarathonListImport *list = MARATHON_LIST_IMPORT (object);

  g_cancellable_cancel (list->cancellable);
  end_plan (list);
  g_clear_handle_id (&list->timer, g_source_remove);
  g_clear_object (&list->document);
  G_OBJECT_CLASS (marathon_list_import_parent_class)->dispose (object);
}

static void
marathon_list_import_finalize (GObject *object)
{
  MarathonListImport *list = MARATHON_LIST_IMPORT (object);

  g_bytes_unref (list->bytes);
  g_array_unref (list->choices);
  g_clear_pointer (&list->table, unref_table);
  g_clear_pointer (&list->shown, unref_table);
  g_clear_pointer (&list->sketch, marathon_import_sketch_free);
  g_clear_pointer (&list->import, marathon_import_free);
  g_clear_error (&list->error);
  G_OBJECT_CLASS (marathon_list_import_parent_class)->finalize (object);
}

static void
marathon_list_import_class_init (MarathonListImportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = marathon_list_import_get_property;
  object_class->dispose = marathon_list_import_dispose;
  object_class->finalize = marathon_list_import_finalize;
  properties[PROP_WORKING] = g_param_spec_boolean ("working", NULL, NULL, FALSE, flags);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED]
      = g_signal_new ("changed", MARATHON_TYPE_LIST_IMPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
marathon_list_import_init (MarathonListImport *list)
{
  list->choices = choices_new ();
}

MarathonListImport *
marathon_list_import_new (MarathonDocument *document, GBytes *bytes, const MarathonIdSource *ids)
{
  MarathonListImport *list = g_object_new (MARATHON_TYPE_LIST_IMPORT, NULL);

  list->document = g_object_ref (document);
  list->bytes = g_bytes_ref (bytes);
  if (ids != NULL)
    list->ids = *ids;
  else
    marathon_id_source_init_random (&list->ids);
  g_signal_connect_object (marathon_document_get_history (document), "notify::state", G_CALLBACK (plan_soon), list,
                           G_CONNECT_SWAPPED);
  start_plan (list);
  return list;
}

MarathonDocument *
marathon_list_import_get_document (MarathonListImport *list)
{
  return list->document;
}

gboolean
marathon_list_import_is_working (MarathonListImport *list)
{
  return list->timer != 0 || list->cancellable != NULL;
}

double
marathon_list_import_get_fraction (MarathonListImport *list)
{
  return list->fraction;
}

const MarathonCsvTable *
marathon_list_import_get_table (MarathonListImport *list)
{
  return list->shown != NULL ? *list->shown : NULL;
}

const MarathonImportSketch *
marathon_list_import_get_sketch (MarathonListImport *list)
{
  return list->sketch;
}

const MarathonImport *
marathon_list_import_get_import (MarathonListImport *list)
{
  return list->import;
}

const GError *
marathon_list_import_get_error (MarathonListImport *list)
{
  return list->error;
}

gboolean
marathon_list_import_apply (MarathonListImport *list, GError **error)
{
  g_return_val_if_fail (list->import != NULL && !marathon_list_import_is_working (list), FALSE);

  return marathon_import_apply (marathon_document_get_history (list->document), list->import, error);
}

/* --- Choices --- */

MarathonTextEncoding
marathon_list_import_get_encoding (MarathonListImport *list)
{
  return list->csv.encoding;
}

/* The cells are to be scanned anew; those that are shown stay until then. */
static void
forget_table (MarathonListImport *list)
{
  g_clear_pointer (&list->table, unref_table);
  plan_soon (list);
}

void
marathon_list_import_set_encoding (MarathonListImport *list, MarathonTextEncoding encoding)
{
  if (list->csv.encoding == encoding)
    return;
  list->csv.encoding = encoding;
  forget_table (list);
}

char
marathon_list_import_get_delimiter (MarathonListImport *list)
{
  return list->csv.delimiter;
}

void
marathon_list_import_set_delimiter (MarathonListImport *list, char delimiter)
{
  if (list->csv.delimiter == delimiter)
    return;
  list->csv.delimiter = delimiter;
  list->options.header_line = 0;
  g_array_set_size (list->choices, 0);
  forget_table (list);
}

guint
marathon_list_import_get_header_line (MarathonListImport *list)
{
  return list->options.header_line;
}

void
marathon_list_import_set_header_line (MarathonListImport *list, guint line)
{
  if (list->options.header_line == line)
    return;
  list->options.header_line = line;
  plan_soon (list);
}

static gboolean
is_for_several (const char *key)
{
  return g_str_equal (key, MARATHON_IMPORT_LEAVE_OUT) || g_str_equal (key, MARATHON_IMPORT_OWN_FIELD);
}

void
marathon_list_import_choose (MarathonListImport *list, guint column, const char *key)
{
  MarathonImportChoice choice = { column, g_strdup (key) };

  for (guint i = list->choices->len; i-- > 0;)
    {
      const MarathonImportChoice *other = &g_array_index (list->choices, MarathonImportChoice, i);

      if (other->column == column || (key != NULL && g_str_equal (other->key, key) && !is_for_several (key)))
        g_array_remove_index (list->choices, i);
    }
  if (key != NULL)
    g_array_append_val (list->choices, choice);
  plan_soon (list);
}

gboolean
marathon_list_import_get_update (MarathonListImport *list)
{
  return list->options.update;
}

void
marathon_list_import_set_update (MarathonListImport *list, gboolean update)
{
  if (list->options.update == update)
    return;
  list->options.update = update;
  plan_soon (list);
}

MarathonImportBibs
marathon_list_import_get_bibs (MarathonListImport *list)
{
  return list->options.bibs;
}

void
marathon_list_import_set_bibs (MarathonListImport *list, MarathonImportBibs bibs)
{
  if (list->options.bibs == bibs)
    return;
  list->options.bibs = bibs;
  plan_soon (list);
}

MarathonDateOrder
marathon_list_import_get_date_order (MarathonListImport *list)
{
  return list->options.date_order;
}

void
marathon_list_import_set_date_order (MarathonListImport *list, MarathonDateOrder order)
{
  if (list->options.date_order == order)
    return;
  list->options.date_order = order;
  plan_soon (list);
}
