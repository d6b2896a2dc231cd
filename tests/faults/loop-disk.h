/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A disk in a file, with a real file system, whose power can be cut: what was not synced is gone, as it would be with
 * a real one.
 *
 * Needs root, loop devices and own_mounts_enter(), which also sees to it that nothing stays mounted, however the test
 * ends.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  char *image;
  char *folder; /* where it is mounted */
} LoopDisk;

/** @kind: "ext4" or "xfs". %NULL with @error where the system does not have it. */
LoopDisk *loop_disk_new  (const char *kind, GError **error);
void      loop_disk_free (LoopDisk *disk);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoopDisk, loop_disk_free)

/** Brings what is there to the disk; of this one only. */
void loop_disk_sync (LoopDisk *disk);

/** Cuts the power: nothing that was not synced gets to the disk any more. Returns: when that began, of the monotonic
 * clock. */
gint64 loop_disk_cut (LoopDisk *disk);

/** Takes the disk out and in again, as starting the computer does. */
void loop_disk_restart (LoopDisk *disk);

G_END_DECLS
