/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonJournalWriter: the thread that brings a journal's steps to the disk, in the order in which it is told of
 * them.
 *
 * What waits in its queue is written together and synced once. It knows the event only by what it is given: steps, and
 * snapshots, for which it asks its owner when the records on the disk cannot go on: then the snapshot becomes the base
 * of new ones.
 */
#pragma once

#include "document/journal-file.h"

G_BEGIN_DECLS

typedef struct _MarathonJournalWriter MarathonJournalWriter;

/** What the owner may know; a copy, to be cleared. */
typedef struct {
  guint64 kept;            /* the event after so many steps is on the disk */
  gboolean is_empty;       /* … in its file: there is no journal */
  gboolean is_in_trouble;  /* it is not known yet whether what comes can be kept */
  gboolean has_failed;     /* it cannot; a later snapshot may help */
  gboolean wants_snapshot; /* the owner should send one */
  guint64 n_asked;         /* how many times it wanted one */
  char *failure;           /* (nullable): a sentence for people */
} MarathonJournalStatus;

void marathon_journal_status_clear (MarathonJournalStatus *status);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarathonJournalStatus, marathon_journal_status_clear)

/** Called in the thread, or in that of who sends something, when the status has changed. */
typedef void (*MarathonJournalToldFunc) (gpointer user_data);

/** The event's file, and what it holds: the event after @position steps. */
typedef struct {
  char *path; /* NULL: there is none */
  MarathonFileIdentity identity;
  guint64 position;
} MarathonJournalEventFile;

/** A journal that was found on the disk. */
typedef struct {
  MarathonJournalFolder *folder; /* locked */
  MarathonJournalHeader header;
  gboolean has_base;
  guint64 end;                   /* of what counts of its records */
  MarathonJournalChain chain;
  guint64 base_position;         /* the first step's position - 1 */
  guint64 n_steps;
} MarathonJournalFound;

/**
 * marathon_journal_writer_new:
 * @file: (transfer full): its members are
 * @found: (nullable): what it goes on with; its folder and header are taken over
 * @destroy: of @user_data, in any thread, when nobody is told any more
 *
 * The thread starts with the first message.
 */
MarathonJournalWriter *marathon_journal_writer_new (const char                     *state_folder,
                                                    guint64                         event_id,
                                                    const MarathonJournalEventFile *file,
                                                    MarathonJournalFound           *found,
                                                    MarathonJournalToldFunc         told,
                                                    gpointer                        user_data,
                                                    GDestroyNotify                  destroy);

/** Before the first message: there are no records to go on with, and no file that could be their base, so a snapshot is
 * wanted at once. */
void marathon_journal_writer_start_anew (MarathonJournalWriter *writer);

/** The owner goes: what is in the queue is still written, then the thread ends and the lock is let go. Does not wait.
 * */
void marathon_journal_writer_release (MarathonJournalWriter *writer);

void marathon_journal_writer_get_status (MarathonJournalWriter *writer, MarathonJournalStatus *status);

/* --- Messages --- */

/** Takes @step over. */
void marathon_journal_writer_add_step (MarathonJournalWriter *writer, MarathonJournalStep *step);

/** A snapshot (transfer full) of the event after @position steps; @title (transfer full) is its title. */
void marathon_journal_writer_add_snapshot (MarathonJournalWriter *writer, MarathonEvent *event, guint64 position, char *title);

/** The event's file is another one, or holds something else, from now on; its members are taken over. */
void marathon_journal_writer_end_save (MarathonJournalWriter *writer, const MarathonJournalEventFile *file);

/* Those that follow wait until the thread has done it, and all that came before; but where records cannot go on, and
 * the owner would have to help, for nothing. */

void marathon_journal_writer_note_save (MarathonJournalWriter *writer, const MarathonJournalEventFile *file);
void marathon_journal_writer_flush     (MarathonJournalWriter *writer);

/** Removes the journal; what comes later is not written. */
void marathon_journal_writer_discard (MarathonJournalWriter *writer);

G_END_DECLS
