/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of the values of records, kind by kind: what is read, its canonical text, and what is refused.
 */
#include "model/record-values.h"

#include <string.h>

#include "model/model-error.h"
#include "model/model-fixture.h"

/* One column of each kind, and more where a kind has limits. */
static const MarathonColumn column_text = { "name", "", MARATHON_COLUMN_TEXT, 0, .maximum = 10 };
static const MarathonColumn column_long = { "name", "", MARATHON_COLUMN_TEXT, 0 };
static const MarathonColumn column_required = { "name", "", MARATHON_COLUMN_TEXT, 0, .required = TRUE };
static const MarathonColumn column_lines = { "note", "", MARATHON_COLUMN_LINES, 0 };
static const MarathonColumn column_words = { "routes", "", MARATHON_COLUMN_WORDS, 0 };
static const MarathonColumn column_uint = { "capacity", "", MARATHON_COLUMN_UINT, 0 };
static const MarathonColumn column_small = { "share", "", MARATHON_COLUMN_UINT, 0, .minimum = 5, .maximum = 100 };
static const MarathonColumn column_decimal
    = { "drop", "", MARATHON_COLUMN_DECIMAL, 0, .minimum = -100000, .maximum = 100000 };
static const MarathonColumn column_bool = { "elite", "", MARATHON_COLUMN_BOOL, 0 };
static const MarathonColumn column_enum = { "mode", "", MARATHON_COLUMN_ENUM, 0, .vocabulary = marathon_mode_words };
static const MarathonColumn column_sex = { "sex", "", MARATHON_COLUMN_ENUM, 0, .vocabulary = marathon_sex_words };
static const MarathonColumn column_date = { "date", "", MARATHON_COLUMN_DATE, 0 };
static const MarathonColumn column_time = { "qualifying", "", MARATHON_COLUMN_TIME, 0 };
static const MarathonColumn column_clock = { "time", "", MARATHON_COLUMN_CLOCK, 0 };
static const MarathonColumn column_instant = { "printed", "", MARATHON_COLUMN_INSTANT, 0 };
static const MarathonColumn column_ranges = { "numbers", "", MARATHON_COLUMN_RANGES, 0 };
static const MarathonColumn column_classes = { "classes", "", MARATHON_COLUMN_CLASSES, 0 };
static const MarathonColumn column_colour = { "ink", "", MARATHON_COLUMN_COLOUR, 0 };
static const MarathonColumn column_bib = { "bib", "", MARATHON_COLUMN_BIB, 0 };
static const MarathonColumn column_entrant = { "entrant", "", MARATHON_COLUMN_ENTRANT, 0 };
static const MarathonColumn column_ref = { "start", "", MARATHON_COLUMN_REF, 0, .list = MARATHON_LIST_STARTS };
static const MarathonColumn column_refs = { "starts", "", MARATHON_COLUMN_REFS, 0, .list = MARATHON_LIST_STARTS };

static MarathonEvent *
make_event (void)
{
  return model_fixture_new ("start red | name=Red\n start blue | name=Blue\n start green | name=Green\n");
}

