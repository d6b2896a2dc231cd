/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bin shows who was deleted, and gives back those who are selected, by button and by Enter.
 */
#include "pages/bin/bin-page.h"

#include "editing/entrant-edits.h"
#include "widgets/display-scene.h"

typedef struct {
  GtkWindow *window;
  MarathonPage *page;
  MarathonDocument *document;
  MarathonProblemsWatch *problems;
  char *toast; /* what was told last */
  gboolean has_undo;
} Scene;

static MarathonDocument *
make_document (guint n)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %u", i);
      g_autofree char *bib = g_strdup_printf ("%u", i + 1);
      MarathonEntrant entrant = { .id = i + 1, .family = marathon_event_add_text (event, name),
                                  .bib = marathon_event_add_text (event, bib), .bib_number = i + 1 };

      g_assert_true (marathon_event_append_entrant (event, MARATHON_PLACE_ROSTER, &entrant, NULL));
    }
  return marathon_document_new (event);
}

static void
on_toast (Scene *scene, AdwToast *toast)
{
  g_free (scene->toast);
  scene->toast = g_strdup (adw_toast_get_title (toast));
  scene->has_undo = adw_toast_get_button_label (toast) != NULL;
}

static void
scene_init (Scene *scene, guint n)
{
  *scene = (Scene) { 0 };
  scene->document = make_document (n);
  scene->problems = marathon_problems_watch_new (scene->document);
  scene->page = g_object_new (MARATHON_TYPE_BIN_PAGE, NULL);
  g_signal_connect_swapped (scene->page, "toast", G_CALLBACK (on_toast), scene);
  marathon_page_set_document (scene->page, scene->document, scene->problems);
  scene->window = GTK_WINDOW (gtk_window_new ());
  gtk_widget_insert_action_group (GTK_WIDGET (scene->window), "bin", G_ACTION_GROUP (marathon_page_get_actions (scene->page)));
  gtk_window_set_default_size (scene->window, 600, 400);
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
  g_free (scene->toast);
}

static MarathonEvent *
get_event (Scene *scene)
{
  return marathon_document_get_event (scene->document);
}

static MarathonHistory *
get_history (Scene *scene)
{
  return marathon_document_get_history (scene->document);
}

/* Deletes the first @n of the roster. */
static void
delete_first (Scene *scene, guint n)
{
  g_autofree guint32 *positions = g_new (guint32, n);

  for (guint i = 0; i < n; i++)
    positions[i] = i;
  g_assert_true (marathon_entrants_delete (get_history (scene), positions, n, NULL));
}

static GtkSelectionModel *
get_selection (Scene *scene)
{
  return gtk_column_view_get_model (GTK_COLUMN_VIEW (display_scene_find (GTK_WIDGET (scene->page), GTK_TYPE_COLUMN_VIEW)));
}

static gboolean
can_restore (Scene *scene)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (marathon_page_get_actions (scene->page)), "restore");
}

static void
assert_sizes (Scene *scene, guint n_roster, guint n_bin)
{
  g_autofree char *count = n_bin > 0 ? g_strdup_printf ("%u", n_bin) : g_strdup ("");

  g_assert_cmpuint (marathon_roster_get_size (marathon_event_get_roster (get_event (scene))), ==, n_roster);
  g_assert_cmpuint (marathon_roster_get_size (marathon_event_get_bin (get_event (scene))), ==, n_bin);
  g_assert_cmpstr (marathon_page_get_count (scene->page), ==, count);
}

static void
test_empty (void)
{
  Scene scene;

  scene_init (&scene, 3);
  assert_sizes (&scene, 3, 0);
  g_assert_true (display_scene_shows (GTK_WIDGET (scene.page), "Nothing Deleted"));
  g_assert_false (can_restore (&scene));
  delete_first (&scene, 1);
  display_scene_wait_until (display_scene_shows (GTK_WIDGET (scene.page), "1 deleted entrant"));
  assert_sizes (&scene, 2, 1);
  g_assert_true (marathon_history_undo (get_history (&scene), NULL));
  display_scene_wait_until (display_scene_shows (GTK_WIDGET (scene.page), "Nothing Deleted"));
  scene_clear (&scene);
}

static void
test_the_button_restores_the_selected (void)
{
  Scene scene;

  scene_init (&scene, 5);
  delete_first (&scene, 4);
  g_assert_false (can_restore (&scene));
  gtk_selection_model_select_item (get_selection (&scene), 0, TRUE); /* Person 3 */
  gtk_selection_model_select_item (get_selection (&scene), 2, FALSE); /* Person 1 */
  g_assert_true (can_restore (&scene));
  display_scene_wait_for_frame (GTK_WIDGET (scene.page));
  display_scene_click (display_scene_find_text (GTK_WIDGET (scene.page), GTK_TYPE_BUTTON, "_Restore"));
  assert_sizes (&scene, 3, 2);
  g_assert_cmpstr (scene.toast, ==, "Restored 2 entrants");
  g_assert_true (scene.has_undo);
  g_assert_cmpuint (marathon_roster_get (marathon_event_get_roster (get_event (&scene)), 1)->id, ==, 2);
  g_assert_cmpuint (marathon_roster_get (marathon_event_get_roster (get_event (&scene)), 2)->id, ==, 4);
  g_assert_false (can_restore (&scene));
  scene_clear (&scene);
}

