/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How MarathonEntrantsModel keeps in step with its event, and how it comes to its index.
 *
 * The index of a big event is built in a thread from a snapshot. What changes meanwhile is kept as how much of both
 * ends of the roster is as it was, and whose values changed; once built, the index is told that everything between the
 * ends was replaced.
 */
#include "widgets/entrants-model-private.h"

#define START_DELAY 200 /* milliseconds */

/* Whose names and order the rows depend on. */
static const MarathonListId watched_lists[] = {
  MARATHON_LIST_CUSTOM_FIELDS, MARATHON_LIST_STARTS,     MARATHON_LIST_CATEGORIES,
  MARATHON_LIST_WAVES,         MARATHON_LIST_BIB_BLOCKS, MARATHON_LIST_GROUPS,
};

/* --- Building in a thread --- */

/* What the thread is given, and what it makes of it. */
typedef struct {
  MarathonEvent *snapshot;
  GArray *keys;
  MarathonEntrantIndex *index;
} Build;

static void
build_free (gpointer data)
{
  Build *build = data;

  g_clear_pointer (&build->index, marathon_entrant_index_free);
  g_object_unref (build->snapshot);
  g_array_unref (build->keys);
  g_free (build);
}

static void
build_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Build *build = data;
  g_autofree guint32 *permutation = NULL;

  build->index = marathon_entrant_index_new (build->snapshot);
  permutation = g_new (guint32, MAX (marathon_entrant_index_get_size (build->index), 1));
  /* Not for the permutation: the alphabetical order of all names is found once, here, so that nobody waits for it. */
  marathon_entrant_index_order (build->index, (const MarathonSortKey *) (gpointer) build->keys->data, build->keys->len,
                                permutation);
  g_task_return_boolean (task, TRUE);
}

static void
tell_index_what_changed (MarathonEntrantsModel *model)
{
  guint kept = model->n_front + model->n_back;
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (kept < model->n_built || model->n_all != model->n_built)
    marathon_entrant_index_splice (model->index, model->n_front, model->n_built - kept, model->n_all - kept);
  for (guint32 i = 0; i < model->n_all; i++)
    if (marathon_bitmap_get (model->changed, i))
      g_array_append_val (positions, i);
  marathon_entrant_index_update (model->index, (const guint32 *) (gpointer) positions->data, positions->len);
  g_clear_pointer (&model->changed, g_free);
}

static void
end_building (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree GWeakRef *reference = data;
  g_autoptr (MarathonEntrantsModel) model = g_weak_ref_get (reference);
  Build *build = g_task_get_task_data (G_TASK (result));

  g_weak_ref_clear (reference);
  if (model == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  g_clear_object (&model->building);
  model->index = g_steal_pointer (&build->index);
  marathon_entrant_index_set_event (model->index, model->event);
  tell_index_what_changed (model);
  model->stale |= MARATHON_ENTRANTS_STALE_ORDER;
  marathon_entrants_model_catch_up (model);
  marathon_entrants_model_notify (model, "is-ready");
}

static gboolean
start_building (gpointer data)
{
  MarathonEntrantsModel *model = data;
  Build *build = g_new0 (Build, 1);
  GWeakRef *reference = g_new (GWeakRef, 1);
  g_autoptr (GTask) task = NULL;

  model->start_id = 0;
  build->snapshot = marathon_event_snapshot (model->event);
  build->keys = g_array_copy (model->keys);
  model->n_built = model->n_front = model->n_back = model->n_all;
  model->changed = marathon_bitmap_new (model->n_all);
  model->building = g_cancellable_new ();
  g_weak_ref_init (reference, model);
  task = g_task_new (NULL, model->building, end_building, reference);
  g_task_set_source_tag (task, start_building);
  g_task_set_return_on_cancel (task, FALSE);
  g_task_set_task_data (task, build, build_free);
  g_task_run_in_thread (task, build_in_thread);
  return G_SOURCE_REMOVE;
}

static void
build_index (MarathonEntrantsModel *model)
{
  if (model->n_all <= MARATHON_ENTRANTS_MODEL_AT_ONCE)
    model->index = marathon_entrant_index_new (model->event);
  else
    /* A moment later, when the order of the rows is known; where there is a view, when it has drawn the first of them.
     * Copying the event takes longer than that. */
    model->start_id = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, START_DELAY, start_building, model, NULL);
}

/* --- The roster --- */

/* From @first on, @removed were replaced by @added; of the @old_size entrants before. */
static void
tell_index (MarathonEntrantsModel *model, guint old_size, guint first, guint removed, guint added)
{
  if (model->index != NULL)
    {
      marathon_entrant_index_splice (model->index, first, removed, added);
      return;
    }
  model->n_front = MIN (model->n_front, first);
  model->n_back = MIN (model->n_back, old_size - first - removed);
}

static void
shift_bitmap (guint64 **bitmap, const MarathonPositionShift *shift, gboolean value)
{
  g_autofree guint64 *old = g_steal_pointer (bitmap);

  if (old != NULL)
    *bitmap = marathon_position_shift_bitmap (shift, old, value);
}

