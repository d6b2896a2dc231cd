/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of model/published-name.h.
 */
#include "model/published-name.h"

#include <string.h>

#include "model/model-fixture.h"

static const struct {
  const char *born;
  MarathonPublish publish;
  MarathonPublish expected; /* for the public, on 26 April 2026 */
} rules[] = {
  { "", MARATHON_PUBLISH_FULL, MARATHON_PUBLISH_FULL },
  { "", MARATHON_PUBLISH_INITIALS, MARATHON_PUBLISH_INITIALS },
  { "1980-01-01", MARATHON_PUBLISH_WITHHELD, MARATHON_PUBLISH_WITHHELD },
  { "2008-04-26", MARATHON_PUBLISH_FULL, MARATHON_PUBLISH_FULL },
  { "2008-04-27", MARATHON_PUBLISH_FULL, MARATHON_PUBLISH_WITHHELD },
  { "2008-04-27", MARATHON_PUBLISH_INITIALS, MARATHON_PUBLISH_WITHHELD },
  { "2008", MARATHON_PUBLISH_FULL, MARATHON_PUBLISH_WITHHELD },
  { "2007", MARATHON_PUBLISH_FULL, MARATHON_PUBLISH_FULL },
  { "2026-04-27", MARATHON_PUBLISH_FULL, MARATHON_PUBLISH_WITHHELD },
  { "17@2026-04-26", MARATHON_PUBLISH_FULL, MARATHON_PUBLISH_WITHHELD },
  { "18@2026-04-26", MARATHON_PUBLISH_FULL, MARATHON_PUBLISH_FULL },
};

static void
test_rules (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("event | date=2026-04-26\n");

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      MarathonEntrant entrant;

      memset (&entrant, 0, sizeof entrant);
      g_assert_true (marathon_date_parse (rules[i].born, &entrant.birth));
      entrant.publish = rules[i].publish & 15;
      g_assert_cmpint (marathon_published_name_get_rule (event, &entrant, MARATHON_AUDIENCE_PUBLIC), ==,
                       rules[i].expected);
      for (MarathonAudience audience = MARATHON_AUDIENCE_OFFICIALS; audience <= MARATHON_AUDIENCE_EVERYTHING;
           audience++)
        g_assert_cmpint (marathon_published_name_get_rule (event, &entrant, audience), ==, MARATHON_PUBLISH_FULL);
    }
}

static void
test_event_may_publish_minors (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("event | date=2026-04-26\n");
  MarathonRecord *rules_record = marathon_event_get_single (event, MARATHON_SINGLE_RULES);
  guint column = (guint) marathon_record_find_column (rules_record, "minors-withheld");
  MarathonEntrant entrant, adult;
  MarathonGuide guide;

  memset (&entrant, 0, sizeof entrant);
  memset (&adult, 0, sizeof adult);
  memset (&guide, 0, sizeof guide);
  entrant.birth = guide.birth = marathon_date_new_day (2015, 1, 1);
  g_assert_cmpint (marathon_published_name_get_guide_rule (event, &adult, &guide, MARATHON_AUDIENCE_PUBLIC), ==,
                   MARATHON_PUBLISH_WITHHELD);
  g_assert_cmpint (marathon_published_name_get_guide_rule (event, &adult, &guide, MARATHON_AUDIENCE_OFFICIALS), ==,
                   MARATHON_PUBLISH_FULL);
  g_assert_true (marathon_record_set_text (rules_record, event, column, "no", NULL));
  g_assert_cmpint (marathon_published_name_get_rule (event, &entrant, MARATHON_AUDIENCE_PUBLIC), ==,
                   MARATHON_PUBLISH_FULL);
  g_assert_cmpint (marathon_published_name_get_guide_rule (event, &adult, &guide, MARATHON_AUDIENCE_PUBLIC), ==,
                   MARATHON_PUBLISH_FULL);
}

/* Whoever was born cannot be shown to be of age. */
static void
test_without_a_day (void)
{
  static const struct {
    const char *born;
    MarathonPublish publish, expected;
  } cases[] = {
    { "", MARATHON_PUBLISH_FULL, MARATHON_PUBLISH_FULL },
    { "", MARATHON_PUBLISH_INITIALS, MARATHON_PUBLISH_INITIALS },
    { "2015-01-01", MARATHON_PUBLISH_FULL, MARATHON_PUBLISH_WITHHELD },
    { "2015", MARATHON_PUBLISH_INITIALS, MARATHON_PUBLISH_WITHHELD },
    { "1950-01-01", MARATHON_PUBLISH_FULL, MARATHON_PUBLISH_WITHHELD },
    { "31@2014-04-13", MARATHON_PUBLISH_FULL, MARATHON_PUBLISH_WITHHELD },
  };
  g_autoptr (MarathonEvent) event = model_fixture_new ("");
  g_autoptr (MarathonEvent) open = model_fixture_new ("rules | minors-withheld=no\n");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MarathonEntrant entrant;

      memset (&entrant, 0, sizeof entrant);
      g_assert_true (marathon_date_parse (cases[i].born, &entrant.birth));
      entrant.publish = cases[i].publish & 15;
      g_assert_cmpint (marathon_published_name_get_rule (event, &entrant, MARATHON_AUDIENCE_PUBLIC), ==, cases[i].expected);
      g_assert_cmpint (marathon_published_name_get_rule (open, &entrant, MARATHON_AUDIENCE_PUBLIC), ==, cases[i].publish);
      g_assert_cmpint (marathon_published_name_get_rule (event, &entrant, MARATHON_AUDIENCE_OFFICIALS), ==,
                       MARATHON_PUBLISH_FULL);
    }
}

