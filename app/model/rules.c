/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonRules: the table of its columns.
 */
#include "model/rules.h"

#include <glib/gi18n-lib.h>

static const MarathonColumn columns[] = {
  { "age-basis", N_ ("Age basis"), MARATHON_COLUMN_ENUM, G_STRUCT_OFFSET (MarathonRules, age_basis),
    .vocabulary = marathon_age_basis_words, .initial = "race-day" },
  { "minimum-age", N_ ("Minimum age"), MARATHON_COLUMN_UINT, G_STRUCT_OFFSET (MarathonRules, minimum_age),
    .maximum = 150 },
  { "guides-max", N_ ("Guides per athlete"), MARATHON_COLUMN_UINT, G_STRUCT_OFFSET (MarathonRules, guides_max),
    .maximum = 4, .initial = "2" },
  { "exchange-points", N_ ("Guide exchange points"), MARATHON_COLUMN_WORDS, G_STRUCT_OFFSET (MarathonRules, exchange_points),
    .initial = "10;20;30" },
  { "default-predicted", N_ ("Predicted time where none is given"), MARATHON_COLUMN_TIME,
    G_STRUCT_OFFSET (MarathonRules, default_predicted) },
  { "minors-withheld", N_ ("Withhold the names of minors"), MARATHON_COLUMN_BOOL, G_STRUCT_OFFSET (MarathonRules, minors_withheld),
    .initial = "yes" },
};

G_DEFINE_FINAL_TYPE (MarathonRules, marathon_rules, MARATHON_TYPE_RECORD)

static void
marathon_rules_class_init (MarathonRulesClass *klass)
{
  marathon_record_class_set_columns (MARATHON_RECORD_CLASS (klass), "rules", columns, G_N_ELEMENTS (columns));
}

static void
marathon_rules_init (MarathonRules *rules)
{
}
