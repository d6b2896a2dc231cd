/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The form shows one entrant, saves each field as it is left as a step of its own, and follows the event.
 */
#include "pages/entrants/entrant-form.h"

#include "editing/entrant-edits.h"
#include "model/model-fixture.h"
#include "pages/entrants/guide-card.h"
#include "widgets/choice-field-row.h"
#include "widgets/display-scene.h"
#include "widgets/field-expander.h"
#include "widgets/text-field-row.h"

typedef struct {
  MarathonDocument *document;
  MarathonEvent *event;
  MarathonHistory *history;
  GtkWindow *window;
  GtkWidget *widget;
  MarathonEntrantForm *form;
  guint64 added;
  guint n_added;
  guint n_refused;
  char *refused; /* the last sentence */
  guint n_left;
  guint64 wanted;
} Scene;

static const char spring[] = "event | date=2014-04-13 | language=en-GB\n"
                             "course | length=42195\n"
                             "start red | name=Red\n"
                             "category mass | name=Mass\n"
                             "category elite | name=Elite\n"
                             "wave red-1 | name=Red 1 | start=red\n"
                             "wave red-2 | name=Red 2 | start=red\n"
                             "group twins | name=Twins\n"
                             "entrant 1 | family=Archer | given=Amy | born=1980-04-13 | nation=GBR | bib=37 "
                             "| category=mass | wave=red-1 | medical=Asthma | email=amy@example.org\n"
                             "entrant 2 | family=Bolt | given=Ben | bib=38\n"
                             "entrant 3 | family=Cole | given=Cat | class=T11 | bib=39\n"
                             "guide 31 | given=Gus | family=Guide\n";

static void
on_added (Scene *scene, guint64 id)
{
  scene->added = id;
  scene->n_added++;
}

static void
on_refused (Scene *scene, const char *message)
{
  g_free (scene->refused);
  scene->refused = g_strdup (message);
  scene->n_refused++;
}

static void
on_leave (Scene *scene)
{
  scene->n_left++;
}

static void
on_show_entrant (Scene *scene, guint64 id)
{
  scene->wanted = id;
}

static void
scene_init (Scene *scene, const char *text)
{
  *scene = (Scene) { 0 };
  scene->event = model_fixture_new (text);
  scene->document = marathon_document_new (scene->event);
  scene->history = marathon_document_get_history (scene->document);
  scene->window = GTK_WINDOW (gtk_window_new ());
  scene->widget = g_object_new (MARATHON_TYPE_ENTRANT_FORM, NULL);
  scene->form = MARATHON_ENTRANT_FORM (scene->widget);
  g_signal_connect_swapped (scene->form, "added", G_CALLBACK (on_added), scene);
  g_signal_connect_swapped (scene->form, "refused", G_CALLBACK (on_refused), scene);
  g_signal_connect_swapped (scene->form, "leave", G_CALLBACK (on_leave), scene);
  g_signal_connect_swapped (scene->form, "show-entrant", G_CALLBACK (on_show_entrant), scene);
  marathon_entrant_form_set_document (scene->form, scene->document);
  gtk_window_set_default_size (scene->window, 380, 900);
  gtk_window_set_child (scene->window, scene->widget);
  display_scene_present (scene->window);
}

static void
scene_clear (Scene *scene)
{
  display_scene_destroy (scene->window);
  g_assert_finalize_object (scene->document);
  g_assert_finalize_object (scene->event);
  g_free (scene->refused);
}

static MarathonFieldRow *
find_row (GtkWidget *root, const char *key)
{
  g_autoptr (GPtrArray) rows = marathon_field_row_list (root);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (marathon_field_row_get_key (rows->pdata[i]), key))
      return rows->pdata[i];
  return NULL;
}

/* A row of the form, not of a guide. */
static MarathonFieldRow *
get_row (Scene *scene, const char *key)
{
  MarathonFieldRow *row = find_row (display_scene_find_id (scene->widget, "groups"), key);

  g_assert_nonnull (row);
  return row;
}

static void
assert_row (Scene *scene, const char *key, const char *expected)
{
  g_autofree char *text = marathon_field_row_get_text (get_row (scene, key));

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_value (Scene *scene, guint position, const char *key, const char *expected)
{
  g_autofree char *text = model_fixture_get (scene->event, position, key);

  g_assert_cmpstr (text, ==, expected);
}

/* As a person types it: into the field, and Enter. */
static void
enter (Scene *scene, const char *key, const char *text)
{
  marathon_entrant_form_focus (scene->form, key);
  display_scene_press (scene->window, "<Control>a Delete");
  display_scene_type (scene->window, text);
  display_scene_press (scene->window, "Return");
}

static guint
count_steps (Scene *scene)
{
  guint n = 0;

  while (marathon_history_can_undo (scene->history))
    {
      g_assert_true (marathon_history_undo (scene->history, NULL));
      n++;
    }
  for (guint i = 0; i < n; i++)
    g_assert_true (marathon_history_redo (scene->history, NULL));
  return n;
}

static const char *
get_shown_page (Scene *scene)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (display_scene_find_id (scene->widget, "stack")));
}

