/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Removing personal data and a sudden end at each of its system calls: the file is the old or the new one, and doing it
 * again cleans up. In a program of its own, since a process that had threads cannot be continued in a child.
 */
#include "document/child-process.h"
#include "document/failing-calls.h"
#include "document/personal-scene.h"

#include <string.h>

typedef struct {
  JournalScene *scene;
  guint call; /* at which the program dies; 0: never */
} Death;

static void
remove_and_die (gpointer data)
{
  const Death *death = data;
  MarathonDocument *document = personal_scene_live (death->scene);
  const FailingPlan plan = { .kind = FAILING_DEATH, .first = death->call, .n = 1 };

  failing_calls_start (&plan);
  personal_scene_remove (document, MARATHON_PERSONAL_ALL);
  failing_calls_stop ();
}

static void
remove_again (gpointer data)
{
  JournalScene *scene = data;
  MarathonDocument *document = journal_scene_open (scene);

  personal_scene_remove (document, MARATHON_PERSONAL_ALL);
}

/* Whether the file is the new one already. */
static gboolean
is_removed (JournalScene *scene)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (scene->path, &text, NULL, NULL));
  return strstr (text, "nemofam") == NULL;
}

/* Nothing is offered that would bring back what went. */
static void
assert_nothing_to_recover (JournalScene *scene)
{
  g_autoptr (GPtrArray) recoveries = marathon_recovery_list_of (scene->state, scene->path, NULL);

  g_assert_cmpuint (recoveries->len, ==, 0);
}

static void
test_after_a_sudden_end_it_can_be_done_again (void)
{
  guint n_removed = 0, n_old = 0, call = 0;
  int status;

  do
    {
      g_auto (JournalScene) scene;
      Death death = { &scene, call += g_test_thorough () ? 1 : 4 };

      personal_scene_init (&scene);
      status = child_process_run (remove_and_die, &death);
      g_assert_true (status == 0 || status == FAILING_DEATH_STATUS);
      personal_scene_assert_whole (&scene);
      if (is_removed (&scene))
        {
          n_removed++;
          assert_nothing_to_recover (&scene);
        }
      else
        n_old++;
      g_assert_cmpint (child_process_run (remove_again, &scene), ==, 0);
      personal_scene_assert_gone (&scene, MARATHON_PERSONAL_ALL);
  } while (status == FAILING_DEATH_STATUS);
  g_test_message ("the last of %u points: the old file after %u of those tried, the new one after %u", call, n_old,
                  n_removed);
  g_assert_cmpuint (n_old, >, 5);
  g_assert_cmpuint (n_removed, >, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/personal-data/after-a-sudden-end-it-can-be-done-again",
                   test_after_a_sudden_end_it_can_be_done_again);
  return g_test_run ();
}
