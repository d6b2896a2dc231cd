/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A tile says what is full and how full, to eyes and ears.
 */
#include "pages/overview/fill-tile.h"

#include "model/model-fixture.h"
#include "widgets/display-scene.h"

typedef struct {
  MarathonEvent *event;
  GtkWindow *window;
  GtkWidget *tile;
} Scene;

static void
scene_init (Scene *scene, MarathonListId list, const char *key)
{
  GtkWidget *box = gtk_flow_box_new ();

  scene->event = model_fixture_new ("start red | name=Red | ground=#cc0000 | ink=#ffffff\nstart blue | name=Blue\n"
                                    "category w | name=Women\ncategory m | name=Mass and everybody else who has entered | code=M\n"
                                    "wave r2 | name=2 | start=red | time=10:05\nwave b1 | name=Early | start=blue\n");
  scene->tile = marathon_fill_tile_new (marathon_record_list_find (marathon_event_get_list (scene->event, list), key));
  gtk_flow_box_append (GTK_FLOW_BOX (box), scene->tile);
  scene->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (scene->window, box);
  gtk_window_set_default_size (scene->window, 300, 100);
  display_scene_present (scene->window);
}

static void
scene_clear (Scene *scene)
{
  display_scene_destroy (scene->window);
  g_assert_finalize_object (scene->event);
}

static void
show (Scene *scene, guint64 count, guint64 capacity)
{
  marathon_fill_tile_show (MARATHON_FILL_TILE (scene->tile), scene->event, (MarathonFill) { count, capacity });
}

static gboolean
is_visible (Scene *scene, const char *id)
{
  return gtk_widget_get_visible (display_scene_find_id (scene->tile, id));
}

static void
test_a_wave (void)
{
  Scene scene;
  g_autofree char *colour = NULL;

  scene_init (&scene, MARATHON_LIST_WAVES, "r2");
  show (&scene, 850, 900);
  g_assert_true (display_scene_shows (scene.tile, "Red 2"));
  g_assert_true (display_scene_shows (scene.tile, "10:05"));
  g_assert_true (display_scene_shows (scene.tile, "850 of 900"));
  g_assert_true (is_visible (&scene, "swatch"));
  g_object_get (display_scene_find_id (scene.tile, "swatch"), "colour", &colour, NULL);
  g_assert_cmpstr (colour, ==, "#cc0000");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (scene.tile), GTK_ACCESSIBLE_PROPERTY_LABEL, "Red 2, 10:05");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (scene.tile), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "850 of 900");
  show (&scene, 912, 900);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (scene.tile), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "912 of 900, 12 too many");
  scene_clear (&scene);
}

static void
test_a_wave_without_time_and_colour (void)
{
  Scene scene;

  scene_init (&scene, MARATHON_LIST_WAVES, "b1");
  show (&scene, 3, 0);
  g_assert_true (display_scene_shows (scene.tile, "Blue Early"));
  g_assert_true (display_scene_shows (scene.tile, "3"));
  g_assert_false (is_visible (&scene, "swatch"));
  g_assert_false (is_visible (&scene, "detail"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (scene.tile), GTK_ACCESSIBLE_PROPERTY_LABEL, "Blue Early");
  scene_clear (&scene);
}

static void
test_a_category (void)
{
  Scene scene;

  scene_init (&scene, MARATHON_LIST_CATEGORIES, "w");
  show (&scene, 0, 30);
  g_assert_true (display_scene_shows (scene.tile, "Women"));
  g_assert_true (display_scene_shows (scene.tile, "0 of 30"));
  g_assert_false (is_visible (&scene, "swatch"));
  scene_clear (&scene);
}

/* Whether pointing at the name would tell more than can be seen. */
static gboolean
has_more_to_say (Scene *scene)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean answer = FALSE;

  g_signal_emit_by_name (display_scene_find_id (scene->tile, "name"), "query-tooltip", 0, 0, TRUE, tooltip, &answer);
  return answer;
}

static void
test_a_name_too_long (void)
{
  Scene scene;

  scene_init (&scene, MARATHON_LIST_CATEGORIES, "m");
  show (&scene, 5, 0);
  display_scene_wait_for_frame (scene.tile);
  g_assert_true (has_more_to_say (&scene));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (scene.tile), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Mass and everybody else who has entered, M");
  scene_clear (&scene);
  scene_init (&scene, MARATHON_LIST_CATEGORIES, "w");
  show (&scene, 5, 0);
  display_scene_wait_for_frame (scene.tile);
  g_assert_false (has_more_to_say (&scene));
  scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/fill-tile/a-wave", test_a_wave);
  g_test_add_func ("/fill-tile/a-wave-without-time-and-colour", test_a_wave_without_time_and_colour);
  g_test_add_func ("/fill-tile/a-category", test_a_category);
  g_test_add_func ("/fill-tile/a-name-too-long", test_a_name_too_long);
  return display_scene_run ();
}
