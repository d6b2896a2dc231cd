/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of the lists: their texts for an event of ten people, and what holds for any event.
 */
#include "printing/lists.h"

#include <locale.h>
#include <string.h>

#include "model/model-error.h"
#include "planning/problem-table.h"
#include "printing/list-event.h"

/* --- Golden texts --- */

typedef struct {
  const char *name;
  MarathonAudience audience;
  const char *expected;
} Golden;

static const Golden golden[] = {
  { "bibs", MARATHON_AUDIENCE_PUBLIC,
    "Bib | Name | Nation | Class | Club | Category | Wave\n"
    "2 | Adler, Max | GER |  |  | Elite | Blue Elite\n"
    "9 | S., J. A. |  |  |  | Mass | Red 2\n"
    "30 | Brook, Ian |  | T11 |  | Visually impaired | Red 1\n"
    "> G30 | Guide: Carter, Bea (km 0–20)\n"
    "> G31 | Guide: Dunn, Al (km 20–42.2)\n"
    "101 | Évrard, Zoé |  |  | Hill Harriers | Mass | Red 1\n"
    "102 | Name withheld |  |  |  | Mass | Red 2\n"
    "500 | Pantomime Horse (2 members)\n"
    " | Karen |  |  |  | Mass | Red 2\n"
    " | Sharon |  |  |  | Mass | Red 2\n"
    "E1 | Ōno, Kei | JPN |  |  | Elite | Blue Elite\n"
    "# 8 of 9 entrants · 1 without a bib left out · 1 withdrawn left out\n" },
  { "categories", MARATHON_AUDIENCE_PUBLIC,
    "Bib | Name | Nation | Sex | Class | PB | Club | Wave | Start\n"
    "= Elite |  | 2 entrants\n"
    "2 | Adler, Max | GER | M |  | 2:03:02* |  | Blue Elite | 09:15\n"
    "! Defending champion; Winner 2012\n"
    "E1 | Ōno, Kei | JPN | F |  | Debut |  | Blue Elite | 09:15\n"
    "= Visually impaired | Capacity 20 | 1 entrant, 2 guides\n"
    "30 | Brook, Ian |  | M | T11 |  |  | Red 1 | 10:00\n"
    "> G30 | Guide: Carter, Bea (km 0–20)\n"
    "> G31 | Guide: Dunn, Al (km 20–42.2)\n"
    "= Mass |  | 6 entrants\n"
    "9 | S., J. A. |  |  |  |  |  | Red 2 | 10:20\n"
    "101 | Évrard, Zoé |  | F |  |  | Hill Harriers | Red 1 | 10:00\n"
    "102 | Name withheld |  |  |  |  |  | Red 2 | 10:20\n"
    "(500) | Karen |  |  |  |  |  | Red 2 | 10:20\n"
    "(500) | Sharon |  |  |  |  |  | Red 2 | 10:20\n"
    " | Name withheld\n"
    "# 9 of 9 entrants · 1 withdrawn left out\n" },
  { "waves", MARATHON_AUDIENCE_OFFICIALS,
    "Bib | Name | Nation | Class | Club | Category | Born\n"
    "= Blue Elite | Start 09:15 | 2 entrants\n"
    "2 | Adler, Max | GER |  |  | Elite | 1985-05-05\n"
    "E1 | Ōno, Kei | JPN |  |  | Elite | 1990\n"
    "= Red 1 | Start 10:00 · 4 of 4 places taken | 2 entrants, 2 guides\n"
    "30 | Brook, Ian |  | T11 |  | Visually impaired\n"
    "> G30 | Guide: Carter, Bea (km 0–20)\n"
    "> G31 | Guide: Dunn, Al (km 20–42.2)\n"
    "101 | Évrard, Zoé |  | T12 | Hill Harriers | Mass\n"
    "= Red 2 | Start 10:20 | 4 entrants\n"
    "9 | Shy, Jo Ann |  |  |  | Mass\n"
    "102 | Secret, Sam |  |  | Hidden Club | Mass\n"
    "(500) | Karen |  |  |  | Mass\n"
    "(500) | Sharon |  |  |  | Mass\n"
    "= Without a wave |  | 1 entrant\n"
    " | Young, Tim |  |  | Youth Club | Mass | 1996-04-14\n"
    "# 9 of 9 entrants · 1 withdrawn left out\n" },
  { "alphabetical", MARATHON_AUDIENCE_PUBLIC,
    "Name | Bib | Wave | Start | Category | Club\n"
    "= A |  | 1 entrant\n"
    "Adler, Max | 2 | Blue Elite | 09:15 | Elite\n"
    "= B |  | 1 entrant, 2 guides\n"
    "Brook, Ian | 30 | Red 1 | 10:00 | Visually impaired\n"
    "> Guide: Carter, Bea (km 0–20) | G30\n"
    "> Guide: Dunn, Al (km 20–42.2) | G31\n"
    "= E |  | 1 entrant\n"
    "Évrard, Zoé | 101 | Red 1 | 10:00 | Mass | Hill Harriers\n"
    "= K |  | 1 entrant\n"
    "Karen | (500) | Red 2 | 10:20 | Mass\n"
    "= O |  | 1 entrant\n"
    "Ōno, Kei | E1 | Blue Elite | 09:15 | Elite\n"
    "= S |  | 1 entrant\n"
    "Sharon | (500) | Red 2 | 10:20 | Mass\n"
    "= Names not published: under 18 or on request |  | 3 entrants\n"
    "S., J. A. | 9 | Red 2 | 10:20 | Mass\n"
    "Name withheld | 102 | Red 2 | 10:20 | Mass\n"
    "Name withheld |  |  |  | Mass\n"
    "# 9 of 9 entrants · 1 withdrawn left out\n" },
  { "guides", MARATHON_AUDIENCE_OFFICIALS,
    "Bib | Name | Class | Category | Wave | Waiver | Collected\n"
    "30 | Brook, Ian | T11 | Visually impaired | Red 1 |  | [  ]\n"
    "> G30 | Guide: Carter, Bea (km 0–20) |  |  |  | signed | [  ]\n"
    "! Licence: L7\n"
    "> G31 | Guide: Dunn, Al (km 20–42.2) |  |  |  | not signed | [  ]\n"
    "# 2 guides of 1 athlete · 1 withdrawn left out\n" },
  { "check-in", MARATHON_AUDIENCE_OFFICIALS,
    "Collected | Name | Bib | Born | Sex | Club | Wave | Category\n"
    "= A – Y |  | 9 entrants, 2 guides\n"
    "[  ] | Adler, Max | 2 | 1985-05-05 | M |  | Blue Elite | Elite\n"
    "[  ] | Brook, Ian | 30 |  | M |  | Red 1 | Visually impaired\n"
    "> [  ] | Guide: Carter, Bea (km 0–20) | G30\n"
    "> [  ] | Guide: Dunn, Al (km 20–42.2) | G31\n"
    "[  ] | Évrard, Zoé | 101 |  | F | Hill Harriers | Red 1 | Mass\n"
    "! early start\n"
    "[  ] | Karen | (500) |  |  |  | Red 2 | Mass\n"
    "[  ] | Ōno, Kei | E1 | 1990 | F |  | Blue Elite | Elite\n"
    "[  ] | Secret, Sam | 102 |  |  | Hidden Club | Red 2 | Mass\n"
    "[  ] | Sharon | (500) |  |  |  | Red 2 | Mass\n"
    "[  ] | Shy, Jo Ann | 9 |  |  |  | Red 2 | Mass\n"
    "[  ] | Young, Tim |  | 1996-04-14 |  | Youth Club |  | Mass\n"
    "# 9 of 9 entrants · 1 withdrawn left out\n" },
  { "marshals", MARATHON_AUDIENCE_OFFICIALS,
    "Bib | Name | Class | Category | Group | Note\n"
    "= Blue Elite | Start 09:15 · Bibs 2, E1 | 2 entrants\n"
    "2 | Adler, Max |  | Elite\n"
    "E1 | Ōno, Kei |  | Elite\n"
    "= Red 1 | Start 10:00 · 4 of 4 places taken · Bibs 30, 101 · Starter: Oar, Grace | 2 entrants, 2 guides\n"
    "30 | Brook, Ian | T11 | Visually impaired\n"
    "> G30 | Guide: Carter, Bea (km 0–20)\n"
    "> G31 | Guide: Dunn, Al (km 20–42.2)\n"
    "101 | Évrard, Zoé | T12 | Mass |  | early start\n"
    "= Red 2 | Start 10:20 · Bibs 9, 102 · Starter: Oar, Grace · Wave marshal: Secret, Sam | 4 entrants\n"
    "9 | Shy, Jo Ann |  | Mass\n"
    "102 | Secret, Sam |  | Mass\n"
    "(500) | Karen |  | Mass | Pantomime Horse\n"
    "(500) | Sharon |  | Mass | Pantomime Horse\n"
    "= Without a wave |  | 1 entrant\n"
    " | Young, Tim |  | Mass\n"
    "# 9 of 9 entrants · 1 withdrawn left out\n" },
  { "officials", MARATHON_AUDIENCE_OFFICIALS,
    "Name | Role | Task | Starts and waves | Honours | Runs as | Phone\n"
    "Oar, Grace | Starter |  | Red | Champion 2012 |  | +44 1\n"
    "Secret, Sam | Wave marshal |  | Red 2 |  | 102\n"
    "# 2 officials\n" },
  { "officials", MARATHON_AUDIENCE_PUBLIC,
    "Name | Role | Task | Starts and waves | Honours | Runs as\n"
    "Oar, Grace | Starter |  | Red | Champion 2012\n"
    "Secret, Sam | Wave marshal |  | Red 2\n"
    "# 2 officials\n" },
  { "groups", MARATHON_AUDIENCE_OFFICIALS,
    "Bib | Name | Category | Wave | Start\n"
    "= Pantomime Horse | Costume · Bib 500 · Start together · Stables Trust | 2 entrants\n"
    "(500) | Karen | Mass | Red 2 | 10:20\n"
    "(500) | Sharon | Mass | Red 2 | 10:20\n"
    "= Two Sisters | Siblings · Sum of times · To beat: 5:09:14 | 0 entrants\n"
    "# 2 of 9 entrants · 7 in no group left out · 1 withdrawn left out\n" },
  { "charities", MARATHON_AUDIENCE_PUBLIC,
    "Bib | Name | Category | Wave | Group\n"
    "= Lifeboats |  | 1 entrant\n"
    "9 | S., J. A. | Mass | Red 2\n"
    "= Stables Trust |  | 2 entrants\n"
    "(500) | Karen | Mass | Red 2 | Pantomime Horse\n"
    "(500) | Sharon | Mass | Red 2 | Pantomime Horse\n"
    "# 3 of 9 entrants · 5 without a charity left out · 1 withheld name left out · 1 withdrawn left out\n" },
  { "media", MARATHON_AUDIENCE_PUBLIC,
    "Bib | Name | Nation | PB | Wave | Start\n"
    "= Elite |  | 2 entrants\n"
    "2 | Adler, Max | GER | 2:03:02* | Blue Elite | 09:15\n"
    "! Defending champion; Winner 2012\n"
    "E1 | Ōno, Kei | JPN | Debut | Blue Elite | 09:15\n"
    "= Others of note |  | 1 entrant\n"
    "101 | Évrard, Zoé |  |  | Red 1 | 10:00\n"
    "# 3 of 9 entrants · 6 others left out · 1 withdrawn left out\n" },
  { "media", MARATHON_AUDIENCE_OFFICIALS,
    "Bib | Name | Nation | Class | PB | Wave | Start | Tags | Note\n"
    "= Elite |  | 2 entrants\n"
    "2 | Adler, Max | GER |  | 2:03:02* | Blue Elite | 09:15\n"
    "! Defending champion; Winner 2012\n"
    "E1 | Ōno, Kei | JPN |  | Debut | Blue Elite | 09:15\n"
    "= celebrity |  | 1 entrant\n"
    "101 | Évrard, Zoé |  | T12 |  | Red 1 | 10:00 | celebrity | early start\n"
    "# 3 of 9 entrants · 6 others left out · 1 withdrawn left out\n" },
  { "medical", MARATHON_AUDIENCE_MEDICAL,
    "Bib | Name | Sex | Born | Wave | Emergency contact | Emergency phone | Medical note\n"
    "2 | Adler, Max | M | 1985-05-05 | Blue Elite\n"
    "9 | Shy, Jo Ann |  |  | Red 2\n"
    "30 | Brook, Ian | M |  | Red 1 | Ann Brook | +44 20 7946 0000 | Diabetes\n"
    "> G30 | Guide: Carter, Bea (km 0–20)\n"
    "> G31 | Guide: Dunn, Al (km 20–42.2)\n"
    "101 | Évrard, Zoé | F |  | Red 1\n"
    "102 | Secret, Sam |  |  | Red 2\n"
    "(500) | Karen |  |  | Red 2\n"
    "(500) | Sharon |  |  | Red 2\n"
    "E1 | Ōno, Kei | F | 1990 | Blue Elite\n"
    " | Young, Tim |  | 1996-04-14\n"
    "# 9 of 9 entrants · 1 withdrawn left out\n" },
  { "entrants", MARATHON_AUDIENCE_MEDICAL,
    "Bib | Name | Sex | Born | Category | Wave | Status\n"
    "2 | Adler, Max | M | 1985-05-05 | Elite | Blue Elite | Accepted\n"
    "E1 | Ōno, Kei | F | 1990 | Elite | Blue Elite | Accepted\n"
    "30 | Brook, Ian | M |  | Visually impaired | Red 1 | Accepted\n"
    "! Emergency contact: Ann Brook · Emergency phone: +44 20 7946 0000 · Medical note: Diabetes\n"
    "> G30 | Guide: Carter, Bea (km 0–20)\n"
    "> G31 | Guide: Dunn, Al (km 20–42.2)\n"
    "101 | Évrard, Zoé | F |  | Mass | Red 1 | Accepted\n"
    "102 | Secret, Sam |  |  | Mass | Red 2 | Accepted\n"
    "9 | Shy, Jo Ann |  |  | Mass | Red 2 | Accepted\n"
    " | Young, Tim |  | 1996-04-14 | Mass |  | Accepted\n"
    "(500) | Sharon |  |  | Mass | Red 2 | Accepted\n"
    "(500) | Karen |  |  | Mass | Red 2 | Accepted\n"
    "103 | Gone, Gil |  |  | Mass | Red 2 | Withdrawn\n"
    "# 10 of 10 entrants\n" },
  { "entrants", MARATHON_AUDIENCE_PUBLIC,
    "Bib | Name | Sex | Nation | Class | Club | Category | Wave\n"
    "2 | Adler, Max | M | GER |  |  | Elite | Blue Elite\n"
    "! Personal best: 2:03:02* · Honours: Defending champion; Winner 2012\n"
    "E1 | Ōno, Kei | F | JPN |  |  | Elite | Blue Elite\n"
    "! Debut\n"
    "30 | Brook, Ian | M |  | T11 |  | Visually impaired | Red 1\n"
    "> G30 | Guide: Carter, Bea (km 0–20)\n"
    "> G31 | Guide: Dunn, Al (km 20–42.2)\n"
    "101 | Évrard, Zoé | F |  |  | Hill Harriers | Mass | Red 1\n"
    "102 | Name withheld |  |  |  |  | Mass | Red 2\n"
    "9 | S., J. A. |  |  |  |  | Mass | Red 2\n"
    "! Charity: Lifeboats\n"
    " | Name withheld |  |  |  |  | Mass\n"
    "(500) | Sharon |  |  |  |  | Mass | Red 2\n"
    "! Charity: Stables Trust · Group: Pantomime Horse\n"
    "(500) | Karen |  |  |  |  | Mass | Red 2\n"
    "! Charity: Stables Trust · Group: Pantomime Horse\n"
    "# 9 of 9 entrants · 1 withdrawn left out\n" },
};

