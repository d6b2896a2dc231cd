/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeping a version of what is open already, for versions.c and version-leftovers.c.
 */
#pragma once

#include "document/version-file.h"
#include "document/versions.h"

G_BEGIN_DECLS

/** Who asks for a version to be kept. */
typedef struct {
  const char *state_folder;
  guint64 event_id;
  int source;                 /* a regular file, open for reading */
  MarathonVersionFacts facts; /* without the number */
  gint64 now;                 /* Unix time: what the ages of the others are counted from */
} MarathonVersionRequest;

/** As marathon_versions_keep(). An unfinished one is not kept where there is any version with its content. */
MarathonVersionFileOutcome marathon_versions_keep_open (const MarathonVersionRequest *request, GCancellable *cancellable, GError **error);

G_END_DECLS
