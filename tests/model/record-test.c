/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of every kind of record and each of its columns.
 */
#include "model/record.h"

#include <string.h>

#include "model/category.h"
#include "model/model-error.h"
#include "model/model-fixture.h"
#include "model/start.h"
#include "model/wave.h"

/* Two good values (canonical) and a wrong one for each kind of column. */
static const struct {
  const char *first, *second, *wrong;
} samples[] = {
  [MARATHON_COLUMN_TEXT] = { "One", "Two", NULL },
  [MARATHON_COLUMN_LINES] = { "One", "One\nTwo", NULL },
  [MARATHON_COLUMN_WORDS] = { "a;b", "b", NULL },
  [MARATHON_COLUMN_UINT] = { "3", "4", "x" },
  [MARATHON_COLUMN_DECIMAL] = { "1.5", "2", "x" },
  [MARATHON_COLUMN_BOOL] = { "yes", "no", "perhaps" },
  [MARATHON_COLUMN_ENUM] = { NULL, NULL, "no such word" },
  [MARATHON_COLUMN_DATE] = { "2014-04-13", "2013-04-21", "2014-02-30" },
  [MARATHON_COLUMN_TIME] = { "2:04:29", "2:15:25.5", "2:04" },
  [MARATHON_COLUMN_CLOCK] = { "10:00", "10:00:30", "25:00" },
  [MARATHON_COLUMN_INSTANT] = { "2014-04-13T09:00:00Z", "2014-04-13T09:00:01Z", "yesterday" },
  [MARATHON_COLUMN_RANGES] = { "1-12,14-99", "7", "9-1" },
  [MARATHON_COLUMN_CLASSES] = { "T11;T12", "T54", "T5x" },
  [MARATHON_COLUMN_COLOUR] = { "#cc0000", "#0000cc", "red" },
  [MARATHON_COLUMN_BIB] = { "W1", "037", "1 2" },
  [MARATHON_COLUMN_ENTRANT] = { "0000000000000001", "00000000000000ff", "0" },
  [MARATHON_COLUMN_REF] = { "one", "two", "three" },
  [MARATHON_COLUMN_REFS] = { "one;two", "two", "two;three" },
};

static const char *
get_sample (const MarathonColumn *column, guint which)
{
  if (column->type == MARATHON_COLUMN_ENUM)
    return column->vocabulary[which].word;
  return which == 0 ? samples[column->type].first : samples[column->type].second;
}

static MarathonEvent *
make_event (void)
{
  return model_fixture_new ("start one | name=1\n start two | name=2\n"
                            "category one | name=1\n category two | name=2\n"
                            "wave one | name=1\n wave two | name=2\n");
}

typedef void (*ColumnFunc) (MarathonEvent *event, MarathonRecord *record, guint column);

static void
for_each_column (ColumnFunc check)
{
  g_autoptr (MarathonEvent) event = make_event ();
  GArray *types = g_array_new (FALSE, FALSE, sizeof (GType));

  for (MarathonListId id = 0; id < MARATHON_N_LISTS; id++)
    {
      GType type = marathon_list_get_type_of (id);

      g_array_append_val (types, type);
    }
  for (guint i = 0; i < MARATHON_N_SINGLES; i++)
    {
      GType type = G_OBJECT_TYPE (marathon_event_get_single (event, i));

      g_array_append_val (types, type);
    }
  for (guint i = 0; i < types->len; i++)
    {
      g_autoptr (MarathonRecord) first = marathon_record_new (g_array_index (types, GType, i), "key");

      for (guint column = 0; column < MARATHON_RECORD_GET_CLASS (first)->n_columns; column++)
        {
          g_autoptr (MarathonRecord) record = marathon_record_new (g_array_index (types, GType, i), "key");

          g_test_message ("%s %s", G_OBJECT_TYPE_NAME (record),
                          MARATHON_RECORD_GET_CLASS (record)->columns[column].name);
          check (event, record, column);
        }
    }
  g_array_unref (types);
}

