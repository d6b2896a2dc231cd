/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of sets of numbers: every operation is checked against a plain array of yes and no as well.
 */
#include "base/number-ranges.h"

#include <string.h>

static MarathonNumberRanges *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  MarathonNumberRanges *ranges = marathon_number_ranges_parse (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (ranges);
  return ranges;
}

static void
test_texts_become_the_shortest_form (void)
{
  static const struct {
    const char *text;
    const char *shortest;
    guint64 count;
  } cases[] = {
    { "", "", 0 },
    { "  ", "", 0 },
    { "1", "1", 1 },
    { "0", "0", 1 },
    { "007", "7", 1 },
    { "1-99,-13,-66-69", "1-12,14-65,70-99", 94 },
    { "1-99,200,-13,-66-69", "1-12,14-65,70-99,200", 95 },
    { "5-5", "5", 1 },
    { "1,2", "1-2", 2 },
    { "1,2,3", "1-3", 3 },
    { "3,2,1", "1-3", 3 },
    { "1,3,2", "1-3", 3 },
    { "1-3,4-6", "1-6", 6 },
    { "4-6,1-3", "1-6", 6 },
    { "1-3,5-6", "1-3,5-6", 5 },
    { "1-10,3-5", "1-10", 10 },
    { "3-5,1-10", "1-10", 10 },
    { "1-2,4-5,7-8,10-11,2-10", "1-11", 11 },
    { "1-2,4-5,7-8,3-4", "1-5,7-8", 7 },
    { "10-20,30-40,50-60,15-55", "10-60", 51 },
    { "-5", "", 0 },
    { "-5,5", "5", 1 },
    { "5,-5", "", 0 },
    { "1-9,-1-9", "", 0 },
    { "1-9,-0-999999999", "", 0 },
    { "1-9,-1", "2-9", 8 },
    { "1-9,-9", "1-8", 8 },
    { "1-9,-5,5", "1-9", 9 },
    { "1-9,11-19,21-29,-5-25", "1-4,26-29", 8 },
    { "1-9,11-19,21-29,-10-20", "1-9,21-29", 18 },
    { "1-9,21-29,-10-20", "1-9,21-29", 18 },
    { "1-3,-2,2-2,-1", "2-3", 2 },
    { " 1 - 99 , - 13 ,\t-66 -69 ", "1-12,14-65,70-99", 94 },
    { "999999999", "999999999", 1 },
    { "0-999999999", "0-999999999", G_GUINT64_CONSTANT (1000000000) },
    { "0-999999999,-0,-999999999", "1-999999998", G_GUINT64_CONSTANT (999999998) },
    { "999999998,999999999", "999999998-999999999", 2 },
    { "0000000000000000000000000000042", "42", 1 },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarathonNumberRanges) ranges = parse (cases[i].text);
      g_autofree char *shortest = marathon_number_ranges_format (ranges);
      g_autoptr (MarathonNumberRanges) again = parse (shortest);
      g_autofree char *same = marathon_number_ranges_format (again);

      g_assert_cmpstr (shortest, ==, cases[i].shortest);
      g_assert_cmpstr (same, ==, shortest);
      g_assert_cmpuint (marathon_number_ranges_count (ranges), ==, cases[i].count);
    }
}

