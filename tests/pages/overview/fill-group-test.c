/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The group has a tile for each record, in the order of the list, which says what is so; nobody sees it, nothing is
 * counted.
 */
#include "pages/overview/fill-group.h"

#include "editing/entrant-edits.h"
#include "editing/record-edits.h"
#include "model/model-fixture.h"
#include "pages/overview/fill-tile.h"
#include "widgets/display-scene.h"

typedef struct {
  MarathonDocument *document;
  GtkWindow *window;
  MarathonFillGroup *group;
  GtkWidget *empty;
  char *chosen; /* key of the record that was chosen last */
} Scene;

static void
on_chosen (Scene *scene, MarathonRecord *record)
{
  g_free (scene->chosen);
  scene->chosen = g_strdup (marathon_record_get_key (record));
}

static void
scene_init (Scene *scene, const char *text)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (text);

  *scene = (Scene) { 0 };
  scene->document = marathon_document_new (event);
  scene->empty = gtk_label_new ("None yet");
  scene->group = g_object_new (MARATHON_TYPE_FILL_GROUP, "title", "Waves", "empty", scene->empty, NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (scene->group), scene->empty);
  marathon_fill_group_set_document (scene->group, scene->document, MARATHON_LIST_WAVES);
  g_signal_connect_swapped (scene->group, "chosen", G_CALLBACK (on_chosen), scene);
  scene->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (scene->window, 800, 600);
  gtk_window_set_child (scene->window, GTK_WIDGET (scene->group));
  display_scene_present (scene->window);
}

static void
scene_clear (Scene *scene)
{
  display_scene_destroy (scene->window);
  g_assert_finalize_object (scene->document);
  g_free (scene->chosen);
}

static MarathonHistory *
get_history (Scene *scene)
{
  return marathon_document_get_history (scene->document);
}

static GtkFlowBox *
get_tiles (Scene *scene)
{
  return GTK_FLOW_BOX (display_scene_find_id (GTK_WIDGET (scene->group), "tiles"));
}

/* Returns: (transfer full): "Red 1: 2 of 5; Red 2: 0": what can be read. */
static char *
read_tiles (Scene *scene)
{
  GString *text = g_string_new (NULL);
  GtkFlowBoxChild *child;

  for (int i = 0; (child = gtk_flow_box_get_child_at_index (get_tiles (scene), i)) != NULL; i++)
    g_string_append_printf (text, "%s%s: %s", i == 0 ? "" : "; ",
                            gtk_label_get_label (GTK_LABEL (display_scene_find_id (GTK_WIDGET (child), "name"))),
                            gtk_label_get_label (GTK_LABEL (display_scene_find_id (GTK_WIDGET (child), "numbers"))));
  return g_string_free (text, FALSE);
}

static gboolean
says (Scene *scene, const char *expected)
{
  g_autofree char *text = read_tiles (scene);

  return g_str_equal (text, expected);
}

static void
put (Scene *scene, guint32 position, const char *wave)
{
  MarathonEvent *event = marathon_document_get_event (scene->document);

  g_assert_true (marathon_entrants_set_field (get_history (scene), &position, 1, marathon_event_find_field (event, "wave"), wave,
                                              NULL));
}

#define EVENT "start red | name=Red | ground=#cc0000\nwave r1 | name=Red 1 | start=red | capacity=5\n" \
              "wave r2 | name=Red 2 | start=red\nentrant 1 | wave=r1\nguide 11 | family=G\nentrant 2\n"

static void
test_follows_the_entrants (void)
{
  Scene scene;

  scene_init (&scene, EVENT);
  g_assert_true (says (&scene, "Red 1: 2 of 5; Red 2: 0"));
  put (&scene, 1, "r2");
  display_scene_wait_until (says (&scene, "Red 1: 2 of 5; Red 2: 1"));
  g_assert_true (marathon_history_undo (get_history (&scene), NULL));
  display_scene_wait_until (says (&scene, "Red 1: 2 of 5; Red 2: 0"));
  scene_clear (&scene);
}

