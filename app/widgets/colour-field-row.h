/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonColourFieldRow: a field row for a colour, "#rrggbb" or "": typed, or picked out of a palette in a popover; a
 * swatch shows it.
 */
#pragma once

#include "widgets/field-row.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_COLOUR_FIELD_ROW (marathon_colour_field_row_get_type ())
G_DECLARE_FINAL_TYPE (MarathonColourFieldRow, marathon_colour_field_row, MARATHON, COLOUR_FIELD_ROW, MarathonFieldRow)

G_END_DECLS
