/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of drafts: text is cleaned and made canonical, wrong text is refused by name and leaves no trace.
 */
#include "model/entrant-draft.h"

#include <string.h>

#include "model/model-error.h"
#include "model/model-fixture.h"

static MarathonEvent *
make_event (void)
{
  return model_fixture_new (
      "field shirt | label=Shirt size\n field age | label=Age | type=number\n field dinner | label=Dinner | "
      "type=yes-no\n"
      "field arrival | label=Arrival | type=date\n field half | label=Half | type=time\n"
      "category elite | name=Elite\n wave red-1 | name=Red 1\n bib-block low | name=Low\n group twins | name=Twins\n");
}

static void
test_typed_text_becomes_canonical (void)
{
  static const struct {
    const char *key, *text, *canonical;
  } cases[] = {
    { "family", "  van   der\tBerg ", "van der Berg" },
    { "family", "McBib", "McBib" },
    { "family", "e\u0301", "\u00e9" },
    { "given", "J\u00f6rg\u00a0Uwe", "J\u00f6rg Uwe" },
    { "given", "a\nb", "a b" },
    { "given", "a\001b", "ab" },
    { "given", "   ", "" },
    { "note", " one\r\n two ", "one\ntwo" },
    { "tags", " b ; a;;b; ", "b;a" },
    { "tags", ";", "" },
    { "pins", " category ; bib ;bib", "bib;category" },
    { "class", "t54", "T54" },
    { "id", "FF", "00000000000000ff" },
    { "pb", "02:04:29", "2:04:29" },
    { "pb", "2:04:29.0", "2:04:29" },
    { "rank", "007", "7" },
    { "starts", "007", "7" },
    { "born", "031@2014-04-13", "31@2014-04-13" },
    { "bib", "w037", "w037" },
    { "debut", "no", "" },
    { "x-dinner", "no", "" },
    { "x-half", "01:00:59", "1:00:59" },
    { "x-age", "007", "007" },
    { "x-shirt", " X  L ", "X L" },
    { "nation", " gbr ", "gbr" },
  };
  g_autoptr (MarathonEvent) event = make_event ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MarathonFieldInfo *info = marathon_event_find_field (event, cases[i].key);
      MarathonEntrantDraft draft;
      const char *text = cases[i].text;

      for (guint round = 0; round < 2; round++, text = cases[i].canonical)
        {
          g_autofree char *got = NULL;

          marathon_entrant_draft_init (&draft, event);
          g_assert_true (marathon_entrant_draft_set_text (&draft, info, text, NULL));
          got = marathon_entrant_get_text (event, marathon_entrant_draft_finish (&draft), info->field);
          g_assert_cmpstr (got, ==, cases[i].canonical);
          marathon_entrant_draft_clear (&draft);
        }
    }
}

static void
assert_same_draft (const MarathonEntrantDraft *a, const MarathonEntrantDraft *b)
{
  g_assert_true (marathon_entrant_equal (&a->value, &b->value));
  g_assert_cmpmem (a->details->data, a->details->len * sizeof (MarathonDetail), b->details->data,
                   b->details->len * sizeof (MarathonDetail));
  g_assert_cmpmem (a->guides->data, a->guides->len * sizeof (MarathonGuide), b->guides->data,
                   b->guides->len * sizeof (MarathonGuide));
}

