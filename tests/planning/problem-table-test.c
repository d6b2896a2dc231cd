/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of the table of problems.
 */
#include "planning/problem-table.h"

#include <string.h>

static void
test_every_kind_has_its_own_line (void)
{
  for (guint i = 0; i < MARATHON_N_PROBLEM_KINDS; i++)
    {
      const MarathonProblemInfo *info = marathon_problem_get_info (i);

      g_assert_cmpuint (info->kind, ==, i);
      g_assert_nonnull (info->id);
      g_assert_true (marathon_problem_find (info->id) == info);
      g_assert_cmpuint (strspn (info->id, "abcdefghijklmnopqrstuvwxyz-"), ==, strlen (info->id));
      g_assert_cmpuint (strlen (info->label), >, 0);
    }
  g_assert_null (marathon_problem_find ("no-such-problem"));
}

static void
test_sentences_say_how_many (void)
{
  g_autofree char *one = marathon_problem_format (MARATHON_PROBLEM_NO_WAVE, 1);
  g_autofree char *many = marathon_problem_format (MARATHON_PROBLEM_NO_WAVE, 36337);

  g_assert_cmpstr (one, ==, "1 entrant has no wave");
  g_assert_cmpstr (many, ==, "36337 entrants have no wave");
  for (guint i = 0; i < MARATHON_N_PROBLEM_KINDS; i++)
    {
      g_autofree char *sentence = marathon_problem_format (i, 2);

      g_assert_null (strchr (sentence, '%'));
      g_assert_cmpint (strchr (sentence, '2') != NULL, ==, i != MARATHON_PROBLEM_EVENT_WITHOUT_DATE);
    }
}

static void
test_severities_have_words (void)
{
  g_assert_cmpstr (marathon_severity_get_word (MARATHON_SEVERITY_ERROR), ==, "error");
  g_assert_cmpstr (marathon_severity_get_word (MARATHON_SEVERITY_WARNING), ==, "warning");
  g_assert_cmpstr (marathon_severity_get_word (MARATHON_SEVERITY_HINT), ==, "hint");
  g_assert_cmpstr (marathon_severity_get_label (MARATHON_SEVERITY_ERROR), ==, "Error");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/problem-table/every-kind-has-its-own-line", test_every_kind_has_its_own_line);
  g_test_add_func ("/problem-table/sentences-say-how-many", test_sentences_say_how_many);
  g_test_add_func ("/problem-table/severities-have-words", test_severities_have_words);
  return g_test_run ();
}
