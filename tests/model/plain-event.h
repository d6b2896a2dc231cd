/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plainest model of an event's entrants that there can be, to hold the real one against.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * plain_event_run_trial:
 *
 * Does @n_steps random changes, good ones and ones that clash, to an event and to the plain model, and asserts after
 * each that both agree on whether it can be done and on all people, ids and bibs; also of a snapshot taken half way.
 *
 * Returns: how many changes were done
 */
guint plain_event_run_trial (guint32 seed, guint n_steps);

G_END_DECLS
