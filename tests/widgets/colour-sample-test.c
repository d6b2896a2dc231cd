/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sample shows its text in its ink on its ground, and in a readable ink where it has none of its own.
 */
#include "widgets/colour-sample.h"

#include "widgets/display-scene.h"

typedef struct {
  GtkWindow *window;
  MarathonColourSample *sample;
} Scene;

static void
scene_init (Scene *scene)
{
  scene->sample = g_object_new (MARATHON_TYPE_COLOUR_SAMPLE, NULL);
  scene->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (scene->window, GTK_WIDGET (scene->sample));
  display_scene_present (scene->window);
}

/* The colour of the text: "" for that of the theme. */
static char *
get_ink (Scene *scene)
{
  PangoAttrList *attributes
      = gtk_label_get_attributes (GTK_LABEL (display_scene_find (GTK_WIDGET (scene->sample), GTK_TYPE_LABEL)));

  return attributes != NULL ? pango_attr_list_to_string (attributes) : g_strdup ("");
}

static void
assert_ink (Scene *scene, const char *ink, const char *ground, const char *expected)
{
  g_autofree char *found = NULL;

  marathon_colour_sample_set (scene->sample, "Red", ink, ground);
  display_scene_wait_for_frame (GTK_WIDGET (scene->sample));
  found = get_ink (scene);
  g_assert_true (*expected == '\0' ? *found == '\0' : strstr (found, expected) != NULL);
}

static void
test_inks (void)
{
  Scene scene;

  scene_init (&scene);
  assert_ink (&scene, "#ff0000", "#ffffff", "#ffff00000000");
  assert_ink (&scene, "", "#ffffff", "#000000000000");
  assert_ink (&scene, "", "#000000", "#ffffffffffff");
  assert_ink (&scene, "", "", "");
  assert_ink (&scene, "#00ff00", "", "#0000ffff0000");
  assert_ink (&scene, "green", "blue", "");
  g_assert_true (display_scene_shows (GTK_WIDGET (scene.sample), "Red"));
  display_scene_destroy (scene.window);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/colour-sample/inks", test_inks);
  return display_scene_run ();
}
