/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPaper: the size of a sheet and the margins that stay white.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** All in points (1/72 inch), as the sheet is read: a landscape sheet is wider than high. */
typedef struct {
  double width;
  double height;
  double margin_top;
  double margin_bottom;
  double margin_side;
} MarathonPaper;

/** The smallest area inside the margins that a page can be laid out in. */
#define MARATHON_PAPER_MIN_WIDTH 144.0
#define MARATHON_PAPER_MIN_HEIGHT 216.0

/**
 * marathon_paper_parse:
 * @name: "A4" or "Letter", in any case
 *
 * Sets @paper to that sheet (ISO 216: 210 × 297 mm; ANSI A: 8½ × 11 in) with margins that every office printer can hold
 * (15 mm, and 12 mm at the foot).
 *
 * Returns: %FALSE where there is no paper of that name; @paper is then untouched.
 */
gboolean marathon_paper_parse (const char *name, gboolean landscape, MarathonPaper *paper);

/**
 * marathon_paper_from_sheet:
 * @width: of any sheet, as it is read, in points
 * @least_top: what a printer cannot reach at least, in points; so for @least_bottom and @least_side
 *
 * Sets @paper to that sheet, with the margins of marathon_paper_parse(), or wider ones where the printer needs them.
 *
 * Returns: whether the margins leave room for a page
 */
gboolean marathon_paper_from_sheet (double width, double height, double least_top, double least_bottom, double least_side,
                                    MarathonPaper *paper);

/** Whether the margins leave room for a page. */
gboolean marathon_paper_is_valid (const MarathonPaper *paper);

G_END_DECLS
