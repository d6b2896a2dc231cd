/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonOverviewPage: what the event is, how long it is until the race, how many have entered and who still lacks
 * something.
 */
#pragma once

#include "pages/page.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_OVERVIEW_PAGE (marathon_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (MarathonOverviewPage, marathon_overview_page, MARATHON, OVERVIEW_PAGE, MarathonPage)

G_END_DECLS
