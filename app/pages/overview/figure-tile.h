/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonFigureTile: a number with what it counts, which leads to those counted.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MARATHON_TYPE_FIGURE_TILE (marathon_figure_tile_get_type ())
G_DECLARE_FINAL_TYPE (MarathonFigureTile, marathon_figure_tile, MARATHON, FIGURE_TILE, GtkButton)

/* Properties, to be set in templates:
 *   "caption" (string): what is counted: "Without wave"
 *   "query" (string): who is counted, in the language of model/entrant-query.h
 */

/** Says how many there are. */
void marathon_figure_tile_set_number (MarathonFigureTile *tile, guint number);

const char *marathon_figure_tile_get_query (MarathonFigureTile *tile);

G_END_DECLS
