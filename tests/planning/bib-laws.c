/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The laws of the bib plan. Random events have short blocks, so every number is looked at.
 */
#include "planning/bib-laws.h"

#include "base/bib.h"
#include "base/fold.h"
#include "model/bib-block.h"
#include "model/group.h"

#define HIGHEST 100

static const MarathonEntrant *
entrant_at (MarathonEvent *event, guint position)
{
  return marathon_roster_get (marathon_event_get_roster (event), position);
}

static guint
size_of (MarathonEvent *event)
{
  return marathon_roster_get_size (marathon_event_get_roster (event));
}

static gboolean
has_group_bib (MarathonEvent *event, const MarathonEntrant *entrant)
{
  MarathonGroup *group =
    entrant->group == 0 ? NULL : marathon_event_get_record (event, MARATHON_LIST_GROUPS, entrant->group);

  return group != NULL && *group->bib != '\0';
}

static gboolean
holds (const guint32 *handles, guint32 handle)
{
  return handles[0] == 0 || (handle != 0 && marathon_handles_contain (handles, handle));
}

static gboolean
is_for (MarathonEvent *event, const MarathonBibBlock *block, const MarathonEntrant *entrant)
{
  return holds (block->categories, entrant->category) && holds (block->waves, entrant->wave)
         && (block->routes[0] == NULL || g_strv_contains (block->routes, marathon_event_text (event, entrant->route)));
}

/* Whether the plan may give the number: it is of the block, and not among the highest that are kept. */
static gboolean
may_give (const MarathonBibBlock *block, guint32 number)
{
  guint count = 0, above = 0;

  for (guint32 i = 0; i <= HIGHEST; i++)
    if (marathon_number_ranges_contains (block->numbers, i))
      {
        count++;
        above += i > number;
      }
  return marathon_number_ranges_contains (block->numbers, number) && above * 100 >= count * block->late_share;
}

static gboolean
is_held (MarathonEvent *event, const char *bib)
{
  MarathonHolder holder;

  return marathon_event_find_bib (event, bib, &holder);
}

/* --- What was given --- */

static void
check_given (MarathonEvent *before, const MarathonPlanChange *change)
{
  const MarathonEntrant *entrant = entrant_at (before, change->position);
  MarathonBibBlock *block = marathon_event_get_record (before, MARATHON_LIST_BIB_BLOCKS, change->handle);
  char prefix[MARATHON_BIB_MAX_LENGTH * 4];
  g_autofree char *block_prefix = marathon_fold (block->prefix);
  guint32 number;

  g_assert_cmpint (entrant->status, ==, MARATHON_STATUS_ACCEPTED);
  g_assert_cmpuint (entrant->bib, ==, 0);
  g_assert_false (has_group_bib (before, entrant));
  g_assert_false (is_held (before, change->text));
  g_assert_true (is_for (before, block, entrant));
  g_assert_true (marathon_bib_parse (change->text, prefix, &number));
  g_assert_cmpstr (prefix, ==, block_prefix);
  g_assert_true (may_give (block, number));
}

/* Nobody without a wave has a number that somebody with one would need. */
static void
check_waves_come_first (MarathonEvent *before, MarathonEvent *after, const MarathonPlanChange *change)
{
  MarathonBibBlock *block = marathon_event_get_record (before, MARATHON_LIST_BIB_BLOCKS, change->handle);

  if (entrant_at (before, change->position)->wave != 0)
    return;
  for (guint i = 0; i < size_of (after); i++)
    {
      const MarathonEntrant *entrant = entrant_at (after, i);

      if (entrant->status == MARATHON_STATUS_ACCEPTED && entrant->bib == 0 && entrant->wave != 0
          && !has_group_bib (after, entrant))
        g_assert_false (is_for (after, block, entrant));
    }
}

/* Nobody else has it after the plan: the event itself would have refused it, but the event is not what is tested here. */
static void
check_unique (MarathonEvent *after)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < size_of (after); i++)
    {
      const MarathonEntrant *entrant = entrant_at (after, i);
      MarathonDetailsView view;

      marathon_details_store_get (marathon_event_get_details (after), entrant->details, &view);
      if (entrant->bib != 0)
        g_assert_true (g_hash_table_add (seen, g_strdup_printf ("%u %u", entrant->bib_prefix, entrant->bib_number)));
      for (guint g = 0; g < view.n_guides; g++)
        if (view.guides[g].bib != 0)
          g_assert_true (
            g_hash_table_add (seen, g_strdup_printf ("%u %u", view.guides[g].bib_prefix, view.guides[g].bib_number)));
    }
}

/* --- What was not --- */

static void
check_unplaced (MarathonEvent *after, guint position)
{
  MarathonRecordList *list = marathon_event_get_list (after, MARATHON_LIST_BIB_BLOCKS);
  const MarathonEntrant *entrant = entrant_at (after, position);

  for (guint i = 0; i < marathon_record_list_get_size (list); i++)
    {
      MarathonBibBlock *block = marathon_record_list_get (list, i);

      for (guint32 number = 0; number <= HIGHEST && is_for (after, block, entrant); number++)
        {
          g_autofree char *bib = marathon_bib_format (block->prefix, number, block->digits);

          g_assert_false (may_give (block, number) && !is_held (after, bib));
        }
    }
}

static void
check_entrant (MarathonEvent *before, MarathonEvent *after, guint position, MarathonPlanCounts *counts)
{
  const MarathonEntrant *was = entrant_at (before, position), *is = entrant_at (after, position);
  gboolean is_fixed = was->bib != 0
                      && (was->flags & (MARATHON_FLAG_BIB_PINNED | MARATHON_FLAG_PRINTED | MARATHON_FLAG_COLLECTED)) != 0;

  if (was->bib != 0 || was->status != MARATHON_STATUS_ACCEPTED || has_group_bib (before, was))
    g_assert_cmpuint (was->bib, ==, is->bib);
  else if (is->bib == 0)
    check_unplaced (after, position);
  if (was->status != MARATHON_STATUS_ACCEPTED)
    return;
  counts->considered++;
  counts->fixed += is_fixed;
  counts->kept += !is_fixed && (was->bib != 0 || has_group_bib (before, was));
  counts->changed += was->bib == 0 && is->bib != 0;
  counts->placed += was->bib == 0 && is->bib != 0;
  counts->unplaced += is->bib == 0 && !has_group_bib (before, was);
}

void
bib_laws_check (MarathonEvent *before, const MarathonPlan *plan, MarathonEvent *after)
{
  MarathonPlanCounts counts = { 0 };

  for (guint i = 0; i < marathon_plan_get_n_changes (plan); i++)
    if (marathon_plan_get_change (plan, i)->guide < 0)
      {
        check_given (before, marathon_plan_get_change (plan, i));
        check_waves_come_first (before, after, marathon_plan_get_change (plan, i));
      }
  check_unique (after);
  for (guint i = 0; i < size_of (before); i++)
    check_entrant (before, after, i, &counts);
  g_assert_cmpmem (&counts, sizeof counts, &plan->counts, sizeof plan->counts);
}
