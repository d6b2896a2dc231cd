/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The category plan: entrants are the seekers of a placement (planning/placement.h), categories in the order of their list its ranks.
 */
#include "planning/category-plan.h"

#include <glib/gi18n-lib.h>

#include "planning/placement.h"
#include "planning/reason.h"
#include "planning/start-unit.h"

typedef struct {
  MarathonEvent *event;
  const MarathonRoster *roster;
  MarathonRecordList *list;
  guint n_categories;
  GHashTable *by_handle; /* handle → place in the list + 1 */
  MarathonPlacement *placement;
  MarathonChoice *choices; /* room for every category */
} Planning;

static gboolean
is_fixed (const MarathonEntrant *entrant)
{
  return entrant->category != 0
         && (entrant->flags & (MARATHON_FLAG_COLLECTED | MARATHON_FLAG_PRINTED | MARATHON_FLAG_CATEGORY_PINNED)) != 0;
}

static gboolean
is_seeker (const MarathonEntrant *entrant)
{
  return marathon_entrant_is_planned (entrant) && !is_fixed (entrant);
}

/* Counts against the capacity, though the plan does not move them. */
static gboolean
is_settled (const MarathonEntrant *entrant)
{
  return marathon_entrant_is_planned (entrant) ? is_fixed (entrant)
                                               : marathon_entrant_has_flag (entrant, MARATHON_FLAG_COLLECTED);
}

static MarathonCategory *
category_at (const Planning *planning, guint place)
{
  return marathon_record_list_get (planning->list, place);
}

static guint32
handle_at (const Planning *planning, guint place)
{
  return marathon_record_get_handle (MARATHON_RECORD (category_at (planning, place)));
}

static const char *
key_at (const Planning *planning, guint place)
{
  return marathon_record_get_key (MARATHON_RECORD (category_at (planning, place)));
}

/* Where the category with that handle is in the list, or MARATHON_NO_PLACE. */
static guint32
find_place (const Planning *planning, guint32 handle)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (planning->by_handle, GUINT_TO_POINTER (handle)));

  return found == 0 ? MARATHON_NO_PLACE : found - 1;
}

/* --- Seekers --- */

static guint32
list_choices (Planning *planning, const MarathonEntrant *entrant)
{
  guint n = 0;

  for (guint i = 0; i < planning->n_categories; i++)
    if (marathon_category_check (category_at (planning, i), planning->event, entrant) == MARATHON_MISFIT_NONE)
      planning->choices[n++] = (MarathonChoice) { i, i };
  return marathon_placement_add_choices (planning->placement, planning->choices, n);
}

static void
set_seeker (Planning *planning, MarathonSeeker *seeker, const MarathonEntrant *entrant)
{
  MarathonTime time = marathon_entrant_get_qualifying (entrant);

  if (time == MARATHON_TIME_NONE)
    time = entrant->predicted;
  seeker->choices = list_choices (planning, entrant);
  seeker->people = 1;
  seeker->urgency = marathon_placement_urgency (time, entrant->entered);
  seeker->id = entrant->id;
  seeker->home = MARATHON_NO_PLACE;
  seeker->place = entrant->category == 0 ? MARATHON_NO_PLACE : find_place (planning, entrant->category);
}

static void
fill_in (Planning *planning)
{
  guint n = 0;

  for (guint i = 0; i < planning->n_categories; i++)
    marathon_placement_get_place (planning->placement, i)->capacity = category_at (planning, i)->capacity;
  for (guint i = 0; i < marathon_roster_get_size (planning->roster); i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (planning->roster, i);
      guint32 place = find_place (planning, entrant->category);

      if (is_seeker (entrant))
        set_seeker (planning, marathon_placement_get_seeker (planning->placement, n++), entrant);
      else if (is_settled (entrant) && place != MARATHON_NO_PLACE)
        marathon_placement_get_place (planning->placement, place)->fixed++;
    }
}

static guint
count_seekers (const MarathonRoster *roster)
{
  guint n = 0;

  for (guint i = 0; i < marathon_roster_get_size (roster); i++)
    n += is_seeker (marathon_roster_get (roster, i));
  return n;
}

static void
begin (Planning *planning, MarathonEvent *event)
{
  planning->event = event;
  planning->roster = marathon_event_get_roster (event);
  planning->list = marathon_event_get_list (event, MARATHON_LIST_CATEGORIES);
  planning->n_categories = marathon_record_list_get_size (planning->list);
  planning->choices = g_new (MarathonChoice, planning->n_categories + 1);
  planning->by_handle = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < planning->n_categories; i++)
    g_hash_table_insert (planning->by_handle, GUINT_TO_POINTER (handle_at (planning, i)), GUINT_TO_POINTER (i + 1));
  planning->placement = marathon_placement_new (planning->n_categories, count_seekers (planning->roster));
  fill_in (planning);
}

static void
end (Planning *planning)
{
  marathon_placement_free (planning->placement);
  g_hash_table_unref (planning->by_handle);
  g_free (planning->choices);
}

/* --- The plan --- */

