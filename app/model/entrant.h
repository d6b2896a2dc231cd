/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEntrant: a person (or a nameless place) entered for the race, as a plain value of 96 bytes.
 *
 * Texts are references into the event's text pool, records (category, wave, group, bib block) are handles of the event's lists, and the
 * rest is one reference to a block of details. Copying a value copies the whole person; two values of one event are the same
 * person in the same state exactly where their bytes are equal. Unused values are zeroed, so zero is "not known" for every member.
 */
#pragma once

#include "base/race-time.h"
#include "model/details.h"
#include "model/sport-class.h"

G_BEGIN_DECLS

typedef enum {
  MARATHON_FLAG_BIB_PINNED = 1 << 0,
  MARATHON_FLAG_WAVE_PINNED = 1 << 1,
  MARATHON_FLAG_CATEGORY_PINNED = 1 << 2,
  MARATHON_FLAG_COLLECTED = 1 << 3, /* the detail "collected" says when */
  MARATHON_FLAG_PRINTED = 1 << 4,   /* the bib's sheet has been printed */
  MARATHON_FLAG_DEBUT = 1 << 5,
  MARATHON_FLAG_PACEMAKER = 1 << 6,
  MARATHON_FLAG_CHAMPION = 1 << 7, /* defending champion */
  MARATHON_FLAG_PB_INELIGIBLE = 1 << 8,
} MarathonFlags;

typedef struct {
  guint64 id;
  MarathonText external_id;
  MarathonText family;
  MarathonText given;
  MarathonText bib; /* as written; identity is prefix and number */
  MarathonText bib_prefix;
  guint32 bib_number; /* meaningful where bib is not "" */
  MarathonText nation; /* as given */
  MarathonText club;
  MarathonText route;
  MarathonText category_reason; /* why the plan put the entrant there (planning/reason.h) */
  MarathonText wave_reason;
  MarathonDetailsRef details;
  MarathonDate birth;
  MarathonTime qualifying;
  MarathonTime predicted;
  MarathonTime pb;
  guint32 group;
  guint16 category;
  guint16 wave;
  guint16 bib_block; /* the block that the bib was given from, or 0 */
  MarathonSportClass sport_class;
  guint16 rank;
  guint16 entered; /* entry date as days since 31 December 1969, or 0 */
  MarathonNation nation_code;
  guint16 flags;
  guint8 sex;
  guint8 mode;
  guint8 status;
  guint8 class_status : 4;
  guint8 publish : 4;
} MarathonEntrant;

G_STATIC_ASSERT (sizeof (MarathonEntrant) == 96);

static inline gboolean
marathon_entrant_equal (const MarathonEntrant *a, const MarathonEntrant *b)
{
  const guint64 *left = (const guint64 *) a, *right = (const guint64 *) b;

  for (guint i = 0; i < sizeof *a / sizeof *left; i++)
    if (left[i] != right[i])
      return FALSE;
  return TRUE;
}

/** The identity of a bib as one number for sets and maps; 0 where there is no bib. */
static inline guint64
marathon_entrant_bib_key (const MarathonEntrant *entrant)
{
  return entrant->bib == 0 ? 0 : ((guint64) entrant->bib_prefix << 32 | entrant->bib_number) + 1;
}

static inline guint64
marathon_guide_bib_key (const MarathonGuide *guide)
{
  return guide->bib == 0 ? 0 : ((guint64) guide->bib_prefix << 32 | guide->bib_number) + 1;
}

static inline gboolean
marathon_entrant_has_flag (const MarathonEntrant *entrant, MarathonFlags flag)
{
  return (entrant->flags & flag) != 0;
}

G_END_DECLS
