/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of the fields of a guide.
 */
#include "model/guide-fields.h"

#include <string.h>

#include "model/model-error.h"
#include "model/model-fixture.h"

static const struct {
  const char *key, *texts[3];
} canonical[] = {
  { "id", { "00000000000000ff", "ffffffffffffffff" } },
  { "role", { "support", "pilot", "pusher" } },
  { "family", { "Smith", "O\u2019Neill" } },
  { "given", { "Ann" } },
  { "sex", { "M", "F", "X" } },
  { "born", { "1983-03-23", "1983", "31@2014-04-13" } },
  { "nation", { "GBR", "Atlantis" } },
  { "licence", { "2724834" } },
  { "from", { "10", "21.1", "0.5" } },
  { "to", { "20", "42.2", "6553.5" } },
  { "bib", { "G37", "037" } },
  { "waiver", { "yes" } },
  { "collected", { "2014-04-11T10:30:00Z" } },
  { "collected-by", { "The athlete" } },
  { "entrant", { "0000000000000001" } },
  { "emergency-name", { "Somebody" } },
  { "emergency-phone", { "999" } },
};

static void
test_the_table_has_a_line_for_each_field (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (canonical), ==, MARATHON_N_GUIDE_FIELDS);
  for (guint i = 0; i < MARATHON_N_GUIDE_FIELDS; i++)
    {
      const MarathonGuideFieldInfo *info = &marathon_guide_fields[i];

      g_assert_cmpuint (info->field, ==, i);
      g_assert_cmpstr (info->label, !=, "");
      g_assert_true (marathon_guide_find_field (info->key) == info);
      g_assert_cmpstr (info->key, ==, canonical[i].key);
      g_assert_cmpint (info->is_private, ==, g_str_has_prefix (info->key, "emergency"));
    }
  g_assert_null (marathon_guide_find_field ("no-such"));
}

static void
assert_text (MarathonEvent *event, const MarathonGuide *guide, MarathonGuideField field, const char *expected)
{
  g_autoptr (GString) text = g_string_new ("<");

  marathon_guide_append_text (event, guide, field, text);
  g_assert_cmpstr (text->str + 1, ==, expected);
}

static void
test_canonical_text_comes_back_and_nothing_else_changes (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();

  for (guint i = 0; i < MARATHON_N_GUIDE_FIELDS; i++)
    for (guint t = 0; t < 3 && canonical[i].texts[t] != NULL; t++)
      {
        MarathonGuide guide;
        g_autoptr (GError) error = NULL;

        memset (&guide, 0, sizeof guide);
        g_assert_true (marathon_guide_set_text (event, &guide, i, canonical[i].texts[t], &error));
        g_assert_no_error (error);
        for (guint other = 0; other < MARATHON_N_GUIDE_FIELDS; other++)
          assert_text (event, &guide, other, other == i ? canonical[i].texts[t] : "");
      }
}

static void
test_empty_text_clears_without_a_trace (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();

  for (guint i = MARATHON_GUIDE_ID + 1; i < MARATHON_N_GUIDE_FIELDS; i++)
    {
      MarathonGuide guide, empty;

      memset (&guide, 0, sizeof guide);
      memset (&empty, 0, sizeof empty);
      g_assert_true (marathon_guide_set_text (event, &guide, i, canonical[i].texts[0], NULL));
      g_assert_cmpint (memcmp (&guide, &empty, sizeof guide), !=, 0);
      g_assert_true (marathon_guide_set_text (event, &guide, i, "", NULL));
      g_assert_cmpmem (&guide, sizeof guide, &empty, sizeof empty);
    }
}

