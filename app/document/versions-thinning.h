/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which of an event's versions are worth their place on the disk: many of today, few of last week.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The most bytes on the disk that the versions of one event take, but for the newest ones. */
#define MARATHON_VERSIONS_BUDGET (G_GUINT64_CONSTANT (1) << 30)

/** So many of the newest always stay. */
#define MARATHON_VERSIONS_ALWAYS 3

typedef struct {
  gint64 time;            /* seconds of Unix time */
  guint64 size;           /* bytes on the disk */
  gboolean is_unfinished; /* it does not stand for the finished ones of its time, nor these for it */
} MarathonVersionAge;

/**
 * marathon_versions_thin:
 * @ages: (array length=n): in the order in which they were kept, the newest first, whatever their times: clocks are set
 *   back
 * @now: Unix time; what is of later times counts as of now
 * @goes: (out caller-allocates) (array length=n): whether it is to be removed
 *
 * Those stay that are the newest of five minutes in the last hour, of an hour in the last day, of a day in the last
 * thirty, as long as they and all newer ones that stay fit into the budget; and the newest three. Hours and days are
 * those of UTC, so that who stays today is not chosen anew tomorrow.
 */
void marathon_versions_thin (const MarathonVersionAge *ages, guint n, gint64 now, gboolean *goes);

G_END_DECLS
