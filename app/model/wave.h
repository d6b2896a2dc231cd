/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonWave: a wave: people of one start who are sent off together.
 */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_WAVE (marathon_wave_get_type ())
G_DECLARE_FINAL_TYPE (MarathonWave, marathon_wave, MARATHON, WAVE, MarathonRecord)

/** The members are set from their columns (marathon_record_set_text()) and are for reading only. */
struct _MarathonWave {
  MarathonRecord parent_instance;

  guint32 start;
  const char *name;
  int time; /* local wall time */
  guint capacity; /* people, guides included; 0: no limit */
  guint headroom; /* places of the capacity that the plan leaves free */
  MarathonTime from; /* fastest predicted time, included; none: no limit */
  MarathonTime to; /* slowest predicted time, not included; none: no limit */
  const guint32 *categories; /* empty: any category that no other wave names */
  const char *const *routes; /* empty: any */
};

/** Returns: (transfer full): the name with that of its start, "Red 2", where there are several and it does not say so. */
char *marathon_wave_get_full_name (MarathonWave *wave, MarathonEvent *event);

G_END_DECLS
