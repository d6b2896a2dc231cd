/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonVersions: copies of what an event's file held at earlier saves, compressed, in the state folder; fewer the
 * older they are.
 *
 * They belong to the event's id, so that they stay with a file that was renamed. Kept are the newest of each five
 * minutes of the last hour, of each hour of the last day, and of each day of the last thirty, at most 1 GiB for an
 * event, but always the three newest.
 */
#pragma once

#include "document/file-identity.h"
#include "model/event.h"

G_BEGIN_DECLS

typedef struct {
  char *file;          /* in the state folder */
  gint64 time;         /* when the event was saved so: seconds of Unix time */
  guint64 size;        /* bytes of the file that it was, uncompressed */
  guint n_entrants;    /* in it */
  gboolean is_unfinished; /* written by a save that a crash cut off before the file took its place */
} MarathonVersion;

void marathon_version_free (MarathonVersion *version);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonVersion, marathon_version_free)

/**
 * marathon_versions_keep:
 * @path: a file that was just saved, or is about to be replaced
 * @identity: what it holds; one that is the newest version already is not kept again, one that the file does not hold
 *   any more is not kept either
 * @time: Unix time of the save
 *
 * Keeps a copy and thins the older ones out. Blocks; for a thread. Two programs may do it at once for copies of one
 * event.
 *
 * Returns: %FALSE with @error (MARATHON_DOCUMENT_ERROR, or of @cancellable); the older ones are as they were then
 */
gboolean marathon_versions_keep (const char                 *state_folder,
                                 guint64                     event_id,
                                 const char                 *path,
                                 const MarathonFileIdentity *identity,
                                 guint                       n_entrants,
                                 gint64                      time,
                                 GCancellable               *cancellable,
                                 GError                    **error);

/** Returns: (transfer full) (element-type MarathonVersion): the newest first. */
GPtrArray *marathon_versions_list (const char *state_folder, guint64 event_id);

/** Reads one, to look at it or to restore it (editing/event-difference.h); %NULL with @error, which says that it is
 * damaged or gone. */
MarathonEvent *marathon_version_read (const MarathonVersion *version, GCancellable *cancellable, GError **error);

/** Removes all versions of the event: after personal data was removed from it. */
gboolean marathon_versions_forget (const char *state_folder, guint64 event_id, GError **error);

/**
 * marathon_versions_adopt_leftovers:
 *
 * Tidies what saves of @path that were cut off have left beside it (".NAME.XXXXXX", ".NAME.backup"): one that is a
 * whole event and not what the file holds is kept as an unfinished version; that, what the file or a version holds
 * already, and halves are removed. Left alone is what begins as no file of ours does, is whole but cannot be read here,
 * is somebody else's, a link, or being written. To be called by who holds the file's lock.
 *
 * Returns: how many were kept as versions
 */
guint marathon_versions_adopt_leftovers (const char *state_folder, const char *path, GCancellable *cancellable);

/** Whether a save of the file called @base would leave something called @name. */
gboolean marathon_versions_is_leftover_name (const char *name, const char *base);

G_END_DECLS
