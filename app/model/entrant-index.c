/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The index through its life: made, told of changes, freed. See entrant-index-query.c and entrant-index-order.c for
 * what it is there for.
 */
#include "model/entrant-index-private.h"

#include "model/radix-sort.h"

#include <string.h>

/* Up to here new entrants are put among the others by their ids one by one; beyond, all are sorted anew. */
#define MAX_PLACED 4096

/* The columns that every word is looked for in are there from the start, so that no keystroke has to wait for one. */
static const guint first_columns[] = {
  MARATHON_FIELD_FAMILY, MARATHON_FIELD_GIVEN,       MARATHON_FIELD_KNOWN_AS,    MARATHON_FIELD_SORT_KEY,
  MARATHON_FIELD_CLUB,   MARATHON_FIELD_EXTERNAL_ID, MARATHON_COLUMN_BIB_PREFIX, MARATHON_COLUMN_BIB_DIGITS,
};

static guint64
get_id (MarathonEntrantIndex *index, guint position)
{
  return marathon_roster_get (marathon_event_get_roster (index->event), position)->id;
}

static void
free_column (gpointer data)
{
  marathon_entrant_column_free (data);
}

/* Reads positions anew, block by block of the roster: a block fits the cache, so it is fetched once for all columns. */
static void
read_range (MarathonEntrantIndex *index, GPtrArray *columns, guint first, guint n)
{
  while (n > 0)
    {
      guint part = MIN (n, MARATHON_ROSTER_BLOCK - first % MARATHON_ROSTER_BLOCK);

      for (guint i = 0; i < columns->len; i++)
        marathon_entrant_column_read (g_ptr_array_index (columns, i), index->event, first, part);
      first += part;
      n -= part;
    }
}

/* --- Columns --- */

static MarathonEntrantColumn *
find_column (MarathonEntrantIndex *index, guint field)
{
  for (guint i = 0; i < index->columns->len; i++)
    {
      MarathonEntrantColumn *column = g_ptr_array_index (index->columns, i);

      if (column->field == field)
        return column;
    }
  return NULL;
}

static MarathonEntrantColumn *
add_column (MarathonEntrantIndex *index, guint field)
{
  MarathonTextDictionary *shared = NULL;
  MarathonEntrantColumn *column;

  /* Most names are sorted by what they are. */
  if (field == MARATHON_COLUMN_SORT_NAME)
    shared = marathon_entrant_index_get_column (index, MARATHON_FIELD_FAMILY)->dictionary;
  column = marathon_entrant_column_new (index->event, field, shared);
  g_ptr_array_add (index->columns, column);
  return column;
}

MarathonEntrantColumn *
marathon_entrant_index_get_column (MarathonEntrantIndex *index, guint field)
{
  g_autoptr (GPtrArray) alone = NULL;
  MarathonEntrantColumn *column = find_column (index, field);

  /* An official may change what a custom field holds, and so its order. */
  if (column != NULL && field > MARATHON_FIELD_CUSTOM
      && column->type != marathon_event_get_field (index->event, field)->type)
    {
      g_ptr_array_remove (index->columns, column);
      column = NULL;
    }
  if (column == NULL)
    {
      column = add_column (index, field);
      alone = g_ptr_array_new ();
      g_ptr_array_add (alone, column);
      read_range (index, alone, 0, index->size);
    }
  return column;
}

/* --- The order of ids --- */

guint32 *
marathon_entrant_index_get_scratch (MarathonEntrantIndex *index)
{
  if (index->scratch_size < index->size)
    {
      g_free (index->scratch);
      index->scratch_size = index->size + index->size / 8;
      index->scratch = g_new (guint32, (gsize) index->scratch_size * 2);
    }
  return index->scratch;
}

/* By the lower half of the ids, then by the upper one. */
static void
sort_by_id (MarathonEntrantIndex *index)
{
  guint32 *halves = marathon_entrant_index_get_scratch (index);

  index->by_id = g_renew (guint32, index->by_id, MAX (index->size, 1));
  for (guint i = 0; i < index->size; i++)
    index->by_id[i] = i;
  for (guint shift = 0; shift < 64; shift += 32)
    {
      for (guint i = 0; i < index->size; i++)
        halves[i] = (guint32) (get_id (index, i) >> shift);
      marathon_radix_sort (halves, G_MAXUINT32, index->by_id, halves + index->size, index->size);
    }
}

