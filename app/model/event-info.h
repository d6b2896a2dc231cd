/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEventInfo: what the event is: the attributes of the root of the project file.
 */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_EVENT_INFO (marathon_event_info_get_type ())
G_DECLARE_FINAL_TYPE (MarathonEventInfo, marathon_event_info, MARATHON, EVENT_INFO, MarathonRecord)

/** The members are set from their columns (marathon_record_set_text()) and are for reading only. */
struct _MarathonEventInfo {
  MarathonRecord parent_instance;

  const char *title;
  const char *edition; /* such as “34th” */
  MarathonDate date; /* race day */
  const char *place;
  const char *time_zone; /* IANA name such as Europe/London */
  const char *language; /* BCP 47 tag; decides the alphabetical order */
  const char *organiser;
};

G_END_DECLS
