/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the program is, who made it, under which licence.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Returns: (transfer none): the about window, not yet shown. */
GtkWindow *marathon_about_new (GtkWindow *parent);

G_END_DECLS
