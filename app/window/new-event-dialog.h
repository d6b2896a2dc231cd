/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonNewEventDialog: asks what a new event is at least: template, name, date, place, course.
 */
#pragma once

#include <adwaita.h>

#include "document/document.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_NEW_EVENT_DIALOG (marathon_new_event_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MarathonNewEventDialog, marathon_new_event_dialog, MARATHON, NEW_EVENT_DIALOG, AdwWindow)

/* Signals:
 *   "created" (MarathonDocument): there is a new event; the dialog closes
 */

/** @list: (nullable): the name of an entry list that waits for the event */
GtkWindow *marathon_new_event_dialog_new (GtkWindow *parent, const char *list);

G_END_DECLS
