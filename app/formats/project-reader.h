/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the bytes of a project file to an event, or to a refusal with line and column.
 */
#pragma once

#include "formats/project-writer.h"

G_BEGIN_DECLS

/**
 * marathon_project_read:
 * @stream: the file, from its first byte
 * @size: its size where known, for progress; else 0
 * @findings: (out) (optional) (transfer container) (element-type MarathonXmlFinding): everything that was refused, by line
 *
 * A file of our version holds only what the schema names; of a newer minor version the unknown is kept; a newer major version is refused.
 *
 * Returns: (transfer full) (nullable): the event, or %NULL with @error (MARATHON_FORMAT_ERROR: "LINE:COLUMN: what was found and what is expected",
 *   or an error of the stream). Nothing is ever half read.
 */
MarathonEvent *marathon_project_read (GInputStream          *stream,
                                      guint64                size,
                                      MarathonProgressFunc   progress,
                                      gpointer               progress_data,
                                      GCancellable          *cancellable,
                                      GPtrArray            **findings,
                                      GError               **error);

/**
 * marathon_project_verify:
 *
 * Reads a file with the same checks of each value but keeps no entrant, so that it needs little memory beside the event that it was written from.
 * What only the whole can show (ids and bibs that stand twice) is not looked for.
 *
 * Returns: %TRUE and sets @counts where the file would be read
 */
gboolean marathon_project_verify (GInputStream *stream, MarathonProjectCounts *counts, GCancellable *cancellable, GError **error);

/** Reads from memory, for tests and templates. */
MarathonEvent *marathon_project_from_text (const char *text, gssize length, GError **error);

G_END_DECLS
