/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEntrantsModel as a list: from what was asked for to rows, and what the view is told of it.
 */
#include "widgets/entrants-model-private.h"

#include <string.h>

/* So many rows GTK has widgets for, whatever the window's height; from here on rows cost nothing. */
#define FULL_ROWS 205u
/* A list of fewer grows by so many at a time: enough for a window, and few enough for one frame. */
#define ROWS_AT_A_TIME 20u

/* A slot that somebody holds. */
typedef struct {
  MarathonEntrantsModel *model;
  MarathonEntrantSlot *slot; /* not owned */
  guint row;
} LiveSlot;

enum {
  PROP_N_SHOWN = 1,
  PROP_N_ALL,
  PROP_N_SELECTED,
  PROP_IS_READY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MarathonEntrantsModel, marathon_entrants_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, marathon_entrants_model_selection_init))

/* --- Slots --- */

static void
forget_slot (gpointer data, GObject *slot)
{
  LiveSlot *live = data;

  g_hash_table_remove (live->model->slots, GUINT_TO_POINTER (live->row));
}

static MarathonEntrantSlot *
add_slot (MarathonEntrantsModel *model, guint row)
{
  LiveSlot *live = g_new (LiveSlot, 1);

  *live = (LiveSlot){ model, marathon_entrant_slot_new (row), row };
  g_object_weak_ref (G_OBJECT (live->slot), forget_slot, live);
  g_hash_table_insert (model->slots, GUINT_TO_POINTER (row), live);
  return live->slot;
}

static void
drop_slots (MarathonEntrantsModel *model)
{
  GHashTableIter iter;
  gpointer live;

  g_hash_table_iter_init (&iter, model->slots);
  while (g_hash_table_iter_next (&iter, NULL, &live))
    g_object_weak_unref (G_OBJECT (((LiveSlot *) live)->slot), forget_slot, live);
  g_hash_table_remove_all (model->slots);
}

static void
refresh_slots (MarathonEntrantsModel *model)
{
  g_autoptr (GPtrArray) slots = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer live;

  /* Whoever is told may let go of slots. */
  g_hash_table_iter_init (&iter, model->slots);
  while (g_hash_table_iter_next (&iter, NULL, &live))
    g_ptr_array_add (slots, g_object_ref (((LiveSlot *) live)->slot));
  for (guint i = 0; i < slots->len; i++)
    marathon_entrant_slot_changed (g_ptr_array_index (slots, i));
}

/* --- The list --- */

static GType
get_item_type (GListModel *list)
{
  return MARATHON_TYPE_ENTRANT_SLOT;
}

static guint
get_n_items (GListModel *list)
{
  return MARATHON_ENTRANTS_MODEL (list)->n_rows;
}

