/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The cells of the plan dialog's table. GTK makes two hundred rows of them at once, and each text decides by its script
 * at which side it stands, so they are made here rather than from a template.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Returns: (transfer full): makes cells that show the property called @name of a MarathonPlanItem */
GtkListItemFactory *marathon_plan_cell_factory_new (const char *name);

G_END_DECLS
