/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changing the records of an event.
 */
#include "model/event-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/custom-field.h"
#include "model/entrant-draft.h"
#include "model/group.h"
#include "model/model-error.h"

/* A custom field's id is the name of an XML attribute. */
static gboolean
key_is_valid_in (MarathonListId id, const char *key)
{
  if (!marathon_record_key_is_valid (key))
    return FALSE;
  return id != MARATHON_LIST_CUSTOM_FIELDS || (g_ascii_isalpha (*key) && !g_str_has_prefix (key, "xml"));
}

/* An entrant keeps sixteen bits of the handle of its category, wave and bib block. */
static guint32
last_handle (MarathonListId id)
{
  return id == MARATHON_LIST_CATEGORIES || id == MARATHON_LIST_WAVES || id == MARATHON_LIST_BIB_BLOCKS ? G_MAXUINT16 : G_MAXUINT32;
}

static gboolean
check_limits (MarathonEvent *event, MarathonListId id, MarathonRecord *record, GError **error)
{
  guint32 handle = marathon_record_get_handle (record);
  guint most = id == MARATHON_LIST_CUSTOM_FIELDS ? MARATHON_MAX_CUSTOM_FIELDS : MARATHON_MAX_RECORDS;

  if (handle == 0)
    handle = marathon_record_list_get_next_handle (event->lists[id]);
  if (handle <= last_handle (id) && marathon_record_list_get_size (event->lists[id]) < most)
    return TRUE;
  g_set_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_LIMIT, _ ("there are too many records “%s” for one event"),
               marathon_list_get_element (id));
  return FALSE;
}

/* What a newer version left in somebody's <custom> would be there twice once the field has a value. */
static gboolean
check_unknown_customs (MarathonEvent *event, const char *key, GError **error)
{
  const guint detail = MARATHON_DETAIL_UNKNOWN_CHILD + MARATHON_FIELD_HOME_CUSTOM;

  if (event->newer_minor == 0)
    return TRUE;
  for (guint p = 0; p < G_N_ELEMENTS (event->places); p++)
    for (guint i = 0; i < marathon_roster_get_size (event->places[p]); i++)
      {
        const MarathonEntrant *entrant = marathon_roster_get (event->places[p], i);
        g_autofree char *who = NULL;

        if (!marathon_unknown_has_attribute (marathon_entrant_get_detail (event, entrant, detail), key))
          continue;
        who = marathon_event_describe_entrant (event, entrant);
        g_set_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_DUPLICATE_ID,
                     _ ("a field “%s” cannot be made: %s has a value of that name from a newer version of Marathon"), key, who);
        return FALSE;
      }
  return TRUE;
}

gboolean
marathon_event_insert_record (MarathonEvent  *event,
                              MarathonListId  id,
                              guint           position,
                              MarathonRecord *record,
                              GError        **error)
{
  const char *key = marathon_record_get_key (record);

  g_return_val_if_fail (position <= marathon_record_list_get_size (event->lists[id]), FALSE);
  if (!key_is_valid_in (id, key))
    {
      g_set_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_VALUE,
                   id == MARATHON_LIST_CUSTOM_FIELDS
                     ? _ ("“%s” is not an id of a field: a letter, then up to 63 characters out of a–z, 0–9, “-”, “_” and “.”")
                     : _ ("“%s” is not an id: 1 to 64 characters out of a–z, 0–9, “-”, “_” and “.”"),
                   key);
      return FALSE;
    }
  if (marathon_record_list_find (event->lists[id], key) != NULL)
    {
      g_set_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_DUPLICATE_ID, _ ("there is a %s “%s” already"),
                   marathon_list_get_element (id), key);
      return FALSE;
    }
  if (!check_limits (event, id, record, error)
      || (id == MARATHON_LIST_CUSTOM_FIELDS && !check_unknown_customs (event, key, error)))
    return FALSE;
  if (id == MARATHON_LIST_GROUPS
      && !marathon_event_claim_bib_text (event, MARATHON_GROUP (record)->bib, MARATHON_GROUP (record)->name, error))
    return FALSE;
  marathon_record_list_insert (event->lists[id], position, record);
  return TRUE;
}

/* --- Who refers to a record --- */

gboolean
marathon_event_entrant_refers_to (MarathonEvent         *event,
                                  const MarathonEntrant *entrant,
                                  MarathonListId         id,
                                  guint32                handle)
{
  switch (id)
    {
    case MARATHON_LIST_CATEGORIES:
      return entrant->category == handle;
    case MARATHON_LIST_WAVES:
      return entrant->wave == handle;
    case MARATHON_LIST_BIB_BLOCKS:
      return entrant->bib_block == handle;
    case MARATHON_LIST_GROUPS:
      return entrant->group == handle;
    case MARATHON_LIST_CUSTOM_FIELDS:
      return marathon_details_store_get_value (event->details, entrant->details, MARATHON_FIELD_CUSTOM + handle) != 0;
    default:
      return FALSE;
    }
}

static const MarathonEntrant *
find_referring_entrant (MarathonEvent *event, MarathonListId id, guint32 handle)
{
  for (guint p = 0; p < G_N_ELEMENTS (event->places); p++)
    for (guint i = 0; i < marathon_roster_get_size (event->places[p]); i++)
      {
        const MarathonEntrant *entrant = marathon_roster_get (event->places[p], i);

        if (marathon_event_entrant_refers_to (event, entrant, id, handle))
          return entrant;
      }
  return NULL;
}

