/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The law of every plan, applied: everybody counted once, planning again changes nothing, nobody is worse off than
 * there is room for, no two have one bib, no number is outside of its block, no wave or category is over its capacity
 * but by force, and undo gives back the same bytes.
 */
#include "laws/law-case.h"

#include "editing/plan-edit.h"
#include "formats/project-writer.h"
#include "model/bib-block.h"
#include "model/category.h"
#include "planning/bib-laws.h"
#include "planning/bib-plan.h"
#include "planning/category-plan.h"
#include "planning/wave-laws.h"
#include "planning/wave-plan.h"
#include "planning/wave-terms.h"

typedef enum {
  PLAN_CATEGORIES,
  PLAN_WAVES,
  PLAN_BIBS,
  PLAN_NEW_BIBS,
  N_PLANS,
} PlanKind;

static guint n_changes[N_PLANS];

static MarathonPlan *
make_plan (MarathonEvent *event, PlanKind kind)
{
  switch (kind)
    {
    case PLAN_CATEGORIES:
      return marathon_category_plan_new (event);
    case PLAN_WAVES:
      return marathon_wave_plan_new (event);
    case PLAN_BIBS:
      return marathon_bib_plan_new (event, MARATHON_BIB_PLAN_FILL);
    case PLAN_NEW_BIBS:
    case N_PLANS:
    default:
      return marathon_bib_plan_new (event, MARATHON_BIB_PLAN_RENUMBER);
    }
}

/* --- What must be true afterwards --- */

static void
check_counts (MarathonEvent *event, const MarathonPlan *plan)
{
  MarathonRoster *roster = marathon_event_get_roster (event);
  guint n_accepted = 0;

  for (guint i = 0; i < marathon_roster_get_size (roster); i++)
    n_accepted += marathon_roster_get (roster, i)->status == MARATHON_STATUS_ACCEPTED;
  g_assert_cmpuint (plan->counts.considered, ==, n_accepted);
  g_assert_cmpuint (plan->counts.kept + plan->counts.fixed + plan->counts.changed + plan->counts.unplaced, ==,
                    n_accepted);
}

/* How many people are in the wave (guides too) or, of a category, how many entrants. */
static guint
count_people (MarathonEvent *event, MarathonField field, guint32 handle)
{
  MarathonRoster *roster = marathon_event_get_roster (event);
  guint n = 0;

  for (guint i = 0; i < marathon_roster_get_size (roster); i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (roster, i);
      MarathonDetailsView view;

      if (entrant->status != MARATHON_STATUS_ACCEPTED
          || (field == MARATHON_FIELD_WAVE ? entrant->wave : entrant->category) != handle)
        continue;
      marathon_details_store_get (marathon_event_get_details (event), entrant->details, &view);
      n += 1 + (field == MARATHON_FIELD_WAVE ? view.n_guides : 0);
    }
  return n;
}

static guint
get_capacity (MarathonEvent *event, MarathonField field, guint32 handle)
{
  if (field == MARATHON_FIELD_WAVE)
    return MARATHON_WAVE (marathon_event_get_record (event, MARATHON_LIST_WAVES, handle))->capacity;
  return MARATHON_CATEGORY (marathon_event_get_record (event, MARATHON_LIST_CATEGORIES, handle))->capacity;
}

/* Where the plan put somebody there is room; a place may only be too full of those who were fixed there. */
static void
check_capacities (MarathonEvent *event, const MarathonPlan *plan)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < marathon_plan_get_n_changes (plan); i++)
    {
      guint32 handle = marathon_plan_get_change (plan, i)->handle;
      guint capacity = handle != 0 ? get_capacity (event, plan->field, handle) : 0;

      if (capacity != 0 && g_hash_table_add (seen, GUINT_TO_POINTER (handle)))
        g_assert_cmpuint (count_people (event, plan->field, handle), <=, capacity);
    }
}

static void
check_not_too_early (MarathonEvent *event, const MarathonPlan *plan)
{
  for (guint i = 0; i < marathon_plan_get_n_changes (plan); i++)
    {
      const MarathonPlanChange *change = marathon_plan_get_change (plan, i);
      const MarathonEntrant *entrant = marathon_roster_get (marathon_event_get_roster (event), change->position);

      if (change->handle != 0)
        g_assert_false (marathon_wave_is_too_early (marathon_event_get_record (event, MARATHON_LIST_WAVES,
                                                                               change->handle),
                                                    entrant->predicted));
    }
}

static void
check_blocks (MarathonEvent *event, const MarathonPlan *plan)
{
  for (guint i = 0; i < marathon_plan_get_n_changes (plan); i++)
    {
      const MarathonPlanChange *change = marathon_plan_get_change (plan, i);
      const MarathonEntrant *entrant = marathon_roster_get (marathon_event_get_roster (event), change->position);
      MarathonBibBlock *block;

      if (change->guide >= 0 || change->handle == 0)
        continue;
      block = marathon_event_get_record (event, MARATHON_LIST_BIB_BLOCKS, change->handle);
      g_assert_cmpstr (marathon_event_text (event, entrant->bib), ==, change->text);
      g_assert_true (g_str_has_prefix (change->text, block->prefix));
      g_assert_true (marathon_number_ranges_contains (block->numbers, entrant->bib_number));
    }
}