static void
test_golden (gconstpointer data)
{
  const Golden *test = data;
  g_autoptr (MarathonEvent) event = list_event_new ();

  list_assert_text (event, test->name, test->audience, test->expected);
}

/* --- Problems --- */

static void
test_problems_have_sections (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  g_autofree char *wave_sentence = marathon_problem_format (MARATHON_PROBLEM_WAVE_WITHOUT_TIME, 1);
  g_autofree char *bib_sentence = marathon_problem_format (MARATHON_PROBLEM_NO_BIB, 1);
  const char *warning = marathon_severity_get_label (MARATHON_SEVERITY_WARNING);
  g_autofree char *expected = NULL;

  list_event_set (event, marathon_event_get_info (event), "date", "2014-04-13");
  list_event_add_record (event, MARATHON_LIST_CATEGORIES, "mass", "name", "Mass", NULL);
  list_event_add_record (event, MARATHON_LIST_WAVES, "first", "name", "First", NULL);
  list_event_add (event, 1, "family", "Adler", "sex", "M", "born", "1990-01-01", "category", "mass", "wave", "first", "bib", "1",
                  "emergency-name", "Ann", "emergency-phone", "1", NULL);
  list_event_add (event, 2, "family", "Brook", "sex", "M", "born", "1990-01-01", "category", "mass", "wave", "first", "emergency-name", "Bo",
                  "emergency-phone", "2", NULL);
  expected = g_strdup_printf ("Bib | Name | Sex | Born | Category | Wave\n"
                              "= %s | %s · %s\n"
                              " | First\n"
                              "= %s | %s · %s\n"
                              " | Brook | M | 1990-01-01 | Mass | First\n"
                              "# 0 errors, 2 warnings, 0 hints\n",
                              marathon_problem_get_info (MARATHON_PROBLEM_WAVE_WITHOUT_TIME)->label, warning, wave_sentence,
                              marathon_problem_get_info (MARATHON_PROBLEM_NO_BIB)->label, warning, bib_sentence);
  list_assert_text (event, "problems", MARATHON_AUDIENCE_OFFICIALS, expected);
}

