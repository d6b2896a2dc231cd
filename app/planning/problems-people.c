/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Problems of a person and of the category they are in.
 */
#include "planning/problems-private.h"

#include "planning/category-terms.h"
#include "planning/class-mode.h"
#include "planning/start-unit.h"

/* The kinds of problem of a category follow that of having none, in the order of the misfits. */
G_STATIC_ASSERT (MARATHON_PROBLEM_CATEGORY_MODE == MARATHON_PROBLEM_NO_CATEGORY + MARATHON_MISFIT_MODE);
G_STATIC_ASSERT (MARATHON_PROBLEM_CATEGORY_TOO_SLOW == MARATHON_PROBLEM_NO_CATEGORY + MARATHON_MISFIT_TOO_SLOW);

static void
mark_if (MarathonProblemSearch *search, MarathonProblemKind kind, guint position, gboolean condition)
{
  if (condition)
    marathon_problem_search_mark (search, kind, position);
}

static gboolean
has_detail (const MarathonProblemSearch *search, const MarathonEntrant *entrant, MarathonField field)
{
  return entrant->details != 0
         && marathon_details_store_get_value (marathon_event_get_details (search->event), entrant->details, field) != 0;
}

static void
look_at_age (MarathonProblemSearch *search, guint position, const MarathonEntrant *entrant)
{
  guint minimum = marathon_event_get_rules (search->event)->minimum_age;
  int age = minimum == 0 ? -1 : marathon_category_get_age (NULL, search->event, entrant);

  mark_if (search, MARATHON_PROBLEM_UNDER_MINIMUM_AGE, position, age >= 0 && (guint) age < minimum);
}

static void
look_at_person (MarathonProblemSearch *search, guint position, const MarathonEntrant *entrant)
{
  mark_if (search, MARATHON_PROBLEM_NO_NAME, position, entrant->family == 0 && entrant->given == 0);
  mark_if (search, MARATHON_PROBLEM_NO_SEX, position, entrant->sex == MARATHON_SEX_UNKNOWN);
  mark_if (search, MARATHON_PROBLEM_NO_BIRTH_DATE, position, entrant->birth == MARATHON_DATE_UNKNOWN);
  mark_if (search, MARATHON_PROBLEM_NATION_NOT_KNOWN, position, entrant->nation != 0 && entrant->nation_code == 0);
  look_at_age (search, position, entrant);
}

static void
look_at_class (MarathonProblemSearch *search, guint position, const MarathonEntrant *entrant, gboolean is_elite)
{
  if (entrant->sport_class == 0)
    return;
  mark_if (search, MARATHON_PROBLEM_CLASS_NOT_KNOWN, position, !marathon_sport_class_is_known (entrant->sport_class));
  mark_if (search, MARATHON_PROBLEM_CLASS_NOT_CONFIRMED, position,
           is_elite && entrant->class_status != MARATHON_CLASS_STATUS_CONFIRMED);
  mark_if (search, MARATHON_PROBLEM_CLASS_MODE, position,
           entrant->mode == MARATHON_MODE_RUNNING && marathon_class_needs_chair_or_frame (entrant->sport_class));
  mark_if (search, MARATHON_PROBLEM_CLASS_ON_FOOT, position,
           entrant->mode == MARATHON_MODE_RACING_CHAIR && marathon_class_is_on_foot (entrant->sport_class));
}

static void
look_at_category (MarathonProblemSearch *search, guint position, const MarathonEntrant *entrant)
{
  MarathonCategory *category = entrant->category == 0 ? NULL
                                                      : marathon_event_get_record (search->event, MARATHON_LIST_CATEGORIES,
                                                                                   entrant->category);
  gboolean is_elite = category != NULL && category->elite;

  if (category == NULL)
    marathon_problem_search_mark (search, MARATHON_PROBLEM_NO_CATEGORY, position);
  else
    {
      MarathonMisfit misfit = marathon_category_check (category, search->event, entrant);

      mark_if (search, (MarathonProblemKind) (MARATHON_PROBLEM_NO_CATEGORY + misfit), position,
               misfit != MARATHON_MISFIT_NONE);
    }
  look_at_class (search, position, entrant, is_elite);
  mark_if (search, MARATHON_PROBLEM_NO_EMERGENCY_CONTACT, position,
           !is_elite && !has_detail (search, entrant, MARATHON_FIELD_EMERGENCY_PHONE));
}

static gboolean
is_gone (const MarathonEntrant *entrant)
{
  return entrant->status == MARATHON_STATUS_WITHDRAWN || entrant->status == MARATHON_STATUS_DEFERRED;
}

static void
look_at_capacities (MarathonProblemSearch *search)
{
  MarathonRecordList *list = marathon_event_get_list (search->event, MARATHON_LIST_CATEGORIES);

  for (guint i = 0; i < marathon_record_list_get_size (list); i++)
    {
      MarathonCategory *category = marathon_record_list_get (list, i);
      guint32 handle = marathon_record_get_handle (MARATHON_RECORD (category));

      if (marathon_fill_is_over (marathon_fills_get (search->fills, MARATHON_LIST_CATEGORIES, handle)))
        marathon_problem_search_mark_record (search, MARATHON_PROBLEM_CATEGORY_OVER_CAPACITY, category);
    }
}

void
marathon_problem_search_people (MarathonProblemSearch *search)
{
  for (guint i = 0; i < search->size; i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (search->roster, i);

      mark_if (search, MARATHON_PROBLEM_WITHDRAWN_COLLECTED, i,
               is_gone (entrant) && marathon_entrant_has_flag (entrant, MARATHON_FLAG_COLLECTED));
      if (!marathon_entrant_is_planned (entrant))
        continue;
      look_at_person (search, i, entrant);
      look_at_category (search, i, entrant);
    }
  look_at_capacities (search);
}
