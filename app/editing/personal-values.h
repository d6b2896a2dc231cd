/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a value is made coarser where people are to be unknown. @text holds a field's canonical text, and what is left of
 * it afterwards; "" for nothing.
 */
#pragma once

#include "model/entrant-fields.h"

G_BEGIN_DECLS

/** Whether a bib has no digit: a surname, which elite athletes wear. */
gboolean marathon_personal_bib_is_name (const char *bib);

void marathon_personal_coarsen_bib (GString *text);

/** The beginning of its day. */
void marathon_personal_coarsen_instant (GString *text);

/** A reason of a plan (planning/reason.h) is left, with the new keys of groups; what was written by hand or by a newer
 * version, or names what is gone, is not. @group_keys: from old to new. */
void marathon_personal_coarsen_reason (GString *text, MarathonEvent *event, GHashTable *group_keys);

/** A value of an event's own field is left where it is one of the choices. */
void marathon_personal_coarsen_choice (GString *text, MarathonEvent *event, const MarathonFieldInfo *info);

/** Canonical texts; 0 and an unknown date are "". */
void marathon_personal_write_id   (guint64 id, GString *text);
void marathon_personal_write_date (MarathonDate date, GString *text);

G_END_DECLS
