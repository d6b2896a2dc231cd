/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of race times, times of the day and instants, and of their canonical texts.
 */
#include "base/race-time.h"

#include <string.h>

#define TENTHS(hours, minutes, seconds, tenths) ((((hours)*60 + (minutes)) * 60 + (seconds)) * 10 + (tenths))

static void
test_every_time_survives_writing_and_reading (void)
{
  MarathonTime time;
  char buffer[16];

  for (time = MARATHON_TIME_NONE; time <= MARATHON_TIME_MAX; time++)
    {
      MarathonTime read = -1;
      gsize length = marathon_time_write (time, buffer);

      if (length != strlen (buffer) || !marathon_time_parse (buffer, &read) || read != time)
        g_error ("%d tenths were written as “%s” and read as %d", time, buffer, read);
    }
}

static void
test_times_are_written_without_what_is_not_needed (void)
{
  static const struct {
    MarathonTime time;
    const char *text;
  } cases[] = {
    { MARATHON_TIME_NONE, "" },
    { -1, "" },
    { G_MININT32, "" },
    { 1, "0:00:00.1" },
    { 10, "0:00:01" },
    { TENTHS (0, 59, 59, 9), "0:59:59.9" },
    { TENTHS (1, 0, 0, 0), "1:00:00" },
    { TENTHS (2, 4, 29, 0), "2:04:29" },
    { TENTHS (2, 9, 44, 3), "2:09:44.3" },
    { TENTHS (10, 0, 0, 0), "10:00:00" },
    { MARATHON_TIME_MAX, "99:59:59.9" },
    { TENTHS (100, 0, 0, 0), "100:00:00" },
    { G_MAXINT32, "59652:19:24.7" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = marathon_time_format (cases[i].time);
      char buffer[16];

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpuint (marathon_time_write (cases[i].time, buffer), ==, strlen (cases[i].text));
      g_assert_cmpstr (buffer, ==, cases[i].text);
    }
}

static void
test_canonical_times_are_read (void)
{
  static const struct {
    const char *text;
    MarathonTime time;
  } cases[] = {
    { "", MARATHON_TIME_NONE },
    { "2:04:29", TENTHS (2, 4, 29, 0) },
    { "02:04:29", TENTHS (2, 4, 29, 0) },
    { "2:04:29.0", TENTHS (2, 4, 29, 0) },
    { "2:04:29.3", TENTHS (2, 4, 29, 3) },
    { "0:00:00.1", 1 },
    { "99:59:59.9", MARATHON_TIME_MAX },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MarathonTime time = -1;

      g_assert_true (marathon_time_parse (cases[i].text, &time));
      g_assert_cmpint (time, ==, cases[i].time);
    }
}

static void
test_other_times_are_refused (void)
{
  static const char *const texts[] = {
    " ",
    "0",
    "-",
    "0:00:00",
    "00:00:00.0",
    "2",
    "2:",
    "2:04",
    "2:04:",
    "2:04:2",
    "2:4:29",
    "2:04:290",
    "2:04:60",
    "2:60:00",
    "2:99:00",
    ":04:29",
    "100:00:00",
    "99999999999:00:00",
    "-2:04:29",
    "+2:04:29",
    " 2:04:29",
    "2:04:29 ",
    "2:04:29.",
    "2:04:29.33",
    "2:04:29,3",
    "2:04:29.x",
    "2:04:29x",
    "2.04.29",
    "2:04.29",
    "2:04:2a",
    "2:a4:29",
    "a:04:29",
    "2:-4:29",
    "2:04:-9",
    "2h04m29s",
    "n/a",
    "\uff12:04:29",
    "2\uff1a04:29",
    "2:04:2\uff19",
    "2:04:29.\uff13",
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      MarathonTime time = 4711;

      if (marathon_time_parse (texts[i], &time))
        g_error ("“%s” was read as a time", texts[i]);
      g_assert_cmpint (time, ==, 4711);
    }
}

static void
test_any_fraction_goes_up_to_the_next_second (void)
{
  static const struct {
    MarathonTime time;
    const char *official;
  } cases[] = {
    { MARATHON_TIME_NONE, "" },
    { -5, "" },
    { 1, "0:00:01" },
    { 9, "0:00:01" },
    { 10, "0:00:01" },
    { 11, "0:00:02" },
    { TENTHS (2, 9, 44, 0), "2:09:44" },
    { TENTHS (2, 9, 44, 1), "2:09:45" },
    { TENTHS (2, 9, 44, 3), "2:09:45" },
    { TENTHS (2, 9, 44, 9), "2:09:45" },
    { TENTHS (2, 59, 59, 1), "3:00:00" },
    { MARATHON_TIME_MAX, "100:00:00" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *official = marathon_time_format_official (cases[i].time);

      g_assert_cmpstr (official, ==, cases[i].official);
    }
  g_assert_cmpint (marathon_time_round_up (TENTHS (2, 9, 44, 3)), ==, TENTHS (2, 9, 45, 0));
  g_assert_cmpint (marathon_time_round_up (TENTHS (2, 9, 44, 0)), ==, TENTHS (2, 9, 44, 0));
}

static void
test_every_second_of_the_day_survives_writing_and_reading (void)
{
  int seconds;

  for (seconds = MARATHON_CLOCK_NONE; seconds < 86400; seconds++)
    {
      g_autofree char *text = marathon_clock_format (seconds);
      int read = -2;

      g_assert_true (marathon_clock_parse (text, &read));
      g_assert_cmpint (read, ==, seconds);
    }
}

static void
test_clocks_show_seconds_only_where_there_are_some (void)
{
  static const struct {
    int seconds;
    const char *text;
  } cases[] = {
    { MARATHON_CLOCK_NONE, "" }, { 0, "00:00" },        { 1, "00:00:01" },
    { 36000, "10:00" },          { 36030, "10:00:30" }, { 86399, "23:59:59" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = marathon_clock_format (cases[i].seconds);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_other_clocks_are_refused (void)
{
  static const char *const texts[] = {
    " ",      "9:00",    "0900",     "09:0",  "09:000",   "09:00:",          "09:00:0",    "09:00:000",
    "24:00",  "23:60",   "23:59:60", "-9:00", "09:-1",    "09.00",           "09:00 ",     " 09:00",
    "09:00Z", "9:00 AM", "x",        "0x:00", "09:00.00", "\uff10\uff19:00", "09:00:00.0",
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      int seconds = 4711;

      if (marathon_clock_parse (texts[i], &seconds))
        g_error ("“%s” was read as a time of the day", texts[i]);
      g_assert_cmpint (seconds, ==, 4711);
    }
}

static void
test_instants_survive_reading_and_writing (void)
{
  static const struct {
    const char *text;
    gint64 instant;
  } cases[] = {
    { "", 0 },
    { "1970-01-01T00:00:01Z", 1 },
    { "1969-12-31T23:59:59Z", -1 },
    { "1969-12-31T00:00:00Z", -86400 },
    { "2014-04-13T09:00:00Z", 1397379600 },
    { "2000-02-29T12:34:56Z", 951827696 },
    { "2038-01-19T03:14:08Z", G_GINT64_CONSTANT (2147483648) },
    { "9999-12-31T23:59:59Z", G_GINT64_CONSTANT (253402300799) },
    { "0001-01-01T00:00:00Z", G_GINT64_CONSTANT (-62135596800) },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = marathon_instant_format (cases[i].instant);
      gint64 instant = 4711;

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_true (marathon_instant_parse (cases[i].text, &instant));
      g_assert_cmpint (instant, ==, cases[i].instant);
    }
}

static void
test_instants_agree_with_glib (void)
{
  gint64 instant;

  /* Some 11 years and a prime number of seconds at a time. */
  for (instant = -62135596800; instant < G_GINT64_CONSTANT (253402300799); instant += G_GINT64_CONSTANT (347155013))
    {
      g_autofree char *text = marathon_instant_format (instant);
      g_autoptr (GDateTime) expected = g_date_time_new_from_iso8601 (text, NULL);

      g_assert_nonnull (expected);
      g_assert_cmpint (g_date_time_to_unix (expected), ==, instant);
    }
}

static void
test_other_instants_are_refused (void)
{
  static const char *const texts[] = {
    " ",
    "0",
    "1970-01-01T00:00:00Z",
    "2014-04-13",
    "2014-04-13T09:00Z",
    "2014-04-13T09:00:00",
    "2014-04-13 09:00:00Z",
    "2014-04-13T09:00:00z",
    "2014-04-13t09:00:00Z",
    "2014-04-13T09:00:00+00:00",
    "2014-04-13T09:00:00.0Z",
    "2014-04-13T24:00:00Z",
    "2014-04-13T09:60:00Z",
    "2014-04-13T09:00:60Z",
    "2014-02-29T09:00:00Z",
    "2014-00-01T09:00:00Z",
    "0000-01-01T00:00:00Z",
    "10000-01-01T00:00:00Z",
    "2014-04-13T09:00:00ZZ",
    " 2014-04-13T09:00:00Z",
    "2014-04-13T9:000:00Z",
    "201\uff14-04-3T09:00:0Z",
    "garbage",
    "1@2014-04-13T09:00Z",
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gint64 instant = 4711;

      if (marathon_instant_parse (texts[i], &instant))
        g_error ("“%s” was read as an instant", texts[i]);
      g_assert_cmpint (instant, ==, 4711);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/race-time/every-time-survives-writing-and-reading", test_every_time_survives_writing_and_reading);
  g_test_add_func ("/race-time/times-are-written-without-what-is-not-needed",
                   test_times_are_written_without_what_is_not_needed);
  g_test_add_func ("/race-time/canonical-times-are-read", test_canonical_times_are_read);
  g_test_add_func ("/race-time/other-times-are-refused", test_other_times_are_refused);
  g_test_add_func ("/race-time/any-fraction-goes-up-to-the-next-second", test_any_fraction_goes_up_to_the_next_second);
  g_test_add_func ("/race-time/clock/every-second-survives-writing-and-reading",
                   test_every_second_of_the_day_survives_writing_and_reading);
  g_test_add_func ("/race-time/clock/seconds-are-shown-only-where-there-are-some",
                   test_clocks_show_seconds_only_where_there_are_some);
  g_test_add_func ("/race-time/clock/other-texts-are-refused", test_other_clocks_are_refused);
  g_test_add_func ("/race-time/instant/survives-reading-and-writing", test_instants_survive_reading_and_writing);
  g_test_add_func ("/race-time/instant/agrees-with-glib", test_instants_agree_with_glib);
  g_test_add_func ("/race-time/instant/other-texts-are-refused", test_other_instants_are_refused);

  return g_test_run ();
}
