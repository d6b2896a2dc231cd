/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a journal that was found on the disk goes on, for recovery.
 */
#pragma once

#include "document/journal-writer.h"
#include "document/journal.h"

G_BEGIN_DECLS

/**
 * marathon_journal_new_adopted:
 * @history: of the event as the steps of @found left it; they may be in it or not
 * @file: (transfer full): its members are; what the event's file holds, and after which step
 * @found: its members are taken over; %NULL where it could not be used: then a new journal starts with a snapshot at
 *   once
 */
MarathonJournal *marathon_journal_new_adopted (MarathonHistory                *history,
                                               const char                     *state_folder,
                                               const MarathonJournalEventFile *file,
                                               MarathonJournalFound           *found,
                                               guint64                         position);

G_END_DECLS
