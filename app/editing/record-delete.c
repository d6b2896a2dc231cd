/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Deleting a record with all that names it, as one step.
 */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "editing/record-edits.h"
#include "editing/record-names.h"
#include "model/entrant-draft.h"

/* Takes the record out of the entrant in the draft, with what was known of how it came there. */
static void
drop_from_draft (MarathonEntrantDraft *draft, MarathonListId list, guint32 handle)
{
  switch (list)
    {
    case MARATHON_LIST_CATEGORIES:
      draft->value.category = 0;
      draft->value.category_reason = 0;
      marathon_entrant_draft_set_flag (draft, MARATHON_FLAG_CATEGORY_PINNED, FALSE);
      break;
    case MARATHON_LIST_WAVES:
      draft->value.wave = 0;
      draft->value.wave_reason = 0;
      marathon_entrant_draft_set_flag (draft, MARATHON_FLAG_WAVE_PINNED, FALSE);
      break;
    case MARATHON_LIST_BIB_BLOCKS:
      draft->value.bib_block = 0;
      break;
    case MARATHON_LIST_GROUPS:
      draft->value.group = 0;
      break;
    case MARATHON_LIST_CUSTOM_FIELDS:
      marathon_entrant_draft_set_detail (draft, MARATHON_FIELD_CUSTOM + handle, "");
      break;
    default:
      break;
    }
}

static gboolean
drop_from_entrants (MarathonHistory *history, MarathonPlace place, MarathonListId list, guint32 handle, GError **error)
{
  MarathonEvent *event = marathon_history_get_event (history);
  const MarathonRoster *roster = marathon_event_get_place (event, place);
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (MarathonEntrant));
  g_autoptr (MarathonEdit) edit = NULL;
  MarathonEntrantDraft draft;

  marathon_entrant_draft_init (&draft, event);
  for (guint32 i = 0; i < marathon_roster_get_size (roster); i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (roster, i);

      if (!marathon_event_entrant_refers_to (event, entrant, list, handle))
        continue;
      marathon_entrant_draft_start (&draft, entrant);
      drop_from_draft (&draft, list, handle);
      g_array_append_val (positions, i);
      g_array_append_vals (values, marathon_entrant_draft_finish (&draft), 1);
    }
  marathon_entrant_draft_clear (&draft);
  edit = marathon_edit_new_change_entrants (event, place, (const guint32 *) (gconstpointer) positions->data,
                                            (const MarathonEntrant *) (gconstpointer) values->data, positions->len);
  return marathon_history_add (history, edit, error);
}

/* @text, parts separated by ";", without @part. */
static char *
remove_part (const char *text, const char *part)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  GString *rest = g_string_new (NULL);

  for (char **at = parts; *at != NULL; at++)
    if (strcmp (*at, part) != 0)
      g_string_append_printf (rest, "%s%s", rest->len > 0 ? ";" : "", *at);
  return g_string_free (rest, FALSE);
}

static gboolean
drop_from_record (MarathonHistory *history, MarathonRecord *other, MarathonListId list, MarathonRecord *record,
                  GError **error)
{
  const char *key = marathon_record_get_key (record);
  g_autofree char *part = g_strconcat (list == MARATHON_LIST_CUSTOM_FIELDS ? "x-" : "", key, NULL);

  for (guint i = 0; i < MARATHON_RECORD_GET_CLASS (other)->n_columns; i++)
    {
      g_autofree char *text = NULL;
      g_autoptr (MarathonEdit) edit = NULL;

      if (!marathon_column_names_record (other, i, list, record))
        continue;
      text = remove_part (marathon_record_get_text (other, i), part);
      edit = marathon_edit_new_change_record (other, i, text);
      if (!marathon_history_add (history, edit, error))
        return FALSE;
    }
  return TRUE;
}

/* A record names only those of lists before its own. */
static gboolean
drop_from_records (MarathonHistory *history, MarathonListId list, MarathonRecord *record, GError **error)
{
  MarathonEvent *event = marathon_history_get_event (history);

  for (MarathonListId other = list + 1; other < MARATHON_N_LISTS; other++)
    {
      MarathonRecordList *records = marathon_event_get_list (event, other);

      for (guint i = 0; i < marathon_record_list_get_size (records); i++)
        if (!drop_from_record (history, marathon_record_list_get (records, i), list, record, error))
          return FALSE;
    }
  return TRUE;
}

gboolean
marathon_record_delete (MarathonHistory *history, MarathonListId list, guint position, GError **error)
{
  MarathonEvent *event = marathon_history_get_event (history);
  MarathonRecord *record = marathon_record_list_get (marathon_event_get_list (event, list), position);
  g_autoptr (MarathonEdit) removal = NULL;
  g_autofree char *called = NULL;
  g_autofree char *label = NULL;
  guint32 handle;

  g_return_val_if_fail (record != NULL, FALSE);
  handle = marathon_record_get_handle (record);
  removal = marathon_edit_new_remove_record (event, list, position);
  called = marathon_record_get_full_name (event, record);
  /* Translators: a kind of thing, "Wave", then its name. */
  label = g_strdup_printf (_ ("Delete %s %s"), marathon_list_get_label (list), called);
  marathon_history_begin (history, label);
  if (drop_from_entrants (history, MARATHON_PLACE_ROSTER, list, handle, error)
      && drop_from_entrants (history, MARATHON_PLACE_BIN, list, handle, error)
      && drop_from_records (history, list, record, error) && marathon_history_add (history, removal, error))
    {
      marathon_history_commit (history);
      return TRUE;
    }
  marathon_history_rollback (history);
  return FALSE;
}
