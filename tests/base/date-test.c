/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of days, years, ages and their canonical texts.
 */
#include "base/date.h"

#include <string.h>

static MarathonDate
day (const char *text)
{
  MarathonDate date = MARATHON_DATE_UNKNOWN;

  g_assert_true (marathon_date_parse (text, &date));
  return date;
}

/* Walks through every day of the calendar once. */
static void
test_every_day_has_the_julian_number_of_gdate (void)
{
  guint julian = 0;
  int year;
  int month;
  int number;

  for (year = 1; year <= 9999; year++)
    for (month = 1; month <= 12; month++)
      {
        int days = g_date_get_days_in_month ((GDateMonth)month, (GDateYear)year);

        for (number = 1; number <= days; number++)
          {
            MarathonDate date = marathon_date_new_day (year, month, number);

            julian++;
            if (marathon_date_get_julian (date) != julian || marathon_date_get_year (date) != year)
              g_error ("%04d-%02d-%02d is not day %u", year, month, number, julian);
          }
        g_assert_cmpuint (marathon_date_new_day (year, month, days + 1), ==, MARATHON_DATE_UNKNOWN);
      }
  g_assert_cmpuint (julian, ==, 3652059);
}

static void
test_julian_days_agree_with_gdate (void)
{
  static const struct {
    int year;
    int month;
    int day;
  } cases[]
      = { { 1, 1, 1 },    { 4, 2, 29 },    { 100, 12, 31 },  { 400, 12, 31 }, { 1582, 10, 15 }, { 1900, 3, 1 },
          { 1970, 1, 1 }, { 2000, 2, 29 }, { 2000, 12, 31 }, { 2014, 4, 13 }, { 2100, 2, 28 },  { 9999, 12, 31 } };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_dmy (&date, (GDateDay)cases[i].day, (GDateMonth)cases[i].month, (GDateYear)cases[i].year);
      g_assert_cmpuint (marathon_date_get_julian (marathon_date_new_day (cases[i].year, cases[i].month, cases[i].day)),
                        ==, g_date_get_julian (&date));
    }
}

