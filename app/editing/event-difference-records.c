/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The records of the difference of two events: which stay, go, come and move, and their lines.
 */
#include "editing/event-difference-private.h"

#include <string.h>

#include "formats/xml-text.h"

/* --- Kinds of lists --- */

/* Whether the records of the list name entrants: officials, decisions. No other list names these, so they can go before
 * all others, and come after them. */
static gboolean
names_entrants (MarathonListId id)
{
  /* NULL before there was any such record: then neither event has one. */
  MarathonRecordClass *klass = g_type_class_peek (marathon_list_get_type_of (id));

  for (guint i = 0; klass != NULL && i < klass->n_columns; i++)
    if (klass->columns[i].type == MARATHON_COLUMN_ENTRANT)
      return TRUE;
  return FALSE;
}

static int
find_bib_column (MarathonRecord *record)
{
  MarathonRecordClass *klass = MARATHON_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_columns; i++)
    if (klass->columns[i].type == MARATHON_COLUMN_BIB)
      return (int)i;
  return -1;
}

static const char *
get_bib (MarathonRecord *record)
{
  int column = record != NULL ? find_bib_column (record) : -1;

  return column >= 0 ? marathon_record_get_text (record, (guint) column) : "";
}

static MarathonRecord *
find_other (MarathonEvent *event, MarathonListId id, MarathonRecord *record)
{
  return marathon_record_list_find (marathon_event_get_list (event, id), marathon_record_get_key (record));
}

/* --- Matching --- */

static gboolean
names_goer (const MarathonDifference *difference, MarathonRecord *record)
{
  MarathonRecordClass *klass = MARATHON_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_columns; i++)
    if (klass->columns[i].type == MARATHON_COLUMN_ENTRANT)
      {
        guint64 id = G_STRUCT_MEMBER (guint64, record, klass->columns[i].offset);

        if (id != 0
            && (marathon_key_set_contains (difference->places[MARATHON_PLACE_ROSTER].going, id)
                || marathon_key_set_contains (difference->places[MARATHON_PLACE_BIN].going, id)))
          return TRUE;
      }
  return FALSE;
}

/* Record → position + 1. */
static GHashTable *
list_positions (MarathonRecordList *list)
{
  GHashTable *positions = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < marathon_record_list_get_size (list); i++)
    g_hash_table_insert (positions, marathon_record_list_get (list, i), GUINT_TO_POINTER (i + 1));
  return positions;
}

static void
match_list (MarathonDifference *difference, MarathonListId id)
{
  MarathonListDifference *here = &difference->lists[id];
  MarathonRecordList *from = marathon_event_get_list (difference->from, id),
                     *to = marathon_event_get_list (difference->to, id);
  guint n = marathon_record_list_get_size (from), n_to = marathon_record_list_get_size (to);
  g_autoptr (GHashTable) positions = list_positions (to);
  g_autofree guint32 *stays = g_new (guint32, n);

  here->now = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);
  here->goes = g_ptr_array_new ();
  here->comes = g_new (gboolean, n_to);
  here->moves = g_new (gboolean, n_to);
  for (guint i = 0; i < n_to; i++)
    here->comes[i] = here->moves[i] = TRUE;
  for (guint i = 0; i < n; i++)
    {
      MarathonRecord *record = marathon_record_list_get (from, i);
      MarathonRecord *other = marathon_record_list_find (to, marathon_record_get_key (record));

      stays[i] = other == NULL || names_goer (difference, record)
                     ? MARATHON_DIFFERENCE_NONE
                     : GPOINTER_TO_UINT (g_hash_table_lookup (positions, other)) - 1;
      g_array_append_val (here->now, stays[i]);
      if (stays[i] == MARATHON_DIFFERENCE_NONE)
        g_ptr_array_add (here->goes, record);
      else
        here->comes[stays[i]] = FALSE;
    }
  marathon_difference_find_rising (stays, n);
  for (guint i = 0; i < n; i++)
    if (stays[i] != MARATHON_DIFFERENCE_NONE)
      here->moves[stays[i]] = FALSE;
  for (guint i = 0; i < n_to; i++)
    here->moves[i] &= !here->comes[i];
}

static gboolean
has_same_columns (MarathonRecord *a, MarathonRecord *b)
{
  for (guint i = 0; i < MARATHON_RECORD_GET_CLASS (a)->n_columns; i++)
    if (strcmp (marathon_record_get_text (a, i), marathon_record_get_text (b, i)) != 0)
      return FALSE;
  return TRUE;
}

