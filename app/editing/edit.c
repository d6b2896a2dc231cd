/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEdit: making, applying and reverting.
 */
#include "editing/edit-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/model-error.h"

static MarathonEdit *
edit_new (MarathonEditKind kind)
{
  MarathonEdit *edit = g_new0 (MarathonEdit, 1);

  g_atomic_ref_count_init (&edit->ref_count);
  edit->kind = kind;
  return edit;
}

MarathonEdit *
marathon_edit_ref (MarathonEdit *edit)
{
  g_atomic_ref_count_inc (&edit->ref_count);
  return edit;
}

void
marathon_edit_unref (MarathonEdit *edit)
{
  if (!g_atomic_ref_count_dec (&edit->ref_count))
    return;
  g_free (edit->positions);
  g_free (edit->to_positions);
  g_free (edit->values);
  g_free (edit->before);
  g_free (edit->after);
  g_clear_object (&edit->record);
  g_free (edit->text_before);
  g_free (edit->text_after);
  g_free (edit);
}

/* --- Changed words --- */

static const guint32 *
words_of (const MarathonEntrant *value)
{
  return (const guint32 *) value;
}

guint32
marathon_edit_find_difference (const MarathonEntrant *a, const MarathonEntrant *b)
{
  guint32 mask = 0;

  for (guint i = 0; i < MARATHON_ENTRANT_WORDS; i++)
    if (words_of (a)[i] != words_of (b)[i])
      mask |= 1u << i;
  return mask;
}

/* Copies the words of @mask from @value to @words; returns how many. */
static guint
take_words (guint32 mask, const MarathonEntrant *value, guint32 *words)
{
  guint n = 0;

  for (guint i = 0; i < MARATHON_ENTRANT_WORDS; i++)
    if (mask & (1u << i))
      words[n++] = words_of (value)[i];
  return n;
}

static void
put_words (guint32 mask, const guint32 *words, MarathonEntrant *value)
{
  guint n = 0;

  for (guint i = 0; i < MARATHON_ENTRANT_WORDS; i++)
    if (mask & (1u << i))
      ((guint32 *) value)[i] = words[n++];
}

static guint
count_words (guint32 mask)
{
  return (guint) __builtin_popcount (mask);
}

void
marathon_edit_restore_words (const MarathonEdit *edit, guint index, const guint32 *words, MarathonEntrant *value)
{
  put_words (edit->mask, words + (gsize) index * count_words (edit->mask), value);
}

/* --- Making --- */

MarathonEdit *
marathon_edit_new_change_entrants (MarathonEvent         *event,
                                   MarathonPlace          place,
                                   const guint32         *positions,
                                   const MarathonEntrant *values,
                                   guint                  n)
{
  MarathonEdit *edit = edit_new (MARATHON_EDIT_CHANGE_ENTRANTS);
  MarathonRoster *roster = marathon_event_get_place (event, place);
  g_autofree guint32 *changed = g_new (guint32, n);
  guint32 *words;

  edit->place = place;
  for (guint i = 0; i < n; i++)
    {
      guint32 difference = marathon_edit_find_difference (marathon_roster_get (roster, positions[i]), &values[i]);

      if (difference != 0)
        changed[edit->n++] = i;
      edit->mask |= difference;
    }
  edit->positions = g_new (guint32, edit->n);
  edit->after = words = g_new (guint32, (gsize) edit->n * count_words (edit->mask));
  for (guint i = 0; i < edit->n; i++)
    {
      edit->positions[i] = positions[changed[i]];
      words += take_words (edit->mask, &values[changed[i]], words);
    }
  return edit;
}

MarathonEdit *
marathon_edit_new_insert_entrants (MarathonPlace          place,
                                   const guint32         *positions,
                                   const MarathonEntrant *values,
                                   guint                  n)
{
  MarathonEdit *edit = edit_new (MARATHON_EDIT_INSERT_ENTRANTS);

  edit->place = place;
  edit->n = n;
  edit->positions = g_memdup2 (positions, n * sizeof *positions);
  edit->values = g_memdup2 (values, n * sizeof *values);
  return edit;
}

MarathonEdit *
marathon_edit_new_remove_entrants (MarathonEvent *event, MarathonPlace place, const guint32 *positions, guint n)
{
  MarathonEdit *edit = edit_new (MARATHON_EDIT_REMOVE_ENTRANTS);
  MarathonRoster *roster = marathon_event_get_place (event, place);

  edit->place = place;
  edit->n = n;
  edit->positions = g_memdup2 (positions, n * sizeof *positions);
  edit->values = g_new (MarathonEntrant, n);
  for (guint i = 0; i < n; i++)
    edit->values[i] = *marathon_roster_get (roster, positions[i]);
  return edit;
}

