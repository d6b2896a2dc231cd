/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of the entrants table: it shows what the model says, is worked by keys and headers, remembers its
 * columns, and looks at no row that stays when it is searched.
 */
#include "widgets/entrants-table.h"

#include "model/model-fixture.h"
#include "widgets/table-scene.h"

/* --- What it shows --- */

static void
test_cells_say_what_a_person_reads (void)
{
  static const char *const texts[]
      = { "Radcliffe", "Paula", "1", "Elite Women", "Bedford", "Accepted", "Withdrawn", "W2" };
  TableScene scene;

  table_scene_start (&scene, 0);
  table_scene_show (&scene);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    table_scene_find_cell (&scene, texts[i]);
  g_assert_true (gtk_widget_has_css_class (table_scene_find_cell (&scene, "Weir"), "dim-label"));
  g_assert_false (gtk_widget_has_css_class (table_scene_find_cell (&scene, "Farah"), "dim-label"));
  g_assert_true (gtk_widget_has_css_class (table_scene_find_cell (&scene, "37"), "numeric"));
  g_assert_cmpfloat (gtk_inscription_get_xalign (GTK_INSCRIPTION (table_scene_find_cell (&scene, "37"))), ==, 1);
  g_assert_cmpfloat (gtk_inscription_get_xalign (GTK_INSCRIPTION (table_scene_find_cell (&scene, "Farah"))), ==, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (table_scene_get_view (&scene)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Entrants");
  table_scene_end (&scene);
}

static void
test_cells_follow_the_event (void)
{
  TableScene scene;
  MarathonRecord *category;

  table_scene_start (&scene, 0);
  table_scene_show (&scene);
  g_assert_true (model_fixture_set (scene.event, 1, "family", "Zatopek", NULL));
  category = marathon_record_list_get (marathon_event_get_list (scene.event, MARATHON_LIST_CATEGORIES), 1);
  g_assert_true (marathon_event_set_record_text (
      scene.event, category, (guint) marathon_record_find_column (category, "name"), "Everybody", NULL));
  g_assert_true (model_fixture_set (scene.event, 2, "status", "accepted", NULL));
  display_scene_settle ();
  table_scene_find_cell (&scene, "Zatopek");
  table_scene_find_cell (&scene, "Everybody");
  g_assert_null (display_scene_search (GTK_WIDGET (scene.table), table_scene_is_cell, "Farah"));
  g_assert_false (gtk_widget_has_css_class (table_scene_find_cell (&scene, "Weir"), "dim-label"));
  g_assert_true (marathon_event_remove_entrants (scene.event, MARATHON_PLACE_ROSTER, &(guint32){ 0 }, 1, NULL));
  display_scene_settle ();
  g_assert_null (display_scene_search (GTK_WIDGET (scene.table), table_scene_is_cell, "Radcliffe"));
  g_assert_cmpuint (table_scene_get_id (&scene, 2), ==, 2);
  table_scene_end (&scene);
}

static int
get_row_height (TableScene *scene)
{
  GtkWidget *cell = gtk_widget_get_parent (table_scene_find_cell (scene, "Farah"));

  return gtk_widget_get_height (gtk_widget_get_parent (cell));
}

static void
test_compact_rows_are_low (void)
{
  TableScene scene;
  int height;

  table_scene_start (&scene, 0);
  table_scene_show (&scene);
  height = get_row_height (&scene);
  g_settings_set_boolean (scene.settings, "compact-rows", TRUE);
  display_scene_wait_for_frame (GTK_WIDGET (scene.table));
  display_scene_wait_until (get_row_height (&scene) < height);
  table_scene_end (&scene);
}

static void
test_nothing_private_is_shown_unasked (void)
{
  TableScene scene;
  const char *const *keys;

  table_scene_start (&scene, 0);
  table_scene_show (&scene);
  keys = marathon_entrants_table_get_columns (scene.table);
  g_assert_cmpuint (g_strv_length ((GStrv) keys), >, 5);
  for (guint i = 0; keys[i] != NULL; i++)
    g_assert_cmpint (marathon_event_find_field (scene.event, keys[i])->audience, <=, MARATHON_AUDIENCE_OFFICIALS);
  table_scene_end (&scene);
}

static void
test_who_has_no_name_is_seen (void)
{
  TableScene scene;

  table_scene_start (&scene, 0);
  g_assert_true (model_fixture_set (scene.event, 1, "family", "", NULL));
  g_assert_true (model_fixture_set (scene.event, 3, "family", "", NULL));
  g_assert_true (model_fixture_set (scene.event, 3, "given", "", NULL));
  table_scene_show (&scene);
  g_assert_true (gtk_widget_has_css_class (table_scene_find_cell (&scene, "(no name)"), "dim-label"));
  g_assert_false (gtk_widget_has_css_class (table_scene_find_cell (&scene, "Aberdeen"), "dim-label"));
  g_assert_true (model_fixture_set (scene.event, 3, "given", "Abel", NULL));
  display_scene_settle ();
  g_assert_null (display_scene_search (GTK_WIDGET (scene.table), table_scene_is_cell, "(no name)"));
  table_scene_end (&scene);
}

/* Where columns begin at the right, that end is what is seen first; and it stays so when the window is sized. */
static void
test_first_columns_are_in_sight_from_right_to_left (void)
{
  TableScene scene;
  graphene_rect_t title, table;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  table_scene_start (&scene, 0);
  table_scene_show (&scene);
  for (int width = 400; width <= 600; width += 100)
    {
      gtk_window_set_default_size (scene.window, width, 300);
      display_scene_wait_until (gtk_widget_get_width (GTK_WIDGET (scene.table)) == width);
      display_scene_wait_for_frame (GTK_WIDGET (scene.table));
      g_assert_true (
          gtk_widget_compute_bounds (table_scene_find_title (&scene, "Bib"), GTK_WIDGET (scene.window), &title));
      g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (scene.table), GTK_WIDGET (scene.window), &table));
      g_assert_cmpfloat_with_epsilon (title.origin.x + title.size.width, table.origin.x + table.size.width, 2);
    }
  table_scene_end (&scene);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* --- Searching: the whole point --- */

static guint n_lookups;
static gpointer (*look_up) (GListModel *, guint);

static gpointer
count_lookup (GListModel *list, guint row)
{
  n_lookups++;
  return look_up (list, row);
}

static void
test_a_query_looks_at_no_row_that_stays (void)
{
  static const char *const queries[] = { "even", "", "odd", "club", "even" };
  TableScene scene;
  GListModelInterface *iface;
  GtkWidget *list, *first;

  table_scene_start (&scene, 2000);
  table_scene_show (&scene);
  list = gtk_widget_get_last_child (GTK_WIDGET (table_scene_get_view (&scene)));
  first = gtk_widget_get_first_child (list);
  iface = G_LIST_MODEL_GET_IFACE (scene.model);
  look_up = iface->get_item;
  iface->get_item = count_lookup;
  n_lookups = 0;
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      marathon_entrants_model_set_query (scene.model, queries[i]);
      g_assert_cmpuint (n_lookups, ==, 0);
      display_scene_wait_for_frame (GTK_WIDGET (scene.table));
      g_assert_cmpuint (n_lookups, ==, 0);
      g_assert_true (gtk_widget_get_first_child (list) == first);
    }
  table_scene_find_cell (&scene, "Even0000");
  marathon_entrants_table_set_columns (scene.table, (const char *const[]){ "family", NULL });
  iface->get_item = look_up;
  table_scene_end (&scene);
}

