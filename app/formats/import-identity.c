/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who a row is about: by the id, by the entry number, or somebody new; and whether the file says it twice.
 */
#include "formats/import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static guint64
hash_row (const MarathonImportJob *job, guint row)
{
  guint n = marathon_csv_table_get_n_cells (job->table, row);
  guint64 hash = 0xcbf29ce484222325u;

  for (guint i = 0; i < n; i++)
    for (const char *at = marathon_csv_table_get_cell (job->table, row, i, NULL);; at++)
      {
        hash = (hash ^ (guchar) *at) * 0x100000001b3u;
        if (*at == '\0')
          break;
      }
  return hash;
}

gboolean
marathon_import_rows_are_equal (const MarathonImportJob *job, guint a, guint b)
{
  guint n = MAX (marathon_csv_table_get_n_cells (job->table, a), marathon_csv_table_get_n_cells (job->table, b));

  for (guint i = 0; i < n; i++)
    if (strcmp (marathon_csv_table_get_cell (job->table, a, i, NULL),
                marathon_csv_table_get_cell (job->table, b, i, NULL))
        != 0)
      return FALSE;
  return TRUE;
}

/* Returns: an earlier row with the same cells, or MARATHON_IMPORT_KEYS_NONE; remembers this one. */
static guint32
find_same_row (MarathonImportJob *job, guint row)
{
  guint64 hash = hash_row (job, row);
  guint32 other;

  for (;; hash++)
    {
      if (hash == 0)
        continue;
      other = marathon_import_keys_get (job->rows_by_hash, hash);
      if (other == MARATHON_IMPORT_KEYS_NONE)
        marathon_import_keys_set (job->rows_by_hash, hash, row);
      if (other == MARATHON_IMPORT_KEYS_NONE || marathon_import_rows_are_equal (job, row, other))
        return other;
    }
}

static gboolean
refuse_repeated (MarathonImportJob *job, guint row, int column, guint32 other)
{
  g_autofree char *copy = NULL;

  marathon_import_refuse_row (job, row, column, MARATHON_IMPORT_REFUSED,
                              marathon_import_get_cell (job, row, column, &copy),
                              column >= 0 ? _ ("row refused: the same number is in line %u already")
                                          : _ ("row refused: the same row is in line %u already"),
                              marathon_csv_table_get_line (job->table, other));
  return FALSE;
}

static MarathonImportWho
find_by_id (MarathonImportJob *job, guint64 id)
{
  guint position;

  if (marathon_roster_find (job->roster, id, &position))
    return position;
  if (marathon_roster_find (job->bin, id, &position))
    return marathon_roster_get_size (job->roster) + position;
  position = marathon_import_keys_get (job->new_ids, id);
  return position != MARATHON_IMPORT_KEYS_NONE ? marathon_import_who_of_person (job, position)
                                               : MARATHON_IMPORT_KEYS_NONE;
}

const MarathonEntrant *
marathon_import_get_known (const MarathonImportJob *job, MarathonImportWho who)
{
  guint n = marathon_roster_get_size (job->roster), n_known = marathon_import_who_of_person (job, 0);

  if (who >= n_known)
    return &g_array_index (job->people, MarathonImportPerson, who - n_known).value;
  return who < n ? marathon_roster_get (job->roster, who) : marathon_roster_get (job->bin, who - n);
}

static void
read_identity (MarathonImportJob *job, guint row, MarathonImportIdentity *identity)
{
  g_autofree char *id_copy = NULL, *external_copy = NULL;
  const char *id = marathon_import_get_cell (job, row, job->by_field[MARATHON_FIELD_ID], &id_copy);
  const char *external_id
      = marathon_import_get_cell (job, row, job->by_field[MARATHON_FIELD_EXTERNAL_ID], &external_copy);

  *identity = (MarathonImportIdentity) { 0, 0, MARATHON_IMPORT_KEYS_NONE };
  if (*id != '\0' && (strlen (id) != 16 || !marathon_id_parse (id, &identity->id)))
    {
      identity->id = 0;
      marathon_import_note (job, row, job->by_field[MARATHON_FIELD_ID], MARATHON_IMPORT_NOTE_REFUSED, id,
                            _ ("not taken: not an id of this program, which has sixteen digits"));
    }
  if (*external_id != '\0' && strlen (external_id) <= MARATHON_TEXT_MAX_LENGTH)
    identity->external_id = marathon_event_add_text (job->event, external_id);
}

