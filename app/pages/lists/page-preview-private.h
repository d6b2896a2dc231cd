/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of MarathonPagePreview share.
 */
#pragma once

#include "pages/lists/page-preview.h"
#include "pages/lists/page-tiles.h"

G_BEGIN_DECLS

struct _MarathonPagePreview {
  GtkWidget parent_instance;

  MarathonListPages *pages; /* NULL for none */
  gboolean has_new_pages;   /* that were not painted yet */
  MarathonPageTiles *tiles;
  GtkAdjustment *adjustments[2];
  GtkScrollablePolicy policies[2];

  MarathonPageFit fit;
  double zoom;
  int page_width; /* pixels of widgets; 0 before the first size */
  int page_height;
  int factor; /* pixels of the screen in one of those */

  /* What stays where it is when sizes change: the place in the pages that is at the anchor, pixels from the corner. */
  double place;
  double across; /* of the width of a page */
  double anchor_x;
  double anchor_y;
  gboolean is_allocating;

  guint page;
  guint told_page; /* of which all were told */
  double told_zoom;
  guint idle;
  gboolean holds_page; /* `page` was asked for: it is the one until somebody scrolls */
  char *label;         /* for screen readers */

  double pinch_zoom; /* at the begin of a pinch */
  double pointer_x;
  double pointer_y;
};

/** What is at @x, @y of the widget stays there. */
void   marathon_page_preview_zoom_at   (MarathonPagePreview *preview, double zoom, double x, double y);
double marathon_page_preview_find_step (MarathonPagePreview *preview, gboolean up);

void marathon_page_preview_class_add_keys (GtkWidgetClass *widget_class);
void marathon_page_preview_add_gestures   (MarathonPagePreview *preview);

G_END_DECLS