static void
test_wrong_text_is_refused_by_name_and_changes_nothing (void)
{
  static const struct {
    const char *key, *text;
  } cases[] = {
    { "id", "" },
    { "id", "0" },
    { "id", "xyz" },
    { "id", "12345678901234567" },
    { "bib", "1 2" },
    { "bib", "0123456789abcdefg" },
    { "bib", "W#1" },
    { "sex", "m" },
    { "sex", "Male" },
    { "mode", "walking" },
    { "class-status", "old" },
    { "publish", "no" },
    { "status", "dead" },
    { "result-status", "won" },
    { "born", "23.3.1983" },
    { "born", "1983-02-30" },
    { "born", "200@2014-04-13" },
    { "entered", "2014" },
    { "entered", "1969-12-31" },
    { "entered", "2149-06-06" },
    { "entered", "31@2014-04-13" },
    { "category", "none" },
    { "category", "ELITE" },
    { "wave", "elite" },
    { "bib-block", "high" },
    { "group", "red-1" },
    { "class", "T5x" },
    { "class", "54" },
    { "rank", "65536" },
    { "rank", "-1" },
    { "rank", "1.5" },
    { "rank", "+1" },
    { "rank", " 1" },
    { "starts", "10001" },
    { "pb-year", "10000" },
    { "result-place", "4000001" },
    { "result-place", "first" },
    { "pb", "2:04" },
    { "pb", "0:00:00" },
    { "sb", "100:00:00" },
    { "gun-time", "fast" },
    { "debut", "Yes" },
    { "result-official", "1" },
    { "x-dinner", "maybe" },
    { "collected", "2014-04-13" },
    { "collected", "2014-04-13T09:00:00+01:00" },
    { "pins", "bib;bob" },
    { "x-age", "1,5" },
    { "x-age", "--1" },
    { "x-age", "-" },
    { "x-age", "." },
    { "x-age", "1.2.3" },
    { "x-age", "12345678901234567890123456789012345678901" },
    { "x-arrival", "tomorrow" },
    { "x-arrival", "2014" },
    { "x-half", "59:59" },
  };
  g_autoptr (MarathonEvent) event = make_event ();
  MarathonEntrantDraft draft, before;

  marathon_entrant_draft_init (&draft, event);
  marathon_entrant_draft_init (&before, event);
  draft.value.id = before.value.id = 1;
  for (guint round = 0; round < 2; round++)
    {
      if (round == 1)
        {
          static const char *const cells
              = "bib=37 | sex=M | mode=frame | class-status=new | publish=initials | status=applied | "
                "result-status=dnf | born=1983 | "
                "entered=2014-01-01 | category=elite | wave=red-1 | bib-block=low | group=twins | class=T54 | rank=7 | "
                "starts=8 | pb-year=2009 | "
                "result-place=3 | pb=2:04:29 | sb=2:05:00 | gun-time=2:06:00 | debut=yes | result-official=yes | "
                "x-dinner=yes | "
                "collected=2014-04-13T09:00:00Z | pins=wave | x-age=4 | x-arrival=2014-04-11 | x-half=1:01:00";

          model_fixture_fill (&draft, cells);
          model_fixture_fill (&before, cells);
        }
      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          const MarathonFieldInfo *info = marathon_event_find_field (event, cases[i].key);
          g_autoptr (GError) error = NULL;
          const char *part = strrchr (cases[i].text, ';');
          int code
              = info->type == MARATHON_FIELD_TYPE_RECORD ? MARATHON_MODEL_ERROR_REFERENCE : MARATHON_MODEL_ERROR_VALUE;

          g_test_message ("%s “%s”", cases[i].key, cases[i].text);
          g_assert_false (marathon_entrant_draft_set_text (&draft, info, cases[i].text, &error));
          g_assert_error (error, MARATHON_MODEL_ERROR, code);
          g_assert_true (g_str_has_prefix (error->message, cases[i].key));
          g_assert_nonnull (strstr (error->message, part != NULL ? part + 1 : cases[i].text));
          assert_same_draft (&draft, &before);
        }
    }
  marathon_entrant_draft_clear (&draft);
  marathon_entrant_draft_clear (&before);
}

