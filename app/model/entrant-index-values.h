/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Terms on fields that are no texts: words of a vocabulary, records, times, flags. For the entrant index only.
 */
#pragma once

#include "model/entrant-index-private.h"
#include "model/entrant-query.h"

G_BEGIN_DECLS

/** Sets the bits of those whose value in @column, which has no dictionary, matches @term. */
void marathon_entrant_index_match_values (MarathonEntrantIndex        *index,
                                          const MarathonEntrantColumn *column,
                                          const MarathonQueryTerm     *term,
                                          guint64                     *bits);

/** Whether the nation @text, as given, is what @term asks for: one of its codes, or the beginning of a word of its name
 * or of the text. */
gboolean marathon_nation_matches (const char *text, const MarathonQueryTerm *term);

G_END_DECLS
