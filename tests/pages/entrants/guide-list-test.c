/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list has a card for each guide, which stays while the guide does.
 */
#include "pages/entrants/guide-list.h"

#include "editing/entrant-edits.h"
#include "model/model-fixture.h"
#include "pages/entrants/guide-card.h"
#include "widgets/display-scene.h"

typedef struct {
  MarathonEvent *event;
  MarathonDocument *document;
  MarathonHistory *history;
  GtkWindow *window;
  MarathonGuideList *list;
} Scene;

static const char athletes[] = "entrant 1 | family=Archer\n"
                               "guide 11 | given=Ann\n"
                               "guide 12 | given=Bob\n"
                               "entrant 2 | family=Bolt\n";

static void
scene_init (Scene *scene, const char *text)
{
  scene->event = model_fixture_new (text);
  scene->document = marathon_document_new (scene->event);
  scene->history = marathon_document_get_history (scene->document);
  scene->window = GTK_WINDOW (gtk_window_new ());
  scene->list = g_object_new (MARATHON_TYPE_GUIDE_LIST, NULL);
  gtk_window_set_child (scene->window, GTK_WIDGET (scene->list));
  marathon_guide_list_show (scene->list, scene->document, 1);
  display_scene_present (scene->window);
}

static void
scene_clear (Scene *scene)
{
  display_scene_destroy (scene->window);
  g_assert_finalize_object (scene->document);
  g_assert_finalize_object (scene->event);
}

static gboolean
is_card (GtkWidget *widget, gconstpointer data)
{
  return MARATHON_IS_GUIDE_CARD (widget);
}

static GPtrArray *
list_cards (Scene *scene)
{
  return display_scene_search_all (GTK_WIDGET (scene->list), is_card, NULL);
}

static void
assert_cards (Scene *scene, const char *expected)
{
  g_autoptr (GPtrArray) cards = list_cards (scene);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < cards->len; i++)
    g_string_append_printf (titles, "%s;", adw_preferences_row_get_title (cards->pdata[i]));
  g_assert_cmpstr (titles->str, ==, expected);
}

static void
remove_guide (Scene *scene, guint index)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (marathon_entrant_remove_guide (scene->history, 0, index, &error));
  g_assert_no_error (error);
  marathon_guide_list_refresh (scene->list);
}

static void
test_cards_are_in_order (void)
{
  Scene scene;

  scene_init (&scene, athletes);
  assert_cards (&scene, "Guide 1 — Ann;Guide 2 — Bob;");
  marathon_guide_list_show (scene.list, scene.document, 2);
  assert_cards (&scene, "");
  marathon_guide_list_show (scene.list, NULL, 0);
  assert_cards (&scene, "");
  scene_clear (&scene);
}

static void
test_card_stays_while_its_guide_does (void)
{
  Scene scene;
  g_autoptr (GPtrArray) before = NULL, after = NULL;

  scene_init (&scene, athletes);
  before = list_cards (&scene);
  marathon_guide_card_focus (before->pdata[1], "");
  display_scene_settle ();
  display_scene_type (scene.window, "Roberts");
  remove_guide (&scene, 0);
  after = list_cards (&scene);
  assert_cards (&scene, "Guide 1 — Bob;");
  g_assert_true (after->pdata[0] == before->pdata[1]);
  g_assert_true (marathon_guide_list_is_dirty (scene.list));
  g_assert_true (marathon_guide_list_commit (scene.list));
  marathon_guide_list_refresh (scene.list);
  assert_cards (&scene, "Guide 1 — Bob Roberts;");
  g_assert_true (marathon_history_undo (scene.history, NULL));
  g_assert_true (marathon_history_undo (scene.history, NULL));
  marathon_guide_list_refresh (scene.list);
  assert_cards (&scene, "Guide 1 — Ann;Guide 2 — Bob;");
  scene_clear (&scene);
}

static void
test_keyboard_stays_in_the_list (void)
{
  Scene scene;
  g_autoptr (GPtrArray) cards = NULL;

  scene_init (&scene, athletes);
  cards = list_cards (&scene);
  marathon_guide_card_focus (cards->pdata[1], "");
  display_scene_settle ();
  remove_guide (&scene, 1);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (scene.window))
                 == display_scene_find_id (GTK_WIDGET (scene.list), "add_button"));
  scene_clear (&scene);
}

static void
test_button_is_there_while_guides_may_be_added (void)
{
  g_autofree char *text = g_strconcat ("rules | guides-max=3\n", athletes, NULL);
  Scene scene;
  GtkWidget *button;

  scene_init (&scene, text);
  button = display_scene_find_id (GTK_WIDGET (scene.list), "add_button");
  g_assert_true (gtk_widget_get_sensitive (button));
  display_scene_click (button);
  assert_cards (&scene, "Guide 1 — Ann;Guide 2 — Bob;Guide 3;");
  g_assert_false (gtk_widget_get_sensitive (button));
  marathon_guide_list_add (scene.list);
  assert_cards (&scene, "Guide 1 — Ann;Guide 2 — Bob;Guide 3;");
  scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/guide-list/cards-are-in-order", test_cards_are_in_order);
  g_test_add_func ("/guide-list/card-stays-while-its-guide-does", test_card_stays_while_its_guide_does);
  g_test_add_func ("/guide-list/keyboard-stays-in-the-list", test_keyboard_stays_in_the_list);
  g_test_add_func ("/guide-list/button-is-there-while-guides-may-be-added",
                   test_button_is_there_while_guides_may_be_added);
  return display_scene_run ();
}
