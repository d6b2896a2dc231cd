/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a row of a form needs to know of a column of a record: its label, what there is to choose from, its text.
 */
#pragma once

#include "model/event.h"
#include "widgets/field-row.h"

G_BEGIN_DECLS

/** Gives @row label, choices and examples of @column; a row of a kind that does not suit the column's type is a mistake of
 * the template. To be called again when anything in the event has changed. */
void marathon_record_row_bind (MarathonFieldRow *row, MarathonEvent *event, const MarathonColumn *column);

/** Returns: (transfer none): what a row shows of a column: a number that is 0 is not known, or no limit, and is "". */
const char *marathon_record_row_get_text (MarathonRecord *record, guint column);

G_END_DECLS
