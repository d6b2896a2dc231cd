/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonFlagFieldRow: a GtkSwitch in a row.
 */
#include "widgets/flag-field-row.h"

#include "widgets/interface.h"

struct _MarathonFlagFieldRow {
  MarathonFieldRow parent_instance;

  GtkSwitch *toggle;
};

G_DEFINE_FINAL_TYPE (MarathonFlagFieldRow, marathon_flag_field_row, MARATHON_TYPE_FIELD_ROW)

static void
marathon_flag_field_row_show_text (MarathonFieldRow *field, const char *text)
{
  gtk_switch_set_active (MARATHON_FLAG_FIELD_ROW (field)->toggle, strcmp (text, "yes") == 0);
}

/* Off is what the event calls it: "" or "no". */
static char *
marathon_flag_field_row_read_text (MarathonFieldRow *field)
{
  const char *committed = marathon_field_row_get_committed (field);

  if (gtk_switch_get_active (MARATHON_FLAG_FIELD_ROW (field)->toggle))
    return g_strdup ("yes");
  return g_strdup (strcmp (committed, "no") == 0 ? "no" : "");
}

static char *
marathon_flag_field_row_describe (MarathonFieldRow *field)
{
  gboolean active = gtk_switch_get_active (MARATHON_FLAG_FIELD_ROW (field)->toggle);

  return g_strdup (active ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (field)) : "");
}

static GtkWidget *
marathon_flag_field_row_get_editor (MarathonFieldRow *field)
{
  return GTK_WIDGET (MARATHON_FLAG_FIELD_ROW (field)->toggle);
}

static void
marathon_flag_field_row_clicked (MarathonFieldRow *field)
{
  GtkSwitch *toggle = MARATHON_FLAG_FIELD_ROW (field)->toggle;

  gtk_switch_set_active (toggle, !gtk_switch_get_active (toggle));
}

static void
on_toggled (MarathonFieldRow *field)
{
  marathon_field_row_changed (field);
  marathon_field_row_commit (field);
}

static gboolean
on_key_pressed (MarathonFieldRow *field, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean is_enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;

  if (!is_enter || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  marathon_field_row_go_on (field);
  return GDK_EVENT_STOP;
}

static void
marathon_flag_field_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_FLAG_FIELD_ROW);
  G_OBJECT_CLASS (marathon_flag_field_row_parent_class)->dispose (object);
}

static void
marathon_flag_field_row_class_init (MarathonFlagFieldRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MarathonFieldRowClass *row_class = MARATHON_FIELD_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_flag_field_row_dispose;
  row_class->show_text = marathon_flag_field_row_show_text;
  row_class->read_text = marathon_flag_field_row_read_text;
  row_class->describe = marathon_flag_field_row_describe;
  row_class->get_editor = marathon_flag_field_row_get_editor;
  row_class->clicked = marathon_flag_field_row_clicked;

  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/widgets/flag-field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonFlagFieldRow, toggle);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
}

static void
marathon_flag_field_row_init (MarathonFlagFieldRow *row)
{
  gtk_widget_init_template (GTK_WIDGET (row));
}
