/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What officials do to the event's records, each one undoable step with a label in words.
 */
#pragma once

#include "editing/history.h"

G_BEGIN_DECLS

/**
 * marathon_record_change:
 * @record: of the event: in one of its lists, or what it has exactly one of
 * @text: as typed in a form; "" clears
 *
 * "Change Date of the Event", "Change Capacity of Red 1". What changes nothing makes no step.
 *
 * Returns: %FALSE with @error; nothing has changed then
 */
gboolean marathon_record_change (MarathonHistory *history,
                                 MarathonRecord  *record,
                                 guint            column,
                                 const char      *text,
                                 GError         **error);

G_END_DECLS
