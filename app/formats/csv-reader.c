/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonCsvTable: the cells of a CSV file, scanned whole. Knows nothing of what they mean.
 *
 * The text is copied once. The scan walks over it byte by byte, takes the quoting out in place and puts a NUL where
 * each cell ends, so that a cell is no more than the offset of its first byte: four bytes for each, and no copy.
 */
#include "formats/csv-reader.h"

#include "formats/csv-delimiter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (marathon-csv-error-quark, marathon_csv_error)

typedef struct {
  guint32 first_cell; /* in cells; the row ends where the next one begins */
  guint32 line;
} Row;

struct _MarathonCsvTable
{
  char *text;
  guint32 *cells; /* where in text each cell begins */
  gsize n_cells;
  gsize cells_size;
  Row *rows; /* one more than n_rows: the last one is the end of the last but one */
  guint n_rows;
  gsize rows_size;
  guint n_columns;
  guint n_empty_lines;
  char delimiter;
  MarathonTextEncoding encoding;
  GArray *warnings;
  guint n_more_warnings;
};

typedef struct {
  MarathonCsvTable *table;
  char *next;
  guint line;
  char delimiter;
  guint8 ends_plain[256]; /* the bytes that end the quick walk through an unquoted cell */
} Scanner;

static void
set_error_at (GError **error, MarathonCsvError code, guint line, guint column, const char *sentence)
{
  g_set_error (error, MARATHON_CSV_ERROR, code, _("line %u, column %u: %s"), line, column, sentence);
}

static void
warn (MarathonCsvTable *table, guint line, guint column, MarathonCsvWarningKind kind)
{
  MarathonCsvWarning warning = { .line = line, .column = column, .kind = kind };

  if (table->warnings->len == MARATHON_CSV_MAX_WARNINGS)
    {
      table->n_more_warnings++;
      return;
    }
  g_array_append_val (table->warnings, warning);
}

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

/* Moves past one line end: LF, CR or CR LF. */
static char *
skip_line_end (char *at)
{
  return at[0] == '\r' && at[1] == '\n' ? at + 2 : at + 1;
}

/* --- Cells --- */

/* Returns: the byte that ends the unquoted cell at @cell. */
static char *
scan_plain (Scanner *self, char *cell, guint column)
{
  const guint8 *ends = self->ends_plain;
  char *at = cell;

  while (!ends[(guchar) *at])
    at++;
  if (G_UNLIKELY (*at == '"'))
    {
      warn (self->table, self->line, column, MARATHON_CSV_WARNING_BARE_QUOTE);
      while (*at == '"' || !ends[(guchar) *at])
        at++;
    }
  return at;
}

static void
set_quote_error (GError **error, gboolean at_end, guint line, guint column)
{
  if (at_end)
    set_error_at (error, MARATHON_CSV_ERROR_UNTERMINATED, line, column,
                  _("the quotation mark opened here is never closed"));
  else
    set_error_at (error, MARATHON_CSV_ERROR_TOO_LARGE, line, column,
                  _("the quotation mark opened here is not closed within 64 KiB"));
}

/* Moves the text between the quotation marks at @at and the closing one to where it is, without doubled marks.
 * Returns: the first byte after the closing mark, or %NULL; sets @end to the end of the moved text. */
static char *
scan_quoted (Scanner *self, char *at, guint column, char **end, GError **error)
{
  guint line = self->line;
  char *start = at;
  char *out = at;

  while (*at != '"' || at[1] == '"')
    {
      if (G_UNLIKELY (*at == '\0' || out - start == MARATHON_CSV_MAX_CELL))
        {
          set_quote_error (error, *at == '\0', line, column);
          return NULL;
        }
      if (*at == '"')
        at++;
      else if (*at == '\n' || (*at == '\r' && at[1] != '\n'))
        self->line++;
      *out++ = *at++;
    }
  *end = out;
  return at + 1;
}

/* Returns: the byte that ends the quoted cell whose opening mark is at @mark, or %NULL. The cell is the text after
 * @mark. */
static char *
scan_quoted_cell (Scanner *self, char *mark, guint column, GError **error)
{
  guint line = self->line;
  char *out = NULL;
  char *at = scan_quoted (self, mark + 1, column, &out, error);

  if (at == NULL)
    return NULL;
  if (G_UNLIKELY (*at == '"' || !self->ends_plain[(guchar) *at]))
    warn (self->table, line, column, MARATHON_CSV_WARNING_TEXT_AFTER_QUOTE);
  while (*at == '"' || !self->ends_plain[(guchar) *at])
    *out++ = *at++;
  *out = '\0';
  return at;
}

