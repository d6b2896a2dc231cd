/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entrants who may be one person: the same names, loosely folded and in either order, and the same birth date or one that is not known; and
 * entrants with the same external id.
 *
 * People are sorted by name and birth date. Those of one name are a *family*, those of one name and birth date a *run* in it; in a family,
 * the run without birth date comes first and matches everybody. Pairs are never listed in full, as a thousand nameless birth dates would
 * make half a million of them.
 */
#include "planning/problems-private.h"

#include <stdlib.h>

#include "base/fold.h"
#include "model/decision.h"

typedef struct {
  guint64 names; /* the two numbers of folded names, the smaller first */
  MarathonDate birth;
  guint32 position;
} Person;

typedef struct {
  MarathonProblemSearch *search;
  Person *people;
  guint n_people;
  GHashTable *decided; /* of guint64: two positions, whom an official holds to be different people */
} Walk;

/* --- Numbers for names --- */

typedef struct {
  MarathonEvent *event;
  GHashTable *by_text; /* MarathonText → number */
  GHashTable *by_fold; /* folded name → number from 1 on */
} Names;

static guint
number_name (Names *names, MarathonText text)
{
  gpointer number = g_hash_table_lookup (names->by_text, GUINT_TO_POINTER (text));
  char *folded;

  if (text == 0 || number != NULL)
    return GPOINTER_TO_UINT (number);
  folded = marathon_fold_loose (marathon_event_text (names->event, text));
  number = g_hash_table_lookup (names->by_fold, folded);
  if (number == NULL)
    {
      number = GUINT_TO_POINTER (g_hash_table_size (names->by_fold) + 1);
      g_hash_table_insert (names->by_fold, folded, number);
    }
  else
    g_free (folded);
  g_hash_table_insert (names->by_text, GUINT_TO_POINTER (text), number);
  return GPOINTER_TO_UINT (number);
}

/* Those who still mean to run. Somebody who withdrew and entered again is no duplicate. */
static gboolean
is_candidate (const MarathonEntrant *entrant)
{
  return (entrant->status == MARATHON_STATUS_ACCEPTED || entrant->status == MARATHON_STATUS_APPLIED)
         && (entrant->family != 0 || entrant->given != 0);
}

static void
list_people (Walk *walk)
{
  Names names = { .event = walk->search->event };

  names.by_text = g_hash_table_new (NULL, NULL);
  names.by_fold = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  walk->people = g_new (Person, walk->search->size + 1);
  for (guint i = 0; i < walk->search->size; i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (walk->search->roster, i);
      guint64 family, given;

      if (!is_candidate (entrant))
        continue;
      family = number_name (&names, entrant->family);
      given = number_name (&names, entrant->given);
      walk->people[walk->n_people++] =
        (Person) { MIN (family, given) << 32 | MAX (family, given), entrant->birth, i };
    }
  g_hash_table_unref (names.by_text);
  g_hash_table_unref (names.by_fold);
}

static int
compare_people (const void *a, const void *b)
{
  const Person *left = a, *right = b;

  if (left->names != right->names)
    return left->names < right->names ? -1 : 1;
  if (left->birth != right->birth)
    return left->birth < right->birth ? -1 : 1;
  return left->position < right->position ? -1 : left->position > right->position;
}

/* --- Decisions --- */

static guint64
pair_of (guint a, guint b)
{
  return (guint64) MIN (a, b) << 32 | MAX (a, b);
}

static void
list_decisions (Walk *walk)
{
  MarathonRecordList *list = marathon_event_get_list (walk->search->event, MARATHON_LIST_DECISIONS);
  MarathonRoster *roster = marathon_event_get_roster (walk->search->event);

  for (guint i = 0; i < marathon_record_list_get_size (list); i++)
    {
      const MarathonDecision *decision = marathon_record_list_get (list, i);
      guint first, second;
      guint64 pair;

      if (decision->verdict != MARATHON_VERDICT_DIFFERENT || !marathon_roster_find (roster, decision->first, &first)
          || !marathon_roster_find (roster, decision->second, &second))
        continue;
      pair = pair_of (first, second);
      g_hash_table_add (walk->decided, g_memdup2 (&pair, sizeof pair));
    }
}

static gboolean
is_open (const Walk *walk, guint a, guint b)
{
  guint64 pair = pair_of (walk->people[a].position, walk->people[b].position);

  return g_hash_table_size (walk->decided) == 0 || !g_hash_table_contains (walk->decided, &pair);
}

/* --- Families --- */

