/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonDifference: what is known of two events while their difference is written; shared by the order of its steps
 * (event-difference.c), the lists of records (event-difference-records.c), the entrants (event-difference-entrants.c),
 * and what they need.
 *
 * "From" and "to" are the two events. A record or an entrant *stays* where it keeps its place among the others that
 * stay; it *goes* where it is in the first one only, and *comes* where it is in the second one only. An entrant who
 * stands in another order, or in another of roster and bin, goes and comes.
 */
#pragma once

#include "base/key-set.h"
#include "editing/edit-lines-output.h"
#include "editing/event-difference.h"
#include "model/entrant-storage.h"

G_BEGIN_DECLS

#define MARATHON_DIFFERENCE_NONE G_MAXUINT32

/**
 * marathon_difference_find_rising:
 * @values: each at most once, or MARATHON_DIFFERENCE_NONE, which counts as absent
 *
 * Finds a longest choice of @values that rises; the others become MARATHON_DIFFERENCE_NONE. At most n log n steps, n
 * where all rise.
 */
void marathon_difference_find_rising (guint32 *values, guint n);

/* --- Whether entrants of two events are the same (event-difference-equal.c) --- */

typedef struct {
  MarathonEvent *from;
  MarathonEvent *to;
  GArray *texts;                      /* of goffset: where the texts of an entrant are */
  GArray *handles[MARATHON_N_LISTS];  /* of guint32: handle in "from" → handle in "to", 0 where there is none; NULL for lists that no entrant names */
  gboolean customs_same;              /* custom fields have the same handles in both */
} MarathonSameness;

/** @dropped: (element-type MarathonRecord): custom fields of @from whose values count as different */
void marathon_sameness_init  (MarathonSameness *sameness, MarathonEvent *from, MarathonEvent *to, GPtrArray *dropped);
void marathon_sameness_clear (MarathonSameness *sameness);

/** Returns: the words of an entrant (marathon_field_get_words()) in which @a of "from" and @b of "to" may differ; 0:
 * they are the same. */
guint32 marathon_sameness_compare (const MarathonSameness *sameness, const MarathonEntrant *a, const MarathonEntrant *b);

gboolean marathon_sameness_compare_guides (const MarathonSameness *sameness, const MarathonEntrant *a, const MarathonEntrant *b);

/** Whether what a newer version left at both entrants is the same; of their guides it is a part of these. */
gboolean marathon_sameness_compare_unknown (const MarathonSameness *sameness, const MarathonEntrant *a, const MarathonEntrant *b);

/* --- Records --- */

/** One list of records. */
typedef struct {
  GArray *now;     /* of guint32: the list as the lines have made it so far: positions in "to", or NONE for one that goes */
  GPtrArray *goes; /* of MarathonRecord of "from", borrowed */
  gboolean *comes; /* by position in "to" */
  gboolean *moves; /* the same */
} MarathonListDifference;

/* --- Entrants --- */

/** An entrant who stays and is touched. */
typedef struct {
  guint32 from; /* positions */
  guint32 to;
  guint32 words;         /* that may differ */
  gboolean guides_differ;
  gboolean frees_guides; /* the old guides go first: they name somebody who goes, or something of them is taken by others */
  gboolean guides_late;  /* the new guides come last: they name somebody who comes */
  gboolean loses_values; /* of custom fields that go */
} MarathonTouchedEntrant;

typedef struct {
  guint32 *matches; /* by position in "from": that in "to" of who stays, or NONE */
  GArray *goes;     /* of guint32: positions in "from" */
  GArray *comes;    /* of guint32: positions in "to" */
  GArray *touched;  /* of MarathonTouchedEntrant */
  MarathonKeySet *going; /* ids */
  MarathonKeySet *coming;
} MarathonPlaceDifference;

typedef struct {
  MarathonEvent *from;
  MarathonEvent *to;
  MarathonEditOutput output;
  MarathonEventDifference *counts;
  GPtrArray *dropped; /* of MarathonRecord: custom fields of "from" that go, or get another type: their values go first */
  GArray *fields;     /* of MarathonFieldPair */
  MarathonSameness sameness;
  MarathonListDifference lists[MARATHON_N_LISTS];
  MarathonPlaceDifference places[2]; /* by MarathonPlace */
} MarathonDifference;

/** Entrants are matched before records: of these go, and come again, those that name an entrant who goes. */
void marathon_difference_match_entrants (MarathonDifference *difference);
void marathon_difference_match_records  (MarathonDifference *difference);
void marathon_difference_clear_entrants (MarathonDifference *difference);
void marathon_difference_clear_records  (MarathonDifference *difference);

/* --- The steps; their order is in event-difference.c --- */

/** Bibs of groups that change, or go, are free. */
void marathon_difference_free_bibs (MarathonDifference *difference);

/** Officials and decisions (@naming_entrants), or all other records but custom fields, go. */
void marathon_difference_remove_records (MarathonDifference *difference, gboolean naming_entrants);

/** Custom fields go. */
void marathon_difference_remove_customs (MarathonDifference *difference);

/** Event, course and rules. */
void marathon_difference_change_singles (MarathonDifference *difference);

/** Officials and decisions (@naming_entrants), or all other records, come and change, but for bibs. */
void marathon_difference_bring_records (MarathonDifference *difference, gboolean naming_entrants);

/** Groups have their bibs, and all records their places. */
void marathon_difference_give_bibs    (MarathonDifference *difference);
void marathon_difference_move_records (MarathonDifference *difference);

/** Nobody who stays has values of custom fields that go, nor guides that stand in the way. */
void marathon_difference_free_entrants   (MarathonDifference *difference);
void marathon_difference_remove_entrants (MarathonDifference *difference);
void marathon_difference_change_entrants (MarathonDifference *difference);
void marathon_difference_insert_entrants (MarathonDifference *difference);

/** The guides who name somebody who came. */
void marathon_difference_finish_guides (MarathonDifference *difference);

G_END_DECLS
