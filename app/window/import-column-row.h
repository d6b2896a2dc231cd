/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonImportColumnRow: a column of an entry list: its name, some of its cells, and where they go.
 */
#pragma once

#include <adwaita.h>

#include "formats/import-sketch.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_IMPORT_COLUMN_ROW (marathon_import_column_row_get_type ())
G_DECLARE_FINAL_TYPE (MarathonImportColumnRow, marathon_import_column_row, MARATHON, IMPORT_COLUMN_ROW, AdwActionRow)

/* Properties (read only): "target" (string): where the cells go; "recognised" (boolean): by its name, or a person said so */

/** @index: from 0; @pick: as of gtk_menu_button_set_create_popup_func(), to give the row's button its popover */
MarathonImportColumnRow *marathon_import_column_row_new (guint index, GtkMenuButtonCreatePopupFunc pick, gpointer user_data);

void marathon_import_column_row_show (MarathonImportColumnRow *row, const MarathonImportSketchColumn *column);

guint    marathon_import_column_row_get_index     (MarathonImportColumnRow *row);
gboolean marathon_import_column_row_is_recognised (MarathonImportColumnRow *row);

/** Returns: (transfer none): the column's name, or "Column 3". */
const char *marathon_import_column_row_get_name (MarathonImportColumnRow *row);

/** Returns: (transfer none) (nullable): the key that is chosen or found: what a picker begins with. */
const char *marathon_import_column_row_get_key (MarathonImportColumnRow *row);

/** Returns: (transfer none): the button that opens the popover. */
GtkMenuButton *marathon_import_column_row_get_button (MarathonImportColumnRow *row);

G_END_DECLS
