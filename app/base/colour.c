/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Relative luminance and contrast as WCAG 2.1 defines them.
 */
#include "base/colour.h"

#include <math.h>
#include <string.h>

gboolean
marathon_colour_parse (const char *text, MarathonColour *colour)
{
  guint value = 0;

  if (*text != '#' || strlen (text) != strlen ("#rrggbb"))
    return FALSE;
  for (text++; *text != '\0'; text++)
    {
      if (!g_ascii_isxdigit (*text))
        return FALSE;
      value = value << 4 | (guint) g_ascii_xdigit_value (*text);
    }
  colour->red = (value >> 16) / 255.0;
  colour->green = (value >> 8 & 0xff) / 255.0;
  colour->blue = (value & 0xff) / 255.0;
  return TRUE;
}

static double
to_linear (double component)
{
  return component <= 0.03928 ? component / 12.92 : pow ((component + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const MarathonColour *colour)
{
  return 0.2126 * to_linear (colour->red) + 0.7152 * to_linear (colour->green) + 0.0722 * to_linear (colour->blue);
}

double
marathon_colour_get_contrast (const MarathonColour *a, const MarathonColour *b)
{
  double first = get_luminance (a), second = get_luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

const char *
marathon_colour_get_ink_for (const MarathonColour *ground)
{
  static const MarathonColour black = { 0, 0, 0 }, white = { 1, 1, 1 };

  return marathon_colour_get_contrast (ground, &black) >= marathon_colour_get_contrast (ground, &white) ? "#000000"
                                                                                                       : "#ffffff";
}
