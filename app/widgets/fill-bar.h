/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonFillBar: how full something is: a bar with its numbers, "850 of 900"; over the capacity it says so by colour
 * and word. Without a capacity it is only the number.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MARATHON_TYPE_FILL_BAR (marathon_fill_bar_get_type ())
G_DECLARE_FINAL_TYPE (MarathonFillBar, marathon_fill_bar, MARATHON, FILL_BAR, AdwBin)

/** @capacity: 0 for none. */
void marathon_fill_bar_set (MarathonFillBar *bar, guint64 count, guint64 capacity);

/** Returns: (transfer full): "850 of 900", "912 of 900, 12 too many", "850": also for accessible names. */
char *marathon_fill_bar_describe (guint64 count, guint64 capacity);

G_END_DECLS
