/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonListsForm: which list, of whom, for whom and on which paper.
 */
#pragma once

#include <adwaita.h>

#include "printing/list-pages.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_LISTS_FORM (marathon_lists_form_get_type ())
G_DECLARE_FINAL_TYPE (MarathonListsForm, marathon_lists_form, MARATHON, LISTS_FORM, GtkBox)

/* Signals:
 *   "changed": something else is asked for
 *   "chosen": a list was chosen, by click or key
 *   "pointed-at" (const char *name): a list that may be chosen next
 */

/** Shows categories and waves of @event; %NULL lets go. */
void marathon_lists_form_set_event (MarathonListsForm *form, MarathonEvent *event);

/** The event has changed: shows the categories and waves as they are now. */
void marathon_lists_form_refresh (MarathonListsForm *form);

/**
 * marathon_lists_form_select:
 * @name: of a list
 * @category: (nullable): key; %NULL for all
 * @wave: (nullable): key; %NULL for all
 *
 * Asks for that list. Returns: %FALSE, with nothing changed, where there is no such list, category or wave
 */
gboolean marathon_lists_form_select (MarathonListsForm *form, const char *name, const char *category, const char *wave);

/** Returns: (transfer full): what is asked for. */
MarathonListRequest *marathon_lists_form_get_request (MarathonListsForm *form);

/** Returns: (transfer full): what would be asked for after choosing the list called @name. */
MarathonListRequest *marathon_lists_form_get_request_for (MarathonListsForm *form, const char *name);

/** Gives the keyboard to the lists. */
void marathon_lists_form_focus (MarathonListsForm *form);

G_END_DECLS
