/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of the one table of fields: it is whole, its names are unique, and each field gives back what was
 * set.
 */
#include "model/entrant-fields.h"

#include <string.h>

#include "model/entrant-storage.h"
#include "model/model-error.h"
#include "model/model-fixture.h"

static MarathonEvent *
make_event (void)
{
  return model_fixture_new ("field shirt | label=Shirt size | type=choice | audience=public\n"
                            "field age | label=Age of the dog | type=number\n"
                            "field dinner | label=Dinner | type=yes-no | audience=everything\n"
                            "field arrival | label=Arrival | type=date\n"
                            "field half | label=Half marathon | type=time\n"
                            "field remark | label=Remark | audience=medical\n"
                            "category elite | name=Elite\n category mass | name=Mass\n"
                            "wave red-1 | name=Red 1\n wave red-2 | name=Red 2\n"
                            "bib-block low | name=Low | numbers=1-99\n bib-block high | name=High | numbers=100-999\n"
                            "group fridge | name=Fridge\n group twins | name=Twins\n");
}

static void
test_the_table_has_a_line_for_each_field (void)
{
  g_autoptr (MarathonEvent) event = make_event ();

  for (guint i = 0; i < MARATHON_N_FIELDS; i++)
    {
      const MarathonFieldInfo *info = marathon_event_get_field (event, i);

      g_assert_nonnull (info);
      g_assert_cmpuint (info->field, ==, i);
      g_assert_true (strspn (info->key, "abcdefghijklmnopqrstuvwxyz-") == strlen (info->key));
      g_assert_nonnull (info->attribute);
      g_assert_cmpstr (info->label, !=, "");
      g_assert_cmpint (info->type == MARATHON_FIELD_TYPE_ENUM, ==, info->vocabulary != NULL);
      if (info->type == MARATHON_FIELD_TYPE_TEXT || info->type == MARATHON_FIELD_TYPE_LINES
          || info->type == MARATHON_FIELD_TYPE_WORDS || info->type == MARATHON_FIELD_TYPE_UINT
          || info->type == MARATHON_FIELD_TYPE_NATION)
        g_assert_cmpuint (info->limit, >, 0);
      g_assert_cmpint (info->home, <, MARATHON_FIELD_HOME_CUSTOM);
    }
  g_assert_null (marathon_event_get_field (event, MARATHON_N_FIELDS));
  g_assert_null (marathon_event_get_field (event, MARATHON_DETAIL_UNKNOWN_CONTENT));
  g_assert_null (marathon_event_get_field (event, MARATHON_FIELD_CUSTOM));
  g_assert_null (marathon_event_get_field (event, MARATHON_FIELD_CUSTOM + 7));
}

static void
test_the_fields_stand_in_the_order_of_an_export (void)
{
  static const char *const keys = "id external-id bib family given known-as bib-name sort-key sex born nation town "
                                  "residence club licence chip mode category wave "
                                  "class class-status rank pb sb qualifying predicted route charity group load honours "
                                  "tags starts publish status entered collected "
                                  "note email phone emergency-name emergency-phone medical ";
  g_autoptr (MarathonEvent) event = make_event ();
  g_autoptr (GPtrArray) fields = marathon_event_list_fields (event);
  g_autoptr (GString) listed = g_string_new (NULL);

  for (guint i = 0; i < fields->len; i++)
    g_string_append_printf (listed, "%s ", ((const MarathonFieldInfo *) g_ptr_array_index (fields, i))->key);
  g_assert_true (g_str_has_prefix (listed->str, keys));
  g_assert_true (g_str_has_suffix (listed->str, " x-shirt x-age x-dinner x-arrival x-half x-remark "));
  g_assert_cmpuint (fields->len, ==, MARATHON_N_FIELDS + 6);
}

static void
test_keys_and_attributes_are_unique_and_found (void)
{
  g_autoptr (MarathonEvent) event = make_event ();
  g_autoptr (GPtrArray) fields = marathon_event_list_fields (event);

  for (guint i = 0; i < fields->len; i++)
    {
      const MarathonFieldInfo *info = g_ptr_array_index (fields, i);

      g_assert_true (marathon_event_get_field (event, info->field) == info);
      g_assert_true (marathon_event_find_field (event, info->key) == info);
      g_assert_true (marathon_event_find_attribute (event, info->home, info->attribute) == info);
    }
  g_assert_null (marathon_event_find_field (event, "no-such"));
  g_assert_null (marathon_event_find_field (event, ""));
  g_assert_null (marathon_event_find_field (event, "x-"));
  g_assert_null (marathon_event_find_field (event, "x-no-such"));
  g_assert_null (marathon_event_find_field (event, "shirt"));
  g_assert_null (marathon_event_find_attribute (event, MARATHON_FIELD_HOME_CONTACT, "family"));
  g_assert_null (marathon_event_find_attribute (event, MARATHON_FIELD_HOME_CUSTOM, "x-shirt"));
  g_assert_null (marathon_event_find_attribute (event, MARATHON_FIELD_HOME_ENTRANT, "shirt"));
}

