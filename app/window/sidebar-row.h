/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonSidebarRow: one page in the sidebar: icon, title, count.
 */
#pragma once

#include "pages/page.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_SIDEBAR_ROW (marathon_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (MarathonSidebarRow, marathon_sidebar_row, MARATHON, SIDEBAR_ROW, GtkListBoxRow)

GtkWidget *marathon_sidebar_row_new (MarathonPage *page);

MarathonPage *marathon_sidebar_row_get_page (MarathonSidebarRow *row);

G_END_DECLS
