/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names that screen readers get for widgets, from GTK 4.8 on. The test of tests/atspi hears them from outside, on
 * the bus; here they are known inside of the process, for many more states of the window in less time.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * accessible_name_get:
 *
 * What GTK 4.8 makes the name of @widget, where there is one: its accessible label, else the accessible label of what it
 * is labelled by. Tooltips are descriptions, not names, and icons have none. (Later versions know more sources.)
 *
 * Returns: (transfer full) (nullable): the name, or %NULL where a reader would have to say the type of the widget
 */
char *accessible_name_get (GtkWidget *widget);

/**
 * accessible_name_find_missing:
 *
 * Returns: (transfer full) (element-type utf8): a line for each widget in @root that is shown, takes the keyboard and
 *   has no name, other than those of GTK and libadwaita that need none or cannot be given one
 */
GPtrArray *accessible_name_find_missing (GtkWidget *root);

G_END_DECLS
