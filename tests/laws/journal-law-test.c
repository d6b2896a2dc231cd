/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The law of the journal: whatever was done to an event, once it was said to be kept and the program then died,
 * recovery gives the same event, byte for
 * byte, and undoing all of it gives the file.
 */
#include <gio/gio.h>

#include "document/child-process.h"
#include "document/journal-scene.h"
#include "formats/project-writer.h"
#include "laws/law-case.h"
#include "laws/random-edit.h"

#define N_KEPT 25
#define N_KEPT_OF_LARGE 5

typedef struct {
  const LawCase *law_case;
  RandomSource *random;
  JournalScene scene;
} Life;

static void
do_something (RandomSource *random, MarathonHistory *history)
{
  if (random_happens (random, 70))
    random_step (random, history, random_below (random, RANDOM_N_STEPS), NULL);
  else if (random_happens (random, 60) && marathon_history_can_undo (history))
    g_assert_true (marathon_history_undo (history, NULL));
  else if (marathon_history_can_redo (history))
    g_assert_true (marathon_history_redo (history, NULL));
}

static void
live (gpointer data)
{
  Life *life = data;
  MarathonDocument *document = journal_scene_open (&life->scene);
  MarathonHistory *history = marathon_document_get_history (document);
  guint n = life->law_case->n_entrants > 1000 ? N_KEPT_OF_LARGE : N_KEPT;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    do_something (life->random, history);
  marathon_journal_flush (marathon_document_get_journal (document));
  text = journal_scene_get_text (document);
  folder_fixture_put (life->scene.folder, "kept", text);
}

static char *
read_file (Life *life, const char *name)
{
  g_autofree char *path = g_build_filename (life->scene.folder, name, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
check_recovered (Life *life, const MarathonRecovery *recovery, const char *file)
{
  g_autoptr (MarathonDocument) document = journal_scene_recover (recovery, NULL);
  g_autofree char *kept = read_file (life, "kept");
  g_autofree char *found = journal_scene_get_text (document);
  g_autofree char *undone = NULL;
  MarathonHistory *history = marathon_document_get_history (document);

  law_assert_same (life->law_case, "recovered", kept, found);
  while (marathon_history_can_undo (history))
    g_assert_true (marathon_history_undo (history, NULL));
  undone = journal_scene_get_text (document);
  law_assert_same (life->law_case, "undone after recovery", file, undone);
}

static void
check_journal (const LawCase *law_case, RandomSource *random, MarathonEvent *event)
{
  Life life = { law_case, random };
  g_autofree char *file = marathon_project_to_text (event);
  g_autofree char *kept = NULL;
  g_autoptr (GPtrArray) recoveries = NULL;

  journal_scene_init (&life.scene, 0);
  folder_fixture_put (life.scene.folder, "event", file);
  g_assert_cmpint (child_process_run (live, &life), ==, 0);
  recoveries = marathon_recovery_list (life.scene.state, NULL);
  g_assert_cmpuint (recoveries->len, <=, 1);
  kept = read_file (&life, "kept");
  if (recoveries->len == 1)
    check_recovered (&life, g_ptr_array_index (recoveries, 0), file);
  else
    law_assert_same (law_case, "nothing to recover", file, kept);
  journal_scene_clear (&life.scene);
}

static void
test_journal (void)
{
  law_check (check_journal, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/laws/journal", test_journal);
  return g_test_run ();
}
