/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of an entry list that is planned in a thread: the same as without, whatever is done meanwhile.
 */
#include "document/list-import.h"

#include "document/document-scene.h"
#include "editing/import-edit.h"
#include "formats/project-writer.h"

#define SEED 7

static MarathonDocument *
new_document (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();

  marathon_event_set_id (event, 1);
  return marathon_document_new (event);
}

static GBytes *
new_list (guint n)
{
  GString *text = g_string_new ("Entry,Family name,Given name,Club,Where from,Bib\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "E%u,Runner%u,Anna%u,Club %u,Town %u,%u\n", i, i, i % 300, i % 50, i % 97, i + 1);
  return g_string_free_to_bytes (text);
}

static MarathonListImport *
new_import (MarathonDocument *document, GBytes *bytes)
{
  MarathonIdSource ids;

  marathon_id_source_init_seeded (&ids, SEED);
  return marathon_list_import_new (document, bytes, &ids);
}

static void
wait_for (MarathonListImport *list)
{
  while (marathon_list_import_is_working (list))
    g_main_context_iteration (NULL, TRUE);
}

/* Returns: (transfer full): the file of the event after the list was taken in without threads. */
static char *
import_plainly (GBytes *bytes, const MarathonImportOptions *options)
{
  g_autoptr (MarathonDocument) document = new_document ();
  g_autoptr (MarathonCsvTable) table = marathon_csv_table_new (bytes, NULL, NULL);
  g_autoptr (MarathonImport) import = NULL;
  MarathonIdSource ids;

  marathon_id_source_init_seeded (&ids, SEED);
  import = marathon_import_new (marathon_document_get_event (document), table, options, &ids, NULL);
  g_assert_true (marathon_import_apply (marathon_document_get_history (document), import, NULL));
  return marathon_project_to_text (marathon_document_get_event (document));
}

static void
assert_applies_as (MarathonListImport *list, const char *expected)
{
  MarathonDocument *document = marathon_list_import_get_document (list);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  marathon_list_import_apply (list, &error);
  g_assert_no_error (error);
  text = marathon_project_to_text (marathon_document_get_event (document));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_same_as_without_a_thread (void)
{
  g_autoptr (MarathonDocument) document = new_document ();
  g_autoptr (GBytes) bytes = new_list (5000);
  g_autoptr (MarathonListImport) list = new_import (document, bytes);
  g_autofree char *expected = import_plainly (bytes, NULL);

  g_assert_true (marathon_list_import_is_working (list));
  wait_for (list);
  g_assert_null (marathon_list_import_get_error (list));
  g_assert_cmpfloat (marathon_list_import_get_fraction (list), ==, 1.0);
  assert_applies_as (list, expected);
}

static void
test_choices_are_obeyed (void)
{
  const char *const mappings[] = { "Where from=town", "Club=", NULL };
  const MarathonImportOptions options = { .mappings = mappings };
  g_autoptr (MarathonDocument) document = new_document ();
  g_autoptr (GBytes) bytes = new_list (100);
  g_autoptr (MarathonListImport) list = new_import (document, bytes);
  g_autofree char *expected = import_plainly (bytes, &options);

  marathon_list_import_choose (list, 4, "town");
  marathon_list_import_choose (list, 3, MARATHON_IMPORT_LEAVE_OUT);
  wait_for (list);
  assert_applies_as (list, expected);
}

/* A column that had been chosen for the same field goes back to what it is recognised as. */
static void
test_a_field_is_chosen_once (void)
{
  g_autoptr (MarathonDocument) document = new_document ();
  g_autoptr (GBytes) bytes = new_list (10);
  g_autoptr (MarathonListImport) list = new_import (document, bytes);
  const MarathonImportSketchColumn *columns;
  guint n;

  marathon_list_import_choose (list, 3, "town");
  marathon_list_import_choose (list, 4, "town");
  wait_for (list);
  g_assert_null (marathon_list_import_get_error (list));
  columns = marathon_import_sketch_get_columns (marathon_list_import_get_sketch (list), &n);
  g_assert_cmpuint (n, ==, 6);
  g_assert_cmpstr (columns[3].key, ==, "club");
  g_assert_false (columns[3].is_chosen);
  g_assert_cmpstr (columns[4].key, ==, "town");
  g_assert_true (columns[4].is_chosen);
}

/* Whoever shows the cells may go on doing so while they are scanned anew. */
static void
test_table_is_good_until_changed (void)
{
  g_autoptr (MarathonDocument) document = new_document ();
  g_autoptr (GBytes) bytes = new_list (10);
  g_autoptr (MarathonListImport) list = new_import (document, bytes);
  const MarathonCsvTable *table;

  g_assert_null (marathon_list_import_get_table (list));
  wait_for (list);
  table = marathon_list_import_get_table (list);
  marathon_list_import_set_delimiter (list, ';');
  g_assert_true (marathon_list_import_get_table (list) == table);
  g_assert_cmpstr (marathon_csv_table_get_cell (table, 1, 1, NULL), ==, "Runner0");
  wait_for (list);
  g_assert_cmpuint (marathon_csv_table_get_n_cells (marathon_list_import_get_table (list), 1), ==, 1);
}

/* What a person does in other windows, or what the window does by itself. */
static void
change (MarathonDocument *document, guint i)
{
  MarathonEvent *event = marathon_document_get_event (document);
  g_autofree char *title = g_strdup_printf ("Race %u", i), *unknown = g_strdup_printf ("Runner%u", i);
  g_autoptr (MarathonEvent) snapshot = marathon_event_snapshot (event);
  MarathonText found;

  marathon_event_add_text (event, title);
  marathon_text_pool_find (marathon_event_get_pool (event), unknown, -1, &found);
  document_scene_set_title (document, title);
}

static void
test_event_may_change_meanwhile (void)
{
  g_autoptr (MarathonDocument) document = new_document (), other = new_document ();
  g_autoptr (GBytes) bytes = new_list (3000);
  g_autoptr (MarathonListImport) list = new_import (document, bytes), late = NULL;
  g_autofree char *expected = NULL;

  for (guint i = 0; i < 300; i++)
    change (document, i);
  wait_for (list);
  change (other, 299);
  late = new_import (other, bytes);
  wait_for (late);
  g_assert_true (marathon_list_import_apply (late, NULL));
  expected = marathon_project_to_text (marathon_document_get_event (other));
  assert_applies_as (list, expected);
}

static void
test_two_plans_share_one_event (void)
{
  g_autoptr (MarathonDocument) document = new_document ();
  g_autoptr (GBytes) bytes = new_list (3000);
  g_autoptr (MarathonListImport) list = new_import (document, bytes), other = new_import (document, bytes);
  g_autofree char *expected = import_plainly (bytes, NULL);

  wait_for (list);
  wait_for (other);
  assert_applies_as (list, expected);
  /* The other one is worked out anew, since the event is another. */
  g_assert_true (marathon_list_import_is_working (other));
  wait_for (other);
  g_assert_cmpuint (marathon_import_get_count (marathon_list_import_get_import (other), MARATHON_IMPORT_PRESENT), ==, 3000);
}

static void
test_leaving_cancels (void)
{
  g_autoptr (MarathonDocument) document = new_document ();
  g_autoptr (GBytes) bytes = new_list (20000);
  MarathonListImport *list = new_import (document, bytes);

  g_object_add_weak_pointer (G_OBJECT (list), (gpointer *) &list);
  g_object_unref (list);
  g_assert_null (list);
}

static void
test_errors_leave_the_choices (void)
{
  /* Not UTF-8; it is found out as Windows-1252. */
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Name,Club\n\xc5sa Str\xf6m,A\n", 21);
  g_autoptr (MarathonDocument) document = new_document ();
  g_autoptr (MarathonListImport) list = new_import (document, bytes);

  wait_for (list);
  g_assert_nonnull (marathon_list_import_get_import (list));
  marathon_list_import_set_encoding (list, MARATHON_TEXT_ENCODING_UTF_8);
  wait_for (list);
  g_assert_error (marathon_list_import_get_error (list), MARATHON_TEXT_ENCODING_ERROR, MARATHON_TEXT_ENCODING_ERROR_INVALID);
  g_assert_null (marathon_list_import_get_table (list));
  g_assert_null (marathon_list_import_get_sketch (list));
  marathon_list_import_set_encoding (list, MARATHON_TEXT_ENCODING_WINDOWS_1252);
  wait_for (list);
  g_assert_nonnull (marathon_list_import_get_import (list));
  marathon_list_import_set_delimiter (list, ';');
  wait_for (list);
  g_assert_nonnull (marathon_list_import_get_error (list));
  g_assert_nonnull (marathon_list_import_get_sketch (list));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-import/gives-the-same-as-without-a-thread", test_same_as_without_a_thread);
  g_test_add_func ("/list-import/obeys-choices", test_choices_are_obeyed);
  g_test_add_func ("/list-import/a-field-is-chosen-once", test_a_field_is_chosen_once);
  g_test_add_func ("/list-import/table-is-good-until-changed", test_table_is_good_until_changed);
  g_test_add_func ("/list-import/event-may-change-meanwhile", test_event_may_change_meanwhile);
  g_test_add_func ("/list-import/two-plans-share-one-event", test_two_plans_share_one_event);
  g_test_add_func ("/list-import/leaving-cancels", test_leaving_cancels);
  g_test_add_func ("/list-import/errors-leave-the-choices", test_errors_leave_the_choices);
  return g_test_run ();
}
