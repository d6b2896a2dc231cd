/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of formats/csv-reader.h.
 */
#include "formats/csv-reader.h"

#include "formats/csv-writer.h"

#include <string.h>
#include <sys/mman.h>

static MarathonCsvTable *
read_text (const char *text, const MarathonCsvOptions *options, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return marathon_csv_table_new (bytes, options, error);
}

/* The whole table as one line of text: "1:a|b 3:c" is two rows, on the lines 1 and 3. */
static char *
dump (const MarathonCsvTable *table)
{
  GString *out = g_string_new (NULL);

  for (guint row = 0; row < marathon_csv_table_get_n_rows (table); row++)
    {
      g_string_append_printf (out, "%s%u:", row > 0 ? " " : "", marathon_csv_table_get_line (table, row));
      for (guint column = 0; column < marathon_csv_table_get_n_cells (table, row); column++)
        {
          gsize length;
          const char *cell = marathon_csv_table_get_cell (table, row, column, &length);

          g_assert_cmpuint (length, ==, strlen (cell));
          g_string_append_printf (out, "%s%s", column > 0 ? "|" : "", cell);
        }
    }
  return g_string_free (out, FALSE);
}

/* The warnings as "2.3:SHORT …". */
static char *
dump_warnings (const MarathonCsvTable *table)
{
  static const char *const kinds[] = { "SHORT", "LONG", "BARE", "AFTER" };
  GString *out = g_string_new (NULL);
  guint n;
  const MarathonCsvWarning *warnings = marathon_csv_table_get_warnings (table, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s%u.%u:%s", i > 0 ? " " : "", warnings[i].line, warnings[i].column,
                            kinds[warnings[i].kind]);
  return g_string_free (out, FALSE);
}

static const struct {
  const char *path;
  const char *text;
  char delimiter;
  const char *rows;
  const char *warnings;
} cases[] = {
  { "nothing", "", 0, "", "" },
  { "only-empty-lines", "\n\r\n\r", 0, "", "" },
  { "one-cell", "Bib", 0, "1:Bib", "" },
  { "no-line-end-at-the-end", "a,b\nc,d", 0, "1:a|b 2:c|d", "" },
  { "line-ends-mixed", "a,b\nc,d\r\ne,f\rg,h\r\n", 0, "1:a|b 2:c|d 3:e|f 4:g|h", "" },
  { "empty-lines-are-no-rows-but-count", "a,b\n\n\r\n\rc,d\n\n", 0, "1:a|b 5:c|d", "" },
  { "empty-cells", ",\n,\na,\n", 0, "1:| 2:| 3:a|", "" },
  { "delimiter-at-the-end-of-the-file", "a,b,\nc,d,", 0, "1:a|b| 2:c|d|", "" },
  { "white-space-is-kept", " a ,\tb\n", ',', "1: a |\tb", "" },
  { "quotes", "\"a\",\"b,c\"\n\"\",\"d\"", 0, "1:a|b,c 2:|d", "" },
  { "doubled-quotes", "\"Dee \"\"Dash\"\" Lee\",\"\"\"\"\n", 0, "1:Dee \"Dash\" Lee|\"", "" },
  { "line-ends-in-quotes", "a,\"b\nc\r\nd\re\",f\n\"g\n\",h,i\nj,k,l", 0, "1:a|b\nc\r\nd\re|f 5:g\n|h|i 7:j|k|l", "" },
  { "carriage-return-at-the-end-of-quotes", "\"a\r\",b\r\nc,d", 0, "1:a\r|b 3:c|d", "" },
  { "bare-quotes-are-letters", "5\" tall,Dee \"Dash\" Lee,x\na,b,c\n", 0, "1:5\" tall|Dee \"Dash\" Lee|x 2:a|b|c",
    "1.1:BARE 1.2:BARE" },
  { "space-before-a-quote-makes-it-bare", "a, \"b\"\n", 0, "1:a| \"b\"", "1.2:BARE" },
  { "text-after-a-closing-quote-is-kept", "\"a\"b,\"c\" \"d\",e\n", 0, "1:ab|c \"d\"|e", "1.1:AFTER 1.2:AFTER" },
  { "text-after-a-quote-of-several-lines", "x,y\n\"a\nb\"c,d\n", 0, "1:x|y 2:a\nbc|d", "2.1:AFTER" },
  { "quoted-cell-ends-the-file", "a,\"b\"", 0, "1:a|b", "" },
  { "quoted-line-is-a-row", "a\n\"\"\n\nb\n", 0, "1:a 2: 4:b", "" },
  { "ragged-rows", "a,b,c\n1,2,3\n4,5\n6,7,8,9\n", 0, "1:a|b|c 2:1|2|3 3:4|5 4:6|7|8|9", "3.3:SHORT 4.4:LONG" },
  { "empty-cells-beyond-the-last-column-are-harmless", "a,b\n1,2\n3,4,,\n", 0, "1:a|b 2:1|2 3:3|4||", "" },
  { "warnings-are-in-order", "a,b\n1,2\n3\n4,5\"\n6\n7,8\n", 0, "1:a|b 2:1|2 3:3 4:4|5\" 5:6 6:7|8",
    "3.2:SHORT 4.2:BARE 5.2:SHORT" },
  { "of-two-widths-the-wider-counts", "a\nb,c\n", 0, "1:a 2:b|c", "1.2:SHORT" },
  { "semicolons", "a;\"b;c\"\n1;2,5\n", 0, "1:a|b;c 2:1|2,5", "" },
  { "tabs", "a\tb c\n1\t2, 3\n", 0, "1:a|b c 2:1|2, 3", "" },
  { "bars", "a|b\n1|2\n", 0, "1:a|b 2:1|2", "" },
  { "given-delimiter", "a;b,c\n", ',', "1:a;b|c", "" },
  { "any-given-delimiter", "a^b\n", '^', "1:a|b", "" },
  { "sep-names-the-delimiter", "sep=;\r\na;b,c,d\r\n1;2,3,4\r\n", 0, "2:a|b,c,d 3:1|2,3,4", "" },
  { "sep-in-capitals-alone", "SEP=|", 0, "", "" },
  { "given-delimiter-beats-sep", "sep=;\na;b,c\n", ',', "2:a;b|c", "" },
  { "sep-with-more-behind-it-is-a-row", "sep=;x\na,b\n", ',', "1:sep=;x 2:a|b", "1.2:SHORT" },
  { "sep-without-a-delimiter-is-a-row", "sep=\na\n", 0, "1:sep= 2:a", "" },
};

