/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonImportPlanPage: what an import will do: counts, and all that cannot be taken as it is.
 */
#pragma once

#include <adwaita.h>

#include "document/list-import.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_IMPORT_PLAN_PAGE (marathon_import_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (MarathonImportPlanPage, marathon_import_plan_page, MARATHON, IMPORT_PLAN_PAGE, GtkBox)

/* Signal "save-report": the button was clicked */

/** Shows @import (nullable), which stays the caller's and must live until another is shown. */
void marathon_import_plan_page_show (MarathonImportPlanPage *page, const MarathonImport *import);

G_END_DECLS
