/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of reading times from entry and result files.
 */
#include "base/race-time.h"

#define NO_HINT MARATHON_TIME_HINT_NONE
#define HOURS MARATHON_TIME_HINT_HOURS
#define MINUTES MARATHON_TIME_HINT_MINUTES

typedef struct {
  const char *text;
  MarathonTimeHint hint;
  const char *time; /* canonical; %NULL where it must be refused */
} Case;

static void
check (const Case *cases, guint n_cases)
{
  guint i;

  for (i = 0; i < n_cases; i++)
    {
      MarathonTime time = 4711;
      gboolean read = marathon_time_parse_foreign (cases[i].text, cases[i].hint, &time);
      g_autofree char *formatted = marathon_time_format (time);
      g_autofree char *found
          = g_strdup_printf ("“%s” with hint %u: %s", cases[i].text, cases[i].hint, read ? formatted : "refused");
      g_autofree char *expected = g_strdup_printf ("“%s” with hint %u: %s", cases[i].text, cases[i].hint,
                                                   cases[i].time != NULL ? cases[i].time : "refused");

      g_assert_cmpstr (found, ==, expected);
      if (!read)
        g_assert_cmpint (time, ==, 4711);
    }
}

static void
test_full_times_need_no_hint (void)
{
  static const Case cases[] = {
    { "2:04:29", NO_HINT, "2:04:29" },        { "02:04:29", NO_HINT, "2:04:29" },
    { " 2:04:29\u00a0", NO_HINT, "2:04:29" }, { "2:04:29", MINUTES, "2:04:29" },
    { "0:59:59", NO_HINT, "0:59:59" },        { "2.04.29", NO_HINT, "2:04:29" },
    { "2:04.27", NO_HINT, "2:04:27" },        { "2:04.27", HOURS, "2:04:27" },
    { "2:04,27", NO_HINT, "2:04:27" },        { "99:59:59.9", NO_HINT, "99:59:59.9" },
    { "0:00:01", NO_HINT, "0:00:01" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_fractions_go_up_to_the_next_tenth (void)
{
  static const Case cases[] = {
    { "2:04:29.3", NO_HINT, "2:04:29.3" },
    { "2:04:29,3", NO_HINT, "2:04:29.3" },
    { "2:04:29.0", NO_HINT, "2:04:29" },
    { "2:04:29.30", NO_HINT, "2:04:29.3" },
    { "2:04:29.31", NO_HINT, "2:04:29.4" },
    { "2:04:29.001", NO_HINT, "2:04:29.1" },
    { "2:04:29.95", NO_HINT, "2:04:30" },
    { "2:59:59.999999999", NO_HINT, "3:00:00" },
    { "2:04:29.000000000", NO_HINT, "2:04:29" },
    { "2:04:29.0000000001", NO_HINT, NULL },
    { "99:59:59.91", NO_HINT, NULL },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_the_hint_decides_between_hours_and_minutes (void)
{
  static const Case cases[] = {
    { "2:04", HOURS, "2:04:00" },
    { "2:04", MINUTES, "0:02:04" },
    { "2:04", NO_HINT, NULL },
    { "02:04", HOURS, "2:04:00" },
    { "62:04", MINUTES, "1:02:04" },
    { "162:04", MINUTES, "2:42:04" },
    { "62:04.27", MINUTES, "1:02:04.3" },
    { "2:04.2", MINUTES, "0:02:04.2" },
    { "2:04.2", NO_HINT, NULL },
    { "2:04.2", HOURS, NULL },
    { "2:60", MINUTES, NULL },
    { "2:60", HOURS, NULL },
    { "2:4", MINUTES, NULL },
    { "2:4", HOURS, NULL },
    { "1622:04", MINUTES, NULL },
    { "162:04", HOURS, NULL },
    { "62:04", NO_HINT, NULL },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_units_are_read (void)
{
  static const Case cases[] = {
    { "2hr 42m 46s", NO_HINT, "2:42:46" },
    { "3h 04m 00s", NO_HINT, "3:04:00" },
    { "3h04", NO_HINT, "3:04:00" },
    { "3h 04", NO_HINT, "3:04:00" },
    { "3h04m", NO_HINT, "3:04:00" },
    { "3h4m5s", NO_HINT, "3:04:05" },
    { "3h04m05", NO_HINT, "3:04:05" },
    { "3H04M05S", NO_HINT, "3:04:05" },
    { "3h", NO_HINT, "3:00:00" },
    { "2 hours 42 minutes 46 seconds", NO_HINT, "2:42:46" },
    { "1 hour 1 min 1 sec", NO_HINT, "1:01:01" },
    { "2hrs 42mins 46secs", NO_HINT, "2:42:46" },
    { "91m 22.2s", NO_HINT, "1:31:22.2" },
    { "91m22,25s", NO_HINT, "1:31:22.3" },
    { "2h 46s", NO_HINT, "2:00:46" },
    { "90m", NO_HINT, "1:30:00" },
    { "0h 0m 0s", NO_HINT, "" },
    { "3h4", NO_HINT, NULL },
    { "3h004", NO_HINT, NULL },
    { "3h 60m", NO_HINT, NULL },
    { "3h 04m 60s", NO_HINT, NULL },
    { "3.5h", NO_HINT, NULL },
    { "3m 2h", NO_HINT, NULL },
    { "3h 3h", NO_HINT, NULL },
    { "3h04m05s06", NO_HINT, NULL },
    { "3h x", NO_HINT, NULL },
    { "h 04", NO_HINT, NULL },
    { "3 04", NO_HINT, NULL },
    { "3hm", NO_HINT, NULL },
    { "3d", NO_HINT, NULL },
    { "3h -4m", NO_HINT, NULL },
    { "-3h", NO_HINT, NULL },
    { "3h 4.m", NO_HINT, NULL },
    { "999h", NO_HINT, NULL },
    { "100h", NO_HINT, NULL },
    { "99999999999h", NO_HINT, NULL },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_bare_numbers_are_minutes_or_seconds (void)
{
  static const Case cases[] = {
    { "91.37", NO_HINT, "1:31:22.2" },
    { "91,37", NO_HINT, "1:31:22.2" },
    { "91.5", NO_HINT, "1:31:30" },
    { "91.0001", NO_HINT, "1:31:00.1" },
    { "91.999999999", NO_HINT, "1:32:00" },
    { "10.0", NO_HINT, "0:10:00" },
    { "9.99", NO_HINT, NULL },
    { "2.04", NO_HINT, NULL },
    { "2.04", HOURS, NULL },
    { "0.0864", NO_HINT, NULL },
    { "7661", NO_HINT, "2:07:41" },
    { "600", NO_HINT, "0:10:00" },
    { "599", NO_HINT, NULL },
    { "1", NO_HINT, NULL },
    { "359999", NO_HINT, "99:59:59" },
    { "360000", NO_HINT, NULL },
    { "999999999", NO_HINT, NULL },
    { "4294968196", NO_HINT, NULL },
    { "99999999999999999999", NO_HINT, NULL },
    { "6000.0", NO_HINT, NULL },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_nothing_is_none (void)
{
  static const Case cases[] = {
    { "", NO_HINT, "" },          { "  ", NO_HINT, "" },   { "\u3000", NO_HINT, "" },  { "-", NO_HINT, "" },
    { "\u2013", NO_HINT, "" },    { "0", NO_HINT, "" },    { "0:00:00", NO_HINT, "" }, { "00:00:00", HOURS, "" },
    { "0:00:00.0", MINUTES, "" }, { "0:00", NO_HINT, "" }, { "0:00", MINUTES, "" },    { "n/a", NO_HINT, "" },
    { "N/A", NO_HINT, "" },       { "0.00", NO_HINT, "" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_the_rest_is_refused (void)
{
  static const Case cases[] = {
    { "02:49:5", NO_HINT, NULL },
    { "2:4:29", NO_HINT, NULL },
    { "2:04:60", NO_HINT, NULL },
    { "2:60:00", NO_HINT, NULL },
    { "100:00:00", NO_HINT, NULL },
    { "-2:04:29", NO_HINT, NULL },
    { "2:-4:29", NO_HINT, NULL },
    { "2:04:29x", NO_HINT, NULL },
    { "x2:04:29", NO_HINT, NULL },
    { "2:04:29 AM", NO_HINT, NULL },
    { "2:04:29:10", NO_HINT, NULL },
    { "2::29", NO_HINT, NULL },
    { "2:04:", NO_HINT, NULL },
    { ":04:29", NO_HINT, NULL },
    { "2:04:29.", NO_HINT, NULL },
    { "2.04:29", NO_HINT, NULL },
    { "2.4.29", NO_HINT, NULL },
    { "2.04.29.3", NO_HINT, NULL },
    { "DNF", NO_HINT, NULL },
    { "--", NO_HINT, NULL },
    { "2:04:29.3.1", NO_HINT, NULL },
    { "\uff12:04:29", NO_HINT, NULL },
    { "2:04:29\xff", NO_HINT, NULL },
    { "2 : 04 : 29", NO_HINT, NULL },
    { ".", NO_HINT, NULL },
    { ":", MINUTES, NULL },
    { "+7661", NO_HINT, NULL },
    { "99999999999:00", HOURS, NULL },
    { "0002:04:29", NO_HINT, NULL },
    { "2:04:29 after a remark that is much longer than a time could ever need to be", NO_HINT, NULL },
  };

  check (cases, G_N_ELEMENTS (cases));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/race-time-foreign/full-times-need-no-hint", test_full_times_need_no_hint);
  g_test_add_func ("/race-time-foreign/fractions-go-up-to-the-next-tenth", test_fractions_go_up_to_the_next_tenth);
  g_test_add_func ("/race-time-foreign/the-hint-decides-between-hours-and-minutes",
                   test_the_hint_decides_between_hours_and_minutes);
  g_test_add_func ("/race-time-foreign/units-are-read", test_units_are_read);
  g_test_add_func ("/race-time-foreign/bare-numbers-are-minutes-or-seconds", test_bare_numbers_are_minutes_or_seconds);
  g_test_add_func ("/race-time-foreign/nothing-is-none", test_nothing_is_none);
  g_test_add_func ("/race-time-foreign/the-rest-is-refused", test_the_rest_is_refused);

  return g_test_run ();
}
