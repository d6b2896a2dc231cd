/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The filter bar: what its field and chips ask for together, and how a query comes back into them.
 */
#include "widgets/filter-bar.h"

#include "document/problems-watch.h"
#include "editing/entrant-edits.h"
#include "widgets/display-scene.h"
#include "widgets/filter-chip.h"

typedef struct {
  GtkWindow *window;
  MarathonFilterBar *bar;
  MarathonDocument *document;
  MarathonProblemsWatch *problems;
  guint n_query;
  guint n_problem;
  guint n_leave;
} Scene;

static void
add_record (MarathonEvent *event, MarathonListId list, const char *key, const char *name)
{
  g_autoptr (MarathonRecord) record = marathon_record_new (marathon_list_get_type_of (list), key);

  g_assert_true (marathon_record_set_text (record, event, (guint) marathon_record_find_column (record, "name"), name, NULL));
  g_assert_true (marathon_event_insert_record (event, list, marathon_record_list_get_size (marathon_event_get_list (event, list)),
                                               record, NULL));
}

static MarathonDocument *
make_document (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();

  add_record (event, MARATHON_LIST_CATEGORIES, "elite-men", "Elite Men");
  add_record (event, MARATHON_LIST_CATEGORIES, "elite-women", "Elite Women");
  add_record (event, MARATHON_LIST_STARTS, "red", "Red");
  for (guint64 id = 1; id <= 3; id++)
    {
      MarathonEntrant entrant = { .id = id };

      g_assert_true (marathon_event_append_entrant (event, MARATHON_PLACE_ROSTER, &entrant, NULL));
    }
  return marathon_document_new (event);
}

static void
scene_init (Scene *scene)
{
  *scene = (Scene) { 0 };
  scene->document = make_document ();
  scene->problems = marathon_problems_watch_new (scene->document);
  while (marathon_problems_watch_is_busy (scene->problems))
    g_main_context_iteration (NULL, TRUE);
  scene->bar = g_object_new (MARATHON_TYPE_FILTER_BAR, "valign", GTK_ALIGN_START, NULL);
  marathon_filter_bar_set_event (scene->bar, marathon_document_get_event (scene->document), scene->problems);
  g_signal_connect_swapped (scene->bar, "notify::query", G_CALLBACK (g_atomic_int_inc), &scene->n_query);
  g_signal_connect_swapped (scene->bar, "notify::problem", G_CALLBACK (g_atomic_int_inc), &scene->n_problem);
  g_signal_connect_swapped (scene->bar, "leave", G_CALLBACK (g_atomic_int_inc), &scene->n_leave);
  scene->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (scene->window, 900, 300);
  gtk_window_set_child (scene->window, GTK_WIDGET (scene->bar));
  display_scene_present (scene->window);
}

static void
scene_clear (Scene *scene)
{
  display_scene_destroy (scene->window);
  g_assert_finalize_object (scene->problems);
  g_assert_finalize_object (scene->document);
}

static GtkWidget *
find (Scene *scene, const char *id)
{
  return display_scene_find_id (GTK_WIDGET (scene->bar), id);
}

static void
choose (Scene *scene, const char *chip, const char *id)
{
  marathon_filter_chip_set_selected (MARATHON_FILTER_CHIP (find (scene, chip)), id);
}

static const char *
get_chosen (Scene *scene, const char *chip)
{
  return marathon_filter_chip_get_selected (MARATHON_FILTER_CHIP (find (scene, chip)));
}

static const char *
get_text (Scene *scene)
{
  return gtk_editable_get_text (GTK_EDITABLE (find (scene, "entry")));
}

static void
assert_query (Scene *scene, const char *query)
{
  g_assert_cmpstr (marathon_filter_bar_get_query (scene->bar), ==, query);
}

static void
test_typing_is_told_at_once (void)
{
  Scene scene;

  scene_init (&scene);
  assert_query (&scene, "");
  g_assert_false (marathon_filter_bar_is_active (scene.bar));
  marathon_filter_bar_start_search (scene.bar);
  display_scene_type (scene.window, "smith");
  assert_query (&scene, "smith");
  g_assert_cmpuint (scene.n_query, ==, 5);
  g_assert_true (marathon_filter_bar_is_active (scene.bar));
  display_scene_type (scene.window, "  ");
  assert_query (&scene, "smith");
  g_assert_cmpuint (scene.n_query, ==, 5);
  marathon_filter_bar_start_search (scene.bar);
  display_scene_type (scene.window, "j");
  assert_query (&scene, "j");
  scene_clear (&scene);
}

