/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonLinesFieldRow: a GtkTextView in a row, as high as its text.
 */
#include "widgets/lines-field-row.h"

#include "widgets/interface.h"

struct _MarathonLinesFieldRow {
  MarathonFieldRow parent_instance;

  GtkTextView *view;
  GtkTextBuffer *buffer;
};

G_DEFINE_FINAL_TYPE (MarathonLinesFieldRow, marathon_lines_field_row, MARATHON_TYPE_FIELD_ROW)

static void
marathon_lines_field_row_show_text (MarathonFieldRow *field, const char *text)
{
  MarathonLinesFieldRow *row = MARATHON_LINES_FIELD_ROW (field);

  /* Undo takes back what was typed, not what the event says. */
  gtk_text_buffer_set_enable_undo (row->buffer, FALSE);
  gtk_text_buffer_set_text (row->buffer, text, -1);
  gtk_text_buffer_set_enable_undo (row->buffer, TRUE);
}

static char *
marathon_lines_field_row_read_text (MarathonFieldRow *field)
{
  GtkTextBuffer *buffer = MARATHON_LINES_FIELD_ROW (field)->buffer;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static char *
marathon_lines_field_row_describe (MarathonFieldRow *field)
{
  return g_strdelimit (marathon_lines_field_row_read_text (field), "\n", ' ');
}

static GtkWidget *
marathon_lines_field_row_get_editor (MarathonFieldRow *field)
{
  return GTK_WIDGET (MARATHON_LINES_FIELD_ROW (field)->view);
}

static gboolean
on_key_pressed (MarathonLinesFieldRow *row, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean is_enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;

  if (!is_enter || (state & gtk_accelerator_get_default_mod_mask ()) != GDK_CONTROL_MASK)
    return GDK_EVENT_PROPAGATE;
  marathon_field_row_go_on (MARATHON_FIELD_ROW (row));
  return GDK_EVENT_STOP;
}

static void
marathon_lines_field_row_set_read_only (MarathonFieldRow *field, gboolean read_only)
{
  MarathonLinesFieldRow *row = MARATHON_LINES_FIELD_ROW (field);

  gtk_text_view_set_editable (row->view, !read_only);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->view), GTK_ACCESSIBLE_PROPERTY_READ_ONLY, read_only, -1);
}

static void
marathon_lines_field_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_LINES_FIELD_ROW);
  G_OBJECT_CLASS (marathon_lines_field_row_parent_class)->dispose (object);
}

static void
marathon_lines_field_row_class_init (MarathonLinesFieldRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MarathonFieldRowClass *row_class = MARATHON_FIELD_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_lines_field_row_dispose;
  row_class->show_text = marathon_lines_field_row_show_text;
  row_class->read_text = marathon_lines_field_row_read_text;
  row_class->describe = marathon_lines_field_row_describe;
  row_class->get_editor = marathon_lines_field_row_get_editor;
  row_class->set_read_only = marathon_lines_field_row_set_read_only;

  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/widgets/lines-field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonLinesFieldRow, view);
  gtk_widget_class_bind_template_child (widget_class, MarathonLinesFieldRow, buffer);
  gtk_widget_class_bind_template_callback (widget_class, marathon_field_row_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
}

static void
marathon_lines_field_row_init (MarathonLinesFieldRow *row)
{
  gtk_widget_init_template (GTK_WIDGET (row));
}
