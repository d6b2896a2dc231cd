/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of files made from data.
 */
#include "base/file-name.h"

#include <string.h>

/* On any system that the file may be carried to. */
#define FORBIDDEN "/\\:*?\"<>|"

/* Marks of direction: left-to-right and right-to-left ones, embeddings, overrides and isolates. */
static gboolean
turns_text (gunichar c)
{
  return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static void
append_clean (GString *name, gunichar c)
{
  if (c < 0x80 && strchr (FORBIDDEN, (char) c) != NULL)
    g_string_append_c (name, '-');
  else if (g_unichar_isspace (c) || g_unichar_iscntrl (c) || turns_text (c))
    g_string_append_c (name, ' ');
  else
    g_string_append_unichar (name, c);
}

/* Cuts at a character, not before a mark that belongs to the letter in front of it. */
static void
shorten (GString *name, gsize most)
{
  const char *end;

  if (name->len <= most)
    return;
  end = g_utf8_find_prev_char (name->str, name->str + most + 1);
  while (end > name->str && g_unichar_ismark (g_utf8_get_char (end)))
    end = g_utf8_find_prev_char (name->str, end);
  g_string_truncate (name, (gsize) (end - name->str));
}

/* Takes away what a name must not begin or end with. */
static void
trim (GString *name)
{
  g_string_erase (name, 0, (gssize) strspn (name->str, " .-"));
  while (name->len > 0 && strchr (" .", name->str[name->len - 1]) != NULL)
    g_string_truncate (name, name->len - 1);
}

char *
marathon_file_name_make (const char *text, const char *fallback, const char *ending)
{
  g_autofree char *valid = NULL;
  GString *name = g_string_new (NULL);

  g_return_val_if_fail (text != NULL && fallback != NULL && ending != NULL, NULL);
  g_return_val_if_fail (strlen (ending) < MARATHON_FILE_NAME_MAX / 2, NULL);

  valid = g_utf8_make_valid (text, -1);
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    append_clean (name, g_utf8_get_char (at));
  trim (name);
  if (name->len == 0)
    g_string_assign (name, fallback);
  shorten (name, MARATHON_FILE_NAME_MAX - strlen (ending));
  trim (name);
  g_string_append (name, ending);
  return g_string_free (name, FALSE);
}
