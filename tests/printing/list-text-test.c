/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of what lists say of a person.
 */
#include "printing/list-text.h"

#include <locale.h>

#include "printing/list-event.h"

static const MarathonEntrant *
get (MarathonEvent *event, guint64 id)
{
  guint position;

  g_assert_true (marathon_roster_find (marathon_event_get_roster (event), id, &position));
  return marathon_roster_get (marathon_event_get_roster (event), position);
}

static void
assert_appends (MarathonListText *text, MarathonListTextFunc append, const MarathonEntrant *entrant, const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);

  append (text, entrant, out);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_names (void)
{
  static const struct {
    const char *family, *given, *expected;
  } cases[] = {
    { "Adler", "Max", "Adler, Max" },
    { "van der Berg", "Mia", "van der Berg, Mia" },
    { "", "Sharon", "Sharon" },
    { "Madonna", "", "Madonna" },
    { "Roux Jr", "Michel", "Roux Jr, Michel" },
    { "山田", "太郎", "山田 太郎" },
    { "김", "민준", "김 민준" },
    { "Петрова", "Ольга", "Петрова, Ольга" },
    { "", "", "No name" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      marathon_list_append_person (cases[i].family, cases[i].given, out);
      g_assert_cmpstr (out->str, ==, cases[i].expected);
    }
}

static void
test_public_names (void)
{
  g_autoptr (MarathonEvent) event = list_event_new ();
  g_autoptr (MarathonListText) text = marathon_list_text_new (event, MARATHON_AUDIENCE_PUBLIC);

  assert_appends (text, marathon_list_text_append_name, get (event, 1), "Adler, Max");
  assert_appends (text, marathon_list_text_append_name, get (event, 5), "Name withheld");
  assert_appends (text, marathon_list_text_append_name, get (event, 6), "S., J. A.");
}

static void
test_other_audiences_see_names (void)
{
  g_autoptr (MarathonEvent) event = list_event_new ();

  for (int audience = MARATHON_AUDIENCE_OFFICIALS; audience <= MARATHON_AUDIENCE_EVERYTHING; audience++)
    {
      g_autoptr (MarathonListText) text = marathon_list_text_new (event, (MarathonAudience) audience);

      assert_appends (text, marathon_list_text_append_name, get (event, 5), "Secret, Sam");
      assert_appends (text, marathon_list_text_append_name, get (event, 6), "Shy, Jo Ann");
      assert_appends (text, marathon_list_text_append_name, get (event, 7), "Young, Tim");
    }
}

/* Tim is eighteen on the day after the race. */
static void
test_minors_are_withheld (void)
{
  g_autoptr (MarathonEvent) event = list_event_new ();
  g_autoptr (MarathonListText) text = marathon_list_text_new (event, MARATHON_AUDIENCE_PUBLIC);

  assert_appends (text, marathon_list_text_append_name, get (event, 7), "Name withheld");
  list_event_set (event, marathon_event_get_info (event), "date", "2014-04-14");
  assert_appends (text, marathon_list_text_append_name, get (event, 7), "Young, Tim");
  list_event_set (event, marathon_event_get_info (event), "date", "2014-04-13");
  list_event_set (event, marathon_event_get_rules (event), "minors-withheld", "no");
  assert_appends (text, marathon_list_text_append_name, get (event, 7), "Young, Tim");
}

static void
test_unknown_race_day_is_told (void)
{
  g_autoptr (MarathonEvent) event = list_event_new ();
  g_autoptr (MarathonListText) public_text = marathon_list_text_new (event, MARATHON_AUDIENCE_PUBLIC);
  g_autoptr (MarathonListText) officials_text = marathon_list_text_new (event, MARATHON_AUDIENCE_OFFICIALS);

  g_assert_false (marathon_list_text_misses_race_day (public_text));
  list_event_set (event, marathon_event_get_info (event), "date", "");
  g_assert_true (marathon_list_text_misses_race_day (public_text));
  g_assert_false (marathon_list_text_misses_race_day (officials_text));
}

static void
test_personal_bests (void)
{
  g_autoptr (MarathonEvent) event = list_event_new ();
  g_autoptr (MarathonListText) text = marathon_list_text_new (event, MARATHON_AUDIENCE_PUBLIC);

  list_event_add (event, 20, "family", "Tenth", "pb", "2:09:44.3", NULL);
  assert_appends (text, marathon_list_text_append_pb, get (event, 20), "2:09:45");
  assert_appends (text, marathon_list_text_append_pb, get (event, 2), "Debut");
  assert_appends (text, marathon_list_text_append_pb, get (event, 7), "");
  g_assert_false (marathon_list_text_used_asterisk (text));
  assert_appends (text, marathon_list_text_append_pb, get (event, 1), "2:03:02*");
  g_assert_true (marathon_list_text_used_asterisk (text));
}

static void
test_class_is_public_in_para_and_elite_only (void)
{
  g_autoptr (MarathonEvent) event = list_event_new ();
  g_autoptr (MarathonListText) public_text = marathon_list_text_new (event, MARATHON_AUDIENCE_PUBLIC);
  g_autoptr (MarathonListText) officials_text = marathon_list_text_new (event, MARATHON_AUDIENCE_OFFICIALS);

  list_event_add (event, 20, "family", "Chair", "class", "T54", "category", "elite", NULL);
  list_event_add (event, 21, "family", "None", "class", "T54", NULL);
  assert_appends (public_text, marathon_list_text_append_class, get (event, 3), "T11");
  assert_appends (public_text, marathon_list_text_append_class, get (event, 4), "");
  assert_appends (public_text, marathon_list_text_append_class, get (event, 20), "T54");
  assert_appends (public_text, marathon_list_text_append_class, get (event, 21), "");
  assert_appends (officials_text, marathon_list_text_append_class, get (event, 4), "T12");
}

static void
test_values (void)
{
  g_autoptr (MarathonEvent) event = list_event_new ();
  g_autoptr (MarathonListText) text = marathon_list_text_new (event, MARATHON_AUDIENCE_PUBLIC);

  list_event_add (event, 20, "family", "Odd", "nation", "Ruritania", "pacemaker", "yes", NULL);
  assert_appends (text, marathon_list_text_append_nation, get (event, 1), "GER");
  assert_appends (text, marathon_list_text_append_nation, get (event, 20), "Ruritania");
  assert_appends (text, marathon_list_text_append_honours, get (event, 1), "Defending champion; Winner 2012");
  assert_appends (text, marathon_list_text_append_honours, get (event, 20), "Pacemaker");
  assert_appends (text, marathon_list_text_append_bib, get (event, 2), "E1");
  assert_appends (text, marathon_list_text_append_bib, get (event, 8), "(500)");
  assert_appends (text, marathon_list_text_append_bib, get (event, 7), "");
  assert_appends (text, marathon_list_text_append_charity, get (event, 5), "Lifeboats");
  assert_appends (text, marathon_list_text_append_charity, get (event, 8), "Stables Trust");
  assert_appends (text, marathon_list_text_append_wave, get (event, 3), "Red 1");
  assert_appends (text, marathon_list_text_append_wave, get (event, 1), "Blue Elite");
  assert_appends (text, marathon_list_text_append_wave_time, get (event, 1), "09:15");
}

static void
assert_guide (MarathonListText *text, const MarathonEntrant *athlete, guint index, const char *expected)
{
  MarathonEvent *event = marathon_list_text_get_event (text);
  g_autoptr (GString) out = g_string_new (NULL);
  MarathonDetailsView view;

  marathon_details_store_get (marathon_event_get_details (event), athlete->details, &view);
  g_assert_cmpuint (index, <, view.n_guides);
  marathon_list_text_append_guide (text, athlete, &view.guides[index], out);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_guides (void)
{
  g_autoptr (MarathonEvent) event = list_event_new ();
  g_autoptr (MarathonListText) text = marathon_list_text_new (event, MARATHON_AUDIENCE_PUBLIC);
  g_autoptr (MarathonListText) officials_text = marathon_list_text_new (event, MARATHON_AUDIENCE_OFFICIALS);

  list_event_add (event, 20, "family", "Runner", "publish", "withheld", "guide", "family=Known given=Guy", NULL);
  list_event_add (event, 21, "family", "Other", "guide", "family=Secret given=Sam entrant=0000000000000005 role=support", "guide",
                  "family=Child given=Chris born=2000-01-01", "guide", "family=כהן from=20 role=pilot", NULL);
  assert_guide (text, get (event, 3), 0, "Guide: Carter, Bea (km 0–20)");
  assert_guide (text, get (event, 3), 1, "Guide: Dunn, Al (km 20–42.2)");
  assert_guide (text, get (event, 20), 0, "Guide: Name withheld");
  assert_guide (text, get (event, 21), 0, "Support: Name withheld");
  assert_guide (text, get (event, 21), 1, "Guide: Name withheld");
  assert_guide (text, get (event, 21), 2, "Pilot: \342\201\250כהן\342\201\251 (from km 20)");
  assert_guide (officials_text, get (event, 21), 0, "Support: Secret, Sam");
  assert_guide (officials_text, get (event, 21), 1, "Guide: Child, Chris");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-text/names", test_names);
  g_test_add_func ("/list-text/public-names", test_public_names);
  g_test_add_func ("/list-text/other-audiences-see-names", test_other_audiences_see_names);
  g_test_add_func ("/list-text/minors-are-withheld", test_minors_are_withheld);
  g_test_add_func ("/list-text/unknown-race-day-is-told", test_unknown_race_day_is_told);
  g_test_add_func ("/list-text/personal-bests", test_personal_bests);
  g_test_add_func ("/list-text/class-is-public-in-para-and-elite-only", test_class_is_public_in_para_and_elite_only);
  g_test_add_func ("/list-text/values", test_values);
  g_test_add_func ("/list-text/guides", test_guides);
  return g_test_run ();
}
