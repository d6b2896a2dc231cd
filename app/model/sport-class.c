/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonSportClass: (letter - 'A' + 1) * 200, plus 100 where two digits were written, plus the digits.
 */
#include "model/sport-class.h"

#define PER_LETTER 200
#define TWO_DIGITS 100

gboolean
marathon_sport_class_parse (const char *text, MarathonSportClass *sport_class)
{
  guint letter, code;

  *sport_class = 0;
  if (*text == '\0')
    return TRUE;
  if (!g_ascii_isalpha (text[0]) || !g_ascii_isdigit (text[1]))
    return FALSE;
  letter = (guint) (g_ascii_toupper (text[0]) - 'A' + 1);
  code = (guint) g_ascii_digit_value (text[1]);
  if (text[2] != '\0')
    {
      if (!g_ascii_isdigit (text[2]) || text[3] != '\0')
        return FALSE;
      code = TWO_DIGITS + code * 10 + (guint) g_ascii_digit_value (text[2]);
    }
  *sport_class = (MarathonSportClass) (letter * PER_LETTER + code);
  return TRUE;
}

gsize
marathon_sport_class_write (MarathonSportClass sport_class, char *buffer)
{
  guint code = sport_class % PER_LETTER;
  gsize length = 0;

  if (sport_class != 0)
    {
      buffer[length++] = (char) ('A' + sport_class / PER_LETTER - 1);
      if (code >= TWO_DIGITS)
        buffer[length++] = (char) ('0' + (code - TWO_DIGITS) / 10);
      buffer[length++] = (char) ('0' + code % 10);
    }
  buffer[length] = '\0';
  return length;
}

/* The two digits of a track class, or 0. */
static guint
track_digits (MarathonSportClass sport_class)
{
  guint code = sport_class % PER_LETTER;

  if (sport_class / PER_LETTER != 'T' - 'A' + 1 || code < TWO_DIGITS)
    return 0;
  return code - TWO_DIGITS;
}

gboolean
marathon_sport_class_is_known (MarathonSportClass sport_class)
{
  static const struct { guint from, to; } known[] = {
    { 11, 13 }, { 20, 20 }, { 31, 38 }, { 40, 47 }, { 51, 54 }, { 61, 64 }, { 71, 72 },
  };
  guint digits = track_digits (sport_class);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (digits >= known[i].from && digits <= known[i].to)
      return TRUE;
  return FALSE;
}

MarathonSportClass
marathon_sport_class_get_next_known (MarathonSportClass sport_class)
{
  static const guint first = ('T' - 'A' + 1) * PER_LETTER + TWO_DIGITS;

  for (guint next = MAX (first, sport_class + 1u); next < first + PER_LETTER - TWO_DIGITS; next++)
    if (marathon_sport_class_is_known ((MarathonSportClass) next))
      return (MarathonSportClass) next;
  return 0;
}

MarathonGuideRule
marathon_sport_class_get_guide_rule (MarathonSportClass sport_class)
{
  switch (track_digits (sport_class))
    {
    case 11:
      return MARATHON_GUIDE_RULE_REQUIRED;
    case 12:
      return MARATHON_GUIDE_RULE_ALLOWED;
    default:
      return MARATHON_GUIDE_RULE_FORBIDDEN;
    }
}
