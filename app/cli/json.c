/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing JSON.
 */
#include "cli/json.h"

static void
append_quoted (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"' || *text == '\\')
        g_string_append_printf (out, "\\%c", *text);
      else if ((guchar) *text < 0x20)
        g_string_append_printf (out, "\\u%04x", (guint) *text);
      else
        g_string_append_c (out, *text);
    }
  g_string_append_c (out, '"');
}

static void
start (GString *out, const char *name)
{
  char last = out->len > 0 ? out->str[out->len - 1] : '{';

  if (last != '{' && last != '[')
    g_string_append_c (out, ',');
  if (name == NULL)
    return;
  append_quoted (out, name);
  g_string_append_c (out, ':');
}

void
marathon_json_begin_object (GString *out, const char *name)
{
  start (out, name);
  g_string_append_c (out, '{');
}

void
marathon_json_end_object (GString *out)
{
  g_string_append_c (out, '}');
}

void
marathon_json_begin_array (GString *out, const char *name)
{
  start (out, name);
  g_string_append_c (out, '[');
}

void
marathon_json_end_array (GString *out)
{
  g_string_append_c (out, ']');
}

void
marathon_json_add_string (GString *out, const char *name, const char *value)
{
  start (out, name);
  append_quoted (out, value);
}

void
marathon_json_add_number (GString *out, const char *name, gint64 value)
{
  start (out, name);
  g_string_append_printf (out, "%" G_GINT64_FORMAT, value);
}
