/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the bib ledger must say of each number.
 */
#include "planning/bib-ledger.h"

#include "model/model-fixture.h"

#define EVENT \
  "group g | name=War Horse | bib=9\n" \
  "bib-block b | name=B | numbers=1-12,-11 | late-share=10\n" \
  "bib-block w | name=W | prefix=W | numbers=1-3\n" \
  "entrant 1 | given=Assigned | bib=1\nentrant 2 | given=Pinned | bib=2 | pins=bib\n" \
  "entrant 3 | given=Printed | bib=03 | printed=yes | pins=bib\n" \
  "entrant 4 | given=Collected | bib=4 | printed=yes | collected=2014-04-12T10:00:00Z\n" \
  "entrant 5 | given=Gone | bib=5 | printed=yes | status=withdrawn\n" \
  "entrant 6 | given=Paper | bib=6 | status=withdrawn\n" \
  "binned 7 | given=Binned | bib=7 | printed=yes\nbinned 8 | given=Forgotten | bib=8\n" \
  "entrant 9 | given=Athlete | bib=500 | printed=yes\nguide 91 | given=Jo | family=Guide | bib=w1\n" \
  "entrant a | given=Rider | group=g | collected=2014-04-12T10:00:00Z\nentrant b | given=Other | group=g\n"

typedef struct {
  guint32 number;
  MarathonBibState state;
  const char *sentence;
} Line;

static const Line block_b[] = {
  { 1, MARATHON_BIB_STATE_ASSIGNED, "Assigned to Assigned" },
  { 2, MARATHON_BIB_STATE_PINNED, "Pinned to Pinned" },
  { 3, MARATHON_BIB_STATE_PRINTED, "Printed for Printed" },
  { 4, MARATHON_BIB_STATE_COLLECTED, "Collected by Collected" },
  { 5, MARATHON_BIB_STATE_VOID, "Void, was for Gone" },
  { 6, MARATHON_BIB_STATE_ASSIGNED, "Assigned to Paper" },
  { 7, MARATHON_BIB_STATE_VOID, "Void, was for Binned" },
  { 8, MARATHON_BIB_STATE_FREE, "Free" },
  { 9, MARATHON_BIB_STATE_COLLECTED, "Collected by War Horse" },
  { 10, MARATHON_BIB_STATE_RESERVED, "Kept for late entries" },
  { 12, MARATHON_BIB_STATE_RESERVED, "Kept for late entries" },
};

static const Line block_w[] = {
  { 1, MARATHON_BIB_STATE_PRINTED, "Printed for Jo Guide, guide of Athlete" },
  { 2, MARATHON_BIB_STATE_FREE, "Free" },
  { 3, MARATHON_BIB_STATE_FREE, "Free" },
};

static void
check_block (MarathonEvent *event, const MarathonBibLedger *ledger, guint block, const Line *lines, guint n)
{
  guint64 counts[MARATHON_N_BIB_STATES] = { 0 };
  MarathonBibEntry entry;
  guint32 from = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *sentence = NULL;

      g_assert_true (marathon_bib_ledger_next (ledger, block, from, &entry));
      sentence = marathon_bib_entry_describe (event, &entry);
      g_assert_cmpuint (entry.number, ==, lines[i].number);
      g_assert_cmpstr (sentence, ==, lines[i].sentence);
      g_assert_cmpint (entry.state, ==, lines[i].state);
      counts[entry.state]++;
      from = entry.number + 1;
    }
  g_assert_false (marathon_bib_ledger_next (ledger, block, from, &entry));
  for (guint i = 0; i < MARATHON_N_BIB_STATES; i++)
    g_assert_cmpuint (marathon_bib_ledger_count (ledger, block, i), ==, counts[i]);
}

static void
test_every_number_has_its_state (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (EVENT);
  g_autoptr (MarathonBibLedger) ledger = marathon_bib_ledger_new (event);

  g_assert_cmpuint (marathon_bib_ledger_get_n_blocks (ledger), ==, 2);
  check_block (event, ledger, 0, block_b, G_N_ELEMENTS (block_b));
  check_block (event, ledger, 1, block_w, G_N_ELEMENTS (block_w));
}

static void
test_numbers_of_other_blocks_are_excluded (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (EVENT);
  g_autoptr (MarathonBibLedger) ledger = marathon_bib_ledger_new (event);
  MarathonBibEntry entry;

  marathon_bib_ledger_look (ledger, 0, 11, &entry);
  g_assert_cmpint (entry.state, ==, MARATHON_BIB_STATE_EXCLUDED);
  marathon_bib_ledger_look (ledger, 0, 500, &entry);
  g_assert_cmpint (entry.state, ==, MARATHON_BIB_STATE_EXCLUDED);
}

