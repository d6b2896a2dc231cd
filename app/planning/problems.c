/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonProblems: the results; the looking is done in problems-people.c and its neighbours.
 */
#include "planning/problems.h"

#include "model/bitmap.h"
#include "planning/problems-private.h"

void
marathon_problem_search_mark (MarathonProblemSearch *search, MarathonProblemKind kind, guint position)
{
  MarathonProblem *problem = &search->problems->kinds[kind];

  if (problem->entrants == NULL)
    problem->entrants = marathon_bitmap_new (search->size);
  if (marathon_bitmap_get (problem->entrants, position))
    return;
  marathon_bitmap_set (problem->entrants, position, TRUE);
  if (marathon_problem_get_info (kind)->list == MARATHON_N_LISTS)
    problem->count++;
}

void
marathon_problem_search_mark_record (MarathonProblemSearch *search, MarathonProblemKind kind, gpointer record)
{
  MarathonProblem *problem = &search->problems->kinds[kind];
  guint32 handle = marathon_record_get_handle (MARATHON_RECORD (record));

  if (problem->records == NULL)
    problem->records = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (problem->records, handle);
  problem->count++;
}

static void
look_at_event (MarathonProblemSearch *search)
{
  if (marathon_event_get_info (search->event)->date == MARATHON_DATE_UNKNOWN)
    search->problems->kinds[MARATHON_PROBLEM_EVENT_WITHOUT_DATE].count = 1;
}

MarathonProblems *
marathon_problems_new (MarathonEvent *event)
{
  MarathonProblems *problems = g_new0 (MarathonProblems, 1);
  g_autoptr (MarathonFills) fills = marathon_fills_new_for_places (event);
  MarathonProblemSearch search
    = { .event = event, .roster = marathon_event_get_roster (event), .fills = fills, .problems = problems };

  search.size = marathon_roster_get_size (search.roster);
  problems->n_words = MARATHON_BITMAP_WORDS (search.size);
  problems->duplicates = g_array_new (FALSE, FALSE, sizeof (MarathonDuplicate));
  look_at_event (&search);
  marathon_problem_search_people (&search);
  marathon_problem_search_guides (&search);
  marathon_problem_search_waves (&search);
  marathon_problem_search_bibs (&search);
  marathon_problem_search_groups (&search);
  marathon_problem_search_duplicates (&search);
  return problems;
}

void
marathon_problems_free (MarathonProblems *problems)
{
  if (problems == NULL)
    return;
  for (guint i = 0; i < MARATHON_N_PROBLEM_KINDS; i++)
    {
      g_free (problems->kinds[i].entrants);
      g_clear_pointer (&problems->kinds[i].records, g_array_unref);
    }
  g_array_unref (problems->duplicates);
  g_free (problems);
}

guint
marathon_problems_count (const MarathonProblems *problems, MarathonSeverity severity)
{
  guint count = 0;

  for (guint i = 0; i < MARATHON_N_PROBLEM_KINDS; i++)
    if (marathon_problem_get_info ((MarathonProblemKind) i)->severity == severity)
      count += problems->kinds[i].count;
  return count;
}

gboolean
marathon_problems_next (const MarathonProblems *problems, MarathonProblemKind kind, guint from, guint *next)
{
  const guint64 *words = problems->kinds[kind].entrants;
  guint word = from / MARATHON_BITMAP_WORD_BITS;
  guint64 bits;

  if (words == NULL || word >= problems->n_words)
    return FALSE;
  bits = words[word] & (G_MAXUINT64 << from % MARATHON_BITMAP_WORD_BITS);
  while (bits == 0 && ++word < problems->n_words)
    bits = words[word];
  if (bits == 0)
    return FALSE;
  *next = word * MARATHON_BITMAP_WORD_BITS + (guint) __builtin_ctzll (bits);
  return TRUE;
}
