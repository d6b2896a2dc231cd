/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A card shows and changes one guide.
 */
#include "pages/entrants/guide-card.h"

#include "editing/entrant-edits.h"
#include "model/model-fixture.h"
#include "widgets/display-scene.h"
#include "widgets/field-row.h"

typedef struct {
  MarathonEvent *event;
  MarathonDocument *document;
  MarathonHistory *history;
  GtkWindow *window;
  GtkWidget *card;
  guint n_refused;
  guint n_left;
} Scene;

static void
on_refused (Scene *scene)
{
  scene->n_refused++;
}

static void
on_leave (Scene *scene)
{
  scene->n_left++;
}

static void
scene_init (Scene *scene, const char *guide)
{
  g_autofree char *text = g_strdup_printf ("event | date=2014-04-13 | time-zone=Europe/London\n"
                                           "entrant 1 | family=Archer\nguide 11 | %s\n", guide);
  GtkWidget *group = adw_preferences_group_new ();

  *scene = (Scene) { 0 };
  scene->event = model_fixture_new (text);
  scene->document = marathon_document_new (scene->event);
  scene->history = marathon_document_get_history (scene->document);
  scene->window = GTK_WINDOW (gtk_window_new ());
  scene->card = marathon_guide_card_new (scene->document, 1, 0x11);
  g_signal_connect_swapped (scene->card, "refused", G_CALLBACK (on_refused), scene);
  g_signal_connect_swapped (scene->card, "leave", G_CALLBACK (on_leave), scene);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), scene->card);
  gtk_window_set_child (scene->window, group);
  marathon_guide_card_refresh (MARATHON_GUIDE_CARD (scene->card));
  display_scene_present (scene->window);
}

static void
scene_clear (Scene *scene)
{
  display_scene_destroy (scene->window);
  g_assert_finalize_object (scene->document);
  g_assert_finalize_object (scene->event);
}

static MarathonFieldRow *
get_row (Scene *scene, const char *key)
{
  g_autoptr (GPtrArray) rows = marathon_field_row_list (scene->card);
  MarathonFieldRow *row = NULL;

  for (guint i = 0; i < rows->len && row == NULL; i++)
    if (g_str_equal (marathon_field_row_get_key (rows->pdata[i]), key))
      row = rows->pdata[i];
  g_assert_nonnull (row);
  return row;
}

static void
test_says_who_and_where (void)
{
  static const struct {
    const char *guide;
    const char *title;
    const char *subtitle;
  } cases[] = {
    { "role=guide", "Guide 1", "Guide-runner" },
    { "given=Jo | family=Smith & <Co> | bib=G37", "Guide 1 — Jo Smith & <Co>", "Guide-runner · G37" },
    { "given=Jo | role=pilot | to=20", "Guide 1 — Jo", "Pilot · to km 20" },
    { "given=Jo | from=20.5", "Guide 1 — Jo", "Guide-runner · from km 20.5" },
    { "given=Jo | from=10 | to=20", "Guide 1 — Jo", "Guide-runner · km 10 to 20" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Scene scene;

      scene_init (&scene, cases[i].guide);
      g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (scene.card)), ==, cases[i].title);
      g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (scene.card)), ==, cases[i].subtitle);
      scene_clear (&scene);
    }
}

static void
test_fields_are_steps (void)
{
  Scene scene;

  scene_init (&scene, "given=Jo");
  marathon_guide_card_focus (MARATHON_GUIDE_CARD (scene.card), "family");
  display_scene_settle ();
  display_scene_type (scene.window, "Smith");
  display_scene_press (scene.window, "Return");
  marathon_guide_card_refresh (MARATHON_GUIDE_CARD (scene.card));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (scene.card)), ==, "Guide 1 — Jo Smith");
  g_assert_true (marathon_history_undo (scene.history, NULL));
  g_assert_false (marathon_history_can_undo (scene.history));
  scene_clear (&scene);
}

