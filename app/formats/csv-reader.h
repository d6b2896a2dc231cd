/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonCsvTable: the cells of a CSV file, scanned whole. Knows nothing of what they mean.
 */
#pragma once

#include "formats/text-encoding.h"

G_BEGIN_DECLS

#define MARATHON_CSV_ERROR (marathon_csv_error_quark ())

typedef enum {
  MARATHON_CSV_ERROR_NOT_CSV,      /* a web page or an XML file */
  MARATHON_CSV_ERROR_UNTERMINATED, /* a quotation mark that is opened and never closed */
  MARATHON_CSV_ERROR_TOO_LARGE,    /* one of the limits below */
} MarathonCsvError;

GQuark marathon_csv_error_quark (void);

/** The largest file, before and after its conversion to UTF-8, in bytes. */
#define MARATHON_CSV_MAX_SIZE ((gsize) 1 << 30)
/** The longest cell in bytes: the limit of a value of the project file. */
#define MARATHON_CSV_MAX_CELL 65536
/** The most cells of one row. */
#define MARATHON_CSV_MAX_COLUMNS 512
/** How many rows at the top of a file may be titles and the header. */
#define MARATHON_CSV_MAX_HEADING 20
/** The most rows: four million people below a heading. */
#define MARATHON_CSV_MAX_ROWS (4000000 + MARATHON_CSV_MAX_HEADING)
/** How many warnings are kept; the others are counted. */
#define MARATHON_CSV_MAX_WARNINGS 65536

typedef struct {
  char delimiter;                /* an ASCII character other than quotation mark and line end; 0 finds it out */
  MarathonTextEncoding encoding; /* MARATHON_TEXT_ENCODING_UNKNOWN finds it out */
} MarathonCsvOptions;

typedef enum {
  MARATHON_CSV_WARNING_SHORT_ROW,        /* fewer cells than most rows; the column is the first one missing */
  MARATHON_CSV_WARNING_LONG_ROW,         /* text beyond the cells of most rows; the column is the first such cell */
  MARATHON_CSV_WARNING_BARE_QUOTE,       /* a quotation mark inside a cell that begins with none; kept as it is */
  MARATHON_CSV_WARNING_TEXT_AFTER_QUOTE, /* text between the closing quotation mark and the end of the cell; kept */
} MarathonCsvWarningKind;

typedef struct {
  guint line;   /* of the file, from 1: where the row begins, or for quotation marks where the cell begins */
  guint column; /* the cell's number in its row, from 1 */
  MarathonCsvWarningKind kind;
} MarathonCsvWarning;

typedef struct _MarathonCsvTable MarathonCsvTable;

/**
 * marathon_csv_table_new:
 * @bytes: a whole file in any encoding that marathon_text_encoding_to_utf8() knows
 * @options: (nullable): what a person chose
 *
 * Reads RFC 4180 and what programs make of it: line ends of all three kinds, mixed; line ends within quotes; a
 * quotation mark within an unquoted cell is a letter like any other; text after a closing quotation mark belongs to
 * the cell; rows may differ in length. A first line "sep=;" as Excel writes and reads it names the delimiter and is
 * no row. Lines without any character are no rows either, but count as lines. Cells are neither trimmed nor cleaned.
 *
 * Returns: (transfer full): the table, maybe without rows; %NULL with @error of MARATHON_CSV_ERROR, whose message
 *   begins with "line 12, column 3: " where there is a place to name, or of MARATHON_TEXT_ENCODING_ERROR
 */
MarathonCsvTable *marathon_csv_table_new (GBytes *bytes, const MarathonCsvOptions *options, GError **error);

void marathon_csv_table_free (MarathonCsvTable *table);

/** How many rows there are, titles and header included. */
guint marathon_csv_table_get_n_rows (const MarathonCsvTable *table);

/** The number of cells that most rows have (of several such numbers the highest); 0 without rows. */
guint marathon_csv_table_get_n_columns (const MarathonCsvTable *table);

/** The line of the file, from 1, in which row @row, from 0, begins. */
guint marathon_csv_table_get_line (const MarathonCsvTable *table, guint row);

/** How many cells row @row has: at least 1. */
guint marathon_csv_table_get_n_cells (const MarathonCsvTable *table, guint row);

/**
 * marathon_csv_table_get_cell:
 * @column: from 0; the row need not have so many cells
 * @length: (out) (optional): in bytes
 *
 * Returns: (transfer none): the text of the cell, ending in NUL, valid for as long as the table is; "" beyond the end
 *   of the row
 */
const char *marathon_csv_table_get_cell (const MarathonCsvTable *table, guint row, guint column, gsize *length);

/** %TRUE where no cell of the row holds more than white space: what is left of an emptied row of a spreadsheet. */
gboolean marathon_csv_table_is_row_blank (const MarathonCsvTable *table, guint row);

/** The delimiter that was given, named by the file or found out. */
char marathon_csv_table_get_delimiter (const MarathonCsvTable *table);

/** The encoding that was given or found out. */
MarathonTextEncoding marathon_csv_table_get_encoding (const MarathonCsvTable *table);

/** How many lines without any character were passed over. */
guint marathon_csv_table_get_n_empty_lines (const MarathonCsvTable *table);

/** Returns: (transfer none) (array length=n_warnings): what was odd, by line and column. A row may have several. */
const MarathonCsvWarning *marathon_csv_table_get_warnings (const MarathonCsvTable *table, guint *n_warnings);

/** How many warnings there were beyond MARATHON_CSV_MAX_WARNINGS. */
guint marathon_csv_table_get_n_more_warnings (const MarathonCsvTable *table);

/** Returns: (transfer full): a translated sentence that begins with "line 12, column 3: ". */
char *marathon_csv_warning_describe (const MarathonCsvWarning *warning);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonCsvTable, marathon_csv_table_free)

G_END_DECLS
