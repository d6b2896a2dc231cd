/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever takes the keyboard, anywhere in the program, has a name that screen readers say.
 */
#include "application/accessible-name.h"

#include "application/window-tour.h"
#include "widgets/display-scene.h"

static void
assert_names (GtkWidget *root, const char *where, gpointer n_looks)
{
  g_autoptr (GPtrArray) missing = accessible_name_find_missing (root);

  for (guint i = 0; i < missing->len; i++)
    g_test_message ("%s: no name: %s", where, (const char *) missing->pdata[i]);
  if (missing->len > 0)
    g_test_fail_printf ("%s: %u without a name", where, missing->len);
  *(guint *) n_looks += 1;
}

static void
test_beginning (void)
{
  g_autoptr (MarathonDocument) document = window_tour_new_event ();
  guint n_looks = 0;

  window_tour_beginning (document, assert_names, &n_looks);
  g_assert_cmpuint (n_looks, >, 5);
}

static void
test_pages (void)
{
  g_autoptr (MarathonDocument) document = window_tour_open_example ();
  guint n_looks = 0;

  window_tour_pages (document, assert_names, &n_looks);
  g_assert_cmpuint (n_looks, >, 25);
}

static void
test_dialogs (void)
{
  g_autoptr (MarathonDocument) document = window_tour_new_event ();
  guint n_looks = 0;

  window_tour_dialogs (document, assert_names, &n_looks);
  g_assert_cmpuint (n_looks, >, 6);
}

/* --- The looking itself --- */

static void
assert_name (GtkWidget *widget, const char *expected)
{
  g_autofree char *name = accessible_name_get (widget);

  g_assert_cmpstr (name, ==, expected);
}

static GtkWidget *
append (GtkWidget *box, GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (box), widget);
  return widget;
}

static void
test_what_a_name_is (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "content", box, NULL);
  GtkWidget *icon = append (box, gtk_button_new_from_icon_name ("edit-undo-symbolic"));
  GtkWidget *label = append (box, gtk_label_new ("Bib"));
  GtkWidget *labelled = append (box, gtk_switch_new ());
  GtkWidget *search = append (box, gtk_search_entry_new ());
  g_autoptr (GPtrArray) missing = NULL;

  append (box, gtk_button_new_with_label ("Save"));
  gtk_widget_set_tooltip_text (icon, "Undo");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (labelled), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  display_scene_present (GTK_WINDOW (window));

  assert_name (icon, NULL);
  assert_name (labelled, "Bib");
  assert_name (display_scene_find_text (box, GTK_TYPE_BUTTON, "Save"), "Save");
  missing = accessible_name_find_missing (box);
  g_assert_cmpuint (missing->len, ==, 2);

  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, "Undo", -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL, "Search", -1);
  assert_name (icon, "Undo");
  assert_name (display_scene_find (search, GTK_TYPE_TEXT), "Search");
  g_ptr_array_unref (missing);
  missing = accessible_name_find_missing (box);
  g_assert_cmpuint (missing->len, ==, 0);
  display_scene_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  window_tour_add_actions ();
  g_test_add_func ("/application-accessible/what-a-name-is", test_what_a_name_is);
  g_test_add_func ("/application-accessible/beginning", test_beginning);
  g_test_add_func ("/application-accessible/pages", test_pages);
  g_test_add_func ("/application-accessible/dialogs", test_dialogs);
  return display_scene_run ();
}
