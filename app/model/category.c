/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonCategory: the table of its columns.
 */
#include "model/category.h"

#include <glib/gi18n-lib.h>

const MarathonWord marathon_category_sex_words[] = {
  { "", N_ ("Everybody") }, { "M", N_ ("Men") }, { "F", N_ ("Women") }, { "X", N_ ("Non-binary") }, { NULL },
};

static const MarathonColumn columns[] = {
  { "name", N_ ("Name"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonCategory, name),
    .maximum = 200, .required = TRUE },
  { "code", N_ ("Code"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonCategory, code), .maximum = 16 },
  { "mode", N_ ("Mode"), MARATHON_COLUMN_ENUM, G_STRUCT_OFFSET (MarathonCategory, mode),
    .vocabulary = marathon_mode_words },
  { "sex", N_ ("Sex"), MARATHON_COLUMN_ENUM, G_STRUCT_OFFSET (MarathonCategory, sex),
    .vocabulary = marathon_category_sex_words },
  { "classes", N_ ("Sport classes"), MARATHON_COLUMN_CLASSES, G_STRUCT_OFFSET (MarathonCategory, classes) },
  { "routes", N_ ("Entry routes"), MARATHON_COLUMN_WORDS, G_STRUCT_OFFSET (MarathonCategory, routes) },
  { "age-from", N_ ("Age from"), MARATHON_COLUMN_UINT, G_STRUCT_OFFSET (MarathonCategory, age_from),
    .maximum = 150 },
  { "age-to", N_ ("Age to"), MARATHON_COLUMN_UINT, G_STRUCT_OFFSET (MarathonCategory, age_to), .maximum = 150 },
  { "age-basis", N_ ("Age basis"), MARATHON_COLUMN_ENUM, G_STRUCT_OFFSET (MarathonCategory, age_basis),
    .vocabulary = marathon_age_basis_words },
  { "guide-rule", N_ ("Guides"), MARATHON_COLUMN_ENUM, G_STRUCT_OFFSET (MarathonCategory, guide_rule),
    .vocabulary = marathon_guide_rule_words },
  { "qualifying", N_ ("Qualifying time"), MARATHON_COLUMN_TIME, G_STRUCT_OFFSET (MarathonCategory, qualifying) },
  { "capacity", N_ ("Capacity"), MARATHON_COLUMN_UINT, G_STRUCT_OFFSET (MarathonCategory, capacity) },
  { "elite", N_ ("Elite"), MARATHON_COLUMN_BOOL, G_STRUCT_OFFSET (MarathonCategory, elite) },
  { "ranking", N_ ("Ranked by"), MARATHON_COLUMN_ENUM, G_STRUCT_OFFSET (MarathonCategory, ranking),
    .vocabulary = marathon_ranking_words },
};

G_DEFINE_FINAL_TYPE (MarathonCategory, marathon_category, MARATHON_TYPE_RECORD)

static void
marathon_category_class_init (MarathonCategoryClass *klass)
{
  marathon_record_class_set_columns (MARATHON_RECORD_CLASS (klass), "category", columns, G_N_ELEMENTS (columns));
}

static void
marathon_category_init (MarathonCategory *category)
{
}
