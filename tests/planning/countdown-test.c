/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days until the race, in words.
 */
#include "planning/countdown.h"

static void
test_days_to_go (void)
{
  static const struct { int month, day; const char *words; } cases[] = {
    { 4, 13, "Today" },          { 4, 14, "Tomorrow" },     { 4, 12, "Yesterday" }, { 4, 15, "2 days to go" },
    { 4, 11, "2 days ago" },     { 8, 3, "112 days to go" }, { 3, 13, "31 days ago" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = marathon_countdown_describe (marathon_date_new_day (2014, cases[i].month, cases[i].day),
                                                            marathon_date_new_day (2014, 4, 13));

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_no_day (void)
{
  g_autofree char *words = marathon_countdown_describe (MARATHON_DATE_UNKNOWN, marathon_date_new_day (2014, 4, 13));
  g_autofree char *day = marathon_countdown_describe_day (MARATHON_DATE_UNKNOWN);

  g_assert_cmpstr (words, ==, "");
  g_assert_cmpstr (day, ==, "");
}

static void
test_days (void)
{
  g_autofree char *first = marathon_countdown_describe_day (marathon_date_new_day (2014, 4, 13));
  g_autofree char *second = marathon_countdown_describe_day (marathon_date_new_day (1896, 4, 1));

  g_assert_cmpstr (first, ==, "Sunday, 13 April 2014");
  g_assert_cmpstr (second, ==, "Wednesday, 1 April 1896");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/countdown/days-to-go", test_days_to_go);
  g_test_add_func ("/countdown/no-day", test_no_day);
  g_test_add_func ("/countdown/days", test_days);
  return g_test_run ();
}
