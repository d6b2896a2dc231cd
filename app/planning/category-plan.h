/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The category plan: which category each accepted entrant starts in, and why not the others.
 *
 * The first category of the list that admits (planning/category-terms.h) and has room wins. Entrants with a category who are collected,
 * printed or pinned stay and count against the capacity. Who is in already goes before who is not; then the better qualifying or predicted
 * time, the earlier entry date, the smaller id.
 */
#pragma once

#include "planning/category-terms.h"
#include "planning/plan.h"

G_BEGIN_DECLS

/** Returns: (transfer full): the plan; @event (usually a snapshot) is only read. */
MarathonPlan *marathon_category_plan_new (MarathonEvent *event);

/** What a category says to an entrant. */
typedef struct {
  guint32 handle;        /* of the category */
  MarathonMisfit misfit; /* NONE: it admits */
  gboolean is_full;      /* admits, but has no room for one more */
  char *text;            /* in words: what does not fit, "full", or "fits" */
} MarathonCategoryVerdict;

/** Returns: (transfer full): how many places are taken, by handle of the category: to explain many entrants of an event that stays as it is. */
guint *marathon_category_count_taken (MarathonEvent *event);

/**
 * marathon_category_explain:
 * @taken: (nullable): from marathon_category_count_taken(); %NULL counts anew
 *
 * Returns: (transfer full): a MarathonCategoryVerdict for every category, in the order of the list, for the entrant at @position
 */
GArray *marathon_category_explain (MarathonEvent *event, guint position, const guint *taken);

G_END_DECLS
