/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonMedalEvent: a championship inside the race, over several classes or categories; membership is computed.
 */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_MEDAL_EVENT (marathon_medal_event_get_type ())
G_DECLARE_FINAL_TYPE (MarathonMedalEvent, marathon_medal_event, MARATHON, MEDAL_EVENT, MarathonRecord)

/** The members are set from their columns (marathon_record_set_text()) and are for reading only. */
struct _MarathonMedalEvent {
  MarathonRecord parent_instance;

  const char *name;
  const char *competition; /* such as a World Cup */
  int sex; /* MarathonSex; unknown: any */
  int mode; /* MarathonMode */
  const guint16 *classes; /* empty: any */
  const guint32 *categories; /* empty: any */
  int ranking; /* MarathonRanking */
};

G_END_DECLS
