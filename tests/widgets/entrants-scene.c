/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A view that only listens.
 */
#include "widgets/entrants-scene.h"

#include "model/model-fixture.h"

guint64
entrants_scene_get_id (EntrantsScene *scene, guint row)
{
  const MarathonEntrant *entrant = marathon_entrants_model_get_entrant (scene->model, row);

  return entrant != NULL ? entrant->id : 0;
}

static void
hear_slot (MarathonEntrantSlot *slot, EntrantsScene *scene)
{
  guint row = marathon_entrant_slot_get_row (slot);

  scene->n_changed++;
  if (row < scene->seen->len)
    g_array_index (scene->seen, guint64, row) = entrants_scene_get_id (scene, row);
}

gboolean
entrants_scene_is_marked (EntrantsScene *scene, guint row)
{
  return gtk_selection_model_is_selected (GTK_SELECTION_MODEL (scene->model), row);
}

static void
hear_items (GListModel *list, guint row, guint removed, guint added, EntrantsScene *scene)
{
  /* Only ever the end, and never both: GTK 4.8 takes time by the number of rows for anything else. */
  g_assert_true (removed == 0 || added == 0);
  g_assert_cmpuint (row + MAX (removed, added), ==, removed > 0 ? scene->seen->len : g_list_model_get_n_items (list));
  g_array_set_size (scene->seen, row);
  g_array_set_size (scene->marks, row);
  g_ptr_array_set_size (scene->slots, (gint) row);
  for (; row < g_list_model_get_n_items (list); row++)
    {
      MarathonEntrantSlot *slot = g_list_model_get_item (list, row);
      guint64 id = entrants_scene_get_id (scene, row);
      gboolean mark = entrants_scene_is_marked (scene, row);

      g_assert_cmpuint (marathon_entrant_slot_get_row (slot), ==, row);
      g_signal_connect (slot, "changed", G_CALLBACK (hear_slot), scene);
      g_ptr_array_add (scene->slots, slot);
      g_array_append_val (scene->seen, id);
      g_array_append_val (scene->marks, mark);
    }
}

static void
hear_selection (GtkSelectionModel *selection, guint row, guint n, EntrantsScene *scene)
{
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (row + n, <=, g_list_model_get_n_items (G_LIST_MODEL (selection)));
  scene->n_ranges++;
  scene->first = row;
  scene->n = n;
  for (guint i = row; i < row + n; i++)
    g_array_index (scene->marks, gboolean, i) = entrants_scene_is_marked (scene, i);
}

static void
drop_slot (gpointer slot)
{
  g_signal_handlers_disconnect_matched (slot, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, (gpointer) hear_slot, NULL);
  g_object_unref (slot);
}

void
entrants_scene_start (EntrantsScene *scene, const char *text)
{
  *scene = (EntrantsScene){ .event = model_fixture_new (text), .next_id = 1000 };
  scene->history = marathon_history_new (scene->event);
}

void
entrants_scene_show (EntrantsScene *scene)
{
  scene->model = marathon_entrants_model_new (scene->event);
  scene->slots = g_ptr_array_new_with_free_func (drop_slot);
  scene->seen = g_array_new (FALSE, FALSE, sizeof (guint64));
  scene->marks = g_array_new (FALSE, FALSE, sizeof (gboolean));
  g_signal_connect (scene->model, "items-changed", G_CALLBACK (hear_items), scene);
  g_signal_connect (scene->model, "selection-changed", G_CALLBACK (hear_selection), scene);
  hear_items (G_LIST_MODEL (scene->model), 0, 0, g_list_model_get_n_items (G_LIST_MODEL (scene->model)), scene);
}

void
entrants_scene_end (EntrantsScene *scene)
{
  g_signal_handlers_disconnect_by_data (scene->model, scene);
  g_clear_pointer (&scene->slots, g_ptr_array_unref);
  g_assert_finalize_object (scene->model);
  g_array_unref (scene->seen);
  g_array_unref (scene->marks);
  g_assert_finalize_object (scene->history);
  g_assert_finalize_object (scene->event);
}

void
entrants_scene_fill (EntrantsScene *scene, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *cells = g_strdup_printf ("family=%s%u | given=%s", i % 2 == 0 ? "Even" : "Odd", i,
                                                i % 100 == 0 ? "Hundred" : "");
      MarathonEntrant entrant = model_fixture_entrant (scene->event, scene->next_id++, cells);

      g_assert_true (marathon_event_append_entrant (scene->event, MARATHON_PLACE_ROSTER, &entrant, NULL));
    }
}

GArray *
entrants_scene_find_rows (MarathonEvent *event, const char *query, const MarathonSortKey *keys, guint n_keys)
{
  guint size = marathon_roster_get_size (marathon_event_get_roster (event));
  g_autoptr (MarathonEntrantIndex) index = marathon_entrant_index_new (event);
  g_autofree guint32 *permutation = g_new (guint32, MAX (size, 1));
  g_autofree guint64 *bits = marathon_bitmap_new (size);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));

  marathon_entrant_index_query (index, query, bits);
  marathon_entrant_index_order (index, keys, n_keys, permutation);
  for (guint32 i = 0; i < size; i++)
    {
      guint32 position = n_keys > 0 ? permutation[i] : i;

      if (marathon_bitmap_get (bits, position))
        g_array_append_val (rows, position);
    }
  return rows;
}
