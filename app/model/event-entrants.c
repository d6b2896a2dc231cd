/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changing the entrants of an event: checks first, then all at once.
 */
#include "model/event-private.h"

#include <glib/gi18n-lib.h>

#include "base/id-source.h"
#include "model/decision.h"
#include "model/model-error.h"
#include "model/official.h"

static gboolean
refuse_id (guint64 id, GError **error)
{
  char text[17];

  marathon_id_write (id, text);
  g_set_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_DUPLICATE_ID, _ ("id %s is in use already"), text);
  return FALSE;
}

static gboolean
check_ids (MarathonEvent *event, const MarathonEntrant *values, guint n, GError **error)
{
  g_autoptr (MarathonKeySet) seen = n > 1 ? marathon_key_set_new () : NULL;

  for (guint i = 0; i < n; i++)
    {
      g_return_val_if_fail (values[i].id != 0, FALSE);
      if (marathon_event_has_entrant (event, values[i].id) || (seen != NULL && !marathon_key_set_add (seen, values[i].id)))
        return refuse_id (values[i].id, error);
    }
  return TRUE;
}

static gboolean
check_limit (MarathonEvent *event, guint n, GError **error)
{
  guint64 size = (guint64) marathon_roster_get_size (event->places[0]) + marathon_roster_get_size (event->places[1]) + n;

  if (size <= MARATHON_MAX_ENTRANTS)
    return TRUE;
  g_set_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_LIMIT, _ ("an event holds at most %u entrants"),
               MARATHON_MAX_ENTRANTS);
  return FALSE;
}

/* Claims for all values, or for none. */
static gboolean
claim_all (MarathonEvent *event, MarathonPlace place, const MarathonEntrant *values, guint n, GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      if (marathon_event_claim (event, place, values, i, error))
        continue;
      while (i-- > 0)
        marathon_event_release (event, place, &values[i]);
      return FALSE;
    }
  return TRUE;
}

