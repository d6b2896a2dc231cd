/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of the radix sort: keys ascend, and equal ones stay as they were, whatever the keys and their number.
 */
#include "model/radix-sort.h"

/* Sorts @n random keys up to @greatest, starting from a shuffled permutation, and looks at every neighbour. */
static void
check (GRand *random, guint n, guint32 greatest)
{
  g_autofree guint32 *keys = g_new (guint32, n + 1), *permutation = g_new (guint32, n + 1);
  g_autofree guint32 *scratch = g_new (guint32, n + 1), *before = g_new (guint32, n + 1);

  for (guint i = 0; i < n; i++)
    {
      keys[i] = (guint32) ((guint64) g_rand_int (random) * ((guint64) greatest + 1) >> 32);
      permutation[i] = i;
    }
  for (guint i = n; i > 1; i--)
    {
      guint other = (guint) g_rand_int_range (random, 0, (gint) i);
      guint32 swap = permutation[other];

      permutation[other] = permutation[i - 1];
      permutation[i - 1] = swap;
    }
  for (guint i = 0; i < n; i++)
    before[permutation[i]] = i;
  marathon_radix_sort (keys, greatest, permutation, scratch, n);
  for (guint i = 1; i < n; i++)
    {
      guint32 a = permutation[i - 1], b = permutation[i];

      g_assert_cmpuint (keys[a], <=, keys[b]);
      if (keys[a] == keys[b])
        g_assert_cmpuint (before[a], <, before[b]);
    }
}

static void
test_keys_ascend_and_equal_ones_stay (void)
{
  static const guint32 greatest[] = { 0, 1, 2, 7, 2047, 2048, 100000, 1u << 21, 1u << 22, G_MAXUINT32 - 1, G_MAXUINT32 };
  static const guint sizes[] = { 0, 1, 2, 3, 100, 5000 };
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint i = 0; i < G_N_ELEMENTS (greatest); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
      check (random, sizes[j], greatest[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/radix-sort/keys-ascend-and-equal-ones-stay", test_keys_ascend_and_equal_ones_stay);
  return g_test_run ();
}
