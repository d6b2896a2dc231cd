/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What one more category, start, wave or bib block is likely to be, seen from the one that is selected.
 */
#pragma once

#include "editing/record-edits.h"

G_BEGIN_DECLS

typedef struct {
  char *name;
  GArray *values; /* of MarathonColumnText, whose texts are in `texts` */
  GPtrArray *texts;
} MarathonRecordSuggestion;

/**
 * marathon_record_suggest:
 * @like: (nullable): the record that is selected, of any list
 *
 * A wave follows @like, or the last wave of the start that @like is: at the same start, the next name, later by as much
 * as that one is after the one before, for predicted times from where that one ends, and otherwise the same. The rest
 * has a new name only.
 *
 * Returns: (transfer full): for marathon_record_add()
 */
MarathonRecordSuggestion *marathon_record_suggest (MarathonEvent *event, MarathonListId list, MarathonRecord *like);

void marathon_record_suggestion_free (MarathonRecordSuggestion *suggestion);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonRecordSuggestion, marathon_record_suggestion_free)

G_END_DECLS
