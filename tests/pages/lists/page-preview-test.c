/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The preview is the same drawing as on paper, at every zoom; keys scroll and zoom it, and the strip goes with it.
 */
#include "pages/lists/page-preview-private.h"

#include "pages/lists/lists-scene.h"
#include "pages/lists/page-painter.h"

static MarathonPagePreview *
get_preview (ListsScene *scene)
{
  return scene->page->preview;
}

static double
get_value (ListsScene *scene)
{
  return gtk_adjustment_get_value (get_preview (scene)->adjustments[GTK_ORIENTATION_VERTICAL]);
}

static void
wait_for_page (ListsScene *scene, guint page)
{
  display_scene_wait_until (marathon_page_preview_get_page (get_preview (scene)) == page);
  display_scene_wait_until (marathon_page_strip_get_page (scene->page->strip) == page);
}

static guint
get_last_page (ListsScene *scene)
{
  return marathon_list_pages_get_n_pages (lists_scene_get_pages (scene)) - 1;
}

/* The page as marathon_page_layout_draw() draws it on an image of its own. */
static cairo_surface_t *
draw (ListsScene *scene, guint page, int width, int height)
{
  const MarathonPaper *paper = marathon_list_pages_get_paper (lists_scene_get_pages (scene));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / paper->width, width / paper->width);
  marathon_list_pages_draw (lists_scene_get_pages (scene), cr, page);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* What the preview shows at its top left, as pixels. */
static GdkTexture *
take_picture (ListsScene *scene, int width, int height)
{
  GtkWidget *widget = GTK_WIDGET (get_preview (scene));
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (snapshot);
  return gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                      &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
}

static guint32
get_pixel (const guchar *pixels, int stride, int x, int y)
{
  return *(const guint32 *) (gconstpointer) (pixels + y * stride + x * 4) & 0xffffff;
}

/* Counts the pixels in which the page in the preview, which begins at @left, @top, is not the drawing. */
static void
assert_same_pixels (ListsScene *scene, guint page, int left, int top)
{
  MarathonPagePreview *preview = get_preview (scene);
  int width = gtk_widget_get_width (GTK_WIDGET (preview));
  int height = gtk_widget_get_height (GTK_WIDGET (preview));
  g_autoptr (GdkTexture) picture = take_picture (scene, width, height);
  cairo_surface_t *drawing = draw (scene, page, preview->page_width, preview->page_height);
  g_autofree guchar *pixels = g_malloc ((gsize) (4 * width) * (gsize) height);
  guint n_others = 0, n_dark = 0;

  gdk_texture_download (picture, pixels, (gsize) (4 * width));
  for (int y = 0; y < preview->page_height && top + y < height; y++)
    for (int x = 0; x < preview->page_width && left + x < width; x++)
      {
        guint32 drawn = get_pixel (cairo_image_surface_get_data (drawing), cairo_image_surface_get_stride (drawing), x, y);

        n_dark += drawn != 0xffffff;
        n_others += get_pixel (pixels, 4 * width, left + x, top + y) != drawn;
      }
  cairo_surface_destroy (drawing);
  g_assert_cmpuint (n_dark, >, 1000);
  g_assert_cmpuint (n_others, ==, 0);
}

static void
test_preview_is_the_drawing (void)
{
  ListsScene scene;
  MarathonPagePreview *preview;
  int left;

  lists_scene_init (&scene);
  preview = get_preview (&scene);
  gtk_widget_grab_focus (GTK_WIDGET (scene.page->page_entry)); /* no outline of focus over the page */
  display_scene_wait_for_frame (GTK_WIDGET (scene.page));
  left = (gtk_widget_get_width (GTK_WIDGET (preview)) - preview->page_width) / 2;
  assert_same_pixels (&scene, 0, left, 18);
  marathon_page_preview_set_zoom (preview, 0.5);
  lists_scene_choose (&scene, "entrants");
  left = (gtk_widget_get_width (GTK_WIDGET (preview)) - preview->page_width) / 2;
  assert_same_pixels (&scene, 0, left, 18);
  lists_scene_clear (&scene);
}

/* A sheet larger than a part is put together of several. */
static void
test_large_pages_are_painted_in_parts (void)
{
  ListsScene scene;
  MarathonPagePreview *preview;

  lists_scene_init (&scene);
  preview = get_preview (&scene);
  marathon_page_preview_set_zoom (preview, MARATHON_MAX_ZOOM);
  display_scene_wait_for_frame (GTK_WIDGET (scene.page));
  g_assert_cmpint (preview->page_height, >, MARATHON_PAGE_TILE);
  gtk_adjustment_set_value (preview->adjustments[GTK_ORIENTATION_HORIZONTAL], 0);
  gtk_adjustment_set_value (preview->adjustments[GTK_ORIENTATION_VERTICAL], 0);
  display_scene_wait_for_frame (GTK_WIDGET (scene.page));
  assert_same_pixels (&scene, 0, 18, 18);
  lists_scene_clear (&scene);
}

