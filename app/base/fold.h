/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Folding: the form in which names are searched and compared, blind to case, accents and kinds of apostrophe (domain.md D).
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * marathon_fold:
 * @text: valid UTF-8
 *
 * NFKD, case folded, combining marks dropped, ø→o æ→ae œ→oe ß→ss ł→l đ→d ð→d þ→th ı→i ħ→h, every apostrophe ('’ʼ` and
 * ´) and double quote dropped, every hyphen and dash (U+2010 … U+2015, U+2212) made "-", every kind of space made one
 * space, ends trimmed, invisible characters of format (soft hyphen, joiners) dropped.
 *
 * Returns: (transfer full): the folded text; folding it again gives the same.
 */
char *marathon_fold (const char *text);

/**
 * marathon_fold_append:
 *
 * Appends the fold of @length bytes of @text to @out; ASCII goes a fast way.
 */
void marathon_fold_append (GString *out, const char *text, gsize length);

/**
 * marathon_fold_loose:
 *
 * As marathon_fold(), and written-out umlauts are undone (ae→a, oe→o, ue→u), hyphens and spaces dropped: Mühlbauer, Muehlbauer and
 * Muhlbauer give the same. For finding duplicates, never for display or identity.
 */
char *marathon_fold_loose (const char *text);

/**
 * marathon_clean_text:
 *
 * What a person typed or a file held, made fit to keep: NFC, each run of white space one space (U+3000 and no-break space too), ends trimmed,
 * control characters and noncharacters dropped. With @keep_lines, line ends stay as "\n" (for notes).
 *
 * Returns: (transfer full): the cleaned text, valid UTF-8. @changed (nullable) tells whether more than the trimming of ends was done.
 */
char *marathon_clean_text (const char *text, gboolean keep_lines, gboolean *changed);

G_END_DECLS
