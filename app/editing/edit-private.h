/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The members of MarathonEdit, for edit.c and the writer of edit lines only; and which words of two entrants differ.
 */
#pragma once

#include "editing/edit.h"

G_BEGIN_DECLS

#define MARATHON_ENTRANT_WORDS (sizeof (MarathonEntrant) / sizeof (guint32))

struct _MarathonEdit {
  gatomicrefcount ref_count;
  MarathonEditKind kind;

  /* Entrants */
  MarathonPlace place; /* TRANSFER: where they come from */
  guint n;
  guint32 *positions;
  guint32 *to_positions;   /* TRANSFER */
  MarathonEntrant *values; /* INSERT and REMOVE */
  guint32 mask;            /* CHANGE: which words */
  guint32 *before;         /* CHANGE: n times the words of the mask, in their order; filled when applied */
  guint32 *after;

  /* Records */
  MarathonListId list;
  MarathonRecord *record;
  guint column;
  char *text_before;
  char *text_after;
  guint from;
  guint to;
};

/** The value that the @index-th changed entrant had before: @value with the words of before. */
void marathon_edit_restore_words (const MarathonEdit *edit, guint index, const guint32 *words, MarathonEntrant *value);

/** Returns: the words in which two values of one event differ, as bits. */
guint32 marathon_edit_find_difference (const MarathonEntrant *a, const MarathonEntrant *b);

G_END_DECLS
