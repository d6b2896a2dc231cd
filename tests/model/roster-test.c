/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of a roster: it is the array that its changes say, a shared one stays as it was, and signals tell
 * where.
 */
#include "model/roster.h"

#include <string.h>

#define BLOCK MARATHON_ROSTER_BLOCK

static MarathonEntrant
make_value (guint64 id)
{
  MarathonEntrant value;

  memset (&value, 0, sizeof value);
  value.id = id;
  return value;
}

static MarathonRoster *
make_roster (guint size)
{
  MarathonRoster *roster = marathon_roster_new ();

  for (guint i = 0; i < size; i++)
    {
      MarathonEntrant value = make_value (i + 1);

      marathon_roster_append_quietly (roster, &value);
    }
  return roster;
}

static void
test_an_entrant_is_ninety_six_bytes (void)
{
  g_assert_cmpuint (sizeof (MarathonEntrant), ==, 96);
}

static void
test_two_values_are_equal_where_their_bytes_are (void)
{
  MarathonEntrant one = make_value (1), other = make_value (1);

  g_assert_true (marathon_entrant_equal (&one, &other));
  for (gsize i = 0; i < sizeof one; i++)
    {
      ((guint8 *) &other)[i] ^= 1;
      g_assert_false (marathon_entrant_equal (&one, &other));
      ((guint8 *) &other)[i] ^= 1;
    }
}

static void
assert_order (MarathonRoster *roster, const guint64 *ids, guint n)
{
  g_assert_cmpuint (marathon_roster_get_size (roster), ==, n);
  for (guint i = 0; i < n; i++)
    {
      guint position = G_MAXUINT;

      g_assert_cmphex (marathon_roster_get (roster, i)->id, ==, ids[i]);
      g_assert_true (marathon_roster_find (roster, ids[i], &position));
      g_assert_cmpuint (position, ==, i);
    }
}

static void
test_an_empty_roster_finds_nobody (void)
{
  g_autoptr (MarathonRoster) roster = marathon_roster_new ();
  guint position = 4711;

  g_assert_cmpuint (marathon_roster_get_size (roster), ==, 0);
  g_assert_false (marathon_roster_find (roster, 1, &position));
  g_assert_cmpuint (position, ==, 4711);
}

static void
test_values_arrive_where_they_are_put (void)
{
  static const struct {
    guint n;
    guint32 positions[3];
    guint64 expected[7];
  } cases[] = {
    { 1, { 0 }, { 91, 1, 2, 3, 4 } },
    { 1, { 2 }, { 1, 2, 91, 3, 4 } },
    { 1, { 4 }, { 1, 2, 3, 4, 91 } },
    { 2, { 0, 1 }, { 91, 92, 1, 2, 3, 4 } },
    { 2, { 0, 5 }, { 91, 1, 2, 3, 4, 92 } },
    { 3, { 1, 3, 5 }, { 1, 91, 2, 92, 3, 93, 4 } },
    { 3, { 4, 5, 6 }, { 1, 2, 3, 4, 91, 92, 93 } },
  };
  MarathonEntrant values[] = { make_value (91), make_value (92), make_value (93) };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarathonRoster) roster = make_roster (4);

      marathon_roster_insert (roster, cases[i].positions, values, cases[i].n);
      assert_order (roster, cases[i].expected, 4 + cases[i].n);
    }
}

