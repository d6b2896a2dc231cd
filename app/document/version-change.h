/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonVersionChange: what restoring an earlier version would change in an open event, and doing it as one step.
 */
#pragma once

#include "document/document.h"
#include "document/versions.h"
#include "editing/event-difference.h"

G_BEGIN_DECLS

typedef struct {
  MarathonEventDifference difference;
  MarathonEvent *event; /* of the version */
  GBytes *lines;        /* the edit lines of the step */
  guint64 state;        /* of the history that they fit to */
} MarathonVersionChange;

void marathon_version_change_free (MarathonVersionChange *change);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonVersionChange, marathon_version_change_free)

/** Whether the event is as the version already. */
gboolean marathon_version_change_is_empty (const MarathonVersionChange *change);

/**
 * marathon_version_change_new_async:
 * @label: of the step that it would be, translated
 *
 * Reads the version and compares in a thread, with the event as it is now.
 */
void                   marathon_version_change_new_async  (MarathonDocument      *document,
                                                           const MarathonVersion *version,
                                                           const char            *label,
                                                           GCancellable          *cancellable,
                                                           GAsyncReadyCallback    callback,
                                                           gpointer               user_data);
MarathonVersionChange *marathon_version_change_new_finish (GAsyncResult *result, GError **error);

/** Makes the event of @document what the version was. %FALSE with @error: nothing was changed; also where the event was
 * changed since. */
gboolean marathon_version_change_apply (const MarathonVersionChange *change, MarathonDocument *document, GError **error);

G_END_DECLS
