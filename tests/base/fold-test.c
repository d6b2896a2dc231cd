/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of folded and of cleaned text.
 */
#include "base/fold.h"

#include <string.h>

#define LAST_CODE_POINT 0x10FFFF

static gboolean
is_surrogate (gunichar c)
{
  return c >= 0xD800 && c <= 0xDFFF;
}

static void
test_names_are_folded (void)
{
  static const struct {
    const char *text;
    const char *folded;
  } cases[] = {
    { "", "" },
    { "   ", "" },
    { "Smith", "smith" },
    { "McDONALD", "mcdonald" },
    { " \tJohn \n  Smith\v\f\r", "john smith" },
    { "O'Brien", "obrien" },
    { "O\u2019Brien", "obrien" },
    { "O\u02bcBrien", "obrien" },
    { "O`Brien", "obrien" },
    { "O\u00b4Brien", "obrien" },
    { "O\u2018Brien", "obrien" },
    { "O\uff07Brien", "obrien" },
    { "Hawai\u02bbi", "hawaii" },
    { "John \"Jo\" Smith", "john jo smith" },
    { "\u201cJo\u201d \u201eJo\u201f \u00abJo\u00bb", "jo jo jo" },
    { "' \" `", "" },
    { "a ' b", "a b" },
    { "Smith-Jones", "smith-jones" },
    { "Smith\u2010Jones\u2011A\u2012B\u2013C\u2014D\u2015E\u2212F", "smith-jones-a-b-c-d-e-f" },
    { "M\u00fchlbauer", "muhlbauer" },
    { "Mu\u0308hlbauer", "muhlbauer" },
    { "\u00c5ngstr\u00f6m", "angstrom" },
    { "\u212bngstr\u00f6m", "angstrom" },
    { "S\u00f8ren \u00d8rsted", "soren orsted" },
    { "\u00c6r\u00f8 \u00e6", "aero ae" },
    { "\u01fe\u01fc", "oae" },
    { "\u0152uvre \u0153", "oeuvre oe" },
    { "Stra\u00dfe STRA\u1e9eE", "strasse strasse" },
    { "\u0141\u00f3d\u017a \u0142", "lodz l" },
    { "\u0110or\u0111e", "dorde" },
    { "\u00d0\u00f0", "dd" },
    { "\u00de\u00f3r \u00fe", "thor th" },
    { "\u0130stanbul Istanbul I\u0307stanbul D\u0131n\u00e7", "istanbul istanbul istanbul dinc" },
    { "\u0126al \u0127", "hal h" },
    { "\u017bebbu\u0121", "zebbug" },
    { "Nguy\u1ec5n Th\u1ecb", "nguyen thi" },
    { "\ufb01\ufb02", "fifl" },
    { "\uff33\uff4d\uff49\uff54\uff48\uff11", "smith1" },
    { "\u5c71\u7530\u3000\u592a\u90ce", "\u5c71\u7530 \u592a\u90ce" },
    { "A\u00a0B\u2009C\u202fD\u2003E\u2028F\xc2\x85"
      "G",
      "a b c d e f g" },
    { "\u03a3\u03af\u03c3\u03c5\u03c6\u03bf\u03c2", "\u03c3\u03b9\u03c3\u03c5\u03c6\u03bf\u03c3" },
    { "\u0419\u0438 \u0401\u0451", "\u0438\u0438 \u0435\u0435" },
    { "co\u00adop a\u200db\u2068c\u2069", "coop abc" },
    { "\u0149", "n" },
    { "e\u0301\u0327\u0323", "e" },
    { "\u0301", "" },
    { "37 (W1) a.b/c", "37 (w1) a.b/c" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = marathon_fold (cases[i].text);
      g_autofree char *again = marathon_fold (folded);

      g_assert_cmpstr (folded, ==, cases[i].folded);
      g_assert_cmpstr (again, ==, folded);
    }
}

static void
test_folding_any_character_twice_gives_the_same (void)
{
  gunichar c;

  for (c = 1; c <= LAST_CODE_POINT; c++)
    {
      g_autofree char *folded = NULL;
      g_autofree char *again = NULL;
      char text[16] = "";

      if (is_surrogate (c))
        continue;
      text[g_unichar_to_utf8 (c, text)] = '\0';
      folded = marathon_fold (text);
      again = marathon_fold (folded);
      if (!g_utf8_validate (folded, -1, NULL) || strcmp (folded, again) != 0)
        g_error ("U+%04X becomes “%s”, and that “%s”", c, folded, again);
    }
}

static char *
without_marks (const char *text)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_NFKD);
  GString *kept = g_string_new (NULL);
  const char *at;

  for (at = decomposed; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_ismark (g_utf8_get_char (at)))
      g_string_append_unichar (kept, g_utf8_get_char (at));
  return g_string_free (kept, FALSE);
}

