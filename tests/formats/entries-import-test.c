/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of formats/entries-import.h: what no file shows. What becomes of rows is in entries-import-cases-test.c.
 */
#include "formats/entries-import.h"

#include <string.h>

#include "formats/import-sample.h"

#define N_SPOILT_FILES 400

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

/* --- What is told --- */

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
  g_test_add_func ("/entries-import/event-stays-as-it-is", test_event_stays);
  g_test_add_func ("/entries-import/nothing-to-do-is-empty", test_empty_import);
  g_test_add_func ("/entries-import/ids-are-new", test_ids_differ);
  g_test_add_func ("/entries-import/bibs-may-be-exchanged", test_swap_of_bibs);
  g_test_add_func ("/entries-import/many-clashes-take-no-longer", test_many_clashes);
  g_test_add_func ("/entries-import/summary", test_summary);
  g_test_add_func ("/entries-import/report", test_report);
  g_test_add_func ("/entries-import/notes-by-importance", test_importance);
  g_test_add_func ("/entries-import/other-people-of-the-same-name", test_other_people_of_the_name);
  g_test_add_func ("/entries-import/notes-of-one-kind-are-one-line", test_notes_of_one_kind);
  g_test_add_func ("/entries-import/what-is-ignored-is-told-once", test_ignored_in_one_line);
  g_test_add_func ("/entries-import/summary-tells-what-was-decided", test_summary_of_choices);
  g_test_add_func ("/entries-import/spoilt-files-do-no-harm", test_spoilt_files);
  return g_test_run ();
}
