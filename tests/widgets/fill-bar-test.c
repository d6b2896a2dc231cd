/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A fill bar says how full something is, in numbers, as a bar, and to a screen reader.
 */
#include "widgets/fill-bar.h"

#include "widgets/display-scene.h"

typedef struct {
  GtkWindow *window;
  MarathonFillBar *bar;
} Scene;

static void
scene_init (Scene *scene)
{
  scene->window = GTK_WINDOW (gtk_window_new ());
  scene->bar = g_object_new (MARATHON_TYPE_FILL_BAR, "halign", GTK_ALIGN_START, NULL);
  gtk_window_set_child (scene->window, GTK_WIDGET (scene->bar));
  display_scene_present (scene->window);
}

static GtkWidget *
find (Scene *scene, const char *id)
{
  return display_scene_find_id (GTK_WIDGET (scene->bar), id);
}

static void
test_words (void)
{
  static const struct {
    guint64 count;
    guint64 capacity;
    const char *words;
  } cases[] = {
    { 0, 0, "0" },
    { 850, 0, "850" },
    { 0, 900, "0 of 900" },
    { 850, 900, "850 of 900" },
    { 900, 900, "900 of 900" },
    { 901, 900, "901 of 900, 1 too many" },
    { 912, 900, "912 of 900, 12 too many" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = marathon_fill_bar_describe (cases[i].count, cases[i].capacity);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_without_capacity_there_is_only_the_number (void)
{
  Scene scene;

  scene_init (&scene);
  marathon_fill_bar_set (scene.bar, 850, 0);
  g_assert_true (display_scene_shows (GTK_WIDGET (scene.bar), "850"));
  g_assert_false (gtk_widget_get_visible (find (&scene, "bar")));
  g_assert_false (gtk_widget_get_visible (find (&scene, "warning")));
  marathon_fill_bar_set (scene.bar, 850, 900);
  g_assert_true (display_scene_shows (GTK_WIDGET (scene.bar), "850 of 900"));
  g_assert_true (gtk_widget_get_visible (find (&scene, "bar")));
  marathon_fill_bar_set (scene.bar, 850, 0);
  g_assert_false (gtk_widget_get_visible (find (&scene, "bar")));
  display_scene_destroy (scene.window);
}

static void
test_bar_is_as_full_as_the_thing (void)
{
  Scene scene;
  GtkProgressBar *bar;

  scene_init (&scene);
  bar = GTK_PROGRESS_BAR (find (&scene, "bar"));
  marathon_fill_bar_set (scene.bar, 450, 900);
  g_assert_cmpfloat_with_epsilon (gtk_progress_bar_get_fraction (bar), 0.5, 0.0001);
  marathon_fill_bar_set (scene.bar, 0, 900);
  g_assert_cmpfloat_with_epsilon (gtk_progress_bar_get_fraction (bar), 0, 0.0001);
  marathon_fill_bar_set (scene.bar, 2000, 900);
  g_assert_cmpfloat_with_epsilon (gtk_progress_bar_get_fraction (bar), 1, 0.0001);
  display_scene_destroy (scene.window);
}

static void
test_too_many_is_no_matter_of_colour_alone (void)
{
  Scene scene;

  scene_init (&scene);
  marathon_fill_bar_set (scene.bar, 900, 900);
  g_assert_false (gtk_widget_get_visible (find (&scene, "warning")));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (scene.bar), "over"));
  g_assert_null (gtk_widget_get_tooltip_text (GTK_WIDGET (scene.bar)));
  marathon_fill_bar_set (scene.bar, 912, 900);
  g_assert_true (gtk_widget_get_visible (find (&scene, "warning")));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (scene.bar), "over"));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (GTK_WIDGET (scene.bar)), ==, "912 of 900, 12 too many");
  marathon_fill_bar_set (scene.bar, 912, 1000);
  g_assert_false (gtk_widget_get_visible (find (&scene, "warning")));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (scene.bar), "over"));
  g_assert_null (gtk_widget_get_tooltip_text (GTK_WIDGET (scene.bar)));
  display_scene_destroy (scene.window);
}

static void
test_screen_reader_hears_it (void)
{
  Scene scene;
  GtkAccessible *accessible;

  scene_init (&scene);
  accessible = GTK_ACCESSIBLE (scene.bar);
  marathon_fill_bar_set (scene.bar, 912, 900);
  gtk_test_accessible_assert_role (accessible, GTK_ACCESSIBLE_ROLE_METER);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, "912 of 900, 12 too many");
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "912 of 900, 12 too many");
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 912.0);
  marathon_fill_bar_set (scene.bar, 40, 0);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, "40");
  display_scene_destroy (scene.window);
}

static void
test_takes_little_room (void)
{
  Scene scene;
  int minimum, natural;

  scene_init (&scene);
  marathon_fill_bar_set (scene.bar, 36337, 40000);
  gtk_widget_measure (GTK_WIDGET (scene.bar), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, <=, 96);
  gtk_widget_measure (GTK_WIDGET (scene.bar), GTK_ORIENTATION_VERTICAL, natural, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, <=, 36);
  display_scene_destroy (scene.window);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/fill-bar/words", test_words);
  g_test_add_func ("/fill-bar/without-capacity-there-is-only-the-number", test_without_capacity_there_is_only_the_number);
  g_test_add_func ("/fill-bar/bar-is-as-full-as-the-thing", test_bar_is_as_full_as_the_thing);
  g_test_add_func ("/fill-bar/too-many-is-no-matter-of-colour-alone", test_too_many_is_no_matter_of_colour_alone);
  g_test_add_func ("/fill-bar/screen-reader-hears-it", test_screen_reader_hears_it);
  g_test_add_func ("/fill-bar/takes-little-room", test_takes_little_room);
  return display_scene_run ();
}
