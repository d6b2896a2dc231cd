/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Typed times of the day, numbers, ranges and colours.
 */
#include "model/typed-column.h"

#include <string.h>

#include "model/typed-text.h"

#define DIGITS "0123456789"
#define HOURS_OF_DAY 24

static gsize
count_digits (const char *text)
{
  return strspn (text, DIGITS);
}

/* --- Times of the day --- */

typedef enum {
  WHOLE_DAY,
  BEFORE_NOON,
  AFTER_NOON,
} HalfDay;

/* Takes "am", "p.m." and the like off the end of @text. */
static HalfDay
cut_half_day (char *text)
{
  static const struct {
    const char *ending;
    HalfDay half;
  } endings[] = {
    { "a.m.", BEFORE_NOON }, { "am", BEFORE_NOON }, { "p.m.", AFTER_NOON }, { "pm", AFTER_NOON },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (text, endings[i].ending))
      {
        text[strlen (text) - strlen (endings[i].ending)] = '\0';
        g_strchomp (text);
        return endings[i].half;
      }
  return WHOLE_DAY;
}

/* "9", "930" and "93015" as hours, minutes and seconds; the hours have one digit or two. */
static gboolean
split_digits (const char *text, gsize digits, guint parts[3])
{
  gsize hours = digits % 2 == 1 ? 1 : 2;

  if (digits < 1 || digits > 6)
    return FALSE;
  for (gsize i = 0, at = 0; at < digits; i++)
    {
      gsize length = i == 0 ? hours : 2;
      g_autofree char *part = g_strndup (text + at, length);

      parts[i] = (guint) g_ascii_strtoull (part, NULL, 10);
      at += length;
    }
  return TRUE;
}

/* "9:30:15", also with ".", "," or a blank between, and "9h30". */
static gboolean
split_signs (const char *text, guint parts[3])
{
  const char *at = text;

  for (guint i = 0; i < 3; i++)
    {
      gsize digits = count_digits (at);

      if (digits < 1 || digits > 2 || (i > 0 && digits != 2))
        return FALSE;
      parts[i] = (guint) g_ascii_strtoull (at, NULL, 10);
      at += digits;
      if (*at == '\0' || (i == 0 && g_str_equal (at, "h")))
        return TRUE;
      if (strchr (i == 0 ? ":., h" : ":., ", *at) == NULL)
        return FALSE;
      at++;
    }
  return FALSE;
}

static gboolean
read_clock (const char *text, int *seconds)
{
  g_autofree char *typed = g_strstrip (g_ascii_strdown (text, -1));
  HalfDay half = cut_half_day (typed);
  gsize digits = count_digits (typed);
  guint parts[3] = { 0 };

  if (typed[digits] == '\0' ? !split_digits (typed, digits, parts) : !split_signs (typed, parts))
    return FALSE;
  if (half != WHOLE_DAY)
    {
      /* 12:15 am is a quarter past midnight. */
      if (parts[0] < 1 || parts[0] > HOURS_OF_DAY / 2)
        return FALSE;
      parts[0] = parts[0] % (HOURS_OF_DAY / 2) + (half == AFTER_NOON ? HOURS_OF_DAY / 2 : 0);
    }
  if (parts[0] >= HOURS_OF_DAY || parts[1] >= 60 || parts[2] >= 60)
    return FALSE;
  *seconds = (int) ((parts[0] * 60 + parts[1]) * 60 + parts[2]);
  return TRUE;
}

/* --- Numbers --- */

/* The length of what people put between thousands, a sign or one of several blanks; 0 where @text does not begin so. */
static gsize
get_group_sign (const char *text)
{
  static const char *const signs[] = { ",", ".", "'", "’", " ", "\u00a0", "\u2009", "\u202f" };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (text, signs[i]))
      return strlen (signs[i]);
  return 0;
}

/* "1,234,567" without its signs, which are all the same; %NULL where it is something else. */
static char *
join_groups (const char *text)
{
  g_autoptr (GString) number = g_string_new (NULL);
  gsize digits = count_digits (text);
  gsize sign = digits >= 1 && digits <= 3 ? get_group_sign (text + digits) : 0;
  const char *first_sign = text + digits;

  if (sign == 0)
    return NULL;
  g_string_append_len (number, text, (gssize) digits);
  for (const char *at = first_sign; *at != '\0'; at += sign + 3)
    {
      if (strncmp (at, first_sign, sign) != 0 || count_digits (at + sign) < 3)
        return NULL;
      g_string_append_len (number, at + sign, 3);
    }
  return g_string_free (g_steal_pointer (&number), FALSE);
}

