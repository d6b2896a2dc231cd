/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonWelcome: what a window shows before an event is open: how to begin, and the files used last.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MARATHON_TYPE_WELCOME (marathon_welcome_get_type ())
G_DECLARE_FINAL_TYPE (MarathonWelcome, marathon_welcome, MARATHON, WELCOME, AdwBin)

/* Its buttons are bound to the actions "app.new-event", "win.open", "win.open-example" and "win.open-path". */

/** Tells the desktop's list of recent files that the event in @path was opened or saved. */
void marathon_welcome_remember (const char *path);

G_END_DECLS
