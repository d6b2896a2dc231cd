/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonLogoChunk: the table of its columns.
 */
#include "model/logo-chunk.h"

#include <glib/gi18n-lib.h>

static const MarathonColumn columns[] = {
  { "media-type", N_ ("Media type"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonLogoChunk, media_type),
    .maximum = 100 },
  { "data", N_ ("Data"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonLogoChunk, data) },
};

G_DEFINE_FINAL_TYPE (MarathonLogoChunk, marathon_logo_chunk, MARATHON_TYPE_RECORD)

static void
marathon_logo_chunk_class_init (MarathonLogoChunkClass *klass)
{
  marathon_record_class_set_columns (MARATHON_RECORD_CLASS (klass), "chunk", columns, G_N_ELEMENTS (columns));
}

static void
marathon_logo_chunk_init (MarathonLogoChunk *logo)
{
}
