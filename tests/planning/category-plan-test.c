/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the category plan must do, case by case, and that its laws hold for any event.
 */
#include "planning/category-plan.h"

#include "planning/category-laws.h"
#include "planning/plan-fixture.h"
#include "planning/random-event.h"

#define N_RANDOM_EVENTS 300

#define MEN_AND_WOMEN "category men | name=Men | sex=M\ncategory women | name=Women | sex=F\n"

typedef struct {
  const char *name;
  const char *event;
  const char *plan;
  const char *places;
} Case;

static const Case cases[] = {
  { "sex-decides-and-an-unknown-one-fits-nowhere-that-asks",
    MEN_AND_WOMEN "entrant 1 | given=A | sex=F\nentrant 2 | given=B | sex=M\nentrant 3 | given=C\nentrant 4 | given=D | sex=X\n",
    "1=women (fits women)\n2=men (fits men)\n3! no-category\n4! no-category\n", "1=women 2=men 3=- 4=-" },
  { "the-first-that-admits-wins",
    "category a | name=A\ncategory b | name=B\nentrant 1 | given=A\n", "1=a (fits a)\n", "1=a" },
  { "modes-never-mix",
    "category run | name=Run\ncategory chair | name=Chair | mode=racing-chair\n"
    "entrant 1 | given=A | mode=racing-chair\nentrant 2 | given=B\n",
    "1=chair (fits chair)\n2=run (fits run)\n", "1=chair 2=run" },
  { "classes-decide-where-they-are-said",
    "category vi | name=VI | classes=T11;T12\ncategory mass | name=Mass\n"
    "entrant 1 | given=A | class=T12\nentrant 2 | given=B | class=T13\nentrant 3 | given=C\n",
    "1=vi (fits vi)\n2=mass (fits mass)\n3=mass (fits mass)\n", "1=vi 2=mass 3=mass" },
  { "a-class-that-sits-does-not-run-unless-the-category-says-so",
    "category run | name=Run\ncategory chair | name=Chair | mode=racing-chair\ncategory both | name=B | classes=T34;T54\n"
    "entrant 1 | given=A | class=T54\nentrant 2 | given=B | class=T54 | mode=racing-chair\nentrant 3 | given=C | class=T53\n"
    "entrant 4 | given=D | class=T35\n",
    "1=both (fits both)\n2=chair (fits chair)\n4=run (fits run)\n3! no-category\n", "1=both 2=chair 3=- 4=run" },
  { "routes-decide-where-they-are-said",
    "category champ | name=C | routes=championship;elite\ncategory mass | name=Mass\n"
    "entrant 1 | given=A | route=elite\nentrant 2 | given=B | route=ballot\nentrant 3 | given=C\n",
    "1=champ (fits champ)\n2=mass (fits mass)\n3=mass (fits mass)\n", "1=champ 2=mass 3=mass" },
  { "ages-change-on-the-birthday",
    "event | title=R | date=2014-04-13\ncategory v | name=V | age-from=40 | age-to=49\n"
    "entrant 1 | given=A | born=1974-04-13\nentrant 2 | given=B | born=1974-04-14\n"
    "entrant 3 | given=C | born=1964-04-14\nentrant 4 | given=D | born=1964-04-13\nentrant 5 | given=E\n",
    "1=v (fits v)\n3=v (fits v)\n2! no-category\n4! no-category\n5! no-category\n", "1=v 2=- 3=v 4=- 5=-" },
  { "ages-follow-the-category-s-basis",
    "event | title=R | date=2014-04-13\ncategory v | name=V | age-from=40 | age-basis=birth-year\n"
    "entrant 1 | given=A | born=1974-12-31\nentrant 2 | given=B | born=1974\nentrant 3 | given=C | born=1975-01-01\n",
    "1=v (fits v)\n2=v (fits v)\n3! no-category\n", "1=v 2=v 3=-" },
  { "without-a-race-day-nobody-has-an-age",
    "category v | name=V | age-from=18\nentrant 1 | given=A | born=1974-04-13\n", "1! no-category\n", "1=-" },
  { "a-qualifying-time-comes-before-the-personal-best",
    "category e | name=E | qualifying=2:20:00\n"
    "entrant 1 | given=A | qualifying=2:20:00\nentrant 2 | given=B | qualifying=2:20:01 | pb=2:10:00\n"
    "entrant 3 | given=C | pb=2:19:00\nentrant 4 | given=D\n",
    "1=e (fits e)\n3=e (fits e)\n2! no-category\n4! no-category\n", "1=e 2=- 3=e 4=-" },
  { "a-full-category-takes-the-best-times",
    "category e | name=E | capacity=1\ncategory m | name=M\n"
    "entrant 1 | given=A | pb=2:30:00\nentrant 2 | given=B | predicted=2:20:00\nentrant 3 | given=C\n",
    "1=m (fits-after m e)\n2=e (fits e)\n3=m (fits-after m e)\n", "1=m 2=e 3=m" },
  { "who-is-in-stays-in-a-full-category",
    "category e | name=E | capacity=1\ncategory m | name=M\n"
    "entrant 1 | given=A | pb=2:30:00 | category=e\nentrant 2 | given=B | pb=2:20:00 | category=m\n",
    "", "1=e 2=m" },
  { "who-is-left-over-is-named",
    "category e | name=E | capacity=1\nentrant 1 | given=A | pb=2:30:00\nentrant 2 | given=B | pb=2:20:00\n",
    "2=e (fits e)\n1! category-full e\n", "1=- 2=e" },
  { "a-free-place-in-an-earlier-category-is-taken",
    "category e | name=E | capacity=1\ncategory m | name=M\nentrant 1 | given=A | category=m\n", "1=e (fits e)\n", "1=e" },
  { "a-lowered-capacity-lets-the-slowest-go",
    "category e | name=E | capacity=1\ncategory m | name=M\n"
    "entrant 1 | given=A | pb=2:10:00 | category=e\nentrant 2 | given=B | pb=2:20:00 | category=e\n",
    "2=m (fits-after m e)\n", "1=e 2=m" },
  { "fixed-people-stay-and-take-places",
    MEN_AND_WOMEN "category open | name=Open | capacity=1\n"
                  "entrant 1 | given=A | sex=F | category=men | pins=category\n"
                  "entrant 2 | given=B | sex=F | category=men | bib=2 | printed=yes\n"
                  "entrant 3 | given=C | sex=F | category=men | bib=3 | collected=2014-04-12T10:00:00Z\n"
                  "entrant 4 | given=D | sex=F | category=men\n"
                  "entrant 5 | given=E | sex=X\nentrant 6 | given=F | sex=M | category=open | pins=category\n",
    "4=women (fits women)\n5! category-full open\n", "1=men 2=men 3=men 4=women 5=- 6=open" },
  { "a-category-that-admits-no-longer-is-taken-away",
    MEN_AND_WOMEN "entrant 1 | given=A | category=men\n", "1=- (no-category)\n1! no-category\n", "1=-" },
  { "only-accepted-people-are-planned",
    "category a | name=A\nentrant 1 | given=A | status=applied\nentrant 2 | given=B | status=deferred\n", "", "1=- 2=-" },
  { "a-guide-rule-does-not-decide",
    "category a | name=A | guide-rule=required\nentrant 1 | given=A\n", "1=a (fits a)\n", "1=a" },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (MarathonEvent) event = model_fixture_new (test->event);
  g_autoptr (MarathonPlan) plan = marathon_category_plan_new (event);
  g_autoptr (MarathonPlan) again = NULL;
  g_autofree char *text = plan_fixture_describe (event, plan);
  g_autofree char *places = NULL;

  g_assert_cmpstr (text, ==, test->plan);
  plan_fixture_apply (event, plan);
  places = plan_fixture_places (event, MARATHON_FIELD_CATEGORY);
  g_assert_cmpstr (places, ==, test->places);
  again = marathon_category_plan_new (event);
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
      g_autoptr (MarathonPlan) plan = marathon_category_plan_new (before);
      g_autoptr (MarathonPlan) again = NULL;

      g_test_message ("seed %u", seed);
      plan_fixture_apply (event, plan);
      category_laws_check (before, plan, event);
      again = marathon_category_plan_new (event);
      g_assert_cmpuint (marathon_plan_get_n_changes (again), ==, 0);
    }
}

