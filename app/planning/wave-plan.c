/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The wave plan: turns start units into seekers of a placement (planning/placement.h), settles it, and tells what changed and why.
 */
#include "planning/wave-plan.h"

#include <string.h>

#include "model/group.h"
#include "planning/placement.h"
#include "planning/reason.h"
#include "planning/start-unit.h"
#include "planning/wave-terms.h"

#define NO_PARTY G_MAXUINT32

/* Ranks of choices: where a member of the group is fixed, then the preferred waves; from there on it is overflow. */
#define FOLLOW_RANK 0
#define PREFERRED_RANK 1

/* Those who are placed as one: a start unit, or what is left of one that no wave takes whole. Its number is its seeker's. */
typedef struct {
  MarathonStartUnit unit;
  const guint32 *members; /* roster positions */
  guint32 profile;
  guint32 preferred; /* the wave that would be theirs were nobody else there, or MARATHON_NO_PLACE */
  guint32 follow;    /* the wave where a member of the group is fixed, or MARATHON_NO_PLACE */
  gboolean is_apart; /* not the whole unit */
  gboolean is_alone; /* one of a unit that could not be kept together at all: follows nobody */
} Party;

typedef struct {
  MarathonEvent *event;
  const MarathonRoster *roster;
  MarathonWaveTerms *terms;
  MarathonStartUnits *units;
  GArray *parties;
  GHashTable *leads; /* handle of a group → wave of its slowest fixed member + 1 */
  MarathonPlacement *placement;
  guint32 *buffer;         /* room for the choices of a profile … */
  MarathonChoice *choices; /* … and one more */
} Planning;

/* Whether the entrant will be fixed in a wave as soon as there is one. */
static gboolean
is_sticky (const MarathonEntrant *entrant)
{
  return (entrant->flags & (MARATHON_FLAG_COLLECTED | MARATHON_FLAG_PRINTED | MARATHON_FLAG_WAVE_PINNED)) != 0;
}

static gboolean
is_fixed (const MarathonEntrant *entrant)
{
  return entrant->wave != 0 && is_sticky (entrant);
}

static const MarathonEntrant *
member_of (const Planning *planning, const Party *party, guint index)
{
  return marathon_roster_get (planning->roster, party->members[index]);
}

static guint
profile_of (const Planning *planning, const MarathonEntrant *entrant)
{
  return marathon_wave_terms_find_profile (planning->terms, entrant->category, entrant->route);
}

/* --- Parties --- */

static gboolean
has_waves (const Planning *planning, guint profile)
{
  return marathon_wave_terms_get_profile (planning->terms, profile)->n_choices > 0;
}

/* Makes a party of @n of the unit's members. %FALSE where no wave takes them all; then it is not added, unless it is a single one. */
static gboolean
add_party (Planning *planning, const MarathonStartUnit *unit, const guint32 *members, guint n, gboolean is_alone)
{
  Party party = { .unit = *unit, .members = members, .preferred = MARATHON_NO_PLACE, .follow = MARATHON_NO_PLACE };

  party.is_apart = n != unit->n_members;
  party.is_alone = is_alone;
  party.unit.n_members = n;
  if (party.is_apart)
    marathon_start_unit_measure (&party.unit, planning->event, members);
  party.profile = profile_of (planning, member_of (planning, &party, 0));
  for (guint i = 1; i < n; i++)
    party.profile = marathon_wave_terms_intersect (planning->terms, party.profile,
                                                   profile_of (planning, member_of (planning, &party, i)));
  if (n > 1 && !has_waves (planning, party.profile))
    return FALSE;
  g_array_append_val (planning->parties, party);
  return TRUE;
}

/* Puts those who will be fixed behind the others, both in the order they had; returns how many others there are. */
static guint
part_sticky (const Planning *planning, guint32 *members, guint n)
{
  g_autofree guint32 *sticky = g_new (guint32, n);
  guint n_free = 0, n_sticky = 0;

  for (guint i = 0; i < n; i++)
    if (is_sticky (marathon_roster_get (planning->roster, members[i])))
      sticky[n_sticky++] = members[i];
    else
      members[n_free++] = members[i];
  memcpy (members + n_free, sticky, n_sticky * sizeof *members);
  return n_free;
}

