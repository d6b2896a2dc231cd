/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a screen reader is told of a drop-down: its label and what is chosen, as that changes.
 */
#include "widgets/display-scene.h"
#include "widgets/drop-down-name.h"

static void
assert_name (GtkWidget *list, const char *expected)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (list)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       expected);
}

static void
test_given_name (void)
{
  static const char *const papers[] = { "A4", "Letter", NULL };
  GtkWidget *list = gtk_drop_down_new_from_strings (papers);

  g_object_ref_sink (list);
  marathon_drop_down_set_name (GTK_DROP_DOWN (list), "Paper", "A4");
  assert_name (list, "Paper: A4");
  marathon_drop_down_set_name (GTK_DROP_DOWN (list), "Paper", NULL);
  assert_name (list, "Paper");
  g_object_unref (list);
}

static void
test_name_of_its_label (void)
{
  static const char *const papers[] = { "A4", "Letter", NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new_with_mnemonic ("_Paper");
  GtkWidget *list = gtk_drop_down_new_from_strings (papers);
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_label_set_mnemonic_widget (GTK_LABEL (label), list);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), list);
  gtk_window_set_child (window, box);
  marathon_drop_down_follow_label (GTK_DROP_DOWN (list));
  display_scene_present (window);
  assert_name (list, "Paper: A4");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (list), 1);
  assert_name (list, "Paper: Letter");
  display_scene_destroy (window);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/drop-down-name/given", test_given_name);
  g_test_add_func ("/drop-down-name/of-its-label", test_name_of_its_label);
  return display_scene_run ();
}
