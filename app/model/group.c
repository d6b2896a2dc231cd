/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonGroup: the table of its columns.
 */
#include "model/group.h"

#include <glib/gi18n-lib.h>

static const MarathonColumn columns[] = {
  { "name", N_ ("Name"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonGroup, name),
    .maximum = 200, .required = TRUE },
  { "kind", N_ ("Kind"), MARATHON_COLUMN_ENUM, G_STRUCT_OFFSET (MarathonGroup, kind),
    .vocabulary = marathon_group_kind_words },
  { "together", N_ ("Start together"), MARATHON_COLUMN_BOOL, G_STRUCT_OFFSET (MarathonGroup, together) },
  { "bib", N_ ("Shared bib"), MARATHON_COLUMN_BIB, G_STRUCT_OFFSET (MarathonGroup, bib) },
  { "scoring", N_ ("Scoring"), MARATHON_COLUMN_ENUM, G_STRUCT_OFFSET (MarathonGroup, scoring),
    .vocabulary = marathon_scoring_words },
  { "target", N_ ("Time to beat"), MARATHON_COLUMN_TIME, G_STRUCT_OFFSET (MarathonGroup, target) },
  { "charity", N_ ("Charity"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonGroup, charity), .maximum = 500 },
  { "load", N_ ("Load or costume"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonGroup, load), .maximum = 500 },
};

G_DEFINE_FINAL_TYPE (MarathonGroup, marathon_group, MARATHON_TYPE_RECORD)

static void
marathon_group_class_init (MarathonGroupClass *klass)
{
  marathon_record_class_set_columns (MARATHON_RECORD_CLASS (klass), "group", columns, G_N_ELEMENTS (columns));
}

static void
marathon_group_init (MarathonGroup *group)
{
}
