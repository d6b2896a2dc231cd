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

/** One that concerns no entrants can be read, not activated. */
GtkWidget *marathon_problem_row_new (MarathonProblemKind kind, const MarathonProblem *problem);

MarathonProblemKind marathon_problem_row_get_kind (MarathonProblemRow *row);

G_END_DECLS
