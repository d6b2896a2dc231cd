/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of a bar are as long as what they count, fill it, and can be seen however small they are.
 */
#include "pages/bibs/part-bar.h"

#include "widgets/display-scene.h"

#define WIDTH 300

static void
assert_widths (GtkWidget *bar, int first, int second, int third)
{
  const int expected[] = { first, second, third };
  GtkWidget *part = gtk_widget_get_first_child (bar);

  display_scene_wait_for_frame (bar);
  for (guint i = 0; i < 3; i++, part = gtk_widget_get_next_sibling (part))
    {
      if (expected[i] == 0)
        g_assert_false (gtk_widget_get_child_visible (part));
      else
        g_assert_cmpint (ABS (gtk_widget_get_width (part) - expected[i]), <=, 2);
    }
}

static void
test_parts (void)
{
  static const char *const classes[] = { "free", "assigned", "void", NULL };
  MarathonPartBar *bar = g_object_new (MARATHON_TYPE_PART_BAR, NULL);
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  graphene_rect_t bounds;

  marathon_part_bar_set_parts (bar, classes);
  gtk_widget_set_size_request (GTK_WIDGET (bar), WIDTH, -1);
  gtk_widget_set_halign (GTK_WIDGET (bar), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (bar));
  gtk_window_set_child (window, box);
  display_scene_present (window);

  marathon_part_bar_set_counts (bar, (const guint64[]) { 1, 1, 1 }, 3);
  assert_widths (GTK_WIDGET (bar), WIDTH / 3, WIDTH / 3, WIDTH / 3);
  marathon_part_bar_set_counts (bar, (const guint64[]) { 999999999, 1, 0 }, 3);
  assert_widths (GTK_WIDGET (bar), WIDTH - 3, 3, 0);
  marathon_part_bar_set_counts (bar, (const guint64[]) { 0, 0, 0 }, 3);
  assert_widths (GTK_WIDGET (bar), 0, 0, 0);

  gtk_widget_set_direction (GTK_WIDGET (bar), GTK_TEXT_DIR_RTL);
  marathon_part_bar_set_counts (bar, (const guint64[]) { 1, 2, 0 }, 3);
  assert_widths (GTK_WIDGET (bar), WIDTH / 3, WIDTH * 2 / 3, 0);
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_first_child (GTK_WIDGET (bar)), GTK_WIDGET (bar), &bounds));
  g_assert_cmpfloat (bounds.origin.x, >=, WIDTH * 2 / 3 - 2);
  display_scene_destroy (window);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/part-bar/parts", test_parts);
  return display_scene_run ();
}
