/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonReport: all cells are NUL-terminated strings, one after the other, in one block; a row is the offset of its
 * first cell.
 */
#include "printing/report.h"

#include <string.h>

/* A row is 64 bits: its kind above the offset of its first cell. */
#define KIND_SHIFT 62
#define OFFSET_MASK ((G_GUINT64_CONSTANT (1) << KIND_SHIFT) - 1)

typedef struct {
  MarathonReportSection texts;
  guint                 first_row;
  guint                 counts[MARATHON_REPORT_N_ROW_KINDS];
} Section;

struct _MarathonReport {
  gatomicrefcount ref_count;
  char           *texts[MARATHON_REPORT_N_TEXTS];
  gboolean        right_to_left;
  gboolean        finished;
  GArray         *columns;  /* MarathonReportColumn */
  GArray         *sections; /* Section */
  GArray         *rows;     /* guint64 */
  GString        *cells;
  guint           n_row_cells; /* of the row being built */
  guint           n_row_slots; /* how many cells that row takes in all */
  guint           counts[MARATHON_REPORT_N_ROW_KINDS];
};

static void
clear_column (gpointer data)
{
  MarathonReportColumn *column = data;

  g_free ((char *) column->key);
  g_free ((char *) column->heading);
}

static void
clear_section (gpointer data)
{
  Section *section = data;

  g_free ((char *) section->texts.heading);
  g_free ((char *) section->texts.subheading);
  g_free ((char *) section->texts.totals);
  g_free ((char *) section->texts.swatch_name);
  g_free ((char *) section->texts.swatch_ink);
  g_free ((char *) section->texts.swatch_ground);
}