/* --- The table --- */

static void
test_table (void)
{
  for (guint i = 0; i < marathon_list_info_count (); i++)
    {
      const MarathonListInfo *info = marathon_list_info_get (i);

      g_assert_true (marathon_list_info_find (info->name) == info);
      g_assert_cmpstr (info->title, !=, "");
    }
  g_assert_null (marathon_list_info_find ("nonsense"));
  g_assert_true (marathon_list_info_find ("medical")->personal);
  g_assert_cmpint (marathon_list_info_find ("bibs")->audience, ==, MARATHON_AUDIENCE_PUBLIC);
  g_assert_cmpint (marathon_list_info_find ("check-in")->audience, ==, MARATHON_AUDIENCE_OFFICIALS);
}

static void
test_heads (void)
{
  g_autoptr (MarathonEvent) event = list_event_new ();
  MarathonListOptions options = { .audience = MARATHON_AUDIENCE_MEDICAL, .wave = "red-1", .category = "vi", .print_time = "12 April 18:30" };
  g_autoptr (MarathonReport) report = marathon_list_build (event, "medical", &options, NULL);

  g_assert_cmpstr (marathon_report_get_text (report, MARATHON_REPORT_TITLE), ==, "Medical list");
  g_assert_cmpstr (marathon_report_get_text (report, MARATHON_REPORT_EVENT), ==, "Harbour Marathon");
  g_assert_cmpstr (marathon_report_get_text (report, MARATHON_REPORT_SUBTITLE), ==,
                   "Sunday 13 April 2014 · Harbour · Category: Visually impaired · Wave: Red 1");
  g_assert_cmpstr (marathon_report_get_text (report, MARATHON_REPORT_AUDIENCE), ==, "Medical");
  g_assert_cmpstr (marathon_report_get_text (report, MARATHON_REPORT_PRINT_TIME), ==, "12 April 18:30");
  g_assert_cmpstr (marathon_report_get_text (report, MARATHON_REPORT_LANGUAGE), ==, "en");
  g_assert_true (marathon_report_is_confidential (report));
  g_assert_false (marathon_report_get_right_to_left (report));
}

