/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonColourButton: a swatch in a button, with its name.
 */
#include "widgets/colour-button.h"

#include <glib/gi18n-lib.h>

#include "widgets/colour-swatch.h"
#include "widgets/interface.h"

struct _MarathonColourButton {
  GtkButton parent_instance;

  char *colour;

  MarathonColourSwatch *swatch;
};

G_DEFINE_FINAL_TYPE (MarathonColourButton, marathon_colour_button, GTK_TYPE_BUTTON)

static void
marathon_colour_button_dispose (GObject *object)
{
  /* GTK 4.8 would let go of the child twice. */
  gtk_button_set_child (GTK_BUTTON (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_COLOUR_BUTTON);
  G_OBJECT_CLASS (marathon_colour_button_parent_class)->dispose (object);
}

static void
marathon_colour_button_finalize (GObject *object)
{
  g_free (MARATHON_COLOUR_BUTTON (object)->colour);
  G_OBJECT_CLASS (marathon_colour_button_parent_class)->finalize (object);
}

static void
marathon_colour_button_class_init (MarathonColourButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = marathon_colour_button_dispose;
  object_class->finalize = marathon_colour_button_finalize;
  g_type_ensure (MARATHON_TYPE_COLOUR_SWATCH);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/widgets/colour-button.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonColourButton, swatch);
}

static void
marathon_colour_button_init (MarathonColourButton *button)
{
  gtk_widget_init_template (GTK_WIDGET (button));
}

GtkWidget *
marathon_colour_button_new (const char *colour, const char *name)
{
  MarathonColourButton *button = g_object_new (MARATHON_TYPE_COLOUR_BUTTON, "tooltip-text", name, NULL);

  button->colour = g_strdup (colour);
  g_object_set (button->swatch, "colour", colour, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (button);
}

const char *
marathon_colour_button_get_colour (MarathonColourButton *button)
{
  return button->colour;
}

void
marathon_colour_button_set_chosen (MarathonColourButton *button, gboolean chosen)
{
  g_object_set (button->swatch, "chosen", chosen, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  chosen ? _ ("Chosen") : "", -1);
}
