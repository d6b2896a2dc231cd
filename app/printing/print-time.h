/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The time that is printed on lists and written into their files.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The time of printing, in seconds of UTC: SOURCE_DATE_EPOCH where that is set, else now. */
gint64 marathon_print_time_get (void);

/** Returns: (transfer full): @time as it stands on paper, "2014-04-12 18:30 UTC". */
char *marathon_print_time_format (gint64 time);

G_END_DECLS