static void
test_nobody_found_and_everybody_back (void)
{
  TableScene scene;

  table_scene_start (&scene, 300);
  table_scene_show (&scene);
  marathon_entrants_model_set_query (scene.model, "nobody is called so");
  display_scene_wait_for_frame (GTK_WIDGET (scene.table));
  g_assert_null (display_scene_search (GTK_WIDGET (scene.table), table_scene_is_cell, "Even0000"));
  gtk_widget_grab_focus (GTK_WIDGET (scene.table));
  display_scene_press (scene.window, "Return");
  g_assert_cmpuint (scene.activated, ==, 0);
  marathon_entrants_model_set_query (scene.model, "kirui");
  display_scene_wait_for_frame (GTK_WIDGET (scene.table));
  table_scene_find_cell (&scene, "Kirui");
  marathon_entrants_model_set_query (scene.model, "");
  display_scene_wait_until (g_list_model_get_n_items (G_LIST_MODEL (scene.model)) == 304);
  table_scene_find_cell (&scene, "Even0000");
  table_scene_end (&scene);
}

/* --- Keys --- */

static void
assert_selected_ids (TableScene *scene, const char *expected)
{
  g_autoptr (GArray) positions = marathon_entrants_model_get_selected (scene->model);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < positions->len; i++)
    g_string_append_printf (ids, "%s%u", i > 0 ? " " : "", g_array_index (positions, guint32, i) + 1);
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_keys_select_and_activate (void)
{
  TableScene scene;

  table_scene_start (&scene, 0);
  table_scene_show (&scene);
  /* By family name: Farah 2, Kirui 4, Radcliffe 1, Weir 3. */
  g_assert_true (marathon_entrants_table_reveal (scene.table, 1, TRUE));
  assert_selected_ids (&scene, "2");
  display_scene_press (scene.window, "Down");
  assert_selected_ids (&scene, "4");
  display_scene_press (scene.window, "<Shift>Down");
  assert_selected_ids (&scene, "1 4");
  display_scene_press (scene.window, "End");
  assert_selected_ids (&scene, "3");
  display_scene_press (scene.window, "<Control>Home <Control>space");
  assert_selected_ids (&scene, "2 3");
  display_scene_press (scene.window, "<Control>a");
  assert_selected_ids (&scene, "1 2 3 4");
  display_scene_press (scene.window, "Home");
  assert_selected_ids (&scene, "2");
  display_scene_press (scene.window, "Return");
  g_assert_cmpuint (scene.activated, ==, 2);
  table_scene_end (&scene);
}

