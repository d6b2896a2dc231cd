/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows get their kind, label and choices from the table of fields.
 */
#include "pages/entrants/entrant-rows.h"

#include "model/model-error.h"
#include "model/model-fixture.h"
#include "widgets/choice-field-row.h"
#include "widgets/display-scene.h"
#include "widgets/flag-field-row.h"
#include "widgets/lines-field-row.h"
#include "widgets/text-field-row.h"

static const char fields[] = "event | time-zone=Europe/London\n"
                             "field shirt | label=Shirt & size | type=choice | choices=S;M\n"
                             "field meal | label=Meal | type=yes-no\n"
                             "field seat | label=Seat | type=number\n"
                             "category own | name=Own | routes=lottery;elite\n"
                             "entrant 1 | family=Archer | collected=2014-04-13T09:05:00Z\n";

static void
assert_kind (MarathonEvent *event, const char *key, GType kind)
{
  g_assert_cmpuint (marathon_entrant_row_get_kind (event, marathon_event_find_field (event, key)), ==, kind);
}

static void
test_kinds (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (fields);

  assert_kind (event, "family", MARATHON_TYPE_TEXT_FIELD_ROW);
  assert_kind (event, "note", MARATHON_TYPE_LINES_FIELD_ROW);
  assert_kind (event, "sex", MARATHON_TYPE_CHOICE_FIELD_ROW);
  assert_kind (event, "wave", MARATHON_TYPE_CHOICE_FIELD_ROW);
  assert_kind (event, "route", MARATHON_TYPE_CHOICE_FIELD_ROW);
  assert_kind (event, "debut", MARATHON_TYPE_FLAG_FIELD_ROW);
  assert_kind (event, "x-shirt", MARATHON_TYPE_CHOICE_FIELD_ROW);
  assert_kind (event, "x-meal", MARATHON_TYPE_FLAG_FIELD_ROW);
  assert_kind (event, "x-seat", MARATHON_TYPE_TEXT_FIELD_ROW);
}

/* The labels of all choices of a bound row: "None, S, M". */
static char *
list_choices (MarathonEvent *event, const char *key)
{
  GtkWidget *row = g_object_ref_sink (g_object_new (MARATHON_TYPE_CHOICE_FIELD_ROW, "key", key, NULL));
  GListModel *choices = gtk_drop_down_get_model (GTK_DROP_DOWN (display_scene_find (row, GTK_TYPE_DROP_DOWN)));
  GString *list = g_string_new (NULL);

  marathon_entrant_row_bind (MARATHON_FIELD_ROW (row), event, marathon_event_find_field (event, key));
  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (GObject) choice = g_list_model_get_item (choices, i);
      g_autofree char *label = NULL;

      g_object_get (choice, "label", &label, NULL);
      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", label);
    }
  g_object_unref (row);
  return g_string_free (list, FALSE);
}

static void
test_choices (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (fields);
  g_autofree char *shirts = list_choices (event, "x-shirt");
  g_autofree char *sexes = list_choices (event, "sex");
  g_autofree char *categories = list_choices (event, "category");
  g_autofree char *routes = list_choices (event, "route");

  g_assert_cmpstr (shirts, ==, "None, S, M");
  g_assert_cmpstr (sexes, ==, "Not known, Male, Female, Non-binary");
  g_assert_cmpstr (categories, ==, "None, Own");
  /* The usual routes, and those that the event's records name; none of them twice. */
  g_assert_true (g_str_has_prefix (routes, "None, Elite, "));
  g_assert_true (g_str_has_suffix (routes, ", lottery"));
  g_assert_null (strstr (strstr (routes, "Elite") + 1, "Elite"));
}

static void
test_labels_are_plain_text (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (fields);
  GtkWidget *row = g_object_ref_sink (g_object_new (MARATHON_TYPE_CHOICE_FIELD_ROW, "key", "x-shirt", NULL));

  marathon_entrant_row_bind (MARATHON_FIELD_ROW (row), event, marathon_event_find_field (event, "x-shirt"));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Shirt & size");
  g_object_unref (row);
}

