/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small events full of everything that plans have to deal with, the same for the same random numbers.
 */
#pragma once

#include "model/model-fixture.h"

G_BEGIN_DECLS

/** Returns: (transfer full): an event with a few categories, waves, blocks and groups, and some forty entrants. */
MarathonEvent *random_event_new (GRand *random);

/** Appends the line of one more accepted entrant in no group, for model_fixture_add(). */
void random_event_append_single (GString *text, GRand *random, guint id);

G_END_DECLS
