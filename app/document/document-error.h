/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Errors of files: which step failed, on which file, why, and what can be done.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MARATHON_DOCUMENT_ERROR (marathon_document_error_quark ())
GQuark marathon_document_error_quark (void);

typedef enum {
  MARATHON_DOCUMENT_ERROR_OPEN,      /* cannot be opened or read */
  MARATHON_DOCUMENT_ERROR_NOT_FILE,  /* a folder, a device */
  MARATHON_DOCUMENT_ERROR_CONTENT,   /* was read, but is no event */
  MARATHON_DOCUMENT_ERROR_READ_ONLY, /* the file may not be written */
  MARATHON_DOCUMENT_ERROR_PLACE,     /* the folder may not be written */
  MARATHON_DOCUMENT_ERROR_HELD,      /* somebody else has the file open for editing */
  MARATHON_DOCUMENT_ERROR_CHANGED,   /* somebody else wrote the file since it was read */
  MARATHON_DOCUMENT_ERROR_WRITE,     /* writing failed; the old file is untouched */
  MARATHON_DOCUMENT_ERROR_VERIFY,    /* what was written does not read back; the old file is untouched */
  MARATHON_DOCUMENT_ERROR_UNSURE,    /* written, but the folder could not be synced */
  MARATHON_DOCUMENT_ERROR_COPIES,    /* personal data is out of the file, but not of all copies that were kept of it */
} MarathonDocumentError;

G_END_DECLS
