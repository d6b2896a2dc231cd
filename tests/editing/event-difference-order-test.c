/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who keeps the order: a choice that rises, and none is longer.
 */
#include "editing/event-difference-private.h"

#define MOST 8
#define NONE MARATHON_DIFFERENCE_NONE

/* The length of the longest choice that rises, by trying all. */
static guint
find_longest (const guint32 *values, guint n)
{
  guint longest = 0;

  for (guint choice = 0; choice < 1u << n; choice++)
    {
      gint64 last = -1;
      guint length = 0;

      for (guint i = 0; i < n; i++)
        {
          if ((choice & (1u << i)) == 0)
            continue;
          if (values[i] == NONE || (gint64) values[i] <= last)
            {
              length = 0;
              break;
            }
          last = values[i];
          length++;
        }
      longest = MAX (longest, length);
    }
  return longest;
}

static void
check (const guint32 *values, guint n)
{
  g_autofree guint32 *kept = g_memdup2 (values, MAX (n, 1) * sizeof *values);
  gint64 last = -1;
  guint length = 0;

  marathon_difference_find_rising (kept, n);
  for (guint i = 0; i < n; i++)
    {
      if (kept[i] == NONE)
        continue;
      g_assert_cmpuint (kept[i], ==, values[i]);
      g_assert_cmpint (kept[i], >, last);
      last = kept[i];
      length++;
    }
  g_assert_cmpuint (length, ==, find_longest (values, n));
}

static void
test_small_ones (void)
{
  check ((const guint32[]) { 7 }, 0);
  check ((const guint32[]) { 7 }, 1);
  check ((const guint32[]) { NONE }, 1);
  check ((const guint32[]) { 0, 1, 2 }, 3);
  check ((const guint32[]) { 2, 1, 0 }, 3);
  check ((const guint32[]) { 1, 2, 0 }, 3);
  check ((const guint32[]) { NONE, 3, NONE, 1, 2, NONE }, 6);
}

/* Every order of up to eight, with every third one missing in some. */
static void
check_orders (guint32 *values, guint done, guint n)
{
  if (done == n)
    {
      guint32 some_missing[MOST];

      for (guint i = 0; i < n; i++)
        some_missing[i] = values[i] % 3 == 0 ? NONE : values[i];
      check (values, n);
      check (some_missing, n);
      return;
    }
  for (guint i = done; i < n; i++)
    {
      guint32 value = values[i];

      values[i] = values[done];
      values[done] = value;
      check_orders (values, done + 1, n);
      values[done] = values[i];
      values[i] = value;
    }
}

static void
test_every_order (void)
{
  for (guint n = 1; n < MOST; n++)
    {
      guint32 values[MOST] = { 0, 1, 2, 3, 4, 5, 6, 7 };

      check_orders (values, 0, n);
    }
}

/* A million in the opposite order take no time to speak of. */
static void
test_many (void)
{
  const guint n = 1000000;
  g_autofree guint32 *values = g_new (guint32, n);
  guint kept = 0;

  for (guint i = 0; i < n; i++)
    values[i] = n - 1 - i;
  marathon_difference_find_rising (values, n);
  for (guint i = 0; i < n; i++)
    kept += values[i] != NONE ? 1 : 0;
  g_assert_cmpuint (kept, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/editing/event-difference-order/small-ones", test_small_ones);
  g_test_add_func ("/editing/event-difference-order/every-order", test_every_order);
  g_test_add_func ("/editing/event-difference-order/many", test_many);
  return g_test_run ();
}