static void
test_texts_have_their_limits (void)
{
  g_autoptr (MarathonEvent) event = make_event ();
  g_autoptr (GPtrArray) fields = marathon_event_list_fields (event);
  MarathonEntrantDraft draft;
  guint n = 0;

  marathon_entrant_draft_init (&draft, event);
  for (guint i = 0; i < fields->len; i++)
    {
      const MarathonFieldInfo *info = g_ptr_array_index (fields, i);
      g_autofree char *longest = g_strnfill (info->limit, 'x'), *longer = g_strnfill (info->limit + 1, 'x');
      g_autofree char *padded = g_strconcat ("  ", longest, " ", NULL),
                      *expected = g_strdup_printf ("%u byte", info->limit);
      g_autoptr (GError) error = NULL;

      if (info->type != MARATHON_FIELD_TYPE_TEXT && info->type != MARATHON_FIELD_TYPE_LINES
          && info->type != MARATHON_FIELD_TYPE_WORDS && info->type != MARATHON_FIELD_TYPE_NATION)
        continue;
      n++;
      g_assert_true (marathon_entrant_draft_set_text (&draft, info, longest, NULL));
      g_assert_true (marathon_entrant_draft_set_text (&draft, info, padded, NULL));
      g_assert_false (marathon_entrant_draft_set_text (&draft, info, longer, &error));
      g_assert_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_VALUE);
      g_assert_true (g_str_has_prefix (error->message, info->key));
      g_assert_nonnull (strstr (error->message, expected));
    }
  g_assert_cmpuint (n, >, 25);
  marathon_entrant_draft_clear (&draft);
}

static void
test_a_bib_is_text_prefix_and_number (void)
{
  g_autoptr (MarathonEvent) event = make_event ();
  MarathonEntrant w1 = model_fixture_entrant (event, 1, "bib=W1"), same = model_fixture_entrant (event, 1, "bib=w001");
  MarathonEntrant plain = model_fixture_entrant (event, 1, "bib=1"), zero = model_fixture_entrant (event, 1, "bib=0");
  MarathonEntrant none = model_fixture_entrant (event, 1, "");

  g_assert_cmpstr (marathon_event_text (event, same.bib), ==, "w001");
  g_assert_cmpstr (marathon_event_text (event, w1.bib_prefix), ==, "w");
  g_assert_cmpuint (w1.bib_number, ==, 1);
  g_assert_cmphex (marathon_entrant_bib_key (&w1), ==, marathon_entrant_bib_key (&same));
  g_assert_cmphex (marathon_entrant_bib_key (&w1), !=, marathon_entrant_bib_key (&plain));
  g_assert_cmphex (marathon_entrant_bib_key (&zero), !=, 0);
  g_assert_cmphex (marathon_entrant_bib_key (&none), ==, 0);
}

static void
test_a_nation_has_its_code (void)
{
  static const struct {
    const char *text, *code;
  } cases[] = { { "GBR", "GBR" }, { "DEU", "GER" }, { "Kenya", "KEN" }, { "Atlantis", "" } };
  g_autoptr (MarathonEvent) event = make_event ();
  MarathonEntrantDraft draft;

  marathon_entrant_draft_init (&draft, event);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char code[4];

      g_assert_true (marathon_entrant_draft_set (&draft, MARATHON_FIELD_NATION, cases[i].text, NULL));
      marathon_nation_write (draft.value.nation_code, code);
      g_assert_cmpstr (code, ==, cases[i].code);
    }
  g_assert_true (marathon_entrant_draft_set (&draft, MARATHON_FIELD_NATION, "GBR", NULL));
  g_assert_true (marathon_entrant_draft_set (&draft, MARATHON_FIELD_NATION, "", NULL));
  g_assert_cmpuint (draft.value.nation_code, ==, 0);
  marathon_entrant_draft_clear (&draft);
}

static void
test_collecting_sets_the_flag (void)
{
  g_autoptr (MarathonEvent) event = make_event ();
  MarathonEntrantDraft draft;

  marathon_entrant_draft_init (&draft, event);
  g_assert_true (marathon_entrant_draft_set (&draft, MARATHON_FIELD_COLLECTED, "2014-04-11T10:00:00Z", NULL));
  g_assert_true (marathon_entrant_has_flag (&draft.value, MARATHON_FLAG_COLLECTED));
  g_assert_true (marathon_entrant_draft_set (&draft, MARATHON_FIELD_COLLECTED, "", NULL));
  g_assert_false (marathon_entrant_has_flag (&draft.value, MARATHON_FLAG_COLLECTED));
  marathon_entrant_draft_clear (&draft);
}

