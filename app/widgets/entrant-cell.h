/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The cells of the entrants table: what one field says of whoever is in a row, refreshed when somebody else is.
 *
 * Made in code and nothing but a GtkInscription each, since GTK keeps some two thousand of them alive for one table.
 */
#pragma once

#include "widgets/entrants-model.h"

G_BEGIN_DECLS

/** Returns: (transfer full): what makes the cells of the column of @field for the rows of @model, which it keeps. */
GtkListItemFactory *marathon_entrant_cell_factory_new (MarathonEntrantsModel *model, guint field);

/**
 * marathon_entrant_cell_find_row:
 * @widget: a cell, what is in it, or what it is in, up to a row of the table
 *
 * Returns: the row, or GTK_INVALID_LIST_POSITION where @widget has to do with none
 */
guint marathon_entrant_cell_find_row (GtkWidget *widget);

/** Returns: (transfer full) (nullable): the text of the cell under @widget where it is cut. */
char *marathon_entrant_cell_get_cut_text (GtkWidget *widget);

G_END_DECLS
