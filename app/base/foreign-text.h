/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the readers of foreign dates and foreign times share: the ends of a cell, what counts as an empty one, runs of
 * digits. Internal to app/base.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Bytes that hold every date and time worth reading, with the final NUL. */
#define MARATHON_FOREIGN_SIZE 64

/**
 * Copies @text without white space at its ends (any of Unicode's) to @buffer of MARATHON_FOREIGN_SIZE bytes.
 *
 * Returns: %FALSE where it is too long for a date or a time, or not UTF-8.
 */
gboolean marathon_foreign_trim (const char *text, char *buffer);

/** %TRUE for the ways to say "nothing here": "", "-" (and the longer dashes), "0", "n/a". @text is trimmed. */
gboolean marathon_foreign_is_nothing (const char *text);

/**
 * Reads the ASCII digits at *@cursor and moves it behind them.
 *
 * Returns: how many there were; with 10 or more @value says nothing, with 0 it is 0.
 */
guint marathon_foreign_read_digits (const char **cursor, guint *value);

/** Moves *@cursor behind ASCII spaces and tells whether there were any. */
gboolean marathon_foreign_skip_spaces (const char **cursor);

/** Moves *@cursor behind ASCII letters and tells how many there were. */
gsize marathon_foreign_skip_letters (const char **cursor);

G_END_DECLS
