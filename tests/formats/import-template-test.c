/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of the file to be filled in: the import knows each of its columns, and people who are written into it.
 */
#include "formats/import-template.h"

#include <string.h>

#include "formats/import-sketch.h"
#include "formats/import-targets.h"
#include "model/custom-field.h"

static void
add_own_field (MarathonEvent *event, const char *key, const char *label)
{
  g_autoptr (MarathonRecord) field = marathon_record_new (MARATHON_TYPE_CUSTOM_FIELD, key);
  g_autoptr (GError) error = NULL;

  g_assert_true (marathon_record_set_text (field, event, (guint) marathon_record_find_column (field, "label"), label, &error));
  g_assert_true (marathon_event_insert_record (event, MARATHON_LIST_CUSTOM_FIELDS, 0, field, &error));
}

static MarathonCsvTable *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return marathon_csv_table_new (bytes, NULL, NULL);
}

static void
test_every_column_is_recognised (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  g_autofree char *text = NULL;
  g_autoptr (MarathonCsvTable) table = NULL;
  g_autoptr (MarathonImportSketch) sketch = NULL;
  const MarathonImportSketchColumn *columns;
  guint n;

  add_own_field (event, "shirt", "T-shirt size");
  add_own_field (event, "lunch", "Lunch, and where");
  text = marathon_import_template_format (event);
  table = read_text (text);
  sketch = marathon_import_sketch_new (event, table, NULL);
  columns = marathon_import_sketch_get_columns (sketch, &n);
  g_assert_cmpuint (marathon_csv_table_get_n_rows (table), ==, 1);
  g_assert_cmpuint (marathon_csv_table_get_encoding (table), ==, MARATHON_TEXT_ENCODING_UTF_8_BOM);
  g_assert_cmpuint (n, >=, 20);
  g_assert_true (marathon_import_sketch_knows_people (sketch));
  for (guint i = 0; i < n; i++)
    {
      g_test_message ("%s → %s", columns[i].name, columns[i].key);
      g_assert_cmpint (columns[i].fate, ==, MARATHON_IMPORT_COLUMN_FIELD);
      g_assert_nonnull (columns[i].key);
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (columns[i].key, !=, columns[j].key);
    }
}

static void
test_people_come_out_of_it (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  g_autofree char *text = marathon_import_template_format (event);
  g_autofree char *filled = g_strconcat (text, "1,Ashworth,Ann,F,1980-03-04,GBR,Ely\r\n", NULL);
  g_autoptr (MarathonCsvTable) table = read_text (filled);
  g_autoptr (MarathonImport) import = NULL;
  g_autofree char *born = NULL;
  MarathonIdSource ids;
  guint n;

  marathon_id_source_init_seeded (&ids, 5);
  import = marathon_import_new (event, table, NULL, &ids, NULL);
  g_assert_nonnull (import);
  born = marathon_entrant_get_text (event, marathon_import_get_added (import, &n), MARATHON_FIELD_BORN);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (born, ==, "1980-03-04");
  marathon_import_get_records (import, &n);
  g_assert_cmpuint (n, ==, 0);
}

/* --- What a column can go to --- */

static void
test_targets_are_complete (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  g_autoptr (GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) fields = marathon_event_list_fields (event);
  g_autoptr (GArray) targets = marathon_import_list_targets (event);
  guint n_extras = g_strv_length ((char **) marathon_import_get_extra_keys ());

  g_assert_cmpuint (targets->len, ==, fields->len + n_extras);
  for (guint i = 0; i < targets->len; i++)
    {
      const MarathonImportTarget *target = &g_array_index (targets, MarathonImportTarget, i);

      g_assert_cmpstr (marathon_import_describe_key (event, target->key), ==, target->label);
      g_assert_cmpstr (target->label, !=, target->key);
      g_assert_true (g_hash_table_add (labels, (gpointer) target->label));
    }
  g_assert_cmpstr (marathon_import_describe_key (event, "no-such-field"), ==, "no-such-field");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-template/every-column-is-recognised", test_every_column_is_recognised);
  g_test_add_func ("/import-template/people-come-out-of-it", test_people_come_out_of_it);
  g_test_add_func ("/import-template/targets-are-complete", test_targets_are_complete);
  return g_test_run ();
}