/* The whole road by GLib: what the fold of a letter is by definition, where no letter is replaced. */
static char *
fold_by_definition (const char *text)
{
  g_autofree char *bare = without_marks (text);
  g_autofree char *lower = g_utf8_casefold (bare, -1);

  return without_marks (lower);
}

/* %TRUE where @folded holds a letter that we replace and Unicode does not, or one of Cherokee, which Unicode folds to
 * its capitals and we to its small letters. */
static gboolean
is_ours (const char *folded)
{
  static const char *const letters = "\u00df\u00e6\u00f0\u00f8\u00fe\u0111\u0127\u0131\u0142\u0153"
                                     "\u02b9\u02ba\u02bb\u02bc\u02bd\u02be\u02bf";
  const char *at;

  for (at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_utf8_strchr (letters, -1, c) != NULL || g_unichar_get_script (c) == G_UNICODE_SCRIPT_CHEROKEE)
        return TRUE;
    }
  return FALSE;
}

static void
test_letters_are_folded_as_unicode_says (void)
{
  gunichar c;

  for (c = 1; c <= LAST_CODE_POINT; c++)
    {
      g_autofree char *folded = NULL;
      g_autofree char *expected = NULL;
      char text[16] = "";

      if (is_surrogate (c) || !g_unichar_isalpha (c))
        continue;
      text[g_unichar_to_utf8 (c, text)] = '\0';
      folded = marathon_fold (text);
      expected = fold_by_definition (text);
      if (!is_ours (expected) && strcmp (folded, g_strstrip (expected)) != 0)
        g_error ("U+%04X becomes “%s” instead of “%s”", c, folded, expected);
    }
}

static void
test_case_makes_no_difference (void)
{
  gunichar c;

  for (c = 1; c <= LAST_CODE_POINT; c++)
    {
      g_autofree char *folded_upper = NULL;
      g_autofree char *folded_lower = NULL;
      char upper[16] = "";
      char lower[16] = "";

      if (is_surrogate (c) || g_unichar_toupper (c) == c)
        continue;
      lower[g_unichar_to_utf8 (c, lower)] = '\0';
      upper[g_unichar_to_utf8 (g_unichar_toupper (c), upper)] = '\0';
      folded_lower = marathon_fold (lower);
      folded_upper = marathon_fold (upper);
      g_assert_cmpstr (folded_upper, ==, folded_lower);
    }
}

static void
test_appending_leaves_what_was_there (void)
{
  g_autoptr (GString) out = g_string_new ("before ");

  marathon_fold_append (out, "  \u00c9mile  ZOLA  and more", strlen ("  \u00c9mile  ZOLA  "));
  g_assert_cmpstr (out->str, ==, "before emile zola");
  marathon_fold_append (out, " x", 2);
  g_assert_cmpstr (out->str, ==, "before emile zolax");
  marathon_fold_append (out, "", 0);
  marathon_fold_append (out, NULL, 0);
  marathon_fold_append (out, "  ", 2);
  g_assert_cmpstr (out->str, ==, "before emile zolax");
}

