/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonCategory: a start category: what an entrant starts in, decided by the category plan.
 */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_CATEGORY (marathon_category_get_type ())
G_DECLARE_FINAL_TYPE (MarathonCategory, marathon_category, MARATHON, CATEGORY, MarathonRecord)

/** The members are set from their columns (marathon_record_set_text()) and are for reading only. */
struct _MarathonCategory {
  MarathonRecord parent_instance;

  const char *name;
  const char *code; /* short, for lists and bibs */
  int mode; /* MarathonMode */
  int sex; /* MarathonSex; unknown: any */
  const guint16 *classes; /* empty: not for para athletes only */
  const char *const *routes; /* empty: any */
  guint age_from; /* 0: no lower limit */
  guint age_to; /* 0: no upper limit */
  int age_basis; /* MarathonAgeBasis */
  int guide_rule; /* MarathonGuideRule */
  MarathonTime qualifying; /* slowest qualifying time or personal best admitted; none: no limit */
  guint capacity; /* 0: no limit */
  gboolean elite; /* public lists show sport classes */
  int ranking; /* MarathonRanking */
};

/** The words of marathon_sex_words, with labels for those of that sex: none means everybody. */
extern const MarathonWord marathon_category_sex_words[];

G_END_DECLS
