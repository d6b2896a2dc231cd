/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What officials do to the event's records, each one undoable step with a label in words.
 */
#pragma once

#include "editing/history.h"
#include "editing/record-use.h"

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

/** One value of a new record: canonical text. */
typedef struct {
  const char *column;
  const char *text;
} MarathonColumnText;

/**
 * marathon_record_add:
 * @position: where in the list; beyond the end: at it
 * @name: what it is called; its key is made of that, and is new to the list
 * @values: (array length=n) (nullable): other values
 * @added: (out) (optional) (transfer none): the record, which is in the event now
 *
 * "Add Wave Red 7".
 */
gboolean marathon_record_add (MarathonHistory            *history,
                              MarathonListId              list,
                              guint                       position,
                              const char                 *name,
                              const MarathonColumnText  *values,
                              guint                       n,
                              MarathonRecord            **added,
                              GError                    **error);

/** "Duplicate Wave Red 1": the same values right below it, with the next free name, "Red 2" or "Mass (copy)"; what may
 * not be there twice (a group's bib) stays empty. */
gboolean marathon_record_duplicate (MarathonHistory  *history,
                                    MarathonListId    list,
                                    guint             position,
                                    MarathonRecord  **added,
                                    GError          **error);

/** "Delete Wave Red 1", as one step with all that names it (see marathon_record_describe_use()): entrants lose it, with
 * pin and reason, and so do other records. A bib stays with its entrant when its block goes. */
gboolean marathon_record_delete (MarathonHistory *history, MarathonListId list, guint position, GError **error);

/** "Move Wave Red 1". */
gboolean marathon_record_move (MarathonHistory *history, MarathonListId list, guint from, guint to, GError **error);

G_END_DECLS
