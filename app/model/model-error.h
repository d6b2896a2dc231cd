/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Errors of values: what the world gave does not fit the model. The message says what was found and what is expected.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MARATHON_MODEL_ERROR (marathon_model_error_quark ())
GQuark marathon_model_error_quark (void);

typedef enum {
  MARATHON_MODEL_ERROR_VALUE,        /* does not parse, or is outside its limits */
  MARATHON_MODEL_ERROR_DUPLICATE_ID, /* an id or key that is in use */
  MARATHON_MODEL_ERROR_DUPLICATE_BIB,
  MARATHON_MODEL_ERROR_REFERENCE, /* names something that does not exist, or is still referred to */
  MARATHON_MODEL_ERROR_LIMIT,     /* more than an event may hold */
  MARATHON_MODEL_ERROR_READ_ONLY, /* the event may not be changed; the message is the reason */
} MarathonModelError;

G_END_DECLS
