/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonFieldRow: a row of a form: one field with its label, the text in it, and what there is to say of it.
 *
 * A row is bound to a field by its key, which is set in the template of the form; whoever owns the form gives it the
 * label and the choices out of a table of fields, shows the event's text in it, and makes an edit of what is committed.
 * A row knows no event. Kinds: MarathonTextFieldRow, MarathonLinesFieldRow, MarathonChoiceFieldRow,
 * MarathonSetFieldRow, MarathonColourFieldRow and MarathonFlagFieldRow.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MARATHON_TYPE_FIELD_ROW (marathon_field_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (MarathonFieldRow, marathon_field_row, MARATHON, FIELD_ROW, AdwPreferencesRow)

/* Children of a row in a template: <child type="suffix"> stands at the end of the row: a button, a unit.
 *
 * Properties:
 *   "key" (string): which field; set in templates
 *   "title" (AdwPreferencesRow's): the label
 *   "note" (string): a line below the text: why it is so, how it is meant; NULL for none
 *   "error" (string, read only): why the text was refused; NULL for none
 *   "dirty" (boolean, read only): holds text of a person that has not been committed
 * Signals:
 *   "commit" (const char *text): a person is done with a changed text. The handler makes the edit and then calls
 *     marathon_field_row_set_text() with what the event says now, or marathon_field_row_set_error().
 *   "leave": Escape, in a row that is not dirty
 */

struct _MarathonFieldRowClass {
  AdwPreferencesRowClass parent_class;

  /* What a kind of row is made of. */
  void (*show_text)  (MarathonFieldRow *row, const char *text); /* makes the editor show it */
  char *(*read_text) (MarathonFieldRow *row);                   /* what the editor shows (transfer full) */
  GtkWidget *(*get_editor) (MarathonFieldRow *row);             /* the widget that takes the keyboard */
  char *(*describe)  (MarathonFieldRow *row);                   /* for people (transfer full); NULL: as read_text */
  void (*clicked)    (MarathonFieldRow *row); /* beside the editor, which has the keyboard then; may be NULL */
  void (*set_read_only) (MarathonFieldRow *row, gboolean read_only); /* NULL: the editor becomes insensitive */
};

const char *marathon_field_row_get_key (MarathonFieldRow *row);

/** The label, translated; plain text. */
void marathon_field_row_set_label (MarathonFieldRow *row, const char *label);

/** Shows canonical text: the row is not dirty then, and has no error. Emits no "commit". */
void marathon_field_row_set_text (MarathonFieldRow *row, const char *text);

/** As above, but leaves a dirty row as it is, and only remembers what a revert goes back to. */
void marathon_field_row_refresh_text (MarathonFieldRow *row, const char *text);

/** Returns: (transfer full): what the row shows, typed or set. */
char *marathon_field_row_get_text (MarathonFieldRow *row);

/** Returns: (transfer full): what was entered, as people read it: labels of choices, one line; "" for nothing, and for
 * what can only be read. */
char *marathon_field_row_describe (MarathonFieldRow *row);

/** Returns: (transfer none): what was last set: what the event says. */
const char *marathon_field_row_get_committed (MarathonFieldRow *row);

gboolean marathon_field_row_is_dirty (MarathonFieldRow *row);

/** @message: (nullable): why the text is refused; goes away when the text is changed. %NULL for none. */
void        marathon_field_row_set_error (MarathonFieldRow *row, const char *message);
const char *marathon_field_row_get_error (MarathonFieldRow *row);

/** Sets the message of @error, without the row's key in front of it: the label says which field it is. */
void marathon_field_row_refuse (MarathonFieldRow *row, const GError *error);

void marathon_field_row_set_note (MarathonFieldRow *row, const char *note);

/** The text can be read and copied, but not changed; what was being typed is taken back. */
void marathon_field_row_set_read_only (MarathonFieldRow *row, gboolean read_only);

/** Emits "commit" where the row is dirty. Returns: %FALSE where the text was refused. */
gboolean marathon_field_row_commit (MarathonFieldRow *row);

/** Back to what was last set. */
void marathon_field_row_revert (MarathonFieldRow *row);

/** Puts the keyboard into the row; one line of text is selected then. */
void marathon_field_row_focus (MarathonFieldRow *row);

/** Commits, and puts the keyboard into what comes next; where the text was refused the keyboard stays. */
void marathon_field_row_go_on (MarathonFieldRow *row);

/** Returns: (transfer container) (element-type MarathonFieldRow): the rows in @root, in their order. */
GPtrArray *marathon_field_row_list (GtkWidget *root);

/* --- For the kinds of rows --- */

/** The editor shows something else, since a person changed it. */
void marathon_field_row_changed (MarathonFieldRow *row);

/** The keyboard has left @text, which must be a GtkEditable: a selection that is left behind looks like one that is
 * still meant, and goes with the next frame. */
void marathon_field_row_deselect_soon (GtkWidget *text);

G_END_DECLS
