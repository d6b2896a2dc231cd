/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entry lists made to harm: refused with line and reason, or taken, in little time; and in memory that is a small
 * multiple of the file, which is looked at whole.
 */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "document/project-file.h"
#include "formats/entries-import.h"
#include "hostile/hostile-fixture.h"
#include "hostile/measured-child.h"

static char *folder;

/* --- Importing in a child --- */

static MarathonEvent *
new_event (void)
{
  g_autoptr (GError) error = NULL;
  MarathonEvent *event = marathon_project_from_text ("<event xmlns=\"urn:marathon:event\" version=\"1.0\" id=\"1\" date=\"2014-04-13\"/>", -1, &error);

  g_assert_no_error (error);
  return event;
}

/* What a person is told before they say yes. */
static void
look_at (const MarathonImport *import)
{
  g_autofree char *summary = marathon_import_format_summary (import);
  g_autofree char *notes = marathon_import_format_notes (import, 40);

  g_assert_cmpuint (strlen (summary), <, 100000);
  g_assert_true (g_utf8_validate (notes, -1, NULL));
}

static char *
import_file (gconstpointer path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = marathon_file_read_bytes (path, MARATHON_CSV_MAX_SIZE, &error);
  g_autoptr (MarathonCsvTable) table = bytes != NULL ? marathon_csv_table_new (bytes, NULL, &error) : NULL;
  g_autoptr (MarathonEvent) event = new_event ();
  g_autoptr (MarathonImport) import = NULL;
  MarathonIdSource ids;

  marathon_id_source_init_seeded (&ids, 1);
  if (table != NULL)
    import = marathon_import_new (event, table, NULL, &ids, &error);
  if (import != NULL)
    look_at (import);
  g_assert_true ((import == NULL) == (error != NULL));
  return error != NULL ? g_strdup (error->message) : NULL;
}

/* @words: of the refusal; %NULL where the list is taken. The budget of memory grows with the file. */
static void
check (const char *path, const char *words, double seconds)
{
  g_auto (Measured) measured = { 0 };
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  measured_run (import_file, path, &measured);
  measured_check_budget (&measured, seconds, MEASURED_MEMORY + 3 * (guint64) status.st_size);
  if ((measured.refusal == NULL) != (words == NULL) || (words != NULL && strstr (measured.refusal, words) == NULL))
    g_error ("expected “%s”, got “%s”", words, measured.refusal);
  if (words != NULL)
    g_assert_cmpuint (strlen (measured.refusal), <, 1000);
}

/* --- Large ones --- */

static const struct {
  HostileFile file;
  const char *words;
} large[] = {
  { { "a-million-columns", "family,given\n", "a,", 1000000, "a\n" }, "line 2, column 513: a row has at most 512 cells" },
  { { "a-million-columns-in-the-header", "", "column%u;", 1000000, "\nx\n" }, "line 1, column 513: a row has at most 512 cells" },
  { { "a-line-of-64-mib", "family,given\nNg,", "0123456789abcdef0123456789abcdef", 2 << 20, "\n" }, "line 2, column 2: a cell holds at most 64 KiB" },
  { { "a-line-of-64-mib-without-a-header", "", "0123456789abcdef0123456789abcdef", 2 << 20, "" }, "line 1, column 1: a cell holds at most 64 KiB" },
  { { "a-quotation-mark-without-end", "family,given\n\"Ng,Ada\n", "Ng,Ada\n", 4 << 20, "" },
    "line 2, column 1: the quotation mark opened here is not closed within 64 KiB" },
  { { "a-quotation-mark-without-end-in-a-small-file", "family,given\n\"Ng,Ada\n", "Ng,Ada\n", 1000, "" },
    "line 2, column 1: the quotation mark opened here is never closed" },
  { { "32-mib-of-quotation-marks", "family,given\n", "\"\"\"\"", 8 << 20, "" }, "64 KiB" },
  { { "ten-million-commas", "family,given\n", ",\n", 10000000, "" }, "a file has at most 4,000,000 rows" },
  { { "a-header-of-words-only", "", "family,given\n", 300000, "" }, NULL },
  { { "10-million-empty-lines", "family,given\nNg,Ada\n", "\n", 10000000, "" }, NULL },
  { { "10-million-old-line-ends", "family,given\nNg,Ada\n", "\r", 10000000, "" }, NULL },
  { { "a-million-blank-rows", "family,given\nNg,Ada\n", " , \n", 1000000, "" }, NULL },
  { { "100000-bad-dates", "family,born\n", "N%u,%u-99-99\n", 100000, "" }, NULL },
  { { "100000-ragged-rows", "family,given\n", "N%u\nN%u,a,b,c\n", 50000, "" }, NULL },
  { { "100000-doubled-ids", "external-id,family\n", "E1,N%u\n", 100000, "" }, NULL },
  { { "100000-doubled-bibs", "bib,family\n", "7,N%u\n", 100000, "" }, NULL },
  { { "100000-groups", "family,group\n", "N%u,G%u\n", 100000, "" }, NULL },
  { { "400-columns-of-one-name", "", "family,", 400, "given\nNg\n" }, "" },
};

