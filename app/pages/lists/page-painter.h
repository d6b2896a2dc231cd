/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages of a list as textures: the same drawing as on paper, on white.
 */
#pragma once

#include <gtk/gtk.h>

#include "printing/list-pages.h"

G_BEGIN_DECLS

/**
 * marathon_page_paint:
 * @scale: pixels of the screen per point
 * @area: the part of the sheet, in such pixels
 *
 * Returns: (transfer full): a texture of the size of @area
 */
GdkTexture *marathon_page_paint (MarathonListPages *pages, guint page, double scale, const GdkRectangle *area);

G_END_DECLS
