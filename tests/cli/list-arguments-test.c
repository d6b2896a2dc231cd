/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which list, for whom: names and defaults.
 */
#include "cli/list-arguments.h"

#include <locale.h>

static void
test_default_audiences (void)
{
  for (guint i = 0; i < marathon_list_info_count (); i++)
    {
      const MarathonListInfo *info = marathon_list_info_get (i);
      MarathonListArguments arguments = { .command = &marathon_command_print };
      MarathonExit exit;

      g_assert_true (marathon_list_arguments_check (&arguments, info->name, &exit));
      g_assert_true (arguments.info == info);
      g_assert_cmpint (arguments.audience, ==, info->audience);
    }
}

static void
test_given_audience (void)
{
  for (guint i = 0; marathon_audience_words[i].word != NULL; i++)
    {
      MarathonListArguments arguments = { .command = &marathon_command_print };
      MarathonExit exit;

      arguments.audience_word = g_strdup (marathon_audience_words[i].word);
      g_assert_true (marathon_list_arguments_check (&arguments, "bibs", &exit));
      g_assert_cmpint (arguments.audience, ==, i);
      marathon_list_arguments_clear (&arguments);
    }
}

static void
test_refusals (void)
{
  static const struct {
    const char *list;
    const char *audience;
  } cases[] = { { "nonsense", NULL }, { "", NULL }, { "Bibs", NULL }, { "bibs", "everybody" }, { "bibs", "" } };

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      g_test_trap_assert_stderr ("*there is no list “nonsense”; there are: bibs, categories, waves, *");
      g_test_trap_assert_stderr ("*--audience: “everybody” is not one of: public, *");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MarathonListArguments arguments = { .command = &marathon_command_export };
      MarathonExit exit = MARATHON_EXIT_DONE;

      arguments.audience_word = g_strdup (cases[i].audience);
      g_assert_false (marathon_list_arguments_check (&arguments, cases[i].list, &exit));
      g_assert_cmpint (exit, ==, MARATHON_EXIT_USAGE);
      marathon_list_arguments_clear (&arguments);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-arguments/each-list-has-its-own-audience", test_default_audiences);
  g_test_add_func ("/list-arguments/another-audience-may-be-given", test_given_audience);
  g_test_add_func ("/list-arguments/unknown-lists-and-audiences-are-wrong-usage", test_refusals);
  return g_test_run ();
}