static void
add_each (Planning *planning, const MarathonStartUnit *unit, const guint32 *members, guint n)
{
  for (guint i = 0; i < n; i++)
    add_party (planning, unit, members + i, 1, TRUE);
}

/* Where no wave takes all members, those who will be fixed go alone, as they will not be of the unit the next time. */
static void
add_unit (Planning *planning, const MarathonStartUnit *unit)
{
  guint32 *members = planning->units->members + unit->first;
  guint n_free;

  if (add_party (planning, unit, members, unit->n_members, FALSE))
    return;
  n_free = part_sticky (planning, members, unit->n_members);
  if (n_free > 0 && (n_free == unit->n_members || !add_party (planning, unit, members, n_free, FALSE)))
    add_each (planning, unit, members, n_free);
  add_each (planning, unit, members + n_free, unit->n_members - n_free);
}

/* --- Those who are fixed --- */

static gboolean
leads_group (const Planning *planning, const MarathonEntrant *entrant)
{
  MarathonGroup *group = entrant->group == 0
                           ? NULL
                           : marathon_event_get_record (planning->event, MARATHON_LIST_GROUPS, entrant->group);

  return group != NULL && group->together && marathon_entrant_is_planned (entrant);
}

/* Of several members who are fixed, the one in the slowest wave leads. */
static void
note_lead (Planning *planning, guint32 group, guint wave)
{
  gpointer key = GUINT_TO_POINTER (group);
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (planning->leads, key));

  if (known == 0 || marathon_wave_terms_get (planning->terms, known - 1)->level
                      < marathon_wave_terms_get (planning->terms, wave)->level)
    g_hash_table_insert (planning->leads, key, GUINT_TO_POINTER (wave + 1));
}

/* Counts an entrant whom the plan will not move: fixed ones, and those of another status who have collected their bib. */
static void
count_fixed (Planning *planning, const MarathonEntrant *entrant)
{
  guint wave = entrant->wave == 0 ? G_MAXUINT : marathon_wave_terms_find (planning->terms, entrant->wave);
  gboolean counts = marathon_entrant_is_planned (entrant) ? is_fixed (entrant)
                                                          : marathon_entrant_has_flag (entrant, MARATHON_FLAG_COLLECTED);

  if (wave == G_MAXUINT || !counts)
    return;
  marathon_placement_get_place (planning->placement, wave)->fixed +=
    marathon_entrant_count_people (planning->event, entrant);
  if (leads_group (planning, entrant))
    note_lead (planning, entrant->group, wave);
}

static void
set_places (Planning *planning)
{
  for (guint i = 0; i < marathon_wave_terms_get_size (planning->terms); i++)
    {
      const MarathonWaveTerm *term = marathon_wave_terms_get (planning->terms, i);
      MarathonPlacementPlace *place = marathon_placement_get_place (planning->placement, i);

      place->capacity = term->wave->capacity;
      place->headroom = term->wave->headroom;
      place->weight = term->weight;
    }
  for (guint i = 0; i < marathon_roster_get_size (planning->roster); i++)
    count_fixed (planning, marathon_roster_get (planning->roster, i));
}

/* --- Seekers --- */

/* Whether the party may follow its fixed member: the wave is for all of them, and not too early for those whose time is known. */
static gboolean
may_follow (const Planning *planning, const Party *party, guint lead)
{
  const MarathonWaveProfile *profile = marathon_wave_terms_get_profile (planning->terms, party->profile);

  return (profile->members[lead / 64] >> (lead % 64) & 1) != 0
         && !marathon_wave_is_too_early (marathon_wave_terms_get (planning->terms, lead)->wave, party->unit.predicted);
}

