/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonColumnRow: a field in the dialog that chooses columns: whether it has a column, and buttons to move that.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MARATHON_TYPE_COLUMN_ROW (marathon_column_row_get_type ())
G_DECLARE_FINAL_TYPE (MarathonColumnRow, marathon_column_row, MARATHON, COLUMN_ROW, AdwActionRow)

/* Properties:
 *   "shown" (boolean): whether it is ticked
 *   "can-hide", "can-move-up", "can-move-down" (boolean)
 * Signals:
 *   "move" (int by): -1 or 1: a button, or Alt with an arrow key, which come only where it can move
 */

/** @key: of the field; @place: where the row stands among all. */
GtkWidget *marathon_column_row_new (const char *key, guint place);

const char *marathon_column_row_get_key   (MarathonColumnRow *row);
guint       marathon_column_row_get_place (MarathonColumnRow *row);
void        marathon_column_row_set_place (MarathonColumnRow *row, guint place);

G_END_DECLS
