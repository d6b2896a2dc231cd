/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPageItemList: the pages of a list as a GListModel; items exist only as long as somebody shows them.
 */
#pragma once

#include "pages/lists/page-item.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_PAGE_ITEM_LIST (marathon_page_item_list_get_type ())
G_DECLARE_FINAL_TYPE (MarathonPageItemList, marathon_page_item_list, MARATHON, PAGE_ITEM_LIST, GObject)

/** Returns: (transfer full): a list without pages. */
MarathonPageItemList *marathon_page_item_list_new (void);

/**
 * marathon_page_item_list_reset:
 * @blank: the picture of a page that is not drawn yet
 *
 * There are now @n pages and none of them is drawn. Items that are shown stay.
 */
void marathon_page_item_list_reset (MarathonPageItemList *list, guint n, GdkPaintable *blank);

/** Returns: (transfer none) (nullable): the item of @page; %NULL where nobody shows it. */
MarathonPageItem *marathon_page_item_list_find (MarathonPageItemList *list, guint page);

G_END_DECLS
