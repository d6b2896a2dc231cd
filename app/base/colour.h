/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Colours of start areas and bibs, "#rrggbb": whether text can be read on them, and in which ink it can.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Contrast that text needs at least: WCAG 2.1, success criterion 1.4.3, level AA. */
#define MARATHON_COLOUR_MIN_CONTRAST 4.5

/** Components 0 to 1, sRGB. */
typedef struct {
  double red;
  double green;
  double blue;
} MarathonColour;

/** %FALSE where @text is not "#rrggbb"; @colour is untouched then. */
gboolean marathon_colour_parse (const char *text, MarathonColour *colour);

/** Contrast ratio, 1 to 21, as WCAG 2.1 defines it. */
double marathon_colour_get_contrast (const MarathonColour *a, const MarathonColour *b);

/** Returns: (transfer none): "#000000" or "#ffffff": what can be read better on @ground. */
const char *marathon_colour_get_ink_for (const MarathonColour *ground);

G_END_DECLS
