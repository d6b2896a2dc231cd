/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Column widths: each column gets what its longest word needs, and the rest of the page goes where it saves the most
 * lines.
 */
#include "printing/column-widths.h"

#include <math.h>

#define GAP 9.0
/* Gaps take at most this part of the width: with very many columns they shrink. */
#define MAX_GAPS 0.2
#define MIN_SCALE 0.7
/* Letters shrink to this before a table becomes a row of towers: words get this much air. */
#define AIRY_SCALE 0.85
#define AIR 1.25
/* A cell of three lines is worse than two of two; beyond these, in remarks, all lines are alike. */
#define TOWER 3
/* Lines that end before a word are about two thirds full. */
#define RAGGED 1.5
/* What a single word may claim of the width before it is broken, so that one odd text does not shrink a whole list. */
#define MAX_WORD 0.45
#define N_BUCKETS MARATHON_MEASURE_N_BUCKETS
/* A heading is read once for so many rows. */
#define ROWS_PER_HEADING 40
/* Added to what was measured: sums of advances and scaling are not exact. */
#define SLACK 0.1

/* What a column needs and would like, in whole points. */
typedef struct {
  guint  least;   /* no word breaks */
  guint  natural; /* nothing wraps */
  double weight;  /* how much a saved line is worth */
  double extra[N_BUCKETS + 1]; /* by width from least to natural: how bad the lines beyond the first of all cells are */
} Demand;

static void
add_heading (MarathonColumnMeasure *measure, double width, double longest_word)
{
  measure->buckets[MIN ((guint) width, N_BUCKETS - 1)] += 1 + measure->n_cells / ROWS_PER_HEADING;
  measure->longest_word = MAX (measure->longest_word, longest_word);
  measure->widest = MAX (measure->widest, width);
}

static double
weigh_extra_lines (const MarathonColumnMeasure *measure, guint width)
{
  double extra = 0;

  for (guint i = width; i < N_BUCKETS; i++)
    {
      guint n_lines = MAX ((guint) (RAGGED * i / width), 1);

      extra += (double) measure->buckets[i] * (n_lines > TOWER ? TOWER * TOWER + (n_lines - TOWER) : n_lines * n_lines);
    }
  return extra;
}

/* The power keeps names whole before categories and waves, which go on in a second line at a blank. */
static double
get_weight (const MarathonReportColumn *column)
{
  return column->width == MARATHON_REPORT_WIDTH_FLEXIBLE ? pow (column->width_value, 1.5) : 1;
}

