/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The guides of the entrant in the form: added, filled, refused, removed.
 */
#include "pages/entrants/form-scene.h"

#include "model/guide-fields.h"
#include "pages/entrants/guide-card.h"

static void
test_every_guide_field_has_a_row (void)
{
  FormScene scene;
  GtkWidget *card;

  form_scene_init (&scene, form_scene_spring);
  marathon_entrant_form_show_entrant (scene.form, 3);
  card = display_scene_find (scene.widget, MARATHON_TYPE_GUIDE_CARD);
  for (guint i = 0; i < MARATHON_N_GUIDE_FIELDS; i++)
    if (marathon_guide_fields[i].field != MARATHON_GUIDE_ID)
      g_assert_nonnull (form_scene_find_row (card, marathon_guide_fields[i].key));
  form_scene_clear (&scene);
}

static void
test_guides_are_shown_to_those_who_may_have_them (void)
{
  FormScene scene;
  GtkWidget *guides, *button;

  form_scene_init (&scene, form_scene_spring);
  guides = display_scene_find_id (scene.widget, "guides");
  button = display_scene_find_id (scene.widget, "add_guide");
  marathon_entrant_form_show_entrant (scene.form, 1);
  g_assert_false (gtk_widget_get_visible (guides));
  g_assert_true (gtk_widget_get_visible (button));
  g_assert_true (gtk_widget_get_sensitive (button));
  marathon_entrant_form_show_entrant (scene.form, 3);
  g_assert_true (gtk_widget_get_visible (guides));
  g_assert_false (gtk_widget_get_visible (button));
  marathon_entrant_form_start_new (scene.form);
  g_assert_false (gtk_widget_get_visible (guides));
  g_assert_false (gtk_widget_get_sensitive (button));
  form_scene_clear (&scene);
}

/* The title of the first card, which undo may have made anew. */
static const char *
get_card_title (FormScene *scene)
{
  return adw_preferences_row_get_title (
    ADW_PREFERENCES_ROW (display_scene_find (scene->widget, MARATHON_TYPE_GUIDE_CARD)));
}

static void
test_guide_is_added_filled_and_removed (void)
{
  FormScene scene;

  form_scene_init (&scene, form_scene_spring);
  marathon_entrant_form_show_entrant (scene.form, 2);
  display_scene_click (display_scene_find_id (scene.widget, "add_guide"));
  g_assert_cmpuint (form_scene_count_guides (&scene, 1), ==, 1);
  display_scene_settle ();
  display_scene_type (scene.window, "Smith");
  display_scene_press (scene.window, "Return");
  display_scene_type (scene.window, "Jo");
  display_scene_press (scene.window, "Return");
  g_assert_cmpstr (get_card_title (&scene), ==, "Guide 1 — Jo Smith");
  g_assert_cmpuint (form_scene_count_steps (&scene), ==, 3);
  g_assert_true (marathon_history_undo (scene.history, NULL));
  g_assert_cmpstr (get_card_title (&scene), ==, "Guide 1 — Smith");
  g_assert_true (marathon_history_redo (scene.history, NULL));
  display_scene_click (display_scene_find_id (scene.widget, "remove_button"));
  g_assert_cmpuint (form_scene_count_guides (&scene, 1), ==, 0);
  g_assert_false (gtk_widget_get_visible (display_scene_find_id (scene.widget, "guides")));
  g_assert_cmpuint (form_scene_count_steps (&scene), ==, 4);
  g_assert_true (marathon_history_undo (scene.history, NULL));
  g_assert_cmpuint (form_scene_count_guides (&scene, 1), ==, 1);
  g_assert_cmpstr (get_card_title (&scene), ==, "Guide 1 — Jo Smith");
  form_scene_clear (&scene);
}

static void
test_guides_end_at_the_rules_maximum (void)
{
  FormScene scene;
  guint most;

  form_scene_init (&scene, form_scene_spring);
  most = marathon_event_get_rules (scene.event)->guides_max;
  marathon_entrant_form_show_entrant (scene.form, 2);
  for (guint i = 0; i < most + 2; i++)
    marathon_entrant_form_add_guide (scene.form);
  g_assert_cmpuint (most, >, 0);
  g_assert_cmpuint (form_scene_count_guides (&scene, 1), ==, most);
  g_assert_cmpuint (scene.n_refused, ==, 0);
  form_scene_clear (&scene);
}

