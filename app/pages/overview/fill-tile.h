/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonFillTile: a category or a wave with how full it is.
 */
#pragma once

#include <gtk/gtk.h>

#include "model/event.h"
#include "planning/fills.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_FILL_TILE (marathon_fill_tile_get_type ())
G_DECLARE_FINAL_TYPE (MarathonFillTile, marathon_fill_tile, MARATHON, FILL_TILE, GtkFlowBoxChild)

/** A tile that says nothing yet. */
GtkWidget *marathon_fill_tile_new (MarathonRecord *record);

MarathonRecord *marathon_fill_tile_get_record (MarathonFillTile *tile);

/** Shows the record as it is now: a wave with its time and the colour of its start. */
void marathon_fill_tile_show (MarathonFillTile *tile, MarathonEvent *event, MarathonFill fill);

G_END_DECLS