static guint
count_guides (Scene *scene, guint position)
{
  MarathonDetailsView view;

  marathon_details_store_get (marathon_event_get_details (scene->event),
                              marathon_roster_get (marathon_event_get_roster (scene->event), position)->details, &view);
  return view.n_guides;
}

/* --- Every field --- */

/* Fields that have no row, and why. */
static const struct {
  const char *key;
  const char *reason;
} without_row[] = {
  { "pins", "the pins stand beside bib, category and wave" },
  { "category-reason", "said below the category" },
  { "wave-reason", "said below the wave" },
  { "bib-block", "kept by the bib plan" },
  { "gun-time", "results have a place of their own" },
  { "net-time", "results have a place of their own" },
  { "result-place", "results have a place of their own" },
  { "result-status", "results have a place of their own" },
  { "result-rule", "results have a place of their own" },
  { "result-official", "results have a place of their own" },
};

static const char *
find_reason (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (without_row); i++)
    if (g_str_equal (without_row[i].key, key))
      return without_row[i].reason;
  return NULL;
}

static void
test_every_field_has_one_row (void)
{
  Scene scene;
  g_autoptr (GPtrArray) infos = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  scene_init (&scene, spring);
  marathon_entrant_form_show_entrant (scene.form, 1);
  infos = marathon_event_list_fields (scene.event);
  rows = marathon_field_row_list (display_scene_find_id (scene.widget, "groups"));
  for (guint i = 0; i < infos->len; i++)
    {
      const MarathonFieldInfo *info = infos->pdata[i];
      guint n = 0;

      for (guint j = 0; j < rows->len; j++)
        n += g_str_equal (marathon_field_row_get_key (rows->pdata[j]), info->key);
      g_test_message ("%s", info->key);
      g_assert_cmpuint (n, ==, find_reason (info->key) == NULL ? 1 : 0);
    }
  scene_clear (&scene);
}

static void
test_every_row_is_of_the_right_kind (void)
{
  Scene scene;
  g_autoptr (GPtrArray) rows = NULL;

  scene_init (&scene, spring);
  marathon_entrant_form_show_entrant (scene.form, 1);
  rows = marathon_field_row_list (display_scene_find_id (scene.widget, "groups"));
  for (guint i = 0; i < rows->len; i++)
    {
      const char *key = marathon_field_row_get_key (rows->pdata[i]);
      const MarathonFieldInfo *info = marathon_event_find_field (scene.event, key);
      gboolean is_choice = info->type == MARATHON_FIELD_TYPE_ENUM || info->type == MARATHON_FIELD_TYPE_RECORD
                           || info->field == MARATHON_FIELD_ROUTE;

      g_test_message ("%s", info->key);
      g_assert_cmpint (MARATHON_IS_CHOICE_FIELD_ROW (rows->pdata[i]), ==, is_choice);
      g_assert_cmpstr (adw_preferences_row_get_title (rows->pdata[i]), ==, info->label);
    }
  scene_clear (&scene);
}

static void
test_every_guide_field_has_a_row (void)
{
  Scene scene;
  GtkWidget *card;

  scene_init (&scene, spring);
  marathon_entrant_form_show_entrant (scene.form, 3);
  card = display_scene_find (scene.widget, MARATHON_TYPE_GUIDE_CARD);
  for (guint i = 0; i < MARATHON_N_GUIDE_FIELDS; i++)
    if (marathon_guide_fields[i].field != MARATHON_GUIDE_ID)
      g_assert_nonnull (find_row (card, marathon_guide_fields[i].key));
  scene_clear (&scene);
}

/* --- Showing --- */

static void
test_shows_an_entrant (void)
{
  Scene scene;

  scene_init (&scene, spring);
  g_assert_cmpstr (get_shown_page (&scene), ==, "empty");
  marathon_entrant_form_show_entrant (scene.form, 1);
  g_assert_cmpstr (get_shown_page (&scene), ==, "form");
  g_assert_cmpuint (marathon_entrant_form_get_entrant (scene.form), ==, 1);
  assert_row (&scene, "family", "Archer");
  assert_row (&scene, "category", "mass");
  assert_row (&scene, "medical", "Asthma");
  g_assert_true (display_scene_shows (scene.widget, "Amy Archer"));
  g_assert_true (display_scene_shows (scene.widget, "37 · Mass · Red 1"));
  g_assert_true (display_scene_shows (scene.widget, "34 on race day"));
  g_assert_true (display_scene_shows (scene.widget, "Great Britain"));
  marathon_entrant_form_show_entrant (scene.form, 0);
  g_assert_cmpstr (get_shown_page (&scene), ==, "empty");
  scene_clear (&scene);
}

