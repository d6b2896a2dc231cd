/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is typed into the form: each field is saved as it is left, refused in words, or asked back; and a new person.
 */
#include "pages/entrants/form-scene.h"

#include "editing/entrant-edits.h"

/* --- Saving --- */

static void
test_each_field_is_a_step (void)
{
  FormScene scene;

  form_scene_init (&scene, form_scene_spring);
  marathon_entrant_form_show_entrant (scene.form, 1);
  form_scene_enter (&scene, "town", "Leeds");
  form_scene_assert_value (&scene, 0, "town", "Leeds");
  form_scene_enter (&scene, "born", "3.4.80");
  form_scene_assert_row (&scene, "born", "1980-04-03");
  form_scene_enter (&scene, "predicted", "3:45");
  form_scene_assert_row (&scene, "predicted", "3:45:00");
  g_assert_cmpuint (form_scene_count_steps (&scene), ==, 3);
  /* What changes nothing is no step. */
  form_scene_enter (&scene, "town", "Leeds");
  form_scene_enter (&scene, "town", " Leeds ");
  form_scene_assert_row (&scene, "town", "Leeds");
  g_assert_cmpuint (form_scene_count_steps (&scene), ==, 3);
  form_scene_clear (&scene);
}

static void
test_typed_text_is_not_overwritten (void)
{
  FormScene scene;
  guint32 position = 0;

  form_scene_init (&scene, form_scene_spring);
  marathon_entrant_form_show_entrant (scene.form, 1);
  marathon_entrant_form_focus (scene.form, "town");
  display_scene_type (scene.window, "Lee");
  g_assert_true (marathon_entrant_form_is_dirty (scene.form));
  g_assert_true (marathon_entrants_set_field (scene.history, &position, 1,
                                              marathon_event_find_field (scene.event, "town"), "York", NULL));
  form_scene_assert_row (&scene, "town", "Lee");
  g_assert_true (marathon_entrants_set_field (scene.history, &position, 1,
                                              marathon_event_find_field (scene.event, "club"), "Harriers", NULL));
  form_scene_assert_row (&scene, "club", "Harriers");
  marathon_entrant_form_revert (scene.form);
  g_assert_false (marathon_entrant_form_is_dirty (scene.form));
  form_scene_assert_row (&scene, "town", "York");
  form_scene_clear (&scene);
}

static void
test_showing_another_saves (void)
{
  FormScene scene;

  form_scene_init (&scene, form_scene_spring);
  marathon_entrant_form_show_entrant (scene.form, 1);
  marathon_entrant_form_focus (scene.form, "town");
  display_scene_type (scene.window, "Leeds");
  marathon_entrant_form_show_entrant (scene.form, 2);
  form_scene_assert_value (&scene, 0, "town", "Leeds");
  form_scene_assert_value (&scene, 1, "town", "");
  form_scene_assert_row (&scene, "town", "");
  g_assert_cmpuint (form_scene_count_steps (&scene), ==, 1);
  form_scene_clear (&scene);
}

static void
test_reason_is_told_and_pins_are_set_free (void)
{
  FormScene scene;
  GtkWidget *pin;

  form_scene_init (&scene, form_scene_spring);
  marathon_entrant_form_show_entrant (scene.form, 1);
  pin = display_scene_find_id (scene.widget, "wave_pin");
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (pin)));
  marathon_entrant_form_focus (scene.form, "wave");
  /* "Red 2" comes after "Red 1", which is chosen. */
  display_scene_press (scene.window, "r Return");
  form_scene_assert_value (&scene, 0, "wave", "red-2");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (pin)));
  g_assert_true (display_scene_shows (scene.widget, "Set by hand"));
  display_scene_click (pin);
  form_scene_assert_value (&scene, 0, "pins", "");
  form_scene_assert_value (&scene, 0, "wave", "red-2");
  g_assert_false (display_scene_shows (scene.widget, "Set by hand"));
  g_assert_cmpuint (form_scene_count_steps (&scene), ==, 2);
  display_scene_click (pin);
  form_scene_assert_value (&scene, 0, "pins", "wave");
  form_scene_clear (&scene);
}

/* --- What is refused --- */

static void
test_refused_text_stays (void)
{
  FormScene scene;

  form_scene_init (&scene, form_scene_spring);
  marathon_entrant_form_show_entrant (scene.form, 1);
  form_scene_enter (&scene, "bib", "38");
  g_assert_cmpuint (scene.n_refused, ==, 0);
  form_scene_assert_row (&scene, "bib", "38");
  form_scene_assert_value (&scene, 0, "bib", "37");
  g_assert_nonnull (strstr (marathon_field_row_get_error (form_scene_get_row (&scene, "bib")), "Ben Bolt"));
  g_assert_false (marathon_entrant_form_commit (scene.form));
  g_assert_true (marathon_entrant_form_is_dirty (scene.form));
  /* Whose number it was lets go of it. */
  marathon_entrant_form_revert (scene.form);
  form_scene_assert_row (&scene, "bib", "37");
  form_scene_enter (&scene, "born", "31.13.1980");
  g_assert_cmpstr (marathon_field_row_get_error (form_scene_get_row (&scene, "born")), ==, "There is no month 13");
  form_scene_enter (&scene, "born", "soon");
  g_assert_cmpstr (marathon_field_row_get_error (form_scene_get_row (&scene, "born")), ==,
                   "“soon” is not a date such as 1985-07-03");
  g_assert_cmpuint (scene.n_refused, ==, 1);
  g_assert_cmpuint (form_scene_count_steps (&scene), ==, 0);
  form_scene_clear (&scene);
}