static void
test_guide_fields_are_refused_and_canonical (void)
{
  FormScene scene;
  GtkWidget *card;

  form_scene_init (&scene, form_scene_spring);
  marathon_entrant_form_show_entrant (scene.form, 3);
  card = display_scene_find (scene.widget, MARATHON_TYPE_GUIDE_CARD);
  marathon_guide_card_focus (MARATHON_GUIDE_CARD (card), "born");
  display_scene_type (scene.window, "3/4/80");
  display_scene_press (scene.window, "Return");
  g_assert_cmpstr (marathon_field_row_get_committed (form_scene_find_row (card, "born")), ==, "1980-04-03");
  marathon_guide_card_focus (MARATHON_GUIDE_CARD (card), "bib");
  display_scene_type (scene.window, "37");
  display_scene_press (scene.window, "Return");
  g_assert_nonnull (strstr (marathon_field_row_get_error (form_scene_find_row (card, "bib")), "Amy Archer"));
  g_assert_true (marathon_entrant_form_is_dirty (scene.form));
  g_assert_cmpuint (scene.n_refused, ==, 0);
  g_assert_false (marathon_entrant_form_commit (scene.form));
  g_assert_cmpuint (scene.n_refused, ==, 1);
  g_assert_true (g_str_has_prefix (scene.refused, "Guide 1 — Gus Guide, Guide bib: "));
  marathon_entrant_form_revert (scene.form);
  g_assert_false (marathon_entrant_form_is_dirty (scene.form));
  form_scene_clear (&scene);
}

static void
test_commit_opens_the_guide_of_what_is_refused (void)
{
  FormScene scene;
  GtkWidget *card;

  form_scene_init (&scene, form_scene_spring);
  marathon_entrant_form_show_entrant (scene.form, 3);
  card = display_scene_find (scene.widget, MARATHON_TYPE_GUIDE_CARD);
  marathon_guide_card_focus (MARATHON_GUIDE_CARD (card), "born");
  display_scene_type (scene.window, "30.2.85");
  display_scene_press (scene.window, "Return");
  marathon_entrant_form_focus (scene.form, "town");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (card), FALSE);
  g_assert_false (marathon_entrant_form_commit (scene.form));
  g_assert_cmpstr (scene.refused, ==, "Guide 1 — Gus Guide, Born: There is no 30 February");
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (card)));
  form_scene_assert_has_keyboard (&scene, form_scene_find_row (card, "born"));
  form_scene_clear (&scene);
}

static void
test_guide_who_runs_too_is_found_by_bib (void)
{
  FormScene scene;
  GtkWidget *card;
  MarathonFieldRow *row;

  form_scene_init (&scene, form_scene_spring);
  marathon_entrant_form_show_entrant (scene.form, 3);
  card = display_scene_find (scene.widget, MARATHON_TYPE_GUIDE_CARD);
  row = form_scene_find_row (card, "entrant");
  marathon_guide_card_focus (MARATHON_GUIDE_CARD (card), "entrant");
  display_scene_type (scene.window, "999");
  display_scene_press (scene.window, "Return");
  g_assert_cmpstr (marathon_field_row_get_error (row), ==, "No entrant has this bib");
  display_scene_press (scene.window, "<Control>a");
  display_scene_type (scene.window, "38");
  display_scene_press (scene.window, "Return");
  g_assert_cmpstr (marathon_field_row_get_committed (row), ==, "Ben Bolt");
  display_scene_click (display_scene_find_id (card, "show_button"));
  g_assert_cmpuint (scene.wanted, ==, 2);
  form_scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/entrant-form/every-guide-field-has-a-row", test_every_guide_field_has_a_row);
  g_test_add_func ("/entrant-form/guides-are-shown-to-those-who-may-have-them",
                   test_guides_are_shown_to_those_who_may_have_them);
  g_test_add_func ("/entrant-form/guide-is-added-filled-and-removed", test_guide_is_added_filled_and_removed);
  g_test_add_func ("/entrant-form/guides-end-at-the-rules-maximum", test_guides_end_at_the_rules_maximum);
  g_test_add_func ("/entrant-form/guide-fields-are-refused-and-canonical", test_guide_fields_are_refused_and_canonical);
  g_test_add_func ("/entrant-form/commit-opens-the-guide-of-what-is-refused",
                   test_commit_opens_the_guide_of_what_is_refused);
  g_test_add_func ("/entrant-form/guide-who-runs-too-is-found-by-bib", test_guide_who_runs_too_is_found_by_bib);
  return display_scene_run ();
}
