/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row with a set, chosen in a popover by keyboard and pointer.
 */
#include "widgets/set-field-row.h"

#include "model/model-fixture.h"
#include "widgets/field-row-scene.h"

static const char *const short_texts[] = { "a", "b", "c", NULL };
static const char *const short_labels[] = { "Amber", "Bronze", "Copper", NULL };
static const char *const routes[] = { "elite", "ballot", "charity", "club", "sponsor", "invited", "late", "ten", "end", NULL };
static const char *const route_labels[]
    = { "Elite", "Ballot", "Charity", "Club place", "Sponsor", "Invited", "Late entry", "Ten years", "The End", NULL };

static void
scene_init (FieldRowScene *scene)
{
  field_row_scene_init (scene, g_object_new (MARATHON_TYPE_SET_FIELD_ROW, "key", "set", "any-label", "Anything", NULL));
}

static void
scene_init_short (FieldRowScene *scene)
{
  scene_init (scene);
  marathon_set_field_row_set_texts (MARATHON_SET_FIELD_ROW (scene->row), short_texts, short_labels, FALSE);
  marathon_field_row_set_text (scene->row, "");
  marathon_field_row_focus (scene->row);
}

static void
scene_init_routes (FieldRowScene *scene, gboolean allow_others)
{
  scene_init (scene);
  marathon_set_field_row_set_texts (MARATHON_SET_FIELD_ROW (scene->row), routes, route_labels, allow_others);
  marathon_field_row_focus (scene->row);
}

/* Keys take their time on a busy machine. */
static gboolean
says (FieldRowScene *scene, const char *text, const char *committed)
{
  g_autofree char *shown = marathon_field_row_get_text (scene->row);

  return strcmp (shown, text) == 0 && strcmp (scene->log->str, committed) == 0;
}

#define wait_for_row(scene, text, is_dirty, committed) \
  G_STMT_START \
  { \
    display_scene_wait_until (says (scene, text, committed)); \
    field_row_scene_assert (scene, text, is_dirty, committed); \
  } \
  G_STMT_END

static GtkWidget *
find_popover (FieldRowScene *scene)
{
  return display_scene_find (GTK_WIDGET (scene->row), GTK_TYPE_POPOVER);
}

static void
open_by (FieldRowScene *scene, const char *key)
{
  display_scene_press (scene->window, key);
  display_scene_wait_until (gtk_widget_get_mapped (find_popover (scene)));
  display_scene_wait_for_frame (find_popover (scene));
}

static void
close_by (FieldRowScene *scene, const char *key)
{
  display_scene_press (scene->window, key);
  display_scene_wait_until (!gtk_widget_get_visible (find_popover (scene)));
}

static gboolean
is_visible_check (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_CHECK_BUTTON (widget) && gtk_widget_get_visible (widget);
}

static guint
count_found (FieldRowScene *scene)
{
  g_autoptr (GPtrArray) found = display_scene_search_all (find_popover (scene), is_visible_check, NULL);

  return found->len;
}

static void
assert_shown (FieldRowScene *scene, const char *text)
{
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (display_scene_find_id (GTK_WIDGET (scene->row), "label"))), ==, text);
}

static gboolean
has_focus_on (FieldRowScene *scene, const char *label)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (scene->window));

  return GTK_IS_CHECK_BUTTON (focus) && display_scene_shows (focus, label);
}

/* --- What it shows --- */

static void
test_labels_are_shown_in_the_order_of_the_list (void)
{
  FieldRowScene scene;
  g_autofree char *described = NULL;

  scene_init_short (&scene);
  marathon_field_row_set_text (scene.row, "c;a");
  assert_shown (&scene, "Amber, Copper");
  /* The same set is the same text, whatever its order. */
  wait_for_row (&scene, "c;a", FALSE, "");
  described = marathon_field_row_describe (scene.row);
  g_assert_cmpstr (described, ==, "Amber, Copper");
  field_row_scene_clear (&scene);
}

static void
test_empty_set_is_anything (void)
{
  FieldRowScene scene;
  GtkWidget *label;
  g_autofree char *described = NULL;

  scene_init_short (&scene);
  label = display_scene_find_id (GTK_WIDGET (scene.row), "label");
  assert_shown (&scene, "Anything");
  g_assert_true (gtk_widget_has_css_class (label, "dim-label"));
  described = marathon_field_row_describe (scene.row);
  g_assert_cmpstr (described, ==, "");
  marathon_field_row_set_text (scene.row, "a");
  g_assert_false (gtk_widget_has_css_class (label, "dim-label"));
  field_row_scene_clear (&scene);
}