static char *
copy_text (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

static Section *
last_section (MarathonReport *self)
{
  return &g_array_index (self->sections, Section, self->sections->len - 1);
}

/* The cells that the caller left out of the last row. */
static void
complete_row (MarathonReport *self)
{
  for (; self->n_row_cells < self->n_row_slots; self->n_row_cells++)
    g_string_append_c (self->cells, '\0');
}

MarathonReport *
marathon_report_new (void)
{
  MarathonReport *self = g_new0 (MarathonReport, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->columns = g_array_new (FALSE, FALSE, sizeof (MarathonReportColumn));
  self->sections = g_array_new (FALSE, FALSE, sizeof (Section));
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->cells = g_string_new (NULL);
  g_array_set_clear_func (self->columns, clear_column);
  g_array_set_clear_func (self->sections, clear_section);
  for (guint i = 0; i < MARATHON_REPORT_N_TEXTS; i++)
    self->texts[i] = g_strdup ("");
  return self;
}

MarathonReport *
marathon_report_ref (MarathonReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
marathon_report_unref (MarathonReport *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < MARATHON_REPORT_N_TEXTS; i++)
    g_free (self->texts[i]);
  g_array_unref (self->columns);
  g_array_unref (self->sections);
  g_array_unref (self->rows);
  g_string_free (self->cells, TRUE);
  g_free (self);
}

void
marathon_report_set_text (MarathonReport *self, MarathonReportText which, const char *text)
{
  g_return_if_fail (self != NULL && !self->finished);
  g_return_if_fail (which < MARATHON_REPORT_N_TEXTS);

  g_free (self->texts[which]);
  self->texts[which] = copy_text (text);
}

void
marathon_report_set_right_to_left (MarathonReport *self, gboolean right_to_left)
{
  g_return_if_fail (self != NULL && !self->finished);

  self->right_to_left = right_to_left;
}

void
marathon_report_add_column (MarathonReport *self, const MarathonReportColumn *column)
{
  MarathonReportColumn copy;

  g_return_if_fail (self != NULL && !self->finished && column != NULL);
  g_return_if_fail (self->sections->len == 0 && self->columns->len < MARATHON_REPORT_MAX_COLUMNS);
  g_return_if_fail (column->width == MARATHON_REPORT_WIDTH_NATURAL || column->width_value > 0);

  copy = *column;
  copy.key = copy_text (column->key);
  copy.heading = copy_text (column->heading);
  g_array_append_val (self->columns, copy);
}

void
marathon_report_begin_section (MarathonReport *self, const MarathonReportSection *section)
{
  Section copy = { 0 };

  g_return_if_fail (self != NULL && !self->finished && section != NULL);
  g_return_if_fail (self->columns->len > 0);

  copy.texts.heading = copy_text (section->heading);
  copy.texts.subheading = copy_text (section->subheading);
  copy.texts.totals = copy_text (section->totals);
  copy.texts.page_break_before = section->page_break_before;
  copy.texts.swatch_name = copy_text (section->swatch_name);
  copy.texts.swatch_ink = copy_text (section->swatch_ink);
  copy.texts.swatch_ground = copy_text (section->swatch_ground);
  copy.first_row = self->rows->len;
  g_array_append_val (self->sections, copy);
}

void
marathon_report_set_section_totals (MarathonReport *self, const char *totals)
{
  Section *section;

  g_return_if_fail (self != NULL && !self->finished);
  g_return_if_fail (self->sections->len > 0);

  section = last_section (self);
  g_free ((char *) section->texts.totals);
  section->texts.totals = copy_text (totals);
}

void
marathon_report_begin_row (MarathonReport *self, MarathonReportRowKind kind)
{
  guint64 row;

  g_return_if_fail (self != NULL && !self->finished);
  g_return_if_fail (kind < MARATHON_REPORT_N_ROW_KINDS);
  g_return_if_fail (self->columns->len > 0);

  if (self->sections->len == 0)
    marathon_report_begin_section (self, &(MarathonReportSection) { 0 });
  complete_row (self);
  row = ((guint64) kind << KIND_SHIFT) | self->cells->len;
  g_array_append_val (self->rows, row);
  self->n_row_cells = 0;
  self->n_row_slots = kind == MARATHON_REPORT_ROW_NOTE ? 1 : self->columns->len;
  self->counts[kind]++;
  last_section (self)->counts[kind]++;
}

void
marathon_report_add_cell (MarathonReport *self, const char *text)
{
  marathon_report_add_cell_length (self, text, text != NULL ? strlen (text) : 0);
}

void
marathon_report_add_cell_length (MarathonReport *self, const char *text, gsize length)
{
  g_return_if_fail (self != NULL && !self->finished);
  g_return_if_fail (self->n_row_cells < self->n_row_slots);

  if (length > 0)
    g_string_append_len (self->cells, text, (gssize) length);
  g_string_append_c (self->cells, '\0');
  self->n_row_cells++;
}

void
marathon_report_finish (MarathonReport *self)
{
  g_return_if_fail (self != NULL && !self->finished);
  g_return_if_fail (self->columns->len > 0);

  complete_row (self);
  if (self->sections->len == 0)
    marathon_report_begin_section (self, &(MarathonReportSection) { 0 });
  self->finished = TRUE;
}

guint
marathon_report_get_n_rows (const MarathonReport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

guint
marathon_report_count (const MarathonReport *self, MarathonReportRowKind kind)
{
  g_return_val_if_fail (self != NULL && kind < MARATHON_REPORT_N_ROW_KINDS, 0);

  return self->counts[kind];
}

guint
marathon_report_count_in_section (const MarathonReport *self, guint section, MarathonReportRowKind kind)
{
  g_return_val_if_fail (self != NULL && section < self->sections->len, 0);
  g_return_val_if_fail (kind < MARATHON_REPORT_N_ROW_KINDS, 0);

  return g_array_index (self->sections, Section, section).counts[kind];
}

const char *
marathon_report_get_text (const MarathonReport *self, MarathonReportText which)
{
  g_return_val_if_fail (self != NULL && which < MARATHON_REPORT_N_TEXTS, "");

  return self->texts[which];
}

gboolean
marathon_report_is_confidential (const MarathonReport *self)
{
  return *marathon_report_get_text (self, MARATHON_REPORT_CONFIDENTIAL) != '\0';
}

gboolean
marathon_report_get_right_to_left (const MarathonReport *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->right_to_left;
}

guint
marathon_report_get_n_columns (const MarathonReport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->columns->len;
}

const MarathonReportColumn *
marathon_report_get_column (const MarathonReport *self, guint column)
{
  g_return_val_if_fail (self != NULL && column < self->columns->len, NULL);

  return &g_array_index (self->columns, MarathonReportColumn, column);
}

guint
marathon_report_get_n_sections (const MarathonReport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->sections->len;
}

const MarathonReportSection *
marathon_report_get_section (const MarathonReport *self, guint section)
{
  g_return_val_if_fail (self != NULL && section < self->sections->len, NULL);

  return &g_array_index (self->sections, Section, section).texts;
}

void
marathon_report_get_section_rows (const MarathonReport *self, guint section, guint *first, guint *end)
{
  g_return_if_fail (self != NULL && section < self->sections->len);

  *first = g_array_index (self->sections, Section, section).first_row;
  *end = self->rows->len;
  if (section + 1 < self->sections->len)
    *end = g_array_index (self->sections, Section, section + 1).first_row;
}

MarathonReportRowKind
marathon_report_get_row_kind (const MarathonReport *self, guint row)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len, MARATHON_REPORT_ROW_ENTRANT);

  return (MarathonReportRowKind) (g_array_index (self->rows, guint64, row) >> KIND_SHIFT);
}

void
marathon_report_get_cells (const MarathonReport *self, guint row, const char **cells)
{
  const char *cell;
  guint64 packed;
  guint n_cells;

  g_return_if_fail (self != NULL && self->finished && row < self->rows->len);

  packed = g_array_index (self->rows, guint64, row);
  cell = self->cells->str + (packed & OFFSET_MASK);
  n_cells = packed >> KIND_SHIFT == MARATHON_REPORT_ROW_NOTE ? 1 : self->columns->len;
  for (guint i = 0; i < n_cells; i++)
    {
      cells[i] = cell;
      cell += strlen (cell) + 1;
    }
  for (guint i = n_cells; i < self->columns->len; i++)
    cells[i] = "";
}

const char *
marathon_report_get_cell (const MarathonReport *self, guint row, guint column)
{
  const char *cells[MARATHON_REPORT_MAX_COLUMNS] = { "" };

  g_return_val_if_fail (self != NULL && column < self->columns->len, "");

  marathon_report_get_cells (self, row, cells);
  return cells[column];
}