static void
test_clicks_select (void)
{
  TableScene scene;

  table_scene_start (&scene, 0);
  table_scene_show (&scene);
  display_scene_click_at (table_scene_find_cell (&scene, "Farah"), DISPLAY_SCENE_LEFT);
  assert_selected_ids (&scene, "2");
  display_scene_click_at (table_scene_find_cell (&scene, "Radcliffe"), DISPLAY_SCENE_CONTROL);
  assert_selected_ids (&scene, "1 2");
  g_assert_nonnull (
      display_scene_search (gtk_root_get_focus (GTK_ROOT (scene.window)), table_scene_is_cell, "Radcliffe"));
  display_scene_click_at (table_scene_find_cell (&scene, "Newham"), DISPLAY_SCENE_CONTROL);
  assert_selected_ids (&scene, "1");
  display_scene_click_at (table_scene_find_cell (&scene, "Kirui"), DISPLAY_SCENE_LEFT);
  assert_selected_ids (&scene, "4");
  display_scene_click_at (table_scene_find_cell (&scene, "Weir"), DISPLAY_SCENE_SHIFT);
  assert_selected_ids (&scene, "1 3 4");
  g_assert_cmpuint (scene.activated, ==, 0);
  display_scene_click_at (table_scene_find_cell (&scene, "Farah"), DISPLAY_SCENE_DOUBLE);
  g_assert_cmpuint (scene.activated, ==, 2);
  table_scene_end (&scene);
}

