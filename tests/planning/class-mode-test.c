/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which classes go on wheels and which on foot.
 */
#include "planning/class-mode.h"

static void
assert_class (const char *text, gboolean on_wheels, gboolean on_foot)
{
  MarathonSportClass sport_class;

  g_test_message ("%s", text);
  g_assert_true (marathon_sport_class_parse (text, &sport_class));
  g_assert_cmpint (marathon_class_needs_chair_or_frame (sport_class), ==, on_wheels);
  g_assert_cmpint (marathon_class_is_on_foot (sport_class), ==, on_foot);
}

static void
test_chairs_and_frames (void)
{
  static const char *const classes[] = { "T31", "T32", "T33", "T34", "T51", "T52", "T53", "T54", "T71", "T72" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    assert_class (classes[i], TRUE, FALSE);
}

static void
test_on_foot (void)
{
  static const char *const classes[] = { "T11", "T12", "T13", "T20", "T35", "T36", "T37", "T38", "T40",
                                         "T41", "T45", "T46", "T47", "T61", "T62", "T63", "T64" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    assert_class (classes[i], FALSE, TRUE);
}

static void
test_other_classes_say_nothing (void)
{
  static const char *const classes[] = { "", "T10", "T39", "T50", "T55", "T73", "F54", "F31", "H4", "T5" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    assert_class (classes[i], FALSE, FALSE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/class-mode/chairs-and-frames", test_chairs_and_frames);
  g_test_add_func ("/class-mode/on-foot", test_on_foot);
  g_test_add_func ("/class-mode/other-classes-say-nothing", test_other_classes_say_nothing);
  return g_test_run ();
}
