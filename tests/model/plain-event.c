/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two arrays of people and two bibs of groups: an operation succeeds exactly where the state after it would be good.
 */
#include "model/plain-event.h"

#include <string.h>

#include "model/model-error.h"
#include "model/model-fixture.h"

#define N_IDS 26
#define N_BIBS 24
#define N_GROUPS 2

typedef struct {
  guint id, bib, digits, n_guides;
  struct {
    guint id, bib;
  } guides[2];
} Person;

typedef struct {
  GArray *places[2];      /* of Person */
  guint groups[N_GROUPS]; /* bibs */
} State;

typedef struct {
  GRand *random;
  MarathonEvent *event;
  State state;
} Trial;

static guint
pick (Trial *trial, guint end)
{
  return (guint) g_rand_int_range (trial->random, 0, (gint32) end);
}

static State
copy_state (const State *state)
{
  State copy = *state;

  for (guint p = 0; p < 2; p++)
    copy.places[p] = g_array_copy (state->places[p]);
  return copy;
}

static void
clear_state (State *state)
{
  for (guint p = 0; p < 2; p++)
    g_clear_pointer (&state->places[p], g_array_unref);
}

static gboolean
count_person (const Person *person, gboolean has_bibs, guint *ids, guint *bibs)
{
  gboolean good = ids[person->id]++ == 0;

  good &= !has_bibs || person->bib == 0 || bibs[person->bib]++ == 0;
  for (guint g = 0; g < person->n_guides; g++)
    {
      good &= ids[person->guides[g].id]++ == 0;
      good &= !has_bibs || person->guides[g].bib == 0 || bibs[person->guides[g].bib]++ == 0;
    }
  return good;
}

static gboolean
is_good (const State *state, guint *bibs)
{
  guint ids[N_IDS] = { 0 };
  gboolean good = TRUE;

  memset (bibs, 0, N_BIBS * sizeof *bibs);
  for (guint i = 0; i < N_GROUPS; i++)
    good &= state->groups[i] == 0 || bibs[state->groups[i]]++ == 0;
  for (guint p = 0; p < 2; p++)
    for (guint i = 0; i < state->places[p]->len; i++)
      good &= count_person (&g_array_index (state->places[p], Person, i), p == MARATHON_PLACE_ROSTER, ids, bibs);
  return good;
}

static Person
make_person (Trial *trial, guint id)
{
  Person person = { id, 0, 0, 0, { { 0 } } };

  if (pick (trial, 4) > 0)
    person.bib = pick (trial, N_BIBS);
  person.digits = pick (trial, 4);
  person.n_guides = pick (trial, 4) == 0 ? 1 + pick (trial, 2) : 0;
  for (guint g = 0; g < person.n_guides; g++)
    {
      person.guides[g].id = 1 + pick (trial, N_IDS - 1);
      person.guides[g].bib = pick (trial, 3) == 0 ? pick (trial, N_BIBS) : 0;
    }
  return person;
}

static MarathonEntrant
make_value (MarathonEvent *event, const Person *person)
{
  g_autofree char *cells
      = person->bib == 0 ? g_strdup ("") : g_strdup_printf ("bib=B%0*u", (int) person->digits + 1, person->bib);
  MarathonEntrant value = model_fixture_entrant (event, person->id, cells);
  MarathonGuide guides[2];

  for (guint g = 0; g < person->n_guides; g++)
    {
      g_autofree char *guide_cells
          = person->guides[g].bib == 0 ? g_strdup ("") : g_strdup_printf ("bib=b%u", person->guides[g].bib);

      guides[g] = model_fixture_guide (event, person->guides[g].id, guide_cells);
    }
  return person->n_guides == 0 ? value : model_fixture_with_guides (event, &value, guides, person->n_guides);
}

