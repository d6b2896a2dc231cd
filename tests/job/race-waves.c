/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The waves of a planned event.
 */
#include "job/race-waves.h"

#include "model/group.h"
#include "model/wave.h"

/* Those who start as one: an entrant, or the accepted members of a group that starts together. */
typedef struct {
  GArray *members; /* of guint: positions */
  guint people;    /* guides included */
  MarathonTime predicted;
} Unit;

typedef struct {
  MarathonEvent *event;
  MarathonRecordList *waves;
  gint64 *people; /* in each wave */
} Race;

static const MarathonEntrant *
entrant_at (const Race *race, guint position)
{
  return marathon_roster_get (marathon_event_get_roster (race->event), position);
}

static MarathonWave *
wave_at (const Race *race, guint index)
{
  return marathon_record_list_get (race->waves, index);
}

static guint
count_people (const Race *race, const MarathonEntrant *entrant)
{
  MarathonDetailsView view;

  marathon_details_store_get (marathon_event_get_details (race->event), entrant->details, &view);
  return 1 + view.n_guides;
}

/* --- Units --- */

static void
unit_free (Unit *unit)
{
  g_array_unref (unit->members);
  g_free (unit);
}

static void
add_member (const Race *race, Unit *unit, guint position)
{
  const MarathonEntrant *entrant = entrant_at (race, position);
  MarathonTime predicted = entrant->predicted;

  if (predicted == MARATHON_TIME_NONE)
    predicted = marathon_event_get_rules (race->event)->default_predicted;
  /* Who has no time at all would go to the slowest waves only; events for this check have a default. */
  g_assert_cmpint (predicted, !=, MARATHON_TIME_NONE);
  unit->predicted = MAX (unit->predicted, predicted);
  unit->people += count_people (race, entrant);
  g_array_append_val (unit->members, position);
}

static Unit *
unit_new (const Race *race, guint position)
{
  Unit *unit = g_new0 (Unit, 1);

  unit->members = g_array_new (FALSE, FALSE, sizeof (guint));
  if (position != G_MAXUINT)
    add_member (race, unit, position);
  return unit;
}

static gboolean
takes_category (const Race *race, const MarathonWave *wave, guint32 category)
{
  if (wave->categories[0] != 0)
    return marathon_handles_contain (wave->categories, category);
  for (guint i = 0; i < marathon_record_list_get_size (race->waves); i++)
    if (marathon_handles_contain (wave_at (race, i)->categories, category))
      return FALSE;
  return TRUE;
}

static gboolean
takes_route (const Race *race, const MarathonWave *wave, const MarathonEntrant *entrant)
{
  return wave->routes[0] == NULL || g_strv_contains (wave->routes, marathon_event_text (race->event, entrant->route));
}

static gboolean
takes (const Race *race, const MarathonWave *wave, const MarathonEntrant *entrant)
{
  return takes_category (race, wave, entrant->category) && takes_route (race, wave, entrant);
}

static gboolean
takes_all (const Race *race, const MarathonWave *wave, const Unit *unit)
{
  for (guint i = 0; i < unit->members->len; i++)
    if (!takes (race, wave, entrant_at (race, g_array_index (unit->members, guint, i))))
      return FALSE;
  return TRUE;
}

static gboolean
is_any_for (const Race *race, const Unit *unit)
{
  for (guint i = 0; i < marathon_record_list_get_size (race->waves); i++)
    if (takes_all (race, wave_at (race, i), unit))
      return TRUE;
  return FALSE;
}

static guint32
together_group_of (const Race *race, const MarathonEntrant *entrant)
{
  MarathonGroup *group =
    entrant->group == 0 ? NULL : marathon_event_get_record (race->event, MARATHON_LIST_GROUPS, entrant->group);

  return group != NULL && group->together ? entrant->group : 0;
}

/* Members of a group for which there is no wave that takes all of them start alone. */
static void
add_group (const Race *race, Unit *unit, GPtrArray *units)
{
  if (is_any_for (race, unit))
    {
      g_ptr_array_add (units, unit);
      return;
    }
  for (guint i = 0; i < unit->members->len; i++)
    g_ptr_array_add (units, unit_new (race, g_array_index (unit->members, guint, i)));
  unit_free (unit);
}

static GPtrArray *
list_units (const Race *race)
{
  GPtrArray *units = g_ptr_array_new_with_free_func ((GDestroyNotify) unit_free);
  g_autoptr (GHashTable) by_group = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer unit;

  for (guint i = 0; i < marathon_roster_get_size (marathon_event_get_roster (race->event)); i++)
    {
      const MarathonEntrant *entrant = entrant_at (race, i);
      guint32 group = together_group_of (race, entrant);

      if (entrant->status != MARATHON_STATUS_ACCEPTED)
        continue;
      g_assert_cmpuint (entrant->flags & (MARATHON_FLAG_COLLECTED | MARATHON_FLAG_PRINTED | MARATHON_FLAG_WAVE_PINNED),
                        ==, 0);
      if (group == 0)
        {
          g_ptr_array_add (units, unit_new (race, i));
          continue;
        }
      if (!g_hash_table_contains (by_group, GUINT_TO_POINTER (group)))
        g_hash_table_insert (by_group, GUINT_TO_POINTER (group), unit_new (race, G_MAXUINT));
      add_member (race, g_hash_table_lookup (by_group, GUINT_TO_POINTER (group)), i);
    }
  g_hash_table_iter_init (&iter, by_group);
  while (g_hash_table_iter_next (&iter, NULL, &unit))
    add_group (race, unit, units);
  return units;
}

