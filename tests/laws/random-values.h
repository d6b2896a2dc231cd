/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * RandomSource: random valid values of every type of field and column, the same for the same seed.
 */
#pragma once

#include "base/id-source.h"
#include "model/event.h"
#include "model/guide-fields.h"

G_BEGIN_DECLS

typedef struct {
  guint64 state;
  guint n_keys;         /* keys of records given so far */
  MarathonIdSource ids; /* of people */
  const guint8 *bytes;  /* borrowed; NULL: by the seed */
  gsize n_bytes;        /* that are left */
} RandomSource;

void random_source_init (RandomSource *random, guint seed);

/** From now on all choices are made by @bytes, in their order, so that a fuzzer can steer them; and are 0 when they are used up. */
void random_source_feed (RandomSource *random, const guint8 *bytes, gsize n_bytes);

/** Returns: 0 to n - 1; 0 where @n is 0. */
guint random_below (RandomSource *random, guint n);

/** Returns: %TRUE in @percent of 100 cases. */
gboolean random_happens (RandomSource *random, guint percent);

/** Returns: (transfer full): a name or a few words of any script, also with characters that XML or CSV must escape. */
char *random_text (RandomSource *random, guint limit);

/** Returns: (transfer full): a bib that nobody in @event has, mostly; sometimes one that somebody has; sometimes "". */
char *random_bib (RandomSource *random, MarathonEvent *event);

/** Returns: (transfer full): a key that no record of a random event has. */
char *random_key (RandomSource *random);

/** Returns: (transfer full): the key of a record of the list, or "". */
char *random_reference (RandomSource *random, MarathonEvent *event, MarathonListId list);

/** Returns: the id of somebody in roster or bin, or 0. */
guint64 random_entrant_id (RandomSource *random, MarathonEvent *event);

/** Returns: (transfer full): a valid value of an entrant's field (not of "id"), "" now and then. */
char *random_field_text (RandomSource *random, MarathonEvent *event, const MarathonFieldInfo *info);

/** Returns: (transfer full): a valid value of a guide's field (not of "id"). */
char *random_guide_text (RandomSource *random, MarathonEvent *event, MarathonGuideField field);

/**
 * Returns: (transfer full): a valid value of a record's column, but that entrants with custom values may not allow a
 * new type.
 */
char *random_column_text (RandomSource *random, MarathonEvent *event, const MarathonColumn *column);

G_END_DECLS
