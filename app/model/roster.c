/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonRoster: blocks of values and, beside them, a hash table from id to position that is built when first asked for.
 */
#include "model/roster.h"

#include <string.h>

#include "base/table-memory.h"

typedef struct {
  gatomicrefcount ref_count;
  MarathonEntrant values[MARATHON_ROSTER_BLOCK];
} Block;

struct _MarathonRoster {
  GObject parent_instance;

  GPtrArray *blocks; /* of Block */
  guint size;

  /* Position + 1 by hash of id, 0 for a free slot; n_indexed of the first positions are in it. */
  guint32 *slots;
  guint n_slots;
  guint n_indexed;
};

G_DEFINE_FINAL_TYPE (MarathonRoster, marathon_roster, G_TYPE_OBJECT)

enum { ITEMS_CHANGED, VALUES_CHANGED, INSERTED, REMOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

static Block *
block_ref (Block *block)
{
  g_atomic_ref_count_inc (&block->ref_count);
  return block;
}

static void
block_unref (gpointer data)
{
  Block *block = data;

  if (g_atomic_ref_count_dec (&block->ref_count))
    g_free (block);
}

static Block *
block_new (void)
{
  Block *block = g_new (Block, 1);

  g_atomic_ref_count_init (&block->ref_count);
  return block;
}

/* The block of @index, for writing: copied first where a snapshot shares it. */
static Block *
own_block (MarathonRoster *roster, guint index)
{
  Block *block, *copy;

  while (roster->blocks->len <= index)
    g_ptr_array_add (roster->blocks, block_new ());
  block = g_ptr_array_index (roster->blocks, index);
  if (g_atomic_ref_count_compare (&block->ref_count, 1))
    return block;

  copy = block_new ();
  memcpy (copy->values, block->values, sizeof copy->values);
  block_unref (block);
  g_ptr_array_index (roster->blocks, index) = copy;
  return copy;
}

static MarathonEntrant *
own_value (MarathonRoster *roster, guint position)
{
  return &own_block (roster, position / MARATHON_ROSTER_BLOCK)->values[position % MARATHON_ROSTER_BLOCK];
}

static const MarathonEntrant *
value_at (const MarathonRoster *roster, guint position)
{
  const Block *block = g_ptr_array_index (roster->blocks, position / MARATHON_ROSTER_BLOCK);

  return &block->values[position % MARATHON_ROSTER_BLOCK];
}

static void
drop_index (MarathonRoster *roster)
{
  marathon_table_memory_free (g_steal_pointer (&roster->slots), roster->n_slots * sizeof *roster->slots);
  roster->n_slots = 0;
  roster->n_indexed = 0;
}

static void
marathon_roster_finalize (GObject *object)
{
  MarathonRoster *roster = MARATHON_ROSTER (object);

  g_ptr_array_unref (roster->blocks);
  drop_index (roster);
  G_OBJECT_CLASS (marathon_roster_parent_class)->finalize (object);
}

static void
marathon_roster_class_init (MarathonRosterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = marathon_roster_finalize;
  signals[ITEMS_CHANGED] = g_signal_new ("items-changed", MARATHON_TYPE_ROSTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);
  signals[VALUES_CHANGED] = g_signal_new ("values-changed", MARATHON_TYPE_ROSTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_UINT);
  signals[INSERTED] = g_signal_new ("inserted", MARATHON_TYPE_ROSTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_UINT);
  signals[REMOVED] = g_signal_new ("removed", MARATHON_TYPE_ROSTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_UINT);
}

static void
marathon_roster_init (MarathonRoster *roster)
{
  roster->blocks = g_ptr_array_new_with_free_func (block_unref);
}

MarathonRoster *
marathon_roster_new (void)
{
  return g_object_new (MARATHON_TYPE_ROSTER, NULL);
}

MarathonRoster *
marathon_roster_share (MarathonRoster *roster)
{
  MarathonRoster *shared = marathon_roster_new ();

  for (guint i = 0; i < roster->blocks->len; i++)
    g_ptr_array_add (shared->blocks, block_ref (g_ptr_array_index (roster->blocks, i)));
  shared->size = roster->size;
  return shared;
}

guint
marathon_roster_get_size (const MarathonRoster *roster)
{
  return roster->size;
}

const MarathonEntrant *
marathon_roster_get (const MarathonRoster *roster, guint position)
{
  g_return_val_if_fail (position < roster->size, NULL);
  return value_at (roster, position);
}

const MarathonEntrant *
marathon_roster_get_block (const MarathonRoster *roster, guint position)
{
  const Block *block;

  g_return_val_if_fail (position < roster->size, NULL);
  block = g_ptr_array_index (roster->blocks, position / MARATHON_ROSTER_BLOCK);
  return block->values;
}

static guint
slot_of (const MarathonRoster *roster, guint64 id)
{
  guint at = (guint) marathon_table_memory_mix (id) & (roster->n_slots - 1);

  while (roster->slots[at] != 0 && value_at (roster, roster->slots[at] - 1)->id != id)
    at = (at + 1) & (roster->n_slots - 1);
  return at;
}

/* Brings the table from id to position up to date; only rows at the end can be missing from it. */
static void
update_index (MarathonRoster *roster)
{
  if ((guint64) roster->size * 2 > roster->n_slots)
    {
      drop_index (roster);
      roster->n_slots = 64;
      while (roster->n_slots < (guint64) roster->size * 3)
        roster->n_slots *= 2;
      roster->slots = marathon_table_memory_new (roster->n_slots * sizeof *roster->slots);
    }
  for (; roster->n_indexed < roster->size; roster->n_indexed++)
    roster->slots[slot_of (roster, value_at (roster, roster->n_indexed)->id)] = roster->n_indexed + 1;
}

gboolean
marathon_roster_find (MarathonRoster *roster, guint64 id, guint *position)
{
  guint slot;

  update_index (roster);
  if (roster->n_slots == 0)
    return FALSE;
  slot = slot_of (roster, id);
  if (roster->slots[slot] == 0)
    return FALSE;
  *position = roster->slots[slot] - 1;
  return TRUE;
}

void
marathon_roster_replace (MarathonRoster        *roster,
                         const guint32         *positions,
                         const MarathonEntrant *values,
                         guint                  n)
{
  for (guint i = 0; i < n; i++)
    *own_value (roster, positions[i]) = values[i];
  if (n > 0)
    g_signal_emit (roster, signals[VALUES_CHANGED], 0, positions, n);
}

void
marathon_roster_insert (MarathonRoster        *roster,
                        const guint32         *positions,
                        const MarathonEntrant *values,
                        guint                  n)
{
  guint from = roster->size, to = roster->size + n, left = n, first;

  if (n == 0)
    return;
  first = positions[0];
  g_return_if_fail (positions[n - 1] < to);
  if (first < roster->size)
    drop_index (roster);
  roster->size = to;
  /* From the end towards the front: each place takes a new value or the old one that slides into it. */
  while (left > 0)
    {
      MarathonEntrant value;

      to--;
      value = positions[left - 1] == to ? values[--left] : *value_at (roster, --from);
      *own_value (roster, to) = value;
    }
  g_signal_emit (roster, signals[INSERTED], 0, positions, n);
  g_signal_emit (roster, signals[ITEMS_CHANGED], 0, first, positions[n - 1] - first + 1 - n, positions[n - 1] - first + 1);
}

void
marathon_roster_remove (MarathonRoster *roster, const guint32 *positions, guint n)
{
  guint to, next = 0, first, last;

  if (n == 0)
    return;
  first = positions[0];
  last = positions[n - 1];
  g_return_if_fail (last < roster->size);
  drop_index (roster);
  to = first;
  for (guint from = first; from < roster->size; from++)
    {
      if (next < n && positions[next] == from)
        next++;
      else
        {
          MarathonEntrant value = *value_at (roster, from);

          *own_value (roster, to++) = value;
        }
    }
  roster->size = to;
  g_ptr_array_set_size (roster->blocks, (gint) ((to + MARATHON_ROSTER_BLOCK - 1) / MARATHON_ROSTER_BLOCK));
  g_signal_emit (roster, signals[REMOVED], 0, positions, n);
  g_signal_emit (roster, signals[ITEMS_CHANGED], 0, first, last - first + 1, last - first + 1 - n);
}

void
marathon_roster_append_quietly (MarathonRoster *roster, const MarathonEntrant *value)
{
  *own_value (roster, roster->size) = *value;
  roster->size++;
}