static const char *
tell_reason (const Planning *planning, const MarathonSeeker *seeker, char *buffer)
{
  guint n_choices;
  const MarathonChoice *choices = marathon_placement_get_choices (planning->placement, seeker->choices, &n_choices);

  if (n_choices == 0)
    return marathon_reason_write (buffer, MARATHON_REASON_NO_CATEGORY, NULL);
  if (seeker->place == MARATHON_NO_PLACE)
    return marathon_reason_write (buffer, MARATHON_REASON_CATEGORY_FULL, key_at (planning, choices[0].place), NULL);
  if (seeker->place == choices[0].place)
    return marathon_reason_write (buffer, MARATHON_REASON_FITS, key_at (planning, seeker->place), NULL);
  return marathon_reason_write (buffer, MARATHON_REASON_FITS_AFTER, key_at (planning, seeker->place),
                                key_at (planning, choices[0].place), NULL);
}

static void
tell_seeker (const Planning *planning, MarathonPlan *plan, guint position, const MarathonSeeker *seeker)
{
  const MarathonEntrant *entrant = marathon_roster_get (planning->roster, position);
  char buffer[MARATHON_REASON_SIZE];
  const char *reason = tell_reason (planning, seeker, buffer);
  guint32 handle = seeker->place == MARATHON_NO_PLACE ? 0 : handle_at (planning, seeker->place);

  if (handle == 0)
    {
      plan->counts.unplaced++;
      marathon_plan_add_unplaced (plan, position, reason);
    }
  if (handle == entrant->category)
    plan->counts.kept += handle != 0;
  else if (handle == 0)
    marathon_plan_add_change (plan, position, 0, NULL, reason);
  else
    marathon_plan_add_place (plan, position, entrant->category != 0, handle, NULL, reason);
}

static MarathonPlan *
tell_plan (const Planning *planning)
{
  MarathonPlan *plan = marathon_plan_new (MARATHON_FIELD_CATEGORY);
  guint n = 0;

  for (guint i = 0; i < marathon_roster_get_size (planning->roster); i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (planning->roster, i);

      if (!marathon_entrant_is_planned (entrant))
        continue;
      plan->counts.considered++;
      if (is_fixed (entrant))
        plan->counts.fixed++;
      else
        tell_seeker (planning, plan, i, marathon_placement_get_seeker (planning->placement, n++));
    }
  return plan;
}

MarathonPlan *
marathon_category_plan_new (MarathonEvent *event)
{
  Planning planning = { 0 };
  MarathonPlan *plan;

  begin (&planning, event);
  marathon_placement_settle (planning.placement);
  plan = tell_plan (&planning);
  end (&planning);
  return plan;
}

/* --- Why not the others --- */

static void
clear_verdict (gpointer data)
{
  g_free (((MarathonCategoryVerdict *) data)->text);
}

/* Whether the entrant takes a place of the category that they are in. */
static gboolean
takes_place (const MarathonEntrant *entrant)
{
  return entrant->category != 0 && (marathon_entrant_is_planned (entrant) || is_settled (entrant));
}

guint *
marathon_category_count_taken (MarathonEvent *event)
{
  const MarathonRoster *roster = marathon_event_get_roster (event);
  guint *taken = g_new0 (guint, marathon_record_list_get_next_handle (marathon_event_get_list (event, MARATHON_LIST_CATEGORIES)));

  for (guint i = 0; i < marathon_roster_get_size (roster); i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (roster, i);

      taken[entrant->category] += takes_place (entrant);
    }
  return taken;
}

static MarathonCategoryVerdict
ask (MarathonEvent *event, MarathonCategory *category, const MarathonEntrant *entrant, const guint *taken)
{
  guint32 handle = marathon_record_get_handle (MARATHON_RECORD (category));
  MarathonCategoryVerdict verdict = { .handle = handle };
  guint others = taken[handle] - (entrant->category == handle && takes_place (entrant));

  verdict.misfit = marathon_category_check (category, event, entrant);
  verdict.is_full = verdict.misfit == MARATHON_MISFIT_NONE && category->capacity != 0
                    && others >= category->capacity;
  if (verdict.misfit != MARATHON_MISFIT_NONE)
    verdict.text = marathon_category_describe_misfit (category, event, entrant, verdict.misfit);
  else
    verdict.text = g_strdup (verdict.is_full ? _ ("full") : _ ("fits"));
  return verdict;
}

GArray *
marathon_category_explain (MarathonEvent *event, guint position, const guint *taken)
{
  const MarathonEntrant *entrant = marathon_roster_get (marathon_event_get_roster (event), position);
  MarathonRecordList *list = marathon_event_get_list (event, MARATHON_LIST_CATEGORIES);
  g_autofree guint *counted = taken == NULL ? marathon_category_count_taken (event) : NULL;
  GArray *verdicts = g_array_new (FALSE, TRUE, sizeof (MarathonCategoryVerdict));

  g_array_set_clear_func (verdicts, clear_verdict);
  for (guint i = 0; i < marathon_record_list_get_size (list); i++)
    {
      MarathonCategoryVerdict verdict = ask (event, marathon_record_list_get (list, i), entrant,
                                             taken != NULL ? taken : counted);

      g_array_append_val (verdicts, verdict);
    }
  return verdicts;
}
