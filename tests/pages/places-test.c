/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each record and each problem has its place in the window.
 */
#include "pages/places.h"

#include "model/model-fixture.h"

static void
test_records_have_pages (void)
{
  static const struct {
    MarathonListId list;
    const char *key;
    const char *page;
    const char *what;
  } cases[] = {
    { MARATHON_LIST_CATEGORIES, "elite-men", "categories", "category:elite-men" },
    { MARATHON_LIST_STARTS, "red", "waves", "start:red" },
    { MARATHON_LIST_WAVES, "red-1", "waves", "wave:red-1" },
    { MARATHON_LIST_BIB_BLOCKS, "mass", "bibs", "bib-block:mass" },
    { MARATHON_LIST_GROUPS, "club", NULL, NULL },
  };
  g_autoptr (MarathonEvent) event = model_fixture_new (
    "start red | name=Red\ncategory elite-men | name=Men\nwave red-1 | name=1 | start=red\nbib-block mass | name=M | numbers=1-9\n"
    "group club | name=Club\n");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MarathonRecord *record = marathon_record_list_find (marathon_event_get_list (event, cases[i].list), cases[i].key);
      const char *page;
      g_autofree char *what = marathon_places_find_record (event, cases[i].list, marathon_record_get_handle (record), &page);

      g_assert_cmpstr (page, ==, cases[i].page);
      g_assert_cmpstr (what, ==, cases[i].what);
    }
}

static void
test_a_record_that_is_gone (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("event | title=R\n");
  const char *page;

  g_assert_null (marathon_places_find_record (event, MARATHON_LIST_WAVES, 7, &page));
}

static void
assert_place (MarathonEvent *event, MarathonProblemKind kind, const char *expected_page, const char *expected_what)
{
  g_autoptr (MarathonProblems) problems = marathon_problems_new (event);
  const char *page;
  g_autofree char *what = NULL;

  g_assert_cmpuint (problems->kinds[kind].count, >, 0);
  what = marathon_places_find_problem (event, kind, &problems->kinds[kind], &page);
  g_assert_cmpstr (page, ==, expected_page);
  g_assert_cmpstr (what, ==, expected_what);
}

static void
test_problems_have_places (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (
    "wave w1 | name=W1\nwave w2 | name=W2 | time=10:00\ngroup g | name=G | together=yes\n"
    "entrant 1 | given=A | wave=w1 | group=g\nentrant 2 | given=B | wave=w2 | group=g\n");

  assert_place (event, MARATHON_PROBLEM_EVENT_WITHOUT_DATE, "overview", "date");
  assert_place (event, MARATHON_PROBLEM_WAVE_WITHOUT_TIME, "waves", "wave:w1");
  assert_place (event, MARATHON_PROBLEM_NO_SEX, "entrants", "problem:no-sex");
  /* Groups have no page, but members. */
  assert_place (event, MARATHON_PROBLEM_GROUP_SPLIT, "entrants", "problem:group-split");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/places/records-have-pages", test_records_have_pages);
  g_test_add_func ("/places/a-record-that-is-gone", test_a_record_that_is_gone);
  g_test_add_func ("/places/problems-have-places", test_problems_have_places);
  return g_test_run ();
}
