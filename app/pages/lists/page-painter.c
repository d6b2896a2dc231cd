/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Painting pages.
 */
#include "pages/lists/page-painter.h"

static GdkTexture *
take_texture (cairo_surface_t *surface)
{
  int stride = cairo_image_surface_get_stride (surface);
  int height = cairo_image_surface_get_height (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
}

GdkTexture *
marathon_page_paint (MarathonListPages *pages, guint page, double scale, const GdkRectangle *area)
{
  cairo_surface_t *surface;
  cairo_t *cr;

  g_return_val_if_fail (pages != NULL && page < marathon_list_pages_get_n_pages (pages) && scale > 0, NULL);
  g_return_val_if_fail (area->width > 0 && area->height > 0, NULL);

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, area->width, area->height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, -area->x, -area->y);
  cairo_scale (cr, scale, scale);
  marathon_list_pages_draw (pages, cr, page);
  cairo_destroy (cr);
  return take_texture (surface);
}
