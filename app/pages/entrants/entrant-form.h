/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEntrantForm: one entrant as a form: each row a field of the table of fields, saved as it is left.
 */
#pragma once

#include <adwaita.h>

#include "document/document.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_ENTRANT_FORM (marathon_entrant_form_get_type ())
G_DECLARE_FINAL_TYPE (MarathonEntrantForm, marathon_entrant_form, MARATHON, ENTRANT_FORM, AdwBin)

/* Properties (read only, notified on change):
 *   "entrant" (uint64): the id shown; 0 for none or a new one
 *   "is-new" (boolean): an empty form: the first field that is filled in adds the person
 * Signals:
 *   "added" (guint64 id): a new person is in the roster now
 *   "refused" (const char *message): a sentence that says which field cannot be as it was typed, and why: where
 *     marathon_entrant_form_commit() keeps it or showing another lets go of it. While somebody types, the row says it
 *   "leave": the keyboard should go back to the table: after Escape in a field without unsaved text, or where who was
 *     shown is gone while the keyboard was in the form
 *   "show-entrant" (guint64 id): the person wants to see another entrant (a guide who runs too)
 */

/** %NULL for none. */
void marathon_entrant_form_set_document (MarathonEntrantForm *form, MarathonDocument *document);

/** Saves what is being typed, then shows the entrant; 0 for none. What was refused is let go of, and told by "refused".
 * Follows changes and disappearance by itself. */
void    marathon_entrant_form_show_entrant (MarathonEntrantForm *form, guint64 id);
guint64 marathon_entrant_form_get_entrant  (MarathonEntrantForm *form);

/** Saves what is being typed, then shows an empty form and puts the keyboard into its first field. */
void     marathon_entrant_form_start_new (MarathonEntrantForm *form);
gboolean marathon_entrant_form_is_new    (MarathonEntrantForm *form);

/**
 * marathon_entrant_form_commit:
 *
 * Saves what is being typed: before the event is saved, searched, closed. Returns: %FALSE where it was refused; it
 * stays in its field then, which gets the keyboard and is scrolled to, and "refused" says so.
 */
gboolean marathon_entrant_form_commit (MarathonEntrantForm *form);

/** Whether some field has text that is not in the event yet; and back to what the event says. */
gboolean marathon_entrant_form_is_dirty (MarathonEntrantForm *form);
void     marathon_entrant_form_revert   (MarathonEntrantForm *form);

/** The keyboard to the row of the field @key; "" for the first. */
void marathon_entrant_form_focus (MarathonEntrantForm *form, const char *key);

/** Adds a guide and puts the keyboard into the name. */
void marathon_entrant_form_add_guide (MarathonEntrantForm *form);

G_END_DECLS