static gpointer
get_item (GListModel *list, guint row)
{
  MarathonEntrantsModel *model = MARATHON_ENTRANTS_MODEL (list);
  LiveSlot *live;

  if (row >= model->n_rows)
    return NULL;
  live = g_hash_table_lookup (model->slots, GUINT_TO_POINTER (row));
  return live != NULL ? g_object_ref (live->slot) : add_slot (model, row);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* Only ever the end of the list: GTK looks up every item that is added where others go in the same breath. */
static void
set_n_rows (MarathonEntrantsModel *model, guint n_rows)
{
  guint old = model->n_rows;

  model->n_rows = n_rows;
  if (n_rows < old)
    g_list_model_items_changed (G_LIST_MODEL (model), n_rows, old - n_rows, 0);
  else if (n_rows > old)
    g_list_model_items_changed (G_LIST_MODEL (model), old, 0, n_rows - old);
}

/* Rows from FULL_ROWS on come and go all at once; of the others, up to so many in the direction of what is shown. */
static void
step_towards_shown (MarathonEntrantsModel *model, guint n)
{
  guint from = MIN (model->n_rows, FULL_ROWS), n_shown = model->n_shown;

  if (from + n >= FULL_ROWS && n_shown >= FULL_ROWS)
    set_n_rows (model, n_shown);
  else if (n_shown > from)
    set_n_rows (model, MIN (n_shown, from + n));
  else
    set_n_rows (model, from - MIN (from - n_shown, n));
}

gboolean
marathon_entrants_model_advance (MarathonEntrantsModel *model)
{
  g_return_val_if_fail (MARATHON_IS_ENTRANTS_MODEL (model), FALSE);

  if (model->n_shown == 0)
    return FALSE;
  marathon_entrants_model_view_has_drawn (model);
  step_towards_shown (model, ROWS_AT_A_TIME);
  return model->n_rows != model->n_shown;
}

void
marathon_entrants_model_show_rows (MarathonEntrantsModel *model)
{
  guint from = MIN (model->n_rows, FULL_ROWS), to = MIN (model->n_shown, FULL_ROWS);
  guint distance = from < to ? to - from : from - to;

  if (to == 0)
    return;
  /* At once: a few; a first screenful; and whatever costs nothing. */
  if (distance <= ROWS_AT_A_TIME)
    step_towards_shown (model, distance);
  else
    step_towards_shown (model, from < MIN (to, ROWS_AT_A_TIME) ? ROWS_AT_A_TIME - from : 0);
}

/* --- From what was asked for to rows --- */

void
marathon_entrants_model_notify (MarathonEntrantsModel *model, const char *property)
{
  g_object_notify (G_OBJECT (model), property);
}

static void
reserve (MarathonEntrantsModel *model, guint n)
{
  if (n <= model->capacity && model->permutation != NULL)
    return;
  model->capacity = n + n / 16 + 64;
  model->permutation = g_renew (guint32, model->permutation, model->capacity);
  model->order = g_renew (guint32, model->order, model->capacity);
}

static void
sort (MarathonEntrantsModel *model)
{
  reserve (model, model->n_all);
  if (model->index != NULL && model->keys->len > 0)
    marathon_entrant_index_order (model->index, (const MarathonSortKey *) (gpointer) model->keys->data,
                                  model->keys->len, model->permutation);
  else
    for (guint i = 0; i < model->n_all; i++)
      model->permutation[i] = i;
  model->n_permuted = model->n_all;
}

static void
filter (MarathonEntrantsModel *model)
{
  g_autofree guint64 *bits = NULL;
  guint old = model->n_shown;

  if (model->index == NULL || (*model->query == '\0' && model->mask == NULL))
    {
      memcpy (model->order, model->permutation, model->n_permuted * sizeof *model->order);
      model->n_shown = model->n_permuted;
    }
  else
    {
      bits = marathon_bitmap_new (model->n_all);
      marathon_entrant_index_query (model->index, model->query, bits);
      if (model->mask != NULL)
        marathon_bitmap_and (bits, model->mask, model->n_all);
      model->n_shown = marathon_bitmap_compact (bits, model->permutation, model->n_permuted, model->order);
    }
  if (model->n_shown != old)
    g_object_notify_by_pspec (G_OBJECT (model), properties[PROP_N_SHOWN]);
}

void
marathon_entrants_model_selection_moved (MarathonEntrantsModel *model)
{
  guint old = model->n_selected;

  model->n_selected = marathon_bitmap_count (model->selected, model->n_all);
  if ((old > 0 || model->n_selected > 0) && model->n_rows > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (model), 0, model->n_rows);
  if (model->n_selected != old)
    g_object_notify_by_pspec (G_OBJECT (model), properties[PROP_N_SELECTED]);
}

void
marathon_entrants_model_catch_up (MarathonEntrantsModel *model)
{
  MarathonEntrantsStale stale = model->stale;

  g_clear_handle_id (&model->settle_id, g_source_remove);
  if (stale == 0)
    return;
  model->stale = 0;
  if ((stale & MARATHON_ENTRANTS_STALE_ORDER) != 0)
    sort (model);
  if ((stale & (MARATHON_ENTRANTS_STALE_ORDER | MARATHON_ENTRANTS_STALE_FILTER)) != 0)
    {
      filter (model);
      marathon_entrants_model_show_rows (model);
      marathon_entrants_model_selection_moved (model);
    }
  refresh_slots (model);
}

static gboolean
catch_up_later (gpointer data)
{
  MarathonEntrantsModel *model = data;

  model->settle_id = 0;
  marathon_entrants_model_catch_up (model);
  return G_SOURCE_REMOVE;
}

void
marathon_entrants_model_add_stale (MarathonEntrantsModel *model, MarathonEntrantsStale stale)
{
  model->stale |= stale;
  /* In front of frames, so that none shows what was; behind whatever else an act of the person brings about. */
  if (model->settle_id == 0)
    model->settle_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, catch_up_later, model, NULL);
}

void
marathon_entrants_model_settle (MarathonEntrantsModel *model)
{
  g_return_if_fail (MARATHON_IS_ENTRANTS_MODEL (model));

  marathon_entrants_model_catch_up (model);
  if (model->n_shown > 0)
    set_n_rows (model, model->n_shown);
}

/* --- Object --- */

