/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonRecordForm: joins the field rows of a template to the columns of one record of the event: shows them, keeps
 * them up to date, and makes an edit of each that is committed.
 *
 * A row's "key" is the name of its column. The kind of row must suit the column's type: text rows for texts, numbers,
 * times, clocks and ranges; choice rows for ENUM and REF; set rows for REFS, WORDS and CLASSES; flag rows for BOOL;
 * colour rows for COLOUR; lines rows for LINES. Labels and choices are set by the form.
 */
#pragma once

#include "document/document.h"
#include "widgets/field-row.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_RECORD_FORM (marathon_record_form_get_type ())
G_DECLARE_FINAL_TYPE (MarathonRecordForm, marathon_record_form, MARATHON, RECORD_FORM, GObject)

/* Signals:
 *   "shown" : the rows show the record anew: where notes on rows may be set
 *   "leave": Escape in a row that is not dirty
 */

/**
 * marathon_record_form_new:
 * @root: where the rows are; not kept
 * @kind: the type of the records: MARATHON_TYPE_WAVE
 *
 * Returns: (transfer full): a form without a record: its rows are insensitive then
 */
MarathonRecordForm *marathon_record_form_new (GtkWidget *root, GType kind);

/** @document and @record: both or neither. What was typed and refused is lost; see marathon_record_form_commit(). */
void marathon_record_form_set_record (MarathonRecordForm *form, MarathonDocument *document, MarathonRecord *record);

MarathonRecord *marathon_record_form_get_record (MarathonRecordForm *form);

/** Returns: (transfer none) (nullable): the row of that column. */
MarathonFieldRow *marathon_record_form_get_row (MarathonRecordForm *form, const char *column);

/** %FALSE where a row was refused. */
gboolean marathon_record_form_commit (MarathonRecordForm *form);

/** As MarathonPage's. */
gboolean marathon_record_form_undo_typing (MarathonRecordForm *form);

G_END_DECLS
