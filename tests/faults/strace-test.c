/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true when strace lets system calls go wrong: the same as in the other sweeps, which the shim does; and
 * that the shim knows of every call that there is.
 */
#include "faults/call-log.h"
#include "faults/call-trace.h"
#include "faults/fault-verdict.h"

#define N_ENTRANTS 400
#define STRIDE 3

/* --- Two witnesses --- */

static void
count (GHashTable *counts, const char *name, int by)
{
  gpointer key = (gpointer) g_intern_string (name);

  g_hash_table_insert (counts, key, GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (counts, key)) + by));
}

static void
compare_witnesses (FaultScene *scene, const char *command, guint n)
{
  const FaultRunJob job = { .scene = scene->path, .command = command, .n = n, .log = scene->log };
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) traced = NULL, logged = NULL;
  GHashTableIter iter;
  gpointer name, left;

  traced = call_trace_run (&job);
  logged = call_log_read (scene->log);
  for (guint i = 0; i < traced->len; i++)
    {
      const TracedCall *call = g_ptr_array_index (traced, i);

      if (call->is_ours && call->writes)
        count (counts, call_trace_get_plain_name (call->call), 1);
    }
  for (guint i = 0; i < logged->len; i++)
    {
      const CallRecord *record = g_ptr_array_index (logged, i);

      if (call_record_says (record, "end\n"))
        break;
      if (call_record_changes (record) && !g_str_equal (record->call, "close"))
        count (counts, record->call, -1);
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &name, &left))
    if (GPOINTER_TO_INT (left) != 0)
      g_error ("%s: strace saw %d more calls of %s than the shim", command, GPOINTER_TO_INT (left), (char *) name);
  g_test_message ("%s: strace and the shim saw the same calls", command);
}

static void
test_the_shim_sees_every_call (void)
{
  g_autoptr (FaultScene) scene = fault_scene_new (N_ENTRANTS, 4);

  compare_witnesses (scene, "save", 2);
  fault_scene_reset (scene);
  compare_witnesses (scene, "edit-save", 4);
  fault_scene_reset (scene);
  compare_witnesses (scene, "versions", 4);
  fault_scene_reset (scene);
  {
    const FaultRunJob edits = { .scene = scene->path, .command = "edits", .n = 4 };
    g_autoptr (FaultRun) run = fault_run_new (&edits);

    g_assert_true (run->has_ended);
  }
  compare_witnesses (scene, "recover", 1);
}

/* --- Faults --- */

static void
try (FaultVerdict *verdict, const char *command, guint n, const char *call, guint turn, const char *fault)
{
  g_autofree char *inject = g_strdup_printf ("inject=%s:%s:when=%u", call, fault, turn);
  const FaultRunJob job = { .scene = verdict->scene->path, .command = command, .n = n, .inject = inject };
  g_autoptr (FaultRun) run = NULL;
  FaultPromise promise;

  fault_scene_reset (verdict->scene);
  run = fault_run_new (&job);
  promise = fault_run_get_promise (run);
  fault_verdict_check_run (verdict, run, &promise, inject);
}

static GPtrArray *
trace (FaultScene *scene, const char *command, guint n)
{
  const FaultRunJob job = { .scene = scene->path, .command = command, .n = n, .log = scene->log };

  fault_scene_reset (scene);
  return call_trace_run (&job);
}

static gboolean
is_turn (guint number)
{
  return fault_run_is_for_all () || number % STRIDE == 0;
}

/* A save has one thread, so each of its calls can be hit by its number. */
static void
test_a_save_is_whole_or_not_there_whatever_strace_does (void)
{
  static const char *const faults[]
    = { "signal=KILL", "error=ENOSPC", "error=EIO", "error=EACCES", "error=EROFS", "error=EDQUOT" };
  g_autoptr (FaultScene) scene = fault_scene_new (N_ENTRANTS, 2);
  g_autoptr (GPtrArray) calls = trace (scene, "save", 2);
  FaultVerdict verdict = { scene, "save, by strace" };
  guint number = 0;

  for (guint i = 0; i < calls->len; i++)
    for (guint f = 0; f < G_N_ELEMENTS (faults); f++)
      {
        const TracedCall *call = g_ptr_array_index (calls, i);

        if (call->is_ours && (fault_run_is_for_all () || f == 0 || f == 1 + i % (G_N_ELEMENTS (faults) - 1))
            && is_turn (number++))
          try (&verdict, "save", 2, call->call, call->turn, faults[f]);
      }
  fault_verdict_finish (&verdict);
}

/* The journal writes in a thread of its own, and strace counts for each thread; what is hit is whatever comes first. */
static void
test_what_is_kept_stays_kept_whatever_strace_does (void)
{
  static const char *const calls[]
    = { "write", "fsync", "fdatasync", "flock", "mkdir", "rename", "renameat", "renameat2" };
  g_autoptr (FaultScene) scene = fault_scene_new (N_ENTRANTS, 6);
  g_autoptr (GPtrArray) traced = trace (scene, "edits", 6);
  FaultVerdict verdict = { scene, "edits, by strace" };
  guint number = 0;

  for (guint c = 0; c < G_N_ELEMENTS (calls); c++)
    {
      guint n = 0;

      for (guint i = 0; i < traced->len; i++)
        {
          const TracedCall *call = g_ptr_array_index (traced, i);

          n = g_str_equal (call->call, calls[c]) ? MAX (n, call->turn) : n;
        }
      for (guint turn = 1; turn <= n; turn++)
        {
          if (is_turn (number++))
            try (&verdict, "edits", 6, calls[c], turn, "signal=KILL");
          /* Writes to other than files must not fail: threads wake each other by them. */
          if (c > 0 && is_turn (number++))
            try (&verdict, "edits", 6, calls[c], turn, "error=EIO");
        }
    }
  fault_verdict_finish (&verdict);
}

#define ADD(name, func) g_test_add_func ("/strace/" name, func)

static void
test_strace_may_not_trace_here (void)
{
  g_test_message ("strace may not trace here: what it does is left to the shim");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!fault_run_can_trace ())
    {
      ADD ("strace-may-not-trace-here", test_strace_may_not_trace_here);
      return g_test_run ();
    }
  ADD ("the-shim-sees-every-call", test_the_shim_sees_every_call);
  ADD ("a-save-is-whole-or-not-there-whatever-strace-does", test_a_save_is_whole_or_not_there_whatever_strace_does);
  ADD ("what-is-kept-stays-kept-whatever-strace-does", test_what_is_kept_stays_kept_whatever_strace_does);
  return g_test_run ();
}
