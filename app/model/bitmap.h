/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bitmaps: one bit for each position of the roster: who matches a query, who is selected, whom a problem concerns.
 *
 * A bitmap is a plain array of MARATHON_BITMAP_WORDS (n) words; bit i % 64 of word i / 64 stands for position i. Bits
 * from n on are 0; every function here keeps them so.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MARATHON_BITMAP_WORD_BITS 64u

/** How many words hold @n bits. */
#define MARATHON_BITMAP_WORDS(n) (((gsize) (n) + MARATHON_BITMAP_WORD_BITS - 1) / MARATHON_BITMAP_WORD_BITS)

/** Returns: (transfer full): @n bits that are 0; free with g_free(). */
guint64 *marathon_bitmap_new (guint n);

static inline gboolean
marathon_bitmap_get (const guint64 *bitmap, guint position)
{
  return (bitmap[position / MARATHON_BITMAP_WORD_BITS] >> position % MARATHON_BITMAP_WORD_BITS & 1) != 0;
}

static inline void
marathon_bitmap_set (guint64 *bitmap, guint position, gboolean value)
{
  guint64 bit = (guint64) 1 << position % MARATHON_BITMAP_WORD_BITS;

  if (value)
    bitmap[position / MARATHON_BITMAP_WORD_BITS] |= bit;
  else
    bitmap[position / MARATHON_BITMAP_WORD_BITS] &= ~bit;
}

/** Turns eight bytes that are 0 or 1, the first of them the lowest, into eight bits: byte i becomes bit i. */
static inline guint64
marathon_bitmap_pack_eight (guint64 eight)
{
  /* The product moves the lowest bit of byte i to bit 56 + i; nothing else gets there. */
  return eight * 0x0102040810204080u >> 56;
}

/** Turns 64 bytes that are 0 or 1 into a word: byte i becomes bit i. */
static inline guint64
marathon_bitmap_pack (const guint8 *bytes)
{
  guint64 word = 0;

  for (guint i = 0; i < MARATHON_BITMAP_WORD_BITS; i += 8)
    {
      guint64 eight;

      __builtin_memcpy (&eight, bytes + i, sizeof eight);
      word |= marathon_bitmap_pack_eight (GUINT64_FROM_LE (eight)) << i;
    }
  return word;
}

/** Sets each of the first @n bits to @value. */
void marathon_bitmap_fill (guint64 *bitmap, guint n, gboolean value);

/** How many of the @n bits are 1. */
guint marathon_bitmap_count (const guint64 *bitmap, guint n);

/** @bitmap becomes bitmap and other; bitmap or other; bitmap without other; not bitmap. */
void marathon_bitmap_and     (guint64 *bitmap, const guint64 *other, guint n);
void marathon_bitmap_or      (guint64 *bitmap, const guint64 *other, guint n);
void marathon_bitmap_and_not (guint64 *bitmap, const guint64 *other, guint n);
void marathon_bitmap_not     (guint64 *bitmap, guint n);

/**
 * marathon_bitmap_compact:
 * @permutation: @n positions below the size of @bitmap
 * @order: room for @n positions, even where fewer are kept; must not overlap @permutation
 *
 * Keeps of @permutation those whose bit is 1, in its order. The time it takes does not depend on the bits.
 *
 * Returns: how many were kept
 */
guint marathon_bitmap_compact (const guint64 *bitmap, const guint32 *permutation, guint n, guint32 *order);

G_END_DECLS
