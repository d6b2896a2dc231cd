/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of the notes of an import as lists: together they are all notes, each once, and none names a key.
 */
#include "window/import-note-list.h"

#include <string.h>

#include "widgets/display-scene.h"
#include "window/import-words.h"

static MarathonImport *
new_import (void)
{
  static const char text[] = "Family name,Given name,Sex,Born,Bib\nAshworth,Ann,Q,32.13.2001,7\n,,,,\n,,F,,\nBirch,Ben,M,1980,7,more\n"
                             "Total: 2,,,,\n";
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (MarathonCsvTable) table = marathon_csv_table_new (bytes, NULL, NULL);
  MarathonIdSource ids;

  marathon_id_source_init_seeded (&ids, 1);
  return marathon_import_new (event, table, NULL, &ids, NULL);
}

static void
test_lists_are_all_notes (void)
{
  g_autoptr (MarathonImport) import = new_import ();
  guint n, n_listed = 0;

  marathon_import_get_notes (import, &n);
  g_assert_cmpuint (n, >=, 5);
  for (guint i = 0; i < MARATHON_IMPORT_N_IMPORTANCES; i++)
    {
      g_autoptr (MarathonImportNoteList) list = marathon_import_note_list_new (import, i);
      guint n_items = g_list_model_get_n_items (G_LIST_MODEL (list));

      g_assert_cmpuint (n_items, ==, marathon_import_note_list_count (import, i));
      g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), n_items));
      n_listed += n_items;
    }
  g_assert_cmpuint (n_listed, ==, n);
}

static void
test_items_outlive_the_import (void)
{
  MarathonImport *import = new_import ();
  MarathonImportNoteList *list = marathon_import_note_list_new (import, MARATHON_IMPORT_REFUSED_ROWS);
  g_autoptr (MarathonImportNoteItem) item = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_autofree char *line = NULL, *text = NULL, *sentence = NULL;

  g_object_unref (list);
  marathon_import_free (import);
  g_object_get (item, "line", &line, "text", &text, "sentence", &sentence, NULL);
  g_assert_cmpstr (line, ==, "4");
  g_assert_cmpstr (text, ==, "Row refused: it names nobody");
  g_assert_true (g_str_has_prefix (sentence, "Line 4, column 1 (Family name): "));
}

static void
test_words_tell_counts (void)
{
  g_autoptr (MarathonImport) import = new_import ();
  g_autofree char *headline = marathon_import_words_format_headline (import);
  g_autofree char *rest = marathon_import_words_format_rest (import);
  g_autofree char *button = marathon_import_words_format_button (import), *nothing = marathon_import_words_format_button (NULL);

  g_assert_cmpstr (headline, ==, "2 entrants will be added");
  g_assert_true (g_str_has_prefix (rest, "2 rows are refused"));
  g_assert_cmpstr (button, ==, "_Import 2 Entrants");
  g_assert_cmpstr (nothing, ==, "_Import");
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/import-note-list/lists-are-all-notes", test_lists_are_all_notes);
  g_test_add_func ("/import-note-list/items-outlive-the-import", test_items_outlive_the_import);
  g_test_add_func ("/import-note-list/words-tell-counts", test_words_tell_counts);
  return display_scene_run ();
}
