/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of seekers and places. In pictures, places are numbers from 0 on, "-" is none.
 */
#include "planning/placement.h"

typedef struct {
  guint32 place;
  guint32 people;
} Seeker;

#define NONE MARATHON_NO_PLACE

/* All seekers want the places in their order, each better than the next; the first is the most urgent. */
static char *
settle (const MarathonPlacementPlace *places, guint n_places, const Seeker *seekers, guint n_seekers)
{
  g_autoptr (MarathonPlacement) placement = marathon_placement_new (n_places, n_seekers);
  g_autofree MarathonChoice *choices = g_new (MarathonChoice, n_places);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n_places; i++)
    {
      *marathon_placement_get_place (placement, i) = places[i];
      choices[i] = (MarathonChoice) { i, i };
    }
  for (guint i = 0; i < n_seekers; i++)
    *marathon_placement_get_seeker (placement, i) =
      (MarathonSeeker) { .urgency = i,
                         .id = i + 1,
                         .choices = marathon_placement_add_choices (placement, choices, n_places),
                         .people = seekers[i].people,
                         .home = NONE,
                         .place = seekers[i].place };
  marathon_placement_settle (placement);
  for (guint i = 0; i < n_seekers; i++)
    {
      guint32 place = marathon_placement_get_seeker (placement, i)->place;

      if (place == NONE)
        g_string_append_c (out, '-');
      else
        g_string_append_printf (out, "%u", place);
    }
  return g_string_free (out, FALSE);
}

static void
test_the_urgent_come_first (void)
{
  static const MarathonPlacementPlace places[] = { { 2, 0, 1, 0, 0 }, { 1, 0, 1, 0, 0 } };
  static const Seeker seekers[] = { { NONE, 1 }, { NONE, 1 }, { NONE, 1 }, { NONE, 1 } };
  g_autofree char *result = settle (places, 2, seekers, 4);

  g_assert_cmpstr (result, ==, "001-");
}

static void
test_who_is_there_stays (void)
{
  static const MarathonPlacementPlace places[] = { { 1, 0, 1, 0, 0 }, { 1, 0, 1, 0, 0 } };
  static const Seeker seekers[] = { { NONE, 1 }, { NONE, 1 }, { 0, 1 } };
  g_autofree char *result = settle (places, 2, seekers, 3);

  g_assert_cmpstr (result, ==, "1-0");
}

static void
test_holes_travel_down (void)
{
  static const MarathonPlacementPlace places[] = { { 1, 0, 1, 0, 0 }, { 1, 0, 1, 0, 0 }, { 1, 0, 1, 0, 0 }, { 1, 0, 1, 0, 0 } };
  static const Seeker seekers[] = { { 3, 1 }, { 2, 1 }, { 1, 1 } };
  g_autofree char *result = settle (places, 4, seekers, 3);

  /* The most urgent takes the best place; the others cannot do better than they are, and what it left is behind them. */
  g_assert_cmpstr (result, ==, "021");
}

static void
test_a_large_one_waits_for_all_its_room (void)
{
  static const MarathonPlacementPlace places[] = { { 4, 1, 1, 1, 0 }, { 0, 0, 1, 0, 0 } };
  static const Seeker seekers[] = { { NONE, 3 }, { NONE, 2 }, { NONE, 1 } };
  g_autofree char *result = settle (places, 2, seekers, 3);

  g_assert_cmpstr (result, ==, "101");
}

static void
test_the_least_urgent_leave_an_overfull_place (void)
{
  static const MarathonPlacementPlace places[] = { { 2, 0, 1, 1, 0 }, { 0, 0, 1, 0, 0 } };
  static const Seeker seekers[] = { { 0, 1 }, { 0, 1 }, { 0, 1 } };
  g_autofree char *result = settle (places, 2, seekers, 3);

  g_assert_cmpstr (result, ==, "011");
}

static void
test_headroom_drives_nobody_out (void)
{
  static const MarathonPlacementPlace places[] = { { 3, 2, 1, 1, 0 }, { 0, 0, 1, 0, 0 } };
  static const Seeker seekers[] = { { NONE, 1 }, { 0, 1 }, { 0, 1 } };
  g_autofree char *result = settle (places, 2, seekers, 3);

  g_assert_cmpstr (result, ==, "100");
}

static void
test_who_leaves_an_overfull_place_leaves_the_headroom_taken (void)
{
  static const MarathonPlacementPlace places[] = { { 3, 2, 1, 0, 0 }, { 0, 0, 1, 0, 0 } };
  static const Seeker seekers[] = { { 0, 1 }, { 0, 1 }, { 0, 1 }, { 0, 1 } };
  g_autofree char *result = settle (places, 2, seekers, 4);

  g_assert_cmpstr (result, ==, "0001");
}