static void
assert_text (MarathonEvent *event, const MarathonEntrant *entrant, const char *key, const char *expected)
{
  g_autofree char *text = marathon_entrant_row_get_text (event, entrant, marathon_event_find_field (event, key));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_texts (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (fields);
  const MarathonEntrant *entrant = marathon_roster_get (marathon_event_get_roster (event), 0);

  assert_text (event, entrant, "family", "Archer");
  assert_text (event, NULL, "family", "");
  /* In summer London is an hour ahead of UTC. */
  assert_text (event, entrant, "collected", "2014-04-13 10:05");
  assert_text (event, NULL, "collected", "");
}

static void
test_messages_lose_the_field (void)
{
  g_autofree char *named = marathon_entrant_row_shorten ("born: “x” is not a date", "born");
  g_autofree char *other = marathon_entrant_row_shorten ("bib 37 is taken", "bib");

  g_assert_cmpstr (named, ==, "“x” is not a date");
  g_assert_cmpstr (other, ==, "bib 37 is taken");
}

static void
test_dates_are_explained_for_people (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("event | language=en\n");
  g_autoptr (GError) error = g_error_new_literal (MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_VALUE, "born: wrong");
  g_autofree char *born = marathon_entrant_row_explain (event, MARATHON_FIELD_TYPE_BIRTH, "born", "30.2.1985", error);
  g_autofree char *town = marathon_entrant_row_explain (event, MARATHON_FIELD_TYPE_TEXT, "born", "30.2.1985", error);

  g_assert_cmpstr (born, ==, "There is no 30 February");
  g_assert_cmpstr (town, ==, "wrong");
}

static void
test_refusal_names_the_field (void)
{
  GtkWidget *row = g_object_ref_sink (g_object_new (MARATHON_TYPE_TEXT_FIELD_ROW, "key", "born", NULL));
  g_autofree char *sentence = NULL;

  marathon_field_row_set_label (MARATHON_FIELD_ROW (row), "Born");
  marathon_field_row_set_error (MARATHON_FIELD_ROW (row), "There is no 30 February");
  sentence = marathon_entrant_row_tell_refused (MARATHON_FIELD_ROW (row));
  g_assert_cmpstr (sentence, ==, "Born: There is no 30 February");
  g_object_unref (row);
}

static void
test_rows_are_for_fields (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (fields);
  g_autoptr (GPtrArray) infos = marathon_event_list_fields (event);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_false (marathon_entrant_rows_are_for (rows, 0, event, infos, MARATHON_N_FIELDS));
  g_ptr_array_add (rows, g_object_ref_sink (g_object_new (MARATHON_TYPE_CHOICE_FIELD_ROW, "key", "x-shirt", NULL)));
  g_ptr_array_add (rows, g_object_ref_sink (g_object_new (MARATHON_TYPE_FLAG_FIELD_ROW, "key", "x-meal", NULL)));
  g_ptr_array_add (rows, g_object_ref_sink (g_object_new (MARATHON_TYPE_FLAG_FIELD_ROW, "key", "x-seat", NULL)));
  g_assert_false (marathon_entrant_rows_are_for (rows, 0, event, infos, MARATHON_N_FIELDS));
  g_ptr_array_remove_index (rows, 2);
  g_ptr_array_add (rows, g_object_ref_sink (g_object_new (MARATHON_TYPE_TEXT_FIELD_ROW, "key", "x-seat", NULL)));
  g_assert_true (marathon_entrant_rows_are_for (rows, 0, event, infos, MARATHON_N_FIELDS));
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/entrant-rows/kinds", test_kinds);
  g_test_add_func ("/entrant-rows/choices", test_choices);
  g_test_add_func ("/entrant-rows/labels-are-plain-text", test_labels_are_plain_text);
  g_test_add_func ("/entrant-rows/texts", test_texts);
  g_test_add_func ("/entrant-rows/messages-lose-the-field", test_messages_lose_the_field);
  g_test_add_func ("/entrant-rows/dates-are-explained-for-people", test_dates_are_explained_for_people);
  g_test_add_func ("/entrant-rows/refusal-names-the-field", test_refusal_names_the_field);
  g_test_add_func ("/entrant-rows/rows-are-for-fields", test_rows_are_for_fields);
  return display_scene_run ();
}
