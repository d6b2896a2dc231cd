/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of recognising foreign words in entry files.
 */
#include "formats/import-words.h"

#include "model/words.h"

#include <string.h>

typedef struct {
  const char *text;
  int value;
} Case;

static const Case sexes[] = {
  { "M", MARATHON_SEX_MALE },
  { "m", MARATHON_SEX_MALE },
  { " M. ", MARATHON_SEX_MALE },
  { "Male", MARATHON_SEX_MALE },
  { "MEN'S", MARATHON_SEX_MALE },
  { "männlich", MARATHON_SEX_MALE },
  { "maennlich", MARATHON_SEX_MALE },
  { "Herr", MARATHON_SEX_MALE },
  { "H", MARATHON_SEX_MALE },
  { "homme", MARATHON_SEX_MALE },
  { "hombre", MARATHON_SEX_MALE },
  { "uomo", MARATHON_SEX_MALE },
  { "man", MARATHON_SEX_MALE },
  { "Homem", MARATHON_SEX_MALE },
  { "Mężczyzna", MARATHON_SEX_MALE },
  { "muž", MARATHON_SEX_MALE },
  { "F", MARATHON_SEX_FEMALE },
  { "W", MARATHON_SEX_FEMALE },
  { "K", MARATHON_SEX_FEMALE },
  { "V", MARATHON_SEX_FEMALE },
  { "Ž", MARATHON_SEX_FEMALE },
  { "Female", MARATHON_SEX_FEMALE },
  { "Woman", MARATHON_SEX_FEMALE },
  { "Women’s", MARATHON_SEX_FEMALE },
  { "weiblich", MARATHON_SEX_FEMALE },
  { "Frau", MARATHON_SEX_FEMALE },
  { "Féminin", MARATHON_SEX_FEMALE },
  { "femme", MARATHON_SEX_FEMALE },
  { "mujer", MARATHON_SEX_FEMALE },
  { "donna", MARATHON_SEX_FEMALE },
  { "vrouw", MARATHON_SEX_FEMALE },
  { "mulher", MARATHON_SEX_FEMALE },
  { "kobieta", MARATHON_SEX_FEMALE },
  { "kvinna", MARATHON_SEX_FEMALE },
  { "žena", MARATHON_SEX_FEMALE },
  { "X", MARATHON_SEX_X },
  { "Non-binary", MARATHON_SEX_X },
  { "NON BINARY", MARATHON_SEX_X },
  { "non\u2010binary", MARATHON_SEX_X },
  { "non_binary", MARATHON_SEX_X },
  { "NB", MARATHON_SEX_X },
  { "divers", MARATHON_SEX_X },
  { "não-binário", MARATHON_SEX_X },
  { "", MARATHON_SEX_UNKNOWN },
  { "-", MARATHON_SEX_UNKNOWN },
  { "n/a", MARATHON_SEX_UNKNOWN },
  { "k.A.", MARATHON_SEX_UNKNOWN },
  { "Prefer not to say", MARATHON_SEX_UNKNOWN },
  { "D", -1 },
  { "N", -1 },
  { "1", -1 },
  { "MF", -1 },
  { "feminist", -1 },
};

static const Case modes[] = {
  { "running", MARATHON_MODE_RUNNING },
  { "Runner", MARATHON_MODE_RUNNING },
  { "course à pied", MARATHON_MODE_RUNNING },
  { "Läufer", MARATHON_MODE_RUNNING },
  { "racing-chair", MARATHON_MODE_RACING_CHAIR },
  { "wheelchair", MARATHON_MODE_RACING_CHAIR },
  { "Racing wheelchair", MARATHON_MODE_RACING_CHAIR },
  { "Push-Rim Wheelchair", MARATHON_MODE_RACING_CHAIR },
  { "Rollstuhl", MARATHON_MODE_RACING_CHAIR },
  { "fauteuil", MARATHON_MODE_RACING_CHAIR },
  { "silla de ruedas", MARATHON_MODE_RACING_CHAIR },
  { "wózek", MARATHON_MODE_RACING_CHAIR },
  { "handbike", MARATHON_MODE_HANDCYCLE },
  { "Hand-cycle", MARATHON_MODE_HANDCYCLE },
  { "handcykel", MARATHON_MODE_HANDCYCLE },
  { "RaceRunning", MARATHON_MODE_FRAME },
  { "Frame running", MARATHON_MODE_FRAME },
  { "Everyday wheelchair", MARATHON_MODE_EVERYDAY_CHAIR },
  { "Alltagsrollstuhl", MARATHON_MODE_EVERYDAY_CHAIR },
  { "", -1 },
  { "W", -1 },
  { "bicycle", -1 },
};

