/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of the model of the entrants table: it shows whom a plain list would show, in the same rows,
 * whatever happened to the event; it tells the view exactly what the view must know; and it is never behind for long.
 */
#include "widgets/entrants-model.h"

#include "model/model-fixture.h"
#include "widgets/entrants-scene.h"
#include "widgets/plain-entrants.h"

static void
test_it_is_what_a_plain_list_is (void)
{
  for (guint32 seed = 0; seed < 40; seed++)
    plain_entrants_run_trial (seed, seed % 4 == 0 ? 0 : 10 * seed, 120);
}

/* --- Signals --- */

static void
test_a_selection_says_where_it_changed_and_no_more (void)
{
  EntrantsScene scene;
  GtkSelectionModel *selection;

  entrants_scene_start (&scene, "event | title=T\n");
  entrants_scene_fill (&scene, 100);
  entrants_scene_show (&scene);
  marathon_entrants_model_settle (scene.model);
  selection = GTK_SELECTION_MODEL (scene.model);

  gtk_selection_model_select_item (selection, 40, TRUE);
  g_assert_cmpuint (scene.first, ==, 40);
  g_assert_cmpuint (scene.n, ==, 1);
  gtk_selection_model_select_item (selection, 42, TRUE);
  g_assert_cmpuint (scene.first, ==, 40);
  g_assert_cmpuint (scene.n, ==, 3);
  gtk_selection_model_select_range (selection, 41, 10, FALSE);
  g_assert_cmpuint (scene.first, ==, 41);
  g_assert_cmpuint (scene.n, ==, 10);
  g_assert_cmpuint (scene.n_ranges, ==, 3);
  gtk_selection_model_select_item (selection, 45, FALSE);
  g_assert_cmpuint (scene.n_ranges, ==, 3);
  gtk_selection_model_unselect_range (selection, 50, 50);
  g_assert_cmpuint (scene.first, ==, 50);
  g_assert_cmpuint (scene.n, ==, 1);
  gtk_selection_model_select_all (selection);
  g_assert_cmpuint (scene.first, ==, 0);
  g_assert_cmpuint (scene.n, ==, 100);
  g_assert_cmpuint (marathon_entrants_model_get_n_selected (scene.model), ==, 100);
  entrants_scene_end (&scene);
}

static void
test_choosing_all_or_one_drops_who_is_not_shown (void)
{
  EntrantsScene scene;
  GtkSelectionModel *selection;
  const guint32 hidden[] = { 1, 3 };

  entrants_scene_start (&scene, "event | title=T\n");
  entrants_scene_fill (&scene, 10);
  entrants_scene_show (&scene);
  selection = GTK_SELECTION_MODEL (scene.model);
  for (guint act = 0; act < 3; act++)
    {
      marathon_entrants_model_select_positions (scene.model, hidden, G_N_ELEMENTS (hidden));
      marathon_entrants_model_set_query (scene.model, "even");
      g_assert_cmpuint (marathon_entrants_model_get_n_selected (scene.model), ==, 2);
      if (act == 0)
        gtk_selection_model_select_item (selection, 0, FALSE);
      else if (act == 1)
        gtk_selection_model_select_all (selection);
      else
        gtk_selection_model_select_item (selection, 0, TRUE);
      g_assert_cmpuint (marathon_entrants_model_get_n_selected (scene.model), ==, act == 0 ? 3 : act == 1 ? 5 : 1);
      g_assert_cmpint (marathon_entrants_model_position_is_selected (scene.model, 1), ==, act == 0);
    }
  entrants_scene_end (&scene);
}

static void
test_a_selection_behind_a_filter_is_told_too (void)
{
  EntrantsScene scene;
  const guint32 one = 1, three = 3;

  entrants_scene_start (&scene, "event | title=T\n");
  entrants_scene_fill (&scene, 10);
  entrants_scene_show (&scene);
  marathon_entrants_model_set_query (scene.model, "even");
  marathon_entrants_model_select_positions (scene.model, &one, 1);
  g_assert_cmpuint (scene.n_ranges, ==, 1);
  marathon_entrants_model_select_positions (scene.model, &three, 1);
  g_assert_cmpuint (scene.n_ranges, ==, 2);
  entrants_scene_end (&scene);
}

