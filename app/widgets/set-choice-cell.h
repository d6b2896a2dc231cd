/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonSetChoiceCell: a check box of the popover of a set row: one choice.
 */
#pragma once

#include <adwaita.h>

#include "widgets/choice.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_SET_CHOICE_CELL (marathon_set_choice_cell_get_type ())
G_DECLARE_FINAL_TYPE (MarathonSetChoiceCell, marathon_set_choice_cell, MARATHON, SET_CHOICE_CELL, GtkCheckButton)

GtkWidget *marathon_set_choice_cell_new (MarathonChoice *choice, gboolean chosen);

MarathonChoice *marathon_set_choice_cell_get_choice (MarathonSetChoiceCell *cell);

/** Whether a word of the label begins with @words, which marathon_choice_mark_words() made. */
gboolean marathon_set_choice_cell_matches (MarathonSetChoiceCell *cell, const char *words);

G_END_DECLS
