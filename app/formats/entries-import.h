/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonImport: what an entry list in CSV would change in an event, row by row, and what could not be taken as it is.
 *
 * Nothing is changed yet: an edit puts the result into the event, in this order: the records at the ends of their
 * lists, then the changed values, then the added entrants at the end of the roster.
 */
#pragma once

#include "base/date.h"
#include "base/id-source.h"
#include "base/progress-func.h"
#include "base/race-time.h"
#include "formats/csv-reader.h"
#include "model/event.h"

G_BEGIN_DECLS

#define MARATHON_IMPORT_ERROR (marathon_import_error_quark ())

typedef enum {
  MARATHON_IMPORT_ERROR_NO_HEADER, /* no row names columns that are known */
  MARATHON_IMPORT_ERROR_NO_NAMES,  /* there is a header, but no column of names, ids or guides */
  MARATHON_IMPORT_ERROR_MAPPING,   /* what was said of a column does not fit the file or the fields; or an update has
                                    * no column that numbers the entries */
  MARATHON_IMPORT_ERROR_LIMIT,     /* more entrants than an event may hold */
} MarathonImportError;

GQuark marathon_import_error_quark (void);

/** What becomes of the bib of a person who is in the event already. New people always get the file's bib. */
typedef enum {
  MARATHON_IMPORT_BIBS_KEEP,    /* the file's bib, unless theirs is pinned, printed or collected */
  MARATHON_IMPORT_BIBS_FILL,    /* the file's bib where they have none */
  MARATHON_IMPORT_BIBS_REPLACE, /* the file's bib, whatever theirs is */
} MarathonImportBibs;

/** Instead of a line: no line names the columns; they are called A, B, C … and are what @choices say. */
#define MARATHON_IMPORT_NO_HEADER G_MAXUINT

/** The keys of a choice that are no field: to leave the column out, and to keep it in a field of its own. */
#define MARATHON_IMPORT_LEAVE_OUT "-"
#define MARATHON_IMPORT_OWN_FIELD "x-"

/** What a person chose for one column, by its place; two columns cannot be one field. */
typedef struct {
  guint column;    /* from 0; one that is not there does no harm */
  const char *key; /* of a field of the event, an extra key, or one of the two above */
} MarathonImportChoice;

/**
 * All zero is the ordinary import. @mappings ends with %NULL; each says "COLUMN=FIELD": what the header calls the column,
 * and the key of a field, "x-KEY" for a custom field (made where there is none), one of
 * marathon_import_get_extra_keys(), or "" or "-" for a column to be left out.
 */
typedef struct {
  const char *const *mappings;  /* (nullable) */
  gboolean update;              /* people who are in the event get the values of the file; else they stay as they are */
  MarathonImportBibs bibs;      /* means something with update only */
  MarathonDateOrder date_order; /* of dates without dots; UNKNOWN: found out from the columns */
  MarathonTimeHint time_hint;   /* NONE: found out from each column */
  MarathonDate latest;          /* the day that no birth is after; UNKNOWN: the day of the race */
  guint header_line;            /* the line of the file, from 1, that names the columns; 0: found out; or NO_HEADER */
  const MarathonImportChoice *choices; /* (nullable) (array length=n_choices): beat @mappings */
  guint n_choices;
  MarathonProgressFunc progress; /* (nullable): called some hundred times */
  gpointer progress_data;
  GCancellable *cancellable; /* (nullable) */
} MarathonImportOptions;

typedef enum {
  MARATHON_IMPORT_ROWS,            /* rows below the header with any text: the sum of the others, but for guides named
                                    * in a column of their athlete's row */
  MARATHON_IMPORT_ADDED,
  MARATHON_IMPORT_UPDATED,
  MARATHON_IMPORT_UNCHANGED,       /* with update: the event says the same already */
  MARATHON_IMPORT_PRESENT,         /* without update: in the event already */
  MARATHON_IMPORT_IN_BIN,          /* deleted from the event; left there */
  MARATHON_IMPORT_REFUSED,
  MARATHON_IMPORT_GUIDES_ADDED,
  MARATHON_IMPORT_GUIDES_UPDATED,
  MARATHON_IMPORT_GUIDES_PRESENT,
  MARATHON_IMPORT_GUIDES_REFUSED,
  MARATHON_IMPORT_REPEATED_HEADERS, /* the header again, as in lists put together out of pages */
  MARATHON_IMPORT_N_COUNTS,
} MarathonImportCount;

typedef enum {
  MARATHON_IMPORT_NOTE_ALTERED,  /* taken, but not as it was written */
  MARATHON_IMPORT_NOTE_REFUSED,  /* not taken: the value, or the whole row where key is %NULL */
  MARATHON_IMPORT_NOTE_IGNORED,  /* there is no place for it */
  MARATHON_IMPORT_NOTE_DOUBTFUL, /* taken as it was written, but look at it */
} MarathonImportOutcome;

/** What a note is about; the first of these is to be read first. */
typedef enum {
  MARATHON_IMPORT_WHOLE_LIST,
  MARATHON_IMPORT_REFUSED_ROWS,
  MARATHON_IMPORT_REFUSED_VALUES,
  MARATHON_IMPORT_DOUBTFUL,
  MARATHON_IMPORT_ALTERED,
  MARATHON_IMPORT_IGNORED,
  MARATHON_IMPORT_N_IMPORTANCES,
} MarathonImportImportance;

