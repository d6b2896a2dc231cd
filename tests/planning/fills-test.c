/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fills count as plans, problems and the ledger of bibs do.
 */
#include "planning/fills.h"

#include "planning/bib-ledger.h"
#include "planning/plan-fixture.h"
#include "planning/problems.h"
#include "planning/random-event.h"
#include "planning/wave-plan.h"

static void
assert_fill (MarathonEvent *event, MarathonListId list, const char *key, guint64 count, guint64 capacity)
{
  g_autoptr (MarathonFills) fills = marathon_fills_new (event);
  MarathonRecord *record = marathon_record_list_find (marathon_event_get_list (event, list), key);
  MarathonFill fill;

  g_assert_nonnull (record);
  fill = marathon_fills_get (fills, list, marathon_record_get_handle (record));
  g_assert_cmpuint (fill.count, ==, count);
  g_assert_cmpuint (fill.capacity, ==, capacity);
}

static void
test_nothing (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("");
  g_autoptr (MarathonFills) fills = marathon_fills_new (event);
  MarathonFill fill = marathon_fills_get (fills, MARATHON_LIST_WAVES, 7);

  g_assert_cmpuint (fill.count, ==, 0);
  g_assert_cmpuint (fill.capacity, ==, 0);
  g_assert_false (marathon_fill_is_over (fill));
}

static void
test_who_takes_a_place (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (
    "category c | name=C | capacity=2\ncategory d | name=D\n"
    "entrant 1 | category=c\n"
    "entrant 2 | category=c | status=applied\n"
    "entrant 3 | category=c | status=withdrawn | bib=3 | collected=2014-04-12T10:00:00Z\n"
    "entrant 4 | category=c\nguide 41 | family=Guide\n"
    "entrant 5\n"
    "binned 6 | category=c\n");

  assert_fill (event, MARATHON_LIST_CATEGORIES, "c", 3, 2);
  assert_fill (event, MARATHON_LIST_CATEGORIES, "d", 0, 0);
}

static void
test_guides_take_places_in_waves (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (
    "start s | name=S\nstart t | name=T\nstart u | name=U\n"
    "wave a | name=A | start=s | capacity=10\nwave b | name=B | start=s | capacity=5\n"
    "wave c | name=C | start=t | capacity=3\nwave d | name=D | start=t\n"
    "wave e | name=E | capacity=8\n"
    "entrant 1 | wave=a\nguide 11 | family=G\nguide 12 | family=H\n"
    "entrant 2 | wave=b\nentrant 3 | wave=d\nentrant 4 | wave=e\nentrant 5\n");

  assert_fill (event, MARATHON_LIST_WAVES, "a", 3, 10);
  assert_fill (event, MARATHON_LIST_WAVES, "b", 1, 5);
  assert_fill (event, MARATHON_LIST_WAVES, "d", 1, 0);
  assert_fill (event, MARATHON_LIST_WAVES, "e", 1, 8);
  assert_fill (event, MARATHON_LIST_STARTS, "s", 4, 15);
  assert_fill (event, MARATHON_LIST_STARTS, "t", 1, 0);
  assert_fill (event, MARATHON_LIST_STARTS, "u", 0, 0);
}

/* Counted once: a bib in the bin that somebody else has now, and one that two in the bin had. Not counted: one in the bin
 * that was never handed out. */
static void
test_bibs_are_counted_once (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (
    "bib-block m | name=M | numbers=1-100,-13\nbib-block w | name=W | prefix=W | numbers=1-20\n"
    "group g | name=G | bib=50\n"
    "entrant 1 | bib=7\nentrant 2 | bib=W7\nguide 21 | family=G | bib=8\n"
    "entrant 3 | bib=13\nentrant 4 | bib=Surname\n"
    "binned 5 | bib=7 | collected=2014-04-12T10:00:00Z\n"
    "binned 6 | bib=9 | collected=2014-04-12T10:00:00Z\n"
    "binned 7 | bib=9 | collected=2014-04-12T10:00:00Z\n"
    "binned 8 | bib=10\n");

  assert_fill (event, MARATHON_LIST_BIB_BLOCKS, "m", 4, 99);
  assert_fill (event, MARATHON_LIST_BIB_BLOCKS, "w", 1, 20);
}

