/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonFilterBar: the search field and the chips with which a person chooses whom to see: category, wave, status,
 * problem; and how many are shown of how many.
 */
#pragma once

#include <adwaita.h>

#include "document/problems-watch.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_FILTER_BAR (marathon_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (MarathonFilterBar, marathon_filter_bar, MARATHON, FILTER_BAR, GtkWidget)

/* Properties (notified on change):
 *   "query" (string, read only): what the field and the chips of category, wave and status say together, in the
 *     language of model/entrant-query.h
 *   "problem" (int, read only): the MarathonProblemKind chosen, or -1
 *   "n-shown", "n-all" (uint): what the count says: "12 of 36,337", "36,337 entrants"
 * Signals:
 *   "leave" : the person is done with searching (Enter, Down): the keyboard should go to the table
 */

/** Both or neither. Chips list the event's records as they are at any time. */
void marathon_filter_bar_set_event (MarathonFilterBar *bar, MarathonEvent *event, MarathonProblemsWatch *problems);

const char *marathon_filter_bar_get_query   (MarathonFilterBar *bar);
int         marathon_filter_bar_get_problem (MarathonFilterBar *bar);

/** Sets the field's text to @text (terms such as "category:elite-men" that a chip can show go to the chip) and clears
 * the rest. */
void marathon_filter_bar_set_query (MarathonFilterBar *bar, const char *text);

/** Shows only whom the problem concerns, clearing the rest; -1 for none. */
void marathon_filter_bar_set_problem (MarathonFilterBar *bar, int problem);

void     marathon_filter_bar_clear     (MarathonFilterBar *bar);
gboolean marathon_filter_bar_is_active (MarathonFilterBar *bar);

/** To the search field, its text selected. */
void marathon_filter_bar_start_search (MarathonFilterBar *bar);

G_END_DECLS
