/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonImportDialog: what an entry list would change in the event, before it does.
 */
#pragma once

#include <adwaita.h>

#include "document/document.h"
#include "formats/csv-reader.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_IMPORT_DIALOG (marathon_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MarathonImportDialog, marathon_import_dialog, MARATHON, IMPORT_DIALOG, AdwWindow)

/* Signals:
 *   "imported" (uint n_added, uint n_updated): the list is in the event, as one step; the dialog closes
 */

/**
 * marathon_import_dialog_new:
 * @name: of the file
 * @table: (transfer full): its cells
 */
GtkWindow *marathon_import_dialog_new (GtkWindow *parent, MarathonDocument *document, const char *name, MarathonCsvTable *table);

G_END_DECLS