static void
set_follow (const Planning *planning, Party *party)
{
  guint lead = party->unit.group == 0 || party->is_alone
                 ? 0
                 : GPOINTER_TO_UINT (g_hash_table_lookup (planning->leads, GUINT_TO_POINTER (party->unit.group)));

  party->follow = lead != 0 && may_follow (planning, party, lead - 1) ? lead - 1 : MARATHON_NO_PLACE;
}

/* The waves that the party may have, best first; equally fast ones get the same rank. */
static guint32
list_choices (Planning *planning, Party *party)
{
  const MarathonWaveProfile *profile = marathon_wave_terms_get_profile (planning->terms, party->profile);
  guint n_allowed = marathon_wave_terms_choose (planning->terms, party->profile, party->unit.predicted,
                                                party->unit.lacks_time, planning->buffer);
  guint n = 0;
  guint32 rank = PREFERRED_RANK;

  party->preferred = n_allowed == 0 ? MARATHON_NO_PLACE : profile->choices[planning->buffer[0]].wave;
  set_follow (planning, party);
  if (party->follow != MARATHON_NO_PLACE)
    planning->choices[n++] = (MarathonChoice) { party->follow, FOLLOW_RANK };
  for (guint i = 0; i < n_allowed; i++)
    {
      const MarathonWaveChoice *choice = &profile->choices[planning->buffer[i]];
      const MarathonWaveChoice *last = i > 0 ? &profile->choices[planning->buffer[i - 1]] : NULL;

      if (last != NULL && (last->level != choice->level || last->names_route != choice->names_route))
        rank++;
      if (choice->wave != party->follow)
        planning->choices[n++] = (MarathonChoice) { choice->wave, rank };
    }
  return marathon_placement_add_choices (planning->placement, planning->choices, n);
}

/* Where all members are already, and where the first of them that has a wave is. */
static void
find_place (const Planning *planning, const Party *party, MarathonSeeker *seeker)
{
  seeker->home = MARATHON_NO_PLACE;
  for (guint i = 0; i < party->unit.n_members; i++)
    {
      const MarathonEntrant *entrant = member_of (planning, party, i);
      guint32 wave = entrant->wave == 0 ? MARATHON_NO_PLACE
                                        : marathon_wave_terms_find (planning->terms, entrant->wave);

      if (seeker->home == MARATHON_NO_PLACE)
        seeker->home = wave;
      if (i == 0)
        seeker->place = wave;
      else if (seeker->place != wave)
        seeker->place = MARATHON_NO_PLACE;
    }
}

static void
set_seekers (Planning *planning)
{
  for (guint i = 0; i < planning->parties->len; i++)
    {
      Party *party = &g_array_index (planning->parties, Party, i);
      MarathonSeeker *seeker = marathon_placement_get_seeker (planning->placement, i);

      seeker->choices = list_choices (planning, party);
      seeker->people = party->unit.people;
      seeker->urgency = marathon_placement_urgency (
        party->unit.lacks_time ? 0 : (guint32) party->unit.predicted, party->unit.entered);
      seeker->id = party->unit.id;
      find_place (planning, party, seeker);
    }
}

/* --- Reasons --- */

static const char *
key_of_wave (const Planning *planning, guint32 wave)
{
  return marathon_record_get_key (MARATHON_RECORD (marathon_wave_terms_get (planning->terms, wave)->wave));
}

static const char *
key_of_group (const Planning *planning, const Party *party)
{
  return marathon_record_get_key (marathon_event_get_record (planning->event, MARATHON_LIST_GROUPS, party->unit.group));
}

static guint32
rank_of_place (const Planning *planning, const MarathonSeeker *seeker)
{
  guint n_choices;
  const MarathonChoice *choices = marathon_placement_get_choices (planning->placement, seeker->choices, &n_choices);

  for (guint i = 0; i < n_choices; i++)
    if (choices[i].place == seeker->place)
      return choices[i].rank;
  return G_MAXUINT32;
}