static void
test_what_is_confidential_is_not_in_the_summary (void)
{
  Scene scene;
  GtkWidget *expander;

  scene_init (&scene, spring);
  marathon_entrant_form_show_entrant (scene.form, 1);
  expander = gtk_widget_get_ancestor (GTK_WIDGET (get_row (&scene, "medical")), MARATHON_TYPE_FIELD_EXPANDER);
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (expander)), ==, "Confidential · Medical note");
  expander = gtk_widget_get_ancestor (GTK_WIDGET (get_row (&scene, "email")), MARATHON_TYPE_FIELD_EXPANDER);
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (expander)), ==, "amy@example.org");
  scene_clear (&scene);
}

static void
test_fits_into_300_pixels (void)
{
  g_autoptr (GString) text = g_string_new (spring);
  g_autofree char *name = g_strnfill (200, 'W');
  Scene scene;
  int minimum;

  g_string_append_printf (text, "category long | name=%s\nwave long | name=%s | start=red\n", name, name);
  g_string_append_printf (text, "entrant 4 | family=%s | given=%s | club=%s | category=long | wave=long | class=T11\n",
                          name, name, name);
  g_string_append_printf (text, "guide 41 | family=%s\n", name);
  scene_init (&scene, text->str);
  marathon_entrant_form_show_entrant (scene.form, 4);
  gtk_widget_measure (scene.widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 300);
  scene_clear (&scene);
}

/* --- Saving --- */

static void
test_each_field_is_a_step (void)
{
  Scene scene;

  scene_init (&scene, spring);
  marathon_entrant_form_show_entrant (scene.form, 1);
  enter (&scene, "town", "Leeds");
  assert_value (&scene, 0, "town", "Leeds");
  enter (&scene, "born", "3.4.80");
  assert_row (&scene, "born", "1980-04-03");
  enter (&scene, "predicted", "3:45");
  assert_row (&scene, "predicted", "3:45:00");
  g_assert_cmpuint (count_steps (&scene), ==, 3);
  /* What changes nothing is no step. */
  enter (&scene, "town", "Leeds");
  enter (&scene, "town", " Leeds ");
  assert_row (&scene, "town", "Leeds");
  g_assert_cmpuint (count_steps (&scene), ==, 3);
  scene_clear (&scene);
}

static void
test_undo_is_followed (void)
{
  Scene scene;

  scene_init (&scene, spring);
  marathon_entrant_form_show_entrant (scene.form, 1);
  enter (&scene, "family", "Bowman");
  g_assert_true (display_scene_shows (scene.widget, "Amy Bowman"));
  g_assert_true (marathon_history_undo (scene.history, NULL));
  assert_row (&scene, "family", "Archer");
  g_assert_true (display_scene_shows (scene.widget, "Amy Archer"));
  scene_clear (&scene);
}

static void
test_typed_text_is_not_overwritten (void)
{
  Scene scene;
  guint32 position = 0;

  scene_init (&scene, spring);
  marathon_entrant_form_show_entrant (scene.form, 1);
  marathon_entrant_form_focus (scene.form, "town");
  display_scene_type (scene.window, "Lee");
  g_assert_true (marathon_entrant_form_is_dirty (scene.form));
  g_assert_true (marathon_entrants_set_field (scene.history, &position, 1,
                                              marathon_event_find_field (scene.event, "town"), "York", NULL));
  assert_row (&scene, "town", "Lee");
  g_assert_true (marathon_entrants_set_field (scene.history, &position, 1,
                                              marathon_event_find_field (scene.event, "club"), "Harriers", NULL));
  assert_row (&scene, "club", "Harriers");
  marathon_entrant_form_revert (scene.form);
  g_assert_false (marathon_entrant_form_is_dirty (scene.form));
  assert_row (&scene, "town", "York");
  scene_clear (&scene);
}

static void
test_showing_another_saves (void)
{
  Scene scene;

  scene_init (&scene, spring);
  marathon_entrant_form_show_entrant (scene.form, 1);
  marathon_entrant_form_focus (scene.form, "town");
  display_scene_type (scene.window, "Leeds");
  marathon_entrant_form_show_entrant (scene.form, 2);
  assert_value (&scene, 0, "town", "Leeds");
  assert_value (&scene, 1, "town", "");
  assert_row (&scene, "town", "");
  g_assert_cmpuint (count_steps (&scene), ==, 1);
  scene_clear (&scene);
}

