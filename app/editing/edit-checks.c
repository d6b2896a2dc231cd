/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of an edit before it is applied and that the model leaves to its callers, since a reader sees officials before entrants:
 * who is named by id is there, and a new record says what it has to. Else the file that is saved next could not be read.
 */
#include "editing/edit-private.h"

#include <glib/gi18n-lib.h>

#include "base/id-source.h"
#include "base/key-set.h"
#include "model/model-error.h"

static gboolean
refuse_reference (const char *who, guint64 id, GError **error)
{
  char text[17];

  marathon_id_write (id, text);
  g_set_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_REFERENCE, _ ("%s: there is no entrant %s"), who, text);
  return FALSE;
}

/* --- Guides who are entrants too --- */

/* The guides of @value; @newcomers come into the event together with it. */
static gboolean
check_guides (MarathonEvent *event, const MarathonEntrant *value, const MarathonKeySet *newcomers, GError **error)
{
  MarathonDetailsView view;

  marathon_details_store_get (marathon_event_get_details (event), value->details, &view);
  for (guint i = 0; i < view.n_guides; i++)
    {
      guint64 id = view.guides[i].entrant;

      if (id != 0 && !marathon_event_has_entrant (event, id) && (newcomers == NULL || !marathon_key_set_contains (newcomers, id)))
        return refuse_reference ("guide", id, error);
    }
  return TRUE;
}

static gboolean
check_inserted_entrants (const MarathonEdit *edit, MarathonEvent *event, GError **error)
{
  g_autoptr (MarathonKeySet) newcomers = marathon_key_set_new ();

  for (guint i = 0; i < edit->n; i++)
    if (edit->values[i].id != 0)
      marathon_key_set_add (newcomers, edit->values[i].id);
  for (guint i = 0; i < edit->n; i++)
    if (edit->values[i].details != 0 && !check_guides (event, &edit->values[i], newcomers, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_changed_entrants (const MarathonEdit *edit, MarathonEvent *event, GError **error)
{
  MarathonRoster *roster = marathon_event_get_place (event, edit->place);

  if ((edit->mask & 1u << G_STRUCT_OFFSET (MarathonEntrant, details) / sizeof (guint32)) == 0)
    return TRUE;
  for (guint i = 0; i < edit->n; i++)
    {
      MarathonEntrant value = *marathon_roster_get (roster, edit->positions[i]);

      marathon_edit_restore_words (edit, i, edit->after, &value);
      if (value.details != 0 && !check_guides (event, &value, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* --- Records --- */

static gboolean
check_changed_record (const MarathonEdit *edit, MarathonEvent *event, GError **error)
{
  const MarathonColumn *column = &MARATHON_RECORD_GET_CLASS (edit->record)->columns[edit->column];
  guint64 id;

  if (column->type != MARATHON_COLUMN_ENTRANT || !marathon_id_parse (edit->text_after, &id) || marathon_event_has_entrant (event, id))
    return TRUE;
  return refuse_reference (marathon_record_get_key (edit->record), id, error);
}

static gboolean
check_inserted_record (const MarathonEdit *edit, MarathonEvent *event, GError **error)
{
  MarathonRecordClass *klass = MARATHON_RECORD_GET_CLASS (edit->record);

  for (guint i = 0; i < klass->n_columns; i++)
    {
      const char *text = marathon_record_get_text (edit->record, i);
      guint64 id;

      if (klass->columns[i].required && *text == '\0')
        {
          g_set_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_VALUE, _ ("%s: %s must not be empty"),
                       marathon_record_get_key (edit->record), klass->columns[i].name);
          return FALSE;
        }
      if (klass->columns[i].type == MARATHON_COLUMN_ENTRANT && marathon_id_parse (text, &id)
          && !marathon_event_has_entrant (event, id))
        return refuse_reference (marathon_record_get_key (edit->record), id, error);
    }
  return TRUE;
}

gboolean
marathon_edit_check (const MarathonEdit *edit, MarathonEvent *event, GError **error)
{
  switch (edit->kind)
    {
    case MARATHON_EDIT_INSERT_ENTRANTS:
      return check_inserted_entrants (edit, event, error);
    case MARATHON_EDIT_CHANGE_ENTRANTS:
      return check_changed_entrants (edit, event, error);
    case MARATHON_EDIT_INSERT_RECORD:
      return check_inserted_record (edit, event, error);
    case MARATHON_EDIT_CHANGE_RECORD:
      return check_changed_record (edit, event, error);
    case MARATHON_EDIT_REMOVE_ENTRANTS:
    case MARATHON_EDIT_TRANSFER_ENTRANTS:
    case MARATHON_EDIT_REMOVE_RECORD:
    case MARATHON_EDIT_MOVE_RECORD:
    default:
      return TRUE;
    }
}
