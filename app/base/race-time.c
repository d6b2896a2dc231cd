/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Canonical texts of race times, times of the day and instants.
 * Parsing and writing run a million times for one file, so they read and place digits by hand.
 */
#include "base/race-time.h"

#include "base/date.h"

#include <string.h>

#define TENTHS_OF_SECOND 10
#define TENTHS_OF_MINUTE 600
#define TENTHS_OF_HOUR 36000

#define SECONDS_OF_MINUTE 60
#define SECONDS_OF_HOUR 3600
#define SECONDS_OF_DAY 86400
/* 1 January 1970, and the last day of year 9999, as GDate counts them. */
#define JULIAN_OF_EPOCH 719163
#define JULIAN_MAX 3652059

/* Bytes of "2014-04-13" and of "2014-04-13T09:00:00Z". */
#define DAY_LENGTH 10
#define INSTANT_LENGTH 20

/* The value of two ASCII digits below @limit, or -1. Stops at the first other byte, so it never reads past a NUL. */
static inline int
read_two_digits (const char *text, int limit)
{
  int value;

  if (!g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]))
    return -1;
  value = (text[0] - '0') * 10 + (text[1] - '0');
  return value < limit ? value : -1;
}

static inline char *
put_two_digits (char *at, int value)
{
  at[0] = (char)('0' + value / 10);
  at[1] = (char)('0' + value % 10);
  return at + 2;
}

/* As many digits as @value needs. */
static char *
put_number (char *at, int value)
{
  if (value >= 10)
    at = put_number (at, value / 10);
  *at++ = (char)('0' + value % 10);
  return at;
}

/* Reads "mm:ss" and returns the seconds, or -1. */
static inline int
read_minutes_and_seconds (const char *text)
{
  int minutes;
  int seconds;

  minutes = read_two_digits (text, 60);
  if (minutes < 0 || text[2] != ':')
    return -1;
  seconds = read_two_digits (text + 3, 60);
  if (seconds < 0)
    return -1;
  return minutes * SECONDS_OF_MINUTE + seconds;
}

gboolean
marathon_time_parse (const char *text, MarathonTime *time)
{
  const char *at = text;
  int hours = 0;
  int seconds;
  int tenths;

  g_return_val_if_fail (text != NULL && time != NULL, FALSE);

  if (*text == '\0')
    {
      *time = MARATHON_TIME_NONE;
      return TRUE;
    }

  while (at < text + 2 && g_ascii_isdigit (*at))
    hours = hours * 10 + (*at++ - '0');
  if (at == text || *at != ':')
    return FALSE;
  seconds = read_minutes_and_seconds (at + 1);
  if (seconds < 0)
    return FALSE;
  at += strlen (":mm:ss");

  tenths = (hours * SECONDS_OF_HOUR + seconds) * TENTHS_OF_SECOND;
  if (at[0] == '.' && g_ascii_isdigit (at[1]))
    {
      tenths += at[1] - '0';
      at += 2;
    }
  /* "0:00:00" is no time that somebody ran, and "" says that there is none. */
  if (*at != '\0' || tenths == MARATHON_TIME_NONE)
    return FALSE;
  *time = tenths;
  return TRUE;
}

gsize
marathon_time_write (MarathonTime time, char *buffer)
{
  char *at = buffer;

  /* Sums over a group may exceed MARATHON_TIME_MAX; any value of the type fits the sixteen bytes. */
  if (time > MARATHON_TIME_NONE)
    {
      at = put_number (at, time / TENTHS_OF_HOUR);
      *at++ = ':';
      at = put_two_digits (at, time / TENTHS_OF_MINUTE % 60);
      *at++ = ':';
      at = put_two_digits (at, time / TENTHS_OF_SECOND % 60);
      if (time % TENTHS_OF_SECOND != 0)
        {
          *at++ = '.';
          *at++ = (char)('0' + time % TENTHS_OF_SECOND);
        }
    }
  *at = '\0';
  return (gsize)(at - buffer);
}

char *
marathon_time_format (MarathonTime time)
{
  char buffer[16];
  gsize length = marathon_time_write (time, buffer);

  return g_strndup (buffer, length);
}

MarathonTime
marathon_time_round_up (MarathonTime time)
{
  MarathonTime fraction = time % TENTHS_OF_SECOND;

  if (time <= MARATHON_TIME_NONE || fraction == 0)
    return MAX (time, MARATHON_TIME_NONE);
  return time - fraction + TENTHS_OF_SECOND;
}

