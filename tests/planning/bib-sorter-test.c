/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The orders in which numbers are given.
 */
#include "planning/bib-sorter.h"

#include "model/model-fixture.h"

static void
assert_order (MarathonEvent *event, MarathonBibSorter *sorter, MarathonBibOrder order, const char *expected)
{
  guint n = marathon_roster_get_size (marathon_event_get_roster (event));
  g_autofree guint32 *positions = g_new (guint32, n);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    positions[i] = n - 1 - i;
  marathon_bib_sorter_sort (sorter, order, positions, n);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%" G_GINT64_MODIFIER "x",
                            marathon_roster_get (marathon_event_get_roster (event), positions[i])->id);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_unknown_values_come_last_and_ids_settle_ties (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (
    "event | title=R | language=de\nwave w | name=W | time=10:00\nwave v | name=V | time=09:00\n"
    "entrant 1 | family=M\xc3\xbcller | predicted=3:00:00 | wave=w\n"
    "entrant 2 | family=Muller | given=Z | predicted=2:00:00 | pb=2:00:00\n"
    "entrant 3 | given=Abel | rank=1 | qualifying=3:00:00 | wave=v\n"
    "entrant 4 | entered=2014-01-01 | qualifying=2:00:00 | note=nameless place\n"
    "entrant 5 | family=Muller | given=A | predicted=2:00:00 | rank=1 | entered=2013-01-01\n");
  g_autoptr (MarathonBibSorter) sorter = marathon_bib_sorter_new (event);

  assert_order (event, sorter, MARATHON_BIB_ORDER_PREDICTED, "25134");
  assert_order (event, sorter, MARATHON_BIB_ORDER_RANK, "35124");
  assert_order (event, sorter, MARATHON_BIB_ORDER_PB, "21345");
  assert_order (event, sorter, MARATHON_BIB_ORDER_QUALIFYING, "43125");
  assert_order (event, sorter, MARATHON_BIB_ORDER_ENTERED, "54123");
  assert_order (event, sorter, MARATHON_BIB_ORDER_WAVE, "31245");
  assert_order (event, sorter, MARATHON_BIB_ORDER_NAME, "35214");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bib-sorter/unknown-values-come-last-and-ids-settle-ties", test_unknown_values_come_last_and_ids_settle_ties);
  return g_test_run ();
}
