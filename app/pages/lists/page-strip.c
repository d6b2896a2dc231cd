/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPageStrip: a list view whose rows are all of one height, so that it is known which of them are seen.
 */
#include "pages/lists/page-strip.h"

#include <math.h>

#include "pages/lists/page-item-list.h"
#include "pages/lists/page-painter.h"
#include "widgets/interface.h"

/* Width of a sheet that stands, and height of one that lies, in pixels. */
#define PICTURE_WIDTH 84

struct _MarathonPageStrip {
  AdwBin parent_instance;

  MarathonListPages *pages; /* NULL for none */
  MarathonPageItemList *items;
  guint idle;
  gboolean must_show;    /* the chosen page, when there is time */
  gboolean is_following; /* the page is set, not chosen by a person */

  GtkScrolledWindow *scroller;
  GtkWidget *view;
  GtkSingleSelection *selection;
};

enum { PROP_PAGE = 1, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MarathonPageStrip, marathon_page_strip, ADW_TYPE_BIN)

/* --- Drawing what is seen --- */

static guint
get_n_pages (MarathonPageStrip *strip)
{
  return strip->pages != NULL ? marathon_list_pages_get_n_pages (strip->pages) : 0;
}

/* The pages in sight are from @first to before @end. */
static void
find_seen (MarathonPageStrip *strip, guint *first, guint *end)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (strip->scroller);
  double height = gtk_adjustment_get_upper (adjustment) / MAX (get_n_pages (strip), 1);
  double top = gtk_adjustment_get_value (adjustment);

  *first = *end = 0;
  if (height < 1 || !gtk_widget_get_mapped (GTK_WIDGET (strip)))
    return;
  *first = (guint) (top / height);
  *end = MIN ((guint) ceil ((top + gtk_adjustment_get_page_size (adjustment)) / height), get_n_pages (strip));
}

static MarathonPageItem *
find_blank (MarathonPageStrip *strip)
{
  guint first, end;

  find_seen (strip, &first, &end);
  for (guint page = first; page < end; page++)
    {
      MarathonPageItem *item = marathon_page_item_list_find (strip->items, page);

      if (item != NULL && !marathon_page_item_is_drawn (item))
        return item;
    }
  return NULL;
}

static double
get_scale (MarathonPageStrip *strip)
{
  const MarathonPaper *paper = marathon_list_pages_get_paper (strip->pages);

  return PICTURE_WIDTH / MIN (paper->width, paper->height);
}

static void
get_size (MarathonPageStrip *strip, int *width, int *height)
{
  const MarathonPaper *paper = marathon_list_pages_get_paper (strip->pages);

  *width = (int) round (paper->width * get_scale (strip));
  *height = (int) round (paper->height * get_scale (strip));
}

/* A picture of the size in pixels of widgets, whatever the screen has. */
static GdkPaintable *
take_picture (GdkTexture *texture, int factor)
{
  float width = (float) gdk_texture_get_width (texture) / (float) factor;
  float height = (float) gdk_texture_get_height (texture) / (float) factor;
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gtk_snapshot_append_texture (snapshot, texture, &GRAPHENE_RECT_INIT (0, 0, width, height));
  return gtk_snapshot_free_to_paintable (snapshot, &GRAPHENE_SIZE_INIT (width, height));
}

static void
show_selected (MarathonPageStrip *strip)
{
  if (get_n_pages (strip) > 0 && gtk_widget_get_mapped (GTK_WIDGET (strip)))
    gtk_widget_activate_action (strip->view, "list.scroll-to-item", "u", marathon_page_strip_get_page (strip));
}

/* One at a time, so that keys and scrolling come between. */
static gboolean
draw_one (gpointer user_data)
{
  MarathonPageStrip *strip = user_data;
  MarathonPageItem *item = find_blank (strip);
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (strip));
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GdkPaintable) picture = NULL;
  GdkRectangle area = { 0 };

  if (strip->must_show)
    {
      strip->must_show = FALSE;
      show_selected (strip);
      return G_SOURCE_CONTINUE;
    }
  if (item == NULL)
    {
      strip->idle = 0;
      return G_SOURCE_REMOVE;
    }
  get_size (strip, &area.width, &area.height);
  area.width *= factor;
  area.height *= factor;
  texture = marathon_page_paint (strip->pages, marathon_page_item_get_page (item), get_scale (strip) * factor, &area);
  picture = take_picture (texture, factor);
  marathon_page_item_set_picture (item, picture, TRUE);
  return G_SOURCE_CONTINUE;
}

