/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person may choose about the program, not about an event.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Returns: (transfer none): the preferences, not yet shown. */
GtkWindow *marathon_preferences_new (GtkWindow *parent);

G_END_DECLS
