/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The overview says what the event says, leads to the entrants it counts, and changes the event row by row.
 */
#include "pages/overview/overview-page.h"

#include <string.h>

#include "editing/entrant-edits.h"
#include "editing/record-edits.h"
#include "model/entrant-index.h"
#include "model/model-fixture.h"
#include "widgets/display-scene.h"
#include "widgets/field-row.h"
#include "widgets/problem-row.h"

typedef struct {
  GtkWindow *window;
  MarathonPage *page;
  MarathonDocument *document;
  MarathonProblemsWatch *problems;
  char *shown; /* "page query" that was asked for last */
} Scene;

static const MarathonEntrant people[] = {
  { .id = 1 },
  { .id = 2, .status = MARATHON_STATUS_APPLIED },
  { .id = 3 },
};

static MarathonDocument *
make_document (guint n_people)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  MarathonRecord *info = MARATHON_RECORD (marathon_event_get_info (event));

  g_assert_true (marathon_record_set_text (info, event, 0, "Spring Marathon", NULL));
  for (guint i = 0; i < n_people; i++)
    g_assert_true (marathon_event_append_entrant (event, MARATHON_PLACE_ROSTER, &people[i], NULL));
  return marathon_document_new (event);
}

static void
on_show_page (Scene *scene, const char *page, const char *what)
{
  g_free (scene->shown);
  scene->shown = g_strdup_printf ("%s %s", page, what);
}

static void
scene_init (Scene *scene, guint n_people)
{
  *scene = (Scene) { 0 };
  scene->document = make_document (n_people);
  scene->problems = marathon_problems_watch_new (scene->document);
  scene->page = g_object_new (MARATHON_TYPE_OVERVIEW_PAGE, NULL);
  marathon_page_set_document (scene->page, scene->document, scene->problems);
  g_signal_connect_swapped (scene->page, "show-page", G_CALLBACK (on_show_page), scene);
  scene->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (scene->window, 700, 900);
  gtk_window_set_child (scene->window, GTK_WIDGET (scene->page));
  display_scene_present (scene->window);
}

static void
scene_clear (Scene *scene)
{
  display_scene_destroy (scene->window);
  while (marathon_problems_watch_is_busy (scene->problems))
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (scene->problems);
  g_assert_finalize_object (scene->document);
  g_free (scene->shown);
}

static GtkWidget *
find (Scene *scene, const char *id)
{
  return display_scene_find_id (GTK_WIDGET (scene->page), id);
}

static MarathonHistory *
get_history (Scene *scene)
{
  return marathon_document_get_history (scene->document);
}

static MarathonEvent *
get_event (Scene *scene)
{
  return marathon_document_get_event (scene->document);
}

static const char *
get_number (Scene *scene, const char *tile)
{
  return gtk_label_get_label (GTK_LABEL (display_scene_find_id (find (scene, tile), "number_label")));
}

static void
assert_row (Scene *scene, const char *id, const char *text)
{
  g_autofree char *shown = marathon_field_row_get_text (MARATHON_FIELD_ROW (find (scene, id)));

  g_assert_cmpstr (shown, ==, text);
}

/* Types @text into the row, over what is there, and goes on with Enter. */
static void
type (Scene *scene, const char *id, const char *text)
{
  marathon_field_row_focus (MARATHON_FIELD_ROW (find (scene, id)));
  display_scene_type (scene->window, text);
  display_scene_press (scene->window, "Return");
}

/* --- Figures --- */

static void
test_nobody_has_entered (void)
{
  static const char *const tiles[] = { "entrants", "accepted", "no_category", "no_wave", "no_bib", "collected" };
  Scene scene;
  guint64 id;
  MarathonIdSource ids;

  scene_init (&scene, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (tiles); i++)
    g_assert_cmpstr (get_number (&scene, tiles[i]), ==, "0");
  g_assert_true (gtk_widget_get_visible (find (&scene, "hint")));
  g_assert_cmpstr (marathon_page_get_count (scene.page), ==, "");
  marathon_id_source_init_seeded (&ids, 1);
  g_assert_true (marathon_entrant_add (get_history (&scene), &ids, marathon_date_new_day (2014, 1, 1), NULL, NULL, &id, NULL));
  display_scene_wait_until (g_str_equal (get_number (&scene, "entrants"), "1"));
  g_assert_false (gtk_widget_get_visible (find (&scene, "hint")));
  scene_clear (&scene);
}

