/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reasons: why a plan put somebody where they are, as a code with arguments in one text, "overflow 3:45:00 red-2 210 220 10", that is
 * kept with the placement; and the sentence that is made of it for people.
 *
 * Arguments are times, numbers and keys of records, none of which has a space. The codes, once written to a file, keep their meaning;
 * numbers may come behind the arguments of a code or not.
 */
#pragma once

#include "model/event.h"

G_BEGIN_DECLS

/** The longest reason in bytes with its NUL: a code, at most three keys, and at most three numbers. */
#define MARATHON_REASON_SIZE 256

typedef enum {
  /* Categories. */
  MARATHON_REASON_FITS,          /* CATEGORY: the first that admits */
  MARATHON_REASON_FITS_AFTER,    /* CATEGORY CATEGORY: the first that admits and had room, and the first that was full */
  MARATHON_REASON_NO_CATEGORY,   /* none admits */
  MARATHON_REASON_CATEGORY_FULL, /* CATEGORY: the first that admits is full, and so is every other */

  /* Waves. FULL is a wave and how full it is: WAVE [PEOPLE CAPACITY KEPT], of the capacity KEPT for late entries. */
  MARATHON_REASON_ONLY_WAVE,           /* WAVE: the only one for the category and route */
  MARATHON_REASON_PREDICTED,           /* TIME WAVE */
  MARATHON_REASON_OVERFLOW,            /* TIME FULL */
  MARATHON_REASON_DEFAULT_TIME,        /* TIME WAVE */
  MARATHON_REASON_DEFAULT_OVERFLOW,    /* TIME FULL */
  MARATHON_REASON_NO_TIME,             /* WAVE: no predicted time, so the slowest */
  MARATHON_REASON_GROUP,               /* GROUP TIME WAVE: the slowest member's */
  MARATHON_REASON_GROUP_OVERFLOW,      /* GROUP TIME FULL */
  MARATHON_REASON_GROUP_NO_TIME,       /* GROUP WAVE: a member has no predicted time */
  MARATHON_REASON_GROUP_FOLLOWS,       /* GROUP WAVE: a member is fixed there */
  MARATHON_REASON_GROUP_APART,         /* GROUP WAVE: no wave takes all members */
  MARATHON_REASON_NO_WAVE,             /* none is for the category and route */
  MARATHON_REASON_TOO_SLOW,            /* TIME: slower than every wave for the category and route takes */
  MARATHON_REASON_FULL,                /* FULL: neither it nor a later one has room */

  /* Bibs. */
  MARATHON_REASON_BLOCK,          /* BLOCK: the next free number */
  MARATHON_REASON_BLOCK_AFTER,    /* BLOCK EXHAUSTED */
  MARATHON_REASON_GUIDE_BIB,      /* made of the athlete's */
  MARATHON_REASON_NO_BLOCK,       /* no block is for the category, wave and route */
  MARATHON_REASON_BIBS_EXHAUSTED, /* BLOCK: it and every other block that matches */
  MARATHON_REASON_GUIDE_BIB_TAKEN, /* somebody has that bib, or it would be too long */

  /* Waves and bibs: what has to be planned before. */
  MARATHON_REASON_NO_CATEGORY_YET, /* what could be for the entrant is for categories, and the entrant has none */
  MARATHON_REASON_NO_WAVE_YET,     /* bibs only: the blocks that could be for the entrant are for waves, and the entrant has none */
  MARATHON_N_REASONS,
} MarathonReason;

/** The word of a code, such as "overflow". */
const char *marathon_reason_get_word (MarathonReason code);

/** Finds the code of a whole reason; %FALSE where it is none of ours (of a newer version, or written by hand). */
gboolean marathon_reason_get_code (const char *reason, MarathonReason *code);

/**
 * marathon_reason_write:
 * @buffer: MARATHON_REASON_SIZE bytes
 * @...: (nullable): arguments as text, ending with %NULL
 *
 * Returns: @buffer
 */
const char *marathon_reason_write (char *buffer, MarathonReason code, ...) G_GNUC_NULL_TERMINATED;

/**
 * marathon_reason_to_sentence:
 *
 * Returns: (transfer full): the reason in words, with names for keys ("Predicted 3:45:00 belongs to Red 2, which had no room (210 of
 *   220; 10 kept for late entries)") and, for categories, what they demand ("Elite men: entry route Elite, man"). A key whose record has
 *   been deleted stands for itself; a reason of an unknown code is given as it is; "" for "".
 */
char *marathon_reason_to_sentence (MarathonEvent *event, const char *reason);

/** The same with what of @entrant (%NULL: nobody) meets the demands of the category: "Good for age: entry route Good for age, 3:12:00
 * within 3:15:00". */
char *marathon_reason_to_sentence_for (MarathonEvent *event, const MarathonEntrant *entrant, const char *reason);

G_END_DECLS
