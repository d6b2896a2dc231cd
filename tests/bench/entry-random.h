/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * EntryRandom: a small generator of random numbers (SplitMix64), the same on every machine for the same seed.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  guint64 state;
} EntryRandom;

static inline guint64
entry_random_next (EntryRandom *random)
{
  guint64 z = random->state += G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94D049BB133111EB);
  return z ^ (z >> 31);
}

/* 0 to n - 1; n is not 0. */
static inline guint
entry_random_below (EntryRandom *random, guint n)
{
  return (guint) ((entry_random_next (random) >> 32) * n >> 32);
}

/* 0 to n - 1, low numbers far more often: as names, clubs and charities are spread. */
static inline guint
entry_random_skewed (EntryRandom *random, guint n)
{
  double u = (double) entry_random_below (random, 1u << 30) / (double) (1u << 30);

  return (guint) (u * u * u * (double) n);
}

/* 0 to n - 1, the first three times and the last three fifths as often as the average: as names are spread within
 * a country. */
static inline guint
entry_random_leaning (EntryRandom *random, guint n)
{
  double u = (double) entry_random_below (random, 1u << 30) / (double) (1u << 30);

  return (guint) (u * (1.0 + 2.0 * u) / 3.0 * (double) n);
}

/* TRUE in @share of 10,000 cases. */
static inline gboolean
entry_random_happens (EntryRandom *random, guint share)
{
  return entry_random_below (random, 10000) < share;
}

/* From @low to @high, the middle most often. */
static inline int
entry_random_around (EntryRandom *random, int low, int high)
{
  guint n = (guint) (high - low) + 1;

  guint sum = 0;

  for (guint i = 0; i < 3; i++)
    sum += entry_random_below (random, n);
  return low + (int) (sum / 3);
}

G_END_DECLS
