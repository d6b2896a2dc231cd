/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a form says beside what can be typed: the age, the country meant, why somebody is where they are.
 *
 * All return (transfer full) text for people, "" where there is nothing to say; @entrant may be %NULL.
 */
#pragma once

#include "model/event.h"

G_BEGIN_DECLS

/** "34 on race day", by the event's rules. */
char *marathon_entrant_note_age (MarathonEvent *event, const MarathonEntrant *entrant);

/** Asks back where somebody was born after the race or is older than a hundred then. */
char *marathon_entrant_note_born (MarathonEvent *event, const MarathonEntrant *entrant);

/** Asks back where the predicted time is faster than any or slower than half a day for a marathon. */
char *marathon_entrant_note_predicted (MarathonEvent *event, const MarathonEntrant *entrant);

/** Says where what stands there is no nation that is known. */
char *marathon_entrant_note_unknown_nation (MarathonEvent *event, const MarathonEntrant *entrant);

/** The country's name where a code was typed, the code where the name was. */
char *marathon_entrant_note_nation (MarathonEvent *event, const MarathonEntrant *entrant);

/** Why the entrant is in the category or wave: what the plan said, or "Set by hand". */
char *marathon_entrant_note_category (MarathonEvent *event, const MarathonEntrant *entrant);
char *marathon_entrant_note_wave     (MarathonEvent *event, const MarathonEntrant *entrant);

G_END_DECLS