static void
check_table (MarathonEvent *event, MarathonRecord *record, guint index)
{
  MarathonRecordClass *klass = MARATHON_RECORD_GET_CLASS (record);
  const MarathonColumn *column = &klass->columns[index];

  g_assert_nonnull (klass->element);
  g_assert_true (strspn (column->name, "abcdefghijklmnopqrstuvwxyz-") == strlen (column->name));
  g_assert_nonnull (column->label);
  g_assert_cmpstr (column->label, !=, "");
  g_assert_cmpint (marathon_record_find_column (record, column->name), ==, index);
  g_assert_cmpint (column->type == MARATHON_COLUMN_ENUM, ==, column->vocabulary != NULL);
  g_assert_nonnull (g_object_class_find_property (G_OBJECT_GET_CLASS (record), column->name));
  g_assert_cmpint (column->offset, >=, sizeof (MarathonRecord));
  for (guint i = 0; i < index; i++)
    g_assert_cmpint (klass->columns[i].offset, !=, column->offset);
}

static void
test_each_column_is_declared_in_full (void)
{
  for_each_column (check_table);
}

static void
test_a_record_refers_only_to_lists_before_its_own (void)
{
  for (MarathonListId id = 0; id < MARATHON_N_LISTS; id++)
    {
      g_autoptr (MarathonRecord) record = marathon_record_new (marathon_list_get_type_of (id), "key");
      MarathonRecordClass *klass = MARATHON_RECORD_GET_CLASS (record);

      for (guint i = 0; i < klass->n_columns; i++)
        if (klass->columns[i].type == MARATHON_COLUMN_REF || klass->columns[i].type == MARATHON_COLUMN_REFS)
          g_assert_cmpint (klass->columns[i].list, <, id);
      g_assert_cmpstr (klass->element, ==, marathon_list_get_element (id));
    }
}

static void
check_initial (MarathonEvent *event, MarathonRecord *record, guint index)
{
  const MarathonColumn *column = &MARATHON_RECORD_GET_CLASS (record)->columns[index];
  const char *initial = column->initial != NULL                   ? column->initial
                        : column->type == MARATHON_COLUMN_ENUM    ? column->vocabulary[0].word
                        : column->type == MARATHON_COLUMN_BOOL    ? "no"
                        : column->type == MARATHON_COLUMN_UINT    ? "0"
                        : column->type == MARATHON_COLUMN_DECIMAL ? "0"
                                                                  : "";

  g_assert_cmpstr (marathon_record_get_text (record, index), ==, initial);
}

static void
test_a_new_record_has_its_initial_values (void)
{
  for_each_column (check_initial);
}

static void
test_some_initial_values_are_what_the_rules_say (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  MarathonRules *rules = marathon_event_get_rules (event);
  g_autoptr (MarathonRecord) wave = marathon_record_new (MARATHON_TYPE_WAVE, "w");

  g_assert_cmpint (rules->age_basis, ==, MARATHON_AGE_BASIS_RACE_DAY);
  g_assert_cmpuint (rules->guides_max, ==, 2);
  g_assert_cmpuint (g_strv_length ((char **) rules->exchange_points), ==, 3);
  g_assert_cmpstr (rules->exchange_points[2], ==, "30");
  g_assert_true (rules->minors_withheld);
  g_assert_cmpint (MARATHON_WAVE (wave)->time, ==, MARATHON_CLOCK_NONE);
  g_assert_cmpint (MARATHON_WAVE (wave)->from, ==, MARATHON_TIME_NONE);
  g_assert_cmpuint (MARATHON_WAVE (wave)->categories[0], ==, 0);
  g_assert_null (MARATHON_WAVE (wave)->routes[0]);
  g_assert_cmpstr (MARATHON_WAVE (wave)->name, ==, "");
}

