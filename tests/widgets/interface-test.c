/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is compiled into the program is there for it: templates, style and icons.
 */
#include "widgets/interface.h"

#include <string.h>

#include "widgets/display-scene.h"

#define ICONS MARATHON_RESOURCES "/icons/scalable/actions"

static char *
read_resource (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Adds the paths of all files below @folder, which ends with a slash. */
static void
list_resources (const char *folder, GPtrArray *paths)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = g_resources_enumerate_children (folder, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (folder, names[i], NULL);

      if (g_str_has_suffix (path, "/"))
        list_resources (path, paths);
      else
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
}

static void
assert_icons (const char *path, const char *text)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  g_autoptr (GRegex) regex = g_regex_new ("<property name=\"icon-name\">([^<]+)<", G_REGEX_DEFAULT,
                                          G_REGEX_MATCH_DEFAULT, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, text, G_REGEX_MATCH_DEFAULT, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);

      if (!gtk_icon_theme_has_icon (theme, name))
        g_error ("%s: there is no icon “%s”", path, name);
    }
}

static void
test_templates_name_icons_that_are_there (void)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  list_resources (MARATHON_RESOURCES "/ui/", paths);
  g_assert_cmpuint (paths->len, >, 0);
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autofree char *text = read_resource (path);

      g_assert_true (g_str_has_suffix (path, ".ui"));
      assert_icons (path, text);
    }
}

/* --- Names --- */

/* Where a template is read: the objects that are open, the innermost last. */
typedef struct {
  const char *path;
  GArray *objects;
} Reading;

/* A button with an icon and without words; one with an id may get its name from the code. */
typedef struct {
  gboolean is_button;
  gboolean has_id;
  gboolean has_icon;
  gboolean has_words;
} Object;

static const char *
find_attribute (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_equal (names[i], name))
        return values[i];
    }
  return NULL;
}

static void
start_element (GMarkupParseContext *context, const char *element, const char **names, const char **values,
               gpointer data, GError **error)
{
  Reading *reading = data;
  const char *name = find_attribute (names, values, "name");
  Object *object;

  if (g_str_equal (element, "object") || g_str_equal (element, "template"))
    {
      const char *type = find_attribute (names, values, "class");
      Object new_object = {
        .is_button = g_str_has_suffix (type, "Button"),
        .has_id = find_attribute (names, values, "id") != NULL,
      };

      g_array_append_val (reading->objects, new_object);
    }
  if (reading->objects->len == 0 || name == NULL)
    return;
  object = &g_array_index (reading->objects, Object, reading->objects->len - 1);
  object->has_icon |= g_str_equal (name, "icon-name");
  object->has_words |= g_str_equal (name, "label") || g_str_equal (name, "labelled-by");
}

static void
end_element (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Reading *reading = data;
  Object *object;
  int line, column;

  if (!g_str_equal (element, "object") && !g_str_equal (element, "template"))
    return;
  object = &g_array_index (reading->objects, Object, reading->objects->len - 1);
  g_markup_parse_context_get_position (context, &line, &column);
  if (object->is_button && object->has_icon && !object->has_words && !object->has_id)
    g_error ("%s: the button that ends in line %d has no name for a screen reader: a tooltip is none", reading->path,
             line);
  g_array_set_size (reading->objects, reading->objects->len - 1);
}

static void
test_buttons_with_icons_have_names (void)
{
  static const GMarkupParser parser = { .start_element = start_element, .end_element = end_element };
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  list_resources (MARATHON_RESOURCES "/ui/", paths);
  for (guint i = 0; i < paths->len; i++)
    {
      Reading reading = { g_ptr_array_index (paths, i), g_array_new (FALSE, FALSE, sizeof (Object)) };
      g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &reading, NULL);
      g_autofree char *text = read_resource (reading.path);
      g_autoptr (GError) error = NULL;

      g_markup_parse_context_parse (context, text, -1, &error);
      g_assert_no_error (error);
      g_array_unref (reading.objects);
    }
}

/* --- Icons --- */

static void
test_icons_take_the_colour_of_text (void)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  list_resources (ICONS "/", paths);
  g_assert_cmpuint (paths->len, >, 0);
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autofree char *text = read_resource (path);
      g_autofree char *name = g_path_get_basename (path);

      g_test_message ("%s", path);
      g_assert_true (g_str_has_suffix (name, "-symbolic.svg"));
      g_assert_nonnull (strstr (text, "fill=\"#2e3436\""));
      g_assert_null (strstr (text, "stroke="));
      *strrchr (name, '.') = '\0';
      g_assert_true (gtk_icon_theme_has_icon (theme, name));
    }
}

static void
test_program_has_its_icon (void)
{
  g_assert_true (gtk_icon_theme_has_icon (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                          MARATHON_APPLICATION_ID));
}

static void
test_init_may_come_again (void)
{
  g_autofree char *style = NULL;

  marathon_interface_init ();
  marathon_interface_init ();
  style = read_resource (MARATHON_RESOURCES "/style.css");
  g_assert_cmpstr (style, !=, "");
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/interface/templates-name-icons-that-are-there", test_templates_name_icons_that_are_there);
  g_test_add_func ("/interface/buttons-with-icons-have-names", test_buttons_with_icons_have_names);
  g_test_add_func ("/interface/icons-take-the-colour-of-text", test_icons_take_the_colour_of_text);
  g_test_add_func ("/interface/program-has-its-icon", test_program_has_its_icon);
  g_test_add_func ("/interface/init-may-come-again", test_init_may_come_again);
  return display_scene_run ();
}
