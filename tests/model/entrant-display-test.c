/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of what is read: names, not keys; labels, not words of the file; one line each.
 */
#include "model/entrant-display.h"

#include "model/model-fixture.h"
#include "model/wave.h"

static const char event_text[] = "event | title=T | time-zone=Europe/London\n"
                                 "start red | name=Red\n"
                                 "start blue | name=Blue\n"
                                 "category elite | name=Elite Women\n"
                                 "wave red-1 | name=Red 1 | start=red\n"
                                 "wave first | name=First | start=blue\n"
                                 "bib-block main | numbers=1-99\n"
                                 "group twins | name=The Twins | bib=500\n"
                                 "field vegan | label=Vegan | type=yes-no\n"
                                 "field shirt | label=Shirt | type=choice\n";

static void
assert_reads (const char *cells, const char *key, const char *expected)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (event_text);
  MarathonEntrant entrant = model_fixture_entrant (event, 1, cells);
  g_autofree char *text = marathon_entrant_get_display (event, &entrant, marathon_event_find_field (event, key)->field);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_each_type_is_read_in_its_way (void)
{
  static const struct {
    const char *cells, *key, *expected;
  } cases[] = {
    { "family=Ångström", "family", "Ångström" },
    { "", "family", "(no name)" },
    { "", "given", "" },
    { "given=Abel", "family", "" },
    { "bib=W012", "bib", "W012" },
    { "group=twins", "bib", "(500)" },
    { "", "bib", "" },
    { "sex=F", "sex", "Female" },
    { "", "sex", "" },
    { "", "status", "Accepted" },
    { "status=withdrawn", "status", "Withdrawn" },
    { "mode=racing-chair", "mode", "Racing wheelchair" },
    { "", "class-status", "" },
    { "category=elite", "category", "Elite Women" },
    { "", "category", "" },
    { "wave=red-1", "wave", "Red 1" },
    { "wave=first", "wave", "Blue First" },
    { "group=twins", "group", "The Twins" },
    { "bib-block=main", "bib-block", "main" },
    { "nation=Germany", "nation", "GER" },
    { "nation=Utopia", "nation", "Utopia" },
    { "born=1983-03-23", "born", "1983-03-23" },
    { "born=1983", "born", "1983" },
    { "born=31@2014-04-13", "born", "age 31" },
    { "", "born", "" },
    { "entered=2025-10-01", "entered", "2025-10-01" },
    { "pb=2:05:10", "pb", "2:05:10" },
    { "rank=7", "rank", "7" },
    { "route=good-for-age", "route", "Good for age" },
    { "route=lottery of the town", "route", "lottery of the town" },
    { "tags=celebrity;MP", "tags", "celebrity, MP" },
    { "pins=bib;wave", "pins", "Bib, Wave" },
    { "debut=yes", "debut", "Yes" },
    { "", "debut", "" },
    { "x-vegan=yes", "x-vegan", "Yes" },
    { "x-shirt=L", "x-shirt", "L" },
    { "class=T11", "class", "T11" },
    { "collected=2026-04-25T09:15:00Z", "collected", "2026-04-25 10:15" },
    { "", "collected", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_reads (cases[i].cells, cases[i].key, cases[i].expected);
}

static void
test_several_lines_are_one (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (event_text);
  MarathonEntrant entrant = model_fixture_entrant (event, 1, "family=A");
  MarathonEntrantDraft draft;
  g_autofree char *text = NULL;

  marathon_entrant_draft_init (&draft, event);
  marathon_entrant_draft_start (&draft, &entrant);
  g_assert_true (marathon_entrant_draft_set (&draft, MARATHON_FIELD_NOTE, "First\n\nsecond\nthird", NULL));
  text = marathon_entrant_get_display (event, marathon_entrant_draft_finish (&draft), MARATHON_FIELD_NOTE);
  marathon_entrant_draft_clear (&draft);
  g_assert_cmpstr (text, ==, "First, second, third");
}

static void
test_an_instant_without_a_zone_says_which_it_is (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("event | title=T\n");
  MarathonEntrant entrant = model_fixture_entrant (event, 1, "collected=2026-04-25T09:15:00Z");
  g_autofree char *text = marathon_entrant_get_display (event, &entrant, MARATHON_FIELD_COLLECTED);

  g_assert_cmpstr (text, ==, "2026-04-25 09:15 UTC");
}

/* One start alone need not be named before its waves. */
static void
test_a_wave_of_the_only_start_goes_by_its_own_name (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("start red | name=Red\n wave one | name=One | start=red\n");
  MarathonWave *wave = marathon_record_list_get (marathon_event_get_list (event, MARATHON_LIST_WAVES), 0);
  g_autofree char *name = marathon_wave_get_full_name (wave, event);

  g_assert_cmpstr (name, ==, "One");
}

static void
test_a_field_that_is_not_there_reads_as_nothing (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (event_text);
  MarathonEntrant entrant = model_fixture_entrant (event, 1, "family=A");
  g_autofree char *text = marathon_entrant_get_display (event, &entrant, MARATHON_FIELD_CUSTOM + 99);

  g_assert_cmpstr (text, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/entrant-display/each-type-is-read-in-its-way", test_each_type_is_read_in_its_way);
  g_test_add_func ("/entrant-display/several-lines-are-one", test_several_lines_are_one);
  g_test_add_func ("/entrant-display/an-instant-without-a-zone", test_an_instant_without_a_zone_says_which_it_is);
  g_test_add_func ("/entrant-display/a-wave-of-the-only-start", test_a_wave_of_the_only_start_goes_by_its_own_name);
  g_test_add_func ("/entrant-display/a-field-that-is-not-there", test_a_field_that_is_not_there_reads_as_nothing);

  return g_test_run ();
}