char *
marathon_time_format_official (MarathonTime time)
{
  return marathon_time_format (marathon_time_round_up (time));
}

/* Reads "hh:mm", or "hh:mm:ss" where @with_seconds, at the start of @text; -1 where there is none. */
static int
read_clock (const char *text, gboolean with_seconds)
{
  int hours;
  int minutes;
  int seconds = 0;

  hours = read_two_digits (text, 24);
  if (hours < 0 || text[2] != ':')
    return -1;
  minutes = read_two_digits (text + 3, 60);
  if (minutes < 0)
    return -1;
  if (with_seconds)
    seconds = text[5] == ':' ? read_two_digits (text + 6, 60) : -1;
  if (seconds < 0)
    return -1;
  return hours * SECONDS_OF_HOUR + minutes * SECONDS_OF_MINUTE + seconds;
}

static char *
put_clock (char *at, int seconds, gboolean with_seconds)
{
  at = put_two_digits (at, seconds / SECONDS_OF_HOUR);
  *at++ = ':';
  at = put_two_digits (at, seconds / SECONDS_OF_MINUTE % 60);
  if (!with_seconds)
    return at;
  *at++ = ':';
  return put_two_digits (at, seconds % 60);
}

gboolean
marathon_clock_parse (const char *text, int *seconds)
{
  gsize length;
  int found;

  g_return_val_if_fail (text != NULL && seconds != NULL, FALSE);

  if (*text == '\0')
    {
      *seconds = MARATHON_CLOCK_NONE;
      return TRUE;
    }
  length = strlen (text);
  if (length != strlen ("hh:mm") && length != strlen ("hh:mm:ss"))
    return FALSE;
  found = read_clock (text, length == strlen ("hh:mm:ss"));
  if (found < 0)
    return FALSE;
  *seconds = found;
  return TRUE;
}

char *
marathon_clock_format (int seconds)
{
  char buffer[16];
  char *end;

  g_return_val_if_fail (seconds < SECONDS_OF_DAY, g_strdup (""));

  if (seconds < 0)
    return g_strdup ("");
  end = put_clock (buffer, seconds, seconds % 60 != 0);
  return g_strndup (buffer, (gsize)(end - buffer));
}

gboolean
marathon_instant_parse (const char *text, gint64 *instant)
{
  char day_text[DAY_LENGTH + 1];
  MarathonDate day;
  gint64 found;
  int seconds;

  g_return_val_if_fail (text != NULL && instant != NULL, FALSE);

  if (*text == '\0')
    {
      *instant = 0;
      return TRUE;
    }
  if (strlen (text) != INSTANT_LENGTH || text[DAY_LENGTH] != 'T' || text[INSTANT_LENGTH - 1] != 'Z')
    return FALSE;

  memcpy (day_text, text, DAY_LENGTH);
  day_text[DAY_LENGTH] = '\0';
  if (!marathon_date_parse (day_text, &day) || marathon_date_get_kind (day) != MARATHON_DATE_KIND_DAY)
    return FALSE;
  seconds = read_clock (text + DAY_LENGTH + 1, TRUE);
  if (seconds < 0)
    return FALSE;

  found = ((gint64)marathon_date_get_julian (day) - JULIAN_OF_EPOCH) * SECONDS_OF_DAY + seconds;
  /* The first second of 1970 is kept for "none", and "" says that. */
  if (found == 0)
    return FALSE;
  *instant = found;
  return TRUE;
}

char *
marathon_instant_format (gint64 instant)
{
  gint64 days = instant / SECONDS_OF_DAY;
  gint64 seconds = instant % SECONDS_OF_DAY;
  char buffer[INSTANT_LENGTH + 1];
  GDate day;
  char *at;

  if (instant == 0)
    return g_strdup ("");
  if (seconds < 0)
    {
      seconds += SECONDS_OF_DAY;
      days--;
    }
  g_return_val_if_fail (days > -JULIAN_OF_EPOCH && days <= JULIAN_MAX - JULIAN_OF_EPOCH, g_strdup (""));

  g_date_clear (&day, 1);
  g_date_set_julian (&day, (guint32)(days + JULIAN_OF_EPOCH));
  at = buffer
       + marathon_date_write (
           marathon_date_new_day (g_date_get_year (&day), (int)g_date_get_month (&day), g_date_get_day (&day)), buffer);
  *at++ = 'T';
  at = put_clock (at, (int)seconds, TRUE);
  *at++ = 'Z';
  return g_strndup (buffer, (gsize)(at - buffer));
}
