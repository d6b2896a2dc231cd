/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonFilterChoice: a line in the list of a filter chip; and the lists that follow what there is to choose from.
 */
#pragma once

#include <gtk/gtk.h>

#include "model/record-list.h"
#include "planning/problems.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_FILTER_CHOICE (marathon_filter_choice_get_type ())
G_DECLARE_FINAL_TYPE (MarathonFilterChoice, marathon_filter_choice, MARATHON, FILTER_CHOICE, GObject)

/* Properties (notified on change):
 *   "label" (string): what people read
 *   "note" (string): at the end of the line: how many; "" for nothing
 *   "chosen" (boolean): whether it has the check mark
 */

/** Returns: (transfer full): @id is what queries name it by, "" for those who have none of them. */
MarathonFilterChoice *marathon_filter_choice_new (const char *id, const char *label, const char *note);

const char *marathon_filter_choice_get_id    (MarathonFilterChoice *choice);
const char *marathon_filter_choice_get_label (MarathonFilterChoice *choice);

/** Returns: (transfer full): the records of @records by key and name, at any time as they are then, and "" labelled @none. */
GListModel *marathon_filter_choices_new_records (MarathonRecordList *records, const char *none);

/** Returns: (transfer full): the words of @vocabulary. */
GListModel *marathon_filter_choices_new_words (const MarathonWord *vocabulary);

/**
 * marathon_filter_choices_show_problems:
 * @problems: (nullable): of which the kinds that concern entrants are shown, with how many
 * @kept: (nullable): the id of a kind that is shown even where there is none of it
 *
 * Fills @store with the kinds of problem, by their ids. Where the same kinds are in it already it only changes the counts.
 */
void marathon_filter_choices_show_problems (GListStore *store, const MarathonProblems *problems, const char *kept);

G_END_DECLS
