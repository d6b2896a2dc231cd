/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From text to the typed members of records and back: one function per kind of column.
 */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/** A parsed value before it is stored: the member's value and its canonical text. */
typedef struct {
  char *text;
  union {
    gint64 number;       /* UINT DECIMAL BOOL ENUM DATE TIME CLOCK INSTANT ENTRANT REF */
    gpointer allocation; /* WORDS CLASSES REFS RANGES */
  };
} MarathonRecordValue;

/** Parses @text for @column; on failure sets @error and leaves @value empty. */
gboolean marathon_record_value_parse (const MarathonColumn *column,
                                      MarathonEvent        *event,
                                      const char           *text,
                                      MarathonRecordValue  *value,
                                      GError              **error);

/** Stores @value in the record's member (whose old allocation is freed) and takes it over, except the text. */
void marathon_record_value_store (const MarathonColumn *column, gpointer record, MarathonRecordValue *value);

/** Frees a value that is not stored. */
void marathon_record_value_clear (const MarathonColumn *column, MarathonRecordValue *value);

/** Frees what the member of @column owns. */
void marathon_record_value_clear_member (const MarathonColumn *column, gpointer record);

G_END_DECLS