static char *
read_number (const char *text, const MarathonColumn *column)
{
  g_autofree char *typed = g_strstrip (g_strdup (text));
  char *joined;

  if (column->maximum == 100 && g_str_has_suffix (typed, "%"))
    {
      typed[strlen (typed) - 1] = '\0';
      g_strchomp (typed);
    }
  joined = join_groups (typed);
  return joined != NULL ? joined : g_steal_pointer (&typed);
}

static char *
read_decimal (const char *text)
{
  char *typed = g_strstrip (g_strdup (text));
  char *comma = strchr (typed, ',');

  if (comma != NULL && strchr (typed, '.') == NULL)
    *comma = '.';
  return typed;
}

/* --- Ranges --- */

/* Each of the lines that people draw between two numbers is a "-"; returns its length, or 0. */
static gsize
get_dash (const char *text)
{
  static const char *const dashes[] = { "-", "–", "—", "‐", "‑", "−" };

  for (gsize i = 0; i < G_N_ELEMENTS (dashes); i++)
    if (g_str_has_prefix (text, dashes[i]))
      return strlen (dashes[i]);
  return 0;
}

/* Two numbers with nothing but blanks between them are two parts. */
static char *
read_ranges (const char *text)
{
  g_autoptr (GString) ranges = g_string_new (NULL);
  gboolean after_gap = FALSE;

  for (const char *at = text; *at != '\0';)
    {
      gsize dash = get_dash (at);

      if (g_ascii_isspace (*at))
        {
          after_gap = TRUE;
          at++;
          continue;
        }
      if (after_gap && g_ascii_isdigit (*at) && ranges->len > 0 && g_ascii_isdigit (ranges->str[ranges->len - 1]))
        g_string_append_c (ranges, ',');
      after_gap = FALSE;
      if (dash > 0)
        g_string_append_c (ranges, '-');
      else
        g_string_append_c (ranges, *at == ';' ? ',' : *at);
      at += dash > 0 ? dash : 1;
    }
  /* Behind the last part there is nothing to be put apart. */
  while (ranges->len > 0 && ranges->str[ranges->len - 1] == ',')
    g_string_truncate (ranges, ranges->len - 1);
  return g_string_free (g_steal_pointer (&ranges), FALSE);
}

/* --- Colours --- */

static char *
read_colour (const char *text)
{
  g_autofree char *typed = g_strstrip (g_ascii_strdown (text, -1));
  const char *digits = typed + (*typed == '#');
  gsize length = strspn (digits, "0123456789abcdef");

  if (digits[length] == '\0' && length == 6)
    return g_strdup_printf ("#%s", digits);
  if (digits[length] == '\0' && length == 3)
    return g_strdup_printf ("#%c%c%c%c%c%c", digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]);
  return g_steal_pointer (&typed);
}

/* --- Columns --- */

char *
marathon_typed_column_to_canonical (MarathonEvent        *event,
                                    const MarathonColumn *column,
                                    const char           *text,
                                    MarathonDate          today)
{
  int seconds;

  switch (column->type)
    {
    case MARATHON_COLUMN_DATE:
      return marathon_typed_text_to_canonical (event, MARATHON_FIELD_TYPE_DAY, text, today);
    case MARATHON_COLUMN_TIME:
      return marathon_typed_text_to_canonical (event, MARATHON_FIELD_TYPE_TIME, text, today);
    case MARATHON_COLUMN_CLOCK:
      return read_clock (text, &seconds) ? marathon_clock_format (seconds) : g_strstrip (g_strdup (text));
    case MARATHON_COLUMN_UINT:
      return read_number (text, column);
    case MARATHON_COLUMN_DECIMAL:
      return read_decimal (text);
    case MARATHON_COLUMN_RANGES:
      return read_ranges (text);
    case MARATHON_COLUMN_COLOUR:
      return read_colour (text);
    case MARATHON_COLUMN_LINES:
      return g_strdup (text);
    default:
      return g_strstrip (g_strdup (text));
    }
}

char *
marathon_typed_column_explain (MarathonEvent        *event,
                               const MarathonColumn *column,
                               const char           *text,
                               MarathonDate          today)
{
  if (column->type != MARATHON_COLUMN_DATE)
    return NULL;
  return marathon_typed_text_explain (event, MARATHON_FIELD_TYPE_DAY, text, today);
}