static void
test_read (gconstpointer user_data)
{
  guint i = GPOINTER_TO_UINT (user_data);
  MarathonCsvOptions options = { .delimiter = cases[i].delimiter };
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonCsvTable) table = read_text (cases[i].text, &options, &error);
  g_autofree char *rows = NULL;
  g_autofree char *warnings = NULL;

  g_assert_no_error (error);
  rows = dump (table);
  warnings = dump_warnings (table);
  g_assert_cmpstr (rows, ==, cases[i].rows);
  g_assert_cmpstr (warnings, ==, cases[i].warnings);
}

static const struct {
  const char *path;
  const char *text;
  MarathonCsvError code;
  const char *message;
} bad_cases[] = {
  { "quote-never-closed", "a,b\n1,\"two\n3,4\n5,6\n", MARATHON_CSV_ERROR_UNTERMINATED,
    "line 2, column 2: the quotation mark opened here is never closed" },
  { "quote-at-the-very-end", "a,\"", MARATHON_CSV_ERROR_UNTERMINATED,
    "line 1, column 2: the quotation mark opened here is never closed" },
  { "doubled-quote-at-the-very-end", "a\n\"b\"\"", MARATHON_CSV_ERROR_UNTERMINATED,
    "line 2, column 1: the quotation mark opened here is never closed" },
  { "web-page", "\n <!DOCTYPE html>\n<html>", MARATHON_CSV_ERROR_NOT_CSV,
    "This is a web page or an XML file, whatever its name says. Open it in a spreadsheet program and save it as CSV "
    "(UTF-8)." },
  { "xml", "<?xml version=\"1.0\"?>", MARATHON_CSV_ERROR_NOT_CSV,
    "This is a web page or an XML file, whatever its name says. Open it in a spreadsheet program and save it as CSV "
    "(UTF-8)." },
};