static void
test_loose_folds_meet (void)
{
  static const struct {
    const char *loose;
    const char *texts[5];
  } cases[] = {
    { "muhlbaur", { "M\u00fchlbauer", "Muehlbauer", "Muhlbauer", "MUEHL-BAUER", "M\u00fchl Bauer" } },
    { "soren", { "S\u00f8ren", "Soeren", "S\u00f6ren", "SOREN", "S\u0153ren" } },
    { "jansson", { "Jansson", "J\u00e4nsson", "Jaensson", "J\u00e6nsson", "j\u00e5nsson" } },
    { "smithjones", { "Smith-Jones", "Smith Jones", "SmithJones", "Smith\u2010Jones", "smith - jones" } },
    { "", { "", " ", "-", "' '", "- -" } },
    { "e", { "e", "E", "-e", "\u00e9", "e-" } },
  };
  guint i;
  guint j;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    for (j = 0; j < G_N_ELEMENTS (cases[i].texts); j++)
      {
        g_autofree char *loose = marathon_fold_loose (cases[i].texts[j]);

        g_assert_cmpstr (loose, ==, cases[i].loose);
      }
}

static void
test_different_names_stay_different (void)
{
  static const char *const pairs[][2] = {
    { "Kebede", "Kebedi" }, { "\u5c71\u7530", "\u5c71\u672c" }, { "Jon", "John" }, { "Smith1", "Smith2" },
    { "a-b", "ab" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *a = marathon_fold (pairs[i][0]);
      g_autofree char *b = marathon_fold (pairs[i][1]);

      g_assert_cmpstr (a, !=, b);
    }
}

typedef struct {
  const char *text;
  const char *cleaned;
  gboolean changed;
} CleanCase;

static void
check_cleaned (const CleanCase *cases, guint n_cases, gboolean keep_lines)
{
  guint i;

  for (i = 0; i < n_cases; i++)
    {
      gboolean changed = !cases[i].changed;
      g_autofree char *cleaned = marathon_clean_text (cases[i].text, keep_lines, &changed);
      gboolean changed_again = TRUE;
      g_autofree char *again = marathon_clean_text (cleaned, keep_lines, &changed_again);

      g_assert_cmpstr (cleaned, ==, cases[i].cleaned);
      g_assert_cmpint (changed, ==, cases[i].changed);
      g_assert_cmpstr (again, ==, cleaned);
      g_assert_false (changed_again);
    }
}

static void
test_text_is_cleaned (void)
{
  static const CleanCase cases[] = {
    { "", "", FALSE },
    { "Smith", "Smith", FALSE },
    { "  Smith\t", "Smith", FALSE },
    { "\u3000\u5c71\u7530\u00a0", "\u5c71\u7530", FALSE },
    { " \n ", "", FALSE },
    { "John  Smith", "John Smith", TRUE },
    { "John\tSmith", "John Smith", TRUE },
    { "John\nSmith", "John Smith", TRUE },
    { "\u5c71\u7530\u3000\u592a\u90ce", "\u5c71\u7530 \u592a\u90ce", TRUE },
    { "John\u00a0Smith", "John Smith", TRUE },
    { "John \u2009 Smith", "John Smith", TRUE },
    { "Andre\u0301", "Andr\u00e9", TRUE },
    { "Andr\u00e9", "Andr\u00e9", FALSE },
    { "\u212b", "\u00c5", TRUE },
    { "Sm\001ith\177", "Smith", TRUE },
    { "Sm\xc2\x85"
      "ith",
      "Sm ith", TRUE },
    { "Sm\xc2\x9f"
      "ith",
      "Smith", TRUE },
    { "a\001 \002b", "a b", TRUE },
    { "e\001\u0301", "\u00e9", TRUE },
    { " \001 x", "x", TRUE },
    { "x \001 ", "x", TRUE },
    { "\001", "", TRUE },
    { "\ufffe\uffff\ufdd0\U0001ffff\U0010fffex", "x", TRUE },
    { "\ufeffSmith", "Smith", TRUE },
    { "\ufffd", "\ufffd", FALSE },
    { "a\xff", "a\ufffd", TRUE },
    { "caf\xe9 noir", "caf\ufffd noir", TRUE },
    { "\U0001f468\u200d\U0001f9bd", "\U0001f468\u200d\U0001f9bd", FALSE },
    { "\u0645\u06cc\u200c\u062e", "\u0645\u06cc\u200c\u062e", FALSE },
    { "O\u2019Brien\u2013M\u00fcller \u00df", "O\u2019Brien\u2013M\u00fcller \u00df", FALSE },
  };

  check_cleaned (cases, G_N_ELEMENTS (cases), FALSE);
}

static void
test_notes_keep_their_lines (void)
{
  static const CleanCase cases[] = {
    { "one\ntwo", "one\ntwo", FALSE },
    { "one\n\ntwo", "one\n\ntwo", FALSE },
    { "\n one\ntwo \n", "one\ntwo", FALSE },
    { "one\r\ntwo", "one\ntwo", TRUE },
    { "one\rtwo", "one\ntwo", TRUE },
    { "one\r\n\r\ntwo", "one\n\ntwo", TRUE },
    { "one\r\rtwo", "one\n\ntwo", TRUE },
    { "one\xc2\x85"
      "two\u2028three\u2029four",
      "one\ntwo\nthree\nfour", TRUE },
    { "one  \n\t two", "one\ntwo", TRUE },
    { "one \t two", "one two", TRUE },
    { "one two", "one two", FALSE },
    { "\r\n", "", FALSE },
  };

  check_cleaned (cases, G_N_ELEMENTS (cases), TRUE);
}

static void
test_changed_may_be_left_out (void)
{
  g_autofree char *cleaned = marathon_clean_text (" a  b ", FALSE, NULL);

  g_assert_cmpstr (cleaned, ==, "a b");
}

static void
test_any_cleaned_character_is_nfc (void)
{
  gunichar c;

  for (c = 1; c <= LAST_CODE_POINT; c++)
    {
      g_autofree char *cleaned = NULL;
      g_autofree char *expected = NULL;
      char text[16] = "a";

      if (is_surrogate (c))
        continue;
      text[1 + g_unichar_to_utf8 (c, text + 1)] = '\0';
      cleaned = marathon_clean_text (text, FALSE, NULL);
      expected = g_utf8_normalize (cleaned, -1, G_NORMALIZE_NFC);
      if (strcmp (cleaned, expected) != 0)
        g_error ("“a” and U+%04X become “%s”, which is not NFC", c, cleaned);
    }
}

static void
test_cleaning_any_character_twice_gives_the_same (void)
{
  gunichar c;

  for (c = 1; c <= LAST_CODE_POINT; c++)
    {
      g_autofree char *cleaned = NULL;
      g_autofree char *again = NULL;
      gboolean changed = TRUE;
      char text[16] = "a";

      if (is_surrogate (c))
        continue;
      text[1 + g_unichar_to_utf8 (c, text + 1)] = '\0';
      cleaned = marathon_clean_text (text, FALSE, NULL);
      again = marathon_clean_text (cleaned, FALSE, &changed);
      if (changed || strcmp (cleaned, again) != 0 || !g_utf8_validate (cleaned, -1, NULL))
        g_error ("“a” and U+%04X become “%s”, and that “%s”", c, cleaned, again);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fold/names-are-folded", test_names_are_folded);
  g_test_add_func ("/fold/any-character-twice-gives-the-same", test_folding_any_character_twice_gives_the_same);
  g_test_add_func ("/fold/letters-are-folded-as-unicode-says", test_letters_are_folded_as_unicode_says);
  g_test_add_func ("/fold/case-makes-no-difference", test_case_makes_no_difference);
  g_test_add_func ("/fold/appending-leaves-what-was-there", test_appending_leaves_what_was_there);
  g_test_add_func ("/fold/loose-folds-meet", test_loose_folds_meet);
  g_test_add_func ("/fold/different-names-stay-different", test_different_names_stay_different);
  g_test_add_func ("/fold/clean/text-is-cleaned", test_text_is_cleaned);
  g_test_add_func ("/fold/clean/notes-keep-their-lines", test_notes_keep_their_lines);
  g_test_add_func ("/fold/clean/changed-may-be-left-out", test_changed_may_be_left_out);
  g_test_add_func ("/fold/clean/any-character-is-nfc", test_any_cleaned_character_is_nfc);
  g_test_add_func ("/fold/clean/any-character-twice-gives-the-same", test_cleaning_any_character_twice_gives_the_same);

  return g_test_run ();
}
