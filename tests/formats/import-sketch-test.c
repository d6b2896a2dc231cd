/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of what a person sees of a list and chooses for it: the header, the columns by their places; and of
 * long work that is watched and stopped.
 */
#include "formats/import-sketch.h"

#include <string.h>

static MarathonCsvTable *
new_table (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return marathon_csv_table_new (bytes, NULL, NULL);
}

static const MarathonImportSketchColumn *
get_column (const MarathonImportSketch *sketch, guint index)
{
  guint n;
  const MarathonImportSketchColumn *columns = marathon_import_sketch_get_columns (sketch, &n);

  g_assert_cmpuint (index, <, n);
  return &columns[index];
}

static MarathonImport *
import_list (MarathonEvent *event, const char *text, const MarathonImportOptions *options, GError **error)
{
  g_autoptr (MarathonCsvTable) table = new_table (text);
  MarathonIdSource ids;

  marathon_id_source_init_seeded (&ids, 3);
  return marathon_import_new (event, table, options, &ids, error);
}

/* Returns: (transfer full): a field of the @nth entrant that @import adds. */
static char *
get_added (MarathonEvent *event, const MarathonImport *import, guint nth, guint field)
{
  guint n;
  const MarathonEntrant *added = marathon_import_get_added (import, &n);

  g_assert_cmpuint (nth, <, n);
  return marathon_entrant_get_text (event, &added[nth], field);
}

/* --- The sketch --- */

static void
test_names_samples_and_fields (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  g_autoptr (MarathonCsvTable) table
      = new_table ("Our spring race\n\nVorname,Name,Farbe,Leer\nAnn,Ashworth,red,\nBen,Birch,,\nCai,Cole,red,\nDot,Dale,blue,\n");
  g_autoptr (MarathonImportSketch) sketch = marathon_import_sketch_new (event, table, NULL);

  g_assert_cmpuint (marathon_import_sketch_get_header_line (sketch), ==, 3);
  g_assert_false (marathon_import_sketch_knows_people (sketch));
  g_assert_cmpstr (get_column (sketch, 0)->label, ==, "Given name");
  g_assert_cmpstr (get_column (sketch, 0)->key, ==, "given");
  g_assert_cmpstr (get_column (sketch, 1)->label, ==, "Family name");
  g_assert_cmpstr (get_column (sketch, 2)->name, ==, "Farbe");
  g_assert_cmpstr (get_column (sketch, 2)->samples[0], ==, "red");
  g_assert_cmpstr (get_column (sketch, 2)->samples[1], ==, "blue");
  g_assert_null (get_column (sketch, 2)->samples[2]);
  g_assert_null (get_column (sketch, 2)->label);
  g_assert_cmpint (get_column (sketch, 2)->fate, ==, MARATHON_IMPORT_COLUMN_NEW_CUSTOM);
  g_assert_cmpint (get_column (sketch, 3)->fate, ==, MARATHON_IMPORT_COLUMN_UNUSED);
}

