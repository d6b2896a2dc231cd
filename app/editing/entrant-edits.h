/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What officials do to entrants, each one undoable step with a label in words: change a field of one or many, withdraw,
 * delete, restore, give a bib, add a person or a guide.
 *
 * All positions are of the roster and ascending, unless said otherwise. Where a function returns %FALSE with @error,
 * nothing has changed. What changes nothing makes no step.
 */
#pragma once

#include "base/id-source.h"
#include "editing/history.h"
#include "model/guide-fields.h"

G_BEGIN_DECLS

/**
 * marathon_entrants_set_field:
 * @text: as typed in a form; "" clears
 *
 * "Change Club of Mo Farah", "Change Club of 12 Entrants". A category, wave or bib that a person sets is pinned, so that
 * plans leave it; clearing it takes the pin away, and the reason of a plan that put them there goes with it.
 */
gboolean marathon_entrants_set_field (MarathonHistory         *history,
                                      const guint32           *positions,
                                      guint                    n,
                                      const MarathonFieldInfo *info,
                                      const char              *text,
                                      GError                 **error);

/** "Withdraw Mo Farah", "Withdraw 12 Entrants". */
gboolean marathon_entrants_withdraw (MarathonHistory *history, const guint32 *positions, guint n, GError **error);

/** To the bin: "Delete Mo Farah", "Delete 12 Entrants". */
gboolean marathon_entrants_delete (MarathonHistory *history, const guint32 *positions, guint n, GError **error);

/** From the bin to the end of the roster: "Restore Mo Farah"; @positions are of the bin. A bib that somebody else has got
 * meanwhile is left out, rather than the person. */
gboolean marathon_entrants_restore (MarathonHistory *history, const guint32 *positions, guint n, GError **error);

/**
 * marathon_entrants_assign_bibs:
 * @n_assigned: (out): how many got one; the others have one already, or no block has a number for them
 *
 * The next free bibs out of the blocks for those of @positions who have none: "Assign 12 Bibs".
 */
gboolean marathon_entrants_assign_bibs (MarathonHistory *history,
                                        const guint32   *positions,
                                        guint            n,
                                        guint           *n_assigned,
                                        GError         **error);

/**
 * marathon_entrant_add:
 * @info: (nullable): a field of the new person, and its @text
 * @id: (out): of the new entrant, who is the last of the roster
 *
 * A new accepted entrant of whom only @info is known, entered on @today: "Add Entrant".
 */
gboolean marathon_entrant_add (MarathonHistory         *history,
                               MarathonIdSource        *ids,
                               MarathonDate             today,
                               const MarathonFieldInfo *info,
                               const char              *text,
                               guint64                 *id,
                               GError                 **error);

/**
 * marathon_entrant_add_like:
 * @id: (out): of the new entrant, who is the last of the roster
 *
 * Somebody of the same family, club or team as the entrant at @position: family name, nation, town, residence, club,
 * mode, category, route, charity, group, tags, publication, status and contacts are taken over; what is that person's
 * own (given name, sex, birth, ids, bib, class, times, medical, guides …) is not.
 */
gboolean marathon_entrant_add_like (MarathonHistory  *history,
                                    guint             position,
                                    MarathonIdSource *ids,
                                    MarathonDate      today,
                                    guint64          *id,
                                    GError          **error);

/** "Add Guide of Mo Farah": a guide of whom nothing is known but the role; the last of the entrant's guides. */
gboolean marathon_entrant_add_guide (MarathonHistory *history, guint position, MarathonIdSource *ids, GError **error);

/** "Change Family Name of Guide of Mo Farah". */
gboolean marathon_entrant_set_guide_field (MarathonHistory    *history,
                                           guint               position,
                                           guint               guide,
                                           MarathonGuideField  field,
                                           const char         *text,
                                           GError            **error);

gboolean marathon_entrant_remove_guide (MarathonHistory *history, guint position, guint guide, GError **error);

G_END_DECLS
