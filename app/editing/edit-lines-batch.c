/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEditBatch: gathering edit lines.
 */
#include "editing/edit-lines-batch.h"

void
marathon_edit_batch_init (MarathonEditBatch *batch)
{
  batch->positions = g_array_new (FALSE, FALSE, sizeof (guint32));
  batch->to_positions = g_array_new (FALSE, FALSE, sizeof (guint32));
  batch->values = g_array_new (FALSE, FALSE, sizeof (MarathonEntrant));
  batch->indices = g_hash_table_new (NULL, NULL);
}

void
marathon_edit_batch_clear (MarathonEditBatch *batch)
{
  g_array_unref (batch->positions);
  g_array_unref (batch->to_positions);
  g_array_unref (batch->values);
  g_hash_table_unref (batch->indices);
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
marathon_edit_batch_has (const MarathonEditBatch *batch, guint position)
{
  return find (batch, position) != 0;
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
marathon_edit_batch_can_transfer (const MarathonEditBatch *batch, guint position, guint at)
{
  return batch->positions->len == 0 || (position > last_of (batch->positions) && at > last_of (batch->to_positions));
}

static void
add (MarathonEditBatch *batch, MarathonEditKind kind, MarathonPlace place, guint32 position)
{
  batch->kind = kind;
  batch->place = place;
  g_array_append_val (batch->positions, position);
  g_hash_table_insert (batch->indices, GUINT_TO_POINTER (position + 1), GUINT_TO_POINTER (batch->positions->len));
}

void
marathon_edit_batch_add_change (MarathonEditBatch *batch, MarathonPlace place, guint position, const MarathonEntrant *value)
{
  guint index = batch->kind == MARATHON_EDIT_CHANGE_ENTRANTS ? find (batch, position) : 0;

  if (index != 0)
    {
      g_array_index (batch->values, MarathonEntrant, index - 1) = *value;
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
marathon_edit_batch_add_transfer (MarathonEditBatch *batch, MarathonPlace from, guint position, guint at)
{
  guint32 to = at;

  add (batch, MARATHON_EDIT_TRANSFER_ENTRANTS, from, position);
  g_array_append_val (batch->to_positions, to);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  guint64 left = *(const guint64 *) a, right = *(const guint64 *) b;

  return left < right ? -1 : left > right;
}

/* Changes and removals may come in any order; an edit has them ascending. */
static void
sort_positions (MarathonEditBatch *batch)
{
  guint n = batch->positions->len;
  g_autofree guint64 *keys = g_new (guint64, n);
  g_autofree MarathonEntrant *values = NULL;

  for (guint i = 0; i < n; i++)
    keys[i] = (guint64) g_array_index (batch->positions, guint32, i) << 32 | i;
  qsort (keys, n, sizeof *keys, compare_keys);
  if (batch->values->len == n)
    values = g_memdup2 (batch->values->data, n * sizeof *values);
  for (guint i = 0; i < n; i++)
    {
      g_array_index (batch->positions, guint32, i) = (guint32) (keys[i] >> 32);
      if (values != NULL)
        g_array_index (batch->values, MarathonEntrant, i) = values[keys[i] & G_MAXUINT32];
    }
}

static MarathonEdit *
make_edit (MarathonEditBatch *batch, MarathonEvent *event)
{
  const guint32 *positions = (const guint32 *) (gconstpointer) batch->positions->data;
  const MarathonEntrant *values = (const MarathonEntrant *) (gconstpointer) batch->values->data;
  guint n = batch->positions->len;

  switch (batch->kind)
    {
    case MARATHON_EDIT_CHANGE_ENTRANTS:
      sort_positions (batch);
      return marathon_edit_new_change_entrants (event, batch->place, positions, values, n);
    case MARATHON_EDIT_INSERT_ENTRANTS:
      return marathon_edit_new_insert_entrants (batch->place, positions, values, n);
    case MARATHON_EDIT_REMOVE_ENTRANTS:
      sort_positions (batch);
      return marathon_edit_new_remove_entrants (event, batch->place, positions, n);
    default:
      return marathon_edit_new_transfer_entrants (batch->place, positions,
                                                  (const guint32 *) (gconstpointer) batch->to_positions->data, n);
    }
}

MarathonEdit *
marathon_edit_batch_take (MarathonEditBatch *batch, MarathonEvent *event)
{
  MarathonEdit *edit;

  if (batch->positions->len == 0)
    return NULL;
  edit = make_edit (batch, event);
  g_array_set_size (batch->positions, 0);
  g_array_set_size (batch->to_positions, 0);
  g_array_set_size (batch->values, 0);
  g_hash_table_remove_all (batch->indices);
  return edit;
}