static void
test_what_is_not_in_the_list_stays (void)
{
  FieldRowScene scene;

  scene_init_short (&scene);
  marathon_field_row_set_text (scene.row, "z;b");
  assert_shown (&scene, "Bronze, z");
  open_by (&scene, "Return");
  display_scene_wait_until (count_found (&scene) == 4);
  display_scene_press (scene.window, "space");
  wait_for_row (&scene, "a;b;z", TRUE, "");
  close_by (&scene, "Escape");
  wait_for_row (&scene, "a;b;z", FALSE, "a;b;z;");
  field_row_scene_clear (&scene);
}

/* --- The keyboard --- */

static void
test_keys_open_and_escape_closes (void)
{
  static const char *const keys[] = { "Return", "space", "Down", "<Alt>Down", "F4", "KP_Enter" };
  FieldRowScene scene;

  scene_init_short (&scene);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      open_by (&scene, keys[i]);
      close_by (&scene, "Escape");
      g_assert_true (field_row_scene_has_focus (GTK_WIDGET (scene.row)));
      g_assert_cmpuint (scene.n_left, ==, 0);
    }
  wait_for_row (&scene, "", FALSE, "");
  display_scene_press (scene.window, "Escape");
  display_scene_wait_until (scene.n_left == 1);
  field_row_scene_clear (&scene);
}

static void
test_space_toggles_and_closing_saves (void)
{
  FieldRowScene scene;

  scene_init_short (&scene);
  open_by (&scene, "Down");
  display_scene_wait_until (has_focus_on (&scene, "Amber"));
  display_scene_press (scene.window, "space Down Down space");
  display_scene_wait_until (has_focus_on (&scene, "Copper"));
  wait_for_row (&scene, "a;c", TRUE, "");
  assert_shown (&scene, "Amber, Copper");
  display_scene_press (scene.window, "space space Up Up space");
  close_by (&scene, "Escape");
  wait_for_row (&scene, "c", FALSE, "c;");
  g_assert_true (field_row_scene_has_focus (GTK_WIDGET (scene.row)));
  display_scene_press (scene.window, "Tab");
  display_scene_wait_until (field_row_scene_has_focus (scene.after));
  wait_for_row (&scene, "c", FALSE, "c;");
  field_row_scene_clear (&scene);
}

static void
test_toggling_back_changes_nothing (void)
{
  FieldRowScene scene;

  scene_init_short (&scene);
  marathon_field_row_set_text (scene.row, "c;a");
  open_by (&scene, "space");
  display_scene_press (scene.window, "space");
  wait_for_row (&scene, "c", TRUE, "");
  display_scene_press (scene.window, "space");
  wait_for_row (&scene, "c;a", FALSE, "");
  close_by (&scene, "Escape");
  display_scene_press (scene.window, "Tab");
  wait_for_row (&scene, "c;a", FALSE, "");
  field_row_scene_clear (&scene);
}

static void
test_revert_takes_it_back (void)
{
  FieldRowScene scene;
  GtkWidget *first;

  scene_init_short (&scene);
  marathon_field_row_set_text (scene.row, "b");
  open_by (&scene, "space");
  display_scene_press (scene.window, "space");
  wait_for_row (&scene, "a;b", TRUE, "");
  /* As Ctrl+Z does, in the open popover too. */
  marathon_field_row_revert (scene.row);
  wait_for_row (&scene, "b", FALSE, "");
  assert_shown (&scene, "Bronze");
  first = display_scene_find (find_popover (&scene), GTK_TYPE_CHECK_BUTTON);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (first)));
  close_by (&scene, "Escape");
  wait_for_row (&scene, "b", FALSE, "");
  field_row_scene_clear (&scene);
}

