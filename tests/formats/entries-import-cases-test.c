/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What becomes of the rows of an entry list. Each file of tests/data/csv is a case: NAME.csv goes into the event of
 * import-sample.h, and what would change is written down as in NAME.expected. That file's first line holds the options.
 *
 * A new case: write NAME.csv and a NAME.expected of its first line, run, and read what was written to NAME.actual in
 * the build directory.
 */
#include "formats/entries-import.h"

#include <string.h>

#include "formats/import-sample.h"
#include "model/guide-fields.h"

typedef struct {
  MarathonImportOptions options;
  GPtrArray *mappings;
} Settings;

static void
settings_clear (Settings *settings)
{
  g_ptr_array_unref (settings->mappings);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Settings, settings_clear)

/* "options: update; replace; map Surname=family" */
static void
read_settings (const char *line, Settings *settings)
{
  g_auto (GStrv) words = NULL;

  settings->mappings = g_ptr_array_new_with_free_func (g_free);
  g_assert_true (g_str_has_prefix (line, "options:"));
  words = g_strsplit (line + strlen ("options:"), "; ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = g_strstrip (words[i]);

      if (g_str_has_prefix (word, "map "))
        g_ptr_array_add (settings->mappings, g_strdup (word + strlen ("map ")));
      else if (strcmp (word, "update") == 0)
        settings->options.update = TRUE;
      else if (strcmp (word, "fill") == 0)
        settings->options.bibs = MARATHON_IMPORT_BIBS_FILL;
      else if (strcmp (word, "replace") == 0)
        settings->options.bibs = MARATHON_IMPORT_BIBS_REPLACE;
      else if (strcmp (word, "month first") == 0)
        settings->options.date_order = MARATHON_DATE_ORDER_MDY;
      else if (strcmp (word, "minutes") == 0)
        settings->options.time_hint = MARATHON_TIME_HINT_MINUTES;
      else
        g_assert_cmpstr (word, ==, "");
    }
  g_ptr_array_add (settings->mappings, NULL);
  settings->options.mappings = (const char *const *) settings->mappings->pdata;
}

/* --- Writing down --- */

static void
dump_guide (MarathonEvent *event, const MarathonGuide *guide, GString *out)
{
  g_string_append (out, "  guide:");
  for (guint f = MARATHON_GUIDE_ROLE; f < MARATHON_N_GUIDE_FIELDS; f++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      marathon_guide_append_text (event, guide, marathon_guide_fields[f].field, text);
      if (text->len > 0)
        g_string_append_printf (out, " %s=%s", marathon_guide_fields[f].key, text->str);
    }
  g_string_append (out, "\n");
}

/* Fields without the id, which chance gives. */
static void
dump_entrant (MarathonEvent *event, const MarathonEntrant *entrant, const char *title, GString *out)
{
  g_autoptr (GPtrArray) fields = marathon_event_list_fields (event);
  MarathonDetailsView view;

  g_string_append_printf (out, "%s:", title);
  for (guint i = MARATHON_FIELD_ID + 1; i < fields->len; i++)
    {
      const MarathonFieldInfo *info = g_ptr_array_index (fields, i);
      g_autoptr (GString) text = g_string_new (NULL);

      marathon_entrant_append_text (event, entrant, info, text);
      g_string_replace (text, "\n", "\\n", 0);
      if (text->len > 0)
        g_string_append_printf (out, " %s=%s", info->key, text->str);
    }
  g_string_append (out, "\n");
  marathon_details_store_get (marathon_event_get_details (event), entrant->details, &view);
  for (guint i = 0; i < view.n_guides; i++)
    dump_guide (event, &view.guides[i], out);
}

static void
dump_counts (const MarathonImport *import, const char *title, GString *out)
{
  static const char *const names[MARATHON_IMPORT_N_COUNTS] = {
    "rows", "added", "updated", "unchanged", "present", "in-bin", "refused", "guides-added", "guides-updated",
    "guides-present", "guides-refused", "repeated-headers",
  };

  g_string_append_printf (out, "%s:", title);
  for (guint i = 0; i < MARATHON_IMPORT_N_COUNTS; i++)
    if (marathon_import_get_count (import, (MarathonImportCount) i) > 0)
      g_string_append_printf (out, " %s %u", names[i], marathon_import_get_count (import, (MarathonImportCount) i));
  g_string_append (out, "\n");
}

static void
dump_columns (const MarathonImport *import, GString *out)
{
  static const char *const fates[] = { "", " (new)", "-", "unused" };
  guint n;
  const MarathonImportColumn *columns = marathon_import_get_columns (import, &n);

  g_string_append_printf (out, "columns of line %u:", marathon_import_get_header_line (import));
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s %s → %s%s", i > 0 ? "," : "", columns[i].name,
                            columns[i].key != NULL ? columns[i].key : "", fates[columns[i].fate]);
  g_string_append (out, "\n");
}

