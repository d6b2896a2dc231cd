/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of the bin is the bin backwards, at any time.
 */
#include "pages/bin/bin-model.h"

#include <string.h>

#include "editing/entrant-edits.h"
#include "pages/bin/bin-item.h"
#include "widgets/display-scene.h"

#define N_PEOPLE 9

typedef struct {
  MarathonEvent *event;
  MarathonHistory *history;
  MarathonBinModel *model;
  GPtrArray *followed; /* of names: what somebody knows who only hears "items-changed" */
} Scene;

static char *
get_name (Scene *scene, guint row)
{
  g_autoptr (MarathonBinItem) item = g_list_model_get_item (G_LIST_MODEL (scene->model), row);
  char *name;

  g_object_get (item, "name", &name, NULL);
  return name;
}

static void
on_items_changed (Scene *scene, guint row, guint removed, guint added)
{
  if (removed > 0)
    g_ptr_array_remove_range (scene->followed, row, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (scene->followed, (gint) (row + i), get_name (scene, row + i));
}

static void
scene_init (Scene *scene)
{
  scene->event = marathon_event_new ();
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      char name[2] = { (char) ('A' + i), '\0' };
      MarathonEntrant entrant = { .id = i + 1, .given = marathon_event_add_text (scene->event, name) };

      g_assert_true (marathon_event_append_entrant (scene->event, MARATHON_PLACE_ROSTER, &entrant, NULL));
    }
  scene->history = marathon_history_new (scene->event);
  scene->model = marathon_bin_model_new (scene->event);
  scene->followed = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect_swapped (scene->model, "items-changed", G_CALLBACK (on_items_changed), scene);
}

static void
scene_clear (Scene *scene)
{
  g_assert_finalize_object (scene->model);
  g_object_unref (scene->history);
  g_assert_finalize_object (scene->event);
  g_ptr_array_unref (scene->followed);
}

static void
assert_names (Scene *scene, const char *names)
{
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (scene->model)), ==, strlen (names));
  g_assert_cmpuint (scene->followed->len, ==, strlen (names));
  for (guint i = 0; i < scene->followed->len; i++)
    {
      g_autofree char *name = get_name (scene, i);

      g_assert_cmpint (name[0], ==, names[i]);
      g_assert_cmpstr (g_ptr_array_index (scene->followed, i), ==, name);
    }
}

static void
test_the_last_comes_first (void)
{
  Scene scene;

  scene_init (&scene);
  assert_names (&scene, "");
  g_assert_true (marathon_entrants_delete (scene.history, (const guint32[]) { 0, 2 }, 2, NULL));
  assert_names (&scene, "CA");
  g_assert_true (marathon_entrants_delete (scene.history, (const guint32[]) { 0, 1, 5 }, 3, NULL));
  assert_names (&scene, "HDBCA");
  g_assert_cmpuint (marathon_bin_model_get_position (scene.model, 0), ==, 4);
  g_assert_true (marathon_entrants_restore (scene.history, (const guint32[]) { 1, 3 }, 2, NULL));
  assert_names (&scene, "HBA");
  g_assert_true (marathon_history_undo (scene.history, NULL));
  assert_names (&scene, "HDBCA");
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (scene.model), 5));
  scene_clear (&scene);
}

static void
test_changed_values (void)
{
  Scene scene;
  MarathonEntrant value;
  static const guint32 position = 1;

  scene_init (&scene);
  g_assert_true (marathon_entrants_delete (scene.history, (const guint32[]) { 0, 1, 2 }, 3, NULL));
  value = *marathon_roster_get (marathon_event_get_bin (scene.event), position);
  value.given = marathon_event_add_text (scene.event, "X");
  g_assert_true (marathon_event_replace_entrants (scene.event, MARATHON_PLACE_BIN, &position, &value, 1, NULL));
  assert_names (&scene, "CXA");
  scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/bin-model/the-last-comes-first", test_the_last_comes_first);
  g_test_add_func ("/bin-model/changed-values", test_changed_values);
  return display_scene_run ();
}
