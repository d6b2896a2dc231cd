/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonBibKeys: the identity of bibs (folded prefix and number) as one 64-bit key, the same for entrants, guides, groups and blocks, and
 * a walk over all bibs that somebody has.
 *
 * Nothing is added to the event's text pool, so that plans can be made in another thread.
 */
#pragma once

#include "model/bib-block.h"
#include "model/event.h"

G_BEGIN_DECLS

typedef struct _MarathonBibKeys MarathonBibKeys;

/** One bib that is in use. */
typedef struct {
  guint64 key;
  MarathonHolderKind holder;
  MarathonPlace place; /* of an entrant or a guide */
  guint32 position;    /* in the roster or bin; of a group in the list of groups */
  guint32 guide;       /* index of the guide */
} MarathonBibHolding;

typedef void (*MarathonBibHoldingFunc) (const MarathonBibHolding *holding, gpointer user_data);

/** Returns: (transfer full): keys for the bibs of @event; for one thread. */
MarathonBibKeys *marathon_bib_keys_new  (MarathonEvent *event);
void             marathon_bib_keys_free (MarathonBibKeys *keys);

/** The key, never 0, of a folded prefix as the pool or as a string has it, and of a bib as it is written (0 where that is no bib). */
guint64 marathon_bib_keys_get         (MarathonBibKeys *keys, MarathonText prefix, guint32 number);
guint64 marathon_bib_keys_get_folded  (MarathonBibKeys *keys, const char *prefix, guint32 number);
guint64 marathon_bib_keys_get_written (MarathonBibKeys *keys, const char *bib);

/** The key of number 0 with the prefix of @block, to which numbers are added; 0 where the prefix and a number make no bib that has that
 * number. */
guint64 marathon_bib_keys_get_block (MarathonBibKeys *keys, const MarathonBibBlock *block);

/** Calls @func for each bib of the roster's entrants and their guides, of groups, and of those in the bin whose bib has been printed or
 * collected. A bib that somebody has by mistake twice comes twice. */
void marathon_bib_keys_foreach (MarathonBibKeys *keys, MarathonBibHoldingFunc func, gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonBibKeys, marathon_bib_keys_free)

G_END_DECLS