static void
test_commit_tells_and_shows_what_is_refused (void)
{
  FormScene scene;

  form_scene_init (&scene, form_scene_spring);
  gtk_window_set_default_size (scene.window, 380, 500);
  marathon_entrant_form_show_entrant (scene.form, 1);
  form_scene_enter (&scene, "born", "03/07/1985x");
  g_assert_cmpuint (scene.n_refused, ==, 0);
  marathon_entrant_form_focus (scene.form, "collected-by");
  display_scene_settle ();
  g_assert_false (marathon_entrant_form_commit (scene.form));
  g_assert_cmpuint (scene.n_refused, ==, 1);
  g_assert_cmpstr (scene.refused, ==, "Born: “03/07/1985x” is not a date such as 1985-07-03");
  form_scene_assert_has_keyboard (&scene, form_scene_get_row (&scene, "born"));
  form_scene_assert_row (&scene, "born", "03/07/1985x");
  form_scene_clear (&scene);
}

static void
test_showing_another_tells_what_was_not_taken (void)
{
  FormScene scene;

  form_scene_init (&scene, form_scene_spring);
  marathon_entrant_form_show_entrant (scene.form, 1);
  form_scene_enter (&scene, "born", "xyz");
  marathon_entrant_form_focus (scene.form, "town");
  display_scene_type (scene.window, "Leeds");
  marathon_entrant_form_show_entrant (scene.form, 2);
  g_assert_cmpuint (scene.n_refused, ==, 1);
  g_assert_cmpstr (scene.refused, ==,
                   "Born of Amy Archer: “xyz” was not taken: “xyz” is not a date such as 1985-07-03");
  g_assert_cmpuint (marathon_entrant_form_get_entrant (scene.form), ==, 2);
  form_scene_assert_value (&scene, 0, "town", "Leeds");
  form_scene_assert_value (&scene, 0, "born", "1980-04-13");
  form_scene_assert_row (&scene, "born", "");
  g_assert_false (marathon_entrant_form_is_dirty (scene.form));
  marathon_entrant_form_start_new (scene.form);
  form_scene_enter (&scene, "bib", "37");
  marathon_entrant_form_show_entrant (scene.form, 1);
  g_assert_cmpuint (scene.n_refused, ==, 2);
  g_assert_true (g_str_has_prefix (scene.refused, "Bib of the new entrant: “37” was not taken: "));
  form_scene_clear (&scene);
}

static void
test_odd_bibs_are_taken_or_refused_in_words (void)
{
  static const struct {
    const char *typed;
    const char *bib;
    gboolean is_taken;
  } bibs[] = { { "0", "0", TRUE }, { " 41 ", "41", TRUE }, { "A7", "A7", TRUE }, { "-1", "-1", TRUE },
               { "4 1", "4 1", FALSE }, { "#7", "#7", FALSE } };
  FormScene scene;

  form_scene_init (&scene, form_scene_spring);
  marathon_entrant_form_show_entrant (scene.form, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (bibs); i++)
    {
      const char *error;

      g_test_message ("“%s”", bibs[i].typed);
      form_scene_enter (&scene, "bib", bibs[i].typed);
      error = marathon_field_row_get_error (form_scene_get_row (&scene, "bib"));
      g_assert_cmpint (error == NULL, ==, bibs[i].is_taken);
      form_scene_assert_row (&scene, "bib", bibs[i].bib);
      if (!bibs[i].is_taken)
        g_assert_true (display_scene_shows (scene.widget, error));
    }
  form_scene_clear (&scene);
}

static void
test_odd_things_are_asked_back (void)
{
  FormScene scene;

  form_scene_init (&scene, form_scene_spring);
  marathon_entrant_form_show_entrant (scene.form, 1);
  form_scene_enter (&scene, "born", "3.7.2014");
  form_scene_assert_value (&scene, 0, "born", "2014-07-03");
  g_assert_true (display_scene_shows (scene.widget, "Born after the race: is that right?"));
  form_scene_enter (&scene, "born", "3.7.85");
  g_assert_false (display_scene_shows (scene.widget, "Born after the race: is that right?"));
  form_scene_enter (&scene, "nation", "Atlantis");
  g_assert_true (display_scene_shows (scene.widget, "This nation is not known"));
  form_scene_enter (&scene, "nation", "deu");
  g_assert_false (display_scene_shows (scene.widget, "This nation is not known"));
  g_assert_true (display_scene_shows (scene.widget, "Germany"));
  form_scene_enter (&scene, "predicted", "145");
  form_scene_assert_value (&scene, 0, "predicted", "1:45:00");
  g_assert_true (display_scene_shows (scene.widget, "Faster than anybody has been: is that right?"));
  form_scene_enter (&scene, "predicted", "345");
  form_scene_assert_value (&scene, 0, "predicted", "3:45:00");
  g_assert_false (display_scene_shows (scene.widget, "Faster than anybody has been: is that right?"));
  form_scene_clear (&scene);
}

