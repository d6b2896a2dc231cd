/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The accessible name of a drop-down: GTK 4.8 gives none to the button inside it, which has the keyboard.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Has it said as "TITLE: CHOSEN"; @chosen: (nullable): %NULL where nothing is chosen. */
void marathon_drop_down_set_name (GtkDropDown *list, const char *title, const char *chosen);

/** Has it always said as its label, whose mnemonic leads to it, and the string that is chosen: a list of GtkStringObjects. */
void marathon_drop_down_follow_label (GtkDropDown *list);

G_END_DECLS