static void
test_refused_text_stays (void)
{
  Scene scene;

  scene_init (&scene, "given=Jo");
  marathon_guide_card_focus (MARATHON_GUIDE_CARD (scene.card), "from");
  display_scene_settle ();
  display_scene_type (scene.window, "far");
  display_scene_press (scene.window, "Return");
  g_assert_cmpuint (scene.n_refused, ==, 0);
  g_assert_cmpstr (marathon_field_row_get_error (get_row (&scene, "from")), ==, "“far” is not a number of kilometres");
  g_assert_true (marathon_guide_card_find_refused (MARATHON_GUIDE_CARD (scene.card)) == get_row (&scene, "from"));
  g_assert_true (marathon_guide_card_is_dirty (MARATHON_GUIDE_CARD (scene.card)));
  display_scene_press (scene.window, "Escape");
  g_assert_false (marathon_guide_card_is_dirty (MARATHON_GUIDE_CARD (scene.card)));
  g_assert_null (marathon_guide_card_find_refused (MARATHON_GUIDE_CARD (scene.card)));
  display_scene_press (scene.window, "Escape");
  g_assert_cmpuint (scene.n_left, ==, 1);
  g_assert_false (marathon_history_can_undo (scene.history));
  scene_clear (&scene);
}

static void
test_names_are_asked_as_of_an_athlete (void)
{
  Scene scene;
  g_autoptr (GPtrArray) rows = NULL;

  scene_init (&scene, "role=guide");
  rows = marathon_field_row_list (scene.card);
  g_assert_cmpstr (marathon_field_row_get_key (rows->pdata[0]), ==, "family");
  g_assert_cmpstr (marathon_field_row_get_key (rows->pdata[1]), ==, "given");
  marathon_guide_card_focus (MARATHON_GUIDE_CARD (scene.card), "");
  display_scene_settle ();
  display_scene_type (scene.window, "Smith");
  display_scene_press (scene.window, "Return");
  display_scene_type (scene.window, "Jo");
  display_scene_press (scene.window, "Return");
  marathon_guide_card_refresh (MARATHON_GUIDE_CARD (scene.card));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (scene.card)), ==, "Guide 1 — Jo Smith");
  scene_clear (&scene);
}

static void
test_odd_things_are_asked_back (void)
{
  static const struct {
    const char *key;
    const char *note;
  } cases[] = {
    { "born", "Born after the race: is that right?" },
    { "nation", "This nation is not known" },
  };
  Scene scene;

  scene_init (&scene, "born=2020 | nation=Atlantis");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *note = NULL;

      g_object_get (get_row (&scene, cases[i].key), "note", &note, NULL);
      g_assert_cmpstr (note, ==, cases[i].note);
    }
  scene_clear (&scene);
}

static void
test_collected_is_shown_once_it_is (void)
{
  Scene scene;

  scene_init (&scene, "given=Jo");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_row (&scene, "collected"))));
  scene_clear (&scene);
  scene_init (&scene, "given=Jo | collected=2014-04-13T09:05:00Z");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_row (&scene, "collected"))));
  g_assert_cmpstr (marathon_field_row_get_committed (get_row (&scene, "collected")), ==, "2014-04-13 10:05");
  scene_clear (&scene);
}

static void
test_card_of_a_guide_who_is_gone_does_nothing (void)
{
  Scene scene;

  scene_init (&scene, "given=Jo");
  marathon_guide_card_focus (MARATHON_GUIDE_CARD (scene.card), "family");
  display_scene_settle ();
  display_scene_type (scene.window, "Smith");
  g_assert_true (marathon_entrant_remove_guide (scene.history, 0, 0, NULL));
  marathon_guide_card_refresh (MARATHON_GUIDE_CARD (scene.card));
  g_assert_true (marathon_guide_card_commit (MARATHON_GUIDE_CARD (scene.card)));
  g_assert_true (marathon_history_undo (scene.history, NULL));
  g_assert_false (marathon_history_can_undo (scene.history));
  scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/guide-card/says-who-and-where", test_says_who_and_where);
  g_test_add_func ("/guide-card/fields-are-steps", test_fields_are_steps);
  g_test_add_func ("/guide-card/refused-text-stays", test_refused_text_stays);
  g_test_add_func ("/guide-card/names-are-asked-as-of-an-athlete", test_names_are_asked_as_of_an_athlete);
  g_test_add_func ("/guide-card/odd-things-are-asked-back", test_odd_things_are_asked_back);
  g_test_add_func ("/guide-card/collected-is-shown-once-it-is", test_collected_is_shown_once_it_is);
  g_test_add_func ("/guide-card/card-of-a-guide-who-is-gone-does-nothing",
                   test_card_of_a_guide_who_is_gone_does_nothing);
  return display_scene_run ();
}
