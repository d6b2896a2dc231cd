/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saving a file so that at every instant the old or the new one is whole on the disk: a temporary file in the same
 * folder, synced, renamed.
 *
 * GLib's and GIO's own ways lose data or privacy in cases that were measured (full disk, links, modes), hence this one.
 * It serves every file that Marathon writes: events, PDF, CSV.
 */
#pragma once

#include <gio/gio.h>

#include "document/file-identity.h"

G_BEGIN_DECLS

typedef struct _MarathonFileSink MarathonFileSink;

/** Hands the content over, in order, by marathon_file_sink_write(). */
typedef gboolean (*MarathonFileProduceFunc) (MarathonFileSink *sink, gpointer user_data, GError **error);

/** Looks at what was written before it replaces the old file; @fd is open for reading. */
typedef gboolean (*MarathonFileVerifyFunc) (int fd, gpointer user_data, GError **error);

/** Appends bytes to the new file; the signature of a MarathonWriteFunc with the sink as its user data. */
gboolean marathon_file_sink_write (const char *bytes, gsize length, gpointer sink, GError **error);

/** Told of what is about to be the new file, when it is on the disk and verified, right before it takes its place. */
typedef void (*MarathonFileNoteFunc) (const MarathonFileIdentity *identity, gpointer user_data);

typedef struct {
  MarathonFileProduceFunc produce;
  MarathonFileVerifyFunc verify;        /* (nullable) */
  MarathonFileNoteFunc note;            /* (nullable) */
  gpointer user_data;
  gboolean keep_backup;                 /* the old file stays as "NAME~" */
  const MarathonFileIdentity *expected; /* (nullable): what the old file must still be */
  GCancellable *cancellable;            /* (nullable): heeded until the backup is linked; @produce and @verify see to themselves */
} MarathonFileSaveJob;

/**
 * marathon_file_save:
 * @path: the file to write; where it is a symbolic link, its target is written and the link stays
 * @identity: (out) (optional): what the new file is
 *
 * 1. The target is found; one that is no regular file, or that its mode says may not be written, is refused (renaming
 * would ignore that).
 * 2. Where @expected is given and the file is not that any more, by its content, it is refused:
 * MARATHON_DOCUMENT_ERROR_CHANGED.
 * 3. The content goes to ".NAME.XXXXXX" in the same folder, with the mode, group, "user." attributes and ACL of the old
 * file; new files are 0600.
 *    Where group or ACL cannot be kept, the group may do no more than everybody. Hard links keep the old content: the
 *    new file is another one.
 * 4. It is synced, verified, the old file linked to "NAME~", the new one told of to @note, renamed over the old file,
 * and the folder synced.
 *
 * On any error before the backup is linked the temporary file is removed and the old file and its backup are untouched;
 * where the last renaming itself fails, the old file is untouched and the backup is equal to it. After
 * MARATHON_DOCUMENT_ERROR_UNSURE the new file is in its place.
 *
 * Returns: %FALSE with @error (MARATHON_DOCUMENT_ERROR, or what @produce or @verify said)
 */
gboolean marathon_file_save (const char *path, const MarathonFileSaveJob *job, MarathonFileIdentity *identity, GError **error);

/** Saves a text in the same way, without a backup; @length: in bytes, -1 where @text ends in NUL. */
gboolean marathon_file_save_text (const char *path, const char *text, gssize length, GError **error);

G_END_DECLS
