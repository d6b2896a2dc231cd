/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonWaveTerms: the waves with their levels and weights, and the profiles met so far, each distinct set of waves once.
 */
#include "planning/wave-terms.h"

#include <stdlib.h>
#include <string.h>

#include "model/start.h"

/* Weights are kept this fine, so that a share is divided among the waves of a start without loss. */
#define WEIGHT_SCALE 1000u
#define MAX_WEIGHT ((guint64) 1 << 32)

struct _MarathonWaveTerms {
  MarathonRouteTable *routes;
  guint n_waves;
  guint n_words; /* of a bitmap of waves */
  MarathonWaveTerm *waves;
  guint *order;            /* wave indices from fast to slow, then in the order of the list */
  GHashTable *by_handle;   /* wave handle → index + 1 */
  GHashTable *named;       /* handles of categories that a wave names */
  GHashTable *by_entrant;  /* guint64 of category and route → number of a profile */
  GHashTable *by_members;  /* bitmap of waves → number of a profile */
  GPtrArray *profiles;
};

/* --- Levels --- */

/* Speeds as numbers to compare: where there is no slow end, the slowest; the clock counts only where there is no band. */
typedef struct {
  gint64 to;
  gint64 from;
  gint64 clock;
  guint wave;
} Speed;

static Speed
speed_of (const MarathonWave *wave, guint index)
{
  Speed speed = { .wave = index, .from = wave->from };

  speed.to = wave->to == MARATHON_TIME_NONE ? G_MAXINT64 : wave->to;
  if (wave->to == MARATHON_TIME_NONE && wave->from == MARATHON_TIME_NONE)
    speed.clock = wave->time == MARATHON_CLOCK_NONE ? G_MAXINT : wave->time;
  return speed;
}

static int
compare_speeds (const Speed *a, const Speed *b)
{
  if (a->to != b->to)
    return a->to < b->to ? -1 : 1;
  if (a->from != b->from)
    return a->from < b->from ? -1 : 1;
  if (a->clock != b->clock)
    return a->clock < b->clock ? -1 : 1;
  return 0;
}

static int
compare_speeds_and_places (const void *a, const void *b)
{
  const Speed *left = a, *right = b;
  int order = compare_speeds (left, right);

  return order != 0 ? order : left->wave < right->wave ? -1 : left->wave > right->wave;
}

static void
set_levels (MarathonWaveTerms *terms)
{
  g_autofree Speed *speeds = g_new (Speed, terms->n_waves + 1);
  guint level = 0;

  for (guint i = 0; i < terms->n_waves; i++)
    speeds[i] = speed_of (terms->waves[i].wave, i);
  qsort (speeds, terms->n_waves, sizeof *speeds, compare_speeds_and_places);
  for (guint i = 0; i < terms->n_waves; i++)
    {
      if (i > 0 && compare_speeds (&speeds[i - 1], &speeds[i]) != 0)
        level++;
      terms->order[i] = speeds[i].wave;
      terms->waves[speeds[i].wave].level = level;
    }
}

/* --- Weights of the waves of one level --- */

/* How many the plan may put there; a wave without limit counts as much as the largest of its level. */
static guint64
size_of (const MarathonWave *wave, guint64 unlimited)
{
  if (wave->capacity == 0)
    return unlimited;
  return wave->capacity > wave->headroom ? wave->capacity - wave->headroom : 1;
}

static guint
share_of (MarathonEvent *event, const MarathonWave *wave)
{
  MarathonStart *start = marathon_event_get_record (event, MARATHON_LIST_STARTS, wave->start);

  return start == NULL ? 0 : start->share;
}

/* All waves of one level: terms->order[first] to terms->order[end - 1]. */
typedef struct {
  guint first;
  guint end;
  guint64 unlimited; /* size of a wave without limit */
  guint said;        /* sum of the shares of the starts */
  guint unsaid;      /* starts without a share */
} Level;