/* Rows that come in front of those in view would else push these down. */
static void
test_who_was_deleted_last_is_in_view (void)
{
  Scene scene;
  GtkAdjustment *adjustment;

  scene_init (&scene, 200);
  delete_first (&scene, 100);
  display_scene_wait_for_frame (GTK_WIDGET (scene.page));
  delete_first (&scene, 100);
  display_scene_wait_for_frame (GTK_WIDGET (scene.page));
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (display_scene_find_id (GTK_WIDGET (scene.page), "scroller")));
  gtk_adjustment_set_value (adjustment, 1000);
  display_scene_wait_for_frame (GTK_WIDGET (scene.page));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 1000);
  marathon_page_enter (scene.page);
  display_scene_wait_for_frame (GTK_WIDGET (scene.page));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  scene_clear (&scene);
}

static void
test_enter_restores (void)
{
  Scene scene;

  scene_init (&scene, 3);
  delete_first (&scene, 2);
  display_scene_wait_for_frame (GTK_WIDGET (scene.page));
  marathon_page_enter (scene.page);
  display_scene_press (scene.window, "Down Return");
  display_scene_wait_until (scene.toast != NULL);
  assert_sizes (&scene, 2, 1);
  g_assert_true (g_str_has_prefix (scene.toast, "Restored Person "));
  scene_clear (&scene);
}

static void
test_enter_restores_all_who_are_selected_with_the_row (void)
{
  Scene scene;

  scene_init (&scene, 5);
  delete_first (&scene, 4);
  gtk_selection_model_select_range (get_selection (&scene), 1, 2, TRUE);
  g_signal_emit_by_name (display_scene_find (GTK_WIDGET (scene.page), GTK_TYPE_COLUMN_VIEW), "activate", 2);
  assert_sizes (&scene, 3, 2);
  g_signal_emit_by_name (display_scene_find (GTK_WIDGET (scene.page), GTK_TYPE_COLUMN_VIEW), "activate", 1);
  assert_sizes (&scene, 4, 1);
  g_assert_cmpstr (scene.toast, ==, "Restored Person 0");
  scene_clear (&scene);
}

static void
test_a_lost_bib_is_told (void)
{
  Scene scene;
  static const guint32 first[] = { 0 };

  scene_init (&scene, 2);
  delete_first (&scene, 1);
  g_assert_true (marathon_entrants_set_field (get_history (&scene), first, 1,
                                              marathon_event_find_field (get_event (&scene), "bib"), "1", NULL));
  gtk_selection_model_select_all (get_selection (&scene));
  g_action_group_activate_action (G_ACTION_GROUP (marathon_page_get_actions (scene.page)), "restore", NULL);
  assert_sizes (&scene, 2, 0);
  g_assert_cmpstr (scene.toast, ==, "Restored Person 0; 1 bib belongs to somebody else now");
  scene_clear (&scene);
}

/* Very many are deleted and restored without a row for each. */
static void
test_a_hundred_thousand (void)
{
  const guint n = 100000;
  Scene scene;

  scene_init (&scene, n);
  delete_first (&scene, n);
  display_scene_wait_until (display_scene_shows (GTK_WIDGET (scene.page), "100000 deleted entrants"));
  display_scene_wait_for_frame (GTK_WIDGET (scene.page));
  gtk_selection_model_select_all (get_selection (&scene));
  g_action_group_activate_action (G_ACTION_GROUP (marathon_page_get_actions (scene.page)), "restore", NULL);
  assert_sizes (&scene, n, 0);
  g_assert_cmpuint (marathon_roster_get (marathon_event_get_roster (get_event (&scene)), 0)->id, ==, 1);
  scene_clear (&scene);
}

static void
test_another_event (void)
{
  Scene scene;
  g_autoptr (MarathonDocument) other = make_document (1);
  g_autoptr (MarathonProblemsWatch) problems = marathon_problems_watch_new (other);

  scene_init (&scene, 3);
  delete_first (&scene, 2);
  marathon_page_set_document (scene.page, other, problems);
  g_assert_cmpstr (marathon_page_get_count (scene.page), ==, "");
  marathon_page_set_document (scene.page, NULL, NULL);
  g_assert_false (can_restore (&scene));
  scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/bin-page/empty", test_empty);
  g_test_add_func ("/bin-page/the-button-restores-the-selected", test_the_button_restores_the_selected);
  g_test_add_func ("/bin-page/who-was-deleted-last-is-in-view", test_who_was_deleted_last_is_in_view);
  g_test_add_func ("/bin-page/enter-restores", test_enter_restores);
  g_test_add_func ("/bin-page/enter-restores-all-who-are-selected-with-the-row",
                   test_enter_restores_all_who_are_selected_with_the_row);
  g_test_add_func ("/bin-page/a-lost-bib-is-told", test_a_lost_bib_is_told);
  g_test_add_func ("/bin-page/a-hundred-thousand", test_a_hundred_thousand);
  g_test_add_func ("/bin-page/another-event", test_another_event);
  return display_scene_run ();
}
