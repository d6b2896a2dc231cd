/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows made anew for every question; who is selected or hidden is a set of ids.
 */
#include "widgets/plain-entrants.h"

#include "model/model-fixture.h"
#include "widgets/entrants-scene.h"

#define N_NAMES 12

/* --- The plain list --- */

/* What the model was asked for, in words a plain list understands. */
typedef struct {
  EntrantsScene scene;
  GRand *random;
  char *query;
  MarathonSortKey keys[2];
  guint n_keys;
  GHashTable *hidden; /* ids that the mask hides; NULL for no mask */
  GHashTable *chosen; /* ids that are selected */
} Trial;

static guint
pick (Trial *trial, guint end)
{
  return (guint) g_rand_int_range (trial->random, 0, (gint32) MAX (end, 1));
}

static guint
get_size (Trial *trial)
{
  return marathon_roster_get_size (marathon_event_get_roster (trial->scene.event));
}

static guint64
get_id_at (Trial *trial, guint position)
{
  return marathon_roster_get (marathon_event_get_roster (trial->scene.event), position)->id;
}

static gboolean
has_id (GHashTable *ids, guint64 id)
{
  return ids != NULL && g_hash_table_contains (ids, GSIZE_TO_POINTER (id));
}

/* The rows as they should be. */
static GArray *
list_rows (Trial *trial)
{
  GArray *rows = entrants_scene_find_rows (trial->scene.event, trial->query, trial->keys, trial->n_keys);

  for (guint i = rows->len; i-- > 0;)
    if (has_id (trial->hidden, get_id_at (trial, g_array_index (rows, guint32, i))))
      g_array_remove_index (rows, i);
  return rows;
}

static void
assert_selected (Trial *trial)
{
  g_autoptr (GArray) selected = marathon_entrants_model_get_selected (trial->scene.model);
  guint n = 0, n_selected, next = 0;

  g_object_get (trial->scene.model, "n-selected", &n_selected, NULL);
  for (guint i = 0; i < get_size (trial); i++)
    {
      gboolean chosen = has_id (trial->chosen, get_id_at (trial, i));

      g_assert_cmpint (marathon_entrants_model_position_is_selected (trial->scene.model, i), ==, chosen);
      g_assert_true (!chosen || g_array_index (selected, guint32, next++) == i);
      n += chosen;
    }
  g_assert_cmpuint (selected->len, ==, n);
  g_assert_cmpuint (n_selected, ==, n);
}

/* Nobody who is not in the event may be in a row, not even before the model has caught up. */
static void
assert_nobody_is_a_ghost (Trial *trial)
{
  guint n_shown = marathon_entrants_model_get_n_shown (trial->scene.model);
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (trial->scene.model)), n_all;

  g_object_get (trial->scene.model, "n-all", &n_all, NULL);
  g_assert_cmpuint (n_all, ==, get_size (trial));
  for (guint row = 0; row < n_shown; row++)
    g_assert_cmpuint (marathon_entrants_model_get_position (trial->scene.model, row), <, n_all);
  for (guint row = n_shown; row < n_rows; row++)
    g_assert_null (marathon_entrants_model_get_entrant (trial->scene.model, row));
  assert_selected (trial);
}

static void
assert_is_what_the_plain_list_is (Trial *trial)
{
  EntrantsScene *scene = &trial->scene;
  g_autoptr (GArray) rows = list_rows (trial);
  guint n_shown;

  marathon_entrants_model_settle (scene->model);
  assert_nobody_is_a_ghost (trial);
  g_object_get (scene->model, "n-shown", &n_shown, NULL);
  g_assert_cmpuint (n_shown, ==, rows->len);
  if (rows->len > 0)
    g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (scene->model)), ==, rows->len);
  for (guint row = 0; row < rows->len; row++)
    {
      guint position = g_array_index (rows, guint32, row);

      g_assert_cmpuint (marathon_entrants_model_get_position (scene->model, row), ==, position);
      g_assert_cmpuint (marathon_entrants_model_find_row (scene->model, position), ==, row);
      g_assert_cmpuint (g_array_index (scene->seen, guint64, row), ==, get_id_at (trial, position));
      g_assert_cmpint (g_array_index (scene->marks, gboolean, row), ==,
                       has_id (trial->chosen, get_id_at (trial, position)));
      g_assert_cmpint (entrants_scene_is_marked (scene, row), ==, g_array_index (scene->marks, gboolean, row));
    }
  g_assert_false (entrants_scene_is_marked (scene, rows->len));
}

