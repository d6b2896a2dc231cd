/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEntrantIndex: finding and sorting the entrants of an event, a million of them between two frames of the
 * screen.
 *
 * It keeps arrays of its own beside the roster's values and must be told of every change of the roster (update and
 * splice take what the roster's signals say). Names of records, vocabularies and nations are read when a query needs
 * them. A column that only some queries or orders need is made when first asked for, and kept. One thread at a time.
 */
#pragma once

#include "model/bitmap.h"
#include "model/event.h"

G_BEGIN_DECLS

typedef struct _MarathonEntrantIndex MarathonEntrantIndex;

/** A column to sort by. */
typedef struct {
  guint field; /* of the table of fields */
  gboolean descending;
} MarathonSortKey;

/**
 * marathon_entrant_index_new:
 * @event: an event, or a snapshot of it in another thread (see marathon_entrant_index_set_event())
 *
 * Returns: (transfer full): the index of all entrants in the event's roster
 */
MarathonEntrantIndex *marathon_entrant_index_new (MarathonEvent *event);

void marathon_entrant_index_free (MarathonEntrantIndex *index);

/** After building from a snapshot: works with @event, of which it was, from now on. Its roster must still be the same,
 * or the changes told next. */
void marathon_entrant_index_set_event (MarathonEntrantIndex *index, MarathonEvent *event);

/** How many entrants; the size of bitmaps and permutations. */
guint marathon_entrant_index_get_size (const MarathonEntrantIndex *index);

/** The values at @positions (in any order) have changed: arguments of the roster's "values-changed". */
void marathon_entrant_index_update (MarathonEntrantIndex *index, const guint32 *positions, guint n);

/** @removed entrants went and @added came at @position: arguments of the roster's "items-changed". About a millisecond
 * for one in a million. */
void marathon_entrant_index_splice (MarathonEntrantIndex *index, guint position, guint removed, guint added);

/**
 * marathon_entrant_index_query:
 * @text: what was typed (model/entrant-query.h)
 * @bitmap: (out): MARATHON_BITMAP_WORDS (size) words: the bits of those who match all terms; everybody where there is
 * none
 *
 * A word matches whom it occurs in: family, given or known-as name, sort key, club or external id, blind to case,
 * accents, apostrophes and hyphens; a number matches the bibs that begin with it ("12": 12, 120 … 129, 1200 …) whatever
 * their prefix, a prefix those with that prefix, both together ("W1") both; the sixteen digits of an id match it. A
 * phrase may also lie across given and family name, in either order; so may a word of a script that is written without
 * spaces.
 *
 * A term with a key matches its field alone: texts where it occurs; bibs as above; ids that begin so; words of a
 * vocabulary, in the file's or the user's language, one of whose words begins so; records whose key, name or code is
 * that, or, where none is, holds it; nations by any of their codes or the beginning of a name; a flag by yes or no;
 * numbers that are equal; other values whose text in the project file begins so.
 */
void marathon_entrant_index_query (MarathonEntrantIndex *index, const char *text, guint64 *bitmap);

/**
 * marathon_entrant_index_order:
 * @keys: the columns to sort by, the most important first; may be none
 * @permutation: (out): room for the size: all positions in order
 *
 * The order is total and the same on every machine: by the alphabet of the event's language, ties by id. Names go by
 * the entrant's sort key where set, else by family name (or the given one, where there is no other), then by given
 * name; bibs by prefix, then number; words of a vocabulary and records as they are listed; persons by their birth,
 * years only as 1 July. What is not known comes last, descending too.
 */
void marathon_entrant_index_order (MarathonEntrantIndex  *index,
                                   const MarathonSortKey *keys,
                                   guint                  n_keys,
                                   guint32               *permutation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonEntrantIndex, marathon_entrant_index_free)

G_END_DECLS
