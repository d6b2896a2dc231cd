/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of bitmaps: each bit is by itself, and those beyond the last position stay 0.
 */
#include "model/bitmap.h"

/* Sizes around the ends of words. */
static const guint sizes[] = { 0, 1, 8, 63, 64, 65, 127, 128, 200 };

static guint64 *
make_multiples (guint n, guint of)
{
  guint64 *bitmap = marathon_bitmap_new (n);

  for (guint i = 0; i < n; i += of)
    marathon_bitmap_set (bitmap, i, TRUE);
  return bitmap;
}

static void
test_operations_work_on_each_bit (void)
{
  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      guint n = sizes[s];
      g_autofree guint64 *threes = make_multiples (n, 3), *both = make_multiples (n, 2), *either = make_multiples (n, 2);
      g_autofree guint64 *only = make_multiples (n, 2), *odd = make_multiples (n, 2);
      guint n_odd = 0;

      marathon_bitmap_and (both, threes, n);
      marathon_bitmap_or (either, threes, n);
      marathon_bitmap_and_not (only, threes, n);
      marathon_bitmap_not (odd, n);
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpint (marathon_bitmap_get (both, i), ==, i % 6 == 0);
          g_assert_cmpint (marathon_bitmap_get (either, i), ==, i % 2 == 0 || i % 3 == 0);
          g_assert_cmpint (marathon_bitmap_get (only, i), ==, i % 2 == 0 && i % 3 != 0);
          g_assert_cmpint (marathon_bitmap_get (odd, i), ==, i % 2 == 1);
          n_odd += i % 2;
        }
      g_assert_cmpuint (marathon_bitmap_count (odd, n), ==, n_odd);
    }
}

static void
test_bits_beyond_the_end_stay_zero (void)
{
  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      guint n = sizes[s];
      g_autofree guint64 *bitmap = marathon_bitmap_new (n);

      marathon_bitmap_fill (bitmap, n, TRUE);
      g_assert_cmpuint (marathon_bitmap_count (bitmap, n), ==, n);
      marathon_bitmap_fill (bitmap, n, FALSE);
      g_assert_cmpuint (marathon_bitmap_count (bitmap, n), ==, 0);
      marathon_bitmap_not (bitmap, n);
      g_assert_cmpuint (marathon_bitmap_count (bitmap, n), ==, n);
    }
}

static void
test_setting_a_bit_leaves_the_others (void)
{
  g_autofree guint64 *bitmap = marathon_bitmap_new (130);

  marathon_bitmap_fill (bitmap, 130, TRUE);
  marathon_bitmap_set (bitmap, 64, FALSE);
  marathon_bitmap_set (bitmap, 129, FALSE);
  g_assert_cmpuint (marathon_bitmap_count (bitmap, 130), ==, 128);
  g_assert_false (marathon_bitmap_get (bitmap, 64));
  marathon_bitmap_set (bitmap, 64, TRUE);
  g_assert_true (marathon_bitmap_get (bitmap, 64));
  g_assert_false (marathon_bitmap_get (bitmap, 129));
}

static void
test_bytes_become_bits_in_their_order (void)
{
  guint8 bytes[64] = { 0 };

  for (guint i = 0; i < 64; i++)
    {
      bytes[i] = 1;
      g_assert_cmphex (marathon_bitmap_pack (bytes), ==, (guint64) 1 << i);
      bytes[i] = 0;
    }
  for (guint i = 0; i < 64; i++)
    bytes[i] = i % 3 == 0;
  g_assert_cmphex (marathon_bitmap_pack (bytes), ==, 0x9249249249249249u);
}

static void
test_compacting_keeps_the_order (void)
{
  static const guint32 permutation[] = { 70, 3, 66, 0, 1, 2, 69, 68 };
  static const guint32 kept[] = { 3, 66, 0, 69 };
  guint32 order[G_N_ELEMENTS (permutation)];
  g_autofree guint64 *bitmap = make_multiples (71, 3);
  guint n;

  n = marathon_bitmap_compact (bitmap, permutation, G_N_ELEMENTS (permutation), order);
  g_assert_cmpmem (order, n * sizeof *order, kept, sizeof kept);
  g_assert_cmpuint (marathon_bitmap_compact (bitmap, permutation, 0, order), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bitmap/operations-work-on-each-bit", test_operations_work_on_each_bit);
  g_test_add_func ("/bitmap/bits-beyond-the-end-stay-zero", test_bits_beyond_the_end_stay_zero);
  g_test_add_func ("/bitmap/setting-a-bit-leaves-the-others", test_setting_a_bit_leaves_the_others);
  g_test_add_func ("/bitmap/bytes-become-bits-in-their-order", test_bytes_become_bits_in_their_order);
  g_test_add_func ("/bitmap/compacting-keeps-the-order", test_compacting_keeps_the_order);
  return g_test_run ();
}
