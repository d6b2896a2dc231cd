/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonTextFieldRow: a GtkText in a row.
 */
#include "widgets/text-field-row.h"

#include <glib/gi18n-lib.h>

#include "widgets/interface.h"

struct _MarathonTextFieldRow {
  MarathonFieldRow parent_instance;

  GtkText *text;
  gboolean editable;  /* by its kind */
  gboolean read_only; /* for now */
};

enum {
  PROP_PLACEHOLDER = 1,
  PROP_EXAMPLE,
  PROP_PURPOSE,
  PROP_EDITABLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MarathonTextFieldRow, marathon_text_field_row, MARATHON_TYPE_FIELD_ROW)

/* Whether the first letter of the text is written in the other direction than the row; numbers follow the row. */
static gboolean
is_opposite (MarathonTextFieldRow *row, const char *text)
{
  const char *letter = text;
  g_autoptr (PangoLayout) layout = NULL;
  gboolean is_rtl;

  while (*letter != '\0' && !g_unichar_isalpha (g_utf8_get_char (letter)))
    letter = g_utf8_next_char (letter);
  if (*letter == '\0')
    return FALSE;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (row->text), text);
  is_rtl = pango_layout_get_direction (layout, (int) (letter - text)) == PANGO_DIRECTION_RTL;
  return is_rtl != (gtk_widget_get_direction (GTK_WIDGET (row)) == GTK_TEXT_DIR_RTL);
}

/* Text begins where the row does, also a Latin name in an Arabic window. */
static void
align_text (MarathonTextFieldRow *row)
{
  gtk_editable_set_alignment (GTK_EDITABLE (row->text),
                              is_opposite (row, gtk_editable_get_text (GTK_EDITABLE (row->text))) ? 1 : 0);
}

static void
on_changed (MarathonTextFieldRow *row)
{
  align_text (row);
  marathon_field_row_changed (MARATHON_FIELD_ROW (row));
}

static void
marathon_text_field_row_show_text (MarathonFieldRow *field, const char *text)
{
  MarathonTextFieldRow *row = MARATHON_TEXT_FIELD_ROW (field);

  /* Undo takes back what was typed, not what the event says: turning it off and on forgets the rest. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (row->text), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (row->text), text);
  gtk_editable_set_enable_undo (GTK_EDITABLE (row->text), TRUE);
}

static char *
marathon_text_field_row_read_text (MarathonFieldRow *field)
{
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (MARATHON_TEXT_FIELD_ROW (field)->text)));
}

static void
show_editable (MarathonTextFieldRow *row)
{
  gboolean editable = row->editable && !row->read_only;

  gtk_editable_set_editable (GTK_EDITABLE (row->text), editable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->text), GTK_ACCESSIBLE_PROPERTY_READ_ONLY, !editable, -1);
}

static void
marathon_text_field_row_set_read_only (MarathonFieldRow *field, gboolean read_only)
{
  MARATHON_TEXT_FIELD_ROW (field)->read_only = read_only;
  show_editable (MARATHON_TEXT_FIELD_ROW (field));
}

/* What can only be read is the program's, not what somebody entered. */
static char *
marathon_text_field_row_describe (MarathonFieldRow *field)
{
  MarathonTextFieldRow *row = MARATHON_TEXT_FIELD_ROW (field);

  return g_strdup (row->editable ? gtk_editable_get_text (GTK_EDITABLE (row->text)) : "");
}

static GtkWidget *
marathon_text_field_row_get_editor (MarathonFieldRow *field)
{
  return GTK_WIDGET (MARATHON_TEXT_FIELD_ROW (field)->text);
}

static void
marathon_text_field_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MarathonTextFieldRow *row = MARATHON_TEXT_FIELD_ROW (object);

  switch (id)
    {
    case PROP_PLACEHOLDER:
      g_value_set_string (value, gtk_text_get_placeholder_text (row->text));
      break;
    case PROP_PURPOSE:
      g_value_set_enum (value, gtk_text_get_input_purpose (row->text));
      break;
    case PROP_EDITABLE:
      g_value_set_boolean (value, row->editable);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_text_field_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MarathonTextFieldRow *row = MARATHON_TEXT_FIELD_ROW (object);

  switch (id)
    {
    case PROP_PLACEHOLDER:
      gtk_text_set_placeholder_text (row->text, g_value_get_string (value));
      break;
    case PROP_EXAMPLE:
      marathon_text_field_row_set_example (row, g_value_get_string (value));
      break;
    case PROP_PURPOSE:
      gtk_text_set_input_purpose (row->text, g_value_get_enum (value));
      break;
    case PROP_EDITABLE:
      row->editable = g_value_get_boolean (value);
      show_editable (row);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_text_field_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_TEXT_FIELD_ROW);
  G_OBJECT_CLASS (marathon_text_field_row_parent_class)->dispose (object);
}

static void
marathon_text_field_row_class_init (MarathonTextFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MarathonFieldRowClass *row_class = MARATHON_FIELD_ROW_CLASS (klass);

  object_class->get_property = marathon_text_field_row_get_property;
  object_class->set_property = marathon_text_field_row_set_property;
  object_class->dispose = marathon_text_field_row_dispose;
  row_class->show_text = marathon_text_field_row_show_text;
  row_class->read_text = marathon_text_field_row_read_text;
  row_class->describe = marathon_text_field_row_describe;
  row_class->get_editor = marathon_text_field_row_get_editor;
  row_class->set_read_only = marathon_text_field_row_set_read_only;

  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_EXAMPLE] = g_param_spec_string ("example", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PURPOSE] = g_param_spec_enum ("purpose", NULL, NULL, GTK_TYPE_INPUT_PURPOSE,
                                                GTK_INPUT_PURPOSE_FREE_FORM,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, TRUE,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/widgets/text-field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonTextFieldRow, text);
  gtk_widget_class_bind_template_callback (widget_class, align_text);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, marathon_field_row_deselect_soon);
  gtk_widget_class_bind_template_callback (widget_class, marathon_field_row_go_on);
}

static void
marathon_text_field_row_init (MarathonTextFieldRow *row)
{
  row->editable = TRUE;
  gtk_widget_init_template (GTK_WIDGET (row));
}

void
marathon_text_field_row_set_example (MarathonTextFieldRow *row, const char *example)
{
  /* Translators: an example of what is typed in a field: "e.g. 10:00". Nobody may take it for what is in the event. */
  g_autofree char *text = g_strdup_printf (_ ("e.g. %s"), example);

  gtk_text_set_placeholder_text (row->text, text);
}