static void
test_a_value_has_one_canonical_text (void)
{
  static const struct {
    const MarathonColumn *column;
    const char *text, *canonical;
  } cases[] = {
    { &column_text, "", "" },
    { &column_text, "  two \t words ", "two words" },
    { &column_text, "a\nb", "a b" },
    { &column_text, "0123456789", "0123456789" },
    { &column_text, "  0123456789  ", "0123456789" },
    { &column_text, "e\u0301", "\u00e9" },
    { &column_text, "McBib", "McBib" },
    { &column_lines, "a\nb", "a\nb" },
    { &column_lines, " a  b ", "a b" },
    { &column_words, "", "" },
    { &column_words, "ballot", "ballot" },
    { &column_words, " ballot ;; charity;ballot; ", "ballot;charity" },
    { &column_words, ";", "" },
    { &column_uint, "", "0" },
    { &column_uint, "0", "0" },
    { &column_uint, "007", "7" },
    { &column_uint, "2147483647", "2147483647" },
    { &column_small, "5", "5" },
    { &column_small, "100", "100" },
    { &column_decimal, "", "0" },
    { &column_decimal, "0.5", "0.5" },
    { &column_decimal, "-0.05", "-0.05" },
    { &column_decimal, "-0.50", "-0.5" },
    { &column_decimal, "12", "12" },
    { &column_decimal, "12.00", "12" },
    { &column_decimal, "-1000", "-1000" },
    { &column_decimal, "999.99", "999.99" },
    { &column_decimal, "-0", "0" },
    { &column_bool, "", "no" },
    { &column_bool, "no", "no" },
    { &column_bool, "yes", "yes" },
    { &column_enum, "", "running" },
    { &column_enum, "frame", "frame" },
    { &column_sex, "", "" },
    { &column_sex, "X", "X" },
    { &column_date, "", "" },
    { &column_date, "2014-04-13", "2014-04-13" },
    { &column_date, "2012-02-29", "2012-02-29" },
    { &column_time, "", "" },
    { &column_time, "2:04:29", "2:04:29" },
    { &column_time, "02:04:29.0", "2:04:29" },
    { &column_time, "2:04:29.5", "2:04:29.5" },
    { &column_clock, "", "" },
    { &column_clock, "10:00", "10:00" },
    { &column_clock, "10:00:00", "10:00" },
    { &column_clock, "00:00", "00:00" },
    { &column_clock, "23:59:59", "23:59:59" },
    { &column_instant, "", "" },
    { &column_instant, "2014-04-13T09:00:00Z", "2014-04-13T09:00:00Z" },
    { &column_ranges, "", "" },
    { &column_ranges, "1-99,-13", "1-12,14-99" },
    { &column_ranges, "5, 4", "4-5" },
    { &column_classes, "", "" },
    { &column_classes, "t11;T12", "T11;T12" },
    { &column_classes, "T11;t11", "T11" },
    { &column_classes, "T12;T11", "T12;T11" },
    { &column_colour, "", "" },
    { &column_colour, "#CC00aa", "#cc00aa" },
    { &column_bib, "", "" },
    { &column_bib, "W1", "W1" },
    { &column_bib, "037", "037" },
    { &column_entrant, "", "" },
    { &column_entrant, "1F", "000000000000001f" },
    { &column_ref, "", "" },
    { &column_ref, "blue", "blue" },
    { &column_refs, "", "" },
    { &column_refs, "blue;red;blue", "blue;red" },
    { &column_refs, " blue ; red ", "blue;red" },
  };
  g_autoptr (MarathonEvent) event = make_event ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *text = cases[i].text;

      /* The second time with the canonical text itself. */
      for (guint round = 0; round < 2; round++, text = cases[i].canonical)
        {
          MarathonRecordValue value;
          gpointer member[2] = { NULL, NULL };
          g_autoptr (GError) error = NULL;

          g_assert_true (marathon_record_value_parse (cases[i].column, event, text, &value, &error));
          g_assert_no_error (error);
          g_assert_cmpstr (value.text, ==, cases[i].canonical);
          marathon_record_value_store (cases[i].column, member, &value);
          marathon_record_value_clear_member (cases[i].column, member);
          g_free (value.text);
        }
    }
}

