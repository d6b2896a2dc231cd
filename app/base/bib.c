/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Taking a bib text apart into prefix and number, and putting it together again.
 */
#include "base/bib.h"

#include "base/fold.h"

#include <string.h>

/* Above nine digits a number would not fit beside MARATHON_BIB_NO_NUMBER. */
#define NUMBER_DIGITS 9
#define PREFIX_SIZE (MARATHON_BIB_MAX_LENGTH * 4)

static gboolean
is_allowed (gunichar c)
{
  /* Only ASCII digits are digits: others would fold into a prefix that looks like a number. */
  if (c < 0x80)
    return g_ascii_isalnum ((char)c) || strchr ("-./'", (int)c) != NULL;
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

static gboolean
has_allowed_characters (const char *text)
{
  gunichar before = ' ';
  const char *at;

  for (at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == ' ' ? before == ' ' : !is_allowed (c))
        return FALSE;
      before = c;
    }
  return before != ' ';
}

static gsize
count_final_digits (const char *text, gsize length)
{
  gsize digits = 0;

  while (digits < length && g_ascii_isdigit (text[length - 1 - digits]))
    digits++;
  return digits;
}

static guint32
read_number (const char *digits)
{
  guint32 number = 0;

  if (*digits == '\0')
    return MARATHON_BIB_NO_NUMBER;
  for (; *digits != '\0'; digits++)
    number = number * 10 + (guint32)(*digits - '0');
  return number;
}

gboolean
marathon_bib_parse (const char *text, char *prefix, guint32 *number)
{
  g_autoptr (GString) folded = NULL;
  gsize length;
  gsize digits;

  g_return_val_if_fail (text != NULL && prefix != NULL && number != NULL, FALSE);

  length = strnlen (text, MARATHON_BIB_MAX_LENGTH + 1);
  if (length == 0 || length > MARATHON_BIB_MAX_LENGTH || !g_utf8_validate (text, (gssize)length, NULL))
    return FALSE;
  digits = count_final_digits (text, length);
  if (digits > NUMBER_DIGITS || !has_allowed_characters (text))
    return FALSE;

  folded = g_string_sized_new (PREFIX_SIZE);
  marathon_fold_append (folded, text, length - digits);
  if (folded->len >= PREFIX_SIZE || (folded->len == 0 && digits == 0))
    return FALSE;
  /* "1 2" would fold to prefix "1" and number 2, and be written like 12. */
  if (folded->len > 0 && g_ascii_isdigit (folded->str[folded->len - 1]))
    return FALSE;

  memcpy (prefix, folded->str, folded->len + 1);
  *number = read_number (text + length - digits);
  return TRUE;
}

char *
marathon_bib_format (const char *prefix, guint32 number, guint digits)
{
  g_return_val_if_fail (prefix != NULL, NULL);

  if (number == MARATHON_BIB_NO_NUMBER)
    return g_strdup (prefix);
  return g_strdup_printf ("%s%0*u", prefix, (int)MIN (digits, NUMBER_DIGITS), number);
}

int
marathon_bib_compare (const char *prefix_a, guint32 number_a, const char *prefix_b, guint32 number_b)
{
  int order;

  g_return_val_if_fail (prefix_a != NULL && prefix_b != NULL, 0);

  /* The bytes of UTF-8 are in the order of its code points. */
  order = strcmp (prefix_a, prefix_b);
  if (order != 0)
    return order;
  /* MARATHON_BIB_NO_NUMBER is above every number, so the numberless come last. */
  return (number_a > number_b) - (number_a < number_b);
}
