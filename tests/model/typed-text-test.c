/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of model/typed-text.h.
 */
#include "model/typed-text.h"

#include "model/model-fixture.h"

typedef struct {
  const char *language;
  guint length;
  MarathonFieldType type;
  const char *typed;
  const char *expected;
} Case;

static const Case cases[] = {
  { "en-GB", 0, MARATHON_FIELD_TYPE_BIRTH, "", "" },
  { "en-GB", 0, MARATHON_FIELD_TYPE_BIRTH, "1980-04-03", "1980-04-03" },
  { "en-GB", 0, MARATHON_FIELD_TYPE_BIRTH, "1980", "1980" },
  { "en-GB", 0, MARATHON_FIELD_TYPE_BIRTH, "31@2014-04-13", "31@2014-04-13" },
  { "en-GB", 0, MARATHON_FIELD_TYPE_BIRTH, "3.4.80", "1980-04-03" },
  { "en-GB", 0, MARATHON_FIELD_TYPE_BIRTH, "3/4/1980", "1980-04-03" },
  { "en-US", 0, MARATHON_FIELD_TYPE_BIRTH, "3/4/1980", "1980-03-04" },
  { "de", 0, MARATHON_FIELD_TYPE_BIRTH, "3.4.14", "2014-04-03" },
  { "de-AT", 0, MARATHON_FIELD_TYPE_BIRTH, "3.4.15", "1915-04-03" },
  { "hu", 0, MARATHON_FIELD_TYPE_BIRTH, "80.03.04", "1980-03-04" },
  { "hu", 0, MARATHON_FIELD_TYPE_BIRTH, "1980.3.4", "1980-03-04" },
  { "hu", 0, MARATHON_FIELD_TYPE_BIRTH, "3.4.1980", "1980-04-03" },
  { "en", 0, MARATHON_FIELD_TYPE_BIRTH, "3.7.1985", "1985-07-03" },
  { "en", 0, MARATHON_FIELD_TYPE_BIRTH, "03/07/1985", "1985-07-03" },
  { "en", 0, MARATHON_FIELD_TYPE_BIRTH, "3.7.85", "1985-07-03" },
  { "en", 0, MARATHON_FIELD_TYPE_BIRTH, "3 Jul 85", "1985-07-03" },
  { "", 0, MARATHON_FIELD_TYPE_BIRTH, "3/4/1980", "1980-04-03" },
  { "en", 0, MARATHON_FIELD_TYPE_BIRTH, "30.2.1980", "30.2.1980" },
  { "en", 0, MARATHON_FIELD_TYPE_BIRTH, "23/4/1980", "1980-04-23" },
  { "en", 0, MARATHON_FIELD_TYPE_BIRTH, "soon", "soon" },
  { "de", 0, MARATHON_FIELD_TYPE_DAY, "3.4.2014", "2014-04-03" },
  { "de", 0, MARATHON_FIELD_TYPE_DAY, "3.4.14", "2014-04-03" },
  { "en", 0, MARATHON_FIELD_TYPE_DAY, "25/4/27", "2027-04-25" },
  { "en", 0, MARATHON_FIELD_TYPE_DAY, "2027", "2027" },
  { "en", 42195, MARATHON_FIELD_TYPE_TIME, "", "" },
  { "en", 42195, MARATHON_FIELD_TYPE_TIME, "3:45:10", "3:45:10" },
  { "en", 42195, MARATHON_FIELD_TYPE_TIME, "3:45", "3:45:00" },
  { "en", 42195, MARATHON_FIELD_TYPE_TIME, "2:04.27", "2:04:27" },
  { "en", 42195, MARATHON_FIELD_TYPE_TIME, "3h45", "3:45:00" },
  { "en", 42195, MARATHON_FIELD_TYPE_TIME, "200:00", "3:20:00" },
  { "en", 10000, MARATHON_FIELD_TYPE_TIME, "45:30", "0:45:30" },
  { "en", 10000, MARATHON_FIELD_TYPE_TIME, "1:05", "1:05:00" },
  { "en", 0, MARATHON_FIELD_TYPE_TIME, "3:45", "3:45" },
  { "en", 42195, MARATHON_FIELD_TYPE_TIME, "3.45", "3:45:00" },
  { "en", 42195, MARATHON_FIELD_TYPE_TIME, "3,45", "3:45:00" },
  { "en", 42195, MARATHON_FIELD_TYPE_TIME, "3.45.10", "3:45:10" },
  { "en", 42195, MARATHON_FIELD_TYPE_TIME, " 345 ", "3:45:00" },
  { "en", 42195, MARATHON_FIELD_TYPE_TIME, "34510", "3:45:10" },
  { "en", 42195, MARATHON_FIELD_TYPE_TIME, "1015", "10:15:00" },
  { "en", 42195, MARATHON_FIELD_TYPE_TIME, "2930", "2930" },
  { "en", 42195, MARATHON_FIELD_TYPE_TIME, "375", "375" },
  { "en", 42195, MARATHON_FIELD_TYPE_TIME, "3.5", "3.5" },
  { "en", 42195, MARATHON_FIELD_TYPE_TIME, "4500", "4500" },
  { "en", 42195, MARATHON_FIELD_TYPE_TIME, "003000", "003000" },
  { "en", 10000, MARATHON_FIELD_TYPE_TIME, "4530", "0:45:30" },
  { "en", 10000, MARATHON_FIELD_TYPE_TIME, "45.30", "0:45:30" },
  { "en", 10000, MARATHON_FIELD_TYPE_TIME, "105", "1:05:00" },
  { "en", 0, MARATHON_FIELD_TYPE_TIME, "345", "345" },
  { "en", 0, MARATHON_FIELD_TYPE_TIME, "4530", "4530" },
  { "en", 0, MARATHON_FIELD_TYPE_TIME, "34510", "3:45:10" },
  { "en", 42195, MARATHON_FIELD_TYPE_TIME, "fast", "fast" },
  { "en", 42195, MARATHON_FIELD_TYPE_TEXT, "3:45", "3:45" },
  { "de", 42195, MARATHON_FIELD_TYPE_TEXT, "3.4.80", "3.4.80" },
  { "en", 42195, MARATHON_FIELD_TYPE_BIB, " 41 ", "41" },
  { "en", 42195, MARATHON_FIELD_TYPE_LINES, "  indented\n", "  indented\n" },
};

