/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonColourFieldRow: a GtkText, and a swatch that opens the palette.
 */
#include "widgets/colour-field-row.h"

#include <glib/gi18n-lib.h>

#include "widgets/colour-palette.h"
#include "widgets/colour-swatch.h"
#include "widgets/interface.h"

struct _MarathonColourFieldRow {
  MarathonFieldRow parent_instance;

  GtkText *text;
  GtkMenuButton *button;
  MarathonColourSwatch *swatch;
  MarathonColourPalette *palette;
};

G_DEFINE_FINAL_TYPE (MarathonColourFieldRow, marathon_colour_field_row, MARATHON_TYPE_FIELD_ROW)

static const char *
get_text (MarathonColourFieldRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row->text));
}

/* What a person would call the colour. */
static char *
describe (MarathonColourFieldRow *row)
{
  g_autofree char *colour = g_ascii_strdown (get_text (row), -1);
  const char *name = marathon_colour_palette_get_name (colour);

  return g_strdup (name != NULL ? name : colour);
}

static void
show_colour (MarathonColourFieldRow *row)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
  GtkWidget *inner = gtk_widget_get_first_child (GTK_WIDGET (row->button));
  g_autofree char *described = describe (row);
  g_autofree char *colour = g_ascii_strdown (get_text (row), -1);
  g_autofree char *tooltip = NULL;
  g_autofree char *name = NULL;

  g_object_set (row->swatch, "colour", colour, NULL);
  marathon_colour_palette_set_colour (row->palette, colour);
  /* Translators: the button beside a colour; "Background colour", then the colour: "Red", "#cc0011", "None". */
  name = g_strdup_printf (_ ("Choose %s: %s"), title, *described != '\0' ? described : C_ ("colour", "None"));
  tooltip = *described != '\0' ? g_strdup_printf (_ ("Choose Colour: %s"), described) : g_strdup (_ ("Choose Colour"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (row->button), tooltip);
  /* The button inside is what takes the keyboard. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
on_changed (MarathonColourFieldRow *row)
{
  show_colour (row);
  marathon_field_row_changed (MARATHON_FIELD_ROW (row));
}

/* What is picked is saved at once, as in a list of choices. */
static void
on_picked (MarathonColourFieldRow *row, const char *colour)
{
  gtk_editable_set_text (GTK_EDITABLE (row->text), colour);
  marathon_field_row_commit (MARATHON_FIELD_ROW (row));
}

static gboolean
on_key_pressed (MarathonColourFieldRow *row, guint keyval, guint keycode, GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean is_down = keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down;

  if (!(is_down && (modifiers == 0 || modifiers == GDK_ALT_MASK)) && !(keyval == GDK_KEY_F4 && modifiers == 0))
    return GDK_EVENT_PROPAGATE;
  if (gtk_widget_get_sensitive (GTK_WIDGET (row->button)))
    gtk_menu_button_popup (row->button);
  return GDK_EVENT_STOP;
}

/* The keyboard goes where it was before. */
static void
on_closed (MarathonColourFieldRow *row)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (row)))
    gtk_widget_grab_focus (GTK_WIDGET (row->text));
}

static void
marathon_colour_field_row_show_text (MarathonFieldRow *field, const char *text)
{
  MarathonColourFieldRow *row = MARATHON_COLOUR_FIELD_ROW (field);

  /* Undo takes back what was typed, not what the event says: turning it off and on forgets the rest. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (row->text), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (row->text), text);
  gtk_editable_set_enable_undo (GTK_EDITABLE (row->text), TRUE);
}

static char *
marathon_colour_field_row_read_text (MarathonFieldRow *field)
{
  return g_strdup (get_text (MARATHON_COLOUR_FIELD_ROW (field)));
}

static char *
marathon_colour_field_row_describe (MarathonFieldRow *field)
{
  return describe (MARATHON_COLOUR_FIELD_ROW (field));
}

static GtkWidget *
marathon_colour_field_row_get_editor (MarathonFieldRow *field)
{
  return GTK_WIDGET (MARATHON_COLOUR_FIELD_ROW (field)->text);
}

static void
marathon_colour_field_row_set_read_only (MarathonFieldRow *field, gboolean read_only)
{
  MarathonColourFieldRow *row = MARATHON_COLOUR_FIELD_ROW (field);

  gtk_editable_set_editable (GTK_EDITABLE (row->text), !read_only);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->text), GTK_ACCESSIBLE_PROPERTY_READ_ONLY, read_only, -1);
  gtk_widget_set_sensitive (GTK_WIDGET (row->button), !read_only);
}

static void
marathon_colour_field_row_dispose (GObject *object)
{
  MarathonColourFieldRow *row = MARATHON_COLOUR_FIELD_ROW (object);

  if (row->button != NULL)
    gtk_menu_button_popdown (row->button);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_COLOUR_FIELD_ROW);
  G_OBJECT_CLASS (marathon_colour_field_row_parent_class)->dispose (object);
}

static void
marathon_colour_field_row_class_init (MarathonColourFieldRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MarathonFieldRowClass *row_class = MARATHON_FIELD_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_colour_field_row_dispose;
  row_class->show_text = marathon_colour_field_row_show_text;
  row_class->read_text = marathon_colour_field_row_read_text;
  row_class->describe = marathon_colour_field_row_describe;
  row_class->get_editor = marathon_colour_field_row_get_editor;
  row_class->set_read_only = marathon_colour_field_row_set_read_only;

  g_type_ensure (MARATHON_TYPE_COLOUR_PALETTE);
  g_type_ensure (MARATHON_TYPE_COLOUR_SWATCH);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/widgets/colour-field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonColourFieldRow, text);
  gtk_widget_class_bind_template_child (widget_class, MarathonColourFieldRow, button);
  gtk_widget_class_bind_template_child (widget_class, MarathonColourFieldRow, swatch);
  gtk_widget_class_bind_template_child (widget_class, MarathonColourFieldRow, palette);
  gtk_widget_class_bind_template_callback (widget_class, marathon_field_row_deselect_soon);
  gtk_widget_class_bind_template_callback (widget_class, marathon_field_row_go_on);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_closed);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_picked);
  gtk_widget_class_bind_template_callback (widget_class, show_colour);
}

static void
marathon_colour_field_row_init (MarathonColourFieldRow *row)
{
  gtk_widget_init_template (GTK_WIDGET (row));
  show_colour (row);
}
