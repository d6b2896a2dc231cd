/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonBlockTerms: for whom each bib block is, in which order blocks are taken, and which of their numbers a plan may give.
 *
 * A block is for an entrant when its categories, waves and routes are each empty or hold the entrant's. Blocks that name more of the three
 * come first, then the order of the list.
 */
#pragma once

#include "planning/bib-keys.h"
#include "planning/route-table.h"

G_BEGIN_DECLS

typedef struct {
  MarathonBibBlock *block;
  guint32 handle;
  guint64 key;     /* of number 0 (marathon_bib_keys_get_block()); 0: no number can be given */
  guint64 given;   /* how many numbers, the lowest, the plan may give; the rest is kept for late entries */
  guint32 last;    /* the highest number that the plan may give, where given is not 0 */
} MarathonBlockTerm;

typedef struct _MarathonBlockTerms MarathonBlockTerms;

/** Returns: (transfer full): the terms of @event, with keys made by @keys; for one thread. */
MarathonBlockTerms *marathon_block_terms_new  (MarathonEvent *event, MarathonBibKeys *keys);
void                marathon_block_terms_free (MarathonBlockTerms *terms);

/** Blocks in the order of the event's list. */
guint                    marathon_block_terms_get_size (const MarathonBlockTerms *terms);
const MarathonBlockTerm *marathon_block_terms_get      (const MarathonBlockTerms *terms, guint index);

/** Returns: (transfer none): the indices of all blocks in the order in which they are taken. */
const guint32 *marathon_block_terms_get_order (const MarathonBlockTerms *terms);

/** Returns: (transfer none): the indices of the blocks for @entrant, in the order in which they are taken. */
const guint32 *marathon_block_terms_find (MarathonBlockTerms *terms, const MarathonEntrant *entrant, guint *n_blocks);

/** What an entrant lacks for whom there is no block, though one may come with it. */
typedef enum {
  MARATHON_BLOCK_LACK_NONE,
  MARATHON_BLOCK_LACK_CATEGORY, /* perhaps a wave besides */
  MARATHON_BLOCK_LACK_WAVE,
} MarathonBlockLack;

MarathonBlockLack marathon_block_terms_find_lack (const MarathonBlockTerms *terms, const MarathonEntrant *entrant);

/** Whether the bib with that key is of the block. */
gboolean marathon_block_term_contains (const MarathonBlockTerm *term, guint64 key);

/** Writes the bib with that number, prefix and leading zeros to @bib (MARATHON_BIB_MAX_LENGTH + 1 bytes); %FALSE where it is too long
 * for a bib. */
gboolean marathon_block_term_write (const MarathonBlockTerm *term, guint32 number, char *bib);

/** Returns: (transfer none) (nullable): the first other block that has a bib of this one too; @number (nullable) is the
 * lowest such. */
MarathonBibBlock *marathon_block_terms_find_overlap (const MarathonBlockTerms *terms, guint index, guint32 *number);

/** The same where one block only is asked about; %NULL for one that is not of @event any more. */
MarathonBibBlock *marathon_bib_block_find_overlap (MarathonEvent *event, MarathonBibBlock *block, guint32 *number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonBlockTerms, marathon_block_terms_free)

G_END_DECLS