static void
count_list (MarathonDifference *difference, MarathonListId id)
{
  MarathonListDifference *here = &difference->lists[id];
  MarathonRecordList *to = marathon_event_get_list (difference->to, id);

  for (guint i = 0; i < here->goes->len; i++)
    if (find_other (difference->to, id, g_ptr_array_index (here->goes, i)) == NULL)
      difference->counts->n_records++;
  for (guint i = 0; i < marathon_record_list_get_size (to); i++)
    {
      MarathonRecord *record = marathon_record_list_get (to, i);
      MarathonRecord *other = find_other (difference->from, id, record);

      if (other == NULL || here->moves[i] || !has_same_columns (other, record))
        difference->counts->n_records++;
    }
}

void
marathon_difference_match_records (MarathonDifference *difference)
{
  for (MarathonListId id = 0; id < MARATHON_N_LISTS; id++)
    {
      match_list (difference, id);
      count_list (difference, id);
    }
  for (MarathonSingleId id = 0; id < MARATHON_N_SINGLES; id++)
    if (!has_same_columns (marathon_event_get_single (difference->from, id),
                           marathon_event_get_single (difference->to, id)))
      difference->counts->n_records++;
}

void
marathon_difference_clear_records (MarathonDifference *difference)
{
  for (MarathonListId id = 0; id < MARATHON_N_LISTS; id++)
    {
      g_array_unref (difference->lists[id].now);
      g_ptr_array_unref (difference->lists[id].goes);
      g_free (difference->lists[id].comes);
      g_free (difference->lists[id].moves);
    }
}

/* --- Bibs of groups --- */

static void
set_bib (MarathonDifference *difference, MarathonListId id, MarathonRecord *record, const char *bib)
{
  const char *column = MARATHON_RECORD_GET_CLASS (record)->columns[find_bib_column (record)].name;

  marathon_edit_output_change_record (&difference->output, marathon_list_get_name (id),
                                      marathon_record_get_key (record), column, bib);
}

void
marathon_difference_free_bibs (MarathonDifference *difference)
{
  for (MarathonListId id = 0; id < MARATHON_N_LISTS; id++)
    {
      MarathonRecordList *from = marathon_event_get_list (difference->from, id);

      for (guint i = 0; i < marathon_record_list_get_size (from); i++)
        {
          MarathonRecord *record = marathon_record_list_get (from, i);

          if (*get_bib (record) != '\0'
              && strcmp (get_bib (record), get_bib (find_other (difference->to, id, record))) != 0)
            set_bib (difference, id, record, "");
        }
    }
}

void
marathon_difference_give_bibs (MarathonDifference *difference)
{
  for (MarathonListId id = 0; id < MARATHON_N_LISTS; id++)
    {
      MarathonRecordList *to = marathon_event_get_list (difference->to, id);

      for (guint i = 0; i < marathon_record_list_get_size (to); i++)
        {
          MarathonRecord *record = marathon_record_list_get (to, i);

          if (*get_bib (record) != '\0'
              && strcmp (get_bib (record), get_bib (find_other (difference->from, id, record))) != 0)
            set_bib (difference, id, record, get_bib (record));
        }
    }
}

/* --- Removing --- */

static void
remove_list (MarathonDifference *difference, MarathonListId id)
{
  MarathonListDifference *here = &difference->lists[id];
  guint kept = 0;

  for (guint i = 0; i < here->goes->len; i++)
    marathon_edit_output_remove_record (&difference->output, marathon_list_get_name (id),
                                        marathon_record_get_key (g_ptr_array_index (here->goes, i)));
  for (guint i = 0; i < here->now->len; i++)
    if (g_array_index (here->now, guint32, i) != MARATHON_DIFFERENCE_NONE)
      g_array_index (here->now, guint32, kept++) = g_array_index (here->now, guint32, i);
  g_array_set_size (here->now, kept);
}

void
marathon_difference_remove_records (MarathonDifference *difference, gboolean naming_entrants)
{
  /* Those that name others before these. */
  for (MarathonListId id = MARATHON_N_LISTS; id-- > MARATHON_LIST_CUSTOM_FIELDS + 1;)
    if (names_entrants (id) == naming_entrants)
      remove_list (difference, id);
}

void
marathon_difference_remove_customs (MarathonDifference *difference)
{
  remove_list (difference, MARATHON_LIST_CUSTOM_FIELDS);
}

/* --- Changing --- */

static gsize
get_written_length (MarathonDifference *difference, const char *text)
{
  g_string_truncate (difference->output.scratch, 0);
  marathon_xml_append_escaped (difference->output.scratch, text, strlen (text));
  return difference->output.scratch->len;
}

