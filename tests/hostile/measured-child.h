/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Doing something in a child process, to measure what it takes of the machine, and to survive it.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The budget of whatever is refused: seconds of work, and bytes of memory beyond what the program is itself. */
#define MEASURED_SECONDS 1.0
#define MEASURED_MEMORY (G_GUINT64_CONSTANT (200) << 20)

/** Returns: (transfer full) (nullable): what was said against it; %NULL: nothing. */
typedef char *(*MeasuredFunc) (gconstpointer data);

typedef struct {
  char *refusal; /* (nullable) */
  double seconds;
  guint64 memory; /* bytes; 0 where sanitizers make the figure meaningless */
} Measured;

/** Runs @func in a child; a child that is killed, or does not come to an end, ends the test. */
void measured_run (MeasuredFunc func, gconstpointer data, Measured *measured);

/** Asserts both budgets; sanitizers have ten times the seconds, and no limit of memory. */
void measured_check_budget (const Measured *measured, double seconds, guint64 memory);

void measured_clear (Measured *measured);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Measured, measured_clear)

G_END_DECLS
