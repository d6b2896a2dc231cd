/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonImportSketch: the first step of an import, and some cells of each column.
 */
#include "formats/import-sketch.h"

#include <string.h>

#include "formats/import-private.h"

struct _MarathonImportSketch {
  GStringChunk *strings;
  GArray *columns; /* of MarathonImportSketchColumn */
  guint header_line;
  gboolean knows_people;
};

static gboolean
has_sample (const MarathonImportSketchColumn *column, guint n, const char *sample)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (column->samples[i], sample) == 0)
      return TRUE;
  return FALSE;
}

static void
find_samples (MarathonImportSketch *sketch, const MarathonImportJob *job, guint index,
              MarathonImportSketchColumn *column)
{
  guint end = MIN (marathon_csv_table_get_n_rows (job->table), job->first_row + MARATHON_IMPORT_SAMPLE_ROWS);
  guint n = 0;

  for (guint row = job->first_row; row < end && n < MARATHON_IMPORT_N_SAMPLES; row++)
    {
      g_autofree char *copy = NULL, *shown = NULL;
      const char *text = marathon_import_get_cell (job, row, (int) index, &copy);

      if (*text == '\0')
        continue;
      shown = marathon_import_make_showable (text);
      if (!has_sample (column, n, shown))
        column->samples[n++] = g_string_chunk_insert (sketch->strings, shown);
    }
}

static void
add_column (MarathonImportSketch *sketch, const MarathonImportJob *job, guint index)
{
  const MarathonImportCell *cell = marathon_import_column (job, index);
  const char *key = cell->info != NULL ? cell->info->key : marathon_import_get_extra_key (cell);
  MarathonImportSketchColumn column = { .fate = cell->fate, .is_chosen = cell->chosen };

  column.name = g_string_chunk_insert (sketch->strings, cell->name);
  if (key != NULL && cell->fate == MARATHON_IMPORT_COLUMN_FIELD)
    {
      column.key = g_string_chunk_insert_const (sketch->strings, key);
      column.label = g_string_chunk_insert (sketch->strings, marathon_import_describe_key (job->event, key));
    }
  find_samples (sketch, job, index, &column);
  g_array_append_val (sketch->columns, column);
}

static void
take_columns (MarathonImportSketch *sketch, const MarathonImportJob *job)
{
  sketch->header_line = job->import->header_line;
  sketch->knows_people = job->by_field[MARATHON_FIELD_ID] >= 0 || job->by_field[MARATHON_FIELD_EXTERNAL_ID] >= 0;
  for (guint i = 0; i < job->columns->len; i++)
    add_column (sketch, job, i);
}

/* %FALSE where there is no header, and nobody said so. */
static gboolean
look (MarathonImportSketch *sketch, MarathonEvent *event, const MarathonCsvTable *table,
      const MarathonImportOptions *options)
{
  MarathonIdSource ids;
  g_autoptr (GError) error = NULL;
  MarathonImportJob job;
  gboolean is_headless;

  marathon_id_source_init_seeded (&ids, 0); /* nobody gets an id */
  marathon_import_job_init (&job, event, table, options, &ids);
  marathon_import_find_columns (&job, &error);
  take_columns (sketch, &job);
  is_headless = g_error_matches (error, MARATHON_IMPORT_ERROR, MARATHON_IMPORT_ERROR_NO_HEADER)
                && job.options.header_line == 0;
  marathon_import_free (job.import);
  marathon_import_job_clear (&job);
  return !is_headless;
}

MarathonImportSketch *
marathon_import_sketch_new (MarathonEvent *event, const MarathonCsvTable *table, const MarathonImportOptions *options)
{
  MarathonImportSketch *sketch;
  MarathonImportOptions headless = { 0 };

  g_return_val_if_fail (event != NULL && table != NULL, NULL);

  sketch = g_new0 (MarathonImportSketch, 1);
  sketch->strings = g_string_chunk_new (1024);
  sketch->columns = g_array_new (FALSE, FALSE, sizeof (MarathonImportSketchColumn));
  if (look (sketch, event, table, options) || marathon_csv_table_get_n_rows (table) == 0)
    return sketch;
  if (options != NULL)
    headless = *options;
  headless.header_line = MARATHON_IMPORT_NO_HEADER;
  look (sketch, event, table, &headless);
  return sketch;
}

void
marathon_import_sketch_free (MarathonImportSketch *sketch)
{
  g_return_if_fail (sketch != NULL);

  g_string_chunk_free (sketch->strings);
  g_array_unref (sketch->columns);
  g_free (sketch);
}

gboolean
marathon_import_sketch_column_is_recognised (const MarathonImportSketchColumn *column)
{
  return column->fate != MARATHON_IMPORT_COLUMN_NEW_CUSTOM || column->is_chosen;
}

const MarathonImportSketchColumn *
marathon_import_sketch_get_columns (const MarathonImportSketch *sketch, guint *n)
{
  g_return_val_if_fail (sketch != NULL && n != NULL, NULL);

  *n = sketch->columns->len;
  return (const MarathonImportSketchColumn *) (gconstpointer) sketch->columns->data;
}

guint
marathon_import_sketch_get_header_line (const MarathonImportSketch *sketch)
{
  g_return_val_if_fail (sketch != NULL, 0);

  return sketch->header_line;
}

gboolean
marathon_import_sketch_knows_people (const MarathonImportSketch *sketch)
{
  g_return_val_if_fail (sketch != NULL, FALSE);

  return sketch->knows_people;
}
