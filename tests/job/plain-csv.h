/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PlainCsv: a table read by RFC 4180 and nothing else, so that tests need not trust the program's own reader.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  GPtrArray *head; /* of char * */
  GPtrArray *rows; /* of GPtrArray of char *, each as long as the head */
} PlainCsv;

/** Reads a file whose first line is the head; aborts the test where it is not as RFC 4180 says. */
PlainCsv *plain_csv_new  (const char *text);
void      plain_csv_free (PlainCsv *csv);

/** The cell of a row (from 0) in the column called @name, which must exist. */
const char *plain_csv_get (const PlainCsv *csv, guint row, const char *name);

/** Empties a column. */
void plain_csv_clear_column (PlainCsv *csv, const char *name);

/** Returns: (transfer full): the table with @delimiter between cells and CRLF behind rows. */
char *plain_csv_write (const PlainCsv *csv, char delimiter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlainCsv, plain_csv_free)

G_END_DECLS
