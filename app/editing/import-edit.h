/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From an import to one undoable step.
 */
#pragma once

#include "editing/history.h"
#include "formats/entries-import.h"

G_BEGIN_DECLS

/**
 * marathon_import_apply:
 * @import: made from the history's event as it is now
 *
 * Puts the whole import into the event as one step, "Import 36,337 Entrants"; one with nothing in it makes no step.
 */
gboolean marathon_import_apply (MarathonHistory *history, const MarathonImport *import, GError **error);

G_END_DECLS
