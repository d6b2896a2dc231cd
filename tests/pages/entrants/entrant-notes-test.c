/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of pages/entrants/entrant-notes.h.
 */
#include "pages/entrants/entrant-notes.h"

#include "model/model-fixture.h"

typedef char *(*NoteFunc) (MarathonEvent *event, const MarathonEntrant *entrant);

static void
assert_note (MarathonEvent *event, NoteFunc note, const char *cells, const char *expected)
{
  MarathonEntrant entrant = model_fixture_entrant (event, 1, cells);
  g_autofree char *text = note (event, &entrant);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_age_is_told_by_the_rules (void)
{
  static const struct {
    const char *basis;
    const char *born;
    const char *expected;
  } cases[] = {
    { "", "1980-04-13", "34 on race day" },
    { "race-day", "1980-04-14", "33 on race day" },
    { "year-end", "1980-04-14", "34 on 31 December" },
    { "birth-year", "1980-12-31", "34 on 31 December" },
    { "year-start", "1980-01-02", "33 on 1 January" },
    { "", "31@2014-04-13", "31 on race day" },
    { "", "", "" },
    { "", "2015", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("event | date=2014-04-13\nrules | age-basis=%s\n", cases[i].basis);
      g_autoptr (MarathonEvent) event = model_fixture_new (text);
      g_autofree char *cells = g_strconcat ("born=", cases[i].born, NULL);

      assert_note (event, marathon_entrant_note_age, cells, cases[i].expected);
    }
}

static void
test_age_needs_a_race_day (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("event | title=Race\n");

  assert_note (event, marathon_entrant_note_age, "born=1980-04-13", "");
}

static void
test_nation_is_told_the_other_way (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("event | title=Race\n");

  assert_note (event, marathon_entrant_note_nation, "nation=GER", "Germany");
  assert_note (event, marathon_entrant_note_nation, "nation=DEU", "Germany");
  assert_note (event, marathon_entrant_note_nation, "nation=germany", "GER");
  assert_note (event, marathon_entrant_note_nation, "nation=Atlantis", "");
  assert_note (event, marathon_entrant_note_nation, "nation=", "");
}

static void
test_odd_births_are_asked_back (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("event | date=2014-04-13\n");
  g_autoptr (MarathonEvent) undated = model_fixture_new ("event | title=Race\n");
  const char *after = "Born after the race: is that right?";

  assert_note (event, marathon_entrant_note_born, "born=2014-04-14", after);
  assert_note (event, marathon_entrant_note_born, "born=2015", after);
  assert_note (event, marathon_entrant_note_born, "born=2014-04-13", "");
  assert_note (event, marathon_entrant_note_born, "born=2014", "");
  assert_note (event, marathon_entrant_note_born, "born=1914-04-12", "");
  assert_note (event, marathon_entrant_note_born, "born=1913-04-13", "101 years old on race day: is that right?");
  assert_note (event, marathon_entrant_note_born, "born=1900", "114 years old on race day: is that right?");
  assert_note (event, marathon_entrant_note_born, "born=31@2015-04-13", "");
  assert_note (event, marathon_entrant_note_born, "born=", "");
  assert_note (undated, marathon_entrant_note_born, "born=1800", "");
}

static void
test_odd_times_are_asked_back (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("course | length=42195\n");
  g_autoptr (MarathonEvent) long_course = model_fixture_new ("course | length=84390\n");
  g_autoptr (MarathonEvent) unmeasured = model_fixture_new ("event | title=Race\n");
  const char *fast = "Faster than anybody has been: is that right?";

  assert_note (event, marathon_entrant_note_predicted, "predicted=1:50:00", fast);
  assert_note (event, marathon_entrant_note_predicted, "predicted=1:50:00 | mode=racing-chair", "");
  assert_note (event, marathon_entrant_note_predicted, "predicted=0:50:00 | mode=racing-chair", fast);
  assert_note (event, marathon_entrant_note_predicted, "predicted=2:00:35", "");
  assert_note (event, marathon_entrant_note_predicted, "predicted=12:00:00", "");
  assert_note (event, marathon_entrant_note_predicted, "predicted=12:00:01", "Slower than 12 hours: is that right?");
  assert_note (event, marathon_entrant_note_predicted, "predicted=", "");
  assert_note (long_course, marathon_entrant_note_predicted, "predicted=20:00:00", "");
  assert_note (long_course, marathon_entrant_note_predicted, "predicted=25:00:00",
               "Slower than 24 hours: is that right?");
  assert_note (unmeasured, marathon_entrant_note_predicted, "predicted=0:10:00", "");
  assert_note (unmeasured, marathon_entrant_note_predicted, "predicted=13:00:00",
               "Slower than 12 hours: is that right?");
}

static void
test_unknown_nations_are_told (void)
{
  static const char *const known[] = { "nation=deu", "nation=UK", "nation=Netherlands", "nation=" };
  g_autoptr (MarathonEvent) event = model_fixture_new ("event | title=Race\n");

  assert_note (event, marathon_entrant_note_unknown_nation, "nation=Atlantis", "This nation is not known");
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    assert_note (event, marathon_entrant_note_unknown_nation, known[i], "");
  assert_note (event, marathon_entrant_note_nation, "nation=deu", "Germany");
  assert_note (event, marathon_entrant_note_nation, "nation=UK", "Great Britain");
  assert_note (event, marathon_entrant_note_nation, "nation=Netherlands", "NED");
}

static void
test_places_have_a_reason (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("start red | name=Red\ncategory mass | name=Mass\n"
                                                       "wave red-1 | name=Red 1 | start=red\n");

  assert_note (event, marathon_entrant_note_category, "category=mass", "");
  assert_note (event, marathon_entrant_note_category, "category=mass | category-reason=fits mass | pins=category",
               "Set by hand");
  assert_note (event, marathon_entrant_note_category, "category=mass | category-reason=fits mass", "Mass: open to all");
  assert_note (event, marathon_entrant_note_wave, "wave=red-1 | pins=category", "");
  assert_note (event, marathon_entrant_note_wave, "wave=red-1 | pins=wave", "Set by hand");
}

static void
test_of_nobody_nothing_is_said (void)
{
  static const NoteFunc notes[] = { marathon_entrant_note_age, marathon_entrant_note_born,
                                    marathon_entrant_note_predicted, marathon_entrant_note_unknown_nation,
                                    marathon_entrant_note_nation,
                                    marathon_entrant_note_category, marathon_entrant_note_wave };
  g_autoptr (MarathonEvent) event = model_fixture_new ("event | date=2014-04-13\n");

  for (gsize i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autofree char *text = notes[i](event, NULL);

      g_assert_cmpstr (text, ==, "");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/entrant-notes/age-is-told-by-the-rules", test_age_is_told_by_the_rules);
  g_test_add_func ("/entrant-notes/age-needs-a-race-day", test_age_needs_a_race_day);
  g_test_add_func ("/entrant-notes/nation-is-told-the-other-way", test_nation_is_told_the_other_way);
  g_test_add_func ("/entrant-notes/odd-births-are-asked-back", test_odd_births_are_asked_back);
  g_test_add_func ("/entrant-notes/odd-times-are-asked-back", test_odd_times_are_asked_back);
  g_test_add_func ("/entrant-notes/unknown-nations-are-told", test_unknown_nations_are_told);
  g_test_add_func ("/entrant-notes/places-have-a-reason", test_places_have_a_reason);
  g_test_add_func ("/entrant-notes/of-nobody-nothing-is-said", test_of_nobody_nothing_is_said);
  return g_test_run ();
}
