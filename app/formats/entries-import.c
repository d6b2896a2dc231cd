/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonImport: the order of work, and its result.
 */
#include "formats/entries-import.h"

#include <glib/gi18n-lib.h>

#include "formats/import-private.h"

/* How often progress is told. */
#define N_REPORTS 400

G_DEFINE_QUARK (marathon-import-error-quark, marathon_import_error)

static void
clear_record (gpointer data)
{
  MarathonImportRecord *record = data;

  g_clear_object (&record->record);
}

static MarathonImport *
import_new (const MarathonCsvTable *table)
{
  MarathonImport *import = g_new0 (MarathonImport, 1);

  import->strings = g_string_chunk_new (16384);
  import->notes = g_array_new (FALSE, FALSE, sizeof (MarathonImportNote));
  import->columns = g_array_new (FALSE, FALSE, sizeof (MarathonImportColumn));
  import->records = g_array_new (FALSE, FALSE, sizeof (MarathonImportRecord));
  g_array_set_clear_func (import->records, clear_record);
  import->added = g_array_new (FALSE, FALSE, sizeof (MarathonEntrant));
  import->changed = g_array_new (FALSE, FALSE, sizeof (MarathonEntrant));
  import->positions = g_array_new (FALSE, FALSE, sizeof (guint32));
  import->n_empty = marathon_csv_table_get_n_empty_lines (table);
  import->delimiter = marathon_csv_table_get_delimiter (table);
  import->encoding = marathon_csv_table_get_encoding (table);
  return import;
}

void
marathon_import_free (MarathonImport *import)
{
  g_return_if_fail (import != NULL);

  g_string_chunk_free (import->strings);
  g_array_unref (import->notes);
  g_clear_pointer (&import->ranked, g_array_unref);
  g_array_unref (import->columns);
  g_array_unref (import->records);
  g_array_unref (import->added);
  g_array_unref (import->changed);
  g_array_unref (import->positions);
  g_free (import);
}

/* --- The job --- */

void
marathon_import_job_init (MarathonImportJob           *job,
                          MarathonEvent               *event,
                          const MarathonCsvTable      *table,
                          const MarathonImportOptions *options,
                          MarathonIdSource            *ids)
{
  *job = (MarathonImportJob) { .table = table, .ids = ids, .import = import_new (table) };
  if (options != NULL)
    job->options = *options;
  job->event = marathon_event_snapshot (event);
  job->roster = marathon_event_get_roster (job->event);
  job->bin = marathon_event_get_bin (job->event);
  job->columns = g_array_new (FALSE, FALSE, sizeof (MarathonImportCell));
  job->people = g_array_new (FALSE, FALSE, sizeof (MarathonImportPerson));
  job->guides = g_array_new (FALSE, FALSE, sizeof (MarathonImportGuide));
  job->holders = g_array_new (FALSE, FALSE, sizeof (MarathonImportHolder));
  job->positions = marathon_import_keys_new ();
  job->new_ids = marathon_import_keys_new ();
  job->external_ids = marathon_import_keys_new ();
  job->rows_by_who = marathon_import_keys_new ();
  job->rows_by_hash = marathon_import_keys_new ();
  job->slugs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < MARATHON_IMPORT_N_ROLES; i++)
    job->by_role[i] = -1;
  for (guint i = 0; i < MARATHON_N_FIELDS; i++)
    job->by_field[i] = -1;
}

