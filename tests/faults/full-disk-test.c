/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true when a disk is really full, or cannot be written: the event's, that of the state folder, or both.
 */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "faults/fault-verdict.h"
#include "faults/own-mounts.h"

#define N_ENTRANTS 400
#define N_EDITS 7
/* KiB */
#define LARGE 65536
#define STATE_SIZE 64u

static FaultRun *
work (FaultVerdict *verdict)
{
  const FaultRunJob job = { .scene = verdict->scene->path, .command = "edit-save", .n = N_EDITS };

  return fault_run_new (&job);
}

static void
check (FaultVerdict *verdict, const FaultRun *run, const char *point)
{
  FaultPromise promise = fault_run_get_promise (run);

  fault_verdict_check_run (verdict, run, &promise, point);
}

/* Whether there is such a line. */
static gboolean
says (const FaultRun *run, const char *start)
{
  for (guint i = 0; i < run->lines->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (run->lines, i), start))
      return TRUE;
  return FALSE;
}

/* A disk for all, on which the event and its backup have room but little more has. */
static void
test_a_full_disk_takes_nothing_that_was_kept (void)
{
  g_autoptr (FaultScene) scene = fault_scene_new (N_ENTRANTS, N_EDITS);
  FaultVerdict verdict = { scene, "a full disk" };
  guint size = (guint) ((g_bytes_get_size (scene->first) + g_bytes_get_size (scene->older)) / 1024) + 12;
  guint n_full = 0;

  for (guint more = 0; more < 260; more += fault_run_is_for_all () ? 4 : 20)
    {
      g_autoptr (FaultRun) run = NULL;
      g_autofree char *point = g_strdup_printf ("%u KiB free", more);

      fault_scene_remove_tree (scene->path);
      g_assert_cmpint (g_mkdir (scene->path, 0700), ==, 0);
      g_assert_true (own_mounts_add_small (scene->path, LARGE));
      fault_scene_reset (scene);
      own_mounts_resize (scene->path, size + more);
      run = work (&verdict);
      n_full += fault_run_get_promise (run).n_failed > 0 ? 1 : 0;
      own_mounts_resize (scene->path, LARGE);
      check (&verdict, run, point);
      own_mounts_remove (scene->path);
    }
  g_assert_cmpuint (n_full, >, 0);
  fault_verdict_finish (&verdict);
}

/* What must be true where nothing can be kept, but the event can be saved; @first: from the first edit on. */
static void
check_unkept (FaultVerdict *verdict, gboolean first, const char *point)
{
  g_autoptr (FaultRun) run = work (verdict);
  FaultPromise promise = fault_run_get_promise (run);

  if (!says (run, first ? "unkept 1 " : "unkept "))
    fault_verdict_add (verdict, point, "it was not told that nothing is kept");
  if (promise.saved < N_EDITS || says (run, "failed"))
    fault_verdict_add (verdict, point, "it could not be saved: version %u was", promise.saved);
  fault_verdict_check_run (verdict, run, &promise, point);
}

/* A state folder on a disk that has @free KiB left. */
static void
fill_state_folder (const char *state, guint free)
{
  g_autofree char *filler = g_build_filename (state, "filler", NULL), *bytes = g_malloc0 (STATE_SIZE * 1024);

  g_assert_true (own_mounts_add_small (state, STATE_SIZE));
  g_assert_cmpint (g_chmod (state, 0700), ==, 0);
  g_assert_true (
      g_file_set_contents_full (filler, bytes, (STATE_SIZE - free) * 1024, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void
test_without_room_for_a_journal_it_is_said_and_work_goes_on (void)
{
  static const guint left[] = { 0, 4, 8, 12, 16 };
  g_autoptr (FaultScene) scene = fault_scene_new (N_ENTRANTS, N_EDITS);
  g_autofree char *state = event_work_get_state (scene->path);
  FaultVerdict verdict = { scene, "no room in the state folder" };

  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    {
      g_autofree char *point = g_strdup_printf ("%u KiB left", left[i]);

      fault_scene_reset (scene);
      fill_state_folder (state, left[i]);
      check_unkept (&verdict, left[i] == 0, point);
      own_mounts_remove (state);
    }
  fault_verdict_finish (&verdict);
}

static void
test_where_no_journal_may_be_written_it_is_said_and_work_goes_on (void)
{
  g_autoptr (FaultScene) scene = fault_scene_new (N_ENTRANTS, N_EDITS);
  g_autofree char *state = event_work_get_state (scene->path);
  FaultVerdict verdict = { scene, "no way into the state folder" };

  own_mounts_add_read_only (state);
  check_unkept (&verdict, TRUE, "a read-only state folder");
  own_mounts_remove (state);

  fault_scene_reset (scene);
  g_assert_cmpint (g_rmdir (state), ==, 0);
  g_assert_true (g_file_set_contents_full (state, "", 0, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  check_unkept (&verdict, TRUE, "a file in the place of the state folder");
  fault_verdict_finish (&verdict);
}

static void
test_an_event_that_cannot_be_saved_is_kept (void)
{
  g_autoptr (FaultScene) scene = fault_scene_new (N_ENTRANTS, N_EDITS);
  g_autofree char *event = g_build_filename (scene->path, "event", NULL);
  FaultVerdict verdict = { scene, "a read-only folder with the event" };
  g_autoptr (FaultRun) run = NULL;
  FaultPromise promise;

  own_mounts_add_read_only (event);
  run = work (&verdict);
  own_mounts_remove (event);
  promise = fault_run_get_promise (run);
  g_assert_true (says (run, "failed 3 "));
  g_assert_cmpuint (promise.saved, ==, 0);
  g_assert_cmpuint (promise.kept, ==, N_EDITS);
  check (&verdict, run, "a read-only folder");
  fault_verdict_finish (&verdict);
}

static void
test_there_are_no_small_disks_here (void)
{
  g_test_message ("the system allows no disks of our own here: full ones are left to the shim");
}

#define ADD(name, func) g_test_add_func ("/full-disk/" name, func)

int
main (int argc, char **argv)
{
  gboolean may_mount = own_mounts_enter ();

  g_test_init (&argc, &argv, NULL);
  if (!may_mount)
    {
      ADD ("there-are-no-small-disks-here", test_there_are_no_small_disks_here);
      return g_test_run ();
    }
  ADD ("a-full-disk-takes-nothing-that-was-kept", test_a_full_disk_takes_nothing_that_was_kept);
  ADD ("without-room-for-a-journal-it-is-said-and-work-goes-on",
       test_without_room_for_a_journal_it_is_said_and_work_goes_on);
  ADD ("where-no-journal-may-be-written-it-is-said-and-work-goes-on",
       test_where_no_journal_may_be_written_it_is_said_and_work_goes_on);
  ADD ("an-event-that-cannot-be-saved-is-kept", test_an_event_that_cannot_be_saved_is_kept);
  return g_test_run ();
}
