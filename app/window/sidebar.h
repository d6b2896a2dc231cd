/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonSidebar: the pages of a window, each with its icon and count, to go to.
 */
#pragma once

#include "pages/page.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_SIDEBAR (marathon_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (MarathonSidebar, marathon_sidebar, MARATHON, SIDEBAR, AdwBin)

/* Properties:
 *   "stack" (GtkStack): its children are MarathonPages; the sidebar shows and sets which of them is visible
 * Signals:
 *   "chosen": a person went to a page
 */

G_END_DECLS
