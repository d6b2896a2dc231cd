/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEventInfo: the table of its columns.
 */
#include "model/event-info.h"

#include <glib/gi18n-lib.h>

static const MarathonColumn columns[] = {
  { "title", N_ ("Title"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonEventInfo, title), .maximum = 500 },
  { "edition", N_ ("Edition"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonEventInfo, edition), .maximum = 100 },
  { "date", N_ ("Date"), MARATHON_COLUMN_DATE, G_STRUCT_OFFSET (MarathonEventInfo, date) },
  { "place", N_ ("Place"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonEventInfo, place), .maximum = 500 },
  { "time-zone", N_ ("Time zone"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonEventInfo, time_zone),
    .maximum = 100 },
  { "language", N_ ("Language"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonEventInfo, language),
    .maximum = 35 },
  { "organiser", N_ ("Organiser"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonEventInfo, organiser),
    .maximum = 500 },
};

G_DEFINE_FINAL_TYPE (MarathonEventInfo, marathon_event_info, MARATHON_TYPE_RECORD)

static void
marathon_event_info_class_init (MarathonEventInfoClass *klass)
{
  marathon_record_class_set_columns (MARATHON_RECORD_CLASS (klass), "event", columns, G_N_ELEMENTS (columns));
}

static void
marathon_event_info_init (MarathonEventInfo *event)
{
}
