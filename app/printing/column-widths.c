/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Column widths: one pass over all cells, then a level between three widths of each column so that the table fills the
 * page.
 */
#include "printing/column-widths.h"

#include <math.h>
#include <string.h>

#define GAP 9.0
/* Gaps take at most this part of the width: with very many columns they shrink. */
#define MAX_GAPS 0.2
#define GUIDE_INDENT 1.2 /* em */
#define MIN_SCALE 0.7
/* What a single word may claim of the width before it is broken, so that one odd text does not shrink a whole list. */
#define MAX_WORD 0.45
#define COMFORT 0.97
#define N_BUCKETS 1024 /* of one point each */
/* Added to what was measured: sums of advances and scaling are not exact. */
#define SLACK 0.1

/* Each column's least width, the one that suits nearly all rows, and the one without any wrapping. */
enum { LEAST, COMFORTABLE, NATURAL, N_LEVELS };

typedef struct {
  double widest;
  double longest_word;
  guint  n_cells;
  guint  buckets[N_BUCKETS];
} Measure;

MarathonTextFace
marathon_column_face (const MarathonReportColumn *column, MarathonReportRowKind kind)
{
  return column->bold && kind == MARATHON_REPORT_ROW_ENTRANT ? MARATHON_TEXT_STRONG : MARATHON_TEXT_BODY;
}

/* The first column of words; in a table without any, the first that begins at its start edge. */
static guint
find_indent_column (const MarathonReport *report)
{
  guint n_columns = marathon_report_get_n_columns (report);

  for (guint i = 0; i < n_columns; i++)
    if (marathon_report_get_column (report, i)->wraps)
      return i;
  for (guint i = 0; i < n_columns; i++)
    if (marathon_report_get_column (report, i)->alignment == MARATHON_REPORT_ALIGN_START)
      return i;
  return MARATHON_NO_COLUMN;
}

static gboolean
has_line_end (const char *text)
{
  return strpbrk (text, "\n\r") != NULL || strstr (text, "\u2028") != NULL || strstr (text, "\u2029") != NULL;
}

static void
measure_cell (Measure *measure, MarathonTextDrawer *drawer, MarathonTextFace face, const char *text, double indent)
{
  double longest_word = MAX (measure->longest_word - indent, 0);
  double width = marathon_text_drawer_measure_words (drawer, face, text, &longest_word) + indent;

  measure->n_cells++;
  measure->buckets[MIN ((guint) width, N_BUCKETS - 1)]++;
  measure->longest_word = MAX (measure->longest_word, longest_word + indent);
  measure->widest = MAX (measure->widest, width);
}

static void
measure_rows (const MarathonReport *report, MarathonTextDrawer *drawer, MarathonColumnWidths *widths, Measure *measures)
{
  const char *cells[MARATHON_REPORT_MAX_COLUMNS];
  guint n_columns = marathon_report_get_n_columns (report);
  guint n_rows = marathon_report_get_n_rows (report);

  for (guint row = 0; row < n_rows; row++)
    {
      MarathonReportRowKind kind = marathon_report_get_row_kind (report, row);

      if (kind == MARATHON_REPORT_ROW_NOTE)
        continue;
      marathon_report_get_cells (report, row, cells);
      for (guint i = 0; i < n_columns; i++)
        if (*cells[i] != '\0')
          {
            gboolean indented = kind == MARATHON_REPORT_ROW_GUIDE && i == widths->indent_column;
            MarathonTextFace face = marathon_column_face (marathon_report_get_column (report, i), kind);

            measure_cell (&measures[i], drawer, face, cells[i], indented ? widths->indent : 0);
            widths->has_line_ends = widths->has_line_ends || has_line_end (cells[i]);
          }
    }
}

static double
find_comfort (const Measure *measure)
{
  guint wanted = (guint) (measure->n_cells * COMFORT);
  guint n_cells = 0;

  for (guint i = 0; i + 1 < N_BUCKETS; i++)
    {
      n_cells += measure->buckets[i];
      if (n_cells >= wanted)
        return MIN (i + 1.0, measure->widest);
    }
  return measure->widest;
}

static void
set_levels (const MarathonReportColumn *column, const Measure *measure, MarathonTextDrawer *drawer, double available,
            double *levels)
{
  double heading_word = 0;
  double heading = marathon_text_drawer_measure_words (drawer, MARATHON_TEXT_LABEL, column->heading, &heading_word);
  double least = MAX (column->wraps ? measure->longest_word : measure->widest, heading_word);

  levels[LEAST] = MIN (least, available * MAX_WORD) + SLACK;
  levels[COMFORTABLE] = MAX (levels[LEAST], find_comfort (measure) + SLACK);
  levels[NATURAL] = MAX (levels[COMFORTABLE], MAX (measure->widest, heading) + SLACK);
  if (column->width == MARATHON_REPORT_WIDTH_FIXED)
    {
      double em = marathon_text_drawer_get_size (drawer, MARATHON_TEXT_BODY);

      levels[LEAST] = MAX (levels[LEAST], column->width_value * em);
      levels[COMFORTABLE] = levels[NATURAL] = levels[LEAST];
    }
}