MarathonEdit *
marathon_edit_new_transfer_entrants (MarathonPlace  from,
                                     const guint32 *from_positions,
                                     const guint32 *to_positions,
                                     guint          n)
{
  MarathonEdit *edit = edit_new (MARATHON_EDIT_TRANSFER_ENTRANTS);

  edit->place = from;
  edit->n = n;
  edit->positions = g_memdup2 (from_positions, n * sizeof *from_positions);
  edit->to_positions = g_memdup2 (to_positions, n * sizeof *to_positions);
  return edit;
}

MarathonEdit *
marathon_edit_new_bin_entrants (MarathonEvent *event, const guint32 *positions, guint n)
{
  guint size = marathon_roster_get_size (marathon_event_get_bin (event));
  g_autofree guint32 *to_positions = g_new (guint32, n);

  for (guint i = 0; i < n; i++)
    to_positions[i] = size + i;
  return marathon_edit_new_transfer_entrants (MARATHON_PLACE_ROSTER, positions, to_positions, n);
}

MarathonEdit *
marathon_edit_new_change_record (MarathonRecord *record, guint column, const char *text)
{
  MarathonEdit *edit = edit_new (MARATHON_EDIT_CHANGE_RECORD);

  edit->record = g_object_ref (record);
  edit->column = column;
  edit->text_before = g_strdup (marathon_record_get_text (record, column));
  edit->text_after = g_strdup (text);
  return edit;
}

MarathonEdit *
marathon_edit_new_insert_record (MarathonListId list, guint position, MarathonRecord *record)
{
  MarathonEdit *edit = edit_new (MARATHON_EDIT_INSERT_RECORD);

  edit->list = list;
  edit->from = position;
  edit->record = g_object_ref (record);
  return edit;
}

MarathonEdit *
marathon_edit_new_remove_record (MarathonEvent *event, MarathonListId list, guint position)
{
  MarathonEdit *edit = edit_new (MARATHON_EDIT_REMOVE_RECORD);

  edit->list = list;
  edit->from = position;
  edit->record = g_object_ref (marathon_record_list_get (marathon_event_get_list (event, list), position));
  return edit;
}

MarathonEdit *
marathon_edit_new_move_record (MarathonListId list, guint from, guint to)
{
  MarathonEdit *edit = edit_new (MARATHON_EDIT_MOVE_RECORD);

  edit->list = list;
  edit->from = from;
  edit->to = to;
  return edit;
}

guint
marathon_edit_count_entrants (const MarathonEdit *edit)
{
  return edit->n;
}

gboolean
marathon_edit_is_empty (const MarathonEdit *edit)
{
  switch (edit->kind)
    {
    case MARATHON_EDIT_CHANGE_RECORD:
      return strcmp (edit->text_before, edit->text_after) == 0;
    case MARATHON_EDIT_MOVE_RECORD:
      return edit->from == edit->to;
    case MARATHON_EDIT_INSERT_RECORD:
    case MARATHON_EDIT_REMOVE_RECORD:
      return FALSE;
    case MARATHON_EDIT_CHANGE_ENTRANTS:
    case MARATHON_EDIT_INSERT_ENTRANTS:
    case MARATHON_EDIT_REMOVE_ENTRANTS:
    case MARATHON_EDIT_TRANSFER_ENTRANTS:
    default:
      return edit->n == 0;
    }
}

/* --- Applying --- */

/* Replaces the words of the entrants by @words; the words they had go to @taken where it is not NULL. */
static gboolean
change_entrants (MarathonEdit *edit, MarathonEvent *event, const guint32 *words, guint32 *taken, GError **error)
{
  MarathonRoster *roster = marathon_event_get_place (event, edit->place);
  g_autofree MarathonEntrant *values = g_new (MarathonEntrant, edit->n);

  for (guint i = 0; i < edit->n; i++)
    {
      values[i] = *marathon_roster_get (roster, edit->positions[i]);
      if (taken != NULL)
        taken += take_words (edit->mask, &values[i], taken);
      marathon_edit_restore_words (edit, i, words, &values[i]);
    }
  return marathon_event_replace_entrants (event, edit->place, edit->positions, values, edit->n, error);
}

