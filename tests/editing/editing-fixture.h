/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An event to edit with its history, and edit lines in and out.
 */
#pragma once

#include "editing/edit-lines.h"
#include "model/model-fixture.h"

G_BEGIN_DECLS

typedef struct {
  MarathonEvent *event;
  MarathonHistory *history;
  MarathonIdSource ids; /* for what lines leave out */
  GString *lines;       /* what was done since editing_take_lines(); "rollback" for a step that was dropped */
  guint n_edits;        /* how many edits that was */
} Editing;

/**
 * editing_start:
 *
 * Roster: 1 Mo Farah (37, entry E-1), 2 David Weir (38, guide 21 Smith with bib G38), 3 Kirui (no bib, in red-1). Bin:
 * 9 Bolt with Farah's bib. Starts red, blue; category open; waves red-1, red-2; block main; group pair with bib 500;
 * custom field shirt; layout l1 of the list "bibs".
 */
void editing_start (Editing *editing);
void editing_end   (Editing *editing);

/** Returns: (transfer full): the lines so far; forgets them. */
char *editing_take_lines (Editing *editing);

/** Applies the lines, between the head and the foot of a file of edits. */
gboolean editing_apply (Editing *editing, const char *lines, guint *n_steps, GError **error);

/** The same; a refusal ends the test. */
void editing_apply_all (Editing *editing, const char *lines);

/** Asserts that the lines are refused with that message, wherever, and that nothing is changed. */
void editing_assert_refused (Editing *editing, const char *lines, const char *message);

/** The same; @place is the line, counted in @lines from 1, and the column where there is one. */
void editing_assert_refused_at (Editing *editing, const char *lines, const char *place, const char *message);

/** Asserts that undoing everything gives the bytes that the event had at the start. */
void editing_assert_undo (Editing *editing, const char *bytes);

/** Returns: (transfer full): the edit that gives the entrant at @position that value. */
MarathonEdit *editing_new_change (Editing *editing, MarathonPlace place, guint position, const MarathonEntrant *value);

/** Returns: (transfer full): the event's bytes. */
char *editing_bytes (Editing *editing);

/** Asserts the text of a field of the entrant at @position in the roster. */
void editing_assert_field (Editing *editing, guint position, const char *key, const char *text);

G_END_DECLS
