/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of MarathonEntrantsTable share.
 */
#pragma once

#include "model/record-watch.h"
#include "widgets/entrants-table.h"

G_BEGIN_DECLS

struct _MarathonEntrantsTable {
  GtkWidget parent_instance;

  GtkScrolledWindow *scroller;
  GtkColumnView *view;
  GtkPopoverMenu *menu;

  MarathonEntrantsModel *model;
  GSettings *settings;
  guint advance_id;   /* tick callback that has the list of rows come and go by some a frame */
  gboolean has_drawn; /* since it did last */
  double from_end;    /* pixels to the right end of the columns: what is kept where that is the beginning */
  guint placing_id;   /* tick callback that has columns placed once more */

  /* entrants-table-columns.c */
  MarathonRecordWatch *fields; /* the event's custom ones */
  GArray *remembered;          /* of what the settings say: RememberedColumn */
  GStrv shown;
  gboolean is_laying; /* columns are being made: what the view tells of them is no act of a person */
  guint save_id;
  guint lay_id;

  /* entrants-table-order.c */
  GArray *order; /* of RememberedKey: fields that the event has not too */
  guint probed;  /* the field whose sorter was asked first */
  GMenu *sort_menu;
  GSimpleActionGroup *sort_actions;
};

/* --- entrants-table-columns.c --- */

/** Reads the settings and starts to listen to the view. */
void marathon_entrants_table_columns_init (MarathonEntrantsTable *table);

/** Makes the columns for the model, takes them away where there is none, and sorts it. */
void marathon_entrants_table_columns_set_model (MarathonEntrantsTable *table);

/** Writes down what is still to be, and lets go of everything. */
void marathon_entrants_table_columns_dispose (MarathonEntrantsTable *table);

/** Returns: (transfer none) (nullable): the view's column of @field */
GtkColumnViewColumn *marathon_entrants_table_find_column (MarathonEntrantsTable *table, guint field);

/* --- entrants-table-order.c --- */

void marathon_entrants_table_order_init    (MarathonEntrantsTable *table);
void marathon_entrants_table_order_dispose (MarathonEntrantsTable *table);

/** Returns: (transfer full): what the view asks to learn whether it is sorted by the column of @field */
GtkSorter *marathon_entrants_table_sorter_new (MarathonEntrantsTable *table, guint field);

/** Sorts the model, and shows the arrow in the header. */
void marathon_entrants_table_apply_order (MarathonEntrantsTable *table);

/** As if the header of that field had been clicked. */
void marathon_entrants_table_sort (MarathonEntrantsTable *table, const char *key, gboolean descending);

/** After other columns are shown, or none. */
void marathon_entrants_table_fill_sort_menu (MarathonEntrantsTable *table);

G_END_DECLS
