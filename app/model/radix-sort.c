/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Least significant digit first. Digits have at most 11 bits: 2,048 counters, and as many places that are written to in
 * turns, stay in the first two levels of cache, and 22 bits, which is more than the distinct names of any event, take
 * two passes.
 */
#include "model/radix-sort.h"

#include <string.h>

#define DIGIT_BITS 11u
#define MAX_DIGITS (1u << DIGIT_BITS)
#define MAX_PASSES 3u /* for 32 bits */

typedef struct {
  guint shift; /* where in a key the digit lies */
  guint32 mask;
  guint32 starts[MAX_DIGITS]; /* counts of the digits; then where the next position of each goes */
} Pass;

static guint
count_bits (guint32 greatest)
{
  return greatest == 0 ? 0 : 32 - (guint) __builtin_clz (greatest);
}

/* Divides keys into digits of nearly the same width. */
static guint
plan_passes (Pass *passes, guint32 greatest)
{
  guint bits = count_bits (greatest);
  guint n_passes = (bits + DIGIT_BITS - 1) / DIGIT_BITS;

  for (guint i = 0; i < n_passes; i++)
    {
      guint from = bits * i / n_passes, to = bits * (i + 1) / n_passes;

      passes[i].shift = from;
      passes[i].mask = (1u << (to - from)) - 1;
      memset (passes[i].starts, 0, sizeof passes[i].starts);
    }
  return n_passes;
}

/* Turns counts into starts; %FALSE where all keys have the same digit, so that the pass can be left out. */
static gboolean
make_starts (Pass *pass, guint n)
{
  guint32 start = 0;

  for (guint i = 0; i <= pass->mask; i++)
    {
      guint32 count = pass->starts[i];

      if (count == n)
        return FALSE;
      pass->starts[i] = start;
      start += count;
    }
  return TRUE;
}

static void
run_pass (Pass *pass, const guint32 *keys, const guint32 *from, guint32 *to, guint n)
{
  guint shift = pass->shift;
  guint32 mask = pass->mask;

  for (guint i = 0; i < n; i++)
    {
      guint32 position = from[i];

      to[pass->starts[keys[position] >> shift & mask]++] = position;
    }
}

void
marathon_radix_sort (const guint32 *keys, guint32 greatest, guint32 *permutation, guint32 *scratch, guint n)
{
  Pass passes[MAX_PASSES];
  guint n_passes = plan_passes (passes, greatest);
  guint32 *from = permutation, *to = scratch;

  for (guint pass = 0; pass < n_passes; pass++)
    for (guint i = 0; i < n; i++)
      passes[pass].starts[keys[i] >> passes[pass].shift & passes[pass].mask]++;
  for (guint pass = 0; pass < n_passes; pass++)
    if (make_starts (&passes[pass], n))
      {
        guint32 *swap = from;

        run_pass (&passes[pass], keys, from, to, n);
        from = to;
        to = swap;
      }
  if (from != permutation)
    memcpy (permutation, from, n * sizeof *permutation);
}
