/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonProblemRow: one kind of problem: how grave, what, how many.
 */
#pragma once

#include <gtk/gtk.h>

#include "planning/problems.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_PROBLEM_ROW (marathon_problem_row_get_type ())
G_DECLARE_FINAL_TYPE (MarathonProblemRow, marathon_problem_row, MARATHON, PROBLEM_ROW, GtkListBoxRow)

/* Signal "repairing": the plan that repairs the problem is being opened */

/** One that a plan repairs has a button for that, with an action of the window. One that concerns no entrants can be read,
 * not activated, unless it is told to lead somewhere. */
GtkWidget *marathon_problem_row_new (MarathonProblemKind kind, const MarathonProblem *problem);

/** Whether there is a place to go to when it is activated. */
void marathon_problem_row_set_leads (MarathonProblemRow *row, gboolean leads);

/** What it leads to are rows below it, to be shown or hidden; @is_unfolded: they are shown. */
void marathon_problem_row_set_unfolds (MarathonProblemRow *row, gboolean is_unfolded);

MarathonProblemKind marathon_problem_row_get_kind (MarathonProblemRow *row);

G_END_DECLS
