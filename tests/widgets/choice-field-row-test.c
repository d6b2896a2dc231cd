/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row with a list of words, records or texts.
 */
#include "widgets/choice-field-row.h"

#include "model/model-fixture.h"
#include "widgets/field-row-scene.h"

static GtkDropDown *
get_list (FieldRowScene *scene)
{
  return GTK_DROP_DOWN (display_scene_find (GTK_WIDGET (scene->row), GTK_TYPE_DROP_DOWN));
}

static void
scene_init (FieldRowScene *scene)
{
  field_row_scene_init (scene, g_object_new (MARATHON_TYPE_CHOICE_FIELD_ROW, "key", "sex", NULL));
}

static void
scene_init_words (FieldRowScene *scene)
{
  scene_init (scene);
  marathon_choice_field_row_set_words (MARATHON_CHOICE_FIELD_ROW (scene->row), marathon_sex_words);
  marathon_field_row_focus (scene->row);
}

static void
test_words_are_shown_by_label (void)
{
  FieldRowScene scene;
  g_autofree char *described = NULL;

  scene_init_words (&scene);
  marathon_field_row_set_text (scene.row, "F");
  field_row_scene_assert (&scene, "F", FALSE, "");
  display_scene_settle ();
  g_assert_true (display_scene_shows (GTK_WIDGET (scene.row), "Female"));
  described = marathon_field_row_describe (scene.row);
  g_assert_cmpstr (described, ==, "Female");
  field_row_scene_clear (&scene);
}

static void
test_choosing_saves_at_once (void)
{
  FieldRowScene scene;

  scene_init_words (&scene);
  marathon_field_row_set_text (scene.row, "");
  gtk_drop_down_set_selected (get_list (&scene), 2);
  field_row_scene_assert (&scene, "F", FALSE, "F;");
  gtk_drop_down_set_selected (get_list (&scene), 0);
  field_row_scene_assert (&scene, "", FALSE, "F;;");
  field_row_scene_clear (&scene);
}

static void
test_first_word_may_be_unsaid (void)
{
  FieldRowScene scene;

  scene_init (&scene);
  marathon_choice_field_row_set_words (MARATHON_CHOICE_FIELD_ROW (scene.row), marathon_status_words);
  marathon_field_row_set_text (scene.row, "");
  field_row_scene_assert (&scene, "", FALSE, "");
  gtk_drop_down_set_selected (get_list (&scene), MARATHON_STATUS_WITHDRAWN);
  field_row_scene_assert (&scene, "withdrawn", FALSE, "withdrawn;");
  scene.shown = "";
  gtk_drop_down_set_selected (get_list (&scene), MARATHON_STATUS_ACCEPTED);
  field_row_scene_assert (&scene, "", FALSE, "withdrawn;accepted;");
  marathon_field_row_set_text (scene.row, "accepted");
  field_row_scene_assert (&scene, "accepted", FALSE, "withdrawn;accepted;");
  field_row_scene_clear (&scene);
}

static void
test_letters_choose_and_leaving_saves (void)
{
  FieldRowScene scene;

  scene_init_words (&scene);
  marathon_field_row_set_text (scene.row, "");
  display_scene_press (scene.window, "f");
  field_row_scene_assert (&scene, "F", TRUE, "");
  display_scene_press (scene.window, "Tab");
  g_assert_true (field_row_scene_has_focus (scene.after));
  field_row_scene_assert (&scene, "F", FALSE, "F;");
  marathon_field_row_focus (scene.row);
  /* By the word too: X is Non-binary. */
  display_scene_press (scene.window, "x Return");
  g_assert_true (field_row_scene_has_focus (scene.after));
  field_row_scene_assert (&scene, "X", FALSE, "F;X;");
  field_row_scene_clear (&scene);
}

static void
test_letters_belong_together (void)
{
  static const char *const texts[] = { "Salford", "Sale", "Stockport", NULL };
  FieldRowScene scene;

  scene_init (&scene);
  marathon_choice_field_row_set_texts (MARATHON_CHOICE_FIELD_ROW (scene.row), texts, NULL);
  marathon_field_row_focus (scene.row);
  display_scene_press (scene.window, "s");
  field_row_scene_assert (&scene, "Salford", TRUE, "");
  display_scene_press (scene.window, "s");
  field_row_scene_assert (&scene, "Sale", TRUE, "");
  display_scene_press (scene.window, "t");
  field_row_scene_assert (&scene, "Stockport", TRUE, "");
  display_scene_press (scene.window, "Escape");
  field_row_scene_assert (&scene, "", FALSE, "");
  display_scene_press (scene.window, "Escape");
  g_assert_cmpuint (scene.n_left, ==, 1);
  field_row_scene_clear (&scene);
}

