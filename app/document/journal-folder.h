/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonJournalFolder: the folder of one journal: its lock, the files in it, and how it comes and goes.
 *
 *   STATE/journal/NAME-RANDOM/lock      locked as long as a program has the journal open
 *                             records   document/journal-record.h
 *                             base-HASH what the event was before the first record, as a project file
 *
 * NAME is that of the event's file when the journal began (marathon_state_folder_name_path()), or "untitled". What has
 * another name in a folder was being made when a program died, and is nothing. A folder without records never told
 * anybody that something is kept.
 */
#pragma once

#include "document/file-identity.h"

G_BEGIN_DECLS

#define MARATHON_JOURNAL_RECORDS "records"
#define MARATHON_JOURNAL_NEW_RECORDS "records.new"

typedef struct {
  char *path;
  int fd;
  int lock_fd;
} MarathonJournalFolder;

/** Makes a new one and locks it. %NULL with @error (MARATHON_DOCUMENT_ERROR_PLACE), which names the folder. */
MarathonJournalFolder *marathon_journal_folder_make (const char *state_folder, const char *event_path, GError **error);

/** Locks the one at @path; %NULL with @error: MARATHON_DOCUMENT_ERROR_HELD where a program has it open. */
MarathonJournalFolder *marathon_journal_folder_take (const char *path, GError **error);

/** Lets it go; what is in it stays. */
void marathon_journal_folder_free (MarathonJournalFolder *folder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonJournalFolder, marathon_journal_folder_free)

/** Removes it at one stroke, and lets it go. %FALSE with @error where it is still there. */
gboolean marathon_journal_folder_remove (MarathonJournalFolder *folder, GError **error);

/** Whether it is still there under its name: people tidy. */
gboolean marathon_journal_folder_is_there (const MarathonJournalFolder *folder);

/** The paths of all journals, those in use too; what was being removed when a program died is removed. (element-type
 * filename) */
GPtrArray *marathon_journal_folder_list (const char *state_folder);

/* --- Files in it --- */

/** Opens a new empty file for writing; -1 with errno. */
int marathon_journal_folder_create (const MarathonJournalFolder *folder, const char *name);

/** Opens a file for reading; -1 with errno. */
int marathon_journal_folder_open (const MarathonJournalFolder *folder, const char *name);

/** Gives @from, which is synced, the name @to, and syncs the folder. %FALSE with errno. */
gboolean marathon_journal_folder_rename (const MarathonJournalFolder *folder, const char *from, const char *to);

/** Brings the names in it to the disk. %FALSE with errno. */
gboolean marathon_journal_folder_sync (const MarathonJournalFolder *folder);

/** Removes what was begun, and where @base is not %NULL all bases but that one. */
void marathon_journal_folder_tidy (const MarathonJournalFolder *folder, const char *base);

/** Writes all; %FALSE with errno. */
gboolean marathon_journal_write_all (int fd, const char *bytes, gsize length);

/** Returns: (transfer full): the name of the file that holds a base of that content. */
char *marathon_journal_name_base (const MarathonFileIdentity *identity);

/** Sets @error to what the errno @number means for what is kept in @folder. Returns: %FALSE */
gboolean marathon_journal_fail (const char *folder, int number, GError **error);

G_END_DECLS
