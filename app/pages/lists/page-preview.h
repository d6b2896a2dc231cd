/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPagePreview: the pages of a list as they will be on paper, one below the other, in a GtkScrolledWindow. It draws
 * the pages that are seen and no others, so that ten thousand cost what ten do.
 *
 * Keys: Up and Down, Page Up and Page Down (Space), Home and End scroll; + and - zoom, 0 fits the width again. So do the
 * wheel with Ctrl held and two fingers.
 */
#pragma once

#include <gtk/gtk.h>

#include "printing/list-pages.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_PAGE_PREVIEW (marathon_page_preview_get_type ())
G_DECLARE_FINAL_TYPE (MarathonPagePreview, marathon_page_preview, MARATHON, PAGE_PREVIEW, GtkWidget)

/** How large a page is shown; 1.0 is its size on paper on a screen of 96 dots per inch. */
#define MARATHON_MIN_ZOOM 0.25
#define MARATHON_MAX_ZOOM 4.0

typedef enum {
  MARATHON_PAGE_FIT_NONE,  /* as it was set */
  MARATHON_PAGE_FIT_WIDTH, /* as wide as there is room for */
  MARATHON_PAGE_FIT_PAGE,  /* whole */
} MarathonPageFit;

/* Properties:
 *   "page" (uint, read only): the page that is being looked at, counted from 0
 *   "zoom" (double, read only)
 *   "fit" (int, read only): MarathonPageFit
 */

/**
 * marathon_page_preview_set_pages:
 * @pages: (nullable)
 * @keep_place: whether the place in the pages stays; else the first page is shown from its top
 */
void marathon_page_preview_set_pages (MarathonPagePreview *preview, MarathonListPages *pages, gboolean keep_place);

/** Returns: (transfer none) (nullable) */
MarathonListPages *marathon_page_preview_get_pages (MarathonPagePreview *preview);

guint           marathon_page_preview_get_page (MarathonPagePreview *preview);
double          marathon_page_preview_get_zoom (MarathonPagePreview *preview);
MarathonPageFit marathon_page_preview_get_fit  (MarathonPagePreview *preview);

/** Shows @page from its top; the last one where there are less. */
void marathon_page_preview_scroll_to (MarathonPagePreview *preview, guint page);

/** Where the middle of what is seen stays. @zoom is held within its bounds. */
void marathon_page_preview_set_zoom (MarathonPagePreview *preview, double zoom);

/** The next size up or down. */
void marathon_page_preview_zoom_in  (MarathonPagePreview *preview);
void marathon_page_preview_zoom_out (MarathonPagePreview *preview);

void marathon_page_preview_set_fit (MarathonPagePreview *preview, MarathonPageFit fit);

G_END_DECLS
