/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What strace saw of a run of the driver: the same calls as the shim's log, by another witness, which nothing can pass
 * by.
 */
#pragma once

#include "faults/fault-run.h"

G_BEGIN_DECLS

typedef struct {
  char *call;  /* as strace calls it: "rename", "renameat2", "pwrite64" */
  guint turn;  /* it was the so-and-so-many-th call of that name in its thread, from 1 */
  gboolean is_ours; /* it was about a file of the scene */
  gboolean writes;  /* it opened a file for writing; %TRUE for other calls */
} TracedCall;

/** The calls that change something, as strace calls them, with "," between. */
extern const char call_trace_set[];

/**
 * call_trace_run:
 * @job: without faults; its log is written by the shim at the same time
 *
 * Returns: (transfer full) (element-type TracedCall): until the driver said that it is at its end
 */
GPtrArray *call_trace_run (const FaultRunJob *job);

/** Returns: what the shim and the plan call it, such as "renameat". */
const char *call_trace_get_plain_name (const char *call);

G_END_DECLS