/* Looks from @first to @end for somebody other than @person on whom nobody decided. Each one passed over is a decision, so this is short. */
static gboolean
find_partner (const Walk *walk, guint person, guint first, guint end, guint *partner)
{
  for (guint i = first; i < end; i++)
    if (i != person && is_open (walk, person, i))
      {
        *partner = i;
        return TRUE;
      }
  return FALSE;
}

static void
mark_pair (Walk *walk, guint a, guint b)
{
  guint first = walk->people[a].position, second = walk->people[b].position;
  MarathonDuplicate duplicate = { MIN (first, second), MAX (first, second) };

  marathon_problem_search_mark (walk->search, MARATHON_PROBLEM_POSSIBLE_DUPLICATE, first);
  marathon_problem_search_mark (walk->search, MARATHON_PROBLEM_POSSIBLE_DUPLICATE, second);
  g_array_append_val (walk->search->problems->duplicates, duplicate);
}

/* A family from @first to @end; those before @dated have no birth date. */
static void
look_at_family (Walk *walk, guint first, guint dated, guint end)
{
  guint run = dated, run_end = dated;
  guint partner;

  for (guint i = first; i < dated; i++)
    if (find_partner (walk, i, first, end, &partner))
      mark_pair (walk, i, partner);
  for (guint i = dated; i < end; i++)
    {
      if (i == run_end)
        for (run = i; run_end < end && walk->people[run_end].birth == walk->people[run].birth; run_end++)
          continue;
      if (find_partner (walk, i, run, run_end, &partner) || find_partner (walk, i, first, dated, &partner))
        mark_pair (walk, i, partner);
    }
}

static void
look_at_families (Walk *walk)
{
  guint first = 0;

  while (first < walk->n_people)
    {
      guint end = first, dated = first;

      for (; end < walk->n_people && walk->people[end].names == walk->people[first].names; end++)
        dated += walk->people[end].birth == MARATHON_DATE_UNKNOWN;
      if (end - first > 1)
        look_at_family (walk, first, dated, end);
      first = end;
    }
}

static int
compare_duplicates (const void *a, const void *b)
{
  const MarathonDuplicate *left = a, *right = b;

  if (left->first != right->first)
    return left->first < right->first ? -1 : 1;
  return left->second < right->second ? -1 : left->second > right->second;
}

/* Sorts the pairs and drops those that came from both sides. */
static void
tidy_pairs (GArray *pairs)
{
  guint n = 0;

  if (pairs->len == 0)
    return;
  qsort (pairs->data, pairs->len, sizeof (MarathonDuplicate), compare_duplicates);
  for (guint i = 0; i < pairs->len; i++)
    if (i == 0 || compare_duplicates (&g_array_index (pairs, MarathonDuplicate, i),
                                      &g_array_index (pairs, MarathonDuplicate, n - 1)) != 0)
      g_array_index (pairs, MarathonDuplicate, n++) = g_array_index (pairs, MarathonDuplicate, i);
  g_array_set_size (pairs, n);
}

/* --- External ids --- */

typedef struct {
  MarathonText external_id;
  guint32 position;
} Known;

static int
compare_known (const void *a, const void *b)
{
  const Known *left = a, *right = b;

  if (left->external_id != right->external_id)
    return left->external_id < right->external_id ? -1 : 1;
  return left->position < right->position ? -1 : left->position > right->position;
}

static void
look_at_external_ids (MarathonProblemSearch *search)
{
  g_autofree Known *known = g_new (Known, search->size + 1);
  guint n = 0;

  for (guint i = 0; i < search->size; i++)
    if (marathon_roster_get (search->roster, i)->external_id != 0)
      known[n++] = (Known) { marathon_roster_get (search->roster, i)->external_id, i };
  qsort (known, n, sizeof *known, compare_known);
  for (guint i = 1; i < n; i++)
    if (known[i].external_id == known[i - 1].external_id)
      {
        marathon_problem_search_mark (search, MARATHON_PROBLEM_SAME_EXTERNAL_ID, known[i - 1].position);
        marathon_problem_search_mark (search, MARATHON_PROBLEM_SAME_EXTERNAL_ID, known[i].position);
      }
}

void
marathon_problem_search_duplicates (MarathonProblemSearch *search)
{
  Walk walk = { .search = search };

  walk.decided = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  list_decisions (&walk);
  list_people (&walk);
  qsort (walk.people, walk.n_people, sizeof *walk.people, compare_people);
  look_at_families (&walk);
  tidy_pairs (search->problems->duplicates);
  look_at_external_ids (search);
  g_free (walk.people);
  g_hash_table_unref (walk.decided);
}
