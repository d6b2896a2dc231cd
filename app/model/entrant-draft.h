/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEntrantDraft: an entrant being filled in or changed, before it becomes a value. Not yet part of the event's roster, so
 * dropping a draft leaves no trace.
 */
#pragma once

#include "model/entrant-fields.h"

G_BEGIN_DECLS

typedef struct {
  MarathonEvent *event; /* borrowed */
  MarathonEntrant value;
  GArray *details; /* of MarathonDetail, ascending */
  GArray *guides;  /* of MarathonGuide */
  gboolean details_changed;
} MarathonEntrantDraft;

/** Starts an empty draft. One draft can serve for many entrants: see marathon_entrant_draft_start(). */
void marathon_entrant_draft_init  (MarathonEntrantDraft *draft, MarathonEvent *event);
void marathon_entrant_draft_clear (MarathonEntrantDraft *draft);

/** Makes the draft a copy of @value, or empty where that is %NULL. */
void marathon_entrant_draft_start (MarathonEntrantDraft *draft, const MarathonEntrant *value);

/**
 * marathon_entrant_draft_set_text:
 * @text: canonical text, or what a person typed in a form of that field; valid UTF-8; "" clears
 *
 * Names, clubs and the like are cleaned (white space, NFC, control characters), never re-cased.
 *
 * Returns: %FALSE with @error (MARATHON_MODEL_ERROR) naming the field, what was found and what is expected; the draft is as before then
 */
gboolean marathon_entrant_draft_set_text (MarathonEntrantDraft    *draft,
                                          const MarathonFieldInfo *info,
                                          const char              *text,
                                          GError                 **error);

/** As above for a field by number; it must exist. */
gboolean marathon_entrant_draft_set (MarathonEntrantDraft *draft, guint field, const char *text, GError **error);

/** Sets a detail that is no field (unknown content). */
void marathon_entrant_draft_set_detail (MarathonEntrantDraft *draft, guint field, const char *text);

/** Sets or clears flags, keeping the rest. */
void marathon_entrant_draft_set_flag (MarathonEntrantDraft *draft, MarathonFlags flag, gboolean set);

/** Appends a guide; at most MARATHON_MAX_GUIDES, else %FALSE with @error. */
gboolean marathon_entrant_draft_add_guide (MarathonEntrantDraft *draft, const MarathonGuide *guide, GError **error);

/** Replaces all guides. */
void marathon_entrant_draft_set_guides (MarathonEntrantDraft *draft, const MarathonGuide *guides, guint n);

/** Returns: (transfer none): the value, its details stored; good until the draft is started again. */
const MarathonEntrant *marathon_entrant_draft_finish (MarathonEntrantDraft *draft);

G_END_DECLS
