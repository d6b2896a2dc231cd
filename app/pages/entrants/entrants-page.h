/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEntrantsPage: search and filters, the table of entrants, what can be done to those selected, and the form of
 * the one selected.
 *
 * Its actions "entrants.*" are in entrants-actions.c.
 */
#pragma once

#include "pages/page.h"
#include "widgets/entrants-model.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_ENTRANTS_PAGE (marathon_entrants_page_get_type ())
G_DECLARE_FINAL_TYPE (MarathonEntrantsPage, marathon_entrants_page, MARATHON, ENTRANTS_PAGE, MarathonPage)

/* Properties (read only, notified on change):
 *   "model" (MarathonEntrantsModel, nullable)
 *
 * marathon_page_show() understands a query (model/entrant-query.h), and "problem:ID" for those whom a problem concerns.
 */

/** (transfer none) (nullable): what the table shows. */
MarathonEntrantsModel *marathon_entrants_page_get_model (MarathonEntrantsPage *page);

/** Shows the entrant at @position, selected alone, whatever the filters hide. */
void marathon_entrants_page_show_position (MarathonEntrantsPage *page, guint position);

G_END_DECLS