void
marathon_import_job_clear (MarathonImportJob *job)
{
  g_object_unref (job->event);
  g_array_unref (job->columns);
  g_array_unref (job->people);
  g_array_unref (job->guides);
  g_array_unref (job->holders);
  marathon_import_keys_free (job->positions);
  marathon_import_keys_free (job->new_ids);
  g_clear_pointer (&job->guide_ids, marathon_import_keys_free);
  marathon_import_keys_free (job->external_ids);
  marathon_import_keys_free (job->rows_by_who);
  marathon_import_keys_free (job->rows_by_hash);
  g_clear_pointer (&job->bibs, marathon_import_keys_free);
  for (guint i = 0; i < MARATHON_N_LISTS; i++)
    g_clear_pointer (&job->names[i], g_hash_table_unref);
  g_hash_table_unref (job->slugs);
  g_clear_pointer (&job->routes, g_hash_table_unref);
  g_clear_pointer (&job->full_names, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarathonImportJob, marathon_import_job_clear)

gboolean
marathon_import_goes_on (MarathonImportJob *job, guint64 done, guint64 total)
{
  const guint64 step = MAX (1, total / N_REPORTS);

  if (done % step != 0)
    return TRUE;
  if (job->options.progress != NULL)
    job->options.progress (done, total, job->options.progress_data);
  return !g_cancellable_is_cancelled (job->options.cancellable);
}

/* Everybody of the event by entry number; of several with one number the first. */
static void
collect_external_ids (MarathonImportJob *job)
{
  MarathonRoster *places[] = { job->roster, job->bin };
  guint32 who = 0;

  for (guint p = 0; p < G_N_ELEMENTS (places); p++)
    for (guint i = 0; i < marathon_roster_get_size (places[p]); i++, who++)
      {
        MarathonText external_id = marathon_roster_get (places[p], i)->external_id;

        if (external_id != 0 && marathon_import_keys_get (job->external_ids, external_id) == MARATHON_IMPORT_KEYS_NONE)
          marathon_import_keys_set (job->external_ids, external_id, who);
      }
}

/* --- The result --- */

static int
compare_notes (gconstpointer a, gconstpointer b)
{
  const MarathonImportNote *left = a, *right = b;

  if (left->line != right->line)
    return left->line < right->line ? -1 : 1;
  return left->column < right->column ? -1 : left->column > right->column;
}

static int
compare_importance (gconstpointer a, gconstpointer b)
{
  const MarathonImportNote *left = a, *right = b;

  if (left->importance != right->importance)
    return left->importance < right->importance ? -1 : 1;
  return compare_notes (a, b);
}

static void
sort_notes (MarathonImport *import)
{
  g_array_sort (import->notes, compare_notes);
  import->ranked = g_array_copy (import->notes);
  g_array_sort (import->ranked, compare_importance);
}

static int
compare_people (gconstpointer a, gconstpointer b)
{
  const MarathonImportPerson *left = *(const MarathonImportPerson *const *) a,
                             *right = *(const MarathonImportPerson *const *) b;

  return left->position < right->position ? -1 : left->position > right->position;
}

/* Before guides come: those have counts of their own. */
static void
count_people (MarathonImportJob *job)
{
  for (guint i = 0; i < job->people->len; i++)
    {
      const MarathonImportPerson *person = &g_array_index (job->people, MarathonImportPerson, i);

      if (person->position == MARATHON_IMPORT_KEYS_NONE)
        job->import->counts[MARATHON_IMPORT_ADDED]++;
      else if (marathon_entrant_equal (&person->value, marathon_roster_get (job->roster, person->position)))
        job->import->counts[MARATHON_IMPORT_UNCHANGED]++;
      else
        job->import->counts[MARATHON_IMPORT_UPDATED]++;
    }
}

static void
hand_over_people (MarathonImportJob *job)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();

  for (guint i = 0; i < job->people->len; i++)
    {
      MarathonImportPerson *person = &g_array_index (job->people, MarathonImportPerson, i);

      if (person->position == MARATHON_IMPORT_KEYS_NONE)
        g_array_append_val (job->import->added, person->value);
      else if (!marathon_entrant_equal (&person->value, marathon_roster_get (job->roster, person->position)))
        g_ptr_array_add (changed, person);
    }
  g_ptr_array_sort (changed, compare_people);
  for (guint i = 0; i < changed->len; i++)
    {
      const MarathonImportPerson *person = g_ptr_array_index (changed, i);

      g_array_append_val (job->import->changed, person->value);
      g_array_append_val (job->import->positions, person->position);
    }
}

/* Custom fields that nobody got a value of are not made. */
static void
drop_unused_record (MarathonImportJob *job, const MarathonImportCell *cell)
{
  GArray *records = job->import->records;

  for (guint i = 0; i < records->len; i++)
    {
      const MarathonImportRecord *record = &g_array_index (records, MarathonImportRecord, i);

      if (record->list == MARATHON_LIST_CUSTOM_FIELDS
          && cell->info->field == MARATHON_FIELD_CUSTOM + marathon_record_get_handle (record->record))
        {
          g_array_remove_index (records, i);
          return;
        }
    }
}

static void
hand_over_columns (MarathonImportJob *job)
{
  for (guint i = 0; i < job->columns->len; i++)
    {
      MarathonImportCell *cell = marathon_import_column (job, i);
      MarathonImportColumn column = { cell->name, NULL, cell->fate };

      if (cell->fate == MARATHON_IMPORT_COLUMN_NEW_CUSTOM && !cell->used)
        {
          drop_unused_record (job, cell);
          column.fate = MARATHON_IMPORT_COLUMN_UNUSED;
        }
      else if (cell->info != NULL)
        column.key = marathon_import_keep (job, cell->info->key);
      else if (cell->role != MARATHON_IMPORT_ROLE_NONE)
        column.key = marathon_import_get_extra_key (cell);
      g_array_append_val (job->import->columns, column);
    }
}

