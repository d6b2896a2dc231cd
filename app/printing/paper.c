/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The papers known by name.
 */
#include "printing/paper.h"

#define POINTS_PER_MM (72.0 / 25.4)

static const struct {
  const char *name;
  double      width;
  double      height;
} papers[] = {
  { "A4", 210 * POINTS_PER_MM, 297 * POINTS_PER_MM },
  { "Letter", 612, 792 },
};

gboolean
marathon_paper_parse (const char *name, gboolean landscape, MarathonPaper *paper)
{
  g_return_val_if_fail (name != NULL && paper != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_ascii_strcasecmp (name, papers[i].name) == 0)
      {
        marathon_paper_from_sheet (landscape ? papers[i].height : papers[i].width,
                                   landscape ? papers[i].width : papers[i].height, 0, 0, 0, paper);
        return TRUE;
      }
  return FALSE;
}

gboolean
marathon_paper_from_sheet (double width, double height, double least_top, double least_bottom, double least_side,
                           MarathonPaper *paper)
{
  g_return_val_if_fail (paper != NULL, FALSE);

  *paper = (MarathonPaper) {
    .width = width,
    .height = height,
    .margin_top = MAX (15 * POINTS_PER_MM, least_top),
    .margin_bottom = MAX (12 * POINTS_PER_MM, least_bottom),
    .margin_side = MAX (15 * POINTS_PER_MM, least_side),
  };
  return marathon_paper_is_valid (paper);
}

gboolean
marathon_paper_is_valid (const MarathonPaper *paper)
{
  g_return_val_if_fail (paper != NULL, FALSE);

  return paper->margin_top >= 0 && paper->margin_bottom >= 0 && paper->margin_side >= 0
         && paper->width - 2 * paper->margin_side >= MARATHON_PAPER_MIN_WIDTH
         && paper->height - paper->margin_top - paper->margin_bottom >= MARATHON_PAPER_MIN_HEIGHT;
}
