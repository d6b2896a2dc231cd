/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Random events: every kind of record, every field with values of its type, guides, groups, a bin, and what a newer
 * minor version would add.
 */
#pragma once

#include "laws/random-values.h"
#include "model/entrant-draft.h"

G_BEGIN_DECLS

/**
 * random_event_new:
 * @n: entrants in the roster; a sixth as many more in the bin
 * @newer: of a newer minor version, with content that this version does not know
 *
 * Returns: (transfer full): the event of @random, the same for the same state of it
 */
MarathonEvent *random_event_new (RandomSource *random, guint n, gboolean newer);

/** Returns: (transfer full): a record of the list with random columns, not in @event. */
MarathonRecord *random_record_new (RandomSource *random, MarathonEvent *event, MarathonListId list);

/** Fills the draft with a new entrant and maybe guides; about @percent of the fields get a value. */
void random_entrant_fill (RandomSource *random, MarathonEntrantDraft *draft, guint percent);

/** Appends a random guide to the draft, where there is room. */
void random_guide_add (RandomSource *random, MarathonEntrantDraft *draft);

G_END_DECLS