static void
test_legend_where_there_is_an_asterisk (void)
{
  g_autoptr (MarathonEvent) event = list_event_new ();
  MarathonListOptions all = { .audience = MARATHON_AUDIENCE_PUBLIC }, mass = { .audience = MARATHON_AUDIENCE_PUBLIC, .category = "mass" };
  g_autoptr (MarathonReport) with = marathon_list_build (event, "categories", &all, NULL);
  g_autoptr (MarathonReport) without = marathon_list_build (event, "categories", &mass, NULL);

  g_assert_cmpstr (marathon_report_get_text (with, MARATHON_REPORT_NOTE), ==,
                   "* on a course that does not count for records · 2 names withheld: under 18 or on request");
  g_assert_cmpstr (marathon_report_get_text (without, MARATHON_REPORT_NOTE), ==, "2 names withheld: under 18 or on request");
  g_assert_false (marathon_report_is_confidential (with));
}

static void
test_swatches (void)
{
  g_autoptr (MarathonEvent) event = list_event_new ();
  MarathonListOptions options = { .audience = MARATHON_AUDIENCE_PUBLIC };
  g_autoptr (MarathonReport) report = marathon_list_build (event, "waves", &options, NULL);
  g_autoptr (MarathonReport) sheets = marathon_list_build (event, "marshals", &options, NULL);
  const MarathonReportSection *red = marathon_report_get_section (report, 1);

  g_assert_cmpstr (red->swatch_name, ==, "Red");
  g_assert_cmpstr (red->swatch_ink, ==, "#ffffff");
  g_assert_cmpstr (red->swatch_ground, ==, "#c01c28");
  g_assert_false (red->page_break_before);
  g_assert_true (marathon_report_get_section (sheets, 1)->page_break_before);
  g_assert_cmpstr (marathon_report_get_section (report, 3)->swatch_name, ==, "");
}

/* --- Options --- */

static void
test_filters (void)
{
  g_autoptr (MarathonEvent) event = list_event_new ();
  MarathonListOptions options = { .audience = MARATHON_AUDIENCE_PUBLIC, .wave = "red-2" };
  g_autoptr (MarathonReport) report = marathon_list_build (event, "waves", &options, NULL);
  g_autofree char *text = list_report_to_text (report);

  g_assert_cmpstr (text, ==,
                   "Bib | Name | Category\n"
                   "= Red 2 | Start 10:20 | 4 entrants\n"
                   "9 | S., J. A. | Mass\n"
                   "102 | Name withheld | Mass\n"
                   "(500) | Karen | Mass\n"
                   "(500) | Sharon | Mass\n"
                   "# 4 of 9 entrants · 1 withdrawn left out\n");
}

