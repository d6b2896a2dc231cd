/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true when saving is cut off, or a call of it fails, at whatever call.
 */
#include "faults/call-log.h"
#include "faults/fault-sweep.h"

/* Enough for the file to be written in several pieces. */
#define N_ENTRANTS 1500
#define N_SAVES 2

static void
sweep (const char *name, void (*func) (const FaultSweep *sweep, FaultVerdict *verdict))
{
  g_autoptr (FaultScene) scene = fault_scene_new (N_ENTRANTS, N_SAVES);
  const FaultSweep save = { scene, "save", N_SAVES, fault_scene_reset, .stride = 1 };
  FaultVerdict verdict = { scene, name };

  func (&save, &verdict);
  fault_verdict_finish (&verdict);
}

static void
kill_each (const FaultSweep *save, FaultVerdict *verdict)
{
  fault_sweep_kill (save, verdict, NULL);
}

static void
test_a_save_that_is_killed_leaves_the_old_file_or_the_new_one (void)
{
  sweep ("save, killed at each call", kill_each);
}

static void
test_a_save_of_which_a_call_fails_harms_nothing (void)
{
  sweep ("save, an error at each call", fault_sweep_errors);
}

static void
test_a_save_copes_with_short_and_interrupted_calls (void)
{
  sweep ("save, short and interrupted calls", fault_sweep_oddities);
}

static void
write_wrong (const FaultSweep *save, FaultVerdict *verdict)
{
  g_autoptr (GPtrArray) log = fault_sweep_log (save, "");
  g_autoptr (GHashTable) counts = call_log_count (log);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, "write"));

  for (guint k = 1; k <= n; k++)
    {
      g_autofree char *plan = g_strdup_printf ("write:%u:1:wrong", k);

      fault_sweep_try (save, verdict, plan);
    }
}

static void
test_a_disk_that_keeps_other_bytes_is_found_out (void)
{
  sweep ("save, other bytes written", write_wrong);
}

/* --- Who may look --- */

static void
check_modes (FaultScene *scene, const char *command, guint mask, FaultVerdict *verdict)
{
  const FaultRunJob job = { .scene = scene->path, .command = command, .n = 3, .log = scene->log, .mask = mask };
  g_autofree char *state = event_work_get_state (scene->path);
  g_autoptr (FaultRun) run = NULL;
  g_autoptr (GPtrArray) log = NULL;

  fault_scene_reset (scene);
  run = fault_run_new (&job);
  g_assert_true (run->has_ended);
  log = call_log_read (scene->log);
  for (guint i = 0; i < log->len; i++)
    {
      const CallRecord *record = g_ptr_array_index (log, i);
      /* The event's file is 0640 here; what is only for its owner may be a folder. */
      gboolean is_private = g_str_has_prefix (record->path, state) || g_str_has_suffix (record->path, "/event");
      guint widest = is_private ? 0700 : 0640;

      verdict->n_points++;
      if (call_record_changes (record) && (record->mode & ~widest) != 0)
        fault_verdict_add (verdict, command, "%s of %s has mode %o", record->call, record->path, record->mode);
    }
}

static void
test_no_file_is_ever_open_to_more_people (void)
{
  g_autoptr (FaultScene) scene = fault_scene_new (100, 4);
  FaultVerdict verdict = { scene, "modes after each call, with umasks from 0 to 077" };
  static const guint masks[] = { FAULT_RUN_NO_MASK, 022, 077 };
  static const char *const commands[] = { "save", "edit-save", "versions" };

  for (guint m = 0; m < G_N_ELEMENTS (masks); m++)
    for (guint c = 0; c < G_N_ELEMENTS (commands); c++)
      check_modes (scene, commands[c], masks[m], &verdict);
  fault_verdict_finish (&verdict);
}

#define ADD(name, func) g_test_add_func ("/save-sweep/" name, func)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-save-that-is-killed-leaves-the-old-file-or-the-new-one",
       test_a_save_that_is_killed_leaves_the_old_file_or_the_new_one);
  ADD ("a-save-of-which-a-call-fails-harms-nothing", test_a_save_of_which_a_call_fails_harms_nothing);
  ADD ("a-save-copes-with-short-and-interrupted-calls", test_a_save_copes_with_short_and_interrupted_calls);
  ADD ("a-disk-that-keeps-other-bytes-is-found-out", test_a_disk_that_keeps_other_bytes_is_found_out);
  ADD ("no-file-is-ever-open-to-more-people", test_no_file_is_ever_open_to_more_people);
  return g_test_run ();
}
