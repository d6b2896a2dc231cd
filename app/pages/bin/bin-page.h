/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonBinPage: the deleted entrants, who can be restored.
 */
#pragma once

#include "pages/page.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_BIN_PAGE (marathon_bin_page_get_type ())
G_DECLARE_FINAL_TYPE (MarathonBinPage, marathon_bin_page, MARATHON, BIN_PAGE, MarathonPage)

/* Action: "restore": those who are selected; enabled while somebody is */

G_END_DECLS
