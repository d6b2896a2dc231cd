/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonColourSwatch: the colour below a check mark; its shape and edge are in style.css.
 */
#include "widgets/colour-swatch.h"

#include "base/colour.h"
#include "widgets/interface.h"

struct _MarathonColourSwatch {
  GtkWidget parent_instance;

  char *text;
  MarathonColour colour;
  gboolean is_known;

  GtkWidget *mark;
};

enum {
  PROP_COLOUR = 1,
  PROP_CHOSEN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MarathonColourSwatch, marathon_colour_swatch, GTK_TYPE_WIDGET)

static void
set_class (MarathonColourSwatch *swatch, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (swatch), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (swatch), name);
}

static void
set_colour (MarathonColourSwatch *swatch, const char *text)
{
  gboolean is_dark;

  if (g_strcmp0 (swatch->text, text) == 0)
    return;
  g_free (swatch->text);
  swatch->text = g_strdup (text);
  swatch->is_known = text != NULL && marathon_colour_parse (text, &swatch->colour);
  is_dark = swatch->is_known && g_str_equal (marathon_colour_get_ink_for (&swatch->colour), "#ffffff");
  set_class (swatch, "none", !swatch->is_known);
  set_class (swatch, "dark", is_dark);
  set_class (swatch, "light", swatch->is_known && !is_dark);
  gtk_widget_queue_draw (GTK_WIDGET (swatch));
  g_object_notify_by_pspec (G_OBJECT (swatch), properties[PROP_COLOUR]);
}

static void
marathon_colour_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MarathonColourSwatch *swatch = MARATHON_COLOUR_SWATCH (widget);
  const MarathonColour *colour = &swatch->colour;

  if (swatch->is_known)
    gtk_snapshot_append_color (
        snapshot, &(GdkRGBA){ (float) colour->red, (float) colour->green, (float) colour->blue, 1 },
        &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget)));
  GTK_WIDGET_CLASS (marathon_colour_swatch_parent_class)->snapshot (widget, snapshot);
}

static void
marathon_colour_swatch_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MarathonColourSwatch *swatch = MARATHON_COLOUR_SWATCH (object);

  switch (id)
    {
    case PROP_COLOUR:
      g_value_set_string (value, swatch->text);
      break;
    case PROP_CHOSEN:
      g_value_set_boolean (value, gtk_widget_get_visible (swatch->mark));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_colour_swatch_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MarathonColourSwatch *swatch = MARATHON_COLOUR_SWATCH (object);

  switch (id)
    {
    case PROP_COLOUR:
      set_colour (swatch, g_value_get_string (value));
      break;
    case PROP_CHOSEN:
      gtk_widget_set_visible (swatch->mark, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_colour_swatch_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_COLOUR_SWATCH);
  G_OBJECT_CLASS (marathon_colour_swatch_parent_class)->dispose (object);
}

static void
marathon_colour_swatch_finalize (GObject *object)
{
  g_free (MARATHON_COLOUR_SWATCH (object)->text);
  G_OBJECT_CLASS (marathon_colour_swatch_parent_class)->finalize (object);
}

static void
marathon_colour_swatch_class_init (MarathonColourSwatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = marathon_colour_swatch_get_property;
  object_class->set_property = marathon_colour_swatch_set_property;
  object_class->dispose = marathon_colour_swatch_dispose;
  object_class->finalize = marathon_colour_swatch_finalize;
  widget_class->snapshot = marathon_colour_swatch_snapshot;
  properties[PROP_COLOUR] = g_param_spec_string (
      "colour", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CHOSEN]
      = g_param_spec_boolean ("chosen", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "colourswatch");
  /* Whoever shows it says the colour in words. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/widgets/colour-swatch.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonColourSwatch, mark);
}

static void
marathon_colour_swatch_init (MarathonColourSwatch *swatch)
{
  gtk_widget_init_template (GTK_WIDGET (swatch));
  set_colour (swatch, "");
}
