/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEntrantColumn: one field of all entrants as an array of 32-bit numbers: codes of a dictionary for texts, the
 * values themselves for everything else. For the entrant index only.
 */
#pragma once

#include "model/event.h"
#include "model/text-dictionary.h"

G_BEGIN_DECLS

/** Columns that are made from fields; numbers that no field has. */
typedef enum {
  /* Text: what the name is sorted by: sort key, else family name, else given name. */
  MARATHON_COLUMN_SORT_NAME = MARATHON_FIELD_CUSTOM / 2,
  MARATHON_COLUMN_BIB_PREFIX,  /* text */
  MARATHON_COLUMN_BIB_NUMBER,  /* the number + 1; 0 for none */
  MARATHON_COLUMN_BIB_DIGITS,  /* marathon_bib_digits_align() of the number; 0 for none */
  MARATHON_COLUMN_NATION_CODE, /* the packed code; G_MAXUINT16 for text that is no nation; 0 for none */
} MarathonDerivedColumn;

/** A column's arrays are this many positions longer than needed at most, so that loops may run in whole blocks. */
#define MARATHON_COLUMN_BLOCK 64

typedef struct {
  guint field; /* of the table of fields, or a MarathonDerivedColumn */
  MarathonFieldType type;
  MarathonTextDictionary *dictionary; /* NULL where the numbers are values */
  gboolean shares_dictionary;
  guint32 *codes; /* by position, 0 for "not known"; NULL while all are 0; valid to the end of the last block */
  guint capacity; /* of codes */
  gboolean sequential; /* the code of position i is i + 1: no text occurs twice, as with entry numbers */
} MarathonEntrantColumn;

/**
 * marathon_entrant_column_new:
 * @field: a field that @event has, except ID and BIB, or a derived column
 * @shared: (transfer none) (nullable): a dictionary that outlives the column and takes its texts too
 */
MarathonEntrantColumn *marathon_entrant_column_new (MarathonEvent *event, guint field, MarathonTextDictionary *shared);

void marathon_entrant_column_free (MarathonEntrantColumn *column);

/** Reads the positions from @first on anew; all must lie in one block of the roster. */
void marathon_entrant_column_read (MarathonEntrantColumn *column, MarathonEvent *event, guint first, guint n);

/** Makes room: @removed of @size positions go at @position, @added come, to be read anew. */
void marathon_entrant_column_splice (MarathonEntrantColumn *column,
                                     guint                  size,
                                     guint                  position,
                                     guint                  removed,
                                     guint                  added);

/** Digits of the longest bib number. */
#define MARATHON_BIB_DIGITS 9

/**
 * marathon_bib_digits_align:
 * @digits: @n decimal digits, 1 to MARATHON_BIB_DIGITS
 * @span: (out) (nullable): the numbers that begin with the digits have values up to this much greater
 *
 * Returns: a value, not 0, of the number read from its first digit on, so that all numbers that begin with "12" are one
 * range
 */
guint32 marathon_bib_digits_align (const char *digits, gsize n, guint32 *span);

G_END_DECLS