/* An alias that two fields claim would make the guess of an import depend on the order of the table. */
static void
test_no_two_fields_have_one_alias (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < MARATHON_N_FIELDS; i++)
    {
      g_auto (GStrv) aliases = g_strsplit (
          marathon_field_rows[i].info.aliases != NULL ? marathon_field_rows[i].info.aliases : "", "|", -1);

      for (guint a = 0; aliases[a] != NULL; a++)
        {
          g_assert_cmpstr (aliases[a], !=, "");
          if (!g_hash_table_add (seen, g_strdup (aliases[a])))
            g_error ("“%s” of %s is an alias twice", aliases[a], marathon_field_rows[i].info.key);
        }
    }
  g_assert_cmpuint (g_hash_table_size (seen), >, 300);
}

/* --- Each field --- */

static const struct {
  const char *key, *texts[3];
} canonical[] = {
  { "id", { "00000000000000ff", "ffffffffffffffff" } },
  { "external-id", { "LM-0001", "\u00d8-1" } },
  { "bib", { "W1", "037", "WEAVER" } },
  { "family", { "Archer", "O\u2019Neill", "van der Berg" } },
  { "given", { "Amy", "J\u00f6rg" } },
  { "known-as", { "Amy" } },
  { "bib-name", { "AMY" } },
  { "sort-key", { "Berg" } },
  { "sex", { "M", "F", "X" } },
  { "born", { "1983-03-23", "1983", "31@2014-04-13" } },
  { "nation", { "GBR", "Atlantis", "Deutschland" } },
  { "town", { "London" } },
  { "residence", { "USA" } },
  { "club", { "Hill & Dale AC" } },
  { "licence", { "2724834" } },
  { "chip", { "AB12CD" } },
  { "mode", { "racing-chair", "handcycle", "frame" } },
  { "category", { "elite", "mass" } },
  { "wave", { "red-1", "red-2" } },
  { "class", { "T11", "T54", "H4" } },
  { "class-status", { "new", "fixed-review", "confirmed" } },
  { "rank", { "1", "65535" } },
  { "pb", { "2:04:29", "2:04:29.5", "99:59:59.9" } },
  { "sb", { "2:08:21" } },
  { "qualifying", { "2:45:00" } },
  { "predicted", { "3:30:00", "0:00:00.1" } },
  { "route", { "ballot", "Friends of the race" } },
  { "charity", { "Oxfam" } },
  { "group", { "fridge", "twins" } },
  { "load", { "A refrigerator" } },
  { "honours", { "CBE" } },
  { "tags", { "celebrity", "MP;celebrity" } },
  { "starts", { "1", "10000" } },
  { "publish", { "initials", "withheld" } },
  { "status", { "applied", "withdrawn", "deferred" } },
  { "entered", { "1970-01-01", "2013-04-30", "2149-06-05" } },
  { "collected", { "2014-04-11T10:30:00Z" } },
  { "note", { "one line", "two\nlines" } },
  { "email", { "someone@example.org" } },
  { "phone", { "+44 20 0000 0000" } },
  { "emergency-name", { "Somebody" } },
  { "emergency-phone", { "999" } },
  { "medical", { "asthma\nsalbutamol" } },
  { "collected-by", { "A friend" } },
  { "pins", { "bib", "wave;category", "bib;wave;category" } },
  { "printed", { "yes" } },
  { "bib-block", { "low", "high" } },
  { "category-reason", { "sex F" } },
  { "wave-reason", { "predicted 3:30:00" } },
  { "pb-year", { "2009", "9999" } },
  { "pb-place", { "Berlin" } },
  { "pb-ineligible", { "yes" } },
  { "qualifying-race", { "Great North Run" } },
  { "debut", { "yes" } },
  { "pacemaker", { "yes" } },
  { "champion", { "yes" } },
  { "gun-time", { "2:08:21" } },
  { "net-time", { "2:08:20.5" } },
  { "result-place", { "8", "4000000" } },
  { "result-status", { "finished", "dnf", "dq" } },
  { "result-rule", { "144.2" } },
  { "result-official", { "yes" } },
  { "x-shirt", { "XXL" } },
  { "x-age", { "7", "-0.50", "1." } },
  { "x-dinner", { "yes" } },
  { "x-arrival", { "2014-04-11" } },
  { "x-half", { "1:00:59" } },
  { "x-remark", { "none" } },
};

