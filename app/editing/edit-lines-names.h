/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEditNames: who "bib:37" and "entry:EXTERNAL-ID" are, for files of edits that name everybody so.
 */
#pragma once

#include "editing/edit-lines-batch.h"

G_BEGIN_DECLS

typedef struct {
  MarathonEvent *event;        /* borrowed */
  GHashTable *external_ids[2]; /* by MarathonPlace: MarathonText → position + 1; %NULL until somebody is named so */
  GHashTable *bibs;            /* of the roster: keys of bibs with positions; %NULL until somebody is named so */
  gboolean external_ids_pending; /* what is being gathered changes external ids */
  gboolean bibs_pending;         /* … bibs */
} MarathonEditNames;

void marathon_edit_names_init  (MarathonEditNames *names, MarathonEvent *event);
void marathon_edit_names_clear (MarathonEditNames *names);

/** Whether @name is of one of the two forms. */
gboolean marathon_edit_names_is_name (const char *name);

/** Looks @name up in the event as it is. Only the roster has people with bibs; of several people with one external id, the first. Constant
 * time, but for the first call after people came or went, or got other external ids. */
gboolean marathon_edit_names_find (MarathonEditNames *names, MarathonPlace place, const char *name, guint *position);

/** Tells of a change that is gathered: of the entrant that the event has as @before. */
void marathon_edit_names_gather (MarathonEditNames *names, const MarathonEntrant *before, const MarathonEntrant *after);

/** Whether @name may be somebody else once that has been applied. */
gboolean marathon_edit_names_is_pending (const MarathonEditNames *names, const char *name);

/** Tells that @batch has been applied. */
void marathon_edit_names_update (MarathonEditNames *names, const MarathonEditBatch *batch);

G_END_DECLS
