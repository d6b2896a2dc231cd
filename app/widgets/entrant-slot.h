/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEntrantSlot: a row of the entrants table as an object: it stands for the place in the list, whoever is shown
 * there.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MARATHON_TYPE_ENTRANT_SLOT (marathon_entrant_slot_get_type ())
G_DECLARE_FINAL_TYPE (MarathonEntrantSlot, marathon_entrant_slot, MARATHON, ENTRANT_SLOT, GObject)

/* Signals: "changed": somebody else is in this row now, or somebody's values changed */

/** Returns: (transfer full): the object of a row; MarathonEntrantsModel makes at most one for each. */
MarathonEntrantSlot *marathon_entrant_slot_new (guint row);

guint marathon_entrant_slot_get_row (MarathonEntrantSlot *slot);

/** For MarathonEntrantsModel: tells the cells. */
void marathon_entrant_slot_changed (MarathonEntrantSlot *slot);

G_END_DECLS
