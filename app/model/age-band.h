/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonAgeBand: a row of a table of age groups; membership is computed, never stored.
 */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_AGE_BAND (marathon_age_band_get_type ())
G_DECLARE_FINAL_TYPE (MarathonAgeBand, marathon_age_band, MARATHON, AGE_BAND, MarathonRecord)

/** The members are set from their columns (marathon_record_set_text()) and are for reading only. */
struct _MarathonAgeBand {
  MarathonRecord parent_instance;

  const char *table; /* rows of one table have the same */
  const char *label;
  int sex; /* MarathonSex; unknown: any */
  guint from;
  guint to; /* 0: no upper limit */
  int basis; /* MarathonAgeBasis */
};

G_END_DECLS
