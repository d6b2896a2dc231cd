/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPartBar: a bar whose parts are as long as what they count; whoever has the bar says in words what it shows.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MARATHON_TYPE_PART_BAR (marathon_part_bar_get_type ())
G_DECLARE_FINAL_TYPE (MarathonPartBar, marathon_part_bar, MARATHON, PART_BAR, GtkWidget)

/** @classes: (array zero-terminated=1): a style class for each part, in their order; once. */
void marathon_part_bar_set_parts (MarathonPartBar *bar, const char *const *classes);

/** @counts: (array length=n): of as many parts as there are. */
void marathon_part_bar_set_counts (MarathonPartBar *bar, const guint64 *counts, guint n);

G_END_DECLS
