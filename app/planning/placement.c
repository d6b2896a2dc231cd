/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPlacement: plain arrays. Lists of choices are kept once each, as they are few beside a million seekers.
 *
 * How long it takes: a hole that a mover leaves only ever travels to worse ranks, so the rounds are about as many as there are ranks, and in
 * each only those who are not in their best rank are looked at.
 */
#include "planning/placement.h"

#include <stdlib.h>
#include <string.h>

/* A list of choices is a run of the array that begins with its length. */
struct _MarathonPlacement {
  guint n_places;
  guint n_seekers;
  MarathonPlacementPlace *places;
  MarathonSeeker *seekers;
  GArray *choices;    /* of MarathonChoice: a head with the length as its place, then the choices */
  GHashTable *by_list; /* GBytes → number */
  guint32 last;       /* the list added last; they come in runs */
};

/* One who waits for something better, in the order of priority. */
typedef struct {
  guint64 urgency;
  guint64 id;
  guint32 seeker;
} Waiting;

MarathonPlacement *
marathon_placement_new (guint n_places, guint n_seekers)
{
  MarathonPlacement *placement = g_new0 (MarathonPlacement, 1);
  MarathonChoice none = { 0, 0 };

  placement->n_places = n_places;
  placement->n_seekers = n_seekers;
  placement->places = g_new0 (MarathonPlacementPlace, n_places);
  placement->seekers = g_new0 (MarathonSeeker, n_seekers);
  placement->choices = g_array_new (FALSE, FALSE, sizeof (MarathonChoice));
  placement->by_list = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  g_array_append_val (placement->choices, none); /* number 0: nothing to choose */
  for (guint i = 0; i < n_places; i++)
    placement->places[i].weight = 1;
  return placement;
}

void
marathon_placement_free (MarathonPlacement *placement)
{
  g_free (placement->places);
  g_free (placement->seekers);
  g_array_unref (placement->choices);
  g_hash_table_unref (placement->by_list);
  g_free (placement);
}

MarathonPlacementPlace *
marathon_placement_get_place (MarathonPlacement *placement, guint place)
{
  g_return_val_if_fail (place < placement->n_places, NULL);

  return &placement->places[place];
}

MarathonSeeker *
marathon_placement_get_seeker (MarathonPlacement *placement, guint seeker)
{
  g_return_val_if_fail (seeker < placement->n_seekers, NULL);

  return &placement->seekers[seeker];
}

const MarathonChoice *
marathon_placement_get_choices (const MarathonPlacement *placement, guint32 choices, guint *n_choices)
{
  const MarathonChoice *head = &g_array_index (placement->choices, MarathonChoice, choices);

  *n_choices = head->place;
  return head + 1;
}

static gboolean
is_last_list (const MarathonPlacement *placement, const MarathonChoice *choices, guint n_choices)
{
  guint n_last;
  const MarathonChoice *last = marathon_placement_get_choices (placement, placement->last, &n_last);

  return n_last == n_choices && memcmp (last, choices, n_choices * sizeof *choices) == 0;
}

guint32
marathon_placement_add_choices (MarathonPlacement *placement, const MarathonChoice *choices, guint n_choices)
{
  g_autoptr (GBytes) key = NULL;
  MarathonChoice head = { n_choices, 0 };
  gpointer number;

  if (n_choices == 0 || is_last_list (placement, choices, n_choices))
    return n_choices == 0 ? 0 : placement->last;
  key = g_bytes_new_static (choices, n_choices * sizeof *choices);
  if (!g_hash_table_lookup_extended (placement->by_list, key, NULL, &number))
    {
      number = GUINT_TO_POINTER (placement->choices->len);
      g_array_append_val (placement->choices, head);
      g_array_append_vals (placement->choices, choices, n_choices);
      g_hash_table_insert (placement->by_list, g_bytes_new (choices, n_choices * sizeof *choices), number);
    }
  placement->last = GPOINTER_TO_UINT (number);
  return placement->last;
}

gboolean
marathon_placement_has_room (const MarathonPlacementPlace *place, gint64 people)
{
  return place->capacity == 0 || place->people + people <= place->capacity - place->headroom;
}

/* --- Who may keep their place --- */

/* The rank of the place where the seeker is; MARATHON_NO_PLACE, which is worse than any, where it is in none of its choices. */
static guint32
rank_of (const MarathonPlacement *placement, const MarathonSeeker *seeker)
{
  guint n_choices;
  const MarathonChoice *choices = marathon_placement_get_choices (placement, seeker->choices, &n_choices);

  for (guint i = 0; seeker->place != MARATHON_NO_PLACE && i < n_choices; i++)
    if (choices[i].place == seeker->place)
      return choices[i].rank;
  return MARATHON_NO_PLACE;
}

static void
keep_or_leave (MarathonPlacement *placement)
{
  for (guint i = 0; i < placement->n_places; i++)
    placement->places[i].people = placement->places[i].fixed;
  for (guint i = 0; i < placement->n_seekers; i++)
    {
      MarathonSeeker *seeker = &placement->seekers[i];

      if (rank_of (placement, seeker) == MARATHON_NO_PLACE)
        seeker->place = MARATHON_NO_PLACE;
      else
        placement->places[seeker->place].people += seeker->people;
    }
}

/* Headroom is only kept from newcomers: who is in it, by hand or since it was raised, does not have to leave. */
static gboolean
is_over (const MarathonPlacementPlace *place)
{
  return place->capacity != 0 && place->people > place->fixed && place->people > place->capacity;
}

