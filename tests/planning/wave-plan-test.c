/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the wave plan must do, case by case, and that its laws hold for any event.
 */
#include "planning/wave-plan.h"

#include "planning/plan-fixture.h"
#include "planning/random-event.h"
#include "planning/wave-laws.h"

#define N_RANDOM_EVENTS 300

/* Three waves by predicted time, of two places each, and an open one behind them. */
#define THREE_WAVES \
  "wave red-1 | name=Red 1 | time=10:00 | to=3:00:00 | capacity=2\n" \
  "wave red-2 | name=Red 2 | time=10:20 | from=3:00:00 | to=4:00:00 | capacity=2\n" \
  "wave red-3 | name=Red 3 | time=10:40 | from=4:00:00 | capacity=2\n"

typedef struct {
  const char *name;
  const char *event;
  const char *plan;   /* plan_fixture_describe() */
  const char *places; /* after the plan */
} Case;

static const Case cases[] = {
  { "predicted-time-decides",
    THREE_WAVES "entrant 1 | given=A | predicted=2:59:59\n"
                "entrant 2 | given=B | predicted=3:00:00\n"
                "entrant 3 | given=C | predicted=7:00:00\n",
    "1=red-1 (predicted 2:59:59 red-1)\n2=red-2 (predicted 3:00:00 red-2)\n3=red-3 (predicted 7:00:00 red-3)\n",
    "1=red-1 2=red-2 3=red-3" },
  { "overflow-goes-to-the-next-slower-wave",
    THREE_WAVES "entrant 1 | given=A | predicted=2:30:00\n"
                "entrant 2 | given=B | predicted=2:20:00\n"
                "entrant 3 | given=C | predicted=2:10:00\n",
    "1=red-2 (overflow 2:30:00 red-1 2 2 0)\n2=red-1 (predicted 2:20:00 red-1)\n3=red-1 (predicted 2:10:00 red-1)\n",
    "1=red-2 2=red-1 3=red-1" },
  { "full-waves-leave-the-last-in-priority-unplaced",
    "wave w | name=W | capacity=1 | to=3:00:00\n"
    "entrant 1 | given=A | predicted=2:30:00\n"
    "entrant 2 | given=B | predicted=2:20:00\n",
    "2=w (only-wave w)\n1! full w 1 1 0\n", "1=- 2=w" },
  { "slower-than-every-wave-is-not-placed-earlier",
    "wave w | name=W | to=3:00:00\nentrant 1 | given=A | predicted=3:00:00\n", "1! too-slow 3:00:00\n", "1=-" },
  { "earlier-entry-then-id-settle-ties",
    "wave w | name=W | capacity=2\n"
    "entrant 1 | given=A | predicted=3:00:00\n"
    "entrant 2 | given=B | predicted=3:00:00 | entered=2014-01-02\n"
    "entrant 3 | given=C | predicted=3:00:00 | entered=2014-01-01\n"
    "entrant 4 | given=D | predicted=3:00:00 | entered=2014-01-02\n",
    "2=w (only-wave w)\n3=w (only-wave w)\n1! full w 2 2 0\n4! full w 2 2 0\n", "1=- 2=w 3=w 4=-" },
  { "no-time-and-no-default-go-to-the-slowest",
    THREE_WAVES "entrant 1 | given=A\n", "1=red-3 (no-time red-3)\n", "1=red-3" },
  { "no-time-takes-the-default",
    THREE_WAVES "rules | default-predicted=3:30:00\nentrant 1 | given=A\n", "1=red-2 (default-time 3:30:00 red-2)\n", "1=red-2" },
  { "headroom-is-left-free",
    "wave a | name=A | to=3:00:00 | capacity=3 | headroom=2\nwave b | name=B\n"
    "entrant 1 | given=A | predicted=2:00:00\nentrant 2 | given=B | predicted=2:10:00\n",
    "1=a (predicted 2:00:00 a)\n2=b (overflow 2:10:00 a 1 3 2)\n", "1=a 2=b" },
  { "pinned-people-in-the-headroom-drive-nobody-out",
    "wave a | name=A | to=3:00:00 | capacity=3 | headroom=2\nwave b | name=B\n"
    "entrant 1 | given=A | predicted=2:00:00 | wave=a\n"
    "entrant 2 | given=B | predicted=2:10:00 | wave=a | pins=wave\n"
    "entrant 3 | given=C | predicted=2:20:00 | wave=a | pins=wave\n",
    "", "1=a 2=a 3=a" },
  { "who-is-in-the-headroom-stays",
    "wave a | name=A | to=3:00:00 | capacity=2 | headroom=1\nwave b | name=B\n"
    "entrant 1 | given=A | predicted=2:00:00 | wave=a\nentrant 2 | given=B | predicted=2:10:00 | wave=a\n"
    "entrant 3 | given=C | predicted=2:01:00\n",
    "3=b (overflow 2:01:00 a 2 2 1)\n", "1=a 2=a 3=b" },
  { "over-capacity-only-so-many-go-that-the-headroom-stays-taken",
    "wave a | name=A | to=3:00:00 | capacity=2 | headroom=1\nwave b | name=B\n"
    "entrant 1 | given=A | predicted=2:00:00 | wave=a\nentrant 2 | given=B | predicted=2:10:00 | wave=a\n"
    "entrant 3 | given=C | predicted=2:20:00 | wave=a\n",
    "3=b (overflow 2:20:00 a 2 2 1)\n", "1=a 2=a 3=b" },
  { "people-over-capacity-go-slowest-first",
    "wave a | name=A | to=3:00:00 | capacity=2\nwave b | name=B\n"
    "entrant 1 | given=A | predicted=2:00:00 | wave=a | pins=wave\n"
    "entrant 2 | given=B | predicted=2:10:00 | wave=a\n"
    "entrant 3 | given=C | predicted=2:20:00 | wave=a\n",
    "3=b (overflow 2:20:00 a 2 2 0)\n", "1=a 2=a 3=b" },
  { "collected-printed-and-pinned-stay-where-they-are",
    "wave a | name=A | to=3:00:00 | capacity=1\nwave b | name=B\n"
    "entrant 1 | given=A | predicted=4:00:00 | wave=a | pins=wave\n"
    "entrant 2 | given=B | predicted=4:00:00 | wave=a | bib=2 | printed=yes\n"
    "entrant 3 | given=C | predicted=4:00:00 | wave=a | bib=3 | collected=2014-04-12T10:00:00Z\n"
    "entrant 4 | given=D | predicted=4:00:00 | wave=a\n",
    "4=b (predicted 4:00:00 b)\n", "1=a 2=a 3=a 4=b" },
  { "only-accepted-people-are-planned-and-others-take-no-place",
    "wave a | name=A | capacity=1\n"
    "entrant 1 | given=A | status=applied\n"
    "entrant 2 | given=B | status=withdrawn | wave=a\n"
    "entrant 3 | given=C\n",
    "3=a (only-wave a)\n", "1=- 2=a 3=a" },
  { "withdrawn-but-collected-takes-a-place",
    "wave a | name=A | capacity=1\n"
    "entrant 1 | given=A | status=withdrawn | wave=a | bib=1 | collected=2014-04-12T10:00:00Z\n"
    "entrant 2 | given=B\n",
    "2! full a 1 1 0\n", "1=a 2=-" },
  { "who-is-in-a-slower-wave-moves-up-when-a-place-is-free",
    THREE_WAVES "entrant 1 | given=A | predicted=2:00:00 | wave=red-3\n", "1=red-1 (predicted 2:00:00 red-1)\n", "1=red-1" },
  { "nobody-in-place-moves-for-a-newcomer",
    THREE_WAVES "entrant 1 | given=A | predicted=2:50:00 | wave=red-1\n"
                "entrant 2 | given=B | predicted=2:51:00 | wave=red-1\n"
                "entrant 3 | given=C | predicted=2:10:00\n",
    "3=red-2 (overflow 2:10:00 red-1 2 2 0)\n", "1=red-1 2=red-1 3=red-2" },
  { "a-hole-is-filled-down-the-line",
    THREE_WAVES "entrant 1 | given=A | predicted=2:50:00 | wave=red-1\n"
                "entrant 2 | given=B | predicted=2:10:00 | wave=red-2\n"
                "entrant 3 | given=C | predicted=2:20:00 | wave=red-2\n"
                "entrant 4 | given=D | predicted=3:20:00 | wave=red-3\n",
    "2=red-1 (predicted 2:10:00 red-1)\n4=red-2 (predicted 3:20:00 red-2)\n", "1=red-1 2=red-1 3=red-2 4=red-2" },
  { "guides-take-places",
    "wave a | name=A | to=4:00:00 | capacity=3\nwave b | name=B\n"
    "entrant 1 | given=A | predicted=3:00:00\nguide 11 | given=G\nguide 12 | given=H\n"
    "entrant 2 | given=B | predicted=3:10:00\n",
    "1=a (predicted 3:00:00 a)\n2=b (overflow 3:10:00 a 3 3 0)\n", "1=a 2=b" },
  { "a-unit-that-does-not-fit-lets-a-smaller-one-by",
    "wave a | name=A | to=4:00:00 | capacity=1\nwave b | name=B\n"
    "entrant 1 | given=A | predicted=3:00:00\nguide 11 | given=G\n"
    "entrant 2 | given=B | predicted=3:10:00\n",
    "1=b (overflow 3:00:00 a 1 1 0)\n2=a (predicted 3:10:00 a)\n", "1=b 2=a" },
  { "a-group-starts-with-its-slowest-member",
    THREE_WAVES "group g | name=Sisters | together=yes\n"
                "entrant 1 | given=A | predicted=2:00:00 | group=g\n"
                "entrant 2 | given=B | predicted=3:30:00 | group=g\n",
    "1=red-2 (group g 3:30:00 red-2)\n2=red-2 (group g 3:30:00 red-2)\n", "1=red-2 2=red-2" },
  { "a-group-without-together-is-planned-one-by-one",
    THREE_WAVES "group g | name=Club\n"
                "entrant 1 | given=A | predicted=2:00:00 | group=g\n"
                "entrant 2 | given=B | predicted=3:30:00 | group=g\n",
    "1=red-1 (predicted 2:00:00 red-1)\n2=red-2 (predicted 3:30:00 red-2)\n", "1=red-1 2=red-2" },
  { "a-group-overflows-whole",
    THREE_WAVES "group g | name=Sisters | together=yes\n"
                "entrant 1 | given=A | predicted=2:00:00\n"
                "entrant 2 | given=B | predicted=2:30:00 | group=g\n"
                "entrant 3 | given=C | predicted=2:30:00 | group=g\n",
    "1=red-1 (predicted 2:00:00 red-1)\n"
    "2=red-2 (group-overflow g 2:30:00 red-1 1 2 0)\n3=red-2 (group-overflow g 2:30:00 red-1 1 2 0)\n",
    "1=red-1 2=red-2 3=red-2" },
  { "a-group-with-a-member-without-time-starts-last",
    THREE_WAVES "group g | name=Sisters | together=yes\n"
                "entrant 1 | given=A | predicted=2:00:00 | group=g\n"
                "entrant 2 | given=B | group=g\n",
    "1=red-3 (group-no-time g red-3)\n2=red-3 (group-no-time g red-3)\n", "1=red-3 2=red-3" },
  { "a-group-follows-its-fixed-member",
    THREE_WAVES "group g | name=Sisters | together=yes\n"
                "entrant 1 | given=A | predicted=2:00:00 | group=g | wave=red-3 | pins=wave\n"
                "entrant 2 | given=B | predicted=2:30:00 | group=g | wave=red-1\n",
    "2=red-3 (group-follows g red-3)\n", "1=red-3 2=red-3" },
  { "nobody-follows-into-a-wave-that-is-too-early",
    THREE_WAVES "group g | name=Sisters | together=yes\n"
                "entrant 1 | given=A | predicted=2:00:00 | group=g | wave=red-1 | pins=wave\n"
                "entrant 2 | given=B | predicted=3:30:00 | group=g\n",
    "2=red-2 (predicted 3:30:00 red-2)\n", "1=red-1 2=red-2" },
  { "nobody-follows-into-a-full-wave",
    THREE_WAVES "group g | name=Sisters | together=yes\n"
                "entrant 1 | given=A | group=g | wave=red-1 | pins=wave\n"
                "entrant 2 | given=B | predicted=2:00:00 | group=g\n"
                "entrant 3 | given=C | predicted=2:00:00 | group=g\n",
    "2=red-2 (group-overflow g 2:00:00 red-1 1 2 0)\n3=red-2 (group-overflow g 2:00:00 red-1 1 2 0)\n",
    "1=red-1 2=red-2 3=red-2" },
  { "a-group-that-no-wave-takes-is-planned-apart",
    "category man | name=Men\ncategory woman | name=Women\n"
    "wave m | name=M | categories=man\nwave w | name=W | categories=woman\n"
    "group g | name=Couple | together=yes\n"
    "entrant 1 | given=A | category=man | group=g\nentrant 2 | given=B | category=woman | group=g\n",
    "1=m (group-apart g m)\n2=w (group-apart g w)\n", "1=m 2=w" },
  { "a-new-member-joins-where-the-others-are",
    "start red | name=Red\nstart blue | name=Blue\n"
    "wave r | name=R | start=red | capacity=10\nwave b | name=B | start=blue | capacity=10\n"
    "group g | name=Pair | together=yes\n"
    "entrant 1 | given=A | wave=b | group=g\nentrant 2 | given=B | group=g\nentrant 3 | given=C | wave=b\n",
    "2=b (group-no-time g b)\n", "1=b 2=b 3=b" },
  { "waves-that-name-the-category-take-it-alone",
    "category elite | name=Elite\ncategory mass | name=Mass\n"
    "wave e | name=E | categories=elite\nwave m | name=M\n"
    "entrant 1 | given=A | category=elite\nentrant 2 | given=B | category=mass\nentrant 3 | given=C\n",
    "1=e (only-wave e)\n2=m (only-wave m)\n3=m (only-wave m)\n", "1=e 2=m 3=m" },
  { "who-has-no-category-waits-for-one-where-waves-ask",
    "category elite | name=Elite\nwave e | name=E | categories=elite\nentrant 1 | given=A\n", "1! no-category-yet\n", "1=-" },
  { "a-category-that-only-named-waves-refuse-has-no-wave",
    "category elite | name=Elite\ncategory mass | name=Mass\nwave e | name=E | categories=elite\n"
    "entrant 1 | given=A | category=mass\n", "1! no-wave\n", "1=-" },
  { "a-route-that-no-wave-takes-does-not-wait-for-a-category",
    "wave c | name=C | routes=club\nentrant 1 | given=A\n", "1! no-wave\n", "1=-" },
  { "waves-that-name-the-route-come-first",
    "wave fast | name=F | to=3:00:00\nwave champ | name=C | to=3:00:00 | routes=championship | capacity=1\nwave slow | name=S\n"
    "entrant 1 | given=A | predicted=2:20:00 | route=championship\n"
    "entrant 2 | given=B | predicted=2:30:00 | route=championship\n"
    "entrant 3 | given=C | predicted=2:10:00 | route=ballot\n",
    "1=champ (predicted 2:20:00 champ)\n2=fast (overflow 2:30:00 champ 1 1 0)\n3=fast (predicted 2:10:00 fast)\n",
    "1=champ 2=fast 3=fast" },
  { "overflow-of-a-route-is-never-faster-than-its-wave",
    "wave fast | name=F | to=3:00:00\nwave charity | name=C | to=5:00:00 | routes=charity | capacity=1\nwave slow | name=S\n"
    "entrant 1 | given=A | predicted=2:20:00 | route=charity\n"
    "entrant 2 | given=B | predicted=2:30:00 | route=charity\n",
    "1=charity (predicted 2:20:00 charity)\n2=slow (overflow 2:30:00 charity 1 1 0)\n", "1=charity 2=slow" },
  { "a-changed-category-moves-the-entrant",
    "category elite | name=Elite\ncategory mass | name=Mass\n"
    "wave e | name=E | categories=elite\nwave m | name=M | categories=mass\n"
    "entrant 1 | given=A | category=mass | wave=e\n",
    "1=m (only-wave m)\n", "1=m" },
  { "a-place-that-may-not-be-kept-is-taken-away",
    "category elite | name=Elite\nwave e | name=E | categories=elite\nentrant 1 | given=A | wave=e\n",
    "1=- (no-category-yet)\n1! no-category-yet\n", "1=-" },
  { "equal-waves-are-filled-evenly",
    "wave a | name=A | capacity=4 | to=4:00:00\nwave b | name=B | capacity=2 | to=4:00:00\n"
    "entrant 1 | given=A | predicted=2:01:00\nentrant 2 | given=B | predicted=2:02:00\n"
    "entrant 3 | given=C | predicted=2:03:00\nentrant 4 | given=D | predicted=2:04:00\n"
    "entrant 5 | given=E | predicted=2:05:00\nentrant 6 | given=F | predicted=2:06:00\n",
    NULL, "1=a 2=b 3=a 4=a 5=b 6=a" },
  { "shares-of-starts-decide-where-they-are-said",
    "start red | name=Red | share=75\nstart blue | name=Blue | share=25\n"
    "wave r | name=R | start=red | capacity=100\nwave b | name=B | start=blue | capacity=100\n"
    "entrant 1 | given=A\nentrant 2 | given=B\nentrant 3 | given=C\nentrant 4 | given=D\n",
    NULL, "1=r 2=b 3=r 4=r" },
  { "waves-without-band-follow-their-clock",
    "wave late | name=L | time=11:00 | capacity=1\nwave soon | name=S | time=10:00 | capacity=1\n"
    "entrant 1 | given=A | predicted=3:00:00\nentrant 2 | given=B | predicted=2:00:00\n",
    "1=late (overflow 3:00:00 soon 1 1 0)\n2=soon (predicted 2:00:00 soon)\n", "1=late 2=soon" },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (MarathonEvent) event = model_fixture_new (test->event);
  g_autoptr (MarathonPlan) plan = marathon_wave_plan_new (event);
  g_autoptr (MarathonPlan) again = NULL;
  g_autofree char *text = plan_fixture_describe (event, plan);
  g_autofree char *places = NULL;

  if (test->plan != NULL)
    g_assert_cmpstr (text, ==, test->plan);
  plan_fixture_apply (event, plan);
  places = plan_fixture_places (event, MARATHON_FIELD_WAVE);
  g_assert_cmpstr (places, ==, test->places);
  again = marathon_wave_plan_new (event);
  g_assert_cmpuint (marathon_plan_get_n_changes (again), ==, 0);
}

