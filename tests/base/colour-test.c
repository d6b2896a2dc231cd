/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Colours: what is one, contrast as WCAG 2.1 counts it, and an ink that can be read on any ground.
 */
#include "base/colour.h"

#include <math.h>

static MarathonColour
parse (const char *text)
{
  MarathonColour colour;

  g_assert_true (marathon_colour_parse (text, &colour));
  return colour;
}

static void
test_parse (void)
{
  MarathonColour colour = parse ("#3366Cc");

  g_assert_cmpfloat_with_epsilon (colour.red, 0x33 / 255.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (colour.green, 0x66 / 255.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (colour.blue, 0xcc / 255.0, 1e-9);
}

static void
test_what_is_none (void)
{
  static const char *const texts[] = { "", "#", "red", "#fff", "cc0000", "#cc000", "#cc00000", "#cc00g0", "#cc 000", "＃cc0000" };
  MarathonColour colour = { 0.1, 0.2, 0.3 };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (marathon_colour_parse (texts[i], &colour));
  g_assert_cmpfloat (colour.red, ==, 0.1);
  g_assert_cmpfloat (colour.blue, ==, 0.3);
}

/* The values that WCAG's own examples and checkers give. */
static void
test_contrast (void)
{
  static const struct { const char *a, *b; double ratio; } cases[] = {
    { "#000000", "#ffffff", 21.0 },  { "#ffffff", "#ffffff", 1.0 },  { "#777777", "#ffffff", 4.48 },
    { "#ff0000", "#ffffff", 4.00 },  { "#0000ff", "#ffffff", 8.59 }, { "#767676", "#ffffff", 4.54 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MarathonColour a = parse (cases[i].a), b = parse (cases[i].b);

      g_assert_cmpfloat_with_epsilon (marathon_colour_get_contrast (&a, &b), cases[i].ratio, 0.006);
      g_assert_cmpfloat_with_epsilon (marathon_colour_get_contrast (&b, &a), cases[i].ratio, 0.006);
    }
}

static void
test_ink (void)
{
  MarathonColour yellow = parse ("#ffee00"), navy = parse ("#001a4d");

  g_assert_cmpstr (marathon_colour_get_ink_for (&yellow), ==, "#000000");
  g_assert_cmpstr (marathon_colour_get_ink_for (&navy), ==, "#ffffff");
}

static void
test_ink_can_always_be_read (void)
{
  for (int red = 0; red < 256; red += 15)
    for (int green = 0; green < 256; green += 15)
      for (int blue = 0; blue < 256; blue += 15)
        {
          MarathonColour ground = { red / 255.0, green / 255.0, blue / 255.0 };
          MarathonColour ink = parse (marathon_colour_get_ink_for (&ground));

          g_assert_cmpfloat (marathon_colour_get_contrast (&ground, &ink), >=, MARATHON_COLOUR_MIN_CONTRAST);
        }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/colour/parse", test_parse);
  g_test_add_func ("/colour/what-is-none", test_what_is_none);
  g_test_add_func ("/colour/contrast", test_contrast);
  g_test_add_func ("/colour/ink", test_ink);
  g_test_add_func ("/colour/ink-can-always-be-read", test_ink_can_always_be_read);
  return g_test_run ();
}