static void
test_refuse (gconstpointer user_data)
{
  guint i = GPOINTER_TO_UINT (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonCsvTable) table = read_text (bad_cases[i].text, NULL, &error);

  g_assert_null (table);
  g_assert_error (error, MARATHON_CSV_ERROR, (int) bad_cases[i].code);
  g_assert_cmpstr (error->message, ==, bad_cases[i].message);
}

static void
test_encodings_are_told (void)
{
  static const char utf16[] = "\xFF\xFE" "N\0;\0T\0\n\0\xEB\0;\0x\0\n\0";
  g_autoptr (GBytes) bytes = g_bytes_new_static (utf16, sizeof utf16 - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonCsvTable) table = marathon_csv_table_new (bytes, NULL, &error);
  g_autofree char *rows = NULL;

  g_assert_no_error (error);
  rows = dump (table);
  g_assert_cmpstr (rows, ==, "1:N|T 2:ë|x");
  g_assert_cmpint (marathon_csv_table_get_encoding (table), ==, MARATHON_TEXT_ENCODING_UTF_16_LE);
  g_assert_cmpint (marathon_csv_table_get_delimiter (table), ==, ';');
}

static void
test_a_given_encoding_is_obeyed (void)
{
  MarathonCsvOptions options = { .encoding = MARATHON_TEXT_ENCODING_WINDOWS_1252 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonCsvTable) table = read_text ("Zo\xC3\xAB\n", &options, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (marathon_csv_table_get_cell (table, 0, 0, NULL), ==, "ZoÃ«");
}

static void
test_errors_of_the_encoding_come_through (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonCsvTable) table = read_text ("PK\3\4 xl/", NULL, &error);

  g_assert_null (table);
  g_assert_error (error, MARATHON_TEXT_ENCODING_ERROR, MARATHON_TEXT_ENCODING_ERROR_NOT_TEXT);
}

static void
test_cells_beyond_a_row_are_empty (void)
{
  g_autoptr (MarathonCsvTable) table = read_text ("a,b\nc\n", NULL, NULL);
  gsize length = 7;

  g_assert_cmpuint (marathon_csv_table_get_n_cells (table, 1), ==, 1);
  g_assert_cmpstr (marathon_csv_table_get_cell (table, 1, 1, &length), ==, "");
  g_assert_cmpuint (length, ==, 0);
  g_assert_cmpstr (marathon_csv_table_get_cell (table, 1, 4000, NULL), ==, "");
  g_assert_cmpuint (marathon_csv_table_get_n_columns (table), ==, 2);
}

static void
test_blank_rows_are_known (void)
{
  g_autoptr (MarathonCsvTable) table = read_text ("a,b\n,\n \t,\u00A0\u3000\n,x\n\n\n", NULL, NULL);

  g_assert_cmpuint (marathon_csv_table_get_n_rows (table), ==, 4);
  g_assert_false (marathon_csv_table_is_row_blank (table, 0));
  g_assert_true (marathon_csv_table_is_row_blank (table, 1));
  g_assert_true (marathon_csv_table_is_row_blank (table, 2));
  g_assert_false (marathon_csv_table_is_row_blank (table, 3));
  g_assert_cmpuint (marathon_csv_table_get_n_empty_lines (table), ==, 2);
}

static void
test_warnings_say_where (void)
{
  g_autoptr (MarathonCsvTable) table = read_text ("a,b\n1,2\n3\n4,5,6\n\"7\"7,8\"8\n", NULL, NULL);
  static const char *const sentences[] = {
    "line 3, column 2: this row ends before the last column",
    "line 4, column 3: this row has text beyond the last column",
    "line 5, column 1: text after the closing quotation mark was kept",
    "line 5, column 2: a quotation mark inside the text was kept as it is",
  };
  guint n;
  const MarathonCsvWarning *warnings = marathon_csv_table_get_warnings (table, &n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (sentences));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *sentence = marathon_csv_warning_describe (&warnings[i]);

      g_assert_cmpstr (sentence, ==, sentences[i]);
    }
}