static void
test_errors_name_the_part (void)
{
  static const struct {
    const char *text;
    GNumberParserError code;
    const char *part;
  } cases[] = {
    { "9-1", G_NUMBER_PARSER_ERROR_INVALID, "9-1" },
    { "1-5,-9-1", G_NUMBER_PARSER_ERROR_INVALID, "-9-1" },
    { "1-99,x", G_NUMBER_PARSER_ERROR_INVALID, "x" },
    { "1-99, 5x ,7", G_NUMBER_PARSER_ERROR_INVALID, "“5x”" },
    { "1 2", G_NUMBER_PARSER_ERROR_INVALID, "1 2" },
    { "1-", G_NUMBER_PARSER_ERROR_INVALID, "“1-”" },
    { "-", G_NUMBER_PARSER_ERROR_INVALID, "“-”" },
    { "--5", G_NUMBER_PARSER_ERROR_INVALID, "--5" },
    { "1--5", G_NUMBER_PARSER_ERROR_INVALID, "1--5" },
    { "1-2-3", G_NUMBER_PARSER_ERROR_INVALID, "1-2-3" },
    { "1;2", G_NUMBER_PARSER_ERROR_INVALID, "1;2" },
    { "1.5", G_NUMBER_PARSER_ERROR_INVALID, "1.5" },
    { "+5", G_NUMBER_PARSER_ERROR_INVALID, "+5" },
    { "\uff15", G_NUMBER_PARSER_ERROR_INVALID, "\uff15" },
    { "1,,2", G_NUMBER_PARSER_ERROR_INVALID, "comma" },
    { "1,", G_NUMBER_PARSER_ERROR_INVALID, "comma" },
    { ",1", G_NUMBER_PARSER_ERROR_INVALID, "comma" },
    { ",", G_NUMBER_PARSER_ERROR_INVALID, "comma" },
    { "1000000000", G_NUMBER_PARSER_ERROR_OUT_OF_BOUNDS, "1000000000" },
    { "-1000000000", G_NUMBER_PARSER_ERROR_OUT_OF_BOUNDS, "-1000000000" },
    { "5,1-4294967297", G_NUMBER_PARSER_ERROR_OUT_OF_BOUNDS, "1-4294967297" },
    { "18446744073709551617", G_NUMBER_PARSER_ERROR_OUT_OF_BOUNDS, "18446744073709551617" },
    { "18446744073709551617-1", G_NUMBER_PARSER_ERROR_OUT_OF_BOUNDS, "18446744073709551617-1" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (marathon_number_ranges_parse (cases[i].text, &error));
      g_assert_error (error, G_NUMBER_PARSER_ERROR, (int)cases[i].code);
      if (strstr (error->message, cases[i].part) == NULL)
        g_error ("the message for “%s” does not name “%s”: %s", cases[i].text, cases[i].part, error->message);
      g_assert_null (marathon_number_ranges_parse (cases[i].text, NULL));
    }
}

static void
test_members_are_found (void)
{
  g_autoptr (MarathonNumberRanges) ranges = parse ("1-99,-13,-66-69,200,999999999");
  static const struct {
    guint32 number;
    gboolean is_member;
    guint32 next;
  } cases[] = {
    { 0, FALSE, 1 },
    { 1, TRUE, 1 },
    { 12, TRUE, 12 },
    { 13, FALSE, 14 },
    { 14, TRUE, 14 },
    { 65, TRUE, 65 },
    { 66, FALSE, 70 },
    { 69, FALSE, 70 },
    { 70, TRUE, 70 },
    { 99, TRUE, 99 },
    { 100, FALSE, 200 },
    { 200, TRUE, 200 },
    { 201, FALSE, 999999999 },
    { 999999998, FALSE, 999999999 },
    { 999999999, TRUE, 999999999 },
  };
  guint32 next = 4711;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (marathon_number_ranges_contains (ranges, cases[i].number), ==, cases[i].is_member);
      g_assert_true (marathon_number_ranges_next (ranges, cases[i].number, &next));
      g_assert_cmpuint (next, ==, cases[i].next);
    }

  next = 4711;
  g_assert_false (marathon_number_ranges_contains (ranges, MARATHON_NUMBER_MAX + 1));
  g_assert_false (marathon_number_ranges_contains (ranges, G_MAXUINT32));
  g_assert_false (marathon_number_ranges_next (ranges, MARATHON_NUMBER_MAX + 1, &next));
  g_assert_cmpuint (next, ==, 4711);
}

