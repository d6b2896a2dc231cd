/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonFilterChip: a button that opens a list of things to filter by, and then says what was chosen.
 */
#pragma once

#include <gtk/gtk.h>

#include "widgets/filter-choice.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_FILTER_CHIP (marathon_filter_chip_get_type ())
G_DECLARE_FINAL_TYPE (MarathonFilterChip, marathon_filter_chip, MARATHON, FILTER_CHIP, GtkWidget)

/* Properties:
 *   "title" (string): what is filtered by, set in templates: "Category"
 *   "empty-text" (string): shown in place of an empty list, set in templates
 *   "selected" (string, notified on change): the id of the choice, "" too; NULL for none
 */

/** @choices: (nullable): of MarathonFilterChoice. A choice that leaves the list is chosen no more. */
void marathon_filter_chip_set_choices (MarathonFilterChip *chip, GListModel *choices);

/** The choice with that id, which must be in the list; %NULL for none. */
void        marathon_filter_chip_set_selected (MarathonFilterChip *chip, const char *id);
const char *marathon_filter_chip_get_selected (MarathonFilterChip *chip);

/** Whether the list has a choice with that id. */
gboolean marathon_filter_chip_has_choice (MarathonFilterChip *chip, const char *id);

G_END_DECLS
