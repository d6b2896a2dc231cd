/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From an event to the bytes of its project file. The same event gives the same bytes, always.
 */
#pragma once

#include "formats/xml-reader.h"
#include "model/event.h"

G_BEGIN_DECLS

/** Takes the next @length bytes; %FALSE with @error to stop. */
typedef gboolean (*MarathonWriteFunc) (const char *bytes, gsize length, gpointer user_data, GError **error);

/** What a project file holds, to compare what was written with what is read back. */
typedef struct {
  guint64 n_entrants; /* in the roster */
  guint64 n_deleted;  /* in the bin */
  guint64 n_guides;
  guint64 n_records;
} MarathonProjectCounts;

/**
 * marathon_project_write:
 * @event: usually a snapshot, so that this can run in a thread
 * @progress: (nullable): told of entrants done and of all
 *
 * Calls @write with pieces of about 64 KiB.
 *
 * Returns: %FALSE with the error of @write or of @cancellable
 */
gboolean marathon_project_write (MarathonEvent        *event,
                                 MarathonWriteFunc     write,
                                 gpointer              user_data,
                                 MarathonProgressFunc  progress,
                                 gpointer              progress_data,
                                 GCancellable         *cancellable,
                                 GError              **error);

/** Returns: (transfer full): the whole file in memory, for tests and small events. */
char *marathon_project_to_text (MarathonEvent *event);

/** Counts what marathon_project_write() writes. */
void marathon_project_count (MarathonEvent *event, MarathonProjectCounts *counts);

G_END_DECLS