/* --- Rows --- */

static guint32 *
reserve_cells (MarathonCsvTable *table)
{
  if (table->cells_size - table->n_cells < MARATHON_CSV_MAX_COLUMNS)
    {
      table->cells_size = table->cells_size * 2 + MARATHON_CSV_MAX_COLUMNS;
      table->cells = g_renew (guint32, table->cells, table->cells_size);
    }
  return table->cells + table->n_cells;
}

static void
begin_row (MarathonCsvTable *table, guint line)
{
  if (table->n_rows == table->rows_size)
    {
      table->rows_size = table->rows_size * 2 + 64;
      table->rows = g_renew (Row, table->rows, table->rows_size);
    }
  table->rows[table->n_rows].first_cell = (guint32) table->n_cells;
  table->rows[table->n_rows].line = line;
}

/* Reads one row, at least one cell, and moves past its line end. */
static gboolean
scan_row (Scanner *self, GError **error)
{
  guint32 *cells = reserve_cells (self->table);
  guint n = 0;
  char *at = self->next;
  char ended_by;

  begin_row (self->table, self->line);
  do
    {
      gboolean quoted = *at == '"';
      char *cell = quoted ? at + 1 : at;

      if (G_UNLIKELY (n == MARATHON_CSV_MAX_COLUMNS))
        {
          set_error_at (error, MARATHON_CSV_ERROR_TOO_LARGE, self->line, n + 1, _("a row has at most 512 cells"));
          return FALSE;
        }
      at = quoted ? scan_quoted_cell (self, at, n + 1, error) : scan_plain (self, at, n + 1);
      if (at == NULL)
        return FALSE;
      if (G_UNLIKELY (at - cell > MARATHON_CSV_MAX_CELL) && (!quoted || strlen (cell) > MARATHON_CSV_MAX_CELL))
        {
          set_error_at (error, MARATHON_CSV_ERROR_TOO_LARGE, self->line, n + 1,
                        _("a cell holds at most 64 KiB of text"));
          return FALSE;
        }
      cells[n++] = (guint32) (cell - self->table->text);
      ended_by = *at;
      *at = '\0';
      if (ended_by != '\0')
        at++;
    }
  while (ended_by == self->delimiter);

  if (ended_by == '\r' && *at == '\n')
    at++;
  self->next = at;
  self->line++;
  self->table->n_cells += n;
  self->table->n_rows++;
  return TRUE;
}

static gboolean
scan_rows (Scanner *self, GError **error)
{
  while (*self->next != '\0')
    {
      if (is_line_end (*self->next))
        {
          self->next = skip_line_end (self->next);
          self->line++;
          self->table->n_empty_lines++;
          continue;
        }
      if (self->table->n_rows == MARATHON_CSV_MAX_ROWS)
        {
          set_error_at (error, MARATHON_CSV_ERROR_TOO_LARGE, self->line, 1, _("a file has at most 4,000,000 rows"));
          return FALSE;
        }
      if (!scan_row (self, error))
        return FALSE;
    }
  begin_row (self->table, self->line);
  return TRUE;
}

/* --- What is odd --- */

static guint
find_n_columns (const MarathonCsvTable *table)
{
  guint rows_with[MARATHON_CSV_MAX_COLUMNS + 1] = { 0 };
  guint most = 0;

  for (guint row = 0; row < table->n_rows; row++)
    rows_with[marathon_csv_table_get_n_cells (table, row)]++;
  for (guint n = 1; n <= MARATHON_CSV_MAX_COLUMNS; n++)
    if (rows_with[n] > 0 && rows_with[n] >= rows_with[most])
      most = n;
  return most;
}

/* Empty cells beyond the last column are what spreadsheets leave behind, and harmless. */
static void
warn_of_row (MarathonCsvTable *table, guint row)
{
  guint n_cells = marathon_csv_table_get_n_cells (table, row);

  if (n_cells < table->n_columns)
    warn (table, table->rows[row].line, n_cells + 1, MARATHON_CSV_WARNING_SHORT_ROW);
  for (guint column = table->n_columns; column < n_cells; column++)
    if (*marathon_csv_table_get_cell (table, row, column, NULL) != '\0')
      {
        warn (table, table->rows[row].line, column + 1, MARATHON_CSV_WARNING_LONG_ROW);
        return;
      }
}

static int
compare_warnings (gconstpointer a, gconstpointer b)
{
  const MarathonCsvWarning *first = a;
  const MarathonCsvWarning *second = b;

  if (first->line != second->line)
    return first->line < second->line ? -1 : 1;
  if (first->column != second->column)
    return first->column < second->column ? -1 : 1;
  return (int) first->kind - (int) second->kind;
}