static const MarathonWave *
wave_at (const MarathonWaveTerms *terms, guint place)
{
  return terms->waves[terms->order[place]].wave;
}

static gboolean
is_first_of_its_start (const MarathonWaveTerms *terms, const Level *level, guint place)
{
  for (guint i = level->first; i < place; i++)
    if (wave_at (terms, i)->start == wave_at (terms, place)->start)
      return FALSE;
  return TRUE;
}

static void
measure_level (const MarathonWaveTerms *terms, MarathonEvent *event, Level *level)
{
  level->unlimited = 1;
  for (guint i = level->first; i < level->end; i++)
    {
      guint share = share_of (event, wave_at (terms, i));

      level->unlimited = MAX (level->unlimited, size_of (wave_at (terms, i), 1));
      if (!is_first_of_its_start (terms, level, i))
        continue;
      level->said += share;
      level->unsaid += share == 0;
    }
}

/* The start's share, divided among its waves by their size. A start that does not say gets an equal part of what the others leave. */
static guint64
weigh_by_share (const MarathonWaveTerms *terms, const Level *level, guint place, guint share)
{
  const MarathonWave *wave = wave_at (terms, place);
  guint64 of_start = 0;

  if (share == 0)
    share = level->said < 100 ? MAX ((100 - level->said) / level->unsaid, 1) : 1;
  for (guint i = level->first; i < level->end; i++)
    if (wave_at (terms, i)->start == wave->start)
      of_start += size_of (wave_at (terms, i), level->unlimited);
  return (guint64) share * WEIGHT_SCALE * size_of (wave, level->unlimited) / of_start;
}

static void
weigh_level (MarathonWaveTerms *terms, MarathonEvent *event, guint first, guint end)
{
  Level level = { .first = first, .end = end };

  measure_level (terms, event, &level);
  for (guint i = first; i < end; i++)
    {
      const MarathonWave *wave = wave_at (terms, i);
      guint64 weight = level.said > 0 ? weigh_by_share (terms, &level, i, share_of (event, wave))
                                      : size_of (wave, level.unlimited);

      terms->waves[terms->order[i]].weight = CLAMP (weight, 1, MAX_WEIGHT);
    }
}

static void
set_weights (MarathonWaveTerms *terms, MarathonEvent *event)
{
  guint first = 0;

  for (guint i = 1; i <= terms->n_waves; i++)
    if (i == terms->n_waves || terms->waves[terms->order[i]].level != terms->waves[terms->order[first]].level)
      {
        weigh_level (terms, event, first, i);
        first = i;
      }
}

/* --- Profiles --- */

static void
profile_free (gpointer data)
{
  MarathonWaveProfile *profile = data;

  g_free (profile->choices);
  g_free (profile->members);
  g_free (profile);
}

static gboolean
has_member (const guint64 *members, guint wave)
{
  return (members[wave / 64] >> (wave % 64) & 1) != 0;
}

static void
add_choices (const MarathonWaveTerms *terms, MarathonWaveProfile *profile, gboolean names_route)
{
  for (guint i = 0; i < terms->n_waves; i++)
    {
      const MarathonWaveTerm *term = &terms->waves[terms->order[i]];

      if (term->names_route == names_route && has_member (profile->members, terms->order[i]))
        profile->choices[profile->n_choices++] =
          (MarathonWaveChoice) { terms->order[i], term->level, names_route };
    }
}

/* Returns the profile of that set of waves; takes @members. */
static guint
intern_members (MarathonWaveTerms *terms, guint64 *members)
{
  gsize size = terms->n_words * sizeof *members;
  g_autoptr (GBytes) key = g_bytes_new_take (members, size);
  MarathonWaveProfile *profile;
  gpointer number;

  if (g_hash_table_lookup_extended (terms->by_members, key, NULL, &number))
    return GPOINTER_TO_UINT (number);
  profile = g_new0 (MarathonWaveProfile, 1);
  profile->members = g_memdup2 (members, size);
  profile->choices = g_new (MarathonWaveChoice, terms->n_waves + 1);
  add_choices (terms, profile, TRUE);
  profile->n_named = profile->n_choices;
  add_choices (terms, profile, FALSE);
  number = GUINT_TO_POINTER (terms->profiles->len);
  g_ptr_array_add (terms->profiles, profile);
  g_hash_table_insert (terms->by_members, g_steal_pointer (&key), number);
  return GPOINTER_TO_UINT (number);
}

