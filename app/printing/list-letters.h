/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonListLetters: under which letter a name stands in the alphabet of a language: Å under A in English and after Z in Swedish,
 * Chalupa under CH in Czech.
 */
#pragma once

#include "base/collation.h"

G_BEGIN_DECLS

typedef struct _MarathonListLetters MarathonListLetters;

/** @collation: must outlive the letters. */
MarathonListLetters *marathon_list_letters_new  (MarathonCollation *collation);
void                 marathon_list_letters_free (MarathonListLetters *letters);

/**
 * marathon_list_letters_find:
 * @name: as it is sorted
 *
 * Returns: (transfer none): the letter in capitals, the same pointer for the same letter; "#" for names that begin with no letter, "" for no
 *   name. Chinese characters are one section, and so are hangul: each of them would be a letter of its own
 */
const char *marathon_list_letters_find (MarathonListLetters *letters, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonListLetters, marathon_list_letters_free)

G_END_DECLS
