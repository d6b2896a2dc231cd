/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long it is until the race, in words.
 */
#pragma once

#include "base/date.h"

G_BEGIN_DECLS

/** Returns: (transfer full): "112 days to go", "Tomorrow", "Today", "12 days ago"; "" where @day is not known. Both are days. */
char *marathon_countdown_describe (MarathonDate day, MarathonDate today);

/** Returns: (transfer full): "Sunday, 13 April 2014" in the user's language; "" where @day is not known. */
char *marathon_countdown_describe_day (MarathonDate day);

G_END_DECLS
