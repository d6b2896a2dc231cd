/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEditBatch: gathering edit lines.
 */
#include "editing/edit-lines-batch.h"

#include <string.h>

void
marathon_edit_batch_init (MarathonEditBatch *batch)
{
  batch->positions = g_array_new (FALSE, FALSE, sizeof (guint32));
  batch->to_positions = g_array_new (FALSE, FALSE, sizeof (guint32));
  batch->values = g_array_new (FALSE, FALSE, sizeof (MarathonEntrant));
  batch->spans = g_array_new (FALSE, FALSE, sizeof (MarathonEditBatchSpan));
  batch->indices = g_hash_table_new (NULL, NULL);
  marathon_edit_batch_set_line (batch, 1, 0);
}

void
marathon_edit_batch_clear (MarathonEditBatch *batch)
{
  g_array_unref (batch->positions);
  g_array_unref (batch->to_positions);
  g_array_unref (batch->values);
  g_array_unref (batch->spans);
  g_hash_table_unref (batch->indices);
}

void
marathon_edit_batch_set_line (MarathonEditBatch *batch, guint line, guint column)
{
  batch->here = (MarathonEditBatchSpan) { line, line, column };
}

gboolean
marathon_edit_batch_accepts (const MarathonEditBatch *batch, MarathonEditKind kind, MarathonPlace place)
{
  return batch->positions->len == 0 || (batch->kind == kind && batch->place == place);
}

/* The index of @position in the arrays + 1, or 0. */
static guint
find (const MarathonEditBatch *batch, guint position)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (batch->indices, GUINT_TO_POINTER (position + 1)));
}

gboolean
marathon_edit_batch_takes_away (const MarathonEditBatch *batch, guint position)
{
  return (batch->kind == MARATHON_EDIT_REMOVE_ENTRANTS || batch->kind == MARATHON_EDIT_TRANSFER_ENTRANTS)
         && find (batch, position) != 0;
}

const MarathonEntrant *
marathon_edit_batch_get_change (const MarathonEditBatch *batch, guint position)
{
  guint index = batch->kind == MARATHON_EDIT_CHANGE_ENTRANTS ? find (batch, position) : 0;

  return index != 0 ? &g_array_index (batch->values, MarathonEntrant, index - 1) : NULL;
}

static guint32
last_of (GArray *positions)
{
  return g_array_index (positions, guint32, positions->len - 1);
}

gboolean
marathon_edit_batch_can_insert (const MarathonEditBatch *batch, guint at)
{
  return batch->positions->len == 0 || at > last_of (batch->positions);
}

gboolean
marathon_edit_batch_can_transfer (const MarathonEditBatch *batch, guint position, guint at, gboolean to_end)
{
  if (batch->positions->len == 0)
    return TRUE;
  return batch->to_end == to_end && (to_end || (position > last_of (batch->positions) && at > last_of (batch->to_positions)));
}

static void
widen (MarathonEditBatchSpan *span, const MarathonEditBatchSpan *other)
{
  span->first = MIN (span->first, other->first);
  span->last = MAX (span->last, other->last);
  if (span->column != other->column)
    span->column = 0;
}

static void
add (MarathonEditBatch *batch, MarathonEditKind kind, MarathonPlace place, guint32 position)
{
  batch->kind = kind;
  batch->place = place;
  g_array_append_val (batch->positions, position);
  g_array_append_val (batch->spans, batch->here);
  g_hash_table_insert (batch->indices, GUINT_TO_POINTER (position + 1), GUINT_TO_POINTER (batch->positions->len));
}

void
marathon_edit_batch_add_change (MarathonEditBatch *batch, MarathonPlace place, guint position, const MarathonEntrant *value)
{
  guint index = batch->kind == MARATHON_EDIT_CHANGE_ENTRANTS ? find (batch, position) : 0;

  if (index != 0)
    {
      g_array_index (batch->values, MarathonEntrant, index - 1) = *value;
      widen (&g_array_index (batch->spans, MarathonEditBatchSpan, index - 1), &batch->here);
      return;
    }
  add (batch, MARATHON_EDIT_CHANGE_ENTRANTS, place, position);
  g_array_append_vals (batch->values, value, 1);
}

void
marathon_edit_batch_add_insertion (MarathonEditBatch *batch, MarathonPlace place, guint at, const MarathonEntrant *value)
{
  add (batch, MARATHON_EDIT_INSERT_ENTRANTS, place, at);
  g_array_append_vals (batch->values, value, 1);
}

void
marathon_edit_batch_add_removal (MarathonEditBatch *batch, MarathonPlace place, guint position)
{
  add (batch, MARATHON_EDIT_REMOVE_ENTRANTS, place, position);
}

