/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of a journal when the disk fails: what is not kept is said within a second, and a new beginning
 * makes it good.
 */
#include "document/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "document/child-process.h"
#include "document/failing-calls.h"
#include "document/journal-folder.h"
#include "document/journal-scene.h"

#define FOR_EVER G_MAXUINT

static void
assert_recovers_title (JournalScene *scene, guint n_steps, const char *title)
{
  g_autoptr (MarathonRecovery) recovery = journal_scene_find (scene, MARATHON_RECOVERY_FILE, n_steps);
  g_autoptr (MarathonDocument) document = journal_scene_recover (recovery, NULL);

  g_assert_cmpstr (document_scene_get_title (document), ==, title);
}

static void
test_failure_is_told_within_a_second (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonDocument) document = NULL;
  const FailingPlan full = { "write", FAILING_ERROR, ENOSPC, 1, FOR_EVER };
  gint64 start;

  journal_scene_init (&scene, 10);
  document = journal_scene_open (&scene);
  journal_scene_step (document, "A");
  marathon_journal_flush (marathon_document_get_journal (document));
  failing_calls_start (&full);
  start = g_get_monotonic_time ();
  document_scene_set_title (document, "B");
  journal_scene_await (document, MARATHON_JOURNAL_FAILED);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
  failing_calls_stop ();
  g_assert_nonnull (strstr (marathon_journal_get_failure (marathon_document_get_journal (document)), "is full"));
  g_assert_nonnull (strstr (marathon_journal_get_failure (marathon_document_get_journal (document)), scene.state));
}

static void
test_one_failure_is_made_good_at_once (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonDocument) document = NULL;
  const FailingPlan once = { "fdatasync", FAILING_ERROR, EIO, 1, 1 };

  journal_scene_init (&scene, 10);
  document = journal_scene_open (&scene);
  journal_scene_step (document, "A");
  marathon_journal_flush (marathon_document_get_journal (document));
  g_usleep (100000); /* the base is copied */
  failing_calls_start (&once);
  document_scene_set_title (document, "B");
  journal_scene_await (document, MARATHON_JOURNAL_KEPT);
  g_assert_cmpuint (failing_calls_stop (), >, 1);
  g_clear_object (&document);
  for (int tries = 1000; tries > 0; tries--)
    {
      g_autoptr (GPtrArray) found = marathon_recovery_list (scene.state, NULL);

      if (found->len == 1)
        break;
      g_usleep (1000);
    }
  assert_recovers_title (&scene, 2, "B");
}

static void
test_later_step_makes_a_failure_good (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonDocument) document = NULL;
  const FailingPlan full = { "write", FAILING_ERROR, ENOSPC, 1, FOR_EVER };

  journal_scene_init (&scene, 10);
  document = journal_scene_open (&scene);
  failing_calls_start (&full);
  document_scene_set_title (document, "A");
  journal_scene_await (document, MARATHON_JOURNAL_FAILED);
  failing_calls_stop ();
  document_scene_set_title (document, "B");
  g_assert_cmpint (marathon_journal_get_state (marathon_document_get_journal (document)), ==, MARATHON_JOURNAL_FAILED);
  marathon_journal_flush (marathon_document_get_journal (document));
  g_assert_cmpint (marathon_journal_get_state (marathon_document_get_journal (document)), ==, MARATHON_JOURNAL_KEPT);
  g_assert_null (marathon_journal_get_failure (marathon_document_get_journal (document)));
}

static void
test_saving_works_and_ends_a_failure (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonDocument) document = NULL;
  const FailingPlan full = { "fdatasync", FAILING_ERROR, ENOSPC, 1, FOR_EVER }; /* which a save does not call */

  journal_scene_init (&scene, 10);
  document = journal_scene_open (&scene);
  failing_calls_start (&full);
  document_scene_set_title (document, "A");
  journal_scene_await (document, MARATHON_JOURNAL_FAILED);
  document_scene_save (document, NULL);
  journal_scene_await (document, MARATHON_JOURNAL_EMPTY);
  failing_calls_stop ();
  journal_scene_assert_nothing (&scene);
}

static void
edit_in_closed_folder (gpointer data)
{
  JournalScene *scene = data;
  g_autoptr (MarathonDocument) document = journal_scene_open (scene);

  document_scene_set_title (document, "A");
  journal_scene_await (document, MARATHON_JOURNAL_FAILED);
  g_assert_nonnull (strstr (marathon_journal_get_failure (marathon_document_get_journal (document)), scene->state));
}

static void
test_place_that_cannot_be_written_is_told (void)
{
  g_auto (JournalScene) scene = { 0 };

  journal_scene_init (&scene, 10);
  child_process_give (scene.folder);
  child_process_give (scene.path);
  folder_fixture_set_mode (scene.folder, ".", 0500);
  child_process_run_unprivileged (edit_in_closed_folder, &scene);
  folder_fixture_set_mode (scene.folder, ".", 0700);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journal-failures/failure-is-told-within-a-second", test_failure_is_told_within_a_second);
  g_test_add_func ("/journal-failures/one-failure-is-made-good-at-once", test_one_failure_is_made_good_at_once);
  g_test_add_func ("/journal-failures/later-step-makes-a-failure-good", test_later_step_makes_a_failure_good);
  g_test_add_func ("/journal-failures/saving-works-and-ends-a-failure", test_saving_works_and_ends_a_failure);
  g_test_add_func ("/journal-failures/place-that-cannot-be-written-is-told", test_place_that_cannot_be_written_is_told);
  return g_test_run ();
}
