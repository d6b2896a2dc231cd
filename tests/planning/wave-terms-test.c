/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Levels, weights and profiles of waves.
 */
#include "planning/wave-terms.h"

#include "model/model-fixture.h"

static char *
list_levels (MarathonEvent *event)
{
  g_autoptr (MarathonWaveTerms) terms = marathon_wave_terms_new (event);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < marathon_wave_terms_get_size (terms); i++)
    {
      const MarathonWaveTerm *term = marathon_wave_terms_get (terms, i);

      g_assert_cmpuint (marathon_wave_terms_find (terms, term->handle), ==, i);
      g_string_append_printf (out, "%s%s:%u", i > 0 ? " " : "", marathon_record_get_key (MARATHON_RECORD (term->wave)),
                              term->level);
    }
  return g_string_free (out, FALSE);
}

static void
test_bands_make_levels (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("wave open | name=O | time=09:00\n"
                                                       "wave late | name=L | time=10:00\n"
                                                       "wave never | name=N\n"
                                                       "wave slow | name=S | from=4:00:00\n"
                                                       "wave mid | name=M | from=3:00:00 | to=4:00:00 | time=08:00\n"
                                                       "wave mid2 | name=M2 | from=3:00:00 | to=4:00:00 | time=12:00\n"
                                                       "wave wide | name=W | to=4:00:00\n"
                                                       "wave fast | name=F | to=3:00:00 | time=12:00\n");
  g_autofree char *levels = list_levels (event);

  g_assert_cmpstr (levels, ==, "open:3 late:4 never:5 slow:6 mid:2 mid2:2 wide:1 fast:0");
}

static void
assert_weights (const char *text, guint64 a, guint64 b, guint64 c)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (text);
  g_autoptr (MarathonWaveTerms) terms = marathon_wave_terms_new (event);
  guint64 expected[] = { a, b, c };

  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (marathon_wave_terms_get (terms, i)->weight, ==, expected[i]);
}

static void
test_weights_are_sizes_or_shares (void)
{
  assert_weights ("wave a | name=A | capacity=10 | headroom=4\nwave b | name=B | capacity=20\nwave c | name=C\n", 6, 20, 20);
  assert_weights ("wave a | name=A\nwave b | name=B\nwave c | name=C | capacity=1 | headroom=9\n", 1, 1, 1);
  assert_weights ("start r | name=R | share=60\nstart b | name=B | share=40\n"
                  "wave r1 | name=R1 | start=r | capacity=10\n"
                  "wave r2 | name=R2 | start=r | capacity=20\nwave b | name=B | start=b | capacity=5\n",
                  20000, 40000, 40000);
  assert_weights ("start r | name=R | share=60\nstart b | name=B\nstart g | name=G\n"
                  "wave r | name=R | start=r\nwave b | name=B | start=b\nwave g | name=G | start=g\n",
                  60000, 20000, 20000);
}

/* The keys of the waves that are allowed, best first; "|" parts ranks. */
static char *
choose (MarathonEvent *event, guint position, MarathonTime predicted)
{
  g_autoptr (MarathonWaveTerms) terms = marathon_wave_terms_new (event);
  const MarathonEntrant *entrant = marathon_roster_get (marathon_event_get_roster (event), position);
  guint number = marathon_wave_terms_find_profile (terms, entrant->category, entrant->route);
  const MarathonWaveProfile *profile = marathon_wave_terms_get_profile (terms, number);
  g_autofree guint32 *choices = g_new (guint32, profile->n_choices + 1);
  guint n = marathon_wave_terms_choose (terms, number, predicted, predicted == 0, choices);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      const MarathonWaveChoice *choice = &profile->choices[choices[i]];
      const MarathonWaveChoice *last = i > 0 ? &profile->choices[choices[i - 1]] : choice;

      if (i > 0)
        g_string_append (out, last->level != choice->level || last->names_route != choice->names_route ? "|" : " ");
      g_string_append (
        out, marathon_record_get_key (MARATHON_RECORD (marathon_wave_terms_get (terms, choice->wave)->wave)));
    }
  return g_string_free (out, FALSE);
}