static void
test_enter_goes_on_without_opening (void)
{
  FieldRowScene scene;

  scene_init_words (&scene);
  display_scene_press (scene.window, "Return");
  g_assert_true (field_row_scene_has_focus (scene.after));
  field_row_scene_assert (&scene, "", FALSE, "");
  field_row_scene_clear (&scene);
}

static void
test_list_is_opened_and_chosen_from_by_keyboard (void)
{
  FieldRowScene scene;
  GtkWidget *popover;

  scene_init_words (&scene);
  popover = display_scene_find (GTK_WIDGET (scene.row), GTK_TYPE_POPOVER);
  g_assert_false (gtk_widget_get_visible (popover));
  display_scene_press (scene.window, "<Alt>Down");
  display_scene_wait_until (gtk_widget_get_mapped (popover));
  display_scene_press (scene.window, "Down Return");
  display_scene_wait_until (!gtk_widget_get_visible (popover));
  field_row_scene_assert (&scene, "M", FALSE, "M;");
  display_scene_press (scene.window, "<Alt>Down");
  display_scene_wait_until (gtk_widget_get_mapped (popover));
  display_scene_press (scene.window, "Escape");
  display_scene_wait_until (!gtk_widget_get_visible (popover));
  g_assert_cmpuint (scene.n_left, ==, 0);
  field_row_scene_assert (&scene, "M", FALSE, "M;");
  field_row_scene_clear (&scene);
}

static void
test_click_on_the_label_opens (void)
{
  FieldRowScene scene;
  GtkWidget *popover;

  scene_init_words (&scene);
  popover = display_scene_find (GTK_WIDGET (scene.row), GTK_TYPE_POPOVER);
  display_scene_click_at (display_scene_find_text (GTK_WIDGET (scene.row), GTK_TYPE_LABEL, "Field"),
                          DISPLAY_SCENE_LEFT);
  display_scene_wait_until (gtk_widget_get_mapped (popover));
  display_scene_press (scene.window, "Escape");
  display_scene_wait_until (!gtk_widget_get_visible (popover));
  field_row_scene_clear (&scene);
}

static void
test_refused_choice_stays (void)
{
  FieldRowScene scene;

  scene_init_words (&scene);
  scene.refused = "F";
  gtk_drop_down_set_selected (get_list (&scene), 2);
  field_row_scene_assert (&scene, "F", TRUE, "F;");
  g_assert_true (display_scene_shows (GTK_WIDGET (scene.row), "No."));
  marathon_field_row_revert (scene.row);
  field_row_scene_assert (&scene, "", FALSE, "F;");
  field_row_scene_clear (&scene);
}

static void
set_name (MarathonEvent *event, guint position, const char *name)
{
  MarathonRecord *record = marathon_record_list_get (marathon_event_get_list (event, MARATHON_LIST_STARTS), position);
  g_autoptr (GError) error = NULL;

  marathon_event_set_record_text (event, record, (guint) marathon_record_find_column (record, "name"), name, &error);
  g_assert_no_error (error);
}

static void
test_records_are_followed (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("start red | name=Red\nstart blue | name=Blue\n");
  MarathonRecordList *starts = marathon_event_get_list (event, MARATHON_LIST_STARTS);
  FieldRowScene scene;
  GListModel *choices;

  scene_init (&scene);
  marathon_choice_field_row_set_records (MARATHON_CHOICE_FIELD_ROW (scene.row), starts);
  marathon_field_row_set_text (scene.row, "blue");
  choices = gtk_drop_down_get_model (get_list (&scene));
  g_assert_cmpuint (g_list_model_get_n_items (choices), ==, 3);
  set_name (event, 1, "Azure");
  display_scene_settle ();
  g_assert_true (display_scene_shows (GTK_WIDGET (scene.row), "Azure"));
  model_fixture_add (event, "start green | name=Green\n");
  g_assert_cmpuint (g_list_model_get_n_items (choices), ==, 4);
  marathon_event_move_record (event, MARATHON_LIST_STARTS, 1, 0);
  marathon_event_remove_record (event, MARATHON_LIST_STARTS, 1, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (choices), ==, 3);
  field_row_scene_assert (&scene, "blue", FALSE, "");
  marathon_choice_field_row_set_records (MARATHON_CHOICE_FIELD_ROW (scene.row), NULL);
  set_name (event, 0, "Blue");
  field_row_scene_assert (&scene, "blue", FALSE, "");
  field_row_scene_clear (&scene);
}