static void
add_bib (GHashTable *seen, guint64 key)
{
  if (key != 0)
    g_assert_true (g_hash_table_add (seen, g_memdup2 (&key, sizeof key)));
}

static void
check_no_bib_twice (MarathonEvent *event)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  MarathonRoster *roster = marathon_event_get_roster (event);

  for (guint i = 0; i < marathon_roster_get_size (roster); i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (roster, i);
      MarathonDetailsView view;

      add_bib (seen, marathon_entrant_bib_key (entrant));
      marathon_details_store_get (marathon_event_get_details (event), entrant->details, &view);
      for (guint g = 0; g < view.n_guides; g++)
        add_bib (seen, marathon_guide_bib_key (&view.guides[g]));
    }
}

/* Nobody who was placed, or left without a place, is admitted by an earlier category that has room. */
static void
check_first_category (MarathonEvent *after, guint32 position, guint32 handle)
{
  g_autoptr (GArray) verdicts = marathon_category_explain (after, position, NULL);
  guint i;

  for (i = 0; i < verdicts->len && g_array_index (verdicts, MarathonCategoryVerdict, i).handle != handle; i++)
    g_assert_true (g_array_index (verdicts, MarathonCategoryVerdict, i).misfit != MARATHON_MISFIT_NONE
                   || g_array_index (verdicts, MarathonCategoryVerdict, i).is_full);
  if (handle == 0)
    g_assert_cmpuint (i, ==, verdicts->len);
  else
    g_assert_cmpint (g_array_index (verdicts, MarathonCategoryVerdict, i).misfit, ==, MARATHON_MISFIT_NONE);
}

static void
check_categories (const MarathonPlan *plan, MarathonEvent *after)
{
  for (guint i = 0; i < marathon_plan_get_n_changes (plan); i++)
    check_first_category (after, marathon_plan_get_change (plan, i)->position,
                          marathon_plan_get_change (plan, i)->handle);
  for (guint i = 0; i < marathon_plan_get_n_unplaced (plan); i++)
    check_first_category (after, marathon_plan_get_unplaced (plan, i)->position, 0);
}

/* What looks at every pair of a person and a place. */
static void
check_in_depth (MarathonEvent *before, const MarathonPlan *plan, MarathonEvent *after, PlanKind kind)
{
  if (kind == PLAN_CATEGORIES)
    check_categories (plan, after);
  else if (kind == PLAN_WAVES)
    wave_laws_check (before, plan, after);
  else if (kind == PLAN_BIBS)
    bib_laws_check (before, plan, after);
}

/* --- Applying --- */

static void
check_plan (const LawCase *law_case, MarathonHistory *history, PlanKind kind)
{
  MarathonEvent *event = marathon_history_get_event (history);
  g_autoptr (MarathonEvent) snapshot = marathon_event_snapshot (event);
  g_autoptr (MarathonPlan) plan = make_plan (snapshot, kind);
  g_autoptr (MarathonPlan) again = NULL;
  g_autofree char *before = marathon_project_to_text (event);
  g_autofree char *after = NULL, *undone = NULL, *redone = NULL;
  g_autoptr (GError) error = NULL;

  check_counts (event, plan);
  marathon_plan_apply (history, plan, &error);
  law_assert_no_error (law_case, "applying a plan", error);
  again = make_plan (event, kind);
  g_assert_cmpuint (marathon_plan_get_n_changes (again), ==, 0);
  if (plan->field == MARATHON_FIELD_BIB)
    check_blocks (event, plan);
  else
    check_capacities (event, plan);
  if (plan->field == MARATHON_FIELD_WAVE)
    check_not_too_early (event, plan);
  check_no_bib_twice (event);
  if (law_case->n_entrants < 1000)
    check_in_depth (snapshot, plan, event, kind);
  n_changes[kind] += marathon_plan_get_n_changes (plan);
  if (marathon_plan_get_n_changes (plan) == 0)
    return;

  after = marathon_project_to_text (event);
  marathon_history_undo (history, &error);
  law_assert_no_error (law_case, "undo of a plan", error);
  undone = marathon_project_to_text (event);
  law_assert_same (law_case, "undo of a plan", before, undone);
  marathon_history_redo (history, &error);
  law_assert_no_error (law_case, "redo of a plan", error);
  redone = marathon_project_to_text (event);
  law_assert_same (law_case, "redo of a plan", after, redone);
}

static void
check_plans (const LawCase *law_case, RandomSource *random, MarathonEvent *event)
{
  g_autoptr (MarathonHistory) history = marathon_history_new (event);

  g_test_message ("seed %u", law_case->seed);
  for (guint i = 0; i < 2 * N_PLANS; i++)
    check_plan (law_case, history, i < N_PLANS ? i : random_below (random, N_PLANS));
}

static void
test_plans (void)
{
  law_check (check_plans, 1);
  for (guint kind = 0; kind < N_PLANS; kind++)
    g_assert_cmpuint (n_changes[kind], >=, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/laws/plan/every-plan-applied", test_plans);
  return g_test_run ();
}
