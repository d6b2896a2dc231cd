/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonColumnsDialog: chooses which fields are columns of the entrants table, and in which order; at once.
 */
#pragma once

#include <adwaita.h>

#include "widgets/entrants-table.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_COLUMNS_DIALOG (marathon_columns_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MarathonColumnsDialog, marathon_columns_dialog, MARATHON, COLUMNS_DIALOG, AdwWindow)

/** @table must have a model. @parent is nullable. */
GtkWidget *marathon_columns_dialog_new (MarathonEntrantsTable *table, GtkWindow *parent);

G_END_DECLS
