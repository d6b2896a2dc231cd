/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPageItem: a page in the strip: its number, and its small picture once it has been drawn.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MARATHON_TYPE_PAGE_ITEM (marathon_page_item_get_type ())
G_DECLARE_FINAL_TYPE (MarathonPageItem, marathon_page_item, MARATHON, PAGE_ITEM, GObject)

/* Properties (read only):
 *   "number" (string): "1,200"
 *   "label" (string): "Page 1,200", for screen readers
 *   "picture" (GdkPaintable): of the size that it will have, white until it is drawn
 */

/** Returns: (transfer full): the item of @page, counted from 0; white. */
MarathonPageItem *marathon_page_item_new (guint page);

guint    marathon_page_item_get_page (MarathonPageItem *item);
gboolean marathon_page_item_is_drawn (MarathonPageItem *item);

/** @is_drawn: %FALSE where @picture is a white sheet that waits for its drawing */
void marathon_page_item_set_picture (MarathonPageItem *item, GdkPaintable *picture, gboolean is_drawn);

G_END_DECLS