static void
test_chips_are_terms (void)
{
  Scene scene;

  scene_init (&scene);
  choose (&scene, "category", "elite-men");
  assert_query (&scene, "category:elite-men");
  choose (&scene, "wave", "");
  assert_query (&scene, "category:elite-men wave:\"\"");
  choose (&scene, "status", "accepted");
  gtk_editable_set_text (GTK_EDITABLE (find (&scene, "entry")), "\"van den");
  assert_query (&scene, "category:elite-men wave:\"\" status:accepted \"van den");
  scene.n_query = 0;
  marathon_filter_bar_clear (scene.bar);
  assert_query (&scene, "");
  g_assert_cmpuint (scene.n_query, ==, 1);
  g_assert_cmpuint (scene.n_problem, ==, 0);
  scene_clear (&scene);
}

static void
test_a_query_comes_back (void)
{
  Scene scene;

  scene_init (&scene);
  choose (&scene, "status", "accepted");
  choose (&scene, "problem", "no-bib");
  scene.n_query = 0;
  marathon_filter_bar_set_query (scene.bar, "smith category:elite-women  wave:\"\" club:\"fen runners\"");
  g_assert_cmpuint (scene.n_query, ==, 1);
  g_assert_cmpstr (get_text (&scene), ==, "smith club:\"fen runners\"");
  g_assert_cmpstr (get_chosen (&scene, "category"), ==, "elite-women");
  g_assert_cmpstr (get_chosen (&scene, "wave"), ==, "");
  g_assert_cmpstr (get_chosen (&scene, "status"), ==, NULL);
  g_assert_cmpint (marathon_filter_bar_get_problem (scene.bar), ==, -1);
  assert_query (&scene, "category:elite-women wave:\"\" smith club:\"fen runners\"");
  scene_clear (&scene);
}

/* What is no choice of a chip, or is said twice, stays in the field. */
static void
test_terms_for_the_field (void)
{
  Scene scene;

  scene_init (&scene);
  marathon_filter_bar_set_query (scene.bar, "category:elite category: status:applied status:accepted wave:x");
  g_assert_cmpstr (get_text (&scene), ==, "category:elite category: status:accepted wave:x");
  g_assert_cmpstr (get_chosen (&scene, "category"), ==, NULL);
  g_assert_cmpstr (get_chosen (&scene, "status"), ==, "applied");
  marathon_filter_bar_set_query (scene.bar, "");
  assert_query (&scene, "");
  scene_clear (&scene);
}

static void
test_problems (void)
{
  Scene scene;

  scene_init (&scene);
  choose (&scene, "problem", "no-sex");
  g_assert_cmpint (marathon_filter_bar_get_problem (scene.bar), ==, MARATHON_PROBLEM_NO_SEX);
  g_assert_true (marathon_filter_bar_is_active (scene.bar));
  assert_query (&scene, "");
  g_assert_cmpuint (scene.n_problem, ==, 1);
  gtk_editable_set_text (GTK_EDITABLE (find (&scene, "entry")), "smith");
  /* One that nobody has. */
  marathon_filter_bar_set_problem (scene.bar, MARATHON_PROBLEM_TOO_MANY_GUIDES);
  g_assert_cmpint (marathon_filter_bar_get_problem (scene.bar), ==, MARATHON_PROBLEM_TOO_MANY_GUIDES);
  g_assert_cmpstr (get_chosen (&scene, "problem"), ==, "too-many-guides");
  g_assert_cmpstr (get_text (&scene), ==, "");
  marathon_filter_bar_set_problem (scene.bar, -1);
  g_assert_false (marathon_filter_bar_is_active (scene.bar));
  scene_clear (&scene);
}

static void
set_sex_of_all (Scene *scene)
{
  static const guint32 all[] = { 0, 1, 2 };
  MarathonEvent *event = marathon_document_get_event (scene->document);

  g_assert_true (marathon_entrants_set_field (marathon_document_get_history (scene->document), all, 3,
                                              marathon_event_find_field (event, "sex"), "F", NULL));
  while (marathon_problems_watch_is_busy (scene->problems))
    g_main_context_iteration (NULL, TRUE);
}

