/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A scene (event-work.h) that is made afresh for each run, always at the same place since journals are named by it; in
 * memory where the system has a place for that, so that syncing costs nothing.
 */
#pragma once

#include "faults/event-work.h"

G_BEGIN_DECLS

typedef struct {
  char *folder;     /* of all this */
  char *path;       /* of the scene */
  char *log;        /* for the shim */
  GBytes *older;    /* what "race~" holds at first */
  GBytes *first;    /* what "race" holds at first: version 0 */
  char *older_sum;
  GPtrArray *sums;  /* of the versions from 0 */
} FaultScene;

/** @n: how many versions after the first it knows. */
FaultScene *fault_scene_new  (guint n_entrants, guint n);
/** The same in @folder, on another disk. */
FaultScene *fault_scene_new_in (const char *folder, guint n_entrants, guint n);
void        fault_scene_free (FaultScene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FaultScene, fault_scene_free)

/** Makes "event" with its file and backup, of mode 0640, and an empty "state"; nothing else is there then. */
void fault_scene_reset (FaultScene *scene);

/** Puts what is there now aside, or back, with all modes. */
void fault_scene_store   (FaultScene *scene);
void fault_scene_restore (FaultScene *scene);

/** Returns: the number of the version of that content; -1: the older one, -2: none. */
int fault_scene_find (FaultScene *scene, const char *sum);

/** Copies a folder with all that is in it; removes one. */
void fault_scene_copy_tree   (const char *from, const char *to);
void fault_scene_remove_tree (const char *path);

G_END_DECLS