static guint n_lookups;
static gpointer (*look_up) (GListModel *, guint);

static gpointer
count_lookup (GListModel *list, guint row)
{
  n_lookups++;
  return look_up (list, row);
}

/* What costs a second at a million rows: a view that looks at each. */
static void
test_a_query_touches_no_row_that_stays (void)
{
  EntrantsScene scene;
  GListModelInterface *iface;
  g_autoptr (GPtrArray) before = NULL;

  entrants_scene_start (&scene, "event | title=T\n");
  entrants_scene_fill (&scene, 2000);
  entrants_scene_show (&scene);
  marathon_entrants_model_settle (scene.model);
  iface = G_LIST_MODEL_GET_IFACE (scene.model);
  look_up = iface->get_item;
  iface->get_item = count_lookup;
  before = g_ptr_array_copy (scene.slots, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
  g_ptr_array_set_free_func (before, g_object_unref);
  n_lookups = scene.n_changed = 0;

  marathon_entrants_model_set_query (scene.model, "even");
  g_assert_cmpuint (marathon_entrants_model_get_n_shown (scene.model), ==, 1000);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (scene.model)), ==, 1000);
  g_assert_cmpuint (n_lookups, ==, 0);
  g_assert_cmpuint (scene.n_changed, ==, 1000);
  for (guint row = 0; row < 1000; row++)
    g_assert_true (g_ptr_array_index (scene.slots, row) == g_ptr_array_index (before, row));
  g_assert_cmpuint (g_array_index (scene.seen, guint64, 1), ==, 1002);

  marathon_entrants_model_set_order (scene.model, &(MarathonSortKey){ MARATHON_FIELD_ID, TRUE }, 1);
  g_assert_cmpuint (n_lookups, ==, 0);
  g_assert_cmpuint (g_array_index (scene.seen, guint64, 0), ==, 2998);
  iface->get_item = look_up;
  entrants_scene_end (&scene);
}

