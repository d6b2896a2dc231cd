/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A stream that gives the next step of a journal as a file of edits, as marathon_edit_lines_apply() reads it.
 */
#pragma once

#include <gio/gio.h>

#include "document/journal-record.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_JOURNAL_STEP_STREAM (marathon_journal_step_stream_get_type ())
G_DECLARE_FINAL_TYPE (MarathonJournalStepStream, marathon_journal_step_stream, MARATHON, JOURNAL_STEP_STREAM, GInputStream)

/** @reader is borrowed; when the stream has ended it stands behind the step's commit. */
GInputStream *marathon_journal_step_stream_new (MarathonJournalReader *reader);

G_END_DECLS
