/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line of a journal: its number and its sum, for journal-record.c and journal-reader.c.
 */
#pragma once

#include "document/journal-record.h"

G_BEGIN_DECLS

/** Digits of a sum or an id. */
#define MARATHON_JOURNAL_HEX_SIZE 16

/** Starts the line after @chain. Returns: what marathon_journal_line_finish() wants to know. */
gsize marathon_journal_line_start (GString *lines, const MarathonJournalChain *chain);

/** Fills the sum in, ends the line, and moves @chain on. */
void marathon_journal_line_finish (GString *lines, gsize start, MarathonJournalChain *chain);

/** Whether the line of @length bytes (without its newline) is the one after @chain; then @chain moves on and @content
 * is what follows the sum. */
gboolean marathon_journal_line_check (const char *line, gsize length, MarathonJournalChain *chain, const char **content);

/** Reads MARATHON_JOURNAL_HEX_SIZE digits, small letters only: two spellings of one number would be a flipped bit that
 * nobody sees. */
gboolean marathon_journal_hex_parse (const char *text, guint64 *number);

/** The kind that is called so. */
gboolean marathon_journal_find_kind (const char *word, gsize length, MarathonJournalRecordKind *kind);

G_END_DECLS
