/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonJournalFile: the records of a journal, open for appending.
 *
 * A new one is written beside the old one and takes its place when it is first synced. After an error it is of no use
 * any more: what the disk did with the bytes is not known, and a second sync might say that all is well.
 */
#pragma once

#include "document/journal-folder.h"
#include "document/journal-record.h"
#include "document/journal-step.h"

G_BEGIN_DECLS

typedef struct _MarathonJournalFile MarathonJournalFile;

/** Starts a new one with @header; nothing counts until it is synced. %NULL with errno. @folder is borrowed. */
MarathonJournalFile *marathon_journal_file_new (const MarathonJournalFolder *folder, const MarathonJournalHeader *header);

/** Goes on after @chain, at @end: what is behind is cut off, which the next sync brings to the disk. %NULL with errno.
 * */
MarathonJournalFile *marathon_journal_file_continue (const MarathonJournalFolder *folder,
                                                     guint64                      end,
                                                     const MarathonJournalChain  *chain);

void marathon_journal_file_free (MarathonJournalFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonJournalFile, marathon_journal_file_free)

/* Errors of these are told by the next sync. */
void marathon_journal_file_add_step (MarathonJournalFile *file, MarathonJournalStep *step);
void marathon_journal_file_add_save (MarathonJournalFile *file, const MarathonJournalSave *save);

/** Adds the steps, and saves, of the records now in @folder after step @first, as steps from 1 on. */
void marathon_journal_file_add_old (MarathonJournalFile *file, guint64 first);

/** Brings all to the disk. %FALSE with errno: then nothing since the last sync counts. */
gboolean marathon_journal_file_sync (MarathonJournalFile *file);

/** Whether it is what will be found, or may be: after a sync that failed too. */
gboolean marathon_journal_file_has_place (MarathonJournalFile *file);

/** Bytes. */
guint64 marathon_journal_file_get_size (MarathonJournalFile *file);

G_END_DECLS
