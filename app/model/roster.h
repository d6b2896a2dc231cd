/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonRoster: the entrants in their order, in reference-counted blocks of 4,096 values that are copied when written while shared.
 *
 * Changed only by MarathonEvent, which holds the invariants; announces positions, never people.
 */
#pragma once

#include <glib-object.h>

#include "model/entrant.h"

G_BEGIN_DECLS

#define MARATHON_ROSTER_BLOCK 4096u
/** The most entrants of an event (design section 3). */
#define MARATHON_MAX_ENTRANTS 4000000u

#define MARATHON_TYPE_ROSTER (marathon_roster_get_type ())
G_DECLARE_FINAL_TYPE (MarathonRoster, marathon_roster, MARATHON, ROSTER, GObject)

/* Signals:
 *   "items-changed" (guint position, guint removed, guint added)   rows came or went; the range holds all of them, and others
 *   "values-changed" (gconstpointer positions, guint n)             guint32 positions whose values changed, ascending
 *   "inserted", "removed" (gconstpointer positions, guint n)        right before "items-changed", exactly who: guint32
 *                                                                   positions, ascending, as seen after, or before
 */

MarathonRoster *marathon_roster_new (void);

/** Returns: (transfer full): a roster that shares all blocks; changing either copies the blocks it touches. */
MarathonRoster *marathon_roster_share (MarathonRoster *roster);

guint marathon_roster_get_size (const MarathonRoster *roster);

/** Returns: (transfer none): the value at @position (below the size), good until the roster is changed. */
const MarathonEntrant *marathon_roster_get (const MarathonRoster *roster, guint position);

/** Returns: the first of the values of the block that holds @position, for fast walks; a block ends at multiples of MARATHON_ROSTER_BLOCK. */
const MarathonEntrant *marathon_roster_get_block (const MarathonRoster *roster, guint position);

/** Looks an entrant up by id: constant time. */
gboolean marathon_roster_find (MarathonRoster *roster, guint64 id, guint *position);

/* --- For MarathonEvent only --- */

/** Overwrites values; @positions ascending. An entrant's id never changes. Emits "values-changed" once. */
void marathon_roster_replace (MarathonRoster        *roster,
                              const guint32         *positions,
                              const MarathonEntrant *values,
                              guint                  n);

/** Inserts so that values end up at @positions (ascending, as seen after the insertion). Emits "items-changed" once. */
void marathon_roster_insert (MarathonRoster        *roster,
                             const guint32         *positions,
                             const MarathonEntrant *values,
                             guint                  n);

/** Removes the values at @positions (ascending, as seen before). Emits "items-changed" once. */
void marathon_roster_remove (MarathonRoster *roster, const guint32 *positions, guint n);

/** Appends without emitting anything: for readers that fill an event nobody sees yet. */
void marathon_roster_append_quietly (MarathonRoster *roster, const MarathonEntrant *value);

G_END_DECLS
