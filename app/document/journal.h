/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonJournal: every step of an open event, on the disk before the window calls it kept, so that a crash, a dead
 * battery or a full disk takes nothing that was shown as kept.
 *
 * It listens to the event's history, writes each step as edit lines (editing/edit-lines.h) in a thread of its own, and
 * syncs them. The format and the rule by which it is read are in document/journal-record.h, what is done with it after
 * a crash in document/recovery.h. Nothing here blocks the caller but what says so.
 */
#pragma once

#include "document/file-identity.h"
#include "editing/history.h"

G_BEGIN_DECLS

typedef enum {
  MARATHON_JOURNAL_EMPTY,   /* nothing to keep: the file holds all */
  MARATHON_JOURNAL_WRITING, /* steps are on their way to the disk */
  MARATHON_JOURNAL_KEPT,    /* all steps are on the disk */
  MARATHON_JOURNAL_FAILED,  /* they are not, and "failure" says why; saving still works */
} MarathonJournalState;

#define MARATHON_TYPE_JOURNAL (marathon_journal_get_type ())
G_DECLARE_FINAL_TYPE (MarathonJournal, marathon_journal, MARATHON, JOURNAL, GObject)

/* Properties (read only, notified on change in the thread that made the journal): "state" (MarathonJournalState, as
 * int), "failure" (string: a sentence for people, which names the folder and a remedy; or %NULL) */

/**
 * marathon_journal_new:
 * @history: is listened to from now on; it must have no other observer
 * @state_folder: as of marathon_state_folder_get(); the journal is in a folder below it
 * @path: (nullable): the event's file; %NULL where it has none yet
 * @identity: (nullable): what the event's file holds, and the event now
 *
 * Touches no disk until the first step. That step's record counts as kept at once where the file @path with the content
 * @identity is its base; a copy of that base is made behind it, so that recovery works without the file too. Where
 *   there is no file, the event as it is now is the base, and the
 * first step counts as kept when the base is on the disk.
 *
 * Returns: (transfer full):
 */
MarathonJournal *marathon_journal_new (MarathonHistory *history, const char *state_folder, const char *path, const MarathonFileIdentity *identity);

MarathonJournalState marathon_journal_get_state   (MarathonJournal *journal);
const char          *marathon_journal_get_failure (MarathonJournal *journal);

/** Returns: how many steps were taken since the event was opened; a save remembers it together with its snapshot. */
guint64 marathon_journal_get_position (MarathonJournal *journal);

/**
 * marathon_journal_note_save:
 *
 * Writes and syncs that the event after step @position is what @path is about to hold, with @identity, right before
 * that file takes its place. To be called in the thread that saves; blocks until it is on the disk, or has failed. A
 * failure is the journal's, not the save's: nothing is returned.
 */
void marathon_journal_note_save (MarathonJournal            *journal,
                                 guint64                     position,
                                 const char                 *path,
                                 const MarathonFileIdentity *identity);

/**
 * marathon_journal_end_save:
 *
 * After a save that succeeded: the event's file is @path now, which holds the event after step @position. What was kept
 * of steps before it goes; where there are later ones the journal goes on from the new file, else it is removed until
 * the next step. Returns at once; the thread does it.
 */
void marathon_journal_end_save (MarathonJournal *journal, guint64 position, const char *path, const MarathonFileIdentity *identity);

/** Blocks until all steps so far are on the disk, or have failed: before the program ends by a signal. */
void marathon_journal_flush (MarathonJournal *journal);

/** The person gave the changes up, or the event is gone for good: removes what was kept; blocks until it is removed.
 * Later steps are not written. */
void marathon_journal_discard (MarathonJournal *journal);

/** The same without blocking; @callback is called when it is removed, until when the program must not end. */
void marathon_journal_discard_async (MarathonJournal *journal, GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
