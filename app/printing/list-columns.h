/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one table of the columns that lists of entrants have: heading, shape on paper, who may see them, and their texts.
 */
#pragma once

#include "printing/list-text.h"
#include "printing/report.h"

G_BEGIN_DECLS

typedef enum {
  MARATHON_LIST_COLUMN_BIB,
  MARATHON_LIST_COLUMN_NAME,
  MARATHON_LIST_COLUMN_TICK, /* a box to tick: the bib has been collected */
  MARATHON_LIST_COLUMN_SEX,
  MARATHON_LIST_COLUMN_NATION,
  MARATHON_LIST_COLUMN_BORN,
  MARATHON_LIST_COLUMN_CLUB,
  MARATHON_LIST_COLUMN_TOWN,
  MARATHON_LIST_COLUMN_CLASS,
  MARATHON_LIST_COLUMN_CATEGORY,
  MARATHON_LIST_COLUMN_WAVE,
  MARATHON_LIST_COLUMN_START_TIME,
  MARATHON_LIST_COLUMN_STATUS, /* for lists that have not only those who are accepted */
  MARATHON_LIST_COLUMN_PB,
  MARATHON_LIST_COLUMN_HONOURS,
  MARATHON_LIST_COLUMN_KNOWN_AS,
  MARATHON_LIST_COLUMN_STARTS,
  MARATHON_LIST_COLUMN_GROUP,
  MARATHON_LIST_COLUMN_CHARITY,
  MARATHON_LIST_COLUMN_LOAD,
  MARATHON_LIST_COLUMN_TAGS,
  MARATHON_LIST_COLUMN_LICENCE,
  MARATHON_LIST_COLUMN_WAIVER,
  MARATHON_LIST_COLUMN_NOTE,
  MARATHON_LIST_COLUMN_EMERGENCY_NAME,
  MARATHON_LIST_COLUMN_EMERGENCY_PHONE,
  MARATHON_LIST_COLUMN_MEDICAL,
  MARATHON_N_LIST_COLUMNS,
} MarathonListColumnId;

/** Returns: (transfer none): how the column looks; its heading is translated. */
void marathon_list_column_describe (MarathonListColumnId id, MarathonReportColumn *column);

/** Whether the audience of @text may see the column. */
gboolean marathon_list_column_is_for (MarathonListColumnId id, const MarathonListText *text);

/** Whether the column is left out where nobody on the list has anything in it. */
gboolean marathon_list_column_is_optional (MarathonListColumnId id);

/** Appends the cell of an entrant; nothing where the entrant does not want it published. */
void marathon_list_column_append (MarathonListColumnId   id,
                                  MarathonListText      *text,
                                  const MarathonEntrant *entrant,
                                  MarathonPublish        publish,
                                  GString               *out);

/** The same for a guide's row. */
void marathon_list_column_append_guide (MarathonListColumnId   id,
                                        MarathonListText      *text,
                                        const MarathonEntrant *athlete,
                                        const MarathonGuide   *guide,
                                        GString               *out);

G_END_DECLS
