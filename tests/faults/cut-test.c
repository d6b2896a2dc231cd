/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true when the power goes, after any call: nothing is lost that was said to be kept or saved. By the
 * model of a disk in cut-model.h, so that it is tried on every machine; power-cut-test.c does it to real file systems.
 *
 * That it would find a mistake is shown by planting some.
 */
#include <errno.h>

#include "faults/cut-model.h"
#include "faults/fault-sweep.h"

#define N_ENTRANTS 400
#define N_EDITS 7

typedef struct {
  FaultVerdict verdict;
  CutModel *model;
  FaultPromise promise;
  GHashTable *seen; /* what was tried before: it need not be tried again */
} Cuts;

/* Whether the disk would hold anything new, or is to hold more than the last time that it held the same. */
static gboolean
is_new (Cuts *cuts, CutKind kind)
{
  g_autofree char *sum = cut_model_sum (cuts->model, kind);

  return g_hash_table_add (cuts->seen, g_strdup_printf ("%s %u %u %u", sum, cuts->promise.kept, cuts->promise.saved,
                                                        cuts->promise.versioned));
}

static void
cut_after (Cuts *cuts, guint i, const CallRecord *record)
{
  FaultScene *scene = cuts->verdict.scene;

  for (CutKind kind = 0; kind < N_CUTS; kind++)
    if (is_new (cuts, kind))
      {
        g_autofree char *name = g_path_get_basename (record->path);
        g_autofree char *point
          = g_strdup_printf ("after call %u, %s of %s, with %s", i + 1, record->call, name, cut_kind_get_name (kind));

        fault_scene_remove_tree (scene->path);
        cut_model_write (cuts->model, kind, scene->path);
        fault_verdict_check (&cuts->verdict, &cuts->promise, TRUE, point);
      }
}

static void
cut_everywhere (Cuts *cuts, GPtrArray *log)
{
  for (guint i = 0; i < log->len; i++)
    {
      const CallRecord *record = g_ptr_array_index (log, i);

      if (g_str_equal (record->call, "say"))
        {
          g_autofree char *line = g_strndup (g_bytes_get_data (record->bytes, NULL), g_bytes_get_size (record->bytes));

          fault_promise_add (&cuts->promise, line);
          cut_after (cuts, i, record);
        }
      else if (call_record_changes (record))
        {
          cut_model_apply (cuts->model, record);
          cut_after (cuts, i, record);
        }
    }
}

/* Runs with the plan, and cuts the power after each of its calls. */
static FaultVerdict
sweep (const FaultSweep *sweep, const char *name, const char *plan, gboolean is_planted)
{
  Cuts cuts = { .verdict = { sweep->scene, name, .is_planted = is_planted }, .promise = sweep->promise };
  const FaultRunJob job = {
    .scene = sweep->scene->path, .command = sweep->command, .n = sweep->n, .plan = plan, .log = sweep->scene->log
  };
  g_autoptr (FaultRun) run = NULL;
  g_autoptr (GPtrArray) log = NULL;

  sweep->prepare (sweep->scene);
  cuts.model = cut_model_new (sweep->scene->path);
  cuts.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  run = fault_run_new (&job);
  g_assert_true (run->has_ended);
  log = call_log_read (sweep->scene->log);
  cut_everywhere (&cuts, log);
  g_hash_table_unref (cuts.seen);
  cut_model_free (cuts.model);
  return cuts.verdict;
}

static void
test_what_was_saved_is_there_after_the_power_went (void)
{
  g_autoptr (FaultScene) scene = fault_scene_new (N_ENTRANTS, 2);
  const FaultSweep save = { scene, "save", 2, fault_scene_reset };
  FaultVerdict verdict = sweep (&save, "save, the power cut after each call", NULL, FALSE);

  fault_verdict_finish (&verdict);
}

static void
sweep_work (const char *command, const char *name)
{
  g_autoptr (FaultScene) scene = fault_scene_new (N_ENTRANTS, N_EDITS);
  const FaultSweep work = { scene, command, N_EDITS, fault_scene_reset };
  FaultVerdict verdict = sweep (&work, name, NULL, FALSE);

  fault_verdict_finish (&verdict);
}

static void
test_what_was_kept_is_there_after_the_power_went (void)
{
  sweep_work ("edits", "edits, the power cut after each call");
}

static void
test_what_has_no_file_yet_is_there_after_the_power_went (void)
{
  sweep_work ("untitled", "edits of an event without a file, the power cut after each call");
}

static void
test_what_was_kept_around_saves_is_there_after_the_power_went (void)
{
  sweep_work ("edit-save", "edits and saves, the power cut after each call");
}

static void
test_kept_versions_are_there_after_the_power_went (void)
{
  sweep_work ("versions", "versions, the power cut after each call");
}

/* What a program left that was killed while it saved. */
static void
test_the_power_may_go_while_recovering (void)
{
  g_autoptr (FaultScene) scene = fault_scene_new (N_ENTRANTS, N_EDITS);
  const FaultRunJob job
    = { .scene = scene->path, .command = "edit-save", .n = N_EDITS, .plan = "renameat@/event/:6:1:kill" };
  g_autoptr (FaultRun) run = fault_run_new (&job);
  const FaultSweep recover = { scene, "recover", N_EDITS, fault_scene_restore, .promise = fault_run_get_promise (run) };
  FaultVerdict verdict;

  fault_scene_store (scene);
  verdict = sweep (&recover, "recovery, the power cut after each call", NULL, FALSE);
  fault_verdict_finish (&verdict);
}

