/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPlanItem: a row of a plan as the table shows one. Cheap to make: texts are made when asked for.
 */
#pragma once

#include "planning/plan-preview.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_PLAN_ITEM (marathon_plan_item_get_type ())
G_DECLARE_FINAL_TYPE (MarathonPlanItem, marathon_plan_item, MARATHON, PLAN_ITEM, GObject)

/* Properties (read only):
 *   "bib", "name", "before", "after", "reason" (strings): the bib is the one that the entrant has now; "–" for no place
 *   "sentence" (string): all of it, for where the table has no room: "Mo Farah: Red 1 → Red 2. Predicted …"
 */

/** The row at @index of @rows. */
MarathonPlanItem *marathon_plan_item_new (MarathonPlanPreview *preview, MarathonPlanRows rows, guint index);

/** The id of the entrant; of a guide's athlete. */
guint64 marathon_plan_item_get_id (MarathonPlanItem *item);

G_END_DECLS