static void
test_figures_follow_changes (void)
{
  Scene scene;
  static const guint32 first[] = { 0 };

  scene_init (&scene, 3);
  g_assert_cmpstr (get_number (&scene, "entrants"), ==, "3");
  g_assert_cmpstr (get_number (&scene, "accepted"), ==, "2");
  g_assert_cmpstr (get_number (&scene, "no_bib"), ==, "2");
  g_assert_true (marathon_entrants_set_field (get_history (&scene), first, 1,
                                              marathon_event_find_field (get_event (&scene), "bib"), "37", NULL));
  display_scene_wait_until (g_str_equal (get_number (&scene, "no_bib"), "1"));
  /* While nobody sees the page it does not count, and catches up when somebody does. */
  gtk_widget_set_visible (GTK_WIDGET (scene.page), FALSE);
  g_assert_true (marathon_entrants_delete (get_history (&scene), first, 1, NULL));
  display_scene_settle ();
  g_assert_cmpstr (get_number (&scene, "entrants"), ==, "3");
  gtk_widget_set_visible (GTK_WIDGET (scene.page), TRUE);
  display_scene_wait_until (g_str_equal (get_number (&scene, "entrants"), "2"));
  scene_clear (&scene);
}

/* How many entrants the query of a tile finds. */
static guint
count_found (Scene *scene, const char *query)
{
  g_autoptr (MarathonEntrantIndex) index = marathon_entrant_index_new (get_event (scene));
  g_autofree guint64 *bitmap = marathon_bitmap_new (G_N_ELEMENTS (people));

  marathon_entrant_index_query (index, query, bitmap);
  return marathon_bitmap_count (bitmap, G_N_ELEMENTS (people));
}

static void
test_tiles_lead_to_whom_they_count (void)
{
  static const char *const tiles[] = { "entrants", "accepted", "no_category", "no_wave", "no_bib", "collected" };
  static const guint32 last[] = { 2 };
  Scene scene;

  scene_init (&scene, 3);
  g_assert_true (marathon_entrants_set_field (get_history (&scene), last, 1,
                                              marathon_event_find_field (get_event (&scene), "bib"), "37", NULL));
  g_assert_true (marathon_entrants_set_field (get_history (&scene), last, 1,
                                              marathon_event_find_field (get_event (&scene), "collected"),
                                              "2014-04-12T10:00:00Z", NULL));
  display_scene_wait_until (g_str_equal (get_number (&scene, "collected"), "1"));
  for (gsize i = 0; i < G_N_ELEMENTS (tiles); i++)
    {
      g_autofree char *found = NULL;

      display_scene_click (find (&scene, tiles[i]));
      g_assert_true (g_str_has_prefix (scene.shown, "entrants "));
      g_test_message ("%s", scene.shown);
      found = g_strdup_printf ("%u", count_found (&scene, scene.shown + strlen ("entrants ")));
      g_assert_cmpstr (found, ==, get_number (&scene, tiles[i]));
    }
  scene_clear (&scene);
}

/* --- Rows --- */

static void
test_rows_change_the_event (void)
{
  Scene scene;

  scene_init (&scene, 0);
  assert_row (&scene, "title_row", "Spring Marathon");
  assert_row (&scene, "length_row", "");
  type (&scene, "title_row", "Autumn Marathon");
  g_assert_cmpstr (marathon_event_get_info (get_event (&scene))->title, ==, "Autumn Marathon");
  g_assert_cmpstr (marathon_history_get_undo_label (get_history (&scene)), ==, "Change Title of the Event");
  g_assert_true (display_scene_shows (find (&scene, "heading"), "Autumn Marathon"));
  type (&scene, "date_row", "13/10/2013");
  g_assert_cmpstr (marathon_history_get_undo_label (get_history (&scene)), ==, "Change Date of the Event");
  assert_row (&scene, "date_row", "2013-10-13");
  g_assert_true (g_str_has_prefix (gtk_label_get_label (GTK_LABEL (find (&scene, "subheading"))), "Sunday, 13 October 2013 · "));
  type (&scene, "length_row", "42195");
  g_assert_cmpuint (marathon_event_get_course (get_event (&scene))->length, ==, 42195);
  g_assert_cmpstr (marathon_history_get_undo_label (get_history (&scene)), ==, "Change Length in Metres of the Course");
  scene_clear (&scene);
}

static void
test_undo_is_shown (void)
{
  Scene scene;

  scene_init (&scene, 0);
  type (&scene, "drop_row", "1.5");
  assert_row (&scene, "drop_row", "1.5");
  g_assert_true (marathon_history_undo (get_history (&scene), NULL));
  assert_row (&scene, "drop_row", "");
  g_assert_true (marathon_history_redo (get_history (&scene), NULL));
  assert_row (&scene, "drop_row", "1.5");
  scene_clear (&scene);
}