static void
set_demand (const MarathonReportColumn *column, MarathonColumnMeasure *measure, MarathonTextDrawer *drawer,
            double available, Demand *demand)
{
  double heading_word = 0;
  double heading = marathon_text_drawer_measure_words (drawer, MARATHON_TEXT_LABEL, column->heading, &heading_word);
  double least = MAX (column->wraps ? measure->longest_word : measure->widest, heading_word);

  least = MIN (least, available * MAX_WORD);
  if (column->width == MARATHON_REPORT_WIDTH_FIXED)
    least = MAX (least, column->width_value * marathon_text_drawer_get_size (drawer, MARATHON_TEXT_BODY));
  add_heading (measure, heading, heading_word);
  demand->weight = get_weight (column);
  demand->least = MIN ((guint) ceil (least + SLACK), N_BUCKETS);
  demand->natural = CLAMP ((guint) ceil (measure->widest + SLACK), demand->least, N_BUCKETS);
  if (column->width == MARATHON_REPORT_WIDTH_FIXED)
    demand->natural = demand->least;
  for (guint width = demand->least; width <= demand->natural; width++)
    demand->extra[width] = weigh_extra_lines (measure, width);
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

/* Finds the column and the width by which the most lines are saved for each point, within @room. */
static gboolean
find_step (const Demand *demands, const guint *widths, guint n_columns, double room, guint *column, guint *width)
{
  double best = 0;

  for (guint i = 0; i < n_columns; i++)
    for (guint wider = widths[i] + 1; wider <= demands[i].natural && wider - widths[i] <= room; wider++)
      {
        double saved = demands[i].extra[widths[i]] - demands[i].extra[wider];
        double gain = demands[i].weight * saved / (wider - widths[i]);

        if (gain <= best)
          continue;
        best = gain;
        *column = i;
        *width = wider;
      }
  return best > 0;
}

/* Widens columns from their least widths by @room, at most; returns what nobody has a use for. */
static double
feed (const Demand *demands, guint n_columns, double room, MarathonColumnPlace *places)
{
  guint widths[MARATHON_REPORT_MAX_COLUMNS];
  guint column, width;

  for (guint i = 0; i < n_columns; i++)
    widths[i] = demands[i].least;
  while (find_step (demands, widths, n_columns, room, &column, &width))
    {
      room -= width - widths[column];
      widths[column] = width;
    }
  for (guint i = 0; i < n_columns; i++)
    places[i].width = widths[i];
  return room;
}

/* The widest columns give way until all fit: there words break, and in the narrow ones of bibs and times none does. */
static void
squeeze (const Demand *demands, guint n_columns, double available, MarathonColumnPlace *places)
{
  double low = 0, high = available;

  for (guint round = 0; round < 40; round++)
    {
      double limit = (low + high) / 2;
      double sum = 0;

      for (guint i = 0; i < n_columns; i++)
        sum += MIN (demands[i].least, limit);
      if (sum > available)
        high = limit;
      else
        low = limit;
    }
  for (guint i = 0; i < n_columns; i++)
    places[i].width = MIN (demands[i].least, low);
}

static double
choose_scale (double least, double available)
{
  double airy = available / (least * AIR);

  if (airy >= 1)
    return 1;
  return available / least >= AIRY_SCALE ? MAX (airy, AIRY_SCALE) : MAX (available / least, MIN_SCALE);
}

/* Sets widths so that they add up to @available, at most. */
static void
assign (const MarathonReport *report, const Demand *demands, double available, MarathonColumnWidths *widths)
{
  guint n_columns = marathon_report_get_n_columns (report);
  double least = 0;
  double room;

  for (guint i = 0; i < n_columns; i++)
    least += demands[i].least;
  widths->table_scale = choose_scale (least, available);
  room = available / widths->table_scale - least;
  if (room >= 0)
    share (report, feed (demands, n_columns, room, widths->columns), widths->columns);
  else
    squeeze (demands, n_columns, available / widths->table_scale, widths->columns);
  for (guint i = 0; i < n_columns; i++)
    widths->columns[i].width *= widths->table_scale;
}

void
marathon_column_widths_compute (const MarathonReport       *report,
                                const MarathonTableMeasure *measure,
                                MarathonTextDrawer         *drawer,
                                double                      available,
                                MarathonColumnWidths       *widths)
{
  g_autofree MarathonColumnMeasure *measures = NULL;
  g_autofree Demand *demands = NULL;
  guint n_columns;
  double gap;
  double x = 0;

  g_return_if_fail (report != NULL && measure != NULL && drawer != NULL && available > 0 && widths != NULL);

  n_columns = measure->n_columns;
  gap = MIN (GAP, available * MAX_GAPS / n_columns);
  widths->has_line_ends = measure->has_line_ends;
  widths->table_scale = 1.0;
  widths->indent_column = measure->indent_column;
  available -= gap * (n_columns - 1);
  measures = g_memdup2 (measure->columns, n_columns * sizeof *measures); /* headings are added */
  demands = g_new0 (Demand, n_columns);
  for (guint i = 0; i < n_columns; i++)
    set_demand (marathon_report_get_column (report, i), &measures[i], drawer, available, &demands[i]);
  assign (report, demands, available, widths);
  for (guint i = 0; i < n_columns; i++)
    {
      widths->columns[i].x = x;
      widths->columns[i].natural = measures[i].widest * widths->table_scale;
      x += widths->columns[i].width + gap;
    }
  widths->indent = measure->indent * widths->table_scale;
}
