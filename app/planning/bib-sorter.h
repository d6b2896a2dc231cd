/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonBibSorter: puts entrants in the order in which a block gives its numbers.
 */
#pragma once

#include "model/event.h"

G_BEGIN_DECLS

typedef struct _MarathonBibSorter MarathonBibSorter;

/** Returns: (transfer full): a sorter of entrants of @event; for one thread. */
MarathonBibSorter *marathon_bib_sorter_new  (MarathonEvent *event);
void               marathon_bib_sorter_free (MarathonBibSorter *sorter);

/** Puts the roster positions in @positions in order. Unknown values come last; ties are settled by id. */
void marathon_bib_sorter_sort (MarathonBibSorter *sorter, MarathonBibOrder order, guint32 *positions, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonBibSorter, marathon_bib_sorter_free)

G_END_DECLS