static void
test_days_that_do_not_exist_are_unknown (void)
{
  static const int cases[][3] = {
    { 0, 1, 1 },           { -1, 1, 1 },          { 10000, 1, 1 },
    { 2014, 0, 1 },        { 2014, 13, 1 },       { 2014, -1, 1 },
    { 2014, 1, 0 },        { 2014, 1, 32 },       { 2014, 4, 31 },
    { 2014, 2, 29 },       { 1900, 2, 29 },       { 2100, 2, 29 },
    { 2000, 2, 30 },       { 2014, 1, -5 },       { G_MAXINT, 1, 1 },
    { 2014, G_MAXINT, 1 }, { 2014, 1, G_MAXINT }, { G_MININT, G_MININT, G_MININT },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (marathon_date_new_day (cases[i][0], cases[i][1], cases[i][2]), ==, MARATHON_DATE_UNKNOWN);
}

static void
test_each_kind_answers_only_its_own_questions (void)
{
  static const struct {
    const char *text;
    MarathonDateKind kind;
    gboolean has_julian;
    int year;
    int age;
  } cases[] = {
    { "", MARATHON_DATE_KIND_UNKNOWN, FALSE, 0, -1 },       { "1983-03-23", MARATHON_DATE_KIND_DAY, TRUE, 1983, -1 },
    { "1983", MARATHON_DATE_KIND_YEAR, FALSE, 1983, -1 },   { "31@2014-04-13", MARATHON_DATE_KIND_AGE, TRUE, 0, 31 },
    { "0@2014-04-13", MARATHON_DATE_KIND_AGE, TRUE, 0, 0 }, { "150@9999-12-31", MARATHON_DATE_KIND_AGE, TRUE, 0, 150 },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MarathonDate date = day (cases[i].text);

      g_assert_cmpint (marathon_date_get_kind (date), ==, cases[i].kind);
      g_assert_cmpint (marathon_date_get_julian (date) != 0, ==, cases[i].has_julian);
      g_assert_cmpint (marathon_date_get_year (date), ==, cases[i].year);
      g_assert_cmpint (marathon_date_get_age (date), ==, cases[i].age);
    }
  g_assert_cmpuint (marathon_date_get_julian (day ("31@2014-04-13")), ==,
                    marathon_date_get_julian (day ("2014-04-13")));
}

static void
test_the_bits_are_those_of_the_header (void)
{
  guint julian = marathon_date_get_julian (day ("2014-04-13"));

  g_assert_cmphex (day ("2014-04-13"), ==, 1u << 30 | julian);
  g_assert_cmphex (day ("2014"), ==, 2u << 30 | 2014);
  g_assert_cmphex (day ("31@2014-04-13"), ==, 3u << 30 | 31u << 22 | julian);
}

static void
test_years_and_ages_have_bounds (void)
{
  MarathonDate on = day ("2014-04-13");

  g_assert_cmpuint (marathon_date_new_year (0), ==, MARATHON_DATE_UNKNOWN);
  g_assert_cmpuint (marathon_date_new_year (-1), ==, MARATHON_DATE_UNKNOWN);
  g_assert_cmpuint (marathon_date_new_year (10000), ==, MARATHON_DATE_UNKNOWN);
  g_assert_cmpint (marathon_date_get_year (marathon_date_new_year (1)), ==, 1);
  g_assert_cmpint (marathon_date_get_year (marathon_date_new_year (9999)), ==, 9999);

  g_assert_cmpuint (marathon_date_new_age (-1, on), ==, MARATHON_DATE_UNKNOWN);
  g_assert_cmpuint (marathon_date_new_age (151, on), ==, MARATHON_DATE_UNKNOWN);
  g_assert_cmpint (marathon_date_get_age (marathon_date_new_age (150, on)), ==, 150);
  g_assert_cmpuint (marathon_date_new_age (31, MARATHON_DATE_UNKNOWN), ==, MARATHON_DATE_UNKNOWN);
  g_assert_cmpuint (marathon_date_new_age (31, marathon_date_new_year (2014)), ==, MARATHON_DATE_UNKNOWN);
  g_assert_cmpuint (marathon_date_new_age (31, marathon_date_new_age (30, on)), ==, MARATHON_DATE_UNKNOWN);
}

typedef struct {
  const char *birth;
  const char *on;
  int age;
} AgeCase;

static void
check_ages (const AgeCase *cases, guint n_cases)
{
  guint i;

  for (i = 0; i < n_cases; i++)
    {
      g_autofree char *expected = g_strdup_printf ("%s on %s: %d", cases[i].birth, cases[i].on, cases[i].age);
      g_autofree char *found = g_strdup_printf ("%s on %s: %d", cases[i].birth, cases[i].on,
                                                marathon_date_age_on (day (cases[i].birth), day (cases[i].on)));

      g_assert_cmpstr (found, ==, expected);
    }
}

static void
test_age_changes_on_the_birthday (void)
{
  static const AgeCase cases[] = {
    { "1974-01-26", "2014-01-25", 39 }, { "1974-01-26", "2014-01-26", 40 }, { "1974-01-26", "2014-12-31", 40 },
    { "1996-04-13", "2014-04-13", 18 }, { "1996-04-14", "2014-04-13", 17 }, { "2014-04-13", "2014-04-13", 0 },
    { "1996-12-31", "2014-01-01", 17 }, { "1996-01-01", "2014-12-31", 18 }, { "0001-01-01", "9999-12-31", 9998 },
  };

  check_ages (cases, G_N_ELEMENTS (cases));
}

static void
test_a_leapling_turns_on_1_march_in_common_years (void)
{
  static const AgeCase cases[] = {
    { "1996-02-29", "2014-02-28", 17 }, { "1996-02-29", "2014-03-01", 18 }, { "1996-02-29", "2016-02-28", 19 },
    { "1996-02-29", "2016-02-29", 20 }, { "1996-02-28", "2014-02-28", 18 }, { "1896-02-29", "1900-02-28", 3 },
    { "1896-02-29", "1900-03-01", 4 },
  };

  check_ages (cases, G_N_ELEMENTS (cases));
}

static void
test_a_year_gives_the_age_reached_during_the_year (void)
{
  static const AgeCase cases[] = {
    { "1974", "2014-01-01", 40 }, { "1974", "2014-12-31", 40 }, { "2014", "2014-04-13", 0 },
    { "2015", "2014-12-31", -1 }, { "2050", "2014-12-31", -1 }, { "0001", "9999-12-31", 9998 },
  };

  check_ages (cases, G_N_ELEMENTS (cases));
}

static void
test_an_age_on_a_day_counts_whole_years_from_it (void)
{
  static const AgeCase cases[] = {
    { "31@2014-04-13", "2014-04-13", 31 }, { "31@2014-04-13", "2015-04-12", 31 }, { "31@2014-04-13", "2015-04-13", 32 },
    { "31@2014-04-13", "2024-04-14", 41 }, { "31@2014-04-13", "2014-04-12", 31 }, { "31@2014-04-13", "2013-04-13", 30 },
    { "31@2014-04-13", "2013-04-14", 31 }, { "2@2014-04-13", "2012-04-13", 0 },   { "2@2014-04-13", "2011-04-13", -1 },
    { "2@2014-04-13", "1911-04-13", -1 },  { "20@2012-02-29", "2013-02-28", 20 }, { "20@2012-02-29", "2013-03-01", 21 },
  };

  check_ages (cases, G_N_ELEMENTS (cases));
}

static void
test_age_is_unknown_without_a_birth_or_before_it (void)
{
  static const AgeCase cases[] = {
    { "", "2014-04-13", -1 }, { "2014-04-14", "2014-04-13", -1 }, { "9999-12-31", "0001-01-01", -1 },
    { "1983-03-23", "", -1 }, { "1983-03-23", "2014", -1 },       { "1983-03-23", "31@2014-04-13", -1 },
  };

  check_ages (cases, G_N_ELEMENTS (cases));
}

static void
test_canonical_texts_survive_reading_and_writing (void)
{
  static const char *const texts[] = {
    "",           "1983-03-23",   "1983",           "31@2014-04-13", "0001-01-01",
    "9999-12-31", "0001",         "9999",           "2000-02-29",    "1996-02-29",
    "2014-12-31", "0@2014-04-13", "150@9999-12-31", "9@0001-01-01",  "100@2014-04-13",
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *formatted = marathon_date_format (day (texts[i]));
      char buffer[20];
      gsize length;

      memset (buffer, 'x', sizeof buffer);
      length = marathon_date_write (day (texts[i]), buffer);
      g_assert_cmpstr (formatted, ==, texts[i]);
      g_assert_cmpstr (buffer, ==, texts[i]);
      g_assert_cmpuint (length, ==, strlen (texts[i]));
    }
}

static void
test_everything_else_is_refused_and_leaves_the_date_alone (void)
{
  static const char *const texts[] = {
    " ",
    "0",
    "-",
    "83",
    "983",
    "19833",
    "0000",
    "-1983",
    "+1983",
    "1983 ",
    " 1983",
    "1983-",
    "1983-03",
    "1983-3-23",
    "1983-03-2",
    "1983-03-233",
    "1983-03-23 ",
    "1983-03-23T00:00:00Z",
    "1983/03/23",
    "1983-03/23",
    "23.03.1983",
    "0000-01-01",
    "1983-00-23",
    "1983-13-23",
    "1983-03-00",
    "1983-03-32",
    "2014-02-29",
    "1900-02-29",
    "10000-01-01",
    "99999999999-01-01",
    "1983-03-99999999999",
    "198a-03-23",
    "1983-0a-23",
    "1983-03-2a",
    "1983--3-23",
    "-983-03-23",
    "31@",
    "@2014-04-13",
    "31@2014",
    "31@2014-04",
    "31@2014-04-31",
    "31@2014-04-13 ",
    "151@2014-04-13",
    "999@2014-04-13",
    "0031@2014-04-13",
    "1983@2014-04-13",
    "-1@2014-04-13",
    "31 @2014-04-13",
    "31@ 2014-04-13",
    "31@31@2014-04-13",
    "\uff11\uff19\uff18\uff13",
    "\uff11983-03-23",
    "198\uff13",
    "\u0661\u0669\u0668\u0663",
    "1983\u201003\u201023",
    "unknown",
    "n/a",
    "1983-03-23\n",
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      MarathonDate date = 4711;

      if (marathon_date_parse (texts[i], &date))
        g_error ("“%s” was read as a date", texts[i]);
      g_assert_cmpuint (date, ==, 4711);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date/every-day-has-the-julian-number-of-gdate", test_every_day_has_the_julian_number_of_gdate);
  g_test_add_func ("/date/julian-days-agree-with-gdate", test_julian_days_agree_with_gdate);
  g_test_add_func ("/date/days-that-do-not-exist-are-unknown", test_days_that_do_not_exist_are_unknown);
  g_test_add_func ("/date/each-kind-answers-only-its-own-questions", test_each_kind_answers_only_its_own_questions);
  g_test_add_func ("/date/the-bits-are-those-of-the-header", test_the_bits_are_those_of_the_header);
  g_test_add_func ("/date/years-and-ages-have-bounds", test_years_and_ages_have_bounds);
  g_test_add_func ("/date/age-changes-on-the-birthday", test_age_changes_on_the_birthday);
  g_test_add_func ("/date/a-leapling-turns-on-1-march-in-common-years",
                   test_a_leapling_turns_on_1_march_in_common_years);
  g_test_add_func ("/date/a-year-gives-the-age-reached-during-the-year",
                   test_a_year_gives_the_age_reached_during_the_year);
  g_test_add_func ("/date/an-age-on-a-day-counts-whole-years-from-it", test_an_age_on_a_day_counts_whole_years_from_it);
  g_test_add_func ("/date/age-is-unknown-without-a-birth-or-before-it",
                   test_age_is_unknown_without_a_birth_or_before_it);
  g_test_add_func ("/date/canonical-texts-survive-reading-and-writing",
                   test_canonical_texts_survive_reading_and_writing);
  g_test_add_func ("/date/everything-else-is-refused", test_everything_else_is_refused_and_leaves_the_date_alone);

  return g_test_run ();
}
