/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Errors of XML input. Messages start with "LINE:COLUMN: " where there is a place; who knows the file puts its name in front.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MARATHON_FORMAT_ERROR (marathon_format_error_quark ())
GQuark marathon_format_error_quark (void);

typedef enum {
  MARATHON_FORMAT_ERROR_NOT_XML,  /* empty, or another kind of file */
  MARATHON_FORMAT_ERROR_ENCODING, /* not UTF-8 */
  MARATHON_FORMAT_ERROR_SYNTAX,   /* not well-formed */
  MARATHON_FORMAT_ERROR_KIND,     /* XML, but no event of ours: root or namespace */
  MARATHON_FORMAT_ERROR_VERSION,  /* a newer major version */
  MARATHON_FORMAT_ERROR_CONTENT,  /* elements, attributes or values that do not fit */
  MARATHON_FORMAT_ERROR_LIMIT,    /* larger than anything honest */
} MarathonFormatError;

G_END_DECLS
