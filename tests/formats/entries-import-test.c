/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of formats/entries-import.h. Each file of tests/data/csv is a case: NAME.csv goes into the event of
 * import-sample.h, and what would change is written down as in NAME.expected. That file's first line holds the options.
 *
 * A new case: write NAME.csv and a NAME.expected of its first line, run, and read what was written to NAME.actual in
 * the build directory.
 */
#include "formats/entries-import.h"

#include <string.h>

#include "formats/import-sample.h"
#include "model/guide-fields.h"

#define N_SPOILT_FILES 400

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

/* --- What no file shows --- */

static MarathonImport *
import_text (MarathonEvent *event, const char *text, const MarathonImportOptions *options)
{
  g_autoptr (MarathonCsvTable) table = import_sample_scan (text, strlen (text));
  MarathonIdSource ids;
  g_autoptr (GError) error = NULL;
  MarathonImport *import;

  marathon_id_source_init_seeded (&ids, 1);
  import = marathon_import_new (event, table, options, &ids, &error);
  g_assert_no_error (error);
  return import;
}

static void
test_event_stays (void)
{
  g_autoptr (MarathonEvent) event = import_sample_new ();
  MarathonImportOptions options = { .update = TRUE, .bibs = MARATHON_IMPORT_BIBS_REPLACE };
  MarathonEntrant before = *marathon_roster_get (marathon_event_get_roster (event), 1);
  g_autoptr (MarathonImport) import
    = import_text (event, "Entry ID,Surname,Bib,Group,Coffee\nE2,Stein,77,New Group,black\nE7,New,5,,\n", &options);

  g_assert_false (marathon_import_is_empty (import));
  g_assert_true (marathon_entrant_equal (&before, marathon_roster_get (marathon_event_get_roster (event), 1)));
  g_assert_cmpuint (marathon_roster_get_size (marathon_event_get_roster (event)), ==, 3);
  g_assert_cmpuint (marathon_record_list_get_size (marathon_event_get_list (event, MARATHON_LIST_GROUPS)), ==, 1);
  g_assert_cmpuint (marathon_record_list_get_size (marathon_event_get_list (event, MARATHON_LIST_CUSTOM_FIELDS)), ==,
                    4);
}

static void
test_empty_import (void)
{
  g_autoptr (MarathonEvent) event = import_sample_new ();
  g_autoptr (MarathonImport) import = import_text (event, "Entry ID,Surname\nE1,Okafor\n", NULL);

  g_assert_true (marathon_import_is_empty (import));
}

static void
test_ids_differ (void)
{
  g_autoptr (MarathonEvent) event = import_sample_new ();
  g_autoptr (MarathonImport) first = import_text (event, "Surname,Given name\nA,B\nC,D\n", NULL);
  g_autoptr (MarathonImport) second = NULL;
  const MarathonEntrant *added;
  guint n;

  import_sample_apply (event, first);
  /* The same seed gives the same ids first; they are taken now. */
  second = import_text (event, "Surname,Given name\nE,F\nG,H\n", NULL);
  added = marathon_import_get_added (second, &n);
  g_assert_cmpuint (n, ==, 2);
  for (guint i = 0; i < n; i++)
    g_assert_false (marathon_event_has_entrant (event, added[i].id));
  g_assert_cmpuint (added[0].id, !=, added[1].id);
  import_sample_apply (event, second);
}

static void
test_summary (void)
{
  g_autoptr (MarathonEvent) event = import_sample_new ();
  const char *const mappings[] = { "Secret=-", NULL };
  MarathonImportOptions options = { .mappings = mappings };
  g_autoptr (MarathonImport) import
      = import_text (event,
                     "Entry ID;Surname;Sex;Group;Coffee;Secret;\n"
                     "E1;Okafor;F;;;x;\nE20;Lee;F;The Boat;black;x;\n;;;;;;\nE21;Day;Q;;;x;\n;;M;;;;\n",
                     &options);
  g_autofree char *summary = marathon_import_format_summary (import);

  g_assert_cmpstr (summary, ==,
                   "Text in UTF-8, cells separated by “;”, columns named in line 1.\n"
                   "4 rows read:\n"
                   "  2 entrants added\n"
                   "  1 entrant is in the event already; nothing was changed\n"
                   "  1 row refused\n"
                   "1 empty line passed over\n"
                   "1 new group\n"
                   "Columns: Entry ID → external-id, Surname → family, Sex → sex, Group → group\n"
                   "Kept in new fields: Coffee → x-coffee (audience: Everything)\n"
                   "Left out as asked: Secret\n"
                   "Notes: 0 altered, 2 refused, 0 ignored, 1 doubtful\n");
}

