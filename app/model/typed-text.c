/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Typed dates and times.
 */
#include "model/typed-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Metres in a second that nobody covers over a whole course, downhill in a racing chair neither. */
#define TOO_FAST 12

/* What is typed without colons must be done within a day, in tenths of a second. */
#define TOO_LONG (24 * 36000)

/* How far in the future a day may be whose year has two digits. */
#define YEARS_AHEAD 50

/* --- How dates are written where the event is --- */

/* Whether the language itself, without its region, is @code. */
static gboolean
is_language (const char *language, const char *code)
{
  gsize length = strcspn (language, "-_.@");

  return strlen (code) == length && g_ascii_strncasecmp (language, code, length) == 0;
}

/* The region of "en-US", "en_US.UTF-8" and "en-Latn-US"; "" where there is none. */
static void
find_region (const char *language, char region[3])
{
  const char *part = language + strcspn (language, "-_.@");

  region[0] = '\0';
  while (*part == '-' || *part == '_')
    {
      gsize length = strcspn (++part, "-_.@");

      if (length == 2)
        {
          g_strlcpy (region, part, 3);
          return;
        }
      part += length;
    }
}

static gboolean
is_american (const char *time_zone)
{
  return g_str_has_prefix (time_zone, "America/") || g_str_has_prefix (time_zone, "US/");
}

static MarathonDateOrder
get_order (const char *language, const char *time_zone)
{
  static const char *const year_first[] = { "hu", "ja", "ko", "lt", "zh" };
  char region[3];

  find_region (language, region);
  if (g_ascii_strcasecmp (region, "US") == 0)
    return MARATHON_DATE_ORDER_MDY;
  for (gsize i = 0; i < G_N_ELEMENTS (year_first); i++)
    if (is_language (language, year_first[i]))
      return MARATHON_DATE_ORDER_YMD;
  /* English alone may be of either side of the ocean. */
  if (*region == '\0' && (*language == '\0' || is_language (language, "en")) && is_american (time_zone))
    return MARATHON_DATE_ORDER_MDY;
  return MARATHON_DATE_ORDER_DMY;
}

/* --- Dates --- */

/* The last day that two digits of a year can mean. */
static MarathonDate
get_latest (MarathonFieldType type, MarathonDate today)
{
  if (type == MARATHON_FIELD_TYPE_BIRTH || marathon_date_get_kind (today) != MARATHON_DATE_KIND_DAY)
    return today;
  return marathon_date_new_day (marathon_date_get_year (today) + YEARS_AHEAD, 12, 31);
}

gboolean
marathon_typed_date (const char *language, const char *time_zone, MarathonFieldType type, const char *text,
                     MarathonDate today, MarathonDate *date)
{
  MarathonDateOrder order = get_order (language, time_zone);
  MarathonDate latest = get_latest (type, today), found;

  /* Also where the year goes first, people write 3.7.1985. */
  if (!marathon_date_parse_foreign (text, order, latest, &found)
      && !marathon_date_parse_foreign (text, MARATHON_DATE_ORDER_DMY, latest, &found))
    return FALSE;
  if (type != MARATHON_FIELD_TYPE_BIRTH && found != MARATHON_DATE_UNKNOWN
      && marathon_date_get_kind (found) != MARATHON_DATE_KIND_DAY)
    return FALSE;
  *date = found;
  return TRUE;
}

/* --- Why it is no date --- */

typedef struct {
  guint value;
  gsize digits;
} Number;

/* "30.2.1985" as three numbers. */
static gboolean
split_numbers (const char *text, Number numbers[3])
{
  const char *at = text;

  for (guint i = 0; i < 3; i++)
    {
      numbers[i].digits = strspn (at, "0123456789");
      if (numbers[i].digits < 1 || numbers[i].digits > 4)
        return FALSE;
      numbers[i].value = (guint) g_ascii_strtoull (at, NULL, 10);
      at += numbers[i].digits;
      if (i < 2 && strspn (at, "./- ") == 0)
        return FALSE;
      at += i < 2 ? strspn (at, "./- ") : 0;
    }
  return *at == '\0';
}

static char *
explain_day (const Number *year, guint month, guint day)
{
  g_autoptr (GDateTime) first = NULL;
  g_autofree char *name = NULL;
  gboolean exists;

  if (month < 1 || month > 12)
    return g_strdup_printf (_ ("There is no month %u"), month);
  /* In a leap year, so that 29 February is a matter of the year. */
  exists = marathon_date_new_day (2000, (int) month, (int) day) != MARATHON_DATE_UNKNOWN;
  if (exists && (month != 2 || day != 29 || year->digits != 4))
    return NULL;
  first = g_date_time_new_utc (2000, (int) month, 1, 0, 0, 0);
  name = g_date_time_format (first, "%B");
  if (exists)
    /* Translators: a day, the name of its month, and a year that has no such day. */
    return g_strdup_printf (_ ("There is no %u %s in %u"), day, name, year->value);
  /* Translators: a day and the name of a month that has no such day: "There is no 30 February". */
  return g_strdup_printf (_ ("There is no %u %s"), day, name);
}