static void
test_keys (void)
{
  ListsScene scene;
  double value, zoom;

  lists_scene_init (&scene);
  lists_scene_choose (&scene, "entrants");
  g_assert_cmpuint (get_last_page (&scene), >, 1);
  gtk_widget_grab_focus (GTK_WIDGET (get_preview (&scene)));
  display_scene_press (scene.window, "Page_Down");
  display_scene_wait_until (get_value (&scene) > 300);
  value = get_value (&scene);
  display_scene_press (scene.window, "Up");
  display_scene_wait_until (get_value (&scene) < value);
  display_scene_press (scene.window, "End");
  wait_for_page (&scene, get_last_page (&scene));
  display_scene_press (scene.window, "Home");
  wait_for_page (&scene, 0);
  display_scene_wait_until (get_value (&scene) == 0);
  zoom = marathon_page_preview_get_zoom (get_preview (&scene));
  display_scene_press (scene.window, "plus");
  display_scene_wait_until (marathon_page_preview_get_zoom (get_preview (&scene)) > zoom);
  display_scene_press (scene.window, "0");
  display_scene_wait_until (marathon_page_preview_get_zoom (get_preview (&scene)) == zoom);
  display_scene_press (scene.window, "minus");
  display_scene_wait_until (marathon_page_preview_get_zoom (get_preview (&scene)) < zoom);
  lists_scene_clear (&scene);
}

/* What is looked at stays in sight when it becomes larger. */
static void
test_zoom_keeps_the_place (void)
{
  ListsScene scene;
  MarathonPagePreview *preview;

  lists_scene_init (&scene);
  lists_scene_choose (&scene, "entrants");
  preview = get_preview (&scene);
  marathon_page_preview_scroll_to (preview, 1);
  display_scene_wait_for_frame (GTK_WIDGET (scene.page));
  for (guint i = 0; i < 4; i++)
    {
      marathon_page_preview_zoom_in (preview);
      display_scene_wait_for_frame (GTK_WIDGET (scene.page));
      g_assert_cmpuint (marathon_page_preview_get_page (preview), ==, 1);
    }
  for (guint i = 0; i < 20; i++)
    marathon_page_preview_zoom_out (preview);
  g_assert_cmpfloat (marathon_page_preview_get_zoom (preview), ==, MARATHON_MIN_ZOOM);
  for (guint i = 0; i < 20; i++)
    marathon_page_preview_zoom_in (preview);
  g_assert_cmpfloat (marathon_page_preview_get_zoom (preview), ==, MARATHON_MAX_ZOOM);
  lists_scene_clear (&scene);
}

static void
test_strip_leads_and_follows (void)
{
  ListsScene scene;
  GtkSingleSelection *selection;

  lists_scene_init (&scene);
  lists_scene_choose (&scene, "entrants");
  selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (display_scene_find (GTK_WIDGET (scene.page->strip),
                                                                                               GTK_TYPE_LIST_VIEW))));
  display_scene_wait_until (g_list_model_get_n_items (G_LIST_MODEL (selection)) == get_last_page (&scene) + 1);
  gtk_single_selection_set_selected (selection, 2);
  wait_for_page (&scene, 2);
  display_scene_wait_until (get_value (&scene) > 0);
  gtk_adjustment_set_value (get_preview (&scene)->adjustments[GTK_ORIENTATION_VERTICAL], 0);
  wait_for_page (&scene, 0);
  display_scene_wait_until (!marathon_page_strip_is_drawing (scene.page->strip));
  lists_scene_clear (&scene);
}

static void
test_screen_readers_are_told_the_page (void)
{
  ListsScene scene;
  g_autofree char *label = NULL;

  lists_scene_init (&scene);
  lists_scene_choose (&scene, "entrants");
  marathon_page_preview_scroll_to (get_preview (&scene), 1);
  label = g_strdup_printf ("Page 2 of %u", get_last_page (&scene) + 1);
  gtk_test_accessible_assert_role (get_preview (&scene), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (get_preview (&scene), GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  lists_scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/page-preview/is-the-drawing", test_preview_is_the_drawing);
  g_test_add_func ("/page-preview/large-pages-are-painted-in-parts", test_large_pages_are_painted_in_parts);
  g_test_add_func ("/page-preview/keys", test_keys);
  g_test_add_func ("/page-preview/zoom-keeps-the-place", test_zoom_keeps_the_place);
  g_test_add_func ("/page-preview/strip-leads-and-follows", test_strip_leads_and_follows);
  g_test_add_func ("/page-preview/screen-readers-are-told-the-page", test_screen_readers_are_told_the_page);
  return display_scene_run ();
}
