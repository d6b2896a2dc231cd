/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEntrantHeading: who is shown in a form, large: the name, the status, and bib, category and wave in a line.
 */
#pragma once

#include <adwaita.h>

#include "model/event.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_ENTRANT_HEADING (marathon_entrant_heading_get_type ())
G_DECLARE_FINAL_TYPE (MarathonEntrantHeading, marathon_entrant_heading, MARATHON, ENTRANT_HEADING, AdwBin)

/** @entrant: (nullable): %NULL for one who is being entered. Nothing is kept. */
void marathon_entrant_heading_show (MarathonEntrantHeading *heading,
                                    MarathonEvent          *event,
                                    const MarathonEntrant  *entrant);

G_END_DECLS
