/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonHistory: the only way by which people and programs change an event; undo and redo without limit.
 *
 * A step is what one act of a person did: any number of edits, undone together, with a label in words. Applying an edit
 * is done here only, the first time too.
 */
#pragma once

#include "editing/edit.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_HISTORY (marathon_history_get_type ())
G_DECLARE_FINAL_TYPE (MarathonHistory, marathon_history, MARATHON, HISTORY, GObject)

/* Properties (read only, notified on change):
 *   "can-undo", "can-redo" (boolean)
 *   "undo-label", "redo-label" (string): "Assign 36,337 Bibs", or NULL
 *   "state" (uint64): changes with every step; the same number is the same content of the event
 *   "read-only" (boolean): every change is refused; "can-undo" and "can-redo" are FALSE then
 *   "read-only-reason" (string): why, or NULL
 */

/** Who is told of each edit right after it was applied or taken back: the journal, tests. The label of a step that is
 * undone is "Undo …", and "Redo …" of one that is redone. */
typedef struct {
  void (*begin)    (const char *label, gpointer user_data);
  void (*edited)   (MarathonEdit *edit, gboolean reverted, gpointer user_data);
  void (*commit)   (gpointer user_data);
  void (*rollback) (gpointer user_data);
} MarathonHistoryObserver;

/** Returns: (transfer full): an empty history of @event. */
MarathonHistory *marathon_history_new (MarathonEvent *event);

MarathonEvent *marathon_history_get_event (MarathonHistory *history);

/** @observer is copied; %NULL for none. Its functions must not change the event. */
void marathon_history_set_observer (MarathonHistory *history, const MarathonHistoryObserver *observer, gpointer user_data);

/**
 * marathon_history_set_read_only:
 * @reason: (nullable): a sentence for people; %NULL: the event may be changed again
 *
 * From now on every change, undo and redo too, is refused with MARATHON_MODEL_ERROR_READ_ONLY and @reason as its
 * message. An edit that changes nothing is not refused. Not to be called between marathon_history_begin() and the end
 * of the step.
 */
void        marathon_history_set_read_only        (MarathonHistory *history, const char *reason);
gboolean    marathon_history_is_read_only         (MarathonHistory *history);
const char *marathon_history_get_read_only_reason (MarathonHistory *history);

/** Applies @edit (transfer none) as a step of its own; an edit that changes nothing makes no step. %FALSE with @error:
 * nothing is changed. */
gboolean marathon_history_do (MarathonHistory *history, MarathonEdit *edit, const char *label, GError **error);

/** Starts a step of several edits. Steps do not nest. */
void marathon_history_begin (MarathonHistory *history, const char *label);

/** Applies @edit as a part of the step that was begun. After an error the caller rolls back. */
gboolean marathon_history_add (MarathonHistory *history, MarathonEdit *edit, GError **error);

/** Ends the step; one without edits leaves no trace. */
void marathon_history_commit (MarathonHistory *history);

/** Takes back what was applied since marathon_history_begin(). */
void marathon_history_rollback (MarathonHistory *history);

gboolean marathon_history_undo (MarathonHistory *history, GError **error);
gboolean marathon_history_redo (MarathonHistory *history, GError **error);

gboolean    marathon_history_can_undo       (MarathonHistory *history);
gboolean    marathon_history_can_redo       (MarathonHistory *history);
const char *marathon_history_get_undo_label (MarathonHistory *history);
const char *marathon_history_get_redo_label (MarathonHistory *history);

/** The state that the event is in now; 0 at the start. A document is saved where this is the state it was saved in. */
guint64 marathon_history_get_state (MarathonHistory *history);

/** Forgets all steps; the state stays. */
void marathon_history_clear (MarathonHistory *history);

G_END_DECLS
