/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonProgress: how far long work in a thread has come, for a progress bar.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MARATHON_TYPE_PROGRESS (marathon_progress_get_type ())
G_DECLARE_FINAL_TYPE (MarathonProgress, marathon_progress, MARATHON, PROGRESS, GObject)

/* Properties (read only, notified in the thread that made it, some times a second):
 *   "fraction" (double): 0 to 1
 *   "is-long" (boolean): the work has taken so long that a person should see it
 *   "cancellable" (GCancellable)
 */

MarathonProgress *marathon_progress_new (void);

/** A MarathonProgressFunc whose data is the progress; may be called in any thread. */
void marathon_progress_report (guint64 done, guint64 total, gpointer progress);

GCancellable *marathon_progress_get_cancellable (MarathonProgress *progress);
double        marathon_progress_get_fraction    (MarathonProgress *progress);

/** The work has ended: nothing is notified any more. */
void marathon_progress_end (MarathonProgress *progress);

G_END_DECLS
