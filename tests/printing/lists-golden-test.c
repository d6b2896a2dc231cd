/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must stand on the lists, word for word: their texts for an event of ten people, and for what that lacks.
 */
#include "printing/lists.h"

#include <locale.h>

#include "planning/problem-table.h"
#include "printing/list-event.h"

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

/* --- Order --- */

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
  g_test_add_func ("/lists/order-keeps-secrets", test_order_keeps_secrets);
  g_test_add_func ("/lists/names-are-in-the-order-of-the-language", test_names_are_in_the_order_of_the_language);
  return g_test_run ();
}