/* --- Laws --- */

static void
test_the_laws_hold (void)
{
  for (guint seed = 0; seed < N_RANDOM_EVENTS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (MarathonEvent) event = random_event_new (random);
      g_autoptr (MarathonEvent) before = marathon_event_snapshot (event);
      g_autoptr (MarathonPlan) plan = marathon_wave_plan_new (before);
      g_autoptr (MarathonPlan) again = NULL;

      g_test_message ("seed %u", seed);
      plan_fixture_apply (event, plan);
      wave_laws_check (before, plan, event);
      again = marathon_wave_plan_new (event);
      g_assert_cmpuint (marathon_plan_get_n_changes (again), ==, 0);
      wave_laws_check (event, again, event);
    }
}

static void
test_a_new_entrant_moves_nobody_else (void)
{
  for (guint seed = 0; seed < N_RANDOM_EVENTS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (MarathonEvent) event = random_event_new (random);
      g_autoptr (MarathonPlan) plan = marathon_wave_plan_new (event);
      guint position = marathon_roster_get_size (marathon_event_get_roster (event));
      g_autoptr (GString) line = g_string_new (NULL);
      g_autoptr (MarathonPlan) next = NULL;

      g_test_message ("seed %u", seed);
      plan_fixture_apply (event, plan);
      random_event_append_single (line, random, 0xabcd);
      model_fixture_add (event, line->str);
      next = marathon_wave_plan_new (event);
      g_assert_cmpuint (next->counts.changed + next->counts.unplaced, ==, plan->counts.unplaced + 1);
      for (guint i = 0; i < marathon_plan_get_n_changes (next); i++)
        g_assert_cmpuint (marathon_plan_get_change (next, i)->position, ==, position);
    }
}