/* The text of a list of the part that the options name. */
static char *
build_part (MarathonEvent *event, const char *list, const char *category, const char *wave)
{
  MarathonListOptions options = { .audience = MARATHON_AUDIENCE_OFFICIALS, .category = category, .wave = wave };
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonReport) report = marathon_list_build (event, list, &options, &error);

  g_assert_no_error (error);
  return list_report_to_text (report);
}

static void
test_a_part_of_a_wave_tells_how_full_it_is (void)
{
  g_autoptr (MarathonEvent) event = list_event_new ();
  g_autofree char *text = build_part (event, "waves", "vi", NULL);

  g_assert_cmpstr (text, ==,
                   "Bib | Name | Class | Category\n"
                   "= Red 1 | Start 10:00 · 4 of 4 places taken, 3 shown | 1 entrant, 2 guides\n"
                   "30 | Brook, Ian | T11 | Visually impaired\n"
                   "> G30 | Guide: Carter, Bea (km 0–20)\n"
                   "> G31 | Guide: Dunn, Al (km 20–42.2)\n"
                   "# 1 of 9 entrants\n");
}

static void
test_a_part_has_the_sections_of_those_in_it (void)
{
  g_autoptr (MarathonEvent) event = list_event_new ();
  g_autofree char *by_category = build_part (event, "categories", NULL, "blue-1");
  g_autofree char *nobody = NULL, *empty_wave = NULL;

  g_assert_nonnull (strstr (by_category, "= Elite |"));
  g_assert_null (strstr (by_category, "= Mass"));
  /* What was asked for is there, and says that it is empty. */
  list_event_add_record (event, MARATHON_LIST_CATEGORIES, "youth", "name", "Youth", NULL);
  list_event_add_record (event, MARATHON_LIST_WAVES, "red-9", "start", "red", "name", "9", NULL);
  nobody = build_part (event, "categories", "youth", NULL);
  empty_wave = build_part (event, "waves", NULL, "red-9");
  g_assert_cmpstr (nobody, ==, "Bib | Name\n= Youth |  | 0 entrants\n# 0 of 9 entrants\n");
  g_assert_cmpstr (empty_wave, ==, "Bib | Name\n= Red 9 |  | 0 entrants\n# 0 of 9 entrants\n");
}

static void
test_waves_without_entrants_share_a_line (void)
{
  static const char *const lists[] = { "waves", "marshals" };
  g_autoptr (MarathonEvent) event = list_event_new ();

  list_event_add_record (event, MARATHON_LIST_WAVES, "red-8", "start", "red", "name", "8", NULL);
  list_event_add_record (event, MARATHON_LIST_WAVES, "red-9", "start", "red", "name", "9", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *all = build_part (event, lists[i], NULL, NULL);
      g_autofree char *part = build_part (event, lists[i], "elite", NULL);

      g_assert_nonnull (strstr (all, "\n= Waves without entrants\n! Red 8, Red 9\n# "));
      g_assert_null (strstr (all, "= Red 8"));
      g_assert_null (strstr (part, "Red"));
    }
}

static void
test_names_of_starts_are_said_once (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  MarathonListOptions options = { .audience = MARATHON_AUDIENCE_PUBLIC };
  g_autoptr (MarathonReport) alone = NULL;
  g_autoptr (MarathonReport) several = NULL;

  list_event_add_record (event, MARATHON_LIST_STARTS, "main", "name", "Main street", NULL);
  list_event_add_record (event, MARATHON_LIST_WAVES, "a", "start", "main", "name", "Wave A", NULL);
  list_event_add (event, 1, "family", "Adler", "wave", "a", NULL);
  alone = marathon_list_build (event, "waves", &options, NULL);
  g_assert_cmpstr (marathon_report_get_section (alone, 0)->heading, ==, "Wave A");
  g_assert_cmpstr (marathon_report_get_section (alone, 0)->swatch_name, ==, "");
  list_event_add_record (event, MARATHON_LIST_STARTS, "men", "name", "Elite men", NULL);
  list_event_add_record (event, MARATHON_LIST_WAVES, "men", "start", "men", "name", "Elite men", NULL);
  list_event_add (event, 2, "family", "Brook", "wave", "men", NULL);
  several = marathon_list_build (event, "waves", &options, NULL);
  g_assert_cmpstr (marathon_report_get_section (several, 0)->heading, ==, "Main street Wave A");
  g_assert_cmpstr (marathon_report_get_section (several, 0)->swatch_name, ==, "Main street");
  g_assert_cmpstr (marathon_report_get_section (several, 1)->heading, ==, "Elite men");
  g_assert_null (strstr (marathon_report_get_section (several, 1)->swatch_name, "Elite"));
}

static void
test_problems_of_a_part (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  g_autofree char *sentence = marathon_problem_format (MARATHON_PROBLEM_NO_BIB, 1);
  g_autofree char *waves = NULL, *text = NULL, *none = NULL;

  list_event_set (event, marathon_event_get_info (event), "date", "2014-04-13");
  for (guint i = 0; i < 3; i++)
    list_event_add_record (event, MARATHON_LIST_CATEGORIES, i == 0 ? "a" : i == 1 ? "b" : "c", "name", "Some", NULL);
  list_event_add_record (event, MARATHON_LIST_WAVES, "first", "name", "First", NULL);
  for (guint i = 0; i < 3; i++)
    list_event_add (event, i + 1, "family", i == 0 ? "Adler" : i == 1 ? "Brook" : "Carter", "sex", "M", "born", "1990-01-01", "category",
                    i == 0 ? "a" : "b", "wave", "first", "emergency-name", "Ann", "emergency-phone", "1", NULL);
  text = build_part (event, "problems", "a", NULL);
  none = build_part (event, "problems", "c", NULL);
  waves = build_part (event, "problems", NULL, "first");
  g_assert_nonnull (strstr (text, sentence));
  g_assert_nonnull (strstr (text, " | Adler"));
  g_assert_null (strstr (text, "Brook"));
  g_assert_null (strstr (text, "\n | First\n"));
  g_assert_nonnull (strstr (waves, "\n | First\n"));
  g_assert_null (strstr (none, "Adler"));
  g_assert_null (strstr (none, marathon_problem_get_info (MARATHON_PROBLEM_NO_BIB)->label));
}

