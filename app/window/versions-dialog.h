/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonVersionsDialog: what the event was at earlier saves; what restoring one would change; restoring it, or
 * opening it as a copy.
 */
#pragma once

#include "window/window.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_VERSIONS_DIALOG (marathon_versions_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MarathonVersionsDialog, marathon_versions_dialog, MARATHON, VERSIONS_DIALOG, AdwWindow)

/* Signals: "restored": the event is what it was then; "open-copy" (MarathonDocument): an event without a file */

GtkWindow *marathon_versions_dialog_new (GtkWindow *parent, MarathonDocument *document);

G_END_DECLS
