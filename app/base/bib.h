/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bib texts: "W1", "A001", "37". A bib is text whose identity is its folded prefix and its number, so "037" is "37" and "w1" is "W1".
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Longest bib text in bytes. */
#define MARATHON_BIB_MAX_LENGTH 16
/** The number of a bib without one, such as an elite athlete's surname. */
#define MARATHON_BIB_NO_NUMBER G_MAXUINT32

/**
 * marathon_bib_parse:
 * @text: a bib as written, ends trimmed, not empty
 * @prefix: at least MARATHON_BIB_MAX_LENGTH * 4 bytes: the folded (marathon_fold()) part before the final digits
 * @number: the final run of at most nine digits, or MARATHON_BIB_NO_NUMBER
 *
 * Letters, digits, "-", ".", "/", "'" and single inner spaces are allowed.
 *
 * Returns: %FALSE where @text is empty, longer than MARATHON_BIB_MAX_LENGTH, has other characters, ends in more
 * than nine digits, has nothing left after folding, or has a prefix whose fold ends in a digit ("1 2", which would be
 * written like 12) or is too long.
 */
gboolean marathon_bib_parse (const char *text, char *prefix, guint32 *number);

/** Returns: (transfer full): @prefix followed by @number with at least @digits digits (leading zeros). */
char *marathon_bib_format (const char *prefix, guint32 number, guint digits);

/** Order of bibs everywhere: prefix (code points of the folded prefix), then number, numberless last. */
int marathon_bib_compare (const char *prefix_a, guint32 number_a, const char *prefix_b, guint32 number_b);

G_END_DECLS
