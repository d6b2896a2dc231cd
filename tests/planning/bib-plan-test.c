/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the bib plan must do, case by case, and that its laws hold for any event.
 */
#include "planning/bib-plan.h"

#include "planning/bib-laws.h"
#include "planning/plan-fixture.h"
#include "planning/random-event.h"

#define N_RANDOM_EVENTS 300

typedef struct {
  const char *name;
  MarathonBibPlanMode mode;
  const char *event;
  const char *plan;
} Case;

#define FILL MARATHON_BIB_PLAN_FILL
#define RENUMBER MARATHON_BIB_PLAN_RENUMBER

static const Case cases[] = {
  { "the-faster-get-the-lower-numbers", FILL,
    "bib-block b | name=B | numbers=1-9\n"
    "entrant 1 | given=A | predicted=3:00:00\nentrant 2 | given=B\nentrant 3 | given=C | predicted=2:00:00\n",
    "1=2 (block b)\n2=3 (block b)\n3=1 (block b)\n" },
  { "rank-orders-elite-numbers", FILL,
    "bib-block b | name=B | numbers=1-9 | order=rank\nentrant 1 | given=A | rank=2\nentrant 2 | given=B\nentrant 3 | given=C | rank=1\n",
    "1=2 (block b)\n2=3 (block b)\n3=1 (block b)\n" },
  { "personal-bests-order-numbers", FILL,
    "bib-block b | name=B | numbers=1-9 | order=pb\nentrant 1 | given=A | pb=2:10:00\nentrant 2 | given=B | pb=2:05:00\n",
    "1=2 (block b)\n2=1 (block b)\n" },
  { "qualifying-times-order-numbers", FILL,
    "bib-block b | name=B | numbers=1-9 | order=qualifying\n"
    "entrant 1 | given=A | qualifying=2:10:00\nentrant 2 | given=B | qualifying=2:05:00\n",
    "1=2 (block b)\n2=1 (block b)\n" },
  { "entry-dates-order-numbers", FILL,
    "bib-block b | name=B | numbers=1-9 | order=entered\n"
    "entrant 1 | given=A\nentrant 2 | given=B | entered=2014-02-01\nentrant 3 | given=C | entered=2014-01-01\n",
    "1=3 (block b)\n2=2 (block b)\n3=1 (block b)\n" },
  { "names-order-numbers-in-the-event-s-language", FILL,
    "event | title=R | language=sv\nbib-block b | name=B | numbers=1-9 | order=name\n"
    "entrant 1 | family=\xc3\x96strand | given=A\nentrant 2 | family=Zorn | given=B\nentrant 3 | family=Berg | given=C\n"
    "entrant 4 | family=Berg | given=Anna\nentrant 5 | family=von Adel | given=E | sort-key=Adel\nentrant 6 | given=Cher\n",
    "1=6 (block b)\n2=5 (block b)\n3=3 (block b)\n4=2 (block b)\n5=1 (block b)\n6=4 (block b)\n" },
  { "waves-order-numbers-by-their-start-time", FILL,
    "bib-block b | name=B | numbers=1-9 | order=wave\n"
    "wave never | name=N\nwave late | name=L | time=11:00\nwave soon | name=S | time=10:00\n"
    "entrant 1 | given=A | wave=late\nentrant 2 | given=B | wave=soon\nentrant 3 | given=C\nentrant 4 | given=D | wave=never\n",
    "1=2 (block b)\n2=1 (block b)\n3=4 (block b)\n4=3 (block b)\n" },
  { "ties-are-settled-by-id", FILL,
    "bib-block b | name=B | numbers=1-9\nentrant 2 | given=A\nentrant 1 | given=B\n", "2=2 (block b)\n1=1 (block b)\n" },
  { "prefix-and-leading-zeros-are-written", FILL,
    "bib-block b | name=B | prefix=A | numbers=7-9 | digits=3\nentrant 1 | given=A\n", "1=A007 (block b)\n" },
  { "who-has-a-bib-keeps-it-even-outside-the-block", FILL,
    "bib-block b | name=B | numbers=1-9\nentrant 1 | given=A | bib=500\nentrant 2 | given=B\n", "2=1 (block b)\n" },
  { "numbers-in-use-are-not-given", FILL,
    "group g | name=G | bib=3\nbib-block b | name=B | numbers=1-9\n"
    "entrant 1 | given=A | bib=01 | status=withdrawn\nentrant 2 | given=B | bib=99\nguide 21 | given=H | bib=2\n"
    "entrant 3 | given=C\nbinned 4 | given=D | bib=4 | printed=yes\nbinned 5 | given=E | bib=5\n",
    "3=5 (block b)\n" },
  { "members-of-a-group-with-a-bib-get-none", FILL,
    "group g | name=G | bib=900\nbib-block b | name=B | numbers=1-9\nentrant 1 | given=A | group=g\nentrant 2 | given=B\n",
    "2=1 (block b)\n" },
  { "excluded-numbers-are-not-given", FILL,
    "bib-block b | name=B | numbers=12-14,-13\nentrant 1 | given=A\nentrant 2 | given=B\nentrant 3 | given=C\n",
    "1=12 (block b)\n2=14 (block b)\n3! bibs-exhausted b\n" },
  { "late-numbers-are-kept", FILL,
    "bib-block b | name=B | numbers=1-3 | late-share=34\nentrant 1 | given=A\nentrant 2 | given=B\n",
    "1=1 (block b)\n2! bibs-exhausted b\n" },
  { "the-block-that-names-more-comes-first", FILL,
    "category e | name=E\nbib-block open | name=O | numbers=100-199\nbib-block elite | name=E | numbers=1-1 | categories=e\n"
    "entrant 1 | given=A | category=e | predicted=2:20:00\nentrant 2 | given=B | category=e | predicted=2:10:00\n"
    "entrant 3 | given=C\n",
    "1=100 (block-after open elite)\n2=1 (block elite)\n3=101 (block open)\n" },
  { "blocks-are-for-waves-and-routes", FILL,
    "wave w | name=W\nbib-block w | name=W | numbers=1-9 | waves=w\nbib-block r | name=R | numbers=10-19 | routes=club\n"
    "entrant 1 | given=A | wave=w\nentrant 2 | given=B | route=club\nentrant 3 | given=C | route=ballot\n",
    "1=1 (block w)\n2=10 (block r)\n3! no-wave-yet\n" },
  { "who-has-a-wave-comes-before-who-has-none", FILL,
    "wave w | name=W\nbib-block b | name=B | numbers=1-2\n"
    "entrant 1 | given=A | predicted=2:00:00\nentrant 2 | given=B | predicted=3:00:00 | wave=w\n"
    "entrant 3 | given=C | predicted=2:30:00\n",
    "1=1 (block b)\n2=2 (block b)\n3! bibs-exhausted b\n" },
  { "where-all-have-numbers-the-order-of-the-block-decides", FILL,
    "wave w | name=W\nbib-block b | name=B | numbers=1-2\n"
    "entrant 1 | given=A | predicted=2:00:00\nentrant 2 | given=B | predicted=3:00:00 | wave=w\n",
    "1=1 (block b)\n2=2 (block b)\n" },
  { "who-lacks-what-the-blocks-ask-is-told-so", FILL,
    "category e | name=E\nwave w | name=W\nbib-block e | name=E | numbers=1-9 | categories=e | waves=w\n"
    "bib-block c | name=C | numbers=10-19 | routes=club | waves=w\n"
    "entrant 1 | given=A\nentrant 2 | given=B | category=e\nentrant 3 | given=C | wave=w\n"
    "category m | name=M\nentrant 4 | given=D | category=m\nentrant 5 | given=E | category=m | route=club\n",
    "1! no-category-yet\n2! no-wave-yet\n3! no-category-yet\n4! no-block\n5! no-wave-yet\n" },
  { "overlapping-blocks-give-a-number-once", FILL,
    "category e | name=E\nbib-block a | name=A | numbers=1-9 | categories=e\nbib-block b | name=B | numbers=1-9\n"
    "entrant 1 | given=A | category=e\nentrant 2 | given=B\n",
    "1=1 (block a)\n2=2 (block b)\n" },
  { "the-same-prefix-in-another-case-is-the-same-number", FILL,
    "bib-block b | name=B | prefix=w | numbers=1-9\nentrant 1 | given=A | bib=W1\nentrant 2 | given=B\n", "2=w2 (block b)\n" },
  { "a-prefix-that-runs-into-the-number-gives-none", FILL,
    "bib-block b | name=B | prefix=A1 | numbers=1-9\nentrant 1 | given=A\n", "1! bibs-exhausted b\n" },
  { "a-bib-that-would-be-too-long-is-not-given", FILL,
    "bib-block b | name=B | prefix=ABCDEFGH | numbers=99999999-100000001\nentrant 1 | given=A\nentrant 2 | given=B\n",
    "1=ABCDEFGH99999999 (block b)\n2! bibs-exhausted b\n" },
  { "only-accepted-people-get-a-bib", FILL,
    "bib-block b | name=B | numbers=1-9\nentrant 1 | given=A | status=applied\n", "" },
  { "guides-get-bibs-made-of-the-athlete-s", FILL,
    "bib-block b | name=B | numbers=37-99\n"
    "entrant 1 | given=A\nguide 11 | given=G\nguide 12 | given=H\n"
    "entrant 2 | given=B | bib=500\nguide 21 | given=I | bib=X\nguide 22 | given=J\n",
    "1=37 (block b)\n1.0=G37 (guide-bib)\n1.1=G37-2 (guide-bib)\n2.1=G500-2 (guide-bib)\n" },
  { "a-guide-s-bib-that-is-taken-is-told", FILL,
    "entrant 1 | given=A | bib=1\nguide 11 | given=G\nentrant 2 | given=B | bib=G1\n", "1.0! guide-bib-taken\n" },
  { "renumbering-gives-all-but-fixed-bibs-anew", RENUMBER,
    "bib-block b | name=B | numbers=1-9\n"
    "entrant 1 | given=A | predicted=4:00:00 | bib=1\nentrant 2 | given=B | predicted=3:00:00 | bib=2\n"
    "entrant 3 | given=C | predicted=5:00:00 | bib=3 | pins=bib\n"
    "entrant 4 | given=D | predicted=2:00:00 | bib=500 | printed=yes\n"
    "entrant 5 | given=E | predicted=2:00:00 | bib=501 | collected=2014-04-12T10:00:00Z\n"
    "entrant 6 | given=F | predicted=2:00:00 | bib=502 | status=withdrawn\n",
    "1=2 (block b)\n2=1 (block b)\n" },
  { "renumbering-moves-guides-with-their-athletes", RENUMBER,
    "bib-block b | name=B | numbers=1-9\n"
    "entrant 1 | given=A | bib=7\nguide 11 | given=G | bib=G7\nguide 12 | given=H | bib=HELPER\n"
    "guide 13 | given=I | bib=G7-3 | collected=2014-04-12T10:00:00Z\n",
    "1=1 (block b)\n1.0=G1 (guide-bib)\n" },
  { "renumbering-takes-a-bib-away-where-none-is-left", RENUMBER,
    "bib-block b | name=B | numbers=1\nentrant 1 | given=A | bib=7 | predicted=3:00:00\nentrant 2 | given=B | bib=8 | predicted=2:00:00\n",
    "1=- (bibs-exhausted b)\n2=1 (block b)\n1! bibs-exhausted b\n" },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (MarathonEvent) event = model_fixture_new (test->event);
  g_autoptr (MarathonPlan) plan = marathon_bib_plan_new (event, test->mode);
  g_autoptr (MarathonPlan) again = NULL;
  g_autofree char *text = plan_fixture_describe (event, plan);

  g_assert_cmpstr (text, ==, test->plan);
  plan_fixture_apply (event, plan);
  again = marathon_bib_plan_new (event, test->mode);
  g_assert_cmpuint (marathon_plan_get_n_changes (again), ==, 0);
}

