/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPlan: a list of proposed changes, each with its reason. Nothing is changed until an edit applies it.
 *
 * Every plan has looked at each accepted entrant once and counted them in exactly one of kept, fixed, changed and unplaced. Who is kept or
 * fixed is not listed: they stay as they are, with the reason of the day they were placed.
 */
#pragma once

#include "model/event.h"

G_BEGIN_DECLS

/** A change of one place. The strings belong to the plan. */
typedef struct {
  guint32 position; /* in the roster of the event that was planned */
  MarathonField field; /* MARATHON_FIELD_CATEGORY, MARATHON_FIELD_WAVE or MARATHON_FIELD_BIB */
  gint32 guide; /* bibs only: index of the guide whose bib it is; -1: the entrant */
  guint32 handle; /* the category or wave, or the block of the bib (a guide's has none); 0: the place is taken away */
  const char *text; /* the bib; "" for the other fields and where it is taken away */
  const char *reason; /* planning/reason.h */
  gboolean is_move; /* from another place; not where there was none, nor where it is taken away */
} MarathonPlanChange;

/** Somebody for whom there is no place. Whoever had one that they may not keep is also in the changes, with handle 0. */
typedef struct {
  guint32 position;
  gint32 guide; /* as above; guides are not counted */
  const char *reason;
} MarathonPlanUnplaced;

/** Entrants, not guides. considered = kept + fixed + changed + unplaced; changed = placed + moved. */
typedef struct {
  guint considered;
  guint kept;     /* have a place and stay */
  guint fixed;    /* stay because collected, printed or pinned */
  guint changed;  /* get a place, or another one */
  guint placed;   /* get a place and had none */
  guint moved;    /* get another place than they had */
  guint unplaced; /* have none after the plan */
} MarathonPlanCounts;

/** For reading only. */
typedef struct {
  MarathonField field;
  MarathonPlanCounts counts;
  GArray *changes;  /* of MarathonPlanChange, ascending by position, then guide */
  GArray *unplaced; /* of MarathonPlanUnplaced, ascending by position, then guide */
  GStringChunk *texts;
} MarathonPlan;

/** One row of a preview; the strings live as long as the plan and its event. */
typedef struct {
  guint32 position;
  gint32 guide;
  const char *before; /* what people call the record, or the bib; "" for none */
  const char *after;
  const char *reason; /* the code with its arguments: marathon_reason_to_sentence() */
  gboolean is_move;   /* neither before nor after is "" */
} MarathonPlanRow;

typedef void (*MarathonPlanRowFunc) (const MarathonPlanRow *row, gpointer user_data);

static inline guint
marathon_plan_get_n_changes (const MarathonPlan *plan)
{
  return plan->changes->len;
}

static inline const MarathonPlanChange *
marathon_plan_get_change (const MarathonPlan *plan, guint index)
{
  return &g_array_index (plan->changes, MarathonPlanChange, index);
}

static inline guint
marathon_plan_get_n_unplaced (const MarathonPlan *plan)
{
  return plan->unplaced->len;
}

static inline const MarathonPlanUnplaced *
marathon_plan_get_unplaced (const MarathonPlan *plan, guint index)
{
  return &g_array_index (plan->unplaced, MarathonPlanUnplaced, index);
}

void marathon_plan_free (MarathonPlan *plan);

/** What a change says, in words. @event is the one that was planned, unchanged since; so below. */
void marathon_plan_get_row (const MarathonPlan *plan, MarathonEvent *event, guint index, MarathonPlanRow *row);

/** The same of somebody without a place: nothing will be; what was is where a place is taken away. */
void marathon_plan_get_unplaced_row (const MarathonPlan *plan, MarathonEvent *event, guint index, MarathonPlanRow *row);

/** Returns: (transfer full): whom a row is about: the entrant, or where @guide is not -1 a guide and whose. */
char *marathon_plan_describe_person (MarathonEvent *event, guint position, gint32 guide);

/**
 * marathon_plan_foreach_row:
 * @event: the event that was planned, unchanged since
 *
 * Calls @func for every change in order, with what was and what will be in words.
 */
void marathon_plan_foreach_row (const MarathonPlan *plan, MarathonEvent *event, MarathonPlanRowFunc func, gpointer user_data);

/* --- For the planners of this floor --- */

/** Returns: (transfer full): a plan without changes. */
MarathonPlan *marathon_plan_new (MarathonField field);

/** Appends a change; the texts are copied (%NULL is ""). Returns it for further filling in. */
MarathonPlanChange *marathon_plan_add_change (MarathonPlan *plan,
                                              guint32       position,
                                              guint32       handle,
                                              const char   *text,
                                              const char   *reason);

/** Appends a change by which an entrant gets a place, and counts it: as moved where @is_move, else as placed. */
MarathonPlanChange *marathon_plan_add_place (MarathonPlan *plan,
                                             guint32       position,
                                             gboolean      is_move,
                                             guint32       handle,
                                             const char   *text,
                                             const char   *reason);

MarathonPlanUnplaced *marathon_plan_add_unplaced (MarathonPlan *plan, guint32 position, const char *reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonPlan, marathon_plan_free)

G_END_DECLS