static void
test_refused_set_says_why (void)
{
  FieldRowScene scene;

  scene_init_short (&scene);
  scene.refused = "a";
  open_by (&scene, "space");
  display_scene_press (scene.window, "space");
  close_by (&scene, "Escape");
  display_scene_wait_until (marathon_field_row_get_error (scene.row) != NULL);
  g_assert_true (g_str_has_prefix (scene.log->str, "a;"));
  g_assert_true (marathon_field_row_is_dirty (scene.row));
  g_assert_true (display_scene_shows (GTK_WIDGET (scene.row), "No."));
  /* It goes away as soon as something else is chosen. */
  open_by (&scene, "space");
  display_scene_press (scene.window, "Down space");
  g_assert_null (marathon_field_row_get_error (scene.row));
  close_by (&scene, "Escape");
  wait_for_row (&scene, "a;b", FALSE, "a;a;b;");
  field_row_scene_clear (&scene);
}

/* --- Search --- */

static void
test_long_list_is_searched (void)
{
  FieldRowScene scene;
  GtkWidget *search;

  scene_init_routes (&scene, FALSE);
  search = display_scene_find (find_popover (&scene), GTK_TYPE_SEARCH_ENTRY);
  open_by (&scene, "Return");
  g_assert_true (gtk_widget_get_visible (search));
  display_scene_wait_until (count_found (&scene) == 9);
  /* The beginning of any word, whatever the case. */
  display_scene_type (scene.window, "ENT");
  display_scene_wait_until (count_found (&scene) == 1);
  display_scene_press (scene.window, "Return");
  wait_for_row (&scene, "late", TRUE, "");
  /* The next word is typed over this one. */
  display_scene_type (scene.window, "b");
  display_scene_wait_until (count_found (&scene) == 1);
  display_scene_press (scene.window, "Down space");
  wait_for_row (&scene, "ballot;late", TRUE, "");
  /* Letters go to the search also from the check boxes. */
  display_scene_press (scene.window, "x");
  display_scene_wait_until (count_found (&scene) == 0);
  g_assert_true (display_scene_shows (find_popover (&scene), "Nothing found"));
  display_scene_press (scene.window, "Return");
  wait_for_row (&scene, "ballot;late", TRUE, "");
  close_by (&scene, "Escape");
  open_by (&scene, "Return");
  display_scene_wait_until (count_found (&scene) == 9);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
  /* Enter where nothing is searched for: done. */
  close_by (&scene, "Return");
  g_assert_true (field_row_scene_has_focus (GTK_WIDGET (scene.row)));
  field_row_scene_clear (&scene);
}

static void
test_short_list_needs_no_search (void)
{
  FieldRowScene scene;

  scene_init_short (&scene);
  open_by (&scene, "Return");
  g_assert_false (gtk_widget_get_visible (display_scene_find (find_popover (&scene), GTK_TYPE_SEARCH_ENTRY)));
  display_scene_press (scene.window, "c");
  display_scene_wait_until (has_focus_on (&scene, "Copper"));
  display_scene_press (scene.window, "x a");
  display_scene_wait_until (has_focus_on (&scene, "Amber"));
  close_by (&scene, "Escape");
  field_row_scene_clear (&scene);
}

static void
test_arrows_go_between_search_and_list (void)
{
  FieldRowScene scene;

  scene_init_routes (&scene, FALSE);
  open_by (&scene, "Return");
  display_scene_press (scene.window, "Down");
  display_scene_wait_until (has_focus_on (&scene, "Elite"));
  display_scene_press (scene.window, "Down");
  display_scene_wait_until (has_focus_on (&scene, "Ballot"));
  display_scene_press (scene.window, "Up Up");
  display_scene_wait_until (field_row_scene_has_focus (display_scene_find (find_popover (&scene), GTK_TYPE_SEARCH_ENTRY)));
  close_by (&scene, "Escape");
  field_row_scene_clear (&scene);
}

/* --- Others --- */

