/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small, full and broken disks that only this process and its children see, and that are gone when it ends, however it
 * ends.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** From now on mounts are our own; for users other than root too, where the system allows it. To be called before there
 * are threads. */
gboolean own_mounts_enter (void);

/** An empty disk in memory of @size KiB. %FALSE: the system does not allow it. */
gboolean own_mounts_add_small (const char *folder, guint size);

/** Makes that disk as large as this. */
void own_mounts_resize (const char *folder, guint size);

/** Makes the folder, with what is in it, read-only until it is removed. */
void own_mounts_add_read_only (const char *folder);

void own_mounts_remove (const char *folder);

G_END_DECLS
