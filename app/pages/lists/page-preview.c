/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPagePreview: where the pages are, what is seen of them, and drawing that; page-preview-input.c has keys and
 * gestures.
 */
#include "pages/lists/page-preview-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Around all pages, and between two of them. */
#define MARGIN 18
#define GAP 12
/* Pixels of a screen of 96 dots per inch in a point. */
#define PIXELS_PER_POINT (96.0 / 72.0)
#define MAX_FIT_ZOOM 2.0
/* The part of a page that is looked at where the whole page is seen. */
#define READING_PLACE 0.5

static const double steps[] = { 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0 };

enum {
  PROP_PAGE = 1,
  PROP_ZOOM,
  PROP_FIT,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (MarathonPagePreview, marathon_page_preview, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static guint
get_n_pages (MarathonPagePreview *self)
{
  return self->pages != NULL ? marathon_list_pages_get_n_pages (self->pages) : 0;
}

/* --- Places: pages are numbers, and places in them fractions --- */

static double
get_pitch (MarathonPagePreview *self)
{
  return self->page_height + GAP;
}

/* 3.25 is a quarter down the fourth page, with the gap below it. */
static double
find_place (MarathonPagePreview *self, double y)
{
  return self->page_height > 0 ? CLAMP ((y - MARGIN) / get_pitch (self), -1, get_n_pages (self)) : 0;
}

static double
find_y (MarathonPagePreview *self, double place)
{
  return MARGIN + place * get_pitch (self);
}

static void
update_label (MarathonPagePreview *self, guint page)
{
  char *label = g_strdup_printf (_ ("Page %'u of %'u"), page + 1, get_n_pages (self));

  if (g_strcmp0 (label, self->label) != 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_free (self->label);
  self->label = label;
}

static void
tell_changes (gpointer user_data)
{
  MarathonPagePreview *self = user_data;

  self->idle = 0;
  if (self->told_page != self->page)
    {
      self->told_page = self->page;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
    }
  if (self->told_zoom != self->zoom)
    {
      self->told_zoom = self->zoom;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
    }
}

static void
tell_changes_now (MarathonPagePreview *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  tell_changes (self);
}

/* While sizes are given out nobody may be told: who shows the number would ask for a size anew. */
static void
tell_soon (MarathonPagePreview *self)
{
  if (self->idle == 0 && (self->told_page != self->page || self->told_zoom != self->zoom))
    self->idle = g_idle_add_once (tell_changes, self);
}

static void
set_page (MarathonPagePreview *self, guint page)
{
  page = MIN (page, MAX (get_n_pages (self), 1) - 1);
  update_label (self, page);
  self->page = page;
  if (self->is_allocating)
    tell_soon (self);
  else
    tell_changes_now (self);
}

/* The page in the reading place; at the very end the last one, which may be too short to get there. */
static guint
find_page (MarathonPagePreview *self)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  double value = gtk_adjustment_get_value (adjustment);
  double height = gtk_adjustment_get_page_size (adjustment);

  if (value > 0 && value + height >= gtk_adjustment_get_upper (adjustment) - 1)
    return get_n_pages (self) - 1;
  return (guint) MAX (find_place (self, value + READING_PLACE * MIN (self->page_height, height)), 0);
}

/* --- Sizes --- */

static double
get_fitting_zoom (MarathonPagePreview *self, int width, int height)
{
  const MarathonPaper *paper = marathon_list_pages_get_paper (self->pages);
  double by_width = (width - 2 * MARGIN) / (paper->width * PIXELS_PER_POINT);
  double by_height = (height - 2 * MARGIN) / (paper->height * PIXELS_PER_POINT);

  return CLAMP (self->fit == MARATHON_PAGE_FIT_PAGE ? MIN (by_width, by_height) : by_width, MARATHON_MIN_ZOOM, MAX_FIT_ZOOM);
}

/* Sets zoom, size of a page, and what it is painted with. */
static void
update_size (MarathonPagePreview *self, int width, int height)
{
  const MarathonPaper *paper = marathon_list_pages_get_paper (self->pages);
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double zoom = self->fit == MARATHON_PAGE_FIT_NONE ? self->zoom : get_fitting_zoom (self, width, height);
  int page_width = (int) round (paper->width * zoom * PIXELS_PER_POINT);
  int page_height = (int) round (paper->height * zoom * PIXELS_PER_POINT);

  if (page_width != self->page_width || page_height != self->page_height || factor != self->factor || self->has_new_pages)
    marathon_page_tiles_reset (self->tiles, self->pages, page_width * factor / paper->width, page_width * factor,
                               page_height * factor);
  self->has_new_pages = FALSE;
  self->page_width = page_width;
  self->page_height = page_height;
  self->factor = factor;
  self->zoom = zoom;
  tell_soon (self);
}

/* Whoever has this called asks for a new size, not just for a new allocation: showing or hiding a scroll bar is then part of
 * the same layout. */
static void
configure (MarathonPagePreview *self, GtkOrientation orientation, double value, double content, double size)
{
  gtk_adjustment_configure (self->adjustments[orientation], value, 0, MAX (content, size), size * 0.1, size * 0.9, size);
}

static void
marathon_page_preview_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MarathonPagePreview *self = MARATHON_PAGE_PREVIEW (widget);
  guint n_pages = get_n_pages (self);
  double content_width, x;

  if (n_pages == 0)
    {
      configure (self, GTK_ORIENTATION_HORIZONTAL, 0, width, width);
      configure (self, GTK_ORIENTATION_VERTICAL, 0, height, height);
      return;
    }
  update_size (self, width, height);
  content_width = self->page_width + 2 * MARGIN;
  x = self->across * self->page_width + MARGIN - self->anchor_x;
  /* Not to be taken for scrolling by a person. */
  self->is_allocating = TRUE;
  configure (self, GTK_ORIENTATION_HORIZONTAL, x, content_width, width);
  configure (self, GTK_ORIENTATION_VERTICAL, find_y (self, self->place) - self->anchor_y,
             2 * MARGIN + n_pages * get_pitch (self) - GAP, height);
  if (!self->holds_page)
    set_page (self, find_page (self));
  self->is_allocating = FALSE;
}

static void
marathon_page_preview_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                               int *minimum_baseline, int *natural_baseline)
{
  *minimum = 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 480 : 600;
}

