/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonCsvWriter: appends rows of CSV to a buffer, for spreadsheets or for other programs.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  char delimiter; /* one of , ; TAB |; 0 is the comma */
  gboolean bom;   /* begin with a byte order mark, by which Excel knows UTF-8 */
  gboolean raw;   /* for other programs: every cell exactly as it is */
} MarathonCsvWriterOptions;

typedef struct _MarathonCsvWriter MarathonCsvWriter;

/**
 * marathon_csv_writer_new:
 * @out: (transfer none): the buffer, outliving the writer; between two rows the caller may empty it
 * @options: (nullable): %NULL is comma, no mark, not raw
 *
 * Rows end with CR LF; cells are quoted where reading them back needs it. Unless @options says raw, a cell that a
 * spreadsheet would run as a formula (it begins with = + - @, their full-width forms ＝ ＋ － ＠, TAB, CR or LF) gets an
 * apostrophe in front, as the OWASP page on CSV injection advises. That changes phone numbers ("+44 …") too: what is
 * to be imported again is written raw.
 *
 * Returns: (transfer full): a writer that has written nothing but the mark
 */
MarathonCsvWriter *marathon_csv_writer_new (GString *out, const MarathonCsvWriterOptions *options);

void marathon_csv_writer_free (MarathonCsvWriter *writer);

/** Appends one cell to the row. @text: valid UTF-8 (%NULL is ""); @length: in bytes, -1 where @text ends in NUL. */
void marathon_csv_writer_append_cell (MarathonCsvWriter *writer, const char *text, gssize length);

/** Ends the row, which has at least one cell. */
void marathon_csv_writer_row_end (MarathonCsvWriter *writer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonCsvWriter, marathon_csv_writer_free)

G_END_DECLS