static void
test_flags_do_not_touch_each_other (void)
{
  g_autoptr (MarathonEvent) event = make_event ();
  MarathonEntrantDraft draft;

  marathon_entrant_draft_init (&draft, event);
  marathon_entrant_draft_set_flag (&draft, MARATHON_FLAG_DEBUT | MARATHON_FLAG_PRINTED, TRUE);
  g_assert_true (marathon_entrant_draft_set (&draft, MARATHON_FIELD_PINS, "bib", NULL));
  g_assert_cmpuint (draft.value.flags, ==, MARATHON_FLAG_DEBUT | MARATHON_FLAG_PRINTED | MARATHON_FLAG_BIB_PINNED);
  g_assert_true (marathon_entrant_draft_set (&draft, MARATHON_FIELD_PINS, "wave", NULL));
  g_assert_cmpuint (draft.value.flags, ==, MARATHON_FLAG_DEBUT | MARATHON_FLAG_PRINTED | MARATHON_FLAG_WAVE_PINNED);
  marathon_entrant_draft_set_flag (&draft, MARATHON_FLAG_DEBUT, FALSE);
  g_assert_cmpuint (draft.value.flags, ==, MARATHON_FLAG_PRINTED | MARATHON_FLAG_WAVE_PINNED);
  marathon_entrant_draft_clear (&draft);
}

static void
test_a_draft_starts_from_a_value_and_leaves_it_alone (void)
{
  g_autoptr (MarathonEvent) event = make_event ();
  MarathonEntrant value = model_fixture_entrant (event, 1, "family=Archer | town=London | x-shirt=L"), kept = value;
  MarathonGuide guide = model_fixture_guide (event, 11, "family=Smith");
  MarathonEntrantDraft draft;
  MarathonDetailsView view;
  g_autofree char *town = NULL;

  value = kept = model_fixture_with_guides (event, &value, &guide, 1);
  marathon_entrant_draft_init (&draft, event);
  marathon_entrant_draft_start (&draft, &value);
  g_assert_true (marathon_entrant_equal (marathon_entrant_draft_finish (&draft), &value));

  g_assert_true (marathon_entrant_draft_set (&draft, MARATHON_FIELD_TOWN, "Leeds", NULL));
  g_assert_true (marathon_entrant_draft_set (&draft, MARATHON_FIELD_GIVEN, "Amy", NULL));
  g_assert_cmpuint (marathon_entrant_draft_finish (&draft)->details, !=, value.details);
  g_assert_true (marathon_entrant_equal (&value, &kept));
  town = marathon_entrant_get_text (event, &value, MARATHON_FIELD_TOWN);
  g_assert_cmpstr (town, ==, "London");

  /* And back again: the same bytes. */
  g_assert_true (marathon_entrant_draft_set (&draft, MARATHON_FIELD_TOWN, "London", NULL));
  g_assert_true (marathon_entrant_draft_set (&draft, MARATHON_FIELD_GIVEN, "", NULL));
  g_assert_true (marathon_entrant_equal (marathon_entrant_draft_finish (&draft), &value));

  /* Started anew, nothing of the one before is left. */
  marathon_entrant_draft_start (&draft, NULL);
  g_assert_true (marathon_entrant_draft_set (&draft, MARATHON_FIELD_GIVEN, "Jo", NULL));
  g_assert_cmpuint (marathon_entrant_draft_finish (&draft)->details, ==, 0);
  g_assert_cmpuint (marathon_entrant_draft_finish (&draft)->family, ==, 0);
  g_assert_true (marathon_entrant_draft_set (&draft, MARATHON_FIELD_CHIP, "AB12CD", NULL));
  marathon_details_store_get (marathon_event_get_details (event), marathon_entrant_draft_finish (&draft)->details, &view);
  g_assert_cmpuint (view.n_values, ==, 1);
  g_assert_cmpuint (view.n_guides, ==, 0);
  marathon_entrant_draft_clear (&draft);
}

