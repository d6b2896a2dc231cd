/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonTextDictionary: the distinct texts of a column, each with a small number (its code), its folded form for
 * searching and its rank for sorting. A query looks at each distinct text once, however many people have it.
 */
#pragma once

#include "model/text-ranks.h"

G_BEGIN_DECLS

typedef struct _MarathonTextDictionary MarathonTextDictionary;

/** How a needle has to lie in a text. */
typedef enum {
  MARATHON_MATCH_CONTAINS,
  MARATHON_MATCH_STARTS,
  MARATHON_MATCH_ENDS,
  MARATHON_MATCH_EQUALS,
} MarathonMatch;

/** An empty dictionary of texts of @pool: it holds "" as code 0. */
MarathonTextDictionary *marathon_text_dictionary_new  (MarathonTextPool *pool, MarathonTextOrder order);
void                    marathon_text_dictionary_free (MarathonTextDictionary *dictionary);

/** How many texts, "" counted; codes are below it. */
guint marathon_text_dictionary_get_size (const MarathonTextDictionary *dictionary);

/** Returns: the code of @text, which is added where it is new. */
guint32 marathon_text_dictionary_add (MarathonTextDictionary *dictionary, MarathonText text);

/** Whether any text could contain @needle: %FALSE where it is plain that none does, which costs nothing to find out. */
gboolean marathon_text_dictionary_may_contain (const MarathonTextDictionary *dictionary, const char *needle);

/** Returns: (transfer none): the text of a code. */
const char *marathon_text_dictionary_get_text (const MarathonTextDictionary *dictionary, guint32 code);

/** Bytes that follow the flags of a dictionary, so that loops may run in whole blocks. */
#define MARATHON_TEXT_DICTIONARY_PADDING 64u

/**
 * marathon_text_dictionary_get_flags:
 *
 * Returns: (transfer none): one byte for each code and the padding, all 0. It is the same memory each time: good until
 * the next call, or until a text is added
 */
guint8 *marathon_text_dictionary_get_flags (MarathonTextDictionary *dictionary);

/**
 * marathon_text_dictionary_find:
 * @needle: in the form of marathon_search_fold(), not empty
 * @hits: one byte for each code: set to 1 where the text matches, left alone elsewhere
 *
 * Returns: how many texts match
 */
guint marathon_text_dictionary_find (const MarathonTextDictionary *dictionary,
                                     const char                   *needle,
                                     MarathonMatch                 match,
                                     guint8                       *hits);

/** Returns: (transfer none): the rank of each code, as marathon_text_ranks_get() tells. */
const guint32 *marathon_text_dictionary_get_ranks (MarathonTextDictionary *dictionary,
                                                   MarathonCollation      *collation,
                                                   guint32                *greatest);

/** Forgets the ranks, for another collation. */
void marathon_text_dictionary_reset_ranks (MarathonTextDictionary *dictionary);

/**
 * marathon_search_fold_append:
 *
 * Appends the form in which texts and queries meet: marathon_fold() with each run of hyphens and spaces one space, so
 * that "Jean Pierre" is found by "jean-pierre", and none at the ends.
 */
void marathon_search_fold_append (GString *out, const char *text, gsize length);

/** Returns: (transfer full): the same as a new string. */
char *marathon_search_fold (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonTextDictionary, marathon_text_dictionary_free)

G_END_DECLS