static void
test_filter_of_bibs_keeps_groups_of_members (void)
{
  g_autoptr (MarathonEvent) event = list_event_new ();
  MarathonListOptions elite = { .audience = MARATHON_AUDIENCE_PUBLIC, .category = "elite" };
  MarathonListOptions mass = { .audience = MARATHON_AUDIENCE_PUBLIC, .category = "mass" };
  g_autoptr (MarathonReport) elite_report = marathon_list_build (event, "bibs", &elite, NULL);
  g_autoptr (MarathonReport) mass_report = marathon_list_build (event, "bibs", &mass, NULL);
  g_autofree char *elite_text = list_report_to_text (elite_report);
  g_autofree char *mass_text = list_report_to_text (mass_report);

  g_assert_null (strstr (elite_text, "Pantomime"));
  g_assert_nonnull (strstr (elite_text, "# 2 of 9 entrants\n"));
  g_assert_nonnull (strstr (mass_text, "\n500 | Pantomime Horse (2 members)\n"));
}

static void
test_refusals (void)
{
  static const struct {
    const char *list;
    MarathonListOptions options;
    const char *message;
  } cases[] = {
    { "waves", { .wave = "nine" }, "there is no wave “nine”; the waves are: red-1, red-2, blue-1" },
    { "bibs", { .category = "x" }, "there is no category “x”; the categories are: elite, vi, mass" },
    { "medical", { .audience = MARATHON_AUDIENCE_OFFICIALS },
      "the list “medical” holds personal data: it is not for the audience “officials”, only for “medical” and “everything”" },
    { "nonsense", { .audience = MARATHON_AUDIENCE_PUBLIC },
      "there is no list “nonsense”; the lists are: bibs, categories, waves, alphabetical, guides, check-in, marshals, officials, groups, "
      "charities, media, medical, problems, entrants" },
  };
  g_autoptr (MarathonEvent) event = list_event_new ();
  g_autoptr (MarathonEvent) bare = marathon_event_new ();
  g_autoptr (GError) bare_error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (marathon_list_build (event, cases[i].list, &cases[i].options, &error));
      g_assert_cmpstr (error->message, ==, cases[i].message);
      g_assert_true (error->domain == MARATHON_MODEL_ERROR);
    }
  g_assert_null (marathon_list_build (bare, "waves", &cases[0].options, &bare_error));
  g_assert_cmpstr (bare_error->message, ==, "there is no wave “nine”: the event has no waves");
}

/* --- What holds for any event --- */

static void
test_empty_event (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();

  for (guint i = 0; i < marathon_list_info_count (); i++)
    {
      const MarathonListInfo *info = marathon_list_info_get (i);
      MarathonListOptions options = { .audience = info->audience };
      g_autoptr (MarathonReport) report = marathon_list_build (event, info->name, &options, NULL);

      g_assert_nonnull (report);
      g_assert_cmpuint (marathon_report_count (report, MARATHON_REPORT_ROW_ENTRANT), ==, 0);
      g_assert_cmpuint (marathon_report_get_n_columns (report), >, 0);
      g_assert_cmpstr (marathon_report_get_text (report, MARATHON_REPORT_TOTAL), !=, "");
    }
}

/* No list for the public holds any of these, whatever the list. */
static void
test_public_lists_keep_secrets (void)
{
  static const char *const secrets[] = {
    "Secret, Sam", "Hidden",    "Shy",   "Jo Ann", "Bunny",      "Young",       "Tim",  "1985",
    "1990",        "1996",      "T12",   "Diabet", "Ann Brook",  "7946",        "max@", "early start",
    "celebrity",   "withdrawn\n", "Gone", "+44",
  };
  g_autoptr (MarathonEvent) event = list_event_new ();

  for (guint i = 0; i < marathon_list_info_count (); i++)
    {
      const MarathonListInfo *info = marathon_list_info_get (i);
      MarathonListOptions options = { .audience = MARATHON_AUDIENCE_PUBLIC };
      g_autoptr (MarathonReport) report = info->personal ? NULL : marathon_list_build (event, info->name, &options, NULL);
      g_autofree char *text = report != NULL ? list_report_to_text (report) : NULL;

      gboolean names_officials = strcmp (info->name, "officials") == 0 || strcmp (info->name, "marshals") == 0;

      /* Sam is withheld as an entrant, and named as an official. */
      for (guint s = names_officials ? 1 : 0; text != NULL && s < G_N_ELEMENTS (secrets); s++)
        if (strstr (text, secrets[s]) != NULL)
          g_error ("the public list “%s” tells “%s”:\n%s", info->name, secrets[s], text);
    }
}

typedef struct {
  GHashTable *bibs; /* of all accepted entrants, their guides, and groups */
  guint n_accepted;
} Census;

