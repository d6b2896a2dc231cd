/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The wave plan: which wave each accepted entrant starts in, by category, route, predicted time and capacity.
 *
 * Start units (planning/start-unit.h) are placed whole, in the best wave (planning/wave-terms.h) that has room, overflow going to the next
 * slower one. Capacity counts people, guides included. Newcomers fill a wave up to its capacity less its headroom. Who is in a wave that
 * fits stays, in the headroom too, as long as the wave is within its capacity; where it is over, the least urgent leave until it is not.
 * Entrants with a wave who are collected, printed or pinned stay, and the others of their group that starts together
 * follow them where they may.
 */
#pragma once

#include "planning/plan.h"

G_BEGIN_DECLS

/** Returns: (transfer full): the plan; @event (usually a snapshot) is only read. */
MarathonPlan *marathon_wave_plan_new (MarathonEvent *event);

G_END_DECLS
