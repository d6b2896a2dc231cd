/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Forms of dates and times that are plain only beside the rest of their column: day numbers of Excel, two digits of a
 * year, "245" for minutes, "4.30" for hours and minutes.
 */
#include "formats/import-private.h"

#include <string.h>

/* The day before day 1 of Excel, which takes 1900 for a leap year. */
#define EXCEL_BEGIN 693594
/* In a column of day numbers: 1927 to 2064. */
#define FIRST_DAY 10000
#define LAST_DAY 60000
/* Nobody younger runs. */
#define LEAST_AGE 5

/* --- Dates --- */

gboolean
marathon_import_parse_excel_day (const char *text, MarathonDate *date)
{
  gsize n = strspn (text, "0123456789");
  guint64 day = n == 5 ? g_ascii_strtoull (text, NULL, 10) : 0;
  GDate calendar;

  if (day < FIRST_DAY || day > LAST_DAY || (text[n] != '\0' && text[n] != '.' && text[n] != ',')
      || (text[n] != '\0' && strspn (text + n + 1, "0123456789") != strlen (text + n + 1)))
    return FALSE;
  g_date_clear (&calendar, 1);
  g_date_set_julian (&calendar, (guint32) (EXCEL_BEGIN + day));
  *date = marathon_date_new_day (g_date_get_year (&calendar), (int) g_date_get_month (&calendar),
                                 g_date_get_day (&calendar));
  return *date != MARATHON_DATE_UNKNOWN;
}

static gboolean
has_four_digits (const char *text)
{
  for (; *text != '\0'; text += MAX (strspn (text, "0123456789"), 1))
    if (strspn (text, "0123456789") >= 4)
      return TRUE;
  return FALSE;
}

/* The same day a hundred years before; or UNKNOWN. */
static MarathonDate
get_century_before (MarathonDate date)
{
  g_autofree char *text = marathon_date_format (date);
  g_autofree char *before = NULL;
  MarathonDate result;

  if (g_ascii_strtoull (text, NULL, 10) <= 100)
    return MARATHON_DATE_UNKNOWN;
  before = g_strdup_printf ("%04d%s", (int) g_ascii_strtoull (text, NULL, 10) - 100, text + 4);
  return marathon_date_parse (before, &result) ? result : MARATHON_DATE_UNKNOWN;
}

gboolean
marathon_import_has_dots (const char *text)
{
  return text[strspn (text, "0123456789 ")] == '.';
}

MarathonDateOrder
marathon_import_get_order_of (const MarathonImportCell *cell, const char *text)
{
  if (!marathon_import_has_dots (text))
    return cell->date_order;
  return cell->dots_year_first ? MARATHON_DATE_ORDER_YMD : MARATHON_DATE_ORDER_DMY;
}

gboolean
marathon_import_parse_date (const MarathonImportCell *cell, const char *text, MarathonDate latest, MarathonDate *date,
                            gboolean *other_century)
{
  MarathonDate before;
  int age;

  *other_century = FALSE;
  if (cell->excel_days && marathon_import_parse_excel_day (text, date))
    return TRUE;
  if (!marathon_date_parse_foreign (text, marathon_import_get_order_of (cell, text), latest, date))
    return FALSE;
  if (cell->info == NULL || cell->info->type != MARATHON_FIELD_TYPE_BIRTH || latest == MARATHON_DATE_UNKNOWN
      || has_four_digits (text) || *date == MARATHON_DATE_UNKNOWN
      || marathon_date_get_kind (*date) == MARATHON_DATE_KIND_AGE)
    return TRUE;
  age = marathon_date_age_on (*date, latest);
  before = age >= 0 && age < LEAST_AGE ? get_century_before (*date) : MARATHON_DATE_UNKNOWN;
  *other_century = before != MARATHON_DATE_UNKNOWN;
  *date = *other_century ? before : *date;
  return TRUE;
}

/* --- Times --- */

