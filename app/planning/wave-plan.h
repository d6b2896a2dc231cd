/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The wave plan: which wave each accepted entrant starts in, by category, route, predicted time and capacity.
 *
 * Start units (planning/start-unit.h) are placed whole, in the best wave (planning/wave-terms.h) that has room, overflow going to the next
 * slower one. Capacity counts people, guides included. A plan fills a wave up to its capacity less its headroom; who is put there by hand
 * may take the headroom. Entrants with a wave who are collected, printed or pinned stay, and the others of their group that starts together
 * follow them where they may.
 */
#pragma once

#include "planning/plan.h"

G_BEGIN_DECLS

/** Returns: (transfer full): the plan; @event (usually a snapshot) is only read. */
MarathonPlan *marathon_wave_plan_new (MarathonEvent *event);

G_END_DECLS
