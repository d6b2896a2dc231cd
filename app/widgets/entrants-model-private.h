/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of MarathonEntrantsModel share.
 */
#pragma once

#include "model/position-shift.h"
#include "model/record-watch.h"
#include "widgets/entrants-model.h"

G_BEGIN_DECLS

/** What became out of date. */
typedef enum {
  MARATHON_ENTRANTS_STALE_VALUES = 1 << 0, /* what rows say */
  MARATHON_ENTRANTS_STALE_FILTER = 1 << 1, /* who is shown */
  MARATHON_ENTRANTS_STALE_ORDER = 1 << 2,  /* the permutation */
} MarathonEntrantsStale;

struct _MarathonEntrantsModel {
  GObject parent_instance;

  MarathonEvent *event;
  MarathonRecordWatch *records;
  MarathonEntrantIndex *index; /* NULL until it is built */
  GCancellable *building;      /* NULL once it is */

  /* What was asked for. */
  char *query;
  guint64 *mask; /* nullable */
  GArray *keys;  /* of MarathonSortKey */

  /* Who is where. */
  guint n_all;
  guint n_permuted;     /* of all, how many are in permutation: new ones are not yet */
  guint32 *permutation; /* everybody in order */
  guint32 *order;       /* those of them who are shown: the position of each row */
  guint capacity;       /* of both */
  guint n_shown;
  guint n_rows; /* what the view was told */

  guint64 *selected;
  guint n_selected;

  GHashTable *slots; /* row to LiveSlot */
  MarathonEntrantsStale stale;
  guint settle_id; /* source that makes good what is stale */

  /* While the index is built: the roster as the snapshot has it, apart from what changed since. */
  guint n_built;    /* size of the snapshot */
  guint n_front;    /* so many at the front are as they were */
  guint n_back;     /* and so many at the end */
  guint64 *changed; /* whose values changed or who are new */
  guint start_id;   /* source that starts the thread */
};

/* --- entrants-model.c --- */

/** Something became out of date: made good before the next frame. */
void marathon_entrants_model_add_stale (MarathonEntrantsModel *model, MarathonEntrantsStale stale);

/** Makes it good at once. */
void marathon_entrants_model_catch_up (MarathonEntrantsModel *model);

/** Tells the view how many rows there are now, in stages where it grows from few. */
void marathon_entrants_model_show_rows (MarathonEntrantsModel *model);

/** After who is selected may have changed other than by somebody selecting. */
void marathon_entrants_model_selection_moved (MarathonEntrantsModel *model);

void marathon_entrants_model_notify (MarathonEntrantsModel *model, const char *property);

/* --- entrants-model-follow.c --- */

/** Connects to the event and builds the index, at once or in a thread. */
void marathon_entrants_model_follow (MarathonEntrantsModel *model);

/** Building may begin, if it has not yet. */
void marathon_entrants_model_view_has_drawn (MarathonEntrantsModel *model);

/** Lets go of both. */
void marathon_entrants_model_unfollow (MarathonEntrantsModel *model);

/* --- entrants-model-selection.c --- */

void marathon_entrants_model_selection_init (GtkSelectionModelInterface *iface);

G_END_DECLS
