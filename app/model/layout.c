/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonLayout: the table of its columns.
 */
#include "model/layout.h"

#include <glib/gi18n-lib.h>

static const MarathonColumn columns[] = {
  { "list", N_ ("List"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonLayout, list),
    .maximum = 64, .required = TRUE },
  { "name", N_ ("Name"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonLayout, name), .maximum = 200 },
  { "columns", N_ ("Columns"), MARATHON_COLUMN_WORDS, G_STRUCT_OFFSET (MarathonLayout, columns) },
  { "sort", N_ ("Order"), MARATHON_COLUMN_WORDS, G_STRUCT_OFFSET (MarathonLayout, sort) },
  { "paper", N_ ("Paper"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonLayout, paper), .maximum = 32 },
};

G_DEFINE_FINAL_TYPE (MarathonLayout, marathon_layout, MARATHON_TYPE_RECORD)

static void
marathon_layout_class_init (MarathonLayoutClass *klass)
{
  marathon_record_class_set_columns (MARATHON_RECORD_CLASS (klass), "layout", columns, G_N_ELEMENTS (columns));
}

static void
marathon_layout_init (MarathonLayout *layout)
{
}