static int
compare_waiting (const void *a, const void *b)
{
  const Waiting *left = a, *right = b;

  if (left->urgency != right->urgency)
    return left->urgency < right->urgency ? -1 : 1;
  if (left->id != right->id)
    return left->id < right->id ? -1 : 1;
  return 0;
}

static void
add_waiting (GArray *waiting, const MarathonPlacement *placement, guint seeker)
{
  const MarathonSeeker *who = &placement->seekers[seeker];
  Waiting added = { who->urgency, who->id, seeker };

  g_array_append_val (waiting, added);
}

static void
sort_waiting (GArray *waiting)
{
  if (waiting->len > 1)
    qsort (waiting->data, waiting->len, sizeof (Waiting), compare_waiting);
}

/* Where places are over: all who are there leave from the lowest priority on, until the rest fits. */
static void
evict (MarathonPlacement *placement)
{
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (Waiting));

  for (guint i = 0; i < placement->n_seekers; i++)
    {
      guint32 place = placement->seekers[i].place;

      if (place != MARATHON_NO_PLACE && is_over (&placement->places[place]))
        add_waiting (waiting, placement, i);
    }
  sort_waiting (waiting);
  for (guint i = waiting->len; i-- > 0;)
    {
      MarathonSeeker *seeker = &placement->seekers[g_array_index (waiting, Waiting, i).seeker];
      MarathonPlacementPlace *place = &placement->places[seeker->place];

      if (!is_over (place))
        continue;
      place->people -= seeker->people;
      seeker->place = MARATHON_NO_PLACE;
    }
}

/* --- Who may have a better one --- */

/* Whether @a is emptier than @b, each measured by its weight. */
static gboolean
is_emptier (const MarathonPlacementPlace *a, const MarathonPlacementPlace *b)
{
  return (guint64) a->people * b->weight < (guint64) b->people * a->weight;
}

/* The best of the choices from @from on that have the rank of the first; MARATHON_NO_PLACE where none has room. Sets @end behind them. */
static guint32
pick (const MarathonPlacement *placement,
      const MarathonSeeker    *seeker,
      const MarathonChoice    *choices,
      guint                    n_choices,
      guint                    from,
      guint                   *end)
{
  guint32 best = MARATHON_NO_PLACE;
  guint i;

  for (i = from; i < n_choices && choices[i].rank == choices[from].rank; i++)
    {
      guint32 candidate = choices[i].place;

      if (best == seeker->home && best != MARATHON_NO_PLACE)
        continue;
      if (!marathon_placement_has_room (&placement->places[candidate], seeker->people))
        continue;
      if (best == MARATHON_NO_PLACE || candidate == seeker->home
          || is_emptier (&placement->places[candidate], &placement->places[best]))
        best = candidate;
    }
  *end = i;
  return best;
}

/* Moves the seeker to the best place of a better rank than it has; %FALSE where there is none. */
static gboolean
improve (MarathonPlacement *placement, MarathonSeeker *seeker)
{
  guint32 rank = rank_of (placement, seeker);
  guint n_choices;
  const MarathonChoice *choices = marathon_placement_get_choices (placement, seeker->choices, &n_choices);
  guint32 best = MARATHON_NO_PLACE;

  for (guint i = 0; i < n_choices && choices[i].rank < rank && best == MARATHON_NO_PLACE;)
    best = pick (placement, seeker, choices, n_choices, i, &i);
  if (best == MARATHON_NO_PLACE)
    return FALSE;
  if (seeker->place != MARATHON_NO_PLACE)
    placement->places[seeker->place].people -= seeker->people;
  placement->places[best].people += seeker->people;
  seeker->place = best;
  return TRUE;
}

static gboolean
is_content (const MarathonPlacement *placement, const MarathonSeeker *seeker)
{
  guint n_choices;
  const MarathonChoice *choices = marathon_placement_get_choices (placement, seeker->choices, &n_choices);

  return n_choices == 0 || rank_of (placement, seeker) == choices[0].rank;
}

static GArray *
list_waiting (MarathonPlacement *placement)
{
  GArray *waiting = g_array_new (FALSE, FALSE, sizeof (Waiting));

  for (guint i = 0; i < placement->n_seekers; i++)
    if (!is_content (placement, &placement->seekers[i]))
      add_waiting (waiting, placement, i);
  sort_waiting (waiting);
  return waiting;
}

/* Lets each of @waiting move once, in order; drops those who have the best. Returns whether a place that somebody left has room now. */
static gboolean
run_round (MarathonPlacement *placement, GArray *waiting)
{
  gboolean any_left = FALSE;
  guint n = 0;

  for (guint i = 0; i < waiting->len; i++)
    {
      Waiting who = g_array_index (waiting, Waiting, i);
      MarathonSeeker *seeker = &placement->seekers[who.seeker];
      gboolean had_place = seeker->place != MARATHON_NO_PLACE;

      if (improve (placement, seeker) && had_place)
        any_left = TRUE;
      if (!is_content (placement, seeker))
        g_array_index (waiting, Waiting, n++) = who;
    }
  g_array_set_size (waiting, n);
  return any_left;
}

void
marathon_placement_settle (MarathonPlacement *placement)
{
  g_autoptr (GArray) waiting = NULL;

  keep_or_leave (placement);
  evict (placement);
  waiting = list_waiting (placement);
  while (run_round (placement, waiting))
    continue;
}
