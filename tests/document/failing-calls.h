/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * System calls of our own code that fail when they are told to: the linker sends them here (--wrap in meson.build);
 * those of GLib and of the C library are left alone.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  FAILING_ERROR, /* nothing is done, and errno is the plan's number; a file is closed all the same */
  FAILING_SHORT, /* writes half */
  FAILING_ZERO,  /* writes nothing and says so */
  FAILING_WRONG, /* writes other bytes and says nothing */
  FAILING_DEATH, /* the process ends before the call, with FAILING_DEATH_STATUS */
} FailingKind;

#define FAILING_DEATH_STATUS 77

typedef struct {
  const char *call; /* such as "write"; NULL: every call */
  FailingKind kind;
  int number;  /* errno */
  guint first; /* the first call to fail, from 1 */
  guint n;     /* how many */
  guint again; /* one more call to fail; 0: none */
} FailingPlan;

/** From now on the calls fail as planned. */
void failing_calls_start (const FailingPlan *plan);

/** Returns: how many calls of the plan's kind were made since; nothing fails any more. */
guint failing_calls_stop (void);

G_END_DECLS
