/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Papers by name.
 */
#include "printing/paper.h"

static void
test_known_papers (void)
{
  static const struct {
    const char *name;
    gboolean    landscape;
    double      width, height;
  } cases[] = {
    { "A4", FALSE, 595.276, 841.890 },
    { "a4", TRUE, 841.890, 595.276 },
    { "Letter", FALSE, 612, 792 },
    { "LETTER", TRUE, 792, 612 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MarathonPaper paper;

      g_assert_true (marathon_paper_parse (cases[i].name, cases[i].landscape, &paper));
      g_assert_cmpfloat_with_epsilon (paper.width, cases[i].width, 0.001);
      g_assert_cmpfloat_with_epsilon (paper.height, cases[i].height, 0.001);
      g_assert_true (marathon_paper_is_valid (&paper));
    }
}

static void
test_unknown_paper_is_refused (void)
{
  MarathonPaper paper = { .width = 1 };

  g_assert_false (marathon_paper_parse ("A5x", FALSE, &paper));
  g_assert_false (marathon_paper_parse ("", FALSE, &paper));
  g_assert_cmpfloat (paper.width, ==, 1);
}

static void
test_margins_leave_room (void)
{
  MarathonPaper paper;

  marathon_paper_parse ("A4", FALSE, &paper);
  paper.margin_side = paper.width / 2;
  g_assert_false (marathon_paper_is_valid (&paper));
  marathon_paper_parse ("A4", FALSE, &paper);
  paper.margin_top = paper.height;
  g_assert_false (marathon_paper_is_valid (&paper));
  paper.margin_top = -1;
  g_assert_false (marathon_paper_is_valid (&paper));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/known-by-name", test_known_papers);
  g_test_add_func ("/paper/unknown-is-refused", test_unknown_paper_is_refused);
  g_test_add_func ("/paper/margins-leave-room", test_margins_leave_room);
  return g_test_run ();
}