static void
test_refused_text_stays (void)
{
  Scene scene;

  scene_init (&scene, spring);
  marathon_entrant_form_show_entrant (scene.form, 1);
  enter (&scene, "bib", "38");
  g_assert_cmpuint (scene.n_refused, ==, 0);
  assert_row (&scene, "bib", "38");
  assert_value (&scene, 0, "bib", "37");
  g_assert_nonnull (strstr (marathon_field_row_get_error (get_row (&scene, "bib")), "Ben Bolt"));
  g_assert_false (marathon_entrant_form_commit (scene.form));
  g_assert_true (marathon_entrant_form_is_dirty (scene.form));
  /* Whose number it was lets go of it. */
  marathon_entrant_form_revert (scene.form);
  assert_row (&scene, "bib", "37");
  enter (&scene, "born", "31.13.1980");
  g_assert_cmpstr (marathon_field_row_get_error (get_row (&scene, "born")), ==, "There is no month 13");
  enter (&scene, "born", "soon");
  g_assert_cmpstr (marathon_field_row_get_error (get_row (&scene, "born")), ==,
                   "“soon” is not a date such as 1985-07-03");
  g_assert_cmpuint (scene.n_refused, ==, 1);
  g_assert_cmpuint (count_steps (&scene), ==, 0);
  scene_clear (&scene);
}

static void
test_reason_is_told_and_pins_are_set_free (void)
{
  Scene scene;
  GtkWidget *pin;

  scene_init (&scene, spring);
  marathon_entrant_form_show_entrant (scene.form, 1);
  pin = display_scene_find_id (scene.widget, "wave_pin");
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (pin)));
  marathon_entrant_form_focus (scene.form, "wave");
  /* "Red 2" comes after "Red 1", which is chosen. */
  display_scene_press (scene.window, "r Return");
  assert_value (&scene, 0, "wave", "red-2");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (pin)));
  g_assert_true (display_scene_shows (scene.widget, "Set by hand"));
  display_scene_click (pin);
  assert_value (&scene, 0, "pins", "");
  assert_value (&scene, 0, "wave", "red-2");
  g_assert_false (display_scene_shows (scene.widget, "Set by hand"));
  g_assert_cmpuint (count_steps (&scene), ==, 2);
  display_scene_click (pin);
  assert_value (&scene, 0, "pins", "wave");
  scene_clear (&scene);
}

static void
test_plan_says_why (void)
{
  g_autofree char *text = g_strconcat (spring, "entrant 4 | category=mass | category-reason=fits mass\n", NULL);
  Scene scene;
  g_autofree char *note = NULL;

  scene_init (&scene, text);
  marathon_entrant_form_show_entrant (scene.form, 4);
  g_object_get (get_row (&scene, "category"), "note", &note, NULL);
  g_assert_true (g_str_has_prefix (note, "Mass"));
  scene_clear (&scene);
}

static void
test_escape_goes_back_to_the_table (void)
{
  Scene scene;

  scene_init (&scene, spring);
  marathon_entrant_form_show_entrant (scene.form, 1);
  marathon_entrant_form_focus (scene.form, "town");
  display_scene_type (scene.window, "Lee");
  display_scene_press (scene.window, "Escape");
  g_assert_cmpuint (scene.n_left, ==, 0);
  display_scene_press (scene.window, "Escape");
  g_assert_cmpuint (scene.n_left, ==, 1);
  g_assert_cmpuint (count_steps (&scene), ==, 0);
  scene_clear (&scene);
}

static gboolean
is_in_sight (Scene *scene, GtkWidget *widget)
{
  GtkWidget *scroller = display_scene_find_id (scene->widget, "scroller");
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (widget, scroller, &bounds) && bounds.size.height > 0 && bounds.origin.y >= 0
         && bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (scroller);
}

/* Whether most of a row is to be seen above and below of @widget too. */
static gboolean
is_well_in_sight (Scene *scene, GtkWidget *widget)
{
  GtkWidget *scroller = display_scene_find_id (scene->widget, "scroller");
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (widget, scroller, &bounds) && bounds.size.height > 0
         && bounds.origin.y >= 40
         && bounds.origin.y + bounds.size.height + 40 <= (float) gtk_widget_get_height (scroller);
}

static void
test_row_with_the_keyboard_is_well_in_sight (void)
{
  Scene scene;
  GtkWidget *focus;

  scene_init (&scene, spring);
  gtk_window_set_default_size (scene.window, 380, 500);
  marathon_entrant_form_show_entrant (scene.form, 1);
  marathon_entrant_form_focus (scene.form, "club");
  display_scene_press (scene.window, "Tab Tab Tab Tab Tab");
  focus = gtk_root_get_focus (GTK_ROOT (scene.window));
  display_scene_wait_until (is_well_in_sight (&scene, focus));
  marathon_entrant_form_add_guide (scene.form);
  focus = gtk_root_get_focus (GTK_ROOT (scene.window));
  g_assert_true (gtk_widget_is_ancestor (focus, display_scene_find (scene.widget, MARATHON_TYPE_GUIDE_CARD)));
  display_scene_wait_until (is_well_in_sight (&scene, focus));
  scene_clear (&scene);
}

