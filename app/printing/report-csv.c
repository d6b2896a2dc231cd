/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any report as CSV: a table is a table.
 */
#include "printing/report-csv.h"

#include <glib/gi18n-lib.h>

static gboolean
has_headings (const MarathonReport *report)
{
  for (guint i = 0; i < marathon_report_get_n_sections (report); i++)
    if (*marathon_report_get_section (report, i)->heading != '\0')
      return TRUE;
  return FALSE;
}

static void
append_head (const MarathonReport *report, MarathonCsvWriter *writer, gboolean with_sections, gboolean raw)
{
  if (with_sections)
    marathon_csv_writer_append_cell (writer, raw ? "section" : _ ("Section"), -1);
  for (guint i = 0; i < marathon_report_get_n_columns (report); i++)
    {
      const MarathonReportColumn *column = marathon_report_get_column (report, i);

      marathon_csv_writer_append_cell (writer, raw ? column->key : column->heading, -1);
    }
  if (marathon_report_count (report, MARATHON_REPORT_ROW_NOTE) > 0)
    marathon_csv_writer_append_cell (writer, raw ? "note" : _ ("Note"), -1);
  marathon_csv_writer_row_end (writer);
}

static gboolean
is_note (const MarathonReport *report, guint row)
{
  return marathon_report_get_row_kind (report, row) == MARATHON_REPORT_ROW_NOTE;
}

/* The notes from @row on, which are about the row above, in one cell; returns the row after them. */
static guint
append_notes (const MarathonReport *report, guint row, guint end, MarathonCsvWriter *writer)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (; row < end && is_note (report, row); row++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", marathon_report_get_cell (report, row, 0));
  marathon_csv_writer_append_cell (writer, text->str, (gssize) text->len);
  return row;
}

static void
append_section (const MarathonReport *report, guint section, MarathonCsvWriter *writer, gboolean with_sections)
{
  const char *heading = marathon_report_get_section (report, section)->heading;
  gboolean with_notes = marathon_report_count (report, MARATHON_REPORT_ROW_NOTE) > 0;
  const char *cells[MARATHON_REPORT_MAX_COLUMNS];
  guint row, end;

  marathon_report_get_section_rows (report, section, &row, &end);
  while (row < end)
    {
      gboolean note_alone = is_note (report, row);

      marathon_report_get_cells (report, row, cells);
      if (with_sections)
        marathon_csv_writer_append_cell (writer, heading, -1);
      for (guint i = 0; i < marathon_report_get_n_columns (report); i++)
        marathon_csv_writer_append_cell (writer, note_alone ? "" : cells[i], -1);
      row += !note_alone;
      if (with_notes)
        row = append_notes (report, row, end, writer);
      marathon_csv_writer_row_end (writer);
    }
}

void
marathon_report_append_csv (MarathonReport *report, const MarathonCsvWriterOptions *options, GString *out)
{
  g_autoptr (MarathonCsvWriter) writer = NULL;
  gboolean with_sections;

  g_return_if_fail (report != NULL && out != NULL);

  writer = marathon_csv_writer_new (out, options);
  with_sections = has_headings (report);
  append_head (report, writer, with_sections, options != NULL && options->raw);
  for (guint i = 0; i < marathon_report_get_n_sections (report); i++)
    append_section (report, i, writer, with_sections);
}
