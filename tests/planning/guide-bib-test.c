/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bibs of guides.
 */
#include "planning/guide-bib.h"

#include "base/bib.h"

static void
test_bibs_are_made_of_the_athlete_s (void)
{
  char bib[MARATHON_BIB_MAX_LENGTH + 1];

  g_assert_true (marathon_guide_bib_make ("37", 0, bib));
  g_assert_cmpstr (bib, ==, "G37");
  g_assert_true (marathon_guide_bib_make ("W1", 3, bib));
  g_assert_cmpstr (bib, ==, "GW1-4");
}

static void
test_too_long_ones_are_refused (void)
{
  char bib[MARATHON_BIB_MAX_LENGTH + 1];

  g_assert_true (marathon_guide_bib_make ("123456789012345", 0, bib));
  g_assert_cmpstr (bib, ==, "G123456789012345");
  g_assert_false (marathon_guide_bib_make ("1234567890123456", 0, bib));
  g_assert_true (marathon_guide_bib_make ("1234567890123", 1, bib));
  g_assert_false (marathon_guide_bib_make ("12345678901234", 1, bib));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide-bib/bibs-are-made-of-the-athlete-s", test_bibs_are_made_of_the_athlete_s);
  g_test_add_func ("/guide-bib/too-long-ones-are-refused", test_too_long_ones_are_refused);
  return g_test_run ();
}
