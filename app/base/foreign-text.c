/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The small steps in which cells of foreign files are read.
 */
#include "base/foreign-text.h"

#include <string.h>

/* The most digits of which every value fits a guint. */
#define DIGITS_THAT_FIT 9

gboolean
marathon_foreign_trim (const char *text, char *buffer)
{
  const char *start = text;
  const char *end;

  g_return_val_if_fail (text != NULL && buffer != NULL, FALSE);

  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  while (*start != '\0' && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  end = start + strlen (start);
  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  if (end - start >= MARATHON_FOREIGN_SIZE)
    return FALSE;
  memcpy (buffer, start, (gsize)(end - start));
  buffer[end - start] = '\0';
  return TRUE;
}

gboolean
marathon_foreign_is_nothing (const char *text)
{
  static const char *const nothings[] = { "", "-", "\u2013", "\u2014", "0", "n/a" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (nothings); i++)
    if (g_ascii_strcasecmp (text, nothings[i]) == 0)
      return TRUE;
  return FALSE;
}

guint
marathon_foreign_read_digits (const char **cursor, guint *value)
{
  guint count = 0;

  *value = 0;
  for (; g_ascii_isdigit (**cursor); (*cursor)++, count++)
    if (count < DIGITS_THAT_FIT)
      *value = *value * 10 + (guint)(**cursor - '0');
  return count;
}

gboolean
marathon_foreign_skip_spaces (const char **cursor)
{
  const char *start = *cursor;

  while (**cursor == ' ')
    (*cursor)++;
  return *cursor > start;
}

gsize
marathon_foreign_skip_letters (const char **cursor)
{
  const char *start = *cursor;

  while (g_ascii_isalpha (**cursor))
    (*cursor)++;
  return (gsize)(*cursor - start);
}
