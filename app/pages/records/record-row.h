/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonRecordRow: a record in the list of its page: name, what it is in a line, its colours, and how full it is.
 */
#pragma once

#include <adwaita.h>

#include "model/record.h"
#include "planning/fills.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_RECORD_ROW (marathon_record_row_get_type ())
G_DECLARE_FINAL_TYPE (MarathonRecordRow, marathon_record_row, MARATHON, RECORD_ROW, GtkListBoxRow)

/** Where a row stands in a list that has headings. */
typedef enum {
  MARATHON_RECORD_ROW_PLAIN,
  MARATHON_RECORD_ROW_HEADING, /* of those that follow: in its own colours */
  MARATHON_RECORD_ROW_MEMBER,  /* below a heading */
} MarathonRecordRowRank;

GtkWidget *marathon_record_row_new (MarathonRecord *record);

MarathonRecord *marathon_record_row_get_record (MarathonRecordRow *row);

/** Shows the record as it is now. */
void marathon_record_row_show (MarathonRecordRow *row, MarathonEvent *event, MarathonRecordRowRank rank,
                               MarathonFill fill);

G_END_DECLS