static gboolean
is_focus_in (GtkWindow *window, GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* However many rows there are, Tab goes on to what is behind them, and back to the row that it left. */
static void
test_tab_leaves_the_table (void)
{
  GtkWidget *before = gtk_button_new_with_label ("Before"), *after = gtk_button_new_with_label ("After");
  TableScene scene;

  table_scene_start (&scene, 300);
  table_scene_show_between (&scene, before, after);
  marathon_entrants_table_reveal (scene.table, 1, TRUE);
  display_scene_wait_until (is_focus_in (scene.window, GTK_WIDGET (scene.table)));
  display_scene_press (scene.window, "Down Tab");
  display_scene_wait_until (gtk_root_get_focus (GTK_ROOT (scene.window)) == after);
  display_scene_press (scene.window, "<Shift>Tab");
  display_scene_wait_until (is_focus_in (scene.window, GTK_WIDGET (scene.table)));
  display_scene_press (scene.window, "<Shift>Tab");
  display_scene_wait_until (gtk_root_get_focus (GTK_ROOT (scene.window)) == before);
  display_scene_press (scene.window, "Tab Down");
  display_scene_wait_until (is_focus_in (scene.window, GTK_WIDGET (scene.table)));
  table_scene_end (&scene);
}

static void
on_delete (GSimpleAction *action, GVariant *parameter, gpointer n_deleted)
{
  *(guint *) n_deleted += 1;
}

static void
test_delete_is_told_to_the_page (void)
{
  TableScene scene;
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("delete", NULL);
  guint n_deleted = 0;

  table_scene_start (&scene, 0);
  table_scene_show (&scene);
  g_signal_connect (action, "activate", G_CALLBACK (on_delete), &n_deleted);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (scene.window), "entrants", G_ACTION_GROUP (actions));
  marathon_entrants_table_reveal (scene.table, 1, TRUE);
  display_scene_press (scene.window, "Delete");
  g_assert_cmpuint (n_deleted, ==, 1);
  table_scene_end (&scene);
}

/* --- Finding the way --- */

static void
test_reveal_goes_to_a_row_far_away (void)
{
  TableScene scene;
  GtkWidget *focus;

  table_scene_start (&scene, 2000);
  table_scene_show (&scene);
  g_assert_true (marathon_entrants_table_reveal (scene.table, 4 + 1998, TRUE));
  assert_selected_ids (&scene, "2003");
  display_scene_wait_for_frame (GTK_WIDGET (scene.table));
  focus = gtk_root_get_focus (GTK_ROOT (scene.window));
  g_assert_nonnull (display_scene_search (focus, table_scene_is_cell, "Even1998"));
  display_scene_press (scene.window, "Up");
  assert_selected_ids (&scene, "2001");
  marathon_entrants_table_scroll_to_top (scene.table);
  display_scene_wait_for_frame (GTK_WIDGET (scene.table));
  table_scene_find_cell (&scene, "Even0000");
  marathon_entrants_model_set_query (scene.model, "odd");
  g_assert_false (marathon_entrants_table_reveal (scene.table, 4 + 1998, TRUE));
  table_scene_end (&scene);
}

static void
test_a_new_entrant_is_revealed_at_once (void)
{
  TableScene scene;
  MarathonEntrant entrant;

  table_scene_start (&scene, 500);
  table_scene_show (&scene);
  entrant = model_fixture_entrant (scene.event, 9999, "family=Newcomer");
  g_assert_true (
      marathon_event_insert_entrants (scene.event, MARATHON_PLACE_ROSTER, &(guint32){ 504 }, &entrant, 1, NULL));
  g_assert_true (marathon_entrants_table_reveal (scene.table, 504, TRUE));
  display_scene_wait_for_frame (GTK_WIDGET (scene.table));
  table_scene_find_cell (&scene, "Newcomer");
  table_scene_end (&scene);
}

/* Drawn as pressed: the cell, or what it is in. */
static gboolean
is_active (GtkWidget *widget)
{
  while (widget != NULL && (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_ACTIVE) == 0)
    widget = gtk_widget_get_parent (widget);
  return widget != NULL;
}

