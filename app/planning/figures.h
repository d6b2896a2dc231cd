/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The figures of an event: how many there are, and how many of them still lack something.
 */
#pragma once

#include "model/event.h"

G_BEGIN_DECLS

/** Of the roster. Only accepted entrants lack something. */
typedef struct {
  guint entrants;
  guint accepted;
  guint without_category;
  guint without_wave;
  guint without_bib; /* of their own: members of a group with one bib too */
  guint collected;   /* bibs, whatever became of the entrant */
} MarathonFigures;

/** One walk: some milliseconds for a million entrants. */
void marathon_figures_count (MarathonEvent *event, MarathonFigures *figures);

G_END_DECLS
