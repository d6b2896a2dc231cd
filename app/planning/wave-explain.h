/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What each wave says to an entrant, and how full it is.
 */
#pragma once

#include "model/event.h"

G_BEGIN_DECLS

typedef enum {
  MARATHON_WAVE_FITS,
  MARATHON_WAVE_FULL, /* fits, but has no room for the entrant and the guides beyond the headroom */
  MARATHON_WAVE_TOO_EARLY,
  MARATHON_WAVE_OTHER_CATEGORY,
  MARATHON_WAVE_OTHER_ROUTE,
} MarathonWaveAnswer;

typedef struct {
  guint32 handle; /* of the wave */
  MarathonWaveAnswer answer;
  char *text; /* in words */
} MarathonWaveVerdict;

/** Returns: (transfer full): a MarathonWaveVerdict for every wave, in the order of the list, for the entrant at @position alone; the one where
 *   the entrant is counts as fitting. */
GArray *marathon_wave_explain (MarathonEvent *event, guint position);

/**
 * marathon_wave_count_people:
 *
 * Returns: (transfer full): how many people are in each wave, in the order of the list, as gint64: accepted entrants, those of another
 *   status who have collected their bib, and their guides.
 */
GArray *marathon_wave_count_people (MarathonEvent *event);

G_END_DECLS
