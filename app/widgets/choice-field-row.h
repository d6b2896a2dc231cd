/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonChoiceFieldRow: a row of a form with a list to choose from: words of a vocabulary, records of an event, or
 * plain texts. What is chosen is saved at once; letters choose without opening the list.
 */
#pragma once

#include "model/record-list.h"
#include "widgets/field-row.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_CHOICE_FIELD_ROW (marathon_choice_field_row_get_type ())
G_DECLARE_FINAL_TYPE (MarathonChoiceFieldRow, marathon_choice_field_row, MARATHON, CHOICE_FIELD_ROW, MarathonFieldRow)

/* The text of the row is the word, the key of the record, or the plain text; "" is "None" of records and texts, and is
 * shown as the first word of a vocabulary. A text that is not among the choices is shown as it is. */

/** The choices are the words of @vocabulary, shown by their translated labels. */
void marathon_choice_field_row_set_words (MarathonChoiceFieldRow *row, const MarathonWord *vocabulary);

/** The choices are None and the records of @records, by their column "name" ("label" where they have none), and stay so
 * as the list changes; %NULL for no choices. */
void marathon_choice_field_row_set_records (MarathonChoiceFieldRow *row, MarathonRecordList *records);

/** The choices are None and @texts, which end with %NULL, shown by as many @labels (%NULL: by themselves). */
void marathon_choice_field_row_set_texts (MarathonChoiceFieldRow *row,
                                          const char *const      *texts,
                                          const char *const      *labels);

G_END_DECLS