static void
test_a_new_entrant_moves_nobody_else (void)
{
  for (guint seed = 0; seed < N_RANDOM_EVENTS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (MarathonEvent) event = random_event_new (random);
      g_autoptr (MarathonPlan) plan = marathon_category_plan_new (event);
      guint position = marathon_roster_get_size (marathon_event_get_roster (event));
      g_autoptr (GString) line = g_string_new (NULL);
      g_autoptr (MarathonPlan) next = NULL;

      plan_fixture_apply (event, plan);
      random_event_append_single (line, random, 0xabcd);
      model_fixture_add (event, line->str);
      next = marathon_category_plan_new (event);
      for (guint i = 0; i < marathon_plan_get_n_changes (next); i++)
        g_assert_cmpuint (marathon_plan_get_change (next, i)->position, ==, position);
    }
}

static void
test_every_category_says_why_not (void)
{
  g_autoptr (MarathonEvent) event =
    model_fixture_new ("event | title=R | date=2014-04-13\n"
                       "category chair | name=C | mode=racing-chair\n"
                       "category women | name=W | sex=F\n"
                       "category vi | name=V | classes=T11\n"
                       "category champ | name=H | routes=championship\n"
                       "category young | name=Y | age-to=64\n"
                       "category old | name=O | age-from=70\n"
                       "category fast | name=F | qualifying=2:20:00\n"
                       "category full | name=X | capacity=1\n"
                       "category open | name=Z\n"
                       "entrant 1 | given=A | sex=M | born=1947-01-01 | pb=3:00:00 | route=ballot\n"
                       "entrant 2 | given=B | category=full\n");
  static const struct {
    MarathonMisfit misfit;
    const char *text;
  } expected[] = {
    { MARATHON_MISFIT_MODE, "only for Racing wheelchair" }, { MARATHON_MISFIT_SEX, "sex" },
    { MARATHON_MISFIT_CLASS, "no sport class" },       { MARATHON_MISFIT_ROUTE, "not for entry route Ballot" },
    { MARATHON_MISFIT_TOO_OLD, "age 67 is over 64" },  { MARATHON_MISFIT_TOO_YOUNG, "age 67 is under 70" },
    { MARATHON_MISFIT_TOO_SLOW, "qualifying time 3:00:00 is over 2:20:00" },
    { MARATHON_MISFIT_NONE, "full" },                  { MARATHON_MISFIT_NONE, "fits" },
  };
  g_autoptr (GArray) verdicts = marathon_category_explain (event, 0, NULL);

  g_assert_cmpuint (verdicts->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < verdicts->len; i++)
    {
      const MarathonCategoryVerdict *verdict = &g_array_index (verdicts, MarathonCategoryVerdict, i);

      g_assert_cmpint (verdict->misfit, ==, expected[i].misfit);
      g_assert_cmpstr (verdict->text, ==, expected[i].text);
      g_assert_cmpint (verdict->is_full, ==, g_str_equal (expected[i].text, "full"));
    }
}

