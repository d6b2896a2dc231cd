/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the dates that entry files hold. A text is split into three parts, the orders in which these make a date are
 * counted, and the caller's order decides only between those.
 */
#include "base/date.h"

#include "base/foreign-text.h"

#include <string.h>

#define N_PARTS 3
#define ORDER_BIT(order) (1u << (order))

typedef struct {
  guint value;
  guint digits; /* 0 for the name of a month */
} Part;

/* Which part is the year, the month and the day in each order. */
static const struct {
  guint year;
  guint month;
  guint day;
} places[] = {
  [MARATHON_DATE_ORDER_DMY] = { 2, 1, 0 },
  [MARATHON_DATE_ORDER_MDY] = { 2, 0, 1 },
  [MARATHON_DATE_ORDER_YMD] = { 0, 1, 2 },
};

/* --- Splitting --- */

/* The number of the month whose English name, or at least three letters of it, is at @text; 0 where there is none. */
static guint
find_month (const char *text, gsize length)
{
  static const char *const names[] = { "january", "february", "march",     "april",   "may",      "june",
                                       "july",    "august",   "september", "october", "november", "december" };
  guint i;

  if (length < 3)
    return 0;
  for (i = 0; i < G_N_ELEMENTS (names); i++)
    if (length <= strlen (names[i]) && g_ascii_strncasecmp (text, names[i], length) == 0)
      return i + 1;
  return 0;
}

static void
skip_ordinal (const char **cursor)
{
  static const char *const endings[] = { "st", "nd", "rd", "th" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_ascii_strncasecmp (*cursor, endings[i], 2) == 0 && !g_ascii_isalpha ((*cursor)[2]))
      {
        *cursor += 2;
        return;
      }
}

static gboolean
read_part (const char **cursor, Part *part)
{
  const char *start = *cursor;
  gsize letters;

  part->digits = marathon_foreign_read_digits (cursor, &part->value);
  if (part->digits > 0)
    return part->digits <= 4;

  letters = marathon_foreign_skip_letters (cursor);
  part->value = find_month (start, letters);
  return part->value > 0;
}

/* Reads what stands between two parts: one of ". / - ," with spaces around it, or spaces alone; '\0' for nothing. */
static char
read_separator (const char **cursor)
{
  char separator = '\0';

  if (marathon_foreign_skip_spaces (cursor))
    separator = ' ';
  if (**cursor != '\0' && strchr ("./-,", **cursor) != NULL)
    {
      separator = *(*cursor)++;
      marathon_foreign_skip_spaces (cursor);
    }
  return separator;
}

/* %TRUE where @text is empty or a time of the day as files put it behind a date: "T00:00:00Z", " 00:00",
 * "T09:00:00.000+01:00". */
static gboolean
is_time_part (const char *text)
{
  if (*text == '\0')
    return TRUE;
  if (*text != 'T' && *text != ' ')
    return FALSE;
  text++;
  return g_ascii_isdigit (*text) && strchr (text, ':') != NULL && text[strspn (text, "0123456789:.+-Z APMapm")] == '\0';
}

static gboolean
has_name (const Part *parts)
{
  return parts[0].digits == 0 || parts[1].digits == 0;
}

/* Splits "23.3.1983", "23 Mar 1983", "March 23, 1983" … */
static gboolean
split_parts (const char *text, Part *parts)
{
  char separators[N_PARTS - 1];
  const char *cursor = text;
  guint i;

  for (i = 0; i < N_PARTS; i++)
    {
      if (!read_part (&cursor, &parts[i]))
        return FALSE;
      if (i == N_PARTS - 1)
        break;
      skip_ordinal (&cursor);
      separators[i] = read_separator (&cursor);
    }
  if (!is_time_part (cursor) || parts[N_PARTS - 1].digits == 0)
    return FALSE;
  if (has_name (parts))
    return parts[0].digits > 0 || parts[1].digits > 0;
  return separators[0] == separators[1] && separators[0] != ',' && separators[0] != '\0';
}

/* Splits "19830323". */
static gboolean
split_digits (const char *text, Part *parts)
{
  const char *cursor = text;
  guint value;

  if (marathon_foreign_read_digits (&cursor, &value) != 8 || *cursor != '\0')
    return FALSE;
  parts[0] = (Part){ value / 10000, 4 };
  parts[1] = (Part){ value / 100 % 100, 2 };
  parts[2] = (Part){ value % 100, 2 };
  return TRUE;
}

/* --- Orders --- */

/* %TRUE where @order makes a date of @parts in some year. */
static gboolean
fits (const Part *parts, MarathonDateOrder order)
{
  const Part *year = &parts[places[order].year];
  const Part *month = &parts[places[order].month];
  const Part *day = &parts[places[order].day];

  if (year->digits != 2 && year->digits != 4)
    return FALSE;
  if (month->digits > 2 || day->digits < 1 || day->digits > 2)
    return FALSE;
  /* "83-03-05" begins with its year; "23.3.5" is more likely to have lost a digit of it. */
  if (order == MARATHON_DATE_ORDER_YMD && year->digits == 2 && (month->digits != 2 || day->digits != 2))
    return FALSE;
  /* A leap year, so that 29 February passes here; the real year is asked when the date is made. */
  return marathon_date_new_day (2000, (int)month->value, (int)day->value) != MARATHON_DATE_UNKNOWN;
}