static void
test_many_changes_are_caught_up_with_once (void)
{
  EntrantsScene scene;

  entrants_scene_start (&scene, "event | title=T\n");
  entrants_scene_fill (&scene, 50);
  entrants_scene_show (&scene);
  marathon_entrants_model_set_order (scene.model, &(MarathonSortKey){ MARATHON_FIELD_FAMILY, FALSE }, 1);
  marathon_entrants_model_settle (scene.model);
  scene.n_changed = 0;
  for (guint i = 0; i < 20; i++)
    g_assert_true (model_fixture_set (scene.event, i, "family", "Zed", NULL));
  g_assert_cmpuint (scene.n_changed, ==, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (scene.n_changed, ==, 50);
  g_assert_cmpuint (g_array_index (scene.seen, guint64, 49), ==, 1019);
  entrants_scene_end (&scene);
}

static void
test_rows_say_what_a_record_is_called_now (void)
{
  EntrantsScene scene;
  MarathonRecord *category;

  entrants_scene_start (&scene, "event | title=T\n category a | name=Alpha\n category b | name=Beta\n"
                       "entrant 1 | family=X | category=a\n entrant 2 | family=X | category=b\n");
  entrants_scene_show (&scene);
  marathon_entrants_model_set_order (scene.model, &(MarathonSortKey){ MARATHON_FIELD_CATEGORY, FALSE }, 1);
  marathon_entrants_model_set_query (scene.model, "category:alpha");
  g_assert_cmpuint (marathon_entrants_model_get_n_shown (scene.model), ==, 1);
  category = marathon_record_list_find (marathon_event_get_list (scene.event, MARATHON_LIST_CATEGORIES), "b");
  g_assert_true (marathon_event_set_record_text (
      scene.event, category, (guint) marathon_record_find_column (category, "name"), "Alpha too", NULL));
  scene.n_changed = 0;
  marathon_entrants_model_settle (scene.model);
  g_assert_cmpuint (scene.n_changed, >, 0);
  marathon_entrants_model_set_query (scene.model, "category:too");
  g_assert_cmpuint (marathon_entrants_model_get_n_shown (scene.model), ==, 1);
  marathon_entrants_model_set_query (scene.model, "");
  marathon_event_move_record (scene.event, MARATHON_LIST_CATEGORIES, 0, 1);
  marathon_entrants_model_settle (scene.model);
  g_assert_cmpuint (entrants_scene_get_id (&scene, 0), ==, 2);
  entrants_scene_end (&scene);
}

/* --- Growing and shrinking --- */

/* The first @n_set of @n bits. */
static guint64 *
make_mask (guint n, guint n_set)
{
  guint64 *mask = marathon_bitmap_new (n);

  for (guint i = 0; i < n_set; i++)
    marathon_bitmap_set (mask, i, TRUE);
  return mask;
}

static void
collect_sizes (GListModel *list, guint row, guint removed, guint added, GArray *sizes)
{
  guint n = g_list_model_get_n_items (list);

  g_array_append_val (sizes, n);
}

static void
assert_sizes (GArray *sizes, const guint *expected, guint n)
{
  g_assert_cmpmem (sizes->data, sizes->len * sizeof (guint), expected, n * sizeof (guint));
  g_array_set_size (sizes, 0);
}

static void
test_a_list_of_few_rows_comes_and_goes_in_stages (void)
{
  static const guint going[] = { 205, 185, 165, 145, 125, 105, 85, 65, 45, 25, 10 };
  static const guint coming[] = { 20, 40, 60, 80, 100, 120, 140, 160, 180, 200, 500 };
  static const guint at_once[] = { 20, 1000, 995, 200, 210, 211 };
  EntrantsScene scene;
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (guint));

  entrants_scene_start (&scene, "event | title=T\n");
  entrants_scene_fill (&scene, 1000);
  entrants_scene_show (&scene);
  marathon_entrants_model_settle (scene.model);
  g_signal_connect (scene.model, "items-changed", G_CALLBACK (collect_sizes), sizes);

  marathon_entrants_model_set_query (scene.model, "hundred");
  g_assert_cmpuint (marathon_entrants_model_get_n_shown (scene.model), ==, 10);
  for (guint row = 10; row < 205; row++)
    g_assert_cmpuint (g_array_index (scene.seen, guint64, row), ==, 0);
  while (marathon_entrants_model_advance (scene.model))
    ;
  assert_sizes (sizes, going, G_N_ELEMENTS (going));

  marathon_entrants_model_set_query (scene.model, "");
  /* Asking for something else meanwhile is no reason to hurry. */
  marathon_entrants_model_set_query (scene.model, "even");
  while (marathon_entrants_model_advance (scene.model))
    ;
  assert_sizes (sizes, coming, G_N_ELEMENTS (coming));
  g_assert_false (marathon_entrants_model_advance (scene.model));

  /* What costs nothing is done at once. */
  marathon_entrants_model_set_query (scene.model, "hundred");
  marathon_entrants_model_settle (scene.model);
  g_array_set_size (sizes, 0);
  marathon_entrants_model_set_query (scene.model, "");
  marathon_entrants_model_settle (scene.model);
  marathon_entrants_model_set_mask (scene.model, make_mask (1000, 995));
  marathon_entrants_model_set_mask (scene.model, make_mask (1000, 200));
  marathon_entrants_model_set_mask (scene.model, make_mask (1000, 210));
  marathon_entrants_model_set_mask (scene.model, make_mask (1000, 211));
  assert_sizes (sizes, at_once, G_N_ELEMENTS (at_once));
  g_signal_handlers_disconnect_by_data (scene.model, sizes);
  entrants_scene_end (&scene);
}

static void
test_a_list_of_nobody_keeps_its_rows_blank (void)
{
  EntrantsScene scene;

  entrants_scene_start (&scene, "event | title=T\n");
  entrants_scene_fill (&scene, 300);
  entrants_scene_show (&scene);
  marathon_entrants_model_settle (scene.model);
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (scene.model));
  marathon_entrants_model_set_query (scene.model, "nobody is called so");
  g_assert_cmpuint (marathon_entrants_model_get_n_shown (scene.model), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (scene.model)), ==, 300);
  for (guint row = 0; row < 300; row++)
    {
      g_assert_cmpuint (g_array_index (scene.seen, guint64, row), ==, 0);
      g_assert_false (g_array_index (scene.marks, gboolean, row));
    }
  g_assert_cmpuint (marathon_entrants_model_get_n_selected (scene.model), ==, 300);
  g_assert_false (marathon_entrants_model_advance (scene.model));
  marathon_entrants_model_set_query (scene.model, "odd");
  marathon_entrants_model_settle (scene.model);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (scene.model)), ==, 150);
  g_assert_true (g_array_index (scene.marks, gboolean, 149));
  entrants_scene_end (&scene);
}