/* The words from before are taken once. Later they are the same, and a thread may be reading them: the one that writes
 * the journal. */
static gboolean
apply_change (MarathonEdit *edit, MarathonEvent *event, GError **error)
{
  g_autofree guint32 *before = NULL;

  if (edit->before != NULL)
    return change_entrants (edit, event, edit->after, NULL, error);
  before = g_new (guint32, (gsize) edit->n * count_words (edit->mask));
  if (!change_entrants (edit, event, edit->after, before, error))
    return FALSE;
  edit->before = g_steal_pointer (&before);
  return TRUE;
}

/* A new record must say what its kind requires, and whom it names must be there: else the file that is saved next could
 * not be read. */
static gboolean
insert_record (MarathonEdit *edit, MarathonEvent *event, GError **error)
{
  MarathonRecordClass *klass = MARATHON_RECORD_GET_CLASS (edit->record);

  for (guint i = 0; i < klass->n_columns; i++)
    if (klass->columns[i].required && *marathon_record_get_text (edit->record, i) == '\0')
      {
        g_set_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_VALUE, _ ("%s: %s must not be empty"),
                     marathon_record_get_key (edit->record), klass->columns[i].name);
        return FALSE;
      }
  return marathon_event_check_record (event, edit->record, error)
         && marathon_event_insert_record (event, edit->list, edit->from, edit->record, error);
}

static MarathonPlace
other_place (MarathonPlace place)
{
  return place == MARATHON_PLACE_ROSTER ? MARATHON_PLACE_BIN : MARATHON_PLACE_ROSTER;
}

gboolean
marathon_edit_apply (MarathonEdit *edit, MarathonEvent *event, GError **error)
{
  switch (edit->kind)
    {
    case MARATHON_EDIT_CHANGE_ENTRANTS:
      return apply_change (edit, event, error);
    case MARATHON_EDIT_INSERT_ENTRANTS:
      return marathon_event_insert_entrants (event, edit->place, edit->positions, edit->values, edit->n, error);
    case MARATHON_EDIT_REMOVE_ENTRANTS:
      return marathon_event_remove_entrants (event, edit->place, edit->positions, edit->n, error);
    case MARATHON_EDIT_TRANSFER_ENTRANTS:
      return marathon_event_transfer_entrants (event, edit->place, edit->positions, edit->to_positions, edit->n, error);
    case MARATHON_EDIT_CHANGE_RECORD:
      return marathon_event_set_record_text (event, edit->record, edit->column, edit->text_after, error);
    case MARATHON_EDIT_INSERT_RECORD:
      return insert_record (edit, event, error);
    case MARATHON_EDIT_REMOVE_RECORD:
      return marathon_event_remove_record (event, edit->list, edit->from, error);
    case MARATHON_EDIT_MOVE_RECORD:
      marathon_event_move_record (event, edit->list, edit->from, edit->to);
      return TRUE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

gboolean
marathon_edit_revert (MarathonEdit *edit, MarathonEvent *event, GError **error)
{
  switch (edit->kind)
    {
    case MARATHON_EDIT_CHANGE_ENTRANTS:
      return change_entrants (edit, event, edit->before, NULL, error);
    case MARATHON_EDIT_INSERT_ENTRANTS:
      return marathon_event_remove_entrants (event, edit->place, edit->positions, edit->n, error);
    case MARATHON_EDIT_REMOVE_ENTRANTS:
      return marathon_event_insert_entrants (event, edit->place, edit->positions, edit->values, edit->n, error);
    case MARATHON_EDIT_TRANSFER_ENTRANTS:
      return marathon_event_transfer_entrants (event, other_place (edit->place), edit->to_positions, edit->positions, edit->n,
                                               error);
    case MARATHON_EDIT_CHANGE_RECORD:
      return marathon_event_set_record_text (event, edit->record, edit->column, edit->text_before, error);
    case MARATHON_EDIT_INSERT_RECORD:
      marathon_event_take_back_record (event, edit->list, edit->from);
      return TRUE;
    case MARATHON_EDIT_REMOVE_RECORD:
      return marathon_event_insert_record (event, edit->list, edit->from, edit->record, error);
    case MARATHON_EDIT_MOVE_RECORD:
      marathon_event_move_record (event, edit->list, edit->to, edit->from);
      return TRUE;
    default:
      g_return_val_if_reached (FALSE);
    }
}