static guint
allowed_orders (const Part *parts)
{
  guint allowed = 0;
  guint order;

  for (order = MARATHON_DATE_ORDER_DMY; order <= MARATHON_DATE_ORDER_YMD; order++)
    if (fits (parts, order))
      allowed |= ORDER_BIT (order);
  return allowed;
}

static MarathonDateOrder
order_with_name (const Part *parts)
{
  if (parts[0].digits == 0)
    return MARATHON_DATE_ORDER_MDY;
  return parts[0].digits == 4 ? MARATHON_DATE_ORDER_YMD : MARATHON_DATE_ORDER_DMY;
}

/* The one order to read @parts by, or UNKNOWN where it stays open. */
static MarathonDateOrder
choose_order (const Part *parts, MarathonDateOrder wanted)
{
  const guint day_or_month_first = ORDER_BIT (MARATHON_DATE_ORDER_DMY) | ORDER_BIT (MARATHON_DATE_ORDER_MDY);
  guint allowed = allowed_orders (parts);

  if (allowed & ORDER_BIT (wanted))
    return wanted;
  /* Nobody who has not said so writes two digits of the year first. */
  if (allowed & day_or_month_first)
    allowed &= day_or_month_first;
  if (allowed == day_or_month_first)
    return parts[0].value == parts[1].value ? MARATHON_DATE_ORDER_DMY : MARATHON_DATE_ORDER_UNKNOWN;
  return allowed != 0 ? (MarathonDateOrder)g_bit_nth_lsf (allowed, -1) : MARATHON_DATE_ORDER_UNKNOWN;
}

/* --- Years --- */

/* The latest year ending in @two_digits that is not after that of @latest; 0 where @latest is no day. */
static int
latest_year_with (guint two_digits, MarathonDate latest)
{
  int year = marathon_date_get_year (latest);

  if (marathon_date_get_kind (latest) != MARATHON_DATE_KIND_DAY)
    return 0;
  return year - (year - (int)two_digits + 100) % 100;
}

static MarathonDate
make_day (const Part *parts, MarathonDateOrder order, MarathonDate latest)
{
  const Part *year = &parts[places[order].year];
  int month = (int)parts[places[order].month].value;
  int day = (int)parts[places[order].day].value;
  MarathonDate date;
  int full_year;

  if (year->digits == 4)
    return marathon_date_new_day ((int)year->value, month, day);

  full_year = latest_year_with (year->value, latest);
  date = marathon_date_new_day (full_year, month, day);
  if (marathon_date_get_julian (date) > marathon_date_get_julian (latest))
    date = marathon_date_new_day (full_year - 100, month, day);
  return date;
}

static MarathonDate
read_day (const Part *parts, MarathonDateOrder wanted, MarathonDate latest)
{
  MarathonDateOrder order = has_name (parts) ? order_with_name (parts) : choose_order (parts, wanted);

  if (order == MARATHON_DATE_ORDER_UNKNOWN || !fits (parts, order))
    return MARATHON_DATE_UNKNOWN;
  return make_day (parts, order, latest);
}

static MarathonDate
read_year (const char *text, MarathonDate latest)
{
  const char *cursor = text;
  guint value;
  guint digits = marathon_foreign_read_digits (&cursor, &value);

  if (*cursor != '\0' || digits != 2)
    return MARATHON_DATE_UNKNOWN;
  return marathon_date_new_year (latest_year_with (value, latest));
}

gboolean
marathon_date_parse_foreign (const char *text, MarathonDateOrder order, MarathonDate latest, MarathonDate *date)
{
  char trimmed[MARATHON_FOREIGN_SIZE];
  Part parts[N_PARTS];
  MarathonDate found;

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);
  g_return_val_if_fail (order <= MARATHON_DATE_ORDER_YMD, FALSE);

  if (!marathon_foreign_trim (text, trimmed))
    return FALSE;
  if (marathon_foreign_is_nothing (trimmed))
    {
      *date = MARATHON_DATE_UNKNOWN;
      return TRUE;
    }
  if (marathon_date_parse (trimmed, date))
    return TRUE;

  if (split_digits (trimmed, parts) || split_parts (trimmed, parts))
    found = read_day (parts, order, latest);
  else
    found = read_year (trimmed, latest);
  if (found == MARATHON_DATE_UNKNOWN)
    return FALSE;
  *date = found;
  return TRUE;
}

guint
marathon_date_guess_order (const char *text)
{
  char trimmed[MARATHON_FOREIGN_SIZE];
  Part parts[N_PARTS];

  g_return_val_if_fail (text != NULL, 0);

  if (!marathon_foreign_trim (text, trimmed))
    return 0;
  if (!split_digits (trimmed, parts) && !split_parts (trimmed, parts))
    return 0;
  return has_name (parts) ? 0 : allowed_orders (parts);
}
