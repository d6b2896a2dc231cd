/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which day it is: here, and where an event takes place.
 */
#pragma once

#include "model/event.h"

G_BEGIN_DECLS

/** By the clock of this computer and its own time zone. */
MarathonDate marathon_today (void);

/** By the clock of this computer in the event's time zone; in its own where the event has none that it knows. */
MarathonDate marathon_today_of_event (MarathonEvent *event);

G_END_DECLS