static void
test_a_right_click_selects_and_shows_the_menu (void)
{
  TableScene scene;
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *popover;

  table_scene_start (&scene, 0);
  table_scene_show (&scene);
  g_menu_append (menu, "Withdraw", "entrants.withdraw");
  popover = display_scene_find (GTK_WIDGET (scene.table), GTK_TYPE_POPOVER_MENU);
  display_scene_click_at (table_scene_find_cell (&scene, "Kirui"), DISPLAY_SCENE_RIGHT);
  g_assert_false (gtk_widget_get_visible (popover));
  marathon_entrants_table_set_menu (scene.table, G_MENU_MODEL (menu));
  display_scene_click_at (table_scene_find_cell (&scene, "Kirui"), DISPLAY_SCENE_RIGHT);
  assert_selected_ids (&scene, "4");
  g_assert_true (gtk_widget_get_visible (popover));
  g_assert_false (is_active (table_scene_find_cell (&scene, "Kirui")));
  display_scene_press (scene.window, "Escape");
  display_scene_wait_until (!gtk_widget_get_visible (popover));
  g_assert_false (is_active (table_scene_find_cell (&scene, "Kirui")));

  /* One of several selected: the menu is for all of them. */
  display_scene_press (scene.window, "<Control>a");
  display_scene_click_at (table_scene_find_cell (&scene, "Farah"), DISPLAY_SCENE_RIGHT);
  assert_selected_ids (&scene, "1 2 3 4");
  display_scene_press (scene.window, "Escape");
  display_scene_wait_until (!gtk_widget_get_visible (popover));
  display_scene_press (scene.window, "<Shift>F10");
  display_scene_wait_until (gtk_widget_get_visible (popover));
  display_scene_press (scene.window, "Escape");
  display_scene_wait_until (!gtk_widget_get_visible (popover));
  table_scene_end (&scene);
}

/* --- Sorting --- */

static void
test_headers_sort (void)
{
  TableScene scene;

  table_scene_start (&scene, 0);
  table_scene_show (&scene);
  g_assert_cmpuint (table_scene_get_id (&scene, 0), ==, 2);
  display_scene_click_at (table_scene_find_title (&scene, "Club"), DISPLAY_SCENE_LEFT);
  g_assert_cmpuint (table_scene_get_id (&scene, 0), ==, 4);
  table_scene_assert_setting (&scene, "entrants-sort", "[('club', false), ('family', false)]");
  display_scene_click_at (table_scene_find_title (&scene, "Club"), DISPLAY_SCENE_LEFT);
  g_assert_cmpuint (table_scene_get_id (&scene, 0), ==, 3);
  table_scene_assert_setting (&scene, "entrants-sort", "[('club', true), ('family', false)]");
  display_scene_click_at (table_scene_find_title (&scene, "Given name"), DISPLAY_SCENE_LEFT);
  g_assert_cmpuint (table_scene_get_id (&scene, 0), ==, 4);
  table_scene_assert_setting (&scene, "entrants-sort", "[('given', false), ('club', true)]");
  table_scene_find_cell (&scene, "Kirui");
  table_scene_hide (&scene);

  table_scene_show (&scene);
  g_assert_cmpuint (table_scene_get_id (&scene, 0), ==, 4);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (scene.table), "entrants-table.sort", "(sb)", "given", TRUE));
  g_assert_cmpuint (table_scene_get_id (&scene, 0), ==, 1);
  display_scene_click_at (table_scene_find_title (&scene, "Given name"), DISPLAY_SCENE_LEFT);
  g_assert_cmpuint (table_scene_get_id (&scene, 0), ==, 4);
  table_scene_end (&scene);
}