/* Shares what is left among the flexible columns. */
static void
share (const MarathonReport *report, double surplus, MarathonColumnPlace *places)
{
  guint n_columns = marathon_report_get_n_columns (report);
  double weights = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n_columns; i++)
      {
        const MarathonReportColumn *column = marathon_report_get_column (report, i);

        if (column->width != MARATHON_REPORT_WIDTH_FLEXIBLE)
          continue;
        if (pass == 0)
          weights += column->width_value;
        else
          places[i].width += surplus * column->width_value / weights;
      }
}

/* How keen a column is on more than its least width. The root keeps one column of long remarks from taking all. */
static double
get_appetite (const MarathonReportColumn *column, const double *levels)
{
  double weight = column->width == MARATHON_REPORT_WIDTH_FLEXIBLE ? column->width_value : 1;

  return weight * sqrt (levels[COMFORTABLE] - levels[LEAST]);
}

/* Widens columns from least to comfortable by @room, which is less than all of them want. */
static void
feed (const MarathonReport *report, double levels[][N_LEVELS], double room, MarathonColumnPlace *places)
{
  guint n_columns = marathon_report_get_n_columns (report);

  /* What one column does not want any more goes to the others: each round satisfies one at least, or ends it. */
  for (guint round = 0; round < n_columns && room > SLACK; round++)
    {
      double appetite = 0;
      double given = 0;

      for (guint i = 0; i < n_columns; i++)
        if (places[i].width < levels[i][COMFORTABLE])
          appetite += get_appetite (marathon_report_get_column (report, i), levels[i]);
      for (guint i = 0; i < n_columns && appetite > 0; i++)
        if (places[i].width < levels[i][COMFORTABLE])
          {
            double part = room * get_appetite (marathon_report_get_column (report, i), levels[i]) / appetite;

            part = MIN (part, levels[i][COMFORTABLE] - places[i].width);
            places[i].width += part;
            given += part;
          }
      room -= given;
    }
}

/* Between the level where nearly all rows are in one line and that where all are. */
static void
interpolate (const MarathonReport *report, double levels[][N_LEVELS], double part, MarathonColumnPlace *places)
{
  for (guint i = 0; i < marathon_report_get_n_columns (report); i++)
    places[i].width = levels[i][COMFORTABLE] + part * (levels[i][NATURAL] - levels[i][COMFORTABLE]);
}

/* Sets widths so that they add up to @available, at most. */
static void
assign (const MarathonReport *report, double levels[][N_LEVELS], double available, MarathonColumnWidths *widths)
{
  guint n_columns = marathon_report_get_n_columns (report);
  double sums[N_LEVELS] = { 0 };

  for (guint i = 0; i < n_columns; i++)
    {
      widths->columns[i].width = levels[i][LEAST];
      for (guint level = 0; level < N_LEVELS; level++)
        sums[level] += levels[i][level];
    }
  if (sums[NATURAL] <= available)
    {
      interpolate (report, levels, 1, widths->columns);
      share (report, available - sums[NATURAL], widths->columns);
    }
  else if (sums[COMFORTABLE] <= available)
    interpolate (report, levels, (available - sums[COMFORTABLE]) / (sums[NATURAL] - sums[COMFORTABLE]),
                 widths->columns);
  else if (sums[LEAST] <= available)
    feed (report, levels, available - sums[LEAST], widths->columns);
  else
    {
      widths->table_scale = MAX (available / sums[LEAST], MIN_SCALE);
      for (guint i = 0; i < n_columns; i++)
        widths->columns[i].width *= available / sums[LEAST];
    }
}

void
marathon_column_widths_compute (const MarathonReport *report,
                                MarathonTextDrawer   *drawer,
                                double                available,
                                MarathonColumnWidths *widths)
{
  g_autofree Measure *measures = NULL;
  double levels[MARATHON_REPORT_MAX_COLUMNS][N_LEVELS];
  guint n_columns;
  double gap;
  double x = 0;

  g_return_if_fail (report != NULL && drawer != NULL && available > 0 && widths != NULL);

  n_columns = marathon_report_get_n_columns (report);
  gap = MIN (GAP, available * MAX_GAPS / n_columns);
  widths->has_line_ends = FALSE;
  widths->table_scale = 1.0;
  widths->indent = GUIDE_INDENT * marathon_text_drawer_get_size (drawer, MARATHON_TEXT_BODY);
  widths->indent_column = find_indent_column (report);
  measures = g_new0 (Measure, n_columns);
  measure_rows (report, drawer, widths, measures);
  available -= gap * (n_columns - 1);
  for (guint i = 0; i < n_columns; i++)
    set_levels (marathon_report_get_column (report, i), &measures[i], drawer, available, levels[i]);
  assign (report, levels, available, widths);
  for (guint i = 0; i < n_columns; i++)
    {
      widths->columns[i].x = x;
      widths->columns[i].natural = measures[i].widest * widths->table_scale;
      x += widths->columns[i].width + gap;
    }
  widths->indent *= widths->table_scale;
}
