/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of changing records: keys are unique, what is referred to stays, and values that are there still
 * parse.
 */
#include "model/event.h"

#include <string.h>

#include "model/model-error.h"
#include "model/model-fixture.h"
#include "model/start.h"
#include "model/wave.h"

static MarathonEvent *
make_event (void)
{
  return model_fixture_new (
      "field shirt | label=Shirt\n field dog | label=Dog\n"
      "start red | name=Red\n start blue | name=Blue\n start lone | name=Lone\n"
      "category elite | name=Elite\n category mass | name=Mass\n category para | name=Para\n category lone | "
      "name=Lone\n"
      "wave red-1 | name=Red 1 | start=red\n wave red-2 | name=Red 2 | start=red | categories=mass\n"
      "wave lone | name=Lone\n"
      "bib-block low | name=Low | categories=elite | waves=red-2\n bib-block lone | name=Lone\n"
      "group fridge | name=Fridge\n group lone | name=Lone\n"
      "official o1 | family=Hall | starts=blue | waves=red-1\n"
      "medal-event m1 | name=World Cup | categories=para\n"
      "entrant 1 | given=Amy | family=Archer | category=elite | wave=red-1 | bib-block=low | x-shirt=L\n"
      "binned 2 | family=Jones | group=fridge\n");
}

static MarathonRecord *
find (MarathonEvent *event, MarathonListId id, const char *key)
{
  MarathonRecord *record = marathon_record_list_find (marathon_event_get_list (event, id), key);

  if (record == NULL)
    g_error ("There is no %s “%s”", marathon_list_get_element (id), key);
  return record;
}

static gboolean
remove_key (MarathonEvent *event, MarathonListId id, const char *key, GError **error)
{
  return marathon_event_remove_record (
      event, id, marathon_record_list_get_position (marathon_event_get_list (event, id), find (event, id, key)), error);
}

static gboolean
set (MarathonEvent *event, MarathonListId id, const char *key, const char *column, const char *text, GError **error)
{
  MarathonRecord *record = find (event, id, key);

  return marathon_event_set_record_text (event, record, (guint) marathon_record_find_column (record, column), text,
                                         error);
}

static void
test_a_record_is_inserted_where_it_is_put (void)
{
  g_autoptr (MarathonEvent) event = make_event ();
  g_autoptr (MarathonRecord) record = model_fixture_record (event, MARATHON_LIST_STARTS, "green", "name=Green");
  MarathonRecordList *starts = marathon_event_get_list (event, MARATHON_LIST_STARTS);

  g_assert_true (marathon_event_insert_record (event, MARATHON_LIST_STARTS, 1, record, NULL));
  g_assert_true (marathon_record_list_get (starts, 1) == record);
  g_assert_true (marathon_event_get_record (event, MARATHON_LIST_STARTS, 4) == record);
  marathon_event_move_record (event, MARATHON_LIST_STARTS, 1, 3);
  g_assert_true (marathon_record_list_get (starts, 3) == record);
  g_assert_true (marathon_event_get_record (event, MARATHON_LIST_STARTS, 4) == record);
}

static void
test_a_key_must_be_new_and_valid (void)
{
  static const struct {
    const char *key;
    int code;
  } cases[] = {
    { "red", MARATHON_MODEL_ERROR_DUPLICATE_ID }, { "", MARATHON_MODEL_ERROR_VALUE },
    { "Green", MARATHON_MODEL_ERROR_VALUE },      { "a b", MARATHON_MODEL_ERROR_VALUE },
    { "-", MARATHON_MODEL_ERROR_VALUE },
  };
  g_autoptr (MarathonEvent) event = make_event ();
  g_autofree char *before = model_fixture_describe (event), *after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarathonRecord) record = model_fixture_record (event, MARATHON_LIST_STARTS, cases[i].key, "name=New");
      g_autoptr (GError) error = NULL;

      g_assert_false (marathon_event_insert_record (event, MARATHON_LIST_STARTS, 0, record, &error));
      g_assert_error (error, MARATHON_MODEL_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].key));
      g_assert_cmpuint (marathon_record_get_handle (record), ==, 0);
    }
  after = model_fixture_describe (event);
  g_assert_cmpstr (before, ==, after);
}