static void
test_who_is_selected_stays_in_sight_when_sorted (void)
{
  TableScene scene;

  table_scene_start (&scene, 1000);
  table_scene_show (&scene);
  marathon_entrants_table_reveal (scene.table, 4, TRUE);
  display_scene_click_at (table_scene_find_title (&scene, "Family name"), DISPLAY_SCENE_LEFT);
  display_scene_wait_for_frame (GTK_WIDGET (scene.table));
  assert_selected_ids (&scene, "5");
  g_assert_cmpuint (marathon_entrants_model_find_row (scene.model, 4), >, 900);
  table_scene_find_cell (&scene, "Even0000");
  table_scene_end (&scene);
}

static void
test_an_order_without_its_column_is_kept (void)
{
  TableScene scene;

  table_scene_start (&scene, 0);
  table_scene_show (&scene);
  marathon_entrants_table_set_columns (scene.table, (const char *const[]){ "club", "family", NULL });
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (scene.table), "entrants-table.sort", "(sb)", "club", FALSE));
  marathon_entrants_table_set_columns (scene.table, (const char *const[]){ "family", NULL });
  g_assert_cmpuint (table_scene_get_id (&scene, 0), ==, 4);
  table_scene_assert_setting (&scene, "entrants-sort", "[('club', false), ('family', false)]");
  table_scene_end (&scene);
}

/* --- Columns --- */

static void
test_columns_are_remembered (void)
{
  TableScene scene;
  g_autoptr (GtkColumnViewColumn) column = NULL;

  table_scene_start (&scene, 0);
  {
    g_autoptr (GVariant) value = g_variant_ref_sink (
        g_variant_new_parsed ("[('family', 150), ('x-vest', 90), ('x-shirt', 80), ('x-shoes', 70), ('bib', 60)]"));

    g_settings_set_value (scene.settings, "entrants-columns", value);
  }
  table_scene_show (&scene);
  table_scene_assert_columns (&scene, "family x-shirt bib");
  table_scene_find_cell (&scene, "S");

  /* As by a person who sizes one and drags another. */
  column = g_list_model_get_item (gtk_column_view_get_columns (table_scene_get_view (&scene)), 2);
  gtk_column_view_column_set_fixed_width (column, 99);
  gtk_column_view_insert_column (table_scene_get_view (&scene), 0, column);
  table_scene_assert_columns (&scene, "bib family x-shirt");
  g_clear_object (&column);
  table_scene_hide (&scene);
  table_scene_assert_setting (&scene, "entrants-columns",
                  "[('bib', 99), ('x-vest', 90), ('family', 150), ('x-shoes', 70), ('x-shirt', 80)]");

  table_scene_show (&scene);
  table_scene_assert_columns (&scene, "bib family x-shirt");
  column = g_list_model_get_item (gtk_column_view_get_columns (table_scene_get_view (&scene)), 0);
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (column), ==, 99);
  gtk_column_view_column_set_fixed_width (column, 111);
  display_scene_wait_until (table_scene_has_setting (&scene, "entrants-columns", "[('bib', 111)"));
  g_clear_object (&column);
  table_scene_end (&scene);
}

static void
test_columns_are_set_and_reset (void)
{
  TableScene scene;
  g_autofree char *first = NULL;

  table_scene_start (&scene, 0);
  table_scene_show (&scene);
  first = table_scene_get_first_columns (&scene);
  table_scene_assert_columns (&scene, first);
  marathon_entrants_table_set_columns (scene.table,
                                       (const char *const[]){ "medical", "nonsense", "family", "medical", NULL });
  table_scene_assert_columns (&scene, "medical family");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (scene.table), "entrants-table.hide-column", "s", "medical"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (scene.table), "entrants-table.hide-column", "s", "family"));
  table_scene_assert_columns (&scene, "family");
  marathon_entrants_table_reset_columns (scene.table);
  table_scene_assert_columns (&scene, first);
  marathon_entrants_table_set_columns (scene.table, (const char *const[]){ "nonsense", NULL });
  table_scene_assert_columns (&scene, first);
  marathon_entrants_table_set_model (scene.table, NULL);
  table_scene_assert_columns (&scene, "");
  marathon_entrants_table_set_model (scene.table, scene.model);
  table_scene_assert_columns (&scene, first);
  table_scene_end (&scene);
}