static void
test_who_is_removed_is_found_no_more (void)
{
  static const struct {
    guint n;
    guint32 positions[4];
    guint64 expected[4];
  } cases[] = {
    { 1, { 0 }, { 2, 3, 4 } }, { 1, { 1 }, { 1, 3, 4 } }, { 1, { 3 }, { 1, 2, 3 } },    { 2, { 0, 3 }, { 2, 3 } },
    { 2, { 1, 2 }, { 1, 4 } }, { 3, { 0, 1, 2 }, { 4 } }, { 4, { 0, 1, 2, 3 }, { 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarathonRoster) roster = make_roster (4);
      guint position;

      g_assert_true (marathon_roster_find (roster, 4, &position));
      marathon_roster_remove (roster, cases[i].positions, cases[i].n);
      assert_order (roster, cases[i].expected, 4 - cases[i].n);
      for (guint r = 0; r < cases[i].n; r++)
        g_assert_false (marathon_roster_find (roster, cases[i].positions[r] + 1, &position));
    }
}

typedef struct {
  guint n_signals;
  guint position, removed, added;
  GArray *positions;
} Heard;

static void
hear_items (MarathonRoster *roster, guint position, guint removed, guint added, Heard *heard)
{
  heard->n_signals++;
  heard->position = position;
  heard->removed = removed;
  heard->added = added;
}

/* "inserted" and "removed" come first, and say exactly who. */
static void
hear_people (MarathonRoster *roster, gconstpointer positions, guint n, Heard *heard)
{
  g_assert_cmpuint (heard->n_signals, ==, 0);
  g_array_append_vals (heard->positions, positions, n);
}

static void
hear_values (MarathonRoster *roster, gconstpointer positions, guint n, Heard *heard)
{
  heard->n_signals++;
  g_array_set_size (heard->positions, 0);
  g_array_append_vals (heard->positions, positions, n);
}

static void
test_one_change_is_one_signal_that_says_where (void)
{
  static const struct {
    gboolean insert;
    guint n;
    guint32 positions[3];
    guint position, removed, added;
  } cases[] = {
    { TRUE, 1, { 0 }, 0, 0, 1 },    { TRUE, 1, { 2 }, 2, 0, 1 },       { TRUE, 1, { 4 }, 4, 0, 1 },
    { TRUE, 2, { 1, 4 }, 1, 2, 4 }, { TRUE, 3, { 4, 5, 6 }, 4, 0, 3 }, { FALSE, 1, { 0 }, 0, 1, 0 },
    { FALSE, 1, { 3 }, 3, 1, 0 },   { FALSE, 2, { 0, 2 }, 0, 3, 1 },   { FALSE, 3, { 1, 2, 3 }, 1, 3, 0 },
  };
  MarathonEntrant values[] = { make_value (91), make_value (92), make_value (93) };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarathonRoster) roster = make_roster (4);
      g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (guint32));
      Heard heard = { .positions = people };

      g_signal_connect (roster, "items-changed", G_CALLBACK (hear_items), &heard);
      g_signal_connect (roster, cases[i].insert ? "inserted" : "removed", G_CALLBACK (hear_people), &heard);
      if (cases[i].insert)
        marathon_roster_insert (roster, cases[i].positions, values, cases[i].n);
      else
        marathon_roster_remove (roster, cases[i].positions, cases[i].n);
      g_assert_cmpmem (people->data, people->len * sizeof (guint32), cases[i].positions, cases[i].n * sizeof (guint32));
      g_assert_cmpuint (heard.n_signals, ==, 1);
      g_assert_cmpuint (heard.position, ==, cases[i].position);
      g_assert_cmpuint (heard.removed, ==, cases[i].removed);
      g_assert_cmpuint (heard.added, ==, cases[i].added);
    }
}

static void
test_replacing_tells_the_positions (void)
{
  static const guint32 positions[] = { 0, 2, 3 };
  MarathonEntrant values[] = { make_value (1), make_value (3), make_value (4) };
  g_autoptr (MarathonRoster) roster = make_roster (4);
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (guint32));
  Heard heard = { .positions = told };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i].rank = 7;
  g_signal_connect (roster, "values-changed", G_CALLBACK (hear_values), &heard);
  g_signal_connect (roster, "items-changed", G_CALLBACK (hear_items), &heard);
  marathon_roster_replace (roster, positions, values, G_N_ELEMENTS (values));

  g_assert_cmpuint (heard.n_signals, ==, 1);
  g_assert_cmpmem (told->data, told->len * sizeof (guint32), positions, sizeof positions);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint (marathon_roster_get (roster, i)->rank, ==, i == 1 ? 0 : 7);
}

static void
test_no_change_is_no_signal (void)
{
  g_autoptr (MarathonRoster) roster = make_roster (4);
  Heard heard = { 0 };

  g_signal_connect (roster, "values-changed", G_CALLBACK (hear_values), &heard);
  g_signal_connect (roster, "items-changed", G_CALLBACK (hear_items), &heard);
  marathon_roster_replace (roster, NULL, NULL, 0);
  marathon_roster_insert (roster, NULL, NULL, 0);
  marathon_roster_remove (roster, NULL, 0);
  g_assert_cmpuint (heard.n_signals, ==, 0);
  g_assert_cmpuint (marathon_roster_get_size (roster), ==, 4);
}

static gboolean
shares_block (MarathonRoster *a, MarathonRoster *b, guint block)
{
  return marathon_roster_get_block (a, block * BLOCK) == marathon_roster_get_block (b, block * BLOCK);
}

static void
assert_untouched (MarathonRoster *shared, guint size)
{
  g_assert_cmpuint (marathon_roster_get_size (shared), ==, size);
  for (guint i = 0; i < size; i++)
    {
      MarathonEntrant value = make_value (i + 1);

      g_assert_true (marathon_entrant_equal (marathon_roster_get (shared, i), &value));
    }
}