static void
test_choices_go_from_fast_to_slow (void)
{
  g_autoptr (MarathonEvent) event =
    model_fixture_new ("category elite | name=E\n"
                       "wave s | name=S\nwave f | name=F | to=3:00:00\nwave m | name=M | to=4:00:00\nwave m2 | name=M2 | to=4:00:00\n"
                       "wave club | name=C | to=4:00:00 | routes=club\nwave club2 | name=C2 | from=4:00:00 | routes=club\n"
                       "wave elite | name=E | categories=elite | to=2:20:00\n"
                       "entrant 1 | given=A\nentrant 2 | given=B | route=club\nentrant 3 | given=C | category=elite\n");
  static const struct {
    guint position;
    int minutes;
    const char *choices;
  } cases[] = {
    { 0, 150, "f|m m2|s" },       { 0, 180, "m m2|s" },  { 0, 240, "s" }, { 0, 0, "s" },
    { 1, 150, "club|club2|m m2|s" }, { 1, 300, "club2" }, { 1, 0, "club2" },
    { 2, 130, "elite" },          { 2, 150, "" },        { 2, 0, "elite" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *choices = choose (event, cases[i].position, cases[i].minutes * 600);

      g_test_message ("case %u", i);
      g_assert_cmpstr (choices, ==, cases[i].choices);
    }
}

/* A championship's own wave says nothing of how fast one is: who finds no room there starts where the time belongs. */
static void
test_a_route_for_any_time_overflows_by_time (void)
{
  g_autoptr (MarathonEvent) event =
    model_fixture_new ("wave own | name=O | time=10:00 | routes=club\nwave f | name=F | to=3:00:00\n"
                       "wave m | name=M | from=3:00:00 | to=4:00:00\nwave s | name=S | from=4:00:00\n"
                       "entrant 1 | given=A | route=club\n");
  static const struct {
    int minutes;
    const char *choices;
  } cases[] = { { 150, "own|f|m|s" }, { 200, "own|m|s" }, { 300, "own|s" }, { 0, "own|s" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *choices = choose (event, 0, cases[i].minutes * 600);

      g_assert_cmpstr (choices, ==, cases[i].choices);
    }
}

static void
test_profiles_are_shared_and_meet (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("wave a | name=A | routes=x\n"
                                                       "wave b | name=B | routes=x;y\nwave c | name=C | routes=y\n"
                                                       "entrant 1 | given=A | route=x\n"
                                                       "entrant 2 | given=B | route=y\nentrant 3 | given=C | route=z\n");
  g_autoptr (MarathonWaveTerms) terms = marathon_wave_terms_new (event);
  const MarathonRoster *roster = marathon_event_get_roster (event);
  guint x = marathon_wave_terms_find_profile (terms, 0, marathon_roster_get (roster, 0)->route);
  guint y = marathon_wave_terms_find_profile (terms, 0, marathon_roster_get (roster, 1)->route);
  guint z = marathon_wave_terms_find_profile (terms, 0, marathon_roster_get (roster, 2)->route);
  guint both = marathon_wave_terms_intersect (terms, x, y);

  g_assert_cmpuint (marathon_wave_terms_find_profile (terms, 0, marathon_roster_get (roster, 0)->route), ==, x);
  g_assert_cmpuint (marathon_wave_terms_get_profile (terms, both)->n_choices, ==, 1);
  g_assert_cmpuint (marathon_wave_terms_get_profile (terms, both)->choices[0].wave, ==, 1);
  g_assert_cmpuint (marathon_wave_terms_intersect (terms, y, x), ==, both);
  g_assert_cmpuint (marathon_wave_terms_get_profile (terms, z)->n_choices, ==, 0);
}

/* Bitmaps have several words then. */
static void
test_many_waves_are_told_apart (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (MarathonEvent) event = NULL;
  g_autofree char *choices = NULL;

  for (guint i = 0; i < 130; i++)
    g_string_append_printf (text, "wave w%u | name=W | from=%u:00:00 | routes=%s\n", i, i % 90 + 1, i == 129 ? "x" : "y");
  g_string_append (text, "entrant 1 | given=A | route=x\n");
  event = model_fixture_new (text->str);
  choices = choose (event, 0, 6000);
  g_assert_cmpstr (choices, ==, "w129");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wave-terms/bands-make-levels", test_bands_make_levels);
  g_test_add_func ("/wave-terms/weights-are-sizes-or-shares", test_weights_are_sizes_or_shares);
  g_test_add_func ("/wave-terms/choices-go-from-fast-to-slow", test_choices_go_from_fast_to_slow);
  g_test_add_func ("/wave-terms/a-route-for-any-time-overflows-by-time", test_a_route_for_any_time_overflows_by_time);
  g_test_add_func ("/wave-terms/profiles-are-shared-and-meet", test_profiles_are_shared_and_meet);
  g_test_add_func ("/wave-terms/many-waves-are-told-apart", test_many_waves_are_told_apart);
  return g_test_run ();
}
