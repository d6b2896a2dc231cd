/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonColourSwatch: a small area in a colour; struck through where there is none.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MARATHON_TYPE_COLOUR_SWATCH (marathon_colour_swatch_get_type ())
G_DECLARE_FINAL_TYPE (MarathonColourSwatch, marathon_colour_swatch, MARATHON, COLOUR_SWATCH, GtkWidget)

/* Properties:
 *   "colour" (string): "#rrggbb"; whatever else is none
 *   "chosen" (boolean): shows a check mark, in an ink that can be seen on that colour
 */

G_END_DECLS
