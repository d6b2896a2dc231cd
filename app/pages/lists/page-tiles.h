/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPageTiles: the parts of pages that were painted last, at one scale. A sheet is one part at ordinary scales and
 * several where it is larger than a screen, so that no scale takes more memory than what is seen.
 */
#pragma once

#include <gtk/gtk.h>

#include "printing/list-pages.h"

G_BEGIN_DECLS

/** Edge of a part, in pixels of the screen. */
#define MARATHON_PAGE_TILE 2048

typedef struct _MarathonPageTiles MarathonPageTiles;

MarathonPageTiles *marathon_page_tiles_new  (void);
void               marathon_page_tiles_free (MarathonPageTiles *tiles);

/** Forgets what was painted: pages are others now, or another size. @pages: (nullable) */
void marathon_page_tiles_reset (MarathonPageTiles *tiles, MarathonListPages *pages, double scale, int width, int height);

/**
 * marathon_page_tiles_snapshot:
 * @seen: the part of the sheet that is seen, in pixels of the screen
 *
 * Appends the page, its top left corner at the origin, in pixels of the screen; paints what was not painted yet.
 */
void marathon_page_tiles_snapshot (MarathonPageTiles *tiles, GtkSnapshot *snapshot, guint page, const GdkRectangle *seen);

/** A frame is complete: what it did not show is forgotten where it is too much. */
void marathon_page_tiles_trim (MarathonPageTiles *tiles);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonPageTiles, marathon_page_tiles_free)

G_END_DECLS
