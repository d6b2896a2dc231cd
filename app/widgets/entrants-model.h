/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEntrantsModel: the entrants of an event as GtkColumnView wants them: list model and selection model in one,
 * filtered, sorted and selected between two frames of the screen, with a million of them too.
 *
 * Its items are MarathonEntrantSlots, which stand for rows, not for people: after a filter or a sort only the length is
 * told to the view, and the few slots that are alive say that their row shows somebody else now. Selection is one bit
 * for each entrant and survives filters, sorts and edits. (What each of these saves: GTK looks up and rebuilds hundreds
 * of row widgets, or a million items, when it is told more.)
 *
 * GTK makes the widgets of some 200 rows, whatever the window's height, which takes it several frames' time. So below
 * that the list model follows what is shown by some rows a frame, at the pace of its view; rows behind the last entrant
 * are blank meanwhile. A list that comes to show nobody keeps its rows, blank, since a page shows something else in its
 * place then. "n-shown" is what is true.
 *
 * Follows the roster's signals by itself: those who went are gone at once, all else is caught up with before the next
 * frame. A row is a place in the list as it is shown; a position is one in the roster.
 */
#pragma once

#include <gtk/gtk.h>

#include "model/entrant-index.h"
#include "widgets/entrant-slot.h"

G_BEGIN_DECLS

/** Above this many entrants the index is built in a thread. */
#define MARATHON_ENTRANTS_MODEL_AT_ONCE 20000u

#define MARATHON_TYPE_ENTRANTS_MODEL (marathon_entrants_model_get_type ())
G_DECLARE_FINAL_TYPE (MarathonEntrantsModel, marathon_entrants_model, MARATHON, ENTRANTS_MODEL, GObject)

/* Properties (read only, notified on change):
 *   "n-shown", "n-all", "n-selected" (uint): entrants shown; of the event; selected, shown or not
 *   "is-ready" (boolean): whether the index is built; until then everybody is shown in the roster's order, and what was
 *     asked for is done when it is
 * Signals: GListModel's and GtkSelectionModel's; "selection-changed" also where the selection changed behind a filter
 */

/**
 * marathon_entrants_model_new:
 *
 * Builds the index in a thread from a snapshot, a small event's at once; changes made meanwhile are caught up.
 */
MarathonEntrantsModel *marathon_entrants_model_new (MarathonEvent *event);

MarathonEvent *marathon_entrants_model_get_event (MarathonEntrantsModel *model);

/** Whom to show: @query as of marathon_entrant_index_query(). "" for all. */
void        marathon_entrants_model_set_query (MarathonEntrantsModel *model, const char *query);
const char *marathon_entrants_model_get_query (MarathonEntrantsModel *model);

/** Shows of the query's people only those whose bit is set; @mask (transfer full) (nullable) is of the roster as it is
 * now, and keeps in step with entrants that come and go (new ones are shown). */
void marathon_entrants_model_set_mask (MarathonEntrantsModel *model, guint64 *mask);

/** @keys may be none: the roster's order. */
void marathon_entrants_model_set_order (MarathonEntrantsModel *model, const MarathonSortKey *keys, guint n_keys);

/** Does at once what is done before the next frame, catching up with the roster, and has as many rows as are shown. */
void marathon_entrants_model_settle (MarathonEntrantsModel *model);

/** For a view, once a frame, while the number of rows is not "n-shown": adds or takes away some of them.
 * Returns: whether there is more to do */
gboolean marathon_entrants_model_advance (MarathonEntrantsModel *model);

/** The position of the entrant in @row (below "n-shown"). */
guint marathon_entrants_model_get_position (MarathonEntrantsModel *model, guint row);

/** The row of the entrant at @position, or GTK_INVALID_LIST_POSITION where that one is not shown. A walk through the
 * rows, settled first, so that who was added just now is found. */
guint marathon_entrants_model_find_row (MarathonEntrantsModel *model, guint position);

/** Returns: (transfer none) (nullable): the value shown in @row, good until the roster changes; %NULL for a row from
 * "n-shown" on, which a view may still have. */
const MarathonEntrant *marathon_entrants_model_get_entrant (MarathonEntrantsModel *model, guint row);

/* GtkSelectionModel: selecting "all", or something and nothing else, also drops who is not shown, so that nobody is
 * acted upon by mistake; adding and taking away leave them alone. */

/** The selected entrants, shown or not: (transfer full) (element-type guint32) positions, ascending. */
GArray *marathon_entrants_model_get_selected (MarathonEntrantsModel *model);

/** Whether the entrant at @position is selected, shown or not. */
gboolean marathon_entrants_model_position_is_selected (MarathonEntrantsModel *model, guint position);

/** Selects the entrants at @positions (in any order) and no others. */
void marathon_entrants_model_select_positions (MarathonEntrantsModel *model, const guint32 *positions, guint n);

guint    marathon_entrants_model_get_n_shown    (MarathonEntrantsModel *model);
guint    marathon_entrants_model_get_n_all      (MarathonEntrantsModel *model);
guint    marathon_entrants_model_get_n_selected (MarathonEntrantsModel *model);
gboolean marathon_entrants_model_is_ready       (MarathonEntrantsModel *model);

G_END_DECLS
