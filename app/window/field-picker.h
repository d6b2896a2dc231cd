/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonFieldPicker: a popover with all that a column of an entry list can be, to be searched by the words that people
 * use for it. One serves all columns.
 */
#pragma once

#include <gtk/gtk.h>

#include "model/event.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_FIELD_PICKER (marathon_field_picker_get_type ())
G_DECLARE_FINAL_TYPE (MarathonFieldPicker, marathon_field_picker, MARATHON, FIELD_PICKER, GtkPopover)

/* Signal "picked" (string key): of a MarathonImportChoice; the popover closes */

MarathonFieldPicker *marathon_field_picker_new (MarathonEvent *event);

/** Begins a choice for the column called @name, which is @key (nullable) now. */
void marathon_field_picker_begin (MarathonFieldPicker *picker, const char *name, const char *key);

G_END_DECLS
