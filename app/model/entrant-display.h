/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person reads of an entrant's fields on the screen: names instead of keys, labels instead of words of the file.
 */
#pragma once

#include "model/entrant-fields.h"

G_BEGIN_DECLS

/**
 * marathon_entrant_append_display:
 *
 * Appends the field as a person reads it, in one line; nothing where it is not known. Unlike lists on paper it keeps
 * nothing back: it is for whoever may see the field.
 *
 * Words of vocabularies and the usual entry routes by their labels; records by name, a wave with its start; a nation by
 * its three letters where it is known; birth dates as in the file, or "age 31"; instants as day and time in the event's
 * time zone; flags as "Yes"; a bib shared with the group in brackets; "(no name)" as the family name of who has neither
 * that nor a given name. Lines and words are separated by ", ".
 */
void marathon_entrant_append_display (MarathonEvent           *event,
                                      const MarathonEntrant   *entrant,
                                      const MarathonFieldInfo *info,
                                      GString                 *out);

/** Returns: (transfer full): the same as a new string; "" for a field that the event has not. */
char *marathon_entrant_get_display (MarathonEvent *event, const MarathonEntrant *entrant, guint field);

/** Whether the entrant has neither a family name nor a given one. */
gboolean marathon_entrant_is_nameless (MarathonEvent *event, const MarathonEntrant *entrant);

/** Whether values of the field are compared by their last digits, so that they belong at the far edge of a column. */
gboolean marathon_field_is_numeric (const MarathonFieldInfo *info);

/** Appends "1983-03-23", "1983" or "age 31". */
void marathon_birth_append_display (MarathonDate birth, GString *out);

G_END_DECLS
