/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the header bar says of an event and its file.
 */
#include "window/window-title.h"

static void
test_title (void)
{
  const struct {
    const char *title;
    gboolean modified;
    const char *expected;
  } cases[] = {
    { "Riverside Marathon", FALSE, "Riverside Marathon" },
    { "Riverside Marathon", TRUE, "• Riverside Marathon" },
    { "", FALSE, "Event Without a Name" },
    { NULL, TRUE, "• Event Without a Name" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *title = marathon_window_title (NULL, cases[i].title, cases[i].modified);

      g_assert_cmpstr (title, ==, cases[i].expected);
    }
}

static void
test_subtitle (void)
{
  g_autofree char *in_home = g_build_filename (g_get_home_dir (), "races", "a.marathon", NULL);
  g_autofree char *at_home = g_build_filename (g_get_home_dir (), "a.marathon", NULL);
  g_autofree char *beside_home = g_strconcat (g_get_home_dir (), "-of-another/a.marathon", NULL);
  g_autofree char *beside_folder = g_strconcat (g_get_home_dir (), "-of-another", NULL);
  const struct {
    const char *path;
    gboolean modified;
    MarathonJournalState journal;
    const char *expected;
  } cases[] = {
    { NULL, TRUE, MARATHON_JOURNAL_EMPTY, "Not saved yet" },
    { NULL, TRUE, MARATHON_JOURNAL_KEPT, "Changes kept, not saved yet" },
    { in_home, TRUE, MARATHON_JOURNAL_WRITING, "Keeping changes…" },
    { in_home, TRUE, MARATHON_JOURNAL_KEPT, "Changes kept, not saved yet" },
    { in_home, TRUE, MARATHON_JOURNAL_FAILED, "Changes neither kept nor saved" },
    { in_home, FALSE, MARATHON_JOURNAL_KEPT, "~/races" },
    { at_home, FALSE, MARATHON_JOURNAL_EMPTY, "~" },
    { beside_home, FALSE, MARATHON_JOURNAL_EMPTY, beside_folder },
    { "/srv/races/a.marathon", FALSE, MARATHON_JOURNAL_EMPTY, "/srv/races" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *subtitle = marathon_window_subtitle (NULL, cases[i].path, cases[i].modified, cases[i].journal);

      g_assert_cmpstr (subtitle, ==, cases[i].expected);
    }
}

static void
test_folder_that_is_no_text (void)
{
  g_autofree char *folder = marathon_describe_folder ("/srv/caf\351/a.marathon");

  g_assert_true (g_utf8_validate (folder, -1, NULL));
  g_assert_true (g_str_has_prefix (folder, "/srv/caf"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/window-title/marks-changes", test_title);
  g_test_add_func ("/window-title/says-where-the-file-is", test_subtitle);
  g_test_add_func ("/window-title/folders-are-readable-whatever-their-bytes", test_folder_that_is_no_text);
  return g_test_run ();
}