static void
test_what_is_referred_to_is_not_removed (void)
{
  static const struct {
    MarathonListId id;
    const char *key, *who;
  } cases[] = {
    { MARATHON_LIST_CUSTOM_FIELDS, "shirt", "Amy Archer" },
    { MARATHON_LIST_STARTS, "red", "red-1" },
    { MARATHON_LIST_STARTS, "blue", "o1" },
    { MARATHON_LIST_CATEGORIES, "elite", "Amy Archer" },
    { MARATHON_LIST_CATEGORIES, "mass", "red-2" },
    { MARATHON_LIST_CATEGORIES, "para", "m1" },
    { MARATHON_LIST_WAVES, "red-1", "Amy Archer" },
    { MARATHON_LIST_WAVES, "red-2", "low" },
    { MARATHON_LIST_BIB_BLOCKS, "low", "Amy Archer" },
    { MARATHON_LIST_GROUPS, "fridge", "Jones" },
  };
  g_autoptr (MarathonEvent) event = make_event ();
  g_autofree char *before = model_fixture_describe (event), *after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *quoted = g_strdup_printf ("\u201c%s\u201d", cases[i].key);
      g_autoptr (GError) error = NULL;

      g_assert_false (remove_key (event, cases[i].id, cases[i].key, &error));
      g_assert_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_REFERENCE);
      g_assert_nonnull (strstr (error->message, quoted));
      g_assert_nonnull (strstr (error->message, cases[i].who));
    }
  after = model_fixture_describe (event);
  g_assert_cmpstr (before, ==, after);
}

static void
test_what_nobody_refers_to_is_removed_and_put_back (void)
{
  static const struct {
    MarathonListId id;
    const char *key;
  } cases[] = {
    { MARATHON_LIST_CUSTOM_FIELDS, "dog" }, { MARATHON_LIST_STARTS, "lone" },     { MARATHON_LIST_CATEGORIES, "lone" },
    { MARATHON_LIST_WAVES, "lone" },        { MARATHON_LIST_BIB_BLOCKS, "lone" }, { MARATHON_LIST_GROUPS, "lone" },
    { MARATHON_LIST_OFFICIALS, "o1" },      { MARATHON_LIST_MEDAL_EVENTS, "m1" },
  };
  g_autoptr (MarathonEvent) event = make_event ();
  g_autofree char *before = model_fixture_describe (event);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarathonRecord) record = g_object_ref (find (event, cases[i].id, cases[i].key));
      guint position = marathon_record_list_get_position (marathon_event_get_list (event, cases[i].id), record);
      guint32 handle = marathon_record_get_handle (record);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (remove_key (event, cases[i].id, cases[i].key, &error));
      g_assert_no_error (error);
      g_assert_null (marathon_event_get_record (event, cases[i].id, handle));
      g_assert_true (marathon_event_insert_record (event, cases[i].id, position, record, &error));
      after = model_fixture_describe (event);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_it_can_be_removed_once_nobody_refers_to_it (void)
{
  g_autoptr (MarathonEvent) event = make_event ();
  MarathonRecord *low = find (event, MARATHON_LIST_BIB_BLOCKS, "low");

  g_assert_true (model_fixture_set (event, 0, "category", "", NULL));
  g_assert_false (remove_key (event, MARATHON_LIST_CATEGORIES, "elite", NULL));
  g_assert_true (marathon_event_set_record_text (event, low, (guint) marathon_record_find_column (low, "categories"),
                                                 "mass", NULL));
  g_assert_true (remove_key (event, MARATHON_LIST_CATEGORIES, "elite", NULL));
  g_assert_true (model_fixture_set (event, 0, "x-shirt", "", NULL));
  g_assert_true (remove_key (event, MARATHON_LIST_CUSTOM_FIELDS, "shirt", NULL));
}

static void
test_a_column_is_set_or_refused (void)
{
  g_autoptr (MarathonEvent) event = make_event ();
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL, reference_error = NULL;

  g_assert_true (set (event, MARATHON_LIST_WAVES, "red-1", "start", "blue", NULL));
  g_assert_cmpuint (MARATHON_WAVE (find (event, MARATHON_LIST_WAVES, "red-1"))->start, ==, 2);
  before = model_fixture_describe (event);
  g_assert_false (set (event, MARATHON_LIST_WAVES, "red-1", "capacity", "many", &error));
  g_assert_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_VALUE);
  g_assert_false (set (event, MARATHON_LIST_WAVES, "red-1", "start", "green", &reference_error));
  g_assert_error (reference_error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_REFERENCE);
  g_assert_nonnull (strstr (reference_error->message, "green"));
  after = model_fixture_describe (event);
  g_assert_cmpstr (before, ==, after);
}

