/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A part of a test in a process of its own, for what cannot be undone: other rights, limits, mounts, sudden death.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The ids of a user who owns nothing, where the tests run as root. */
#define CHILD_PROCESS_NOBODY 65534

/** Returns: what the child ended with; it is 0 where @func came back. A failed assertion in the child ends the test. */
int child_process_run (void (*func) (gpointer data), gpointer data);

/** The same without the rights of root; where the tests are not run by root, as the same user. @func must come back. */
void child_process_run_unprivileged (void (*func) (gpointer data), gpointer data);

/** Gives @path to the user of child_process_run_unprivileged(). */
void child_process_give (const char *path);

G_END_DECLS