static void
warn_of_ragged_rows (MarathonCsvTable *table)
{
  guint known = table->warnings->len;

  for (guint row = 0; row < table->n_rows; row++)
    if (marathon_csv_table_get_n_cells (table, row) != table->n_columns)
      warn_of_row (table, row);
  if (known > 0 && table->warnings->len > known)
    g_array_sort (table->warnings, compare_warnings);
}

/* --- Before the first row --- */

static gboolean
is_delimiter (char c)
{
  return c > 0 && c != '"' && !is_line_end (c);
}

static gboolean
refuse_markup (const char *text, GError **error)
{
  static const char *const beginnings[] = { "<?xml", "<!doctype", "<html", "<table" };
  gsize blank = strspn (text, " \t\r\n");

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_ascii_strncasecmp (text + blank, beginnings[i], strlen (beginnings[i])) == 0)
      {
        g_set_error_literal (error, MARATHON_CSV_ERROR, MARATHON_CSV_ERROR_NOT_CSV,
                             _("This is a web page or an XML file, whatever its name says. Open it in a spreadsheet "
                               "program and save it as CSV (UTF-8)."));
        return FALSE;
      }
  return TRUE;
}

static gboolean
check_size (gsize length, GError **error)
{
  if (length <= MARATHON_CSV_MAX_SIZE)
    return TRUE;
  g_set_error_literal (error, MARATHON_CSV_ERROR, MARATHON_CSV_ERROR_TOO_LARGE, _("The file is larger than 1 GiB."));
  return FALSE;
}

/* Copies the text, since scanning writes into it, and puts a NUL behind it, at which scanning ends. */
static gboolean
take_text (MarathonCsvTable *table, GBytes *bytes, const MarathonCsvOptions *options, gsize *length, GError **error)
{
  g_autoptr (GBytes) text = NULL;

  if (!check_size (g_bytes_get_size (bytes), error))
    return FALSE;
  text = marathon_text_encoding_to_utf8 (bytes, options->encoding, &table->encoding, error);
  if (text == NULL || !check_size (g_bytes_get_size (text), error))
    return FALSE;
  *length = g_bytes_get_size (text);
  table->text = g_malloc (*length + 1);
  if (*length > 0)
    memcpy (table->text, g_bytes_get_data (text, NULL), *length);
  table->text[*length] = '\0';
  return refuse_markup (table->text, error);
}

/* "sep=;" alone on the first line. */
static void
take_delimiter (Scanner *self, const MarathonCsvOptions *options, gsize length)
{
  char *text = self->table->text;
  gboolean named = g_ascii_strncasecmp (text, "sep=", 4) == 0 && is_delimiter (text[4])
                   && (text[5] == '\0' || is_line_end (text[5]));

  self->next = text;
  self->line = 1;
  if (named)
    {
      self->delimiter = text[4];
      self->next = text[5] == '\0' ? text + 5 : skip_line_end (text + 5);
      self->line = 2;
    }
  if (options->delimiter != '\0')
    self->delimiter = options->delimiter;
  else if (!named)
    self->delimiter = marathon_csv_delimiter_guess (text, length);

  self->table->delimiter = self->delimiter;
  self->ends_plain['\0'] = TRUE;
  self->ends_plain['\n'] = TRUE;
  self->ends_plain['\r'] = TRUE;
  self->ends_plain['"'] = TRUE;
  self->ends_plain[(guchar) self->delimiter] = TRUE;
}

static gboolean
scan (MarathonCsvTable *table, GBytes *bytes, const MarathonCsvOptions *options, GError **error)
{
  Scanner scanner = { .table = table };
  gsize length;

  if (!take_text (table, bytes, options, &length, error))
    return FALSE;
  take_delimiter (&scanner, options, length);
  /* Eight bytes a cell is a usual file; memory that stays untouched costs nothing. */
  table->cells_size = length / 8 + MARATHON_CSV_MAX_COLUMNS;
  table->cells = g_new (guint32, table->cells_size);
  if (!scan_rows (&scanner, error))
    return FALSE;
  table->cells = g_renew (guint32, table->cells, MAX (table->n_cells, 1));
  table->n_columns = find_n_columns (table);
  warn_of_ragged_rows (table);
  return TRUE;
}

/* --- The table --- */

