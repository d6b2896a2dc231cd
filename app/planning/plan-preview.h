/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPlanPreview: a plan as people look at it before they apply it: what it comes to, who is without a place, who
 * moves, who gets a place, each a list of rows; and what is missing for a plan that means anything.
 */
#pragma once

#include "planning/bib-plan.h"
#include "planning/plan.h"

G_BEGIN_DECLS

/** Rows that belong together, those to be looked at first in front. Who is in TAKEN_AWAY is in UNPLACED too. */
typedef enum {
  MARATHON_PLAN_ROWS_UNPLACED,   /* there is no place for them */
  MARATHON_PLAN_ROWS_TAKEN_AWAY, /* had one and may not keep it */
  MARATHON_PLAN_ROWS_MOVED,      /* get another place than they had */
  MARATHON_PLAN_ROWS_PLACED,     /* get a place and had none */
  MARATHON_N_PLAN_ROWS,
} MarathonPlanRows;

/** Why there is nothing to plan. */
typedef enum {
  MARATHON_PLAN_LACK_NONE,
  MARATHON_PLAN_LACK_ACCEPTED,   /* nobody is accepted */
  MARATHON_PLAN_LACK_CATEGORIES, /* the event has none */
  MARATHON_PLAN_LACK_WAVES,
  MARATHON_PLAN_LACK_BLOCKS,
} MarathonPlanLack;

typedef struct _MarathonPlanPreview MarathonPlanPreview;

/**
 * marathon_plan_preview_new:
 * @event: to be planned, usually a snapshot; kept as long as the preview, and not to be changed
 * @field: MARATHON_FIELD_CATEGORY, MARATHON_FIELD_WAVE or MARATHON_FIELD_BIB
 * @mode: of bibs
 *
 * Makes the plan. A preview may be handed to another thread, but is for one at a time.
 *
 * Returns: (transfer full)
 */
MarathonPlanPreview *marathon_plan_preview_new   (MarathonEvent *event, MarathonField field, MarathonBibPlanMode mode);
MarathonPlanPreview *marathon_plan_preview_ref   (MarathonPlanPreview *preview);
void                 marathon_plan_preview_unref (MarathonPlanPreview *preview);

MarathonEvent      *marathon_plan_preview_get_event (MarathonPlanPreview *preview);
const MarathonPlan *marathon_plan_preview_get_plan  (MarathonPlanPreview *preview);
MarathonPlanLack    marathon_plan_preview_get_lack  (MarathonPlanPreview *preview);

/** How many rows; rows of guides count too. */
guint marathon_plan_preview_count (MarathonPlanPreview *preview, MarathonPlanRows rows);

/** The row at @index of @rows, in the roster's order. */
void marathon_plan_preview_get_row (MarathonPlanPreview *preview, MarathonPlanRows rows, guint index, MarathonPlanRow *row);

/** Whether anybody of the roster has a bib already, so that it says something to see them. */
gboolean marathon_plan_preview_has_bibs (MarathonPlanPreview *preview);

/** Whether the plan changes nobody and leaves nobody without a place. */
gboolean marathon_plan_preview_is_settled (MarathonPlanPreview *preview);

/** How many are without a place only because another plan (categories, waves) has to come first; it is set to @field. */
guint marathon_plan_preview_count_waiting (MarathonPlanPreview *preview, MarathonField *field);

/** Returns: (transfer full): "1,204 get a wave, 35 move to another one, 12 find no wave"; "" where nothing of this is. */
char *marathon_plan_preview_format_headline (MarathonPlanPreview *preview);

/** Returns: (transfer full): who else there is: "36,337 entrants are accepted. 35,036 stay as before. 50 are fixed: …" */
char *marathon_plan_preview_format_rest (MarathonPlanPreview *preview);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonPlanPreview, marathon_plan_preview_unref)

G_END_DECLS