/* --- Random acts: on the event --- */

static MarathonEntrant
make_entrant (Trial *trial, guint64 id)
{
  static const char *const names[N_NAMES] = { "Smith", "Smits", "Jones", "Ångström", "Øster", "Weir",
                                              "Farah", "Kirui", "Smithson", "", "Chepkirui", "Mutai" };
  const char *family = names[pick (trial, N_NAMES)], *given = names[pick (trial, N_NAMES)];
  const char *club = names[pick (trial, N_NAMES)], *category = pick (trial, 2) == 0 ? "elite" : "mass";
  const char *status = pick (trial, 3) == 0 ? "withdrawn" : "accepted";
  g_autofree char *cells = g_strdup_printf ("family=%s | given=%s | category=%s | status=%s | club=%s", family, given,
                                            category, status, club);

  return model_fixture_entrant (trial->scene.event, id, cells);
}

/* Some positions below @end, ascending. */
static GArray *
choose (Trial *trial, guint end)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint step = 1 + pick (trial, pick (trial, 2) == 0 ? 3 : 60);

  for (guint32 at = pick (trial, end); at < end && positions->len < 20; at += 1 + pick (trial, step))
    g_array_append_val (positions, at);
  return positions;
}

static void
add_edit (Trial *trial, MarathonEdit *edit)
{
  g_autoptr (GError) error = NULL;

  marathon_history_add (trial->scene.history, edit, &error);
  g_assert_no_error (error);
  marathon_edit_unref (edit);
}

static void
insert_some (Trial *trial)
{
  g_autoptr (GArray) positions = choose (trial, get_size (trial) + 1);
  g_autofree MarathonEntrant *values = g_new (MarathonEntrant, positions->len);

  for (guint i = 0; i < positions->len; i++)
    values[i] = make_entrant (trial, trial->scene.next_id++);
  add_edit (trial, marathon_edit_new_insert_entrants (MARATHON_PLACE_ROSTER, (guint32 *) (gpointer) positions->data,
                                                      values, positions->len));
}

static void
bin_some (Trial *trial)
{
  g_autoptr (GArray) positions = choose (trial, get_size (trial));

  for (guint i = 0; i < positions->len; i++)
    g_hash_table_remove (trial->chosen, GSIZE_TO_POINTER (get_id_at (trial, g_array_index (positions, guint32, i))));
  add_edit (trial, marathon_edit_new_bin_entrants (trial->scene.event, (guint32 *) (gpointer) positions->data,
                                                   positions->len));
}

static void
change_some (Trial *trial)
{
  g_autoptr (GArray) positions = choose (trial, get_size (trial));
  g_autofree MarathonEntrant *values = g_new (MarathonEntrant, MAX (positions->len, 1));

  for (guint i = 0; i < positions->len; i++)
    values[i] = make_entrant (trial, get_id_at (trial, g_array_index (positions, guint32, i)));
  add_edit (trial, marathon_edit_new_change_entrants (trial->scene.event, MARATHON_PLACE_ROSTER,
                                                      (guint32 *) (gpointer) positions->data, values, positions->len));
}

static void
edit_event (Trial *trial)
{
  static void (*const edits[]) (Trial *) = { insert_some, bin_some, change_some };

  marathon_history_begin (trial->scene.history, "");
  for (guint i = 1 + pick (trial, 3); i > 0; i--)
    edits[pick (trial, G_N_ELEMENTS (edits))](trial);
  marathon_history_commit (trial->scene.history);
}

