/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonColourButton: one colour of a palette.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MARATHON_TYPE_COLOUR_BUTTON (marathon_colour_button_get_type ())
G_DECLARE_FINAL_TYPE (MarathonColourButton, marathon_colour_button, MARATHON, COLOUR_BUTTON, GtkButton)

/** @colour: "#rrggbb"; @name: what people call it, translated */
GtkWidget *marathon_colour_button_new (const char *colour, const char *name);

const char *marathon_colour_button_get_colour (MarathonColourButton *button);

/** Whether it is the colour that there is now. */
void marathon_colour_button_set_chosen (MarathonColourButton *button, gboolean chosen);

G_END_DECLS
