/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Today.
 */
#include "document/today.h"

static MarathonDate
get_day (GDateTime *now)
{
  return marathon_date_new_day (g_date_time_get_year (now), g_date_time_get_month (now),
                                g_date_time_get_day_of_month (now));
}

MarathonDate
marathon_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return get_day (now);
}

MarathonDate
marathon_today_of_event (MarathonEvent *event)
{
  const char *zone = marathon_event_get_info (event)->time_zone;
  g_autoptr (GTimeZone) time_zone = *zone != '\0' ? g_time_zone_new_identifier (zone) : NULL;
  g_autoptr (GDateTime) now = time_zone != NULL ? g_date_time_new_now (time_zone) : NULL;

  return now != NULL ? get_day (now) : marathon_today ();
}
