/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonRecordToBeat: the table of its columns.
 */
#include "model/record-to-beat.h"

#include <glib/gi18n-lib.h>

static const MarathonColumn columns[] = {
  { "name", N_ ("Name"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonRecordToBeat, name),
    .maximum = 200, .required = TRUE },
  { "scope", N_ ("Scope"), MARATHON_COLUMN_ENUM, G_STRUCT_OFFSET (MarathonRecordToBeat, scope),
    .vocabulary = marathon_record_scope_words },
  { "sex", N_ ("Sex"), MARATHON_COLUMN_ENUM, G_STRUCT_OFFSET (MarathonRecordToBeat, sex),
    .vocabulary = marathon_sex_words },
  { "mode", N_ ("Mode"), MARATHON_COLUMN_ENUM, G_STRUCT_OFFSET (MarathonRecordToBeat, mode),
    .vocabulary = marathon_mode_words },
  { "classes", N_ ("Sport classes"), MARATHON_COLUMN_CLASSES, G_STRUCT_OFFSET (MarathonRecordToBeat, classes) },
  { "field", N_ ("Field"), MARATHON_COLUMN_ENUM, G_STRUCT_OFFSET (MarathonRecordToBeat, field),
    .vocabulary = marathon_record_field_words },
  { "scoring", N_ ("Of a group"), MARATHON_COLUMN_ENUM, G_STRUCT_OFFSET (MarathonRecordToBeat, scoring),
    .vocabulary = marathon_scoring_words },
  { "time", N_ ("Time"), MARATHON_COLUMN_TIME, G_STRUCT_OFFSET (MarathonRecordToBeat, time) },
  { "holder", N_ ("Holder"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonRecordToBeat, holder), .maximum = 500 },
  { "nation", N_ ("Nation"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonRecordToBeat, nation), .maximum = 100 },
  { "date", N_ ("Date"), MARATHON_COLUMN_DATE, G_STRUCT_OFFSET (MarathonRecordToBeat, date) },
  { "year", N_ ("Year"), MARATHON_COLUMN_UINT, G_STRUCT_OFFSET (MarathonRecordToBeat, year), .maximum = 9999 },
  { "place", N_ ("Place"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonRecordToBeat, place), .maximum = 500 },
  { "ratified", N_ ("Ratified"), MARATHON_COLUMN_BOOL, G_STRUCT_OFFSET (MarathonRecordToBeat, ratified) },
};

G_DEFINE_FINAL_TYPE (MarathonRecordToBeat, marathon_record_to_beat, MARATHON_TYPE_RECORD)

static void
marathon_record_to_beat_class_init (MarathonRecordToBeatClass *klass)
{
  marathon_record_class_set_columns (MARATHON_RECORD_CLASS (klass), "record", columns, G_N_ELEMENTS (columns));
}

static void
marathon_record_to_beat_init (MarathonRecordToBeat *record)
{
}
