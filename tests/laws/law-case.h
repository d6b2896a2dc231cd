/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The events for which every law must hold: a fixed list of seeds, so that a failure can be repeated.
 */
#pragma once

#include "laws/random-event.h"

G_BEGIN_DECLS

typedef struct {
  guint seed;
  guint n_entrants;
  gboolean newer; /* of a newer minor version */
} LawCase;

typedef void (*LawFunc) (const LawCase *law_case, RandomSource *random, MarathonEvent *event);

/** Calls @func with the event of every seed: forty small ones, and @n_large whose rosters need several blocks. */
void law_check (LawFunc func, guint n_large);

/** Returns: (transfer full): the event read from the bytes of a project file; a refusal ends the test. */
MarathonEvent *law_read (const LawCase *law_case, const char *bytes);

/** Asserts that two texts are the same; tells the seed and the first line that differs. */
void law_assert_same (const LawCase *law_case, const char *what, const char *left, const char *right);

/** Asserts that @error is %NULL; tells the seed. */
void law_assert_no_error (const LawCase *law_case, const char *what, const GError *error);

G_END_DECLS
