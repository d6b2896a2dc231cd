/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which versions stay, as tables of times.
 */
#include "document/versions-thinning.h"

#include <string.h>

/* Noon of a day in UTC: the start of a day, an hour and five minutes is known. */
#define NOON G_GINT64_CONSTANT (1776081600)
#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)
#define MIB (G_GUINT64_CONSTANT (1) << 20)

/* @stays: one character for each of @ages: "+" for who stays. The ages are seconds before noon, the newest first. */
static void
check_ages (const gint64 *ages, guint n, guint64 size, const char *stays)
{
  g_autofree MarathonVersionAge *versions = g_new0 (MarathonVersionAge, n);
  g_autofree gboolean *goes = g_new (gboolean, n);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    versions[i] = (MarathonVersionAge) { .time = NOON - ages[i], .size = size };
  marathon_versions_thin (versions, n, NOON, goes);
  for (guint i = 0; i < n; i++)
    g_string_append_c (found, goes[i] ? '-' : '+');
  g_assert_cmpstr (found->str, ==, stays);
}

#define CHECK(stays, ...) \
  G_STMT_START \
    { \
      const gint64 ages[] = { __VA_ARGS__ }; \
      g_assert_cmpuint (strlen (stays), ==, G_N_ELEMENTS (ages)); \
      check_ages (ages, G_N_ELEMENTS (ages), 1000, stays); \
    } \
  G_STMT_END

static void
test_the_three_newest_stay (void)
{
  marathon_versions_thin (NULL, 0, NOON, NULL);
  CHECK ("+", 0);
  CHECK ("+++", 1, 2, 3);
  CHECK ("+++-", 1, 2, 3, 4);
  CHECK ("+++", 400 * DAY, 500 * DAY, 600 * DAY);
  CHECK ("+++-", 400 * DAY, 500 * DAY, 600 * DAY, 700 * DAY);
}

static void
test_one_of_five_minutes_in_the_last_hour (void)
{
  CHECK ("++++--+-+", 1, 2, 3, 5 * MINUTE + 1, 5 * MINUTE + 2, 10 * MINUTE, 10 * MINUTE + 1, 11 * MINUTE, 59 * MINUTE);
}

static void
test_one_of_an_hour_in_the_last_day (void)
{
  CHECK ("++++-+-+", 1, 2, 3, HOUR + 1, HOUR + 59 * MINUTE, 2 * HOUR + 1, 2 * HOUR + 30 * MINUTE, 23 * HOUR + 1);
}

static void
test_one_of_a_day_in_the_last_thirty (void)
{
  CHECK ("++++-+-+--", 1, 2, 3, 36 * HOUR - 1, 36 * HOUR, 36 * HOUR + 1, 50 * HOUR, 29 * DAY, 30 * DAY, 31 * DAY);
}

/* A person saves every minute for ten hours, and every day for a year: what is there at the end is bounded, and of all ages. */
static void
test_what_is_left_of_many_saves (void)
{
  g_autoptr (GArray) versions = g_array_new (FALSE, FALSE, sizeof (MarathonVersionAge));
  gboolean goes[700];
  guint n_recent = 0, n_today = 0;

  for (gint64 day = 365; day >= 0; day--)
    for (gint64 minute = day < 2 ? 599 : 0; minute >= 0; minute--)
      {
        MarathonVersionAge version = { .time = NOON - day * DAY - minute * MINUTE, .size = 1000 };

        g_array_prepend_val (versions, version);
        g_assert_cmpuint (versions->len, <, G_N_ELEMENTS (goes));
        marathon_versions_thin ((const MarathonVersionAge *) (gconstpointer) versions->data, versions->len, version.time, goes);
        for (guint i = versions->len; i-- > 0;)
          if (goes[i])
            g_array_remove_index (versions, i);
      }
  for (guint i = 0; i < versions->len; i++)
    {
      gint64 age = NOON - g_array_index (versions, MarathonVersionAge, i).time;

      n_recent += age < HOUR ? 1 : 0;
      n_today += age >= HOUR && age < DAY ? 1 : 0;
    }
  g_assert_cmpuint (n_recent, >=, 12);
  g_assert_cmpuint (n_recent, <=, 15);
  g_assert_cmpuint (n_today, >=, 9);
  g_assert_cmpuint (n_today, <=, 12);
  /* Yesterday and the 28 days before it. */
  g_assert_cmpuint (versions->len - n_recent - n_today, >=, 28);
  g_assert_cmpuint (versions->len - n_recent - n_today, <=, 30);
}