/* Writes the preferred wave of the party, where it has no room, and how full that is: "red-2 210 220 10". */
static const char *
write_full (const Planning *planning, const Party *party, char *buffer)
{
  const MarathonPlacementPlace *place = marathon_placement_get_place (planning->placement, party->preferred);

  g_snprintf (buffer, MARATHON_REASON_SIZE, "%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
              key_of_wave (planning, party->preferred), place->people, place->capacity, place->headroom);
  return buffer;
}

static gboolean
any_names_category (const Planning *planning)
{
  for (guint i = 0; i < marathon_wave_terms_get_size (planning->terms); i++)
    if (marathon_wave_terms_get (planning->terms, i)->names_category)
      return TRUE;
  return FALSE;
}

/* A party of several always has waves, so it is a single entrant who has none. */
static MarathonReason
tell_no_wave (const Planning *planning, const Party *party)
{
  gboolean waits = member_of (planning, party, 0)->category == 0 && any_names_category (planning);

  return waits ? MARATHON_REASON_NO_CATEGORY_YET : MARATHON_REASON_NO_WAVE;
}

static const char *
tell_unplaced (const Planning *planning, const Party *party, char *buffer)
{
  char time[16], full[MARATHON_REASON_SIZE];

  if (party->preferred != MARATHON_NO_PLACE)
    return marathon_reason_write (buffer, MARATHON_REASON_FULL, write_full (planning, party, full), NULL);
  if (!has_waves (planning, party->profile))
    return marathon_reason_write (buffer, tell_no_wave (planning, party), NULL);
  marathon_time_write (party->unit.predicted, time);
  return marathon_reason_write (buffer, MARATHON_REASON_TOO_SLOW, time, NULL);
}

/* @wave is the key of the wave, or, where that was full, of the preferred one and how full it is. */
static const char *
tell_group (const Planning *planning, const Party *party, gboolean is_overflow, const char *wave, char *buffer)
{
  const char *group = key_of_group (planning, party);
  char time[16];

  if (party->unit.lacks_time)
    return marathon_reason_write (buffer, MARATHON_REASON_GROUP_NO_TIME, group, wave, NULL);
  marathon_time_write (party->unit.predicted, time);
  return marathon_reason_write (buffer, is_overflow ? MARATHON_REASON_GROUP_OVERFLOW : MARATHON_REASON_GROUP, group,
                                time, wave, NULL);
}

static const char *
tell_single (const Planning *planning, const Party *party, gboolean is_overflow, const char *wave, char *buffer)
{
  MarathonReason code = is_overflow ? MARATHON_REASON_OVERFLOW : MARATHON_REASON_PREDICTED;
  char time[16];

  if (marathon_wave_terms_get_profile (planning->terms, party->profile)->n_choices == 1)
    return marathon_reason_write (buffer, MARATHON_REASON_ONLY_WAVE, wave, NULL);
  if (party->unit.lacks_time)
    return marathon_reason_write (buffer, MARATHON_REASON_NO_TIME, wave, NULL);
  if (party->unit.is_default)
    code = is_overflow ? MARATHON_REASON_DEFAULT_OVERFLOW : MARATHON_REASON_DEFAULT_TIME;
  marathon_time_write (party->unit.predicted, time);
  return marathon_reason_write (buffer, code, time, wave, NULL);
}

static const char *
tell_placed (const Planning *planning, const Party *party, const MarathonSeeker *seeker, char *buffer)
{
  gboolean is_overflow = rank_of_place (planning, seeker) > PREFERRED_RANK;
  const char *there = key_of_wave (planning, seeker->place);
  char full[MARATHON_REASON_SIZE];
  const char *wave = is_overflow && !party->unit.lacks_time ? write_full (planning, party, full) : there;

  if (seeker->place == party->follow)
    return marathon_reason_write (buffer, MARATHON_REASON_GROUP_FOLLOWS, key_of_group (planning, party), there, NULL);
  if (party->is_apart)
    return marathon_reason_write (buffer, MARATHON_REASON_GROUP_APART, key_of_group (planning, party), there, NULL);
  if (party->unit.n_members > 1)
    return tell_group (planning, party, is_overflow, wave, buffer);
  return tell_single (planning, party, is_overflow, wave, buffer);
}