static void
test_report (void)
{
  g_autoptr (MarathonEvent) event = import_sample_new ();
  g_autoptr (MarathonImport) import = import_text (event, "Entry ID,Surname,Sex,Predicted\nE20,Lee,=1+1,4:00:00\n", NULL);
  g_autofree char *report = marathon_import_format_report (import);

  g_assert_cmpstr (report, ==,
                   "line,column,column-name,field,outcome,found,what\r\n"
                   "2,3,Sex,sex,refused,'=1+1,\"not taken: not understood; expected is M, F, X\"\r\n");
}

/* What concerns the list, rows, values, doubts, changes, and what there is no place for. */
static void
test_importance (void)
{
  g_autoptr (MarathonEvent) event = import_sample_new ();
  g_autoptr (MarathonImport) import
    = import_text (event,
                   "Name,Sex,Age,Born,Predicted\n"
                   "Ada Okafor,Q,,,4:00:00\n"
                   "Ben Stone,unknown,,,\n"
                   "Cleo Vale,,50,1990-01-01,\n"
                   "Total: 3,,,,\n"
                   "Ada Okafor,Q,,,4:00:00\n",
                   NULL);
  static const MarathonImportOutcome outcomes[]
    = { MARATHON_IMPORT_NOTE_DOUBTFUL, MARATHON_IMPORT_NOTE_REFUSED, MARATHON_IMPORT_NOTE_REFUSED,
        MARATHON_IMPORT_NOTE_REFUSED,  MARATHON_IMPORT_NOTE_DOUBTFUL, MARATHON_IMPORT_NOTE_ALTERED,
        MARATHON_IMPORT_NOTE_ALTERED,  MARATHON_IMPORT_NOTE_ALTERED, MARATHON_IMPORT_NOTE_IGNORED,
        MARATHON_IMPORT_NOTE_IGNORED };
  guint n;
  const MarathonImportNote *notes = marathon_import_get_notes_by_importance (import, &n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (outcomes));
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (notes[i].outcome, ==, outcomes[i]);
  /* Three people of the three that the list names are in the event. */
  g_assert_nonnull (strstr (notes[0].text, "3 of its 3 entrants are in the event"));
  g_assert_cmpuint (notes[1].line, ==, 5);
  g_assert_cmpuint (notes[2].line, ==, 6);
  g_assert_cmpstr (notes[3].found, ==, "Q");
}

/* Who differs by birth is somebody else. */
static void
test_other_people_of_the_name (void)
{
  g_autoptr (MarathonEvent) event = import_sample_new_empty ();
  g_autoptr (MarathonImport) first = import_text (event, "Surname,Born\nLee,1990-01-01\nRay,1991-01-01\n", NULL);
  g_autoptr (MarathonImport) second = NULL;
  const MarathonImportNote *notes;
  guint n;

  import_sample_apply (event, first);
  second = import_text (event, "Surname,Born\nLee,1990-01-02\nRay,1991-01-01\n", NULL);
  notes = marathon_import_get_notes_by_importance (second, &n);
  g_assert_cmpuint (n, ==, 2);
  for (guint i = 0; i < n; i++)
    g_assert_null (strstr (notes[i].text, "imported before"));
}