static void
test_any_table_has_a_sketch (void)
{
  const MarathonImportOptions options = { .header_line = 17 };
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  g_autoptr (MarathonCsvTable) table = new_table ("milk,2\nbread,1\n"), nothing = new_table ("");
  g_autoptr (MarathonImportSketch) sketch = marathon_import_sketch_new (event, table, NULL);
  g_autoptr (MarathonImportSketch) empty = marathon_import_sketch_new (event, nothing, NULL);
  g_autoptr (MarathonImportSketch) wrong = marathon_import_sketch_new (event, table, &options);
  guint n;

  g_assert_cmpuint (marathon_import_sketch_get_header_line (sketch), ==, 0);
  g_assert_cmpstr (get_column (sketch, 0)->name, ==, "A");
  g_assert_cmpstr (get_column (sketch, 1)->name, ==, "B");
  g_assert_cmpstr (get_column (sketch, 0)->samples[1], ==, "bread");
  marathon_import_sketch_get_columns (empty, &n);
  g_assert_cmpuint (n, ==, 0);
  marathon_import_sketch_get_columns (wrong, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_letters_go_on_after_z (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  g_autoptr (MarathonCsvTable) table = NULL;
  g_autoptr (MarathonImportSketch) sketch = NULL;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (text, "%sq%u", i > 0 ? "," : "", i);
  table = new_table (text->str);
  sketch = marathon_import_sketch_new (event, table, NULL);
  g_assert_cmpstr (get_column (sketch, 25)->name, ==, "Z");
  g_assert_cmpstr (get_column (sketch, 26)->name, ==, "AA");
  g_assert_cmpstr (get_column (sketch, 52)->name, ==, "BA");
}

/* --- The header --- */

static void
test_header_line_is_obeyed (void)
{
  const MarathonImportOptions options = { .header_line = 3 };
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  g_autoptr (MarathonImport) import
      = import_list (event, "Name,Club,Sex\nby the club,,\nFull name,Team,M/F\nAnn Ashworth,Harriers,F\n", &options, NULL);
  g_autofree char *club = get_added (event, import, 0, MARATHON_FIELD_CLUB);

  g_assert_cmpuint (marathon_import_get_header_line (import), ==, 3);
  g_assert_cmpuint (marathon_import_get_count (import, MARATHON_IMPORT_ADDED), ==, 1);
  g_assert_cmpstr (club, ==, "Harriers");
}

static void
test_header_line_must_be_a_row (void)
{
  const MarathonImportOptions options = { .header_line = 2 };
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (import_list (event, "Name,Club\n\nAnn Ashworth,Harriers\n", &options, &error));
  g_assert_error (error, MARATHON_IMPORT_ERROR, MARATHON_IMPORT_ERROR_NO_HEADER);
}

static void
test_without_header_nothing_is_lost (void)
{
  const MarathonImportChoice choices[] = { { 0, "family" }, { 1, "born" }, { 2, "predicted" } };
  const MarathonImportOptions options
      = { .header_line = MARATHON_IMPORT_NO_HEADER, .choices = choices, .n_choices = G_N_ELEMENTS (choices) };
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  g_autoptr (MarathonImport) import
      = import_list (event, "Ashworth,13/04/1980,4:30,red\nBirch,03/04/1981,3:59,,late\n", &options, NULL);
  g_autofree char *family = get_added (event, import, 0, MARATHON_FIELD_FAMILY);
  g_autofree char *born = get_added (event, import, 1, MARATHON_FIELD_BORN);
  g_autofree char *predicted = get_added (event, import, 0, MARATHON_FIELD_PREDICTED);
  guint n, proof;

  g_assert_cmpuint (marathon_import_get_header_line (import), ==, 0);
  g_assert_cmpuint (marathon_import_get_count (import, MARATHON_IMPORT_ADDED), ==, 2);
  g_assert_cmpstr (family, ==, "Ashworth");
  /* What the very first row proves counts. */
  g_assert_cmpint (marathon_import_get_date_order (import, &proof), ==, MARATHON_DATE_ORDER_DMY);
  g_assert_cmpuint (proof, ==, 1);
  g_assert_cmpstr (born, ==, "1981-04-03");
  g_assert_cmpstr (predicted, ==, "4:30:00");
  /* "D" and "E" are kept in fields of their own. */
  marathon_import_get_records (import, &n);
  g_assert_cmpuint (n, ==, 2);
}

static void
test_without_header_names_must_be_chosen (void)
{
  const MarathonImportOptions options = { .header_line = MARATHON_IMPORT_NO_HEADER };
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (import_list (event, "Ashworth,Ann\n", &options, &error));
  g_assert_error (error, MARATHON_IMPORT_ERROR, MARATHON_IMPORT_ERROR_NO_NAMES);
}

/* --- Choices --- */

static void
test_choices_beat_names (void)
{
  const MarathonImportChoice choices[] = { { 0, "family" }, { 1, MARATHON_IMPORT_OWN_FIELD }, { 3, MARATHON_IMPORT_LEAVE_OUT },
                                           { 4, MARATHON_IMPORT_LEAVE_OUT }, { 99, "town" } };
  const MarathonImportOptions options = { .choices = choices, .n_choices = G_N_ELEMENTS (choices) };
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  g_autoptr (MarathonImport) import
      = import_list (event, "Known as,Family name,Given name,Club,Town\nAnnie,Ashworth,Ann,A,B\n", &options, NULL);
  const MarathonImportColumn *columns;
  g_autofree char *family = get_added (event, import, 0, MARATHON_FIELD_FAMILY);
  g_autofree char *club = get_added (event, import, 0, MARATHON_FIELD_CLUB);
  guint n;

  columns = marathon_import_get_columns (import, &n);
  g_assert_cmpuint (n, ==, 5);
  g_assert_cmpint (columns[1].fate, ==, MARATHON_IMPORT_COLUMN_NEW_CUSTOM);
  g_assert_cmpint (columns[3].fate, ==, MARATHON_IMPORT_COLUMN_IGNORED);
  g_assert_cmpint (columns[4].fate, ==, MARATHON_IMPORT_COLUMN_IGNORED);
  g_assert_cmpstr (family, ==, "Annie");
  g_assert_cmpstr (club, ==, "");
}

static void
test_a_chosen_field_is_taken_from_others (void)
{
  const MarathonImportChoice choices[] = { { 0, "club" } };
  const MarathonImportOptions options = { .choices = choices, .n_choices = 1 };
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  g_autoptr (MarathonCsvTable) table = new_table ("Shop,Club,Name\nX,Y,Ann Ashworth\n");
  g_autoptr (MarathonImportSketch) sketch = marathon_import_sketch_new (event, table, &options);

  g_assert_cmpstr (get_column (sketch, 0)->key, ==, "club");
  g_assert_true (get_column (sketch, 0)->is_chosen);
  g_assert_null (get_column (sketch, 1)->key);
  g_assert_cmpint (get_column (sketch, 1)->fate, ==, MARATHON_IMPORT_COLUMN_NEW_CUSTOM);
}

static void
test_choices_are_not_corrected (void)
{
  /* Nobody would be of class "red"; a column of that name would be taken for something else. */
  const MarathonImportChoice choices[] = { { 1, "class" }, { 2, "category" } };
  const MarathonImportOptions options = { .choices = choices, .n_choices = G_N_ELEMENTS (choices) };
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  g_autoptr (MarathonImport) import = import_list (event, "Name,Class,Category\nAnn Ashworth,red,F\n", &options, NULL);
  guint n;
  const MarathonImportColumn *columns = marathon_import_get_columns (import, &n);

  g_assert_cmpstr (columns[1].key, ==, "class");
  g_assert_cmpstr (columns[2].key, ==, "category");
}

static void
test_wrong_choices_are_refused (void)
{
  static const MarathonImportChoice two[] = { { 0, "family" }, { 1, "family" } };
  static const MarathonImportChoice unknown[] = { { 0, "shoe" } };
  const MarathonImportOptions twice = { .choices = two, .n_choices = 2 }, strange = { .choices = unknown, .n_choices = 1 };
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (import_list (event, "Name,Club\nA,B\n", &twice, &error));
  g_assert_error (error, MARATHON_IMPORT_ERROR, MARATHON_IMPORT_ERROR_MAPPING);
  g_clear_error (&error);
  g_assert_null (import_list (event, "Name,Club\nA,B\n", &strange, &error));
  g_assert_error (error, MARATHON_IMPORT_ERROR, MARATHON_IMPORT_ERROR_MAPPING);
}

/* --- Long work --- */

typedef struct {
  guint n_calls;
  guint64 last;
  guint stop_after; /* 0: never */
  GCancellable *cancellable;
} Watched;

static void
on_progress (guint64 done, guint64 total, gpointer data)
{
  Watched *watched = data;

  g_assert_cmpuint (done, <=, total);
  g_assert_cmpuint (done, >=, watched->last);
  watched->last = done;
  if (++watched->n_calls == watched->stop_after)
    g_cancellable_cancel (watched->cancellable);
}

static MarathonImport *
import_watched (Watched *watched, GError **error)
{
  g_autoptr (GString) text = g_string_new ("Family name,Given name\n");
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  const MarathonImportOptions options
      = { .progress = on_progress, .progress_data = watched, .cancellable = watched->cancellable };

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "Runner%u,Anna\n", i);
  return import_list (event, text->str, &options, error);
}

static void
test_progress_is_told (void)
{
  Watched watched = { 0 };
  g_autoptr (MarathonImport) import = import_watched (&watched, NULL);

  g_assert_cmpuint (marathon_import_get_count (import, MARATHON_IMPORT_ADDED), ==, 5000);
  g_assert_cmpuint (watched.n_calls, >=, 100);
  g_assert_cmpuint (watched.n_calls, <=, 1000);
}

static void
test_work_can_be_stopped (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Watched watched = { .stop_after = 5, .cancellable = cancellable };
  g_autoptr (GError) error = NULL;

  g_assert_null (import_watched (&watched, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (watched.n_calls, ==, 5);
}

/* --- The order of dates --- */

static void
test_dots_prove_no_order_of_others (void)
{
  static const struct {
    const char *language;
    const char *dates[2];
    MarathonDateOrder order;
    guint proof;
    const char *born[2];
    guint n_notes; /* on cells */
  } cases[] = {
    { "de", { "3.4.1985", "12/31/1988" }, MARATHON_DATE_ORDER_MDY, 3, { "1985-04-03", "1988-12-31" }, 1 },
    { "de", { "12/31/1988", "3. 4. 85" }, MARATHON_DATE_ORDER_MDY, 2, { "1988-12-31", "1985-04-03" }, 1 },
    { "de", { "3.4.1985", "31-12-1988" }, MARATHON_DATE_ORDER_DMY, 3, { "1985-04-03", "1988-12-31" }, 0 },
    { "de", { "23.4.1985", "3/4/1988" }, MARATHON_DATE_ORDER_DMY, 0, { "1985-04-23", "1988-04-03" }, 0 },
    { "en-US", { "23.4.1985", "3/4/1988" }, MARATHON_DATE_ORDER_MDY, 0, { "1985-04-23", "1988-03-04" }, 1 },
    { "en-US", { "3.4.1985", "5.6.1988" }, MARATHON_DATE_ORDER_DMY, 2, { "1985-04-03", "1988-06-05" }, 0 },
    { "de", { "3.24.1985", "3.4.1988" }, MARATHON_DATE_ORDER_DMY, 0, { "1985-03-24", "1988-04-03" }, 1 },
    { "de", { "3.24.1985", "3.25.1988" }, MARATHON_DATE_ORDER_MDY, 2, { "1985-03-24", "1988-03-25" }, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarathonEvent) event = marathon_event_new ();
      gpointer info = marathon_event_get_info (event);
      const MarathonImportOptions options = { .latest = marathon_date_new_day (2026, 4, 12) };
      g_autofree char *text = g_strdup_printf ("Family name,Born\nAshworth,%s\nBirch,%s\n", cases[i].dates[0],
                                               cases[i].dates[1]);
      g_autoptr (MarathonImport) import = NULL;
      guint n_notes, n_found = 0, proof;
      const MarathonImportNote *notes;

      marathon_event_set_record_text (event, info, (guint) marathon_record_find_column (info, "language"),
                                      cases[i].language, NULL);
      import = import_list (event, text, &options, NULL);
      g_test_message ("%s and %s", cases[i].dates[0], cases[i].dates[1]);
      g_assert_cmpint (marathon_import_get_date_order (import, &proof), ==, cases[i].order);
      g_assert_cmpuint (proof, ==, cases[i].proof);
      for (guint nth = 0; nth < 2; nth++)
        {
          g_autofree char *born = get_added (event, import, nth, MARATHON_FIELD_BORN);

          g_assert_cmpstr (born, ==, cases[i].born[nth]);
        }
      notes = marathon_import_get_notes (import, &n_notes);
      for (guint nth = 0; nth < n_notes; nth++)
        n_found += notes[nth].line > 1;
      g_assert_cmpuint (n_found, ==, cases[i].n_notes);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-sketch/names-samples-and-fields", test_names_samples_and_fields);
  g_test_add_func ("/import-sketch/any-table-has-one", test_any_table_has_a_sketch);
  g_test_add_func ("/import-sketch/letters-go-on-after-z", test_letters_go_on_after_z);
  g_test_add_func ("/import-sketch/header-line-is-obeyed", test_header_line_is_obeyed);
  g_test_add_func ("/import-sketch/header-line-must-be-a-row", test_header_line_must_be_a_row);
  g_test_add_func ("/import-sketch/without-header-nothing-is-lost", test_without_header_nothing_is_lost);
  g_test_add_func ("/import-sketch/without-header-names-must-be-chosen", test_without_header_names_must_be_chosen);
  g_test_add_func ("/import-sketch/choices-beat-names", test_choices_beat_names);
  g_test_add_func ("/import-sketch/a-chosen-field-is-taken-from-others", test_a_chosen_field_is_taken_from_others);
  g_test_add_func ("/import-sketch/choices-are-not-corrected", test_choices_are_not_corrected);
  g_test_add_func ("/import-sketch/wrong-choices-are-refused", test_wrong_choices_are_refused);
  g_test_add_func ("/import-sketch/dots-prove-no-order-of-others", test_dots_prove_no_order_of_others);
  g_test_add_func ("/import-sketch/progress-is-told", test_progress_is_told);
  g_test_add_func ("/import-sketch/work-can-be-stopped", test_work_can_be_stopped);
  return g_test_run ();
}