/* --- The plan --- */

/* For each roster position its party. */
static guint32 *
map_parties (const Planning *planning)
{
  guint size = marathon_roster_get_size (planning->roster);
  guint32 *party_of = g_new (guint32, MAX (size, 1));

  for (guint i = 0; i < size; i++)
    party_of[i] = NO_PARTY;
  for (guint i = 0; i < planning->parties->len; i++)
    {
      const Party *party = &g_array_index (planning->parties, Party, i);

      for (guint j = 0; j < party->unit.n_members; j++)
        party_of[party->members[j]] = i;
    }
  return party_of;
}

static void
tell_entrant (const Planning *planning, MarathonPlan *plan, guint position, guint32 number)
{
  const MarathonEntrant *entrant = marathon_roster_get (planning->roster, position);
  const Party *party = &g_array_index (planning->parties, Party, number);
  const MarathonSeeker *seeker = marathon_placement_get_seeker (planning->placement, number);
  char buffer[MARATHON_REASON_SIZE];
  guint32 handle;

  if (seeker->place == MARATHON_NO_PLACE)
    {
      const char *reason = tell_unplaced (planning, party, buffer);

      plan->counts.unplaced++;
      marathon_plan_add_unplaced (plan, position, reason);
      if (entrant->wave != 0)
        marathon_plan_add_change (plan, position, 0, NULL, reason);
      return;
    }
  handle = marathon_wave_terms_get (planning->terms, seeker->place)->handle;
  if (handle == entrant->wave)
    {
      plan->counts.kept++;
      return;
    }
  marathon_plan_add_place (plan, position, entrant->wave != 0, handle, NULL, tell_placed (planning, party, seeker, buffer));
}

static MarathonPlan *
tell_plan (const Planning *planning)
{
  MarathonPlan *plan = marathon_plan_new (MARATHON_FIELD_WAVE);
  g_autofree guint32 *party_of = map_parties (planning);

  for (guint i = 0; i < marathon_roster_get_size (planning->roster); i++)
    {
      if (!marathon_entrant_is_planned (marathon_roster_get (planning->roster, i)))
        continue;
      plan->counts.considered++;
      if (party_of[i] == NO_PARTY)
        plan->counts.fixed++;
      else
        tell_entrant (planning, plan, i, party_of[i]);
    }
  return plan;
}

MarathonPlan *
marathon_wave_plan_new (MarathonEvent *event)
{
  g_autoptr (MarathonWaveTerms) terms = marathon_wave_terms_new (event);
  g_autoptr (MarathonStartUnits) units = marathon_start_units_new (event, is_fixed);
  g_autoptr (GArray) parties = g_array_sized_new (FALSE, FALSE, sizeof (Party), units->n_units);
  g_autoptr (GHashTable) leads = g_hash_table_new (NULL, NULL);
  g_autoptr (MarathonPlacement) placement = NULL;
  guint n_waves = marathon_wave_terms_get_size (terms);
  g_autofree guint32 *buffer = g_new (guint32, n_waves + 1);
  g_autofree MarathonChoice *choices = g_new (MarathonChoice, n_waves + 1);
  Planning planning = { .event = event, .roster = marathon_event_get_roster (event), .terms = terms, .units = units,
                        .parties = parties, .leads = leads, .buffer = buffer, .choices = choices };

  for (guint i = 0; i < units->n_units; i++)
    add_unit (&planning, &units->units[i]);
  placement = planning.placement = marathon_placement_new (n_waves, parties->len);
  set_places (&planning);
  set_seekers (&planning);
  marathon_placement_settle (placement);
  return tell_plan (&planning);
}
