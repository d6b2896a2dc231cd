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
 * Only lists for the public keep names back. Of somebody of whom but the year of birth is known the lower age counts.
 */
MarathonPublish marathon_published_name_get_rule (MarathonEvent         *event,
                                                  const MarathonEntrant *entrant,
                                                  MarathonAudience       audience);

/** The same for a guide, who may say nothing, but may be a minor. */
MarathonPublish marathon_published_name_get_guide_rule (MarathonEvent *event, const MarathonGuide *guide,
                                                        MarathonAudience audience);

/** Whether a list may show the field of somebody to whom that rule applies. Names themselves are those of the next
 * function. */
gboolean marathon_published_name_allows (MarathonPublish rule, guint field);

/** Appends @name, its initials ("Anna-Lena" gives "A.-L."), or nothing. */
void marathon_published_name_append (MarathonPublish rule, const char *name, GString *out);

G_END_DECLS
