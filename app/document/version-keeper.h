/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonVersionKeeper: keeps a version (document/versions.h) of what each save wrote, behind it, in one thread for
 * the whole program.
 */
#pragma once

#include "document/file-identity.h"

G_BEGIN_DECLS

/** A save that has succeeded. */
typedef struct {
  char *state_folder;
  guint64 event_id;
  char *path;               /* of the event's file */
  MarathonFileIdentity old; /* what is its backup "NAME~" now; not set: there is none, or it is not known */
  guint n_old;              /* entrants in it */
  MarathonFileIdentity new; /* what the file holds */
  guint n_new;
  gint64 time; /* Unix time of the save, in seconds */
} MarathonSavedVersion;

/** Takes the strings of @saved over. Returns at once. A version that cannot be kept is told of in the log, by number of
 * error only: it is one safety of several, and no reason to stop a person. */
void marathon_version_keeper_push (const MarathonSavedVersion *saved);

/** Blocks until all is kept that was pushed: before the program ends. */
void marathon_version_keeper_finish (void);

G_END_DECLS