static void
test_typed_text_becomes_canonical (void)
{
  static const struct {
    MarathonGuideField field;
    const char *text, *canonical;
  } cases[] = {
    { MARATHON_GUIDE_FAMILY, "  van   der\tBerg ", "van der Berg" },
    { MARATHON_GUIDE_ID, "FF", "00000000000000ff" },
    { MARATHON_GUIDE_ROLE, "guide", "" },
    { MARATHON_GUIDE_LEG_FROM, "10.0", "10" },
    { MARATHON_GUIDE_LEG_FROM, "007.5", "7.5" },
    { MARATHON_GUIDE_LEG_TO, "0", "" },
    { MARATHON_GUIDE_WAIVER, "no", "" },
    { MARATHON_GUIDE_ENTRANT, "1", "0000000000000001" },
  };
  g_autoptr (MarathonEvent) event = marathon_event_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MarathonGuide guide;

      memset (&guide, 0, sizeof guide);
      g_assert_true (marathon_guide_set_text (event, &guide, cases[i].field, cases[i].text, NULL));
      assert_text (event, &guide, cases[i].field, cases[i].canonical);
    }
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
    { "role", "coach" },
    { "sex", "m" },
    { "born", "23.3.1983" },
    { "from", "ten" },
    { "from", "10,5" },
    { "from", "10.55" },
    { "from", "-1" },
    { "from", "10." },
    { "from", "6553.6" },
    { "from", "99999999999999" },
    { "to", "6554" },
    { "to", "10 km" },
    { "bib", "1 2" },
    { "bib", "0123456789abcdefg" },
    { "waiver", "Yes" },
    { "waiver", "signed" },
    { "collected", "2014-04-13" },
    { "entrant", "0" },
    { "entrant", "xyz" },
  };
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  MarathonGuide guide
      = model_fixture_guide (event, 255,
                             "role=pilot | sex=F | born=1983 | from=10 | to=20.5 | bib=G1 | waiver=yes | "
                             "collected=2014-04-11T10:30:00Z | entrant=1"),
      before = guide;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MarathonGuideFieldInfo *info = marathon_guide_find_field (cases[i].key);
      g_autofree char *name = g_strconcat ("guide ", cases[i].key, ":", NULL);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s “%s”", cases[i].key, cases[i].text);
      g_assert_false (marathon_guide_set_text (event, &guide, info->field, cases[i].text, &error));
      g_assert_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_VALUE);
      g_assert_true (g_str_has_prefix (error->message, name));
      g_assert_nonnull (strstr (error->message, cases[i].text));
      g_assert_cmpmem (&guide, sizeof guide, &before, sizeof before);
    }
}

static void
test_texts_have_their_limits (void)
{
  static const MarathonGuideField fields[]
      = { MARATHON_GUIDE_FAMILY,         MARATHON_GUIDE_GIVEN,        MARATHON_GUIDE_NATION,
          MARATHON_GUIDE_LICENCE,        MARATHON_GUIDE_COLLECTED_BY, MARATHON_GUIDE_EMERGENCY_NAME,
          MARATHON_GUIDE_EMERGENCY_PHONE };
  g_autofree char *longest = g_strnfill (400, 'x'), *longer = g_strnfill (401, 'x');
  g_autoptr (MarathonEvent) event = marathon_event_new ();

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      MarathonGuide guide;
      g_autoptr (GError) error = NULL;

      memset (&guide, 0, sizeof guide);
      g_assert_true (marathon_guide_set_text (event, &guide, fields[i], longest, NULL));
      g_assert_false (marathon_guide_set_text (event, &guide, fields[i], longer, &error));
      g_assert_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_VALUE);
      g_assert_nonnull (strstr (error->message, "400 bytes"));
      assert_text (event, &guide, fields[i], longest);
    }
}

static void
test_a_bib_and_a_nation_have_their_keys (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  MarathonGuide one = model_fixture_guide (event, 1, "bib=G01 | nation=DEU"),
                same = model_fixture_guide (event, 2, "bib=g1");
  char code[4];

  g_assert_cmphex (marathon_guide_bib_key (&one), ==, marathon_guide_bib_key (&same));
  g_assert_cmphex (marathon_guide_bib_key (&one), !=, 0);
  marathon_nation_write (one.nation_code, code);
  g_assert_cmpstr (code, ==, "GER");
  g_assert_true (marathon_guide_set_text (event, &one, MARATHON_GUIDE_BIB, "", NULL));
  g_assert_cmphex (marathon_guide_bib_key (&one), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/guide-fields/a-line-for-each-field", test_the_table_has_a_line_for_each_field);
  g_test_add_func ("/guide-fields/canonical-text-comes-back", test_canonical_text_comes_back_and_nothing_else_changes);
  g_test_add_func ("/guide-fields/empty-text-clears", test_empty_text_clears_without_a_trace);
  g_test_add_func ("/guide-fields/typed-text-becomes-canonical", test_typed_text_becomes_canonical);
  g_test_add_func ("/guide-fields/wrong-text-is-refused", test_wrong_text_is_refused_by_name_and_changes_nothing);
  g_test_add_func ("/guide-fields/texts-have-their-limits", test_texts_have_their_limits);
  g_test_add_func ("/guide-fields/a-bib-and-a-nation-have-their-keys", test_a_bib_and_a_nation_have_their_keys);

  return g_test_run ();
}
