/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The new position of each old one, as an array; nobody in front of the first who came or went has moved.
 */
#include "model/position-shift.h"

#include "model/bitmap.h"

#include <string.h>

struct _MarathonPositionShift {
  guint old_size;
  guint new_size;
  guint first; /* nobody in front of it has moved */
  guint32 *to; /* new positions of the old ones from first on */
};

static MarathonPositionShift *
shift_new (guint old_size, guint new_size, const guint32 *positions, guint n)
{
  MarathonPositionShift *shift = g_new (MarathonPositionShift, 1);

  shift->old_size = old_size;
  shift->new_size = new_size;
  shift->first = n > 0 ? MIN (positions[0], old_size) : old_size;
  shift->to = g_new (guint32, MAX (old_size - shift->first, 1));
  return shift;
}

MarathonPositionShift *
marathon_position_shift_new_insertion (guint old_size, const guint32 *positions, guint n)
{
  MarathonPositionShift *shift = shift_new (old_size, old_size + n, positions, n);
  guint next = 0, place = shift->first;

  for (guint i = 0; i < old_size - shift->first; i++)
    {
      for (; next < n && positions[next] == place; next++)
        place++;
      shift->to[i] = place++;
    }
  return shift;
}

MarathonPositionShift *
marathon_position_shift_new_removal (guint old_size, const guint32 *positions, guint n)
{
  MarathonPositionShift *shift;
  guint next = 0, place;

  g_return_val_if_fail (n == 0 || positions[n - 1] < old_size, NULL);

  shift = shift_new (old_size, old_size - n, positions, n);
  place = shift->first;
  for (guint i = 0; i < old_size - shift->first; i++)
    {
      gboolean gone = next < n && positions[next] == shift->first + i;

      shift->to[i] = gone ? MARATHON_POSITION_GONE : place;
      place += !gone;
      next += gone;
    }
  return shift;
}

void
marathon_position_shift_free (MarathonPositionShift *shift)
{
  if (shift == NULL)
    return;
  g_free (shift->to);
  g_free (shift);
}

guint32
marathon_position_shift_get (const MarathonPositionShift *shift, guint32 position)
{
  return position < shift->first ? position : shift->to[position - shift->first];
}

guint64 *
marathon_position_shift_bitmap (const MarathonPositionShift *shift, const guint64 *bitmap, gboolean value)
{
  guint64 *moved = marathon_bitmap_new (shift->new_size);

  marathon_bitmap_fill (moved, shift->new_size, value);
  memcpy (moved, bitmap, shift->first / MARATHON_BITMAP_WORD_BITS * sizeof *moved);
  for (guint i = shift->first - shift->first % MARATHON_BITMAP_WORD_BITS; i < shift->old_size; i++)
    {
      guint32 to = marathon_position_shift_get (shift, i);

      if (to != MARATHON_POSITION_GONE)
        marathon_bitmap_set (moved, to, marathon_bitmap_get (bitmap, i));
    }
  return moved;
}

guint
marathon_position_shift_positions (const MarathonPositionShift *shift, guint32 *positions, guint n)
{
  guint kept = 0;

  if (shift->first == shift->old_size)
    return n;
  for (guint i = 0; i < n; i++)
    {
      guint32 to = marathon_position_shift_get (shift, positions[i]);

      positions[kept] = to;
      kept += to != MARATHON_POSITION_GONE;
    }
  return kept;
}
