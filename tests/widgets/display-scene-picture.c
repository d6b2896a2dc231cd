/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures of widgets, as files to look at.
 */
#include "widgets/display-scene.h"

static GskRenderNode *
draw (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  return gtk_snapshot_free_to_node (snapshot);
}

/* The cairo renderer alone paints the same bytes each time. */
static GdkTexture *
paint (GskRenderNode *node, int width, int height)
{
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GError) error = NULL;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, height);
  GdkTexture *texture;

  gsk_renderer_realize (renderer, NULL, &error);
  g_assert_no_error (error);
  texture = gsk_renderer_render_texture (renderer, node, &bounds);
  gsk_renderer_unrealize (renderer);
  return texture;
}

void
display_scene_save_picture (GtkWidget *widget, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GdkTexture) texture = NULL;
  GskRenderNode *node;

  display_scene_wait_for_frame (widget);
  node = draw (widget);
  g_assert_nonnull (node);
  texture = paint (node, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  gsk_render_node_unref (node);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

char *
display_scene_get_picture_path (const char *name)
{
  return g_build_filename (g_getenv ("MARATHON_SCREENS_DIR"), name, NULL);
}
