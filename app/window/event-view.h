/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEventView: what a window shows of an open event: the pages, and the sidebar that leads to them.
 *
 * A window makes it when it gets its first event: the pages have hundreds of widgets, and a window is to be seen at once.
 */
#pragma once

#include "pages/page.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_EVENT_VIEW (marathon_event_view_get_type ())
G_DECLARE_FINAL_TYPE (MarathonEventView, marathon_event_view, MARATHON, EVENT_VIEW, AdwBin)

/* Properties:
 *   "show-sidebar" (boolean): whether the sidebar is to be seen
 */

GtkWidget *marathon_event_view_new (void);

/** Whose children are the pages, named as they are. */
GtkStack *marathon_event_view_get_pages (MarathonEventView *view);

G_END_DECLS
