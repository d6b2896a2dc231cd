/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as an entry list: four of them say how it is imported, the others are the file. What is refused says why;
 * what is taken is put into an event as one step that can be taken back, and the event can be saved.
 */
#include <string.h>

#include "editing/import-edit.h"
#include "formats/entries-export.h"
#include "formats/import-sample.h"
#include "formats/import-sketch.h"
#include "formats/project-reader.h"
#include "fuzz/fuzz-target.h"

#define N_OPTION_BYTES 4
/* In the second of them. */
#define WITH_SKETCH 0x40
#define WITH_REPORT 0x80
/* Encodings from UNKNOWN to WINDOWS_1252. */
#define N_ENCODINGS (MARATHON_TEXT_ENCODING_WINDOWS_1252 + 1)

static void
choose (const guint8 *bytes, MarathonCsvOptions *csv, MarathonImportOptions *import)
{
  static const char delimiters[] = { 0, ',', ';', '\t', '|', ' ', 'e', '\'' };

  csv->delimiter = delimiters[bytes[0] % G_N_ELEMENTS (delimiters)];
  csv->encoding = (MarathonTextEncoding) (bytes[0] / G_N_ELEMENTS (delimiters) % N_ENCODINGS);
  import->update = (bytes[1] & 1) != 0;
  import->bibs = (MarathonImportBibs) (bytes[1] / 2 % 3);
  import->date_order = (MarathonDateOrder) (bytes[1] / 8 % 4);
  import->time_hint = (MarathonTimeHint) (bytes[2] % 3);
  import->latest = bytes[2] >= 128 ? marathon_date_new_day (2026, 4, 26) : MARATHON_DATE_UNKNOWN;
  import->header_line = bytes[3] == 255 ? MARATHON_IMPORT_NO_HEADER : bytes[3] > 247 ? 255u - bytes[3] : 0;
}

static void
look_at_table (const MarathonCsvTable *table)
{
  guint n_warnings;
  const MarathonCsvWarning *warnings = marathon_csv_table_get_warnings (table, &n_warnings);

  for (guint row = 0; row < marathon_csv_table_get_n_rows (table); row++)
    for (guint column = 0; column < marathon_csv_table_get_n_cells (table, row); column++)
      {
        gsize length;
        const char *cell = marathon_csv_table_get_cell (table, row, column, &length);

        g_assert_cmpuint (strlen (cell), ==, length);
        g_assert_cmpuint (length, <=, MARATHON_CSV_MAX_CELL);
        g_assert_true (g_utf8_validate (cell, (gssize) length, NULL));
      }
  for (guint i = 0; i < MIN (n_warnings, 10); i++)
    {
      g_autofree char *sentence = marathon_csv_warning_describe (&warnings[i]);

      g_assert_cmpuint (warnings[i].line, >, 0);
      g_assert_true (g_utf8_validate (sentence, -1, NULL));
    }
}

static void
look_at_import (const MarathonImport *import)
{
  g_autofree char *summary = marathon_import_format_summary (import);
  g_autofree char *notes = marathon_import_format_notes (import, 0);
  g_autofree char *report = marathon_import_format_report (import);

  g_assert_true (g_utf8_validate (summary, -1, NULL));
  g_assert_true (g_utf8_validate (notes, -1, NULL));
  g_assert_true (g_utf8_validate (report, -1, NULL));
}

/* The columns shown to a person before anything is imported. */
static void
look_at_sketch (MarathonEvent *event, const MarathonCsvTable *table, const MarathonImportOptions *options)
{
  g_autoptr (MarathonImportSketch) sketch = marathon_import_sketch_new (event, table, options);
  guint n;
  const MarathonImportSketchColumn *columns = marathon_import_sketch_get_columns (sketch, &n);

  for (guint i = 0; i < n; i++)
    {
      g_assert_true (g_utf8_validate (columns[i].name, -1, NULL));
      for (guint s = 0; columns[i].samples[s] != NULL; s++)
        g_assert_true (g_utf8_validate (columns[i].samples[s], -1, NULL));
    }
}

/* What was imported can be saved, exported and imported again. */
static void
check_imported (MarathonEvent *event)
{
  const MarathonExportOptions everything = { .audience = MARATHON_AUDIENCE_EVERYTHING, .raw = TRUE };
  g_autofree char *written = marathon_project_to_text (event);
  g_autofree char *again = NULL;
  g_autoptr (MarathonEvent) read = NULL;
  GString *csv = marathon_entries_export_to_string (event, &everything);
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (csv);
  g_autoptr (MarathonCsvTable) table = NULL;
  g_autoptr (GError) error = NULL;

  read = marathon_project_from_text (written, -1, &error);
  if (read == NULL)
    g_error ("what was imported cannot be read: %s", error->message);
  again = marathon_project_to_text (read);
  fuzz_check_same ("imported, saved and read", written, again);
  table = marathon_csv_table_new (bytes, NULL, &error);
  if (table == NULL)
    g_error ("what was exported cannot be scanned: %s", error->message);
}

static void
apply (MarathonEvent *event, const MarathonImport *import)
{
  g_autoptr (MarathonHistory) history = marathon_history_new (event);
  g_autofree char *before = marathon_project_to_text (event);
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;

  if (!marathon_import_apply (history, import, &error))
    g_error ("what was imported is refused: %s", error->message);
  check_imported (event);
  if (marathon_history_can_undo (history) && !marathon_history_undo (history, &error))
    g_error ("undo: %s", error->message);
  undone = marathon_project_to_text (event);
  fuzz_check_same ("undone", before, undone);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  MarathonCsvOptions csv_options = { 0 };
  MarathonImportOptions options = { 0 };
  MarathonIdSource ids;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MarathonCsvTable) table = NULL;
  g_autoptr (MarathonEvent) event = NULL;
  g_autoptr (MarathonImport) import = NULL;
  g_autoptr (GError) error = NULL;

  if (size < N_OPTION_BYTES)
    return 0;
  choose (data, &csv_options, &options);
  bytes = g_bytes_new (data + N_OPTION_BYTES, size - N_OPTION_BYTES);
  table = marathon_csv_table_new (bytes, &csv_options, &error);
  if (table == NULL)
    {
      fuzz_check_message (error);
      return 0;
    }
  look_at_table (table);
  event = import_sample_new ();
  /* Each costs as much as the import itself. */
  if ((data[1] & WITH_SKETCH) != 0)
    look_at_sketch (event, table, &options);
  marathon_id_source_init_seeded (&ids, 5);
  import = marathon_import_new (event, table, &options, &ids, &error);
  if (import == NULL)
    {
      fuzz_check_message (error);
      return 0;
    }
  if ((data[1] & WITH_REPORT) != 0)
    look_at_import (import);
  apply (event, import);
  return 0;
}
