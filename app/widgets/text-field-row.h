/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonTextFieldRow: a row of a form with one line of text: saved when the keyboard leaves it or Enter is pressed.
 */
#pragma once

#include "widgets/field-row.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_TEXT_FIELD_ROW (marathon_text_field_row_get_type ())
G_DECLARE_FINAL_TYPE (MarathonTextFieldRow, marathon_text_field_row, MARATHON, TEXT_FIELD_ROW, MarathonFieldRow)

/* Properties, to be set in templates:
 *   "placeholder" (string): shown while the row is empty: what is typed there, "h:mm:ss"
 *   "example" (string, write only): instead of a placeholder, "1983-03-23", shown as "e.g. 1983-03-23"
 *   "purpose" (GtkInputPurpose): what an on-screen keyboard shows
 *   "editable" (boolean): %FALSE: to be read and copied only
 */

/** The property "example". */
void marathon_text_field_row_set_example (MarathonTextFieldRow *row, const char *example);

G_END_DECLS