/* --- The index of a big event --- */

static void
assert_rows (EntrantsScene *scene, const char *query, const MarathonSortKey *key)
{
  g_autoptr (GArray) rows = entrants_scene_find_rows (scene->event, query, key, 1);

  g_assert_cmpuint (marathon_entrants_model_get_n_shown (scene->model), ==, rows->len);
  for (guint row = 0; row < rows->len; row++)
    g_assert_cmpuint (marathon_entrants_model_get_position (scene->model, row), ==, g_array_index (rows, guint32, row));
}

static void
edit_event_by_letter (EntrantsScene *scene, char letter)
{
  MarathonEvent *event = scene->event;
  guint size = marathon_roster_get_size (marathon_event_get_roster (event));
  const guint32 positions[] = { 5, size / 2, size - 3 };
  MarathonEntrant values[3];

  for (guint i = 0; i < 3; i++)
    values[i] = model_fixture_entrant (event, scene->next_id++, "family=Newcomer | given=A");
  if (letter == 'i')
    g_assert_true (marathon_event_insert_entrants (event, MARATHON_PLACE_ROSTER, positions, values, 3, NULL));
  else if (letter == 'a')
    g_assert_true (marathon_event_insert_entrants (event, MARATHON_PLACE_ROSTER, &size, values, 1, NULL));
  else if (letter == 'r')
    g_assert_true (marathon_event_remove_entrants (event, MARATHON_PLACE_ROSTER, positions, 3, NULL));
  else if (letter == 'l')
    g_assert_true (marathon_event_remove_entrants (event, MARATHON_PLACE_ROSTER, &(guint32){ size - 1 }, 1, NULL));
  else if (letter == 'c')
    g_assert_true (model_fixture_set (event, size - 1, "family", "Newcomer", NULL));
  else if (letter == 'f')
    g_assert_true (model_fixture_set (event, 0, "family", "Newcomer", NULL));
}

/* @edits: letters; those behind the bar are done while the thread is at work. */
static void
check_building (const char *edits)
{
  const MarathonSortKey key = { MARATHON_FIELD_FAMILY, FALSE };
  EntrantsScene scene;

  entrants_scene_start (&scene, "event | title=T\n");
  entrants_scene_fill (&scene, MARATHON_ENTRANTS_MODEL_AT_ONCE + 1);
  entrants_scene_show (&scene);
  marathon_entrants_model_set_order (scene.model, &key, 1);
  marathon_entrants_model_set_query (scene.model, "newcomer");
  for (const char *at = edits; *at != '\0'; at++)
    {
      g_assert_false (marathon_entrants_model_is_ready (scene.model));
      g_assert_cmpuint (entrants_scene_get_id (&scene, 0), ==, 1000);
      if (*at == '|')
        g_main_context_iteration (NULL, TRUE);
      else
        edit_event_by_letter (&scene, *at);
    }
  while (!marathon_entrants_model_is_ready (scene.model))
    g_main_context_iteration (NULL, TRUE);
  assert_rows (&scene, "newcomer", &key);
  marathon_entrants_model_set_query (scene.model, "");
  assert_rows (&scene, "", &key);
  entrants_scene_end (&scene);
}

