/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEntrantsTable: the entrants as a table: columns out of the table of fields, which a person chooses, orders
 * and sizes, sorting by any header, many rows selected at a time.
 */
#pragma once

#include "widgets/entrants-model.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_ENTRANTS_TABLE (marathon_entrants_table_get_type ())
G_DECLARE_FINAL_TYPE (MarathonEntrantsTable, marathon_entrants_table, MARATHON, ENTRANTS_TABLE, GtkWidget)

/* Properties:
 *   "model" (MarathonEntrantsModel, nullable)
 * Signals:
 *   "row-activated" (guint position): Enter or a double click
 * Actions: "entrants-table.choose-columns"; for the menu of a header "entrants-table.hide-column" and
 *   "entrants-table.sort" ("KEY" and whether descending)
 *
 * Columns, their order and widths and the order of the rows are remembered in the settings "entrants-columns" and
 * "entrants-sort"; fields that this event has not are skipped and stay remembered. The table sorts the model itself.
 */

GtkWidget *marathon_entrants_table_new (void);

void                   marathon_entrants_table_set_model (MarathonEntrantsTable *table, MarathonEntrantsModel *model);
MarathonEntrantsModel *marathon_entrants_table_get_model (MarathonEntrantsTable *table);

/** What can be done to the rows selected: shown by a right click (which selects the row) and Shift+F10. @menu is
 * nullable. */
void marathon_entrants_table_set_menu (MarathonEntrantsTable *table, GMenuModel *menu);

/**
 * marathon_entrants_table_get_sort_menu:
 *
 * The columns that are shown, at any time, to sort by, and whether backwards; the menu of a row has it too. Its actions
 * are those of marathon_entrants_table_get_sort_actions() under the name "entrants-sort".
 *
 * Returns: (transfer none)
 */
GMenuModel *marathon_entrants_table_get_sort_menu (MarathonEntrantsTable *table);

/**
 * marathon_entrants_table_get_sort_actions:
 *
 * "by", with the key of a field as target and state, and "descending", a boolean state: for
 * gtk_widget_insert_action_group (…, "entrants-sort", …) where the menu is shown outside of the table.
 *
 * Returns: (transfer none)
 */
GActionGroup *marathon_entrants_table_get_sort_actions (MarathonEntrantsTable *table);

/** Scrolls the entrant at @position into view, where shown. With @focus their row is the cursor's then, and the only
 * one selected. %FALSE where not shown. */
gboolean marathon_entrants_table_reveal (MarathonEntrantsTable *table, guint position, gboolean focus);

/** To the first row: before a query changes (a shrinking list that is scrolled costs ten times as much). */
void marathon_entrants_table_scroll_to_top (MarathonEntrantsTable *table);

/** (transfer none): the keys of the columns that are shown, in order, ending with %NULL; good until they change. */
const char *const *marathon_entrants_table_get_columns (MarathonEntrantsTable *table);

/** Shows these columns; unknown keys are skipped. Where none is left, it shows the ones it has at first. */
void marathon_entrants_table_set_columns (MarathonEntrantsTable *table, const char *const *keys);

/** Shows the columns that it has at first. */
void marathon_entrants_table_reset_columns (MarathonEntrantsTable *table);

/** The dialog in which a person chooses and orders the columns. */
void marathon_entrants_table_choose_columns (MarathonEntrantsTable *table);

G_END_DECLS
