/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long work tells how far it is, to whoever waits for it.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** How far a long task is: @done of @total, both in any unit; @total 0 where it is not known. Called in the thread that
 * works. */
typedef void (*MarathonProgressFunc) (guint64 done, guint64 total, gpointer user_data);

G_END_DECLS
