/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the form shows: a row for each field, the entrant, what is in sight, and what the event has now.
 */
#include "pages/entrants/form-scene.h"

#include "editing/entrant-edits.h"
#include "model/model-fixture.h"
#include "pages/entrants/guide-card.h"
#include "widgets/choice-field-row.h"
#include "widgets/field-expander.h"

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
  FormScene scene;
  g_autoptr (GPtrArray) infos = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  form_scene_init (&scene, form_scene_spring);
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
  form_scene_clear (&scene);
}

static void
test_every_row_is_of_the_right_kind (void)
{
  FormScene scene;
  g_autoptr (GPtrArray) rows = NULL;

  form_scene_init (&scene, form_scene_spring);
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
  form_scene_clear (&scene);
}

/* --- Showing --- */

static void
test_shows_an_entrant (void)
{
  FormScene scene;

  form_scene_init (&scene, form_scene_spring);
  g_assert_cmpstr (form_scene_get_shown_page (&scene), ==, "empty");
  marathon_entrant_form_show_entrant (scene.form, 1);
  g_assert_cmpstr (form_scene_get_shown_page (&scene), ==, "form");
  g_assert_cmpuint (marathon_entrant_form_get_entrant (scene.form), ==, 1);
  form_scene_assert_row (&scene, "family", "Archer");
  form_scene_assert_row (&scene, "category", "mass");
  form_scene_assert_row (&scene, "medical", "Asthma");
  g_assert_true (display_scene_shows (scene.widget, "Amy Archer"));
  g_assert_true (display_scene_shows (scene.widget, "37 · Mass · Red 1"));
  g_assert_true (display_scene_shows (scene.widget, "34 on race day"));
  g_assert_true (display_scene_shows (scene.widget, "Great Britain"));
  marathon_entrant_form_show_entrant (scene.form, 0);
  g_assert_cmpstr (form_scene_get_shown_page (&scene), ==, "empty");
  form_scene_clear (&scene);
}

static GtkWidget *
get_expander (FormScene *scene, const char *key)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (form_scene_get_row (scene, key)), MARATHON_TYPE_FIELD_EXPANDER);
}

static void
test_what_is_confidential_is_not_in_the_summary (void)
{
  FormScene scene;
  GtkWidget *expander;

  form_scene_init (&scene, form_scene_spring);
  marathon_entrant_form_show_entrant (scene.form, 1);
  expander = get_expander (&scene, "medical");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (expander)), ==, "Confidential · Medical note");
  expander = get_expander (&scene, "email");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (expander)), ==, "amy@example.org");
  form_scene_clear (&scene);
}

static void
test_fits_into_300_pixels (void)
{
  g_autoptr (GString) text = g_string_new (form_scene_spring);
  g_autofree char *name = g_strnfill (200, 'W');
  FormScene scene;
  int minimum;

  g_string_append_printf (text, "category long | name=%s\nwave long | name=%s | start=red\n", name, name);
  g_string_append_printf (text, "entrant 4 | family=%s | given=%s | club=%s | category=long | wave=long | class=T11\n",
                          name, name, name);
  g_string_append_printf (text, "guide 41 | family=%s\n", name);
  form_scene_init (&scene, text->str);
  marathon_entrant_form_show_entrant (scene.form, 4);
  gtk_widget_measure (scene.widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 300);
  form_scene_clear (&scene);
}

static void
test_undo_is_followed (void)
{
  FormScene scene;

  form_scene_init (&scene, form_scene_spring);
  marathon_entrant_form_show_entrant (scene.form, 1);
  form_scene_enter (&scene, "family", "Bowman");
  g_assert_true (display_scene_shows (scene.widget, "Amy Bowman"));
  g_assert_true (marathon_history_undo (scene.history, NULL));
  form_scene_assert_row (&scene, "family", "Archer");
  g_assert_true (display_scene_shows (scene.widget, "Amy Archer"));
  form_scene_clear (&scene);
}

static void
test_who_is_gone_is_not_shown (void)
{
  FormScene scene;
  guint32 position = 0;

  form_scene_init (&scene, form_scene_spring);
  marathon_entrant_form_show_entrant (scene.form, 1);
  marathon_entrant_form_focus (scene.form, "town");
  display_scene_type (scene.window, "Leeds");
  g_assert_true (marathon_entrants_delete (scene.history, &position, 1, NULL));
  g_assert_cmpuint (marathon_entrant_form_get_entrant (scene.form), ==, 0);
  g_assert_cmpstr (form_scene_get_shown_page (&scene), ==, "empty");
  g_assert_false (marathon_entrant_form_is_dirty (scene.form));
  g_assert_cmpuint (scene.n_left, ==, 1);
  g_assert_null (gtk_widget_get_focus_child (scene.widget));
  marathon_entrant_form_start_new (scene.form);
  display_scene_type (scene.window, "Farah");
  display_scene_press (scene.window, "Return");
  g_assert_true (marathon_history_undo (scene.history, NULL));
  g_assert_cmpstr (form_scene_get_shown_page (&scene), ==, "empty");
  form_scene_clear (&scene);
}

static void
test_plan_says_why (void)
{
  g_autofree char *text = g_strconcat (form_scene_spring, "entrant 4 | category=mass | category-reason=fits mass\n",
                                      NULL);
  FormScene scene;
  g_autofree char *note = NULL;

  form_scene_init (&scene, text);
  marathon_entrant_form_show_entrant (scene.form, 4);
  g_object_get (form_scene_get_row (&scene, "category"), "note", &note, NULL);
  g_assert_true (g_str_has_prefix (note, "Mass"));
  form_scene_clear (&scene);
}

