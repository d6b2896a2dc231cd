/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonMedalEvent: the table of its columns.
 */
#include "model/medal-event.h"

#include <glib/gi18n-lib.h>

static const MarathonColumn columns[] = {
  { "name", N_ ("Name"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonMedalEvent, name),
    .maximum = 200, .required = TRUE },
  { "competition", N_ ("Competition"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonMedalEvent, competition),
    .maximum = 200 },
  { "sex", N_ ("Sex"), MARATHON_COLUMN_ENUM, G_STRUCT_OFFSET (MarathonMedalEvent, sex),
    .vocabulary = marathon_sex_words },
  { "mode", N_ ("Mode"), MARATHON_COLUMN_ENUM, G_STRUCT_OFFSET (MarathonMedalEvent, mode),
    .vocabulary = marathon_mode_words },
  { "classes", N_ ("Sport classes"), MARATHON_COLUMN_CLASSES, G_STRUCT_OFFSET (MarathonMedalEvent, classes) },
  { "categories", N_ ("Categories"), MARATHON_COLUMN_REFS, G_STRUCT_OFFSET (MarathonMedalEvent, categories),
    .list = MARATHON_LIST_CATEGORIES },
  { "ranking", N_ ("Ranked by"), MARATHON_COLUMN_ENUM, G_STRUCT_OFFSET (MarathonMedalEvent, ranking),
    .vocabulary = marathon_ranking_words },
};

G_DEFINE_FINAL_TYPE (MarathonMedalEvent, marathon_medal_event, MARATHON_TYPE_RECORD)

static void
marathon_medal_event_class_init (MarathonMedalEventClass *klass)
{
  marathon_record_class_set_columns (MARATHON_RECORD_CLASS (klass), "medal-event", columns, G_N_ELEMENTS (columns));
}

static void
marathon_medal_event_init (MarathonMedalEvent *medal)
{
}
