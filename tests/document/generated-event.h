/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Events of any size: entrants with numbers for names, some with guides, contacts and medical notes, some in the bin.
 */
#pragma once

#include "model/event.h"

G_BEGIN_DECLS

/** Returns: (transfer full): an event of @n entrants, every hundredth of them in the bin; the same for the same @n. */
MarathonEvent *generated_event_new (guint n);

G_END_DECLS
