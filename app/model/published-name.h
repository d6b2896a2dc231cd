/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a list may say of a name: what the person allowed, and what the event's rules say of minors (domain.md E).
 */
#pragma once

#include "model/event.h"

G_BEGIN_DECLS

/** The age from which a name is published. */
#define MARATHON_PUBLISHED_AGE 18

/**
 * marathon_published_name_get_rule:
 *
 * Only lists for the public keep names back. Where the event withholds minors:
 *
 *  - of somebody of whom but the year of birth is known the lower age counts;
 *  - somebody whose birth is known and whose age on the day of the race cannot be told, because the event has no day or has one before the
 *    birth, is withheld: nothing shows that they are of age;
 *  - somebody of whose birth nothing is known counts as of age, as races that ask for no birth date take entries of adults.
 */
MarathonPublish marathon_published_name_get_rule (MarathonEvent         *event,
                                                  const MarathonEntrant *entrant,
                                                  MarathonAudience       audience);

/**
 * marathon_published_name_get_guide_rule:
 * @athlete: whom @guide guides
 *
 * The same for a guide, who has no rule of their own: a minor is withheld; so is the guide of an athlete who is, whom the guide would give
 * away; and a guide who is an entrant too, in the bin or not, is published as that entrant is.
 */
MarathonPublish marathon_published_name_get_guide_rule (MarathonEvent         *event,
                                                        const MarathonEntrant *athlete,
                                                        const MarathonGuide   *guide,
                                                        MarathonAudience       audience);

/** Whether a list may show the field of somebody to whom that rule applies. Names themselves are those of the next
 * function. */
gboolean marathon_published_name_allows (MarathonPublish rule, guint field);

/** Appends @name, its initials ("Anna-Lena" gives "A.-L."), or nothing. */
void marathon_published_name_append (MarathonPublish rule, const char *name, GString *out);

G_END_DECLS
