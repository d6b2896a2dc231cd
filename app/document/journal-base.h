/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The base of a journal: what the event was before its first step, as a file in the journal's folder.
 */
#pragma once

#include "document/journal-folder.h"
#include "model/event.h"

G_BEGIN_DECLS

/** Writes @event, a snapshot, and syncs it; @identity is what it is then. %FALSE with errno. */
gboolean marathon_journal_base_write (const MarathonJournalFolder *folder, MarathonEvent *event, MarathonFileIdentity *identity);

/** How a copy ended. */
typedef enum {
  MARATHON_JOURNAL_COPY_RUNNING,
  MARATHON_JOURNAL_COPY_DONE,
  MARATHON_JOURNAL_COPY_OTHER,  /* the file does not hold that any more, or is gone */
  MARATHON_JOURNAL_COPY_FAILED, /* the copy could not be written, or was given up */
} MarathonJournalCopyOutcome;

/** A copy of a file that a thread of its own makes: it may be large, and steps must not wait for it. */
typedef struct _MarathonJournalCopy MarathonJournalCopy;

typedef void (*MarathonJournalCopyFunc) (MarathonJournalCopy *copy, gpointer user_data);

/** Starts to copy @path where it holds @identity. @ended is called in that thread. @folder is borrowed until it is
 * freed. */
MarathonJournalCopy *marathon_journal_copy_start (const MarathonJournalFolder *folder,
                                                  const char                  *path,
                                                  const MarathonFileIdentity  *identity,
                                                  MarathonJournalCopyFunc      ended,
                                                  gpointer                     user_data);

MarathonJournalCopyOutcome marathon_journal_copy_get_outcome (MarathonJournalCopy *copy);

/** Gives up where it has not ended, and waits for the thread. */
void marathon_journal_copy_free (MarathonJournalCopy *copy);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonJournalCopy, marathon_journal_copy_free)

G_END_DECLS
