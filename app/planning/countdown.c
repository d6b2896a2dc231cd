/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days in words.
 */
#include "planning/countdown.h"

#include <glib/gi18n-lib.h>

char *
marathon_countdown_describe (MarathonDate day, MarathonDate today)
{
  gint64 left;

  if (day == MARATHON_DATE_UNKNOWN)
    return g_strdup ("");
  left = (gint64) marathon_date_get_julian (day) - marathon_date_get_julian (today);
  if (left == 0)
    return g_strdup (_ ("Today"));
  if (left == 1)
    return g_strdup (_ ("Tomorrow"));
  if (left == -1)
    return g_strdup (_ ("Yesterday"));
  if (left > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u day to go", "%'u days to go", (gulong) left), (guint) left);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u day ago", "%'u days ago", (gulong) -left), (guint) -left);
}

char *
marathon_countdown_describe_day (MarathonDate day)
{
  GDate date;
  g_autoptr (GDateTime) noon = NULL;

  if (day == MARATHON_DATE_UNKNOWN)
    return g_strdup ("");
  g_date_clear (&date, 1);
  g_date_set_julian (&date, marathon_date_get_julian (day));
  noon = g_date_time_new_utc (g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date), 12, 0, 0);
  /* Translators: a race day as g_date_time_format() writes it: "Sunday, 13 April 2014". */
  return g_date_time_format (noon, _ ("%A, %-d %B %Y"));
}