/* Whether two numbers of the row name two people, which refuses it. */
static gboolean
refuse_two (MarathonImportJob *job, guint row, MarathonImportWho by_id, MarathonImportWho by_external_id)
{
  g_autofree char *copy = NULL, *first = NULL, *second = NULL;
  int column = job->by_field[MARATHON_FIELD_EXTERNAL_ID];

  if (by_id == by_external_id || by_id == MARATHON_IMPORT_KEYS_NONE || by_external_id == MARATHON_IMPORT_KEYS_NONE)
    return FALSE;
  first = marathon_event_get_full_name (job->event, marathon_import_get_known (job, by_id));
  second = marathon_event_get_full_name (job->event, marathon_import_get_known (job, by_external_id));
  marathon_import_refuse_row (job, row, column, MARATHON_IMPORT_REFUSED,
                              marathon_import_get_cell (job, row, column, &copy),
                              _ ("row refused: its id is that of %s, its entry number that of %s"), first, second);
  return TRUE;
}

/* The row of the file that named @who before, or MARATHON_IMPORT_KEYS_NONE; remembers this one. */
static guint32
find_earlier_row (MarathonImportJob *job, guint row, MarathonImportWho who)
{
  guint n_known = marathon_import_who_of_person (job, 0);
  guint32 other;

  if (who == MARATHON_IMPORT_KEYS_NONE)
    return MARATHON_IMPORT_KEYS_NONE;
  if (who >= n_known)
    return g_array_index (job->people, MarathonImportPerson, who - n_known).row;
  other = marathon_import_keys_get (job->rows_by_who, (guint64) who + 1);
  if (other == MARATHON_IMPORT_KEYS_NONE)
    marathon_import_keys_set (job->rows_by_who, (guint64) who + 1, row);
  return other;
}

gboolean
marathon_import_identify (MarathonImportJob *job, guint row, MarathonImportIdentity *identity)
{
  MarathonImportWho by_id = MARATHON_IMPORT_KEYS_NONE, by_external_id = MARATHON_IMPORT_KEYS_NONE;
  guint32 other;

  read_identity (job, row, identity);
  if (identity->id != 0)
    by_id = find_by_id (job, identity->id);
  if (identity->external_id != 0)
    by_external_id = marathon_import_keys_get (job->external_ids, identity->external_id);
  if (refuse_two (job, row, by_id, by_external_id))
    return FALSE;
  identity->who = by_id != MARATHON_IMPORT_KEYS_NONE ? by_id : by_external_id;
  if (identity->id == 0 && identity->external_id == 0)
    {
      other = find_same_row (job, row);
      return other == MARATHON_IMPORT_KEYS_NONE || refuse_repeated (job, row, -1, other);
    }
  other = find_earlier_row (job, row, identity->who);
  if (other != MARATHON_IMPORT_KEYS_NONE)
    return refuse_repeated (
        job, row, job->by_field[by_id != MARATHON_IMPORT_KEYS_NONE ? MARATHON_FIELD_ID : MARATHON_FIELD_EXTERNAL_ID],
        other);
  if (identity->id != 0 && by_id == MARATHON_IMPORT_KEYS_NONE && identity->who != MARATHON_IMPORT_KEYS_NONE)
    marathon_import_note (job, row, job->by_field[MARATHON_FIELD_ID], MARATHON_IMPORT_NOTE_IGNORED, "",
                          _ ("not taken: known by the entry number, and has another id in the event"));
  return TRUE;
}