/* Withdraws the first who has a wave, is not fixed and in no group; FALSE where there is none. */
static gboolean
withdraw_one (MarathonEvent *event)
{
  const MarathonRoster *roster = marathon_event_get_roster (event);

  for (guint i = 0; i < marathon_roster_get_size (roster); i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (roster, i);
      g_autoptr (GError) error = NULL;

      if (entrant->status != MARATHON_STATUS_ACCEPTED || entrant->wave == 0 || entrant->group != 0 || entrant->flags != 0)
        continue;
      model_fixture_set (event, i, "status", "withdrawn", &error);
      g_assert_no_error (error);
      return TRUE;
    }
  return FALSE;
}

static void
test_a_freed_place_only_betters_others (void)
{
  guint n_moved = 0;

  for (guint seed = 0; seed < N_RANDOM_EVENTS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (MarathonEvent) event = random_event_new (random);
      g_autoptr (MarathonPlan) plan = marathon_wave_plan_new (event);
      g_autoptr (MarathonPlan) next = NULL;

      g_test_message ("seed %u", seed);
      plan_fixture_apply (event, plan);
      if (!withdraw_one (event))
        continue;
      next = marathon_wave_plan_new (event);
      for (guint i = 0; i < marathon_plan_get_n_changes (next); i++, n_moved++)
        {
          const MarathonPlanChange *change = marathon_plan_get_change (next, i);
          const MarathonEntrant *entrant = marathon_roster_get (marathon_event_get_roster (event), change->position);

          if (entrant->group == 0)
            g_assert_cmpint (wave_laws_compare (event, change->position, change->handle, entrant->wave), <, 0);
          else
            g_assert_cmpuint (change->handle, !=, 0);
        }
    }
  g_assert_cmpuint (n_moved, >, 0);
}