static void
add_random_entrant (MarathonEvent *event, GRand *rand, guint64 id, Census *census)
{
  static const char *const families[] = { "Smith", "Åberg", "Zhu", "Çelik", "O’Neill", "Smith" };
  static const char *const publish[] = { "full", "full", "full", "initials", "withheld" };
  static const char *const categories[] = { "", "elite", "vi", "mass", "mass" };
  static const char *const waves[] = { "", "red-1", "red-2", "blue-1", "red-2" };
  gboolean accepted = g_rand_int_range (rand, 0, 8) != 0;
  gboolean has_bib = g_rand_int_range (rand, 0, 5) != 0;
  gboolean in_group = !has_bib && g_rand_int_range (rand, 0, 3) == 0;
  gboolean has_guide = g_rand_int_range (rand, 0, 6) == 0;
  g_autofree char *bib = has_bib ? g_strdup_printf ("%s%" G_GUINT64_FORMAT, id % 3 == 0 ? "W" : "", 4300 - id) : g_strdup ("");
  g_autofree char *guide_bib = g_strdup_printf ("G%" G_GUINT64_FORMAT, id);
  g_autofree char *guide = g_strdup_printf ("family=Leader bib=%s", guide_bib);

  list_event_add (event, id, "family", families[g_rand_int_range (rand, 0, G_N_ELEMENTS (families))], "given", "Sam", "bib", bib, "publish",
                  publish[g_rand_int_range (rand, 0, G_N_ELEMENTS (publish))], "category",
                  categories[g_rand_int_range (rand, 0, G_N_ELEMENTS (categories))], "wave",
                  waves[g_rand_int_range (rand, 0, G_N_ELEMENTS (waves))], "status", accepted ? "accepted" : "withdrawn", "group",
                  in_group ? "sisters" : "", has_guide ? "guide" : NULL, guide, NULL);
  if (!accepted)
    return;
  census->n_accepted++;
  if (has_bib)
    g_hash_table_add (census->bibs, g_steal_pointer (&bib));
  if (has_guide)
    g_hash_table_add (census->bibs, g_steal_pointer (&guide_bib));
}

static MarathonEvent *
new_random_event (guint32 seed, Census *census)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  MarathonEvent *event = list_event_new ();
  static const char *const fixed[] = { "2", "9", "30", "G30", "G31", "101", "102", "500", "E1", "777" };

  census->bibs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  census->n_accepted = 9;
  list_event_set (event, marathon_record_list_find (marathon_event_get_list (event, MARATHON_LIST_GROUPS), "sisters"), "bib", "777");
  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    g_hash_table_add (census->bibs, g_strdup (fixed[i]));
  for (guint64 id = 2000; id < 2300; id++)
    add_random_entrant (event, rand, id, census);
  return event;
}

/* How often each bib stands in the bib column. */
static GHashTable *
count_bibs (MarathonReport *report)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint column = 0;

  while (strcmp (marathon_report_get_column (report, column)->key, "bib") != 0)
    column++;
  for (guint row = 0; row < marathon_report_get_n_rows (report); row++)
    {
      const char *bib = marathon_report_get_cell (report, row, column);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, bib));

      g_hash_table_insert (counts, g_strdup (bib), GUINT_TO_POINTER (count + 1));
    }
  g_hash_table_remove (counts, "");
  return counts;
}

static void
assert_each_bib_once (GHashTable *counts, GHashTable *bibs, gboolean with_groups)
{
  GHashTableIter iter;
  gpointer bib;

  g_hash_table_iter_init (&iter, bibs);
  while (g_hash_table_iter_next (&iter, &bib, NULL))
    if (with_groups || (strcmp (bib, "500") != 0 && strcmp (bib, "777") != 0))
      if (GPOINTER_TO_UINT (g_hash_table_lookup (counts, bib)) != 1)
        g_error ("bib %s is there %u times", (const char *) bib, GPOINTER_TO_UINT (g_hash_table_lookup (counts, bib)));
  if (with_groups)
    g_assert_cmpuint (g_hash_table_size (counts), ==, g_hash_table_size (bibs));
}

static void
test_each_bib_once (void)
{
  static const char *const lists[] = { "bibs", "categories", "waves", "alphabetical" };
  Census census;
  guint32 seed = g_test_rand_int ();
  g_autoptr (MarathonEvent) event = new_random_event (seed, &census);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (int audience = MARATHON_AUDIENCE_PUBLIC; audience <= MARATHON_AUDIENCE_EVERYTHING; audience++)
      {
        MarathonListOptions options = { .audience = (MarathonAudience) audience };
        g_autoptr (MarathonReport) report = marathon_list_build (event, lists[i], &options, NULL);
        g_autoptr (GHashTable) counts = count_bibs (report);
        gboolean is_bibs = i == 0;

        assert_each_bib_once (counts, census.bibs, is_bibs);
        if (!is_bibs)
          g_assert_cmpuint (marathon_report_count (report, MARATHON_REPORT_ROW_ENTRANT), ==, census.n_accepted);
      }
  g_hash_table_unref (census.bibs);
}

static guint
first_row_of_section (MarathonReport *report, guint row)
{
  guint first = 0, end = 0;

  for (guint i = 0; end <= row; i++)
    marathon_report_get_section_rows (report, i, &first, &end);
  return first;
}

/* A guide's row is below the athlete's or another guide's, and each athlete of "guides" has one. */
static void
test_guides_are_below_their_athletes (void)
{
  Census census;
  g_autoptr (MarathonEvent) event = new_random_event (7, &census);

  for (guint i = 0; i < marathon_list_info_count (); i++)
    {
      const MarathonListInfo *info = marathon_list_info_get (i);
      MarathonListOptions options = { .audience = info->audience };
      g_autoptr (MarathonReport) report = marathon_list_build (event, info->name, &options, NULL);

      for (guint row = 0; row < marathon_report_get_n_rows (report); row++)
        if (marathon_report_get_row_kind (report, row) == MARATHON_REPORT_ROW_GUIDE)
          {
            g_assert_cmpuint (row, >, 0);
            g_assert_cmpuint (row, >, first_row_of_section (report, row));
          }
        else if (strcmp (info->name, "guides") == 0)
          {
            g_assert_cmpuint (row + 1, <, marathon_report_get_n_rows (report));
            g_assert_cmpint (marathon_report_get_row_kind (report, row + 1), ==, MARATHON_REPORT_ROW_GUIDE);
          }
    }
  g_hash_table_unref (census.bibs);
}

