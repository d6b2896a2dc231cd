/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Start units, made in one walk over the roster and one over the members found.
 */
#include "planning/start-unit.h"

#include "model/group.h"

#define NO_UNIT G_MAXUINT32

/* What is gathered while walking. */
typedef struct {
  MarathonEvent *event;
  GHashTable *by_group; /* handle → number of the unit + 1, or 0 for a group that does not keep together */
  GArray *units;
  GArray *unit_of; /* of guint32: for each member its unit */
  GArray *members; /* of guint32: positions in the order of the roster */
} Gathering;

guint
marathon_entrant_count_people (MarathonEvent *event, const MarathonEntrant *entrant)
{
  MarathonDetailsView view;

  if (entrant->details == 0)
    return 1;
  marathon_details_store_get (marathon_event_get_details (event), entrant->details, &view);
  return 1 + view.n_guides;
}

/* --- Measuring --- */

static void
slow_down (MarathonStartUnit *unit, MarathonTime predicted, MarathonTime default_time)
{
  MarathonTime time = predicted != MARATHON_TIME_NONE ? predicted : default_time;

  if (time == MARATHON_TIME_NONE)
    unit->lacks_time = TRUE;
  if (time <= unit->predicted)
    return;
  unit->predicted = time;
  unit->is_default = predicted == MARATHON_TIME_NONE;
}

void
marathon_start_unit_measure (MarathonStartUnit *unit, MarathonEvent *event, const guint32 *members)
{
  const MarathonRoster *roster = marathon_event_get_roster (event);
  MarathonTime default_time = marathon_event_get_rules (event)->default_predicted;

  unit->id = G_MAXUINT64;
  unit->people = 0;
  unit->predicted = MARATHON_TIME_NONE;
  unit->is_default = FALSE;
  unit->lacks_time = FALSE;
  unit->entered = 0;
  for (guint i = 0; i < unit->n_members; i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (roster, members[i]);

      unit->id = MIN (unit->id, entrant->id);
      unit->people += marathon_entrant_count_people (event, entrant);
      slow_down (unit, entrant->predicted, default_time);
      if (i == 0 || unit->entered != 0)
        unit->entered = entrant->entered == 0 ? 0 : MAX (unit->entered, entrant->entered);
    }
}

/* --- Gathering --- */

static gboolean
is_together (Gathering *gathering, guint32 handle)
{
  MarathonGroup *group = marathon_event_get_record (gathering->event, MARATHON_LIST_GROUPS, handle);

  return group != NULL && group->together;
}

/* The unit of the entrant's group, or NO_UNIT where one is to be made. */
static guint32
find_unit (Gathering *gathering, guint32 group, gboolean *together)
{
  gpointer value;

  *together = FALSE;
  if (group == 0)
    return NO_UNIT;
  if (g_hash_table_lookup_extended (gathering->by_group, GUINT_TO_POINTER (group), NULL, &value))
    {
      *together = value != NULL;
      return value == NULL ? NO_UNIT : GPOINTER_TO_UINT (value) - 1;
    }
  *together = is_together (gathering, group);
  value = *together ? GUINT_TO_POINTER (gathering->units->len + 1) : NULL;
  g_hash_table_insert (gathering->by_group, GUINT_TO_POINTER (group), value);
  return NO_UNIT;
}

static void
gather (Gathering *gathering, guint32 position, const MarathonEntrant *entrant)
{
  MarathonStartUnit fresh = { 0 };
  gboolean together;
  guint32 number = find_unit (gathering, entrant->group, &together);

  if (number == NO_UNIT)
    {
      number = gathering->units->len;
      fresh.group = together ? entrant->group : 0;
      g_array_append_val (gathering->units, fresh);
    }
  g_array_index (gathering->units, MarathonStartUnit, number).n_members++;
  g_array_append_val (gathering->members, position);
  g_array_append_val (gathering->unit_of, number);
}

/* Puts the members of each unit side by side. */
static MarathonStartUnits *
arrange (Gathering *gathering)
{
  MarathonStartUnits *units = g_new0 (MarathonStartUnits, 1);
  g_autofree guint32 *next = g_new (guint32, MAX (gathering->units->len, 1));
  guint32 first = 0;

  units->n_units = gathering->units->len;
  units->n_members = gathering->members->len;
  units->units = (MarathonStartUnit *) (gpointer) g_array_free (g_steal_pointer (&gathering->units), FALSE);
  units->members = g_new (guint32, MAX (units->n_members, 1));
  for (guint i = 0; i < units->n_units; i++)
    {
      units->units[i].first = next[i] = first;
      first += units->units[i].n_members;
    }
  for (guint i = 0; i < units->n_members; i++)
    units->members[next[g_array_index (gathering->unit_of, guint32, i)]++] =
      g_array_index (gathering->members, guint32, i);
  for (guint i = 0; i < units->n_units; i++)
    marathon_start_unit_measure (&units->units[i], gathering->event, units->members + units->units[i].first);
  return units;
}

MarathonStartUnits *
marathon_start_units_new (MarathonEvent *event, gboolean (*is_out) (const MarathonEntrant *entrant))
{
  const MarathonRoster *roster = marathon_event_get_roster (event);
  Gathering gathering = { .event = event };
  MarathonStartUnits *units;

  gathering.by_group = g_hash_table_new (NULL, NULL);
  gathering.units = g_array_new (FALSE, FALSE, sizeof (MarathonStartUnit));
  gathering.members = g_array_new (FALSE, FALSE, sizeof (guint32));
  gathering.unit_of = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < marathon_roster_get_size (roster); i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (roster, i);

      if (marathon_entrant_is_planned (entrant) && (is_out == NULL || !is_out (entrant)))
        gather (&gathering, i, entrant);
    }
  units = arrange (&gathering);
  g_hash_table_unref (gathering.by_group);
  g_array_unref (gathering.members);
  g_array_unref (gathering.unit_of);
  return units;
}

void
marathon_start_units_free (MarathonStartUnits *units)
{
  g_free (units->units);
  g_free (units->members);
  g_free (units);
}
