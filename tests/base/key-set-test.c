/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of a set of keys: it holds what was added and not removed, whatever lies beside it in the table.
 */
#include "base/key-set.h"

static void
test_a_key_is_there_from_adding_to_removing (void)
{
  static const guint64 keys[] = { 1, 2, 37, (guint64) 1 << 32, G_MAXUINT64, G_MAXUINT64 - 1 };
  g_autoptr (MarathonKeySet) set = marathon_key_set_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_assert_false (marathon_key_set_contains (set, keys[i]));
      g_assert_true (marathon_key_set_add (set, keys[i]));
      g_assert_false (marathon_key_set_add (set, keys[i]));
      g_assert_true (marathon_key_set_contains (set, keys[i]));
      g_assert_cmpuint (marathon_key_set_get_size (set), ==, i + 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_assert_true (marathon_key_set_remove (set, keys[i]));
      g_assert_false (marathon_key_set_remove (set, keys[i]));
      g_assert_false (marathon_key_set_contains (set, keys[i]));
      g_assert_cmpuint (marathon_key_set_get_size (set), ==, G_N_ELEMENTS (keys) - i - 1);
    }
}

static void
test_zero_is_never_in_it (void)
{
  g_autoptr (MarathonKeySet) set = marathon_key_set_new ();

  g_assert_false (marathon_key_set_contains (set, 0));
  g_assert_false (marathon_key_set_remove (set, 0));
  g_assert_cmpuint (marathon_key_set_get_size (set), ==, 0);

  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*key != 0*");
  g_assert_false (marathon_key_set_add (set, 0));
  g_test_assert_expected_messages ();
}

static void
test_it_grows (void)
{
  g_autoptr (MarathonKeySet) set = marathon_key_set_new ();
  const guint n = 50000;

  /* Numbers of bibs as they are: one prefix, in a row. */
  for (guint i = 1; i <= n; i++)
    g_assert_true (marathon_key_set_add (set, (guint64) 7 << 32 | i));
  g_assert_cmpuint (marathon_key_set_get_size (set), ==, n);
  for (guint i = 1; i <= n; i++)
    {
      g_assert_true (marathon_key_set_contains (set, (guint64) 7 << 32 | i));
      g_assert_false (marathon_key_set_contains (set, (guint64) 8 << 32 | i));
    }
  for (guint i = 1; i <= n; i += 2)
    g_assert_true (marathon_key_set_remove (set, (guint64) 7 << 32 | i));
  for (guint i = 1; i <= n; i++)
    g_assert_cmpint (marathon_key_set_contains (set, (guint64) 7 << 32 | i), ==, i % 2 == 0);
}

static void
assert_same (const MarathonKeySet *set, GHashTable *expected, const guint64 *universe, guint n)
{
  g_assert_cmpuint (marathon_key_set_get_size (set), ==, g_hash_table_size (expected));
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (marathon_key_set_contains (set, universe[i]), ==, g_hash_table_contains (expected, &universe[i]));
}

/* As many keys as fit without growing, so that runs are long and wrap around the end of the table. */
static void
test_it_is_what_a_plain_set_is (void)
{
  for (guint32 seed = 0; seed < 40; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (MarathonKeySet) set = marathon_key_set_new ();
      g_autoptr (GHashTable) expected = g_hash_table_new (g_int64_hash, g_int64_equal);
      guint64 universe[60];

      for (guint i = 0; i < G_N_ELEMENTS (universe); i++)
        universe[i] = ((guint64) g_rand_int (random) << 32 | g_rand_int (random)) | 1;
      for (guint step = 0; step < 1500; step++)
        {
          guint64 *key = &universe[g_rand_int_range (random, 0, G_N_ELEMENTS (universe))];

          if (g_rand_boolean (random))
            g_assert_cmpint (marathon_key_set_add (set, *key), ==, g_hash_table_add (expected, key));
          else
            g_assert_cmpint (marathon_key_set_remove (set, *key), ==, g_hash_table_remove (expected, key));
          assert_same (set, expected, universe, G_N_ELEMENTS (universe));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/key-set/a-key-is-there-from-adding-to-removing", test_a_key_is_there_from_adding_to_removing);
  g_test_add_func ("/key-set/zero-is-never-in-it", test_zero_is_never_in_it);
  g_test_add_func ("/key-set/grows", test_it_grows);
  g_test_add_func ("/key-set/is-what-a-plain-set-is", test_it_is_what_a_plain_set_is);

  return g_test_run ();
}