static void
test_what_does_not_fit_is_refused_by_name (void)
{
  static const struct {
    const MarathonColumn *column;
    const char *text;
  } cases[] = {
    { &column_text, "0123456789a" },
    { &column_required, "" },
    { &column_required, "  " },
    { &column_uint, "-1" },
    { &column_uint, "1.5" },
    { &column_uint, "x" },
    { &column_uint, "2147483648" },
    { &column_uint, "12345678901234567890" },
    { &column_uint, "+1" },
    { &column_uint, " 1" },
    { &column_small, "4" },
    { &column_small, "101" },
    { &column_small, "" },
    { &column_decimal, "1.234" },
    { &column_decimal, "1,5" },
    { &column_decimal, ".5" },
    { &column_decimal, "1000.01" },
    { &column_decimal, "-1000.01" },
    { &column_decimal, "--1" },
    { &column_decimal, "-" },
    { &column_bool, "true" },
    { &column_bool, "Yes" },
    { &column_bool, "y" },
    { &column_enum, "Running" },
    { &column_enum, "walking" },
    { &column_sex, "m" },
    { &column_date, "2014" },
    { &column_date, "2013-02-29" },
    { &column_date, "31@2014-04-13" },
    { &column_date, "13.4.2014" },
    { &column_time, "2:04" },
    { &column_time, "0:00:00" },
    { &column_time, "2:60:00" },
    { &column_time, "1:00:00.55" },
    { &column_clock, "24:00" },
    { &column_clock, "9:00" },
    { &column_clock, "10" },
    { &column_instant, "2014-04-13" },
    { &column_instant, "2014-04-13T09:00:00" },
    { &column_instant, "1970-01-01T00:00:00Z" },
    { &column_ranges, "9-1" },
    { &column_ranges, "a" },
    { &column_classes, "T11;54" },
    { &column_classes, "T5x" },
    { &column_colour, "red" },
    { &column_colour, "#ccc" },
    { &column_colour, "#gg0000" },
    { &column_colour, "#cc00000" },
    { &column_bib, "1 2" },
    { &column_bib, "0123456789abcdefg" },
    { &column_bib, "W#1" },
    { &column_entrant, "0" },
    { &column_entrant, "xyz" },
    { &column_entrant, "12345678901234567" },
    { &column_ref, "yellow" },
    { &column_ref, "RED" },
    { &column_ref, "red;blue" },
    { &column_refs, "red;yellow" },
  };
  g_autoptr (MarathonEvent) event = make_event ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MarathonRecordValue value;
      g_autoptr (GError) error = NULL;
      int code
          = cases[i].column->list == MARATHON_LIST_STARTS ? MARATHON_MODEL_ERROR_REFERENCE : MARATHON_MODEL_ERROR_VALUE;

      if (marathon_record_value_parse (cases[i].column, event, cases[i].text, &value, &error))
        g_error ("%s: “%s” was accepted", cases[i].column->name, cases[i].text);
      g_assert_error (error, MARATHON_MODEL_ERROR, code);
      g_assert_true (g_str_has_prefix (error->message, cases[i].column->name));
      g_assert_null (value.text);
    }
}

static void
test_a_text_is_at_most_the_pools_longest (void)
{
  g_autofree char *longest = g_strnfill (MARATHON_TEXT_MAX_LENGTH, 'x'),
                  *longer = g_strnfill (MARATHON_TEXT_MAX_LENGTH + 1, 'x');
  static const MarathonColumn *const columns[] = { &column_long, &column_lines, &column_words };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      MarathonRecordValue value;
      gpointer member = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (marathon_record_value_parse (columns[i], NULL, longest, &value, NULL));
      marathon_record_value_store (columns[i], &member, &value);
      marathon_record_value_clear_member (columns[i], &member);
      g_free (value.text);
      g_assert_false (marathon_record_value_parse (columns[i], NULL, longer, &value, &error));
      g_assert_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_VALUE);
      g_assert_nonnull (strstr (error->message, "65536 bytes"));
    }
}

static void
test_numbers_are_what_the_text_says (void)
{
  static const struct {
    const MarathonColumn *column;
    const char *text;
    gint64 number;
  } cases[] = {
    { &column_uint, "42195", 42195 },
    { &column_decimal, "-1.5", -150 },
    { &column_decimal, "0.05", 5 },
    { &column_decimal, "12", 1200 },
    { &column_bool, "yes", 1 },
    { &column_bool, "", 0 },
    { &column_enum, "frame", MARATHON_MODE_FRAME },
    { &column_sex, "", 0 },
    { &column_time, "2:04:29.5", 74695 },
    { &column_time, "", MARATHON_TIME_NONE },
    { &column_clock, "10:00", 36000 },
    { &column_clock, "", MARATHON_CLOCK_NONE },
    { &column_instant, "1970-01-02T00:00:01Z", 86401 },
    { &column_instant, "1969-12-31T23:59:59Z", -1 },
    { &column_entrant, "ffffffffffffffff", -1 },
    { &column_ref, "", 0 },
    { &column_ref, "red", 1 },
    { &column_ref, "green", 3 },
  };
  g_autoptr (MarathonEvent) event = make_event ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean is_wide = cases[i].column == &column_instant || cases[i].column == &column_entrant;
      MarathonRecordValue value;
      union {
        gint64 wide;
        gint32 narrow;
      } member = { 0 };

      g_assert_true (marathon_record_value_parse (cases[i].column, event, cases[i].text, &value, NULL));
      g_assert_cmpint (value.number, ==, cases[i].number);
      marathon_record_value_store (cases[i].column, &member, &value);
      g_assert_cmpint (is_wide ? member.wide : member.narrow, ==, cases[i].number);
      g_free (value.text);
    }
}