/* --- A new person --- */

static void
test_new_person_by_keyboard (void)
{
  FormScene scene;

  form_scene_init (&scene, form_scene_spring);
  marathon_entrant_form_start_new (scene.form);
  g_assert_true (marathon_entrant_form_is_new (scene.form));
  g_assert_true (display_scene_shows (scene.widget, "New Entrant"));
  display_scene_type (scene.window, "Farah");
  display_scene_press (scene.window, "Return");
  g_assert_cmpuint (scene.n_added, ==, 1);
  g_assert_false (marathon_entrant_form_is_new (scene.form));
  g_assert_cmpuint (marathon_entrant_form_get_entrant (scene.form), ==, scene.added);
  display_scene_type (scene.window, "Mo");
  display_scene_press (scene.window, "Tab m Tab");
  display_scene_type (scene.window, "23/3/83");
  display_scene_press (scene.window, "Return");
  display_scene_type (scene.window, "gbr");
  display_scene_press (scene.window, "Return");
  form_scene_assert_value (&scene, 3, "family", "Farah");
  form_scene_assert_value (&scene, 3, "given", "Mo");
  form_scene_assert_value (&scene, 3, "sex", "M");
  form_scene_assert_value (&scene, 3, "born", "1983-03-23");
  form_scene_assert_value (&scene, 3, "nation", "gbr");
  g_assert_cmpuint (scene.n_added, ==, 1);
  g_assert_cmpuint (form_scene_count_steps (&scene), ==, 5);
  form_scene_clear (&scene);
}

static void
test_new_person_of_whom_nothing_is_known_is_none (void)
{
  FormScene scene;

  form_scene_init (&scene, form_scene_spring);
  marathon_entrant_form_start_new (scene.form);
  display_scene_press (scene.window, "Return Return Tab");
  form_scene_enter (&scene, "town", "  ");
  g_assert_cmpuint (scene.n_added, ==, 0);
  g_assert_true (marathon_entrant_form_is_new (scene.form));
  g_assert_false (marathon_entrant_form_is_dirty (scene.form));
  g_assert_cmpuint (marathon_roster_get_size (marathon_event_get_roster (scene.event)), ==, 3);
  form_scene_clear (&scene);
}

static void
test_new_person_can_begin_anywhere (void)
{
  FormScene scene;

  form_scene_init (&scene, form_scene_spring);
  marathon_entrant_form_start_new (scene.form);
  form_scene_enter (&scene, "bib", "37");
  g_assert_nonnull (marathon_field_row_get_error (form_scene_get_row (&scene, "bib")));
  g_assert_true (marathon_entrant_form_is_new (scene.form));
  form_scene_assert_row (&scene, "bib", "37");
  form_scene_enter (&scene, "bib", "100");
  g_assert_cmpuint (scene.n_added, ==, 1);
  form_scene_assert_value (&scene, 3, "bib", "100");
  g_assert_cmpuint (form_scene_count_steps (&scene), ==, 1);
  form_scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/entrant-form/each-field-is-a-step", test_each_field_is_a_step);
  g_test_add_func ("/entrant-form/typed-text-is-not-overwritten", test_typed_text_is_not_overwritten);
  g_test_add_func ("/entrant-form/showing-another-saves", test_showing_another_saves);
  g_test_add_func ("/entrant-form/reason-is-told-and-pins-are-set-free", test_reason_is_told_and_pins_are_set_free);
  g_test_add_func ("/entrant-form/refused-text-stays", test_refused_text_stays);
  g_test_add_func ("/entrant-form/commit-tells-and-shows-what-is-refused", test_commit_tells_and_shows_what_is_refused);
  g_test_add_func ("/entrant-form/showing-another-tells-what-was-not-taken",
                   test_showing_another_tells_what_was_not_taken);
  g_test_add_func ("/entrant-form/odd-bibs-are-taken-or-refused-in-words", test_odd_bibs_are_taken_or_refused_in_words);
  g_test_add_func ("/entrant-form/odd-things-are-asked-back", test_odd_things_are_asked_back);
  g_test_add_func ("/entrant-form/new-person-by-keyboard", test_new_person_by_keyboard);
  g_test_add_func ("/entrant-form/new-person-of-whom-nothing-is-known-is-none",
                   test_new_person_of_whom_nothing_is_known_is_none);
  g_test_add_func ("/entrant-form/new-person-can-begin-anywhere", test_new_person_can_begin_anywhere);
  return display_scene_run ();
}
