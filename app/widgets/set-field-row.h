/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonSetFieldRow: a field row for a set: any number of things out of a list, chosen in a popover with check boxes
 * and a search; closing it saves, and the row shows their labels. Its text is that of REFS, WORDS and CLASSES columns:
 * parts separated by ";" in the order of the list.
 *
 * Property "any-label" (string): what the empty set says, "Any category"; set in templates.
 */
#pragma once

#include "model/record-list.h"
#include "widgets/field-row.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_SET_FIELD_ROW (marathon_set_field_row_get_type ())
G_DECLARE_FINAL_TYPE (MarathonSetFieldRow, marathon_set_field_row, MARATHON, SET_FIELD_ROW, MarathonFieldRow)

/** The choices are the records of @records, by their keys and names, and stay so as the list changes; %NULL for
 * none. */
void marathon_set_field_row_set_records (MarathonSetFieldRow *row, MarathonRecordList *records);

/**
 * The choices are @texts, which end with %NULL, shown by as many @labels (%NULL: by themselves).
 * @allow_others: what is not among them may be typed and is taken as it is
 */
void marathon_set_field_row_set_texts (MarathonSetFieldRow *row,
                                       const char *const   *texts,
                                       const char *const   *labels,
                                       gboolean             allow_others);

G_END_DECLS
