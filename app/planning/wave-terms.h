/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonWaveTerms: for whom each wave is, and which waves are faster than which.
 *
 * Waves with the same band of predicted times are one *level*. Levels go from fast to slow: by the slow end of the band (none: the slowest),
 * then its fast end; waves without any band by their clock time. A wave is too early for a predicted time at or beyond the slow end of its
 * band; later is allowed, earlier never.
 *
 * A *profile* is the set of waves that are for a category and route: those that name the category, or that name none where no wave names it;
 * and that name the route, or none. Waves that name the route are preferred over the rest, which then are only for overflow, and never faster than
 * the first of those, unless that is for any time.
 */
#pragma once

#include "model/event.h"
#include "model/wave.h"
#include "planning/route-table.h"

G_BEGIN_DECLS

typedef struct {
  MarathonWave *wave;
  guint32 handle;
  guint level;            /* 0 is the fastest */
  gboolean names_route;
  gboolean names_category;
  guint64 weight;         /* the part of its level that the wave is to take, relative to the others there */
} MarathonWaveTerm;

/** A wave of a profile and how much it is preferred. */
typedef struct {
  guint32 wave;  /* index of the term */
  guint32 level;
  gboolean names_route;
} MarathonWaveChoice;

/** Choices with those that name the route first, each part from fast to slow, then in the order of the list. */
typedef struct {
  guint n_choices;
  guint n_named; /* the first so many name the route */
  MarathonWaveChoice *choices;
  guint64 *members; /* bitmap of terms */
} MarathonWaveProfile;

typedef struct _MarathonWaveTerms MarathonWaveTerms;

/** Returns: (transfer full): the terms of @event, whose waves must stay; for one thread. */
MarathonWaveTerms *marathon_wave_terms_new  (MarathonEvent *event);
void               marathon_wave_terms_free (MarathonWaveTerms *terms);

guint                   marathon_wave_terms_get_size (const MarathonWaveTerms *terms);
const MarathonWaveTerm *marathon_wave_terms_get      (const MarathonWaveTerms *terms, guint index);

/** The index of the wave with that handle, or G_MAXUINT. */
guint marathon_wave_terms_find (const MarathonWaveTerms *terms, guint32 handle);

/** The profile of an entrant, and of two that start together; numbers for marathon_wave_terms_get_profile(). */
guint marathon_wave_terms_find_profile (MarathonWaveTerms *terms, guint32 category, MarathonText route);
guint marathon_wave_terms_intersect    (MarathonWaveTerms *terms, guint profile_a, guint profile_b);

const MarathonWaveProfile *marathon_wave_terms_get_profile (const MarathonWaveTerms *terms, guint profile);

/** Whether the wave is too early for @predicted; never where that is NONE. */
gboolean marathon_wave_is_too_early (const MarathonWave *wave, MarathonTime predicted);

/**
 * marathon_wave_terms_choose:
 * @predicted: of the slowest, where there are several; NONE: none is known
 * @only_slowest: a time is not known, so only the slowest level is allowed
 * @choices: room for as many numbers as the profile has choices
 *
 * The choices of the profile that are allowed for @predicted, best first. Choices side by side with the same level and names_route are
 * equal.
 *
 * Returns: how many; 0 where no wave is for it, or each is too early
 */
guint marathon_wave_terms_choose (const MarathonWaveTerms *terms,
                                  guint                    profile,
                                  MarathonTime             predicted,
                                  gboolean                 only_slowest,
                                  guint32                 *choices);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonWaveTerms, marathon_wave_terms_free)

G_END_DECLS
