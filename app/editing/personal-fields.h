/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one table of what is personal in an event: what becomes of each field of entrants and guides and of each column
 * of records when personal data is removed after the race.
 *
 * Who adds a field or a column decides here; a test names those without a decision. Without one it is taken out: what
 * nobody looked at may hold anything.
 *
 * The rules by which it was decided. What reaches a person or tells of their health for those who help goes first
 * (PRIVATE). Of the rest, what names a person, what another file could find them by, and what was written in free
 * words, which may hold anything, goes when people are to be unknown (IDENTIFYING). What was chosen from a list,
 * counted or timed stays: it is what statistics are made of. Bibs stay, so who has a published list of results can
 * still tell who had which. Charities are no people. Records to beat, with their holders, are in the books of the
 * sport.
 */
#pragma once

#include "model/custom-field.h"
#include "model/event.h"
#include "model/guide-fields.h"

G_BEGIN_DECLS

/** How much is removed. */
typedef enum {
  MARATHON_PERSONAL_CONTACT, /* what is PRIVATE */
  MARATHON_PERSONAL_ALL,     /* and what is IDENTIFYING; what is COARSE is made coarser, and ids are new */
} MarathonPersonalDepth;

/** "contact", "all". */
extern const MarathonWord marathon_personal_depth_words[];

typedef enum {
  MARATHON_PERSONAL_UNDECIDED, /* treated as PRIVATE */
  MARATHON_PERSONAL_STAYS,
  MARATHON_PERSONAL_PRIVATE,
  MARATHON_PERSONAL_IDENTIFYING,
  MARATHON_PERSONAL_COARSE, /* stays as far as it tells of no one; how is said beside the table */
} MarathonPersonalKind;

/** Of a built-in field, or of an event's own one. That is PRIVATE where only medics or the owner may see it; else it
 * STAYS where its values are yes or no, or times; is COARSE where they are choices; and else, texts, numbers and dates,
 * IDENTIFYING. */
MarathonPersonalKind marathon_personal_get_field_kind (MarathonEvent *event, guint field);

MarathonPersonalKind marathon_personal_get_guide_kind (MarathonGuideField field);

/** Of the column of a record in a list, or of the event's single records. */
MarathonPersonalKind marathon_personal_get_column_kind (MarathonListId list, const char *column);
MarathonPersonalKind marathon_personal_get_single_kind (MarathonSingleId single, const char *column);

/** Whether the ids of the list's records were made of people's names, so that they get new ones where people are to be
 * unknown. */
gboolean marathon_personal_list_has_named_keys (MarathonListId list);

/** Whether something of that kind is left out. */
gboolean marathon_personal_is_removed (MarathonPersonalKind kind, MarathonPersonalDepth depth);

G_END_DECLS
