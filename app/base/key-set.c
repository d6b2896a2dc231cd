/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonKeySet: open addressing with linear probing; removal moves later keys of the run back, so there are no grave stones.
 */
#include "base/key-set.h"

#include <string.h>

#include "base/table-memory.h"

struct _MarathonKeySet {
  guint64 *slots;
  gsize n_slots; /* a power of two */
  guint n_keys;
};

static gsize
home_of (const MarathonKeySet *set, guint64 key)
{
  return (gsize) marathon_table_memory_mix (key) & (set->n_slots - 1);
}

/* Where the key is, or the free slot where it belongs. */
static gsize
find (const MarathonKeySet *set, guint64 key)
{
  gsize at = home_of (set, key);

  while (set->slots[at] != 0 && set->slots[at] != key)
    at = (at + 1) & (set->n_slots - 1);
  return at;
}

MarathonKeySet *
marathon_key_set_new (void)
{
  MarathonKeySet *set = g_new0 (MarathonKeySet, 1);

  set->n_slots = 64;
  set->slots = marathon_table_memory_new (set->n_slots * sizeof *set->slots);
  return set;
}

MarathonKeySet *
marathon_key_set_copy (const MarathonKeySet *set)
{
  MarathonKeySet *copy = g_new (MarathonKeySet, 1);

  *copy = *set;
  copy->slots = marathon_table_memory_new (set->n_slots * sizeof *set->slots);
  memcpy (copy->slots, set->slots, set->n_slots * sizeof *set->slots);
  return copy;
}

void
marathon_key_set_free (MarathonKeySet *set)
{
  marathon_table_memory_free (set->slots, set->n_slots * sizeof *set->slots);
  g_free (set);
}

static void
grow (MarathonKeySet *set)
{
  guint64 *old = g_steal_pointer (&set->slots);
  gsize n_old = set->n_slots;

  set->n_slots *= 2;
  set->slots = marathon_table_memory_new (set->n_slots * sizeof *set->slots);
  for (gsize i = 0; i < n_old; i++)
    if (old[i] != 0)
      set->slots[find (set, old[i])] = old[i];
  marathon_table_memory_free (old, n_old * sizeof *old);
}

gboolean
marathon_key_set_add (MarathonKeySet *set, guint64 key)
{
  gsize at;

  g_return_val_if_fail (key != 0, FALSE);
  at = find (set, key);
  if (set->slots[at] == key)
    return FALSE;
  if ((gsize) set->n_keys * 3 >= set->n_slots * 2)
    {
      grow (set);
      at = find (set, key);
    }
  set->slots[at] = key;
  set->n_keys++;
  return TRUE;
}

gboolean
marathon_key_set_remove (MarathonKeySet *set, guint64 key)
{
  gsize hole, mask = set->n_slots - 1;

  if (key == 0 || set->slots[hole = find (set, key)] != key)
    return FALSE;
  for (gsize at = (hole + 1) & mask; set->slots[at] != 0; at = (at + 1) & mask)
    {
      gsize home = home_of (set, set->slots[at]);

      /* A key may move back into the hole unless its home lies after the hole. */
      if (((at - home) & mask) < ((at - hole) & mask))
        continue;
      set->slots[hole] = set->slots[at];
      hole = at;
    }
  set->slots[hole] = 0;
  set->n_keys--;
  return TRUE;
}

gboolean
marathon_key_set_contains (const MarathonKeySet *set, guint64 key)
{
  return key != 0 && set->slots[find (set, key)] == key;
}

guint
marathon_key_set_get_size (const MarathonKeySet *set)
{
  return set->n_keys;
}
