/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonJournalWriting: what the thread of a journal does on the disk: starting, appending, starting anew, removing.
 * Used by one thread at a time.
 *
 * Where something fails, the records are left as they are: they hold what was told to be kept. What comes after needs a
 * snapshot, whose records then take their place.
 */
#pragma once

#include "document/journal-base.h"
#include "document/journal-writer.h"

G_BEGIN_DECLS

typedef struct {
  char *state_folder;
  guint64 event_id;
  MarathonJournalEventFile event_file;
  MarathonJournalCopyFunc copy_ended;
  gpointer user_data;

  /* The journal on the disk; without a folder there is none. */
  MarathonJournalFolder *folder;
  MarathonJournalFile *file; /* NULL too when it can take no more */
  MarathonFileIdentity base;
  gboolean has_base;         /* in the folder; else the event's file must do */
  guint64 base_position;     /* steps before the first record */
  MarathonJournalCopy *copy; /* (nullable): the base that is being copied */
  gboolean copy_replaces;    /* when it is there, the records start anew from it */
  MarathonJournalEventFile copied; /* what it is of */

  guint64 most_records; /* bytes: when they are more, they start anew from a snapshot */

  guint64 seen; /* the last step that it was told of */
  guint64 kept;
  char *title;  /* after that step */
  gboolean is_in_trouble;
  gboolean has_failed;
  gboolean wants_snapshot;
  guint64 n_asked;
  gboolean is_discarded;
  char *failure;
} MarathonJournalWriting;

/** Takes the members of @file over. */
void marathon_journal_writing_init (MarathonJournalWriting         *writing,
                                    const char                     *state_folder,
                                    guint64                         event_id,
                                    const MarathonJournalEventFile *file,
                                    MarathonJournalCopyFunc         copy_ended,
                                    gpointer                        user_data);

/** Gives up a copy on its way, and lets the folder go. */
void marathon_journal_writing_stop  (MarathonJournalWriting *writing);
void marathon_journal_writing_clear (MarathonJournalWriting *writing);

void marathon_journal_writing_adopt         (MarathonJournalWriting *writing, MarathonJournalFound *found);
void marathon_journal_writing_start_anew    (MarathonJournalWriting *writing);
void marathon_journal_writing_add_step      (MarathonJournalWriting *writing, MarathonJournalStep *step);
void marathon_journal_writing_sync          (MarathonJournalWriting *writing);
void marathon_journal_writing_take_snapshot (MarathonJournalWriting *writing,
                                             MarathonEvent          *event,
                                             guint64                 position,
                                             const char             *title);
void marathon_journal_writing_note_save     (MarathonJournalWriting *writing, const MarathonJournalEventFile *file);
void marathon_journal_writing_end_save      (MarathonJournalWriting *writing, const MarathonJournalEventFile *file);
void marathon_journal_writing_end_copy      (MarathonJournalWriting *writing);
void marathon_journal_writing_discard       (MarathonJournalWriting *writing);

G_END_DECLS
