/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The laws of the wave plan. Everything is found anew for each entrant by walking the whole event.
 */
#include "planning/wave-laws.h"

#include "model/group.h"
#include "model/wave.h"

#define MAX_MEMBERS 64

/* Those who have to be in one wave. */
typedef struct {
  guint members[MAX_MEMBERS];
  guint n;
  gboolean is_alone; /* one of a group that no wave takes whole */
} Unit;

static guint
size_of (MarathonEvent *event)
{
  return marathon_roster_get_size (marathon_event_get_roster (event));
}

static const MarathonEntrant *
entrant_at (MarathonEvent *event, guint position)
{
  return marathon_roster_get (marathon_event_get_roster (event), position);
}

static guint
count_waves (MarathonEvent *event)
{
  return marathon_record_list_get_size (marathon_event_get_list (event, MARATHON_LIST_WAVES));
}

static MarathonWave *
wave_at (MarathonEvent *event, guint index)
{
  return marathon_record_list_get (marathon_event_get_list (event, MARATHON_LIST_WAVES), index);
}

/* The place of a wave in the list; the number of waves for none. */
static guint
index_of (MarathonEvent *event, guint32 handle)
{
  for (guint i = 0; i < count_waves (event); i++)
    if (marathon_record_get_handle (MARATHON_RECORD (wave_at (event, i))) == handle)
      return i;
  return count_waves (event);
}

static gboolean
is_sticky (const MarathonEntrant *entrant)
{
  return marathon_entrant_has_flag (entrant, MARATHON_FLAG_COLLECTED)
         || marathon_entrant_has_flag (entrant, MARATHON_FLAG_PRINTED)
         || marathon_entrant_has_flag (entrant, MARATHON_FLAG_WAVE_PINNED);
}

static gboolean
is_fixed (const MarathonEntrant *entrant)
{
  return entrant->wave != 0 && is_sticky (entrant);
}

static gboolean
is_accepted (const MarathonEntrant *entrant)
{
  return entrant->status == MARATHON_STATUS_ACCEPTED;
}

static gboolean
keeps_together (MarathonEvent *event, guint32 group)
{
  MarathonGroup *record = group == 0 ? NULL : marathon_event_get_record (event, MARATHON_LIST_GROUPS, group);

  return record != NULL && record->together;
}

/* --- For whom a wave is --- */

static gboolean
names_category (const MarathonWave *wave, guint32 category)
{
  for (guint i = 0; wave->categories != NULL && wave->categories[i] != 0; i++)
    if (wave->categories[i] == category)
      return TRUE;
  return FALSE;
}

static gboolean
is_for_category (MarathonEvent *event, const MarathonWave *wave, guint32 category)
{
  if (wave->categories != NULL && wave->categories[0] != 0)
    return names_category (wave, category);
  for (guint i = 0; i < count_waves (event); i++)
    if (names_category (wave_at (event, i), category))
      return FALSE;
  return TRUE;
}

static gboolean
names_routes (const MarathonWave *wave)
{
  return wave->routes != NULL && wave->routes[0] != NULL;
}

static gboolean
is_for (MarathonEvent *event, const MarathonWave *wave, const MarathonEntrant *entrant)
{
  return is_for_category (event, wave, entrant->category)
         && (!names_routes (wave) || g_strv_contains (wave->routes, marathon_event_text (event, entrant->route)));
}

static gboolean
is_for_all (MarathonEvent *event, const MarathonWave *wave, const Unit *unit)
{
  for (guint i = 0; i < unit->n; i++)
    if (!is_for (event, wave, entrant_at (event, unit->members[i])))
      return FALSE;
  return TRUE;
}

/* --- Speed --- */

