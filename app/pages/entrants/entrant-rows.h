/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of a form and the table of fields: which row a field has, its label, its choices, and what it shows.
 */
#pragma once

#include "model/event.h"
#include "widgets/field-row.h"

G_BEGIN_DECLS

/** Returns: the kind of row that a field needs. */
GType marathon_entrant_row_get_kind (MarathonEvent *event, const MarathonFieldInfo *info);

/** Whether @rows from @first on are the rows of the fields of @infos from @first_info on, in that order. */
gboolean marathon_entrant_rows_are_for (GPtrArray     *rows,
                                        guint          first,
                                        MarathonEvent *event,
                                        GPtrArray     *infos,
                                        guint          first_info);

/** Gives a row the field's label and choices as they are now. */
void marathon_entrant_row_bind (MarathonFieldRow *row, MarathonEvent *event, const MarathonFieldInfo *info);

/** Returns: (transfer full): what a row shows of the entrant (%NULL: of a new one): canonical text; instants in the
 * event's time. */
char *marathon_entrant_row_get_text (MarathonEvent           *event,
                                     const MarathonEntrant   *entrant,
                                     const MarathonFieldInfo *info);

/** Returns: (transfer full): an instant in the event's time: "2014-04-13 10:05"; "" for 0. */
char *marathon_entrant_row_describe_instant (MarathonEvent *event, gint64 instant);

/** Returns: (transfer full): @message without the name of the field that model/entrant-draft.h puts in front: in a row
 * everybody sees which one is meant. */
char *marathon_entrant_row_shorten (const char *message, const char *key);

/** Returns: (transfer full): why what was typed in a field of that type is refused: @error for people, without @key. */
char *marathon_entrant_row_explain (MarathonEvent     *event,
                                    MarathonFieldType  type,
                                    const char        *key,
                                    const char        *typed,
                                    const GError      *error);

/** Returns: (transfer full): for a message elsewhere: "Born: There is no 30 February"; of a guide, whose too. */
char *marathon_entrant_row_tell_refused (MarathonFieldRow *row);

G_END_DECLS
