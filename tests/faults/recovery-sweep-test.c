/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true when recovering is itself cut off, or a call of it fails (P-11), and when old versions are kept and
 * thinned out meanwhile.
 */
#include <glib/gstdio.h>

#include "faults/fault-sweep.h"

#define N_ENTRANTS 400
#define N_EDITS 7

/* Puts aside a scene as it is after a program was killed in the middle of a save, so that there are a journal and
 * leftovers. */
static FaultPromise
leave_something (FaultScene *scene)
{
  const FaultRunJob job
    = { .scene = scene->path, .command = "edit-save", .n = N_EDITS, .plan = "renameat@/event/:6:1:kill" };
  g_autoptr (FaultRun) run = fault_run_new (&job);
  FaultPromise promise = fault_run_get_promise (run);

  g_assert_true (run->is_killed);
  g_assert_cmpuint (promise.kept, >, promise.saved);
  fault_scene_store (scene);
  return promise;
}

static void
sweep (const char *name, guint stride, void (*func) (const FaultSweep *sweep, FaultVerdict *verdict))
{
  g_autoptr (FaultScene) scene = fault_scene_new (N_ENTRANTS, N_EDITS);
  const FaultSweep sweep
    = { scene, "recover", N_EDITS, fault_scene_restore, .promise = leave_something (scene), .stride = stride };
  FaultVerdict verdict = { scene, name, .had_leftovers = TRUE };

  func (&sweep, &verdict);
  fault_verdict_finish (&verdict);
}

static void
kill_each (const FaultSweep *sweep, FaultVerdict *verdict)
{
  fault_sweep_kill (sweep, verdict, NULL);
}

static void
test_recovering_can_be_killed_at_any_call (void)
{
  sweep ("recovery, killed at each call", 1, kill_each);
}

static void
test_recovering_may_fail_at_any_call (void)
{
  sweep ("recovery, an error at each call", 3, fault_sweep_errors);
}

static void
test_recovering_copes_with_short_and_interrupted_calls (void)
{
  sweep ("recovery, short and interrupted calls", 1, fault_sweep_oddities);
}

/* --- Versions --- */

static void
sweep_versions (const char *name, guint stride, void (*func) (const FaultSweep *sweep, FaultVerdict *verdict))
{
  g_autoptr (FaultScene) scene = fault_scene_new (N_ENTRANTS, N_EDITS);
  const FaultSweep sweep = { scene, "versions", N_EDITS, fault_scene_reset, .stride = stride };
  FaultVerdict verdict = { scene, name };

  func (&sweep, &verdict);
  fault_verdict_finish (&verdict);
}

static void
test_keeping_versions_can_be_killed_at_any_call (void)
{
  sweep_versions ("versions, killed at each call", 2, kill_each);
}

static void
test_keeping_versions_may_fail_at_any_call (void)
{
  sweep_versions ("versions, an error at each call", 6, fault_sweep_errors);
}

#define ADD(name, func) g_test_add_func ("/recovery-sweep/" name, func)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("recovering-can-be-killed-at-any-call", test_recovering_can_be_killed_at_any_call);
  ADD ("recovering-may-fail-at-any-call", test_recovering_may_fail_at_any_call);
  ADD ("recovering-copes-with-short-and-interrupted-calls", test_recovering_copes_with_short_and_interrupted_calls);
  ADD ("keeping-versions-can-be-killed-at-any-call", test_keeping_versions_can_be_killed_at_any_call);
  ADD ("keeping-versions-may-fail-at-any-call", test_keeping_versions_may_fail_at_any_call);
  return g_test_run ();
}