static const MarathonFieldInfo *
find (MarathonEvent *event, const char *key)
{
  const MarathonFieldInfo *info = marathon_event_find_field (event, key);

  if (info == NULL)
    g_error ("There is no field “%s”", key);
  return info;
}

static void
assert_text (MarathonEvent *event, const MarathonEntrant *entrant, const MarathonFieldInfo *info, const char *expected)
{
  g_autofree char *text = marathon_entrant_get_text (event, entrant, info->field);

  if (strcmp (text, expected) != 0)
    g_error ("%s is “%s” instead of “%s”", info->key, text, expected);
  if (marathon_field_get_store (info) == MARATHON_STORE_DETAIL)
    g_assert_cmpstr (marathon_entrant_get_detail (event, entrant, info->field), ==, expected);
}

static void
test_canonical_text_comes_back_and_nothing_else_changes (void)
{
  g_autoptr (MarathonEvent) event = make_event ();
  g_autoptr (GPtrArray) fields = marathon_event_list_fields (event);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  MarathonEntrantDraft draft;

  marathon_entrant_draft_init (&draft, event);
  for (guint i = 0; i < G_N_ELEMENTS (canonical); i++)
    {
      const MarathonFieldInfo *info = find (event, canonical[i].key);

      g_hash_table_add (seen, (gpointer) info);
      for (guint t = 0; t < 3 && canonical[i].texts[t] != NULL; t++)
        {
          const MarathonEntrant *entrant;
          g_autoptr (GError) error = NULL;

          marathon_entrant_draft_start (&draft, NULL);
          draft.value.id = 1;
          g_assert_true (marathon_entrant_draft_set_text (&draft, info, canonical[i].texts[t], &error));
          g_assert_no_error (error);
          entrant = marathon_entrant_draft_finish (&draft);
          for (guint f = 0; f < fields->len; f++)
            {
              const MarathonFieldInfo *other = g_ptr_array_index (fields, f);

              assert_text (event, entrant, other,
                           other == info                       ? canonical[i].texts[t]
                           : other->field == MARATHON_FIELD_ID ? "0000000000000001"
                                                               : "");
            }
        }
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, fields->len);
  marathon_entrant_draft_clear (&draft);
}

static void
test_empty_text_clears_without_a_trace (void)
{
  g_autoptr (MarathonEvent) event = make_event ();
  MarathonEntrantDraft draft;
  MarathonEntrant empty;

  marathon_entrant_draft_init (&draft, event);
  draft.value.id = 1;
  empty = *marathon_entrant_draft_finish (&draft);
  for (guint i = 0; i < G_N_ELEMENTS (canonical); i++)
    {
      const MarathonFieldInfo *info = find (event, canonical[i].key);

      if (info->field == MARATHON_FIELD_ID)
        continue;
      marathon_entrant_draft_start (&draft, &empty);
      g_assert_true (marathon_entrant_draft_set_text (&draft, info, canonical[i].texts[0], NULL));
      g_assert_false (marathon_entrant_equal (marathon_entrant_draft_finish (&draft), &empty));
      g_assert_true (marathon_entrant_draft_set_text (&draft, info, "", NULL));
      g_assert_true (marathon_entrant_equal (marathon_entrant_draft_finish (&draft), &empty));
    }
  marathon_entrant_draft_clear (&draft);
}

/* All fields at once, in one direction and the other: the same bytes. */
static void
test_the_order_of_setting_does_not_matter (void)
{
  g_autoptr (MarathonEvent) event = make_event ();
  MarathonEntrantDraft draft;
  MarathonEntrant forwards;

  marathon_entrant_draft_init (&draft, event);
  for (guint i = 0; i < G_N_ELEMENTS (canonical); i++)
    g_assert_true (
        marathon_entrant_draft_set_text (&draft, find (event, canonical[i].key), canonical[i].texts[0], NULL));
  forwards = *marathon_entrant_draft_finish (&draft);
  marathon_entrant_draft_start (&draft, NULL);
  for (guint i = G_N_ELEMENTS (canonical); i-- > 0;)
    g_assert_true (
        marathon_entrant_draft_set_text (&draft, find (event, canonical[i].key), canonical[i].texts[0], NULL));
  g_assert_true (marathon_entrant_equal (&forwards, marathon_entrant_draft_finish (&draft)));
  for (guint i = 0; i < G_N_ELEMENTS (canonical); i++)
    assert_text (event, &forwards, find (event, canonical[i].key), canonical[i].texts[0]);
  marathon_entrant_draft_clear (&draft);
}

