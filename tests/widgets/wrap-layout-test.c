/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines of children: where they break, who gets the room, both directions of reading.
 */
#include "widgets/wrap-layout.h"

#include "widgets/display-scene.h"

#define SPACING 6

typedef struct {
  GtkWidget *box;
  GtkWidget *children[3]; /* 100, 60 and 40 wide; 20, 30 and 10 high; the first expands */
} Scene;

static void
scene_init (Scene *scene)
{
  static const int widths[] = { 100, 60, 40 }, heights[] = { 20, 30, 10 };

  scene->box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_widget_set_layout_manager (scene->box, g_object_new (MARATHON_TYPE_WRAP_LAYOUT, "spacing", SPACING, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (scene->children); i++)
    {
      scene->children[i] = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      gtk_widget_set_size_request (scene->children[i], widths[i], heights[i]);
      gtk_widget_set_hexpand (scene->children[i], i == 0);
      gtk_box_append (GTK_BOX (scene->box), scene->children[i]);
    }
}

static void
assert_place (Scene *scene, guint child, int x, int y, int width, int height)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (scene->children[child], scene->box, &bounds));
  g_assert_cmpfloat (bounds.origin.x, ==, x);
  g_assert_cmpfloat (bounds.origin.y, ==, y);
  g_assert_cmpfloat (bounds.size.width, ==, width);
  g_assert_cmpfloat (bounds.size.height, ==, height);
}

/* Gives the box that width, and asserts the height it asks for. */
static void
allocate (Scene *scene, int width, int height)
{
  int minimum, natural;

  gtk_widget_measure (scene->box, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, height);
  g_assert_cmpint (natural, ==, height);
  gtk_widget_allocate (scene->box, width, height, -1, NULL);
}

static void
test_one_line (void)
{
  Scene scene;
  int minimum, natural;

  scene_init (&scene);
  gtk_widget_measure (scene.box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 212);
  allocate (&scene, 300, 30);
  assert_place (&scene, 0, 0, 0, 188, 30);
  assert_place (&scene, 1, 194, 0, 60, 30);
  assert_place (&scene, 2, 260, 0, 40, 30);
  g_object_unref (scene.box);
}

static void
test_lines_break_where_they_must (void)
{
  Scene scene;

  scene_init (&scene);
  allocate (&scene, 211, 30 + SPACING + 10);
  assert_place (&scene, 0, 0, 0, 145, 30);
  assert_place (&scene, 1, 151, 0, 60, 30);
  assert_place (&scene, 2, 0, 36, 40, 10);
  allocate (&scene, 120, 20 + SPACING + 30);
  assert_place (&scene, 0, 0, 0, 120, 20);
  assert_place (&scene, 1, 0, 26, 60, 30);
  assert_place (&scene, 2, 66, 26, 40, 30);
  g_object_unref (scene.box);
}

static void
test_right_to_left (void)
{
  Scene scene;

  scene_init (&scene);
  gtk_widget_set_direction (scene.box, GTK_TEXT_DIR_RTL);
  allocate (&scene, 211, 46);
  assert_place (&scene, 0, 66, 0, 145, 30);
  assert_place (&scene, 1, 0, 0, 60, 30);
  assert_place (&scene, 2, 171, 36, 40, 10);
  g_object_unref (scene.box);
}

static void
test_the_last_may_stand_at_the_end (void)
{
  Scene scene;

  scene_init (&scene);
  gtk_widget_set_halign (scene.children[2], GTK_ALIGN_END);
  allocate (&scene, 211, 46);
  assert_place (&scene, 2, 171, 36, 40, 10);
  gtk_widget_set_direction (scene.box, GTK_TEXT_DIR_RTL);
  allocate (&scene, 211, 46);
  assert_place (&scene, 2, 0, 36, 40, 10);
  g_object_unref (scene.box);
}

static void
test_hidden_children_take_no_room (void)
{
  Scene scene;

  scene_init (&scene);
  gtk_widget_set_visible (scene.children[1], FALSE);
  allocate (&scene, 146, 20);
  assert_place (&scene, 2, 106, 0, 40, 20);
  gtk_widget_set_visible (scene.children[0], FALSE);
  gtk_widget_set_visible (scene.children[2], FALSE);
  allocate (&scene, 146, 0);
  g_object_unref (scene.box);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/wrap-layout/one-line", test_one_line);
  g_test_add_func ("/wrap-layout/lines-break-where-they-must", test_lines_break_where_they_must);
  g_test_add_func ("/wrap-layout/right-to-left", test_right_to_left);
  g_test_add_func ("/wrap-layout/the-last-may-stand-at-the-end", test_the_last_may_stand_at_the_end);
  g_test_add_func ("/wrap-layout/hidden-children-take-no-room", test_hidden_children_take_no_room);
  return display_scene_run ();
}
