/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of model/typed-column.h.
 */
#include "model/typed-column.h"

#include "model/bib-block.h"
#include "model/category.h"
#include "model/model-fixture.h"

typedef struct {
  const char *typed;
  const char *expected;
} Case;

/* What every text becomes in a column of that type; one that is refused stays as it is. */
static void
assert_cases (const MarathonColumn *column, const Case *cases, gsize n)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("event | language=en-GB\ncourse | length=42195\n");

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *canonical
          = marathon_typed_column_to_canonical (event, column, cases[i].typed, marathon_date_new_day (2015, 4, 2));

      g_test_message ("“%s”", cases[i].typed);
      g_assert_cmpstr (canonical, ==, cases[i].expected);
    }
}

static void
test_times_of_the_day (void)
{
  static const MarathonColumn column = { .name = "time", .type = MARATHON_COLUMN_CLOCK };
  static const Case cases[] = {
    { "", "" },
    { "10:15", "10:15" },
    { "9:15", "09:15" },
    { "10", "10:00" },
    { "9", "09:00" },
    { "0", "00:00" },
    { "1015", "10:15" },
    { "915", "09:15" },
    { "101530", "10:15:30" },
    { "91530", "09:15:30" },
    { "10.15", "10:15" },
    { "10,15", "10:15" },
    { "10 15", "10:15" },
    { "10h15", "10:15" },
    { "10H", "10:00" },
    { "10:15:30", "10:15:30" },
    { "10:15:00", "10:15" },
    { " 9:30 am ", "09:30" },
    { "9:30 PM", "21:30" },
    { "9.30 p.m.", "21:30" },
    { "9am", "09:00" },
    { "12 am", "00:00" },
    { "12:15 pm", "12:15" },
    { "930pm", "21:30" },
    { "23:59:59", "23:59:59" },
    { "24:00", "24:00" },
    { "10:60", "10:60" },
    { "10:15:60", "10:15:60" },
    { "13:00 pm", "13:00 pm" },
    { "0 am", "0 am" },
    { "10:5", "10:5" },
    { "10:", "10:" },
    { "10:15:", "10:15:" },
    { "10:15h", "10:15h" },
    { "1015301", "1015301" },
    { "-10", "-10" },
    { "pm", "pm" },
    { "noon", "noon" },
  };

  assert_cases (&column, cases, G_N_ELEMENTS (cases));
}

static void
test_numbers (void)
{
  static const MarathonColumn column = { .name = "capacity", .type = MARATHON_COLUMN_UINT };
  static const MarathonColumn share = { .name = "share", .type = MARATHON_COLUMN_UINT, .maximum = 100 };
  static const Case cases[] = {
    { "", "" },           { " 900 ", "900" },
    { "1,200", "1200" },  { "1.200", "1200" },
    { "1 200", "1200" },  { "1'200", "1200" },
    { "1’200", "1200" },  { "1\u00a0200", "1200" },
    { "1\u202f200", "1200" }, { "36,337", "36337" },
    { "1,234,567", "1234567" }, { "1,234.567", "1,234.567" },
    { "1,23", "1,23" },   { "1,2345", "1,2345" },
    { "1234,567", "1234,567" }, { "1,", "1," },
    { ",200", ",200" },   { "1,200,", "1,200," },
    { "-1,200", "-1,200" }, { "many", "many" },
    { "50 %", "50 %" },
  };
  static const Case shares[] = { { "50 %", "50" }, { "5%", "5" }, { "50", "50" }, { "%", "" } };

  assert_cases (&column, cases, G_N_ELEMENTS (cases));
  assert_cases (&share, shares, G_N_ELEMENTS (shares));
}

static void
test_decimals (void)
{
  static const MarathonColumn column = { .name = "drop", .type = MARATHON_COLUMN_DECIMAL };
  static const Case cases[] = {
    { "12.5", "12.5" }, { " 12,5 ", "12.5" }, { "1,234.5", "1,234.5" }, { "", "" }, { "1,2,3", "1.2,3" },
  };

  assert_cases (&column, cases, G_N_ELEMENTS (cases));
}

static void
test_ranges (void)
{
  static const MarathonColumn column = { .name = "numbers", .type = MARATHON_COLUMN_RANGES };
  static const Case cases[] = {
    { "", "" },
    { "1-99, 200", "1-99,200" },
    { "1 – 99", "1-99" },
    { "1—99", "1-99" },
    { "1−99", "1-99" },
    { "1-99; 200; 300-400;", "1-99,200,300-400" },
    { "1-99\n200\n", "1-99,200" },
    { "1-99 200 300", "1-99,200,300" },
    { "1-99, -13", "1-99,-13" },
    { " 7 ", "7" },
    { "a 1", "a1" },
    { ";", "" },
  };

  assert_cases (&column, cases, G_N_ELEMENTS (cases));
}