static void
test_what_cannot_be_is_said (void)
{
  Scene scene;

  scene_init (&scene, 0);
  type (&scene, "length_row", "long");
  g_assert_nonnull (marathon_field_row_get_error (MARATHON_FIELD_ROW (find (&scene, "length_row"))));
  assert_row (&scene, "length_row", "long");
  g_assert_false (marathon_page_commit (scene.page));
  g_assert_false (marathon_history_can_undo (get_history (&scene)));
  g_assert_true (marathon_page_undo_typing (scene.page));
  assert_row (&scene, "length_row", "");
  g_assert_true (marathon_page_commit (scene.page));
  g_assert_false (marathon_page_undo_typing (scene.page));
  scene_clear (&scene);
}

static void
test_a_strange_time_zone_is_noted (void)
{
  Scene scene;
  g_autofree char *note = NULL, *no_note = NULL;

  scene_init (&scene, 0);
  type (&scene, "time_zone_row", "Europe/Nowhere");
  g_object_get (find (&scene, "time_zone_row"), "note", &note, NULL);
  g_assert_nonnull (note);
  type (&scene, "time_zone_row", "Europe/London");
  g_object_get (find (&scene, "time_zone_row"), "note", &no_note, NULL);
  g_assert_null (no_note);
  scene_clear (&scene);
}

static void
test_another_event (void)
{
  Scene scene;
  g_autoptr (MarathonDocument) other = make_document (2);
  g_autoptr (MarathonProblemsWatch) problems = marathon_problems_watch_new (other);

  scene_init (&scene, 3);
  type (&scene, "place_row", "Paris");
  marathon_page_set_document (scene.page, other, problems);
  assert_row (&scene, "place_row", "");
  g_assert_cmpstr (get_number (&scene, "entrants"), ==, "2");
  marathon_page_set_document (scene.page, NULL, NULL);
  scene_clear (&scene);
}

/* --- What is full, and what needs attention --- */

/* A scene of that event. */
static void
scene_init_text (Scene *scene, const char *text)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (text);
  MarathonDocument *document = marathon_document_new (event);

  scene_init (scene, 0);
  marathon_page_set_document (scene->page, NULL, NULL);
  while (marathon_problems_watch_is_busy (scene->problems))
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (scene->problems);
  g_object_unref (scene->document);
  scene->document = document;
  scene->problems = marathon_problems_watch_new (document);
  marathon_page_set_document (scene->page, scene->document, scene->problems);
  display_scene_settle ();
}

static GtkWidget *
get_tile (Scene *scene, const char *group, int index)
{
  GtkWidget *tiles = display_scene_find_id (find (scene, group), "tiles");

  return GTK_WIDGET (gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (tiles), index));
}

static void
test_bars_show_follow_and_lead (void)
{
  static const guint32 second[] = { 1 };
  Scene scene;

  scene_init_text (&scene, "category elite-men | name=Elite men | capacity=5\ncategory mass | name=Mass\n"
                           "start red | name=Red | ground=#cc0000\nwave red-1 | name=Red 1 | start=red | time=10:00 | capacity=1\n"
                           "entrant 1 | category=elite-men | wave=red-1\nentrant 2 | category=mass\n");
  g_assert_true (display_scene_shows (get_tile (&scene, "categories", 0), "Elite men"));
  g_assert_true (display_scene_shows (get_tile (&scene, "categories", 0), "1 of 5"));
  g_assert_true (display_scene_shows (get_tile (&scene, "waves", 0), "1 of 1"));
  g_assert_true (display_scene_shows (get_tile (&scene, "waves", 0), "10:00"));
  g_assert_true (marathon_entrants_set_field (get_history (&scene), second, 1,
                                              marathon_event_find_field (get_event (&scene), "wave"), "red-1", NULL));
  display_scene_wait_until (display_scene_shows (get_tile (&scene, "waves", 0), "2 of 1"));
  gtk_widget_activate (get_tile (&scene, "categories", 0));
  display_scene_wait_until (g_strcmp0 (scene.shown, "entrants category:elite-men") == 0);
  gtk_widget_activate (get_tile (&scene, "waves", 0));
  display_scene_wait_until (g_strcmp0 (scene.shown, "entrants wave:red-1") == 0);
  scene_clear (&scene);
}

/* Nothing has been planned: what to do about it. */
static void
test_no_categories_and_waves (void)
{
  Scene scene;

  scene_init_text (&scene, "entrant 1\n");
  g_assert_true (gtk_widget_get_mapped (find (&scene, "empty_categories")));
  g_assert_true (gtk_widget_get_mapped (find (&scene, "empty_waves")));
  g_assert_true (marathon_record_add (get_history (&scene), MARATHON_LIST_CATEGORIES, 0, "Mass", NULL, 0, NULL, NULL));
  display_scene_wait_until (!gtk_widget_get_mapped (find (&scene, "empty_categories")));
  g_assert_true (gtk_widget_get_mapped (find (&scene, "empty_waves")));
  display_scene_wait_until (display_scene_shows (get_tile (&scene, "categories", 0), "Mass"));
  scene_clear (&scene);
}

