/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One run of the driver while calls go wrong, and what it was promised before it ended.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  const char *scene;
  const char *command; /* of the driver */
  guint n;             /* edits */
  const char *plan;    /* (nullable): of the shim, see shim-plan.h */
  const char *log;     /* (nullable): a file that the shim's log goes to */
  const char *inject;  /* (nullable): strace's -e inject=…, instead of the shim */
  guint user;          /* not 0: the driver runs as this user; of one that he may not read there is no line */
  guint mask;          /* umask; 0: 022. To have none: FAULT_RUN_NO_MASK */
} FaultRunJob;

#define FAULT_RUN_NO_MASK 01000

typedef struct {
  int status;      /* as of waitpid() */
  gboolean is_killed;
  gboolean has_ended; /* it came to its end */
  char *output;
  GPtrArray *lines; /* of its output */
} FaultRun;

FaultRun *fault_run_new  (const FaultRunJob *job);
void      fault_run_free (FaultRun *run);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FaultRun, fault_run_free)

/** What a program has said that it did, as far as its lines go. */
typedef struct {
  guint began;       /* the last edit that was begun */
  guint kept;        /* all up to here are on the disk, in a journal or in the file */
  guint saved;       /* the file holds this or a later one */
  guint unsure;      /* the last one that was written without the disk's word */
  guint versioned;   /* the last one that is kept as a version */
  guint n_versioned; /* how many are */
  guint n_failed;    /* saves, and whatever else was told to have failed */
} FaultPromise;

/** Takes what is promised by one line. */
void fault_promise_add (FaultPromise *promise, const char *line);

/** Returns: what was promised by all lines. */
FaultPromise fault_run_get_promise (const FaultRun *run);

/** Whether strace may trace here. */
gboolean fault_run_can_trace (void);

/** Whether all points are to be tried, rather than a sample: FAULTS_ALL is set. */
gboolean fault_run_is_for_all (void);

G_END_DECLS