static void
test_more_headroom_than_capacity_lets_nobody_in (void)
{
  static const MarathonPlacementPlace places[] = { { 1, 5, 1, 0, 0 } };
  static const Seeker seekers[] = { { NONE, 1 } };
  g_autofree char *result = settle (places, 1, seekers, 1);

  g_assert_cmpstr (result, ==, "-");
}

static void
test_equal_places_are_filled_by_weight (void)
{
  static const guint64 weights[] = { 10, 30, 60 };
  g_autoptr (MarathonPlacement) placement = marathon_placement_new (3, 101);
  MarathonChoice choices[] = { { 0, 0 }, { 1, 0 }, { 2, 0 } };

  for (guint i = 0; i < 3; i++)
    marathon_placement_get_place (placement, i)->weight = weights[i];
  for (guint i = 0; i < 101; i++)
    *marathon_placement_get_seeker (placement, i) =
      (MarathonSeeker) { .urgency = i,
                         .id = i + 1,
                         .choices = marathon_placement_add_choices (placement, choices, 3),
                         .people = 1,
                         .home = i == 100 ? 2 : NONE,
                         .place = NONE };
  marathon_placement_settle (placement);
  g_assert_cmpint (marathon_placement_get_place (placement, 0)->people, ==, 10);
  g_assert_cmpint (marathon_placement_get_place (placement, 1)->people, ==, 30);
  g_assert_cmpint (marathon_placement_get_place (placement, 2)->people, ==, 61); /* the last is at home there */
}

static void
test_lists_of_choices_are_kept_once (void)
{
  g_autoptr (MarathonPlacement) placement = marathon_placement_new (2, 0);
  MarathonChoice both[] = { { 0, 0 }, { 1, 1 } }, other[] = { { 1, 0 } };
  guint32 first = marathon_placement_add_choices (placement, both, 2);
  guint32 second = marathon_placement_add_choices (placement, other, 1);
  guint n;

  g_assert_cmpuint (first, !=, second);
  g_assert_cmpuint (marathon_placement_add_choices (placement, both, 2), ==, first);
  g_assert_cmpuint (marathon_placement_add_choices (placement, both, 0), ==, 0);
  g_assert_cmpuint (marathon_placement_get_choices (placement, second, &n)[0].place, ==, 1);
  g_assert_cmpuint (n, ==, 1);
}

static void
test_unknown_times_and_dates_are_the_least_urgent (void)
{
  g_assert_cmpuint (marathon_placement_urgency (1, 5), <, marathon_placement_urgency (2, 1));
  g_assert_cmpuint (marathon_placement_urgency (2, 1), <, marathon_placement_urgency (2, 2));
  g_assert_cmpuint (marathon_placement_urgency (2, G_MAXUINT16), <, marathon_placement_urgency (2, 0));
  g_assert_cmpuint (marathon_placement_urgency (G_MAXINT32, 0), <, marathon_placement_urgency (0, 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/placement/the-urgent-come-first", test_the_urgent_come_first);
  g_test_add_func ("/placement/who-is-there-stays", test_who_is_there_stays);
  g_test_add_func ("/placement/holes-travel-down", test_holes_travel_down);
  g_test_add_func ("/placement/a-large-one-waits-for-all-its-room", test_a_large_one_waits_for_all_its_room);
  g_test_add_func ("/placement/the-least-urgent-leave-an-overfull-place", test_the_least_urgent_leave_an_overfull_place);
  g_test_add_func ("/placement/headroom-drives-nobody-out", test_headroom_drives_nobody_out);
  g_test_add_func ("/placement/who-leaves-an-overfull-place-leaves-the-headroom-taken",
                   test_who_leaves_an_overfull_place_leaves_the_headroom_taken);
  g_test_add_func ("/placement/more-headroom-than-capacity-lets-nobody-in", test_more_headroom_than_capacity_lets_nobody_in);
  g_test_add_func ("/placement/equal-places-are-filled-by-weight", test_equal_places_are_filled_by_weight);
  g_test_add_func ("/placement/lists-of-choices-are-kept-once", test_lists_of_choices_are_kept_once);
  g_test_add_func ("/placement/unknown-times-and-dates-are-the-least-urgent", test_unknown_times_and_dates_are_the_least_urgent);
  return g_test_run ();
}
