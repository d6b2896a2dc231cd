/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPlanRowList: rows of a plan of one kind as a GListModel of MarathonPlanItem, which are made when asked for: a
 * million cost nothing. It never changes; other rows are another list.
 */
#pragma once

#include <gio/gio.h>

#include "pages/plans/plan-item.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_PLAN_ROW_LIST (marathon_plan_row_list_get_type ())
G_DECLARE_FINAL_TYPE (MarathonPlanRowList, marathon_plan_row_list, MARATHON, PLAN_ROW_LIST, GObject)

/** Returns: (transfer full) */
MarathonPlanRowList *marathon_plan_row_list_new (MarathonPlanPreview *preview, MarathonPlanRows rows);

G_END_DECLS
