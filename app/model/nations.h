/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nations: from what people write (IOC, ISO, names, adjectives) to the code that athletics uses (domain.md A6).
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Three capital letters packed into 1 + ((a * 26) + b) * 26 + c; 0 for none. */
typedef guint16 MarathonNation;

/**
 * marathon_nation_find:
 * @text: an IOC code, an ISO 3166 code of two or three letters, an English name or adjective, in any case
 *
 * Codes are taken as IOC codes first (BRN is Bahrain), then as ISO codes (DEU, CHE).
 *
 * Returns: the nation, or 0 where @text is not known
 */
MarathonNation marathon_nation_find (const char *text);

/** Writes the three-letter code and a NUL to @buffer (at least 4 bytes); "" for 0. */
void marathon_nation_write (MarathonNation nation, char *buffer);

/** Returns: (transfer none): the English name, marked for translation, or "" where the code is 0 or not in the table. */
const char *marathon_nation_get_name (MarathonNation nation);

G_END_DECLS
