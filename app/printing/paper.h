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

/** Whether the margins leave room for a page. */
gboolean marathon_paper_is_valid (const MarathonPaper *paper);

G_END_DECLS