/* The place in a list would tell a part of a name that is not published. */
static void
test_order_keeps_secrets (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();

  list_event_add (event, 1, "family", "Adler", NULL);
  list_event_add (event, 2, "family", "Aaron", "publish", "withheld", NULL);
  list_event_add (event, 3, "family", "Abel", "publish", "initials", "bib", "5", NULL);
  list_assert_text (event, "categories", MARATHON_AUDIENCE_PUBLIC,
                    "Bib | Name\n= Without a category |  | 3 entrants\n5 | A.\n | Adler\n | Name withheld\n# 3 of 3 entrants\n");
  list_assert_text (event, "categories", MARATHON_AUDIENCE_OFFICIALS,
                    "Bib | Name\n= Without a category |  | 3 entrants\n5 | Abel\n | Aaron\n | Adler\n# 3 of 3 entrants\n");
}

static void
test_names_are_in_the_order_of_the_language (void)
{
  static const struct {
    const char *language, *expected;
  } cases[] = {
    { "en", "Name | Bib\n= A |  | 2 entrants\nÅberg\nAdler\n= B |  | 1 entrant\nBerg, van den\n= Z |  | 2 entrants\nZorn, A\nZorn, B\n"
            "# 5 of 5 entrants\n" },
    { "sv", "Name | Bib\n= A |  | 1 entrant\nAdler\n= B |  | 1 entrant\nBerg, van den\n= Z |  | 2 entrants\nZorn, A\nZorn, B\n"
            "= Å |  | 1 entrant\nÅberg\n# 5 of 5 entrants\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarathonEvent) event = marathon_event_new ();

      list_event_set (event, marathon_event_get_info (event), "language", cases[i].language);
      list_event_add (event, 1, "family", "Zorn", "given", "B", NULL);
      list_event_add (event, 2, "family", "Åberg", NULL);
      list_event_add (event, 3, "family", "Zorn", "given", "A", NULL);
      list_event_add (event, 4, "family", "Adler", NULL);
      list_event_add (event, 5, "family", "Berg", "given", "van den", "sort-key", "Berg", NULL);
      list_assert_text (event, "alphabetical", MARATHON_AUDIENCE_PUBLIC, cases[i].expected);
    }
}

static void
test_check_in_sheets_are_split_between_letters (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  MarathonListOptions options = { .audience = MARATHON_AUDIENCE_OFFICIALS };
  g_autoptr (MarathonReport) report = NULL;
  const char *const expected[] = { "A – B", "C", "D" };

  for (guint64 id = 1; id <= 400; id++)
    list_event_add (event, id, "family", id <= 60 ? "Adler" : id <= 120 ? "Brook" : id <= 300 ? "Carter" : "Dunn", NULL);
  report = marathon_list_build (event, "check-in", &options, NULL);
  g_assert_cmpuint (marathon_report_get_n_sections (report), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (marathon_report_get_section (report, i)->heading, ==, expected[i]);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (golden); i++)
    {
      g_autofree char *path
        = g_strdup_printf ("/lists/golden/%s/%s", golden[i].name, marathon_audience_words[golden[i].audience].word);

      g_test_add_data_func (path, &golden[i], test_golden);
    }
  g_test_add_func ("/lists/problems-have-sections", test_problems_have_sections);
  g_test_add_func ("/lists/table", test_table);
  g_test_add_func ("/lists/heads", test_heads);
  g_test_add_func ("/lists/legend-where-there-is-an-asterisk", test_legend_where_there_is_an_asterisk);
  g_test_add_func ("/lists/swatches", test_swatches);
  g_test_add_func ("/lists/filters", test_filters);
  g_test_add_func ("/lists/a-part-of-a-wave-tells-how-full-it-is", test_a_part_of_a_wave_tells_how_full_it_is);
  g_test_add_func ("/lists/a-part-has-the-sections-of-those-in-it", test_a_part_has_the_sections_of_those_in_it);
  g_test_add_func ("/lists/waves-without-entrants-share-a-line", test_waves_without_entrants_share_a_line);
  g_test_add_func ("/lists/names-of-starts-are-said-once", test_names_of_starts_are_said_once);
  g_test_add_func ("/lists/problems-of-a-part", test_problems_of_a_part);
  g_test_add_func ("/lists/filter-of-bibs-keeps-groups-of-members", test_filter_of_bibs_keeps_groups_of_members);
  g_test_add_func ("/lists/refusals", test_refusals);
  g_test_add_func ("/lists/empty-event", test_empty_event);
  g_test_add_func ("/lists/public-lists-keep-secrets", test_public_lists_keep_secrets);
  g_test_add_func ("/lists/each-bib-once", test_each_bib_once);
  g_test_add_func ("/lists/guides-are-below-their-athletes", test_guides_are_below_their_athletes);
  g_test_add_func ("/lists/order-keeps-secrets", test_order_keeps_secrets);
  g_test_add_func ("/lists/names-are-in-the-order-of-the-language", test_names_are_in_the_order_of_the_language);
  g_test_add_func ("/lists/check-in-sheets-are-split-between-letters", test_check_in_sheets_are_split_between_letters);
  return g_test_run ();
}