static const Case statuses[] = {
  { "Accepted", MARATHON_STATUS_ACCEPTED },
  { "CONFIRMED", MARATHON_STATUS_ACCEPTED },
  { "Registered", MARATHON_STATUS_ACCEPTED },
  { "Paid", MARATHON_STATUS_ACCEPTED },
  { "bestätigt", MARATHON_STATUS_ACCEPTED },
  { "inscrite", MARATHON_STATUS_ACCEPTED },
  { "opłacone", MARATHON_STATUS_ACCEPTED },
  { "Applied", MARATHON_STATUS_APPLIED },
  { "Waiting list", MARATHON_STATUS_APPLIED },
  { "wait-list", MARATHON_STATUS_APPLIED },
  { "Pending", MARATHON_STATUS_APPLIED },
  { "unpaid", MARATHON_STATUS_APPLIED },
  { "nicht bezahlt", MARATHON_STATUS_APPLIED },
  { "lista de espera", MARATHON_STATUS_APPLIED },
  { "liste d’attente", MARATHON_STATUS_APPLIED },
  { "Withdrawn", MARATHON_STATUS_WITHDRAWN },
  { "Cancelled", MARATHON_STATUS_WITHDRAWN },
  { "Canceled", MARATHON_STATUS_WITHDRAWN },
  { "Rejected", MARATHON_STATUS_WITHDRAWN },
  { "storniert", MARATHON_STATUS_WITHDRAWN },
  { "annulée", MARATHON_STATUS_WITHDRAWN },
  { "Deferred", MARATHON_STATUS_DEFERRED },
  { "verschoben", MARATHON_STATUS_DEFERRED },
  { "reporté", MARATHON_STATUS_DEFERRED },
  { "", -1 },
  { "finished", -1 },
  { "not confirmed", -1 },
};

static const Case guide_roles[] = {
  { "guide", MARATHON_GUIDE_ROLE_GUIDE },
  { "Guide-runner", MARATHON_GUIDE_ROLE_GUIDE },
  { "Begleitläufer", MARATHON_GUIDE_ROLE_GUIDE },
  { "guía", MARATHON_GUIDE_ROLE_GUIDE },
  { "trasér", MARATHON_GUIDE_ROLE_GUIDE },
  { "Support runner", MARATHON_GUIDE_ROLE_SUPPORT },
  { "accompagnateur", MARATHON_GUIDE_ROLE_SUPPORT },
  { "Pilote", MARATHON_GUIDE_ROLE_PILOT },
  { "pusher", MARATHON_GUIDE_ROLE_PUSHER },
  { "", -1 },
  { "coach", -1 },
};

static const Case answers[] = {
  { "yes", TRUE },  { "Y", TRUE },       { "TRUE", TRUE },   { "1", TRUE },   { "x", TRUE },    { "Ja", TRUE },
  { "oui", TRUE },  { "Sí", TRUE },      { "sim", TRUE },    { "tak", TRUE }, { "ano", TRUE },  { "✓", TRUE },
  { "no", FALSE },  { "N", FALSE },      { "False", FALSE }, { "0", FALSE },  { "nein", FALSE }, { "non", FALSE },
  { "nee", FALSE }, { "não", FALSE },    { "nie", FALSE },   { "nej", FALSE }, { "ne", FALSE },
  { "", -1 },       { "-", -1 },         { "O", -1 },        { "2", -1 },      { "10", -1 },    { "maybe", -1 },
};