static void
test_the_laws_hold (void)
{
  for (guint seed = 0; seed < N_RANDOM_EVENTS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (MarathonEvent) event = random_event_new (random);
      g_autoptr (MarathonEvent) before = marathon_event_snapshot (event);
      g_autoptr (MarathonPlan) plan = marathon_bib_plan_new (before, MARATHON_BIB_PLAN_FILL);
      g_autoptr (MarathonPlan) again = NULL;

      g_test_message ("seed %u", seed);
      plan_fixture_apply (event, plan);
      bib_laws_check (before, plan, event);
      again = marathon_bib_plan_new (event, MARATHON_BIB_PLAN_FILL);
      g_assert_cmpuint (marathon_plan_get_n_changes (again), ==, 0);
    }
}

/* Renumbering twice is renumbering once, whatever bibs there were, and never lets a fixed bib go. */
static void
test_renumbering_settles (void)
{
  for (guint seed = 0; seed < N_RANDOM_EVENTS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (MarathonEvent) event = random_event_new (random);
      g_autoptr (MarathonPlan) plan = marathon_bib_plan_new (event, MARATHON_BIB_PLAN_RENUMBER);
      g_autoptr (MarathonPlan) again = NULL;

      g_test_message ("seed %u", seed);
      for (guint i = 0; i < marathon_plan_get_n_changes (plan); i++)
        {
          const MarathonPlanChange *change = marathon_plan_get_change (plan, i);
          guint16 flags = marathon_roster_get (marathon_event_get_roster (event), change->position)->flags;

          if (change->guide < 0 && marathon_roster_get (marathon_event_get_roster (event), change->position)->bib != 0)
            g_assert_cmpuint (
              flags & (MARATHON_FLAG_BIB_PINNED | MARATHON_FLAG_PRINTED | MARATHON_FLAG_COLLECTED), ==, 0);
        }
      plan_fixture_apply (event, plan);
      again = marathon_bib_plan_new (event, MARATHON_BIB_PLAN_FILL);
      g_assert_cmpuint (marathon_plan_get_n_changes (again), ==, 0);
    }
}

