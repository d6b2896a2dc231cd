/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of reading dates from entry files. The latest day is that of the 2014 race unless a case says
 * other.
 */
#include "base/date.h"

#define DMY MARATHON_DATE_ORDER_DMY
#define MDY MARATHON_DATE_ORDER_MDY
#define YMD MARATHON_DATE_ORDER_YMD
#define OPEN MARATHON_DATE_ORDER_UNKNOWN

typedef struct {
  const char *text;
  MarathonDateOrder order;
  const char *date; /* %NULL where it must be refused */
} Case;

static void
check (const Case *cases, guint n_cases, MarathonDate latest)
{
  guint i;

  for (i = 0; i < n_cases; i++)
    {
      MarathonDate date = MARATHON_DATE_UNKNOWN;
      gboolean read = marathon_date_parse_foreign (cases[i].text, cases[i].order, latest, &date);
      g_autofree char *formatted = marathon_date_format (date);
      g_autofree char *found
          = g_strdup_printf ("“%s” in order %u: %s", cases[i].text, cases[i].order, read ? formatted : "refused");
      g_autofree char *expected = g_strdup_printf ("“%s” in order %u: %s", cases[i].text, cases[i].order,
                                                   cases[i].date != NULL ? cases[i].date : "refused");

      g_assert_cmpstr (found, ==, expected);
    }
}

static void
check_in_2014 (const Case *cases, guint n_cases)
{
  check (cases, n_cases, marathon_date_new_day (2014, 4, 13));
}

static void
test_plain_forms_need_no_order (void)
{
  static const Case cases[] = {
    { "1983-03-23", OPEN, "1983-03-23" },
    { "1983-3-4", OPEN, "1983-03-04" },
    { "1983/03/04", OPEN, "1983-03-04" },
    { "1983.03.04", OPEN, "1983-03-04" },
    { "1983-03-04", MDY, "1983-03-04" },
    { "1983/03/04", DMY, "1983-03-04" },
    { "1983", OPEN, "1983" },
    { "31@2014-04-13", OPEN, "31@2014-04-13" },
    { "23.3.1983", OPEN, "1983-03-23" },
    { "23. 3. 1983", OPEN, "1983-03-23" },
    { "23/03/1983", OPEN, "1983-03-23" },
    { "3-23-83", OPEN, "1983-03-23" },
    { "23-3-83", OPEN, "1983-03-23" },
    { "83-03-23", OPEN, "1983-03-23" },
    { "23/03/05", OPEN, "2005-03-23" },
    { "19830323", OPEN, "1983-03-23" },
    { "20000229", OPEN, "2000-02-29" },
    { "23 03 1983", OPEN, "1983-03-23" },
    { "05/05/1983", OPEN, "1983-05-05" },
    { "29.2.2000", OPEN, "2000-02-29" },
    { "31/12/9999", OPEN, "9999-12-31" },
    { " \t23.3.1983\u00a0", OPEN, "1983-03-23" },
    { "\u30001983\u3000", OPEN, "1983" },
  };

  check_in_2014 (cases, G_N_ELEMENTS (cases));
}

static void
test_order_decides_what_is_ambiguous (void)
{
  static const Case cases[] = {
    { "03/04/1983", DMY, "1983-04-03" },
    { "03/04/1983", MDY, "1983-03-04" },
    { "03/04/1983", OPEN, NULL },
    { "03/04/1983", YMD, NULL },
    { "3.4.83", DMY, "1983-04-03" },
    { "3.4.83", MDY, "1983-03-04" },
    { "3.4.83", OPEN, NULL },
    { "03-04-05", DMY, "2005-04-03" },
    { "03-04-05", MDY, "2005-03-04" },
    { "03-04-05", YMD, "2003-04-05" },
    { "03-04-05", OPEN, NULL },
    { "12/12/05", OPEN, "2005-12-12" },
  };

  check_in_2014 (cases, G_N_ELEMENTS (cases));
}

static void
test_a_part_above_12_overrules_the_order (void)
{
  static const Case cases[] = {
    { "23/03/1983", MDY, "1983-03-23" }, { "03/23/1983", DMY, "1983-03-23" }, { "23/03/1983", YMD, "1983-03-23" },
    { "3-23-83", DMY, "1983-03-23" },    { "83-03-23", DMY, "1983-03-23" },   { "83-03-23", MDY, "1983-03-23" },
    { "23-03-05", YMD, "1923-03-05" },   { "23-03-05", MDY, "2005-03-23" },   { "31/04/1983", DMY, NULL },
  };

  check_in_2014 (cases, G_N_ELEMENTS (cases));
}