static void
dump_notes (const MarathonImport *import, GString *out)
{
  guint n;
  const MarathonImportNote *notes = marathon_import_get_notes (import, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = marathon_import_note_describe (&notes[i]);
      g_autofree char *line = g_strdelimit (g_strdup (text), "\r\n\t", '|');

      g_string_append_printf (out, "%s %s\n", marathon_import_outcome_get_word (notes[i].outcome), line);
    }
}

static void
dump_records (const MarathonImport *import, GString *out)
{
  guint n;
  const MarathonImportRecord *records = marathon_import_get_records (import, &n);

  for (guint i = 0; i < n; i++)
    {
      int audience = marathon_record_find_column (records[i].record, "audience");

      g_string_append_printf (out, "new %s: %s “%s”", marathon_list_get_element (records[i].list),
                              marathon_record_get_key (records[i].record),
                              marathon_record_get_text (records[i].record, 0));
      if (audience >= 0)
        g_string_append_printf (out, " for %s", marathon_record_get_text (records[i].record, (guint) audience));
      g_string_append (out, "\n");
    }
}

/* After the import was put into @event, so that its new records are known there. */
static void
dump_people (MarathonEvent *event, const MarathonImport *import, GString *out)
{
  guint n_changed, n_added;
  const guint32 *positions;
  const MarathonEntrant *changed = marathon_import_get_changed (import, &positions, &n_changed);
  const MarathonEntrant *added = marathon_import_get_added (import, &n_added);

  for (guint i = 0; i < n_changed; i++)
    {
      g_autofree char *title = g_strdup_printf ("changed %u", positions[i]);

      dump_entrant (event, &changed[i], title, out);
    }
  for (guint i = 0; i < n_added; i++)
    dump_entrant (event, &added[i], "added", out);
}

/* --- Cases --- */

static char *
import_twice (const MarathonCsvTable *table, const MarathonImportOptions *options, const char *first_line)
{
  GString *out = g_string_new (first_line);
  g_autoptr (MarathonEvent) event = import_sample_new ();
  MarathonIdSource ids;
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonImport) import = NULL, again = NULL;

  g_string_append_c (out, '\n');
  marathon_id_source_init_seeded (&ids, 1);
  import = marathon_import_new (event, table, options, &ids, &error);
  if (import == NULL)
    {
      g_assert_cmpint (error->domain, ==, MARATHON_IMPORT_ERROR);
      g_string_append_printf (out, "error: %s\n", error->message);
      return g_string_free (out, FALSE);
    }
  g_assert_cmpuint (marathon_roster_get_size (marathon_event_get_roster (event)), ==, 3);
  dump_columns (import, out);
  dump_counts (import, "counts", out);
  dump_notes (import, out);
  dump_records (import, out);
  import_sample_apply (event, import);
  dump_people (event, import, out);
  again = marathon_import_new (event, table, options, &ids, &error);
  g_assert_no_error (error);
  dump_counts (again, "again", out);
  return g_string_free (out, FALSE);
}

static void
compare_with_file (const char *name, const char *actual, const char *expected)
{
  g_autofree char *base = g_strconcat (name, ".actual", NULL);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (strcmp (actual, expected) == 0)
    return;
  path = g_test_build_filename (G_TEST_BUILT, base, NULL);
  g_file_set_contents (path, actual, -1, &error);
  g_assert_no_error (error);
  g_test_message ("What was written down is in %s", path);
  g_assert_cmpstr (actual, ==, expected);
}

static void
test_case (gconstpointer data)
{
  const char *name = data;
  g_autofree char *csv_name = g_strconcat (name, ".csv", NULL), *expected_name = g_strconcat (name, ".expected", NULL);
  g_autofree char *csv_path = g_build_filename (g_getenv ("MARATHON_TEST_DATA"), "csv", csv_name, NULL);
  g_autofree char *expected_path = g_build_filename (g_getenv ("MARATHON_TEST_DATA"), "csv", expected_name, NULL);
  g_autofree char *csv = NULL, *expected = NULL, *first_line = NULL, *actual = NULL;
  g_autoptr (MarathonCsvTable) table = NULL;
  g_auto (Settings) settings = { 0 };
  gsize length;

  g_assert_true (g_file_get_contents (csv_path, &csv, &length, NULL));
  g_assert_true (g_file_get_contents (expected_path, &expected, NULL, NULL));
  first_line = g_strndup (expected, strcspn (expected, "\n"));
  read_settings (first_line, &settings);
  table = import_sample_scan (csv, length);
  actual = import_twice (table, &settings.options, first_line);
  compare_with_file (name, actual, expected);
}

static guint
add_cases (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MARATHON_TEST_DATA"), "csv", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *file;
  guint n = 0;

  while (folder != NULL && (file = g_dir_read_name (folder)) != NULL)
    if (g_str_has_suffix (file, ".csv"))
      {
        char *name = g_strndup (file, strlen (file) - strlen (".csv"));
        g_autofree char *test_path = g_strconcat ("/entries-import/", name, NULL);

        g_test_add_data_func_full (test_path, name, test_case, g_free);
        n++;
      }
  return n;
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpuint (add_cases (), >, 0);
  return g_test_run ();
}
