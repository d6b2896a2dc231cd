/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPlacement: seekers and places with limited room, settled so that the result is stable, tight and whole. It is what the category
 * plan and the wave plan have in common, and knows nothing of races.
 *
 * Whoever is in a place that is among their choices keeps it, unless the place is over its capacity: then those of the lowest priority
 * leave, until it is not. Headroom is part of the capacity and limits only those who come new. After that, in the order of priority and
 * until nothing changes, each seeker moves to the best choice that has room for all of it, where that is better than where it is. Nobody
 * who has a place is moved to make room for a newcomer.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MARATHON_NO_PLACE G_MAXUINT32

/** A place that a seeker may have. Choices of equal rank are equally good; a lower rank is better. */
typedef struct {
  guint32 place;
  guint32 rank;
} MarathonChoice;

typedef struct {
  gint64 capacity; /* people; 0: no limit */
  gint64 headroom; /* of the capacity, not given to those who come new */
  guint64 weight;  /* among choices of equal rank: the part it is to take; 1 to 2^32 */
  gint64 fixed;    /* people who are in it and are not seekers */
  gint64 people;   /* set by settling: all who are in it */
} MarathonPlacementPlace;

typedef struct {
  guint64 urgency;  /* lower goes first; ties by id */
  guint64 id;
  guint32 choices;  /* number given by marathon_placement_add_choices() */
  guint32 people;   /* at least 1 */
  guint32 home;     /* the place to prefer among choices of equal rank, or MARATHON_NO_PLACE */
  guint32 place;    /* where it is, or MARATHON_NO_PLACE; set anew by settling */
} MarathonSeeker;

typedef struct _MarathonPlacement MarathonPlacement;

/** Returns: (transfer full): a placement whose places have no limit and whose seekers are zeroed. */
MarathonPlacement *marathon_placement_new  (guint n_places, guint n_seekers);
void               marathon_placement_free (MarathonPlacement *placement);

MarathonPlacementPlace *marathon_placement_get_place  (MarathonPlacement *placement, guint place);
MarathonSeeker         *marathon_placement_get_seeker (MarathonPlacement *placement, guint seeker);

/**
 * marathon_placement_add_choices:
 * @choices: best first, none twice
 *
 * Returns: a number for that list; the same list always has the same
 */
guint32 marathon_placement_add_choices (MarathonPlacement *placement, const MarathonChoice *choices, guint n_choices);

/** Sets @n_choices; the list stays until the next one is added. */
const MarathonChoice *marathon_placement_get_choices (const MarathonPlacement *placement, guint32 choices, guint *n_choices);

/** Whether so many people more may come new to the place. */
gboolean marathon_placement_has_room (const MarathonPlacementPlace *place, gint64 people);

/** How urgent somebody with that time (0: unknown, last) and entry date (0: unknown, last) is. */
static inline guint64
marathon_placement_urgency (guint32 time, guint16 entered)
{
  return (guint64) (time == 0 ? G_MAXUINT32 : time) << 16 | (guint16) (entered - 1);
}

void marathon_placement_settle (MarathonPlacement *placement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonPlacement, marathon_placement_free)

G_END_DECLS
