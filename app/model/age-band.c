/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonAgeBand: the table of its columns.
 */
#include "model/age-band.h"

#include <glib/gi18n-lib.h>

static const MarathonColumn columns[] = {
  { "table", N_ ("Table"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonAgeBand, table), .maximum = 200 },
  { "label", N_ ("Label"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonAgeBand, label),
    .maximum = 100, .required = TRUE },
  { "sex", N_ ("Sex"), MARATHON_COLUMN_ENUM, G_STRUCT_OFFSET (MarathonAgeBand, sex),
    .vocabulary = marathon_sex_words },
  { "from", N_ ("Age from"), MARATHON_COLUMN_UINT, G_STRUCT_OFFSET (MarathonAgeBand, from), .maximum = 150 },
  { "to", N_ ("Age to"), MARATHON_COLUMN_UINT, G_STRUCT_OFFSET (MarathonAgeBand, to), .maximum = 150 },
  { "basis", N_ ("Age basis"), MARATHON_COLUMN_ENUM, G_STRUCT_OFFSET (MarathonAgeBand, basis),
    .vocabulary = marathon_age_basis_words },
};

G_DEFINE_FINAL_TYPE (MarathonAgeBand, marathon_age_band, MARATHON_TYPE_RECORD)

static void
marathon_age_band_class_init (MarathonAgeBandClass *klass)
{
  marathon_record_class_set_columns (MARATHON_RECORD_CLASS (klass), "age-band", columns, G_N_ELEMENTS (columns));
}

static void
marathon_age_band_init (MarathonAgeBand *age)
{
}