static void
test_others_are_added (void)
{
  FieldRowScene scene;
  GtkWidget *add;

  scene_init_routes (&scene, TRUE);
  add = display_scene_find_id (find_popover (&scene), "add");
  open_by (&scene, "Return");
  g_assert_false (gtk_widget_get_visible (add));
  display_scene_type (scene.window, "fire brigade");
  display_scene_wait_until (gtk_widget_get_visible (add));
  g_assert_true (display_scene_shows (add, "Add “fire brigade”"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, "Add “fire brigade”");
  display_scene_press (scene.window, "Return");
  wait_for_row (&scene, "fire brigade", TRUE, "");
  assert_shown (&scene, "fire brigade");
  display_scene_wait_until (count_found (&scene) == 10);
  /* What is a choice already is not added, by its label neither. */
  display_scene_type (scene.window, "club PLACE");
  display_scene_wait_until (count_found (&scene) == 1);
  g_assert_false (gtk_widget_get_visible (add));
  display_scene_press (scene.window, "Return");
  wait_for_row (&scene, "club;fire brigade", TRUE, "");
  display_scene_type (scene.window, "cl");
  display_scene_wait_until (gtk_widget_get_visible (add));
  display_scene_wait_for_frame (find_popover (&scene));
  display_scene_press (scene.window, "Down Down Return");
  wait_for_row (&scene, "club;fire brigade;cl", TRUE, "");
  close_by (&scene, "Escape");
  wait_for_row (&scene, "club;fire brigade;cl", FALSE, "club;fire brigade;cl;");
  field_row_scene_clear (&scene);
}

static void
test_several_are_added_at_once (void)
{
  FieldRowScene scene;

  scene_init_routes (&scene, TRUE);
  open_by (&scene, "Return");
  display_scene_type (scene.window, "x1; x2;;x1");
  display_scene_wait_until (count_found (&scene) == 0);
  display_scene_press (scene.window, "Return");
  wait_for_row (&scene, "x1;x2", TRUE, "");
  close_by (&scene, "Escape");
  wait_for_row (&scene, "x1;x2", FALSE, "x1;x2;");
  field_row_scene_clear (&scene);
}

static void
test_without_others_nothing_is_added (void)
{
  FieldRowScene scene;

  scene_init_routes (&scene, FALSE);
  open_by (&scene, "Return");
  display_scene_type (scene.window, "fire brigade");
  display_scene_wait_until (count_found (&scene) == 0);
  g_assert_false (gtk_widget_get_visible (display_scene_find_id (find_popover (&scene), "add")));
  close_by (&scene, "Escape");
  wait_for_row (&scene, "", FALSE, "");
  field_row_scene_clear (&scene);
}

/* --- The pointer --- */

static void
test_pointer_opens_toggles_and_closes (void)
{
  FieldRowScene scene;
  GtkWidget *title;

  scene_init_short (&scene);
  title = display_scene_find_text (GTK_WIDGET (scene.row), GTK_TYPE_LABEL, "Field");
  display_scene_click_at (title, DISPLAY_SCENE_LEFT);
  display_scene_wait_until (gtk_widget_get_mapped (find_popover (&scene)));
  display_scene_wait_for_frame (find_popover (&scene));
  display_scene_click_at (display_scene_find_text (find_popover (&scene), GTK_TYPE_LABEL, "Bronze"), DISPLAY_SCENE_LEFT);
  display_scene_wait_until (marathon_field_row_is_dirty (scene.row));
  wait_for_row (&scene, "b", TRUE, "");
  g_assert_true (gtk_widget_get_visible (find_popover (&scene)));
  /* A click elsewhere closes it. */
  display_scene_click_at (scene.before, DISPLAY_SCENE_LEFT);
  display_scene_wait_until (!gtk_widget_get_visible (find_popover (&scene)));
  wait_for_row (&scene, "b", FALSE, "b;");
  field_row_scene_clear (&scene);
}

/* --- Records --- */

static void
set_name (MarathonEvent *event, guint position, const char *name)
{
  MarathonRecord *record = marathon_record_list_get (marathon_event_get_list (event, MARATHON_LIST_CATEGORIES), position);

  g_assert_true (marathon_event_set_record_text (event, record, (guint) marathon_record_find_column (record, "name"), name,
                                                 NULL));
}

static void
test_records_are_followed (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("category em | name=Elite Men\ncategory mass | name=Mass\n");
  FieldRowScene scene;

  scene_init (&scene);
  marathon_set_field_row_set_records (MARATHON_SET_FIELD_ROW (scene.row),
                                      marathon_event_get_list (event, MARATHON_LIST_CATEGORIES));
  marathon_field_row_set_text (scene.row, "em;mass");
  marathon_field_row_focus (scene.row);
  assert_shown (&scene, "Elite Men, Mass");
  set_name (event, 0, "Men");
  assert_shown (&scene, "Men, Mass");
  marathon_event_move_record (event, MARATHON_LIST_CATEGORIES, 1, 0);
  assert_shown (&scene, "Mass, Men");
  open_by (&scene, "Return");
  display_scene_wait_until (count_found (&scene) == 2);
  /* Also while the popover is open: an undo. */
  model_fixture_add (event, "category ew | name=Elite Women\n");
  display_scene_wait_until (count_found (&scene) == 3);
  close_by (&scene, "Escape");
  wait_for_row (&scene, "em;mass", FALSE, "");
  marathon_set_field_row_set_records (MARATHON_SET_FIELD_ROW (scene.row), NULL);
  set_name (event, 0, "Everybody");
  assert_shown (&scene, "em, mass");
  field_row_scene_clear (&scene);
}

static void
test_open_popover_shows_what_is_set (void)
{
  FieldRowScene scene;
  GtkWidget *first;

  scene_init_short (&scene);
  open_by (&scene, "Return");
  marathon_field_row_refresh_text (scene.row, "a");
  first = display_scene_find (find_popover (&scene), GTK_TYPE_CHECK_BUTTON);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (first)));
  wait_for_row (&scene, "a", FALSE, "");
  close_by (&scene, "Escape");
  field_row_scene_clear (&scene);
}

