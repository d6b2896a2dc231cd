/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which bibs a printed list holds, as pdftotext reads it.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * pdf_bibs_check:
 * @folder: where the PDF lies
 * @expected: a set of bibs as they are written
 *
 * Asserts that each bib of @expected begins exactly one row of the list, that no other row begins like a bib, and that
 * each is a word of its own in the text without layout, as a search finds it.
 */
void pdf_bibs_check (const char *folder, const char *name, GHashTable *expected);

G_END_DECLS
