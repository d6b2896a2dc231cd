/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonSetPopover: the popover of a set row: a check box for each choice, a search where there are many, and, where
 * that is allowed, a button that adds what was typed and is not among them.
 */
#pragma once

#include <adwaita.h>

#include "widgets/choice.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_SET_POPOVER (marathon_set_popover_get_type ())
G_DECLARE_FINAL_TYPE (MarathonSetPopover, marathon_set_popover, MARATHON, SET_POPOVER, GtkPopover)

/* Signals:
 *   "opening": it will be seen now, and is to be filled: the check boxes are made only when they are needed
 *   "toggled" (MarathonChoice *choice, gboolean chosen): by a person
 *   "added" (const char *text): by a person; whoever shows the popover fills it again
 */

/** @choices: (element-type MarathonChoice); @is_chosen says of the text of each whether its box is checked */
void marathon_set_popover_fill (MarathonSetPopover *popover,
                                GPtrArray          *choices,
                                gboolean          (*is_chosen) (gpointer user_data, const char *text),
                                gpointer            user_data,
                                gboolean            allow_others);

G_END_DECLS