/* Adds the columns that get shorter, or those that get longer: a record has a limit for all of them together, which
 * both events keep. */
static void
add_columns (MarathonDifference *difference, const char *list, const char *key, MarathonRecord *from,
             MarathonRecord *to, gboolean longer, gboolean *begun)
{
  MarathonRecordClass *klass = MARATHON_RECORD_GET_CLASS (to);

  for (guint i = 0; i < klass->n_columns; i++)
    {
      const char *old = marathon_record_get_text (from, i), *new = marathon_record_get_text (to, i);

      if (klass->columns[i].type == MARATHON_COLUMN_BIB || strcmp (old, new) == 0
          || (get_written_length (difference, new) > get_written_length (difference, old)) != longer)
        continue;
      if (!*begun)
        marathon_edit_output_begin_record_change (&difference->output, list, key);
      *begun = TRUE;
      marathon_edit_output_add_column (&difference->output, klass->columns[i].name, new);
    }
}

static void
change_record (MarathonDifference *difference, const char *list, const char *key, MarathonRecord *from,
               MarathonRecord *to)
{
  gboolean begun = FALSE;

  add_columns (difference, list, key, from, to, FALSE, &begun);
  add_columns (difference, list, key, from, to, TRUE, &begun);
  if (begun)
    marathon_edit_output_end_record_change (&difference->output);
}

void
marathon_difference_change_singles (MarathonDifference *difference)
{
  for (MarathonSingleId id = 0; id < MARATHON_N_SINGLES; id++)
    change_record (difference, marathon_single_get_name (id), NULL, marathon_event_get_single (difference->from, id),
                   marathon_event_get_single (difference->to, id));
}

/* --- Coming --- */

/* A bib is given to it when nobody else has it any more. */
static void
insert_record (MarathonDifference *difference, MarathonListId id, guint at, MarathonRecord *record)
{
  g_autoptr (MarathonRecord) copy = NULL;

  if (*get_bib (record) != '\0')
    {
      copy = marathon_record_copy (record, difference->to);
      marathon_record_set_text (copy, difference->to, (guint) find_bib_column (copy), "", NULL);
    }
  marathon_edit_output_insert_record (&difference->output, marathon_list_get_name (id), at,
                                      copy != NULL ? copy : record);
}

/* The place after the record that is @record in "to", looked for from @at on. */
static guint
find_after (GArray *now, guint at, guint32 record)
{
  while (at < now->len && g_array_index (now, guint32, at) != record)
    at++;
  return at + 1;
}

static void
bring_list (MarathonDifference *difference, MarathonListId id)
{
  MarathonListDifference *here = &difference->lists[id];
  MarathonRecordList *to = marathon_event_get_list (difference->to, id);
  guint at = 0;

  for (guint32 i = 0; i < marathon_record_list_get_size (to); i++)
    {
      MarathonRecord *record = marathon_record_list_get (to, i);

      if (here->comes[i])
        {
          insert_record (difference, id, at, record);
          g_array_insert_val (here->now, at, i);
          at++;
          continue;
        }
      change_record (difference, marathon_list_get_name (id), marathon_record_get_key (record),
                     find_other (difference->from, id, record), record);
      if (!here->moves[i])
        at = find_after (here->now, at, i);
    }
}

void
marathon_difference_bring_records (MarathonDifference *difference, gboolean naming_entrants)
{
  /* Records name those of lists before their own. */
  for (MarathonListId id = 0; id < MARATHON_N_LISTS; id++)
    if (names_entrants (id) == naming_entrants)
      bring_list (difference, id);
}

/* --- Moving --- */

static void
move_list (MarathonDifference *difference, MarathonListId id)
{
  MarathonListDifference *here = &difference->lists[id];
  MarathonRecordList *to = marathon_event_get_list (difference->to, id);
  guint at = 0;

  for (guint32 i = 0; i < marathon_record_list_get_size (to); i++)
    {
      guint present;

      if (!here->moves[i])
        {
          at = find_after (here->now, at, i);
          continue;
        }
      present = find_after (here->now, 0, i) - 1;
      g_array_remove_index (here->now, present);
      if (present < at)
        at--;
      g_array_insert_val (here->now, at, i);
      if (present != at)
        marathon_edit_output_move_record (&difference->output, marathon_list_get_name (id),
                                          marathon_record_get_key (marathon_record_list_get (to, i)), at);
      at++;
    }
}

void
marathon_difference_move_records (MarathonDifference *difference)
{
  for (MarathonListId id = 0; id < MARATHON_N_LISTS; id++)
    move_list (difference, id);
}