static void
test_large (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *path = hostile_file_write (&large[i].file, folder);

  check (path, large[i].words, 3 * MEASURED_SECONDS);
  g_assert_cmpint (g_remove (path), ==, 0);
}

/* --- Small ones --- */

#define BYTES(text) text, sizeof text - 1

static const struct {
  const char *name;
  const char *bytes;
  gsize length;
  const char *words; /* NULL: taken */
} small[] = {
  { "nothing", BYTES (""), "" },
  { "nul", BYTES ("family,given\nNg,A\0da\n"), "line 2: the file holds a NUL character" },
  { "nul-at-the-start", BYTES ("\0family,given\nNg,Ada\n"), "line 1: the file holds a NUL character" },
  { "utf-8-with-a-latin-1-name", BYTES ("family,given\nMüller,Zoë\nGr\xf6\xdf,Zoë\n"), "line 3: the text is read as UTF-8, but the byte F6" },
  { "latin-1-with-a-utf-8-name", BYTES ("family,given\nM\xfcller,Jos\xe9\nGr\xf6\xdf,Zoë\n"), NULL },
  { "a-byte-of-no-encoding", BYTES ("family,given\nM\xfcller,\x81\n"), "line 2: the byte 81" },
  { "half-a-character-of-utf-16", BYTES ("\xff\xfe" "f\0a\0m\0i\0l\0y\0\n\0N\0\x3d\xd8"), "line 2: the text is in UTF-16, but half a character" },
  { "utf-16-cut-off", BYTES ("\xff\xfe" "f\0a\0m\0i\0l\0y\0\n\0N"), "line 2: the text is in UTF-16, but half a character" },
  { "two-byte-order-marks", BYTES ("\xef\xbb\xbf\xef\xbb\xbf" "family,given\nNg,Ada\n"), NULL },
  { "a-byte-order-mark-in-a-name", BYTES ("family,given\nN\xef\xbb\xbfg,Ada\n"), NULL },
  { "overlong-utf-8", BYTES ("family,given\nZoë,\xc0\xaf\nMüller,Zoë\nNoël,Zoë\n"), "line 2: the text is read as UTF-8, but the byte C0" },
  { "a-workbook", BYTES ("PK\3\4........xl/workbook.xml"), "This is an Excel workbook" },
  { "a-bomb", BYTES ("\x1f\x8b\x08\0\0\0\0\0\0\3"), "compressed (gzip)" },
  { "a-web-page", BYTES ("<!DOCTYPE html>\n<html>"), "web page" },
  { "only-a-delimiter", BYTES ("sep=;\n"), "" },
  { "control-characters", BYTES ("family,given\n\033[31mNg\a,A\bda\177\n"), NULL },
  { "formulas", BYTES ("family,given\n=cmd|' /C calc'!A0,@SUM(1)\n"), NULL },
};

static void
test_small (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *path = hostile_bytes_write (small[i].bytes, small[i].length, folder, "small.csv");

  check (path, small[i].words, MEASURED_SECONDS);
}

static void
test_larger_than_a_gibibyte (void)
{
  g_autofree char *path = hostile_bytes_write (BYTES ("family,given\n"), folder, "larger.csv");

  g_assert_cmpint (truncate (path, (off_t) MARATHON_CSV_MAX_SIZE + 1), ==, 0);
  check (path, "larger than 1024 MiB", MEASURED_SECONDS);
}

static void
test_devices (void)
{
  g_auto (Measured) measured = { 0 };

  measured_run (import_file, "/dev/zero", &measured);
  measured_check_budget (&measured, MEASURED_SECONDS, MEASURED_MEMORY);
  g_assert_cmpstr (measured.refusal, ==, "/dev/zero: this is no ordinary file");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = hostile_folder_new ();
  for (guint i = 0; i < G_N_ELEMENTS (large); i++)
    {
      g_autofree char *path = g_strconcat ("/hostile/list/", large[i].file.name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_large);
    }
  for (guint i = 0; i < G_N_ELEMENTS (small); i++)
    {
      g_autofree char *path = g_strconcat ("/hostile/list/", small[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_small);
    }
  g_test_add_func ("/hostile/list/larger-than-a-gibibyte", test_larger_than_a_gibibyte);
  g_test_add_func ("/hostile/list/devices", test_devices);
  status = g_test_run ();
  hostile_folder_remove (folder);
  return status;
}
