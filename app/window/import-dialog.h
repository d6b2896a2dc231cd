/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonImportDialog: how an entry list is read, and what it will change in the event, before it does.
 */
#pragma once

#include <adwaita.h>

#include "document/document.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_IMPORT_DIALOG (marathon_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MarathonImportDialog, marathon_import_dialog, MARATHON, IMPORT_DIALOG, AdwWindow)

/* Signals:
 *   "imported" (uint n_added, uint n_updated): the list is in the event, as one step; the dialog closes
 *
 * Actions: "import.save-template", "import.save-report", "import.back", "import.next"
 */

/**
 * marathon_import_dialog_new:
 * @parent: (nullable)
 * @name: of the file
 * @bytes: the whole file
 */
GtkWindow *marathon_import_dialog_new (GtkWindow *parent, MarathonDocument *document, const char *name, GBytes *bytes);

G_END_DECLS
