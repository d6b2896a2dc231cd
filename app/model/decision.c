/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonDecision: the table of its columns.
 */
#include "model/decision.h"

#include <glib/gi18n-lib.h>

static const MarathonColumn columns[] = {
  { "first", N_ ("First"), MARATHON_COLUMN_ENTRANT, G_STRUCT_OFFSET (MarathonDecision, first), .required = TRUE },
  { "second", N_ ("Second"), MARATHON_COLUMN_ENTRANT, G_STRUCT_OFFSET (MarathonDecision, second), .required = TRUE },
  { "verdict", N_ ("Decision"), MARATHON_COLUMN_ENUM, G_STRUCT_OFFSET (MarathonDecision, verdict),
    .vocabulary = marathon_verdict_words },
  { "decided", N_ ("Decided"), MARATHON_COLUMN_INSTANT, G_STRUCT_OFFSET (MarathonDecision, decided) },
};

G_DEFINE_FINAL_TYPE (MarathonDecision, marathon_decision, MARATHON_TYPE_RECORD)

static void
marathon_decision_class_init (MarathonDecisionClass *klass)
{
  marathon_record_class_set_columns (MARATHON_RECORD_CLASS (klass), "decision", columns, G_N_ELEMENTS (columns));
}

static void
marathon_decision_init (MarathonDecision *decision)
{
}