static int
compare_numbers (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

static int
compare_speed (const MarathonWave *a, const MarathonWave *b)
{
  int order = compare_numbers (a->to == 0 ? G_MAXINT64 : a->to, b->to == 0 ? G_MAXINT64 : b->to);

  if (order == 0)
    order = compare_numbers (a->from, b->from);
  if (order == 0 && a->to == 0 && a->from == 0)
    order = compare_numbers (a->time < 0 ? G_MAXINT : a->time, b->time < 0 ? G_MAXINT : b->time);
  return order;
}

/* The slowest predicted time of the unit, with the default; sets @lacks where one is not known. */
static MarathonTime
time_of (MarathonEvent *event, const Unit *unit, gboolean *lacks)
{
  MarathonTime slowest = 0;

  *lacks = FALSE;
  for (guint i = 0; i < unit->n; i++)
    {
      MarathonTime time = entrant_at (event, unit->members[i])->predicted;

      if (time == 0)
        time = marathon_event_get_rules (event)->default_predicted;
      if (time == 0)
        *lacks = TRUE;
      slowest = MAX (slowest, time);
    }
  return slowest;
}

static gboolean
is_early (MarathonEvent *event, const Unit *unit, const MarathonWave *wave)
{
  gboolean lacks;
  MarathonTime time = time_of (event, unit, &lacks);

  return time != 0 && wave->to != 0 && time >= wave->to;
}

/* Whether a wave of the unit, of those that name routes or of the others, is slower than @wave. */
static gboolean
has_slower (MarathonEvent *event, const Unit *unit, const MarathonWave *wave)
{
  for (guint i = 0; i < count_waves (event); i++)
    {
      MarathonWave *other = wave_at (event, i);

      if (names_routes (other) == names_routes (wave) && is_for_all (event, other, unit) && compare_speed (other, wave) > 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether the time alone lets the unit into the wave. */
static gboolean
time_allows (MarathonEvent *event, const Unit *unit, const MarathonWave *wave)
{
  gboolean lacks;

  time_of (event, unit, &lacks);
  return is_for_all (event, wave, unit) && !is_early (event, unit, wave) && !(lacks && has_slower (event, unit, wave));
}

/* As above, and no wave that names the route is faster than one that does not, which is for overflow only; those that name
 * it and are for any time are neither faster nor slower. */
static gboolean
is_allowed (MarathonEvent *event, const Unit *unit, const MarathonWave *wave)
{
  const MarathonWave *fastest = NULL;

  if (!time_allows (event, unit, wave))
    return FALSE;
  for (guint i = 0; i < count_waves (event); i++)
    {
      MarathonWave *other = wave_at (event, i);

      if (names_routes (other) && time_allows (event, unit, other)
          && (fastest == NULL || compare_speed (other, fastest) < 0))
        fastest = other;
    }
  return names_routes (wave) || fastest == NULL || (fastest->from == 0 && fastest->to == 0)
         || compare_speed (wave, fastest) >= 0;
}

/* The wave of the slowest fixed member of the unit's group, where the unit may follow. */
static const MarathonWave *
find_lead (MarathonEvent *event, const Unit *unit)
{
  guint32 group = entrant_at (event, unit->members[0])->group;
  const MarathonWave *lead = NULL;

  for (guint i = 0; i < size_of (event) && keeps_together (event, group) && !unit->is_alone; i++)
    {
      const MarathonEntrant *entrant = entrant_at (event, i);

      if (entrant->group == group && is_accepted (entrant) && is_fixed (entrant))
        {
          const MarathonWave *wave = wave_at (event, index_of (event, entrant->wave));

          if (lead == NULL || compare_speed (wave, lead) > 0)
            lead = wave;
        }
    }
  return lead == NULL || !is_for_all (event, lead, unit) || is_early (event, unit, lead) ? NULL : lead;
}

/* <0 where @a is the better wave for the unit. NULL, no wave, is the worst. Both are allowed. */
static int
compare_waves (MarathonEvent *event, const Unit *unit, const MarathonWave *a, const MarathonWave *b)
{
  const MarathonWave *lead = find_lead (event, unit);

  if (a == NULL || b == NULL)
    return compare_numbers (a == NULL, b == NULL);
  if (a == lead || b == lead)
    return compare_numbers (a != lead, b != lead);
  if (names_routes (a) != names_routes (b))
    return names_routes (a) ? -1 : 1;
  return compare_speed (a, b);
}

int
wave_laws_compare (MarathonEvent *event, guint position, guint32 wave_a, guint32 wave_b)
{
  Unit unit = { { position }, 1, TRUE };
  guint a = index_of (event, wave_a), b = index_of (event, wave_b), n = count_waves (event);

  return compare_waves (event, &unit, a < n ? wave_at (event, a) : NULL, b < n ? wave_at (event, b) : NULL);
}

/* --- Units --- */

static gboolean
is_any_for_all (MarathonEvent *event, const Unit *unit)
{
  for (guint i = 0; i < count_waves (event); i++)
    if (is_for_all (event, wave_at (event, i), unit))
      return TRUE;
  return FALSE;
}

/* Those of the group who are not fixed, with or without those who will be as soon as they have a wave. */
static Unit
list_members (MarathonEvent *event, guint32 group, gboolean with_sticky)
{
  Unit unit = { { 0 }, 0, FALSE };

  for (guint i = 0; i < size_of (event); i++)
    {
      const MarathonEntrant *entrant = entrant_at (event, i);

      if (entrant->group == group && is_accepted (entrant) && !is_fixed (entrant) && (with_sticky || !is_sticky (entrant)))
        unit.members[unit.n++] = i;
    }
  return unit;
}

/* The unit of the entrant at @position, as @before says who is fixed. */
static Unit
find_unit (MarathonEvent *before, guint position)
{
  const MarathonEntrant *entrant = entrant_at (before, position);
  Unit alone = { { position }, 1, FALSE };
  Unit unit;

  if (!keeps_together (before, entrant->group))
    return alone;
  unit = list_members (before, entrant->group, TRUE);
  if (unit.n == 1 || is_any_for_all (before, &unit))
    return unit;
  unit = list_members (before, entrant->group, FALSE);
  if (!is_sticky (entrant) && (unit.n == 1 || is_any_for_all (before, &unit)))
    return unit;
  alone.is_alone = TRUE;
  return alone;
}

static guint
count_people (MarathonEvent *event, const MarathonEntrant *entrant)
{
  MarathonDetailsView view;

  marathon_details_store_get (marathon_event_get_details (event), entrant->details, &view);
  return 1 + view.n_guides;
}

/* People in the wave: all who count, and of them those whom the plan had to leave where they were. */
static void
count_wave (MarathonEvent *before, MarathonEvent *after, guint32 handle, guint *all, guint *fixed)
{
  *all = *fixed = 0;
  for (guint i = 0; i < size_of (after); i++)
    {
      const MarathonEntrant *entrant = entrant_at (after, i);
      gboolean is_left = is_accepted (entrant) ? is_fixed (entrant_at (before, i))
                                               : marathon_entrant_has_flag (entrant, MARATHON_FLAG_COLLECTED);

      if (entrant->wave != handle || (!is_accepted (entrant) && !is_left))
        continue;
      *all += count_people (after, entrant);
      *fixed += is_left ? count_people (after, entrant) : 0;
    }
}

/* --- The laws --- */

static gboolean
has_newcomer (MarathonEvent *before, MarathonEvent *after, guint32 wave)
{
  for (guint i = 0; i < size_of (after); i++)
    if (is_accepted (entrant_at (after, i)) && entrant_at (after, i)->wave == wave && entrant_at (before, i)->wave != wave)
      return TRUE;
  return FALSE;
}

/* The capacity binds everybody whom the plan may move, the headroom only those who come new. */
static void
check_capacities (MarathonEvent *before, MarathonEvent *after)
{
  for (guint i = 0; i < count_waves (after); i++)
    {
      MarathonWave *wave = wave_at (after, i);
      guint32 handle = marathon_record_get_handle (MARATHON_RECORD (wave));
      guint all, fixed;

      count_wave (before, after, handle, &all, &fixed);
      if (wave->capacity == 0 || all == fixed)
        continue;
      g_assert_cmpint (all, <=, wave->capacity);
      if (has_newcomer (before, after, handle))
        g_assert_cmpint (all, <=, (gint64) wave->capacity - wave->headroom);
    }
}

/* Nobody leaves a wave that is within its capacity, but for a better one. */
static void
check_stay (MarathonEvent *before, const Unit *unit, const MarathonWave *there)
{
  guint32 handle = entrant_at (before, unit->members[0])->wave;
  const MarathonWave *was = handle == 0 ? NULL : wave_at (before, index_of (before, handle));
  guint all, fixed;

  for (guint i = 1; i < unit->n; i++)
    if (entrant_at (before, unit->members[i])->wave != handle)
      return;
  if (was == NULL || was == there || (!is_allowed (before, unit, was) && was != find_lead (before, unit)))
    return;
  count_wave (before, before, handle, &all, &fixed);
  if (was->capacity == 0 || all <= was->capacity)
    g_assert_cmpint (compare_waves (before, unit, there, was), <, 0);
}

static void
check_tight (MarathonEvent *before, MarathonEvent *after, const Unit *unit, const MarathonWave *there)
{
  guint people = 0;

  for (guint i = 0; i < unit->n; i++)
    people += count_people (before, entrant_at (before, unit->members[i]));
  for (guint i = 0; i < count_waves (before); i++)
    {
      MarathonWave *wave = wave_at (before, i);
      guint all, fixed;

      if ((!is_allowed (before, unit, wave) && wave != find_lead (before, unit))
          || compare_waves (before, unit, wave, there) >= 0)
        continue;
      count_wave (before, after, marathon_record_get_handle (MARATHON_RECORD (wave)), &all, &fixed);
      g_assert_cmpuint (wave->capacity, !=, 0);
      g_assert_cmpint ((gint64) all + people, >, (gint64) wave->capacity - wave->headroom);
    }
}

static void
check_unit (MarathonEvent *before, MarathonEvent *after, const Unit *unit)
{
  guint32 handle = entrant_at (after, unit->members[0])->wave;
  const MarathonWave *there = handle == 0 ? NULL : wave_at (before, index_of (before, handle));

  for (guint i = 0; i < unit->n; i++)
    g_assert_cmpuint (entrant_at (after, unit->members[i])->wave, ==, handle);
  if (there != NULL)
    {
      g_assert_false (is_early (before, unit, there));
      g_assert_true (is_allowed (before, unit, there) || there == find_lead (before, unit));
    }
  check_stay (before, unit, there);
  check_tight (before, after, unit, there);
}

static guint
count_unplaced (const MarathonPlan *plan, guint position)
{
  guint n = 0;

  for (guint i = 0; i < marathon_plan_get_n_unplaced (plan); i++)
    n += marathon_plan_get_unplaced (plan, i)->position == position;
  return n;
}

static void
check_whole (MarathonEvent *before, const MarathonPlan *plan, MarathonEvent *after)
{
  MarathonPlanCounts counts = { 0 };

  for (guint i = 0; i < size_of (before); i++)
    {
      const MarathonEntrant *was = entrant_at (before, i), *is = entrant_at (after, i);

      g_assert_cmpuint (count_unplaced (plan, i), ==, is_accepted (was) && is->wave == 0);
      if (!is_accepted (was) || is_fixed (was))
        g_assert_cmpuint (was->wave, ==, is->wave);
      if (!is_accepted (was))
        continue;
      counts.considered++;
      counts.fixed += is_fixed (was);
      counts.unplaced += is->wave == 0;
      counts.kept += !is_fixed (was) && is->wave != 0 && is->wave == was->wave;
      counts.changed += is->wave != 0 && is->wave != was->wave;
      counts.placed += is->wave != 0 && was->wave == 0;
      counts.moved += is->wave != 0 && was->wave != 0 && is->wave != was->wave;
    }
  g_assert_cmpmem (&counts, sizeof counts, &plan->counts, sizeof plan->counts);
}

void
wave_laws_check (MarathonEvent *before, const MarathonPlan *plan, MarathonEvent *after)
{
  check_whole (before, plan, after);
  check_capacities (before, after);
  for (guint i = 0; i < size_of (before); i++)
    {
      const MarathonEntrant *entrant = entrant_at (before, i);

      if (is_accepted (entrant) && !is_fixed (entrant))
        {
          Unit unit = find_unit (before, i);

          check_unit (before, after, &unit);
        }
    }
}
