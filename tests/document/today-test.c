/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of document/today.h.
 */
#include "document/today.h"

static void
set_zone (MarathonEvent *event, const char *zone)
{
  MarathonRecord *info = MARATHON_RECORD (marathon_event_get_info (event));

  g_assert_true (marathon_event_set_record_text (event, info, (guint) marathon_record_find_column (info, "time-zone"), zone,
                                                 NULL));
}

/* Between the two ends of the world it is never the same day. */
static void
test_day_is_that_of_the_zone (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  MarathonDate east, west;

  set_zone (event, "Pacific/Kiritimati");
  east = marathon_today_of_event (event);
  set_zone (event, "Pacific/Pago_Pago");
  west = marathon_today_of_event (event);
  g_assert_cmpint (marathon_date_get_kind (east), ==, MARATHON_DATE_KIND_DAY);
  g_assert_cmpint (east, !=, west);
}

static void
test_without_a_zone_it_is_the_computers_own (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  MarathonDate before, after, found, strange;

  do
    {
      g_autoptr (GDateTime) now = g_date_time_new_now_local ();
      g_autoptr (GDateTime) later = NULL;

      before = marathon_date_new_day (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
      set_zone (event, "");
      found = marathon_today_of_event (event);
      set_zone (event, "Nowhere/At_All");
      strange = marathon_today_of_event (event);
      later = g_date_time_new_now_local ();
      after = marathon_date_new_day (g_date_time_get_year (later), g_date_time_get_month (later),
                                     g_date_time_get_day_of_month (later));
    }
  while (before != after);
  g_assert_cmpint (found, ==, before);
  g_assert_cmpint (strange, ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/today/day-is-that-of-the-zone", test_day_is_that_of_the_zone);
  g_test_add_func ("/today/without-a-zone-it-is-the-computers-own", test_without_a_zone_it_is_the_computers_own);
  return g_test_run ();
}
