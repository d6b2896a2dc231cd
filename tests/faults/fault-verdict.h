/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of a scene after whatever happened to it: nothing lost that was promised, nothing torn, nothing
 * open to others.
 */
#pragma once

#include "faults/fault-run.h"
#include "faults/fault-scene.h"

G_BEGIN_DECLS

typedef struct _FaultVerdict FaultVerdict;

struct _FaultVerdict {
  FaultScene *scene;
  const char *name;        /* of the test, for its figures */
  gboolean had_leftovers;  /* of a save that was cut off before: they stay where they cannot be kept as a version */
  gboolean may_be_damaged; /* a journal may be: by its loss nothing is lost that was kept */
  gboolean is_planted;     /* violations are wanted, and only the first is printed */
  guint n_points;          /* tried */
  guint n_violations;      /* found */
  void (*check_more) (FaultVerdict *verdict, const char *point); /* (nullable): what else must be true at each point */
};

/** Notes that a promise was broken; @point says at which point. */
void fault_verdict_add (FaultVerdict *verdict, const char *point, const char *format, ...) G_GNUC_PRINTF (3, 4);

/**
 * fault_verdict_check:
 * @is_cut: the program was cut off, so that it may have left temporary files
 *
 * Counts a point and checks of the scene, as it is on the disk now:
 *   P-1, P-4  the file is a whole version, not older than what was saved, not newer than what was begun
 *   P-5, P-6  its backup is a whole version too, not newer than the file, and there
 *   P-2, P-3  the file, or else what recovery offers, holds all that was kept, and nothing that never was
 *   P-22      nor half a step
 *   P-8       no file is open to more people than it was; the state folder to nobody
 *   P-11      looking at what is to be recovered, and opening it, loses nothing
 *   P-14      it can be saved then, and no temporary file stays
 */
void fault_verdict_check (FaultVerdict *verdict, const FaultPromise *promise, gboolean is_cut, const char *point);

/** The same after a run, which must have come to its end, or have been killed; @promise is what it and others before it
 * have said. */
void fault_verdict_check_run (FaultVerdict       *verdict,
                              const FaultRun     *run,
                              const FaultPromise *promise,
                              const char         *point);

/** Prints the figures; fails the test where anything was found. */
void fault_verdict_finish (const FaultVerdict *verdict);

/** The same for a planted mistake: fails the test where nothing was found. */
void fault_verdict_finish_planted (const FaultVerdict *verdict);

G_END_DECLS
