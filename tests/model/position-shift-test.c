/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of shifts: bitmaps and positions follow each person, as a plain array of people would.
 */
#include "model/bitmap.h"
#include "model/position-shift.h"

/* People are numbers; the array says who is where. */
static GArray *
make_people (guint n)
{
  GArray *people = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n; i++)
    g_array_append_val (people, i);
  return people;
}

/* Asserts that the shift leads from the places of @before to those of @after, where new people are numbered from
 * @before's length on. */
static void
assert_leads (const MarathonPositionShift *shift, GArray *before, GArray *after)
{
  g_autofree guint64 *odd = marathon_bitmap_new (before->len);
  g_autofree guint64 *moved = NULL, *filled = NULL;
  g_autoptr (GArray) backwards = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n, gone = 0, n_new = 0;

  for (guint32 i = 0; i < before->len; i++)
    {
      guint32 place = before->len - 1 - i;

      marathon_bitmap_set (odd, i, i % 3 == 1);
      g_array_append_val (backwards, place);
    }
  moved = marathon_position_shift_bitmap (shift, odd, FALSE);
  filled = marathon_position_shift_bitmap (shift, odd, TRUE);
  for (guint i = 0; i < after->len; i++)
    {
      guint person = g_array_index (after, guint, i);
      gboolean is_new = person >= before->len;

      n_new += is_new;
      g_assert_cmpint (marathon_bitmap_get (moved, i), ==, !is_new && person % 3 == 1);
      g_assert_cmpint (marathon_bitmap_get (filled, i), ==, is_new || person % 3 == 1);
      if (!is_new)
        g_assert_cmpuint (marathon_position_shift_get (shift, person), ==, i);
    }
  g_assert_cmpuint (marathon_bitmap_count (filled, after->len), ==, marathon_bitmap_count (moved, after->len) + n_new);
  for (guint i = 0; i < before->len; i++)
    gone += marathon_position_shift_get (shift, i) == MARATHON_POSITION_GONE;
  n = marathon_position_shift_positions (shift, (guint32 *) (gpointer) backwards->data, backwards->len);
  g_assert_cmpuint (n, ==, before->len - gone);
  g_assert_cmpuint (n, ==, after->len - n_new);
  for (guint i = 0, at = after->len; i < n; i++)
    {
      do
        at--;
      while (g_array_index (after, guint, at) >= before->len);
      g_assert_cmpuint (g_array_index (backwards, guint32, i), ==, at);
    }
}

static void
test_everybody_is_found_again (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 2000; round++)
    {
      guint size = (guint) g_rand_int_range (random, 0, 200), step = (guint) g_rand_int_range (random, 2, 80);
      gboolean insert = g_rand_boolean (random);
      g_autoptr (GArray) before = make_people (size), after = make_people (size);
      g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_autoptr (MarathonPositionShift) shift = NULL;

      guint32 at = (guint32) g_rand_int_range (random, 0, (gint32) size + 1);

      /* As many as come so close to each other may be without end. */
      for (; positions->len < 100 && at < size + (insert ? positions->len + 1 : 0); at += (guint32) g_rand_int_range (random, 1, (gint32) step))
        g_array_append_val (positions, at);
      for (guint i = 0; insert && i < positions->len; i++)
        {
          guint person = size + i;

          g_array_insert_val (after, g_array_index (positions, guint32, i), person);
        }
      for (guint i = positions->len; !insert && i-- > 0;)
        g_array_remove_index (after, g_array_index (positions, guint32, i));
      shift = (insert ? marathon_position_shift_new_insertion : marathon_position_shift_new_removal) (
          size, (const guint32 *) (gpointer) positions->data, positions->len);
      assert_leads (shift, before, after);
    }
}

static void
test_who_is_appended_moves_nobody (void)
{
  const guint32 positions[] = { 70, 71 };
  g_autoptr (MarathonPositionShift) shift = marathon_position_shift_new_insertion (70, positions, 2);
  guint32 order[] = { 69, 0, 3 };

  g_assert_cmpuint (marathon_position_shift_positions (shift, order, 3), ==, 3);
  g_assert_cmpuint (order[0], ==, 69);
  g_assert_cmpuint (marathon_position_shift_get (shift, 69), ==, 69);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/position-shift/everybody-is-found-again", test_everybody_is_found_again);
  g_test_add_func ("/position-shift/who-is-appended-moves-nobody", test_who_is_appended_moves_nobody);

  return g_test_run ();
}
