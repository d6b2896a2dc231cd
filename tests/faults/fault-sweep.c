/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sweeps.
 */
#include "fault-sweep.h"

#include <errno.h>

#include "faults/call-log.h"

/* Which errors a call may have. */
static const struct {
  const char *call;
  int numbers[6]; /* 0: no more */
} errors[] = {
  { "openat", { ENOSPC, EACCES, EROFS, EIO, EDQUOT } },
  { "open-read", { EACCES, EIO } },
  { "data-read", { EIO } },
  { "write", { ENOSPC, EIO, EDQUOT } },
  { "pwrite", { ENOSPC, EIO, EDQUOT } },
  { "copy_file_range", { ENOSPC, EIO, EDQUOT } },
  { "fsync", { EIO, ENOSPC, EDQUOT } },
  { "fdatasync", { EIO, ENOSPC, EDQUOT } },
  { "close", { EIO, ENOSPC, EDQUOT } },
  { "renameat", { ENOSPC, EACCES, EROFS, EIO } },
  { "linkat", { ENOSPC, EACCES, EROFS, EIO, EPERM } },
  { "unlinkat", { EACCES, EROFS, EIO } },
  { "mkdirat", { ENOSPC, EACCES, EROFS } },
  { "fchmod", { EACCES, EROFS, EIO } },
  { "fchown", { EACCES, EROFS, EIO } },
  { "fallocate", { ENOSPC, EIO, EDQUOT } },
  { "ftruncate", { EIO, ENOSPC } },
  { "flock", { EIO, ENOLCK } },
  { "fsetxattr", { ENOSPC, EACCES } },
};

static const char *const interrupted[] = { "write", "pwrite", "flock", "ftruncate", "fallocate", "copy_file_range" };

/* Threads make the order, and the number, of calls differ a little from run to run. */
#define MORE_CALLS 4

/* There are too many pairs of calls for all of them. */
#define MORE_PAIRS 7

static FaultRun *
run (const FaultSweep *sweep, const char *plan, const char *log)
{
  const FaultRunJob job
    = { .scene = sweep->scene->path, .command = sweep->command, .n = sweep->n, .plan = plan, .log = log };

  sweep->prepare (sweep->scene);
  return fault_run_new (&job);
}

static void
add_promise (FaultPromise *promise, const FaultPromise *more)
{
  promise->began = MAX (promise->began, more->began);
  promise->kept = MAX (promise->kept, more->kept);
  promise->saved = MAX (promise->saved, more->saved);
  promise->unsure = MAX (promise->unsure, more->unsure);
  promise->versioned = MAX (promise->versioned, more->versioned);
  promise->n_versioned += more->n_versioned;
}

GPtrArray *
fault_sweep_log (const FaultSweep *sweep, const char *plan)
{
  g_autoptr (FaultRun) counting = run (sweep, plan, sweep->scene->log);

  if (!counting->has_ended)
    g_error ("%s ended with status %x after: %s", sweep->command, (guint) counting->status, counting->output);
  return call_log_read (sweep->scene->log);
}

void
fault_sweep_try (const FaultSweep *sweep, FaultVerdict *verdict, const char *plan)
{
  g_autoptr (FaultRun) tried = run (sweep, plan, NULL);
  FaultPromise promise = fault_run_get_promise (tried);

  add_promise (&promise, &sweep->promise);
  fault_verdict_check_run (verdict, tried, &promise, plan);
}

static gboolean
is_turn (const FaultSweep *sweep, guint number)
{
  return fault_run_is_for_all () || number % sweep->stride == 0;
}

void
fault_sweep_kill (const FaultSweep *sweep, FaultVerdict *verdict, const char *more)
{
  g_autoptr (GPtrArray) log = fault_sweep_log (sweep, more != NULL ? more : "");
  guint n = call_log_count_changes (log) + MORE_CALLS;

  for (guint k = 1; k <= n; k++)
    if (is_turn (sweep, k))
      {
        g_autofree char *plan = g_strdup_printf ("*:%u:1:kill,%s", k, more != NULL ? more : "");

        fault_sweep_try (sweep, verdict, plan);
      }
}

/* In a sample, each call fails with one of its errors only, the next call with the next one. */
static void
fail_call (const FaultSweep *sweep, FaultVerdict *verdict, guint c, guint k, guint *number)
{
  guint n = 0;

  while (errors[c].numbers[n] != 0)
    n++;
  for (guint i = 0; i < n; i++)
    for (guint is_lasting = 0; is_lasting < 2; is_lasting++)
      {
        g_autofree char *plan
          = g_strdup_printf ("%s:%u:%u:error:%d", errors[c].call, k, is_lasting ? 0u : 1u, errors[c].numbers[i]);

        if (fault_run_is_for_all () || (i == k % n && is_lasting == (k / n) % 2 && is_turn (sweep, (*number)++)))
          fault_sweep_try (sweep, verdict, plan);
      }
}

void
fault_sweep_errors (const FaultSweep *sweep, FaultVerdict *verdict)
{
  g_autoptr (GPtrArray) log = fault_sweep_log (sweep, "");
  g_autoptr (GHashTable) counts = call_log_count (log);
  guint number = 0;

  for (guint c = 0; c < G_N_ELEMENTS (errors); c++)
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, errors[c].call));

      for (guint k = 1; k <= n; k++)
        fail_call (sweep, verdict, c, k, &number);
    }
}

void
fault_sweep_errors_and_kill (const FaultSweep *sweep, FaultVerdict *verdict, guint stride)
{
  static const struct {
    const char *call;
    int number;
  } troubles[] = { { "write", ENOSPC }, { "fdatasync", EIO }, { "renameat", EROFS }, { "openat", ENOSPC } };
  g_autoptr (GPtrArray) log = fault_sweep_log (sweep, "");
  g_autoptr (GHashTable) counts = call_log_count (log);
  guint n_kills = call_log_count_changes (log), number = 0;

  for (guint t = 0; t < G_N_ELEMENTS (troubles); t++)
    for (guint k = 1; k <= GPOINTER_TO_UINT (g_hash_table_lookup (counts, troubles[t].call)); k++)
      for (guint kill = k + 1; kill <= n_kills; kill++)
        {
          g_autofree char *plan
            = g_strdup_printf ("*:%u:1:kill,%s@/state/:%u:0:error:%d", kill, troubles[t].call, k, troubles[t].number);

          if (number++ % (fault_run_is_for_all () ? MORE_PAIRS : stride) == 0)
            fault_sweep_try (sweep, verdict, plan);
        }
}

void
fault_sweep_oddities (const FaultSweep *sweep, FaultVerdict *verdict)
{
  static const char *const always[]
    = { "write:1:0:short", "pwrite:1:0:short", "copy_file_range:1:0:short", "data-read:1:0:short" };
  g_autoptr (GPtrArray) log = fault_sweep_log (sweep, "");
  g_autoptr (GHashTable) counts = call_log_count (log);

  for (guint i = 0; i < G_N_ELEMENTS (always); i++)
    fault_sweep_try (sweep, verdict, always[i]);
  for (guint i = 0; i < G_N_ELEMENTS (interrupted); i++)
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, interrupted[i]));

      for (guint k = 1; k <= n; k++)
        if (is_turn (sweep, k - 1))
          {
            g_autofree char *plan = g_strdup_printf ("%s:%u:5:error:%d", interrupted[i], k, EINTR);

            fault_sweep_try (sweep, verdict, plan);
          }
    }
}
