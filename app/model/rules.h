/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonRules: the rule settings of an event.
 */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_RULES (marathon_rules_get_type ())
G_DECLARE_FINAL_TYPE (MarathonRules, marathon_rules, MARATHON, RULES, MarathonRecord)

/** The members are set from their columns (marathon_record_set_text()) and are for reading only. */
struct _MarathonRules {
  MarathonRecord parent_instance;

  int age_basis; /* MarathonAgeBasis */
  guint minimum_age; /* 0: none */
  guint guides_max; /* the most that an athlete may have (domain.md A2) */
  const char *const *exchange_points; /* in kilometres */
  MarathonTime default_predicted; /* none: such entrants go to the slowest wave */
  gboolean minors_withheld; /* on public lists, those under 18 (domain.md E) */
};

G_END_DECLS
