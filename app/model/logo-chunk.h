/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonLogoChunk: a piece of the event’s logo, as base64.
 */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_LOGO_CHUNK (marathon_logo_chunk_get_type ())
G_DECLARE_FINAL_TYPE (MarathonLogoChunk, marathon_logo_chunk, MARATHON, LOGO_CHUNK, MarathonRecord)

/** The members are set from their columns (marathon_record_set_text()) and are for reading only. */
struct _MarathonLogoChunk {
  MarathonRecord parent_instance;

  const char *media_type; /* of the whole; the first piece says it */
  const char *data; /* base64, at most 64 KiB */
};

G_END_DECLS