/* --- What is refused --- */

static void
assert_has_keyboard (Scene *scene, MarathonFieldRow *row)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (scene->window));

  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (row)));
  display_scene_wait_until (is_in_sight (scene, focus));
}

static void
test_commit_tells_and_shows_what_is_refused (void)
{
  Scene scene;

  scene_init (&scene, spring);
  gtk_window_set_default_size (scene.window, 380, 500);
  marathon_entrant_form_show_entrant (scene.form, 1);
  enter (&scene, "born", "03/07/1985x");
  g_assert_cmpuint (scene.n_refused, ==, 0);
  marathon_entrant_form_focus (scene.form, "collected-by");
  display_scene_settle ();
  g_assert_false (marathon_entrant_form_commit (scene.form));
  g_assert_cmpuint (scene.n_refused, ==, 1);
  g_assert_cmpstr (scene.refused, ==, "Born: “03/07/1985x” is not a date such as 1985-07-03");
  assert_has_keyboard (&scene, get_row (&scene, "born"));
  assert_row (&scene, "born", "03/07/1985x");
  scene_clear (&scene);
}

static void
test_commit_opens_the_guide_of_what_is_refused (void)
{
  Scene scene;
  GtkWidget *card;

  scene_init (&scene, spring);
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
  assert_has_keyboard (&scene, find_row (card, "born"));
  scene_clear (&scene);
}

static void
test_showing_another_tells_what_was_not_taken (void)
{
  Scene scene;

  scene_init (&scene, spring);
  marathon_entrant_form_show_entrant (scene.form, 1);
  enter (&scene, "born", "xyz");
  marathon_entrant_form_focus (scene.form, "town");
  display_scene_type (scene.window, "Leeds");
  marathon_entrant_form_show_entrant (scene.form, 2);
  g_assert_cmpuint (scene.n_refused, ==, 1);
  g_assert_cmpstr (scene.refused, ==,
                   "Born of Amy Archer: “xyz” was not taken: “xyz” is not a date such as 1985-07-03");
  g_assert_cmpuint (marathon_entrant_form_get_entrant (scene.form), ==, 2);
  assert_value (&scene, 0, "town", "Leeds");
  assert_value (&scene, 0, "born", "1980-04-13");
  assert_row (&scene, "born", "");
  g_assert_false (marathon_entrant_form_is_dirty (scene.form));
  marathon_entrant_form_start_new (scene.form);
  enter (&scene, "bib", "37");
  marathon_entrant_form_show_entrant (scene.form, 1);
  g_assert_cmpuint (scene.n_refused, ==, 2);
  g_assert_true (g_str_has_prefix (scene.refused, "Bib of the new entrant: “37” was not taken: "));
  scene_clear (&scene);
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
  Scene scene;

  scene_init (&scene, spring);
  marathon_entrant_form_show_entrant (scene.form, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (bibs); i++)
    {
      const char *error;

      g_test_message ("“%s”", bibs[i].typed);
      enter (&scene, "bib", bibs[i].typed);
      error = marathon_field_row_get_error (get_row (&scene, "bib"));
      g_assert_cmpint (error == NULL, ==, bibs[i].is_taken);
      assert_row (&scene, "bib", bibs[i].bib);
      if (!bibs[i].is_taken)
        g_assert_true (display_scene_shows (scene.widget, error));
    }
  scene_clear (&scene);
}

static void
test_odd_things_are_asked_back (void)
{
  Scene scene;

  scene_init (&scene, spring);
  marathon_entrant_form_show_entrant (scene.form, 1);
  enter (&scene, "born", "3.7.2014");
  assert_value (&scene, 0, "born", "2014-07-03");
  g_assert_true (display_scene_shows (scene.widget, "Born after the race: is that right?"));
  enter (&scene, "born", "3.7.85");
  g_assert_false (display_scene_shows (scene.widget, "Born after the race: is that right?"));
  enter (&scene, "nation", "Atlantis");
  g_assert_true (display_scene_shows (scene.widget, "This nation is not known"));
  enter (&scene, "nation", "deu");
  g_assert_false (display_scene_shows (scene.widget, "This nation is not known"));
  g_assert_true (display_scene_shows (scene.widget, "Germany"));
  enter (&scene, "predicted", "145");
  assert_value (&scene, 0, "predicted", "1:45:00");
  g_assert_true (display_scene_shows (scene.widget, "Faster than anybody has been: is that right?"));
  enter (&scene, "predicted", "345");
  assert_value (&scene, 0, "predicted", "3:45:00");
  g_assert_false (display_scene_shows (scene.widget, "Faster than anybody has been: is that right?"));
  scene_clear (&scene);
}

