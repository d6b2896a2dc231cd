/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true where the event's file, or the state folder, is somebody else's.
 */
#include <unistd.h>

#include <glib/gstdio.h>

#include "faults/fault-verdict.h"

#define N_ENTRANTS 100
#define N_EDITS 7

/* Who owns nothing, where the tests run as root. */
#define NOBODY 65534

static void
give (const char *path)
{
  g_assert_cmpint (chown (path, NOBODY, NOBODY), ==, 0);
}

static gboolean
says (const FaultRun *run, const char *start)
{
  for (guint i = 0; i < run->lines->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (run->lines, i), start))
      return TRUE;
  return FALSE;
}

/* A scene into which others may go. */
static FaultScene *
make_scene (void)
{
  FaultScene *scene = fault_scene_new (N_ENTRANTS, N_EDITS);
  g_autofree char *path = event_work_get_path (scene->path);
  g_autofree char *backup = g_strconcat (path, "~", NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_chmod (scene->folder, 0755), ==, 0);
  g_assert_cmpint (g_chmod (scene->path, 0755), ==, 0);
  give (folder);
  give (backup);
  return scene;
}

static FaultRun *
work (FaultScene *scene)
{
  const FaultRunJob job = { .scene = scene->path, .command = "edit-save", .n = N_EDITS, .user = NOBODY };

  return fault_run_new (&job);
}

static void
test_a_state_folder_of_somebody_else_is_told_of_and_saving_goes_on (void)
{
  g_autoptr (FaultScene) scene = make_scene ();
  g_autofree char *path = event_work_get_path (scene->path);
  FaultVerdict verdict = { scene, "a state folder of somebody else" };
  g_autoptr (FaultRun) run = NULL;
  FaultPromise promise;

  give (path);
  run = work (scene);
  promise = fault_run_get_promise (run);
  g_assert_true (says (run, "unkept 1 "));
  g_assert_cmpuint (promise.saved, ==, N_EDITS);
  fault_verdict_check_run (&verdict, run, &promise, "edits and saves");
  fault_verdict_finish (&verdict);
}

static void
test_a_file_of_somebody_else_is_not_written_and_all_is_kept (void)
{
  g_autoptr (FaultScene) scene = make_scene ();
  g_autofree char *path = event_work_get_path (scene->path);
  g_autofree char *state = event_work_get_state (scene->path);
  FaultVerdict verdict = { scene, "a file of somebody else" };
  g_autoptr (FaultRun) run = NULL;
  FaultPromise promise;

  give (state);
  g_assert_cmpint (g_chmod (path, 0644), ==, 0);
  run = work (scene);
  g_assert_cmpint (g_chmod (path, 0640), ==, 0);
  promise = fault_run_get_promise (run);
  g_assert_true (says (run, "failed 3 "));
  g_assert_cmpuint (promise.saved, ==, 0);
  g_assert_cmpuint (promise.kept, ==, N_EDITS);
  fault_verdict_check_run (&verdict, run, &promise, "edits and saves");
  fault_verdict_finish (&verdict);
}

static void
test_nobody_else_is_here (void)
{
  g_test_message (
      "files of other people need root, and a build that they may read: they are left to the tests in tests/document");
}

/* Whether the driver can be run by others. */
static gboolean
can_be_nobody (void)
{
  g_autoptr (FaultScene) scene = NULL;
  g_autoptr (FaultRun) run = NULL;

  if (geteuid () != 0)
    return FALSE;
  scene = make_scene ();
  run = work (scene);
  return run->lines->len > 0;
}

#define ADD(name, func) g_test_add_func ("/foreign/" name, func)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!can_be_nobody ())
    {
      ADD ("nobody-else-is-here", test_nobody_else_is_here);
      return g_test_run ();
    }
  ADD ("a-state-folder-of-somebody-else-is-told-of-and-saving-goes-on",
       test_a_state_folder_of_somebody_else_is_told_of_and_saving_goes_on);
  ADD ("a-file-of-somebody-else-is-not-written-and-all-is-kept",
       test_a_file_of_somebody_else_is_not_written_and_all_is_kept);
  return g_test_run ();
}