static void
test_edits_while_the_index_is_built_are_caught_up_with (void)
{
  static const char *const cases[] = { "|",  "i|",  "c|f", "|i",  "|a",  "|r",   "|l",
                                       "|c", "|al", "|la", "|cr", "|rc", "|fic", "|irlafc" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_building (cases[i]);
}

static void
test_a_model_may_go_while_its_index_is_built (void)
{
  EntrantsScene scene;

  entrants_scene_start (&scene, "event | title=T\n");
  entrants_scene_fill (&scene, MARATHON_ENTRANTS_MODEL_AT_ONCE + 1);
  for (guint i = 0; i < 2; i++)
    {
      MarathonEntrantsModel *model = marathon_entrants_model_new (scene.event);

      if (i == 1)
        g_main_context_iteration (NULL, TRUE);
      g_assert_finalize_object (model);
    }
  /* The second one's thread may still be at work. */
  entrants_scene_show (&scene);
  while (!marathon_entrants_model_is_ready (scene.model))
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  entrants_scene_end (&scene);
}

static void
test_a_slot_may_outlive_its_model (void)
{
  EntrantsScene scene;
  g_autoptr (MarathonEntrantSlot) slot = NULL;
  gpointer weak;

  entrants_scene_start (&scene, "event | title=T\n");
  entrants_scene_fill (&scene, 3);
  entrants_scene_show (&scene);
  slot = g_list_model_get_item (G_LIST_MODEL (scene.model), 2);
  entrants_scene_end (&scene);
  g_assert_cmpuint (marathon_entrant_slot_get_row (slot), ==, 2);
  weak = slot;
  g_object_add_weak_pointer (G_OBJECT (slot), &weak);
  g_clear_object (&slot);
  g_assert_null (weak);
}

/* The table of slots holds nobody: a row that nobody looks at any more gets a new object when somebody does again. */
static void
test_a_slot_lives_as_long_as_somebody_holds_it (void)
{
  EntrantsScene scene;
  g_autoptr (MarathonEntrantSlot) again = NULL;
  MarathonEntrantSlot *slot;
  g_autoptr (MarathonEntrantsModel) model = NULL;

  entrants_scene_start (&scene, "event | title=T\n");
  entrants_scene_fill (&scene, 3);
  model = marathon_entrants_model_new (scene.event);
  slot = g_list_model_get_item (G_LIST_MODEL (model), 1);
  again = g_list_model_get_item (G_LIST_MODEL (model), 1);
  g_assert_true (slot == again);
  g_clear_object (&again);
  g_assert_finalize_object (slot);
  again = g_list_model_get_item (G_LIST_MODEL (model), 1);
  g_assert_cmpuint (marathon_entrant_slot_get_row (again), ==, 1);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), 3));
  g_clear_object (&again);
  g_clear_object (&model);
  g_assert_finalize_object (scene.history);
  g_assert_finalize_object (scene.event);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/entrants-model/is-what-a-plain-list-is", test_it_is_what_a_plain_list_is);
  g_test_add_func ("/entrants-model/a-selection-says-where-it-changed",
                   test_a_selection_says_where_it_changed_and_no_more);
  g_test_add_func ("/entrants-model/choosing-all-or-one-drops-who-is-not-shown",
                   test_choosing_all_or_one_drops_who_is_not_shown);
  g_test_add_func ("/entrants-model/a-selection-behind-a-filter-is-told", test_a_selection_behind_a_filter_is_told_too);
  g_test_add_func ("/entrants-model/a-query-touches-no-row-that-stays", test_a_query_touches_no_row_that_stays);
  g_test_add_func ("/entrants-model/many-changes-are-caught-up-with-once", test_many_changes_are_caught_up_with_once);
  g_test_add_func ("/entrants-model/rows-say-what-a-record-is-called", test_rows_say_what_a_record_is_called_now);
  g_test_add_func ("/entrants-model/few-rows-come-and-go-in-stages", test_a_list_of_few_rows_comes_and_goes_in_stages);
  g_test_add_func ("/entrants-model/nobody-keeps-its-rows-blank", test_a_list_of_nobody_keeps_its_rows_blank);
  g_test_add_func ("/entrants-model/edits-while-the-index-is-built",
                   test_edits_while_the_index_is_built_are_caught_up_with);
  g_test_add_func ("/entrants-model/may-go-while-its-index-is-built", test_a_model_may_go_while_its_index_is_built);
  g_test_add_func ("/entrants-model/a-slot-may-outlive-it", test_a_slot_may_outlive_its_model);
  g_test_add_func ("/entrants-model/a-slot-lives-as-long-as-somebody-holds-it",
                   test_a_slot_lives_as_long_as_somebody_holds_it);

  return g_test_run ();
}
