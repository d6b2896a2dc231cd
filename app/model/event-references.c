/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * References by id: the entrants whom officials, decisions and guides name must be in roster or bin.
 */
#include "model/event-private.h"

#include <glib/gi18n-lib.h>

#include "base/id-source.h"
#include "model/model-error.h"

static gboolean
check_reference (MarathonEvent *event, guint64 id, const char *from, GError **error)
{
  char text[17];

  if (id == 0 || marathon_event_has_entrant (event, id))
    return TRUE;
  marathon_id_write (id, text);
  g_set_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_REFERENCE, _ ("%s: there is no entrant %s"), from, text);
  return FALSE;
}

gboolean
marathon_event_check_record (MarathonEvent *event, MarathonRecord *record, GError **error)
{
  MarathonRecordClass *klass = MARATHON_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_columns; i++)
    if (klass->columns[i].type == MARATHON_COLUMN_ENTRANT
        && !check_reference (event, G_STRUCT_MEMBER (guint64, record, klass->columns[i].offset),
                             marathon_record_get_key (record), error))
      return FALSE;
  return TRUE;
}

/* Whether one of the values has the id. */
static gboolean
is_among (guint64 id, const MarathonEntrant *values, guint n)
{
  for (guint i = 0; i < n; i++)
    if (values[i].id == id)
      return TRUE;
  return FALSE;
}

gboolean
marathon_event_check_guides (MarathonEvent *event, const MarathonEntrant *values, guint n, GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      MarathonDetailsView view;

      if (values[i].details == 0)
        continue;
      marathon_details_store_get (event->details, values[i].details, &view);
      for (guint g = 0; g < view.n_guides; g++)
        if (view.guides[g].entrant != 0 && !marathon_event_has_entrant (event, view.guides[g].entrant)
            && !is_among (view.guides[g].entrant, values, n)
            && !check_reference (event, view.guides[g].entrant, "guide", error))
          return FALSE;
    }
  return TRUE;
}
