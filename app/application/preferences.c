/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPreferences: rows bound to the settings.
 */
#include "application/preferences.h"

#include <adwaita.h>

#include "widgets/interface.h"

#define MARATHON_TYPE_PREFERENCES (marathon_preferences_get_type ())
G_DECLARE_FINAL_TYPE (MarathonPreferences, marathon_preferences, MARATHON, PREFERENCES, AdwWindow)

struct _MarathonPreferences {
  AdwWindow parent_instance;

  AdwComboRow *style;
  GtkSwitch *compact_rows;

  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (MarathonPreferences, marathon_preferences, ADW_TYPE_WINDOW)

/* In the order of the template's choices. */
static const char *const styles[] = { "system", "light", "dark" };

static gboolean
style_to_row (GValue *value, GVariant *variant, gpointer data)
{
  const char *style = g_variant_get_string (variant, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_str_equal (styles[i], style))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
row_to_style (const GValue *value, const GVariantType *type, gpointer data)
{
  guint selected = g_value_get_uint (value);

  return selected < G_N_ELEMENTS (styles) ? g_variant_new_string (styles[selected]) : NULL;
}

static void
marathon_preferences_dispose (GObject *object)
{
  g_clear_object (&MARATHON_PREFERENCES (object)->settings);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_PREFERENCES);
  G_OBJECT_CLASS (marathon_preferences_parent_class)->dispose (object);
}

static void
marathon_preferences_class_init (MarathonPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_preferences_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/application/preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonPreferences, style);
  gtk_widget_class_bind_template_child (widget_class, MarathonPreferences, compact_rows);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
marathon_preferences_init (MarathonPreferences *preferences)
{
  gtk_widget_init_template (GTK_WIDGET (preferences));
  preferences->settings = g_settings_new (MARATHON_SETTINGS);
  g_settings_bind_with_mapping (preferences->settings, "style", preferences->style, "selected", G_SETTINGS_BIND_DEFAULT,
                                style_to_row, row_to_style, NULL, NULL);
  g_settings_bind (preferences->settings, "compact-rows", preferences->compact_rows, "active", G_SETTINGS_BIND_DEFAULT);
}

GtkWindow *
marathon_preferences_new (GtkWindow *parent)
{
  return g_object_new (MARATHON_TYPE_PREFERENCES, "transient-for", parent, "destroy-with-parent", TRUE, "modal", TRUE, NULL);
}