static void
test_a_huge_block_costs_nothing (void)
{
  g_autoptr (MarathonEvent) event =
    model_fixture_new ("bib-block b | name=B | numbers=0-999999999 | late-share=50\nentrant 1 | given=A | bib=999999999\n");
  g_autoptr (MarathonBibLedger) ledger = marathon_bib_ledger_new (event);
  MarathonBibEntry entry;

  g_assert_cmpuint (marathon_bib_ledger_count (ledger, 0, MARATHON_BIB_STATE_FREE), ==, 500000000);
  g_assert_cmpuint (marathon_bib_ledger_count (ledger, 0, MARATHON_BIB_STATE_RESERVED), ==, 499999999);
  g_assert_cmpuint (marathon_bib_ledger_count (ledger, 0, MARATHON_BIB_STATE_ASSIGNED), ==, 1);
  marathon_bib_ledger_look (ledger, 0, 499999999, &entry);
  g_assert_cmpint (entry.state, ==, MARATHON_BIB_STATE_FREE);
  marathon_bib_ledger_look (ledger, 0, 500000000, &entry);
  g_assert_cmpint (entry.state, ==, MARATHON_BIB_STATE_RESERVED);
}

static void
test_the_roster_comes_before_the_bin (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("bib-block b | name=B | numbers=1-9\n"
                                                       "binned 1 | given=Old | bib=1 | printed=yes\nentrant 2 | given=New | bib=1\n");
  g_autoptr (MarathonBibLedger) ledger = marathon_bib_ledger_new (event);
  MarathonBibEntry entry;

  marathon_bib_ledger_look (ledger, 0, 1, &entry);
  g_assert_cmpint (entry.state, ==, MARATHON_BIB_STATE_ASSIGNED);
  g_assert_cmpint (entry.place, ==, MARATHON_PLACE_ROSTER);
  g_assert_cmpuint (marathon_bib_ledger_count (ledger, 0, MARATHON_BIB_STATE_VOID), ==, 0);
  g_assert_cmpuint (marathon_bib_ledger_count (ledger, 0, MARATHON_BIB_STATE_FREE), ==, 8);
}

static void
assert_found (const MarathonBibLedger *ledger, MarathonEvent *event, const char *bib, guint block, const char *sentence)
{
  g_autofree char *found = NULL;
  MarathonBibEntry entry;
  guint found_block;

  g_assert_true (marathon_bib_ledger_find (ledger, bib, &found_block, &entry));
  found = marathon_bib_entry_describe (event, &entry);
  g_assert_cmpuint (found_block, ==, block);
  g_assert_cmpstr (found, ==, sentence);
}

static void
test_a_written_bib_is_found (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (EVENT "entrant c | given=Star | bib=STAR\n");
  g_autoptr (MarathonBibLedger) ledger = marathon_bib_ledger_new (event);
  MarathonBibEntry entry;
  guint block;

  assert_found (ledger, event, "3", 0, "Printed for Printed");
  assert_found (ledger, event, "003", 0, "Printed for Printed");
  assert_found (ledger, event, "w1", 1, "Printed for Jo Guide, guide of Athlete");
  assert_found (ledger, event, "W2", 1, "Free");
  assert_found (ledger, event, "500", G_MAXUINT, "Printed for Athlete");
  assert_found (ledger, event, "11", G_MAXUINT, "Not in the block");
  assert_found (ledger, event, "star", G_MAXUINT, "Assigned to Star");
  g_assert_false (marathon_bib_ledger_find (ledger, "", &block, &entry));
  g_assert_false (marathon_bib_ledger_find (ledger, "?", &block, &entry));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bib-ledger/every-number-has-its-state", test_every_number_has_its_state);
  g_test_add_func ("/bib-ledger/numbers-of-other-blocks-are-excluded", test_numbers_of_other_blocks_are_excluded);
  g_test_add_func ("/bib-ledger/a-huge-block-costs-nothing", test_a_huge_block_costs_nothing);
  g_test_add_func ("/bib-ledger/the-roster-comes-before-the-bin", test_the_roster_comes_before_the_bin);
  g_test_add_func ("/bib-ledger/a-written-bib-is-found", test_a_written_bib_is_found);
  return g_test_run ();
}