static void
assert_is (MarathonEvent *event, const State *state)
{
  MarathonText prefix = marathon_event_add_text (event, "b");
  guint bibs[N_BIBS];

  g_assert_true (is_good (state, bibs));
  for (MarathonPlace p = MARATHON_PLACE_ROSTER; p <= MARATHON_PLACE_BIN; p++)
    {
      MarathonRoster *roster = marathon_event_get_place (event, p);

      g_assert_cmpuint (marathon_roster_get_size (roster), ==, state->places[p]->len);
      for (guint i = 0; i < state->places[p]->len; i++)
        {
          MarathonEntrant value = make_value (event, &g_array_index (state->places[p], Person, i));
          guint position = G_MAXUINT;

          g_assert_true (marathon_entrant_equal (marathon_roster_get (roster, i), &value));
          g_assert_true (marathon_roster_find (roster, value.id, &position));
          g_assert_cmpuint (position, ==, i);
        }
    }
  for (guint bib = 1; bib < N_BIBS; bib++)
    g_assert_cmpint (marathon_event_bib_is_used (event, prefix, bib), ==, bibs[bib] > 0);
}

/* Ascending positions below @end. */
static GArray *
choose (Trial *trial, guint end)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 at = pick (trial, 4); at < end && positions->len < 4; at += 1 + pick (trial, 3))
    g_array_append_val (positions, at);
  return positions;
}

static guint32 *
get_positions (GArray *positions)
{
  return (guint32 *) (gpointer) positions->data;
}

static GArray *
make_values (Trial *trial, const GArray *people)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (MarathonEntrant));

  for (guint i = 0; i < people->len; i++)
    {
      MarathonEntrant value = make_value (trial->event, &g_array_index (people, Person, i));

      g_array_append_val (values, value);
    }
  return values;
}

static gboolean
try_insert (Trial *trial, State *after, GError **error)
{
  MarathonPlace place = pick (trial, 2);
  GArray *people_there = after->places[place];
  g_autoptr (GArray) positions = choose (trial, people_there->len + 1);
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (Person));
  g_autoptr (GArray) values = NULL;

  for (guint i = 0; i < positions->len; i++)
    {
      Person person = make_person (trial, 1 + pick (trial, N_IDS - 1));

      g_array_append_val (people, person);
      g_array_insert_val (people_there, g_array_index (positions, guint32, i), person);
    }
  values = make_values (trial, people);
  return marathon_event_insert_entrants (trial->event, place, get_positions (positions),
                                         (MarathonEntrant *) (gpointer) values->data, positions->len, error);
}

static gboolean
try_append (Trial *trial, State *after, GError **error)
{
  MarathonPlace place = pick (trial, 2);
  Person person = make_person (trial, 1 + pick (trial, N_IDS - 1));
  MarathonEntrant value = make_value (trial->event, &person);

  g_array_append_val (after->places[place], person);
  return marathon_event_append_entrant (trial->event, place, &value, error);
}

static gboolean
try_remove (Trial *trial, State *after, GError **error)
{
  MarathonPlace place = pick (trial, 2);
  g_autoptr (GArray) positions = choose (trial, after->places[place]->len);

  for (guint i = positions->len; i-- > 0;)
    g_array_remove_index (after->places[place], g_array_index (positions, guint32, i));
  return marathon_event_remove_entrants (trial->event, place, get_positions (positions), positions->len, error);
}

static gboolean
try_replace (Trial *trial, State *after, GError **error)
{
  MarathonPlace place = pick (trial, 2);
  GArray *people = after->places[place];
  g_autoptr (GArray) positions = choose (trial, people->len);
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (Person));
  g_autoptr (GArray) values = NULL;
  gboolean rotate = pick (trial, 2) == 0;

  for (guint i = 0; i < positions->len; i++)
    {
      const Person *old = &g_array_index (people, Person, g_array_index (positions, guint32, i));
      const Person *next = &g_array_index (trial->state.places[place], Person,
                                           g_array_index (positions, guint32, (i + 1) % positions->len));
      Person person = rotate ? *next : make_person (trial, old->id);

      /* Rotating exchanges the bibs and guides of all who are changed, which is always good. */
      person.id = old->id;
      g_array_append_val (changed, person);
    }
  for (guint i = 0; i < positions->len; i++)
    g_array_index (people, Person, g_array_index (positions, guint32, i)) = g_array_index (changed, Person, i);
  values = make_values (trial, changed);
  return marathon_event_replace_entrants (trial->event, place, get_positions (positions),
                                          (MarathonEntrant *) (gpointer) values->data, positions->len, error);
}