static void
count (GObject *object, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

static void
check_setting (MarathonEvent *event, MarathonRecord *record, guint index)
{
  const MarathonColumn *column = &MARATHON_RECORD_GET_CLASS (record)->columns[index];
  g_autofree char *notified = g_strconcat ("notify::", column->name, NULL);
  guint n_column = 0, n_all = 0;
  g_autoptr (GError) error = NULL;

  g_signal_connect (record, notified, G_CALLBACK (count), &n_column);
  g_signal_connect (record, "notify", G_CALLBACK (count), &n_all);
  for (guint which = 0; which < 2; which++)
    {
      g_autofree char *before = g_strdup (marathon_record_get_text (record, index));
      const char *text = get_sample (column, which);
      guint expected = n_column + (strcmp (before, text) != 0);

      /* Twice: the second time nothing changes. */
      for (guint round = 0; round < 2; round++)
        {
          g_assert_true (marathon_record_set_text (record, event, index, text, &error));
          g_assert_no_error (error);
          g_assert_cmpstr (marathon_record_get_text (record, index), ==, text);
          g_assert_cmpuint (n_column, ==, expected);
        }
    }
  g_assert_cmpuint (n_column, >, 0);
  g_assert_cmpuint (n_all, ==, n_column);
}

static void
test_a_column_gives_what_was_set_and_notifies_of_changes_only (void)
{
  for_each_column (check_setting);
}

static void
check_refusing (MarathonEvent *event, MarathonRecord *record, guint index)
{
  const MarathonColumn *column = &MARATHON_RECORD_GET_CLASS (record)->columns[index];
  gsize most = column->maximum > 0 ? (gsize) column->maximum : MARATHON_TEXT_MAX_LENGTH;
  g_autofree char *too_long = g_strnfill (most + 1, 'x');
  g_autofree char *too_many
      = g_strdup_printf ("%" G_GINT64_FORMAT, column->maximum > 0 ? column->maximum + 1 : G_MAXINT64);
  const char *wrong[] = { samples[column->type].wrong, NULL, NULL };
  guint n = 0;

  if (wrong[0] == NULL)
    wrong[0] = too_long;
  if (column->type == MARATHON_COLUMN_UINT || column->type == MARATHON_COLUMN_DECIMAL)
    wrong[1] = too_many;
  else if (column->required)
    wrong[1] = "";
  g_assert_true (marathon_record_set_text (record, event, index, get_sample (column, 1), NULL));
  g_signal_connect (record, "notify", G_CALLBACK (count), &n);
  for (guint i = 0; wrong[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (marathon_record_set_text (record, event, index, wrong[i], &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == MARATHON_MODEL_ERROR);
      g_assert_true (g_str_has_prefix (error->message, column->name));
      g_assert_cmpstr (marathon_record_get_text (record, index), ==, get_sample (column, 1));
    }
  g_assert_cmpuint (n, ==, 0);
}

static void
test_a_wrong_value_is_refused_and_the_old_one_kept (void)
{
  for_each_column (check_refusing);
}

static void
check_property (MarathonEvent *event, MarathonRecord *record, guint index)
{
  const MarathonColumn *column = &MARATHON_RECORD_GET_CLASS (record)->columns[index];
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (record), column->name);
  g_auto (GValue) value = G_VALUE_INIT;

  g_assert_true (marathon_record_set_text (record, event, index, get_sample (column, 0), NULL));
  g_assert_cmpuint (pspec->flags & G_PARAM_READWRITE, ==, G_PARAM_READABLE);
  g_value_init (&value, pspec->value_type);
  g_object_get_property (G_OBJECT (record), column->name, &value);
  if (column->type == MARATHON_COLUMN_BOOL)
    g_assert_true (g_value_get_boolean (&value));
  else if (column->type == MARATHON_COLUMN_UINT)
    g_assert_cmpuint (g_value_get_uint (&value), ==, 3);
  else if (column->type == MARATHON_COLUMN_ENUM)
    g_assert_cmpuint (g_value_get_uint (&value), ==, 0);
  else
    g_assert_cmpstr (g_value_get_string (&value), ==, get_sample (column, 0));
}

static void
test_each_column_is_a_property_to_read (void)
{
  g_autoptr (MarathonRecord) record = marathon_record_new (MARATHON_TYPE_START, "red");
  g_autofree char *key = NULL;

  for_each_column (check_property);
  g_object_get (record, "key", &key, NULL);
  g_assert_cmpstr (key, ==, "red");
}

static void
check_copying (MarathonEvent *event, MarathonRecord *record, guint index)
{
  const MarathonColumn *column = &MARATHON_RECORD_GET_CLASS (record)->columns[index];
  g_autoptr (MarathonRecord) copy = NULL;

  g_assert_true (marathon_record_set_text (record, event, index, get_sample (column, 1), NULL));
  marathon_record_set_handle (record, 17);
  marathon_record_set_unknown (record, " a=\"1\"", "<b/>");
  copy = marathon_record_copy (record, event);
  g_assert_cmpstr (marathon_record_get_key (copy), ==, "key");
  g_assert_cmpuint (marathon_record_get_handle (copy), ==, 17);
  g_assert_cmpstr (marathon_record_get_unknown_attributes (copy), ==, " a=\"1\"");
  g_assert_cmpstr (marathon_record_get_unknown_content (copy), ==, "<b/>");
  for (guint i = 0; i < MARATHON_RECORD_GET_CLASS (record)->n_columns; i++)
    g_assert_cmpstr (marathon_record_get_text (copy, i), ==, marathon_record_get_text (record, i));
}

static void
test_a_copy_is_equal (void)
{
  for_each_column (check_copying);
}

static void
test_a_record_has_nothing_unknown_at_first (void)
{
  g_autoptr (MarathonRecord) record = marathon_record_new (MARATHON_TYPE_START, "red");

  g_assert_cmpstr (marathon_record_get_unknown_attributes (record), ==, "");
  g_assert_cmpstr (marathon_record_get_unknown_content (record), ==, "");
  g_assert_cmpuint (marathon_record_get_handle (record), ==, 0);
  g_assert_cmpint (marathon_record_find_column (record, "no-such-column"), ==, -1);
}

static void
test_the_unknown_can_be_set_from_the_records_own (void)
{
  g_autoptr (MarathonRecord) record = marathon_record_new (MARATHON_TYPE_START, "red");

  marathon_record_set_unknown (record, " a=\"1\"", "<b/>");
  marathon_record_set_unknown (record, " c=\"2\"", marathon_record_get_unknown_content (record));
  marathon_record_set_unknown (record, marathon_record_get_unknown_attributes (record), "<d/>");
  g_assert_cmpstr (marathon_record_get_unknown_attributes (record), ==, " c=\"2\"");
  g_assert_cmpstr (marathon_record_get_unknown_content (record), ==, "<d/>");
}

static void
test_members_are_the_parsed_values (void)
{
  g_autoptr (MarathonEvent) event = make_event ();
  g_autoptr (MarathonRecord) record = model_fixture_record (
      event, MARATHON_LIST_WAVES, "w",
      "start=two | name= Red  1 | time=10:10 | capacity=8000 | from=2:30:00 | categories=two;one | routes=club");
  MarathonWave *wave = MARATHON_WAVE (record);

  g_assert_cmpuint (wave->start, ==, 2);
  g_assert_cmpstr (wave->name, ==, "Red 1");
  g_assert_cmpint (wave->time, ==, 36600);
  g_assert_cmpuint (wave->capacity, ==, 8000);
  g_assert_cmpint (wave->from, ==, 90000);
  g_assert_cmpint (wave->to, ==, MARATHON_TIME_NONE);
  g_assert_cmpuint (wave->categories[0], ==, 2);
  g_assert_cmpuint (wave->categories[1], ==, 1);
  g_assert_cmpstr (wave->routes[0], ==, "club");
}

static void
test_who_is_referred_to (void)
{
  g_autoptr (MarathonEvent) event = make_event ();
  g_autoptr (MarathonRecord) record
      = model_fixture_record (event, MARATHON_LIST_WAVES, "w", "name=W | start=two | categories=one");

  g_assert_true (marathon_record_refers_to (record, MARATHON_LIST_STARTS, 2));
  g_assert_false (marathon_record_refers_to (record, MARATHON_LIST_STARTS, 1));
  g_assert_true (marathon_record_refers_to (record, MARATHON_LIST_CATEGORIES, 1));
  g_assert_false (marathon_record_refers_to (record, MARATHON_LIST_CATEGORIES, 2));
  g_assert_false (marathon_record_refers_to (record, MARATHON_LIST_WAVES, 1));
}

static void
test_which_keys_are_valid (void)
{
  g_autofree char *longest = g_strnfill (64, 'a'), *longer = g_strnfill (65, 'a');
  const char *good[] = { "a", "0", "red-2", "elite_m", "v1.2", "9-.", longest };
  const char *bad[] = { "", "-a", ".a", "_a", "Red", "rEd", "r d", "r/d", "\u00e9", "a\n", longer };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (marathon_record_key_is_valid (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (marathon_record_key_is_valid (bad[i]));
}

static gboolean
set_quotes (MarathonRecord *record, MarathonEvent *event, const char *column, guint n)
{
  g_autofree char *quotes = g_strnfill (n, '"');
  g_autoptr (GError) error = NULL;
  gboolean done = marathon_record_set_text (record, event, (guint) marathon_record_find_column (record, column), quotes, &error);

  if (!done)
    g_assert_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_LIMIT);
  return done;
}

/* A quotation mark takes six bytes in a file. */
static void
test_the_values_together_have_a_limit (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("");
  g_autoptr (MarathonRecord) layout = marathon_record_new (marathon_list_get_type_of (MARATHON_LIST_LAYOUTS), "l");
  const guint most = MARATHON_RECORD_MAX_LENGTH / 6 - 50; /* fifty: what the other columns say at first */

  g_assert_true (set_quotes (layout, event, "columns", most));
  g_assert_false (set_quotes (layout, event, "columns", most + 51));
  g_assert_cmpuint (strlen (marathon_record_get_text (layout, (guint) marathon_record_find_column (layout, "columns"))), ==, most);
  g_assert_false (set_quotes (layout, event, "sort", 51));
  g_assert_true (set_quotes (layout, event, "columns", most / 2));
  g_assert_true (set_quotes (layout, event, "sort", most / 2));
  g_assert_false (set_quotes (layout, event, "columns", most));
}

static void
test_unknown_attributes_are_found_and_counted (void)
{
  static const struct {
    const char *run;
    guint n;
    gboolean has_a;
  } cases[] = {
    { "", 0, FALSE },
    { " a=\"\"", 1, TRUE },
    { " b=\"1\" a=\"2\"", 2, TRUE },
    { " b=\" a=\"", 1, FALSE },
    { " aa=\"a\"", 1, FALSE },
    { " xmlns:p=\"u\" p:a=\"1\"", 2, FALSE },
    { ">a=\"1\"", 0, FALSE },
    { " b=\"1\"><x a=\"1\"/>", 1, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpuint (marathon_unknown_count_attributes (cases[i].run), ==, cases[i].n);
      g_assert_cmpint (marathon_unknown_has_attribute (cases[i].run, "a"), ==, cases[i].has_a);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/each-column-is-declared-in-full", test_each_column_is_declared_in_full);
  g_test_add_func ("/record/refers-only-to-lists-before-its-own", test_a_record_refers_only_to_lists_before_its_own);
  g_test_add_func ("/record/a-new-one-has-its-initial-values", test_a_new_record_has_its_initial_values);
  g_test_add_func ("/record/some-initial-values", test_some_initial_values_are_what_the_rules_say);
  g_test_add_func ("/record/notifies-of-changes-only", test_a_column_gives_what_was_set_and_notifies_of_changes_only);
  g_test_add_func ("/record/a-wrong-value-is-refused", test_a_wrong_value_is_refused_and_the_old_one_kept);
  g_test_add_func ("/record/each-column-is-a-property", test_each_column_is_a_property_to_read);
  g_test_add_func ("/record/the-values-together-have-a-limit", test_the_values_together_have_a_limit);
  g_test_add_func ("/record/unknown-attributes-are-found-and-counted", test_unknown_attributes_are_found_and_counted);
  g_test_add_func ("/record/a-copy-is-equal", test_a_copy_is_equal);
  g_test_add_func ("/record/nothing-unknown-at-first", test_a_record_has_nothing_unknown_at_first);
  g_test_add_func ("/record/the-unknown-can-be-set-from-the-records-own",
                   test_the_unknown_can_be_set_from_the_records_own);
  g_test_add_func ("/record/members-are-the-parsed-values", test_members_are_the_parsed_values);
  g_test_add_func ("/record/who-is-referred-to", test_who_is_referred_to);
  g_test_add_func ("/record/which-keys-are-valid", test_which_keys_are_valid);

  return g_test_run ();
}
