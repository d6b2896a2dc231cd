/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one table of the kinds of problem: word, severity, sentence, whom it concerns, and which plan repairs it.
 */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

typedef enum {
  MARATHON_SEVERITY_ERROR,   /* the race cannot be run so */
  MARATHON_SEVERITY_WARNING, /* somebody should look at it */
  MARATHON_SEVERITY_HINT,
} MarathonSeverity;

/** What one click does about it. */
typedef enum {
  MARATHON_REPAIR_NONE,
  MARATHON_REPAIR_PLAN_CATEGORIES,
  MARATHON_REPAIR_PLAN_WAVES,
  MARATHON_REPAIR_PLAN_BIBS,
} MarathonRepair;

/** In the order in which they are shown. */
typedef enum {
  /* Of the event and its records. */
  MARATHON_PROBLEM_EVENT_WITHOUT_DATE,
  MARATHON_PROBLEM_WAVE_WITHOUT_TIME,
  MARATHON_PROBLEM_WAVE_OVER_CAPACITY,
  MARATHON_PROBLEM_WAVE_WITHOUT_ROOM,
  MARATHON_PROBLEM_CATEGORY_OVER_CAPACITY,
  MARATHON_PROBLEM_BLOCKS_OVERLAP,
  MARATHON_PROBLEM_GROUP_SPLIT,
  MARATHON_PROBLEM_GROUP_OF_ONE,

  /* Of a person. */
  MARATHON_PROBLEM_NO_NAME,
  MARATHON_PROBLEM_NO_SEX,
  MARATHON_PROBLEM_NO_BIRTH_DATE,
  MARATHON_PROBLEM_UNDER_MINIMUM_AGE,
  MARATHON_PROBLEM_NATION_NOT_KNOWN,
  MARATHON_PROBLEM_NO_EMERGENCY_CONTACT,
  MARATHON_PROBLEM_POSSIBLE_DUPLICATE,
  MARATHON_PROBLEM_SAME_EXTERNAL_ID,
  MARATHON_PROBLEM_WITHDRAWN_COLLECTED,

  /* Of the category. */
  MARATHON_PROBLEM_NO_CATEGORY,
  MARATHON_PROBLEM_CATEGORY_MODE, /* in the order of MarathonMisfit */
  MARATHON_PROBLEM_CATEGORY_SEX,
  MARATHON_PROBLEM_CATEGORY_CLASS,
  MARATHON_PROBLEM_CATEGORY_ROUTE,
  MARATHON_PROBLEM_CATEGORY_AGE_UNKNOWN,
  MARATHON_PROBLEM_CATEGORY_TOO_YOUNG,
  MARATHON_PROBLEM_CATEGORY_TOO_OLD,
  MARATHON_PROBLEM_CATEGORY_NO_QUALIFYING,
  MARATHON_PROBLEM_CATEGORY_TOO_SLOW,
  MARATHON_PROBLEM_CLASS_NOT_KNOWN,
  MARATHON_PROBLEM_CLASS_NOT_CONFIRMED,
  MARATHON_PROBLEM_CLASS_MODE,   /* of a chair or frame, but running */
  MARATHON_PROBLEM_CLASS_ON_FOOT, /* of somebody on foot, but in a racing wheelchair */

  /* Of the guides: under the rules in elite categories, and in the mass field. */
  MARATHON_PROBLEM_GUIDE_MISSING,
  MARATHON_PROBLEM_GUIDE_MISSING_MASS,
  MARATHON_PROBLEM_GUIDE_NOT_ALLOWED,
  MARATHON_PROBLEM_GUIDE_NOT_ALLOWED_MASS,
  MARATHON_PROBLEM_TOO_MANY_GUIDES,
  MARATHON_PROBLEM_TOO_MANY_GUIDES_MASS,
  MARATHON_PROBLEM_GUIDE_LEGS,
  MARATHON_PROBLEM_GUIDE_OF_TWO,
  MARATHON_PROBLEM_GUIDE_IS_ENTRANT,

  /* Of the wave. */
  MARATHON_PROBLEM_NO_WAVE,
  MARATHON_PROBLEM_WAVE_NOT_FOR_ENTRANT,
  MARATHON_PROBLEM_WAVE_TOO_EARLY,

  /* Of the bib. */
  MARATHON_PROBLEM_NO_BIB,
  MARATHON_PROBLEM_BIB_OUTSIDE_BLOCK,
  MARATHON_N_PROBLEM_KINDS,
} MarathonProblemKind;

typedef struct {
  MarathonProblemKind kind;
  const char *id; /* on the command line and in filters: "no-wave" */
  MarathonSeverity severity;
  const char *label;    /* marked for translation: "Without wave" */
  const char *singular; /* marked for translation, with one %u: "%u entrant has no wave" */
  const char *plural;
  MarathonListId list; /* of the records it concerns; MARATHON_N_LISTS: entrants or the event itself */
  MarathonRepair repair;
} MarathonProblemInfo;

/** Returns: (transfer none): the line of the table. */
const MarathonProblemInfo *marathon_problem_get_info (MarathonProblemKind kind);

/** Returns: (transfer none) (nullable): the line with that id. */
const MarathonProblemInfo *marathon_problem_find (const char *id);

/** The id word of a severity, "error", "warning" or "hint"; and its translated label. */
const char *marathon_severity_get_word  (MarathonSeverity severity);
const char *marathon_severity_get_label (MarathonSeverity severity);

/** Returns: (transfer full): the translated sentence for @count of them. */
char *marathon_problem_format (MarathonProblemKind kind, guint count);

G_END_DECLS