/* Seconds of a unit such as "hrs", "min", "'"; 0 for none. */
static guint
find_unit (const char *unit)
{
  static const struct {
    guint seconds;
    const char *words;
  } units[] = {
    { 3600, "|h|hr|hrs|hour|hours|std|stunde|stunden|heure|heures|hora|horas|ora|ore|uur|godz|" },
    { 60, "|'|m|mn|min|mins|minute|minutes|minuten|minuto|minutos|minuti|minuut|" },
    { 1, "|\"|''|s|sec|secs|second|seconds|sek|sekunden|" },
  };
  g_autofree char *wanted = g_strdup_printf ("|%s|", unit);

  for (guint i = 0; *unit != '\0' && i < G_N_ELEMENTS (units); i++)
    if (strstr (units[i].words, wanted) != NULL)
      return units[i].seconds;
  return 0;
}

/* Reads "4h05'30", "4 hrs 15 mins", "55 min". Returns: seconds, or 0. */
static guint
read_units (const char *text)
{
  guint sum = 0, last = 0;

  while (*text != '\0')
    {
      gsize digits = strspn (text, "0123456789"), spaces, letters;
      guint64 number = g_ascii_strtoull (text, NULL, 10);
      g_autofree char *unit = NULL;
      guint seconds;

      if (digits < 1 || digits > 3)
        return 0;
      spaces = strspn (text + digits, " .");
      letters = strcspn (text + digits + spaces, "0123456789 .");
      unit = g_strndup (text + digits + spaces, letters);
      seconds = letters > 0 ? find_unit (unit) : last / 60;
      if (seconds == 0 || (last != 0 && (seconds >= last || number > 59)))
        return 0;
      sum += (guint) number * seconds;
      last = seconds;
      text += digits + spaces + letters;
      text += strspn (text, " .");
    }
  return sum;
}

static char *
format_seconds (guint seconds)
{
  return g_strdup_printf ("%u:%02u:%02u", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

static gboolean
is_dotted (const char *text)
{
  return g_ascii_isdigit (text[0]) && (text[1] == '.' || text[1] == ',') && text[2] >= '0' && text[2] <= '5'
         && g_ascii_isdigit (text[3]) && text[4] == '\0';
}

MarathonImportTimeForm
marathon_import_find_time_form (const char *text)
{
  gsize first = strspn (text, "0123456789");
  gsize second = text[first] == ':' ? strspn (text + first + 1, "0123456789") : 0;
  guint64 number = g_ascii_strtoull (text, NULL, 10);

  if (is_dotted (text))
    return MARATHON_IMPORT_TIME_DOTTED;
  if (first > 0 && first <= 3 && text[first] == '\0' && number >= 10 && number < 600)
    return MARATHON_IMPORT_TIME_MINUTES;
  if (first > 0 && text[first] == '\0' && number >= 600)
    return MARATHON_IMPORT_TIME_SECONDS;
  if ((first == 1 || first == 2) && second == 2 && text[first + 3] == '\0')
    return number < 10 ? MARATHON_IMPORT_TIME_SHORT : MARATHON_IMPORT_TIME_LONG;
  if (first > 0 && (strchr (text, 'h') != NULL || (second == 2 && strchr (":.", text[first + 3]) != NULL)))
    return MARATHON_IMPORT_TIME_HOURS;
  return MARATHON_IMPORT_TIME_OTHER;
}

char *
marathon_import_rewrite_time (const MarathonImportCell *cell, const char *text, gboolean *guessed)
{
  MarathonImportTimeForm form = marathon_import_find_time_form (text);
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_autoptr (GString) plain = g_string_new (lower);
  guint seconds;

  *guessed = TRUE;
  if (form == MARATHON_IMPORT_TIME_DOTTED && cell->dotted_hours)
    return g_strdup_printf ("%c:%s:00", text[0], text + 2);
  if (form == MARATHON_IMPORT_TIME_MINUTES && cell->bare_minutes)
    return format_seconds ((guint) g_ascii_strtoull (text, NULL, 10) * 60);
  *guessed = FALSE;
  g_string_replace (plain, "′", "'", 0);
  g_string_replace (plain, "’", "'", 0);
  g_string_replace (plain, "″", "\"", 0);
  g_string_replace (plain, "”", "\"", 0);
  seconds = strcspn (plain->str, "abcdefghijklmnopqrstuvwxyz'\"") < plain->len ? read_units (plain->str) : 0;
  return seconds > 0 ? format_seconds (seconds) : NULL;
}