static void
test_everybody_is_counted_once (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("bib-block b | name=B | numbers=1\n"
                                                       "entrant 1 | given=A | bib=7\nentrant 2 | given=B | bib=8 | pins=bib\n"
                                                       "entrant 3 | given=C\nentrant 4 | given=D\n"
                                                       "entrant 5 | given=E | status=applied\n");
  g_autoptr (MarathonPlan) fill = marathon_bib_plan_new (event, MARATHON_BIB_PLAN_FILL);
  g_autoptr (MarathonPlan) renumber = marathon_bib_plan_new (event, MARATHON_BIB_PLAN_RENUMBER);

  plan_fixture_assert_counts (fill, 1, 1, 1, 1);
  plan_fixture_assert_counts (renumber, 0, 1, 1, 2);
}

/* Who was not chosen neither gets a number nor keeps one waiting. */
static void
test_the_chosen_get_the_lowest_numbers (void)
{
  static const guint32 chosen[] = { 1, 2, 4, 5 };
  g_autoptr (MarathonEvent) event = model_fixture_new (
    "bib-block b | name=B | numbers=1-9\n"
    "entrant 1 | given=A | predicted=2:00:00\nguide 11 | given=G\n"
    "entrant 2 | given=B | predicted=4:00:00\nguide 21 | given=H\n"
    "entrant 3 | given=C | predicted=3:00:00\n"
    "entrant 4 | given=D | bib=1\nguide 41 | given=I\n"
    "entrant 5 | given=E | bib=7\nguide 51 | given=J\n"
    "entrant 6 | given=F | status=applied\n");
  g_autoptr (MarathonPlan) plan = marathon_bib_plan_new_for (event, chosen, G_N_ELEMENTS (chosen));
  g_autofree char *text = plan_fixture_describe (event, plan);

  g_assert_cmpstr (text, ==, "2=3 (block b)\n2.0=G3 (guide-bib)\n3=2 (block b)\n5.0=G7 (guide-bib)\n");
  plan_fixture_assert_counts (plan, 1, 0, 2, 0);
}

static void
test_nobody_chosen (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("bib-block b | name=B | numbers=1-9\nentrant 1 | given=A\n");
  g_autoptr (MarathonPlan) plan = marathon_bib_plan_new_for (event, NULL, 0);

  g_assert_cmpuint (marathon_plan_get_n_changes (plan), ==, 0);
  plan_fixture_assert_counts (plan, 0, 0, 0, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/bib-plan/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/bib-plan/the-laws-hold", test_the_laws_hold);
  g_test_add_func ("/bib-plan/renumbering-settles", test_renumbering_settles);
  g_test_add_func ("/bib-plan/everybody-is-counted-once", test_everybody_is_counted_once);
  g_test_add_func ("/bib-plan/the-chosen-get-the-lowest-numbers", test_the_chosen_get_the_lowest_numbers);
  g_test_add_func ("/bib-plan/nobody-chosen", test_nobody_chosen);
  return g_test_run ();
}