static MarathonRecord *
find_referring_record (MarathonEvent *event, MarathonListId id, guint32 handle)
{
  for (MarathonListId other = id + 1; other < MARATHON_N_LISTS; other++)
    for (guint i = 0; i < marathon_record_list_get_size (event->lists[other]); i++)
      {
        MarathonRecord *record = marathon_record_list_get (event->lists[other], i);

        if (marathon_record_refers_to (record, id, handle))
          return record;
      }
  return NULL;
}

gboolean
marathon_event_remove_record (MarathonEvent *event, MarathonListId id, guint position, GError **error)
{
  MarathonRecord *record = marathon_record_list_get (event->lists[id], position);
  guint32 handle;
  const MarathonEntrant *entrant;
  MarathonRecord *referring;

  g_return_val_if_fail (record != NULL, FALSE);
  handle = marathon_record_get_handle (record);
  entrant = find_referring_entrant (event, id, handle);
  referring = find_referring_record (event, id, handle);
  if (entrant != NULL || referring != NULL)
    {
      g_autofree char *who = entrant != NULL ? marathon_event_describe_entrant (event, entrant)
                                             : g_strdup (marathon_record_get_key (referring));

      g_set_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_REFERENCE,
                   _ ("the %s “%s” cannot be removed: %s still refers to it"), marathon_list_get_element (id),
                   marathon_record_get_key (record), who);
      return FALSE;
    }
  marathon_event_take_back_record (event, id, position);
  return TRUE;
}

void
marathon_event_take_back_record (MarathonEvent *event, MarathonListId id, guint position)
{
  MarathonRecord *record = marathon_record_list_get (event->lists[id], position);

  if (id == MARATHON_LIST_GROUPS)
    marathon_event_release_bib_text (event, MARATHON_GROUP (record)->bib);
  marathon_record_list_remove (event->lists[id], position);
}

void
marathon_event_move_record (MarathonEvent *event, MarathonListId id, guint from, guint to)
{
  marathon_record_list_move (event->lists[id], from, to);
}

/* --- Setting a column --- */

static gboolean
set_group_bib (MarathonEvent *event, MarathonRecord *record, guint column, const char *text, GError **error)
{
  MarathonGroup *group = MARATHON_GROUP (record);
  g_autofree char *old = g_strdup (group->bib);

  marathon_event_release_bib_text (event, old);
  if (marathon_event_claim_bib_text (event, text, group->name, error))
    {
      if (marathon_record_set_text (record, event, column, text, error))
        return TRUE;
      marathon_event_release_bib_text (event, text);
    }
  marathon_event_claim_bib_text (event, old, group->name, NULL);
  return FALSE;
}

/* Whether @text is a value of the field, written as the field writes it. */
static gboolean
check_custom_value (MarathonEntrantDraft *draft, const MarathonFieldInfo *info, const char *text, GError **error)
{
  g_autofree char *written = NULL;

  marathon_entrant_draft_start (draft, NULL);
  if (!marathon_entrant_draft_set_text (draft, info, text, error))
    return FALSE;
  written = marathon_entrant_get_text (draft->event, marathon_entrant_draft_finish (draft), info->field);
  if (strcmp (written, text) == 0)
    return TRUE;
  g_set_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_VALUE, _ ("%s: somebody has “%s”, which would be “%s”"), info->key, text,
               written);
  return FALSE;
}

/* After a change of a custom field's type every value there is must still be one. */
static gboolean
check_custom_values (MarathonEvent *event, MarathonRecord *custom, GError **error)
{
  guint field = MARATHON_FIELD_CUSTOM + marathon_record_get_handle (custom);
  const MarathonFieldInfo *info = marathon_event_get_field (event, field);
  MarathonEntrantDraft draft;
  gboolean good = TRUE;

  marathon_entrant_draft_init (&draft, event);
  for (guint p = 0; p < G_N_ELEMENTS (event->places); p++)
    for (guint i = 0; good && i < marathon_roster_get_size (event->places[p]); i++)
      {
        const char *text = marathon_entrant_get_detail (event, marathon_roster_get (event->places[p], i), field);

        good = *text == '\0' || check_custom_value (&draft, info, text, error);
      }
  marathon_entrant_draft_clear (&draft);
  return good;
}

gboolean
marathon_event_set_record_text (MarathonEvent  *event,
                                MarathonRecord *record,
                                guint           column,
                                const char     *text,
                                GError        **error)
{
  const char *name = MARATHON_RECORD_GET_CLASS (record)->columns[column].name;
  g_autofree char *old = NULL;

  if (MARATHON_IS_GROUP (record) && strcmp (name, "bib") == 0)
    return set_group_bib (event, record, column, text, error);

  old = g_strdup (marathon_record_get_text (record, column));
  if (!marathon_record_set_text (record, event, column, text, error))
    return FALSE;
  if (marathon_event_check_record (event, record, error)
      && (!MARATHON_IS_CUSTOM_FIELD (record) || strcmp (name, "type") != 0 || check_custom_values (event, record, error)))
    return TRUE;
  marathon_record_set_text (record, event, column, old, NULL);
  return FALSE;
}