static void
test_the_empty_set_has_no_members (void)
{
  g_autoptr (MarathonNumberRanges) empty = parse ("");
  g_autoptr (MarathonNumberRanges) all = parse ("0-999999999");
  guint32 number = 4711;

  g_assert_cmpuint (marathon_number_ranges_count (empty), ==, 0);
  g_assert_false (marathon_number_ranges_contains (empty, 0));
  g_assert_false (marathon_number_ranges_next (empty, 0, &number));
  g_assert_false (marathon_number_ranges_overlap (empty, all, &number));
  g_assert_false (marathon_number_ranges_overlap (all, empty, &number));
  g_assert_false (marathon_number_ranges_overlap (empty, empty, &number));
  g_assert_cmpuint (number, ==, 4711);
}

static void
test_the_lowest_common_number_is_told (void)
{
  static const struct {
    const char *a;
    const char *b;
    int lowest; /* -1 where they have none */
  } cases[] = {
    { "1-9", "10-19", -1 },
    { "1-9", "9-19", 9 },
    { "1-9", "5", 5 },
    { "1-9,20-29", "10-19,30", -1 },
    { "1-9,20-29", "10-21", 20 },
    { "1-100", "1-100", 1 },
    { "1-9,-5", "5", -1 },
    { "7,9,11", "8,10,11", 11 },
    { "0", "0-999999999", 0 },
    { "999999999", "1-2,999999999", 999999999 },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarathonNumberRanges) a = parse (cases[i].a);
      g_autoptr (MarathonNumberRanges) b = parse (cases[i].b);
      gboolean expected = cases[i].lowest >= 0;
      guint32 forth = 4711;
      guint32 back = 4711;

      g_assert_cmpint (marathon_number_ranges_overlap (a, b, &forth), ==, expected);
      g_assert_cmpint (marathon_number_ranges_overlap (b, a, &back), ==, expected);
      g_assert_cmpint (marathon_number_ranges_overlap (a, b, NULL), ==, expected);
      g_assert_cmpuint (forth, ==, expected ? (guint32)cases[i].lowest : 4711);
      g_assert_cmpuint (back, ==, forth);
    }
}

#define UNIVERSE 64

/* A random text of parts, and the same thing done to an array. */
static char *
random_text (gboolean members[UNIVERSE])
{
  GString *text = g_string_new (NULL);
  int n_parts = g_test_rand_int_range (1, 12);

  memset (members, 0, UNIVERSE * sizeof members[0]);
  while (n_parts-- > 0)
    {
      int first = g_test_rand_int_range (0, UNIVERSE);
      int last = g_test_rand_int_range (first, MIN (first + 16, UNIVERSE));
      gboolean takes_away = g_test_rand_int_range (0, 3) == 0;
      int number;

      g_string_append_printf (text, "%s%s%d-%d", text->len > 0 ? "," : "", takes_away ? "-" : "", first, last);
      for (number = first; number <= last; number++)
        members[number] = !takes_away;
    }
  return g_string_free (text, FALSE);
}

static void
check_against_array (const MarathonNumberRanges *ranges, const gboolean members[UNIVERSE])
{
  guint64 count = 0;
  guint32 next_member = G_MAXUINT32;
  int number;

  for (number = UNIVERSE - 1; number >= 0; number--)
    {
      guint32 next = G_MAXUINT32;

      if (members[number])
        {
          next_member = (guint32)number;
          count++;
        }
      g_assert_cmpint (marathon_number_ranges_contains (ranges, (guint32)number), ==, members[number]);
      g_assert_cmpint (marathon_number_ranges_next (ranges, (guint32)number, &next), ==, next_member != G_MAXUINT32);
      g_assert_cmpuint (next, ==, next_member);
    }
  g_assert_cmpuint (marathon_number_ranges_count (ranges), ==, count);
}

static void
check_overlap_against_arrays (const MarathonNumberRanges *a, const gboolean in_a[UNIVERSE],
                              const MarathonNumberRanges *b, const gboolean in_b[UNIVERSE])
{
  guint32 lowest = G_MAXUINT32;
  guint32 expected = 0;

  while (expected < UNIVERSE && !(in_a[expected] && in_b[expected]))
    expected++;
  g_assert_cmpint (marathon_number_ranges_overlap (a, b, &lowest), ==, expected < UNIVERSE);
  if (expected < UNIVERSE)
    g_assert_cmpuint (lowest, ==, expected);
}

