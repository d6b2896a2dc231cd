/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words for what a crash has left: pure functions.
 */
#pragma once

#include "document/recovery.h"

G_BEGIN_DECLS

/** Returns: (transfer full): what the event is called, or its file, or that it has no name. */
char *marathon_recovery_get_name (const MarathonRecovery *recovery);

/** Returns: (transfer full): "12 changes, the last one “Assign 2 Bibs”, 23 November 2026 at 09:14", and what is special
 * about it. */
char *marathon_recovery_describe (const MarathonRecovery *recovery);

/** Whether an event can be made of it. */
gboolean marathon_recovery_is_usable (const MarathonRecovery *recovery);

/** Returns: (transfer full): when that was, in the time of this place: "23 November 2026 at 09:14"; @time: seconds of
 * Unix time. */
char *marathon_describe_time (gint64 time);

G_END_DECLS
