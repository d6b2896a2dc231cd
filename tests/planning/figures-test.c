/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The figures of an event count each entrant once, and of the bin nobody.
 */
#include "planning/figures.h"

#include "model/model-fixture.h"

static void
assert_figures (MarathonEvent *event, const MarathonFigures *expected)
{
  MarathonFigures figures = { 9, 9, 9, 9, 9, 9 };

  marathon_figures_count (event, &figures);
  g_assert_cmpuint (figures.entrants, ==, expected->entrants);
  g_assert_cmpuint (figures.accepted, ==, expected->accepted);
  g_assert_cmpuint (figures.without_category, ==, expected->without_category);
  g_assert_cmpuint (figures.without_wave, ==, expected->without_wave);
  g_assert_cmpuint (figures.without_bib, ==, expected->without_bib);
  g_assert_cmpuint (figures.collected, ==, expected->collected);
}

static void
test_nobody (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("");

  assert_figures (event, &(MarathonFigures) { 0 });
}

static void
test_some (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (
    "category c | name=C\nstart s | name=S\nwave w | name=W | start=s\n"
    "entrant 1 | family=A\n"
    "entrant 2 | family=B | category=c | wave=w | bib=2 | collected=2014-04-12T10:00:00Z\n"
    "entrant 3 | family=C | category=c\n"
    "entrant 4 | family=D | status=applied\n"
    "entrant 5 | family=E | status=withdrawn | bib=5 | collected=2014-04-12T10:00:00Z\n"
    "binned 6 | family=F\n");

  assert_figures (event, &(MarathonFigures) { 5, 3, 1, 2, 2, 2 });
}

/* More than a block of the roster. */
static void
test_many (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("");
  const guint n = 2 * MARATHON_ROSTER_BLOCK + 17;

  for (guint i = 0; i < n; i++)
    {
      MarathonEntrant entrant = { .id = i + 1, .status = i % 3 == 0 ? MARATHON_STATUS_DEFERRED : MARATHON_STATUS_ACCEPTED,
                                  .flags = i % 5 == 0 ? MARATHON_FLAG_COLLECTED : 0 };

      g_assert_true (marathon_event_append_entrant (event, MARATHON_PLACE_ROSTER, &entrant, NULL));
    }
  assert_figures (event, &(MarathonFigures) { n, n - (n + 2) / 3, n - (n + 2) / 3, n - (n + 2) / 3, n - (n + 2) / 3,
                                              (n + 4) / 5 });
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/nobody", test_nobody);
  g_test_add_func ("/figures/some", test_some);
  g_test_add_func ("/figures/many", test_many);
  return g_test_run ();
}
