/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of formats/csv-writer.h.
 */
#include "formats/csv-writer.h"

static const MarathonCsvWriterOptions raw = { .raw = TRUE };
static const MarathonCsvWriterOptions raw_semicolon = { .raw = TRUE, .delimiter = ';' };
static const MarathonCsvWriterOptions for_excel = { .bom = TRUE };

static char *
write_rows (const MarathonCsvWriterOptions *options, const char *const *cells)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (MarathonCsvWriter) writer = marathon_csv_writer_new (out, options);

  for (guint i = 0; cells[i] != NULL; i++)
    if (g_str_equal (cells[i], "/"))
      marathon_csv_writer_row_end (writer);
    else
      marathon_csv_writer_append_cell (writer, cells[i], -1);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static const struct {
  const char *path;
  const MarathonCsvWriterOptions *options;
  const char *cells[9]; /* "/" ends a row */
  const char *text;
} cases[] = {
  { "plain", NULL, { "Bib", "Name", "/", "1", "Zoë Ann", "/" }, "Bib,Name\r\n1,Zoë Ann\r\n" },
  { "nothing-but-a-mark", &for_excel, { NULL }, "\xEF\xBB\xBF" },
  { "mark", &for_excel, { "Bib", "/", "1", "/" }, "\xEF\xBB\xBF" "Bib\r\n1\r\n" },
  { "delimiter-is-quoted", &raw, { "a,b", "a;b", "/" }, "\"a,b\",a;b\r\n" },
  { "other-delimiter-is-quoted", &raw_semicolon, { "a,b", "a;b", "/" }, "a,b;\"a;b\"\r\n" },
  { "quotes-are-doubled", &raw, { "Dee \"Dash\" Lee", "x", "/" }, "\"Dee \"\"Dash\"\" Lee\",x\r\n" },
  { "line-ends-are-quoted", &raw, { "a\nb", "c\rd", "/" }, "\"a\nb\",\"c\rd\"\r\n" },
  { "outer-spaces-are-quoted", &raw, { " a", "b ", "c d", "/" }, "\" a\",\"b \",c d\r\n" },
  { "empty-cells", &raw, { "a", "", "", "/" }, "a,,\r\n" },
  { "empty-first-cell", &raw, { "", "a", "/" }, ",a\r\n" },
  { "a-row-of-one-empty-cell-is-a-row", &raw, { "", "/", "", "/" }, "\"\"\r\n\"\"\r\n" },
  { "a-row-of-two-empty-cells", &raw, { "", "", "/" }, ",\r\n" },
  { "first-cell-that-would-name-the-delimiter", &raw, { "Sep=;", "/", "Sep=;", "/" }, "\"Sep=;\"\r\nSep=;\r\n" },
  { "first-cell-that-would-be-a-web-page", &raw, { "<html>", "<html>", "/" }, "\"<html>\",<html>\r\n" },
  { "first-cell-that-would-be-a-mark", &raw, { "\uFEFF", "/" }, "\"\uFEFF\"\r\n" },
  { "formulas", NULL, { "x", "=1+1", "+44 7700 900123", "-5", "@cmd", "/" }, "x,'=1+1,'+44 7700 900123,'-5,'@cmd\r\n" },
  { "formulas-behind-white-space", NULL, { "x", "\t=1", "\r=1", "\n=1", "/" }, "x,\"'\t=1\",\"'\r=1\",\"'\n=1\"\r\n" },
  { "full-width-formulas", NULL, { "x", "＝1", "＋1", "－1", "＠a", "/" }, "x,'＝1,'＋1,'－1,'＠a\r\n" },
  { "formula-that-needs-quotes", NULL, { "x", "=\"a\",1", "/" }, "x,\"'=\"\"a\"\",1\"\r\n" },
  { "no-formulas", NULL, { "x", "a=1", "'=1", "1-2", "/" }, "x,a=1,'=1,1-2\r\n" },
  { "raw-leaves-formulas-alone", &raw, { "x", "=1+1", "＝1", "@cmd", "/" }, "x,=1+1,＝1,@cmd\r\n" },
};

static void
test_write (gconstpointer user_data)
{
  guint i = GPOINTER_TO_UINT (user_data);
  g_autofree char *text = write_rows (cases[i].options, cases[i].cells);

  g_assert_cmpstr (text, ==, cases[i].text);
}

static void
test_lengths_count_and_null_is_empty (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (MarathonCsvWriter) writer = marathon_csv_writer_new (out, NULL);

  marathon_csv_writer_append_cell (writer, "Katie,Polly", 5);
  marathon_csv_writer_append_cell (writer, "=", 0);
  marathon_csv_writer_append_cell (writer, NULL, -1);
  marathon_csv_writer_append_cell (writer, "＝", 2);
  marathon_csv_writer_row_end (writer);

  g_assert_cmpmem (out->str, out->len, "Katie,,,\xEF\xBC\r\n", 12);
}

/* Whoever writes a large file empties the buffer between rows. */
static void
test_the_buffer_may_be_emptied (void)
{
  g_autoptr (GString) out = g_string_new ("already here;");
  g_autoptr (MarathonCsvWriter) writer = marathon_csv_writer_new (out, &for_excel);

  marathon_csv_writer_append_cell (writer, "Bib", -1);
  marathon_csv_writer_row_end (writer);
  g_assert_cmpstr (out->str, ==, "already here;\xEF\xBB\xBF" "Bib\r\n");

  g_string_truncate (out, 0);
  marathon_csv_writer_append_cell (writer, "<1>", -1);
  marathon_csv_writer_row_end (writer);
  g_assert_cmpstr (out->str, ==, "<1>\r\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/csv-writer/%s", cases[i].path);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_write);
    }
  g_test_add_func ("/csv-writer/lengths-count-and-null-is-empty", test_lengths_count_and_null_is_empty);
  g_test_add_func ("/csv-writer/the-buffer-may-be-emptied", test_the_buffer_may_be_emptied);

  return g_test_run ();
}
