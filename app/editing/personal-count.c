/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counting who has what of personal data in an event.
 */
#include "editing/personal-removal.h"

#include "model/official.h"

static gboolean
has_detail (MarathonEvent *event, const MarathonEntrant *entrant, guint field)
{
  return marathon_details_store_get_value (marathon_event_get_details (event), entrant->details, field) != 0;
}

static gboolean
has_private_custom (MarathonEvent *event, const MarathonDetailsView *view)
{
  for (guint i = 0; i < view->n_values; i++)
    if (view->values[i].field > MARATHON_FIELD_CUSTOM
        && marathon_personal_get_field_kind (event, view->values[i].field) == MARATHON_PERSONAL_PRIVATE)
      return TRUE;
  return FALSE;
}

static gboolean
has_emergency (MarathonEvent *event, const MarathonEntrant *entrant, const MarathonDetailsView *view)
{
  if (has_detail (event, entrant, MARATHON_FIELD_EMERGENCY_NAME)
      || has_detail (event, entrant, MARATHON_FIELD_EMERGENCY_PHONE))
    return TRUE;
  for (guint i = 0; i < view->n_guides; i++)
    if (view->guides[i].emergency_name != 0 || view->guides[i].emergency_phone != 0)
      return TRUE;
  return FALSE;
}

static void
count_entrant (MarathonEvent *event, const MarathonEntrant *entrant, MarathonPersonalCount *count)
{
  MarathonDetailsView view;

  count->n_named += entrant->family != 0 || entrant->given != 0;
  if (entrant->details == 0)
    return;
  marathon_details_store_get (marathon_event_get_details (event), entrant->details, &view);
  for (guint i = 0; i < view.n_guides; i++)
    count->n_guides += view.guides[i].family != 0 || view.guides[i].given != 0;
  count->n_reachable
      += has_detail (event, entrant, MARATHON_FIELD_EMAIL) || has_detail (event, entrant, MARATHON_FIELD_PHONE);
  count->n_emergency += has_emergency (event, entrant, &view);
  count->n_medical += has_detail (event, entrant, MARATHON_FIELD_MEDICAL);
  count->n_custom += has_private_custom (event, &view);
  count->n_notes += has_detail (event, entrant, MARATHON_FIELD_NOTE);
}

static guint
count_officials (MarathonEvent *event)
{
  MarathonRecordList *officials = marathon_event_get_list (event, MARATHON_LIST_OFFICIALS);
  guint n = 0;

  for (guint i = 0; i < marathon_record_list_get_size (officials); i++)
    {
      const MarathonOfficial *official = marathon_record_list_get (officials, i);

      n += *official->family != '\0' || *official->given != '\0';
    }
  return n;
}

void
marathon_personal_count (MarathonEvent *event, MarathonPersonalCount *count)
{
  MarathonRoster *roster = marathon_event_get_roster (event);

  *count = (MarathonPersonalCount){
    .n_officials = count_officials (event),
    .n_binned = marathon_roster_get_size (marathon_event_get_bin (event)),
    .has_newer = marathon_event_get_newer_minor (event) > 0,
  };
  for (guint i = 0; i < marathon_roster_get_size (roster); i++)
    count_entrant (event, marathon_roster_get (roster, i), count);
}
