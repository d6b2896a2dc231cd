/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files that look for problems share.
 */
#pragma once

#include "planning/fills.h"
#include "planning/problems.h"

G_BEGIN_DECLS

typedef struct {
  MarathonEvent *event;
  const MarathonRoster *roster;
  guint size; /* of the roster */
  const MarathonFills *fills; /* without bib blocks */
  MarathonProblems *problems;
} MarathonProblemSearch;

/** The problem concerns the entrant at @position. Counts, once, where the kind is one of entrants. */
void marathon_problem_search_mark (MarathonProblemSearch *search, MarathonProblemKind kind, guint position);

/** The problem concerns the record. */
void marathon_problem_search_mark_record (MarathonProblemSearch *search, MarathonProblemKind kind, gpointer record);

/* One walk each. */
void marathon_problem_search_people     (MarathonProblemSearch *search);
void marathon_problem_search_guides     (MarathonProblemSearch *search);
void marathon_problem_search_waves      (MarathonProblemSearch *search);
void marathon_problem_search_bibs       (MarathonProblemSearch *search);
void marathon_problem_search_groups     (MarathonProblemSearch *search);
void marathon_problem_search_duplicates (MarathonProblemSearch *search);

G_END_DECLS
