/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonStart: the table of its columns.
 */
#include "model/start.h"

#include <glib/gi18n-lib.h>

static const MarathonColumn columns[] = {
  { "name", N_ ("Name"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonStart, name),
    .maximum = 200, .required = TRUE },
  { "place", N_ ("Place"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonStart, place), .maximum = 500 },
  { "ink", N_ ("Text colour"), MARATHON_COLUMN_COLOUR, G_STRUCT_OFFSET (MarathonStart, ink) },
  { "ground", N_ ("Background colour"), MARATHON_COLUMN_COLOUR, G_STRUCT_OFFSET (MarathonStart, ground) },
  { "share", N_ ("Share of the field"), MARATHON_COLUMN_UINT, G_STRUCT_OFFSET (MarathonStart, share),
    .maximum = 100 },
};

G_DEFINE_FINAL_TYPE (MarathonStart, marathon_start, MARATHON_TYPE_RECORD)

static void
marathon_start_class_init (MarathonStartClass *klass)
{
  marathon_record_class_set_columns (MARATHON_RECORD_CLASS (klass), "start", columns, G_N_ELEMENTS (columns));
}

static void
marathon_start_init (MarathonStart *start)
{
}
