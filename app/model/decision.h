/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonDecision: what an official decided about two entrants who look like one person.
 */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_DECISION (marathon_decision_get_type ())
G_DECLARE_FINAL_TYPE (MarathonDecision, marathon_decision, MARATHON, DECISION, MarathonRecord)

/** The members are set from their columns (marathon_record_set_text()) and are for reading only. */
struct _MarathonDecision {
  MarathonRecord parent_instance;

  guint64 first;
  guint64 second;
  int verdict; /* MarathonVerdict */
  gint64 decided;
};

G_END_DECLS
