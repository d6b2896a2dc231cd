/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEditBatch: neighbouring edit lines of one kind, gathered into one edit with the same result as one after the
 * other; but who moves to the end of roster or bin keeps the order among each other, whatever the order of the lines.
 */
#pragma once

#include "editing/edit.h"

G_BEGIN_DECLS

/** Where the lines about one entrant stand in the file; lines and columns count from 1. */
typedef struct {
  guint first;
  guint last;
  guint column; /* 0: not known, or several */
} MarathonEditBatchSpan;

typedef struct {
  MarathonEditKind kind;
  MarathonPlace place;
  gboolean to_end;      /* transfers: all go to the end of the other place */
  GArray *positions;    /* of guint32 */
  GArray *to_positions; /* of guint32: transfers */
  GArray *values;       /* of MarathonEntrant: changes and insertions */
  GArray *spans;        /* of MarathonEditBatchSpan */
  GHashTable *indices;  /* position + 1 → index + 1 in the arrays */
  MarathonEditBatchSpan here; /* of the line that is being read */
} MarathonEditBatch;

void marathon_edit_batch_init  (MarathonEditBatch *batch);
void marathon_edit_batch_clear (MarathonEditBatch *batch);

/** Tells where the line stands that is added next. */
void marathon_edit_batch_set_line (MarathonEditBatch *batch, guint line, guint column);

/** Whether the batch is empty, or of that kind and place. */
gboolean marathon_edit_batch_accepts (const MarathonEditBatch *batch, MarathonEditKind kind, MarathonPlace place);

/** Whether the batch takes the entrant at @position away from its place. */
gboolean marathon_edit_batch_takes_away (const MarathonEditBatch *batch, guint position);

/** Returns: (transfer none) (nullable): the value that a change in it gives to the entrant at @position; good until the next
 * change. */
const MarathonEntrant *marathon_edit_batch_get_change (const MarathonEditBatch *batch, guint position);

/** Whether an insertion at @at can follow what is in it: positions must ascend. */
gboolean marathon_edit_batch_can_insert (const MarathonEditBatch *batch, guint at);

/** Whether a transfer from @position to @at can follow: both must ascend. Transfers @to_end may come in any order, but they
 * and the others are not gathered together. */
gboolean marathon_edit_batch_can_transfer (const MarathonEditBatch *batch, guint position, guint at, gboolean to_end);

/** A second change of one entrant replaces the first, from whose value it was made. */
void marathon_edit_batch_add_change    (MarathonEditBatch *batch, MarathonPlace place, guint position, const MarathonEntrant *value);
void marathon_edit_batch_add_insertion (MarathonEditBatch *batch, MarathonPlace place, guint at, const MarathonEntrant *value);
void marathon_edit_batch_add_removal   (MarathonEditBatch *batch, MarathonPlace place, guint position);
void marathon_edit_batch_add_transfer  (MarathonEditBatch *batch, MarathonPlace from, guint position, guint at, gboolean to_end);

/** Returns: (transfer full) (nullable): the edit; %NULL where the batch is empty. Sorts the entries by their positions. */
MarathonEdit *marathon_edit_batch_make (MarathonEditBatch *batch, MarathonEvent *event);

/** Returns: (transfer full): the edit of the entry at @index alone, as well as it can be done without the others. */
MarathonEdit *marathon_edit_batch_make_one (const MarathonEditBatch *batch, MarathonEvent *event, guint index);

/** Returns: where the lines of all entries stand; the batch must not be empty. */
MarathonEditBatchSpan marathon_edit_batch_get_span (const MarathonEditBatch *batch);

void marathon_edit_batch_empty (MarathonEditBatch *batch);

G_END_DECLS