static void
test_record_without_name_is_shown_by_key (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("start red\n");
  FieldRowScene scene;

  scene_init (&scene);
  marathon_choice_field_row_set_records (MARATHON_CHOICE_FIELD_ROW (scene.row),
                                         marathon_event_get_list (event, MARATHON_LIST_STARTS));
  marathon_field_row_set_text (scene.row, "red");
  display_scene_settle ();
  g_assert_true (display_scene_shows (GTK_WIDGET (scene.row), "red"));
  field_row_scene_clear (&scene);
}

static void
test_unknown_text_is_shown_as_it_is (void)
{
  static const char *const texts[] = { "S", "M", NULL };
  static const char *const labels[] = { "Small", "Medium", NULL };
  FieldRowScene scene;

  scene_init (&scene);
  marathon_choice_field_row_set_texts (MARATHON_CHOICE_FIELD_ROW (scene.row), texts, labels);
  marathon_field_row_set_text (scene.row, "XXL");
  field_row_scene_assert (&scene, "XXL", FALSE, "");
  marathon_field_row_set_text (scene.row, "M");
  display_scene_settle ();
  g_assert_true (display_scene_shows (GTK_WIDGET (scene.row), "Medium"));
  field_row_scene_assert (&scene, "M", FALSE, "");
  field_row_scene_clear (&scene);
}

static void
test_long_list_can_be_searched (void)
{
  static const char *const texts[] = { "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", NULL };
  FieldRowScene scene;
  GtkWidget *popover;

  scene_init_words (&scene);
  g_assert_false (gtk_drop_down_get_enable_search (get_list (&scene)));
  marathon_choice_field_row_set_texts (MARATHON_CHOICE_FIELD_ROW (scene.row), texts, NULL);
  g_assert_true (gtk_drop_down_get_enable_search (get_list (&scene)));
  popover = display_scene_find (GTK_WIDGET (scene.row), GTK_TYPE_POPOVER);
  display_scene_press (scene.window, "F4");
  display_scene_wait_until (gtk_widget_get_mapped (popover));
  display_scene_type (scene.window, "k");
  display_scene_wait_for_frame (popover);
  display_scene_press (scene.window, "Down Return");
  display_scene_wait_until (!gtk_widget_get_visible (popover));
  field_row_scene_assert (&scene, "k", FALSE, "k;");
  field_row_scene_clear (&scene);
}

/* Opens the list, which is searched. */
static GtkWidget *
open_long_list (FieldRowScene *scene)
{
  static const char *const texts[]
      = { "Elite Women", "Elite Men", "Mass", "Wheelchair Men", "Wheelchair Women", "Non-binary", "Juniors", "Clubs",
          "Schools", "Guests", "Press", "Pacemakers", "Sponsors", "Town", "Zürich Friends", NULL };
  GtkWidget *popover;

  scene_init (scene);
  marathon_choice_field_row_set_texts (MARATHON_CHOICE_FIELD_ROW (scene->row), texts, NULL);
  marathon_field_row_focus (scene->row);
  popover = display_scene_find (GTK_WIDGET (scene->row), GTK_TYPE_POPOVER);
  display_scene_press (scene->window, "F4");
  display_scene_wait_until (gtk_widget_get_mapped (popover));
  return popover;
}

static guint
count_found (GtkWidget *popover)
{
  GtkListView *view = GTK_LIST_VIEW (display_scene_find (popover, GTK_TYPE_LIST_VIEW));

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (view)));
}

