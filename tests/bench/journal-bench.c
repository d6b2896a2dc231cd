/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How fast a journal keeps what is done: `journal-bench FOLDER [ENTRIES.csv]…`, with the state folder in FOLDER, on the
 * disk that is to be measured.
 *
 * For an empty event and then for each entry list (make-entries): 200 single edits, each until it is kept; an import as
 * one step until it is
 * kept, and the longest turn of the main loop after the import itself; the same for undoing it; and, as after a crash,
 * the time until the event is there
 * again.
 */
#include <stdlib.h>
#include <string.h>

#include "document/project-file.h"
#include "document/recovery.h"
#include "editing/import-edit.h"
#include "formats/csv-reader.h"

#define N_EDITS 200
#define MOST_BYTES (G_GUINT64_CONSTANT (1) << 30)

static void
assert_done (const GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static double
to_ms (gint64 microseconds)
{
  return (double) microseconds / 1000.0;
}

/* Runs the main loop until all is kept; returns the longest turn. */
static gint64
await_kept (MarathonDocument *document)
{
  MarathonJournal *journal = marathon_document_get_journal (document);
  gint64 longest = 0;

  while (marathon_journal_get_state (journal) != MARATHON_JOURNAL_KEPT)
    {
      gint64 start = g_get_monotonic_time ();

      if (marathon_journal_get_state (journal) == MARATHON_JOURNAL_FAILED)
        g_error ("%s", marathon_journal_get_failure (journal));
      if (g_main_context_iteration (NULL, FALSE))
        longest = MAX (longest, g_get_monotonic_time () - start);
      else
        g_usleep (50);
    }
  return longest;
}

static void
set_title (MarathonDocument *document, const char *title)
{
  MarathonEvent *event = marathon_document_get_event (document);
  MarathonRecord *info = marathon_event_get_single (event, MARATHON_SINGLE_INFO);
  g_autoptr (MarathonEdit) edit
    = marathon_edit_new_change_record (info, (guint) marathon_record_find_column (info, "title"), title);
  g_autoptr (GError) error = NULL;

  marathon_history_do (marathon_document_get_history (document), edit, "Change Title", &error);
  assert_done (error);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

static void
measure_edits (MarathonDocument *document)
{
  gint64 times[N_EDITS], longest = 0;

  for (guint i = 0; i < N_EDITS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      set_title (document, i % 2 == 0 ? "Spring" : "Autumn");
      longest = MAX (longest, g_get_monotonic_time () - start);
      await_kept (document);
      times[i] = g_get_monotonic_time () - start;
    }
  qsort (times, N_EDITS, sizeof *times, compare_times);
  g_print ("  single edit until kept: p50 %.1f ms, p95 %.1f ms, most %.1f ms; longest in the main thread %.2f ms\n",
           to_ms (times[N_EDITS / 2]), to_ms (times[N_EDITS * 95 / 100]), to_ms (times[N_EDITS - 1]), to_ms (longest));
}

static MarathonImport *
read_entries (MarathonEvent *event, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = marathon_file_read_bytes (path, MOST_BYTES, &error);
  g_autoptr (MarathonCsvTable) table = NULL;
  MarathonImport *import;
  MarathonIdSource ids;

  assert_done (error);
  marathon_id_source_init_seeded (&ids, 1);
  table = marathon_csv_table_new (bytes, NULL, &error);
  assert_done (error);
  import = marathon_import_new (event, table, NULL, &ids, &error);
  assert_done (error);
  return import;
}

static gint64
time_import (MarathonHistory *history, const char *path)
{
  g_autoptr (MarathonImport) import = read_entries (marathon_history_get_event (history), path);
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  marathon_import_apply (history, import, &error);
  assert_done (error);
  return g_get_monotonic_time () - start;
}

static MarathonEvent *
new_event (void)
{
  MarathonEvent *event = marathon_event_new ();

  marathon_event_set_id (event, 1);
  return event;
}

/* The same without a journal. */
static gint64
time_plain_import (const char *path)
{
  g_autoptr (MarathonEvent) event = new_event ();
  g_autoptr (MarathonHistory) history = marathon_history_new (event);

  return time_import (history, path);
}

static void
measure_import (MarathonDocument *document, const char *path)
{
  gint64 plain = time_plain_import (path), start, done, in_between, longest;

  done = time_import (marathon_document_get_history (document), path);
  start = g_get_monotonic_time ();
  set_title (document, "While the import is written");
  in_between = g_get_monotonic_time () - start;
  longest = await_kept (document);
  longest = MAX (longest, in_between);
  g_print ("  %s: %u entrants imported in %.0f ms (without a journal %.0f ms), kept %.0f ms later; longest turn %.1f ms\n", path,
           marathon_roster_get_size (marathon_event_get_roster (marathon_document_get_event (document))), to_ms (done),
           to_ms (plain), to_ms (g_get_monotonic_time () - start), to_ms (longest));
}

static void
measure_undo (MarathonDocument *document)
{
  MarathonHistory *history = marathon_document_get_history (document);
  g_autoptr (GError) error = NULL;
  gint64 start, done, longest;

  for (guint i = 0; i < 2; i++) /* the title, and the import */
    {
      start = g_get_monotonic_time ();
      marathon_history_undo (history, &error);
      assert_done (error);
    }
  done = g_get_monotonic_time ();
  longest = await_kept (document);
  g_print ("  undone in %.0f ms, kept %.0f ms later; longest turn %.1f ms\n", to_ms (done - start),
           to_ms (g_get_monotonic_time () - done), to_ms (longest));
  marathon_history_redo (history, &error);
  assert_done (error);
  await_kept (document);
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* The journal's thread may still be letting its lock go. */
static MarathonRecovery *
find_recovery (const char *state)
{
  for (;;)
    {
      g_autoptr (GPtrArray) recoveries = marathon_recovery_list (state, NULL);

      if (recoveries->len > 0)
        return g_ptr_array_steal_index (recoveries, 0);
      g_usleep (1000);
    }
}

static void
measure_recovery (const char *state)
{
  g_autoptr (MarathonRecovery) recovery = find_recovery (state);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MarathonDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time (), listed;
  g_autoptr (GPtrArray) again = marathon_recovery_list (state, NULL);

  listed = g_get_monotonic_time ();
  marathon_recovery_open_async (recovery, NULL, NULL, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  document = marathon_recovery_open_finish (result, &error);
  assert_done (error);
  g_print ("  found in %.0f ms, %u steps recovered in %.0f ms\n", to_ms (listed - start), recovery->n_steps,
           to_ms (g_get_monotonic_time () - listed));
  marathon_journal_discard (marathon_document_get_journal (document));
}

static void
measure (const char *folder, const char *entries)
{
  g_autofree char *state = g_build_filename (folder, "state", NULL);
  g_autoptr (MarathonEvent) event = new_event ();
  g_autoptr (MarathonDocument) document = marathon_document_new (event);

  marathon_document_protect (document, state);
  g_print ("%s\n", entries != NULL ? entries : "an empty event");
  if (entries != NULL)
    {
      measure_import (document, entries);
      measure_undo (document);
    }
  measure_edits (document);
  g_clear_object (&document);
  measure_recovery (state);
}

int
main (int argc, char *argv[])
{
  if (argc < 2)
    {
      g_printerr ("Usage: journal-bench FOLDER [ENTRIES.csv]…\n");
      return 2;
    }
  measure (argv[1], NULL);
  for (int i = 2; i < argc; i++)
    measure (argv[1], argv[i]);
  return 0;
}
