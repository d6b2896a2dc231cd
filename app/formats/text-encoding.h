/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text encodings: finds out in which encoding a foreign text file was written, and turns it into UTF-8.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  MARATHON_TEXT_ENCODING_UNKNOWN, /* not a finding: asks to find out */
  MARATHON_TEXT_ENCODING_UTF_8,
  MARATHON_TEXT_ENCODING_UTF_8_BOM, /* UTF-8 with a byte order mark, as Excel writes it */
  MARATHON_TEXT_ENCODING_UTF_16_LE,
  MARATHON_TEXT_ENCODING_UTF_16_BE,
  MARATHON_TEXT_ENCODING_WINDOWS_1252, /* Western European; ISO 8859-1 text reads the same */
} MarathonTextEncoding;

#define MARATHON_TEXT_ENCODING_ERROR (marathon_text_encoding_error_quark ())

typedef enum {
  MARATHON_TEXT_ENCODING_ERROR_NOT_TEXT, /* another kind of file: a workbook, a PDF, an archive, a picture, UTF-32 */
  MARATHON_TEXT_ENCODING_ERROR_NUL,      /* a NUL character in what is otherwise text */
  MARATHON_TEXT_ENCODING_ERROR_INVALID,  /* bytes that the encoding does not have */
} MarathonTextEncodingError;

GQuark marathon_text_encoding_error_quark (void);

/**
 * marathon_text_encoding_to_utf8:
 * @bytes: a whole file
 * @wanted: the encoding that a person chose, or MARATHON_TEXT_ENCODING_UNKNOWN to find it out
 * @found: (out) (optional): the encoding that @bytes were read in
 *
 * Finds out in this order: byte order mark, strict UTF-8, UTF-16 by where its NUL bytes are, Windows-1252. Text that
 * is UTF-8 for the most part is never taken for Windows-1252: that would spoil every accent of the file for the sake
 * of one broken byte.
 *
 * The five bytes that Windows-1252 leaves undefined (81 8D 8F 90 9D) are refused, not replaced by U+FFFD: they show
 * that the file is in yet another encoding, in which letters that do convert would be the wrong ones in people's
 * names.
 *
 * Lines end with LF, CR or CR LF; messages begin with "line 12: " where there is a place to name, and hold no file
 * name.
 *
 * Returns: (transfer full): the text in valid UTF-8 without byte order mark and without NUL characters (not followed
 *   by NUL), shared with @bytes where nothing had to be converted; %NULL with @error
 */
GBytes *marathon_text_encoding_to_utf8 (GBytes                *bytes,
                                        MarathonTextEncoding   wanted,
                                        MarathonTextEncoding  *found,
                                        GError               **error);

/** Returns: (transfer none): the translated name of @encoding for a person to read, such as "UTF-8". */
const char *marathon_text_encoding_get_name (MarathonTextEncoding encoding);

G_END_DECLS