static void
test_any_word_is_found (void)
{
  FieldRowScene scene;
  GtkWidget *popover = open_long_list (&scene), *search = display_scene_find (popover, GTK_TYPE_SEARCH_ENTRY);
  GtkScrollable *list;

  g_assert_cmpuint (count_found (popover), ==, 16);
  display_scene_type (scene.window, "men");
  g_assert_cmpuint (count_found (popover), ==, 2);
  g_assert_false (display_scene_shows (popover, "Nothing found"));
  display_scene_type (scene.window, "x");
  g_assert_cmpuint (count_found (popover), ==, 0);
  g_assert_true (display_scene_shows (popover, "Nothing found"));
  display_scene_press (scene.window, "Return");
  field_row_scene_assert (&scene, "", FALSE, "");
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  display_scene_type (scene.window, "zu");
  g_assert_cmpuint (count_found (popover), ==, 1);
  display_scene_press (scene.window, "Return");
  display_scene_wait_until (!gtk_widget_get_visible (popover));
  field_row_scene_assert (&scene, "Zürich Friends", FALSE, "Zürich Friends;");

  /* Nothing is left of it when the list is opened again, which shows the one chosen. */
  display_scene_press (scene.window, "F4");
  display_scene_wait_until (gtk_widget_get_mapped (popover));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
  g_assert_cmpuint (count_found (popover), ==, 16);
  list = GTK_SCROLLABLE (display_scene_find (popover, GTK_TYPE_LIST_VIEW));
  display_scene_wait_until (gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (list)) > 0);
  display_scene_press (scene.window, "Return");
  display_scene_wait_until (!gtk_widget_get_visible (popover));
  field_row_scene_assert (&scene, "Zürich Friends", FALSE, "Zürich Friends;");
  field_row_scene_clear (&scene);
}

static void
test_the_keyboard_begins_at_the_one_chosen (void)
{
  FieldRowScene scene;
  GtkWidget *popover;

  scene_init (&scene);
  marathon_choice_field_row_set_words (MARATHON_CHOICE_FIELD_ROW (scene.row), marathon_status_words);
  marathon_field_row_set_text (scene.row, marathon_status_words[2].word);
  marathon_field_row_focus (scene.row);
  popover = display_scene_find (GTK_WIDGET (scene.row), GTK_TYPE_POPOVER);
  display_scene_press (scene.window, "F4");
  display_scene_wait_until (gtk_widget_get_mapped (popover));
  g_assert_true (display_scene_shows (gtk_root_get_focus (GTK_ROOT (scene.window)), marathon_status_words[2].label));
  display_scene_press (scene.window, "Up Return");
  display_scene_wait_until (!gtk_widget_get_visible (popover));
  g_assert_cmpuint (gtk_drop_down_get_selected (get_list (&scene)), ==, 1);
  field_row_scene_clear (&scene);
}

static void
test_screen_reader_hears_field_and_choice (void)
{
  FieldRowScene scene;
  GtkWidget *button;

  scene_init_words (&scene);
  button = gtk_widget_get_first_child (GTK_WIDGET (get_list (&scene)));
  g_assert_true (GTK_IS_BUTTON (button));
  marathon_field_row_set_text (scene.row, "F");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Field: Female");
  field_row_scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/choice-field-row/words-are-shown-by-label", test_words_are_shown_by_label);
  g_test_add_func ("/choice-field-row/choosing-saves-at-once", test_choosing_saves_at_once);
  g_test_add_func ("/choice-field-row/first-word-may-be-unsaid", test_first_word_may_be_unsaid);
  g_test_add_func ("/choice-field-row/letters-choose-and-leaving-saves", test_letters_choose_and_leaving_saves);
  g_test_add_func ("/choice-field-row/letters-belong-together", test_letters_belong_together);
  g_test_add_func ("/choice-field-row/enter-goes-on-without-opening", test_enter_goes_on_without_opening);
  g_test_add_func ("/choice-field-row/list-is-opened-and-chosen-from-by-keyboard",
                   test_list_is_opened_and_chosen_from_by_keyboard);
  g_test_add_func ("/choice-field-row/click-on-the-label-opens", test_click_on_the_label_opens);
  g_test_add_func ("/choice-field-row/refused-choice-stays", test_refused_choice_stays);
  g_test_add_func ("/choice-field-row/records-are-followed", test_records_are_followed);
  g_test_add_func ("/choice-field-row/record-without-name-is-shown-by-key", test_record_without_name_is_shown_by_key);
  g_test_add_func ("/choice-field-row/unknown-text-is-shown-as-it-is", test_unknown_text_is_shown_as_it_is);
  g_test_add_func ("/choice-field-row/long-list-can-be-searched", test_long_list_can_be_searched);
  g_test_add_func ("/choice-field-row/screen-reader-hears-field-and-choice", test_screen_reader_hears_field_and_choice);
  g_test_add_func ("/choice-field-row/any-word-is-found", test_any_word_is_found);
  g_test_add_func ("/choice-field-row/the-keyboard-begins-at-the-one-chosen",
                   test_the_keyboard_begins_at_the_one_chosen);
  return display_scene_run ();
}
