/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonCsvHeader: which row of a CSV file names the columns, and which field each column is.
 */
#pragma once

#include "formats/csv-reader.h"

G_BEGIN_DECLS

/** A field that a column may be. All strings stay the caller's and must outlive the header made with them, as must the
 * chosen keys. */
typedef struct {
  const char *key;            /* counts as the best of the names */
  const char *const *aliases; /* (nullable): NULL-terminated, the better ones first */
  const char *chosen;         /* (nullable): the name of the column that a person chose for it; beats all else */
} MarathonCsvHeaderField;

typedef enum {
  MARATHON_CSV_HEADER_UNKNOWN,        /* a name that no field has */
  MARATHON_CSV_HEADER_UNNAMED,        /* a column without a name */
  MARATHON_CSV_HEADER_AMBIGUOUS,      /* a name that several fields have; key is the first of them */
  MARATHON_CSV_HEADER_DUPLICATE,      /* a name of the field key, which another column has as well or better */
  MARATHON_CSV_HEADER_CHOSEN_MISSING, /* no column has the name chosen for the field key; column says nothing */
} MarathonCsvHeaderIssueKind;

typedef struct {
  MarathonCsvHeaderIssueKind kind;
  guint column;    /* from 0 */
  const char *key; /* (nullable): the field it is about */
} MarathonCsvHeaderIssue;

/** The row that is the header: to be found; or none, all rows being people. */
#define MARATHON_CSV_HEADER_FIND G_MAXUINT
#define MARATHON_CSV_HEADER_NONE (G_MAXUINT - 1)

/** What a person said of the header, by place. */
typedef struct {
  guint row;               /* of the table, or one of the two above */
  const char *const *keys; /* (nullable): of the field that each column is to be, known or not; %NULL: find out */
  guint n_keys;
} MarathonCsvHeaderChoices;

typedef struct _MarathonCsvHeader MarathonCsvHeader;

/**
 * marathon_csv_header_find:
 * @fields: (array length=n_fields)
 *
 * Looks through the first MARATHON_CSV_MAX_HEADING rows for the one that names most fields, so that titles above the
 * header do no harm. It must name at least two fields, or have a single name, or hold a name that a person chose; and
 * four fields, or a quarter of its cells, lest a row of values that happen to be names passes for it.
 *
 * Names are compared by marathon_fold(), without anything but letters and digits: "E-mail", "e_mail" and "EMAIL" are
 * one name. A name with a remark in brackets, "Date of Birth (dd/mm/yyyy)", counts without it where it means nothing
 * as a whole. Where several columns name one field the best name wins (chosen by a person, the key, the aliases in
 * their order); where the best is not unique, none of them is taken.
 *
 * Returns: (transfer full) (nullable): %NULL where no row is a header
 */
MarathonCsvHeader *marathon_csv_header_find (const MarathonCsvTable       *table,
                                             const MarathonCsvHeaderField *fields,
                                             guint                         n_fields);

/**
 * marathon_csv_header_read:
 * @choices: (nullable): what a person said
 *
 * As marathon_csv_header_find(), but a row that was chosen is the header whatever it holds, and columns that were chosen
 * are what they were chosen for, however many are chosen for one field. Without a header there are as many columns as the
 * longest row has.
 *
 * Returns: (transfer full) (nullable): %NULL where no row is a header
 */
MarathonCsvHeader *marathon_csv_header_read (const MarathonCsvTable         *table,
                                             const MarathonCsvHeaderField   *fields,
                                             guint                           n_fields,
                                             const MarathonCsvHeaderChoices *choices);

void marathon_csv_header_free (MarathonCsvHeader *header);

/** The row of the table that is the header, below which the rows of people begin; MARATHON_CSV_HEADER_NONE without one. */
guint marathon_csv_header_get_row (const MarathonCsvHeader *header);

/** How many columns the header names. */
guint marathon_csv_header_get_n_columns (const MarathonCsvHeader *header);

/** Returns: (transfer none) (nullable): the key of the field that @column (from 0) is. */
const char *marathon_csv_header_get_key (const MarathonCsvHeader *header, guint column);

/** Returns: the column (from 0) that is the field @key, or -1. */
int marathon_csv_header_find_column (const MarathonCsvHeader *header, const char *key);

/** Returns: (transfer none) (array length=n_issues): what is not plain, by column; the chosen names that are
 * missing come last. */
const MarathonCsvHeaderIssue *marathon_csv_header_get_issues (const MarathonCsvHeader *header, guint *n_issues);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonCsvHeader, marathon_csv_header_free)

G_END_DECLS