/* --- Scrolling --- */

/* What is at the top edge and in the middle between the sides stays there when sizes change. */
static void
keep_place (MarathonPagePreview *self, double anchor_x, double anchor_y)
{
  double x = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
  double y = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]);

  self->anchor_x = anchor_x;
  self->anchor_y = anchor_y;
  self->place = find_place (self, y + anchor_y);
  self->across = self->page_width > 0 ? CLAMP ((x + anchor_x - MARGIN) / self->page_width, 0, 1) : 0.5;
}

static void
on_value_changed (MarathonPagePreview *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->is_allocating || get_n_pages (self) == 0)
    return;
  self->holds_page = FALSE;
  keep_place (self, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, 0);
  set_page (self, find_page (self));
}

static void
set_adjustment (MarathonPagePreview *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **own = &self->adjustments[orientation];

  if (adjustment != NULL && *own == adjustment)
    return;
  if (*own != NULL)
    g_signal_handlers_disconnect_by_func (*own, on_value_changed, self);
  g_clear_object (own);
  *own = g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (*own, "value-changed", G_CALLBACK (on_value_changed), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* --- Drawing --- */

static double
get_left_edge (MarathonPagePreview *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (self->page_width + 2 * MARGIN <= width)
    return (width - self->page_width) / 2;
  return MARGIN - floor (gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL]));
}

