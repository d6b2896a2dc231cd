/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonJournalContent: what counts of the records of a journal, read once from beginning to end.
 */
#pragma once

#include "document/journal-folder.h"
#include "document/journal-record.h"

G_BEGIN_DECLS

typedef enum {
  MARATHON_JOURNAL_CONTENT_GOOD,
  MARATHON_JOURNAL_CONTENT_NONE,       /* there are no records: nobody was told that something is kept */
  MARATHON_JOURNAL_CONTENT_DAMAGED,    /* the header is */
  MARATHON_JOURNAL_CONTENT_NEWER,      /* a newer Marathon wrote it */
  MARATHON_JOURNAL_CONTENT_UNREADABLE, /* the disk did not give it back: "failure" */
} MarathonJournalContentState;

typedef struct {
  MarathonJournalContentState state;
  int failure; /* errno */
  MarathonJournalHeader header;
  GPtrArray *saves; /* of MarathonJournalSave, in their order */
  guint64 n_steps;
  char *last_label; /* of the last step; NULL: there is none */
  gint64 last_time;
  guint64 end; /* bytes up to the last step or save that counts */
  MarathonJournalChain chain;
  gboolean has_damaged_end; /* behind what counts are whole lines that do not: no program that died leaves such */
} MarathonJournalContent;

void marathon_journal_content_read  (MarathonJournalContent *content, const MarathonJournalFolder *folder);
void marathon_journal_content_clear (MarathonJournalContent *content);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarathonJournalContent, marathon_journal_content_clear)

/**
 * marathon_journal_content_find:
 * @step: (out): after how many steps the event was what @identity is; negative: so many before the base
 *
 * Finds the last such state that a file was ever known to hold: the base, or what a save wrote. %FALSE: it is another
 * content.
 */
gboolean marathon_journal_content_find (const MarathonJournalContent *content, const MarathonFileIdentity *identity, gint64 *step);

/** The same by the size alone, to spare reading a file: %FALSE where no state has it. */
gboolean marathon_journal_content_has_size (const MarathonJournalContent *content, guint64 size);

G_END_DECLS
