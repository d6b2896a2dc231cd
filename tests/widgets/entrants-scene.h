/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An event with its model of the entrants table, and what a view would know of the model by its signals alone.
 */
#pragma once

#include "editing/history.h"
#include "widgets/entrants-model.h"

G_BEGIN_DECLS

typedef struct {
  MarathonEvent *event;
  MarathonHistory *history;
  MarathonEntrantsModel *model;
  guint64 next_id;
  GPtrArray *slots; /* of those rows, as a view keeps them */
  GArray *seen;     /* guint64: who is in each slot's row as far as the view was told */
  GArray *marks;    /* gboolean: which rows are selected, as far as it was told */
  guint n_changed;  /* signals of slots */
  guint n_ranges;   /* signals of selections, */
  guint first, n;   /* and what the last one said */
} EntrantsScene;

/** The event of a text as of model_fixture_new(), without its model. */
void entrants_scene_start (EntrantsScene *scene, const char *text);

/** Adds @n entrants: Even0, Odd1 …; each hundredth has the given name Hundred. Ids from 1000 on. */
void entrants_scene_fill (EntrantsScene *scene, guint n);

/** Makes the model, and looks at it as a view does. */
void entrants_scene_show (EntrantsScene *scene);

/** Asserts that all of it is freed. */
void entrants_scene_end (EntrantsScene *scene);

/** Who is in @row, 0 for nobody; whether the row is selected. */
guint64  entrants_scene_get_id    (EntrantsScene *scene, guint row);
gboolean entrants_scene_is_marked (EntrantsScene *scene, guint row);

/** Returns: (transfer full) (element-type guint32): the positions of those whom the query finds, in order, out of an
 * index that knows nothing of what happened */
GArray *entrants_scene_find_rows (MarathonEvent *event, const char *query, const MarathonSortKey *keys, guint n_keys);

G_END_DECLS