static void
test_warnings_beyond_the_limit_are_counted (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (MarathonCsvTable) table = NULL;
  guint n;

  for (guint i = 0; i < MARATHON_CSV_MAX_WARNINGS + 5; i++)
    g_string_append (text, "a\"\n");
  table = read_text (text->str, NULL, NULL);

  marathon_csv_table_get_warnings (table, &n);
  g_assert_cmpuint (n, ==, MARATHON_CSV_MAX_WARNINGS);
  g_assert_cmpuint (marathon_csv_table_get_n_more_warnings (table), ==, 5);
}

/* --- Limits: the last that is allowed, and the first that is not --- */

static void
append_run (GString *text, char c, gsize length)
{
  gsize start = text->len;

  g_string_set_size (text, start + length);
  memset (text->str + start, c, length);
}

static void
assert_too_large (GString *text, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonCsvTable) table = read_text (text->str, NULL, &error);

  g_assert_null (table);
  g_assert_error (error, MARATHON_CSV_ERROR, MARATHON_CSV_ERROR_TOO_LARGE);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_cells_have_a_limit (void)
{
  for (guint form = 0; form < 3; form++)
    {
      g_autoptr (GString) text = g_string_new ("a,b\n1,");
      g_autoptr (MarathonCsvTable) table = NULL;
      g_autoptr (GError) error = NULL;
      gsize length;

      if (form > 0)
        g_string_append_c (text, '"');
      append_run (text, 'x', MARATHON_CSV_MAX_CELL - 1);
      g_string_append (text, form > 0 ? (form > 1 ? "\"\"\"" : "y\"") : "y");
      table = read_text (text->str, NULL, &error);
      g_assert_no_error (error);
      marathon_csv_table_get_cell (table, 1, 1, &length);
      g_assert_cmpuint (length, ==, MARATHON_CSV_MAX_CELL);

      g_string_insert_c (text, 7, 'z');
      assert_too_large (text, form > 0 ? "line 2, column 2: the quotation mark opened here is not closed within 64 KiB"
                                       : "line 2, column 2: a cell holds at most 64 KiB of text");
    }
}

static void
test_text_after_quotes_counts_for_the_limit (void)
{
  g_autoptr (GString) text = g_string_new ("\"a\"");

  append_run (text, 'x', MARATHON_CSV_MAX_CELL);
  assert_too_large (text, "line 1, column 1: a cell holds at most 64 KiB of text");
}

