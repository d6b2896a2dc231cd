/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plainest list of rows that there can be, to hold the model of the entrants table against.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * plain_entrants_run_trial:
 *
 * Does @n_steps random things to an event of @n_people and to its model: steps of edits, undone and redone, filters,
 * orders, selections. Asserts after each that nobody is shown or selected who is not there, and now and then that rows,
 * selection and what a view was told are what the plain list says.
 */
void plain_entrants_run_trial (guint32 seed, guint n_people, guint n_steps);

G_END_DECLS