/** What happened to a cell, a row or (in the line of the header) a column. */
typedef struct {
  guint line;              /* of the file, from 1 */
  guint column;            /* from 1; 0: the row as a whole */
  const char *column_name; /* as the header says; "" */
  const char *key;         /* (nullable): of the field */
  MarathonImportOutcome outcome;
  const char *found; /* "" where it does not matter */
  const char *text;  /* a translated sentence: what became of it, and why */
  const char *reason; /* the same for notes that say the same of other cells; not to be shown */
  MarathonImportImportance importance;
} MarathonImportNote;

typedef enum {
  MARATHON_IMPORT_COLUMN_FIELD,      /* a field */
  MARATHON_IMPORT_COLUMN_NEW_CUSTOM, /* kept in a custom field that the import makes */
  MARATHON_IMPORT_COLUMN_IGNORED,    /* because the person said so */
  MARATHON_IMPORT_COLUMN_UNUSED,     /* unknown, and nothing of it went into the event: empty mostly */
} MarathonImportColumnFate;

typedef struct {
  const char *name;
  const char *key; /* (nullable): where its cells go */
  MarathonImportColumnFate fate;
} MarathonImportColumn;

/** A new record, to be inserted at the end of its list. It has the handle that the added entrants name it by. */
typedef struct {
  MarathonListId list;
  MarathonRecord *record;
} MarathonImportRecord;

typedef struct _MarathonImport MarathonImport;

/**
 * marathon_import_new:
 * @event: not changed, but for texts and details added to its stores
 * @options: (nullable)
 * @ids: for new entrants and guides
 *
 * Finds the header, what each column is, and what each row says. A person is known by "id" or "external-id" only; a row
 * without one is a new person. Nothing is deleted and no value is made empty, ever. Values that cannot be read are left
 * out and the rest of the row is taken; a row is refused where there is nobody in it, or where it is in the file twice.
 *
 * May be called in any thread: @event then is a snapshot that is that thread's alone, made where the event itself is
 * changed. The result is good for the event that the snapshot was made of, since both share their stores; and as long as
 * nothing changes the event.
 *
 * Returns: (transfer full): %NULL with @error where the file as a whole is no entry list, or G_IO_ERROR_CANCELLED
 */
MarathonImport *marathon_import_new (MarathonEvent               *event,
                                     const MarathonCsvTable      *table,
                                     const MarathonImportOptions *options,
                                     MarathonIdSource            *ids,
                                     GError                     **error);

void marathon_import_free (MarathonImport *import);

/** Whether there is nothing to put into the event. */
gboolean marathon_import_is_empty (const MarathonImport *import);

/** Returns: (transfer none) (array length=n): the new records in their order. */
const MarathonImportRecord *marathon_import_get_records (const MarathonImport *import, guint *n);

/** Returns: (transfer none) (array length=n): entrants to append to the roster. */
const MarathonEntrant *marathon_import_get_added (const MarathonImport *import, guint *n);

/**
 * marathon_import_get_changed:
 * @positions: (out) (transfer none) (array length=n): in the roster, ascending
 *
 * Returns: (transfer none) (array length=n): the new values at @positions
 */
const MarathonEntrant *marathon_import_get_changed (const MarathonImport *import, const guint32 **positions, guint *n);

guint marathon_import_get_count (const MarathonImport *import, MarathonImportCount count);

/** Returns: (transfer none) (array length=n): by line and column. */
const MarathonImportNote *marathon_import_get_notes (const MarathonImport *import, guint *n);

/** Returns: (transfer none) (array length=n): first what concerns the whole list, then refused rows, refused values,
 * doubtful, altered and ignored ones; among equals by line and column. */
const MarathonImportNote *marathon_import_get_notes_by_importance (const MarathonImport *import, guint *n);

/** Returns: (transfer none) (array zero-terminated=1): what columns may be beside fields: "name", "age", "guide-of" … */
const char *const *marathon_import_get_extra_keys (void);

/** Returns: (transfer none) (array length=n): in the order of the file. */
const MarathonImportColumn *marathon_import_get_columns (const MarathonImport *import, guint *n);

/** The line of the file, from 1, that names the columns; 0: none does. */
guint marathon_import_get_header_line (const MarathonImport *import);

/**
 * marathon_import_get_date_order:
 * @proof_line: (out): the line of a date that can be read in this way only, or 0
 *
 * Returns: how dates such as 03/04/1980 were read; UNKNOWN where there are none of that kind. Those with dots, such as
 * 3.4.1980, decide only where no others are: they are read day first wherever they may be, whatever the order.
 */
MarathonDateOrder marathon_import_get_date_order (const MarathonImport *import, guint *proof_line);

/** "altered", "refused", "ignored", "doubtful": for files and programs. */
const char *marathon_import_outcome_get_word (MarathonImportOutcome outcome);

/** Returns: (transfer full): "line 12, column 3 (Sex): “Q” …", as a person reads it. */
char *marathon_import_note_describe (const MarathonImportNote *note);

/** Returns: (transfer full): some translated lines: what was read, how many of each outcome, where the columns went. */
char *marathon_import_format_summary (const MarathonImport *import);

/**
 * marathon_import_format_notes:
 * @max_lines: 0 for all
 *
 * Notes for a person to read, by importance. Where more than three (of ignored things: more than one) say the same of
 * one column, they are one line with their count and their lines.
 *
 * Returns: (transfer full): lines, the last of them telling how many were left out; "" where there are none
 */
char *marathon_import_format_notes (const MarathonImport *import, guint max_lines);

/** Returns: (transfer full): all notes as CSV, for a spreadsheet. */
char *marathon_import_format_report (const MarathonImport *import);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonImport, marathon_import_free)

G_END_DECLS
