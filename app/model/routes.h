/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The entry routes that there are to choose from in an event.
 */
#pragma once

#include "model/event.h"

G_BEGIN_DECLS

/** Returns: (transfer full): the usual routes, then those that records of @event name besides, in the order of their
 * lists. */
char **marathon_routes_list (MarathonEvent *event);

G_END_DECLS