/* The same for new entrants: their ids must differ from those of all guides, their own included. */
static gboolean
claim_new (MarathonEvent *event, MarathonPlace place, const MarathonEntrant *values, guint n, GError **error)
{
  if (!claim_all (event, place, values, n, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (marathon_key_set_contains (event->guide_ids, values[i].id))
      {
        for (guint claimed = 0; claimed < n; claimed++)
          marathon_event_release (event, place, &values[claimed]);
        return refuse_id (values[i].id, error);
      }
  return TRUE;
}

gboolean
marathon_event_insert_entrants (MarathonEvent         *event,
                                MarathonPlace          place,
                                const guint32         *positions,
                                const MarathonEntrant *values,
                                guint                  n,
                                GError               **error)
{
  if (!check_limit (event, n, error) || !check_ids (event, values, n, error)
      || !marathon_event_check_guides (event, values, n, error) || !claim_new (event, place, values, n, error))
    return FALSE;
  marathon_roster_insert (event->places[place], positions, values, n);
  return TRUE;
}

/* --- Removing --- */

static gboolean
refuse_removal (const char *who, GError **error)
{
  g_set_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_REFERENCE,
               _ ("the entrant cannot be removed: “%s” still refers to it"), who);
  return FALSE;
}

static gboolean
check_not_named_by_records (MarathonEvent *event, const MarathonKeySet *leaving, GError **error)
{
  MarathonRecordList *officials = event->lists[MARATHON_LIST_OFFICIALS];
  MarathonRecordList *decisions = event->lists[MARATHON_LIST_DECISIONS];

  for (guint i = 0; i < marathon_record_list_get_size (officials); i++)
    {
      MarathonOfficial *official = marathon_record_list_get (officials, i);

      if (marathon_key_set_contains (leaving, official->entrant))
        return refuse_removal (marathon_record_get_key (MARATHON_RECORD (official)), error);
    }
  for (guint i = 0; i < marathon_record_list_get_size (decisions); i++)
    {
      MarathonDecision *decision = marathon_record_list_get (decisions, i);

      if (marathon_key_set_contains (leaving, decision->first) || marathon_key_set_contains (leaving, decision->second))
        return refuse_removal (marathon_record_get_key (MARATHON_RECORD (decision)), error);
    }
  return TRUE;
}

/* Guides who run as entrants too; those of athletes who leave with them do not count. */
static gboolean
check_not_named_by_guides (MarathonEvent *event, const MarathonKeySet *leaving, GError **error)
{
  for (guint p = 0; p < G_N_ELEMENTS (event->places); p++)
    for (guint i = 0; i < marathon_roster_get_size (event->places[p]); i++)
      {
        const MarathonEntrant *entrant = marathon_roster_get (event->places[p], i);
        MarathonDetailsView view;

        if (entrant->details == 0)
          continue;
        marathon_details_store_get (event->details, entrant->details, &view);
        for (guint g = 0; g < view.n_guides; g++)
          if (marathon_key_set_contains (leaving, view.guides[g].entrant) && !marathon_key_set_contains (leaving, entrant->id))
            {
              g_autofree char *name = marathon_event_describe_entrant (event, entrant);

              return refuse_removal (name, error);
            }
      }
  return TRUE;
}

gboolean
marathon_event_remove_entrants (MarathonEvent *event,
                                MarathonPlace  place,
                                const guint32 *positions,
                                guint          n,
                                GError       **error)
{
  MarathonRoster *roster = event->places[place];
  g_autoptr (MarathonKeySet) leaving = marathon_key_set_new ();

  for (guint i = 0; i < n; i++)
    marathon_key_set_add (leaving, marathon_roster_get (roster, positions[i])->id);
  if (!check_not_named_by_records (event, leaving, error) || !check_not_named_by_guides (event, leaving, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    marathon_event_release (event, place, marathon_roster_get (roster, positions[i]));
  marathon_roster_remove (roster, positions, n);
  return TRUE;
}

gboolean
marathon_event_transfer_entrants (MarathonEvent *event,
                                  MarathonPlace  from,
                                  const guint32 *from_positions,
                                  const guint32 *to_positions,
                                  guint          n,
                                  GError       **error)
{
  MarathonPlace to = from == MARATHON_PLACE_ROSTER ? MARATHON_PLACE_BIN : MARATHON_PLACE_ROSTER;
  g_autofree MarathonEntrant *values = g_new (MarathonEntrant, n);

  for (guint i = 0; i < n; i++)
    {
      values[i] = *marathon_roster_get (event->places[from], from_positions[i]);
      marathon_event_release (event, from, &values[i]);
    }
  if (!claim_all (event, to, values, n, error))
    {
      claim_all (event, from, values, n, NULL);
      return FALSE;
    }
  marathon_roster_remove (event->places[from], from_positions, n);
  marathon_roster_insert (event->places[to], to_positions, values, n);
  return TRUE;
}

/* Whether a change of the value can touch bibs or guides. */
static gboolean
needs_claim (const MarathonEntrant *old, const MarathonEntrant *value)
{
  return old->bib_prefix != value->bib_prefix || old->bib_number != value->bib_number || (old->bib == 0) != (value->bib == 0)
         || old->details != value->details;
}

static void
restore_claims (MarathonEvent *event, MarathonPlace place, const guint32 *positions, const MarathonEntrant *values,
                guint n, guint n_claimed)
{
  MarathonRoster *roster = event->places[place];

  for (guint i = 0; i < n_claimed; i++)
    if (needs_claim (marathon_roster_get (roster, positions[i]), &values[i]))
      marathon_event_release (event, place, &values[i]);
  for (guint i = 0; i < n; i++)
    if (needs_claim (marathon_roster_get (roster, positions[i]), &values[i]))
      marathon_event_claim (event, place, marathon_roster_get (roster, positions[i]), 0, NULL);
}

gboolean
marathon_event_replace_entrants (MarathonEvent         *event,
                                 MarathonPlace          place,
                                 const guint32         *positions,
                                 const MarathonEntrant *values,
                                 guint                  n,
                                 GError               **error)
{
  MarathonRoster *roster = event->places[place];

  if (!marathon_event_check_guides (event, values, n, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const MarathonEntrant *old = marathon_roster_get (roster, positions[i]);

      g_return_val_if_fail (old->id == values[i].id, FALSE);
      if (needs_claim (old, &values[i]))
        marathon_event_release (event, place, old);
    }
  for (guint i = 0; i < n; i++)
    if (needs_claim (marathon_roster_get (roster, positions[i]), &values[i])
        && !marathon_event_claim (event, place, values, i, error))
      {
        restore_claims (event, place, positions, values, n, i);
        return FALSE;
      }
  marathon_roster_replace (roster, positions, values, n);
  return TRUE;
}

gboolean
marathon_event_append_entrant (MarathonEvent         *event,
                               MarathonPlace          place,
                               const MarathonEntrant *value,
                               GError               **error)
{
  if (!check_limit (event, 1, error) || !check_ids (event, value, 1, error)
      || !claim_new (event, place, value, 1, error))
    return FALSE;
  marathon_roster_append_quietly (event->places[place], value);
  return TRUE;
}