/* --- The row with the keyboard --- */

/* Whether most of a row is to be seen above and below of @widget too. */
static gboolean
is_well_in_sight (FormScene *scene, GtkWidget *widget)
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
  FormScene scene;
  GtkWidget *focus;

  form_scene_init (&scene, form_scene_spring);
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
  form_scene_clear (&scene);
}

static void
test_focus_opens_what_is_closed (void)
{
  FormScene scene;
  GtkWidget *focus;

  form_scene_init (&scene, form_scene_spring);
  marathon_entrant_form_show_entrant (scene.form, 1);
  marathon_entrant_form_focus (scene.form, "collected-by");
  display_scene_settle ();
  focus = gtk_root_get_focus (GTK_ROOT (scene.window));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (form_scene_get_row (&scene, "collected-by"))));
  g_assert_true (gtk_widget_get_mapped (focus));
  display_scene_wait_until (form_scene_is_in_sight (&scene, focus));
  form_scene_clear (&scene);
}

static void
test_escape_goes_back_to_the_table (void)
{
  FormScene scene;

  form_scene_init (&scene, form_scene_spring);
  marathon_entrant_form_show_entrant (scene.form, 1);
  marathon_entrant_form_focus (scene.form, "town");
  display_scene_type (scene.window, "Lee");
  display_scene_press (scene.window, "Escape");
  g_assert_cmpuint (scene.n_left, ==, 0);
  display_scene_press (scene.window, "Escape");
  g_assert_cmpuint (scene.n_left, ==, 1);
  g_assert_cmpuint (form_scene_count_steps (&scene), ==, 0);
  form_scene_clear (&scene);
}

/* --- Custom fields --- */

static void
test_custom_fields_come_and_go (void)
{
  FormScene scene;
  GtkWidget *more;
  MarathonRecord *shirt;
  g_autoptr (MarathonEdit) insert = NULL;

  form_scene_init (&scene, form_scene_spring);
  marathon_entrant_form_show_entrant (scene.form, 1);
  more = display_scene_find_id (scene.widget, "more");
  g_assert_false (gtk_widget_get_visible (more));
  shirt = model_fixture_record (scene.event, MARATHON_LIST_CUSTOM_FIELDS, "shirt",
                                "label=Shirt | type=choice | choices=S;M;L");
  insert = marathon_edit_new_insert_record (MARATHON_LIST_CUSTOM_FIELDS, 0, shirt);
  g_object_unref (shirt);
  g_assert_true (marathon_history_do (scene.history, insert, "Add Field", NULL));
  g_assert_true (gtk_widget_get_visible (more));
  g_assert_true (MARATHON_IS_CHOICE_FIELD_ROW (form_scene_get_row (&scene, "x-shirt")));
  marathon_entrant_form_focus (scene.form, "x-shirt");
  display_scene_settle ();
  display_scene_press (scene.window, "m Tab");
  form_scene_assert_value (&scene, 0, "x-shirt", "M");
  g_assert_true (marathon_history_undo (scene.history, NULL));
  g_assert_true (marathon_history_undo (scene.history, NULL));
  g_assert_false (gtk_widget_get_visible (more));
  g_assert_null (form_scene_find_row (more, "x-shirt"));
  form_scene_clear (&scene);
}

/* --- Documents --- */

static void
test_document_can_be_changed (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("entrant 1 | family=Other\n");
  g_autoptr (MarathonDocument) document = marathon_document_new (event);
  FormScene scene;

  form_scene_init (&scene, form_scene_spring);
  marathon_entrant_form_show_entrant (scene.form, 1);
  marathon_entrant_form_set_document (scene.form, document);
  g_assert_cmpuint (marathon_entrant_form_get_entrant (scene.form), ==, 0);
  marathon_entrant_form_show_entrant (scene.form, 1);
  form_scene_assert_row (&scene, "family", "Other");
  form_scene_assert_row (&scene, "category", "");
  marathon_entrant_form_set_document (scene.form, NULL);
  g_assert_cmpstr (form_scene_get_shown_page (&scene), ==, "empty");
  form_scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/entrant-form/every-field-has-one-row", test_every_field_has_one_row);
  g_test_add_func ("/entrant-form/every-row-is-of-the-right-kind", test_every_row_is_of_the_right_kind);
  g_test_add_func ("/entrant-form/shows-an-entrant", test_shows_an_entrant);
  g_test_add_func ("/entrant-form/what-is-confidential-is-not-in-the-summary",
                   test_what_is_confidential_is_not_in_the_summary);
  g_test_add_func ("/entrant-form/fits-into-300-pixels", test_fits_into_300_pixels);
  g_test_add_func ("/entrant-form/undo-is-followed", test_undo_is_followed);
  g_test_add_func ("/entrant-form/who-is-gone-is-not-shown", test_who_is_gone_is_not_shown);
  g_test_add_func ("/entrant-form/plan-says-why", test_plan_says_why);
  g_test_add_func ("/entrant-form/row-with-the-keyboard-is-well-in-sight", test_row_with_the_keyboard_is_well_in_sight);
  g_test_add_func ("/entrant-form/focus-opens-what-is-closed", test_focus_opens_what_is_closed);
  g_test_add_func ("/entrant-form/escape-goes-back-to-the-table", test_escape_goes_back_to_the_table);
  g_test_add_func ("/entrant-form/custom-fields-come-and-go", test_custom_fields_come_and_go);
  g_test_add_func ("/entrant-form/document-can-be-changed", test_document_can_be_changed);
  return display_scene_run ();
}
