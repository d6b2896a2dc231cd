/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonRouteTable: the entry routes that records (categories, waves, bib blocks) name, numbered, so that plans compare numbers.
 *
 * Routes are open words: an entrant's that no record names is number 0, as is none at all.
 */
#pragma once

#include "model/event.h"

G_BEGIN_DECLS

typedef struct _MarathonRouteTable MarathonRouteTable;

/** Returns: (transfer full): the routes named by the records of @event; it is for one thread. */
MarathonRouteTable *marathon_route_table_new  (MarathonEvent *event);
void                marathon_route_table_free (MarathonRouteTable *table);

/** How many numbers there are, 0 included. */
guint marathon_route_table_get_size (const MarathonRouteTable *table);

/** The number of an entrant's route. */
guint marathon_route_table_find (MarathonRouteTable *table, MarathonText route);

/** Whether a record's @routes are empty or hold the route with that number. */
gboolean marathon_route_table_admits (const MarathonRouteTable *table, const char *const *routes, guint number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonRouteTable, marathon_route_table_free)

G_END_DECLS
