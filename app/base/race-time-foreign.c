/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the times that entry and result files hold. A text is split into numbers and the signs between them; the signs
 * tell the form.
 */
#include "base/race-time.h"

#include "base/foreign-text.h"

#include <string.h>

#define N_NUMBERS 4
#define TENTHS_OF_SECOND 10
#define TENTHS_OF_MINUTE 600
#define TENTHS_OF_HOUR 36000
/* Below ten minutes a bare number is more likely to be something else: hours, "2.04" for 2:04, a part of a day. */
#define BARE_NUMBER_MIN 6000

typedef struct {
  guint value;
  guint digits;
} Number;

typedef struct {
  Number numbers[N_NUMBERS];
  char signs[N_NUMBERS]; /* between the numbers, ending in NUL */
} Shape;

/* --- Numbers and signs: "2:04:29.3" --- */

static gboolean
split_shape (const char *text, Shape *shape)
{
  const char *cursor = text;
  guint i;

  memset (shape, 0, sizeof *shape);
  for (i = 0; i < N_NUMBERS; i++)
    {
      Number *number = &shape->numbers[i];

      number->digits = marathon_foreign_read_digits (&cursor, &number->value);
      if (number->digits < 1 || number->digits > 9)
        return FALSE;
      if (*cursor == '\0')
        return TRUE;
      if (i == N_NUMBERS - 1 || strchr (":.,", *cursor) == NULL)
        return FALSE;
      /* Half of the files write the decimal sign as a comma. */
      shape->signs[i] = *cursor == ',' ? '.' : *cursor;
      cursor++;
    }
  return FALSE;
}

static gboolean
is_sixtieth (const Number *number)
{
  return number->digits == 2 && number->value < 60;
}

/* How many of @unit tenths the digits behind a decimal sign are, any rest going up. */
static gint64
fraction_of (const Number *number, gint64 unit)
{
  gint64 divisor = 1;
  guint i;

  for (i = 0; i < number->digits; i++)
    divisor *= 10;
  return (number->value * unit + divisor - 1) / divisor;
}

/* @hours, @minutes and @seconds in tenths, or -1 where they are not written in full. */
static gint64
from_hours (const Number *hours, const Number *minutes, const Number *seconds)
{
  if (hours->digits > 2 || !is_sixtieth (minutes) || (seconds != NULL && !is_sixtieth (seconds)))
    return -1;
  return (gint64)hours->value * TENTHS_OF_HOUR + (gint64)minutes->value * TENTHS_OF_MINUTE
         + (seconds != NULL ? (gint64)seconds->value * TENTHS_OF_SECOND : 0);
}

static gint64
from_minutes (const Number *minutes, const Number *seconds)
{
  if (minutes->digits > 3 || !is_sixtieth (seconds))
    return -1;
  return (gint64)minutes->value * TENTHS_OF_MINUTE + (gint64)seconds->value * TENTHS_OF_SECOND;
}

/* "2:04" says nothing by itself, unless it is "0:00". */
static gint64
read_two_numbers (const Number *numbers, MarathonTimeHint hint)
{
  switch (hint)
    {
    case MARATHON_TIME_HINT_HOURS:
      return from_hours (&numbers[0], &numbers[1], NULL);
    case MARATHON_TIME_HINT_MINUTES:
      return from_minutes (&numbers[0], &numbers[1]);
    case MARATHON_TIME_HINT_NONE:
    default:
      return from_minutes (&numbers[0], &numbers[1]) == 0 ? 0 : -1;
    }
}

static gint64
add_fraction (gint64 tenths, const Number *fraction)
{
  return tenths < 0 ? tenths : tenths + fraction_of (fraction, TENTHS_OF_SECOND);
}

static gint64
at_least_bare (gint64 tenths)
{
  return tenths == 0 || tenths >= BARE_NUMBER_MIN ? tenths : -1;
}

static gint64
read_shape (const Shape *shape, MarathonTimeHint hint)
{
  const Number *numbers = shape->numbers;

  if (strcmp (shape->signs, "::") == 0 || strcmp (shape->signs, "..") == 0)
    return from_hours (&numbers[0], &numbers[1], &numbers[2]);
  if (strcmp (shape->signs, "::.") == 0)
    return add_fraction (from_hours (&numbers[0], &numbers[1], &numbers[2]), &numbers[3]);
  if (strcmp (shape->signs, ":") == 0)
    return read_two_numbers (numbers, hint);
  if (strcmp (shape->signs, ":.") == 0)
    {
      /* "2:04.27": seconds in the British press; hundredths in a column of minutes and seconds. */
      if (hint == MARATHON_TIME_HINT_MINUTES)
        return add_fraction (from_minutes (&numbers[0], &numbers[1]), &numbers[2]);
      return from_hours (&numbers[0], &numbers[1], &numbers[2]);
    }
  if (strcmp (shape->signs, ".") == 0)
    return at_least_bare ((gint64)numbers[0].value * TENTHS_OF_MINUTE + fraction_of (&numbers[1], TENTHS_OF_MINUTE));
  if (strcmp (shape->signs, "") == 0)
    return at_least_bare ((gint64)numbers[0].value * TENTHS_OF_SECOND);
  return -1;
}

