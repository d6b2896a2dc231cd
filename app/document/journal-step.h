/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonJournalStep: a step on its way to the journal.
 *
 * Edits of few entrants, and of records, become edit lines at once. A large edit is kept as it is, with a snapshot of
 * the event right after it, and becomes lines in the thread that writes them: an edit does not change any more once it
 * was applied.
 */
#pragma once

#include "document/journal-record.h"
#include "editing/edit.h"

G_BEGIN_DECLS

typedef struct {
  guint64 position; /* of the event after it: steps since it was opened */
  gint64 time;      /* seconds of Unix time */
  char *label;
  char *title;      /* of the event after it */
  GPtrArray *parts;
  MarathonEvent *base; /* (nullable): a snapshot of the event before it, where no file holds that */
} MarathonJournalStep;

MarathonJournalStep *marathon_journal_step_new  (const char *label);
void                 marathon_journal_step_free (MarathonJournalStep *step);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonJournalStep, marathon_journal_step_free)

/** @edit was just applied to @event, or taken back where @reverted. */
void marathon_journal_step_add (MarathonJournalStep *step, MarathonEdit *edit, MarathonEvent *event, gboolean reverted);

/** Takes what is in @lines from time to time, and empties it; %FALSE to end. */
typedef gboolean (*MarathonJournalTakeFunc) (GString *lines, gpointer user_data);

/** Appends the records of the step to @lines, of which @take is told whenever there are many. */
gboolean marathon_journal_step_write (MarathonJournalStep     *step,
                                      GString                 *lines,
                                      MarathonJournalChain    *chain,
                                      MarathonJournalTakeFunc  take,
                                      gpointer                 user_data);

G_END_DECLS