void
marathon_edit_batch_add_transfer (MarathonEditBatch *batch, MarathonPlace from, guint position, guint at, gboolean to_end)
{
  guint32 to = at;

  batch->to_end = to_end;
  add (batch, MARATHON_EDIT_TRANSFER_ENTRANTS, from, position);
  g_array_append_val (batch->to_positions, to);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  guint64 left = *(const guint64 *) a, right = *(const guint64 *) b;

  return left < right ? -1 : left > right;
}

/* Brings the elements of @array into the order of @keys, which hold their present indices. */
static void
arrange (GArray *array, const guint64 *keys)
{
  gsize size = g_array_get_element_size (array);
  g_autofree char *old = g_memdup2 (array->data, array->len * size);

  for (guint i = 0; i < array->len; i++)
    memcpy (array->data + i * size, old + (keys[i] & G_MAXUINT32) * size, size);
}

/* Changes, removals and transfers to the end may come in any order; an edit has them ascending. Where transfers go to ascends
 * as it is. */
static void
sort_positions (MarathonEditBatch *batch)
{
  guint n = batch->positions->len;
  g_autofree guint64 *keys = g_new (guint64, n);

  for (guint i = 0; i < n; i++)
    keys[i] = (guint64) g_array_index (batch->positions, guint32, i) << 32 | i;
  qsort (keys, n, sizeof *keys, compare_keys);
  arrange (batch->positions, keys);
  arrange (batch->spans, keys);
  arrange (batch->values, keys);
}

static MarathonEdit *
make_edit (const MarathonEditBatch *batch, MarathonEvent *event, const guint32 *positions, const guint32 *to_positions,
           const MarathonEntrant *values, guint n)
{
  switch (batch->kind)
    {
    case MARATHON_EDIT_CHANGE_ENTRANTS:
      return marathon_edit_new_change_entrants (event, batch->place, positions, values, n);
    case MARATHON_EDIT_INSERT_ENTRANTS:
      return marathon_edit_new_insert_entrants (batch->place, positions, values, n);
    case MARATHON_EDIT_REMOVE_ENTRANTS:
      return marathon_edit_new_remove_entrants (event, batch->place, positions, n);
    default:
      return marathon_edit_new_transfer_entrants (batch->place, positions, to_positions, n);
    }
}

MarathonEdit *
marathon_edit_batch_make (MarathonEditBatch *batch, MarathonEvent *event)
{
  if (batch->positions->len == 0)
    return NULL;
  sort_positions (batch);
  return make_edit (batch, event, (const guint32 *) (gconstpointer) batch->positions->data,
                    (const guint32 *) (gconstpointer) batch->to_positions->data,
                    (const MarathonEntrant *) (gconstpointer) batch->values->data, batch->positions->len);
}

static guint32
get_size (MarathonEvent *event, MarathonPlace place)
{
  return marathon_roster_get_size (marathon_event_get_place (event, place));
}

MarathonEdit *
marathon_edit_batch_make_one (const MarathonEditBatch *batch, MarathonEvent *event, guint index)
{
  MarathonPlace other = batch->place == MARATHON_PLACE_ROSTER ? MARATHON_PLACE_BIN : MARATHON_PLACE_ROSTER;
  guint32 position = g_array_index (batch->positions, guint32, index);
  guint32 to = 0;
  const MarathonEntrant *value = NULL;

  /* Without the entries before it the place may be too short for it. */
  if (batch->kind == MARATHON_EDIT_INSERT_ENTRANTS)
    position = MIN (position, get_size (event, batch->place));
  if (batch->kind == MARATHON_EDIT_TRANSFER_ENTRANTS)
    to = MIN (g_array_index (batch->to_positions, guint32, index), get_size (event, other));
  if (batch->values->len > 0)
    value = &g_array_index (batch->values, MarathonEntrant, index);
  return make_edit (batch, event, &position, &to, value, 1);
}

MarathonEditBatchSpan
marathon_edit_batch_get_span (const MarathonEditBatch *batch)
{
  MarathonEditBatchSpan span = g_array_index (batch->spans, MarathonEditBatchSpan, 0);

  for (guint i = 1; i < batch->spans->len; i++)
    widen (&span, &g_array_index (batch->spans, MarathonEditBatchSpan, i));
  return span;
}

void
marathon_edit_batch_empty (MarathonEditBatch *batch)
{
  g_array_set_size (batch->positions, 0);
  g_array_set_size (batch->to_positions, 0);
  g_array_set_size (batch->values, 0);
  g_array_set_size (batch->spans, 0);
  g_hash_table_remove_all (batch->indices);
}
