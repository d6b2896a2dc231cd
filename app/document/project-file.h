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

/** How a project file is to be written; all zero is a new file, or one that may hold anything. */
typedef struct {
  const MarathonFileIdentity *expected; /* (nullable): what the old file must still be */
  gboolean without_backup;              /* the old file does not stay as "NAME~" */
  MarathonFileNoteFunc note;            /* (nullable): told right before the new file takes its place */
  gpointer note_data;
  /* (nullable): called in the thread that writes; "done" only grows: writing is the first half of the total, reading back the second. The last call, with all done,
   * comes when the file is in its place, and only then. */
  MarathonProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable; /* (nullable): heeded until the new file takes its place */
} MarathonProjectFileJob;

/**
 * marathon_project_file_write:
 * @event: usually a snapshot
 * @job: (nullable): how; %NULL for all zero
 * @identity: (out) (optional): what the new file holds
 *
 * Writes by marathon_file_save(); reads the new file back and compares its counts with the event before it replaces the
 * old one.
 */
gboolean marathon_project_file_write (MarathonEvent                *event,
                                      const char                   *path,
                                      const MarathonProjectFileJob *job,
                                      MarathonFileIdentity         *identity,
                                      GError                      **error);

/** Reads a whole regular file of at most @limit bytes, for entry lists and files of edits; errors name the file. */
GBytes *marathon_file_read_bytes (const char *path, guint64 limit, GError **error);

G_END_DECLS