static void
test_a_clock_that_was_set_back (void)
{
  /* Those that were kept when it was a day fast are of the future: none is lost for that, and none is kept for ever. */
  CHECK ("++++-+", 0, -DAY, -DAY + 1, -DAY + 11 * MINUTE, -DAY + 12 * MINUTE, -DAY + 21 * MINUTE);
  /* The last one kept stays, though all others say that they are newer. */
  CHECK ("+++++", 29 * DAY, 4, 5 * MINUTE + 1, 10 * MINUTE + 1, 15 * MINUTE + 1);
}

static void
test_the_budget (void)
{
  const gint64 ages[] = { 0, 10 * MINUTE, 20 * MINUTE, 30 * MINUTE, 40 * MINUTE, 50 * MINUTE };

  check_ages (ages, G_N_ELEMENTS (ages), 1024 * MIB / 6, "++++++");
  check_ages (ages, G_N_ELEMENTS (ages), 1024 * MIB / 5, "+++++-");
  check_ages (ages, G_N_ELEMENTS (ages), 1024 * MIB / 4, "++++--");
  check_ages (ages, G_N_ELEMENTS (ages), 1024 * MIB / 4 + 1, "+++---");
  check_ages (ages, G_N_ELEMENTS (ages), 2000 * MIB, "+++---");
  check_ages (ages, G_N_ELEMENTS (ages), G_MAXUINT64 / 4, "+++---");
}

static void
test_what_goes_takes_nothing_of_the_budget (void)
{
  MarathonVersionAge versions[] = {
    { NOON - 1, 300 * MIB, FALSE },           { NOON - 2, 300 * MIB, FALSE },           { NOON - 3, 300 * MIB, FALSE },
    { NOON - 4, 900 * MIB, FALSE }, /* of the same five minutes */
    { NOON - 10 * MINUTE, 100 * MIB, FALSE }, { NOON - 20 * MINUTE, 100 * MIB, FALSE }, { NOON - 30 * MINUTE, 1, FALSE },
  };
  gboolean goes[G_N_ELEMENTS (versions)];

  marathon_versions_thin (versions, G_N_ELEMENTS (versions), NOON, goes);
  g_assert_true (goes[3]);
  g_assert_false (goes[4]);
  g_assert_true (goes[5]);
  /* It would fit, but an older one does not stay where a newer one had to go. */
  g_assert_true (goes[6]);
}

static void
test_an_unfinished_one_beside_finished_ones (void)
{
  MarathonVersionAge versions[] = {
    { NOON, 1, FALSE }, { NOON - 1, 1, FALSE }, { NOON - 2, 1, FALSE }, { NOON - 3, 1, TRUE }, { NOON - 4, 1, TRUE }, { NOON - 5, 1, FALSE },
  };
  gboolean goes[G_N_ELEMENTS (versions)];

  marathon_versions_thin (versions, G_N_ELEMENTS (versions), NOON, goes);
  g_assert_false (goes[3]);
  g_assert_true (goes[4]);
  g_assert_true (goes[5]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/versions-thinning/the-three-newest-stay", test_the_three_newest_stay);
  g_test_add_func ("/document/versions-thinning/one-of-five-minutes-in-the-last-hour", test_one_of_five_minutes_in_the_last_hour);
  g_test_add_func ("/document/versions-thinning/one-of-an-hour-in-the-last-day", test_one_of_an_hour_in_the_last_day);
  g_test_add_func ("/document/versions-thinning/one-of-a-day-in-the-last-thirty", test_one_of_a_day_in_the_last_thirty);
  g_test_add_func ("/document/versions-thinning/what-is-left-of-many-saves", test_what_is_left_of_many_saves);
  g_test_add_func ("/document/versions-thinning/a-clock-that-was-set-back", test_a_clock_that_was_set_back);
  g_test_add_func ("/document/versions-thinning/the-budget", test_the_budget);
  g_test_add_func ("/document/versions-thinning/what-goes-takes-nothing-of-the-budget", test_what_goes_takes_nothing_of_the_budget);
  g_test_add_func ("/document/versions-thinning/an-unfinished-one-beside-finished-ones", test_an_unfinished_one_beside_finished_ones);
  return g_test_run ();
}
