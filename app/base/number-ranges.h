/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonNumberRanges: an immutable set of bib numbers written as people write it, "1-99,-13,-66-69".
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Numbers 0 to MARATHON_NUMBER_MAX. */
#define MARATHON_NUMBER_MAX 999999999u

typedef struct _MarathonNumberRanges MarathonNumberRanges;

/**
 * marathon_number_ranges_parse:
 *
 * "1-99,200,-13,-66-69": a number or a range adds, one with a minus in front takes away; read from left to right, spaces
 * are allowed, "" is the empty set. "9-1" is an error.
 *
 * Returns: (transfer full) (nullable): the set, or %NULL with @error (G_NUMBER_PARSER_ERROR) naming the part that could not be read.
 */
MarathonNumberRanges *marathon_number_ranges_parse (const char *text, GError **error);

MarathonNumberRanges *marathon_number_ranges_ref   (MarathonNumberRanges *ranges);
void                  marathon_number_ranges_unref (MarathonNumberRanges *ranges);

/** Returns: (transfer full): the shortest plain form, "1-12,14-65,70-99". Two equal sets have equal text. */
char *marathon_number_ranges_format (const MarathonNumberRanges *ranges);

/** Returns: (transfer full): the set in words, "1–99 without 13, 66–69": small gaps are told as what is missing; "" for
 * the empty set. */
char *marathon_number_ranges_describe (const MarathonNumberRanges *ranges);

guint64 marathon_number_ranges_count (const MarathonNumberRanges *ranges);

gboolean marathon_number_ranges_contains (const MarathonNumberRanges *ranges, guint32 number);

/** Sets @next to the lowest member that is at least @from; %FALSE where there is none. */
gboolean marathon_number_ranges_next (const MarathonNumberRanges *ranges, guint32 from, guint32 *next);

/** %TRUE where both hold a number; then @number (nullable) is the lowest such. */
gboolean marathon_number_ranges_overlap (const MarathonNumberRanges *a, const MarathonNumberRanges *b, guint32 *number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonNumberRanges, marathon_number_ranges_unref)

G_END_DECLS
