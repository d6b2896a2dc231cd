/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the import dialog says of a list, in words.
 */
#pragma once

#include "formats/import-sketch.h"

G_BEGIN_DECLS

/** Returns: (transfer none): "Semicolon" … */
const char *marathon_import_words_get_delimiter (char delimiter);

/** Returns: (transfer full): "Found: UTF-8"; for UNKNOWN "Automatic". */
char *marathon_import_words_format_found_encoding (MarathonTextEncoding encoding);

/** Returns: (transfer full): "Found: line 3"; @sketch (nullable), @is_automatic: it was found so */
char *marathon_import_words_format_found_header (const MarathonImportSketch *sketch, gboolean is_automatic);

/** Returns: (transfer full): "Line 3: Family name, Given name …" */
char *marathon_import_words_format_row (const MarathonCsvTable *table, guint row);

/** Returns: (transfer full): how dates are read, and what proves it. */
char *marathon_import_words_format_date_order (MarathonDateOrder order, guint proof_line, gboolean is_asked);

/** Whether a column of @sketch (nullable) goes to that field. */
gboolean marathon_import_words_has_field (const MarathonImportSketch *sketch, const char *key);

/** Returns: (transfer none): the heading for an error; (transfer full): what happened, and what to do. */
const char *marathon_import_words_get_trouble   (const GError *error);
char       *marathon_import_words_format_remedy (const GError *error);

/** Returns: (transfer full): "36,337 entrants will be added, 12 updated": what the import does. */
char *marathon_import_words_format_headline (const MarathonImport *import);

/** Returns: (transfer full): all other counts, a line each kind; "" where there is nothing else. */
char *marathon_import_words_format_rest (const MarathonImport *import);

/** Returns: (transfer full): the button's label, "_Import 36,337 Entrants". */
char *marathon_import_words_format_button (const MarathonImport *import);

/** Returns: (transfer full): "Refused Rows (3)". */
char *marathon_import_words_format_notes (MarathonImportImportance importance, guint n);

G_END_DECLS