static void
test_focus_opens_what_is_closed (void)
{
  Scene scene;
  GtkWidget *focus;

  scene_init (&scene, spring);
  marathon_entrant_form_show_entrant (scene.form, 1);
  marathon_entrant_form_focus (scene.form, "collected-by");
  display_scene_settle ();
  focus = gtk_root_get_focus (GTK_ROOT (scene.window));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (get_row (&scene, "collected-by"))));
  g_assert_true (gtk_widget_get_mapped (focus));
  display_scene_wait_until (is_in_sight (&scene, focus));
  scene_clear (&scene);
}

/* --- A new person --- */

static void
test_new_person_by_keyboard (void)
{
  Scene scene;

  scene_init (&scene, spring);
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
  assert_value (&scene, 3, "family", "Farah");
  assert_value (&scene, 3, "given", "Mo");
  assert_value (&scene, 3, "sex", "M");
  assert_value (&scene, 3, "born", "1983-03-23");
  assert_value (&scene, 3, "nation", "gbr");
  g_assert_cmpuint (scene.n_added, ==, 1);
  g_assert_cmpuint (count_steps (&scene), ==, 5);
  scene_clear (&scene);
}

static void
test_new_person_of_whom_nothing_is_known_is_none (void)
{
  Scene scene;

  scene_init (&scene, spring);
  marathon_entrant_form_start_new (scene.form);
  display_scene_press (scene.window, "Return Return Tab");
  enter (&scene, "town", "  ");
  g_assert_cmpuint (scene.n_added, ==, 0);
  g_assert_true (marathon_entrant_form_is_new (scene.form));
  g_assert_false (marathon_entrant_form_is_dirty (scene.form));
  g_assert_cmpuint (marathon_roster_get_size (marathon_event_get_roster (scene.event)), ==, 3);
  scene_clear (&scene);
}

static void
test_new_person_can_begin_anywhere (void)
{
  Scene scene;

  scene_init (&scene, spring);
  marathon_entrant_form_start_new (scene.form);
  enter (&scene, "bib", "37");
  g_assert_nonnull (marathon_field_row_get_error (get_row (&scene, "bib")));
  g_assert_true (marathon_entrant_form_is_new (scene.form));
  assert_row (&scene, "bib", "37");
  enter (&scene, "bib", "100");
  g_assert_cmpuint (scene.n_added, ==, 1);
  assert_value (&scene, 3, "bib", "100");
  g_assert_cmpuint (count_steps (&scene), ==, 1);
  scene_clear (&scene);
}

static void
test_who_is_gone_is_not_shown (void)
{
  Scene scene;
  guint32 position = 0;

  scene_init (&scene, spring);
  marathon_entrant_form_show_entrant (scene.form, 1);
  marathon_entrant_form_focus (scene.form, "town");
  display_scene_type (scene.window, "Leeds");
  g_assert_true (marathon_entrants_delete (scene.history, &position, 1, NULL));
  g_assert_cmpuint (marathon_entrant_form_get_entrant (scene.form), ==, 0);
  g_assert_cmpstr (get_shown_page (&scene), ==, "empty");
  g_assert_false (marathon_entrant_form_is_dirty (scene.form));
  g_assert_cmpuint (scene.n_left, ==, 1);
  g_assert_null (gtk_widget_get_focus_child (scene.widget));
  marathon_entrant_form_start_new (scene.form);
  display_scene_type (scene.window, "Farah");
  display_scene_press (scene.window, "Return");
  g_assert_true (marathon_history_undo (scene.history, NULL));
  g_assert_cmpstr (get_shown_page (&scene), ==, "empty");
  scene_clear (&scene);
}

/* --- Guides --- */

static void
test_guides_are_shown_to_those_who_may_have_them (void)
{
  Scene scene;
  GtkWidget *guides, *button;

  scene_init (&scene, spring);
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
  scene_clear (&scene);
}

/* The title of the first card, which undo may have made anew. */
static const char *
get_card_title (Scene *scene)
{
  return adw_preferences_row_get_title (
    ADW_PREFERENCES_ROW (display_scene_find (scene->widget, MARATHON_TYPE_GUIDE_CARD)));
}

