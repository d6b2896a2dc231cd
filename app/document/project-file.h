/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A project file on the disk: reading it into an event, and writing an event into it.
 */
#pragma once

#include "document/file-save.h"
#include "formats/project-reader.h"

G_BEGIN_DECLS

/**
 * marathon_project_file_read:
 * @identity: (out) (optional): what the file was when it was read
 *
 * Refuses what is no regular file. Errors name the file: "PATH:LINE:COLUMN: …".
 */
MarathonEvent *marathon_project_file_read (const char            *path,
                                           MarathonFileIdentity  *identity,
                                           MarathonProgressFunc   progress,
                                           gpointer               progress_data,
                                           GCancellable          *cancellable,
                                           GError               **error);

/**
 * marathon_project_file_write:
 * @event: usually a snapshot
 * @expected: (nullable): what the old file must still be
 * @progress: (nullable): called in the thread that writes; @done only grows: writing is the first half of the total, reading back the second. The
 *   last call, with all done, comes when the file is in its place, and only then
 * @cancellable: (nullable): heeded until the new file takes its place
 *
 * Writes by marathon_file_save() with a backup; reads the new file back and compares its counts with the event before it replaces the old one.
 */
gboolean marathon_project_file_write (MarathonEvent              *event,
                                      const char                 *path,
                                      const MarathonFileIdentity *expected,
                                      MarathonFileIdentity       *identity,
                                      MarathonProgressFunc        progress,
                                      gpointer                    progress_data,
                                      GCancellable               *cancellable,
                                      GError                    **error);

/** Reads a whole regular file of at most @limit bytes, for entry lists and files of edits; errors name the file. */
GBytes *marathon_file_read_bytes (const char *path, guint64 limit, GError **error);

G_END_DECLS
