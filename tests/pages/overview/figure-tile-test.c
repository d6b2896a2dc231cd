/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A tile says its number to eyes and ears.
 */
#include "pages/overview/figure-tile.h"

#include "widgets/display-scene.h"

static void
test_what_it_says (void)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkWidget *tile = g_object_new (MARATHON_TYPE_FIGURE_TILE, "caption", "Without wave", "query", "wave:\"\"", NULL);

  gtk_window_set_child (window, tile);
  display_scene_present (window);
  g_assert_true (display_scene_shows (tile, "0"));
  marathon_figure_tile_set_number (MARATHON_FIGURE_TILE (tile), 12);
  g_assert_true (display_scene_shows (tile, "12"));
  g_assert_true (display_scene_shows (tile, "Without wave"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (tile), GTK_ACCESSIBLE_PROPERTY_LABEL, "Without wave: 12");
  g_assert_cmpstr (marathon_figure_tile_get_query (MARATHON_FIGURE_TILE (tile)), ==, "wave:\"\"");
  display_scene_destroy (window);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/figure-tile/what-it-says", test_what_it_says);
  return display_scene_run ();
}