static void
test_names_of_months_are_read (void)
{
  static const Case cases[] = {
    { "23 Mar 1983", OPEN, "1983-03-23" },
    { "23-Mar-1983", OPEN, "1983-03-23" },
    { "23-MAR-83", OPEN, "1983-03-23" },
    { "23Mar1983", OPEN, "1983-03-23" },
    { "March 23, 1983", OPEN, "1983-03-23" },
    { "mar 23 1983", OPEN, "1983-03-23" },
    { "Mar. 23, 1983", OPEN, "1983-03-23" },
    { "4 March 83", MDY, "1983-03-04" },
    { "23rd March 1983", OPEN, "1983-03-23" },
    { "March 1st, 1983", OPEN, "1983-03-01" },
    { "2nd Aug 1983", OPEN, "1983-08-02" },
    { "1983-Mar-23", OPEN, "1983-03-23" },
    { "1 Sept 1983", OPEN, "1983-09-01" },
    { "29 Feb 2000", OPEN, "2000-02-29" },
    { "31 December 1999", OPEN, "1999-12-31" },
    { "1 May 2000", OPEN, "2000-05-01" },
    { "30 Feb 2000", OPEN, NULL },
    { "29 Feb 1983", OPEN, NULL },
    { "23 Ma 1983", OPEN, NULL },
    { "23 Marches 1983", OPEN, NULL },
    { "23 Foo 1983", OPEN, NULL },
    { "23 1983 Mar", OPEN, NULL },
    { "Mar Mar 1983", OPEN, NULL },
    { "Mar 1983", OPEN, NULL },
    { "Mar", OPEN, NULL },
    { "232 Mar 1983", OPEN, NULL },
    { "23 Mar 983", OPEN, NULL },
    { "23 M\u00e4r 1983", OPEN, NULL },
  };

  check_in_2014 (cases, G_N_ELEMENTS (cases));
}

static void
test_a_time_behind_the_date_is_dropped (void)
{
  static const Case cases[] = {
    { "1983-03-23T00:00:00Z", OPEN, "1983-03-23" },
    { "1983-03-23T09:00:00.000+01:00", OPEN, "1983-03-23" },
    { "1983-03-23 00:00:00", OPEN, "1983-03-23" },
    { "23/03/1983 00:00", OPEN, "1983-03-23" },
    { "3/23/1983 12:00:00 AM", OPEN, "1983-03-23" },
    { "23 Mar 1983 10:30", OPEN, "1983-03-23" },
    { "1983-03-23T", OPEN, NULL },
    { "1983-03-23T1", OPEN, NULL },
    { "1983-03-23 x", OPEN, NULL },
    { "1983-03-23 12", OPEN, NULL },
    { "1983-03-23 00:00 or so", OPEN, NULL },
    { "1983-03-2300:00", OPEN, NULL },
  };

  check_in_2014 (cases, G_N_ELEMENTS (cases));
}

static void
test_nothing_is_unknown (void)
{
  static const Case cases[] = {
    { "", OPEN, "" },       { " ", OPEN, "" },   { "\u00a0", OPEN, "" }, { "0", OPEN, "" },   { "-", OPEN, "" },
    { "\u2013", OPEN, "" }, { "n/a", OPEN, "" }, { "N/A", DMY, "" },     { " - ", OPEN, "" },
  };

  check_in_2014 (cases, G_N_ELEMENTS (cases));
}

static void
test_two_digit_years_are_the_latest_not_after_the_day (void)
{
  static const Case in_2014[] = {
    { "83", OPEN, "1983" },
    { "05", OPEN, "2005" },
    { "14", OPEN, "2014" },
    { "15", OPEN, "1915" },
    { "00", OPEN, "2000" },
    { "99", OPEN, "1999" },
    { "13.4.14", OPEN, "2014-04-13" },
    { "14.4.14", OPEN, "1914-04-14" },
    { "31.12.13", DMY, "2013-12-31" },
    { "29.2.04", OPEN, "2004-02-29" },
    { "29.2.05", OPEN, NULL },
    { "31.12.00", OPEN, "2000-12-31" },
    { "23.3.5", OPEN, NULL },
    { "83-3-5", YMD, NULL },
  };
  static const Case in_1999[] = {
    { "00", OPEN, "1900" },
    { "99", OPEN, "1999" },
    { "98", OPEN, "1998" },
    { "29.2.00", OPEN, NULL },
  };
  static const Case in_2100[] = { { "00", OPEN, "2100" }, { "99", OPEN, "2099" }, { "01", OPEN, "2001" } };
  static const Case in_year_50[] = { { "50", OPEN, "0050" }, { "51", OPEN, NULL } };
  static const Case without[] = {
    { "83", OPEN, NULL },
    { "23.3.83", OPEN, NULL },
    { "23 Mar 83", OPEN, NULL },
    { "23.3.1983", OPEN, "1983-03-23" },
  };

  check_in_2014 (in_2014, G_N_ELEMENTS (in_2014));
  check (in_1999, G_N_ELEMENTS (in_1999), marathon_date_new_day (1999, 12, 31));
  check (in_2100, G_N_ELEMENTS (in_2100), marathon_date_new_day (2100, 1, 1));
  check (in_year_50, G_N_ELEMENTS (in_year_50), marathon_date_new_day (50, 1, 1));
  check (without, G_N_ELEMENTS (without), MARATHON_DATE_UNKNOWN);
  check (without, G_N_ELEMENTS (without), marathon_date_new_year (2014));
}