static void
test_appending_keeps_what_is_there (void)
{
  g_autoptr (MarathonEvent) event = make_event ();
  MarathonEntrant entrant = model_fixture_entrant (event, 1, "family=Archer | pins=bib;wave | rank=7 | tags=a;b");
  g_autoptr (GString) out = g_string_new ("<");

  marathon_entrant_append_text (event, &entrant, find (event, "family"), out);
  marathon_entrant_append_text (event, &entrant, find (event, "pins"), out);
  marathon_entrant_append_text (event, &entrant, find (event, "rank"), out);
  marathon_entrant_append_text (event, &entrant, find (event, "tags"), out);
  marathon_entrant_append_text (event, &entrant, find (event, "given"), out);
  g_assert_cmpstr (out->str, ==, "<Archerbib;wave7a;b");
}

static void
test_an_initial_value_is_no_text (void)
{
  static const struct {
    const char *key, *word;
  } cases[] = { { "status", "accepted" }, { "mode", "running" }, { "publish", "full" },
                { "debut", "no" },        { "rank", "0" },       { "starts", "000" } };
  g_autoptr (MarathonEvent) event = make_event ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cells = g_strdup_printf ("%s=%s", cases[i].key, cases[i].word);
      MarathonEntrant entrant = model_fixture_entrant (event, 1, cells), empty = model_fixture_entrant (event, 1, "");

      assert_text (event, &entrant, find (event, cases[i].key), "");
      g_assert_true (marathon_entrant_equal (&entrant, &empty));
    }
}

static void
test_a_field_that_does_not_exist_is_empty (void)
{
  g_autoptr (MarathonEvent) event = make_event ();
  MarathonEntrant entrant = model_fixture_entrant (event, 1, "x-shirt=L");
  g_autofree char *text = marathon_entrant_get_text (event, &entrant, MARATHON_FIELD_CUSTOM + 99);

  g_assert_cmpstr (text, ==, "");
  g_assert_cmpstr (marathon_entrant_get_detail (event, &entrant, MARATHON_FIELD_TOWN), ==, "");
}

/* --- Custom fields --- */

static void
test_a_custom_field_is_a_line_like_the_others (void)
{
  g_autoptr (MarathonEvent) event = make_event ();
  const MarathonFieldInfo *info = find (event, "x-age");

  g_assert_cmpuint (info->field, ==, MARATHON_FIELD_CUSTOM + 2);
  g_assert_cmpstr (info->attribute, ==, "age");
  g_assert_cmpstr (info->label, ==, "Age of the dog");
  g_assert_cmpint (info->type, ==, MARATHON_FIELD_TYPE_NUMBER);
  g_assert_cmpint (info->home, ==, MARATHON_FIELD_HOME_CUSTOM);
  g_assert_cmpint (info->audience, ==, MARATHON_AUDIENCE_OFFICIALS);
  g_assert_cmpint (find (event, "x-shirt")->type, ==, MARATHON_FIELD_TYPE_TEXT);
  g_assert_cmpint (find (event, "x-dinner")->type, ==, MARATHON_FIELD_TYPE_FLAG);
  g_assert_cmpint (find (event, "x-arrival")->type, ==, MARATHON_FIELD_TYPE_DAY);
  g_assert_cmpint (find (event, "x-half")->type, ==, MARATHON_FIELD_TYPE_TIME);
}

static void
test_a_custom_field_follows_its_record (void)
{
  g_autoptr (MarathonEvent) event = make_event ();
  MarathonRecordList *list = marathon_event_get_list (event, MARATHON_LIST_CUSTOM_FIELDS);
  MarathonRecord *record = marathon_record_list_find (list, "age");
  guint label = (guint) marathon_record_find_column (record, "label"),
        type = (guint) marathon_record_find_column (record, "type");

  g_assert_true (marathon_event_set_record_text (event, record, label, "Age of the cat", NULL));
  g_assert_true (marathon_event_set_record_text (event, record, type, "text", NULL));
  g_assert_cmpstr (find (event, "x-age")->label, ==, "Age of the cat");
  g_assert_cmpint (find (event, "x-age")->type, ==, MARATHON_FIELD_TYPE_TEXT);
  g_assert_true (marathon_event_remove_record (event, MARATHON_LIST_CUSTOM_FIELDS, 1, NULL));
  g_assert_null (marathon_event_find_field (event, "x-age"));
  g_assert_null (marathon_event_get_field (event, MARATHON_FIELD_CUSTOM + 2));
}

