/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A tour through all that the program shows: the window without and with events, every page in its states, every dialog,
 * every menu. Nothing on the way is found by its words, so that the tour may be made in any language.
 */
#pragma once

#include <adwaita.h>

#include "document/document.h"

G_BEGIN_DECLS

/** Looks at @root, which is a window or a popover and is painted; @where says for complaints what it shows. */
typedef void (*WindowTourLook) (GtkWidget *root, const char *where, gpointer data);

/** Before a tour: the actions "app.*" are there, as the program has them, so that nothing is grey without reason. */
void window_tour_add_actions (void);

/** Returns: (transfer full): an event of the template for a city marathon, with nobody in it. */
MarathonDocument *window_tour_new_event (void);

/** Returns: (transfer full): the example. */
MarathonDocument *window_tour_open_example (void);

/** The window before there is an event, and as soon as there is one, @document, with nobody in it. */
void window_tour_beginning (MarathonDocument *document, WindowTourLook look, gpointer data);

/** The pages with @document, the example; somebody in it is edited, gets a guide and is deleted. */
void window_tour_pages (MarathonDocument *document, WindowTourLook look, gpointer data);

/** The dialogs, some about @document, with nobody in it. libadwaita's own, about the program, is only opened and closed. */
void window_tour_dialogs (MarathonDocument *document, WindowTourLook look, gpointer data);

G_END_DECLS