static void
test_a_custom_type_changes_only_where_all_values_parse (void)
{
  static const struct {
    const char *value, *type;
    gboolean done;
  } cases[] = {
    { "42", "number", TRUE },       { "L", "number", FALSE },  { "yes", "yes-no", TRUE },   { "L", "yes-no", FALSE },
    { "2014-04-13", "date", TRUE }, { "2014", "date", FALSE }, { "1:02:03", "time", TRUE }, { "1:02", "time", FALSE },
    { "L", "choice", TRUE },        { "", "number", TRUE },
  };

  for (guint place = 0; place < 2; place++)
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        g_autoptr (MarathonEvent) event = model_fixture_new ("field kind | label=Kind\n entrant 1 | family=Archer");
        g_autofree char *line = g_strdup_printf ("%s 2 | x-kind=%s", place == 0 ? "entrant" : "binned", cases[i].value);
        g_autofree char *before = NULL, *after = NULL;
        g_autoptr (GError) error = NULL;

        model_fixture_add (event, line);
        before = model_fixture_describe (event);
        g_assert_cmpint (set (event, MARATHON_LIST_CUSTOM_FIELDS, "kind", "type", cases[i].type, &error), ==,
                         cases[i].done);
        if (cases[i].done)
          {
            g_assert_no_error (error);
            continue;
          }
        g_assert_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_VALUE);
        g_assert_true (g_str_has_prefix (error->message, "x-kind"));
        g_assert_nonnull (strstr (error->message, cases[i].value));
        after = model_fixture_describe (event);
        g_assert_cmpstr (before, ==, after);
        g_assert_cmpint (marathon_event_find_field (event, "x-kind")->type, ==, MARATHON_FIELD_TYPE_TEXT);
      }
}

/* An entrant keeps sixteen bits of these handles, and details hold so many values. */
static void
test_lists_have_their_limits (void)
{
  static const struct {
    MarathonListId id;
    guint32 last;
  } cases[] = {
    { MARATHON_LIST_CATEGORIES, G_MAXUINT16 },
    { MARATHON_LIST_WAVES, G_MAXUINT16 },
    { MARATHON_LIST_BIB_BLOCKS, G_MAXUINT16 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarathonEvent) event = marathon_event_new ();
      g_autoptr (MarathonRecord) last = model_fixture_record (event, cases[i].id, "last", "name=Last");
      g_autoptr (MarathonRecord) beyond = model_fixture_record (event, cases[i].id, "beyond", "name=Beyond");
      g_autoptr (GError) error = NULL;

      marathon_record_list_set_next_handle (marathon_event_get_list (event, cases[i].id), cases[i].last);
      g_assert_true (marathon_event_insert_record (event, cases[i].id, 0, last, &error));
      g_assert_no_error (error);
      g_assert_false (marathon_event_insert_record (event, cases[i].id, 0, beyond, &error));
      g_assert_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_LIMIT);

      /* One that has its handle already is put back all the same. */
      g_assert_true (marathon_event_remove_record (event, cases[i].id, 0, NULL));
      g_assert_true (marathon_event_insert_record (event, cases[i].id, 0, last, NULL));
    }
}

static void
test_an_event_has_at_most_a_hundred_custom_fields (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  g_autoptr (MarathonRecord) beyond
      = model_fixture_record (event, MARATHON_LIST_CUSTOM_FIELDS, "beyond", "label=Beyond");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < MARATHON_MAX_CUSTOM_FIELDS; i++)
    {
      g_autofree char *line = g_strdup_printf ("field f%u | label=Field %u", i, i);

      model_fixture_add (event, line);
    }
  g_assert_false (marathon_event_insert_record (event, MARATHON_LIST_CUSTOM_FIELDS, 0, beyond, &error));
  g_assert_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_LIMIT);
  g_assert_true (marathon_event_remove_record (event, MARATHON_LIST_CUSTOM_FIELDS, 0, NULL));
  g_assert_true (marathon_event_insert_record (event, MARATHON_LIST_CUSTOM_FIELDS, 0, beyond, NULL));
}

