/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonCollation: the alphabetical order of a language, by ICU, so that it is the same on every machine and in every locale.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _MarathonCollation MarathonCollation;

/**
 * marathon_collation_new:
 * @language: a BCP 47 tag such as "en-GB" or "sv"; "" or an unknown one gives the root order
 *
 * Punctuation is not ignored; numbers are compared as text; strength is tertiary. Not to be used by two threads at once: make one for each.
 *
 * Returns: (transfer full): never %NULL
 */
MarathonCollation *marathon_collation_new (const char *language);

void marathon_collation_free (MarathonCollation *collation);

/** <0, 0 or >0. Equal only where ICU says so; callers break ties by id. */
int marathon_collation_compare (MarathonCollation *collation, const char *a, const char *b);

/** Appends the sort key of @text (without a final NUL) to @out: memcmp of keys, the shorter first on a tie, is the order. */
void marathon_collation_append_key (MarathonCollation *collation, const char *text, gssize length, GByteArray *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonCollation, marathon_collation_free)

G_END_DECLS
