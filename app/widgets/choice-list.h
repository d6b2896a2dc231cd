/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonChoiceList: what there is to choose from in a row of a form: the words of a vocabulary, the records of a list
 * of the event, which it follows, or plain texts.
 */
#pragma once

#include "model/record-list.h"
#include "widgets/choice.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_CHOICE_LIST (marathon_choice_list_get_type ())
G_DECLARE_FINAL_TYPE (MarathonChoiceList, marathon_choice_list, MARATHON, CHOICE_LIST, GObject)

/* Signals:
 *   "changed": there are other choices, or they are called otherwise
 */

/** Returns: (transfer full): a list without choices */
MarathonChoiceList *marathon_choice_list_new (void);

/* Each of these takes the place of what was there before, and emits "changed" where that is something else. */

/** The words of @vocabulary, shown by their translated labels. */
void marathon_choice_list_set_words (MarathonChoiceList *list, const MarathonWord *vocabulary);

/** The records of @records, by their keys and names; %NULL for none. */
void marathon_choice_list_set_records (MarathonChoiceList *list, MarathonRecordList *records);

/** @texts, which end with %NULL, shown by as many @labels (%NULL: by themselves). */
void marathon_choice_list_set_texts (MarathonChoiceList *list, const char *const *texts, const char *const *labels);

/** Returns: (transfer none) (nullable): the vocabulary, where that is what there is to choose from. */
const MarathonWord *marathon_choice_list_get_words (MarathonChoiceList *list);

guint marathon_choice_list_get_size (MarathonChoiceList *list);

/** Returns: (transfer none) */
MarathonChoice *marathon_choice_list_get (MarathonChoiceList *list, guint position);

/** Returns: (transfer none) (nullable): the choice of that text */
MarathonChoice *marathon_choice_list_find (MarathonChoiceList *list, const char *text);

G_END_DECLS
