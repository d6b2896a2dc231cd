/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonLinesFieldRow: a row of a form with several lines of text: Enter starts a line, Ctrl+Enter saves and goes on.
 */
#pragma once

#include "widgets/field-row.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_LINES_FIELD_ROW (marathon_lines_field_row_get_type ())
G_DECLARE_FINAL_TYPE (MarathonLinesFieldRow, marathon_lines_field_row, MARATHON, LINES_FIELD_ROW, MarathonFieldRow)

G_END_DECLS