/* Whether the wave is for the category: it names it, or is for any that no wave names. */
static gboolean
takes_category (const MarathonWaveTerms *terms, const MarathonWaveTerm *term, guint32 category)
{
  if (term->names_category)
    return marathon_handles_contain (term->wave->categories, category);
  return !g_hash_table_contains (terms->named, GUINT_TO_POINTER (category));
}

static guint
make_profile (MarathonWaveTerms *terms, guint32 category, guint route)
{
  guint64 *members = g_new0 (guint64, terms->n_words);

  for (guint i = 0; i < terms->n_waves; i++)
    if (takes_category (terms, &terms->waves[i], category)
        && marathon_route_table_admits (terms->routes, terms->waves[i].wave->routes, route))
      members[i / 64] |= (guint64) 1 << (i % 64);
  return intern_members (terms, members);
}

guint
marathon_wave_terms_find_profile (MarathonWaveTerms *terms, guint32 category, MarathonText route)
{
  guint number = marathon_route_table_find (terms->routes, route);
  guint64 key = (guint64) category << 32 | number;
  gpointer profile;

  if (!g_hash_table_lookup_extended (terms->by_entrant, &key, NULL, &profile))
    {
      profile = GUINT_TO_POINTER (make_profile (terms, category, number));
      g_hash_table_insert (terms->by_entrant, g_memdup2 (&key, sizeof key), profile);
    }
  return GPOINTER_TO_UINT (profile);
}

guint
marathon_wave_terms_intersect (MarathonWaveTerms *terms, guint profile_a, guint profile_b)
{
  guint64 *members;

  if (profile_a == profile_b)
    return profile_a;
  members = g_new (guint64, terms->n_words);
  for (guint i = 0; i < terms->n_words; i++)
    members[i] = marathon_wave_terms_get_profile (terms, profile_a)->members[i]
                 & marathon_wave_terms_get_profile (terms, profile_b)->members[i];
  return intern_members (terms, members);
}

const MarathonWaveProfile *
marathon_wave_terms_get_profile (const MarathonWaveTerms *terms, guint profile)
{
  return g_ptr_array_index (terms->profiles, profile);
}

/* --- Choosing --- */

gboolean
marathon_wave_is_too_early (const MarathonWave *wave, MarathonTime predicted)
{
  return predicted != MARATHON_TIME_NONE && wave->to != MARATHON_TIME_NONE && predicted >= wave->to;
}

/* Copies the numbers of the choices from @first to @end that are not too early and not faster than @fastest. */
static guint
copy_allowed (const MarathonWaveTerms   *terms,
              const MarathonWaveProfile *profile,
              guint                      first,
              guint                      end,
              guint                      fastest,
              MarathonTime               predicted,
              guint32                   *choices)
{
  guint n = 0;

  for (guint i = first; i < end; i++)
    if (profile->choices[i].level >= fastest
        && !marathon_wave_is_too_early (terms->waves[profile->choices[i].wave].wave, predicted))
      choices[n++] = i;
  return n;
}

static gboolean
has_band (const MarathonWave *wave)
{
  return wave->from != MARATHON_TIME_NONE || wave->to != MARATHON_TIME_NONE;
}

/* The level from which on somebody without a predicted time may start in a part of the profile: its slowest. */
static guint
slowest_level (const MarathonWaveProfile *profile, guint first, guint end)
{
  return first < end ? profile->choices[end - 1].level : 0;
}

