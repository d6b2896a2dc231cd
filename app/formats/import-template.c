/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A CSV file to be filled in: a line that names the columns, in words that the import knows again.
 */
#include "formats/import-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/csv-writer.h"
#include "formats/import-sketch.h"
#include "formats/import-targets.h"

typedef struct {
  const char *key;
  const char *remark; /* (nullable): marked for translation: how it is written */
} TemplateColumn;

static const TemplateColumn columns[] = {
  { "external-id", NULL },
  { "family", NULL },
  { "given", NULL },
  /* Translators: the letters stay as they are: female, male, neither */
  { "sex", N_ ("F, M or X") },
  /* Translators: a date, in letters for the digits of year, month and day */
  { "born", N_ ("YYYY-MM-DD") },
  { "nation", N_ ("for example GBR") },
  { "town", NULL },
  { "club", NULL },
  { "predicted", N_ ("h:mm:ss") },
  { "mode", N_ ("running, racing chair, handcycle") },
  { "class", N_ ("for example T12") },
  { "charity", NULL },
  { "email", NULL },
  { "phone", NULL },
  { "emergency-name", NULL },
  { "emergency-phone", NULL },
  { "medical", NULL },
  { "guide-of", N_ ("entry number of the athlete") },
  { "guide-role", N_ ("guide, support, pilot or pusher") },
};

/* Whether a list with one column of that name, beside names of people, would be read so. */
static gboolean
is_known (MarathonEvent *event, const char *name, const char *key)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (MarathonCsvWriter) writer = marathon_csv_writer_new (text, NULL);
  const MarathonImportOptions options = { .header_line = 1 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MarathonCsvTable) table = NULL;
  g_autoptr (MarathonImportSketch) sketch = NULL;
  const MarathonImportSketchColumn *found;
  guint n;

  marathon_csv_writer_append_cell (writer, name, -1);
  marathon_csv_writer_row_end (writer);
  bytes = g_bytes_new (text->str, text->len);
  table = marathon_csv_table_new (bytes, NULL, NULL);
  if (table == NULL)
    return FALSE;
  sketch = marathon_import_sketch_new (event, table, &options);
  found = marathon_import_sketch_get_columns (sketch, &n);
  return n == 1 && g_strcmp0 (found[0].key, key) == 0;
}

/* Returns: (transfer full): the best name that is known again. */
static char *
make_name (MarathonEvent *event, const TemplateColumn *column)
{
  const char *label = marathon_import_describe_key (event, column->key);
  g_autofree char *with_remark
      = column->remark != NULL ? g_strdup_printf ("%s (%s)", label, _ (column->remark)) : g_strdup (label);

  if (is_known (event, with_remark, column->key))
    return g_steal_pointer (&with_remark);
  return g_strdup (is_known (event, label, column->key) ? label : column->key);
}

/* Returns: (transfer full): an event with the fields of @event and nobody in it: each look at a name takes a snapshot,
 * and a million entrants would make that a wait. */
static MarathonEvent *
copy_fields (MarathonEvent *event)
{
  MarathonRecordList *list = marathon_event_get_list (event, MARATHON_LIST_CUSTOM_FIELDS);
  MarathonEvent *copy = marathon_event_new ();

  for (guint i = 0; i < marathon_record_list_get_size (list); i++)
    {
      g_autoptr (MarathonRecord) field = marathon_record_copy (marathon_record_list_get (list, i), copy);
      g_autoptr (GError) error = NULL;

      if (!marathon_event_insert_record (copy, MARATHON_LIST_CUSTOM_FIELDS, i, field, &error))
        g_critical ("A template lacks a field: error %d of %s", error->code, g_quark_to_string (error->domain));
    }
  return copy;
}

char *
marathon_import_template_format (MarathonEvent *event)
{
  GString *out = g_string_new (NULL);
  const MarathonCsvWriterOptions options = { .bom = TRUE };
  g_autoptr (MarathonCsvWriter) writer = marathon_csv_writer_new (out, &options);
  g_autoptr (MarathonEvent) empty = NULL;
  g_autoptr (GPtrArray) fields = NULL;

  g_return_val_if_fail (event != NULL, g_string_free (out, FALSE));

  empty = copy_fields (event);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *name = make_name (empty, &columns[i]);

      marathon_csv_writer_append_cell (writer, name, -1);
    }
  fields = marathon_event_list_fields (empty);
  for (guint i = 0; i < fields->len; i++)
    {
      const MarathonFieldInfo *info = g_ptr_array_index (fields, i);
      const TemplateColumn column = { info->key, NULL };
      g_autofree char *name = info->field >= MARATHON_FIELD_CUSTOM ? make_name (empty, &column) : NULL;

      if (name != NULL)
        marathon_csv_writer_append_cell (writer, name, -1);
    }
  marathon_csv_writer_row_end (writer);
  return g_string_free (out, FALSE);
}
