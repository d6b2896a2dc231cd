/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonFills: how full the categories, starts, waves and bib blocks of an event are. Plans and problems count the same
 * way: who is accepted takes a place, and so does who has collected the bib, whatever became of the entry.
 */
#pragma once

#include "model/event.h"

G_BEGIN_DECLS

typedef struct {
  guint64 count;    /* entrants of a category; people of a wave or start, guides included; numbers of a block in use */
  guint64 capacity; /* of a start: that of its waves together where each has one; of a block: its numbers; 0: no limit */
} MarathonFill;

typedef struct _MarathonFills MarathonFills;

/** Returns: (transfer full): counted now; some twenty milliseconds for a million entrants. */
MarathonFills *marathon_fills_new (MarathonEvent *event);

/** The same without bib blocks, which take most of the time. */
MarathonFills *marathon_fills_new_for_places (MarathonEvent *event);

void marathon_fills_free (MarathonFills *fills);

/** @list: categories, starts, waves or bib blocks. A handle that is not in it has { 0, 0 }. */
MarathonFill marathon_fills_get (const MarathonFills *fills, MarathonListId list, guint32 handle);

/** Whether there are more than the capacity. */
static inline gboolean
marathon_fill_is_over (MarathonFill fill)
{
  return fill.capacity != 0 && fill.count > fill.capacity;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonFills, marathon_fills_free)

G_END_DECLS
