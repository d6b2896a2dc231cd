/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Trying one work of the driver again and again, each time with another call that goes wrong, until all calls had
 * their turn.
 */
#pragma once

#include "faults/fault-verdict.h"

G_BEGIN_DECLS

typedef struct {
  FaultScene *scene;
  const char *command; /* of the driver */
  guint n;             /* edits */
  void (*prepare) (FaultScene *scene);
  FaultPromise promise; /* what the prepared scene holds already */
  guint stride;        /* in a sample, one of so many points is tried */
} FaultSweep;

/** Kills before each call that changes something. @more: (nullable): of a plan that goes with it, and ends in ",". */
void fault_sweep_kill (const FaultSweep *sweep, FaultVerdict *verdict, const char *more);

/** Lets each call fail, with each error that it may have, once and from then on. */
void fault_sweep_errors (const FaultSweep *sweep, FaultVerdict *verdict);

/** Both: from some call on the state folder is full or broken, and later the program is killed; @stride is of pairs. */
void fault_sweep_errors_and_kill (const FaultSweep *sweep, FaultVerdict *verdict, guint stride);

/** Short writes, interrupted calls, other bytes. */
void fault_sweep_oddities (const FaultSweep *sweep, FaultVerdict *verdict);

/** Runs with a plan and checks. */
void fault_sweep_try (const FaultSweep *sweep, FaultVerdict *verdict, const char *plan);

/** Returns: (transfer full): the shim's log of a run in which nothing goes wrong but what is planned. */
GPtrArray *fault_sweep_log (const FaultSweep *sweep, const char *plan);

G_END_DECLS