static void
test_blocks_that_overlap (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (
    "bib-block a | name=A | numbers=1-50\nbib-block b | name=B | numbers=40-99\n"
    "entrant 1 | bib=7\nentrant 2 | bib=45\nentrant 3 | bib=99\n");

  assert_fill (event, MARATHON_LIST_BIB_BLOCKS, "a", 2, 50);
  assert_fill (event, MARATHON_LIST_BIB_BLOCKS, "b", 2, 60);
}

static void
test_places_alone (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("category c | name=C\nbib-block m | name=M | numbers=1-9\n"
                                                       "entrant 1 | category=c | bib=1\n");
  g_autoptr (MarathonFills) fills = marathon_fills_new_for_places (event);

  g_assert_cmpuint (marathon_fills_get (fills, MARATHON_LIST_CATEGORIES, 1).count, ==, 1);
  g_assert_cmpuint (marathon_fills_get (fills, MARATHON_LIST_BIB_BLOCKS, 1).capacity, ==, 0);
}

/* --- The same as others count --- */

static gboolean
has_problem (const MarathonProblems *problems, MarathonProblemKind kind, guint32 handle)
{
  const GArray *records = problems->kinds[kind].records;

  for (guint i = 0; records != NULL && i < records->len; i++)
    if (g_array_index (records, guint32, i) == handle)
      return TRUE;
  return FALSE;
}

static void
assert_problems_agree (MarathonEvent *event, const MarathonFills *fills, MarathonListId list, MarathonProblemKind kind)
{
  g_autoptr (MarathonProblems) problems = marathon_problems_new (event);
  MarathonRecordList *records = marathon_event_get_list (event, list);

  for (guint i = 0; i < marathon_record_list_get_size (records); i++)
    {
      guint32 handle = marathon_record_get_handle (marathon_record_list_get (records, i));

      g_assert_cmpint (has_problem (problems, kind, handle), ==,
                       marathon_fill_is_over (marathon_fills_get (fills, list, handle)));
    }
}

static void
assert_ledger_agrees (MarathonEvent *event, const MarathonFills *fills)
{
  g_autoptr (MarathonBibLedger) ledger = marathon_bib_ledger_new (event);
  MarathonRecordList *blocks = marathon_event_get_list (event, MARATHON_LIST_BIB_BLOCKS);

  for (guint i = 0; i < marathon_record_list_get_size (blocks); i++)
    {
      MarathonFill fill = marathon_fills_get (fills, MARATHON_LIST_BIB_BLOCKS,
                                              marathon_record_get_handle (marathon_record_list_get (blocks, i)));
      guint64 unused = marathon_bib_ledger_count (ledger, i, MARATHON_BIB_STATE_FREE)
                       + marathon_bib_ledger_count (ledger, i, MARATHON_BIB_STATE_RESERVED);

      g_assert_cmpuint (fill.count, ==, fill.capacity - unused);
    }
}

static void
test_random_events (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (MarathonEvent) event = random_event_new (random);
      g_autoptr (MarathonPlan) plan = marathon_wave_plan_new (event);
      g_autoptr (MarathonFills) fills = NULL;

      plan_fixture_apply (event, plan);
      fills = marathon_fills_new (event);
      assert_problems_agree (event, fills, MARATHON_LIST_WAVES, MARATHON_PROBLEM_WAVE_OVER_CAPACITY);
      assert_problems_agree (event, fills, MARATHON_LIST_CATEGORIES, MARATHON_PROBLEM_CATEGORY_OVER_CAPACITY);
      assert_ledger_agrees (event, fills);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fills/nothing", test_nothing);
  g_test_add_func ("/fills/who-takes-a-place", test_who_takes_a_place);
  g_test_add_func ("/fills/guides-take-places-in-waves", test_guides_take_places_in_waves);
  g_test_add_func ("/fills/bibs-are-counted-once", test_bibs_are_counted_once);
  g_test_add_func ("/fills/blocks-that-overlap", test_blocks_that_overlap);
  g_test_add_func ("/fills/places-alone", test_places_alone);
  g_test_add_func ("/fills/random-events", test_random_events);
  return g_test_run ();
}
