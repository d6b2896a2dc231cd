/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One version of an event on the disk: what its name says, and its bytes, compressed.
 *
 *   00000012-20260412T093000Z-HASH-SIZE-ENTRANTS.gz              HASH: 32 hexadecimal digits of the uncompressed bytes, SIZE: how many
 *   00000013-20260412T093101Z-HASH-SIZE-ENTRANTS-unfinished.gz
 *
 * The first number counts up, so that there is an order that no clock changes. Nothing in it tells of a person, and
 * gunzip makes an event file of it, should there be no Marathon any more.
 */
#pragma once

#include "document/file-identity.h"
#include "model/event.h"

G_BEGIN_DECLS

typedef struct {
  guint number;
  gint64 time;
  MarathonFileIdentity identity; /* of the uncompressed file */
  guint n_entrants;
  gboolean is_unfinished;
} MarathonVersionFacts;

/** Returns: (transfer full): the name of the file; a time before 1970 or after 9999 becomes the nearest that can be
 * written. */
char *marathon_version_file_write_name (const MarathonVersionFacts *facts);

/** %FALSE where it is no such name. */
gboolean marathon_version_file_parse_name (const char *name, MarathonVersionFacts *facts);

typedef enum {
  MARATHON_VERSION_FILE_WRITTEN,
  MARATHON_VERSION_FILE_CHANGED, /* the source does not hold what @facts say; there is no file of that name */
  MARATHON_VERSION_FILE_FAILED,
} MarathonVersionFileOutcome;

/**
 * marathon_version_file_write:
 * @folder: where; it exists
 * @source: is read from its beginning, and its position stays
 *
 * Compresses into a new file ".new-…", synced, renamed, the folder synced: the name never stands for half a file.
 */
MarathonVersionFileOutcome marathon_version_file_write (const char                 *folder,
                                                        int                         source,
                                                        const MarathonVersionFacts *facts,
                                                        GCancellable               *cancellable,
                                                        GError                    **error);

/** Removes what marathon_version_file_write() left in @folder when it was killed; nobody else may be writing there. */
void marathon_version_file_tidy (const char *folder);

/** Reads the event; no more bytes of it than the name says, and only these very bytes. */
MarathonEvent *marathon_version_file_read (const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