static const struct {
  const char *text;
  const char *route;
} routes[] = {
  { "Good For Age", "good-for-age" },
  { "good-for-age", "good-for-age" },
  { "GFA", "good-for-age" },
  { "BQ", "good-for-age" },
  { "Ballot", "ballot" },
  { "Verlosung", "ballot" },
  { "tirage au sort", "ballot" },
  { "Charity", "charity" },
  { "Golden Bond", "charity" },
  { "Club", "club" },
  { "Club place", "club" },
  { "Verein", "club" },
  { "Elite", "elite" },
  { "ÉLITE", "elite" },
  { "Championship", "championship" },
  { "Champs", "championship" },
  { "Sponsor", "sponsor" },
  { "Overseas", "tour-operator" },
  { "Tour operator", "tour-operator" },
  { "tour-opérateur", "tour-operator" },
  { "Invitation", "invited" },
  { "zaproszenie", "invited" },
  { "Deferred", "carried-over" },
  { "Carried over", "carried-over" },
  { "Nachmeldung", "late" },
  { "", NULL },
  { "Mayor's team", NULL },
};

static void
assert_cases (int (*find) (const char *text), const Case *cases, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      int value = find (cases[i].text);

      if (value != cases[i].value)
        g_error ("\"%s\" must be %d, not %d", cases[i].text, cases[i].value, value);
    }
}

/** A file that the program itself wrote must be understood without the person's help. */
static void
assert_own_words (int (*find) (const char *text), const MarathonWord *words)
{
  for (int i = 0; words[i].word != NULL; i++)
    {
      g_assert_cmpint (find (words[i].word), ==, i);
      g_assert_cmpint (find (words[i].label), ==, i);
    }
}

static void
test_sex (void)
{
  assert_cases (marathon_import_find_sex, sexes, G_N_ELEMENTS (sexes));
  assert_own_words (marathon_import_find_sex, marathon_sex_words);
}

static void
test_mode (void)
{
  assert_cases (marathon_import_find_mode, modes, G_N_ELEMENTS (modes));
  assert_own_words (marathon_import_find_mode, marathon_mode_words);
}

static void
test_status (void)
{
  assert_cases (marathon_import_find_status, statuses, G_N_ELEMENTS (statuses));
  assert_own_words (marathon_import_find_status, marathon_status_words);
}

static void
test_guide_role (void)
{
  assert_cases (marathon_import_find_guide_role, guide_roles, G_N_ELEMENTS (guide_roles));
  assert_own_words (marathon_import_find_guide_role, marathon_guide_role_words);
}

static void
test_yes_no (void)
{
  assert_cases (marathon_import_find_yes_no, answers, G_N_ELEMENTS (answers));
}

static void
test_route (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (routes); i++)
    {
      const char *route = marathon_import_find_route (routes[i].text);

      if (g_strcmp0 (route, routes[i].route) != 0)
        g_error ("\"%s\" must be %s, not %s", routes[i].text, routes[i].route, route);
    }
  for (int i = 0; marathon_route_words[i].word != NULL; i++)
    {
      g_assert_cmpstr (marathon_import_find_route (marathon_route_words[i].word), ==, marathon_route_words[i].word);
      g_assert_cmpstr (marathon_import_find_route (marathon_route_words[i].label), ==, marathon_route_words[i].word);
    }
}

static void
test_low_sight (void)
{
  static const char *const words[]
    = { "VI", "Visually Impaired", "visually-impaired", "Blind", "sehbehindert", "Malvoyante" };
  static const char *const others[] = { "", "T12", "Wheelchair", "M", "Elite" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_true (marathon_import_means_low_sight (words[i]));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (marathon_import_means_low_sight (others[i]));
}

static void
test_athletes (void)
{
  static const char *const words[] = { "Athlete", "RUNNER", "Teilnehmerin", "Wheelchair" };
  static const char *const others[] = { "", "Guide", "Pilot", "Volunteer" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_true (marathon_import_means_athlete (words[i]));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (marathon_import_means_athlete (others[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-words/sex-in-ten-languages", test_sex);
  g_test_add_func ("/import-words/mode", test_mode);
  g_test_add_func ("/import-words/status", test_status);
  g_test_add_func ("/import-words/guide-role", test_guide_role);
  g_test_add_func ("/import-words/yes-and-no", test_yes_no);
  g_test_add_func ("/import-words/route-is-the-canonical-word", test_route);

  g_test_add_func ("/import-words/low-sight", test_low_sight);
  g_test_add_func ("/import-words/athletes", test_athletes);
  return g_test_run ();
}
