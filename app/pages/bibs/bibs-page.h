/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonBibsPage: the blocks of bib numbers, what became of them, and who has a number.
 */
#pragma once

#include "pages/page.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_BIBS_PAGE (marathon_bibs_page_get_type ())
G_DECLARE_FINAL_TYPE (MarathonBibsPage, marathon_bibs_page, MARATHON, BIBS_PAGE, MarathonPage)

/* Actions: those of marathon_record_pane_set_up(); "show-entrants" stays disabled */

G_END_DECLS
