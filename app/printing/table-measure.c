/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonTableMeasure: each text is measured where it is met first; most texts of a list are met again and again.
 */
#include "printing/table-measure.h"

#include <math.h>
#include <string.h>

#define GUIDE_INDENT 1.2 /* em */
/* Widths of cells are kept in parts of a point. */
#define CELL_PARTS 32.0
#define CELL_UNKNOWN G_MAXUINT16
/* Texts of a column that are remembered, each in the place that its hash says. */
#define N_KNOWN 2048

/* A text that was measured: the same text needs the same, and has told its longest word. */
typedef struct {
  const char *text;
  double      width;
  guint       hash;
  guint16     cell_width;
} Known;

typedef struct {
  MarathonTableMeasure *measure;
  MarathonTextDrawer   *drawer;
  Known                *known; /* N_KNOWN for each column */
} Pass;

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

/* A line feed, a carriage return, U+2028 or U+2029. */
static gboolean
has_line_end (const char *text)
{
  for (; *text != '\0'; text++)
    if (*text == '\n' || *text == '\r'
        || (*text == '\342' && text[1] == '\200' && (text[2] == '\250' || text[2] == '\251')))
      return TRUE;
  return FALSE;
}

static guint16
pack_width (double width)
{
  double parts = ceil (width * CELL_PARTS);

  return parts < CELL_UNKNOWN ? (guint16) parts : CELL_UNKNOWN;
}

static void
count_cell (MarathonColumnMeasure *column, double width)
{
  column->n_cells++;
  column->buckets[MIN ((guint) width, MARATHON_MEASURE_N_BUCKETS - 1)]++;
  column->widest = MAX (column->widest, width);
}

static double
measure_text (Pass *pass, MarathonColumnMeasure *column, MarathonTextFace face, const char *text, double indent,
              guint16 *cell_width)
{
  double longest_word = MAX (column->longest_word - indent, 0);
  double width = marathon_text_drawer_measure_words (pass->drawer, face, text, &longest_word) + indent;

  column->longest_word = MAX (column->longest_word, longest_word + indent);
  *cell_width = pack_width (width);
  if (has_line_end (text))
    {
      pass->measure->has_line_ends = TRUE;
      *cell_width = CELL_UNKNOWN;
    }
  return width;
}

static guint
hash_text (const char *text)
{
  guint hash = 2166136261u; /* FNV-1a */

  for (; *text != '\0'; text++)
    hash = (hash ^ (guchar) *text) * 16777619u;
  return hash ^ hash >> 15;
}

static void
measure_entrant_cell (Pass *pass, guint i, MarathonTextFace face, const char *text, guint16 *cell_width)
{
  MarathonColumnMeasure *column = &pass->measure->columns[i];
  guint hash = hash_text (text);
  Known *known = &pass->known[i * N_KNOWN + hash % N_KNOWN];

  if (known->text == NULL || known->hash != hash || strcmp (known->text, text) != 0)
    {
      known->width = measure_text (pass, column, face, text, 0, &known->cell_width);
      known->text = text;
      known->hash = hash;
    }
  *cell_width = known->cell_width;
  count_cell (column, known->width);
}

static void
measure_row (Pass *pass, const MarathonReport *report, guint row)
{
  const char *cells[MARATHON_REPORT_MAX_COLUMNS];
  MarathonTableMeasure *measure = pass->measure;
  MarathonReportRowKind kind = marathon_report_get_row_kind (report, row);
  guint16 *cell_widths = measure->cell_widths + (gsize) row * measure->n_columns;

  if (kind == MARATHON_REPORT_ROW_NOTE)
    return;
  marathon_report_get_cells (report, row, cells);
  for (guint i = 0; i < measure->n_columns; i++)
    {
      MarathonTextFace face = marathon_column_face (marathon_report_get_column (report, i), kind);
      double indent = i == measure->indent_column ? measure->indent : 0;

      if (*cells[i] == '\0')
        continue;
      if (kind == MARATHON_REPORT_ROW_ENTRANT)
        measure_entrant_cell (pass, i, face, cells[i], &cell_widths[i]);
      else
        count_cell (&measure->columns[i],
                    measure_text (pass, &measure->columns[i], face, cells[i], indent, &cell_widths[i]));
    }
}

MarathonTableMeasure *
marathon_table_measure_new (const MarathonReport *report, MarathonTextDrawer *drawer, GCancellable *cancellable)
{
  MarathonTableMeasure *self;
  g_autofree Known *known = NULL;
  Pass pass = { .drawer = drawer };
  guint n_rows;

  g_return_val_if_fail (report != NULL && drawer != NULL, NULL);

  self = g_new0 (MarathonTableMeasure, 1);
  self->n_columns = marathon_report_get_n_columns (report);
  self->columns = g_new0 (MarathonColumnMeasure, self->n_columns);
  self->indent = GUIDE_INDENT * marathon_text_drawer_get_size (drawer, MARATHON_TEXT_BODY);
  self->indent_column = find_indent_column (report);
  n_rows = marathon_report_get_n_rows (report);
  self->cell_widths = g_new0 (guint16, MAX ((gsize) n_rows * self->n_columns, 1));
  known = g_new0 (Known, N_KNOWN * self->n_columns);
  pass.measure = self;
  pass.known = known;
  for (guint row = 0; row < n_rows && !g_cancellable_is_cancelled (cancellable); row++)
    measure_row (&pass, report, row);
  return self;
}

void
marathon_table_measure_free (MarathonTableMeasure *self)
{
  if (self == NULL)
    return;
  g_free (self->columns);
  g_free (self->cell_widths);
  g_free (self);
}

double
marathon_table_measure_get_cell_width (const MarathonTableMeasure *self, guint row, guint column)
{
  guint16 parts = self->cell_widths[(gsize) row * self->n_columns + column];

  return parts == CELL_UNKNOWN ? G_MAXDOUBLE : parts / CELL_PARTS;
}
