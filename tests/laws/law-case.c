/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Going through the seeds.
 */
#include "laws/law-case.h"

#include <string.h>

#include "formats/project-reader.h"

#define N_SMALL 40
/* More than two blocks of the roster. */
#define LARGE_SIZE 9000

static void
check_one (LawFunc func, const LawCase *law_case)
{
  RandomSource random;
  g_autoptr (MarathonEvent) event = NULL;

  random_source_init (&random, law_case->seed);
  event = random_event_new (&random, law_case->n_entrants, law_case->newer);
  func (law_case, &random, event);
}

void
law_check (LawFunc func, guint n_large)
{
  for (guint seed = 1; seed <= N_SMALL; seed++)
    {
      LawCase law_case = { seed, seed <= 4 ? seed - 1 : seed * 37 % 61, seed % 3 == 0 };

      check_one (func, &law_case);
    }
  for (guint seed = 901; seed < 901 + n_large; seed++)
    {
      LawCase law_case = { seed, LARGE_SIZE, seed % 2 == 0 };

      check_one (func, &law_case);
    }
}

static void
tell (const LawCase *law_case, const char *what)
{
  g_test_message ("seed %u (%u entrants%s): %s", law_case->seed, law_case->n_entrants,
                  law_case->newer ? ", newer version" : "", what);
}

MarathonEvent *
law_read (const LawCase *law_case, const char *bytes)
{
  g_autoptr (GError) error = NULL;
  MarathonEvent *event = marathon_project_from_text (bytes, -1, &error);

  law_assert_no_error (law_case, "reading back", error);
  return event;
}

void
law_assert_same (const LawCase *law_case, const char *what, const char *left, const char *right)
{
  const char *left_line = left, *right_line = right;
  g_autofree char *left_end = NULL, *right_end = NULL;
  gsize same = 0;

  if (strcmp (left, right) == 0)
    return;
  for (; left[same] == right[same]; same++)
    if (left[same] == '\n')
      {
        left_line = left + same + 1;
        right_line = right + same + 1;
      }
  left_end = g_strndup (left_line, strcspn (left_line, "\n"));
  right_end = g_strndup (right_line, strcspn (right_line, "\n"));
  tell (law_case, what);
  g_assert_cmpstr (left_end, ==, right_end);
  g_assert_not_reached ();
}

void
law_assert_no_error (const LawCase *law_case, const char *what, const GError *error)
{
  if (error != NULL)
    tell (law_case, what);
  g_assert_no_error (error);
}
