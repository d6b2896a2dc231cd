/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPlan: two arrays and the chunk of strings that they point into.
 */
#include "planning/plan.h"

#include "model/record-name.h"
#include "model/wave.h"

#define TEXT_CHUNK 4096

MarathonPlan *
marathon_plan_new (MarathonField field)
{
  MarathonPlan *plan = g_new0 (MarathonPlan, 1);

  plan->field = field;
  plan->changes = g_array_new (FALSE, TRUE, sizeof (MarathonPlanChange));
  plan->unplaced = g_array_new (FALSE, TRUE, sizeof (MarathonPlanUnplaced));
  plan->texts = g_string_chunk_new (TEXT_CHUNK);
  return plan;
}

void
marathon_plan_free (MarathonPlan *plan)
{
  if (plan == NULL)
    return;
  g_array_unref (plan->changes);
  g_array_unref (plan->unplaced);
  g_string_chunk_free (plan->texts);
  g_free (plan);
}

/* Reasons come in runs of the same one, so the last is looked at before the chunk is searched. */
static const char *
keep_reason (MarathonPlan *plan, const char *last, const char *reason)
{
  if (reason == NULL || *reason == '\0')
    return "";
  if (last != NULL && g_str_equal (last, reason))
    return last;
  return g_string_chunk_insert_const (plan->texts, reason);
}

MarathonPlanChange *
marathon_plan_add_change (MarathonPlan *plan,
                          guint32       position,
                          guint32       handle,
                          const char   *text,
                          const char   *reason)
{
  guint n = plan->changes->len;
  const char *last = n > 0 ? marathon_plan_get_change (plan, n - 1)->reason : NULL;
  MarathonPlanChange change = {
    .position = position,
    .field = plan->field,
    .guide = -1,
    .handle = handle,
    .text = text == NULL || *text == '\0' ? "" : g_string_chunk_insert (plan->texts, text),
    .reason = keep_reason (plan, last, reason),
  };

  g_array_append_val (plan->changes, change);
  return &g_array_index (plan->changes, MarathonPlanChange, n);
}

MarathonPlanChange *
marathon_plan_add_place (MarathonPlan *plan,
                         guint32       position,
                         gboolean      is_move,
                         guint32       handle,
                         const char   *text,
                         const char   *reason)
{
  MarathonPlanChange *change = marathon_plan_add_change (plan, position, handle, text, reason);

  change->is_move = is_move;
  plan->counts.changed++;
  if (is_move)
    plan->counts.moved++;
  else
    plan->counts.placed++;
  return change;
}

MarathonPlanUnplaced *
marathon_plan_add_unplaced (MarathonPlan *plan, guint32 position, const char *reason)
{
  guint n = plan->unplaced->len;
  const char *last = n > 0 ? marathon_plan_get_unplaced (plan, n - 1)->reason : NULL;
  MarathonPlanUnplaced unplaced = { .position = position, .guide = -1, .reason = keep_reason (plan, last, reason) };

  g_array_append_val (plan->unplaced, unplaced);
  return &g_array_index (plan->unplaced, MarathonPlanUnplaced, n);
}

/* --- Previews --- */

/* The names of waves are put together; each is kept once. */
static const char *
name_record (const MarathonPlan *plan, MarathonEvent *event, guint32 handle)
{
  MarathonListId list = plan->field == MARATHON_FIELD_CATEGORY ? MARATHON_LIST_CATEGORIES : MARATHON_LIST_WAVES;
  gpointer record = handle == 0 ? NULL : marathon_event_get_record (event, list, handle);
  g_autofree char *name = record != NULL ? marathon_record_get_full_name (event, record) : NULL;

  return name != NULL ? g_string_chunk_insert_const (plan->texts, name) : "";
}

static const char *
get_bib (MarathonEvent *event, const MarathonEntrant *entrant, int guide)
{
  MarathonDetailsView view;

  if (guide < 0)
    return marathon_event_text (event, entrant->bib);
  marathon_details_store_get (marathon_event_get_details (event), entrant->details, &view);
  return (guint) guide < view.n_guides ? marathon_event_text (event, view.guides[guide].bib) : "";
}

/* The place that somebody has now. */
static const char *
get_place (const MarathonPlan *plan, MarathonEvent *event, guint position, gint32 guide)
{
  const MarathonEntrant *entrant = marathon_roster_get (marathon_event_get_roster (event), position);

  if (plan->field == MARATHON_FIELD_BIB)
    return get_bib (event, entrant, guide);
  return name_record (plan, event, plan->field == MARATHON_FIELD_CATEGORY ? entrant->category : entrant->wave);
}

void
marathon_plan_get_row (const MarathonPlan *plan, MarathonEvent *event, guint index, MarathonPlanRow *row)
{
  const MarathonPlanChange *change = marathon_plan_get_change (plan, index);

  *row = (MarathonPlanRow) {
    .position = change->position,
    .guide = change->guide,
    .before = get_place (plan, event, change->position, change->guide),
    .after = plan->field == MARATHON_FIELD_BIB ? change->text : name_record (plan, event, change->handle),
    .reason = change->reason,
    .is_move = change->is_move,
  };
}

void
marathon_plan_get_unplaced_row (const MarathonPlan *plan, MarathonEvent *event, guint index, MarathonPlanRow *row)
{
  const MarathonPlanUnplaced *unplaced = marathon_plan_get_unplaced (plan, index);

  *row = (MarathonPlanRow) {
    .position = unplaced->position,
    .guide = unplaced->guide,
    .before = get_place (plan, event, unplaced->position, unplaced->guide),
    .after = "",
    .reason = unplaced->reason,
  };
}

char *
marathon_plan_describe_person (MarathonEvent *event, guint position, gint32 guide)
{
  const MarathonHolder holder = { MARATHON_HOLDER_GUIDE, position, (guint) guide };

  if (guide >= 0)
    return marathon_event_describe_holder (event, &holder);
  return marathon_event_describe_entrant (event, marathon_roster_get (marathon_event_get_roster (event), position));
}

void
marathon_plan_foreach_row (const MarathonPlan *plan, MarathonEvent *event, MarathonPlanRowFunc func, gpointer user_data)
{
  for (guint i = 0; i < marathon_plan_get_n_changes (plan); i++)
    {
      MarathonPlanRow row;

      marathon_plan_get_row (plan, event, i, &row);
      func (&row, user_data);
    }
}
