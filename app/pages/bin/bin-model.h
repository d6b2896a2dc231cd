/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonBinModel: the bin of an event as a list, who was deleted last first. Items are made as they are asked for, so
 * a hundred thousand deleted entrants cost nothing before they are looked at.
 */
#pragma once

#include <gio/gio.h>

#include "model/event.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_BIN_MODEL (marathon_bin_model_get_type ())
G_DECLARE_FINAL_TYPE (MarathonBinModel, marathon_bin_model, MARATHON, BIN_MODEL, GObject)

/** Returns: (transfer full): a GListModel of MarathonBinItem that follows the bin. */
MarathonBinModel *marathon_bin_model_new (MarathonEvent *event);

/** The position in the bin of the entrant in @row. */
guint marathon_bin_model_get_position (MarathonBinModel *model, guint row);

G_END_DECLS