/* After frames, which show the page itself. */
static void
draw_soon (MarathonPageStrip *strip)
{
  if (strip->idle == 0 && strip->pages != NULL && gtk_widget_get_mapped (GTK_WIDGET (strip)))
    strip->idle = g_idle_add_full (G_PRIORITY_LOW, draw_one, strip, NULL);
}

/* --- The page --- */

static void
on_selected (MarathonPageStrip *strip)
{
  if (!strip->is_following)
    g_object_notify_by_pspec (G_OBJECT (strip), properties[PROP_PAGE]);
}

static void
set_selected (MarathonPageStrip *strip, guint page)
{
  strip->is_following = TRUE;
  gtk_single_selection_set_selected (strip->selection, page);
  strip->is_following = FALSE;
}

static void
on_mapped (MarathonPageStrip *strip)
{
  /* Not now: it may be shown while sizes are given out. */
  strip->must_show = TRUE;
  draw_soon (strip);
}

/* --- The widget --- */

static void
marathon_page_strip_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, marathon_page_strip_get_page (MARATHON_PAGE_STRIP (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_page_strip_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_PAGE:
      marathon_page_strip_set_page (MARATHON_PAGE_STRIP (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_page_strip_dispose (GObject *object)
{
  MarathonPageStrip *strip = MARATHON_PAGE_STRIP (object);

  g_clear_handle_id (&strip->idle, g_source_remove);
  /* The strip is both the template's and AdwBin's parent: only one of them may unparent the child. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_PAGE_STRIP);
  g_clear_object (&strip->items);
  g_clear_pointer (&strip->pages, marathon_list_pages_unref);
  G_OBJECT_CLASS (marathon_page_strip_parent_class)->dispose (object);
}

static void
marathon_page_strip_class_init (MarathonPageStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = marathon_page_strip_get_property;
  object_class->set_property = marathon_page_strip_set_property;
  object_class->dispose = marathon_page_strip_dispose;
  properties[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (MARATHON_TYPE_PAGE_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/pages/lists/page-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonPageStrip, scroller);
  gtk_widget_class_bind_template_child (widget_class, MarathonPageStrip, view);
  gtk_widget_class_bind_template_child (widget_class, MarathonPageStrip, selection);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
}

static void
marathon_page_strip_init (MarathonPageStrip *strip)
{
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (strip));
  strip->items = marathon_page_item_list_new ();
  set_selected (strip, 0);
  gtk_single_selection_set_model (strip->selection, G_LIST_MODEL (strip->items));
  adjustment = gtk_scrolled_window_get_vadjustment (strip->scroller);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (draw_soon), strip, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (draw_soon), strip, G_CONNECT_SWAPPED);
  g_signal_connect (strip, "map", G_CALLBACK (on_mapped), NULL);
}

void
marathon_page_strip_set_pages (MarathonPageStrip *strip, MarathonListPages *pages)
{
  g_autoptr (GdkPaintable) blank = NULL;

  g_return_if_fail (MARATHON_IS_PAGE_STRIP (strip));

  if (pages != NULL)
    marathon_list_pages_ref (pages);
  g_clear_pointer (&strip->pages, marathon_list_pages_unref);
  strip->pages = pages;
  if (pages != NULL)
    {
      int width, height;

      get_size (strip, &width, &height);
      blank = gdk_paintable_new_empty (width, height);
    }
  strip->is_following = TRUE;
  marathon_page_item_list_reset (strip->items, get_n_pages (strip), blank);
  strip->is_following = FALSE;
  draw_soon (strip);
}

guint
marathon_page_strip_get_page (MarathonPageStrip *strip)
{
  guint page = gtk_single_selection_get_selected (strip->selection);

  return page != GTK_INVALID_LIST_POSITION ? page : 0;
}

void
marathon_page_strip_set_page (MarathonPageStrip *strip, guint page)
{
  g_return_if_fail (MARATHON_IS_PAGE_STRIP (strip));

  if (page == marathon_page_strip_get_page (strip))
    return;
  set_selected (strip, page);
  show_selected (strip);
}

gboolean
marathon_page_strip_is_drawing (MarathonPageStrip *strip)
{
  return strip->idle != 0;
}
