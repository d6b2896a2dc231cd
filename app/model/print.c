/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPrint: the table of its columns.
 */
#include "model/print.h"

#include <glib/gi18n-lib.h>

static const MarathonColumn columns[] = {
  { "list", N_ ("List"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonPrint, list),
    .maximum = 64, .required = TRUE },
  { "printed", N_ ("Printed"), MARATHON_COLUMN_INSTANT, G_STRUCT_OFFSET (MarathonPrint, printed) },
  { "audience", N_ ("For whom"), MARATHON_COLUMN_ENUM, G_STRUCT_OFFSET (MarathonPrint, audience),
    .vocabulary = marathon_audience_words },
  { "rows", N_ ("Rows"), MARATHON_COLUMN_UINT, G_STRUCT_OFFSET (MarathonPrint, rows) },
  { "note", N_ ("Note"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonPrint, note), .maximum = 1000 },
};

G_DEFINE_FINAL_TYPE (MarathonPrint, marathon_print, MARATHON_TYPE_RECORD)

static void
marathon_print_class_init (MarathonPrintClass *klass)
{
  marathon_record_class_set_columns (MARATHON_RECORD_CLASS (klass), "print", columns, G_N_ELEMENTS (columns));
}

static void
marathon_print_init (MarathonPrint *print)
{
}
