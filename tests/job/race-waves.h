/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must hold for the waves of a planned event in which nobody is pinned, printed or collected, found from the
 * waves' own columns without any planning code.
 */
#pragma once

#include "model/event.h"

G_BEGIN_DECLS

/**
 * race_waves_check:
 *
 * Asserts that no wave has more people than its capacity less its headroom, guides counted; that everybody's wave takes
 * their category and route; that nobody is in a wave that is too early for the predicted time (of the slowest, in a group that
 * starts together); that such a group is in one wave, where there is one for all of them; and that nobody is without a
 * wave, or in one worse than another that they may have and that has room for them.
 *
 * Returns: how many accepted entrants have no wave
 */
guint race_waves_check (MarathonEvent *event);

/** Whether wave @a is the worse one for somebody whom both take: @b names the entry route, or is for faster people; 0 is
 * no wave, the worst of all. */
gboolean race_waves_is_worse (MarathonEvent *event, guint32 a, guint32 b);

G_END_DECLS
