/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Imports as steps.
 */
#include "editing/import-edit.h"

#include <string.h>

#include "editing/editing-fixture.h"

static MarathonImport *
read_entries (Editing *editing, const char *csv)
{
  g_autoptr (GBytes) bytes = g_bytes_new (csv, strlen (csv));
  MarathonImportOptions options = { .update = TRUE };
  MarathonIdSource ids;
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonCsvTable) table = marathon_csv_table_new (bytes, NULL, &error);
  MarathonImport *import;

  g_assert_no_error (error);
  marathon_id_source_init_seeded (&ids, 8);
  import = marathon_import_new (editing->event, table, &options, &ids, &error);
  g_assert_no_error (error);
  return import;
}

/* New records, people who change, people who come: one step. */
static void
test_one_step (void)
{
  Editing editing;
  g_autoptr (MarathonImport) import = NULL;
  g_autofree char *before = NULL, *after = NULL, *again = NULL;
  g_autoptr (GError) error = NULL;

  editing_start (&editing);
  before = editing_bytes (&editing);
  import = read_entries (&editing,
                         "id,family,given,bib,x-shirt,Shoe size\n"
                         "0000000000000001,Farah,Mohamed,,L,44\n"
                         ",Radcliffe,Paula,41,S,39\n"
                         ",Jeptoo,Edna,42,,\n");
  g_assert_false (marathon_import_is_empty (import));
  marathon_import_apply (editing.history, import, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (marathon_history_get_undo_label (editing.history), ==, "Import 3 Entrants");
  editing_assert_field (&editing, 0, "given", "Mohamed");
  editing_assert_field (&editing, 0, "x-shirt", "L");
  editing_assert_field (&editing, 3, "family", "Radcliffe");
  editing_assert_field (&editing, 3, "bib", "41");
  editing_assert_field (&editing, 4, "given", "Edna");
  g_assert_cmpuint (marathon_record_list_get_size (marathon_event_get_list (editing.event,
                                                                            MARATHON_LIST_CUSTOM_FIELDS)), ==, 2);
  g_assert_cmpuint (marathon_history_get_state (editing.history), ==, 1);

  after = editing_bytes (&editing);
  editing_assert_undo (&editing, before);
  g_assert_true (marathon_history_redo (editing.history, NULL));
  again = editing_bytes (&editing);
  g_assert_cmpstr (after, ==, again);
  editing_end (&editing);
}

static void
test_nothing_new (void)
{
  Editing editing;
  g_autoptr (MarathonImport) import = NULL;

  editing_start (&editing);
  import = read_entries (&editing, "id,family\n0000000000000001,Farah\n");
  g_assert_true (marathon_import_is_empty (import));
  g_assert_true (marathon_import_apply (editing.history, import, NULL));
  g_assert_false (marathon_history_can_undo (editing.history));
  editing_end (&editing);
}

/* What the import relied on has changed: nothing of it is done. */
static void
test_an_import_that_is_too_old (void)
{
  Editing editing;
  g_autoptr (MarathonImport) import = NULL;
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  editing_start (&editing);
  import = read_entries (&editing, "id,family,given,bib,Shoe size\n,Radcliffe,Paula,41,39\n");
  editing_apply_all (&editing, "<change entrant=\"3\" bib=\"41\"/>");
  before = editing_bytes (&editing);
  g_assert_false (marathon_import_apply (editing.history, import, &error));
  g_assert_nonnull (error);
  after = editing_bytes (&editing);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (marathon_history_get_state (editing.history), ==, 1);
  editing_end (&editing);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-edit/one-step", test_one_step);
  g_test_add_func ("/import-edit/nothing-new-is-no-step", test_nothing_new);
  g_test_add_func ("/import-edit/an-import-that-is-too-old", test_an_import_that_is_too_old);
  return g_test_run ();
}
