/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing XML text into a buffer.
 */
#include "formats/xml-text.h"

#include <string.h>

/* The reference for each byte that may not stand in an attribute value as it is. */
static const char *const references[256] = {
  ['&'] = "&amp;", ['<'] = "&lt;",   ['>'] = "&gt;",  ['"'] = "&quot;",
  ['\t'] = "&#9;", ['\n'] = "&#10;", ['\r'] = "&#13;",
};

void
marathon_xml_append_escaped (GString *out, const char *text, gsize length)
{
  const char *plain = text, *end = text + length;

  for (const char *at = text; at < end; at++)
    {
      const char *reference = references[(guchar) *at];

      if (reference == NULL)
        continue;
      g_string_append_len (out, plain, at - plain);
      g_string_append (out, reference);
      plain = at + 1;
    }
  g_string_append_len (out, plain, end - plain);
}

void
marathon_xml_append_attribute (GString *out, const char *name, const char *value)
{
  g_string_append_c (out, ' ');
  g_string_append (out, name);
  g_string_append_len (out, "=\"", 2);
  marathon_xml_append_escaped (out, value, strlen (value));
  g_string_append_c (out, '"');
}

void
marathon_xml_escape_tail (GString *out, gsize start)
{
  g_autofree char *tail = NULL;
  gsize at = start;

  while (at < out->len && references[(guchar) out->str[at]] == NULL)
    at++;
  if (at == out->len)
    return;
  tail = g_strndup (out->str + start, out->len - start);
  at = out->len - start;
  g_string_truncate (out, start);
  marathon_xml_append_escaped (out, tail, at);
}