/* --- Who may see what --- */

static void
test_who_may_see_which_field (void)
{
  static const struct {
    const char *key;
    gboolean public, officials, medical;
  } cases[] = {
    { "family", TRUE, TRUE, TRUE },
    { "bib", TRUE, TRUE, TRUE },
    { "wave", TRUE, TRUE, TRUE },
    { "club", TRUE, TRUE, FALSE },
    { "born", FALSE, TRUE, TRUE },
    { "class", FALSE, TRUE, FALSE },
    { "note", FALSE, TRUE, FALSE },
    { "email", FALSE, FALSE, FALSE },
    { "phone", FALSE, FALSE, FALSE },
    { "medical", FALSE, FALSE, TRUE },
    { "emergency-name", FALSE, FALSE, TRUE },
    { "emergency-phone", FALSE, FALSE, TRUE },
    { "x-shirt", TRUE, TRUE, FALSE },
    { "x-age", FALSE, TRUE, FALSE },
    { "x-remark", FALSE, FALSE, TRUE },
    { "x-dinner", FALSE, FALSE, FALSE },
  };
  g_autoptr (MarathonEvent) event = make_event ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MarathonFieldInfo *info = find (event, cases[i].key);

      g_test_message ("%s", cases[i].key);
      g_assert_cmpint (marathon_field_is_for (info, MARATHON_AUDIENCE_PUBLIC), ==, cases[i].public);
      g_assert_cmpint (marathon_field_is_for (info, MARATHON_AUDIENCE_OFFICIALS), ==, cases[i].officials);
      g_assert_cmpint (marathon_field_is_for (info, MARATHON_AUDIENCE_MEDICAL), ==, cases[i].medical);
      g_assert_true (marathon_field_is_for (info, MARATHON_AUDIENCE_EVERYTHING));
    }
}

static void
test_contact_and_medical_data_are_never_public (void)
{
  for (guint i = 0; i < MARATHON_N_FIELDS; i++)
    {
      const MarathonFieldInfo *info = &marathon_field_rows[i].info;

      if (info->home == MARATHON_FIELD_HOME_CONTACT || info->home == MARATHON_FIELD_HOME_MEDICAL)
        g_assert_cmpint (info->audience, >=, MARATHON_AUDIENCE_MEDICAL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/entrant-fields/a-line-for-each-field", test_the_table_has_a_line_for_each_field);
  g_test_add_func ("/entrant-fields/in-the-order-of-an-export", test_the_fields_stand_in_the_order_of_an_export);
  g_test_add_func ("/entrant-fields/keys-and-attributes-are-unique", test_keys_and_attributes_are_unique_and_found);
  g_test_add_func ("/entrant-fields/no-two-have-one-alias", test_no_two_fields_have_one_alias);
  g_test_add_func ("/entrant-fields/canonical-text-comes-back",
                   test_canonical_text_comes_back_and_nothing_else_changes);
  g_test_add_func ("/entrant-fields/empty-text-clears", test_empty_text_clears_without_a_trace);
  g_test_add_func ("/entrant-fields/the-order-of-setting-does-not-matter", test_the_order_of_setting_does_not_matter);
  g_test_add_func ("/entrant-fields/appending-keeps-what-is-there", test_appending_keeps_what_is_there);
  g_test_add_func ("/entrant-fields/an-initial-value-is-no-text", test_an_initial_value_is_no_text);
  g_test_add_func ("/entrant-fields/what-does-not-exist-is-empty", test_a_field_that_does_not_exist_is_empty);
  g_test_add_func ("/entrant-fields/custom/a-line-like-the-others", test_a_custom_field_is_a_line_like_the_others);
  g_test_add_func ("/entrant-fields/custom/follows-its-record", test_a_custom_field_follows_its_record);
  g_test_add_func ("/entrant-fields/who-may-see-which", test_who_may_see_which_field);
  g_test_add_func ("/entrant-fields/contact-and-medical-are-never-public",
                   test_contact_and_medical_data_are_never_public);

  return g_test_run ();
}
