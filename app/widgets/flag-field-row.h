/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonFlagFieldRow: a row of a form with a switch; saved at once. Its text is "yes", or "" (or "no") for off.
 */
#pragma once

#include "widgets/field-row.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_FLAG_FIELD_ROW (marathon_flag_field_row_get_type ())
G_DECLARE_FINAL_TYPE (MarathonFlagFieldRow, marathon_flag_field_row, MARATHON, FLAG_FIELD_ROW, MarathonFieldRow)

G_END_DECLS