static void
test_notes_of_one_kind (void)
{
  g_autoptr (MarathonEvent) event = import_sample_new ();
  g_autoptr (MarathonImport) import = import_text (event,
                                                   "Entry,Name,Sex,Predicted\n"
                                                   "1,Ada Lee,Q,4:00:00\n"
                                                   "2,Ben Lee,F,4:00:00\n"
                                                   "3,Cat Lee,Q,4:00:00\n"
                                                   "4,Dan Lee,M,4:00:00\n"
                                                   "5,\"Lee, Eve\",F,4:00:00\n"
                                                   "6,Fay Lee,F,slow\n",
                                                   NULL);
  g_autofree char *all = marathon_import_format_notes (import, 0);
  g_autofree char *few = marathon_import_format_notes (import, 2);

  g_assert_cmpstr (all, ==,
                   "line 2, column 3 (Sex): “Q”: not taken: not understood; expected is M, F, X\n"
                   "line 4, column 3 (Sex): “Q”: not taken: not understood; expected is M, F, X\n"
                   "line 7, column 4 (Predicted): “slow”: not taken: not understood; expected is a time such as "
                   "2:04:29\n"
                   "5 times, lines 2–5, 7, column 2 (Name); the first: “Ada Lee”: taken apart by guessing: family name "
                   "“Lee”, given name “Ada”\n");
  g_assert_cmpstr (few, ==,
                   "line 2, column 3 (Sex): “Q”: not taken: not understood; expected is M, F, X\n"
                   "line 4, column 3 (Sex): “Q”: not taken: not understood; expected is M, F, X\n"
                   "… and 2 more lines of notes\n");
}

/* What is ignored is told once. */
static void
test_ignored_in_one_line (void)
{
  g_autoptr (MarathonEvent) event = import_sample_new ();
  g_autoptr (MarathonImport) import
    = import_text (event, "Family name,Guide of,Town\nA,E1,Leeds\nB,E1,York\nC,E2,Hull\n", NULL);
  g_autofree char *text = marathon_import_format_notes (import, 0);

  g_assert_cmpstr (text, ==,
                   "3 times, lines 2–4, column 3 (Town): not taken, since guides have no such fields: Town\n");
}

static void
test_summary_of_choices (void)
{
  g_autoptr (MarathonEvent) event = import_sample_new ();
  g_autoptr (MarathonImport) import
    = import_text (event,
                   "Entry,Surname,Bib,Category,DOB,Predicted,Coffee,Blood group\n"
                   "1,Lee,50,Mass,1/2/1980,4:00:00,black,A\n"
                   "2,Ray,51,,12/25/1980,4:00:00,,\n",
                   NULL);
  g_autofree char *summary = marathon_import_format_summary (import);

  g_assert_nonnull (strstr (summary, "\nPinned, because the file gives them: 2 bibs, 1 category\n"));
  g_assert_nonnull (strstr (summary, "\nDates read as month/day/year, proven in line 3\n"));
  g_assert_nonnull (strstr (summary, "Coffee → x-coffee (audience: Everything)"));
  g_assert_nonnull (strstr (summary, "Blood group → x-blood-group (audience: Medical)"));
}

static void
test_swap_of_bibs (void)
{
  g_autoptr (MarathonEvent) event = import_sample_new ();
  MarathonImportOptions options = { .update = TRUE, .bibs = MARATHON_IMPORT_BIBS_REPLACE };
  g_autoptr (MarathonImport) import = import_text (event, "Entry ID,Surname,Bib\nE1,,11\nE2,,10\n", &options);
  MarathonHolder holder;

  import_sample_apply (event, import);
  g_assert_true (marathon_event_find_bib (event, "10", &holder));
  g_assert_cmpuint (holder.position, ==, 1);
  g_assert_true (marathon_event_find_bib (event, "11", &holder));
  g_assert_cmpuint (holder.position, ==, 0);
}

/* 20,000 rows that all want one bib, one group name without letters, and one entry number each. */
static void
test_many_clashes (void)
{
  g_autoptr (MarathonEvent) event = import_sample_new ();
  g_autoptr (GString) text = g_string_new ("Entry ID,Surname,Bib,Group\n");
  g_autoptr (MarathonImport) import = NULL;
  guint n;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "N%u,Name,10,%s%u\n", i, "\xE7\xBB\x84", i % 5000);
  import = import_text (event, text->str, NULL);
  g_assert_cmpuint (marathon_import_get_count (import, MARATHON_IMPORT_ADDED), ==, 20000);
  marathon_import_get_notes (import, &n);
  /* And one that there are no predicted times. */
  g_assert_cmpuint (n, ==, 20001);
  import_sample_apply (event, import);
}

