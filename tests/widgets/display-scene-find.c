/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a display test finds widgets, clicks them without a pointer, and reads toasts.
 */
#include "widgets/display-scene.h"

static void
search (GtkWidget *widget, DisplaySceneMatch match, gconstpointer data, guint limit, GPtrArray *found)
{
  if (match (widget, data))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found->len < limit;
       child = gtk_widget_get_next_sibling (child))
    search (child, match, data, limit, found);
}

GtkWidget *
display_scene_search (GtkWidget *root, DisplaySceneMatch match, gconstpointer data)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  search (root, match, data, 1, found);
  return found->len > 0 ? g_ptr_array_index (found, 0) : NULL;
}

GPtrArray *
display_scene_search_all (GtkWidget *root, DisplaySceneMatch match, gconstpointer data)
{
  GPtrArray *found = g_ptr_array_new ();

  search (root, match, data, G_MAXUINT, found);
  return found;
}

static gboolean
is_of_type (GtkWidget *widget, gconstpointer type)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) type);
}

GtkWidget *
display_scene_find (GtkWidget *root, GType type)
{
  GtkWidget *widget = display_scene_search (root, is_of_type, &type);

  if (widget == NULL)
    g_error ("no %s in %s", g_type_name (type), G_OBJECT_TYPE_NAME (root));
  return widget;
}

static gboolean
has_type_name (GtkWidget *widget, gconstpointer name)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), name);
}

GtkWidget *
display_scene_find_type_name (GtkWidget *root, const char *type_name)
{
  GtkWidget *widget = display_scene_search (root, has_type_name, type_name);

  if (widget == NULL)
    g_error ("no %s in %s", type_name, G_OBJECT_TYPE_NAME (root));
  return widget;
}

static gboolean
has_id (GtkWidget *widget, gconstpointer id)
{
  return g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0;
}

GtkWidget *
display_scene_find_id (GtkWidget *root, const char *id)
{
  GtkWidget *widget = display_scene_search (root, has_id, id);

  if (widget == NULL)
    g_error ("nothing with the id \"%s\" in %s", id, G_OBJECT_TYPE_NAME (root));
  return widget;
}

static gboolean
has_name (GtkWidget *widget, gconstpointer name)
{
  return g_strcmp0 (gtk_widget_get_name (widget), name) == 0;
}

GtkWidget *
display_scene_find_name (GtkWidget *root, const char *name)
{
  GtkWidget *widget = display_scene_search (root, has_name, name);

  if (widget == NULL)
    g_error ("nothing named \"%s\" in %s", name, G_OBJECT_TYPE_NAME (root));
  return widget;
}

/* --- Text --- */

static const char *const text_properties[] = { "label", "title", "text" };

typedef struct {
  GType type;
  const char *text;
} Text;

static gboolean
property_is (GtkWidget *widget, const char *property, const char *text)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), property);
  g_autofree char *value = NULL;

  if (pspec == NULL || pspec->value_type != G_TYPE_STRING || !(pspec->flags & G_PARAM_READABLE))
    return FALSE;
  g_object_get (widget, property, &value, NULL);
  return g_strcmp0 (value, text) == 0;
}

static gboolean
has_text (GtkWidget *widget, gconstpointer data)
{
  const Text *wanted = data;

  if (!g_type_is_a (G_OBJECT_TYPE (widget), wanted->type) || !gtk_widget_get_mapped (widget))
    return FALSE;
  /* A label's text is without the markup and mnemonics that its "label" has. */
  if (GTK_IS_LABEL (widget))
    return g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), wanted->text) == 0;
  for (gsize i = 0; i < G_N_ELEMENTS (text_properties); i++)
    {
      if (property_is (widget, text_properties[i], wanted->text))
        return TRUE;
    }
  return FALSE;
}

GtkWidget *
display_scene_find_text (GtkWidget *root, GType type, const char *text)
{
  Text wanted = { type, text };
  GtkWidget *widget = display_scene_search (root, has_text, &wanted);

  if (widget == NULL)
    g_error ("no %s says \"%s\" in %s", g_type_name (type), text, G_OBJECT_TYPE_NAME (root));
  return widget;
}

gboolean
display_scene_shows (GtkWidget *root, const char *text)
{
  Text label = { GTK_TYPE_LABEL, text };
  Text inscription = { GTK_TYPE_INSCRIPTION, text };

  return display_scene_search (root, has_text, &label) != NULL
         || display_scene_search (root, has_text, &inscription) != NULL;
}

/* --- Clicks and toasts --- */

void
display_scene_click (GtkWidget *button)
{
  g_assert_true (GTK_IS_BUTTON (button));
  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  display_scene_settle ();
}

#define TOAST "AdwToastWidget"

static gboolean
is_shown_toast (GtkWidget *widget, gconstpointer data)
{
  return has_type_name (widget, TOAST) && gtk_widget_get_mapped (widget);
}

guint
display_scene_count_toasts (GtkWidget *root)
{
  g_autoptr (GPtrArray) toasts = display_scene_search_all (root, is_shown_toast, NULL);

  return toasts->len;
}

static GtkWidget *
wait_for_toast (GtkWidget *root)
{
  GtkWidget *toast = NULL;

  display_scene_wait_until ((toast = display_scene_search (root, is_shown_toast, NULL)) != NULL);
  return toast;
}

char *
display_scene_get_toast (GtkWidget *root)
{
  GtkWidget *label = display_scene_find (wait_for_toast (root), GTK_TYPE_LABEL);

  return g_strdup (gtk_label_get_text (GTK_LABEL (label)));
}

/* The button that closes a toast has an icon and no words. */
static gboolean
is_worded_button (GtkWidget *widget, gconstpointer data)
{
  const char *label = GTK_IS_BUTTON (widget) ? gtk_button_get_label (GTK_BUTTON (widget)) : NULL;

  return label != NULL && *label != '\0' && gtk_widget_get_mapped (widget);
}

static GtkWidget *
find_toast_button (GtkWidget *root)
{
  GtkWidget *toast = display_scene_search (root, is_shown_toast, NULL);

  return toast != NULL ? display_scene_search (toast, is_worded_button, NULL) : NULL;
}

void
display_scene_click_toast (GtkWidget *root)
{
  GtkWidget *button = NULL;

  display_scene_wait_until ((button = find_toast_button (root)) != NULL);
  display_scene_click (button);
}