static void
test_what_is_not_known_is_said (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("event | title=R | date=2014-04-13\n"
                                                       "category women | name=W | sex=F\n"
                                                       "category old | name=O | age-from=70\n"
                                                       "category fast | name=F | qualifying=2:20:00\n"
                                                       "category champ | name=H | routes=championship\n"
                                                       "category vi | name=V | classes=T11\n"
                                                       "category open | name=Z\n"
                                                       "entrant 1 | given=A | class=T13\nentrant 2 | given=B | class=T54\n");
  static const char *const expected[] = { "sex not known", "age not known", "no qualifying time", "no entry route",
                                          "not for class T13", "fits" };
  g_autoptr (GArray) verdicts = marathon_category_explain (event, 0, NULL);
  g_autoptr (GArray) of_class = marathon_category_explain (event, 1, NULL);

  g_assert_cmpuint (verdicts->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < verdicts->len; i++)
    g_assert_cmpstr (g_array_index (verdicts, MarathonCategoryVerdict, i).text, ==, expected[i]);
  g_assert_cmpstr (g_array_index (of_class, MarathonCategoryVerdict, 5).text, ==, "class T54 means a wheelchair or frame");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/category-plan/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/category-plan/the-laws-hold", test_the_laws_hold);
  g_test_add_func ("/category-plan/a-new-entrant-moves-nobody-else", test_a_new_entrant_moves_nobody_else);
  g_test_add_func ("/category-plan/every-category-says-why-not", test_every_category_says_why_not);
  g_test_add_func ("/category-plan/what-is-not-known-is-said", test_what_is_not_known_is_said);
  return g_test_run ();
}
