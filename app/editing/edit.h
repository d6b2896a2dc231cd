/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEdit: one undoable change of an event. There are few kinds, and they are generic: values of entrants,
 * entrants that come, go or move to the bin, a property of a record, records that come, go or move.
 *
 * An edit is made against the event as it is and applied by MarathonHistory alone. It keeps only what it changes: of a
 * changed entrant the four-byte words that differ, so numbering a million people costs some bytes for each.
 */
#pragma once

#include "model/event.h"

G_BEGIN_DECLS

typedef enum {
  MARATHON_EDIT_CHANGE_ENTRANTS,
  MARATHON_EDIT_INSERT_ENTRANTS,
  MARATHON_EDIT_REMOVE_ENTRANTS,
  MARATHON_EDIT_TRANSFER_ENTRANTS, /* between roster and bin */
  MARATHON_EDIT_CHANGE_RECORD,
  MARATHON_EDIT_INSERT_RECORD,
  MARATHON_EDIT_REMOVE_RECORD,
  MARATHON_EDIT_MOVE_RECORD,
} MarathonEditKind;

typedef struct _MarathonEdit MarathonEdit;

MarathonEdit *marathon_edit_ref   (MarathonEdit *edit);
void          marathon_edit_unref (MarathonEdit *edit);

/** New values for the entrants at @positions (ascending); what equals the present value is not part of the edit. */
MarathonEdit *marathon_edit_new_change_entrants (MarathonEvent         *event,
                                                 MarathonPlace          place,
                                                 const guint32         *positions,
                                                 const MarathonEntrant *values,
                                                 guint                  n);

/** @positions ascending, as seen after the insertion. */
MarathonEdit *marathon_edit_new_insert_entrants (MarathonPlace          place,
                                                 const guint32         *positions,
                                                 const MarathonEntrant *values,
                                                 guint                  n);

/** @positions ascending. Removes for good; people delete with marathon_edit_new_bin_entrants(). */
MarathonEdit *marathon_edit_new_remove_entrants (MarathonEvent *event, MarathonPlace place, const guint32 *positions, guint n);

/** Deletes to the end of the bin. @positions ascending. */
MarathonEdit *marathon_edit_new_bin_entrants (MarathonEvent *event, const guint32 *positions, guint n);

/** Moves entrants from @from to the other place; both arrays ascending, the i-th goes to the i-th. */
MarathonEdit *marathon_edit_new_transfer_entrants (MarathonPlace  from,
                                                   const guint32 *from_positions,
                                                   const guint32 *to_positions,
                                                   guint          n);

/** Sets a column of a record of the event (also of course, rules and the event's own record). */
MarathonEdit *marathon_edit_new_change_record (MarathonRecord *record, guint column, const char *text);

MarathonEdit *marathon_edit_new_insert_record (MarathonListId list, guint position, MarathonRecord *record);
MarathonEdit *marathon_edit_new_remove_record (MarathonEvent *event, MarathonListId list, guint position);
MarathonEdit *marathon_edit_new_move_record   (MarathonListId list, guint from, guint to);

/** How many entrants it is about; 0 for an edit of a record. */
guint marathon_edit_count_entrants (const MarathonEdit *edit);

/** Whether applying it would change nothing. */
gboolean marathon_edit_is_empty (const MarathonEdit *edit);

/* --- For MarathonHistory, and for trials that are taken back at once --- */

/** Applies the edit; all or nothing. */
gboolean marathon_edit_apply (MarathonEdit *edit, MarathonEvent *event, GError **error);

/** Takes back what marathon_edit_apply() did, when everything applied since has been taken back. */
gboolean marathon_edit_revert (MarathonEdit *edit, MarathonEvent *event, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonEdit, marathon_edit_unref)

G_END_DECLS
