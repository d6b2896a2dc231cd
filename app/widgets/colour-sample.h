/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonColourSample: a text as it looks in the colours of a start area or of a bib.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MARATHON_TYPE_COLOUR_SAMPLE (marathon_colour_sample_get_type ())
G_DECLARE_FINAL_TYPE (MarathonColourSample, marathon_colour_sample, MARATHON, COLOUR_SAMPLE, AdwBin)

/** @ink and @ground: "#rrggbb"; whatever else is none: an ink that can be read on the ground, and no ground. */
void marathon_colour_sample_set (MarathonColourSample *sample, const char *text, const char *ink, const char *ground);

G_END_DECLS