static void
test_everybody_is_counted_once (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("wave a | name=A | to=3:00:00 | capacity=2\n"
                                                       "entrant 1 | given=A | predicted=2:00:00 | wave=a\n"
                                                       "entrant 2 | given=B | predicted=4:00:00 | wave=a | pins=wave\n"
                                                       "entrant 3 | given=C | predicted=2:00:00\n"
                                                       "entrant 4 | given=D | status=applied\n");
  g_autoptr (MarathonPlan) full = marathon_wave_plan_new (event);
  g_autoptr (MarathonPlan) wide = NULL;

  plan_fixture_assert_counts (full, 1, 1, 0, 1);
  model_fixture_add (event, "wave b | name=B\n");
  wide = marathon_wave_plan_new (event);
  plan_fixture_assert_counts (wide, 1, 1, 1, 0);
}

static void
test_moves_are_told_from_first_places (void)
{
  g_autoptr (MarathonEvent) event =
    model_fixture_new (THREE_WAVES "category elite | name=Elite\nwave e | name=E | categories=elite\n"
                                   "entrant 1 | given=A | predicted=2:00:00 | wave=red-3\n"
                                   "entrant 2 | given=B | predicted=2:00:00\n"
                                   "entrant 3 | given=C | predicted=4:00:00 | wave=e\n"
                                   "entrant 4 | given=D | predicted=4:00:00\n"
                                   "entrant 5 | given=E | predicted=2:00:00 | route=x | wave=red-3 | pins=wave\n");
  g_autoptr (MarathonPlan) plan = marathon_wave_plan_new (event);
  static const gboolean is_move[] = { TRUE, FALSE, TRUE };

  plan_fixture_assert_counts (plan, 0, 1, 3, 1);
  g_assert_cmpuint (plan->counts.moved, ==, 2);
  g_assert_cmpuint (plan->counts.placed, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (is_move); i++)
    g_assert_cmpint (marathon_plan_get_change (plan, i)->is_move, ==, is_move[i]);
}