/* --- Against a plain model of two lists, one of which refers to the other --- */

typedef struct {
  char key[4];
  guint start; /* 0: none; else the number of its key */
} PlainWave;

typedef struct {
  GRand *random;
  MarathonEvent *event;
  GArray *starts; /* of guint: the numbers of their keys */
  GArray *waves;  /* of PlainWave */
} Trial;

static guint
pick (Trial *trial, guint end)
{
  return (guint) g_rand_int_range (trial->random, 0, (gint32) end);
}

static guint
find_start (Trial *trial, guint number)
{
  for (guint i = 0; i < trial->starts->len; i++)
    if (g_array_index (trial->starts, guint, i) == number)
      return i;
  return G_MAXUINT;
}

static void
insert_start (Trial *trial)
{
  guint number = 1 + pick (trial, 6), position = pick (trial, trial->starts->len + 1);
  g_autofree char *key = g_strdup_printf ("s%u", number);
  g_autoptr (MarathonRecord) record = model_fixture_record (trial->event, MARATHON_LIST_STARTS, key, "name=S");
  gboolean is_new = find_start (trial, number) == G_MAXUINT;

  g_assert_cmpint (marathon_event_insert_record (trial->event, MARATHON_LIST_STARTS, position, record, NULL), ==,
                   is_new);
  if (is_new)
    g_array_insert_val (trial->starts, position, number);
}

static void
remove_start (Trial *trial)
{
  guint position = pick (trial, trial->starts->len), number;
  gboolean is_used = FALSE;

  number = g_array_index (trial->starts, guint, position);
  for (guint i = 0; i < trial->waves->len; i++)
    is_used |= g_array_index (trial->waves, PlainWave, i).start == number;
  g_assert_cmpint (marathon_event_remove_record (trial->event, MARATHON_LIST_STARTS, position, NULL), ==, !is_used);
  if (!is_used)
    g_array_remove_index (trial->starts, position);
}

static void
move_start (Trial *trial)
{
  guint from = pick (trial, trial->starts->len), to = pick (trial, trial->starts->len);
  guint number = g_array_index (trial->starts, guint, from);

  marathon_event_move_record (trial->event, MARATHON_LIST_STARTS, from, to);
  g_array_remove_index (trial->starts, from);
  g_array_insert_val (trial->starts, to, number);
}

static void
set_wave (Trial *trial)
{
  PlainWave *wave = &g_array_index (trial->waves, PlainWave, pick (trial, trial->waves->len));
  guint number = pick (trial, 7);
  g_autofree char *text = number == 0 ? g_strdup ("") : g_strdup_printf ("s%u", number);
  gboolean is_there = number == 0 || find_start (trial, number) != G_MAXUINT;

  g_assert_cmpint (set (trial->event, MARATHON_LIST_WAVES, wave->key, "start", text, NULL), ==, is_there);
  if (is_there)
    wave->start = number;
}

static void
assert_is (MarathonEvent *event, Trial *trial)
{
  MarathonRecordList *starts = marathon_event_get_list (event, MARATHON_LIST_STARTS);

  g_assert_cmpuint (marathon_record_list_get_size (starts), ==, trial->starts->len);
  for (guint i = 0; i < trial->starts->len; i++)
    {
      g_autofree char *key = g_strdup_printf ("s%u", g_array_index (trial->starts, guint, i));

      g_assert_cmpstr (marathon_record_get_key (marathon_record_list_get (starts, i)), ==, key);
    }
  for (guint i = 0; i < trial->waves->len; i++)
    {
      const PlainWave *plain = &g_array_index (trial->waves, PlainWave, i);
      MarathonWave *wave = MARATHON_WAVE (find (event, MARATHON_LIST_WAVES, plain->key));
      MarathonRecord *start = marathon_event_get_record (event, MARATHON_LIST_STARTS, wave->start);

      g_assert_true ((start == NULL) == (plain->start == 0));
      if (start != NULL)
        g_assert_true (start == marathon_record_list_get (starts, find_start (trial, plain->start)));
    }
}