char *
marathon_typed_date_explain (const char *language, const char *time_zone, const char *text)
{
  MarathonDateOrder order = get_order (language, time_zone);
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  char *sentence = NULL;
  Number parts[3];

  if (split_numbers (stripped, parts))
    {
      if (parts[0].digits == 4)
        sentence = explain_day (&parts[0], parts[1].value, parts[2].value);
      else if (order == MARATHON_DATE_ORDER_MDY && parts[0].value <= 12)
        sentence = explain_day (&parts[2], parts[0].value, parts[1].value);
      else
        sentence = explain_day (&parts[2], parts[1].value, parts[0].value);
    }
  return sentence != NULL ? sentence : g_strdup_printf (_ ("“%s” is not a date such as 1985-07-03"), stripped);
}

/* --- Times --- */

static gboolean
is_too_fast (MarathonTime time, guint length)
{
  return time != MARATHON_TIME_NONE && (guint64) time * TOO_FAST < (guint64) length * 10;
}

/* 45:30 is minutes and seconds, unless nobody is as fast as that. */
static gboolean
parse_time (const char *text, guint length, MarathonTime *time)
{
  if (marathon_time_parse (text, time))
    return TRUE;
  if (length == 0)
    return marathon_time_parse_foreign (text, MARATHON_TIME_HINT_NONE, time);
  if (!marathon_time_parse_foreign (text, MARATHON_TIME_HINT_MINUTES, time))
    return marathon_time_parse_foreign (text, MARATHON_TIME_HINT_HOURS, time);
  return !is_too_fast (*time, length) || marathon_time_parse_foreign (text, MARATHON_TIME_HINT_HOURS, time);
}

/* What was typed on a number pad with its colons: 345, 3.45 and 3,45 as 3:45, 34510 as 3:45:10. %NULL for another. */
static char *
add_colons (const char *text)
{
  gsize digits = strspn (text, "0123456789");
  const char *rest = text + digits;

  if (*rest == '\0' && (digits == 3 || digits == 4))
    return g_strdup_printf ("%.*s:%s", (int) digits - 2, text, rest - 2);
  if (*rest == '\0' && (digits == 5 || digits == 6))
    return g_strdup_printf ("%.*s:%.2s:%s", (int) digits - 4, text, rest - 4, rest - 2);
  if ((*rest == '.' || *rest == ',') && digits >= 1 && digits <= 3 && strspn (rest + 1, "0123456789") == 2
      && rest[3] == '\0')
    return g_strdup_printf ("%.*s:%s", (int) digits, text, rest + 1);
  return NULL;
}

static char *
read_time (MarathonEvent *event, const char *text)
{
  guint length = marathon_event_get_course (event)->length;
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *written = add_colons (stripped);
  MarathonTime time;

  if (!parse_time (written != NULL ? written : text, length, &time))
    return g_strdup (text);
  if (written != NULL && (time > TOO_LONG || is_too_fast (time, length)))
    return g_strdup (text);
  return marathon_time_format (time);
}

/* --- Fields --- */

static gboolean
is_date (MarathonFieldType type)
{
  return type == MARATHON_FIELD_TYPE_BIRTH || type == MARATHON_FIELD_TYPE_DAY;
}

static gboolean
read_date (MarathonEvent *event, MarathonFieldType type, const char *text, MarathonDate today, MarathonDate *date)
{
  const MarathonEventInfo *info = marathon_event_get_info (event);

  return marathon_typed_date (info->language, info->time_zone, type, text, today, date);
}

char *
marathon_typed_text_to_canonical (MarathonEvent *event, MarathonFieldType type, const char *text, MarathonDate today)
{
  MarathonDate date;

  if (type == MARATHON_FIELD_TYPE_TIME)
    return read_time (event, text);
  if (is_date (type) && read_date (event, type, text, today, &date))
    return marathon_date_format (date);
  /* Blanks around a bib or a number are never meant; what has several lines may be indented. */
  return type == MARATHON_FIELD_TYPE_LINES ? g_strdup (text) : g_strstrip (g_strdup (text));
}

char *
marathon_typed_text_explain (MarathonEvent *event, MarathonFieldType type, const char *text, MarathonDate today)
{
  const MarathonEventInfo *info = marathon_event_get_info (event);
  MarathonDate date;

  if (!is_date (type) || read_date (event, type, text, today, &date))
    return NULL;
  return marathon_typed_date_explain (info->language, info->time_zone, text);
}
