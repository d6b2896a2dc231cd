/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file format of a journal: records, one text line each, and the rule by which they are read.
 *
 *   SEQ SUM KIND PAYLOAD
 *
 * SEQ counts from 1. SUM is the XXH3-64 of KIND and PAYLOAD, of SEQ, and of the SUM of the record before, as 16
 * hexadecimal digits: a line that was moved, dropped or taken from another journal does not fit. A record counts when
 * its line is complete with the newline, SUM is right, and SEQ is the next; at the first one that does not count,
 * reading ends. A step counts only with its commit.
 *
 *   journal format=1 id=… size=… hash=… event=… [path=…] title=…    the first record: what the base holds, and whose file that is
 *   begin LABEL                                                    a step
 *   part TEXT, edit TEXT                                           an edit line (editing/edit-lines.h); a long one is parts and then its end
 *   commit TIME                                                    seconds of Unix time
 *   save STEP size=… hash=… time=… [path=…]                        a file holds what the event was after that many steps
 *
 * STEP is negative where the base holds that many steps more than the file. Values, but not edit lines, are escaped
 * like this: %0A.
 */
#pragma once

#include "document/file-identity.h"

G_BEGIN_DECLS

#define MARATHON_JOURNAL_FORMAT 1u

/* Limits, so that a damaged or hostile journal costs no memory: bytes of a line, of an edit line's part, of a label or
 * title, and of a file. */
#define MARATHON_JOURNAL_MAX_LINE (1u << 20)
#define MARATHON_JOURNAL_MAX_PART (256u << 10)
#define MARATHON_JOURNAL_MAX_TEXT (64u << 10)
#define MARATHON_JOURNAL_MAX_SIZE (G_GUINT64_CONSTANT (16) << 30)

typedef enum {
  MARATHON_JOURNAL_RECORD_HEADER,
  MARATHON_JOURNAL_RECORD_BEGIN,
  MARATHON_JOURNAL_RECORD_PART,
  MARATHON_JOURNAL_RECORD_EDIT,
  MARATHON_JOURNAL_RECORD_COMMIT,
  MARATHON_JOURNAL_RECORD_SAVE,
  MARATHON_JOURNAL_N_RECORDS,
} MarathonJournalRecordKind;

/** What the next record follows; zero for the first. */
typedef struct {
  guint64 sequence;
  guint64 sum;
} MarathonJournalChain;

typedef struct {
  guint64 id;                /* of the journal, by chance */
  guint64 event_id;          /* 0: the event has none */
  MarathonFileIdentity base; /* what the event was before the first step, as a file */
  char *path;                /* of the event's file, any bytes; NULL: it has none */
  char *title;
} MarathonJournalHeader;

typedef struct {
  gint64 step;
  MarathonFileIdentity identity;
  gint64 time;
  char *path; /* NULL: not known */
} MarathonJournalSave;

void marathon_journal_header_clear (MarathonJournalHeader *header);
void marathon_journal_save_free    (MarathonJournalSave *save);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarathonJournalHeader, marathon_journal_header_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonJournalSave, marathon_journal_save_free)

/* --- Writing: each appends one record (or more) to @lines and moves @chain on --- */

void marathon_journal_append_header (GString *lines, MarathonJournalChain *chain, const MarathonJournalHeader *header);
void marathon_journal_append_begin  (GString *lines, MarathonJournalChain *chain, const char *label);
void marathon_journal_append_edit   (GString *lines, MarathonJournalChain *chain, const char *text, gsize length);
void marathon_journal_append_commit (GString *lines, MarathonJournalChain *chain, gint64 time);
void marathon_journal_append_save   (GString *lines, MarathonJournalChain *chain, const MarathonJournalSave *save);

/** Appends a record as it was read, with a new SEQ and SUM. */
void marathon_journal_append_copy (GString                   *lines,
                                   MarathonJournalChain      *chain,
                                   MarathonJournalRecordKind  kind,
                                   const char                *payload,
                                   gsize                      length);

/* --- Reading --- */

typedef struct {
  MarathonJournalRecordKind kind;
  const char *payload; /* without the newline, does not end in NUL; until the next record is read */
  gsize length;
} MarathonJournalRecord;

typedef struct _MarathonJournalReader MarathonJournalReader;

/** Reads @fd (borrowed; its position stays) from @offset, where the record after @chain starts; %NULL for the
 * beginning. */
MarathonJournalReader *marathon_journal_reader_new  (int fd, guint64 offset, const MarathonJournalChain *chain);
void                   marathon_journal_reader_free (MarathonJournalReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonJournalReader, marathon_journal_reader_free)

/** The next record that counts; %FALSE at the end, and where the file could not be read. */
gboolean marathon_journal_reader_next (MarathonJournalReader *reader, MarathonJournalRecord *record);

/** Returns: errno of what could not be read, or 0: then what counts ends here, whatever follows. */
int marathon_journal_reader_get_failure (MarathonJournalReader *reader);

/** The bytes, and the chain, up to the end of the last record that was read. */
guint64              marathon_journal_reader_get_end   (MarathonJournalReader *reader);
MarathonJournalChain marathon_journal_reader_get_chain (MarathonJournalReader *reader);

/* What is in a record of that kind; %FALSE where it is not as written above. */
gboolean marathon_journal_parse_header (const MarathonJournalRecord *record, MarathonJournalHeader *header);
gboolean marathon_journal_parse_commit (const MarathonJournalRecord *record, gint64 *time);
gboolean marathon_journal_parse_save   (const MarathonJournalRecord *record, MarathonJournalSave *save);
char    *marathon_journal_parse_begin  (const MarathonJournalRecord *record);

/** Whether the file begins as the journal of a newer Marathon, whatever its sums. */
gboolean marathon_journal_is_newer (int fd);

G_END_DECLS
