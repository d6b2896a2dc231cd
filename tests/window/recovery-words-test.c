/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What people read of changes that a crash has left.
 */
#include "window/recovery-words.h"

#define TIME 1395998040 /* 28 March 2014, 09:14 UTC */

static void
test_descriptions (void)
{
  static const struct {
    MarathonRecovery recovery;
    const char *expected;
  } cases[] = {
    { { .n_steps = 12, .last_label = (char *) "Assign 2 Bibs", .last_time = TIME },
      "12 changes, the last one “Assign 2 Bibs”, 28 March 2014 at 09:14" },
    { { .n_steps = 1, .last_label = (char *) "Delete Jo", .last_time = TIME }, "1 change: “Delete Jo”, 28 March 2014 at 09:14" },
    { { .n_steps = 1, .last_time = TIME }, "1 change, 28 March 2014 at 09:14" },
    { { .n_steps = 2, .last_time = TIME, .problem = (char *) "The file is gone." },
      "2 changes, the last one 28 March 2014 at 09:14\nThe file is gone." },
    { { .kind = MARATHON_RECOVERY_NEWER, .problem = (char *) "A newer Marathon has written this." }, "A newer Marathon has written this." },
    { { .n_steps = 1 }, "1 change" },
    { { .n_steps = 0 }, "It was not saved." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = marathon_recovery_describe (&cases[i].recovery);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_names (void)
{
  const MarathonRecovery titled = { .title = (char *) "City Run", .path = (char *) "/srv/a.marathon" };
  const MarathonRecovery filed = { .title = (char *) "", .path = (char *) "/srv/a.marathon" };
  const MarathonRecovery bare = { .title = (char *) "" };
  g_autofree char *first = marathon_recovery_get_name (&titled);
  g_autofree char *second = marathon_recovery_get_name (&filed);
  g_autofree char *third = marathon_recovery_get_name (&bare);

  g_assert_cmpstr (first, ==, "City Run");
  g_assert_cmpstr (second, ==, "a.marathon");
  g_assert_cmpstr (third, ==, "Event Without a Name");
}

static void
test_only_whole_ones_are_usable (void)
{
  const MarathonRecovery recoveries[] = {
    { .kind = MARATHON_RECOVERY_FILE },
    { .kind = MARATHON_RECOVERY_COPY },
    { .kind = MARATHON_RECOVERY_DAMAGED },
    { .kind = MARATHON_RECOVERY_NEWER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (recoveries); i++)
    g_assert_cmpint (marathon_recovery_is_usable (&recoveries[i]), ==, i < 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recovery-words/descriptions", test_descriptions);
  g_test_add_func ("/recovery-words/names", test_names);
  g_test_add_func ("/recovery-words/only-whole-ones-are-usable", test_only_whole_ones_are_usable);
  return g_test_run ();
}
