/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEditBatch: neighbouring edit lines of one kind, gathered into one edit with the same result as one after the other.
 */
#pragma once

#include "editing/edit.h"

G_BEGIN_DECLS

typedef struct {
  MarathonEditKind kind;
  MarathonPlace place;
  GArray *positions;    /* of guint32 */
  GArray *to_positions; /* of guint32: transfers */
  GArray *values;       /* of MarathonEntrant: changes and insertions */
  GHashTable *indices; /* position + 1 → index + 1 in the arrays */
} MarathonEditBatch;

void marathon_edit_batch_init  (MarathonEditBatch *batch);
void marathon_edit_batch_clear (MarathonEditBatch *batch);

/** Whether the batch is empty, or of that kind and place. */
gboolean marathon_edit_batch_accepts (const MarathonEditBatch *batch, MarathonEditKind kind, MarathonPlace place);

/** Whether the entrant at @position is in it. */
gboolean marathon_edit_batch_has (const MarathonEditBatch *batch, guint position);

/** Returns: (transfer none) (nullable): the value that a change in it gives to the entrant at @position; good until the next change. */
const MarathonEntrant *marathon_edit_batch_get_change (const MarathonEditBatch *batch, guint position);

/** Whether an insertion at @at, or a transfer from @position to @at, can follow what is in it: positions must ascend. */
gboolean marathon_edit_batch_can_insert   (const MarathonEditBatch *batch, guint at);
gboolean marathon_edit_batch_can_transfer (const MarathonEditBatch *batch, guint position, guint at);

/** A second change of one entrant replaces the first, from whose value it was made. */
void marathon_edit_batch_add_change    (MarathonEditBatch *batch, MarathonPlace place, guint position, const MarathonEntrant *value);
void marathon_edit_batch_add_insertion (MarathonEditBatch *batch, MarathonPlace place, guint at, const MarathonEntrant *value);
void marathon_edit_batch_add_removal   (MarathonEditBatch *batch, MarathonPlace place, guint position);
void marathon_edit_batch_add_transfer  (MarathonEditBatch *batch, MarathonPlace from, guint position, guint at);

/** Returns: (transfer full) (nullable): the edit, and empties the batch; %NULL where it is empty. */
MarathonEdit *marathon_edit_batch_take (MarathonEditBatch *batch, MarathonEvent *event);

G_END_DECLS