static void
test_unknown_content_is_kept_beside_the_fields (void)
{
  g_autoptr (MarathonEvent) event = make_event ();
  MarathonEntrantDraft draft;
  const MarathonEntrant *value;

  marathon_entrant_draft_init (&draft, event);
  marathon_entrant_draft_set_detail (&draft, MARATHON_DETAIL_UNKNOWN_CONTENT, "<new/>");
  g_assert_true (marathon_entrant_draft_set_text (&draft, marathon_event_find_field (event, "x-shirt"), "L", NULL));
  g_assert_true (marathon_entrant_draft_set (&draft, MARATHON_FIELD_TOWN, "London", NULL));
  value = marathon_entrant_draft_finish (&draft);
  g_assert_cmpstr (marathon_entrant_get_detail (event, value, MARATHON_DETAIL_UNKNOWN_CONTENT), ==, "<new/>");
  g_assert_cmpstr (marathon_entrant_get_detail (event, value, MARATHON_DETAIL_UNKNOWN_ATTRIBUTES), ==, "");
  g_assert_cmpstr (marathon_entrant_get_detail (event, value, MARATHON_FIELD_TOWN), ==, "London");
  marathon_entrant_draft_clear (&draft);
}

static void
test_an_athlete_has_at_most_four_guides (void)
{
  g_autoptr (MarathonEvent) event = make_event ();
  MarathonEntrantDraft draft;
  MarathonDetailsView view;
  g_autoptr (GError) error = NULL;

  marathon_entrant_draft_init (&draft, event);
  for (guint i = 0; i < MARATHON_MAX_GUIDES; i++)
    {
      MarathonGuide guide = model_fixture_guide (event, 11 + i, "family=Smith");

      g_assert_true (marathon_entrant_draft_add_guide (&draft, &guide, NULL));
      if (i + 1 < MARATHON_MAX_GUIDES)
        continue;
      g_assert_false (marathon_entrant_draft_add_guide (&draft, &guide, &error));
      g_assert_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_LIMIT);
    }
  marathon_details_store_get (marathon_event_get_details (event), marathon_entrant_draft_finish (&draft)->details,
                              &view);
  g_assert_cmpuint (view.n_guides, ==, MARATHON_MAX_GUIDES);
  g_assert_cmphex (view.guides[3].id, ==, 14);

  marathon_entrant_draft_set_guides (&draft, NULL, 0);
  g_assert_cmpuint (marathon_entrant_draft_finish (&draft)->details, ==, 0);
  marathon_entrant_draft_clear (&draft);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/entrant-draft/typed-text-becomes-canonical", test_typed_text_becomes_canonical);
  g_test_add_func ("/entrant-draft/wrong-text-is-refused", test_wrong_text_is_refused_by_name_and_changes_nothing);
  g_test_add_func ("/entrant-draft/texts-have-their-limits", test_texts_have_their_limits);
  g_test_add_func ("/entrant-draft/a-bib-is-text-prefix-and-number", test_a_bib_is_text_prefix_and_number);
  g_test_add_func ("/entrant-draft/a-nation-has-its-code", test_a_nation_has_its_code);
  g_test_add_func ("/entrant-draft/collecting-sets-the-flag", test_collecting_sets_the_flag);
  g_test_add_func ("/entrant-draft/flags-do-not-touch-each-other", test_flags_do_not_touch_each_other);
  g_test_add_func ("/entrant-draft/starts-from-a-value", test_a_draft_starts_from_a_value_and_leaves_it_alone);
  g_test_add_func ("/entrant-draft/unknown-content-is-kept", test_unknown_content_is_kept_beside_the_fields);
  g_test_add_func ("/entrant-draft/at-most-four-guides", test_an_athlete_has_at_most_four_guides);

  return g_test_run ();
}