static void
test_cases (void)
{
  MarathonDate today = marathon_date_new_day (2015, 4, 2);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      g_autofree char *text = g_strdup_printf ("event | language=%s\ncourse | length=%u\n", c->language, c->length);
      g_autoptr (MarathonEvent) event = model_fixture_new (text);
      g_autofree char *canonical = marathon_typed_text_to_canonical (event, c->type, c->typed, today);

      g_test_message ("“%s” in %s over %u m", c->typed, c->language, c->length);
      g_assert_cmpstr (canonical, ==, c->expected);
    }
}

static void
test_order_of_dates (void)
{
  static const struct {
    const char *language;
    const char *time_zone;
    const char *typed;
    const char *expected;
  } dates[] = {
    { "en", "Europe/London", "3/7/85", "1985-07-03" },
    { "en", "America/New_York", "3/7/85", "1985-03-07" },
    { "en", "America/New_York", "3.7.1985", "1985-03-07" },
    { "en", "America/New_York", "23/7/1985", "1985-07-23" },
    { "en-GB", "America/New_York", "3/7/85", "1985-07-03" },
    { "en_US.UTF-8", "Europe/London", "3/7/85", "1985-03-07" },
    { "en-Latn-US", "", "3/7/85", "1985-03-07" },
    { "en_GB.UTF-8", "", "3/7/85", "1985-07-03" },
    { "es", "America/Bogota", "3/7/85", "1985-07-03" },
    { "", "America/Chicago", "3/7/85", "1985-03-07" },
    { "C", "", "3/7/85", "1985-07-03" },
    { "ja", "Asia/Tokyo", "85/07/03", "1985-07-03" },
    { "ja", "Asia/Tokyo", "3/7/1985", "1985-07-03" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      MarathonDate date = MARATHON_DATE_UNKNOWN;
      g_autofree char *canonical = NULL;

      g_test_message ("“%s” in %s at %s", dates[i].typed, dates[i].language, dates[i].time_zone);
      g_assert_true (marathon_typed_date (dates[i].language, dates[i].time_zone, MARATHON_FIELD_TYPE_BIRTH,
                                          dates[i].typed, marathon_date_new_day (2015, 4, 2), &date));
      canonical = marathon_date_format (date);
      g_assert_cmpstr (canonical, ==, dates[i].expected);
    }
}

static void
test_says_why_it_is_no_date (void)
{
  static const struct {
    const char *language;
    const char *typed;
    const char *expected;
  } dates[] = {
    { "en-GB", "30.2.1985", "There is no 30 February" },
    { "en-GB", "29.2.1985", "There is no 29 February in 1985" },
    { "en-GB", "1985-06-31", "There is no 31 June" },
    { "en-US", "2/30/1985", "There is no 30 February" },
    { "en-GB", "31.13.1985", "There is no month 13" },
    { "en-GB", "0.4.1985", "There is no 0 April" },
    { "en-GB", "3.7.5", "“3.7.5” is not a date such as 1985-07-03" },
    { "en-GB", " soon ", "“soon” is not a date such as 1985-07-03" },
    { "en-GB", "3/7/1985x", "“3/7/1985x” is not a date such as 1985-07-03" },
    { "en-GB", "3/7/1985", NULL },
    { "en-GB", "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *text = g_strdup_printf ("event | language=%s\n", dates[i].language);
      g_autoptr (MarathonEvent) event = model_fixture_new (text);
      g_autofree char *sentence = marathon_typed_text_explain (event, MARATHON_FIELD_TYPE_BIRTH, dates[i].typed,
                                                               marathon_date_new_day (2015, 4, 2));

      g_assert_cmpstr (sentence, ==, dates[i].expected);
    }
}

static void
test_of_other_fields_their_parser_says_why (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("course | length=42195\n");
  MarathonDate today = marathon_date_new_day (2015, 4, 2);

  g_assert_null (marathon_typed_text_explain (event, MARATHON_FIELD_TYPE_TIME, "fast", today));
  g_assert_null (marathon_typed_text_explain (event, MARATHON_FIELD_TYPE_TEXT, "30.2.1985", today));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typed-text/cases", test_cases);
  g_test_add_func ("/typed-text/order-of-dates", test_order_of_dates);
  g_test_add_func ("/typed-text/says-why-it-is-no-date", test_says_why_it_is_no_date);
  g_test_add_func ("/typed-text/of-other-fields-their-parser-says-why", test_of_other_fields_their_parser_says_why);
  return g_test_run ();
}
