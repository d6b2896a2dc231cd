/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Problems of athletes with guides (domain.md A2).
 */
#include "planning/problems-private.h"

#include <stdlib.h>

#include "model/category.h"
#include "model/wave.h"
#include "planning/start-unit.h"

/* Legs are in hundreds of metres. */
#define TO_THE_FINISH G_MAXUINT16
#define PER_UNIT 100
/* How much of the course the last leg may lack: legs are often written in whole kilometres. */
#define TOLERANCE 1000

/* A leg run by a guide who is known as an entrant. */
typedef struct {
  guint64 person;
  guint32 athlete; /* roster position */
  guint16 from;
  guint16 to;
} Leg;

typedef struct {
  MarathonProblemSearch *search;
  GArray *legs; /* of Leg */
} Walk;

static guint16
end_of (const MarathonGuide *guide)
{
  return guide->leg_to == 0 ? TO_THE_FINISH : guide->leg_to;
}

/* --- Whether there have to be guides --- */

/* Those who run in front of or beside the athlete; supporters and pushers are not what classes are about. */
static guint
count_leading (const MarathonDetailsView *view)
{
  guint n = 0;

  for (guint i = 0; i < view->n_guides; i++)
    n += view->guides[i].role == MARATHON_GUIDE_ROLE_GUIDE || view->guides[i].role == MARATHON_GUIDE_ROLE_PILOT;
  return n;
}

/* Somebody without a class may have a guide in the mass field (London gives such places), but not among the elite. */
static MarathonGuideRule
rule_of_class (const MarathonEntrant *entrant, gboolean is_elite)
{
  if (entrant->sport_class == 0)
    return is_elite ? MARATHON_GUIDE_RULE_FORBIDDEN : MARATHON_GUIDE_RULE_ALLOWED;
  return marathon_sport_class_get_guide_rule (entrant->sport_class);
}

static void
look_at_number (MarathonProblemSearch *search, guint position, const MarathonEntrant *entrant, const MarathonDetailsView *view)
{
  MarathonCategory *category = marathon_event_get_record (search->event, MARATHON_LIST_CATEGORIES, entrant->category);
  gboolean is_elite = category != NULL && category->elite;
  MarathonGuideRule rule = category == NULL ? MARATHON_GUIDE_RULE_BY_CLASS : (MarathonGuideRule) category->guide_rule;
  guint n = rule == MARATHON_GUIDE_RULE_FORBIDDEN ? view->n_guides : count_leading (view);
  /* Each kind for the mass field follows the one for the elite. */
  guint mass = is_elite ? 0 : 1;

  if (rule == MARATHON_GUIDE_RULE_BY_CLASS)
    rule = rule_of_class (entrant, is_elite);
  if (rule == MARATHON_GUIDE_RULE_REQUIRED && n == 0)
    marathon_problem_search_mark (search, (MarathonProblemKind) (MARATHON_PROBLEM_GUIDE_MISSING + mass), position);
  if (rule == MARATHON_GUIDE_RULE_FORBIDDEN && n > 0)
    marathon_problem_search_mark (search, (MarathonProblemKind) (MARATHON_PROBLEM_GUIDE_NOT_ALLOWED + mass), position);
  if (view->n_guides > marathon_event_get_rules (search->event)->guides_max)
    marathon_problem_search_mark (search, (MarathonProblemKind) (MARATHON_PROBLEM_TOO_MANY_GUIDES + mass), position);
}

/* --- Legs of one athlete --- */

static int
compare_starts (const void *a, const void *b)
{
  const MarathonGuide *left = *(const MarathonGuide *const *) a, *right = *(const MarathonGuide *const *) b;

  return (int) left->leg_from - (int) right->leg_from;
}

/* Whether the legs, sorted, follow each other from the start to the finish. */
static gboolean
legs_fit (const MarathonGuide *const *guides, guint n, guint course_length)
{
  guint reached = 0;

  for (guint i = 0; i < n; i++)
    {
      if (guides[i]->leg_from != reached)
        return FALSE;
      reached = end_of (guides[i]);
    }
  return reached * PER_UNIT + TOLERANCE > course_length;
}

static void
look_at_legs (MarathonProblemSearch *search, guint position, const MarathonDetailsView *view)
{
  const MarathonGuide *guides[MARATHON_MAX_GUIDES];
  gboolean any_said = FALSE;
  guint n = 0;

  for (guint i = 0; i < view->n_guides && i < MARATHON_MAX_GUIDES; i++)
    if (view->guides[i].role == MARATHON_GUIDE_ROLE_GUIDE)
      {
        guides[n++] = &view->guides[i];
        any_said = any_said || view->guides[i].leg_from != 0 || view->guides[i].leg_to != 0;
      }
  if (!any_said)
    return;
  qsort (guides, n, sizeof *guides, compare_starts);
  if (!legs_fit (guides, n, marathon_event_get_course (search->event)->length))
    marathon_problem_search_mark (search, MARATHON_PROBLEM_GUIDE_LEGS, position);
}

