/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The members of MarathonEvent, for its own files (event.c, event-records.c, event-entrants.c, event-bibs.c) only.
 */
#pragma once

#include "base/key-set.h"
#include "model/event.h"

G_BEGIN_DECLS

struct _MarathonEvent {
  GObject parent_instance;

  guint64 id;
  MarathonTextPool *pool;
  MarathonDetailsStore *details;
  MarathonRoster *places[2]; /* by MarathonPlace */
  MarathonRecord *singles[MARATHON_N_SINGLES];
  MarathonRecordList *lists[MARATHON_N_LISTS];

  MarathonKeySet *bibs;      /* keys of all bibs in use */
  MarathonKeySet *guide_ids; /* of roster and bin */
  GHashTable *unknown;       /* container name → canonical XML text */
  guint newer_minor;
};

/**
 * Takes the bibs (roster only) and guide ids of values[index]; on a clash nothing is taken and @error names both people. The values before it are
 * those of the same change that have theirs already.
 */
gboolean marathon_event_claim (MarathonEvent         *event,
                               MarathonPlace          place,
                               const MarathonEntrant *values,
                               guint                  index,
                               GError               **error);

/** Gives them back. */
void marathon_event_release (MarathonEvent *event, MarathonPlace place, const MarathonEntrant *value);

/** Whether the entrants that the guides of @values name exist, or are among @values. */
gboolean marathon_event_check_guides (MarathonEvent *event, const MarathonEntrant *values, guint n, GError **error);

/** The same for a bib text of a group; "" does nothing. */
gboolean marathon_event_claim_bib_text (MarathonEvent *event, const char *bib, const char *for_whom, GError **error);
void     marathon_event_release_bib_text (MarathonEvent *event, const char *bib);

G_END_DECLS