/* --- Units: "2hr 42m 46s" --- */

typedef enum {
  UNIT_HOURS,
  UNIT_MINUTES,
  UNIT_SECONDS,
  N_UNITS,
} Unit;

/* Reads the name of a unit; N_UNITS where there is none that we know. */
static Unit
read_unit (const char **cursor)
{
  static const char *const names[N_UNITS][6] = {
    [UNIT_HOURS] = { "h", "hr", "hrs", "hour", "hours", NULL },
    [UNIT_MINUTES] = { "m", "min", "mins", "minute", "minutes", NULL },
    [UNIT_SECONDS] = { "s", "sec", "secs", "second", "seconds", NULL },
  };
  const char *start = *cursor;
  gsize length = marathon_foreign_skip_letters (cursor);
  Unit unit;
  guint i;

  for (unit = UNIT_HOURS; unit < N_UNITS; unit++)
    for (i = 0; names[unit][i] != NULL; i++)
      if (strlen (names[unit][i]) == length && g_ascii_strncasecmp (start, names[unit][i], length) == 0)
        return unit;
  return N_UNITS;
}

/* Reads the decimal part of seconds, "46.5s", into @tenths. */
static gboolean
read_decimals (const char **cursor, gint64 *tenths)
{
  Number fraction;

  *tenths = 0;
  if (**cursor != '.' && **cursor != ',')
    return TRUE;
  (*cursor)++;
  fraction.digits = marathon_foreign_read_digits (cursor, &fraction.value);
  if (fraction.digits < 1 || fraction.digits > 9)
    return FALSE;
  *tenths = fraction_of (&fraction, TENTHS_OF_SECOND);
  return TRUE;
}

/* Reads one number with its unit and adds it to @total. A last number without a unit ("3h04") has the one that is next
 * after @before, and must be written with two digits. */
static gboolean
read_amount (const char **cursor, Unit *before, gint64 *total)
{
  static const gint64 tenths_of_unit[] = { TENTHS_OF_HOUR, TENTHS_OF_MINUTE, TENTHS_OF_SECOND };
  gboolean is_first = *before == N_UNITS;
  gint64 decimals;
  Number number;
  Unit unit;

  number.digits = marathon_foreign_read_digits (cursor, &number.value);
  if (number.digits < 1 || number.digits > 3 || !read_decimals (cursor, &decimals))
    return FALSE;
  marathon_foreign_skip_spaces (cursor);
  if (**cursor == '\0' && !is_first && number.digits == 2)
    unit = *before + 1;
  else
    unit = read_unit (cursor);

  if (unit >= N_UNITS || (!is_first && unit <= *before))
    return FALSE;
  if ((!is_first && number.value >= 60) || (decimals > 0 && unit != UNIT_SECONDS))
    return FALSE;
  *total += number.value * tenths_of_unit[unit] + decimals;
  *before = unit;
  return TRUE;
}

static gint64
read_units (const char *text)
{
  const char *cursor = text;
  Unit before = N_UNITS;
  gint64 total = 0;

  do
    {
      if (!read_amount (&cursor, &before, &total))
        return -1;
      marathon_foreign_skip_spaces (&cursor);
  } while (*cursor != '\0');
  return total;
}

gboolean
marathon_time_parse_foreign (const char *text, MarathonTimeHint hint, MarathonTime *time)
{
  char trimmed[MARATHON_FOREIGN_SIZE];
  gint64 tenths;
  Shape shape;

  g_return_val_if_fail (text != NULL && time != NULL, FALSE);

  if (!marathon_foreign_trim (text, trimmed))
    return FALSE;
  if (marathon_foreign_is_nothing (trimmed))
    {
      *time = MARATHON_TIME_NONE;
      return TRUE;
    }

  tenths = split_shape (trimmed, &shape) ? read_shape (&shape, hint) : read_units (trimmed);
  if (tenths < 0 || tenths > MARATHON_TIME_MAX)
    return FALSE;
  *time = (MarathonTime)tenths;
  return TRUE;
}