/* --- Others --- */

static void
test_screen_reader_hears_field_and_set (void)
{
  FieldRowScene scene;
  GtkWidget *button, *check;

  scene_init_short (&scene);
  button = display_scene_find (GTK_WIDGET (scene.row), GTK_TYPE_BUTTON);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Field: Anything");
  marathon_field_row_set_text (scene.row, "a;b");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Field: Amber, Bronze");
  marathon_field_row_set_label (scene.row, "Metals");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Metals: Amber, Bronze");
  open_by (&scene, "Return");
  check = display_scene_find (find_popover (&scene), GTK_TYPE_CHECK_BUTTON);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_ROLE_CHECKBOX);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, "Amber");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  close_by (&scene, "Escape");
  field_row_scene_clear (&scene);
}

static void
test_window_may_go_while_it_is_open (void)
{
  FieldRowScene scene;

  scene_init_routes (&scene, TRUE);
  open_by (&scene, "Return");
  field_row_scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/set-field-row/labels-are-shown-in-the-order-of-the-list", test_labels_are_shown_in_the_order_of_the_list);
  g_test_add_func ("/set-field-row/empty-set-is-anything", test_empty_set_is_anything);
  g_test_add_func ("/set-field-row/what-is-not-in-the-list-stays", test_what_is_not_in_the_list_stays);
  g_test_add_func ("/set-field-row/keys-open-and-escape-closes", test_keys_open_and_escape_closes);
  g_test_add_func ("/set-field-row/space-toggles-and-closing-saves", test_space_toggles_and_closing_saves);
  g_test_add_func ("/set-field-row/toggling-back-changes-nothing", test_toggling_back_changes_nothing);
  g_test_add_func ("/set-field-row/revert-takes-it-back", test_revert_takes_it_back);
  g_test_add_func ("/set-field-row/refused-set-says-why", test_refused_set_says_why);
  g_test_add_func ("/set-field-row/long-list-is-searched", test_long_list_is_searched);
  g_test_add_func ("/set-field-row/short-list-needs-no-search", test_short_list_needs_no_search);
  g_test_add_func ("/set-field-row/arrows-go-between-search-and-list", test_arrows_go_between_search_and_list);
  g_test_add_func ("/set-field-row/others-are-added", test_others_are_added);
  g_test_add_func ("/set-field-row/several-are-added-at-once", test_several_are_added_at_once);
  g_test_add_func ("/set-field-row/without-others-nothing-is-added", test_without_others_nothing_is_added);
  g_test_add_func ("/set-field-row/pointer-opens-toggles-and-closes", test_pointer_opens_toggles_and_closes);
  g_test_add_func ("/set-field-row/records-are-followed", test_records_are_followed);
  g_test_add_func ("/set-field-row/open-popover-shows-what-is-set", test_open_popover_shows_what_is_set);
  g_test_add_func ("/set-field-row/screen-reader-hears-field-and-set", test_screen_reader_hears_field_and_set);
  g_test_add_func ("/set-field-row/window-may-go-while-it-is-open", test_window_may_go_while_it_is_open);
  return display_scene_run ();
}
