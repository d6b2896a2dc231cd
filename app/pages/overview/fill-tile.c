/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonFillTile: swatch, name, time, bar.
 */
#include "pages/overview/fill-tile.h"

#include "editing/record-names.h"
#include "model/category.h"
#include "model/start.h"
#include "model/wave.h"
#include "widgets/colour-swatch.h"
#include "widgets/fill-bar.h"
#include "widgets/interface.h"

struct _MarathonFillTile {
  GtkFlowBoxChild parent_instance;

  MarathonRecord *record;

  GtkWidget *swatch;
  GtkLabel *name;
  GtkLabel *detail;
  MarathonFillBar *bar;
};

G_DEFINE_FINAL_TYPE (MarathonFillTile, marathon_fill_tile, GTK_TYPE_FLOW_BOX_CHILD)

/* The colour of the start of a wave; "" where there is none. */
static const char *
get_colour (MarathonEvent *event, MarathonRecord *record)
{
  MarathonStart *start = MARATHON_IS_WAVE (record)
                           ? marathon_event_get_record (event, MARATHON_LIST_STARTS, MARATHON_WAVE (record)->start)
                           : NULL;

  return start != NULL ? start->ground : "";
}

static const char *
get_detail (MarathonRecord *record)
{
  const char *column = MARATHON_IS_WAVE (record) ? "time" : "code";

  return marathon_record_get_text (record, (guint) marathon_record_find_column (record, column));
}

/* Only what there is no room for. */
static gboolean
on_query_tooltip (MarathonFillTile *tile, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (tile->name)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_label (tile->name));
  return TRUE;
}

static void
marathon_fill_tile_dispose (GObject *object)
{
  MarathonFillTile *tile = MARATHON_FILL_TILE (object);

  g_clear_object (&tile->record);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_FILL_TILE);
  G_OBJECT_CLASS (marathon_fill_tile_parent_class)->dispose (object);
}

static void
marathon_fill_tile_class_init (MarathonFillTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_fill_tile_dispose;
  g_type_ensure (MARATHON_TYPE_COLOUR_SWATCH);
  g_type_ensure (MARATHON_TYPE_FILL_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/pages/overview/fill-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonFillTile, swatch);
  gtk_widget_class_bind_template_child (widget_class, MarathonFillTile, name);
  gtk_widget_class_bind_template_child (widget_class, MarathonFillTile, detail);
  gtk_widget_class_bind_template_child (widget_class, MarathonFillTile, bar);
  gtk_widget_class_bind_template_callback (widget_class, on_query_tooltip);
}

static void
marathon_fill_tile_init (MarathonFillTile *tile)
{
  gtk_widget_init_template (GTK_WIDGET (tile));
}

GtkWidget *
marathon_fill_tile_new (MarathonRecord *record)
{
  MarathonFillTile *tile = g_object_new (MARATHON_TYPE_FILL_TILE, NULL);

  tile->record = g_object_ref (record);
  return GTK_WIDGET (tile);
}

MarathonRecord *
marathon_fill_tile_get_record (MarathonFillTile *tile)
{
  return tile->record;
}

void
marathon_fill_tile_show (MarathonFillTile *tile, MarathonEvent *event, MarathonFill fill)
{
  g_autofree char *name = marathon_record_get_full_name (event, tile->record);
  g_autofree char *numbers = marathon_fill_bar_describe (fill.count, fill.capacity);
  const char *colour = get_colour (event, tile->record), *detail = get_detail (tile->record);
  g_autofree char *label = g_strjoin (*detail != '\0' ? ", " : "", name, detail, NULL);

  gtk_label_set_label (tile->name, name);
  gtk_label_set_label (tile->detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (tile->detail), *detail != '\0');
  g_object_set (tile->swatch, "colour", colour, NULL);
  gtk_widget_set_visible (tile->swatch, *colour != '\0');
  marathon_fill_bar_set (tile->bar, fill.count, fill.capacity);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tile), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, numbers, -1);
}