static void
snapshot_sheet (MarathonPagePreview *self, GtkSnapshot *snapshot)
{
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) self->page_width, (float) self->page_height);
  const GdkRGBA white = { 1, 1, 1, 1 };
  const GdkRGBA shade = { 0, 0, 0, 0.3f };
  const GdkRGBA edge = { 0, 0, 0, 0.2f };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shade, 0, 1, 0, 4);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &edge, 0, 0, 1, 0);
  gtk_snapshot_append_color (snapshot, &white, &bounds);
}

/* The top left corner of the page is at @x, @y; pixels of paper are pixels of the screen. */
static void
snapshot_page (MarathonPagePreview *self, GtkSnapshot *snapshot, guint page, double x, double y)
{
  float scale = 1.0f / (float) self->factor;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  GdkRectangle seen;

  y = floor (y * self->factor) / self->factor;
  seen = (GdkRectangle) { (int) (-x * self->factor), (int) (-y * self->factor), width * self->factor, height * self->factor };
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  snapshot_sheet (self, snapshot);
  if (self->factor != 1)
    gtk_snapshot_scale (snapshot, scale, scale);
  marathon_page_tiles_snapshot (self->tiles, snapshot, page, &seen);
  gtk_snapshot_restore (snapshot);
}

static void
marathon_page_preview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MarathonPagePreview *self = MARATHON_PAGE_PREVIEW (widget);
  double top = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]);
  double bottom = top + gtk_widget_get_height (widget);
  guint n_pages = get_n_pages (self);

  if (n_pages == 0 || self->page_height == 0)
    return;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                         (float) gtk_widget_get_height (widget)));
  for (guint page = (guint) MAX (find_place (self, top), 0); page < n_pages && find_y (self, page) < bottom; page++)
    snapshot_page (self, snapshot, page, get_left_edge (self), find_y (self, page) - top);
  gtk_snapshot_pop (snapshot);
  marathon_page_tiles_trim (self->tiles);
}

/* --- The widget --- */