static void
test_random_sets_are_those_of_an_array (void)
{
  int round;

  for (round = 0; round < 2000; round++)
    {
      gboolean in_a[UNIVERSE];
      gboolean in_b[UNIVERSE];
      g_autofree char *text_a = random_text (in_a);
      g_autofree char *text_b = random_text (in_b);
      g_autoptr (MarathonNumberRanges) a = parse (text_a);
      g_autoptr (MarathonNumberRanges) b = parse (text_b);
      g_autofree char *shortest_a = marathon_number_ranges_format (a);
      g_autofree char *shortest_b = marathon_number_ranges_format (b);

      check_against_array (a, in_a);
      check_against_array (b, in_b);
      check_overlap_against_arrays (a, in_a, b, in_b);
      g_assert_cmpint (strcmp (shortest_a, shortest_b) == 0, ==, memcmp (in_a, in_b, sizeof in_a) == 0);
    }
}

static void
test_thousands_of_parts_are_no_burden (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (MarathonNumberRanges) ranges = NULL;
  g_autofree char *shortest = NULL;
  guint number;

  /* Downwards, so that each part goes before all the others. */
  for (number = 20000; number > 0; number -= 2)
    g_string_append_printf (text, "%s%u", text->len > 0 ? "," : "", number);
  ranges = parse (text->str);
  g_assert_cmpuint (marathon_number_ranges_count (ranges), ==, 10000);
  g_assert_true (marathon_number_ranges_contains (ranges, 10000));
  g_assert_false (marathon_number_ranges_contains (ranges, 9999));
  shortest = marathon_number_ranges_format (ranges);
  g_assert_true (g_str_has_prefix (shortest, "2,4,6,8,"));
}

static void
test_in_words (void)
{
  static const char *const cases[][2] = {
    { "", "" },
    { "7", "7" },
    { "1-99", "1–99" },
    { "1-99,-13,-66-69", "1–99 without 13, 66–69" },
    { "0-1", "0–1" },
    { "1,3,5", "1; 3; 5" },
    { "1-12,14-65,101-199,-150", "1–65 without 13; 101–199 without 150" },
    { "20001-40000,60001-66665", "20001–40000; 60001–66665" },
    { "1-50,61-99", "1–99 without 51–60" },
    { "1-50,62-99", "1–50; 62–99" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarathonNumberRanges) ranges = parse (cases[i][0]);
      g_autofree char *text = marathon_number_ranges_describe (ranges);

      g_assert_cmpstr (text, ==, cases[i][1]);
    }
}

static void
test_a_reference_keeps_the_set (void)
{
  g_autoptr (MarathonNumberRanges) kept = NULL;
  MarathonNumberRanges *ranges = parse ("1-9");

  kept = marathon_number_ranges_ref (ranges);
  g_assert_true (kept == ranges);
  marathon_number_ranges_unref (ranges);
  g_assert_cmpuint (marathon_number_ranges_count (kept), ==, 9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/number-ranges/texts-become-the-shortest-form", test_texts_become_the_shortest_form);
  g_test_add_func ("/number-ranges/errors-name-the-part", test_errors_name_the_part);
  g_test_add_func ("/number-ranges/members-are-found", test_members_are_found);
  g_test_add_func ("/number-ranges/the-empty-set-has-no-members", test_the_empty_set_has_no_members);
  g_test_add_func ("/number-ranges/the-lowest-common-number-is-told", test_the_lowest_common_number_is_told);
  g_test_add_func ("/number-ranges/random-sets-are-those-of-an-array", test_random_sets_are_those_of_an_array);
  g_test_add_func ("/number-ranges/thousands-of-parts-are-no-burden", test_thousands_of_parts_are_no_burden);
  g_test_add_func ("/number-ranges/in-words", test_in_words);
  g_test_add_func ("/number-ranges/a-reference-keeps-the-set", test_a_reference_keeps_the_set);

  return g_test_run ();
}