static void
test_columns_have_a_limit (void)
{
  g_autoptr (GString) text = g_string_new ("a\n");
  g_autoptr (MarathonCsvTable) table = NULL;
  g_autoptr (GError) error = NULL;

  append_run (text, ',', MARATHON_CSV_MAX_COLUMNS - 1);
  table = read_text (text->str, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (marathon_csv_table_get_n_cells (table, 1), ==, MARATHON_CSV_MAX_COLUMNS);

  g_string_append_c (text, ',');
  assert_too_large (text, "line 2, column 513: a row has at most 512 cells");
}

static void
test_rows_have_a_limit (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (MarathonCsvTable) table = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < MARATHON_CSV_MAX_ROWS; i++)
    g_string_append (text, "a\n");
  table = read_text (text->str, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (marathon_csv_table_get_n_rows (table), ==, MARATHON_CSV_MAX_ROWS);

  g_string_append (text, "a");
  assert_too_large (text, "line 4000021, column 1: a file has at most 4,000,000 rows");
}

/* The pages of the mapping are never touched, so that it takes no memory. */
static void
test_files_have_a_limit (void)
{
  gsize size = MARATHON_CSV_MAX_SIZE + 1;
  gpointer pages = mmap (NULL, size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (pages != MAP_FAILED);
  bytes = g_bytes_new_static (pages, size);
  g_assert_null (marathon_csv_table_new (bytes, NULL, &error));
  g_assert_error (error, MARATHON_CSV_ERROR, MARATHON_CSV_ERROR_TOO_LARGE);
  g_assert_cmpstr (error->message, ==, "The file is larger than 1 GiB.");
  munmap (pages, size);
}

/* --- Laws --- */

#define MAX_ROWS 12
#define MAX_COLUMNS 7

typedef struct {
  char *cells[MAX_ROWS][MAX_COLUMNS];
  guint n_rows;
  guint n_columns;
} RandomTable;

/* Pieces that Windows-1252 has too, most of them troublesome. */
static char *
make_cell (GRand *random)
{
  static const char *const pieces[] = { "a",  "Zoë", "\"", "\"\"", ",", ";", "\t", "|",  "\n", "\r",  "\r\n", " ",
                                        "=1", "sep", "'",  "é",    "ß", "€", "<",  "%P", "x",  "O’N", "+44",  "Œ" };
  GString *cell = g_string_new (NULL);
  guint n = g_rand_boolean (random) ? (guint) g_rand_int_range (random, 0, 7) : 0;

  for (guint i = 0; i < n; i++)
    g_string_append (cell, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (cell, FALSE);
}

static void
make_table (GRand *random, RandomTable *table)
{
  table->n_rows = (guint) g_rand_int_range (random, 1, MAX_ROWS + 1);
  table->n_columns = (guint) g_rand_int_range (random, 1, MAX_COLUMNS + 1);
  for (guint row = 0; row < table->n_rows; row++)
    for (guint column = 0; column < table->n_columns; column++)
      table->cells[row][column] = make_cell (random);
}

static void
clear_table (RandomTable *table)
{
  for (guint row = 0; row < table->n_rows; row++)
    for (guint column = 0; column < table->n_columns; column++)
      g_free (table->cells[row][column]);
}

static GString *
write_table (const RandomTable *table, char delimiter, gboolean bom)
{
  MarathonCsvWriterOptions options = { .delimiter = delimiter, .bom = bom, .raw = TRUE };
  GString *out = g_string_new (NULL);
  g_autoptr (MarathonCsvWriter) writer = marathon_csv_writer_new (out, &options);

  for (guint row = 0; row < table->n_rows; row++)
    {
      for (guint column = 0; column < table->n_columns; column++)
        marathon_csv_writer_append_cell (writer, table->cells[row][column], -1);
      marathon_csv_writer_row_end (writer);
    }
  return out;
}

static void
assert_same (const RandomTable *expected, const MarathonCsvTable *table)
{
  guint n_warnings;

  g_assert_cmpuint (marathon_csv_table_get_n_rows (table), ==, expected->n_rows);
  for (guint row = 0; row < expected->n_rows; row++)
    {
      g_assert_cmpuint (marathon_csv_table_get_n_cells (table, row), ==, expected->n_columns);
      for (guint column = 0; column < expected->n_columns; column++)
        g_assert_cmpstr (marathon_csv_table_get_cell (table, row, column, NULL), ==, expected->cells[row][column]);
    }
  marathon_csv_table_get_warnings (table, &n_warnings);
  g_assert_cmpuint (n_warnings, ==, 0);
}

static const struct {
  const char *charset;
  MarathonTextEncoding encoding;
  gboolean bom;
  gboolean told; /* the reader is told the encoding */
} encodings[] = {
  { "UTF-8", MARATHON_TEXT_ENCODING_UTF_8, FALSE, FALSE },
  { "UTF-8", MARATHON_TEXT_ENCODING_UTF_8_BOM, TRUE, FALSE },
  { "UTF-16LE", MARATHON_TEXT_ENCODING_UTF_16_LE, TRUE, FALSE },
  { "UTF-16BE", MARATHON_TEXT_ENCODING_UTF_16_BE, TRUE, FALSE },
  { "UTF-16LE", MARATHON_TEXT_ENCODING_UTF_16_LE, FALSE, TRUE },
  { "WINDOWS-1252", MARATHON_TEXT_ENCODING_WINDOWS_1252, FALSE, TRUE },
};

static void
check_round_trip (const RandomTable *random_table, char delimiter, guint encoding)
{
  g_autoptr (GString) written = write_table (random_table, delimiter, encodings[encoding].bom);
  MarathonCsvOptions options = { .delimiter = delimiter };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MarathonCsvTable) table = NULL;
  gsize length;
  char *converted
      = g_convert (written->str, (gssize) written->len, encodings[encoding].charset, "UTF-8", NULL, &length, &error);

  g_assert_no_error (error);
  bytes = g_bytes_new_take (converted, length);
  options.encoding = encodings[encoding].told ? encodings[encoding].encoding : MARATHON_TEXT_ENCODING_UNKNOWN;
  table = marathon_csv_table_new (bytes, &options, &error);
  g_assert_no_error (error);
  assert_same (random_table, table);
  g_assert_cmpint (marathon_csv_table_get_encoding (table), ==, encodings[encoding].encoding);
}

static void
test_what_is_written_is_read (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2014);

  for (guint round = 0; round < 400; round++)
    {
      RandomTable table;

      make_table (random, &table);
      for (const char *delimiter = ",;\t|"; *delimiter != '\0'; delimiter++)
        for (guint encoding = 0; encoding < G_N_ELEMENTS (encodings); encoding++)
          check_round_trip (&table, *delimiter, encoding);
      clear_table (&table);
    }
}

/* Arbitrary bytes are read or refused, never more rows or cells than there are characters for. */
static void
test_any_bytes_are_read_or_refused (void)
{
  static const char alphabet[] = "\"\"\"\",,;\t|\n\n\r\r ab\xC3\xAB\xE9\xFF\xFE";
  g_autoptr (GRand) random = g_rand_new_with_seed (413);
  guint n_read = 0;

  for (guint round = 0; round < 20000; round++)
    {
      char text[48];
      gsize length = (gsize) g_rand_int_range (random, 0, sizeof text);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (MarathonCsvTable) table = NULL;

      for (gsize i = 0; i < length; i++)
        text[i] = alphabet[g_rand_int_range (random, 0, sizeof alphabet - 1)];
      bytes = g_bytes_new (text, length);
      table = marathon_csv_table_new (bytes, NULL, &error);
      g_assert_true ((table == NULL) == (error != NULL));
      if (table == NULL)
        continue;
      n_read++;
      for (guint row = 0; row < marathon_csv_table_get_n_rows (table); row++)
        {
          g_assert_cmpuint (marathon_csv_table_get_n_cells (table, row), >=, 1);
          g_assert_cmpuint (marathon_csv_table_get_n_cells (table, row), <=, length + 1);
          for (guint column = 0; column < marathon_csv_table_get_n_cells (table, row); column++)
            g_assert_true (g_utf8_validate (marathon_csv_table_get_cell (table, row, column, NULL), -1, NULL));
        }
    }
  g_assert_cmpuint (n_read, >, 1000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/csv-reader/reads/%s", cases[i].path);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_read);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/csv-reader/refuses/%s", bad_cases[i].path);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_refuse);
    }
  g_test_add_func ("/csv-reader/encodings-are-told", test_encodings_are_told);
  g_test_add_func ("/csv-reader/a-given-encoding-is-obeyed", test_a_given_encoding_is_obeyed);
  g_test_add_func ("/csv-reader/errors-of-the-encoding-come-through", test_errors_of_the_encoding_come_through);
  g_test_add_func ("/csv-reader/cells-beyond-a-row-are-empty", test_cells_beyond_a_row_are_empty);
  g_test_add_func ("/csv-reader/blank-rows-are-known", test_blank_rows_are_known);
  g_test_add_func ("/csv-reader/warnings-say-where", test_warnings_say_where);
  g_test_add_func ("/csv-reader/warnings-beyond-the-limit-are-counted", test_warnings_beyond_the_limit_are_counted);
  g_test_add_func ("/csv-reader/limits/cells", test_cells_have_a_limit);
  g_test_add_func ("/csv-reader/limits/text-after-quotes", test_text_after_quotes_counts_for_the_limit);
  g_test_add_func ("/csv-reader/limits/columns", test_columns_have_a_limit);
  g_test_add_func ("/csv-reader/limits/rows", test_rows_have_a_limit);
  g_test_add_func ("/csv-reader/limits/file", test_files_have_a_limit);
  g_test_add_func ("/csv-reader/laws/what-is-written-is-read", test_what_is_written_is_read);
  g_test_add_func ("/csv-reader/laws/any-bytes-are-read-or-refused", test_any_bytes_are_read_or_refused);

  return g_test_run ();
}
