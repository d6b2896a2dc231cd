/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of a journal when the disk fails or the program dies, at whatever call: what was said to be kept is
 * there.
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

static const char *const calls[] = { "write", "fdatasync", "fsync", "renameat", "openat" };

/* The plan of the child that follows. */
static FailingPlan plan;

/* Steps while calls fail; each time it is said that all is kept, the number is written down. */
static void
take_steps_while_failing (JournalScene *scene)
{
  MarathonDocument *document = journal_scene_open (scene);
  MarathonJournal *journal = marathon_document_get_journal (document);

  journal_scene_step (document, "1");
  folder_fixture_put (scene->folder, "kept", "1");
  failing_calls_start (&plan);
  for (guint i = 2; i <= 4; i++)
    {
      g_autofree char *title = g_strdup_printf ("%u", i);

      document_scene_set_title (document, title);
      marathon_journal_flush (journal);
      if (marathon_journal_get_state (journal) != MARATHON_JOURNAL_KEPT)
        continue;
      /* By calls that do not fail. */
      folder_fixture_put (scene->folder, "kept", title);
    }
}

static guint64
read_kept (JournalScene *scene)
{
  g_autofree char *path = g_build_filename (scene->folder, "kept", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return g_ascii_strtoull (text, NULL, 10);
}

/* What is recovered is at least what was said to be kept. */
static void
assert_nothing_kept_is_lost (JournalScene *scene)
{
  g_autoptr (GPtrArray) recoveries = marathon_recovery_list (scene->state, NULL);
  guint64 best = 0;

  for (guint i = 0; i < recoveries->len; i++)
    {
      g_autoptr (MarathonDocument) document = journal_scene_recover (g_ptr_array_index (recoveries, i), NULL);

      best = MAX (best, g_ascii_strtoull (document_scene_get_title (document), NULL, 10));
      marathon_journal_discard (marathon_document_get_journal (document));
    }
  g_assert_cmpuint (best, >=, read_kept (scene));
  g_assert_cmpuint (best, <=, 4);
}

static void
check_plan (const char *call, FailingKind kind, guint first, guint n)
{
  g_auto (JournalScene) scene = { 0 };

  plan = (FailingPlan) { call, kind, ENOSPC, first, n };
  journal_scene_init (&scene, 10);
  journal_scene_die (&scene, take_steps_while_failing);
  assert_nothing_kept_is_lost (&scene);
}

static void
test_any_failing_call_loses_nothing_that_was_kept (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    for (guint first = 1; first <= 3; first++)
      {
        check_plan (calls[i], FAILING_ERROR, first, 1);
        check_plan (calls[i], FAILING_ERROR, first, FOR_EVER);
      }
}

/* The second failure meets the new beginning after the first. */
static void
test_two_failures_lose_nothing_that_was_kept (void)
{
  for (guint again = 2; again <= 20; again++)
    {
      g_auto (JournalScene) scene = { 0 };

      plan = (FailingPlan) { NULL, FAILING_ERROR, EIO, 1, 1, again };
      journal_scene_init (&scene, 10);
      journal_scene_die (&scene, take_steps_while_failing);
      assert_nothing_kept_is_lost (&scene);
    }
}

static void
test_short_writes_are_completed (void)
{
  for (guint first = 1; first <= 3; first++)
    check_plan ("write", FAILING_SHORT, first, FOR_EVER);
}

static void
take_steps_until_death (gpointer data)
{
  take_steps_while_failing (data);
}

/* From the first call to the last; returns how many there were. */
static guint
die_at_each_call (void (*live) (gpointer data), guint n_entrants, void (*check) (JournalScene *scene))
{
  int status = FAILING_DEATH_STATUS;
  guint n;

  for (n = 0; status == FAILING_DEATH_STATUS; n++)
    {
      g_auto (JournalScene) scene = { 0 };

      plan = (FailingPlan) { NULL, FAILING_DEATH, 0, n + 1, 1 };
      journal_scene_init (&scene, n_entrants);
      folder_fixture_put (scene.folder, "kept", "0");
      status = child_process_run (live, &scene);
      check (&scene);
    }
  g_assert_cmpint (status, ==, 0);
  return n - 1;
}

static void
test_death_at_any_call_loses_nothing_that_was_kept (void)
{
  g_assert_cmpuint (die_at_each_call (take_steps_until_death, 10, assert_nothing_kept_is_lost), >=, 6);
}

/* The same from the first step on, whose journal is begun by many calls. */
static void
begin_until_death (gpointer data)
{
  JournalScene *scene = data;
  MarathonDocument *document = journal_scene_open (scene);
  MarathonJournal *journal = marathon_document_get_journal (document);

  failing_calls_start (&plan);
  document_scene_set_title (document, "1");
  marathon_journal_flush (journal);
  if (marathon_journal_get_state (journal) == MARATHON_JOURNAL_KEPT)
    folder_fixture_put (scene->folder, "kept", "1");
}

static void
test_death_at_the_beginning_leaves_all_or_nothing (void)
{
  g_assert_cmpuint (die_at_each_call (begin_until_death, 10, assert_nothing_kept_is_lost), >, 10);
  g_assert_cmpuint (die_at_each_call (begin_until_death, 0, assert_nothing_kept_is_lost), >, 12);
}

static void
save_until_death (gpointer data)
{
  JournalScene *scene = data;
  MarathonDocument *document = journal_scene_open (scene);

  journal_scene_step (document, "4");
  failing_calls_start (&plan);
  document_scene_save (document, NULL);
  journal_scene_await (document, MARATHON_JOURNAL_EMPTY);
  failing_calls_stop ();
}

/* The file or the journal has it, at any call of a save and of the tidying after it. */
static void
assert_step_is_somewhere (JournalScene *scene)
{
  g_autoptr (GPtrArray) recoveries = marathon_recovery_list (scene->state, NULL);
  g_autoptr (MarathonDocument) document = NULL;

  g_assert_cmpuint (recoveries->len, <=, 1);
  if (recoveries->len == 1)
    document = journal_scene_recover (g_ptr_array_index (recoveries, 0), NULL);
  else
    document = document_scene_load (scene->path);
  g_assert_cmpstr (document_scene_get_title (document), ==, "4");
}

static void
test_death_at_a_save_loses_nothing (void)
{
  g_assert_cmpuint (die_at_each_call (save_until_death, 10, assert_step_is_somewhere), >, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journal-deaths/any-failing-call-loses-nothing-that-was-kept",
                   test_any_failing_call_loses_nothing_that_was_kept);
  g_test_add_func ("/journal-deaths/two-failures-lose-nothing-that-was-kept", test_two_failures_lose_nothing_that_was_kept);
  g_test_add_func ("/journal-deaths/short-writes-are-completed", test_short_writes_are_completed);
  g_test_add_func ("/journal-deaths/death-at-any-call-loses-nothing-that-was-kept",
                   test_death_at_any_call_loses_nothing_that_was_kept);
  g_test_add_func ("/journal-deaths/death-at-the-beginning-leaves-all-or-nothing",
                   test_death_at_the_beginning_leaves_all_or_nothing);
  g_test_add_func ("/journal-deaths/death-at-a-save-loses-nothing", test_death_at_a_save_loses_nothing);
  return g_test_run ();
}