static void
test_custom_fields_come_and_go (void)
{
  TableScene scene;
  MarathonRecord *field;

  table_scene_start (&scene, 0);
  table_scene_show (&scene);
  marathon_entrants_table_set_columns (scene.table, (const char *const[]){ "family", "x-shirt", NULL });
  field = marathon_record_list_get (marathon_event_get_list (scene.event, MARATHON_LIST_CUSTOM_FIELDS), 0);
  g_assert_true (marathon_event_set_record_text (
      scene.event, field, (guint) marathon_record_find_column (field, "label"), "T-shirt", NULL));
  display_scene_settle ();
  table_scene_find_title (&scene, "T-shirt");
  g_assert_true (model_fixture_set (scene.event, 0, "x-shirt", "", NULL));
  g_assert_true (marathon_event_remove_record (scene.event, MARATHON_LIST_CUSTOM_FIELDS, 0, NULL));
  display_scene_settle ();
  table_scene_assert_columns (&scene, "family");
  model_fixture_add (scene.event, "field shirt | label=Size | type=choice\n");
  display_scene_settle ();
  table_scene_assert_columns (&scene, "family x-shirt");
  table_scene_end (&scene);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);

  g_test_add_func ("/entrants-table/cells-say-what-a-person-reads", test_cells_say_what_a_person_reads);
  g_test_add_func ("/entrants-table/cells-follow-the-event", test_cells_follow_the_event);
  g_test_add_func ("/entrants-table/compact-rows-are-low", test_compact_rows_are_low);
  g_test_add_func ("/entrants-table/nothing-private-is-shown-unasked", test_nothing_private_is_shown_unasked);
  g_test_add_func ("/entrants-table/a-query-looks-at-no-row-that-stays", test_a_query_looks_at_no_row_that_stays);
  g_test_add_func ("/entrants-table/nobody-found-and-everybody-back", test_nobody_found_and_everybody_back);
  g_test_add_func ("/entrants-table/keys-select-and-activate", test_keys_select_and_activate);
  g_test_add_func ("/entrants-table/who-has-no-name-is-seen", test_who_has_no_name_is_seen);
  g_test_add_func ("/entrants-table/first-columns-are-in-sight-from-right-to-left",
                   test_first_columns_are_in_sight_from_right_to_left);
  g_test_add_func ("/entrants-table/clicks-select", test_clicks_select);
  g_test_add_func ("/entrants-table/tab-leaves-the-table", test_tab_leaves_the_table);
  g_test_add_func ("/entrants-table/delete-is-told-to-the-page", test_delete_is_told_to_the_page);
  g_test_add_func ("/entrants-table/reveal-goes-far", test_reveal_goes_to_a_row_far_away);
  g_test_add_func ("/entrants-table/a-new-entrant-is-revealed-at-once", test_a_new_entrant_is_revealed_at_once);
  g_test_add_func ("/entrants-table/a-right-click-selects-and-shows-the-menu",
                   test_a_right_click_selects_and_shows_the_menu);
  g_test_add_func ("/entrants-table/headers-sort", test_headers_sort);
  g_test_add_func ("/entrants-table/who-is-selected-stays-in-sight", test_who_is_selected_stays_in_sight_when_sorted);
  g_test_add_func ("/entrants-table/an-order-without-its-column", test_an_order_without_its_column_is_kept);
  g_test_add_func ("/entrants-table/columns-are-remembered", test_columns_are_remembered);
  g_test_add_func ("/entrants-table/columns-are-set-and-reset", test_columns_are_set_and_reset);
  g_test_add_func ("/entrants-table/custom-fields-come-and-go", test_custom_fields_come_and_go);

  return display_scene_run ();
}
