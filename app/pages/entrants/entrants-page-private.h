/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the entrants page share.
 */
#pragma once

#include "base/id-source.h"
#include "model/record-watch.h"
#include "pages/entrants/entrant-form.h"
#include "pages/entrants/entrants-page.h"
#include "widgets/entrants-table.h"
#include "widgets/filter-bar.h"

G_BEGIN_DECLS

struct _MarathonEntrantsPage {
  MarathonPage parent_instance;

  AdwFlap *flap;
  MarathonFilterBar *filters;
  GtkStack *content;
  MarathonEntrantsTable *table;
  GtkRevealer *selection_bar;
  GtkLabel *selection_label;
  GtkStack *details;
  MarathonEntrantForm *form;
  AdwStatusPage *many;
  GMenu *category_menu;
  GMenu *wave_menu;
  GMenuModel *status_menu;
  GMenu *places_menu;
  GMenu *sort_menu;
  GMenuModel *context_menu;

  MarathonEntrantsModel *model;
  MarathonEvent *event; /* whose categories and waves are in the menus */
  MarathonRecordWatch *menu_watch;
  MarathonIdSource ids;
};

/* --- entrants-actions.c --- */

void marathon_entrants_page_add_actions    (MarathonEntrantsPage *page);
void marathon_entrants_page_update_actions (MarathonEntrantsPage *page);

/* --- entrants-menus.c --- */

/** Puts the menus of categories, waves and statuses into the one of a row. */
void marathon_entrants_page_add_menus (MarathonEntrantsPage *page);

/** Fills the menus of categories and waves from the event's lists, and keeps them so. %NULL empties them. */
void marathon_entrants_page_follow_lists (MarathonEntrantsPage *page, MarathonEvent *event);

G_END_DECLS