/* Else everybody would suddenly be shown when the last one is mended. */
static void
test_the_chosen_problem_stays_when_it_is_solved (void)
{
  Scene scene;

  scene_init (&scene);
  choose (&scene, "problem", "no-sex");
  set_sex_of_all (&scene);
  g_assert_cmpint (marathon_filter_bar_get_problem (scene.bar), ==, MARATHON_PROBLEM_NO_SEX);
  choose (&scene, "problem", NULL);
  g_assert_true (marathon_history_undo (marathon_document_get_history (scene.document), NULL));
  while (marathon_problems_watch_is_busy (scene.problems))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (marathon_filter_chip_has_choice (MARATHON_FILTER_CHIP (find (&scene, "problem")), "no-sex"));
  set_sex_of_all (&scene);
  g_assert_false (marathon_filter_chip_has_choice (MARATHON_FILTER_CHIP (find (&scene, "problem")), "no-sex"));
  scene_clear (&scene);
}

static void
test_a_category_that_goes (void)
{
  Scene scene;

  scene_init (&scene);
  choose (&scene, "category", "elite-men");
  g_assert_true (marathon_event_remove_record (marathon_document_get_event (scene.document), MARATHON_LIST_CATEGORIES, 0, NULL));
  assert_query (&scene, "");
  g_assert_cmpuint (scene.n_query, ==, 2);
  scene_clear (&scene);
}

static void
test_keys_lead_out (void)
{
  Scene scene;

  scene_init (&scene);
  marathon_filter_bar_start_search (scene.bar);
  display_scene_press (scene.window, "Down");
  display_scene_wait_until (scene.n_leave == 1);
  display_scene_press (scene.window, "Return");
  display_scene_wait_until (scene.n_leave == 2);
  display_scene_type (scene.window, "x");
  display_scene_press (scene.window, "Escape");
  display_scene_wait_until (*get_text (&scene) == '\0');
  g_assert_cmpuint (scene.n_leave, ==, 2);
  display_scene_press (scene.window, "Escape");
  display_scene_wait_until (scene.n_leave == 3);
  scene_clear (&scene);
}

static void
assert_count (Scene *scene, guint n_shown, guint n_all, const char *text)
{
  g_object_set (scene->bar, "n-shown", n_shown, "n-all", n_all, NULL);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (find (scene, "count"))), ==, text);
}

static void
test_counts (void)
{
  Scene scene;

  scene_init (&scene);
  assert_count (&scene, 0, 0, "0 entrants");
  assert_count (&scene, 1, 1, "1 entrant");
  assert_count (&scene, 12, 120, "12 of 120");
  assert_count (&scene, 0, 120, "0 of 120");
  scene_clear (&scene);
}

static void
test_another_event (void)
{
  Scene scene;

  scene_init (&scene);
  choose (&scene, "category", "elite-men");
  choose (&scene, "problem", "no-sex");
  marathon_filter_bar_set_event (scene.bar, NULL, NULL);
  g_assert_false (marathon_filter_bar_is_active (scene.bar));
  g_assert_false (marathon_filter_chip_has_choice (MARATHON_FILTER_CHIP (find (&scene, "category")), "elite-men"));
  marathon_filter_bar_set_query (scene.bar, "category:elite-men");
  g_assert_cmpstr (get_text (&scene), ==, "category:elite-men");
  scene_clear (&scene);
}

static void
test_it_fits_500_pixels (void)
{
  Scene scene;
  int minimum;

  scene_init (&scene);
  choose (&scene, "category", "elite-women");
  choose (&scene, "problem", "no-sex");
  g_object_set (scene.bar, "n-shown", 123456u, "n-all", 1234567u, NULL);
  gtk_widget_measure (GTK_WIDGET (scene.bar), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 500);
  scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/filter-bar/typing-is-told-at-once", test_typing_is_told_at_once);
  g_test_add_func ("/filter-bar/chips-are-terms", test_chips_are_terms);
  g_test_add_func ("/filter-bar/a-query-comes-back", test_a_query_comes_back);
  g_test_add_func ("/filter-bar/terms-for-the-field", test_terms_for_the_field);
  g_test_add_func ("/filter-bar/problems", test_problems);
  g_test_add_func ("/filter-bar/the-chosen-problem-stays-when-it-is-solved", test_the_chosen_problem_stays_when_it_is_solved);
  g_test_add_func ("/filter-bar/a-category-that-goes", test_a_category_that_goes);
  g_test_add_func ("/filter-bar/keys-lead-out", test_keys_lead_out);
  g_test_add_func ("/filter-bar/counts", test_counts);
  g_test_add_func ("/filter-bar/another-event", test_another_event);
  g_test_add_func ("/filter-bar/it-fits-500-pixels", test_it_fits_500_pixels);
  return display_scene_run ();
}
