/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonColourPalette: the colours, and a grid of buttons.
 */
#include "widgets/colour-palette.h"

#include <glib/gi18n-lib.h>

#include "widgets/colour-button.h"
#include "widgets/interface.h"

#define N_COLUMNS 6

typedef struct {
  const char *colour;
  const char *name; /* marked for translation */
} Colour;

/* Below each other what goes together: strong, light, dark. */
static const Colour colours[] = {
  { "#ffffff", N_ ("White") },      { "#d5d5d5", N_ ("Light Grey") }, { "#8a8a8a", N_ ("Grey") },
  { "#000000", N_ ("Black") },      { "#f0e0c0", N_ ("Beige") },      { "#8b5a2b", N_ ("Brown") },
  { "#c01c28", N_ ("Red") },        { "#f57c00", N_ ("Orange") },     { "#ffd500", N_ ("Yellow") },
  { "#1a7f37", N_ ("Green") },      { "#1a5fb4", N_ ("Blue") },       { "#7b2fa8", N_ ("Purple") },
  { "#f7a1b8", N_ ("Pink") },       { "#ffbe6f", N_ ("Light Orange") },      { "#c4e538", N_ ("Lime") },
  { "#3fc8b4", N_ ("Turquoise") },  { "#8cc8f5", N_ ("Light Blue") }, { "#cfaee8", N_ ("Lilac") },
  { "#5e0f1a", N_ ("Maroon") },     { "#c29b0c", N_ ("Gold") },       { "#6b7a1a", N_ ("Olive") },
  { "#0b3d1c", N_ ("Dark Green") }, { "#14254d", N_ ("Navy Blue") },  { "#c9187e", N_ ("Magenta") },
};

struct _MarathonColourPalette {
  GtkPopover parent_instance;

  char *colour;
  MarathonColourButton *buttons[G_N_ELEMENTS (colours)];

  GtkGrid *grid;
  GtkWidget *none;
};

static guint picked_signal;

G_DEFINE_FINAL_TYPE (MarathonColourPalette, marathon_colour_palette, GTK_TYPE_POPOVER)

static void
pick (MarathonColourPalette *palette, const char *colour)
{
  gtk_popover_popdown (GTK_POPOVER (palette));
  g_signal_emit (palette, picked_signal, 0, colour);
}

static void
on_clicked (MarathonColourPalette *palette, MarathonColourButton *button)
{
  pick (palette, marathon_colour_button_get_colour (button));
}

static void
on_none (MarathonColourPalette *palette)
{
  pick (palette, "");
}

static void
add_buttons (MarathonColourPalette *palette)
{
  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    {
      GtkWidget *button = marathon_colour_button_new (colours[i].colour, _ (colours[i].name));

      palette->buttons[i] = MARATHON_COLOUR_BUTTON (button);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), palette, G_CONNECT_SWAPPED);
      gtk_grid_attach (palette->grid, button, (int) (i % N_COLUMNS), (int) (i / N_COLUMNS), 1, 1);
    }
}

/* Few of those that forms have are ever opened: the buttons are made when one is. */
static void
marathon_colour_palette_show (GtkWidget *widget)
{
  MarathonColourPalette *palette = MARATHON_COLOUR_PALETTE (widget);

  if (palette->buttons[0] == NULL)
    add_buttons (palette);
  GTK_WIDGET_CLASS (marathon_colour_palette_parent_class)->show (widget);
}

static void
marathon_colour_palette_map (GtkWidget *widget)
{
  MarathonColourPalette *palette = MARATHON_COLOUR_PALETTE (widget);
  GtkWidget *first = GTK_WIDGET (palette->buttons[0]);

  if (palette->colour == NULL || *palette->colour == '\0')
    first = palette->none;
  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    {
      gboolean chosen = g_strcmp0 (palette->colour, colours[i].colour) == 0;

      marathon_colour_button_set_chosen (palette->buttons[i], chosen);
      if (chosen)
        first = GTK_WIDGET (palette->buttons[i]);
    }
  GTK_WIDGET_CLASS (marathon_colour_palette_parent_class)->map (widget);
  gtk_widget_grab_focus (first);
}

static void
marathon_colour_palette_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_COLOUR_PALETTE);
  G_OBJECT_CLASS (marathon_colour_palette_parent_class)->dispose (object);
}

static void
marathon_colour_palette_finalize (GObject *object)
{
  g_free (MARATHON_COLOUR_PALETTE (object)->colour);
  G_OBJECT_CLASS (marathon_colour_palette_parent_class)->finalize (object);
}

static void
marathon_colour_palette_class_init (MarathonColourPaletteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = marathon_colour_palette_dispose;
  object_class->finalize = marathon_colour_palette_finalize;
  widget_class->show = marathon_colour_palette_show;
  widget_class->map = marathon_colour_palette_map;
  picked_signal = g_signal_new ("picked", MARATHON_TYPE_COLOUR_PALETTE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/widgets/colour-palette.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonColourPalette, grid);
  gtk_widget_class_bind_template_child (widget_class, MarathonColourPalette, none);
  gtk_widget_class_bind_template_callback (widget_class, on_none);
}

static void
marathon_colour_palette_init (MarathonColourPalette *palette)
{
  gtk_widget_init_template (GTK_WIDGET (palette));
}

void
marathon_colour_palette_set_colour (MarathonColourPalette *palette, const char *colour)
{
  g_return_if_fail (MARATHON_IS_COLOUR_PALETTE (palette));

  g_free (palette->colour);
  palette->colour = g_strdup (colour);
}

const char *
marathon_colour_palette_get_name (const char *colour)
{
  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    if (g_str_equal (colours[i].colour, colour))
      return _ (colours[i].name);
  return NULL;
}
