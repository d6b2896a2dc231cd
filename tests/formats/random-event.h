/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Events with everything in them, made by walking through the tables of columns and fields.
 */
#pragma once

#include "model/event.h"

G_BEGIN_DECLS

/** Returns: (transfer full): an event with @n_entrants entrants, always the same for the same @seed. */
MarathonEvent *random_event_new (guint32 seed, guint n_entrants);

/**
 * random_event_value:
 * @number: which of the values of that column, where there are several
 *
 * Returns: (transfer full): a canonical value of that column that is not its initial one; "" where @event has no
 * record to refer to
 */
char *random_event_value (MarathonEvent *event, const MarathonColumn *column, guint number);

G_END_DECLS
