/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonProblemRecordRow: a record that has a problem, below the row of the problem: which, and what numbers tell.
 */
#pragma once

#include <gtk/gtk.h>

#include "planning/fills.h"
#include "planning/problems.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_PROBLEM_RECORD_ROW (marathon_problem_record_row_get_type ())
G_DECLARE_FINAL_TYPE (MarathonProblemRecordRow, marathon_problem_record_row, MARATHON, PROBLEM_RECORD_ROW, GtkListBoxRow)

/** @fills: how full the event's records are, for problems of which that tells something; @handle: of a record of the event */
GtkWidget *marathon_problem_record_row_new (MarathonEvent       *event,
                                            MarathonProblemKind  kind,
                                            guint32              handle,
                                            const MarathonFills *fills);

/** The kind of problem, and which record has it. */
MarathonProblemKind marathon_problem_record_row_get_kind   (MarathonProblemRecordRow *row);
guint32             marathon_problem_record_row_get_handle (MarathonProblemRecordRow *row);

G_END_DECLS
