/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonTableMeasure: how wide the texts of a report are, in one pass over all cells. From it columns get their widths
 * on any paper, and rows are known to need one line without being looked at again.
 */
#pragma once

#include <gio/gio.h>

#include "printing/report.h"
#include "printing/text-drawer.h"

G_BEGIN_DECLS

/** No column takes the indent of guides. */
#define MARATHON_NO_COLUMN G_MAXUINT

/** Widths of texts are counted by points; the last bucket has all that are wider. */
#define MARATHON_MEASURE_N_BUCKETS 1024

/** All cells of a column, in points at table scale 1.0. */
typedef struct {
  double widest;
  double longest_word;
  guint  n_cells;
  guint  buckets[MARATHON_MEASURE_N_BUCKETS];
} MarathonColumnMeasure;

typedef struct {
  MarathonColumnMeasure *columns;
  guint                  n_columns;
  guint                  indent_column; /* the column whose texts move in for guides, or MARATHON_NO_COLUMN */
  double                 indent;        /* of guides, points */
  gboolean               has_line_ends; /* a text has more than one line at any width */
  guint16               *cell_widths;   /* see marathon_table_measure_get_cell_width() */
} MarathonTableMeasure;

/**
 * marathon_table_measure_new:
 * @report: finished
 * @drawer: of table scale 1.0
 * @cancellable: (nullable): gives up a long table; what is returned is then worth nothing
 *
 * Returns: (transfer full): the measure
 */
MarathonTableMeasure *marathon_table_measure_new  (const MarathonReport *report,
                                                   MarathonTextDrawer   *drawer,
                                                   GCancellable         *cancellable);
void                  marathon_table_measure_free (MarathonTableMeasure *measure);

/**
 * marathon_table_measure_get_cell_width:
 *
 * Returns: the width in points that the cell needs for one line, its indent included, rounded up a little; G_MAXDOUBLE
 *   where it is not known or one line is not enough; 0 for notes
 */
double marathon_table_measure_get_cell_width (const MarathonTableMeasure *measure, guint row, guint column);

/** The face that a cell of @column is set in. */
MarathonTextFace marathon_column_face (const MarathonReportColumn *column, MarathonReportRowKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonTableMeasure, marathon_table_measure_free)

G_END_DECLS