static gboolean
check_limit (MarathonImportJob *job, GError **error)
{
  guint64 n
      = (guint64) marathon_roster_get_size (job->roster) + marathon_roster_get_size (job->bin) + job->import->added->len;

  if (n <= MARATHON_MAX_ENTRANTS)
    return TRUE;
  g_set_error (error, MARATHON_IMPORT_ERROR, MARATHON_IMPORT_ERROR_LIMIT, _ ("an event holds at most %u entrants"),
               MARATHON_MAX_ENTRANTS);
  return FALSE;
}

/* All that comes after the columns are known. */
static void
read_people (MarathonImportJob *job)
{
  marathon_import_note_warnings (job);
  marathon_import_survey (job);
  collect_external_ids (job);
  marathon_import_read_rows (job);
  if (g_cancellable_is_cancelled (job->options.cancellable))
    return;
  marathon_import_settle_bibs (job);
  count_people (job);
  marathon_import_read_guides (job);
  hand_over_people (job);
  hand_over_columns (job);
  marathon_import_note_list (job);
  sort_notes (job->import);
}

MarathonImport *
marathon_import_new (MarathonEvent               *event,
                     const MarathonCsvTable      *table,
                     const MarathonImportOptions *options,
                     MarathonIdSource            *ids,
                     GError                     **error)
{
  g_autoptr (MarathonImport) import = NULL;
  g_auto (MarathonImportJob) job = { 0 };

  g_return_val_if_fail (event != NULL && table != NULL && ids != NULL, NULL);

  marathon_import_job_init (&job, event, table, options, ids);
  import = job.import;
  if (!marathon_import_find_columns (&job, error))
    return NULL;
  read_people (&job);
  if (g_cancellable_set_error_if_cancelled (job.options.cancellable, error) || !check_limit (&job, error))
    return NULL;
  return g_steal_pointer (&import);
}

/* --- Looking at it --- */

gboolean
marathon_import_is_empty (const MarathonImport *import)
{
  g_return_val_if_fail (import != NULL, TRUE);

  return import->records->len == 0 && import->added->len == 0 && import->changed->len == 0;
}

const MarathonImportRecord *
marathon_import_get_records (const MarathonImport *import, guint *n)
{
  g_return_val_if_fail (import != NULL && n != NULL, NULL);

  *n = import->records->len;
  return (const MarathonImportRecord *) (gconstpointer) import->records->data;
}

const MarathonEntrant *
marathon_import_get_added (const MarathonImport *import, guint *n)
{
  g_return_val_if_fail (import != NULL && n != NULL, NULL);

  *n = import->added->len;
  return (const MarathonEntrant *) (gconstpointer) import->added->data;
}

const MarathonEntrant *
marathon_import_get_changed (const MarathonImport *import, const guint32 **positions, guint *n)
{
  g_return_val_if_fail (import != NULL && positions != NULL && n != NULL, NULL);

  *n = import->changed->len;
  *positions = (const guint32 *) (gconstpointer) import->positions->data;
  return (const MarathonEntrant *) (gconstpointer) import->changed->data;
}

guint
marathon_import_get_count (const MarathonImport *import, MarathonImportCount count)
{
  g_return_val_if_fail (import != NULL && count < MARATHON_IMPORT_N_COUNTS, 0);

  return import->counts[count];
}

const MarathonImportNote *
marathon_import_get_notes (const MarathonImport *import, guint *n)
{
  g_return_val_if_fail (import != NULL && n != NULL, NULL);

  *n = import->notes->len;
  return (const MarathonImportNote *) (gconstpointer) import->notes->data;
}

const MarathonImportNote *
marathon_import_get_notes_by_importance (const MarathonImport *import, guint *n)
{
  g_return_val_if_fail (import != NULL && n != NULL, NULL);

  *n = import->ranked->len;
  return (const MarathonImportNote *) (gconstpointer) import->ranked->data;
}

const MarathonImportColumn *
marathon_import_get_columns (const MarathonImport *import, guint *n)
{
  g_return_val_if_fail (import != NULL && n != NULL, NULL);

  *n = import->columns->len;
  return (const MarathonImportColumn *) (gconstpointer) import->columns->data;
}

guint
marathon_import_get_header_line (const MarathonImport *import)
{
  g_return_val_if_fail (import != NULL, 0);

  return import->header_line;
}

MarathonDateOrder
marathon_import_get_date_order (const MarathonImport *import, guint *proof_line)
{
  g_return_val_if_fail (import != NULL && proof_line != NULL, MARATHON_DATE_ORDER_UNKNOWN);

  *proof_line = import->date_line;
  return import->date_order;
}