static void
test_guide_is_added_filled_and_removed (void)
{
  Scene scene;

  scene_init (&scene, spring);
  marathon_entrant_form_show_entrant (scene.form, 2);
  display_scene_click (display_scene_find_id (scene.widget, "add_guide"));
  g_assert_cmpuint (count_guides (&scene, 1), ==, 1);
  display_scene_settle ();
  display_scene_type (scene.window, "Smith");
  display_scene_press (scene.window, "Return");
  display_scene_type (scene.window, "Jo");
  display_scene_press (scene.window, "Return");
  g_assert_cmpstr (get_card_title (&scene), ==, "Guide 1 — Jo Smith");
  g_assert_cmpuint (count_steps (&scene), ==, 3);
  g_assert_true (marathon_history_undo (scene.history, NULL));
  g_assert_cmpstr (get_card_title (&scene), ==, "Guide 1 — Smith");
  g_assert_true (marathon_history_redo (scene.history, NULL));
  display_scene_click (display_scene_find_id (scene.widget, "remove_button"));
  g_assert_cmpuint (count_guides (&scene, 1), ==, 0);
  g_assert_false (gtk_widget_get_visible (display_scene_find_id (scene.widget, "guides")));
  g_assert_cmpuint (count_steps (&scene), ==, 4);
  g_assert_true (marathon_history_undo (scene.history, NULL));
  g_assert_cmpuint (count_guides (&scene, 1), ==, 1);
  g_assert_cmpstr (get_card_title (&scene), ==, "Guide 1 — Jo Smith");
  scene_clear (&scene);
}

static void
test_guides_end_at_the_rules_maximum (void)
{
  Scene scene;
  guint most;

  scene_init (&scene, spring);
  most = marathon_event_get_rules (scene.event)->guides_max;
  marathon_entrant_form_show_entrant (scene.form, 2);
  for (guint i = 0; i < most + 2; i++)
    marathon_entrant_form_add_guide (scene.form);
  g_assert_cmpuint (most, >, 0);
  g_assert_cmpuint (count_guides (&scene, 1), ==, most);
  g_assert_cmpuint (scene.n_refused, ==, 0);
  scene_clear (&scene);
}

static void
test_guide_fields_are_refused_and_canonical (void)
{
  Scene scene;
  GtkWidget *card;

  scene_init (&scene, spring);
  marathon_entrant_form_show_entrant (scene.form, 3);
  card = display_scene_find (scene.widget, MARATHON_TYPE_GUIDE_CARD);
  marathon_guide_card_focus (MARATHON_GUIDE_CARD (card), "born");
  display_scene_type (scene.window, "3/4/80");
  display_scene_press (scene.window, "Return");
  g_assert_cmpstr (marathon_field_row_get_committed (find_row (card, "born")), ==, "1980-04-03");
  marathon_guide_card_focus (MARATHON_GUIDE_CARD (card), "bib");
  display_scene_type (scene.window, "37");
  display_scene_press (scene.window, "Return");
  g_assert_nonnull (strstr (marathon_field_row_get_error (find_row (card, "bib")), "Amy Archer"));
  g_assert_true (marathon_entrant_form_is_dirty (scene.form));
  g_assert_cmpuint (scene.n_refused, ==, 0);
  g_assert_false (marathon_entrant_form_commit (scene.form));
  g_assert_cmpuint (scene.n_refused, ==, 1);
  g_assert_true (g_str_has_prefix (scene.refused, "Guide 1 — Gus Guide, Guide bib: "));
  marathon_entrant_form_revert (scene.form);
  g_assert_false (marathon_entrant_form_is_dirty (scene.form));
  scene_clear (&scene);
}

static void
test_guide_who_runs_too_is_found_by_bib (void)
{
  Scene scene;
  GtkWidget *card;
  MarathonFieldRow *row;

  scene_init (&scene, spring);
  marathon_entrant_form_show_entrant (scene.form, 3);
  card = display_scene_find (scene.widget, MARATHON_TYPE_GUIDE_CARD);
  row = find_row (card, "entrant");
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
  scene_clear (&scene);
}

/* --- Custom fields --- */

static void
test_custom_fields_come_and_go (void)
{
  Scene scene;
  GtkWidget *more;
  MarathonRecord *shirt;
  g_autoptr (MarathonEdit) insert = NULL;

  scene_init (&scene, spring);
  marathon_entrant_form_show_entrant (scene.form, 1);
  more = display_scene_find_id (scene.widget, "more");
  g_assert_false (gtk_widget_get_visible (more));
  shirt = model_fixture_record (scene.event, MARATHON_LIST_CUSTOM_FIELDS, "shirt",
                                "label=Shirt | type=choice | choices=S;M;L");
  insert = marathon_edit_new_insert_record (MARATHON_LIST_CUSTOM_FIELDS, 0, shirt);
  g_object_unref (shirt);
  g_assert_true (marathon_history_do (scene.history, insert, "Add Field", NULL));
  g_assert_true (gtk_widget_get_visible (more));
  g_assert_true (MARATHON_IS_CHOICE_FIELD_ROW (get_row (&scene, "x-shirt")));
  marathon_entrant_form_focus (scene.form, "x-shirt");
  display_scene_settle ();
  display_scene_press (scene.window, "m Tab");
  assert_value (&scene, 0, "x-shirt", "M");
  g_assert_true (marathon_history_undo (scene.history, NULL));
  g_assert_true (marathon_history_undo (scene.history, NULL));
  g_assert_false (gtk_widget_get_visible (more));
  g_assert_null (find_row (more, "x-shirt"));
  scene_clear (&scene);
}

