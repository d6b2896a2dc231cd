/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of bib texts: two texts are one bib exactly where their prefix and number are equal.
 */
#include "base/bib.h"

#define PREFIX_SIZE (MARATHON_BIB_MAX_LENGTH * 4)
#define NO_NUMBER MARATHON_BIB_NO_NUMBER

static void
test_a_bib_is_its_folded_prefix_and_its_number (void)
{
  static const struct {
    const char *text;
    const char *prefix;
    guint32 number;
  } cases[] = {
    { "37", "", 37 },
    { "037", "", 37 },
    { "0", "", 0 },
    { "000000000", "", 0 },
    { "999999999", "", 999999999 },
    { "W1", "w", 1 },
    { "w1", "w", 1 },
    { "W01", "w", 1 },
    { "A001", "a", 1 },
    { "W-1", "w-", 1 },
    { "W 1", "w", 1 },
    { "W.1", "w.", 1 },
    { "2014/37", "2014/", 37 },
    { "A1B2", "a1b", 2 },
    { "12W", "12w", NO_NUMBER },
    { "KEBEDE", "kebede", NO_NUMBER },
    { "O'Neil", "oneil", NO_NUMBER },
    { "\u00d8sterg\u00e5rd", "ostergard", NO_NUMBER },
    { "De La Cruz", "de la cruz", NO_NUMBER },
    { "\u00c41", "a", 1 },
    { "A\u03081", "a", 1 },
    { "-5", "-", 5 },
    { "'7", "", 7 },
    { "ABCDEFG999999999", "abcdefg", 999999999 },
    { "ABCDEFGHIJKLMNOP", "abcdefghijklmnop", NO_NUMBER },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char prefix[PREFIX_SIZE];
      guint32 number = 4711;

      if (!marathon_bib_parse (cases[i].text, prefix, &number))
        g_error ("“%s” was refused", cases[i].text);
      g_assert_cmpstr (prefix, ==, cases[i].prefix);
      g_assert_cmpuint (number, ==, cases[i].number);
    }
}

static void
test_other_texts_are_refused (void)
{
  static const char *const texts[] = {
    "",
    " ",
    " 37",
    "37 ",
    "W  1",
    "W\t1",
    "W\u00a01",
    "W\n1",
    "W_1",
    "W+1",
    "W#1",
    "W,1",
    "W;1",
    "W:1",
    "(W1)",
    "\"W1\"",
    "W\u20191",
    "W\u20131",
    "1234567890",
    "0000000001",
    "W1234567890",
    "ABCDEFGHIJKLMNOPQ",
    "12345678901234567",
    "\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4",
    "\uff11",
    "W\uff11",
    "W\u00b2",
    "\u0663\u0667",
    "W\u2460",
    "\U0001f3c3",
    "1 2",
    "12'3",
    "12'",
    "'",
    "''",
    "\u0301",
    "\xff",
    "W\xc3",
    "\ufdfa\ufdfa\ufdfa",
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char prefix[PREFIX_SIZE] = "untouched";
      guint32 number = 4711;

      if (marathon_bib_parse (texts[i], prefix, &number))
        g_error ("“%s” was read as a bib", texts[i]);
      g_assert_cmpstr (prefix, ==, "untouched");
      g_assert_cmpuint (number, ==, 4711);
    }
}

static void
test_texts_are_one_bib_or_two (void)
{
  static const struct {
    const char *a;
    const char *b;
    gboolean same;
  } cases[] = {
    { "37", "037", TRUE }, { "w1", "W1", TRUE },      { "W1", "W01", TRUE },      { "W1", "W 1", TRUE },
    { "W1", "1W", FALSE }, { "W1", "W-1", FALSE },    { "W1", "W10", FALSE },     { "1", "10", FALSE },
    { "W", "W0", FALSE },  { "A1B2", "A1B02", TRUE }, { "A1B2", "A01B2", FALSE }, { "O'Neil", "ONeil", TRUE },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char prefix_a[PREFIX_SIZE];
      char prefix_b[PREFIX_SIZE];
      guint32 number_a = 0;
      guint32 number_b = 0;

      g_assert_true (marathon_bib_parse (cases[i].a, prefix_a, &number_a));
      g_assert_true (marathon_bib_parse (cases[i].b, prefix_b, &number_b));
      g_assert_cmpint (marathon_bib_compare (prefix_a, number_a, prefix_b, number_b) == 0, ==, cases[i].same);
    }
}

static void
test_numbers_are_written_with_leading_zeros (void)
{
  static const struct {
    const char *prefix;
    guint32 number;
    guint digits;
    const char *text;
  } cases[] = {
    { "", 37, 0, "37" },
    { "", 37, 1, "37" },
    { "", 37, 5, "00037" },
    { "W", 1, 0, "W1" },
    { "A", 1, 3, "A001" },
    { "A", 1234, 3, "A1234" },
    { "", 0, 0, "0" },
    { "", 0, 3, "000" },
    { "W", NO_NUMBER, 3, "W" },
    { "", 999999999, 0, "999999999" },
    { "", 1, G_MAXUINT, "000000001" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = marathon_bib_format (cases[i].prefix, cases[i].number, cases[i].digits);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_what_is_written_is_the_same_bib (void)
{
  static const char *const texts[]
      = { "37", "W1", "A001", "W-1", "2014/37", "KEBEDE", "12W", "O'Neil 7", "\u00c41", "'7", "-5" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char prefix[PREFIX_SIZE];
      char again[PREFIX_SIZE];
      guint32 number = 0;
      guint32 number_again = 0;
      g_autofree char *text = NULL;

      g_assert_true (marathon_bib_parse (texts[i], prefix, &number));
      text = marathon_bib_format (prefix, number, 6);
      g_assert_true (marathon_bib_parse (text, again, &number_again));
      g_assert_cmpstr (again, ==, prefix);
      g_assert_cmpuint (number_again, ==, number);
    }
}

static void
test_bibs_stand_by_prefix_then_number (void)
{
  static const struct {
    const char *prefix;
    guint32 number;
  } in_order[] = {
    { "", 0 },  { "", 1 },          { "", 9 },       { "", 10 },      { "", 999999999 },   { "", NO_NUMBER },
    { "a", 1 }, { "a", 2 },         { "a", 10 },     { "a-", 1 },     { "a1b", 1 },        { "ab", 0 },
    { "w", 1 }, { "w", NO_NUMBER }, { "\u0438", 1 }, { "\uac00", 1 }, { "\U00010400", 1 },
  };
  guint i;
  guint j;

  for (i = 0; i < G_N_ELEMENTS (in_order); i++)
    for (j = 0; j < G_N_ELEMENTS (in_order); j++)
      {
        int order
            = marathon_bib_compare (in_order[i].prefix, in_order[i].number, in_order[j].prefix, in_order[j].number);

        g_assert_cmpint (order < 0, ==, i < j);
        g_assert_cmpint (order > 0, ==, i > j);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bib/is-its-folded-prefix-and-its-number", test_a_bib_is_its_folded_prefix_and_its_number);
  g_test_add_func ("/bib/other-texts-are-refused", test_other_texts_are_refused);
  g_test_add_func ("/bib/texts-are-one-bib-or-two", test_texts_are_one_bib_or_two);
  g_test_add_func ("/bib/numbers-are-written-with-leading-zeros", test_numbers_are_written_with_leading_zeros);
  g_test_add_func ("/bib/what-is-written-is-the-same-bib", test_what_is_written_is_the_same_bib);
  g_test_add_func ("/bib/stands-by-prefix-then-number", test_bibs_stand_by_prefix_then_number);

  return g_test_run ();
}