guint
marathon_wave_terms_choose (const MarathonWaveTerms *terms,
                            guint                    profile,
                            MarathonTime             predicted,
                            gboolean                 only_slowest,
                            guint32                 *choices)
{
  const MarathonWaveProfile *waves = marathon_wave_terms_get_profile (terms, profile);
  guint fastest = only_slowest ? slowest_level (waves, 0, waves->n_named) : 0;
  guint n = copy_allowed (terms, waves, 0, waves->n_named, fastest, predicted, choices);

  /* Waves that do not name the route are for overflow, so never before the first that does; where that is for any time,
   * the predicted time alone decides. */
  fastest = n > 0 && has_band (terms->waves[waves->choices[choices[0]].wave].wave) ? waves->choices[choices[0]].level : 0;
  if (only_slowest)
    fastest = MAX (fastest, slowest_level (waves, waves->n_named, waves->n_choices));
  return n + copy_allowed (terms, waves, waves->n_named, waves->n_choices, fastest, predicted, choices + n);
}

/* --- Making and reading --- */

static void
note_categories (MarathonWaveTerms *terms, const guint32 *categories)
{
  for (guint i = 0; categories != NULL && categories[i] != 0; i++)
    g_hash_table_add (terms->named, GUINT_TO_POINTER (categories[i]));
}

static void
set_term (MarathonWaveTerms *terms, guint index, MarathonWave *wave)
{
  MarathonWaveTerm *term = &terms->waves[index];

  term->wave = wave;
  term->handle = marathon_record_get_handle (MARATHON_RECORD (wave));
  term->names_route = wave->routes != NULL && wave->routes[0] != NULL;
  term->names_category = wave->categories != NULL && wave->categories[0] != 0;
  g_hash_table_insert (terms->by_handle, GUINT_TO_POINTER (term->handle), GUINT_TO_POINTER (index + 1));
  note_categories (terms, wave->categories);
}

MarathonWaveTerms *
marathon_wave_terms_new (MarathonEvent *event)
{
  MarathonRecordList *list = marathon_event_get_list (event, MARATHON_LIST_WAVES);
  MarathonWaveTerms *terms = g_new0 (MarathonWaveTerms, 1);

  terms->routes = marathon_route_table_new (event);
  terms->n_waves = marathon_record_list_get_size (list);
  terms->n_words = terms->n_waves / 64 + 1;
  terms->waves = g_new0 (MarathonWaveTerm, terms->n_waves + 1);
  terms->order = g_new0 (guint, terms->n_waves + 1);
  terms->by_handle = g_hash_table_new (NULL, NULL);
  terms->named = g_hash_table_new (NULL, NULL);
  terms->by_entrant = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  terms->by_members = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  terms->profiles = g_ptr_array_new_with_free_func (profile_free);
  for (guint i = 0; i < terms->n_waves; i++)
    set_term (terms, i, marathon_record_list_get (list, i));
  set_levels (terms);
  set_weights (terms, event);
  return terms;
}

void
marathon_wave_terms_free (MarathonWaveTerms *terms)
{
  marathon_route_table_free (terms->routes);
  g_free (terms->waves);
  g_free (terms->order);
  g_hash_table_unref (terms->by_handle);
  g_hash_table_unref (terms->named);
  g_hash_table_unref (terms->by_entrant);
  g_hash_table_unref (terms->by_members);
  g_ptr_array_unref (terms->profiles);
  g_free (terms);
}

guint
marathon_wave_terms_get_size (const MarathonWaveTerms *terms)
{
  return terms->n_waves;
}

const MarathonWaveTerm *
marathon_wave_terms_get (const MarathonWaveTerms *terms, guint index)
{
  g_return_val_if_fail (index < terms->n_waves, NULL);

  return &terms->waves[index];
}

guint
marathon_wave_terms_find (const MarathonWaveTerms *terms, guint32 handle)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (terms->by_handle, GUINT_TO_POINTER (handle)));

  return found == 0 ? G_MAXUINT : found - 1;
}