static void
test_a_shared_roster_stays_as_it_was_and_shares_what_is_untouched (void)
{
  const guint size = 2 * BLOCK + 10;
  static const guint32 last = 2 * BLOCK + 10, middle = BLOCK + 5;
  g_autoptr (MarathonRoster) roster = make_roster (size);
  g_autoptr (MarathonRoster) shared = marathon_roster_share (roster);
  MarathonEntrant changed = make_value (BLOCK + 6), added = make_value (size + 1);

  for (guint block = 0; block < 3; block++)
    g_assert_true (shares_block (roster, shared, block));

  changed.rank = 1;
  marathon_roster_replace (roster, &middle, &changed, 1);
  g_assert_true (shares_block (roster, shared, 0));
  g_assert_false (shares_block (roster, shared, 1));
  g_assert_true (shares_block (roster, shared, 2));
  assert_untouched (shared, size);

  marathon_roster_insert (roster, &last, &added, 1);
  g_assert_true (shares_block (roster, shared, 0));
  g_assert_false (shares_block (roster, shared, 2));
  assert_untouched (shared, size);

  marathon_roster_remove (roster, &middle, 1);
  g_assert_true (shares_block (roster, shared, 0));
  assert_untouched (shared, size);

  marathon_roster_append_quietly (roster, &changed);
  assert_untouched (shared, size);
}

static void
test_the_last_holder_writes_in_place (void)
{
  static const guint32 position = 3;
  g_autoptr (MarathonRoster) roster = make_roster (10);
  MarathonRoster *shared = marathon_roster_share (roster);
  const MarathonEntrant *block = marathon_roster_get_block (roster, 0);
  MarathonEntrant value = make_value (4);

  g_object_unref (shared);
  marathon_roster_replace (roster, &position, &value, 1);
  g_assert_true (marathon_roster_get_block (roster, 0) == block);
}

static void
test_a_shared_roster_finds_its_own_people (void)
{
  static const guint32 first = 0;
  g_autoptr (MarathonRoster) roster = make_roster (100);
  g_autoptr (MarathonRoster) shared = NULL;
  guint position = G_MAXUINT;

  g_assert_true (marathon_roster_find (roster, 1, &position));
  shared = marathon_roster_share (roster);
  marathon_roster_remove (roster, &first, 1);
  g_assert_false (marathon_roster_find (roster, 1, &position));
  g_assert_true (marathon_roster_find (shared, 1, &position));
  g_assert_cmpuint (position, ==, 0);
  g_assert_true (marathon_roster_find (roster, 100, &position));
  g_assert_cmpuint (position, ==, 98);
  g_assert_true (marathon_roster_find (shared, 100, &position));
  g_assert_cmpuint (position, ==, 99);
}

static void
test_ids_are_found_while_it_grows_quietly (void)
{
  g_autoptr (MarathonRoster) roster = marathon_roster_new ();

  for (guint64 i = 1; i <= 3 * BLOCK; i++)
    {
      /* Ids that differ in their highest bits only, so the table must mix them. */
      MarathonEntrant value = make_value (i << 40);
      guint position = G_MAXUINT;

      g_assert_false (marathon_roster_find (roster, value.id, &position));
      marathon_roster_append_quietly (roster, &value);
      g_assert_true (marathon_roster_find (roster, value.id, &position));
      g_assert_cmpuint (position, ==, i - 1);
    }
}

/* --- Against a plain array --- */

typedef struct {
  GRand *random;
  MarathonRoster *roster;
  GArray *expected;
  guint64 next_id;
} Trial;

/* Ascending positions below @end, at most @most. */
static GArray *
choose (GRand *random, guint end, guint most)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 at = 0;

  for (guint i = 0; i < most; i++, at++)
    {
      guint32 gap = g_rand_boolean (random) ? 0 : (guint32) g_rand_int_range (random, 0, (gint32) (end / 3 + 2));

      at += gap;
      if (at >= end)
        break;
      g_array_append_val (positions, at);
    }
  return positions;
}

static MarathonEntrant
value_for (Trial *trial, guint64 id)
{
  MarathonEntrant value = make_value (id);

  value.rank = (guint16) g_rand_int (trial->random);
  return value;
}

static void
insert_some (Trial *trial)
{
  guint n = (guint) g_rand_int_range (trial->random, 1, 40);
  g_autoptr (GArray) positions = choose (trial->random, trial->expected->len + n, n);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (MarathonEntrant));

  /* Positions beyond the end of what is there, once inserted, would leave a hole. */
  while (positions->len > 0
         && g_array_index (positions, guint32, positions->len - 1) >= trial->expected->len + positions->len)
    g_array_set_size (positions, positions->len - 1);
  for (guint i = 0; i < positions->len; i++)
    {
      MarathonEntrant value = value_for (trial, trial->next_id++);

      g_array_append_val (values, value);
      g_array_insert_val (trial->expected, g_array_index (positions, guint32, i), value);
    }
  marathon_roster_insert (trial->roster, (guint32 *) (gpointer) positions->data,
                          (MarathonEntrant *) (gpointer) values->data, positions->len);
}

