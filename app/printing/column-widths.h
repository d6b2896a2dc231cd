/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Column widths: how wide each column of a report becomes, from all that is in it.
 */
#pragma once

#include "printing/table-measure.h"

G_BEGIN_DECLS

typedef struct {
  double x;       /* from the start edge of the table, points */
  double width;   /* points */
  double natural; /* of its widest text at table_scale: a column as wide as that has no text that wraps */
} MarathonColumnPlace;

typedef struct {
  MarathonColumnPlace columns[MARATHON_REPORT_MAX_COLUMNS];
  gboolean            has_line_ends; /* a text has more than one line at any width */
  double              table_scale;   /* 1.0; less where the letters had to shrink */
  double              indent;        /* of guides, points */
  guint               indent_column; /* the column whose texts move in, or MARATHON_NO_COLUMN */
} MarathonColumnWidths;

/**
 * marathon_column_widths_compute:
 * @measure: of @report
 * @drawer: of table scale 1.0
 * @available: the width of the table in points
 *
 * Each column gets what its longest word needs. The rest goes where it saves the most lines, lines of heavy columns
 * (names) counting more than those of light ones (categories, waves); what is left then is shared by the flexible
 * columns. Where the words have little room the letters shrink (down to 7/10), and only then words break, in the widest
 * columns alone. Nothing is cut.
 */
void marathon_column_widths_compute (const MarathonReport       *report,
                                     const MarathonTableMeasure *measure,
                                     MarathonTextDrawer         *drawer,
                                     double                      available,
                                     MarathonColumnWidths       *widths);

G_END_DECLS