static void
test_who_is_kept_keeps_the_reason (void)
{
  g_autoptr (MarathonEvent) event =
    model_fixture_new (THREE_WAVES "entrant 1 | given=A | predicted=2:00:00 | wave=red-1 | wave-reason=overflow 2:00:00 red-0\n");
  g_autoptr (MarathonPlan) plan = marathon_wave_plan_new (event);
  g_autofree char *reason = NULL;

  plan_fixture_apply (event, plan);
  reason = model_fixture_get (event, 0, "wave-reason");
  g_assert_cmpstr (reason, ==, "overflow 2:00:00 red-0");
}

static void
test_raised_headroom_moves_nobody (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("wave a | name=A | to=3:00:00 | capacity=2 | headroom=1\nwave b | name=B\n"
                                                       "entrant 1 | given=A | predicted=2:00:00 | wave=a\n"
                                                       "entrant 2 | given=B | predicted=2:10:00 | wave=a\n");
  g_autoptr (MarathonPlan) plan = marathon_wave_plan_new (event);

  g_assert_cmpuint (marathon_plan_get_n_changes (plan), ==, 0);
  plan_fixture_assert_counts (plan, 2, 0, 0, 0);
}

static void
test_an_empty_event_has_an_empty_plan (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  g_autoptr (MarathonPlan) plan = marathon_wave_plan_new (event);

  plan_fixture_assert_counts (plan, 0, 0, 0, 0);
  g_assert_cmpuint (marathon_plan_get_n_changes (plan), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/wave-plan/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/wave-plan/everybody-is-counted-once", test_everybody_is_counted_once);
  g_test_add_func ("/wave-plan/moves-are-told-from-first-places", test_moves_are_told_from_first_places);
  g_test_add_func ("/wave-plan/who-is-kept-keeps-the-reason", test_who_is_kept_keeps_the_reason);
  g_test_add_func ("/wave-plan/raised-headroom-moves-nobody", test_raised_headroom_moves_nobody);
  g_test_add_func ("/wave-plan/the-laws-hold", test_the_laws_hold);
  g_test_add_func ("/wave-plan/a-new-entrant-moves-nobody-else", test_a_new_entrant_moves_nobody_else);
  g_test_add_func ("/wave-plan/a-freed-place-only-betters-others", test_a_freed_place_only_betters_others);
  g_test_add_func ("/wave-plan/an-empty-event-has-an-empty-plan", test_an_empty_event_has_an_empty_plan);
  return g_test_run ();
}