/* Everybody who is still there is found at the new position from now on. */
static void
move_positions (MarathonEntrantsModel *model, const MarathonPositionShift *shift)
{
  shift_bitmap (&model->selected, shift, FALSE);
  shift_bitmap (&model->mask, shift, TRUE);
  shift_bitmap (&model->changed, shift, FALSE);
  model->n_permuted = marathon_position_shift_positions (shift, model->permutation, model->n_permuted);
  model->n_shown = marathon_position_shift_positions (shift, model->order, model->n_shown);
}

static void
hear_inserted (MarathonRoster *roster, gconstpointer data, guint n, MarathonEntrantsModel *model)
{
  const guint32 *positions = data;
  guint old_size = model->n_all, first = positions[0], last = positions[n - 1];
  g_autoptr (MarathonPositionShift) shift = marathon_position_shift_new_insertion (old_size, positions, n);

  model->n_all += n;
  move_positions (model, shift);
  tell_index (model, old_size, first, last - first + 1 - n, last - first + 1);
  marathon_entrants_model_add_stale (model, MARATHON_ENTRANTS_STALE_ORDER);
  marathon_entrants_model_notify (model, "n-all");
}

static void
hear_removed (MarathonRoster *roster, gconstpointer data, guint n, MarathonEntrantsModel *model)
{
  const guint32 *positions = data;
  guint old_size = model->n_all, old_shown = model->n_shown, first = positions[0], last = positions[n - 1];
  g_autoptr (MarathonPositionShift) shift = marathon_position_shift_new_removal (old_size, positions, n);

  model->n_all -= n;
  move_positions (model, shift);
  tell_index (model, old_size, first, last - first + 1, last - first + 1 - n);
  /* The others stay in order, so this is all; but a query may find others now that a better match is gone. */
  marathon_entrants_model_add_stale (model, *model->query != '\0' ? MARATHON_ENTRANTS_STALE_FILTER
                                                                  : MARATHON_ENTRANTS_STALE_VALUES);
  marathon_entrants_model_show_rows (model);
  marathon_entrants_model_selection_moved (model);
  marathon_entrants_model_notify (model, "n-all");
  if (model->n_shown != old_shown)
    marathon_entrants_model_notify (model, "n-shown");
}

static void
hear_values (MarathonRoster *roster, gconstpointer positions, guint n, MarathonEntrantsModel *model)
{
  if (model->index != NULL)
    marathon_entrant_index_update (model->index, positions, n);
  else if (model->changed != NULL)
    for (guint i = 0; i < n; i++)
      marathon_bitmap_set (model->changed, ((const guint32 *) positions)[i], TRUE);
  marathon_entrants_model_add_stale (model, MARATHON_ENTRANTS_STALE_VALUES | MARATHON_ENTRANTS_STALE_FILTER
                                                | (model->keys->len > 0 ? MARATHON_ENTRANTS_STALE_ORDER : 0));
}

/* --- The rest of the event --- */

static void
hear_records (MarathonRecordWatch *watch, guint list, MarathonEntrantsModel *model)
{
  marathon_entrants_model_add_stale (model, MARATHON_ENTRANTS_STALE_VALUES | MARATHON_ENTRANTS_STALE_FILTER
                                                | MARATHON_ENTRANTS_STALE_ORDER);
}

/* Names are in the order of the event's language. */
static void
hear_language (MarathonEventInfo *info, GParamSpec *pspec, MarathonEntrantsModel *model)
{
  marathon_entrants_model_add_stale (model, MARATHON_ENTRANTS_STALE_ORDER);
}

void
marathon_entrants_model_view_has_drawn (MarathonEntrantsModel *model)
{
  if (model->start_id == 0)
    return;
  g_source_remove (model->start_id);
  start_building (model);
}

void
marathon_entrants_model_follow (MarathonEntrantsModel *model)
{
  MarathonRoster *roster = marathon_event_get_roster (model->event);

  g_signal_connect (roster, "inserted", G_CALLBACK (hear_inserted), model);
  g_signal_connect (roster, "removed", G_CALLBACK (hear_removed), model);
  g_signal_connect (roster, "values-changed", G_CALLBACK (hear_values), model);
  g_signal_connect (marathon_event_get_info (model->event), "notify::language", G_CALLBACK (hear_language), model);
  model->records = marathon_record_watch_new (model->event, watched_lists, G_N_ELEMENTS (watched_lists));
  g_signal_connect (model->records, "changed", G_CALLBACK (hear_records), model);
  build_index (model);
}

void
marathon_entrants_model_unfollow (MarathonEntrantsModel *model)
{
  g_clear_handle_id (&model->start_id, g_source_remove);
  if (model->building != NULL)
    g_cancellable_cancel (model->building);
  g_clear_object (&model->building);
  g_signal_handlers_disconnect_by_data (marathon_event_get_roster (model->event), model);
  g_signal_handlers_disconnect_by_data (marathon_event_get_info (model->event), model);
  g_clear_object (&model->records);
}
