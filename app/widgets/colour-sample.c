/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonColourSample: a label on a ground.
 */
#include "widgets/colour-sample.h"

#include "base/colour.h"
#include "widgets/interface.h"

struct _MarathonColourSample {
  AdwBin parent_instance;

  MarathonColour ground;
  gboolean has_ground;

  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (MarathonColourSample, marathon_colour_sample, ADW_TYPE_BIN)

static void
set_ink (MarathonColourSample *sample, const MarathonColour *ink)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_foreground_new ((guint16) (ink->red * G_MAXUINT16),
                                                                 (guint16) (ink->green * G_MAXUINT16),
                                                                 (guint16) (ink->blue * G_MAXUINT16)));
  gtk_label_set_attributes (sample->label, attributes);
}

static void
marathon_colour_sample_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MarathonColourSample *sample = MARATHON_COLOUR_SAMPLE (widget);
  graphene_rect_t area
      = GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget), (float)gtk_widget_get_height (widget));
  GdkRGBA ground = { (float) sample->ground.red, (float) sample->ground.green, (float) sample->ground.blue, 1 };

  if (sample->has_ground)
    gtk_snapshot_append_color (snapshot, &ground, &area);
  GTK_WIDGET_CLASS (marathon_colour_sample_parent_class)->snapshot (widget, snapshot);
}

static void
marathon_colour_sample_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_COLOUR_SAMPLE);
  G_OBJECT_CLASS (marathon_colour_sample_parent_class)->dispose (object);
}

static void
marathon_colour_sample_class_init (MarathonColourSampleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_colour_sample_dispose;
  widget_class->snapshot = marathon_colour_sample_snapshot;
  gtk_widget_class_set_css_name (widget_class, "coloursample");
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/widgets/colour-sample.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonColourSample, label);
}

static void
marathon_colour_sample_init (MarathonColourSample *sample)
{
  gtk_widget_init_template (GTK_WIDGET (sample));
}

void
marathon_colour_sample_set (MarathonColourSample *sample, const char *text, const char *ink, const char *ground)
{
  MarathonColour colour;

  g_return_if_fail (MARATHON_IS_COLOUR_SAMPLE (sample));

  gtk_label_set_label (sample->label, text);
  sample->has_ground = marathon_colour_parse (ground, &sample->ground);
  if (marathon_colour_parse (ink, &colour)
      || (sample->has_ground && marathon_colour_parse (marathon_colour_get_ink_for (&sample->ground), &colour)))
    set_ink (sample, &colour);
  else
    gtk_label_set_attributes (sample->label, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (sample));
}
