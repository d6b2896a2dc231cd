/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonColourPalette: a popover with colours that start areas and bibs are printed in, told apart from afar.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MARATHON_TYPE_COLOUR_PALETTE (marathon_colour_palette_get_type ())
G_DECLARE_FINAL_TYPE (MarathonColourPalette, marathon_colour_palette, MARATHON, COLOUR_PALETTE, GtkPopover)

/* Signals:
 *   "picked" (const char *colour): by a person: "#rrggbb", or "" for none
 */

/** The colour that there is now: it is marked, and the keyboard begins there; %NULL, "" and what is not of the palette:
 * none. */
void marathon_colour_palette_set_colour (MarathonColourPalette *palette, const char *colour);

/** Returns: (transfer none): what people call @colour, translated: "Red"; %NULL where it is not of the palette. */
const char *marathon_colour_palette_get_name (const char *colour);

G_END_DECLS