/* --- Documents --- */

static void
test_document_can_be_changed (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("entrant 1 | family=Other\n");
  g_autoptr (MarathonDocument) document = marathon_document_new (event);
  Scene scene;

  scene_init (&scene, spring);
  marathon_entrant_form_show_entrant (scene.form, 1);
  marathon_entrant_form_set_document (scene.form, document);
  g_assert_cmpuint (marathon_entrant_form_get_entrant (scene.form), ==, 0);
  marathon_entrant_form_show_entrant (scene.form, 1);
  assert_row (&scene, "family", "Other");
  assert_row (&scene, "category", "");
  marathon_entrant_form_set_document (scene.form, NULL);
  g_assert_cmpstr (get_shown_page (&scene), ==, "empty");
  scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/entrant-form/every-field-has-one-row", test_every_field_has_one_row);
  g_test_add_func ("/entrant-form/every-row-is-of-the-right-kind", test_every_row_is_of_the_right_kind);
  g_test_add_func ("/entrant-form/every-guide-field-has-a-row", test_every_guide_field_has_a_row);
  g_test_add_func ("/entrant-form/shows-an-entrant", test_shows_an_entrant);
  g_test_add_func ("/entrant-form/what-is-confidential-is-not-in-the-summary",
                   test_what_is_confidential_is_not_in_the_summary);
  g_test_add_func ("/entrant-form/fits-into-300-pixels", test_fits_into_300_pixels);
  g_test_add_func ("/entrant-form/each-field-is-a-step", test_each_field_is_a_step);
  g_test_add_func ("/entrant-form/undo-is-followed", test_undo_is_followed);
  g_test_add_func ("/entrant-form/typed-text-is-not-overwritten", test_typed_text_is_not_overwritten);
  g_test_add_func ("/entrant-form/showing-another-saves", test_showing_another_saves);
  g_test_add_func ("/entrant-form/refused-text-stays", test_refused_text_stays);
  g_test_add_func ("/entrant-form/reason-is-told-and-pins-are-set-free", test_reason_is_told_and_pins_are_set_free);
  g_test_add_func ("/entrant-form/plan-says-why", test_plan_says_why);
  g_test_add_func ("/entrant-form/escape-goes-back-to-the-table", test_escape_goes_back_to_the_table);
  g_test_add_func ("/entrant-form/focus-opens-what-is-closed", test_focus_opens_what_is_closed);
  g_test_add_func ("/entrant-form/row-with-the-keyboard-is-well-in-sight", test_row_with_the_keyboard_is_well_in_sight);
  g_test_add_func ("/entrant-form/commit-tells-and-shows-what-is-refused", test_commit_tells_and_shows_what_is_refused);
  g_test_add_func ("/entrant-form/commit-opens-the-guide-of-what-is-refused",
                   test_commit_opens_the_guide_of_what_is_refused);
  g_test_add_func ("/entrant-form/showing-another-tells-what-was-not-taken",
                   test_showing_another_tells_what_was_not_taken);
  g_test_add_func ("/entrant-form/odd-bibs-are-taken-or-refused-in-words", test_odd_bibs_are_taken_or_refused_in_words);
  g_test_add_func ("/entrant-form/odd-things-are-asked-back", test_odd_things_are_asked_back);
  g_test_add_func ("/entrant-form/new-person-by-keyboard", test_new_person_by_keyboard);
  g_test_add_func ("/entrant-form/new-person-of-whom-nothing-is-known-is-none",
                   test_new_person_of_whom_nothing_is_known_is_none);
  g_test_add_func ("/entrant-form/new-person-can-begin-anywhere", test_new_person_can_begin_anywhere);
  g_test_add_func ("/entrant-form/who-is-gone-is-not-shown", test_who_is_gone_is_not_shown);
  g_test_add_func ("/entrant-form/guides-are-shown-to-those-who-may-have-them",
                   test_guides_are_shown_to_those_who_may_have_them);
  g_test_add_func ("/entrant-form/guide-is-added-filled-and-removed", test_guide_is_added_filled_and_removed);
  g_test_add_func ("/entrant-form/guides-end-at-the-rules-maximum", test_guides_end_at_the_rules_maximum);
  g_test_add_func ("/entrant-form/guide-fields-are-refused-and-canonical", test_guide_fields_are_refused_and_canonical);
  g_test_add_func ("/entrant-form/guide-who-runs-too-is-found-by-bib", test_guide_who_runs_too_is_found_by_bib);
  g_test_add_func ("/entrant-form/custom-fields-come-and-go", test_custom_fields_come_and_go);
  g_test_add_func ("/entrant-form/document-can-be-changed", test_document_can_be_changed);
  return display_scene_run ();
}
