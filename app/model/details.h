/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Details: what is rare, repeated, private or custom of an entrant, as an immutable block named by a 32-bit reference.
 *
 * The store keeps each distinct block once, so two entrants of one event have equal details exactly where their references are equal.
 * As with the text pool, any thread may add and read, and blocks never move.
 */
#pragma once

#include "base/date.h"
#include "base/text-pool.h"

#include "model/nations.h"

G_BEGIN_DECLS

/** 0: no details. */
typedef guint32 MarathonDetailsRef;

/** The most guides an athlete may have (design; domain.md A2 tells of two to four). */
#define MARATHON_MAX_GUIDES 4

/** A single-valued detail: a field of the table of fields and its canonical text. */
typedef struct {
  guint32 field;
  MarathonText text; /* never "" */
} MarathonDetail;

/** A guide-runner, support runner, pilot or pusher: never ranked, listed under the athlete (domain.md A2). */
typedef struct {
  guint64 id;
  guint64 entrant; /* the entrant who is the same person, or 0 */
  gint64 collected; /* instant at which the guide's bib was collected, or 0 */
  MarathonText family;
  MarathonText given;
  MarathonText nation;
  MarathonText licence;
  MarathonText emergency_name;
  MarathonText emergency_phone;
  MarathonText bib;
  MarathonText bib_prefix;
  MarathonText collected_by;
  MarathonText unknown_attributes; /* of a newer minor version, as canonical XML text: its own, */
  MarathonText unknown_contact;    /* those of its <contact>, */
  MarathonText unknown_content;    /* and elements inside of it */
  guint32 bib_number;
  MarathonDate birth;
  guint16 leg_from; /* hundreds of metres; both 0: the whole way */
  guint16 leg_to;
  MarathonNation nation_code;
  guint8 role;
  guint8 sex;
  guint8 waiver;
  guint8 padding[7]; /* always 0: guides are compared as bytes */
} MarathonGuide;

/** A block as it is read. Values are in ascending order of field. */
typedef struct {
  guint n_values;
  guint n_guides;
  const MarathonDetail *values;
  const MarathonGuide *guides;
} MarathonDetailsView;

typedef struct _MarathonDetailsStore MarathonDetailsStore;

MarathonDetailsStore *marathon_details_store_new   (void);
MarathonDetailsStore *marathon_details_store_ref   (MarathonDetailsStore *store);
void                  marathon_details_store_unref (MarathonDetailsStore *store);

/** Sets @view to the block; its pointers stay good as long as the store. */
void marathon_details_store_get (const MarathonDetailsStore *store, MarathonDetailsRef ref, MarathonDetailsView *view);

/** Returns: the text of one value, or 0. */
MarathonText marathon_details_store_get_value (const MarathonDetailsStore *store, MarathonDetailsRef ref, guint field);

/**
 * marathon_details_store_add:
 * @values: in ascending order of field, none twice, no empty text; at most 4,096
 * @guides: at most MARATHON_MAX_GUIDES, padding zeroed
 *
 * Returns: the reference of that block, 0 where both are empty
 */
MarathonDetailsRef marathon_details_store_add (MarathonDetailsStore *store,
                                               const MarathonDetail *values,
                                               guint                 n_values,
                                               const MarathonGuide  *guides,
                                               guint                 n_guides);

/** How many bytes of memory the store takes. */
gsize marathon_details_store_get_size (MarathonDetailsStore *store);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonDetailsStore, marathon_details_store_unref)

G_END_DECLS
