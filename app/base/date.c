/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days, years and ages as four bytes: their arithmetic and the canonical text of the project file.
 * Parsing and writing run a million times for one file, so they read and place digits by hand.
 */
#include "base/date.h"

#define VALUE_BITS 30
#define VALUE_MASK ((1u << VALUE_BITS) - 1)
#define AGE_SHIFT 22
#define JULIAN_MASK ((1u << AGE_SHIFT) - 1)

#define YEAR_MAX 9999
#define AGE_MAX 150

#define DAYS_OF_400_YEARS 146097u
#define DAYS_OF_100_YEARS 36524u
#define DAYS_OF_4_YEARS 1461u
#define DAYS_OF_1_YEAR 365u

typedef struct {
  int year;
  int month;
  int day;
} Civil;

/* Days of a common year before the first of each month; the last entry is the whole year. */
static const guint16 days_before_month[] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365 };

static inline MarathonDate
pack (MarathonDateKind kind, guint value)
{
  return (MarathonDate)kind << VALUE_BITS | value;
}

static inline gboolean
is_leap (int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static inline int
days_in_month (int year, int month)
{
  int days = days_before_month[month] - days_before_month[month - 1];

  return month == 2 && is_leap (year) ? days + 1 : days;
}

static guint
julian_from_civil (const Civil *civil)
{
  guint whole_years = (guint)(civil->year - 1);
  guint days = whole_years * DAYS_OF_1_YEAR + whole_years / 4 - whole_years / 100 + whole_years / 400;

  days += days_before_month[civil->month - 1] + (guint)civil->day;
  if (civil->month > 2 && is_leap (civil->year))
    days++;
  return days;
}

static Civil
civil_from_julian (guint julian)
{
  guint rest = julian - 1;
  guint periods_of_400 = rest / DAYS_OF_400_YEARS;
  guint centuries;
  guint periods_of_4;
  guint years;
  Civil civil;

  rest %= DAYS_OF_400_YEARS;
  /* The last day of a leap period would otherwise open a fifth century or a fifth year. */
  centuries = MIN (rest / DAYS_OF_100_YEARS, 3);
  rest -= centuries * DAYS_OF_100_YEARS;
  periods_of_4 = rest / DAYS_OF_4_YEARS;
  rest %= DAYS_OF_4_YEARS;
  years = MIN (rest / DAYS_OF_1_YEAR, 3);
  rest -= years * DAYS_OF_1_YEAR;

  civil.year = (int)(periods_of_400 * 400 + centuries * 100 + periods_of_4 * 4 + years + 1);
  civil.month = 1;
  civil.day = (int)rest + 1;
  while (civil.day > days_in_month (civil.year, civil.month))
    civil.day -= days_in_month (civil.year, civil.month++);
  return civil;
}

MarathonDate
marathon_date_new_day (int year, int month, int day)
{
  Civil civil = { year, month, day };

  if (year < 1 || year > YEAR_MAX || month < 1 || month > 12)
    return MARATHON_DATE_UNKNOWN;
  if (day < 1 || day > days_in_month (year, month))
    return MARATHON_DATE_UNKNOWN;
  return pack (MARATHON_DATE_KIND_DAY, julian_from_civil (&civil));
}

MarathonDate
marathon_date_new_year (int year)
{
  if (year < 1 || year > YEAR_MAX)
    return MARATHON_DATE_UNKNOWN;
  return pack (MARATHON_DATE_KIND_YEAR, (guint)year);
}

MarathonDate
marathon_date_new_age (int age, MarathonDate on)
{
  if (age < 0 || age > AGE_MAX || marathon_date_get_kind (on) != MARATHON_DATE_KIND_DAY)
    return MARATHON_DATE_UNKNOWN;
  return pack (MARATHON_DATE_KIND_AGE, (guint)age << AGE_SHIFT | marathon_date_get_julian (on));
}

MarathonDateKind
marathon_date_get_kind (MarathonDate date)
{
  return (MarathonDateKind)(date >> VALUE_BITS);
}

guint
marathon_date_get_julian (MarathonDate date)
{
  MarathonDateKind kind = marathon_date_get_kind (date);

  if (kind != MARATHON_DATE_KIND_DAY && kind != MARATHON_DATE_KIND_AGE)
    return 0;
  return date & JULIAN_MASK;
}

int
marathon_date_get_year (MarathonDate date)
{
  switch (marathon_date_get_kind (date))
    {
    case MARATHON_DATE_KIND_DAY:
      return civil_from_julian (date & JULIAN_MASK).year;
    case MARATHON_DATE_KIND_YEAR:
      return (int)(date & VALUE_MASK);
    case MARATHON_DATE_KIND_UNKNOWN:
    case MARATHON_DATE_KIND_AGE:
    default:
      return 0;
    }
}

int
marathon_date_get_age (MarathonDate date)
{
  if (marathon_date_get_kind (date) != MARATHON_DATE_KIND_AGE)
    return -1;
  return (int)((date & VALUE_MASK) >> AGE_SHIFT);
}

/* The birthdays passed from @from to @to, which is not earlier. 29 February comes after 28 February, so in a common
 * year it is passed on 1 March without a word about it here. */
static int
whole_years (guint from, guint to)
{
  Civil start = civil_from_julian (from);
  Civil end = civil_from_julian (to);
  gboolean still_to_come = end.month < start.month || (end.month == start.month && end.day < start.day);

  return end.year - start.year - (still_to_come ? 1 : 0);
}

static int
age_from_known_age (MarathonDate known, guint julian)
{
  guint known_on = marathon_date_get_julian (known);
  int age = marathon_date_get_age (known);

  if (julian >= known_on)
    age += whole_years (known_on, julian);
  else
    age -= whole_years (julian, known_on);
  return MAX (age, -1);
}

int
marathon_date_age_on (MarathonDate birth, MarathonDate day)
{
  guint julian = marathon_date_get_julian (day);

  if (marathon_date_get_kind (day) != MARATHON_DATE_KIND_DAY)
    return -1;

  switch (marathon_date_get_kind (birth))
    {
    case MARATHON_DATE_KIND_DAY:
      if (julian < marathon_date_get_julian (birth))
        return -1;
      return whole_years (marathon_date_get_julian (birth), julian);
    case MARATHON_DATE_KIND_YEAR:
      return MAX (marathon_date_get_year (day) - marathon_date_get_year (birth), -1);
    case MARATHON_DATE_KIND_AGE:
      return age_from_known_age (birth, julian);
    case MARATHON_DATE_KIND_UNKNOWN:
    default:
      return -1;
    }
}

/* The value of exactly @count ASCII digits, or -1. Stops at the first other byte, so it never reads past a NUL. */
static inline int
read_digits (const char *text, guint count)
{
  int value = 0;
  guint i;

  for (i = 0; i < count; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + (text[i] - '0');
    }
  return value;
}

/* Exactly "yyyy-mm-dd" and nothing after it. */
static MarathonDate
parse_day (const char *text)
{
  int year;
  int month;
  int day;

  year = read_digits (text, 4);
  if (year < 0 || text[4] != '-')
    return MARATHON_DATE_UNKNOWN;
  month = read_digits (text + 5, 2);
  if (month < 0 || text[7] != '-')
    return MARATHON_DATE_UNKNOWN;
  day = read_digits (text + 8, 2);
  if (day < 0 || text[10] != '\0')
    return MARATHON_DATE_UNKNOWN;
  return marathon_date_new_day (year, month, day);
}

gboolean
marathon_date_parse (const char *text, MarathonDate *date)
{
  MarathonDate found;
  gsize digits = 0;

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  if (*text == '\0')
    {
      *date = MARATHON_DATE_UNKNOWN;
      return TRUE;
    }

  while (digits < 5 && g_ascii_isdigit (text[digits]))
    digits++;
  if (digits == 4 && text[4] == '\0')
    found = marathon_date_new_year (read_digits (text, 4));
  else if (digits == 4)
    found = parse_day (text);
  else if (digits >= 1 && digits <= 3 && text[digits] == '@')
    found = marathon_date_new_age (read_digits (text, (guint)digits), parse_day (text + digits + 1));
  else
    found = MARATHON_DATE_UNKNOWN;

  if (found == MARATHON_DATE_UNKNOWN)
    return FALSE;
  *date = found;
  return TRUE;
}

static inline char *
put_two_digits (char *at, int value)
{
  at[0] = (char)('0' + value / 10);
  at[1] = (char)('0' + value % 10);
  return at + 2;
}

static inline char *
put_year (char *at, int year)
{
  return put_two_digits (put_two_digits (at, year / 100), year % 100);
}

static char *
put_day (char *at, guint julian)
{
  Civil civil = civil_from_julian (julian);

  at = put_year (at, civil.year);
  *at++ = '-';
  at = put_two_digits (at, civil.month);
  *at++ = '-';
  return put_two_digits (at, civil.day);
}

static char *
put_age (char *at, int age)
{
  if (age >= 100)
    *at++ = (char)('0' + age / 100);
  if (age >= 10)
    *at++ = (char)('0' + age / 10 % 10);
  *at++ = (char)('0' + age % 10);
  *at++ = '@';
  return at;
}

gsize
marathon_date_write (MarathonDate date, char *buffer)
{
  char *at = buffer;

  switch (marathon_date_get_kind (date))
    {
    case MARATHON_DATE_KIND_DAY:
      at = put_day (at, marathon_date_get_julian (date));
      break;
    case MARATHON_DATE_KIND_YEAR:
      at = put_year (at, marathon_date_get_year (date));
      break;
    case MARATHON_DATE_KIND_AGE:
      at = put_age (at, marathon_date_get_age (date));
      at = put_day (at, marathon_date_get_julian (date));
      break;
    case MARATHON_DATE_KIND_UNKNOWN:
    default:
      break;
    }
  *at = '\0';
  return (gsize)(at - buffer);
}

char *
marathon_date_format (MarathonDate date)
{
  char buffer[20];
  gsize length = marathon_date_write (date, buffer);

  return g_strndup (buffer, length);
}
