/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small events for tests, written as text, and the state of an event as text, to compare.
 */
#pragma once

#include "model/entrant-draft.h"
#include "model/event.h"
#include "model/guide-fields.h"

G_BEGIN_DECLS

/**
 * model_fixture_new:
 * @text: one thing a line: what it is, its key or id, then "name=value" cells between "|":
 *
 *   event | title=Spring Marathon | date=2014-04-13
 *   start red | name=Red
 *   wave red-1 | name=Red 1 | start=red
 *   field shirt | label=Shirt | type=choice
 *   entrant 1 | family=Archer | given=Amy | bib=37 | x-shirt=L
 *   guide 11 | family=Smith | bib=37G          (of the entrant above)
 *   binned 2 | family=Bolt                     (an entrant in the bin)
 *
 * Returns: (transfer full): an event with id 1 that holds it; a line that cannot be read ends the test
 */
MarathonEvent *model_fixture_new (const char *text);

/** Adds more lines of that kind. */
void model_fixture_add (MarathonEvent *event, const char *text);

/** Fills @draft from a line's cells ("family=Archer | bib=37"); ends the test where one is refused. */
void model_fixture_fill (MarathonEntrantDraft *draft, const char *cells);

/** A value of the event, not yet in it. */
MarathonEntrant model_fixture_entrant (MarathonEvent *event, guint64 id, const char *cells);

/** A guide of the event with @id. */
MarathonGuide model_fixture_guide (MarathonEvent *event, guint64 id, const char *cells);

/** @value with these guides instead of its own. */
MarathonEntrant model_fixture_with_guides (MarathonEvent         *event,
                                           const MarathonEntrant *value,
                                           const MarathonGuide   *guides,
                                           guint                  n);

/** A record of the list, filled but not in it; its references must be in the event. */
MarathonRecord *model_fixture_record (MarathonEvent *event, MarathonListId id, const char *key, const char *cells);

/** Sets one field of the entrant at @position in the roster. */
gboolean model_fixture_set (MarathonEvent *event, guint position, const char *key, const char *text, GError **error);

/** Returns: (transfer full): the text of the field called @key of the entrant at @position in the roster. */
char *model_fixture_get (MarathonEvent *event, guint position, const char *key);

/** Asserts that the event's sets of bibs and of guide ids hold what is in use, and nothing else. */
void model_fixture_check_sets (MarathonEvent *event);

/**
 * model_fixture_describe:
 *
 * All there is in an event, one thing a line: records with keys, handles and texts, next handles, unknown content, the
 * entrants' fields, flags, references and guides. Of an event that is no snapshot it also checks the sets.
 *
 * Returns: (transfer full): the text; two events of one pool that are equal give the same
 */
char *model_fixture_describe (MarathonEvent *event);

G_END_DECLS