/* Who went is not selected when they come back; nor does a mask know them. */
static void
forget_absent (Trial *trial, GHashTable *ids)
{
  GHashTableIter iter;
  gpointer id;
  guint position;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!marathon_roster_find (marathon_event_get_roster (trial->scene.event), GPOINTER_TO_SIZE (id), &position))
      g_hash_table_iter_remove (&iter);
}

static void
undo_or_redo (Trial *trial)
{
  MarathonHistory *history = trial->scene.history;

  if (pick (trial, 2) == 0 && marathon_history_can_undo (history))
    g_assert_true (marathon_history_undo (history, NULL));
  else if (marathon_history_can_redo (history))
    g_assert_true (marathon_history_redo (history, NULL));
}

/* --- Random acts: on the model --- */

static void
set_query (Trial *trial)
{
  static const char *const queries[] = { "", "", "s", "smi", "smith", "category:elite", "status:withdrawn jo", "zzz" };

  g_free (trial->query);
  trial->query = g_strdup (queries[pick (trial, G_N_ELEMENTS (queries))]);
  marathon_entrants_model_set_query (trial->scene.model, trial->query);
}

static void
set_mask (Trial *trial)
{
  guint64 *mask = NULL;

  g_clear_pointer (&trial->hidden, g_hash_table_unref);
  if (pick (trial, 2) == 0)
    {
      mask = marathon_bitmap_new (get_size (trial));
      trial->hidden = g_hash_table_new (NULL, NULL);
      for (guint i = 0; i < get_size (trial); i++)
        if (pick (trial, 3) > 0)
          marathon_bitmap_set (mask, i, TRUE);
        else
          g_hash_table_add (trial->hidden, GSIZE_TO_POINTER (get_id_at (trial, i)));
    }
  marathon_entrants_model_set_mask (trial->scene.model, mask);
}

static void
set_order (Trial *trial)
{
  static const guint fields[]
      = { MARATHON_FIELD_FAMILY, MARATHON_FIELD_CATEGORY, MARATHON_FIELD_CLUB, MARATHON_FIELD_ID };

  trial->n_keys = pick (trial, 3);
  for (guint i = 0; i < trial->n_keys; i++)
    trial->keys[i] = (MarathonSortKey){ fields[pick (trial, G_N_ELEMENTS (fields))], pick (trial, 2) == 0 };
  marathon_entrants_model_set_order (trial->scene.model, trial->keys, trial->n_keys);
}

static void
choose_ids (Trial *trial, guint row, guint n, gboolean value)
{
  guint end = MIN (row + n, marathon_entrants_model_get_n_shown (trial->scene.model));

  for (; row < end; row++)
    if (value)
      g_hash_table_add (trial->chosen, GSIZE_TO_POINTER (entrants_scene_get_id (&trial->scene, row)));
    else
      g_hash_table_remove (trial->chosen, GSIZE_TO_POINTER (entrants_scene_get_id (&trial->scene, row)));
}

static void
select_mixture (Trial *trial, guint n_shown)
{
  g_autoptr (GtkBitset) rows = gtk_bitset_new_empty (), mask = gtk_bitset_new_empty ();

  for (guint row = 0; row < n_shown + 2; row++)
    {
      gboolean value = pick (trial, 2) == 0;

      if (value)
        gtk_bitset_add (rows, row);
      if (pick (trial, 3) > 0)
        continue;
      gtk_bitset_add (mask, row);
      choose_ids (trial, row, 1, value);
    }
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (trial->scene.model), rows, mask);
}