static void
marathon_page_preview_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MarathonPagePreview *self = MARATHON_PAGE_PREVIEW (object);

  switch (id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_FIT:
      g_value_set_int (value, self->fit);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_page_preview_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MarathonPagePreview *self = MARATHON_PAGE_PREVIEW (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_page_preview_dispose (GObject *object)
{
  MarathonPagePreview *self = MARATHON_PAGE_PREVIEW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
  g_clear_object (&self->adjustments[GTK_ORIENTATION_VERTICAL]);
  g_clear_pointer (&self->tiles, marathon_page_tiles_free);
  g_clear_pointer (&self->pages, marathon_list_pages_unref);
  g_clear_pointer (&self->label, g_free);
  G_OBJECT_CLASS (marathon_page_preview_parent_class)->dispose (object);
}

static void
marathon_page_preview_class_init (MarathonPagePreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = marathon_page_preview_get_property;
  object_class->set_property = marathon_page_preview_set_property;
  object_class->dispose = marathon_page_preview_dispose;
  widget_class->size_allocate = marathon_page_preview_size_allocate;
  widget_class->measure = marathon_page_preview_measure;
  widget_class->snapshot = marathon_page_preview_snapshot;

  properties[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, MARATHON_MAX_ZOOM, 1, flags);
  properties[PROP_FIT] = g_param_spec_int ("fit", NULL, NULL, 0, MARATHON_PAGE_FIT_PAGE, MARATHON_PAGE_FIT_WIDTH, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  gtk_widget_class_set_css_name (widget_class, "pagepreview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  marathon_page_preview_class_add_keys (widget_class);
}

static void
marathon_page_preview_init (MarathonPagePreview *self)
{
  self->tiles = marathon_page_tiles_new ();
  self->zoom = self->told_zoom = 1;
  self->factor = 1;
  self->fit = MARATHON_PAGE_FIT_WIDTH;
  self->across = 0.5;
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  marathon_page_preview_add_gestures (self);
}

void
marathon_page_preview_set_pages (MarathonPagePreview *self, MarathonListPages *pages, gboolean keep)
{
  g_return_if_fail (MARATHON_IS_PAGE_PREVIEW (self));

  if (pages != NULL)
    marathon_list_pages_ref (pages);
  g_clear_pointer (&self->pages, marathon_list_pages_unref);
  self->pages = pages;
  self->has_new_pages = TRUE;
  if (pages == NULL)
    marathon_page_tiles_reset (self->tiles, NULL, 1, 1, 1);
  if (!keep)
    {
      self->place = 0;
      self->anchor_y = MARGIN;
      self->holds_page = FALSE;
    }
  set_page (self, keep ? self->page : 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

MarathonListPages *
marathon_page_preview_get_pages (MarathonPagePreview *self)
{
  g_return_val_if_fail (MARATHON_IS_PAGE_PREVIEW (self), NULL);

  return self->pages;
}

guint
marathon_page_preview_get_page (MarathonPagePreview *self)
{
  g_return_val_if_fail (MARATHON_IS_PAGE_PREVIEW (self), 0);

  return self->page;
}

double
marathon_page_preview_get_zoom (MarathonPagePreview *self)
{
  g_return_val_if_fail (MARATHON_IS_PAGE_PREVIEW (self), 1);

  return self->zoom;
}

MarathonPageFit
marathon_page_preview_get_fit (MarathonPagePreview *self)
{
  g_return_val_if_fail (MARATHON_IS_PAGE_PREVIEW (self), MARATHON_PAGE_FIT_NONE);

  return self->fit;
}

void
marathon_page_preview_scroll_to (MarathonPagePreview *self, guint page)
{
  g_return_if_fail (MARATHON_IS_PAGE_PREVIEW (self));

  if (get_n_pages (self) == 0)
    return;
  page = MIN (page, get_n_pages (self) - 1);
  self->place = page;
  self->anchor_y = page == 0 ? MARGIN : GAP / 2;
  self->holds_page = TRUE;
  set_page (self, page);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- Zoom --- */

static void
set_fit (MarathonPagePreview *self, MarathonPageFit fit)
{
  if (self->fit == fit)
    return;
  self->fit = fit;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIT]);
}

void
marathon_page_preview_zoom_at (MarathonPagePreview *self, double zoom, double x, double y)
{
  zoom = CLAMP (zoom, MARATHON_MIN_ZOOM, MARATHON_MAX_ZOOM);
  set_fit (self, MARATHON_PAGE_FIT_NONE);
  if (zoom == self->zoom)
    return;
  self->zoom = zoom;
  keep_place (self, x, y);
  tell_changes_now (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
marathon_page_preview_set_zoom (MarathonPagePreview *self, double zoom)
{
  g_return_if_fail (MARATHON_IS_PAGE_PREVIEW (self));

  marathon_page_preview_zoom_at (self, zoom, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                                 gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

double
marathon_page_preview_find_step (MarathonPagePreview *self, gboolean up)
{
  if (up)
    for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
      if (steps[i] > self->zoom * 1.01)
        return steps[i];
  if (!up)
    for (guint i = G_N_ELEMENTS (steps); i > 0; i--)
      if (steps[i - 1] < self->zoom / 1.01)
        return steps[i - 1];
  return up ? MARATHON_MAX_ZOOM : MARATHON_MIN_ZOOM;
}

void
marathon_page_preview_zoom_in (MarathonPagePreview *self)
{
  marathon_page_preview_set_zoom (self, marathon_page_preview_find_step (self, TRUE));
}

void
marathon_page_preview_zoom_out (MarathonPagePreview *self)
{
  marathon_page_preview_set_zoom (self, marathon_page_preview_find_step (self, FALSE));
}

void
marathon_page_preview_set_fit (MarathonPagePreview *self, MarathonPageFit fit)
{
  g_return_if_fail (MARATHON_IS_PAGE_PREVIEW (self));

  set_fit (self, fit);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