static void
assert_button (GtkWidget *root, const char *label, const char *action, const char *target)
{
  GtkActionable *button = GTK_ACTIONABLE (display_scene_find_text (root, GTK_TYPE_BUTTON, label));
  GVariant *value = gtk_actionable_get_action_target_value (button);

  g_assert_cmpstr (gtk_actionable_get_action_name (button), ==, action);
  g_assert_cmpstr (value != NULL ? g_variant_get_string (value, NULL) : NULL, ==, target);
}

static void
test_empty_states_lead_on (void)
{
  Scene scene;

  scene_init_text (&scene, "");
  assert_button (find (&scene, "hint"), "_Import Entry List…", "win.import", NULL);
  assert_button (find (&scene, "hint"), "_New Entrant", "entrants.new", NULL);
  assert_button (find (&scene, "empty_categories"), "Add Categories", "win.show-page", "categories");
  assert_button (find (&scene, "empty_waves"), "Add Waves", "win.show-page", "waves");
  scene_clear (&scene);
}

static GtkWidget *
find_problem (Scene *scene, MarathonProblemKind kind)
{
  GtkListBox *list = GTK_LIST_BOX (display_scene_find_id (find (scene, "problems"), "list"));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (marathon_problem_row_get_kind (MARATHON_PROBLEM_ROW (row)) == kind)
      return GTK_WIDGET (row);
  return NULL;
}

static void
test_problems_lead_to_their_places (void)
{
  Scene scene;

  scene_init_text (&scene, "start s | name=S\nwave w | name=W | start=s\nentrant 1 | family=A | sex=F | born=1980-01-01\n");
  display_scene_wait_until (find_problem (&scene, MARATHON_PROBLEM_WAVE_WITHOUT_TIME) != NULL);
  gtk_widget_activate (find_problem (&scene, MARATHON_PROBLEM_WAVE_WITHOUT_TIME));
  display_scene_wait_until (g_strcmp0 (scene.shown, "waves wave:w") == 0);
  gtk_widget_activate (find_problem (&scene, MARATHON_PROBLEM_NO_WAVE));
  display_scene_wait_until (g_strcmp0 (scene.shown, "entrants problem:no-wave") == 0);
  gtk_widget_activate (find_problem (&scene, MARATHON_PROBLEM_EVENT_WITHOUT_DATE));
  display_scene_wait_until (g_strcmp0 (scene.shown, "overview date") == 0);
  scene_clear (&scene);
}

static void
test_shows_a_field (void)
{
  Scene scene;

  scene_init (&scene, 0);
  marathon_page_show (scene.page, "date");
  display_scene_wait_until (gtk_widget_is_ancestor (gtk_window_get_focus (scene.window), find (&scene, "date_row")));
  marathon_page_show (scene.page, "nothing of the kind");
  scene_clear (&scene);
}

static void
test_where_the_keyboard_is (void)
{
  Scene scene;

  scene_init (&scene, 0);
  marathon_page_enter (scene.page);
  g_assert_true (gtk_widget_has_focus (find (&scene, "entrants")));
  marathon_field_row_focus (MARATHON_FIELD_ROW (find (&scene, "title_row")));
  display_scene_press (scene.window, "Escape");
  display_scene_wait_until (gtk_widget_has_focus (find (&scene, "entrants")));
  scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/overview-page/nobody-has-entered", test_nobody_has_entered);
  g_test_add_func ("/overview-page/figures-follow-changes", test_figures_follow_changes);
  g_test_add_func ("/overview-page/tiles-lead-to-whom-they-count", test_tiles_lead_to_whom_they_count);
  g_test_add_func ("/overview-page/rows-change-the-event", test_rows_change_the_event);
  g_test_add_func ("/overview-page/undo-is-shown", test_undo_is_shown);
  g_test_add_func ("/overview-page/what-cannot-be-is-said", test_what_cannot_be_is_said);
  g_test_add_func ("/overview-page/a-strange-time-zone-is-noted", test_a_strange_time_zone_is_noted);
  g_test_add_func ("/overview-page/another-event", test_another_event);
  g_test_add_func ("/overview-page/bars-show-follow-and-lead", test_bars_show_follow_and_lead);
  g_test_add_func ("/overview-page/no-categories-and-waves", test_no_categories_and_waves);
  g_test_add_func ("/overview-page/empty-states-lead-on", test_empty_states_lead_on);
  g_test_add_func ("/overview-page/problems-lead-to-their-places", test_problems_lead_to_their_places);
  g_test_add_func ("/overview-page/shows-a-field", test_shows_a_field);
  g_test_add_func ("/overview-page/where-the-keyboard-is", test_where_the_keyboard_is);
  return display_scene_run ();
}
