/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPlanTable: the rows of a plan, those without a place first: who, from where to where, and why.
 */
#pragma once

#include <gtk/gtk.h>

#include "planning/plan-preview.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_PLAN_TABLE (marathon_plan_table_get_type ())
G_DECLARE_FINAL_TYPE (MarathonPlanTable, marathon_plan_table, MARATHON, PLAN_TABLE, GtkBox)

/* Signal "chosen" (guint64 id): a person wants to see that entrant */

/** @preview: (nullable): of a plan that has rows. A million of them take as long as a hundred. */
void marathon_plan_table_set_preview (MarathonPlanTable *table, MarathonPlanPreview *preview);

/** The keyboard to the row that is selected. */
void marathon_plan_table_focus (MarathonPlanTable *table);

G_END_DECLS
