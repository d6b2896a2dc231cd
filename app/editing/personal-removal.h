/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An event without its personal data: a new event, which shares no text and no details with the old one.
 *
 * The table in editing/personal-fields.h says what goes. Besides: deleted entrants go, with what refers to them; and
 * what a newer version of Marathon wrote goes, since it may be anything. Nothing is taken out of a copy: what stays is
 * put into an empty event, so that what nobody thought of is not in it.
 *
 * Where people are to be unknown (MARATHON_PERSONAL_ALL), entrants and guides get new ids, since an exported list has
 * the old ones; entrants stand in the order of their bibs, those without one behind them in no order, since the order
 * of an entry list tells names; and groups and officials get new keys, since theirs were made of names. Counts, plans,
 * times and places stay as they are.
 */
#pragma once

#include <gio/gio.h>

#include "base/id-source.h"
#include "base/progress-func.h"
#include "editing/personal-fields.h"

G_BEGIN_DECLS

/** How much of it an event has. */
typedef struct {
  guint n_named;     /* entrants with a name, not counting deleted ones; as all below */
  guint n_guides;    /* guides with a name */
  guint n_officials; /* officials with a name */
  guint n_binned;    /* deleted entrants */
  guint n_reachable; /* entrants with an e-mail address or a phone number */
  guint n_emergency; /* entrants with an emergency contact, or whose guide has one */
  guint n_medical;   /* entrants with a medical note */
  guint n_custom;    /* entrants with a value in one of the event's own fields that only medics or the owner may see */
  guint n_notes;     /* entrants with a note; it stays where only MARATHON_PERSONAL_CONTACT is removed */
  gboolean has_newer; /* content of a newer version of Marathon */
} MarathonPersonalCount;

/** Counts; some milliseconds for 100,000 entrants. */
void marathon_personal_count (MarathonEvent *event, MarathonPersonalCount *count);

/** Returns: (transfer full) (element-type utf8): what of it would be removed, a sentence without its full stop for each
 * kind that there is. */
GPtrArray *marathon_personal_describe (const MarathonPersonalCount *count, MarathonPersonalDepth depth);

/**
 * marathon_personal_remove:
 * @event: is not changed; usually a snapshot
 * @ids: where new ids come from
 * @progress: (nullable): of the entrants
 *
 * Returns: (transfer full) (nullable): the new event, with the same id; %NULL with @error where it was cancelled, or a
 * value is not what its field
 *   allows
 */
MarathonEvent *marathon_personal_remove (MarathonEvent         *event,
                                         MarathonPersonalDepth  depth,
                                         MarathonIdSource      *ids,
                                         MarathonProgressFunc   progress,
                                         gpointer               progress_data,
                                         GCancellable          *cancellable,
                                         GError               **error);

/**
 * marathon_personal_coarsen_birth:
 * @race_day: a day, or not known
 *
 * What is left of a birth date: the age, said so that it comes out the same on the race day and at the end of that
 * year, and on its first day but for those who were born on a 1 January. That tells the year of birth, and whether the
 * birthday is after the race day. Without a race day, the year.
 */
MarathonDate marathon_personal_coarsen_birth (MarathonDate birth, MarathonDate race_day);

G_END_DECLS
