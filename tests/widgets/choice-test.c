/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of widgets/choice.h.
 */
#include "widgets/choice.h"

static void
test_holds_text_and_label (void)
{
  g_autoptr (MarathonChoice) choice = marathon_choice_new ("X", "Non-binary");
  g_autofree char *text = NULL, *label = NULL;

  g_object_get (choice, "text", &text, "label", &label, NULL);
  g_assert_cmpstr (text, ==, "X");
  g_assert_cmpstr (label, ==, "Non-binary");
  g_assert_cmpstr (marathon_choice_get_text (choice), ==, "X");
  g_assert_cmpstr (marathon_choice_get_label (choice), ==, "Non-binary");
}

static void
test_starts_with_label_or_text (void)
{
  g_autoptr (MarathonChoice) choice = marathon_choice_new ("X", "Über 60");

  g_assert_true (marathon_choice_starts_with (choice, "über"));
  g_assert_true (marathon_choice_starts_with (choice, "x"));
  g_assert_true (marathon_choice_starts_with (choice, ""));
  g_assert_false (marathon_choice_starts_with (choice, "60"));
}

static void
assert_words (const char *text, const char *expected)
{
  g_autofree char *words = marathon_choice_mark_words (text);
  g_autofree char *again = marathon_choice_mark_words (words);

  g_assert_cmpstr (words, ==, expected);
  g_assert_cmpstr (again, ==, expected);
}

static void
test_words_are_marked (void)
{
  g_autoptr (MarathonChoice) choice = marathon_choice_new ("elite", "Elite Women");
  g_autofree char *words = NULL;

  g_object_get (choice, "words", &words, NULL);
  g_assert_cmpstr (words, ==, " elite women");
  assert_words ("Non-binary (Über 40)", " non binary uber 40");
  assert_words ("  ", "");
  assert_words ("+", "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/choice/holds-text-and-label", test_holds_text_and_label);
  g_test_add_func ("/choice/starts-with-label-or-text", test_starts_with_label_or_text);
  g_test_add_func ("/choice/words-are-marked", test_words_are_marked);
  return g_test_run ();
}
