/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPlanDialog: what a plan of categories, waves or bibs would change, and for whom it finds no place; one button
 * applies all of it as one step.
 */
#pragma once

#include <adwaita.h>

#include "document/document.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_PLAN_DIALOG (marathon_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MarathonPlanDialog, marathon_plan_dialog, MARATHON, PLAN_DIALOG, AdwWindow)

/* Signals; after each the dialog closes by itself, once who listens has returned:
 *   "applied" (const char *text): what was done, for a toast
 *   "show-entrant" (guint64 id): somebody was asked for; nothing was applied
 *   "show-page" (const char *page): what the plan needs is made on that page
 *   "show-plan" (uint field): another plan has to come first
 */

/**
 * marathon_plan_dialog_new:
 * @field: %MARATHON_FIELD_CATEGORY, %MARATHON_FIELD_WAVE or %MARATHON_FIELD_BIB
 *
 * Plans at once, in a thread, on a snapshot; and anew where the event changes while the dialog is open.
 *
 * Returns: (transfer none): to be presented
 */
GtkWindow *marathon_plan_dialog_new (GtkWindow *parent, MarathonDocument *document, MarathonField field);

G_END_DECLS