static void
select_somehow (Trial *trial)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (trial->scene.model);
  guint n_shown = marathon_entrants_model_get_n_shown (trial->scene.model);
  guint row = pick (trial, n_shown), n = pick (trial, n_shown), act = pick (trial, 8);
  gboolean alone = pick (trial, 2) == 0;

  if (act == 0 || act == 1 || (act < 4 && alone))
    g_hash_table_remove_all (trial->chosen);
  if (act == 0)
    choose_ids (trial, 0, n_shown, TRUE);
  else if (act > 1 && act < 6)
    choose_ids (trial, row, act % 2 == 0 ? 1 : n, act < 4);
  if (act == 0)
    gtk_selection_model_select_all (selection);
  else if (act == 1)
    gtk_selection_model_unselect_all (selection);
  else if (act == 2)
    gtk_selection_model_select_item (selection, row, alone);
  else if (act == 3)
    gtk_selection_model_select_range (selection, row, n, alone);
  else if (act == 4)
    gtk_selection_model_unselect_item (selection, row);
  else if (act == 5)
    gtk_selection_model_unselect_range (selection, row, n);
  else
    select_mixture (trial, n_shown);
}

static void
select_people (Trial *trial)
{
  g_autoptr (GArray) positions = choose (trial, get_size (trial));

  g_hash_table_remove_all (trial->chosen);
  for (guint i = 0; i < positions->len; i++)
    g_hash_table_add (trial->chosen, GSIZE_TO_POINTER (get_id_at (trial, g_array_index (positions, guint32, i))));
  marathon_entrants_model_select_positions (trial->scene.model, (guint32 *) (gpointer) positions->data, positions->len);
}

/* What is selected in a range is what the rows say one by one. */
static void
ask_for_a_range (Trial *trial)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (trial->scene.model);
  guint n_shown = marathon_entrants_model_get_n_shown (trial->scene.model), first = pick (trial, n_shown + 1);
  guint n = pick (trial, n_shown + 3);
  g_autoptr (GtkBitset) rows = gtk_selection_model_get_selection_in_range (selection, first, n);
  guint n_marked = 0;

  for (guint row = first; row < first + n; row++)
    {
      g_assert_cmpint (gtk_bitset_contains (rows, row), ==, entrants_scene_is_marked (&trial->scene, row));
      n_marked += entrants_scene_is_marked (&trial->scene, row);
    }
  g_assert_cmpuint (gtk_bitset_get_size (rows), ==, n_marked);
}

void
plain_entrants_run_trial (guint32 seed, guint n_people, guint n_steps)
{
  static void (*const acts[]) (Trial *)
      = { edit_event, edit_event,     edit_event,     undo_or_redo,  undo_or_redo,    set_query, set_mask,
          set_order,  select_somehow, select_somehow, select_people, ask_for_a_range, set_query };
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  Trial trial = { .random = random, .query = g_strdup (""), .chosen = g_hash_table_new (NULL, NULL) };

  entrants_scene_start (&trial.scene, "event | title=T\n category elite | name=Elite\n category mass | name=Mass\n");
  for (guint i = 0; i < n_people; i++)
    {
      MarathonEntrant entrant = make_entrant (&trial, trial.scene.next_id++);

      g_assert_true (marathon_event_append_entrant (trial.scene.event, MARATHON_PLACE_ROSTER, &entrant, NULL));
    }
  entrants_scene_show (&trial.scene);
  for (guint step = 0; step < n_steps; step++)
    {
      acts[pick (&trial, G_N_ELEMENTS (acts))](&trial);
      forget_absent (&trial, trial.chosen);
      if (trial.hidden != NULL)
        forget_absent (&trial, trial.hidden);
      assert_nobody_is_a_ghost (&trial);
      if (pick (&trial, 2) == 0)
        assert_is_what_the_plain_list_is (&trial);
    }
  assert_is_what_the_plain_list_is (&trial);
  entrants_scene_end (&trial.scene);
  g_free (trial.query);
  g_hash_table_unref (trial.chosen);
  g_clear_pointer (&trial.hidden, g_hash_table_unref);
}