static void
test_the_rest_is_refused (void)
{
  static const Case cases[] = {
    { "x", OPEN, NULL },
    { "-1", OPEN, NULL },
    { "-1983", OPEN, NULL },
    { "1", OPEN, NULL },
    { "983", OPEN, NULL },
    { "19833", OPEN, NULL },
    { "0000", OPEN, NULL },
    { "30345", OPEN, NULL },
    { "198303", OPEN, NULL },
    { "198303233", OPEN, NULL },
    { "19831323", OPEN, NULL },
    { "23031983", OPEN, NULL },
    { "99999999999999999999", OPEN, NULL },
    { "1/1/99999999999999999999", OPEN, NULL },
    { "4294967297/1/1983", DMY, NULL },
    { "13/13/1983", DMY, NULL },
    { "0/3/1983", DMY, NULL },
    { "3/0/1983", DMY, NULL },
    { "29.2.1983", DMY, NULL },
    { "29.2.1900", DMY, NULL },
    { "23/3.1983", DMY, NULL },
    { "23,3,1983", DMY, NULL },
    { "23//3/1983", DMY, NULL },
    { "23/3/", DMY, NULL },
    { "23/3", DMY, NULL },
    { "/3/1983", DMY, NULL },
    { "23/3/1983/4", DMY, NULL },
    { "23/3/1983x", DMY, NULL },
    { "023/3/1983", DMY, NULL },
    { "3/1983/23", DMY, NULL },
    { "23/3/0000", DMY, NULL },
    { "\uff12\uff13.3.1983", DMY, NULL },
    { "23.3.1983\xff", DMY, NULL },
    { "a very long text that is no date and longer than every date that anybody could mean", OPEN, NULL },
  };

  check_in_2014 (cases, G_N_ELEMENTS (cases));
}

static void
test_a_refused_text_leaves_the_date_alone (void)
{
  MarathonDate date = 4711;

  g_assert_false (marathon_date_parse_foreign ("03/04/1983", OPEN, marathon_date_new_day (2014, 4, 13), &date));
  g_assert_cmpuint (date, ==, 4711);
}

static void
test_a_date_tells_the_orders_it_allows (void)
{
  const guint dmy = 1u << DMY;
  const guint mdy = 1u << MDY;
  const guint ymd = 1u << YMD;
  const struct {
    const char *text;
    guint orders;
  } cases[] = {
    { "23/03/1983", dmy },
    { "03/23/1983", mdy },
    { "03/04/1983", dmy | mdy },
    { "05/05/1983", dmy | mdy },
    { "1983-03-23", ymd },
    { "19830323", ymd },
    { " 1983/3/4 ", ymd },
    { "83-03-23", ymd },
    { "23-03-83", dmy },
    { "03-23-83", mdy },
    { "23-03-05", dmy | ymd },
    { "03-04-05", dmy | mdy | ymd },
    { "29.2.83", dmy },
    { "23/03/1983 00:00", dmy },
    { "", 0 },
    { "0", 0 },
    { "-", 0 },
    { "n/a", 0 },
    { "1983", 0 },
    { "83", 0 },
    { "31@2014-04-13", 0 },
    { "23 Mar 1983", 0 },
    { "13/13/1983", 0 },
    { "30/02/1983", 0 },
    { "garbage", 0 },
    { "\xff", 0 },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = g_strdup_printf ("“%s” %u", cases[i].text, marathon_date_guess_order (cases[i].text));
      g_autofree char *expected = g_strdup_printf ("“%s” %u", cases[i].text, cases[i].orders);

      g_assert_cmpstr (found, ==, expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date-foreign/plain-forms-need-no-order", test_plain_forms_need_no_order);
  g_test_add_func ("/date-foreign/order-decides-what-is-ambiguous", test_order_decides_what_is_ambiguous);
  g_test_add_func ("/date-foreign/a-part-above-12-overrules-the-order", test_a_part_above_12_overrules_the_order);
  g_test_add_func ("/date-foreign/names-of-months-are-read", test_names_of_months_are_read);
  g_test_add_func ("/date-foreign/a-time-behind-the-date-is-dropped", test_a_time_behind_the_date_is_dropped);
  g_test_add_func ("/date-foreign/nothing-is-unknown", test_nothing_is_unknown);
  g_test_add_func ("/date-foreign/two-digit-years-are-the-latest-not-after-the-day",
                   test_two_digit_years_are_the_latest_not_after_the_day);
  g_test_add_func ("/date-foreign/the-rest-is-refused", test_the_rest_is_refused);
  g_test_add_func ("/date-foreign/a-refused-text-leaves-the-date-alone", test_a_refused_text_leaves_the_date_alone);
  g_test_add_func ("/date-foreign/a-date-tells-the-orders-it-allows", test_a_date_tells_the_orders_it_allows);

  return g_test_run ();
}