static void
test_guides (void)
{
  static const struct {
    const char *athlete, *guide;
    MarathonPublish expected;
  } cases[] = {
    { "", "", MARATHON_PUBLISH_FULL },
    { "publish=initials", "", MARATHON_PUBLISH_FULL },
    { "publish=withheld", "", MARATHON_PUBLISH_WITHHELD },
    { "born=2015-01-01", "", MARATHON_PUBLISH_WITHHELD },
    { "", "born=2015-01-01", MARATHON_PUBLISH_WITHHELD },
    { "", "born=1980-01-01", MARATHON_PUBLISH_FULL },
    { "", "entrant=21", MARATHON_PUBLISH_FULL },
    { "", "entrant=22", MARATHON_PUBLISH_INITIALS },
    { "", "entrant=23", MARATHON_PUBLISH_WITHHELD },
    { "", "entrant=24", MARATHON_PUBLISH_WITHHELD },
    { "", "entrant=25", MARATHON_PUBLISH_WITHHELD },
    { "publish=withheld", "entrant=22", MARATHON_PUBLISH_WITHHELD },
    { "", "entrant=22 | born=2015-01-01", MARATHON_PUBLISH_WITHHELD },
  };
  g_autoptr (MarathonEvent) event = model_fixture_new ("event | date=2026-04-26\n"
                                                       "entrant 21 | family=Full\n"
                                                       "entrant 22 | publish=initials\n"
                                                       "entrant 23 | publish=withheld\n"
                                                       "entrant 24 | born=2015-01-01\n"
                                                       "binned 25 | publish=withheld\n");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MarathonEntrant athlete = model_fixture_entrant (event, 1, cases[i].athlete);
      MarathonGuide guide = model_fixture_guide (event, 2, cases[i].guide);

      g_assert_cmpint (marathon_published_name_get_guide_rule (event, &athlete, &guide, MARATHON_AUDIENCE_PUBLIC), ==,
                       cases[i].expected);
      g_assert_cmpint (marathon_published_name_get_guide_rule (event, &athlete, &guide, MARATHON_AUDIENCE_OFFICIALS), ==,
                       MARATHON_PUBLISH_FULL);
    }
}

static void
test_initials (void)
{
  static const struct {
    const char *name;
    MarathonPublish rule;
    const char *expected;
  } cases[] = {
    { "Anna-Lena Maria", MARATHON_PUBLISH_FULL, "Anna-Lena Maria" },
    { "Anna-Lena Maria", MARATHON_PUBLISH_INITIALS, "A.-L. M." },
    { "O’Neill", MARATHON_PUBLISH_INITIALS, "O." },
    { "Öberg", MARATHON_PUBLISH_INITIALS, "Ö." },
    { "", MARATHON_PUBLISH_INITIALS, "" },
    { "Anna", MARATHON_PUBLISH_WITHHELD, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      marathon_published_name_append (cases[i].rule, cases[i].name, out);
      g_assert_cmpstr (out->str, ==, cases[i].expected);
    }
}

static void
test_fields (void)
{
  g_assert_true (marathon_published_name_allows (MARATHON_PUBLISH_FULL, MARATHON_FIELD_KNOWN_AS));
  g_assert_true (marathon_published_name_allows (MARATHON_PUBLISH_INITIALS, MARATHON_FIELD_CLUB));
  g_assert_false (marathon_published_name_allows (MARATHON_PUBLISH_INITIALS, MARATHON_FIELD_BIB_NAME));
  g_assert_true (marathon_published_name_allows (MARATHON_PUBLISH_WITHHELD, MARATHON_FIELD_CATEGORY));
  g_assert_false (marathon_published_name_allows (MARATHON_PUBLISH_WITHHELD, MARATHON_FIELD_TOWN));
  g_assert_false (marathon_published_name_allows (MARATHON_PUBLISH_WITHHELD, MARATHON_FIELD_CUSTOM + 1));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/published-name/who-is-kept-back", test_rules);
  g_test_add_func ("/published-name/an-event-may-publish-minors", test_event_may_publish_minors);
  g_test_add_func ("/published-name/without-a-day", test_without_a_day);
  g_test_add_func ("/published-name/guides", test_guides);
  g_test_add_func ("/published-name/initials", test_initials);
  g_test_add_func ("/published-name/what-else-tells-who-it-is", test_fields);
  return g_test_run ();
}