static void
test_colours (void)
{
  static const MarathonColumn column = { .name = "ink", .type = MARATHON_COLUMN_COLOUR };
  static const Case cases[] = {
    { "", "" },           { "#cc0011", "#cc0011" }, { " #CC0011 ", "#cc0011" }, { "cc0011", "#cc0011" },
    { "#c01", "#cc0011" }, { "C01", "#cc0011" },     { "red", "red" },           { "#cc00", "#cc00" },
    { "#", "#" },          { "##cc0011", "##cc0011" },
  };

  assert_cases (&column, cases, G_N_ELEMENTS (cases));
}

static void
test_times_and_dates_as_those_of_entrants (void)
{
  static const MarathonColumn time = { .name = "qualifying", .type = MARATHON_COLUMN_TIME };
  static const MarathonColumn date = { .name = "date", .type = MARATHON_COLUMN_DATE };
  static const Case times[] = { { "345", "3:45:00" }, { "2.50", "2:50:00" }, { "soon", "soon" } };
  static const Case dates[] = { { "25/4/27", "2027-04-25" }, { "30.2.2027", "30.2.2027" } };

  assert_cases (&time, times, G_N_ELEMENTS (times));
  assert_cases (&date, dates, G_N_ELEMENTS (dates));
}

static void
test_other_texts (void)
{
  static const MarathonColumn text = { .name = "name", .type = MARATHON_COLUMN_TEXT };
  static const MarathonColumn lines = { .name = "note", .type = MARATHON_COLUMN_LINES };
  static const Case texts[] = { { "  Red 1 ", "Red 1" }, { "1,200", "1,200" } };
  static const Case notes[] = { { "  indented\n", "  indented\n" } };

  assert_cases (&text, texts, G_N_ELEMENTS (texts));
  assert_cases (&lines, notes, G_N_ELEMENTS (notes));
}

static void
test_what_was_read_is_taken_by_the_column (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("category m | name=M\nbib-block b | name=B\n");
  static const struct {
    MarathonListId list;
    const char *column;
    const char *typed;
    const char *text;
  } cases[] = {
    { MARATHON_LIST_BIB_BLOCKS, "numbers", "200; 1 – 99, -13", "1-12,14-99,200" },
    { MARATHON_LIST_BIB_BLOCKS, "late-share", "5 %", "5" },
    { MARATHON_LIST_BIB_BLOCKS, "ground", "C01", "#cc0011" },
    { MARATHON_LIST_CATEGORIES, "capacity", "1,200", "1200" },
    { MARATHON_LIST_CATEGORIES, "qualifying", "2h50", "2:50:00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MarathonRecord *record = marathon_record_list_get (marathon_event_get_list (event, cases[i].list), 0);
      guint column = (guint) marathon_record_find_column (record, cases[i].column);
      g_autofree char *canonical
          = marathon_typed_column_to_canonical (event, &MARATHON_RECORD_GET_CLASS (record)->columns[column],
                                                cases[i].typed, marathon_date_new_day (2015, 4, 2));

      g_assert_true (marathon_event_set_record_text (event, record, column, canonical, NULL));
      g_assert_cmpstr (marathon_record_get_text (record, column), ==, cases[i].text);
    }
}

static void
test_only_of_dates_it_says_why (void)
{
  static const MarathonColumn date = { .name = "date", .type = MARATHON_COLUMN_DATE };
  static const MarathonColumn clock = { .name = "time", .type = MARATHON_COLUMN_CLOCK };
  g_autoptr (MarathonEvent) event = model_fixture_new ("event | language=en-GB\n");
  MarathonDate today = marathon_date_new_day (2015, 4, 2);
  g_autofree char *sentence = marathon_typed_column_explain (event, &date, "30.2.2027", today);

  g_assert_cmpstr (sentence, ==, "There is no 30 February");
  g_assert_null (marathon_typed_column_explain (event, &date, "3.2.2027", today));
  g_assert_null (marathon_typed_column_explain (event, &clock, "25:00", today));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typed-column/times-of-the-day", test_times_of_the_day);
  g_test_add_func ("/typed-column/numbers", test_numbers);
  g_test_add_func ("/typed-column/decimals", test_decimals);
  g_test_add_func ("/typed-column/ranges", test_ranges);
  g_test_add_func ("/typed-column/colours", test_colours);
  g_test_add_func ("/typed-column/times-and-dates-as-those-of-entrants", test_times_and_dates_as_those_of_entrants);
  g_test_add_func ("/typed-column/other-texts", test_other_texts);
  g_test_add_func ("/typed-column/what-was-read-is-taken-by-the-column", test_what_was_read_is_taken_by_the_column);
  g_test_add_func ("/typed-column/only-of-dates-it-says-why", test_only_of_dates_it_says_why);
  return g_test_run ();
}