/* --- Speed --- */

static gboolean
is_slower (const MarathonWave *a, const MarathonWave *b)
{
  MarathonTime to_a = a->to != MARATHON_TIME_NONE ? a->to : G_MAXINT32;
  MarathonTime to_b = b->to != MARATHON_TIME_NONE ? b->to : G_MAXINT32;

  if (to_a != to_b || a->from != b->from)
    return to_a != to_b ? to_a > to_b : a->from > b->from;
  return to_a == G_MAXINT32 && a->from == MARATHON_TIME_NONE && a->time > b->time;
}

/* Of two waves that take somebody: one that names the entry route comes first, then the faster one. */
static gboolean
is_better (const MarathonWave *a, const MarathonWave *b)
{
  gboolean a_names = a->routes[0] != NULL, b_names = b->routes[0] != NULL;

  return a_names != b_names ? a_names : is_slower (b, a);
}

gboolean
race_waves_is_worse (MarathonEvent *event, guint32 a, guint32 b)
{
  if (a == 0 || b == 0)
    return a == 0 && b != 0;
  return is_better (marathon_event_get_record (event, MARATHON_LIST_WAVES, b),
                    marathon_event_get_record (event, MARATHON_LIST_WAVES, a));
}

static gboolean
is_too_early (const MarathonWave *wave, const Unit *unit)
{
  return wave->to != MARATHON_TIME_NONE && unit->predicted >= wave->to;
}

/* --- The laws --- */

static void
count_waves (Race *race)
{
  for (guint i = 0; i < marathon_roster_get_size (marathon_event_get_roster (race->event)); i++)
    {
      const MarathonEntrant *entrant = entrant_at (race, i);
      gpointer wave = marathon_event_get_record (race->event, MARATHON_LIST_WAVES, entrant->wave);

      if (entrant->status != MARATHON_STATUS_ACCEPTED)
        g_assert_null (wave);
      else if (wave != NULL)
        race->people[marathon_record_list_get_position (race->waves, wave)] += count_people (race, entrant);
    }
}

static gint64
count_room (const MarathonWave *wave)
{
  return wave->capacity == 0 ? G_MAXINT64 : (gint64) wave->capacity - wave->headroom;
}

static void
check_unit (const Race *race, const Unit *unit)
{
  const MarathonEntrant *first = entrant_at (race, g_array_index (unit->members, guint, 0));
  MarathonWave *there = marathon_event_get_record (race->event, MARATHON_LIST_WAVES, first->wave);
  g_autofree char *name = marathon_event_describe_entrant (race->event, first);

  for (guint i = 1; i < unit->members->len; i++)
    g_assert_cmpuint (entrant_at (race, g_array_index (unit->members, guint, i))->wave, ==, first->wave);
  if (there != NULL && !takes_all (race, there, unit))
    g_error ("%s: %s is not for the category or the route", name, there->name);
  if (there != NULL && is_too_early (there, unit))
    g_error ("%s: %s is too early", name, there->name);
  for (guint i = 0; i < marathon_record_list_get_size (race->waves); i++)
    {
      MarathonWave *wave = wave_at (race, i);

      if (takes_all (race, wave, unit) && !is_too_early (wave, unit) && (there == NULL || is_better (wave, there))
          && race->people[i] + unit->people <= count_room (wave))
        g_error ("%s is in %s while %s has room", name, there != NULL ? there->name : "no wave", wave->name);
    }
}

static guint
count_unplaced (const Race *race)
{
  guint n = 0;

  for (guint i = 0; i < marathon_roster_get_size (marathon_event_get_roster (race->event)); i++)
    n += entrant_at (race, i)->status == MARATHON_STATUS_ACCEPTED && entrant_at (race, i)->wave == 0;
  return n;
}

guint
race_waves_check (MarathonEvent *event)
{
  Race race = { event, marathon_event_get_list (event, MARATHON_LIST_WAVES), NULL };
  guint n_waves = marathon_record_list_get_size (race.waves);
  g_autofree gint64 *people = race.people = g_new0 (gint64, n_waves);
  g_autoptr (GPtrArray) units = list_units (&race);

  count_waves (&race);
  for (guint i = 0; i < n_waves; i++)
    g_assert_cmpint (people[i], <=, count_room (wave_at (&race, i)));
  for (guint i = 0; i < units->len; i++)
    check_unit (&race, g_ptr_array_index (units, i));
  return count_unplaced (&race);
}
