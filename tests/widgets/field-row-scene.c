/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A form of three rows.
 */
#include "widgets/field-row-scene.h"

#include "widgets/text-field-row.h"

static void
on_commit (FieldRowScene *scene, const char *text, MarathonFieldRow *row)
{
  g_string_append_printf (scene->log, "%s;", text);
  if (g_strcmp0 (text, scene->refused) == 0)
    marathon_field_row_set_error (row, "No.");
  else
    marathon_field_row_set_text (row, scene->shown != NULL ? scene->shown : text);
}

static void
on_leave (FieldRowScene *scene)
{
  scene->n_left++;
}

void
field_row_scene_init (FieldRowScene *scene, GtkWidget *row)
{
  GtkWidget *group = adw_preferences_group_new ();

  *scene = (FieldRowScene) { 0 };
  scene->log = g_string_new (NULL);
  scene->window = GTK_WINDOW (gtk_window_new ());
  scene->before = g_object_new (MARATHON_TYPE_TEXT_FIELD_ROW, "key", "before", NULL);
  scene->row = MARATHON_FIELD_ROW (row);
  scene->after = g_object_new (MARATHON_TYPE_TEXT_FIELD_ROW, "key", "after", NULL);
  marathon_field_row_set_label (scene->row, "Field");
  g_signal_connect_swapped (row, "commit", G_CALLBACK (on_commit), scene);
  g_signal_connect_swapped (row, "leave", G_CALLBACK (on_leave), scene);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), scene->before);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), scene->after);
  gtk_window_set_default_size (scene->window, 380, 400);
  gtk_window_set_child (scene->window, group);
  display_scene_present (scene->window);
}

void
field_row_scene_clear (FieldRowScene *scene)
{
  display_scene_destroy (scene->window);
  g_string_free (scene->log, TRUE);
}

gboolean
field_row_scene_has_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}