static void
run_trial (guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (MarathonEvent) event = model_fixture_new ("wave w1 | name=1\n wave w2 | name=2\n wave w3 | name=3\n");
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint)),
                     waves = g_array_new (FALSE, FALSE, sizeof (PlainWave));
  Trial trial = { random, event, starts, waves };

  for (guint i = 1; i <= 3; i++)
    {
      PlainWave wave = { "", 0 };

      g_snprintf (wave.key, sizeof wave.key, "w%u", i);
      g_array_append_val (waves, wave);
    }
  for (guint step = 0; step < 200; step++)
    {
      guint kind = pick (&trial, 5);

      if (kind <= 1 || starts->len == 0)
        insert_start (&trial);
      else
        (kind == 2 ? remove_start : kind == 3 ? move_start : set_wave) (&trial);
      assert_is (event, &trial);
      if (step % 20 == 0)
        {
          g_autoptr (MarathonEvent) snapshot = marathon_event_snapshot (event);

          assert_is (snapshot, &trial);
        }
    }
}

static void
test_lists_are_what_plain_lists_are (void)
{
  for (guint32 seed = 0; seed < 40; seed++)
    run_trial (seed);
}

/* A field whose key a newer version used already would be there twice in the file. */
static void
test_a_field_must_not_hide_what_a_newer_version_said (void)
{
  static const struct {
    const char *unknown, *key;
    gboolean good;
  } cases[] = {
    { "", "hat", TRUE },
    { " hat=\"L\"", "hat", FALSE },
    { " cap=\" hat=\" hat=\"L\"", "hat", FALSE },
    { " cap=\" hat=\"", "hat", TRUE },
    { " hats=\"L\" p:hat=\"L\"", "hat", TRUE },
    { "><hat hat=\"L\"/>", "hat", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases) * 2; i++)
    {
      MarathonPlace place = i % 2 == 0 ? MARATHON_PLACE_ROSTER : MARATHON_PLACE_BIN;
      g_autoptr (MarathonEvent) event = make_event ();
      g_autoptr (MarathonRecord) record = model_fixture_record (event, MARATHON_LIST_CUSTOM_FIELDS, cases[i / 2].key, "label=Hat");
      MarathonEntrantDraft draft;
      guint32 position = 0;
      g_autoptr (GError) error = NULL;

      marathon_event_set_newer_minor (event, 9);
      marathon_entrant_draft_init (&draft, event);
      marathon_entrant_draft_start (&draft, marathon_roster_get (marathon_event_get_place (event, place), 0));
      marathon_entrant_draft_set_detail (&draft, MARATHON_DETAIL_UNKNOWN_CHILD + MARATHON_FIELD_HOME_CUSTOM,
                                         cases[i / 2].unknown);
      marathon_event_replace_entrants (event, place, &position, marathon_entrant_draft_finish (&draft), 1, &error);
      g_assert_no_error (error);
      marathon_entrant_draft_clear (&draft);
      g_assert_cmpint (marathon_event_insert_record (event, MARATHON_LIST_CUSTOM_FIELDS, 0, record, &error), ==,
                       cases[i / 2].good);
      if (!cases[i / 2].good)
        g_assert_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_DUPLICATE_ID);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/event-records/inserted-where-it-is-put", test_a_record_is_inserted_where_it_is_put);
  g_test_add_func ("/event-records/a-key-must-be-new-and-valid", test_a_key_must_be_new_and_valid);
  g_test_add_func ("/event-records/what-is-referred-to-is-not-removed", test_what_is_referred_to_is_not_removed);
  g_test_add_func ("/event-records/removed-and-put-back", test_what_nobody_refers_to_is_removed_and_put_back);
  g_test_add_func ("/event-records/removed-once-nobody-refers-to-it", test_it_can_be_removed_once_nobody_refers_to_it);
  g_test_add_func ("/event-records/a-column-is-set-or-refused", test_a_column_is_set_or_refused);
  g_test_add_func ("/event-records/a-custom-type-changes-only-where-values-parse",
                   test_a_custom_type_changes_only_where_all_values_parse);
  g_test_add_func ("/event-records/a-field-hides-nothing-of-a-newer-version",
                   test_a_field_must_not_hide_what_a_newer_version_said);
  g_test_add_func ("/event-records/lists-have-their-limits", test_lists_have_their_limits);
  g_test_add_func ("/event-records/at-most-a-hundred-custom-fields",
                   test_an_event_has_at_most_a_hundred_custom_fields);
  g_test_add_func ("/event-records/lists-are-what-plain-lists-are", test_lists_are_what_plain_lists_are);

  return g_test_run ();
}