/* Each sync fails once, and then the power goes: nothing may count on what was not synced, nor on a second try at the
 * same file. */
static void
fail_syncs (FaultScene *scene, const char *command, guint n, const char *call, FaultVerdict *all)
{
  const FaultSweep work = { scene, command, n, fault_scene_reset };
  g_autoptr (GPtrArray) log = fault_sweep_log (&work, "");
  g_autoptr (GHashTable) counts = call_log_count (log);
  guint n_calls = GPOINTER_TO_UINT (g_hash_table_lookup (counts, call));

  for (guint k = 1; k <= n_calls; k++)
    {
      g_autofree char *plan = g_strdup_printf ("%s:%u:1:error:%d", call, k, EIO);
      g_autofree char *name = g_strdup_printf ("%s, %s", command, plan);
      FaultVerdict verdict = sweep (&work, name, plan, FALSE);

      all->n_points += verdict.n_points;
      all->n_violations += verdict.n_violations;
    }
}

static void
test_a_sync_that_failed_is_not_counted_on (void)
{
  g_autoptr (FaultScene) scene = fault_scene_new (20, N_EDITS);
  FaultVerdict all = { scene, "a sync fails, and then the power is cut after each call" };

  fail_syncs (scene, "edits", 3, "fsync", &all);
  fail_syncs (scene, "edits", 3, "fdatasync", &all);
  if (fault_run_is_for_all ())
    {
      fail_syncs (scene, "edit-save", N_EDITS, "fsync", &all);
      fail_syncs (scene, "edit-save", N_EDITS, "fdatasync", &all);
      fail_syncs (scene, "versions", N_EDITS, "fsync", &all);
      fail_syncs (scene, "versions", N_EDITS, "fdatasync", &all);
    }
  fault_verdict_finish (&all);
}

/* --- Planted mistakes --- */

static void
test_saying_kept_before_it_is_synced_is_found_out (void)
{
  g_autoptr (FaultScene) scene = fault_scene_new (N_ENTRANTS, N_EDITS);
  const FaultSweep edits = { scene, "edits", N_EDITS, fault_scene_reset };
  FaultVerdict verdict = sweep (&edits, "planted: kept before it is synced", "fdatasync:1:0:drop", TRUE);

  fault_verdict_finish_planted (&verdict);
}

static void
test_a_file_renamed_before_it_is_synced_is_found_out (void)
{
  g_autoptr (FaultScene) scene = fault_scene_new (N_ENTRANTS, 2);
  const FaultSweep save = { scene, "save", 2, fault_scene_reset };
  FaultVerdict verdict = sweep (&save, "planted: renamed before it is synced", "fsync:1:0:late", TRUE);

  fault_verdict_finish_planted (&verdict);
}

static void
test_saying_saved_before_the_folder_is_synced_is_found_out (void)
{
  g_autoptr (FaultScene) scene = fault_scene_new (N_ENTRANTS, 2);
  const FaultSweep save = { scene, "save", 2, fault_scene_reset };
  /* Each save syncs first its file and then its folder. */
  FaultVerdict verdict = sweep (&save, "planted: the folder is not synced", "fsync:2:1:drop,fsync:4:1:drop", TRUE);

  fault_verdict_finish_planted (&verdict);
}

static void
test_replacing_in_two_steps_is_found_out (void)
{
  g_autoptr (FaultScene) scene = fault_scene_new (N_ENTRANTS, 2);
  const FaultSweep save = { scene, "save", 2, fault_scene_reset, .stride = 1 };
  FaultVerdict verdict
    = { scene, "planted: the old file is removed before the new one takes its place", .is_planted = TRUE };

  fault_sweep_kill (&save, &verdict, "renameat:1:0:apart");
  fault_verdict_finish_planted (&verdict);
}

#define ADD(name, func) g_test_add_func ("/cut/" name, func)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("what-was-saved-is-there-after-the-power-went", test_what_was_saved_is_there_after_the_power_went);
  ADD ("what-was-kept-is-there-after-the-power-went", test_what_was_kept_is_there_after_the_power_went);
  ADD ("what-has-no-file-yet-is-there-after-the-power-went", test_what_has_no_file_yet_is_there_after_the_power_went);
  ADD ("what-was-kept-around-saves-is-there-after-the-power-went",
       test_what_was_kept_around_saves_is_there_after_the_power_went);
  ADD ("kept-versions-are-there-after-the-power-went", test_kept_versions_are_there_after_the_power_went);
  ADD ("the-power-may-go-while-recovering", test_the_power_may_go_while_recovering);
  ADD ("a-sync-that-failed-is-not-counted-on", test_a_sync_that_failed_is_not_counted_on);
  ADD ("saying-kept-before-it-is-synced-is-found-out", test_saying_kept_before_it_is_synced_is_found_out);
  ADD ("a-file-renamed-before-it-is-synced-is-found-out", test_a_file_renamed_before_it_is_synced_is_found_out);
  ADD ("saying-saved-before-the-folder-is-synced-is-found-out",
       test_saying_saved_before_the_folder_is_synced_is_found_out);
  ADD ("replacing-in-two-steps-is-found-out", test_replacing_in_two_steps_is_found_out);
  return g_test_run ();
}
