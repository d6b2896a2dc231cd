/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The time of printing.
 */
#include "printing/print-time.h"

gint64
marathon_print_time_get (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  guint64 seconds;

  if (epoch != NULL && g_ascii_string_to_unsigned (epoch, 10, 0, G_MAXINT32 * G_GUINT64_CONSTANT (64), &seconds, NULL))
    return (gint64) seconds;
  return g_get_real_time () / G_USEC_PER_SEC;
}

char *
marathon_print_time_format (gint64 time)
{
  g_autoptr (GDateTime) instant = g_date_time_new_from_unix_utc (time);

  return g_date_time_format (instant, "%Y-%m-%d %H:%M UTC");
}