static void
marathon_entrants_model_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MarathonEntrantsModel *model = MARATHON_ENTRANTS_MODEL (object);

  switch (id)
    {
    case PROP_N_SHOWN:
      g_value_set_uint (value, model->n_shown);
      break;
    case PROP_N_ALL:
      g_value_set_uint (value, model->n_all);
      break;
    case PROP_N_SELECTED:
      g_value_set_uint (value, model->n_selected);
      break;
    case PROP_IS_READY:
      g_value_set_boolean (value, model->index != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_entrants_model_dispose (GObject *object)
{
  MarathonEntrantsModel *model = MARATHON_ENTRANTS_MODEL (object);

  if (model->event != NULL)
    marathon_entrants_model_unfollow (model);
  g_clear_handle_id (&model->settle_id, g_source_remove);
  drop_slots (model);
  G_OBJECT_CLASS (marathon_entrants_model_parent_class)->dispose (object);
}

static void
marathon_entrants_model_finalize (GObject *object)
{
  MarathonEntrantsModel *model = MARATHON_ENTRANTS_MODEL (object);

  g_clear_pointer (&model->index, marathon_entrant_index_free);
  g_clear_object (&model->event);
  g_free (model->query);
  g_free (model->mask);
  g_array_unref (model->keys);
  g_free (model->permutation);
  g_free (model->order);
  g_free (model->selected);
  g_free (model->changed);
  g_hash_table_unref (model->slots);
  G_OBJECT_CLASS (marathon_entrants_model_parent_class)->finalize (object);
}

static void
marathon_entrants_model_class_init (MarathonEntrantsModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = marathon_entrants_model_get_property;
  object_class->dispose = marathon_entrants_model_dispose;
  object_class->finalize = marathon_entrants_model_finalize;

  properties[PROP_N_SHOWN] = g_param_spec_uint ("n-shown", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_ALL] = g_param_spec_uint ("n-all", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_SELECTED] = g_param_spec_uint ("n-selected", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_IS_READY] = g_param_spec_boolean ("is-ready", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
marathon_entrants_model_init (MarathonEntrantsModel *model)
{
  model->query = g_strdup ("");
  model->keys = g_array_new (FALSE, FALSE, sizeof (MarathonSortKey));
  model->slots = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

MarathonEntrantsModel *
marathon_entrants_model_new (MarathonEvent *event)
{
  MarathonEntrantsModel *model;

  g_return_val_if_fail (MARATHON_IS_EVENT (event), NULL);

  model = g_object_new (MARATHON_TYPE_ENTRANTS_MODEL, NULL);
  model->event = g_object_ref (event);
  model->n_all = marathon_roster_get_size (marathon_event_get_roster (event));
  model->selected = marathon_bitmap_new (model->n_all);
  marathon_entrants_model_follow (model);
  sort (model);
  filter (model);
  marathon_entrants_model_show_rows (model);
  return model;
}

MarathonEvent *
marathon_entrants_model_get_event (MarathonEntrantsModel *model)
{
  return model->event;
}

void
marathon_entrants_model_set_query (MarathonEntrantsModel *model, const char *query)
{
  g_return_if_fail (MARATHON_IS_ENTRANTS_MODEL (model) && query != NULL);

  if (g_str_equal (model->query, query))
    return;
  g_free (model->query);
  model->query = g_strdup (query);
  model->stale |= MARATHON_ENTRANTS_STALE_FILTER;
  marathon_entrants_model_catch_up (model);
}

const char *
marathon_entrants_model_get_query (MarathonEntrantsModel *model)
{
  return model->query;
}

void
marathon_entrants_model_set_mask (MarathonEntrantsModel *model, guint64 *mask)
{
  g_return_if_fail (MARATHON_IS_ENTRANTS_MODEL (model));

  if (model->mask == NULL && mask == NULL)
    return;
  g_free (model->mask);
  model->mask = mask;
  model->stale |= MARATHON_ENTRANTS_STALE_FILTER;
  marathon_entrants_model_catch_up (model);
}

static gboolean
is_same_order (MarathonEntrantsModel *model, const MarathonSortKey *keys, guint n_keys)
{
  gboolean same = model->keys->len == n_keys;

  for (guint i = 0; same && i < n_keys; i++)
    {
      const MarathonSortKey *old = &g_array_index (model->keys, MarathonSortKey, i);

      same = old->field == keys[i].field && old->descending == keys[i].descending;
    }
  return same;
}

void
marathon_entrants_model_set_order (MarathonEntrantsModel *model, const MarathonSortKey *keys, guint n_keys)
{
  g_return_if_fail (MARATHON_IS_ENTRANTS_MODEL (model) && (keys != NULL || n_keys == 0));

  if (is_same_order (model, keys, n_keys))
    return;
  g_array_set_size (model->keys, 0);
  if (n_keys > 0)
    g_array_append_vals (model->keys, keys, n_keys);
  model->stale |= MARATHON_ENTRANTS_STALE_ORDER;
  marathon_entrants_model_catch_up (model);
}

guint
marathon_entrants_model_get_position (MarathonEntrantsModel *model, guint row)
{
  g_return_val_if_fail (row < model->n_shown, GTK_INVALID_LIST_POSITION);
  return model->order[row];
}

guint
marathon_entrants_model_find_row (MarathonEntrantsModel *model, guint position)
{
  marathon_entrants_model_settle (model);
  for (guint row = 0; row < model->n_shown; row++)
    if (model->order[row] == position)
      return row;
  return GTK_INVALID_LIST_POSITION;
}

const MarathonEntrant *
marathon_entrants_model_get_entrant (MarathonEntrantsModel *model, guint row)
{
  if (row >= model->n_shown)
    return NULL;
  return marathon_roster_get (marathon_event_get_roster (model->event), model->order[row]);
}

guint
marathon_entrants_model_get_n_shown (MarathonEntrantsModel *model)
{
  return model->n_shown;
}

guint
marathon_entrants_model_get_n_all (MarathonEntrantsModel *model)
{
  return model->n_all;
}

guint
marathon_entrants_model_get_n_selected (MarathonEntrantsModel *model)
{
  return model->n_selected;
}

gboolean
marathon_entrants_model_is_ready (MarathonEntrantsModel *model)
{
  return model->index != NULL;
}
