/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of base/table-memory.h.
 */
#include "base/table-memory.h"

static void
test_memory_is_zero (void)
{
  static const gsize sizes[] = { 1, 4096, ((gsize) 2 << 20) - 1, (gsize) 2 << 20, ((gsize) 5 << 20) + 8 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      guint8 *memory = marathon_table_memory_new (sizes[i]);

      for (gsize at = 0; at < sizes[i]; at++)
        g_assert_cmpuint (memory[at], ==, 0);
      memory[sizes[i] - 1] = 1;
      marathon_table_memory_free (memory, sizes[i]);
    }
  marathon_table_memory_free (NULL, 4096);
}

static void
test_the_seed_stays (void)
{
  g_assert_cmpuint (marathon_table_memory_get_seed (), ==, marathon_table_memory_get_seed ());
}

/* Keys that differ in one bit land in different places of a table, whichever bit it is. */
static void
test_every_bit_counts (void)
{
  for (guint bit = 0; bit < 64; bit++)
    {
      guint same = 0;

      for (guint64 key = 1; key <= 1000; key++)
        same += (marathon_table_memory_mix (key) & 0xffff) == (marathon_table_memory_mix (key ^ (guint64) 1 << bit) & 0xffff);
      g_assert_cmpuint (same, <, 5);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-memory/is-zero", test_memory_is_zero);
  g_test_add_func ("/table-memory/the-seed-stays", test_the_seed_stays);
  g_test_add_func ("/table-memory/every-bit-counts", test_every_bit_counts);
  return g_test_run ();
}
