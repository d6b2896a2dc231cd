/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPersonalDataDialog: removing personal data after the event: how much, what that is in this event, that it
 * cannot be undone; and doing it.
 */
#pragma once

#include "window/window.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_PERSONAL_DATA_DIALOG (marathon_personal_data_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MarathonPersonalDataDialog, marathon_personal_data_dialog, MARATHON, PERSONAL_DATA_DIALOG, AdwWindow)

/* Signal: "removed" (char *problem): the document's file has to be opened again; @problem: (nullable): what could not
 * be removed */

GtkWindow *marathon_personal_data_dialog_new (GtkWindow *parent, MarathonDocument *document);

G_END_DECLS
