/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who keeps the order: a longest rising choice of numbers, by patience sorting.
 */
#include "editing/event-difference-private.h"

static gboolean
all_rise (const guint32 *values, guint n)
{
  gint64 last = -1;

  for (guint i = 0; i < n; i++)
    {
      if (values[i] == MARATHON_DIFFERENCE_NONE)
        continue;
      if ((gint64) values[i] < last)
        return FALSE;
      last = values[i];
    }
  return TRUE;
}

/* The first of the n_ends shortest-known ends, which rise, that is greater than @value. */
static guint
find_end (const guint32 *values, const guint32 *ends, guint n_ends, guint32 value)
{
  guint low = 0, high = n_ends;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (values[ends[middle]] < value)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

void
marathon_difference_find_rising (guint32 *values, guint n)
{
  g_autofree guint32 *ends = NULL;   /* of the best choice of each length: the index of its last value */
  g_autofree guint32 *before = NULL; /* index → index of the value before it in its choice */
  guint n_ends = 0;
  guint32 kept;

  if (all_rise (values, n))
    return;
  ends = g_new (guint32, n);
  before = g_new (guint32, n);
  for (guint i = 0; i < n; i++)
    {
      guint length;

      if (values[i] == MARATHON_DIFFERENCE_NONE)
        continue;
      length = find_end (values, ends, n_ends, values[i]);
      before[i] = length > 0 ? ends[length - 1] : MARATHON_DIFFERENCE_NONE;
      ends[length] = i;
      n_ends = MAX (n_ends, length + 1);
    }
  kept = ends[n_ends - 1];
  for (guint i = n; i-- > 0;)
    if (i == kept)
      kept = before[i];
    else
      values[i] = MARATHON_DIFFERENCE_NONE;
}
