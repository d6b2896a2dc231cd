/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true on a disk that takes two seconds to sync: the main loop, which draws the window, is not held up
 * (P-19).
 */
#include <stdio.h>

#include "faults/fault-run.h"
#include "faults/fault-scene.h"

#define N_ENTRANTS 36000
#define DELAY "2000" /* milliseconds */
#define LONGEST_GAP 100

/* A machine that is busy holds everybody up now and then, but not each time. */
#define N_TRIES 3

/* Returns: the longest time, in milliseconds, for which the main loop was held up. */
static guint
measure (FaultScene *scene, const char *plan, guint n)
{
  const FaultRunJob job = { .scene = scene->path, .command = "gap", .n = n, .plan = plan };
  g_autoptr (FaultRun) run = NULL;
  FaultPromise promise;
  guint gap = G_MAXUINT;

  fault_scene_reset (scene);
  run = fault_run_new (&job);
  promise = fault_run_get_promise (run);
  g_assert_true (run->has_ended);
  g_assert_cmpuint (promise.kept, ==, n);
  g_assert_cmpuint (promise.n_failed, ==, 0);
  for (guint i = 0; i < run->lines->len; i++)
    sscanf (g_ptr_array_index (run->lines, i), "gap %u", &gap);
  return gap;
}

static void
test_slow_syncing_does_not_hold_the_main_loop_up (void)
{
  g_autoptr (FaultScene) scene = fault_scene_new (N_ENTRANTS, 0);
  guint best = G_MAXUINT;

  for (guint i = 0; i < N_TRIES && best >= LONGEST_GAP; i++)
    best = MIN (best, measure (scene, "fsync:1:0:delay:" DELAY ",fdatasync:1:0:delay:" DELAY, 3));
  g_test_message ("main loop, with each sync %s ms slower and %u entrants: held up for %u ms at most", DELAY,
                  N_ENTRANTS, best);
  g_assert_cmpuint (best, <, LONGEST_GAP);
}

/* So that it is known that a sync which the main loop waited for would be noticed. */
static void
test_the_delay_is_really_there (void)
{
  g_autoptr (FaultScene) scene = fault_scene_new (10, 0);
  const FaultRunJob job = { .scene = scene->path, .command = "save", .n = 1, .plan = "fsync:1:1:delay:300" };
  gint64 start = g_get_monotonic_time ();
  g_autoptr (FaultRun) run = fault_run_new (&job);

  g_assert_true (run->has_ended);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 300000);
}

#define ADD(name, func) g_test_add_func ("/slow-disk/" name, func)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("slow-syncing-does-not-hold-the-main-loop-up", test_slow_syncing_does_not_hold_the_main_loop_up);
  ADD ("the-delay-is-really-there", test_the_delay_is_really_there);
  return g_test_run ();
}
