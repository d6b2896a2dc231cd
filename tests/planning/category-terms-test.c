/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ages by the basis that counts. What a category admits besides is tested with the category plan.
 */
#include "planning/category-terms.h"

#include "model/model-fixture.h"

static void
test_ages_follow_the_basis (void)
{
  /* The race is on 13 April 2014. */
  static const struct {
    const char *event_basis;
    const char *category_basis;
    const char *born;
    int age;
  } cases[] = {
    { "race-day", "", "1974-04-13", 40 },   { "race-day", "", "1974-04-14", 39 },   { "year-end", "", "1974-12-31", 40 },
    { "year-start", "", "1974-01-01", 40 }, { "year-start", "", "1974-01-02", 39 }, { "birth-year", "", "1974-12-31", 40 },
    { "birth-year", "", "1974", 40 },       { "race-day", "", "31@2014-04-12", 31 }, { "year-end", "race-day", "1974-12-31", 39 },
    { "race-day", "birth-year", "1974-12-31", 40 }, { "race-day", "", "", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
        g_strdup_printf ("event | title=R | date=2014-04-13\nrules | age-basis=%s\ncategory c | name=C | age-basis=%s\n"
                         "entrant 1 | given=A | born=%s\n",
                         cases[i].event_basis, cases[i].category_basis, cases[i].born);
      g_autoptr (MarathonEvent) event = model_fixture_new (text);
      MarathonCategory *category = marathon_record_list_get (marathon_event_get_list (event, MARATHON_LIST_CATEGORIES), 0);
      const MarathonEntrant *entrant = marathon_roster_get (marathon_event_get_roster (event), 0);

      g_test_message ("%s", text);
      g_assert_cmpint (marathon_category_get_age (category, event, entrant), ==, cases[i].age);
      if (*cases[i].category_basis == '\0')
        g_assert_cmpint (marathon_category_get_age (NULL, event, entrant), ==, cases[i].age);
    }
}

static void
test_a_fit_has_no_words (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("category c | name=C\nentrant 1 | given=A\n");
  MarathonCategory *category = marathon_record_list_get (marathon_event_get_list (event, MARATHON_LIST_CATEGORIES), 0);
  const MarathonEntrant *entrant = marathon_roster_get (marathon_event_get_roster (event), 0);
  g_autofree char *text = NULL;

  g_assert_cmpint (marathon_category_check (category, event, entrant), ==, MARATHON_MISFIT_NONE);
  text = marathon_category_describe_misfit (category, event, entrant, MARATHON_MISFIT_NONE);
  g_assert_cmpstr (text, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/category-terms/ages-follow-the-basis", test_ages_follow_the_basis);
  g_test_add_func ("/category-terms/a-fit-has-no-words", test_a_fit_has_no_words);
  return g_test_run ();
}
