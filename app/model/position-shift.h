/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPositionShift: where everybody in the roster is after some came or went; it moves bitmaps and lists of
 * positions along. A few milliseconds for a million entrants.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Where those are who went. */
#define MARATHON_POSITION_GONE G_MAXUINT32

typedef struct _MarathonPositionShift MarathonPositionShift;

/** @positions: @n of them, ascending, as seen after the insertion: arguments of the roster's "inserted". @old_size is
 * that of the roster before. */
MarathonPositionShift *marathon_position_shift_new_insertion (guint old_size, const guint32 *positions, guint n);

/** @positions: @n of them, ascending, as seen before the removal: arguments of the roster's "removed". */
MarathonPositionShift *marathon_position_shift_new_removal (guint old_size, const guint32 *positions, guint n);

void marathon_position_shift_free (MarathonPositionShift *shift);

/** The new position of who was at @position (below the old size), or MARATHON_POSITION_GONE. */
guint32 marathon_position_shift_get (const MarathonPositionShift *shift, guint32 position);

/** Returns: (transfer full): the bits of @bitmap, which is of the old size, for the new one; @value for who came. */
guint64 *marathon_position_shift_bitmap (const MarathonPositionShift *shift, const guint64 *bitmap, gboolean value);

/** Makes the @n @positions new ones, in place, without those who went. Returns: how many are left. */
guint marathon_position_shift_positions (const MarathonPositionShift *shift, guint32 *positions, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonPositionShift, marathon_position_shift_free)

G_END_DECLS
