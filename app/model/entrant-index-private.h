/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the entrant index share.
 */
#pragma once

#include "model/entrant-column.h"
#include "model/entrant-index.h"

G_BEGIN_DECLS

struct _MarathonEntrantIndex {
  MarathonEvent *event;
  MarathonCollation *collation; /* of the language; NULL until something is sorted */
  char *language;
  guint size;
  GPtrArray *columns; /* of MarathonEntrantColumn */
  guint32 *by_id;     /* all positions in the order of ids: where every sort starts from, so that ties are by id */
  guint32 *scratch;   /* twice scratch_size numbers; kept, because the pages of new memory cost as much as a sort */
  guint scratch_size;
};

/** Returns: (transfer none): the column of a field other than ID and BIB, or a derived one; made where it is not there
 * yet. */
MarathonEntrantColumn *marathon_entrant_index_get_column (MarathonEntrantIndex *index, guint field);

/** Returns: (transfer none): room for twice as many numbers as there are entrants, of any content. */
guint32 *marathon_entrant_index_get_scratch (MarathonEntrantIndex *index);

G_END_DECLS