static void
test_lists_end_with_nothing (void)
{
  g_autoptr (MarathonEvent) event = make_event ();
  MarathonRecordValue value;
  char **words = NULL;
  guint32 *handles = NULL;
  MarathonSportClass *classes = NULL, t54;

  g_assert_true (marathon_sport_class_parse ("T54", &t54));
  g_assert_true (marathon_record_value_parse (&column_words, event, "a;b", &value, NULL));
  marathon_record_value_store (&column_words, &words, &value);
  g_free (value.text);
  g_assert_cmpuint (g_strv_length (words), ==, 2);
  g_assert_cmpstr (words[1], ==, "b");

  g_assert_true (marathon_record_value_parse (&column_refs, event, "green;red", &value, NULL));
  marathon_record_value_store (&column_refs, &handles, &value);
  g_free (value.text);
  g_assert_cmpuint (handles[0], ==, 3);
  g_assert_cmpuint (handles[1], ==, 1);
  g_assert_cmpuint (handles[2], ==, 0);
  g_assert_true (marathon_handles_contain (handles, 3));
  g_assert_false (marathon_handles_contain (handles, 2));

  g_assert_true (marathon_record_value_parse (&column_classes, event, "T54", &value, NULL));
  marathon_record_value_store (&column_classes, &classes, &value);
  g_free (value.text);
  g_assert_cmpuint (classes[0], ==, t54);
  g_assert_cmpuint (classes[1], ==, 0);

  /* Storing again frees what was there; empty lists are lists too. */
  g_assert_true (marathon_record_value_parse (&column_classes, event, "", &value, NULL));
  marathon_record_value_store (&column_classes, &classes, &value);
  g_free (value.text);
  g_assert_cmpuint (classes[0], ==, 0);

  marathon_record_value_clear_member (&column_words, &words);
  marathon_record_value_clear_member (&column_refs, &handles);
  marathon_record_value_clear_member (&column_classes, &classes);
  g_assert_null (words);
  g_assert_null (handles);
  g_assert_null (classes);
}

static void
test_ranges_are_a_set (void)
{
  MarathonNumberRanges *ranges = NULL;
  MarathonRecordValue value;

  g_assert_true (marathon_record_value_parse (&column_ranges, NULL, "1-99,-13", &value, NULL));
  marathon_record_value_store (&column_ranges, &ranges, &value);
  g_free (value.text);
  g_assert_cmpuint (marathon_number_ranges_count (ranges), ==, 98);
  g_assert_false (marathon_number_ranges_contains (ranges, 13));
  marathon_record_value_clear_member (&column_ranges, &ranges);
  g_assert_null (ranges);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record-values/a-value-has-one-canonical-text", test_a_value_has_one_canonical_text);
  g_test_add_func ("/record-values/what-does-not-fit-is-refused-by-name", test_what_does_not_fit_is_refused_by_name);
  g_test_add_func ("/record-values/a-text-is-at-most-the-pools-longest", test_a_text_is_at_most_the_pools_longest);
  g_test_add_func ("/record-values/numbers-are-what-the-text-says", test_numbers_are_what_the_text_says);
  g_test_add_func ("/record-values/lists-end-with-nothing", test_lists_end_with_nothing);
  g_test_add_func ("/record-values/ranges-are-a-set", test_ranges_are_a_set);

  return g_test_run ();
}
