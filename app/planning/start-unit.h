/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Start units: who is planned as one: an accepted entrant with the guides, and the accepted members of a group that starts together.
 */
#pragma once

#include "model/event.h"

G_BEGIN_DECLS

typedef struct {
  guint64 id;           /* the smallest id of the members: settles ties */
  guint32 first;        /* index of the first member in the units' `members` */
  guint32 n_members;    /* at least 1 */
  guint32 people;       /* members and their guides */
  guint32 group;        /* handle of the group that keeps them together, or 0 */
  MarathonTime predicted; /* of the slowest member whose time is known, the event's default counted; NONE where none is */
  guint16 entered;      /* the latest entry date of a member; 0 where one is not known */
  guint8 is_default;    /* predicted is the event's default time */
  guint8 lacks_time;    /* the time of a member is not known, and there is no default */
} MarathonStartUnit;

typedef struct {
  MarathonStartUnit *units; /* in the order of their first members */
  guint n_units;
  guint32 *members; /* roster positions, a unit's ascending and side by side */
  guint n_members;
} MarathonStartUnits;

/** Whether an entrant is planned, and missed where something is lacking. */
static inline gboolean
marathon_entrant_is_planned (const MarathonEntrant *entrant)
{
  return entrant->status == MARATHON_STATUS_ACCEPTED;
}

/** Whether an entrant takes a place in the category and the wave: who is planned, and who has collected the bib whatever
 * became of the entry. */
static inline gboolean
marathon_entrant_takes_place (const MarathonEntrant *entrant)
{
  return marathon_entrant_is_planned (entrant) || marathon_entrant_has_flag (entrant, MARATHON_FLAG_COLLECTED);
}

/** The entrant and the guides. */
guint marathon_entrant_count_people (MarathonEvent *event, const MarathonEntrant *entrant);

/**
 * marathon_start_units_new:
 * @is_out: (nullable): entrants that are in no unit (such as fixed ones)
 *
 * Returns: (transfer full): the units of all accepted entrants that @is_out does not leave out
 */
MarathonStartUnits *marathon_start_units_new  (MarathonEvent *event, gboolean (*is_out) (const MarathonEntrant *entrant));
void                marathon_start_units_free (MarathonStartUnits *units);

/** Sets everything that comes from the members: all but first, n_members and group. @members: roster positions, n_members of them. */
void marathon_start_unit_measure (MarathonStartUnit *unit, MarathonEvent *event, const guint32 *members);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonStartUnits, marathon_start_units_free)

G_END_DECLS