static void
test_follows_the_records (void)
{
  static const MarathonColumnText values[] = { { "start", "red" }, { "capacity", "9" } };
  Scene scene;
  MarathonRecord *start;

  scene_init (&scene, EVENT);
  g_assert_true (marathon_record_add (get_history (&scene), MARATHON_LIST_WAVES, 0, "Red 0", values, 2, NULL, NULL));
  display_scene_wait_until (says (&scene, "Red 0: 0 of 9; Red 1: 2 of 5; Red 2: 0"));
  g_assert_true (marathon_record_move (get_history (&scene), MARATHON_LIST_WAVES, 0, 2, NULL));
  display_scene_wait_until (says (&scene, "Red 1: 2 of 5; Red 2: 0; Red 0: 0 of 9"));
  g_assert_true (marathon_record_delete (get_history (&scene), MARATHON_LIST_WAVES, 0, NULL));
  display_scene_wait_until (says (&scene, "Red 2: 0; Red 0: 0 of 9"));
  start = marathon_record_list_get (marathon_event_get_list (marathon_document_get_event (scene.document), MARATHON_LIST_STARTS), 0);
  g_assert_true (marathon_record_change (get_history (&scene), start,
                                         (guint) marathon_record_find_column (start, "ground"), "", NULL));
  display_scene_wait_until (!gtk_widget_get_visible (display_scene_find_id (GTK_WIDGET (scene.group), "swatch")));
  scene_clear (&scene);
}

static void
test_there_are_none (void)
{
  Scene scene;

  scene_init (&scene, "entrant 1\n");
  g_assert_true (gtk_widget_get_visible (scene.empty));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_tiles (&scene))));
  g_assert_true (marathon_record_add (get_history (&scene), MARATHON_LIST_WAVES, 0, "First", NULL, 0, NULL, NULL));
  display_scene_wait_until (says (&scene, "First: 0"));
  g_assert_false (gtk_widget_get_visible (scene.empty));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_tiles (&scene))));
  put (&scene, 0, "first");
  display_scene_wait_until (says (&scene, "First: 1"));
  g_assert_true (marathon_record_delete (get_history (&scene), MARATHON_LIST_WAVES, 0, NULL));
  display_scene_wait_until (gtk_widget_get_visible (scene.empty));
  scene_clear (&scene);
}

static void
test_nobody_looks (void)
{
  Scene scene;

  scene_init (&scene, EVENT);
  gtk_widget_set_visible (GTK_WIDGET (scene.group), FALSE);
  put (&scene, 1, "r2");
  display_scene_settle ();
  g_assert_true (says (&scene, "Red 1: 2 of 5; Red 2: 0"));
  gtk_widget_set_visible (GTK_WIDGET (scene.group), TRUE);
  display_scene_wait_until (says (&scene, "Red 1: 2 of 5; Red 2: 1"));
  scene_clear (&scene);
}

static void
test_chosen_by_keyboard_and_pointer (void)
{
  Scene scene;

  scene_init (&scene, EVENT);
  gtk_widget_child_focus (GTK_WIDGET (scene.group), GTK_DIR_TAB_FORWARD);
  display_scene_press (scene.window, "Right");
  display_scene_wait_for_frame (GTK_WIDGET (scene.group));
  display_scene_press (scene.window, "Return");
  display_scene_wait_until (g_strcmp0 (scene.chosen, "r2") == 0);
  display_scene_click_at (GTK_WIDGET (gtk_flow_box_get_child_at_index (get_tiles (&scene), 0)), DISPLAY_SCENE_LEFT);
  display_scene_wait_until (g_strcmp0 (scene.chosen, "r1") == 0);
  scene_clear (&scene);
}

/* Two columns where there is room, one where there is not. */
static void
test_columns (void)
{
  Scene scene;
  graphene_rect_t first, second;

  scene_init (&scene, EVENT);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (gtk_flow_box_get_child_at_index (get_tiles (&scene), 0)),
                                            GTK_WIDGET (scene.group), &first));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (gtk_flow_box_get_child_at_index (get_tiles (&scene), 1)),
                                            GTK_WIDGET (scene.group), &second));
  g_assert_cmpfloat (first.origin.y, ==, second.origin.y);
  gtk_widget_set_halign (GTK_WIDGET (scene.group), GTK_ALIGN_START);
  gtk_widget_set_size_request (GTK_WIDGET (scene.group), 330, -1);
  gtk_window_set_default_size (scene.window, 330, 600);
  display_scene_wait_until (gtk_widget_get_width (GTK_WIDGET (scene.group)) < 400);
  display_scene_wait_for_frame (GTK_WIDGET (scene.group));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (gtk_flow_box_get_child_at_index (get_tiles (&scene), 1)),
                                            GTK_WIDGET (scene.group), &second));
  g_assert_cmpfloat (second.origin.y, >, first.origin.y);
  scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/fill-group/follows-the-entrants", test_follows_the_entrants);
  g_test_add_func ("/fill-group/follows-the-records", test_follows_the_records);
  g_test_add_func ("/fill-group/there-are-none", test_there_are_none);
  g_test_add_func ("/fill-group/nobody-looks", test_nobody_looks);
  g_test_add_func ("/fill-group/chosen-by-keyboard-and-pointer", test_chosen_by_keyboard_and_pointer);
  g_test_add_func ("/fill-group/columns", test_columns);
  return display_scene_run ();
}