static gboolean
try_transfer (Trial *trial, State *after, GError **error)
{
  MarathonPlace from = pick (trial, 2), to = from == MARATHON_PLACE_ROSTER ? MARATHON_PLACE_BIN : MARATHON_PLACE_ROSTER;
  g_autoptr (GArray) from_positions = choose (trial, after->places[from]->len);
  g_autoptr (GArray) to_positions = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < from_positions->len; i++)
    {
      Person person = g_array_index (after->places[from], Person, g_array_index (from_positions, guint32, i) - i);
      guint32 at = i == 0 ? pick (trial, after->places[to]->len + 1) : g_array_index (to_positions, guint32, i - 1) + 1;

      g_array_remove_index (after->places[from], g_array_index (from_positions, guint32, i) - i);
      g_array_insert_val (after->places[to], at, person);
      g_array_append_val (to_positions, at);
    }
  return marathon_event_transfer_entrants (trial->event, from, get_positions (from_positions),
                                           get_positions (to_positions), from_positions->len, error);
}

static gboolean
try_group_bib (Trial *trial, State *after, GError **error)
{
  guint index = pick (trial, N_GROUPS), bib = pick (trial, N_BIBS);
  MarathonRecord *group
      = marathon_record_list_get (marathon_event_get_list (trial->event, MARATHON_LIST_GROUPS), index);
  g_autofree char *text = bib == 0 ? g_strdup ("") : g_strdup_printf ("B%u", bib);

  after->groups[index] = bib;
  return marathon_event_set_record_text (trial->event, group, (guint) marathon_record_find_column (group, "bib"), text,
                                         error);
}

/* Returns whether it was done. */
static gboolean
take_step (Trial *trial)
{
  static gboolean (*const operations[]) (Trial *, State *, GError **)
      = { try_insert,  try_insert,   try_append,   try_remove,   try_replace,
          try_replace, try_transfer, try_transfer, try_group_bib };
  State after = copy_state (&trial->state);
  guint bibs[N_BIBS];
  g_autoptr (GError) error = NULL;
  gboolean done = operations[pick (trial, G_N_ELEMENTS (operations))](trial, &after, &error);

  g_assert_cmpint (done, ==, is_good (&after, bibs));
  if (done)
    {
      State before = trial->state;

      g_assert_no_error (error);
      trial->state = after;
      clear_state (&before);
    }
  else
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == MARATHON_MODEL_ERROR);
      g_assert_true (error->code == MARATHON_MODEL_ERROR_DUPLICATE_ID
                     || error->code == MARATHON_MODEL_ERROR_DUPLICATE_BIB);
      clear_state (&after);
    }
  assert_is (trial->event, &trial->state);
  model_fixture_check_sets (trial->event);
  return done;
}

guint
plain_event_run_trial (guint32 seed, guint n_steps)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (MarathonEvent) event = model_fixture_new ("group g0 | name=One\n group g1 | name=Two\n");
  g_autoptr (MarathonEvent) snapshot = NULL;
  Trial trial
      = { random,
          event,
          { { g_array_new (FALSE, FALSE, sizeof (Person)), g_array_new (FALSE, FALSE, sizeof (Person)) }, { 0 } } };
  State then = { 0 };
  guint n_done = 0;

  for (guint step = 0; step < n_steps; step++)
    {
      if (step == n_steps / 2)
        {
          snapshot = marathon_event_snapshot (event);
          then = copy_state (&trial.state);
        }
      n_done += take_step (&trial);
    }
  assert_is (snapshot, &then);
  clear_state (&then);
  clear_state (&trial.state);
  return n_done;
}
