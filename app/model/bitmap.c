/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bitmaps, a word at a time.
 */
#include "model/bitmap.h"

#include <string.h>

guint64 *
marathon_bitmap_new (guint n)
{
  return g_new0 (guint64, MAX (MARATHON_BITMAP_WORDS (n), 1));
}

/* Makes the bits beyond the last position 0 again. */
static void
clear_tail (guint64 *bitmap, guint n)
{
  guint used = n % MARATHON_BITMAP_WORD_BITS;

  if (used != 0)
    bitmap[n / MARATHON_BITMAP_WORD_BITS] &= ((guint64) 1 << used) - 1;
}

void
marathon_bitmap_fill (guint64 *bitmap, guint n, gboolean value)
{
  memset (bitmap, value ? 0xff : 0, MARATHON_BITMAP_WORDS (n) * sizeof *bitmap);
  clear_tail (bitmap, n);
}

guint
marathon_bitmap_count (const guint64 *bitmap, guint n)
{
  guint count = 0;

  for (gsize i = 0; i < MARATHON_BITMAP_WORDS (n); i++)
    count += (guint) __builtin_popcountll (bitmap[i]);
  return count;
}

void
marathon_bitmap_and (guint64 *bitmap, const guint64 *other, guint n)
{
  for (gsize i = 0; i < MARATHON_BITMAP_WORDS (n); i++)
    bitmap[i] &= other[i];
}

void
marathon_bitmap_or (guint64 *bitmap, const guint64 *other, guint n)
{
  for (gsize i = 0; i < MARATHON_BITMAP_WORDS (n); i++)
    bitmap[i] |= other[i];
}

void
marathon_bitmap_and_not (guint64 *bitmap, const guint64 *other, guint n)
{
  for (gsize i = 0; i < MARATHON_BITMAP_WORDS (n); i++)
    bitmap[i] &= ~other[i];
}

void
marathon_bitmap_not (guint64 *bitmap, guint n)
{
  for (gsize i = 0; i < MARATHON_BITMAP_WORDS (n); i++)
    bitmap[i] = ~bitmap[i];
  clear_tail (bitmap, n);
}

guint
marathon_bitmap_compact (const guint64 *bitmap, const guint32 *permutation, guint n, guint32 *order)
{
  guint kept = 0;

  /* Each position is written, and the next overwrites it unless it is kept: no branch that could be guessed wrong. */
  for (guint i = 0; i < n; i++)
    {
      guint32 position = permutation[i];

      order[kept] = position;
      kept += (guint) (bitmap[position / MARATHON_BITMAP_WORD_BITS] >> position % MARATHON_BITMAP_WORD_BITS & 1);
    }
  return kept;
}