static void
remove_some (Trial *trial)
{
  g_autoptr (GArray) positions
      = choose (trial->random, trial->expected->len, (guint) g_rand_int_range (trial->random, 1, 35));

  for (guint i = positions->len; i-- > 0;)
    g_array_remove_index (trial->expected, g_array_index (positions, guint32, i));
  marathon_roster_remove (trial->roster, (guint32 *) (gpointer) positions->data, positions->len);
}

static void
replace_some (Trial *trial)
{
  g_autoptr (GArray) positions = choose (trial->random, trial->expected->len, 20);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (MarathonEntrant));

  for (guint i = 0; i < positions->len; i++)
    {
      MarathonEntrant *old = &g_array_index (trial->expected, MarathonEntrant, g_array_index (positions, guint32, i));

      *old = value_for (trial, old->id);
      g_array_append_vals (values, old, 1);
    }
  marathon_roster_replace (trial->roster, (guint32 *) (gpointer) positions->data,
                           (MarathonEntrant *) (gpointer) values->data, positions->len);
}

static void
assert_is (MarathonRoster *roster, GArray *expected)
{
  g_assert_cmpuint (marathon_roster_get_size (roster), ==, expected->len);
  for (guint i = 0; i < expected->len; i++)
    {
      const MarathonEntrant *value = &g_array_index (expected, MarathonEntrant, i);
      guint position = G_MAXUINT;

      g_assert_true (marathon_entrant_equal (marathon_roster_get (roster, i), value));
      g_assert_true (marathon_roster_get_block (roster, i) + i % BLOCK == marathon_roster_get (roster, i));
      g_assert_true (marathon_roster_find (roster, value->id, &position));
      g_assert_cmpuint (position, ==, i);
    }
}

static void
run_trial (guint32 seed, guint size, guint n_steps)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (MarathonRoster) roster = make_roster (size);
  g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (MarathonEntrant));
  g_autoptr (GArray) then = NULL;
  g_autoptr (MarathonRoster) shared = NULL;
  Trial trial = { random, roster, expected, size + 1 };

  for (guint i = 0; i < size; i++)
    g_array_append_vals (expected, marathon_roster_get (roster, i), 1);
  for (guint step = 0; step < n_steps; step++)
    {
      guint kind = (guint) g_rand_int_range (random, 0, 4);

      if (kind == 3)
        {
          if (shared != NULL)
            assert_is (shared, then);
          g_clear_object (&shared);
          g_clear_pointer (&then, g_array_unref);
          shared = marathon_roster_share (roster);
          then = g_array_copy (expected);
        }
      else
        (kind == 0 ? insert_some : kind == 1 ? remove_some : replace_some) (&trial);
      assert_is (roster, expected);
    }
  if (shared != NULL)
    assert_is (shared, then);
}

static void
test_it_is_what_a_plain_array_is (void)
{
  for (guint32 seed = 0; seed < 60; seed++)
    run_trial (seed, 5, 120);
  for (guint32 seed = 100; seed < 104; seed++)
    run_trial (seed, BLOCK - 10 + seed % 4 * 8, 60);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/roster/an-entrant-is-ninety-six-bytes", test_an_entrant_is_ninety_six_bytes);
  g_test_add_func ("/roster/two-values-are-equal-where-their-bytes-are",
                   test_two_values_are_equal_where_their_bytes_are);
  g_test_add_func ("/roster/an-empty-one-finds-nobody", test_an_empty_roster_finds_nobody);
  g_test_add_func ("/roster/values-arrive-where-they-are-put", test_values_arrive_where_they_are_put);
  g_test_add_func ("/roster/who-is-removed-is-found-no-more", test_who_is_removed_is_found_no_more);
  g_test_add_func ("/roster/one-change-is-one-signal", test_one_change_is_one_signal_that_says_where);
  g_test_add_func ("/roster/replacing-tells-the-positions", test_replacing_tells_the_positions);
  g_test_add_func ("/roster/no-change-is-no-signal", test_no_change_is_no_signal);
  g_test_add_func ("/roster/a-shared-one-stays-as-it-was",
                   test_a_shared_roster_stays_as_it_was_and_shares_what_is_untouched);
  g_test_add_func ("/roster/the-last-holder-writes-in-place", test_the_last_holder_writes_in_place);
  g_test_add_func ("/roster/a-shared-one-finds-its-own-people", test_a_shared_roster_finds_its_own_people);
  g_test_add_func ("/roster/ids-are-found-while-it-grows-quietly", test_ids_are_found_while_it_grows_quietly);
  g_test_add_func ("/roster/is-what-a-plain-array-is", test_it_is_what_a_plain_array_is);

  return g_test_run ();
}
