/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonFigureTile: a button with two labels.
 */
#include "pages/overview/figure-tile.h"

#include <glib/gi18n-lib.h>

#include "widgets/interface.h"

struct _MarathonFigureTile {
  GtkButton parent_instance;

  char *caption;
  char *query;
  guint number;

  GtkWidget *number_label;
  GtkWidget *caption_label;
};

enum {
  PROP_CAPTION = 1,
  PROP_QUERY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MarathonFigureTile, marathon_figure_tile, GTK_TYPE_BUTTON)

static void
update (MarathonFigureTile *tile)
{
  g_autofree char *number = g_strdup_printf ("%'u", tile->number);
  const char *caption = tile->caption != NULL ? tile->caption : "";
  /* Translators: what is counted, then how many: "Without wave: 12". */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), caption, number);

  gtk_label_set_label (GTK_LABEL (tile->number_label), number);
  gtk_label_set_label (GTK_LABEL (tile->caption_label), caption);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tile), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
marathon_figure_tile_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MarathonFigureTile *tile = MARATHON_FIGURE_TILE (object);

  switch (id)
    {
    case PROP_CAPTION:
      g_value_set_string (value, tile->caption);
      break;
    case PROP_QUERY:
      g_value_set_string (value, tile->query);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_figure_tile_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MarathonFigureTile *tile = MARATHON_FIGURE_TILE (object);

  switch (id)
    {
    case PROP_CAPTION:
      g_free (tile->caption);
      tile->caption = g_value_dup_string (value);
      update (tile);
      break;
    case PROP_QUERY:
      g_free (tile->query);
      tile->query = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_figure_tile_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_FIGURE_TILE);
  G_OBJECT_CLASS (marathon_figure_tile_parent_class)->dispose (object);
}

static void
marathon_figure_tile_finalize (GObject *object)
{
  MarathonFigureTile *tile = MARATHON_FIGURE_TILE (object);

  g_free (tile->caption);
  g_free (tile->query);
  G_OBJECT_CLASS (marathon_figure_tile_parent_class)->finalize (object);
}

static void
marathon_figure_tile_class_init (MarathonFigureTileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = marathon_figure_tile_get_property;
  object_class->set_property = marathon_figure_tile_set_property;
  object_class->dispose = marathon_figure_tile_dispose;
  object_class->finalize = marathon_figure_tile_finalize;
  properties[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_QUERY] = g_param_spec_string ("query", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/pages/overview/figure-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonFigureTile, number_label);
  gtk_widget_class_bind_template_child (widget_class, MarathonFigureTile, caption_label);
}

static void
marathon_figure_tile_init (MarathonFigureTile *tile)
{
  gtk_widget_init_template (GTK_WIDGET (tile));
  update (tile);
}

void
marathon_figure_tile_set_number (MarathonFigureTile *tile, guint number)
{
  if (tile->number == number)
    return;
  tile->number = number;
  update (tile);
}

const char *
marathon_figure_tile_get_query (MarathonFigureTile *tile)
{
  return tile->query != NULL ? tile->query : "";
}
