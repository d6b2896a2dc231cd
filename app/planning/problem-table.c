/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of the kinds of problem.
 */
#include "planning/problem-table.h"

#include <glib/gi18n-lib.h>

#define ERROR MARATHON_SEVERITY_ERROR
#define WARNING MARATHON_SEVERITY_WARNING
#define HINT MARATHON_SEVERITY_HINT

#define BY_HAND MARATHON_REPAIR_NONE
#define PLAN_CATEGORIES MARATHON_REPAIR_PLAN_CATEGORIES
#define PLAN_WAVES MARATHON_REPAIR_PLAN_WAVES
#define PLAN_BIBS MARATHON_REPAIR_PLAN_BIBS

/* The tool that collects words for translators finds pairs of singular and plural by this name; here they only stand in the table. */
#undef ngettext
#define ngettext(singular, plural) singular, plural

#define RECORDS(kind, id, severity, list, repair, label, ...) \
  [MARATHON_PROBLEM_##kind] = { MARATHON_PROBLEM_##kind, id, severity, label, __VA_ARGS__, MARATHON_LIST_##list, repair }
#define ENTRANTS(kind, id, severity, repair, label, ...) \
  [MARATHON_PROBLEM_##kind] = { MARATHON_PROBLEM_##kind, id, severity, label, __VA_ARGS__, MARATHON_N_LISTS, repair }

static const MarathonProblemInfo table[MARATHON_N_PROBLEM_KINDS] = {
  ENTRANTS (EVENT_WITHOUT_DATE, "event-without-date", WARNING, BY_HAND, N_ ("Event without date"),
            N_ ("The event has no date, so ages cannot be told"), N_ ("The event has no date, so ages cannot be told")),
  RECORDS (WAVE_WITHOUT_TIME, "wave-without-time", WARNING, WAVES, BY_HAND, N_ ("Wave without start time"),
           ngettext ("%u wave has no start time", "%u waves have no start time")),
  RECORDS (WAVE_OVER_CAPACITY, "wave-over-capacity", ERROR, WAVES, PLAN_WAVES, N_ ("Wave over capacity"),
           ngettext ("%u wave has more people than its capacity", "%u waves have more people than their capacity")),
  RECORDS (WAVE_WITHOUT_ROOM, "wave-without-room", WARNING, WAVES, BY_HAND, N_ ("Wave keeps all its places"),
           ngettext ("%u wave keeps all its places for late entries", "%u waves keep all their places for late entries")),
  RECORDS (CATEGORY_OVER_CAPACITY, "category-over-capacity", WARNING, CATEGORIES, PLAN_CATEGORIES,
           N_ ("Category over capacity"),
           ngettext ("%u category has more entrants than its capacity", "%u categories have more entrants than their capacity")),
  RECORDS (BLOCKS_OVERLAP, "blocks-overlap", WARNING, BIB_BLOCKS, BY_HAND, N_ ("Bib blocks overlap"),
           ngettext ("%u bib block has numbers of another", "%u bib blocks have numbers of another")),
  RECORDS (GROUP_SPLIT, "group-split", WARNING, GROUPS, PLAN_WAVES, N_ ("Group in different waves"),
           ngettext ("%u group that starts together is in different waves", "%u groups that start together are in different waves")),
  RECORDS (GROUP_OF_ONE, "group-of-one", HINT, GROUPS, BY_HAND, N_ ("Group with one member"),
           ngettext ("%u group has only one accepted member", "%u groups have only one accepted member")),

  ENTRANTS (NO_NAME, "no-name", WARNING, BY_HAND, N_ ("Without name"),
            ngettext ("%u entrant has no name", "%u entrants have no name")),
  ENTRANTS (NO_SEX, "no-sex", WARNING, BY_HAND, N_ ("Sex not known"),
            ngettext ("The sex of %u entrant is not known", "The sex of %u entrants is not known")),
  ENTRANTS (NO_BIRTH_DATE, "no-birth-date", WARNING, BY_HAND, N_ ("Birth date not known"),
            ngettext ("The birth date of %u entrant is not known", "The birth dates of %u entrants are not known")),
  ENTRANTS (UNDER_MINIMUM_AGE, "under-minimum-age", ERROR, BY_HAND, N_ ("Under the minimum age"),
            ngettext ("%u entrant is under the minimum age", "%u entrants are under the minimum age")),
  ENTRANTS (NATION_NOT_KNOWN, "nation-not-known", WARNING, BY_HAND, N_ ("Nation not known"),
            ngettext ("The nation given for %u entrant is not known", "The nations given for %u entrants are not known")),
  ENTRANTS (NO_EMERGENCY_CONTACT, "no-emergency-contact", HINT, BY_HAND, N_ ("Without emergency contact"),
            ngettext ("%u entrant has no emergency telephone number", "%u entrants have no emergency telephone number")),
  ENTRANTS (POSSIBLE_DUPLICATE, "possible-duplicate", WARNING, BY_HAND, N_ ("Possibly entered twice"),
            ngettext ("%u entrant may be the same person as another", "%u entrants may be the same person as another")),
  ENTRANTS (SAME_EXTERNAL_ID, "same-external-id", ERROR, BY_HAND, N_ ("Same external id"),
            ngettext ("%u entrant has the external id of another", "%u entrants have the external id of another")),
  ENTRANTS (WITHDRAWN_COLLECTED, "withdrawn-collected", WARNING, BY_HAND, N_ ("Withdrawn, but bib collected"),
            ngettext ("%u entrant who withdrew or was deferred has collected a bib",
                      "%u entrants who withdrew or were deferred have collected a bib")),

  ENTRANTS (NO_CATEGORY, "no-category", WARNING, PLAN_CATEGORIES, N_ ("Without category"),
            ngettext ("%u entrant has no category", "%u entrants have no category")),
  ENTRANTS (CATEGORY_MODE, "category-mode", ERROR, PLAN_CATEGORIES, N_ ("Category is for another mode"),
            ngettext ("%u entrant is in a category for another mode", "%u entrants are in a category for another mode")),
  ENTRANTS (CATEGORY_SEX, "category-sex", ERROR, PLAN_CATEGORIES, N_ ("Category is for another sex"),
            ngettext ("%u entrant is in a category for another sex", "%u entrants are in a category for another sex")),
  ENTRANTS (CATEGORY_CLASS, "category-class", ERROR, PLAN_CATEGORIES, N_ ("Category is for other sport classes"),
            ngettext ("%u entrant is in a category for other sport classes",
                      "%u entrants are in a category for other sport classes")),
  ENTRANTS (CATEGORY_ROUTE, "category-route", WARNING, PLAN_CATEGORIES, N_ ("Category is for other entry routes"),
            ngettext ("%u entrant is in a category for other entry routes",
                      "%u entrants are in a category for other entry routes")),
  ENTRANTS (CATEGORY_AGE_UNKNOWN, "category-age-unknown", WARNING, BY_HAND, N_ ("Age not known for category"),
            ngettext ("The age of %u entrant in a category with age limits is not known",
                      "The ages of %u entrants in a category with age limits are not known")),
  ENTRANTS (CATEGORY_TOO_YOUNG, "category-too-young", ERROR, PLAN_CATEGORIES, N_ ("Too young for category"),
            ngettext ("%u entrant is too young for the category", "%u entrants are too young for their category")),
  ENTRANTS (CATEGORY_TOO_OLD, "category-too-old", ERROR, PLAN_CATEGORIES, N_ ("Too old for category"),
            ngettext ("%u entrant is too old for the category", "%u entrants are too old for their category")),
  ENTRANTS (CATEGORY_NO_QUALIFYING, "category-no-qualifying", WARNING, PLAN_CATEGORIES, N_ ("No qualifying time for category"),
            ngettext ("%u entrant has no qualifying time for the category",
                      "%u entrants have no qualifying time for their category")),
  ENTRANTS (CATEGORY_TOO_SLOW, "category-too-slow", WARNING, PLAN_CATEGORIES, N_ ("Qualifying time too slow for category"),
            ngettext ("The qualifying time of %u entrant is too slow for the category",
                      "The qualifying times of %u entrants are too slow for their category")),
  ENTRANTS (CLASS_NOT_KNOWN, "class-not-known", WARNING, BY_HAND, N_ ("Sport class not known"),
            ngettext ("The sport class of %u entrant is none of athletics",
                      "The sport classes of %u entrants are none of athletics")),
  ENTRANTS (CLASS_NOT_CONFIRMED, "class-not-confirmed", WARNING, BY_HAND, N_ ("Sport class not confirmed"),
            ngettext ("The sport class of %u entrant in an elite category is not confirmed",
                      "The sport classes of %u entrants in elite categories are not confirmed")),
  ENTRANTS (CLASS_MODE, "class-mode", ERROR, BY_HAND, N_ ("Runs with the class of a wheelchair or frame"),
            ngettext ("The sport class of %u entrant means a wheelchair or frame, but the mode is running",
                      "The sport classes of %u entrants mean a wheelchair or frame, but their mode is running")),
  ENTRANTS (CLASS_ON_FOOT, "class-on-foot", WARNING, BY_HAND, N_ ("Racing wheelchair with a class on foot"),
            ngettext ("The sport class of %u entrant is one of runners, but the mode is racing wheelchair",
                      "The sport classes of %u entrants are ones of runners, but their mode is racing wheelchair")),

  ENTRANTS (GUIDE_MISSING, "guide-missing", ERROR, BY_HAND, N_ ("Guide missing"),
            ngettext ("%u elite athlete lacks the guide that the rules require",
                      "%u elite athletes lack the guide that the rules require")),
  ENTRANTS (GUIDE_MISSING_MASS, "guide-missing-mass", WARNING, BY_HAND, N_ ("Guide missing, mass field"),
            ngettext ("%u entrant of the mass field lacks a guide", "%u entrants of the mass field lack a guide")),
  ENTRANTS (GUIDE_NOT_ALLOWED, "guide-not-allowed", ERROR, BY_HAND, N_ ("Guide not allowed"),
            ngettext ("%u elite athlete has a guide that the rules forbid",
                      "%u elite athletes have a guide that the rules forbid")),
  ENTRANTS (GUIDE_NOT_ALLOWED_MASS, "guide-not-allowed-mass", WARNING, BY_HAND, N_ ("Guide not foreseen, mass field"),
            ngettext ("%u entrant of the mass field has a guide whom para rules would forbid",
                      "%u entrants of the mass field have a guide whom para rules would forbid")),
  ENTRANTS (TOO_MANY_GUIDES, "too-many-guides", ERROR, BY_HAND, N_ ("Too many guides"),
            ngettext ("%u elite athlete has more guides than the event allows",
                      "%u elite athletes have more guides than the event allows")),
  ENTRANTS (TOO_MANY_GUIDES_MASS, "too-many-guides-mass", WARNING, BY_HAND, N_ ("Too many guides, mass field"),
            ngettext ("%u entrant of the mass field has more guides than the event allows",
                      "%u entrants of the mass field have more guides than the event allows")),
  ENTRANTS (GUIDE_LEGS, "guide-legs", WARNING, BY_HAND, N_ ("Legs of guides overlap or leave a gap"),
            ngettext ("The legs of the guides of %u entrant overlap or leave a gap",
                      "The legs of the guides of %u entrants overlap or leave a gap")),
  ENTRANTS (GUIDE_OF_TWO, "guide-of-two", ERROR, BY_HAND, N_ ("One person guides two athletes"),
            ngettext ("%u entrant has a guide who guides another at the same time",
                      "%u entrants have a guide who guides another at the same time")),
  ENTRANTS (GUIDE_IS_ENTRANT, "guide-is-entrant", ERROR, BY_HAND, N_ ("Guide is an entrant of the same start"),
            ngettext ("%u entrant has a guide who is entered in the same start",
                      "%u entrants have a guide who is entered in the same start")),

  ENTRANTS (NO_WAVE, "no-wave", WARNING, PLAN_WAVES, N_ ("Without wave"),
            ngettext ("%u entrant has no wave", "%u entrants have no wave")),
  ENTRANTS (WAVE_NOT_FOR_ENTRANT, "wave-not-for-entrant", ERROR, PLAN_WAVES, N_ ("Wave is not for the category or entry route"),
            ngettext ("%u entrant is in a wave that is not for the category or entry route",
                      "%u entrants are in a wave that is not for their category or entry route")),
  ENTRANTS (WAVE_TOO_EARLY, "wave-too-early", WARNING, PLAN_WAVES, N_ ("Wave too early"),
            ngettext ("%u entrant is in a wave that is too early for the predicted time",
                      "%u entrants are in a wave that is too early for their predicted time")),

  ENTRANTS (NO_BIB, "no-bib", WARNING, PLAN_BIBS, N_ ("Without bib"),
            ngettext ("%u entrant has no bib", "%u entrants have no bib")),
  ENTRANTS (BIB_OUTSIDE_BLOCK, "bib-outside-block", WARNING, BY_HAND, N_ ("Bib outside its block"),
            ngettext ("The bib of %u entrant is in no block for the category, wave and entry route",
                      "The bibs of %u entrants are in no block for their category, wave and entry route")),
};

const MarathonProblemInfo *
marathon_problem_get_info (MarathonProblemKind kind)
{
  g_return_val_if_fail (kind < MARATHON_N_PROBLEM_KINDS, NULL);

  return &table[kind];
}

const MarathonProblemInfo *
marathon_problem_find (const char *id)
{
  for (guint i = 0; i < MARATHON_N_PROBLEM_KINDS; i++)
    if (g_str_equal (table[i].id, id))
      return &table[i];
  return NULL;
}

static const MarathonWord severities[] = {
  [MARATHON_SEVERITY_ERROR] = { "error", N_ ("Error") },
  [MARATHON_SEVERITY_WARNING] = { "warning", N_ ("Warning") },
  [MARATHON_SEVERITY_HINT] = { "hint", N_ ("Hint") },
};

const char *
marathon_severity_get_word (MarathonSeverity severity)
{
  g_return_val_if_fail (severity < G_N_ELEMENTS (severities), "");

  return severities[severity].word;
}

const char *
marathon_severity_get_label (MarathonSeverity severity)
{
  g_return_val_if_fail (severity < G_N_ELEMENTS (severities), "");

  return _ (severities[severity].label);
}

char *
marathon_problem_format (MarathonProblemKind kind, guint count)
{
  g_autofree char *number = g_strdup_printf ("%u", count);
  GString *sentence;

  g_return_val_if_fail (kind < MARATHON_N_PROBLEM_KINDS, NULL);

  sentence = g_string_new (g_dngettext (GETTEXT_PACKAGE, table[kind].singular, table[kind].plural, count));
  g_string_replace (sentence, "%u", number, 1);
  return g_string_free (sentence, FALSE);
}