/* --- Spoilt files --- */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GString *
read_any_case (GRand *rand)
{
  g_autofree char *path = g_build_filename (g_getenv ("MARATHON_TEST_DATA"), "csv", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *file = NULL, *text = NULL;
  const char *name;
  gsize length;

  while ((name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_suffix (name, ".csv"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  file = g_build_filename (path, g_ptr_array_index (names, (guint) g_rand_int_range (rand, 0, (gint32) names->len)), NULL);
  g_assert_true (g_file_get_contents (file, &text, &length, NULL));
  return g_string_new_len (text, (gssize) length);
}

/* Takes bytes out, puts signs in, and doubles pieces. */
static void
spoil (GString *text, GRand *rand)
{
  static const char signs[] = ",;\"\n\t=-0x ";

  for (gint32 n = g_rand_int_range (rand, 0, 10); n > 0 && text->len > 20; n--)
    {
      gssize at = g_rand_int_range (rand, 0, (gint32) text->len - 10), length = g_rand_int_range (rand, 1, 10);
      gint32 way = g_rand_int_range (rand, 0, 3);

      if (way == 0)
        g_string_erase (text, at, length);
      else if (way == 1)
        g_string_insert_c (text, at, signs[g_rand_int_range (rand, 0, (gint32) strlen (signs))]);
      else
        {
          g_autofree char *piece = g_strndup (text->str + at, (gsize) length * 10);

          g_string_insert (text, g_rand_int_range (rand, 0, (gint32) text->len), piece);
        }
    }
}

/* Every row is counted once; guides in the row of their athlete come on top. */
static void
assert_all_counted (const MarathonImport *import)
{
  guint sum = 0;

  for (MarathonImportCount i = MARATHON_IMPORT_ROWS + 1; i < MARATHON_IMPORT_N_COUNTS; i++)
    sum += marathon_import_get_count (import, i);
  g_assert_cmpuint (sum, >=, marathon_import_get_count (import, MARATHON_IMPORT_ROWS));
}

static void
test_spoilt_files (void)
{
  guint n_imported = 0;

  for (guint32 seed = 0; seed < N_SPOILT_FILES; seed++)
    {
      GRand *rand = g_rand_new_with_seed (seed);
      g_autoptr (GString) text = read_any_case (rand);
      g_autoptr (MarathonEvent) event = import_sample_new ();
      MarathonImportOptions options = { .update = seed % 2 == 0, .bibs = (MarathonImportBibs) (seed % 3) };
      MarathonIdSource ids;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (MarathonCsvTable) table = NULL;
      g_autoptr (MarathonImport) import = NULL;

      spoil (text, rand);
      g_rand_free (rand);
      bytes = g_bytes_new (text->str, text->len);
      table = marathon_csv_table_new (bytes, NULL, NULL);
      marathon_id_source_init_seeded (&ids, seed);
      import = table != NULL ? marathon_import_new (event, table, &options, &ids, NULL) : NULL;
      if (import == NULL)
        continue;
      n_imported++;
      assert_all_counted (import);
      import_sample_apply (event, import);
    }
  g_assert_cmpuint (n_imported, >, N_SPOILT_FILES / 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpuint (add_cases (), >, 0);
  g_test_add_func ("/entries-import/event-stays-as-it-is", test_event_stays);
  g_test_add_func ("/entries-import/nothing-to-do-is-empty", test_empty_import);
  g_test_add_func ("/entries-import/ids-are-new", test_ids_differ);
  g_test_add_func ("/entries-import/summary", test_summary);
  g_test_add_func ("/entries-import/report", test_report);
  g_test_add_func ("/entries-import/notes-by-importance", test_importance);
  g_test_add_func ("/entries-import/other-people-of-the-same-name", test_other_people_of_the_name);
  g_test_add_func ("/entries-import/notes-of-one-kind-are-one-line", test_notes_of_one_kind);
  g_test_add_func ("/entries-import/what-is-ignored-is-told-once", test_ignored_in_one_line);
  g_test_add_func ("/entries-import/summary-tells-what-was-decided", test_summary_of_choices);
  g_test_add_func ("/entries-import/bibs-may-be-exchanged", test_swap_of_bibs);
  g_test_add_func ("/entries-import/spoilt-files-do-no-harm", test_spoilt_files);
  g_test_add_func ("/entries-import/many-clashes-take-no-longer", test_many_clashes);
  return g_test_run ();
}