static int
compare_ids (gconstpointer a, gconstpointer b, gpointer user_data)
{
  guint64 left = get_id (user_data, *(const guint32 *) a), right = get_id (user_data, *(const guint32 *) b);

  return (left > right) - (left < right);
}

/* Drops the removed positions and shifts those behind them; returns how many are left. */
static guint
renumber_by_id (MarathonEntrantIndex *index, guint old_size, guint position, guint removed, guint added)
{
  guint kept = 0;

  for (guint i = 0; i < old_size; i++)
    {
      guint32 old = index->by_id[i];

      index->by_id[kept] = old < position ? old : old - removed + added;
      kept += old < position || old >= position + removed;
    }
  return kept;
}

/* Puts the positions of @added entrants from @position on among the @n others. Works from the end, so it needs no
 * second array. */
static void
merge_by_id (MarathonEntrantIndex *index, guint n, guint position, guint added)
{
  g_autofree guint32 *new_ones = g_new (guint32, MAX (added, 1));
  guint end = n;

  for (guint i = 0; i < added; i++)
    new_ones[i] = position + i;
  g_qsort_with_data (new_ones, (gint) added, sizeof *new_ones, compare_ids, index);
  for (guint left = added; left > 0; left--)
    {
      guint low = 0, high = end;

      while (low < high)
        {
          guint middle = low + (high - low) / 2;

          if (compare_ids (&index->by_id[middle], &new_ones[left - 1], index) < 0)
            low = middle + 1;
          else
            high = middle;
        }
      memmove (index->by_id + low + left, index->by_id + low, (end - low) * sizeof *index->by_id);
      index->by_id[low + left - 1] = new_ones[left - 1];
      end = low;
    }
}

/* --- Life --- */

MarathonEntrantIndex *
marathon_entrant_index_new (MarathonEvent *event)
{
  MarathonEntrantIndex *index;

  g_return_val_if_fail (MARATHON_IS_EVENT (event), NULL);

  index = g_new0 (MarathonEntrantIndex, 1);
  index->event = g_object_ref (event);
  index->size = marathon_roster_get_size (marathon_event_get_roster (event));
  index->columns = g_ptr_array_new_with_free_func (free_column);
  for (guint i = 0; i < G_N_ELEMENTS (first_columns); i++)
    add_column (index, first_columns[i]);
  read_range (index, index->columns, 0, index->size);
  sort_by_id (index);
  return index;
}

void
marathon_entrant_index_free (MarathonEntrantIndex *index)
{
  if (index == NULL)
    return;
  g_ptr_array_unref (index->columns);
  marathon_collation_free (index->collation);
  g_free (index->language);
  g_free (index->by_id);
  g_free (index->scratch);
  g_object_unref (index->event);
  g_free (index);
}

void
marathon_entrant_index_set_event (MarathonEntrantIndex *index, MarathonEvent *event)
{
  g_return_if_fail (index != NULL && MARATHON_IS_EVENT (event));
  g_return_if_fail (marathon_event_get_pool (event) == marathon_event_get_pool (index->event));

  g_set_object (&index->event, event);
}

guint
marathon_entrant_index_get_size (const MarathonEntrantIndex *index)
{
  return index->size;
}

void
marathon_entrant_index_update (MarathonEntrantIndex *index, const guint32 *positions, guint n)
{
  guint run;

  for (guint i = 0; i < n; i += run)
    {
      g_return_if_fail (positions[i] < index->size);
      for (run = 1; i + run < n && positions[i + run] == positions[i] + run; run++)
        ;
      read_range (index, index->columns, positions[i], run);
    }
}

void
marathon_entrant_index_splice (MarathonEntrantIndex *index, guint position, guint removed, guint added)
{
  guint old_size = index->size, kept;

  g_return_if_fail (position <= old_size && removed <= old_size - position);
  g_return_if_fail (marathon_roster_get_size (marathon_event_get_roster (index->event)) == old_size - removed + added);

  for (guint i = 0; i < index->columns->len; i++)
    marathon_entrant_column_splice (g_ptr_array_index (index->columns, i), old_size, position, removed, added);
  index->size = old_size - removed + added;
  read_range (index, index->columns, position, added);
  if (added > MAX_PLACED)
    {
      sort_by_id (index);
      return;
    }
  kept = renumber_by_id (index, old_size, position, removed, added);
  index->by_id = g_renew (guint32, index->by_id, MAX (index->size, 1));
  merge_by_id (index, kept, position, added);
}
