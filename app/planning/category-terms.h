/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The terms of a category: whom it admits, and the first thing that does not fit.
 */
#pragma once

#include "model/category.h"
#include "model/event.h"

G_BEGIN_DECLS

/** In the order in which they are looked at. */
typedef enum {
  MARATHON_MISFIT_NONE, /* the category admits the entrant */
  MARATHON_MISFIT_MODE,
  MARATHON_MISFIT_SEX,
  MARATHON_MISFIT_CLASS,
  MARATHON_MISFIT_ROUTE,
  MARATHON_MISFIT_AGE_UNKNOWN,
  MARATHON_MISFIT_TOO_YOUNG,
  MARATHON_MISFIT_TOO_OLD,
  MARATHON_MISFIT_NO_QUALIFYING, /* neither a qualifying time nor a personal best */
  MARATHON_MISFIT_TOO_SLOW,
  MARATHON_N_MISFITS,
} MarathonMisfit;

/** The age that counts for @category (%NULL: for the event's own rules), -1 where it is not known (birth or race day). */
int marathon_category_get_age (MarathonCategory *category, MarathonEvent *event, const MarathonEntrant *entrant);

/** The time that a qualifying limit is held against: the qualifying time, else the personal best, else NONE. */
MarathonTime marathon_entrant_get_qualifying (const MarathonEntrant *entrant);

/** The first thing that does not fit; MODE also where a runner's sport class means a wheelchair or frame and the category does not name
 * that class. Guides and capacity do not decide it. */
MarathonMisfit marathon_category_check (MarathonCategory *category, MarathonEvent *event, const MarathonEntrant *entrant);

/** Returns: (transfer full): @misfit in words, such as "age 67 is over 64"; "" for NONE. */
char *marathon_category_describe_misfit (MarathonCategory      *category,
                                         MarathonEvent         *event,
                                         const MarathonEntrant *entrant,
                                         MarathonMisfit         misfit);

/**
 * marathon_category_describe_demands:
 * @entrant: (nullable): whose values are told where they meet a demand
 *
 * Returns: (transfer full): whom the category is for, such as "entry route Elite, man, 2:12:00 within 2:20:00"; of nobody, "qualifying time
 *   within 2:20:00"; "open to all"
 */
char *marathon_category_describe_demands (MarathonCategory *category, MarathonEvent *event, const MarathonEntrant *entrant);

G_END_DECLS
