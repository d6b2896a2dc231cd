/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The laws of the category plan. Random events have birthdays on 1 June and the race in April, so ages are one less than the years'
 * difference.
 */
#include "planning/category-laws.h"

#include "model/category.h"

static const MarathonEntrant *
entrant_at (MarathonEvent *event, guint position)
{
  return marathon_roster_get (marathon_event_get_roster (event), position);
}

static gboolean
is_accepted (const MarathonEntrant *entrant)
{
  return entrant->status == MARATHON_STATUS_ACCEPTED;
}

static gboolean
is_fixed (const MarathonEntrant *entrant)
{
  return entrant->category != 0
         && (marathon_entrant_has_flag (entrant, MARATHON_FLAG_COLLECTED)
             || marathon_entrant_has_flag (entrant, MARATHON_FLAG_PRINTED)
             || marathon_entrant_has_flag (entrant, MARATHON_FLAG_CATEGORY_PINNED));
}

static gboolean
admits_age (MarathonEvent *event, const MarathonCategory *category, const MarathonEntrant *entrant)
{
  guint age = (guint) (marathon_date_get_year (marathon_event_get_info (event)->date)
                       - marathon_date_get_year (entrant->birth) - 1);

  if (category->age_from == 0 && category->age_to == 0)
    return TRUE;
  return entrant->birth != 0 && age >= category->age_from && (category->age_to == 0 || age <= category->age_to);
}

static gboolean
admits_time (const MarathonCategory *category, const MarathonEntrant *entrant)
{
  MarathonTime time = entrant->qualifying != 0 ? entrant->qualifying : entrant->pb;

  return category->qualifying == 0 || (time != 0 && time <= category->qualifying);
}

/* Random events know one class of a wheelchair; everybody in them runs. */
static gboolean
admits_class (const MarathonCategory *category, const MarathonEntrant *entrant)
{
  MarathonSportClass chair;

  g_assert_true (marathon_sport_class_parse ("T54", &chair));
  if (category->classes[0] == 0)
    return entrant->sport_class != chair;
  for (guint i = 0; category->classes[i] != 0; i++)
    if (category->classes[i] == entrant->sport_class)
      return TRUE;
  return FALSE;
}

static gboolean
admits (MarathonEvent *event, const MarathonCategory *category, const MarathonEntrant *entrant)
{
  return category->mode == entrant->mode && (category->sex == 0 || category->sex == entrant->sex)
         && admits_class (category, entrant) && admits_age (event, category, entrant) && admits_time (category, entrant)
         && (category->routes[0] == NULL
             || g_strv_contains (category->routes, marathon_event_text (event, entrant->route)));
}

static void
count_category (MarathonEvent *before, MarathonEvent *after, guint32 handle, guint *all, guint *fixed)
{
  *all = *fixed = 0;
  for (guint i = 0; i < marathon_roster_get_size (marathon_event_get_roster (after)); i++)
    {
      const MarathonEntrant *entrant = entrant_at (after, i);
      gboolean is_left = is_accepted (entrant) ? is_fixed (entrant_at (before, i))
                                               : marathon_entrant_has_flag (entrant, MARATHON_FLAG_COLLECTED);

      if (entrant->category != handle || (!is_accepted (entrant) && !is_left))
        continue;
      ++*all;
      *fixed += is_left;
    }
}

/* Of the categories that admit, those before the one where the entrant is have no room; the one where they are is not over its capacity. */
static void
check_entrant (MarathonEvent *before, MarathonEvent *after, guint position)
{
  MarathonRecordList *list = marathon_event_get_list (before, MARATHON_LIST_CATEGORIES);
  const MarathonEntrant *entrant = entrant_at (before, position);
  guint32 handle = entrant_at (after, position)->category;

  for (guint i = 0; i < marathon_record_list_get_size (list); i++)
    {
      MarathonCategory *category = marathon_record_list_get (list, i);
      guint32 here = marathon_record_get_handle (MARATHON_RECORD (category));
      guint all, fixed;

      count_category (before, after, here, &all, &fixed);
      if (here == handle)
        {
          g_assert_true (admits (before, category, entrant));
          g_assert_true (category->capacity == 0 || all <= category->capacity);
          return;
        }
      if (admits (before, category, entrant))
        g_assert_true (category->capacity != 0 && all >= category->capacity);
    }
  g_assert_cmpuint (handle, ==, 0);
}

void
category_laws_check (MarathonEvent *before, const MarathonPlan *plan, MarathonEvent *after)
{
  MarathonPlanCounts counts = { 0 };

  for (guint i = 0; i < marathon_roster_get_size (marathon_event_get_roster (before)); i++)
    {
      const MarathonEntrant *was = entrant_at (before, i), *is = entrant_at (after, i);

      if (!is_accepted (was) || is_fixed (was))
        g_assert_cmpuint (was->category, ==, is->category);
      else
        check_entrant (before, after, i);
      if (!is_accepted (was))
        continue;
      counts.considered++;
      counts.fixed += is_fixed (was);
      counts.unplaced += is->category == 0;
      counts.kept += !is_fixed (was) && is->category != 0 && is->category == was->category;
      counts.changed += is->category != 0 && is->category != was->category;
      counts.placed += is->category != 0 && was->category == 0;
      counts.moved += is->category != 0 && was->category != 0 && is->category != was->category;
    }
  g_assert_cmpmem (&counts, sizeof counts, &plan->counts, sizeof plan->counts);
  g_assert_cmpuint (marathon_plan_get_n_unplaced (plan), ==, counts.unplaced);
}
