/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonCategoriesPage: the start categories, in the order in which a plan tries them.
 */
#pragma once

#include "pages/page.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_CATEGORIES_PAGE (marathon_categories_page_get_type ())
G_DECLARE_FINAL_TYPE (MarathonCategoriesPage, marathon_categories_page, MARATHON, CATEGORIES_PAGE, MarathonPage)

/* Actions: those of marathon_record_pane_set_up() */

G_END_DECLS
