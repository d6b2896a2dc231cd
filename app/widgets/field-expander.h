/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonFieldExpander: less used rows of a form behind one row, which says in short what they hold.
 */
#pragma once

#include "widgets/field-row.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_FIELD_EXPANDER (marathon_field_expander_get_type ())
G_DECLARE_FINAL_TYPE (MarathonFieldExpander, marathon_field_expander, MARATHON, FIELD_EXPANDER, AdwExpanderRow)

/* Properties, to be set in templates:
 *   "caption" (string): goes before what the rows hold: "Confidential"
 *   "private" (boolean): says only which rows hold something, not what
 */

/** Looks at its rows again. */
void marathon_field_expander_summarize (MarathonFieldExpander *expander);

G_END_DECLS
