/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every window of the program needs once before the first is made: the templates and pictures compiled into it.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The name of the program on the desktop: of its settings, icon, desktop file and bus. */
#define MARATHON_APPLICATION_ID "org.example.Marathon"

/** Where the compiled resources begin; templates are "ui/FLOOR/NAME.ui" below it, as in the folder ui. */
#define MARATHON_RESOURCES "/org/example/Marathon"

/** The settings of the program, by the keys of resources/org.example.Marathon.gschema.xml. */
#define MARATHON_SETTINGS MARATHON_APPLICATION_ID

/** Makes the resources known, and takes the lock of the fonts for the main thread, which calls it; before the first widget,
 * and as often as one likes. */
void marathon_interface_init (void);

G_END_DECLS
