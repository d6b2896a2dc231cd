/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonBibLedger: the state of every number of every bib block, with who has it.
 *
 * It holds only the numbers that somebody has; the rest are found from the block's ranges, so a block of a thousand million numbers costs
 * nothing.
 */
#pragma once

#include "model/event.h"

G_BEGIN_DECLS

typedef enum {
  MARATHON_BIB_STATE_FREE,      /* the plan may give it */
  MARATHON_BIB_STATE_RESERVED,  /* kept for late entries */
  MARATHON_BIB_STATE_ASSIGNED,
  MARATHON_BIB_STATE_PINNED,
  MARATHON_BIB_STATE_PRINTED,
  MARATHON_BIB_STATE_COLLECTED,
  MARATHON_BIB_STATE_VOID,      /* printed or collected, and the entrant withdrew, was deferred or is in the bin */
  MARATHON_N_BIB_STATES,
  MARATHON_BIB_STATE_EXCLUDED = MARATHON_N_BIB_STATES, /* the block does not have the number */
} MarathonBibState;

typedef struct {
  guint32 number;
  MarathonBibState state;
  MarathonHolderKind holder; /* NONE for free, reserved and excluded ones */
  MarathonPlace place;       /* of an entrant or a guide */
  guint32 position;          /* in the roster or bin; of a group in the list of groups */
  guint32 guide;             /* index of the guide */
} MarathonBibEntry;

typedef struct _MarathonBibLedger MarathonBibLedger;

/** Returns: (transfer full): the ledger of @event as it is. */
MarathonBibLedger *marathon_bib_ledger_new  (MarathonEvent *event);
void               marathon_bib_ledger_free (MarathonBibLedger *ledger);

/** Blocks are in the order of the event's list. */
guint   marathon_bib_ledger_get_n_blocks (const MarathonBibLedger *ledger);
guint64 marathon_bib_ledger_count        (const MarathonBibLedger *ledger, guint block, MarathonBibState state);

/** The state of one number of a block. */
void marathon_bib_ledger_look (const MarathonBibLedger *ledger, guint block, guint32 number, MarathonBibEntry *entry);

/** Sets @entry to the block's lowest number that is at least @from; %FALSE where there is none. */
gboolean marathon_bib_ledger_next (const MarathonBibLedger *ledger, guint block, guint32 from, MarathonBibEntry *entry);

/**
 * marathon_bib_ledger_find:
 * @bib: as a person writes it
 * @block: the first block that has the number, or %G_MAXUINT
 * @entry: of somebody, wherever it is; where neither a block nor anybody has it, EXCLUDED
 *
 * Returns: %FALSE where @bib is no bib
 */
gboolean marathon_bib_ledger_find (const MarathonBibLedger *ledger, const char *bib, guint *block, MarathonBibEntry *entry);

/** The translated name of a state. */
const char *marathon_bib_state_get_label (MarathonBibState state);

/** Returns: (transfer full): the state in a sentence with the holder's name, "Printed for Mo Farah". */
char *marathon_bib_entry_describe (MarathonEvent *event, const MarathonBibEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonBibLedger, marathon_bib_ledger_free)

G_END_DECLS