MarathonCsvTable *
marathon_csv_table_new (GBytes *bytes, const MarathonCsvOptions *options, GError **error)
{
  static const MarathonCsvOptions no_options = { 0 };
  g_autoptr (MarathonCsvTable) table = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (options == NULL || options->delimiter == '\0' || is_delimiter (options->delimiter), NULL);

  table = g_new0 (MarathonCsvTable, 1);
  table->warnings = g_array_new (FALSE, FALSE, sizeof (MarathonCsvWarning));
  if (!scan (table, bytes, options != NULL ? options : &no_options, error))
    return NULL;
  return g_steal_pointer (&table);
}

void
marathon_csv_table_free (MarathonCsvTable *table)
{
  g_return_if_fail (table != NULL);

  g_array_unref (table->warnings);
  g_free (table->rows);
  g_free (table->cells);
  g_free (table->text);
  g_free (table);
}

guint
marathon_csv_table_get_n_rows (const MarathonCsvTable *table)
{
  g_return_val_if_fail (table != NULL, 0);

  return table->n_rows;
}

guint
marathon_csv_table_get_n_columns (const MarathonCsvTable *table)
{
  g_return_val_if_fail (table != NULL, 0);

  return table->n_columns;
}

guint
marathon_csv_table_get_line (const MarathonCsvTable *table, guint row)
{
  g_return_val_if_fail (table != NULL && row < table->n_rows, 0);

  return table->rows[row].line;
}

guint
marathon_csv_table_get_n_cells (const MarathonCsvTable *table, guint row)
{
  g_return_val_if_fail (table != NULL && row < table->n_rows, 0);

  return table->rows[row + 1].first_cell - table->rows[row].first_cell;
}

const char *
marathon_csv_table_get_cell (const MarathonCsvTable *table, guint row, guint column, gsize *length)
{
  const char *cell = "";

  g_return_val_if_fail (table != NULL && row < table->n_rows, "");

  if (column < marathon_csv_table_get_n_cells (table, row))
    cell = table->text + table->cells[table->rows[row].first_cell + column];
  if (length != NULL)
    *length = strlen (cell);
  return cell;
}

gboolean
marathon_csv_table_is_row_blank (const MarathonCsvTable *table, guint row)
{
  guint n_cells = marathon_csv_table_get_n_cells (table, row);

  for (guint column = 0; column < n_cells; column++)
    {
      const char *cell = marathon_csv_table_get_cell (table, row, column, NULL);

      for (const char *at = cell; *at != '\0'; at = g_utf8_next_char (at))
        if (!g_unichar_isspace (g_utf8_get_char (at)))
          return FALSE;
    }
  return TRUE;
}

char
marathon_csv_table_get_delimiter (const MarathonCsvTable *table)
{
  g_return_val_if_fail (table != NULL, '\0');

  return table->delimiter;
}

MarathonTextEncoding
marathon_csv_table_get_encoding (const MarathonCsvTable *table)
{
  g_return_val_if_fail (table != NULL, MARATHON_TEXT_ENCODING_UNKNOWN);

  return table->encoding;
}

guint
marathon_csv_table_get_n_empty_lines (const MarathonCsvTable *table)
{
  g_return_val_if_fail (table != NULL, 0);

  return table->n_empty_lines;
}

const MarathonCsvWarning *
marathon_csv_table_get_warnings (const MarathonCsvTable *table, guint *n_warnings)
{
  g_return_val_if_fail (table != NULL && n_warnings != NULL, NULL);

  *n_warnings = table->warnings->len;
  return (const MarathonCsvWarning *) (gconstpointer) table->warnings->data;
}

guint
marathon_csv_table_get_n_more_warnings (const MarathonCsvTable *table)
{
  g_return_val_if_fail (table != NULL, 0);

  return table->n_more_warnings;
}

static const char *
warning_sentence (MarathonCsvWarningKind kind)
{
  switch (kind)
    {
    case MARATHON_CSV_WARNING_SHORT_ROW:
      return _("this row ends before the last column");
    case MARATHON_CSV_WARNING_LONG_ROW:
      return _("this row has text beyond the last column");
    case MARATHON_CSV_WARNING_BARE_QUOTE:
      return _("a quotation mark inside the text was kept as it is");
    case MARATHON_CSV_WARNING_TEXT_AFTER_QUOTE:
    default:
      return _("text after the closing quotation mark was kept");
    }
}

char *
marathon_csv_warning_describe (const MarathonCsvWarning *warning)
{
  g_return_val_if_fail (warning != NULL, NULL);

  return g_strdup_printf (_("line %u, column %u: %s"), warning->line, warning->column,
                          warning_sentence (warning->kind));
}
