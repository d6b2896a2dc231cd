/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of the names of entry lists.
 */
#include "document/entry-list-file.h"

static void
test_known_by_their_endings (void)
{
  for (const char *const *ending = marathon_entry_list_get_endings (); *ending != NULL; ending++)
    {
      g_autofree char *path = g_strdup_printf ("/races/spring.marathon/entries.%s", *ending);
      g_autofree char *loud = g_ascii_strup (path, -1);

      g_assert_true (marathon_is_entry_list (path));
      g_assert_true (marathon_is_entry_list (loud));
    }
  g_assert_false (marathon_is_entry_list ("/races/entries.csv/spring.marathon"));
  g_assert_false (marathon_is_entry_list ("/races/csv"));
  g_assert_false (marathon_is_entry_list ("entries."));
  g_assert_false (marathon_is_entry_list ("entries.csv~"));
  g_assert_cmpstr (marathon_entry_list_get_endings ()[0], ==, "csv");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/entry-list-file/known-by-their-endings", test_known_by_their_endings);
  return g_test_run ();
}
