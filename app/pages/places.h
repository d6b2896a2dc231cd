/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where in the window something can be seen: the page of each list of records, and the place that a problem leads to;
 * both in the form of marathon_page_show_page().
 */
#pragma once

#include "planning/problems.h"

G_BEGIN_DECLS

/** What begins the query of the page "entrants" for those whom a problem concerns; its id follows. */
#define MARATHON_PLACES_PROBLEM "problem:"

/** What begins what the page "entrants" is asked for where one person is to be selected; the id follows. */
#define MARATHON_PLACES_ENTRANT "id:"

/** What the page "overview" shows where the event lacks its date. */
#define MARATHON_PLACES_DATE "date"

/** Returns: (nullable): the name of the page on which records of the list are made and changed; %NULL for none */
const char *marathon_places_get_page (MarathonListId list);

/**
 * marathon_places_find_record:
 * @page: (out) (transfer none): the name of the page
 *
 * Returns: (transfer full) (nullable): what to show there, "wave:red-1"; %NULL where there is no such record, or no page
 *   that shows it
 */
char *marathon_places_find_record (MarathonEvent *event, MarathonListId list, guint32 handle, const char **page);

/**
 * marathon_places_find_problem:
 * @page: (out) (transfer none): the name of the page
 *
 * Returns: (transfer full) (nullable): what to show there: whom it concerns, else the first of the records
 */
char *marathon_places_find_problem (MarathonEvent         *event,
                                    MarathonProblemKind    kind,
                                    const MarathonProblem *problem,
                                    const char           **page);

G_END_DECLS
