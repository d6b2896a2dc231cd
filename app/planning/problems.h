/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonProblems: everything about an event that is worth telling: how many of each kind, and a bitmap of whom it concerns.
 *
 * Only accepted entrants are missed where something is lacking. Problems never keep an event from being loaded, saved or printed.
 */
#pragma once

#include "model/event.h"
#include "planning/problem-table.h"

G_BEGIN_DECLS

/** Two entrants who look like one person; first < second. */
typedef struct {
  guint32 first; /* roster positions */
  guint32 second;
} MarathonDuplicate;

typedef struct {
  guint count;      /* of entrants, or of records where the kind is of records */
  guint64 *entrants; /* bitmap over roster positions, `n_words` words; %NULL where it concerns none */
  GArray *records;  /* of guint32 handles; %NULL where it concerns none */
} MarathonProblem;

/** For reading only. */
typedef struct {
  guint n_words; /* of a bitmap */
  MarathonProblem kinds[MARATHON_N_PROBLEM_KINDS];
  GArray *duplicates; /* of MarathonDuplicate, ascending: for each possible duplicate at least one pair that nobody decided on */
} MarathonProblems;

/** Returns: (transfer full): the problems of @event (usually a snapshot), which is only read. */
MarathonProblems *marathon_problems_new  (MarathonEvent *event);
void              marathon_problems_free (MarathonProblems *problems);

/** How many there are of all kinds of that severity. */
guint marathon_problems_count (const MarathonProblems *problems, MarathonSeverity severity);

static inline gboolean
marathon_problem_concerns (const MarathonProblem *problem, guint position)
{
  return problem->entrants != NULL && (problem->entrants[position / 64] >> (position % 64) & 1) != 0;
}

/**
 * marathon_problem_describe_record:
 * @handle: of a record in the list of the kind (marathon_problem_get_info()->list)
 *
 * Returns: (transfer full): the key of the record and what numbers tell of it, "red-6: 12 of 10" for one over its capacity; of other
 *   kinds the key alone, and "" where there is no such record. Counts anew, so it takes a walk over the roster.
 */
char *marathon_problem_describe_record (MarathonEvent *event, MarathonProblemKind kind, guint32 handle);

/** Sets @next to the lowest position from @from on whom the problem concerns; %FALSE where there is none. */
gboolean marathon_problems_next (const MarathonProblems *problems, MarathonProblemKind kind, guint from, guint *next);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonProblems, marathon_problems_free)

G_END_DECLS
