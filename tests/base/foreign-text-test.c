/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of the steps in which foreign cells are read.
 */
#include "base/foreign-text.h"

static void
test_trimming_takes_every_white_space (void)
{
  static const struct {
    const char *text;
    const char *trimmed;
  } cases[] = {
    { "", "" }, { " \t\r\n", "" }, { " a b ", "a b" }, { "\u00a0\u3000x\u2009", "x" }, { "\u00e9 ", "\u00e9" },
  };
  char buffer[MARATHON_FOREIGN_SIZE];
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (marathon_foreign_trim (cases[i].text, buffer));
      g_assert_cmpstr (buffer, ==, cases[i].trimmed);
    }
}

static void
test_what_does_not_fit_is_refused (void)
{
  g_autofree char *fits = g_strnfill (MARATHON_FOREIGN_SIZE - 1, '1');
  g_autofree char *padded = g_strdup_printf ("%100s%s%100s", "", fits, "");
  g_autofree char *too_long = g_strnfill (MARATHON_FOREIGN_SIZE, '1');
  char buffer[MARATHON_FOREIGN_SIZE];

  g_assert_true (marathon_foreign_trim (padded, buffer));
  g_assert_cmpstr (buffer, ==, fits);
  g_assert_false (marathon_foreign_trim (too_long, buffer));
  g_assert_false (marathon_foreign_trim ("\xff", buffer));
}

static void
test_nothing_has_several_names (void)
{
  static const char *const nothings[] = { "", "-", "\u2013", "\u2014", "0", "n/a", "N/A" };
  static const char *const somethings[] = { " ", "--", "00", "0.0", "na", "none", "x", "1" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (nothings); i++)
    g_assert_true (marathon_foreign_is_nothing (nothings[i]));
  for (i = 0; i < G_N_ELEMENTS (somethings); i++)
    g_assert_false (marathon_foreign_is_nothing (somethings[i]));
}

static void
test_digits_are_counted_and_valued (void)
{
  static const struct {
    const char *text;
    guint count;
    guint value;
    const char *rest;
  } cases[] = {
    { "", 0, 0, "" },
    { "x1", 0, 0, "x1" },
    { "0", 1, 0, "" },
    { "007x", 3, 7, "x" },
    { "999999999", 9, 999999999, "" },
    { "-1", 0, 0, "-1" },
    { "\uff11", 0, 0, "\uff11" },
  };
  const char *cursor;
  guint value;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cursor = cases[i].text;
      g_assert_cmpuint (marathon_foreign_read_digits (&cursor, &value), ==, cases[i].count);
      g_assert_cmpuint (value, ==, cases[i].value);
      g_assert_cmpstr (cursor, ==, cases[i].rest);
    }

  cursor = "123456789012345678901234567890,";
  g_assert_cmpuint (marathon_foreign_read_digits (&cursor, &value), ==, 30);
  g_assert_cmpstr (cursor, ==, ",");
}

static void
test_spaces_and_letters_are_skipped (void)
{
  const char *cursor = "  abC1";

  g_assert_true (marathon_foreign_skip_spaces (&cursor));
  g_assert_false (marathon_foreign_skip_spaces (&cursor));
  g_assert_cmpuint (marathon_foreign_skip_letters (&cursor), ==, 3);
  g_assert_cmpuint (marathon_foreign_skip_letters (&cursor), ==, 0);
  g_assert_cmpstr (cursor, ==, "1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/foreign-text/trimming-takes-every-white-space", test_trimming_takes_every_white_space);
  g_test_add_func ("/foreign-text/what-does-not-fit-is-refused", test_what_does_not_fit_is_refused);
  g_test_add_func ("/foreign-text/nothing-has-several-names", test_nothing_has_several_names);
  g_test_add_func ("/foreign-text/digits-are-counted-and-valued", test_digits_are_counted_and_valued);
  g_test_add_func ("/foreign-text/spaces-and-letters-are-skipped", test_spaces_and_letters_are_skipped);

  return g_test_run ();
}