/* --- Guides who are entrants --- */

static guint32
start_of (MarathonEvent *event, const MarathonEntrant *entrant)
{
  MarathonWave *wave = entrant->wave == 0 ? NULL : marathon_event_get_record (event, MARATHON_LIST_WAVES, entrant->wave);

  return wave == NULL ? 0 : wave->start;
}

static void
look_at_entry (MarathonProblemSearch *search, guint position, const MarathonEntrant *entrant, const MarathonGuide *guide)
{
  const MarathonEntrant *same;
  guint found;

  if (!marathon_roster_find (marathon_event_get_roster (search->event), guide->entrant, &found))
    return;
  same = marathon_roster_get (search->roster, found);
  if (marathon_entrant_is_planned (same) && start_of (search->event, same) != 0
      && start_of (search->event, same) == start_of (search->event, entrant))
    marathon_problem_search_mark (search, MARATHON_PROBLEM_GUIDE_IS_ENTRANT, position);
}

static int
compare_legs (const void *a, const void *b)
{
  const Leg *left = a, *right = b;

  if (left->person != right->person)
    return left->person < right->person ? -1 : 1;
  return (int) left->from - (int) right->from;
}

static void
mark_both (MarathonProblemSearch *search, const Leg *a, const Leg *b)
{
  marathon_problem_search_mark (search, MARATHON_PROBLEM_GUIDE_OF_TWO, a->athlete);
  marathon_problem_search_mark (search, MARATHON_PROBLEM_GUIDE_OF_TWO, b->athlete);
}

/* Of one person's legs so far, the one that ends last, and the one that ends last for any other athlete. */
typedef struct {
  const Leg *furthest;
  const Leg *other;
} Reach;

static void
extend (Reach *reach, const Leg *leg)
{
  if (reach->furthest == NULL || reach->furthest->person != leg->person)
    *reach = (Reach) { leg, NULL };
  else if (leg->athlete == reach->furthest->athlete)
    reach->furthest = leg->to > reach->furthest->to ? leg : reach->furthest;
  else if (leg->to > reach->furthest->to)
    *reach = (Reach) { leg, reach->furthest };
  else if (reach->other == NULL || leg->to > reach->other->to)
    reach->other = leg;
}

static void
look_at_legs_of_people (Walk *walk)
{
  Reach reach = { NULL, NULL };

  if (walk->legs->len > 1)
    qsort (walk->legs->data, walk->legs->len, sizeof (Leg), compare_legs);
  for (guint i = 0; i < walk->legs->len; i++)
    {
      const Leg *leg = &g_array_index (walk->legs, Leg, i);
      const Leg *before = reach.furthest;

      if (before != NULL && before->athlete == leg->athlete)
        before = reach.other;
      if (before != NULL && before->person == leg->person && before->to > leg->from)
        mark_both (walk->search, before, leg);
      extend (&reach, leg);
    }
}

/* --- The walk --- */

static void
look_at_athlete (Walk *walk, guint position, const MarathonEntrant *entrant)
{
  MarathonDetailsView view = { 0 };

  if (entrant->details != 0)
    marathon_details_store_get (marathon_event_get_details (walk->search->event), entrant->details, &view);
  if (view.n_guides == 0 && entrant->sport_class == 0 && entrant->category == 0)
    return;
  look_at_number (walk->search, position, entrant, &view);
  look_at_legs (walk->search, position, &view);
  for (guint i = 0; i < view.n_guides; i++)
    {
      const MarathonGuide *guide = &view.guides[i];
      Leg leg = { guide->entrant, position, guide->leg_from, end_of (guide) };

      if (guide->entrant == 0)
        continue;
      g_array_append_val (walk->legs, leg);
      look_at_entry (walk->search, position, entrant, guide);
    }
}

void
marathon_problem_search_guides (MarathonProblemSearch *search)
{
  g_autoptr (GArray) legs = g_array_new (FALSE, FALSE, sizeof (Leg));
  Walk walk = { search, legs };

  for (guint i = 0; i < search->size; i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (search->roster, i);

      if (marathon_entrant_is_planned (entrant))
        look_at_athlete (&walk, i, entrant);
    }
  look_at_legs_of_people (&walk);
}
