/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonBinItem: a deleted entrant as the list of the bin shows one. Cheap to make: texts are made when asked for.
 */
#pragma once

#include "model/event.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_BIN_ITEM (marathon_bin_item_get_type ())
G_DECLARE_FINAL_TYPE (MarathonBinItem, marathon_bin_item, MARATHON, BIN_ITEM, GObject)

/* Properties (read only): "name", "bib", "category" (strings, "" for none) */

MarathonBinItem *marathon_bin_item_new (MarathonEvent *event, const MarathonEntrant *entrant);

G_END_DECLS
